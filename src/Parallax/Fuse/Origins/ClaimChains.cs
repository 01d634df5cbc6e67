using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Reads for one claim of one report who has it from whom, from the report inward: the report, the agency whose text it is, the outlet its
/// sentence credits, and whoever said it, each with the words that prove the step.
/// </summary>
internal sealed class ClaimChains(ReportCredits credits, EvidenceTable evidence)
{
    /// <summary>The chain of <paramref name="claim"/>; its first link is the report.</summary>
    public IReadOnlyList<ChainLink> Of(ReportInFusion report, Claim claim)
    {
        List<ChainLink> chain = [new ChainLink("report", report.Report.Outlet ?? report.Report.Title ?? report.Report.Path, null, evidence.Add(report.Report, claim.Evidence))];
        HashSet<string> outlets = new(StringComparer.Ordinal);
        if (report.Report.Outlet is string own)
            outlets.Add(credits.Names.KeyOf(own));
        foreach (AttributionLink link in claim.Attribution.Where(l => l.Kind == AttributionKind.Agency && ReportCredits.IsText(report, l.Text)))
            AddOutlet("agency", link.Text, link.Span);
        foreach (CreditingSentence credit in credits.In(report, claim.Sentence))
            AddOutlet("outlet", credit.Name, report.Annotated.Sentences[claim.Sentence].Span);
        foreach (AttributionLink link in claim.Attribution.Where(l => l.Kind != AttributionKind.Agency))
        {
            if (link.Kind == AttributionKind.Outlet || credits.Names.Known(link.Text) is not null)
                AddOutlet("outlet", link.Text, link.Span);
            else
                chain.Add(new ChainLink(link.Kind == AttributionKind.NamedSource ? "named-source" : "speaker", link.Text, ActorOf(report, link), Proof(report, link.Span)));
        }
        return chain;

        void AddOutlet(string kind, string name, TextSpan? span)
        {
            if (outlets.Add(credits.Names.KeyOf(name)))
                chain.Add(new ChainLink(kind, name, null, Proof(report, span)));
        }
    }

    private string? Proof(ReportInFusion report, TextSpan? span) => span is TextSpan words ? evidence.Add(report.Report, words) : null;

    private static string? ActorOf(ReportInFusion report, AttributionLink link) => link.Actor >= 0 && link.Actor < report.ActorIds.Count ? report.ActorIds[link.Actor] : null;
}
