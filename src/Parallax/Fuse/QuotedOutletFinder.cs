using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>A report that mainly retells another one.</summary>
/// <param name="Report">Index of the retelling report.</param>
/// <param name="Quoted">Index of the report it rests on.</param>
/// <param name="Words">Words in which it says so.</param>
internal sealed record QuotedOutlet(int Report, int Quoted, TextSpan Words);

/// <summary>
/// Finds reports whose content is mainly attributed to another outlet whose own report is present. Mainly is half of the claims that tell
/// what happened, and at least two: quoting one sentence of a rival leaves a report its own witness.
/// </summary>
internal static class QuotedOutletFinder
{
    private const int MinClaims = 2;

    public static IEnumerable<QuotedOutlet> Find(IReadOnlyList<ReportClaims> reports)
    {
        ILookup<string, int> byOutlet = Enumerable.Range(0, reports.Count)
            .Where(i => reports[i].Source.Report.Outlet is not null)
            .ToLookup(i => Folding.Fold(reports[i].Source.Report.Outlet!), StringComparer.Ordinal);
        for (int report = 0; report < reports.Count; report++)
        {
            string? own = reports[report].Source.Report.Outlet is string outlet ? Folding.Fold(outlet) : null;
            Claim[] telling = [.. reports[report].Claims.Where(c => c is EventClaim or FigureClaim)];
            var quotedMost = telling
                .Select(c => (Claim: c, Outlet: OutletOf(c)))
                .Where(q => q.Outlet is not null && q.Outlet != own && byOutlet.Contains(q.Outlet))
                .GroupBy(q => q.Outlet!, q => q.Claim, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (quotedMost is null || quotedMost.Count() < MinClaims || quotedMost.Count() * 2 < telling.Length)
                continue;
            int self = report;
            (int quoted, int common) = byOutlet[quotedMost.Key]
                .Select(i => (Report: i, Common: CommonContent(reports[self], reports[i])))
                .OrderByDescending(c => c.Common)
                .ThenBy(c => c.Report)
                .First();
            // The outlet's other stories are not what is quoted: the two must tell of the same things.
            if (common >= MinClaims)
                yield return new QuotedOutlet(report, quoted, quotedMost.First().Evidence);
        }
    }

    private static string? OutletOf(Claim claim)
    {
        foreach (AttributionLink link in claim.Attribution)
        {
            if (link.Kind is AttributionKind.Outlet or AttributionKind.Agency)
                return Folding.Fold(link.Text);
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
