using System.Globalization;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Tests.Present;

/// <summary>Makes a situation by hand: evidence is named by its words, and the spans, ids and hashes follow from the text.</summary>
internal sealed class SituationBuilder
{
    private readonly Dictionary<string, ReportEntry> _reports = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Evidence> _evidence = new(StringComparer.Ordinal);

    public IReadOnlyList<ReportEntry> Reports => [.. _reports.Values];

    public IReadOnlyList<Evidence> EvidenceList =>
        [.. _evidence.Values.OrderBy(e => e.Report, StringComparer.Ordinal).ThenBy(e => e.Start).ThenBy(e => e.End)];

    public string Report(
        string id, string path, string? outlet, string? title, string text, string? origin, PublishedEntry? published = null,
        string? url = null, IReadOnlyList<CutEntry>? cut = null, IReadOnlyList<CreditEntry>? credits = null, IReadOnlyList<string>? copies = null)
    {
        _reports.Add(id, new ReportEntry(
            id, path, copies ?? [], url, outlet, title, null, [], "en",
            published ?? new PublishedEntry(null, null, "unknown", null, null, []), null, credits ?? [], origin,
            StableHash.Sha256(text), StableHash.Sha256("bytes of " + path),
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, text, cut ?? []));
        return id;
    }

    public void Change(string id, Func<ReportEntry, ReportEntry> change) => _reports[id] = change(_reports[id]);

    /// <summary>The evidence id of the first place in the report's text where <paramref name="words"/> stand.</summary>
    public string Words(string report, string words)
    {
        string text = _reports[report].Text;
        int start = text.IndexOf(words, StringComparison.Ordinal);
        if (start < 0)
            throw new ArgumentException($"'{words}' is not in {report}.");
        int end = start + words.Length;
        string id = StableHash.Id("x", report, start.ToString(CultureInfo.InvariantCulture), end.ToString(CultureInfo.InvariantCulture));
        _evidence.TryAdd(id, new Evidence(
            id, report, start, end, words, text[Math.Max(0, start - 32)..start], text[end..Math.Min(text.Length, end + 32)]));
        return id;
    }
}
