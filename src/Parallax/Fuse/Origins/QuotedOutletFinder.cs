using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>A report that mainly retells another one.</summary>
/// <param name="Report">Index of the retelling report.</param>
/// <param name="Quoted">Index of the report it rests on.</param>
/// <param name="Words">Words in which it says so.</param>
internal sealed record QuotedOutlet(int Report, int Quoted, TextSpan Words);

/// <summary>
/// Finds reports whose content is mainly attributed to another outlet whose own report is present. Mainly is half of the sentences that tell
/// something, or half of the claims that tell what happened and at least two: quoting one sentence of a rival leaves a report its own witness.
/// </summary>
internal sealed class QuotedOutletFinder(LanguageData data)
{
    private const int MinClaims = 2;
    private const int MostDays = 4;
    private const int MinSharedNames = 2;
    private const double MinSharedWords = 0.3;

    private readonly OutletCredits _credits = new(data);
    private readonly OutletNames _names = new(data);

    public IEnumerable<QuotedOutlet> Find(IReadOnlyList<ReportClaims> reports, IReadOnlyList<ReportPrint> prints)
    {
        ILookup<string, int> byOutlet = ByOutlet(reports);
        HashSet<string> outlets = [.. byOutlet.Select(o => o.Key)];
        for (int report = 0; report < reports.Count; report++)
        {
            if (BySentences(report, reports, prints, byOutlet, outlets) is QuotedOutlet credited)
                yield return credited;
            else if (ByClaims(report, reports, byOutlet) is QuotedOutlet claimed)
                yield return claimed;
        }
    }

    /// <summary>The circles of sourcing among <paramref name="reports"/>.</summary>
    public IReadOnlyList<CircleLink> Circles(IReadOnlyList<ReportClaims> reports, IReadOnlyList<ReportPrint> prints) =>
        new CitationCircles(_credits, _names, reports, prints).Find(ByOutlet(reports));

    private ILookup<string, int> ByOutlet(IReadOnlyList<ReportClaims> reports) => Enumerable.Range(0, reports.Count)
        .Where(i => reports[i].Source.Report.Outlet is not null)
        .ToLookup(i => _names.KeyOf(reports[i].Source.Report.Outlet!), StringComparer.Ordinal);

    /// <summary>Half of the report's sentences say that an outlet reports it, and one of its reports has the same content.</summary>
    private QuotedOutlet? BySentences(int report, IReadOnlyList<ReportClaims> reports, IReadOnlyList<ReportPrint> prints, ILookup<string, int> byOutlet, HashSet<string> outlets)
    {
        AnnotatedReport source = reports[report].Source;
        string? own = source.Report.Outlet is string outlet ? _names.KeyOf(outlet) : null;
        foreach (OutletCredit credit in _credits.Of(source, outlets).Where(c => c.Outlet != own && byOutlet.Contains(c.Outlet)))
        {
            if (credit.Share < 0.5)
                continue;
            HashSet<ulong> words = [], names = [];
            foreach (SentencePrint sentence in prints[report].Sentences)
            {
                words.UnionWith(sentence.Words);
                names.UnionWith(sentence.Names);
            }
            (int best, double most) = (-1, 0);
            foreach (int other in byOutlet[credit.Outlet].Where(i => i != report && Near(reports[i].Source.Report, source.Report)))
            {
                int shared = words.Count(w => prints[other].SentencesOf(w).Count > 0);
                int same = names.Count(w => prints[other].SentencesOf(w).Count > 0);
                if (same >= MinSharedNames && shared > most)
                    (best, most) = (other, shared);
            }
            if (best >= 0 && most / Math.Max(1, words.Count) >= MinSharedWords)
                return new QuotedOutlet(report, best, credit.Words);
        }
        return null;
    }

    /// <summary>Whether two reports are of about the same days, as far as is known.</summary>
    public static bool Near(Report first, Report second) =>
        first.Published.Date is not { Precision: DatePrecision.Day } a || second.Published.Date is not { Precision: DatePrecision.Day } b || Math.Abs(Period.DaysBetween(a.Start, b.Start)) <= MostDays;

    private QuotedOutlet? ByClaims(int report, IReadOnlyList<ReportClaims> reports, ILookup<string, int> byOutlet)
    {
        string? own = reports[report].Source.Report.Outlet is string outlet ? _names.KeyOf(outlet) : null;
        Claim[] telling = [.. reports[report].Claims.Where(c => c is EventClaim or FigureClaim)];
        var quotedMost = telling
            .Select(c => (Claim: c, Outlet: OutletOf(c)))
            .Where(q => q.Outlet is not null && q.Outlet != own && byOutlet.Contains(q.Outlet))
            .GroupBy(q => q.Outlet!, q => q.Claim, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (quotedMost is null || quotedMost.Count() < MinClaims || quotedMost.Count() * 2 < telling.Length)
            return null;
        (int quoted, int common) = byOutlet[quotedMost.Key]
            .Select(i => (Report: i, Common: CommonContent(reports[report], reports[i])))
            .OrderByDescending(c => c.Common)
            .ThenBy(c => c.Report)
            .First();
        // The outlet's other stories are not what is quoted: the two must tell of the same things.
        return common >= MinClaims ? new QuotedOutlet(report, quoted, quotedMost.First().Evidence) : null;
    }

    private string? OutletOf(Claim claim)
    {
        foreach (AttributionLink link in claim.Attribution)
        {
            if (link.Kind is AttributionKind.Outlet || (link.Kind is AttributionKind.Agency && link.Span is not null))
                return _names.KeyOf(link.Text);
        }
        return null;
    }

    private static int CommonContent(ReportClaims first, ReportClaims second) =>
        Content(first).Intersect(Content(second), StringComparer.Ordinal).Count();

    private static IEnumerable<string> Content(ReportClaims report) => report.Claims
        .Select(claim => claim switch
        {
            EventClaim e => e.Type + ":" + e.TriggerLemma,
            FigureClaim f => f.Measure + ":" + report.Source.Quantities[f.Quantity].NumberSpan.Of(report.Source.Report.Text),
            _ => null,
        })
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);
}
