using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workspace.Web.Data;
using Workspace.Web.Groups;
using Workspace.Web.Localization;

namespace Workspace.Web.Meetings;

public sealed record AttachmentFile(string FileName, byte[] Content, string Sha256);

/// <summary>Files that belong to agenda items (M1, D7): checked for what they really are, kept in the database.</summary>
public sealed class AttachmentService(IDbContextFactory<WorkspaceDb> factory, GroupAccess access, MeetingChanges changes, TimeProvider time)
{
    /// <summary>In bytes.</summary>
    public const int SizeLimit = 20 * 1024 * 1024;

    /// <returns>Id of the attachment.</returns>
    public Task<Outcome<long>> AddAsync(long by, long itemId, string fileName, byte[] content, CancellationToken cancellationToken = default) =>
        changes.ChangeAsync<long>(by, db => db.AgendaItems.Where(i => i.Id == itemId).Select(i => i.MeetingId), standing => standing.CanManage, async change =>
        {
            if (change.Meeting.IsEnded)
                return new Refusal("AgendaEnded");
            if (content.Length == 0)
                return new Refusal("AttachmentEmpty", fileName);
            if (content.Length > SizeLimit)
                return new Refusal("AttachmentTooLarge", fileName, SizeLimit / 1024 / 1024);
            if (FileKind.Recognise(content) is not { } kind)
                return new Refusal("AttachmentKind", fileName);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            if (await change.Db.Attachments.AnyAsync(a => a.AgendaItemId == itemId && a.Sha256 == hash, cancellationToken))
                return new Refusal("AttachmentTwice", fileName);
            var attachment = new AgendaAttachment(change.Meeting.Id, itemId, FileKind.Name(fileName, kind), content, hash, by, change.Now);
            change.Db.Add(attachment);
            await change.Db.SaveChangesAsync(cancellationToken);
            return attachment.Id;
        }, cancellationToken);

    public Task<Outcome> RemoveAsync(long by, long attachmentId, CancellationToken cancellationToken = default) =>
        changes.StepAsync(by, db => db.Attachments.Where(a => a.Id == attachmentId).Select(a => a.MeetingId), standing => standing.CanManage, async change =>
        {
            if (change.Meeting.IsEnded)
                return new("AgendaEnded");
            if (await change.Db.Attachments.SingleOrDefaultAsync(a => a.Id == attachmentId, cancellationToken) is { } attachment)
                change.Db.Remove(attachment);
            return null;
        }, cancellationToken);

    /// <summary>The file, for who may read the group's matters.</summary>
    public async Task<Outcome<AttachmentFile>> OpenAsync(long by, long attachmentId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var groupId = await db.Attachments.Where(a => a.Id == attachmentId)
            .Join(db.Meetings, a => a.MeetingId, m => m.Id, (_, m) => m.GroupId).SingleOrDefaultAsync(cancellationToken);
        if (groupId == 0 || !(await access.FindAsync(db, groupId, by, time.Today(), cancellationToken)).CanRead)
            return Refusal.NotFound;
        return await db.Attachments.Where(a => a.Id == attachmentId)
            .Select(a => new AttachmentFile(a.FileName, a.Content, a.Sha256)).SingleOrDefaultAsync(cancellationToken) is { } file ? file : Refusal.NotFound;
    }
}
