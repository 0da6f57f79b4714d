namespace Workspace.Load;

/// <summary>
/// Ballots at once: every one that was answered as stored must be in the tally, none after closing, one a seat. First the
/// chair closes among them; then the server is killed among them, restarted on the same database, and the vote closed.
/// </summary>
public static class BallotsScenario
{
    private const int Count = 500;
    private const int Windows = 2;

    public static async Task RunAsync(ServerUnderLoad server, Report report)
    {
        report.Section($"Ballots: {Count} at once against a closing chair, then {Count} and a kill -9");
        using var voting = await DemoVoting.JoinAsync(server);
        await CloseAmongAsync(voting, report);
        if (server.IsOwn)
            await KillAmongAsync(voting, server, report);
        else
            report.Row("kill -9 left out", $"it needs a server of its own");
    }

    /// <summary>Each seat casts the same choice again and again, so that what must be counted is known.</summary>
    private static async Task CloseAmongAsync(DemoVoting voting, Report report)
    {
        var vote = await OpenAsync(voting, "closing");
        var box = new CastBallots(vote);
        var answered = 0;
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var casting = Task.WhenAll(Enumerable.Range(0, Count).Select(async n =>
        {
            var seat = n % voting.Voters.Count;
            await box.CastAsync(voting.Voters[seat], DemoVoting.Choices[seat % 3]);
            if (Interlocked.Increment(ref answered) == Count / 2)
                half.SetResult();
        }));
        await half.Task;
        await voting.CloseAsync(vote);
        var late = new CastBallots(vote);
        await Task.WhenAll(voting.Voters.Select(voter => late.CastAsync(voter, "abstain")));
        await casting;

        report.Row("stored / refused as closed", $"{box.Stored} / {box.Refused("VoteNotOpen")}");
        report.MustBeZero("answered by anything else", Count - box.Stored - box.Refused("VoteNotOpen"));
        report.MustBeZero("stored after closing was answered", late.Stored);
        await CompareAsync(voting, box, report);
    }

    /// <summary>Each seat has several windows open, and changes its choice in them by turns.</summary>
    private static async Task KillAmongAsync(DemoVoting voting, ServerUnderLoad server, Report report)
    {
        var vote = await OpenAsync(voting, "kill");
        var box = new CastBallots(vote);
        var (begun, answered) = (0, 0);
        var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var casting = Task.WhenAll(voting.Voters.SelectMany(voter => Enumerable.Range(0, Windows).Select(async window =>
        {
            for (var n = window; Interlocked.Increment(ref begun) <= Count; n++)
            {
                if (!await box.CastAsync(voter, DemoVoting.Choices[(int)(voter.SeatId + n) % 3]))
                    return;
                if (Interlocked.Increment(ref answered) == Count / 2)
                    half.SetResult();
            }
        })));
        await half.Task;
        await server.KillAsync();
        await casting;
        await server.StartAsync();
        await voting.CloseAsync(vote);

        report.Row("stored / left without an answer by the kill", $"{box.Stored} / {box.Unanswered}");
        report.MustBeZero("refused", box.Known - box.Stored);
        await CompareAsync(voting, box, report);
    }

    private static async Task<long> OpenAsync(DemoVoting voting, string name)
    {
        var vote = await voting.PrepareAsync($"Souhlasíte? ({name})");
        await voting.OpenAsync(vote);
        return vote;
    }

    private static async Task CompareAsync(DemoVoting voting, CastBallots box, Report report)
    {
        var result = await voting.ReadAsync(box.VoteId);
        var record = await voting.ReadRecordAsync(box.VoteId);
        report.Row("counted for / against / abstained", $"{result.Counts["for"]} / {result.Counts["against"]} / {result.Counts["abstain"]}", $"{voting.Voters.Count} seats");
        report.MustBeZero("seats whose stored ballot is lost or another", voting.Voters.Count(voter => !box.Allows(voter, record.GetValueOrDefault(voter))));
        report.MustBeZero("ballots counted otherwise than recorded", DemoVoting.Choices.Sum(choice => Math.Abs(result.Counts[choice] - record.Values.Count(said => said == choice))));
    }
}
