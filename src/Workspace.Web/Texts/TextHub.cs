using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;
using Workspace.Text;
using Workspace.Web.Account;
using Workspace.Web.Localization;
using Workspace.Web.Texts.Comments;

namespace Workspace.Web.Texts;

/// <summary>
/// The live texts' own line to the browsers, apart from Blazor's. Reading rights are checked when a text is opened,
/// writing rights at every change; author and time are the server's. A refusal is an answer, and the line stays.
/// </summary>
[Authorize]
public sealed partial class TextHub(
    TextSessions sessions,
    TextAudience audience,
    TextAccess access,
    TextCommentService comments,
    SuggestionService suggestions,
    CommentThreads threads,
    TimeProvider time,
    IStringLocalizer<TextStrings> strings,
    IStringLocalizer<RefusalStrings> refusals)
    : Hub<ITextClient>
{
    private const int PointsASecond = 12;

    /// <summary>Null for a call that is still under way after the line was lost.</summary>
    private TextConnection? Connection => audience.Find(Context.ConnectionId);

    private long PersonId => Context.User!.PersonId() ?? 0;

    public async Task<OpenedText> Open(long textId, long? knownVersion)
    {
        try
        {
            return await OpenAsync(textId, knownVersion);
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // Nobody is there to hear the answer.
            return OpenedText.Refuse(TextRefusals.NotAllowed);
        }
    }

    private async Task<OpenedText> OpenAsync(long textId, long? knownVersion)
    {
        if (Connection is not { } connection || !(await access.FindAsync(textId, PersonId, Context.ConnectionAborted)).CanRead)
            return OpenedText.Refuse(TextRefusals.NotAllowed);
        // First listen, then read: a revision between the two comes twice rather than not at all.
        await audience.EnterAsync(connection, textId);
        // Asked again, because who loses the right before being known as a reader is not told.
        var rights = await access.FindAsync(textId, PersonId, Context.ConnectionAborted);
        if (!rights.CanRead || await sessions.OpenAsync(textId) is not { } session)
        {
            await audience.LeaveAsync(connection, textId);
            return OpenedText.Refuse(TextRefusals.NotAllowed);
        }
        var canEdit = rights.Refusal is null;
        connection.Texts.TryUpdate(textId, canEdit, !canEdit);
        var (version, text, revisions) = await session.ReadAsync(knownVersion);
        return new(null, version, text, revisions is null ? null : [.. revisions.Select(r => r.ToMessage())], canEdit, audience.PeopleAt(textId));
    }

    public async Task<Submitted> Submit(long textId, long baseVersion, string clientId, long firstSequence, IReadOnlyList<SubmittedChange> changes)
    {
        if ((await access.FindAsync(textId, PersonId, Context.ConnectionAborted)).Refusal is { } refusal)
            return Refuse(refusal);
        if (!IsClientId(clientId) || changes is null or { Count: 0 } || changes.Any(change => change.Changes is null))
            return Refuse(TextRefusals.Malformed);
        if (changes.Count > TextSession.MaxChanges || changes.Any(change => change.Bytes > TextRules.MaxChangeBytes))
            return Refuse(TextRefusals.TooLarge);
        var submission = new Submission(PersonId, clientId, firstSequence, baseVersion, [.. changes.Select(change => change.Changes!)]);
        var answer = await sessions.SubmitAsync(textId, submission);
        return answer.Refused is { } code ? Refuse(code) : answer;
    }

    /// <summary>Shows the others where this person's caret is; kept nowhere.</summary>
    public Task Point(long textId, long version, int anchor, int head)
    {
        var connection = Connection;
        var now = time.GetTimestamp();
        if (connection is null || !connection.Texts.ContainsKey(textId) || anchor < 0 || head < 0 || anchor > TextRules.MaxTextLength || head > TextRules.MaxTextLength
            || time.GetElapsedTime(connection.LastPointedAt, now) < TimeSpan.FromSeconds(1.0 / PointsASecond))
            return Task.CompletedTask;
        connection.LastPointedAt = now;
        return Clients.OthersInGroup(TextAudience.GroupOf(textId)).Pointed(textId, connection.Person, version, anchor, head);
    }

    public Task Close(long textId) => Connection is { } connection ? audience.LeaveAsync(connection, textId) : Task.CompletedTask;

    public override Task OnConnectedAsync()
    {
        audience.Connect(new(Context.ConnectionId, new(PersonId, Context.User!.DisplayName()), Context.User!, Context.Abort));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        audience.Disconnect(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private static bool IsClientId(string? clientId) => clientId is { Length: >= 1 and <= TextRevision.ClientIdLength } && clientId.All(char.IsAsciiLetterOrDigit);

    private Submitted Refuse(string code) => new(0, code, strings[$"Refused_{code}"]);
}
