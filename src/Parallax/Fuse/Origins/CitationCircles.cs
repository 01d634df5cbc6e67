using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One report of a circle.</summary>
/// <param name="Report">Index of the report.</param>
/// <param name="Cited">Index of the report it cites.</param>
/// <param name="Words">The sentence that says so.</param>
internal sealed record CircleLink(int Report, int Cited, TextSpan Words);

/// <summary>
/// Finds circles of sourcing: a sentence that credits an outlet, whose sentence of the same content credits another, until one credits the first again.
/// However many outlets print such a sentence, nobody vouches for it.
/// </summary>
internal sealed class CitationCircles(OutletCredits credits, OutletNames names, IReadOnlyList<ReportClaims> reports, IReadOnlyList<ReportPrint> prints)
{
    private const int MinShared = 3;
    private const double MinShare = 0.4;

    private readonly Dictionary<(int Report, int Sentence), (int Report, int Sentence)> _cited = [];

    /// <summary>The links of every circle among <paramref name="byOutlet"/>, in the order of the reports.</summary>
    public IReadOnlyList<CircleLink> Find(ILookup<string, int> byOutlet)
    {
        HashSet<string> outlets = [.. byOutlet.Select(o => o.Key)];
        for (int report = 0; report < reports.Count; report++)
        {
            AnnotatedReport source = reports[report].Source;
            string? own = source.Report.Outlet is string outlet ? names.KeyOf(outlet) : null;
            foreach (CreditingSentence credit in credits.In(source, outlets).Where(c => c.Kind == OutletCreditKind.Reported && c.Outlet != own && byOutlet.Contains(c.Outlet)))
            {
                if (Source(report, source, credit, byOutlet[credit.Outlet]) is (int, int) cited)
                    _cited.TryAdd((report, PlaceOf(report, source.Sentences[credit.Sentence].Span)), cited);
            }
        }
        SortedDictionary<(int, int), CircleLink> links = [];
        foreach ((int, int) start in _cited.Keys)
        {
            foreach (((int Report, int Sentence) from, (int Report, int Sentence) to) in Circle(start))
                links.TryAdd((from.Report, to.Report), new CircleLink(from.Report, to.Report, prints[from.Report].Sentences[from.Sentence].Span));
        }
        return [.. links.Values];
    }

    /// <summary>The way from a sentence back to itself; empty where there is none.</summary>
    private List<((int, int), (int, int))> Circle((int, int) start)
    {
        List<((int, int), (int, int))> way = [];
        HashSet<(int, int)> seen = [];
        for ((int, int) at = start; seen.Add(at) && _cited.TryGetValue(at, out (int, int) next); at = next)
        {
            way.Add((at, next));
            if (next == start)
                return way;
        }
        return [];
    }

    /// <summary>The sentence of the credited outlet, of about the same days, that tells most of what <paramref name="credit"/> passes on.</summary>
    private (int, int)? Source(int report, AnnotatedReport source, CreditingSentence credit, IEnumerable<int> others)
    {
        int place = PlaceOf(report, source.Sentences[credit.Sentence].Span);
        if (place < 0)
            return null;
        // The outlet's name is in the sentence that credits it, and seldom in its own.
        HashSet<ulong> name = [];
        for (int i = AnnotatedReport.FirstTokenAt(source.Tokens, credit.Span.Start); i < source.Tokens.Count && source.Tokens[i].Span.Start < credit.Span.End; i++)
            name.Add(ReportShingles.Hash(WordStem.Of(source.Tokens[i])));
        ulong[] words = [.. prints[report].Sentences[place].Words.Where(w => !name.Contains(w))];
        (int, int)? best = null;
        int most = Math.Max(MinShared, (int)Math.Ceiling(MinShare * words.Length)) - 1;
        foreach (int other in others.Where(o => o != report && QuotedOutletFinder.Near(reports[o].Source.Report, source.Report)))
        {
            IGrouping<int, int>? nearest = words.SelectMany(w => prints[other].SentencesOf(w)).GroupBy(p => p).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
            if (nearest is not null && nearest.Count() > most)
                (best, most) = ((other, nearest.Key), nearest.Count());
        }
        return best;
    }

    private int PlaceOf(int report, TextSpan sentence)
    {
        IReadOnlyList<SentencePrint> all = prints[report].Sentences;
        int low = 0, high = all.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (all[middle].Span.Start == sentence.Start)
                return middle;
            (low, high) = all[middle].Span.Start < sentence.Start ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }
}
