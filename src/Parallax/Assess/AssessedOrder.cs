using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>The order of the lists that assessing adds to the contract: it depends on what is listed alone.</summary>
internal static class AssessedOrder
{
    public static IReadOnlyList<Disagreement> InOrder(this IEnumerable<Disagreement> disagreements) =>
        [.. disagreements.OrderBy(d => d.About).ThenBy(d => d.Kind).ThenBy(d => d.Subject, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<Storyline> InOrder(this IEnumerable<Storyline> storylines) =>
        [.. storylines.OrderBy(l => l.From ?? "~", StringComparer.Ordinal).ThenBy(l => l.Id, StringComparer.Ordinal)];
}
