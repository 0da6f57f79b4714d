using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Account;
using Workspace.Web.Attendance;
using Workspace.Web.Attendance.Answers;
using Workspace.Web.Attendance.Presence;
using Workspace.Web.Groups;
using Workspace.Web.Groups.Wording;
using Workspace.Web.Live;
using Workspace.Web.Mail;
using Workspace.Web.Meetings;
using Workspace.Web.Notifications;
using Workspace.Web.Meetings.Proposals;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.People;
using Workspace.Web.Plans;
using Workspace.Web.Plans.Import;
using Workspace.Web.Rounds;
using Workspace.Web.Rounds.Comments;
using Workspace.Web.Rounds.Settling;
using Workspace.Web.Tasks;
using Workspace.Web.Texts;
using Workspace.Web.Texts.Comments;
using Workspace.Web.Votes;
using Workspace.Web.Votes.PerRollam;

namespace Workspace.Web.Data;

/// <summary>
/// The database. One context per operation, from the factory. What was saved is announced after the commit: see
/// <see cref="SaveChangesAsync(bool, CancellationToken)"/>.
/// </summary>
public abstract class WorkspaceDb(DbContextOptions options) : IdentityUserContext<Person, long>(options)
{
    private readonly HashSet<LiveTopic> saved = [];

    public DbSet<Person> People => Users;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<OrganisationUnit> Units => Set<OrganisationUnit>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<SeatTerm> SeatTerms => Set<SeatTerm>();

    public DbSet<GroupOfficer> Officers => Set<GroupOfficer>();

    public DbSet<GroupGuest> Guests => Set<GroupGuest>();

    public DbSet<RulesOfProcedure> Rules => Set<RulesOfProcedure>();

    public DbSet<StandingItem> StandingItems => Set<StandingItem>();

    public DbSet<StandardSentence> StandardSentences => Set<StandardSentence>();

    public DbSet<Abbreviation> Abbreviations => Set<Abbreviation>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<AgendaAttachment> Attachments => Set<AgendaAttachment>();

    public DbSet<ItemProposal> ItemProposals => Set<ItemProposal>();

    public DbSet<MeetingEvent> MeetingEvents => Set<MeetingEvent>();

    public DbSet<SpeakerRequest> SpeakerRequests => Set<SpeakerRequest>();

    public DbSet<RollEntry> Roll => Set<RollEntry>();

    public DbSet<RollChange> RollChanges => Set<RollChange>();

    public DbSet<AttendanceAnswer> AttendanceAnswers => Set<AttendanceAnswer>();

    public DbSet<MeetingPresence> Presence => Set<MeetingPresence>();

    public DbSet<CheckInSecret> CheckInSecrets => Set<CheckInSecret>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanArea> PlanAreas => Set<PlanArea>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<OrganisationAlias> OrganisationAliases => Set<OrganisationAlias>();

    public DbSet<PlanImport> PlanImports => Set<PlanImport>();

    public DbSet<CommentRound> Rounds => Set<CommentRound>();

    public DbSet<RoundItem> RoundItems => Set<RoundItem>();

    public DbSet<RoundComment> RoundComments => Set<RoundComment>();

    public DbSet<NoComments> NoComments => Set<NoComments>();

    public DbSet<CommentSupport> CommentSupports => Set<CommentSupport>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<SettlementChange> SettlementChanges => Set<SettlementChange>();

    public DbSet<SettlementClaim> SettlementClaims => Set<SettlementClaim>();

    public DbSet<GroupTask> Tasks => Set<GroupTask>();

    public DbSet<TaskChange> TaskChanges => Set<TaskChange>();

    public DbSet<Vote> Votes => Set<Vote>();

    public DbSet<Ballot> Ballots => Set<Ballot>();

    public DbSet<AdvisoryBallot> AdvisoryBallots => Set<AdvisoryBallot>();

    public DbSet<Recusal> Recusals => Set<Recusal>();

    public DbSet<VotePresence> VotePresences => Set<VotePresence>();

    public DbSet<VoteParticipation> VoteParticipations => Set<VoteParticipation>();

    public DbSet<SecretBallot> SecretBallots => Set<SecretBallot>();

    public DbSet<VoteCorrection> VoteCorrections => Set<VoteCorrection>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<FormObjection> FormObjections => Set<FormObjection>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<LiveText> Texts => Set<LiveText>();

    public DbSet<TextRevision> Revisions => Set<TextRevision>();

    public DbSet<TextComment> Comments => Set<TextComment>();

    public DbSet<TextCommentReply> CommentReplies => Set<TextCommentReply>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves in a transaction, and announces the topics of what was saved once that transaction has committed.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var touched = ChangeTracker.Entries<IAnnounced>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity)
            .ToList();
        if (touched.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await AnnounceAsync(touched.SelectMany(entity => entity.Topics).ToHashSet(), cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return count;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Saving announces, which is asynchronous: use SaveChangesAsync.");

    /// <summary>Announces topics when the current transaction commits, for changes made without tracked entities.</summary>
    public async Task AnnounceAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken cancellationToken = default)
    {
        saved.UnionWith(topics);
        await NotifyOtherServersAsync(topics, cancellationToken);
    }

    /// <summary>Tells other servers only, when the current transaction commits; this server knows already.</summary>
    public Task TellOtherServersAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken cancellationToken = default) =>
        NotifyOtherServersAsync(topics, cancellationToken);

    /// <summary>The topics announced within the transaction that has just ended; forgotten by this call.</summary>
    public IReadOnlyCollection<LiveTopic> TakeAnnounced()
    {
        LiveTopic[] topics = [.. saved];
        saved.Clear();
        return topics;
    }

    /// <summary>Within the transaction, so that other servers hear exactly of what is committed.</summary>
    protected abstract Task NotifyOtherServersAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WorkspaceDb).Assembly);
    }
}
