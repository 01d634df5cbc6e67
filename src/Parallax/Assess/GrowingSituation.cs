using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// A situation to which reports are added as they come. Whatever the order and the batches, it is the same as that of all its reports at once
/// (<see cref="Fuser.Neighbourhoods"/>, <see cref="Fuser.Fuse"/>, <see cref="Assessor.Assess"/>, <see cref="Assessor.Unite"/>); an addition costs what the
/// neighbourhoods that it touches cost, however many other reports there are. Not for use by several threads.
/// </summary>
public sealed class GrowingSituation
{
    private readonly Fuser _fuser;
    private readonly Assessor _assessor;
    private readonly StoryIndex _index = new();
    private readonly List<ReportClaims?> _claims = [];
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);

    // Reports that are joined by pairs, directly or through others: what is added can change the neighbourhoods of its own component only.
    private readonly List<Component> _componentOf = [];
    private readonly HashSet<Component> _components = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Component> _stale = new(ReferenceEqualityComparer.Instance);

    /// <summary>An empty situation over <paramref name="data"/>.</summary>
    public GrowingSituation(LanguageData data)
    {
        _fuser = new Fuser(data);
        _assessor = new Assessor(data);
    }

    /// <summary>How many reports it holds; copies of one count once.</summary>
    public int Reports { get; private set; }

    /// <summary>Adds what <paramref name="reports"/> assert. A report that is already here, by its id or its bytes, is noted as a copy of it.</summary>
    public void Add(params IReadOnlyList<ReportClaims> reports)
    {
        foreach (ReportClaims report in reports)
            Insert(report);
        if (Reports <= Fuser.Handful)
            return;
        foreach (Component component in _stale)
            Renew(component);
        _stale.Clear();
    }

    /// <summary>The situation now; <paramref name="problems"/> are what could not be read.</summary>
    public Situation Current(IReadOnlyList<Problem> problems)
    {
        Part[] parts = Reports == 0 ? [] : Reports <= Fuser.Handful ? [PartOf([.. _claims.OfType<ReportClaims>()])] : [.. _components.SelectMany(c => c.Parts)];
        return _assessor.Unite([.. parts.Select(p => p.Situation).OfType<Situation>()], [.. problems, .. parts.Select(p => p.Fault).OfType<Problem>()]);
    }

    private void Insert(ReportClaims report)
    {
        int[] same = [.. ReportCopies.KeysOf(report.Source.Report).Where(_numberOf.ContainsKey).Select(key => _numberOf[key]).Distinct()];
        if (same.Length > 0)
        {
            Copy(report, same);
            return;
        }
        int number = _claims.Count;
        _claims.Add(report);
        Reports++;
        foreach (string key in ReportCopies.KeysOf(report.Source.Report))
            _numberOf[key] = number;
        Component own = new([number]);
        _componentOf.Add(own);
        _components.Add(own);
        _stale.Add(own);
        foreach (StoryPair pair in StoryFinder.Pairs(number, _index.Add(_fuser.ProfileOf(report)), _index.Profiles).ToArray())
            own = Join(own, _componentOf[pair.A], pair);
    }

    /// <summary>The report is one that is here already, or shows that several are one: the first path stands for all.</summary>
    private void Copy(ReportClaims report, int[] same)
    {
        ReportClaims[] all = [.. same.Select(number => _claims[number]!), report];
        Report one = ReportCopies.One(all.Select(r => r.Source.Report));
        ReportClaims standing = all.First(r => r.Source.Report.Path == one.Path && r.Source.Report.Id == one.Id);
        _claims[same[0]] = standing with { Source = standing.Source with { Report = one } };
        _stale.Add(_componentOf[same[0]]);
        foreach (string key in ReportCopies.KeysOf(report.Source.Report))
            _numberOf[key] = same[0];
        foreach (int other in same[1..])
        {
            _claims[other] = null;
            Reports--;
            _stale.Add(_componentOf[other]);
            foreach (string key in _numberOf.Where(e => e.Value == other).Select(e => e.Key).ToArray())
                _numberOf[key] = same[0];
        }
    }

    private Component Join(Component a, Component b, StoryPair pair)
    {
        (Component large, Component small) = a.Members.Count >= b.Members.Count ? (a, b) : (b, a);
        large.Pairs.Add(pair);
        if (ReferenceEquals(a, b))
            return a;
        foreach (int member in small.Members)
            _componentOf[member] = large;
        large.Members.AddRange(small.Members);
        large.Pairs.AddRange(small.Pairs);
        large.Parts = [.. large.Parts, .. small.Parts];
        _components.Remove(small);
        _stale.Remove(small);
        _stale.Add(large);
        return large;
    }

    /// <summary>Finds the neighbourhoods of a component again and fuses those that were not there before.</summary>
    private void Renew(Component component)
    {
        int[] members = [.. component.Members.Where(m => _claims[m] is not null).OrderBy(m => _claims[m]!, ContractOrder.ByReport)];
        Dictionary<int, int> place = members.Index().ToDictionary(m => m.Item, m => m.Index);
        StoryPair[] pairs =
        [
            .. component.Pairs.Where(p => place.ContainsKey(p.A) && place.ContainsKey(p.B))
                .Select(p => new StoryPair(Math.Min(place[p.A], place[p.B]), Math.Max(place[p.A], place[p.B]), p.Score)),
        ];
        int[] group = AverageLink.Join(members.Length, pairs, StoryFinder.OneNeighbourhood);
        ILookup<ReportClaims, Part> known = component.Parts.ToLookup(p => p.Reports[0], ReferenceEqualityComparer.Instance as IEqualityComparer<ReportClaims>);
        component.Parts =
        [
            .. Enumerable.Range(0, members.Length).GroupBy(i => group[i], i => _claims[members[i]]!).Select(g => g.ToArray())
                .Select(reports => known[reports[0]].FirstOrDefault(p => p.Reports.SequenceEqual(reports, ReferenceEqualityComparer.Instance)) ?? PartOf(reports)),
        ];
    }

    // A fault of ours in one neighbourhood must not cost the others.
    private Part PartOf(IReadOnlyList<ReportClaims> reports)
    {
        try
        {
            return new Part(reports, _assessor.Assess(_fuser.Fuse(reports)), null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new Part(reports, null, ReadProblems.Fault(reports[0].Source.Report.Path, "fuse", fault));
        }
    }

    private sealed record Part(IReadOnlyList<ReportClaims> Reports, Situation? Situation, Problem? Fault);

    private sealed class Component(List<int> members)
    {
        public List<int> Members { get; } = members;

        public List<StoryPair> Pairs { get; } = [];

        public IReadOnlyList<Part> Parts { get; set; } = [];
    }
}
