using NodaTime;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Which reports tell of one occurrence, and which of a report's numbers is the toll of that occurrence as the report adds it up. The tolls of one
/// occurrence are readings of one figure, wherever the sentences stand that give them and whichever event those name.
/// </summary>
internal sealed class StoryTolls
{
    private const int NearDays = 1;

    // Two reports with two numbers may mean two things by them; a third shows that they count one.
    private const int LeastReports = 3;
    private const int RisingDays = 4;
    private const int Aside = 25;
    private const decimal SameScale = 3m;
    private static readonly HashSet<string> s_some = new(["seriously", "critically", "critical", "severely", "badly", "life-threatening", "threatening", "still", "remain", "remained", "slightly", "serious", "intensive"], StringComparer.Ordinal);
    private readonly int[] _story;
    private readonly IReadOnlyList<ReportToll>[] _tolls;
    private readonly ClusterContext _context;
    private readonly IReadOnlyList<EventUnit> _units;
    private readonly Dictionary<(int Report, Measure), decimal> _risen = [];

    public StoryTolls(LanguageData data, ClusterContext context, IReadOnlyList<EventUnit> units)
    {
        _units = units;
        _context = context;
        TollReader reader = data.Made(d => new TollReader(d));
        WordWeights weights = WordWeights.Of(data);
        _tolls = [.. context.Reports.Select(r => reader.Read(r.Annotated))];
        ReportProfile[] profiles = [.. context.Reports.Select((r, i) => ReportProfile.Of(r.Annotated, ClusterContext.PublishedDay(r), _tolls[i], weights))];
        _story = StoryFinder.Find(profiles);
    }

    /// <summary>Joins the <paramref name="clusters"/> of <paramref name="items"/> that count everybody killed, or hurt, in one occurrence.</summary>
    public List<List<int>> Join(List<List<int>> clusters, IReadOnlyList<FigureItem> items)
    {
        foreach (FigureItem risen in items.Where(i => i.Claim.Cumulative && IsWhole(i)))
            _risen[(risen.ReportIndex, risen.Measure)] = Math.Max(risen.Value.Stated, _risen.GetValueOrDefault((risen.ReportIndex, risen.Measure)));
        Unite(clusters, items);
        List<List<int>> joined = [];
        Dictionary<(int Story, Measure), List<List<int>>> series = [];
        foreach (List<int> cluster in clusters.OrderByDescending(c => c.Count(i => IsMain(items[i]))).ThenByDescending(c => c.Count).ThenBy(c => items[c[0]].Report.Report.Id, StringComparer.Ordinal).ThenBy(c => items[c[0]].Quantity.Span.Start))
        {
            if (!cluster.All(i => IsWhole(items[i])) || cluster.Select(i => _story[items[i].ReportIndex]).Distinct().Count() != 1)
            {
                joined.Add(cluster);
                continue;
            }
            (int, Measure) key = (_story[items[cluster[0]].ReportIndex], items[cluster[0]].Measure);
            if (!series.TryGetValue(key, out List<List<int>>? known))
                series.Add(key, known = []);
            bool main = cluster.Any(i => IsMain(items[i]));
            List<int>? home = known.FirstOrDefault(k => k.Any(i => IsMain(items[i])) && (main && k.Concat(cluster).Select(i => items[i].ReportIndex).Distinct().Count() >= LeastReports || cluster.All(i => Fits(items[i], k.Select(m => items[m])))) && k.All(x => cluster.All(y => MayBeOne(items[x], items[y]))));
            if (home is not null)
            {
                home.AddRange(cluster);
                continue;
            }
            known.Add(cluster);
            joined.Add(cluster);
        }
        return joined;
    }

    /// <summary>Stories whose reports' tolls were found to be of one event already are one.</summary>
    private void Unite(List<List<int>> clusters, IReadOnlyList<FigureItem> items)
    {
        foreach (List<int> cluster in clusters)
        {
            int[] stories = [.. cluster.Where(i => IsWhole(items[i])).Select(i => _story[items[i].ReportIndex]).Distinct().Order()];
            for (int i = 0; stories.Length > 1 && i < _story.Length; i++)
            {
                if (stories.Contains(_story[i]))
                    _story[i] = stories[0];
            }
        }
    }

    /// <summary>Whether the number is the one that its report adds up to.</summary>
    private bool IsMain(FigureItem item) =>
        _risen.TryGetValue((item.ReportIndex, item.Measure), out decimal risen) ? item.Value.Stated == risen : _tolls[item.ReportIndex].Any(t => t.Measure == item.Measure && !t.IsDerived && t.Count == item.Value.Stated && item.Value.Stated > 1 && t.Parts.Any(p => p.Evidence.Overlaps(item.Claim.Evidence)));

    /// <summary>Everybody killed or hurt, whoever they are: no part of them, no side, no other time.</summary>
    private bool IsWhole(FigureItem item) =>
        item.Measure is Measure.Killed or Measure.Injured && !item.IsBackground && item.Scope.Length == 0 && item.Value.Stated > 1
        // "Rose to five after two missing people were found dead": the five are all of them.
        && (!_risen.TryGetValue((item.ReportIndex, item.Measure), out decimal risen) || item.Value.Stated >= risen)
        && !IsSomeOfHurt(item) && _context.Actor(item.Owner) is null or { IsNamed: false, Country: null }
        && item.Class is null or ClusterClasses.People && item.Claim.Status is not (ClaimStatus.Denied or ClaimStatus.Planned or ClaimStatus.Hypothetical);

    /// <summary>"Four are seriously injured", "seven are still being treated": some of those hurt.</summary>
    private static bool IsSomeOfHurt(FigureItem item)
    {
        TextSpan sentence = item.Report.Annotated.Sentences[item.Claim.Sentence].Span;
        int start = Math.Max(sentence.Start, item.Claim.Evidence.Start - Aside), end = Math.Min(sentence.End, item.Claim.Evidence.End + Aside);
        return item.Measure == Measure.Injured && ClusterWords.Split(TextSpan.FromBounds(start, end).Of(item.Report.Report.Text)).Any(s_some.Contains);
    }

    /// <summary>"Scores", "at least five", or the very number: a number that a reading of the series does not exclude.</summary>
    private static bool Fits(FigureItem item, IEnumerable<FigureItem> series) =>
        series.Any(s => s.Value.SameAs(item.Value) || s.Value.Stated == item.Value.Stated || !item.Value.IsExact && s.Value.IsExact && s.Value.CompatibleWith(item.Value) && (item.Quantity.Vague || s.Value.RatioTo(item.Value) <= SameScale));

    /// <summary>Whether nothing that is told of the two sets them apart: day, place, or one report that gives both.</summary>
    private bool MayBeOne(FigureItem a, FigureItem b) =>
        (a.When is not { } x || b.When is not { } y || Near(x, y, a.Claim.Cumulative || b.Claim.Cumulative ? RisingDays : NearDays)) && _context.PlacesCompatible(a.Place, b.Place)
        && (a.Unit < 0 || b.Unit < 0 || a.Unit == b.Unit || _context.PlacesCompatible(_units[a.Unit], _units[b.Unit]))
        && (a.ReportIndex != b.ReportIndex || a.Value.CompatibleWith(b.Value) && (a.Quantity.Vague || b.Quantity.Vague || a.Value.RatioTo(b.Value) <= SameScale))
        && (a.Value.RatioTo(b.Value) <= SameScale * 2 || a.Quantity.Vague || b.Quantity.Vague);

    // A report of the morning after puts the night on its own day, and a toll "rose on Monday" that is of Saturday.
    private static bool Near(EdtfDate a, EdtfDate b, int days) => a.Overlaps(b) || Math.Abs(Period.DaysBetween(a.End, b.Start)) <= days || Math.Abs(Period.DaysBetween(b.End, a.Start)) <= days;
}
