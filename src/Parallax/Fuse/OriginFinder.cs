using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The origins of all reports.</summary>
/// <param name="Origins">Ordered by their first report.</param>
/// <param name="OfReport">The origin id of each report, parallel to the input.</param>
/// <param name="Shared">The pairs of reports that share text.</param>
internal sealed record FoundOrigins(IReadOnlyList<Origin> Origins, IReadOnlyList<string> OfReport, IReadOnlyList<SharedText> Shared);

/// <summary>
/// Finds which reports go back to one origin and so count as one witness. Three things join reports: text copied from one to the other or
/// from a common wire story; a credit to one agency for the text, confirmed by some shared text; and a report that rests mainly on another
/// outlet whose report is present. A credit alone never joins two reports: agencies send many stories, and "contributed" may mean one sentence.
/// The agency is then named on the origin of each.
/// </summary>
internal static class OriginFinder
{
    private const int MinCopiedWords = 30;
    private const int MinCreditedWords = 20;
    private const double CopiedShare = 0.5;
    private const double EditedShare = 0.3;
    private const double CreditedShare = 0.15;

    public static FoundOrigins Find(IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        IReadOnlyList<SharedText> shared = CopyFinder.Find(reports);
        DisjointSets sets = new(reports.Count);
        List<Link> links = [];
        foreach (SharedText pair in shared)
        {
            if (Judge(reports[pair.First], reports[pair.Second], pair) is string basis)
            {
                links.Add(new Link(pair.First, basis, pair));
                sets.Join(pair.First, pair.Second);
            }
        }
        List<QuotedOutlet> quoted = [.. QuotedOutletFinder.Find(reports)];
        foreach (QuotedOutlet quote in quoted)
            sets.Join(quote.Report, quote.Quoted);

        List<Origin> origins = [];
        string[] ofReport = new string[reports.Count];
        foreach (IReadOnlyList<int> group in sets.Groups())
        {
            string[] ids = [.. group.Select(i => reports[i].Source.Report.Id).Order(StringComparer.Ordinal)];
            string id = StableHash.Id("o", ids);
            foreach (int report in group)
                ofReport[report] = id;
            Link[] own = [.. links.Where(l => sets.Root(l.Report) == group[0])];
            QuotedOutlet[] quotes = [.. quoted.Where(q => sets.Root(q.Report) == group[0])];
            origins.Add(Describe(id, ids, [.. group.Select(i => reports[i].Source.Report)], own, quotes, reports, evidence));
        }
        return new FoundOrigins([.. origins.OrderBy(o => o.Reports[0], StringComparer.Ordinal)], ofReport, shared);
    }

    /// <summary>The basis on which two reports with shared text are one origin; null where they are not.</summary>
    private static string? Judge(ReportClaims first, ReportClaims second, SharedText pair)
    {
        if (pair.SharedWords >= MinCopiedWords || pair.Share >= 0.9)
        {
            if (pair.Share >= CopiedShare)
                return "copied-text";
            // An edited copy keeps the news of its model. Shared text at the end only is the background that follow-up stories reuse.
            if (pair.Share >= EditedShare && pair.TopShare >= EditedShare)
                return "copied-text";
        }
        // Two stories of one outlet are its own work, not an agency's, unless one of them says so.
        bool credited = first.Source.Report.Credits.Concat(second.Source.Report.Credits).Any(c => !IsContribution(c));
        bool oneAgency = credited && TextAgencies(first.Source.Report).Intersect(TextAgencies(second.Source.Report), StringComparer.Ordinal).Any();
        return oneAgency && pair.SharedWords >= MinCreditedWords && pair.Share >= CreditedShare && pair.TopShare >= CreditedShare ? "credit" : null;
    }

    /// <summary>The agencies that a report's text comes from: those credited for it, and the outlet itself when it is one that others credit.</summary>
    private static IEnumerable<string> TextAgencies(Report report)
    {
        IEnumerable<string> credited = report.Credits.Where(c => !IsContribution(c)).Select(c => Folding.Fold(c.Agency));
        return report.Outlet is null ? credited : credited.Append(Folding.Fold(report.Outlet));
    }

    /// <summary>Whether the credit is for help with a report rather than for its text.</summary>
    private static bool IsContribution(Credit credit)
    {
        string words = Folding.Fold(credit.Words);
        return words.Contains("contribut", StringComparison.Ordinal) || words.Contains("additional reporting", StringComparison.Ordinal)
            || words.Contains("reporting by", StringComparison.Ordinal) || words.Contains("with reporting", StringComparison.Ordinal);
    }

    private static Origin Describe(
        string id, string[] ids, Report[] group, Link[] links, QuotedOutlet[] quotes, IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        SortedSet<string> proof = new(StringComparer.Ordinal);
        foreach (Link link in links)
        {
            foreach ((TextSpan first, TextSpan second) in link.Shared.Passages)
            {
                proof.Add(evidence.Add(reports[link.Shared.First].Source.Report, first));
                proof.Add(evidence.Add(reports[link.Shared.Second].Source.Report, second));
            }
        }
        foreach (QuotedOutlet quote in quotes)
            proof.Add(evidence.Add(reports[quote.Report].Source.Report, quote.Words));
        foreach (Report report in group)
        {
            foreach (Credit credit in report.Credits)
            {
                if (credit.Span is TextSpan span)
                    proof.Add(evidence.Add(report, span));
            }
        }
        string? agency = Agency(group);
        bool textCredit = group.Any(r => r.Credits.Any(c => !IsContribution(c)));
        string basis =
            links.Any(l => l.Basis == "copied-text") ? "copied-text"
            : links.Length > 0 || (group.Length == 1 && textCredit) ? "credit"
            : quotes.Length > 0 ? "quoted-outlet"
            : "single";
        string? name = agency ?? (quotes.Length > 0 ? reports[quotes[0].Quoted].Source.Report.Outlet : null);
        return new Origin(id, ids, basis, name, [.. proof]);
    }

    /// <summary>The agency that most of the reports credit, credits for the text first; ties go to the ordinally first name.</summary>
    private static string? Agency(Report[] group) => group
        .SelectMany(r => r.Credits)
        .GroupBy(c => c.Agency, StringComparer.Ordinal)
        .OrderByDescending(g => g.Any(c => !IsContribution(c)))
        .ThenByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    private sealed record Link(int Report, string Basis, SharedText Shared);
}
