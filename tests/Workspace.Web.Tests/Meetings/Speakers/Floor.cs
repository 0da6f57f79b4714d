using Workspace.Web.Data;
using Workspace.Web.Meetings.Speakers;
using Workspace.Web.People;
using static Workspace.Web.Tests.Meetings.MeetingWorld;

namespace Workspace.Web.Tests.Meetings.Speakers;

/// <summary>A meeting of two items in which somebody may ask for the floor.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private Floor(MeetingWorld world, long id, long itemId) => (World, Id, ItemId) = (world, id, itemId);

    public MeetingWorld World { get; }

    public long Id { get; }

    /// <summary>The first item, under discussion once the meeting runs.</summary>
    public long ItemId { get; }

    public SpeakerService Speakers => World.World.Get<SpeakerService>();

    public static async Task<Floor> OpenAsync(DatabaseKind kind, bool isStarted = true)
    {
        var world = await CreateAsync(kind);
        var id = await world.MeetingAsync("Zahájení", "Byty");
        if (isStarted)
            Done(await world.Lead.StartAsync(world.Chair.Id, id));
        return new(world, id, await world.ItemAsync(id, "Zahájení"));
    }

    public async Task<SpeakerList> ListAsync() => Value(await Speakers.ListAsync(World.Guest.Id, Id)).List;

    /// <returns>Id of the request.</returns>
    public async Task<long> AskAsync(Person person)
    {
        Done(await Speakers.AskAsync(person.Id, Id));
        return (await ListAsync()).WaitingOf(person.Id)!.RequestId;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
