using DocumentFormat.OpenXml.Wordprocessing;

namespace Workspace.Web.Exports;

/// <summary>The numbering of a document: bullets, '1.' and '1)', nine levels deep; every numbered list counts for itself.</summary>
internal sealed class DocxLists
{
    public const int DeepestLevel = 8;

    private const int Bullets = 1, Dots = 2, Brackets = 3;

    /// <summary>Word and LibreOffice grow slow with thousands of lists, and Word counts no further than this.</summary>
    private const int MostLists = 1000, HighestNumber = 32767;

    private readonly Numbering numbering = new();

    private int lists = Bullets;

    public DocxLists()
    {
        numbering.Append(Definition(Bullets, level => (NumberFormatValues.Bullet, "•–▪"[level % 3].ToString())));
        numbering.Append(Definition(Dots, level => (NumberFormatValues.Decimal, $"%{level + 1}.")));
        numbering.Append(Definition(Brackets, level => (NumberFormatValues.Decimal, $"%{level + 1})")));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets });
    }

    public static int Indent(int level) => DocxStyle.Hang * (level + 1);

    public NumberingProperties BulletAt(int level) => At(Bullets, level);

    /// <summary>Begins a list that counts from <paramref name="start"/>; null when its numbers have to be written as text.</summary>
    public int? BeginNumbered(int level, int start, int count, char delimiter)
    {
        if (lists >= MostLists || (long)start + count > HighestNumber) return null;
        numbering.Append(new NumberingInstance(
            new AbstractNumId { Val = delimiter == ')' ? Brackets : Dots },
            new LevelOverride(new StartOverrideNumberingValue { Val = start }) { LevelIndex = level })
        { NumberID = ++lists });
        return lists;
    }

    public static NumberingProperties At(int list, int level) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = list });

    public Numbering Build() => numbering;

    private static AbstractNum Definition(int id, Func<int, (NumberFormatValues Format, string Text)> look)
    {
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        for (var level = 0; level <= DeepestLevel; level++)
        {
            var (format, text) = look(level);
            definition.Append(new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = DocxText.Twips(Indent(level)), Hanging = DocxText.Twips(DocxStyle.Hang) }))
            { LevelIndex = level });
        }
        return definition;
    }
}
