using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// Puts the situations of neighbourhoods together: what happened in each stays as it is, and an actor or place that several name is one. The order of the
/// parts does not matter.
/// </summary>
internal static class SituationUnion
{
    /// <summary>All that <paramref name="parts"/> hold; who made it, and how tense the days were, is for the caller to say.</summary>
    public static Situation Of(IReadOnlyList<Situation> parts, Generator generator) => new(
        Situation.SchemaName, generator, null,
        [.. parts.SelectMany(s => s.Reports).OrderBy(r => r.Id, StringComparer.Ordinal)],
        parts.SelectMany(s => s.Origins).InOrder(),
        parts.SelectMany(s => s.Actors).GroupBy(a => a.Id, StringComparer.Ordinal).Select(One).InOrder(),
        parts.SelectMany(s => s.Places).GroupBy(p => p.Id, StringComparer.Ordinal).Select(One).InOrder(),
        parts.SelectMany(s => s.Events).InOrder(),
        parts.SelectMany(s => s.Figures).InOrder(),
        parts.SelectMany(s => s.Statements).InOrder(),
        parts.SelectMany(s => s.Disagreements).InOrder(),
        parts.SelectMany(s => s.Storylines).InOrder(),
        [],
        parts.SelectMany(s => s.Evidence).InOrder(),
        parts.SelectMany(s => s.Declined).InOrder())
    {
        Framing = FramingBuilder.MostTold(parts),
        Days = DayRanking.Of(parts),
    };

    private static Actor One(IEnumerable<Actor> namesakes)
    {
        Actor[] all = [.. namesakes.OrderByDescending(a => Reports(a.Aliases)).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(FirstReport, StringComparer.Ordinal)];
        return all is [Actor only] ? only : all[0] with
        {
            Country = all.Select(a => a.Country).FirstOrDefault(c => c is not null),
            Roles = [.. all.SelectMany(a => a.Roles)
                .DistinctBy(r => (Folding.Fold(r.Title), r.Of is null ? null : Folding.Fold(r.Of), r.Former))
                .OrderBy(r => Folding.Fold(r.Title), StringComparer.Ordinal).ThenBy(r => r.Of, StringComparer.Ordinal).ThenBy(r => r.Former)],
            Aliases = Aliases(all.SelectMany(a => a.Aliases)),
            Labels = [.. all.SelectMany(a => a.Labels)
                .OrderBy(l => l.Report, StringComparer.Ordinal).ThenBy(l => l.Text, StringComparer.Ordinal).ThenBy(l => l.Evidence, StringComparer.Ordinal)],
        };
    }

    private static Place One(IEnumerable<Place> same)
    {
        Place[] all = [.. same.OrderByDescending(p => Reports(p.Aliases)).ThenBy(p => p.Name, StringComparer.Ordinal)];
        return all is [Place only] ? only : all[0] with { Aliases = Aliases(all.SelectMany(p => p.Aliases)) };
    }

    private static IReadOnlyList<Alias> Aliases(IEnumerable<Alias> spellings) =>
        [.. spellings.GroupBy(a => a.Text, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Alias(g.Key, [.. g.SelectMany(a => a.Reports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))];

    private static int Reports(IReadOnlyList<Alias> aliases) => aliases.SelectMany(a => a.Reports).Distinct(StringComparer.Ordinal).Count();

    // Reports are in one neighbourhood each, so no two parts have one first report.
    private static string FirstReport(Actor actor) => actor.Aliases.SelectMany(a => a.Reports).Min(StringComparer.Ordinal) ?? "";
}
