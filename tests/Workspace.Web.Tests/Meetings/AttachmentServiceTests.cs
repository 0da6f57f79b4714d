using System.Security.Cryptography;
using Workspace.Web.Data;
using Workspace.Web.Meetings;
using Workspace.Web.Tests.Hosting;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings;

public sealed class AttachmentServiceTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 obsah"u8.ToArray();

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Add_KeepsTheFileWithItsHash_ForReadersOfTheGroup(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var files = world.World.Get<AttachmentService>();
        var meeting = await world.MeetingAsync("Bod");
        var item = await world.ItemAsync(meeting, "Bod");
        var id = Value(await files.AddAsync(world.Secretary.Id, item, "podklad.exe", Pdf));
        var file = Value(await files.OpenAsync(world.Guest.Id, id));
        Assert.Equal(("podklad.exe.pdf", Convert.ToHexStringLower(SHA256.HashData(Pdf))), (file.FileName, file.Sha256));
        Assert.Equal(Pdf, file.Content);
        Assert.Equal([new(id, "podklad.exe.pdf", Pdf.Length, IsLate: true)], (await world.RoomAsync(meeting)).Agenda[0].Attachments);
        world.Refused("NotFound", (await files.OpenAsync(world.Stranger.Id, id)).Refusal);
        world.Refused("NotFound", (await files.OpenAsync(world.Administrator.Id, 999)).Refusal);
        Done(await files.RemoveAsync(world.Secretary.Id, id));
        world.Refused("NotFound", (await files.OpenAsync(world.Guest.Id, id)).Refusal);
    }

    [Theory, MemberData(nameof(World.Both), MemberType = typeof(World))]
    public async Task Add_OfWhatIsNotTaken_SaysWhy(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var files = world.World.Get<AttachmentService>();
        var meeting = await world.MeetingAsync("Bod");
        var item = await world.ItemAsync(meeting, "Bod");
        var by = world.Secretary.Id;
        world.Refused("AttachmentEmpty", (await files.AddAsync(by, item, "a.pdf", [])).Refusal);
        world.Refused("AttachmentTooLarge", (await files.AddAsync(by, item, "a.pdf", [.. Pdf, .. new byte[AttachmentService.SizeLimit]])).Refusal);
        world.Refused("AttachmentKind", (await files.AddAsync(by, item, "plan.pdf", [0x4D, 0x5A, 0, 0])).Refusal);
        var id = Value(await files.AddAsync(by, item, "a.pdf", Pdf));
        world.Refused("AttachmentTwice", (await files.AddAsync(by, item, "b.pdf", Pdf)).Refusal);
        world.Refused("NotAllowed", (await files.AddAsync(world.Members[0].Id, item, "a.pdf", Pdf)).Refusal);
        world.Refused("NotAllowed", (await files.RemoveAsync(world.Members[0].Id, id)).Refusal);
        world.Refused("NotFound", (await files.AddAsync(by, 999, "a.pdf", Pdf)).Refusal);
        world.Refused("NotFound", (await files.RemoveAsync(by, 999)).Refusal);
        Done(await world.Meetings.CancelAsync(by, meeting));
        world.Refused("AgendaEnded", (await files.AddAsync(by, item, "c.pdf", [.. Pdf, 1])).Refusal);
        world.Refused("AgendaEnded", (await files.RemoveAsync(by, id)).Refusal);
    }
}
