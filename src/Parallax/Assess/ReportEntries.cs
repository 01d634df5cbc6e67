using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Writes a report in the form of the contract's <c>reports[]</c>.</summary>
public static class ReportEntries
{
    /// <summary>
    /// The entry of a fused report. <paramref name="evidenceOf"/> gives the evidence id of a span of its clean text.
    /// </summary>
    public static ReportEntry Of(FusedReport fused, Func<TextSpan, string> evidenceOf)
    {
        Report report = fused.Claims.Source.Report;
        CreditEntry[] credits = [.. report.Credits.Select(c => new CreditEntry(c.Agency, c.Words, c.Span is TextSpan span ? evidenceOf(span) : null))];
        return Of(report, Published(fused.Published, fused.Explanation, fused.Evidence), credits, fused.Origin);
    }

    /// <summary>The entry of a report as read, before any other report is known: no origin, no evidence ids.</summary>
    public static ReportEntry Of(Report report) =>
        Of(report, Published(report.Published, null, []), [.. report.Credits.Select(c => new CreditEntry(c.Agency, c.Words, null))], null);

    private static ReportEntry Of(Report report, PublishedEntry published, IReadOnlyList<CreditEntry> credits, string? origin) => new(
        report.Id, report.Path, report.Copies, report.Url, report.Outlet, report.Title, report.Subtitle, report.Bylines, report.Language,
        published, report.Modified?.ToString(), credits, origin,
        report.Sha256, report.BytesSha256, report.Words, report.Text,
        [.. report.Cuts.Select(cut => new CutEntry(cut.Text, ContractNames.Of(cut.Reason)))]);

    private static PublishedEntry Published(Publication published, string? explanation, IReadOnlyList<string> evidence) => new(
        published.Date?.ToString(), published.Date is EdtfDate date ? ContractNames.Of(date.Precision) : null,
        ContractNames.Of(published.Basis), published.Words, explanation, evidence);
}
