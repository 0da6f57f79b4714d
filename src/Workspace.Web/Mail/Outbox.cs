using Workspace.Web.Data;

namespace Workspace.Web.Mail;

/// <summary>Where e-mails wait until they are sent.</summary>
public sealed class Outbox(WorkspaceSettings settings)
{
    /// <summary>Whether there is a mail server at all; without one nothing is put in the outbox.</summary>
    public bool CanSend => settings.Smtp is not null;

    /// <summary>
    /// Adds an e-mail to what the caller is about to save, so that it is sent if and only if that is committed.
    /// </summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="to">Address of the recipient.</param>
    /// <param name="subject">One line, in the reader's language (<see cref="Localization.Cultures"/>).</param>
    /// <param name="body">Plain text.</param>
    /// <param name="key">Names the cause, such as <c>invitation:17</c>; saving a second message with the same key fails.</param>
    /// <param name="at">When to send it: now, or later.</param>
    /// <returns>False where there is no mail server and nothing was added.</returns>
    public bool Add(WorkspaceDb db, string to, string subject, string body, string key, DateTimeOffset at)
    {
        if (!CanSend)
            return false;
        db.Add(new OutboxMessage(to, subject.ReplaceLineEndings(" "), body, key, at));
        return true;
    }
}
