using Parallax.Assess;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>The framing of one event as a table of plain words: facts down, outlets across. Briefs lay it out and escape it.</summary>
internal sealed class FramingTable
{
    private const int LongestWords = 48;
    private readonly BriefContent _content;
    private readonly Dictionary<FramingRow, Dictionary<string, FramingCell>> _cells = new(ReferenceEqualityComparer.Instance);

    /// <summary>The table of <paramref name="framing"/> with at most <paramref name="most"/> outlets, those with most cells.</summary>
    public FramingTable(BriefContent content, EventFraming framing, int most)
    {
        _content = content;
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (FramingRow row in framing.Rows)
        {
            Dictionary<string, FramingCell> cells = new(StringComparer.Ordinal);
            foreach (FramingCell cell in row.Cells)
            {
                string name = NameOf(cell);
                cells.TryAdd(name, cell);
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
            _cells.TryAdd(row, cells);
        }
        string[] all = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
        Outlets = [.. all.Take(most).Order(StringComparer.Ordinal)];
        More = all.Length - Outlets.Count;
        Rows = framing.Rows;
    }

    /// <summary>The outlets shown, ordered by full name.</summary>
    public IReadOnlyList<string> Outlets { get; }

    /// <summary>How many outlets are not shown.</summary>
    public int More { get; }

    public IReadOnlyList<FramingRow> Rows { get; }

    /// <summary>What the row is about: "who did it: armed men".</summary>
    public static string Title(FramingRow row)
    {
        string about = row.About switch
        {
            FramingAbout.Occurrence => "that it happened",
            FramingAbout.Initiator => "who did it",
            FramingAbout.Target => "to whom",
            FramingAbout.Called => "what they call",
            FramingAbout.Figure => "how many",
            FramingAbout.Place => "where",
            FramingAbout.Day => "when",
            FramingAbout.Outcome => "what became of it",
            FramingAbout.Responsibility => "who is blamed",
            _ => "who denies it",
        };
        return row.About == FramingAbout.Occurrence || row.Fact.Length == 0 ? about : about + ": " + Cut(TerminalText.Clean(row.About == FramingAbout.Day ? DateWords.Of(row.Fact) : row.Fact));
    }

    /// <summary>The cell of an outlet in a row; null where it has none.</summary>
    public FramingCell? Cell(FramingRow row, string outlet) => _cells.GetValueOrDefault(row)?.GetValueOrDefault(outlet);

    /// <summary>"attributed to police, “gunmen”".</summary>
    public string Words(FramingCell cell)
    {
        string use = ContractNames.Of(cell.As);
        string by = _content.Actor(cell.SaidBy) is { } speaker ? (cell.As == FramingUse.Denied ? " by " : " to ") + Cut(TerminalText.Clean(speaker.Name)) : "";
        string said = cell.As is FramingUse.Attributed or FramingUse.Denied ? by : "";
        return cell.Words is { Length: > 0 } words ? $"{use}{said}, “{Cut(TerminalText.Clean(words))}”" : use + said;
    }

    private string NameOf(FramingCell cell) => cell.Outlet is { Length: > 0 } outlet ? TerminalText.Clean(outlet) : cell.Reports.Count > 0 ? "report " + BriefWords.Number(_content.NumberOf(cell.Reports[0])) : "unknown outlet";

    private static string Cut(string text) => text.Length <= LongestWords ? text : text[..(char.IsHighSurrogate(text[LongestWords - 2]) ? LongestWords - 2 : LongestWords - 1)].TrimEnd() + "…";
}
