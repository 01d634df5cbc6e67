using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One actor of one report, among all actors of all reports.</summary>
/// <param name="Number">Its number among all.</param>
/// <param name="Report">Index of the report.</param>
/// <param name="ReportId">Id of the report.</param>
/// <param name="Setting">The country that the report's places mostly lie in; empty where it has none.</param>
/// <param name="Actor">The actor as the report knows it.</param>
internal sealed record ActorRef(int Number, int Report, string ReportId, string Setting, ReportActor Actor)
{
    /// <summary>The roles it holds, former ones left out, as folded title and whose.</summary>
    public IEnumerable<(string Title, string? Of)> Offices => Actor.Roles
        .Where(r => !r.Former)
        .Select(r => (Folding.Fold(r.Title), r.Of is null ? Actor.Country : Folding.Fold(r.Of)));
}
