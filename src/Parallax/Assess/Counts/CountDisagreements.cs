using System.Globalization;
using NodaTime;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// Disagreements between the counts of two reports that tell of one matter, whether or not fusion could bring them to one figure. A figure holds
/// only readings of one scope; what merely looks like a rival number is found and explained here.
/// </summary>
internal sealed class CountDisagreements(LanguageData data, FusedReports fused, EvidenceTable evidence, ReportWords words)
{
    private const int Window = 12;
    private const int MostKeys = 12;
    private const int NearDays = 10;
    private const int AgreedBonus = 10;
    private readonly CountKind _kinds = new(data);
    private readonly ILookup<(string Report, string Text), Figure> _figures =
        fused.Figures.SelectMany(f => f.Readings.Select(r => (Key: (r.Report, r.Text), Figure: f))).ToLookup(r => r.Key, r => r.Figure);

    private ILookup<int, Count>? _byReport;

    public IReadOnlyList<Disagreement> Find()
    {
        CountReader reader = data.Made(d => new CountReader(d));
        List<Count> counts = [];
        LocalDate? earliest = Enumerable.Range(0, fused.Reports.Count).Select(r => words.Of(r).Published).Where(p => p is not null).Min();
        for (int r = 0; r < fused.Reports.Count; r++)
            counts.AddRange(reader.Read(fused.Reports[r], r, words.Of(r), earliest));
        _byReport = counts.ToLookup(c => c.ReportIndex);
        SortedSet<(int, int)> met = [];
        Dictionary<(int, int), List<(int Score, Count A, Count B)>> byReports = [];
        foreach ((int x, int y) in ClusterBuilder.Candidates([.. counts.Select(c => c.IsListed ? [] : Keys(c))], Window))
        {
            (Count a, Count b) = ReportPairs.InOrder(counts[x], counts[y]);
            if (ReportPairs.IsOneText(a, b) || !ReportPairs.NearInTime(a, b, NearDays))
                continue;
            met.Add((a.ReportIndex, b.ReportIndex));
            int score = CountMatch.Score(a, b);
            if (score < CountMatch.Threshold || !words.Matter.Holds(a.ReportIndex, a.Vocabulary, b.ReportIndex, b.Vocabulary))
                continue;
            if (!byReports.TryGetValue((a.ReportIndex, b.ReportIndex), out List<(int, Count, Count)>? list))
                byReports.Add((a.ReportIndex, b.ReportIndex), list = []);
            list.Add((score, a, b));
        }
        List<(Count A, Count B, DisagreementKind Kind)> rivals = [];
        foreach (((int, int) _, List<(int Score, Count A, Count B)> pairs) in byReports.OrderBy(p => p.Key.Item1).ThenBy(p => p.Key.Item2))
            rivals.AddRange(OfReports(pairs));
        List<CountSums.Sum> sums = Sums(_byReport, met);
        HashSet<Count> summed = new(sums.SelectMany(s => s.Parts.Append(s.Total)), ReferenceEqualityComparer.Instance);
        return [.. sums.Select(Make), .. Groups([.. rivals.Where(r => !summed.Contains(r.A) && !summed.Contains(r.B))]).Select(Make)];
    }

    /// <summary>The sums that do not come out, each list of parts once: against its own report's total, else against that of a report on the same matter.</summary>
    private List<CountSums.Sum> Sums(ILookup<int, Count> byReport, SortedSet<(int A, int B)> met)
    {
        Dictionary<int, Count[]> counts = byReport.ToDictionary(r => r.Key, r => r.ToArray());
        // A report meets many others; its lists of parts are found once.
        Dictionary<int, IReadOnlyList<Count>[]> lists = counts.ToDictionary(r => r.Key, r => CountSums.Lists(r.Value).ToArray());
        List<CountSums.Sum> found = [];
        HashSet<Count> done = new(ReferenceEqualityComparer.Instance);
        IEnumerable<(int, int)> pairs = byReport.Select(r => (r.Key, r.Key)).Concat(met.SelectMany(m => new[] { (m.A, m.B), (m.B, m.A) }));
        foreach ((int total, int parts) in pairs)
        {
            if (total != parts && !words.Matter.Holds(total, counts[total][0].Vocabulary, parts, counts[parts][0].Vocabulary))
                continue;
            foreach (CountSums.Sum sum in CountSums.Find(counts[total], lists[parts]))
            {
                if (sum.Parts.Any(done.Contains))
                    continue;
                done.UnionWith(sum.Parts);
                found.Add(sum);
            }
        }
        return found;
    }

    private Disagreement Make(CountSums.Sum sum) => DisagreementFinder.Make(
        DisagreementAbout.Figure, DisagreementKind.Arithmetic, SubjectOf(sum.Total) ?? sum.Total.Report.Claims.Source.Report.Id,
        [.. sum.Parts.Prepend(sum.Total).Select(c => PositionOf([c]))], CountSums.Explain(sum));

    /// <summary>Each count is set against its best match only, and the best matches come first.</summary>
    private IEnumerable<(Count A, Count B, DisagreementKind Kind)> OfReports(List<(int Score, Count A, Count B)> pairs)
    {
        HashSet<Count> taken = new(ReferenceEqualityComparer.Instance);
        foreach ((int _, Count a, Count b) in pairs.OrderByDescending(p => p.Score + (p.A.Value.SameAs(p.B.Value) ? AgreedBonus : 0)).ThenBy(p => p.A.Quantity.Span.Start).ThenBy(p => p.B.Quantity.Span.Start))
        {
            if (taken.Contains(a) || taken.Contains(b))
                continue;
            taken.Add(a);
            taken.Add(b);
            if (!a.Value.SameAs(b.Value) && _kinds.Of(a, b) is DisagreementKind kind && (kind == DisagreementKind.Scope || !IsOneOfSeveral(a, b) && !IsOneOfSeveral(b, a)))
                yield return (a, b, kind);
        }
    }

    /// <summary>Where a report gives several numbers of what looks like one scope, or gives the other's very number too, a differing number elsewhere cannot be set against any one of them.</summary>
    private bool IsOneOfSeveral(Count one, Count other) => _byReport![one.ReportIndex].Any(c =>
        c != one && !c.IsListed && c.Quantity.Kind == one.Quantity.Kind && !c.Value.CompatibleWith(one.Value) && c.Act is not null && string.Equals(c.Act, one.Act, StringComparison.Ordinal)
        && (c.Noun is null || one.Noun is null || string.Equals(c.Class, one.Class, StringComparison.Ordinal)) && (c.Part is null || one.Part is null || string.Equals(c.Part, one.Part, StringComparison.Ordinal))
        && (c.Quantity.Sentence != one.Quantity.Sentence || c.Value.SameAs(other.Value)));

    /// <summary>
    /// Rival numbers of one kind, of the same people or things and the same fate, that hang together are one disagreement, however many reports give
    /// them. Numbers of two scopes, and vague numbers, are told in pairs: a chain of them would set side by side what has nothing to do with each other.
    /// </summary>
    private static IEnumerable<(DisagreementKind Kind, IReadOnlyList<Count> Counts)> Groups(List<(Count A, Count B, DisagreementKind Kind)> rivals)
    {
        HashSet<Count> shown = new(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<(DisagreementKind Kind, string Matter), (Count A, Count B, DisagreementKind Kind)> kind in rivals.GroupBy(r => (r.Kind, MatterOf(r.A, r.B))).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Item2, StringComparer.Ordinal))
        {
            Count[] counts = [.. kind.SelectMany(r => new[] { r.A, r.B }).Distinct<Count>(ReferenceEqualityComparer.Instance)];
            if (kind.Key.Kind is DisagreementKind.Scope or DisagreementKind.Vague or DisagreementKind.Measure)
            {
                foreach ((Count a, Count b, _) in kind)
                {
                    if (shown.Contains(a) || shown.Contains(b))
                        continue;
                    shown.Add(a);
                    shown.Add(b);
                    yield return (kind.Key.Kind, [a, b]);
                }
                continue;
            }
            Dictionary<Count, int> numbers = new(ReferenceEqualityComparer.Instance);
            for (int i = 0; i < counts.Length; i++)
                numbers.Add(counts[i], i);
            DisjointSets sets = new(counts.Length);
            foreach ((Count a, Count b, _) in kind)
                sets.Join(numbers[a], numbers[b]);
            foreach (IReadOnlyList<int> group in sets.Groups())
                yield return (kind.Key.Kind, [.. group.Select(i => counts[i])]);
        }
    }

    private static string MatterOf(Count a, Count b) =>
        ((int)a.Quantity.Kind).ToString(CultureInfo.InvariantCulture) + "|" + (a.Act ?? b.Act) + "|" + (a.IsPeople && b.IsPeople ? a.Part is null || b.Part is null ? "people" : a.Part : a.Noun ?? b.Noun);

    private Disagreement Make((DisagreementKind Kind, IReadOnlyList<Count> Counts) group)
    {
        // One sentence for each number and speaker proves it; the first published.
        Count[] shown = [.. group.Counts.OrderBy(c => c.Published ?? LocalDate.MaxIsoValue).ThenBy(c => c.ReportIndex).ThenBy(c => c.Quantity.Span.Start)];
        return DisagreementFinder.Make(
            DisagreementAbout.Figure, group.Kind, shown.Select(SubjectOf).OfType<string>().FirstOrDefault() ?? shown[0].Report.Claims.Source.Report.Id,
            [.. shown.GroupBy(c => (Folding.Fold(c.Words), c.Speaker is null ? "" : Folding.Fold(c.Speaker))).Select(g => PositionOf([.. g]))],
            CountWords.Explain([.. shown.DistinctBy(c => c.Value)], group.Kind));
    }

    private Position PositionOf(Count[] same) => new(
        same[0].Words, [.. same.Select(c => c.Report.Claims.Source.Report.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], same[0].SpeakerId,
        [.. same.Select(c => evidence.Add(c.Report.Claims.Source.Report, c.Evidence)).Distinct(StringComparer.Ordinal)]);

    /// <summary>The figure that holds the number, where there is one.</summary>
    private string? SubjectOf(Count one)
    {
        string report = one.Report.Claims.Source.Report.Id;
        string text = one.Quantity.Span.Of(one.Report.Claims.Source.Report.Text);
        return one.Claim is null ? null : _figures[(report, text)].FirstOrDefault(f => f.Measure == one.Claim.Measure)?.Id;
    }

    // A word of the matter brings two counts together; what is common to all stories is kept harmless by the window.
    private static List<string> Keys(Count one)
    {
        string kind = ((int)one.Quantity.Kind).ToString(CultureInfo.InvariantCulture) + "|";
        return [.. one.Topic.Concat(one.Around).Distinct(StringComparer.Ordinal)
            .OrderByDescending(one.Names.Contains).ThenByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(MostKeys).Select(w => kind + w)];
    }
}
