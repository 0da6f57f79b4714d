using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Exports;
using Workspace.Web.Rounds.Leading;
using Workspace.Web.Rounds.Public;
using Workspace.Web.Rounds.Settling;

namespace Workspace.Web.Rounds;

public static class RoundServices
{
    public static void AddRounds(this IServiceCollection services)
    {
        services.AddSingleton<RoundChanges>();
        services.AddSingleton<RoundRooms>();
        services.AddSingleton<RoundTelling>();
        services.AddSingleton<RoundService>();
        services.AddSingleton<RoundPrepareService>();
        services.AddSingleton<RoundLeadService>();
        services.AddSingleton<RoundKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<RoundKeeper>());
        services.AddSingleton<RoundCommentService>();
        services.AddSingleton<EnteredCommentService>();
        services.AddSingleton<RoundAnswerService>();
        services.AddSingleton<SettlingText>();
        services.AddSingleton<SettlingService>();
        services.AddSingleton<SettlementService>();
        services.AddSingleton<DisputeService>();
        services.AddSingleton<PublicCommentService>();
        services.AddSingleton<PlanApprovalService>();
        services.AddSingleton<RoundFormService>();
        services.AddSingleton<SettlementWording>();
        services.AddSingleton<SettlementTableService>();
        services.AddSingleton<SettlementDocx>();
        services.AddSingleton<SettlementXlsx>();
        services.AddSingleton<ComparisonService>();
        services.AddSingleton<ComparisonWording>();
        services.AddSingleton<ComparisonDocx>();
    }
}
