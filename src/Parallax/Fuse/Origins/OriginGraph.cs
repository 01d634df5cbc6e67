using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Brings the reports that are linked into groups of one origin each. A report put together from two independent texts does not make them one:
/// it goes with the text it has most of, and the other stays known as its second model.
/// </summary>
internal sealed class OriginGraph
{
    private const int MinPart = 150;
    private const double MinPartShare = 0.2;
    private const double WholePart = 0.85;
    private const double ContainedShare = 0.85;
    private readonly IReadOnlyList<int> _sizes;
    private readonly List<OriginLink>[] _linksOf;
    private readonly DisjointSets _sets;
    private readonly HashSet<OriginLink> _byQuotes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The groups of reports with <paramref name="sizes"/> code units over <paramref name="links"/>; <paramref name="agencies"/> are those each report credits for its text.</summary>
    public OriginGraph(IReadOnlyList<int> sizes, IReadOnlyList<OriginLink> links, IReadOnlyList<IReadOnlyCollection<string>> agencies)
    {
        _sizes = sizes;
        _linksOf = [.. sizes.Select(_ => new List<OriginLink>())];
        foreach (OriginLink link in links)
        {
            _linksOf[link.First].Add(link);
            _linksOf[link.Second].Add(link);
        }
        Mixtures = [];
        for (int report = 0; report < sizes.Count; report++)
        {
            if (MixtureOf(report, agencies[report].Count > 1) is (OriginLink main, OriginLink second))
                Mixtures.Add(report, (main, second));
        }
        _sets = new DisjointSets(sizes.Count);
        foreach (OriginLink link in links.Where(l => l.Kind != CopyKind.Quotes && !Mixtures.ContainsKey(l.First) && !Mixtures.ContainsKey(l.Second)))
            _sets.Join(link.First, link.Second);
        foreach ((int report, (OriginLink main, OriginLink _)) in Mixtures)
            _sets.Join(report, main.Other(report));
        for (int report = 0; report < sizes.Count; report++)
        {
            if (OfQuotes(report) is OriginLink only)
                _byQuotes.Add(only);
        }
        foreach (OriginLink link in _byQuotes)
            _sets.Join(link.First, link.Second);
    }

    /// <summary>The reports put together from two texts, with the links to both; the one it has more of first.</summary>
    public SortedDictionary<int, (OriginLink Main, OriginLink Second)> Mixtures { get; }

    /// <summary>The links of a report, but of a mixture only that to its main text, and none from others to a mixture.</summary>
    public IEnumerable<OriginLink> LinksOf(int report) => _linksOf[report].Where(link => link.Kind == CopyKind.Quotes ? _byQuotes.Contains(link) : Holds(link, link.First) && Holds(link, link.Second));

    /// <summary>All groups, each ascending, ordered by their smallest member.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() => _sets.Groups();

    /// <summary>The link by which a report with nothing but another's quotes goes with it: one that has a text of its own stock is no such report.</summary>
    private OriginLink? OfQuotes(int report) => _linksOf[report].TrueForAll(l => l.Kind == CopyKind.Quotes)
        ? _linksOf[report].Where(l => l.Shared!.IsFewerQuotes(report)).OrderByDescending(l => l.Strength).ThenBy(l => l.Other(report)).FirstOrDefault() : null;

    private bool Holds(OriginLink link, int report) => !Mixtures.TryGetValue(report, out (OriginLink Main, OriginLink Second) mixture) || ReferenceEquals(mixture.Main, link);

    private (OriginLink Main, OriginLink Second)? MixtureOf(int report, bool creditsSeveral)
    {
        List<OriginLink> copied = [.. _linksOf[report].Where(l => l.Shared is not null)];
        if (copied.Count < 2)
            return null;
        double size = Math.Max(1, _sizes[report]);
        int widest = copied.Max(l => Spans.Length(l.Of(report)));
        if (widest >= WholePart * size)
            return null;
        // Of models that give about as much, the one that has most besides: a cut copy of it is no other model.
        OriginLink main = copied.Where(l => Spans.Length(l.Of(report)) >= 0.9 * widest).OrderBy(l => ShareOf(l, report)).ThenBy(l => l.Other(report)).First();
        IReadOnlyList<TextSpan> inMain = main.Of(report);
        OriginLink? second = null;
        int most = 0;
        foreach (OriginLink link in copied)
        {
            if (ReferenceEquals(link, main) || (!creditsSeveral && ShareOf(link, report) >= ContainedShare) || IsLinked(link.Other(report), main.Other(report)))
                continue;
            int added = Spans.Length(link.Of(report)) - Spans.Common(link.Of(report), inMain);
            if (added > most)
                (most, second) = (added, link);
        }
        if (second is null || most < Math.Max(MinPart, MinPartShare * size))
            return null;
        // Two cuts of one long story are contained in it; half of one text and half of another are not.
        return creditsSeveral || ShareOf(main, report) < ContainedShare ? (main, second) : null;
    }

    private bool IsLinked(int a, int b)
    {
        (int few, int many) = _linksOf[a].Count <= _linksOf[b].Count ? (a, b) : (b, a);
        return _linksOf[few].Exists(l => l.Other(few) == many);
    }

    /// <summary>How much of the other report the report has.</summary>
    private double ShareOf(OriginLink link, int report) => (double)Spans.Length(link.Of(link.Other(report))) / Math.Max(1, _sizes[link.Other(report)]);
}
