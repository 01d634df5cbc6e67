using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>How a sentence brings another outlet in.</summary>
internal enum OutletCreditKind
{
    /// <summary>The outlet reports it.</summary>
    Reported,

    /// <summary>Somebody said it to the outlet.</summary>
    Told,
}

/// <summary>One place where a report credits another outlet.</summary>
/// <param name="Outlet">Key of the outlet.</param>
/// <param name="Name">As printed.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Span">The outlet's name.</param>
/// <param name="Kind">How.</param>
internal sealed record CreditingSentence(string Outlet, string Name, int Sentence, TextSpan Span, OutletCreditKind Kind);

/// <summary>All credits of one report to one outlet.</summary>
/// <param name="Outlet">Key of the outlet.</param>
/// <param name="Share">Share of the report's sentences that credit it.</param>
/// <param name="Words">The first sentence that does.</param>
internal sealed record OutletCredit(string Outlet, double Share, TextSpan Words);

/// <summary>Finds the sentences that say an outlet reports something, or that somebody told it: "Reuters reported", "according to", "told the New York Times".</summary>
internal sealed class OutletCredits
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Reports = new(StringComparer.Ordinal)
    {
        "reported", "reports", "report", "said", "says", "say", "wrote", "writes", "quoted", "cited", "learned", "learnt", "revealed", "published", "broke", "claimed", "added", "noted", "found", "disclosed",
    };

    private static readonly HashSet<string> Tells = new(StringComparer.Ordinal) { "told", "tells", "telling", "informed", "interview", "speaking", "spoke", "statement", "comments", "remarks", "confirmed" };

    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "citing", "quoting", "cited", "quoted", "reported", "published", "seen", "obtained", "reviewed", "carried", "broadcast", "aired", "credited" };

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "by", "to", "with", "in", "the", "of", "on", "state", "agency", "news", "newspaper", "daily", "broadcaster", "channel", "website", "private", "local", "official", "'s", "\u2019s" };

    private static readonly HashSet<string> After = new(StringComparer.Ordinal)
    {
        "news", "agency", "newspaper", "daily", "television", "tv", "radio", "has", "have", "had", "also", "first", "earlier", "later", "agencies", "channel", "website", "broadcaster", "wire", "service", "correspondent", "correspondents", "which",
    };

    private readonly OutletNames _names;

    public OutletCredits(LanguageData data) => _names = new OutletNames(data);

    /// <summary>The outlets that <paramref name="report"/> credits, those of most sentences first.</summary>
    public IReadOnlyList<OutletCredit> Of(AnnotatedReport report, IReadOnlySet<string>? others = null)
    {
        int telling = report.Sentences.Count(s => !s.IsHeading && s.EndToken - s.FirstToken >= 4);
        return
        [
            .. In(report, others).GroupBy(c => c.Outlet, StringComparer.Ordinal)
                .Select(g => new OutletCredit(g.Key, (double)g.Select(c => c.Sentence).Distinct().Count() / Math.Max(1, telling), report.Sentences[g.Min(c => c.Sentence)].Span))
                .OrderByDescending(c => c.Share).ThenBy(c => c.Outlet, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every credit, in text order. <paramref name="others"/>: keys of outlets to know besides the well-known ones.</summary>
    public IEnumerable<CreditingSentence> In(AnnotatedReport report, IReadOnlySet<string>? others = null)
    {
        foreach (Sentence sentence in report.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (report.Tokens[i].Text.Length == 0 || !char.IsUpper(report.Tokens[i].Text[0]) || NameAt(report, i, sentence.EndToken, others) is not (int end, string key))
                    continue;
                TextSpan span = report.Tokens[i].Span.Union(report.Tokens[end - 1].Span);
                if (KindOf(report, sentence, i, end) is OutletCreditKind kind)
                    yield return new CreditingSentence(key, span.Of(report.Report.Text), sentence.Index, span, kind);
                i = end - 1;
            }
        }
    }

    private (int End, string Key)? NameAt(AnnotatedReport report, int first, int last, IReadOnlySet<string>? others)
    {
        for (int end = Math.Min(last, first + MostWords); end > first; end--)
        {
            string name = report.Tokens[first].Span.Union(report.Tokens[end - 1].Span).Of(report.Report.Text);
            if (_names.Known(name) is string key)
                return (end, key);
            if (others is not null && _names.KeyOf(name) is string other && others.Contains(other))
                return (end, other);
        }
        return null;
    }

    private static OutletCreditKind? KindOf(AnnotatedReport report, Sentence sentence, int first, int end)
    {
        // What stands behind the name: "Reuters news agency has reported".
        int next = end;
        while (next < sentence.EndToken && next < end + 4 && After.Contains(report.Tokens[next].Lower))
            next++;
        bool verbBehind = next < sentence.EndToken && Reports.Contains(report.Tokens[next].Lower);
        // What stands before it: "according to the state news agency TASS", "told Reuters", "quoted by AFP".
        int before = first - 1;
        while (before >= sentence.FirstToken && before > first - 6 && Links.Contains(report.Tokens[before].Lower))
            before--;
        string word = before >= sentence.FirstToken ? report.Tokens[before].Lower : "";
        string link = before + 1 < first ? report.Tokens[before + 1].Lower : "";
        if (Tells.Contains(word) && (word is "told" or "tells" or "telling" or "informed" || link is "to" or "with" or "by"))
            return OutletCreditKind.Told;
        if (word == "according" && link == "to" || Before.Contains(word) && (link is "by" or "in" or "on" || word is "citing" or "quoting" or "cited" or "quoted"))
            return OutletCreditKind.Reported;
        // "as Reuters reported", "Reuters said"; a verb right behind an outlet that somebody told is not its own.
        return verbBehind ? OutletCreditKind.Reported : null;
    }
}
