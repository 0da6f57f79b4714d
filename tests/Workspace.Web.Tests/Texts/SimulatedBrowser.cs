using System.Threading.Channels;
using Workspace.Web.Texts;

namespace Workspace.Web.Tests.Texts;

/// <summary>A writer with a bad line to one of the servers: requests and answers get lost, come twice and late; now and then it changes servers.</summary>
public sealed class SimulatedBrowser(SimulatedWriter writer, IReadOnlyList<SimulatedServer> servers, Func<string> nextWord, int seed)
{
    private readonly Random random = new(seed);
    private readonly Channel<IReadOnlyList<KnownRevision>> mail = Channel.CreateUnbounded<IReadOnlyList<KnownRevision>>();
    private SimulatedServer server = servers[seed % servers.Count];

    public SimulatedWriter Writer => writer;

    /// <summary>Makes so many edits, and ends when all of them are confirmed.</summary>
    public async Task WriteAsync(int edits)
    {
        server.Attach(mail.Writer);
        Task flight = Task.CompletedTask;
        for (var rounds = 0; edits > 0 || !writer.IsClean; rounds++)
        {
            Assert.True(rounds < 20_000, "What was typed is not confirmed.");
            if (edits > 0 && random.NextDouble() < 0.7)
            {
                Type();
                edits--;
            }
            if (random.NextDouble() < 0.02)
                await ChangeServersAsync();
            await TakeInMailAsync();
            if (flight.IsCompleted)
            {
                await flight;
                flight = writer.IsClean ? Task.CompletedTask : SendAsync(writer.ToSubmission());
                if (!writer.IsClean && random.NextDouble() < 0.1)
                    await CatchUpAsync();
            }
            await Task.Delay(random.Next(5));
        }
        await flight;
    }

    /// <summary>Takes in what is committed, without a line in between.</summary>
    public async Task CatchUpAsync() => Assert.True(writer.TakeIn(await server.ReadSinceAsync(writer.Version)));

    private void Type()
    {
        var (from, to) = (Boundary(), Boundary());
        if (from < to && to - from <= 6 && random.NextDouble() < 0.6)
            writer.Delete(from, to);
        else
            writer.Insert(from, random.NextDouble() < 0.1 ? nextWord() + "\n" : nextWord());
    }

    /// <summary>A place that does not part a character of two units.</summary>
    private int Boundary()
    {
        var at = random.Next(writer.Text.Length + 1);
        return at > 0 && at < writer.Text.Length && char.IsLowSurrogate(writer.Text[at]) ? at - 1 : at;
    }

    private async Task ChangeServersAsync()
    {
        server.Detach(mail.Writer);
        server = servers[random.Next(servers.Count)];
        server.Attach(mail.Writer);
        await CatchUpAsync();
    }

    private async Task TakeInMailAsync()
    {
        while (mail.Reader.TryRead(out var portion))
        {
            if (!writer.TakeIn(portion))
                await CatchUpAsync();
        }
    }

    private async Task SendAsync(Submission submission)
    {
        var (to, delay, fate) = (server, random.Next(10), random.NextDouble());
        await Task.Delay(delay);
        if (fate < 0.1)
            return;
        if (fate < 0.3)
            _ = SendAgainLaterAsync(to, submission, delay * 2);
        Assert.Null((await to.Session.Submit(submission)!).Refused);
    }

    private static async Task SendAgainLaterAsync(SimulatedServer to, Submission first, int delay)
    {
        await Task.Delay(delay);
        var again = new Submission(first.PersonId, first.ClientId, first.FirstSequence, first.BaseVersion, first.Changes);
        Assert.Null((await to.Session.Submit(again)!).Refused);
    }
}
