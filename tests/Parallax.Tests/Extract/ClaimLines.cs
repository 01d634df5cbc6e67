using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Tests.Extract;

/// <summary>Claims as lines, for the cases of <c>specs/claims/events.md</c>, <c>figures.md</c> and <c>status.md</c>.</summary>
internal static class ClaimLines
{
    private static readonly Extractor s_extractor = new(LanguageData.English);

    /// <summary>The claims of a marked text.</summary>
    public static ReportClaims Claims(string marked) => s_extractor.Extract(MarkedReport.Annotate(marked));

    /// <summary>One line for each event: type, mode, who, to whom, when, where.</summary>
    public static IEnumerable<string> Events(string marked)
    {
        ReportClaims claims = Claims(marked);
        return Of(claims.Claims.OfType<EventClaim>().Select(claim =>
            $"{Kind(claim)} {Names(claims, claim.Initiators)} -> {Names(claims, claim.Targets)}{When(claims, claim)}{Where(claims, claim)}"));
    }

    /// <summary>One line for each event: its standing and type.</summary>
    public static IEnumerable<string> Status(string marked) =>
        Of(Claims(marked).Claims.OfType<EventClaim>().Select(claim => $"{claim.Status.ToString().ToLowerInvariant()} {Kind(claim)}"));

    /// <summary>One line for each figure: measure, bounds, of whom, scope, and the event it belongs to.</summary>
    public static IEnumerable<string> Figures(string marked)
    {
        ReportClaims claims = Claims(marked);
        return Of(claims.Claims.OfType<FigureClaim>().Select(claim =>
        {
            QuantityMention quantity = claims.Source.Quantities[claim.Quantity];
            string scope = string.Concat(claim.Scope.Select(word => " " + word)) + (claim.Cumulative ? " cumulative" : "");
            string status = claim.Status == ClaimStatus.Happened ? "" : " " + claim.Status.ToString().ToLowerInvariant();
            string occasion = claim.Event >= 0 ? " in " + Kind((EventClaim)claims.Claims[claim.Event]) : "";
            string said = claim.Attribution.Count > 0 ? $" says \"{claim.Attribution[^1].Text}\"" : "";
            return $"{claim.Measure.ToString().ToLowerInvariant()} \"{quantity.Span.Of(claims.Source.Report.Text)}\" of \"{claim.Of}\" {claim.Unit}{(claim.Term is null ? "" : " as " + claim.Term)}{scope}{status}{occasion}{said}";
        }));
    }

    private static IEnumerable<string> Of(IEnumerable<string> lines)
    {
        List<string> all = [.. lines];
        return all.Count == 0 ? ["nothing"] : all;
    }

    private static string Kind(EventClaim claim) => claim.Type.ToString().ToUpperInvariant() + (claim.Mode is null ? "" : "/" + claim.Mode);

    private static string Names(ReportClaims claims, IReadOnlyList<int> actors) =>
        actors.Count == 0 ? "-" : string.Join(" + ", actors.Select(actor => claims.Source.Actors[actor].Name));

    private static string When(ReportClaims claims, Claim claim) =>
        claim.Time >= 0 ? ", " + claims.Source.Times[claim.Time].Span.Of(claims.Source.Report.Text) : "";

    private static string Where(ReportClaims claims, Claim claim) =>
        claim.Place >= 0 ? ", " + claims.Source.Places[claim.Place].Span.Of(claims.Source.Report.Text) : "";
}
