namespace Workspace.Web.Data;

/// <summary>
/// Why a request was refused. <see cref="Code"/> is a key of RefusalStrings (both languages) and the API's <c>code</c>;
/// <see cref="Arguments"/> fill its placeholders.
/// </summary>
public sealed record Refusal(string Code, params object[] Arguments)
{
    public static readonly Refusal NotAllowed = new("NotAllowed");
    public static readonly Refusal NotFound = new("NotFound");
    public static readonly Refusal Conflict = new("Conflict");
}

/// <summary>What came of a request that may be refused: done, or the reason why not.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    public static readonly Outcome Done = new(null);

    public bool IsDone => Refusal is null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>What came of a request that yields something: the value, or the reason why not.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    public bool IsDone => Refusal is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
