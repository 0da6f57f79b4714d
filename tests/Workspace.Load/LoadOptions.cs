using System.Globalization;

namespace Workspace.Load;

/// <summary>What the command line asks for, within bounds that no slip of the pen can pass.</summary>
public sealed record LoadOptions
{
    public const string Usage = """
        Workspace.Load [scenario] [options]     Run it in Release: dotnet run -c Release --project tests/Workspace.Load -- all

          latency      from a local edit to its arrival at every other client
          throughput   edits a second, as fast as acknowledgements allow
          open         time to open texts of 100 KB and 1 MB with 10,000 revisions
          history      a text of 1 MB with 10,000 revisions: its slider, jumps, comparisons, authors
          memory       server memory per connected client
          kill         kill -9 under load, restart, and look for what was lost
          watchers     from the chair's click to the card, and to the result, on every screen; memory per open page
          ballots      ballots at once against a closing chair, and a kill -9 among them
          rounds       pages of a plan of 500 items and of its rounds with 5,000 comments
          all          one after another (default)

          --url URL            a running server on this machine with the demo on; by default one is started
          --database NAME      sqlite (default) or postgresql, for the server that is started
          --connection STRING  of an empty PostgreSQL database
          --clients N          1 to 2000; 20 by default, for memory 800, for watchers 500
          --texts N            1 to 50 texts among which the clients are spread; 1 by default
          --rate N             edits a second of each client, 0.1 to 100; 5 by default
          --burst N            changes in one submission of 'throughput', 1 to 500; 10 by default
          --seconds N          1 to 600; 10 by default
        """;

    public string Scenario { get; private init; } = "all";

    public Uri? Url { get; private init; }

    public bool IsPostgreSql { get; private init; }

    public string? Connection { get; private init; }

    public int? ChosenClients { get; private init; }

    public int Clients => ChosenClients ?? 20;

    public int Texts { get; private init; } = 1;

    public double Rate { get; private init; } = 5;

    public int Burst { get; private init; } = 10;

    public int Seconds { get; private init; } = 10;

    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static LoadOptions Read(string[] arguments)
    {
        var options = new LoadOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i];
            if (name is "latency" or "throughput" or "open" or "history" or "memory" or "kill" or "watchers" or "ballots" or "rounds" or "all")
            {
                options = options with { Scenario = name };
                continue;
            }
            var value = ++i < arguments.Length ? arguments[i] : throw new FormatException($"{name} lacks its value.");
            options = name switch
            {
                "--url" => options with { Url = Local(value) },
                "--database" => options with { IsPostgreSql = value is "postgresql" || (value is "sqlite" ? false : throw new FormatException($"--database is sqlite or postgresql, not {value}.")) },
                "--connection" => options with { Connection = value },
                "--clients" => options with { ChosenClients = (int)Number(name, value, 1, 2000) },
                "--texts" => options with { Texts = (int)Number(name, value, 1, 50) },
                "--rate" => options with { Rate = Number(name, value, 0.1, 100) },
                "--burst" => options with { Burst = (int)Number(name, value, 1, 500) },
                "--seconds" => options with { Seconds = (int)Number(name, value, 1, 600) },
                _ => throw new FormatException($"{name} is no option."),
            };
        }
        if (options.IsPostgreSql && options.Url is null && options.Connection is null)
            throw new FormatException("--database postgresql needs --connection.");
        return options;
    }

    private static Uri Local(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.IsLoopback && url.Scheme == Uri.UriSchemeHttp
            ? url
            : throw new FormatException("--url must be an http address on this machine.");

    private static double Number(string name, string value, double least, double most) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"{name} must be a number from {least} to {most}.");
}
