using NodaTime;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Orders the reports of one origin from the first to the last in the chain, each with the report or agency it has its content from and the words
/// that prove it. Who copied whom is said only where a credit or the days of publication tell; otherwise the hop is marked as undirected.
/// </summary>
internal sealed class OriginHops(IReadOnlyList<ReportClaims> reports, OriginGraph graph, AgencyCopy?[] agencies, IReadOnlyList<QuotedOutlet> quoted, IReadOnlyList<CircleLink> circles, EvidenceTable evidence)
{
    private readonly ILookup<int, QuotedOutlet> _quotedBy = quoted.ToLookup(q => q.Report);
    private readonly ILookup<int, CircleLink> _circles = circles.ToLookup(c => c.Report);

    /// <summary>The hops of a group: first those from its root outward, then credits to agencies that no report of the group is by.</summary>
    public IReadOnlyList<OriginHop> Of(IReadOnlyList<int> group)
    {
        List<OriginHop> hops = [];
        int root = group.Count == 1 ? group[0] : RootOf(group);
        Dictionary<int, OriginLink?> parents = new() { [root] = null };
        // The nearest models first: a tree of the strongest links that grows from the root.
        PriorityQueue<(int From, OriginLink Link), (double, int, int)> open = new();
        Push(root);
        while (open.TryDequeue(out (int From, OriginLink Link) next, out _))
        {
            int child = next.Link.Other(next.From);
            if (!parents.TryAdd(child, next.Link))
                continue;
            hops.Add(HopOf(child, next.From, next.Link));
            Push(child);
        }
        foreach (int report in group)
        {
            if (graph.Mixtures.TryGetValue(report, out (OriginLink Main, OriginLink Second) mixture))
                hops.Add(HopOf(report, mixture.Second.Other(report), mixture.Second) with { Kind = "part" });
            if (agencies[report] is AgencyCopy copy && !IsBy(copy.Agency, report))
                hops.Add(new OriginHop(IdOf(report), null, copy.Agency, "credit", true, copy.Words, copy.Span is TextSpan span ? [evidence.Add(ReportOf(report), span)] : []));
            // A cites B and B, itself or through others, cites A: nobody's word stands behind it.
            CircleLink[] mutual = [.. _quotedBy[report].Where(q => _quotedBy[q.Quoted].Any(back => back.Quoted == report)).Select(q => new CircleLink(report, q.Quoted, q.Words))];
            foreach (CircleLink link in mutual.Concat(_circles[report]).DistinctBy(l => l.Cited))
                hops.Add(new OriginHop(IdOf(report), IdOf(link.Cited), NameOf(link.Cited), "loop", true, null, [evidence.Add(ReportOf(report), link.Words)]));
        }
        return hops;

        void Push(int from)
        {
            foreach (OriginLink link in graph.LinksOf(from).Where(l => !parents.ContainsKey(l.Other(from))))
                open.Enqueue((from, link), (-link.Strength, from, link.Other(from)));
        }
    }

    /// <summary>The report the others come from: the agency's own, else the earliest, else one that credits nobody, else the longest.</summary>
    private int RootOf(IReadOnlyList<int> group)
    {
        HashSet<string> credited = [.. group.Select(i => agencies[i]?.Agency).OfType<string>().Select(Folding.Fold)];
        HashSet<int> retelling = [.. group.Where(i => _quotedBy[i].Any())];
        return group.OrderBy(i => graph.Mixtures.ContainsKey(i)).ThenBy(retelling.Contains)
            .ThenByDescending(i => ReportOf(i).Outlet is string outlet && (credited.Contains(Folding.Fold(outlet)) || agencies[i] is { IsOwn: true }))
            .ThenBy(i => DayOf(i) ?? LocalDate.MaxIsoValue)
            .ThenBy(i => agencies[i] is not null)
            .ThenByDescending(i => ReportOf(i).Words).ThenBy(IdOf, StringComparer.Ordinal).First();
    }

    private OriginHop HopOf(int child, int parent, OriginLink link)
    {
        bool directed = link.Kind == CopyKind.QuotedOutlet
            || (DayOf(child) is LocalDate later && DayOf(parent) is LocalDate earlier && later > earlier)
            || agencies[parent] is { IsOwn: true } || (agencies[child] is AgencyCopy copy && IsBy(copy.Agency, parent));
        (string kind, double? share, string? words, IEnumerable<(TextSpan First, TextSpan Second)> proof) = link.Kind switch
        {
            CopyKind.Retold => ("retold", link.Shared!.Retold.Share, null, link.Shared.Retold.Sentences.Take(2).Select(s => (s.First, s.Second))),
            CopyKind.Quotes => ("quotes", link.Shared!.QuoteShare, null, link.Shared.Quotes.Take(3).Select(q => (q.First.Span, q.Second.Span))),
            CopyKind.QuotedOutlet => ("quoted-outlet", (double?)null, (string?)null, Enumerable.Empty<(TextSpan, TextSpan)>()),
            _ => (link.Kind == CopyKind.Copy ? "copy" : link.Kind == CopyKind.Credit ? "credit" : "edited", link.Shared!.Share, null, link.Shared.Passages),
        };
        List<string> ids = [];
        foreach ((TextSpan first, TextSpan second) in proof)
        {
            ids.Add(evidence.Add(ReportOf(child), child == link.First ? first : second));
            ids.Add(evidence.Add(ReportOf(parent), child == link.First ? second : first));
        }
        if (link.Kind == CopyKind.QuotedOutlet)
            ids.AddRange(_quotedBy[child].Concat(_quotedBy[parent]).Where(q => q.Quoted == parent || q.Quoted == child).Take(1).Select(q => evidence.Add(ReportOf(q.Report), q.Words)));
        return new OriginHop(IdOf(child), IdOf(parent), NameOf(parent), kind, directed, words, ids) { Share = share is double s ? Math.Round(s, 2) : null };
    }

    private bool IsBy(string agency, int report) => ReportOf(report).Outlet is string outlet && Folding.Fold(outlet) == Folding.Fold(agency);

    private Report ReportOf(int report) => reports[report].Source.Report;

    private string IdOf(int report) => ReportOf(report).Id;

    private string? NameOf(int report) => ReportOf(report).Outlet;

    private LocalDate? DayOf(int report) => ReportOf(report).Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null;
}
