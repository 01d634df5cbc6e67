using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Finds what a report attributes to whom, from the trees of its sentences and its quotation marks.</summary>
internal sealed class AttributionFinder(LanguageData data)
{
    private readonly AttributionCues _cues = new(data);

    /// <summary>The attributions of <paramref name="report"/> in text order; <paramref name="speeches"/> is what was read line by line.</summary>
    public IReadOnlyList<Attribution> Find(AnnotatedReport report, List<QuotedSpan> quotes, IReadOnlyList<Speech> speeches) =>
        report.Tokens.Count == 0 ? [] : new AttributionReading(report, new AttributionTree(report, quotes), _cues).Read(speeches);
}
