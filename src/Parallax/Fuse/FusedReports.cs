using Parallax.Extract;
using Parallax.Read;

namespace Parallax.Fuse;

/// <summary>One report as the situation knows it: its claims, and its publication date with how it is known.</summary>
/// <param name="Claims">What it asserts.</param>
/// <param name="Published">Its publication date, anchored where the page gave none.</param>
/// <param name="Explanation">For an anchored date, one plain sentence that says what it rests on; null otherwise.</param>
/// <param name="Evidence">Evidence ids of the words it rests on.</param>
/// <param name="Origin">Id of its origin.</param>
public sealed record FusedReport(
    ReportClaims Claims, Publication Published, string? Explanation, IReadOnlyList<string> Evidence, string Origin);

/// <summary>The claims of the reports of one neighbourhood brought together. Every list is in a stable order that input order cannot change.</summary>
public sealed record FusedReports(
    IReadOnlyList<FusedReport> Reports,
    IReadOnlyList<Origin> Origins,
    IReadOnlyList<Actor> Actors,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Event> Events,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<DeclinedEntry> Declined);
