using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// One report while it is fused: what it asserts, with its times resolved against its (given or anchored) publication date and its actors
/// and places tied to those of the whole situation. The lists run parallel to those of <see cref="Annotated"/>.
/// </summary>
internal sealed record ReportInFusion(
    ReportClaims Claims,
    Publication Published,
    string? Explanation,
    IReadOnlyList<string> PublishedEvidence,
    string Origin,
    IReadOnlyList<string?> ActorIds,
    IReadOnlyList<string?> PlaceIds,
    IReadOnlyList<EdtfDate?> Times)
{
    public AnnotatedReport Annotated => Claims.Source;

    public Report Report => Claims.Source.Report;

    /// <summary>The resolved time of <paramref name="claim"/>; null where it has none.</summary>
    public EdtfDate? TimeOf(Claim claim) => claim.Time >= 0 ? Times[claim.Time] : null;

    /// <summary>The fused place of <paramref name="claim"/>; null where it has none.</summary>
    public string? PlaceOf(Claim claim) => claim.Place >= 0 ? PlaceIds[claim.Place] : null;
}
