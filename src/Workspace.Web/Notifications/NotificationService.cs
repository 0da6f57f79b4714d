using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Workspace.Web.Data;
using Workspace.Web.Localization;
using Workspace.Web.Mail;
using Workspace.Web.People;

namespace Workspace.Web.Notifications;

/// <summary>Tells people in the application and by e-mail, each cause once.</summary>
public sealed class NotificationService(
    IDbContextFactory<WorkspaceDb> factory, Outbox outbox, WorkspaceSettings settings, IStringLocalizer<NotificationStrings> strings, TimeProvider time)
{
    private const int Shown = 20;
    private const int SubjectLength = 299;

    /// <summary>Adds notices and e-mails to what the caller is about to save; whoever has been told of the cause already is left out.</summary>
    public async Task TellAsync(
        WorkspaceDb db, IReadOnlyCollection<long> people, NotificationKind kind, string key, string link, string subject, DateTimeOffset? until, string zone, CancellationToken cancellationToken)
    {
        var told = await db.Notifications.Where(n => n.Key == key && people.Contains(n.PersonId)).Select(n => n.PersonId).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var person in await db.People.Where(p => people.Contains(p.Id) && p.IsActive).ToListAsync(cancellationToken))
        {
            if (told.Contains(person.Id))
                continue;
            db.Add(new Notification(person.Id, kind, key, link, Excerpt.Shortened(subject, SubjectLength), until, now));
            if (person.Email is { } address)
                Post(db, person, address, kind, key, link, subject, until, zone, now);
        }
    }

    /// <summary>The latest notices of a person, unread ones first.</summary>
    public async Task<IReadOnlyList<Notification>> OfAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Notifications.AsNoTracking().Where(n => n.PersonId == personId)
            .OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    public async Task<int> UnreadAsync(long personId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Notifications.CountAsync(n => n.PersonId == personId && n.ReadAt == null, cancellationToken);
    }

    /// <summary>Marks one's own notices as read: one, or all.</summary>
    public async Task MarkReadAsync(long personId, long? noticeId = null, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        foreach (var notice in await db.Notifications.Where(n => n.PersonId == personId && n.ReadAt == null && (noticeId == null || n.Id == noticeId)).ToListAsync(cancellationToken))
            notice.MarkRead(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Post(WorkspaceDb db, Person person, string address, NotificationKind kind, string key, string link, string subject, DateTimeOffset? until, string zone, DateTimeOffset now)
    {
        var (title, body) = Cultures.In(CultureInfo.GetCultureInfo(person.Language), () => (
            strings[$"Mail_{kind}", subject].Value,
            strings[$"MailBody_{kind}", person.Name, subject, until is { } end ? end.In(zone).ToString("g", CultureInfo.CurrentCulture) : "", settings.PublicAddress is { } home ? home + link : ""].Value.Trim()));
        outbox.Add(db, address, title, body, $"notification:{key}:{person.Id}", now);
    }
}
