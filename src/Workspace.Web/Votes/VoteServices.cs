using Workspace.Web.Votes.Minuted;
using Workspace.Web.Votes.PerRollam;
using Workspace.Web.Votes.Register;

namespace Workspace.Web.Votes;

public static class VoteServices
{
    public static void AddVotes(this IServiceCollection services)
    {
        services.AddSingleton<VoteService>();
        services.AddSingleton<VoteLeadService>();
        services.AddSingleton<BallotService>();
        services.AddSingleton<VoteRecordService>();
        services.AddSingleton<VoteRooms>();
        services.AddSingleton<VotingService>();
        services.AddSingleton<VerdictWording>();
        services.AddSingleton<PerRollamService>();
        services.AddSingleton<PerRollamView>();
        services.AddSingleton<PerRollamKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<PerRollamKeeper>());
        services.AddSingleton<MinutedVotes>();
        services.AddSingleton<VoteAccountWording>();
        services.AddSingleton<BlockLabels>();
        services.AddSingleton<ResolutionService>();
    }
}
