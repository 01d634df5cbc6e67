using System.Globalization;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Collects the evidence of one situation; the same span of the same report is one entry. Not for use by several threads.</summary>
internal sealed class EvidenceTable
{
    private const int ContextLength = 32;
    private readonly SortedDictionary<string, Evidence> _entries = new(StringComparer.Ordinal);

    /// <summary>The entries, ordered by report and position.</summary>
    public IReadOnlyList<Evidence> ToList() =>
        _entries.Values.InOrder();

    /// <summary>Records <paramref name="span"/> of <paramref name="report"/>'s clean text and gives its id.</summary>
    public string Add(Report report, TextSpan span)
    {
        string id = StableHash.Id("x", report.Id, span.Start.ToString(CultureInfo.InvariantCulture), span.End.ToString(CultureInfo.InvariantCulture));
        if (!_entries.ContainsKey(id))
        {
            string text = report.Text;
            int before = Math.Max(0, span.Start - ContextLength);
            int after = Math.Min(text.Length, span.End + ContextLength);
            if (before < span.Start && char.IsLowSurrogate(text[before]))
                before++;
            if (after > span.End && char.IsHighSurrogate(text[after - 1]))
                after--;
            _entries.Add(id, new Evidence(id, report.Id, span.Start, span.End, span.Of(text), text[before..span.Start], text[span.End..after]));
        }
        return id;
    }
}
