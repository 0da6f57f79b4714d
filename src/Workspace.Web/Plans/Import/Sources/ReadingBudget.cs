using Workspace.Web.Data;

namespace Workspace.Web.Plans.Import.Sources;

/// <summary>Counts what a reader has taken from a file, tells how far it is, and stops at a limit or when the person gave up.</summary>
internal sealed class ReadingBudget(IProgress<int>? progress, CancellationToken cancellation)
{
    private const int Step = 200;
    private int cells;
    private int letters;

    public int Rows { get; private set; }

    public CancellationToken Cancellation => cancellation;

    public void TakeRow()
    {
        cancellation.ThrowIfCancellationRequested();
        if (++Rows > ImportLimits.Rows)
            throw new ImportRefusedException(new("ImportTooManyRows", ImportLimits.Rows));
        if (Rows % Step == 0)
            progress?.Report(Rows);
    }

    public void TakeCell(int column)
    {
        if (column >= ImportLimits.Columns)
            throw new ImportRefusedException(new("ImportTooManyColumns", ImportLimits.Columns));
        if (++cells > ImportLimits.Cells)
            throw new ImportRefusedException(new("ImportTooManyRows", ImportLimits.Rows));
    }

    public void TakeText(int length)
    {
        letters += length;
        if (letters > ImportLimits.TextLength)
            throw new ImportRefusedException(new("ImportUnpacksTooLarge"));
    }

    public void Finish() => progress?.Report(Rows);
}

/// <summary>Leaves a reader in the middle of a file; becomes the returned <see cref="Refusal"/> at the entry.</summary>
internal sealed class ImportRefusedException(Refusal refusal) : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;
}
