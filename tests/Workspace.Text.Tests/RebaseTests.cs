namespace Workspace.Text.Tests;

public sealed class RebaseTests
{
    private static readonly (string, ChangeSet) Deletion = ("b", ChangeSet.Replace(5, 0, 5, ""));
    private static readonly (string, ChangeSet) Insertion = ("b", ChangeSet.Replace(0, 0, 0, "xyz"));
    private static readonly (string, ChangeSet) Own = ("a", ChangeSet.Replace(5, 3, 3, "Q"));

    [Fact]
    public void InTurn_OverOthers_FitsBehindThem()
    {
        var result = Rebase.InTurn([Own, ("a", ChangeSet.Replace(6, 4, 4, "R"))], [("b", ChangeSet.Replace(5, 0, 2, "x"))]);
        Assert.Equal(["[2,[0,\"Q\"],2]", "[3,[0,\"R\"],2]"], result.Select(c => c.ToJson()));
    }

    [Fact]
    public void BothWays_OwnOnesConfirmed_AreLeftOut()
    {
        (string, ChangeSet) later = ("a", ChangeSet.Replace(6, 6, 6, "R"));
        (string, ChangeSet) other = ("b", ChangeSet.Replace(6, 0, 1, ""));
        Assert.Equal(["[5,[0,\"R\"]]"], Rebase.InTurn([Own, later], [Own, other]).Select(c => c.ToJson()));
        Assert.Equal(["[5,[0,\"R\"]]"], Rebase.Over([Own, later], [Own, other]).Select(c => c.ToJson()));
        Assert.Empty(Rebase.InTurn([Own], [Own, other, ("a", ChangeSet.Empty(5))]));
        Assert.Empty(Rebase.Over([Own], [Own, other, ("a", ChangeSet.Empty(5))]));
    }

    [Fact]
    public void BothWays_OverNothing_StayAsTheyAre()
    {
        Assert.Same(Own.Item2, Assert.Single(Rebase.InTurn([Own], [])));
        Assert.Same(Own.Item2, Assert.Single(Rebase.Over([Own], [])));
        Assert.Empty(Rebase.InTurn([], [Deletion]));
        Assert.Empty(Rebase.Over([], [Deletion]));
    }

    /// <summary>Why the server maps in turn: composed, the answer depends on how the changes are portioned.</summary>
    [Fact]
    public void Over_ADeletionAndAnInsertionInItsPlace_DependsOnThePortions()
    {
        var together = Assert.Single(Rebase.Over([Own], [Deletion, Insertion]));
        var first = Assert.Single(Rebase.Over([Own], [Deletion]));
        var apart = Assert.Single(Rebase.Over([("a", first)], [Insertion]));
        Assert.Equal("Qxyz", together.Apply("xyz"));
        Assert.Equal("xyzQ", apart.Apply("xyz"));
        Assert.Equal("xyzQ", Assert.Single(Rebase.InTurn([Own], [Deletion, Insertion])).Apply("xyz"));
    }

    [Fact]
    public void InTurn_InAnyPortions_GivesTheSame()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var texts = new RandomTexts(Seed.For(i));
            var text = texts.Document();
            List<(string, ChangeSet Changes)> over = [("b", texts.Change(text.Length))];
            for (var j = 0; j < 3; j++)
                over.Add(("b", texts.Change(over[^1].Changes.NewLength)));
            var own = texts.Change(text.Length);
            var atOnce = Rebase.InTurn([("a", own)], over)[0];
            var half = Rebase.InTurn([("a", own)], over[..2])[0];
            var inTwo = Rebase.InTurn([("a", half)], over[2..])[0];
            Assert.True(atOnce.ToJson() == inTwo.ToJson(), $"{Seed.Sentence(i)}{own} over {string.Join(' ', over)}");
        }
    }

    /// <summary>Messages wait, overtake each other, arrive twice or never; in the end everybody sees the server's text.</summary>
    [Fact]
    public void Clients_OnABadNetwork_Converge()
    {
        for (var i = 0; i < 1_500; i++)
        {
            var random = Seed.For(i);
            var texts = new RandomTexts(random);
            var server = new ServerModel(texts.Document());
            var clients = Enumerable.Range(0, 2 + random.Next(4)).Select(n => new ClientModel($"client {n}", server.Text)).ToList();
            var network = new List<Action>();
            var edits = 0;
            for (var step = 0; step < 80; step++)
            {
                var client = clients[random.Next(clients.Count)];
                switch (random.Next(5))
                {
                    case 0 when client.Text.Length < 1000:
                        client.Edit(texts.Change(client.Text.Length));
                        edits++;
                        break;
                    case 1 when !client.IsConfirmed:
                        var (version, own) = (client.Version, client.Unconfirmed);
                        network.Add(() => server.Submit(version, own));
                        break;
                    case 2 when server.Log.Count > 0:
                        var first = random.Next(server.Log.Count);
                        var revisions = server.Log.Skip(first).Take(1 + random.Next(5)).ToList();
                        network.Add(() => client.Receive(first, revisions));
                        break;
                    default:
                        Deliver(network, random);
                        break;
                }
            }
            while (network.Count > 0)
                Deliver(network, random);
            foreach (var client in clients.Where(c => !c.IsConfirmed))
                server.Submit(client.Version, client.Unconfirmed);
            foreach (var client in clients)
                client.Receive(0, server.Log);
            Assert.True(server.Log.Count == edits, $"{Seed.Sentence(i)}{edits} edits became {server.Log.Count} revisions");
            Assert.True(clients.All(c => c.IsConfirmed && c.Text == server.Text), $"{Seed.Sentence(i)}the texts differ");
        }
    }

    [Fact]
    public void InTurn_OfOneLetterOverThousands_CostsTheSameForEach()
    {
        var random = Seed.For(0);
        List<(string, ChangeSet)> over = [];
        for (var i = 0; i < 5000; i++)
        {
            var at = random.Next(100_000);
            over.Add(("b", ChangeSet.Replace(100_000 + i, at, at, "x")));
        }
        (string, ChangeSet) own = ("a", ChangeSet.Replace(100_000, 50_000, 50_000, "y"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(105_001, Assert.Single(Rebase.InTurn([own], over)).NewLength);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / over.Count, 1, 1024);
    }

    private static void Deliver(List<Action> network, Random random)
    {
        if (network.Count == 0)
            return;
        var next = random.Next(network.Count);
        var message = network[next];
        if (random.Next(4) > 0)
            network.RemoveAt(next);
        if (random.Next(6) > 0)
            message();
    }
}
