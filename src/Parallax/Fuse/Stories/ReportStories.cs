using NodaTime;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Which two reports tell of one occurrence. Each pair is judged by itself and once, so that no third report can change the answer.</summary>
internal sealed class ReportStories(LanguageData data, IReadOnlyList<ReportInFusion> reports)
{
    private readonly TollReader _tolls = new(data);
    private readonly WordWeights _weights = WordWeights.Of(data);
    private readonly ReportProfile?[] _profiles = new ReportProfile?[reports.Count];
    private readonly HashSet<string>?[] _names = new HashSet<string>?[reports.Count];
    private readonly Dictionary<(int, int), double> _known = [];

    /// <summary>How likely the reports of these numbers tell of one occurrence, from 0 to 1.</summary>
    public double Score(int a, int b)
    {
        (int, int) pair = a < b ? (a, b) : (b, a);
        if (!_known.TryGetValue(pair, out double score))
            _known.Add(pair, score = StoryMatch.Score(ProfileOf(a), ProfileOf(b)));
        return score;
    }

    /// <summary>Whether the report of this number has one of <paramref name="names"/>, folded words, anywhere.</summary>
    public bool Names(int report, IEnumerable<string> names)
    {
        HashSet<string> own = _names[report] ??= [.. reports[report].Annotated.Tokens.Where(t => t.Text.Length > 0 && char.IsUpper(t.Text[0])).Select(t => Folding.Fold(t.Text))];
        return names.Any(own.Contains);
    }

    private ReportProfile ProfileOf(int report)
    {
        LocalDate? day = reports[report].Published.Date is { Precision: DatePrecision.Day } published ? published.Start : null;
        return _profiles[report] ??= ReportProfile.Of(reports[report].Annotated, day, _tolls.Read(reports[report].Annotated), _weights);
    }
}
