using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;
using NodaTime;
using NodaTime.Text;

namespace Parallax.Assess;

/// <summary>
/// Finds the events that belong together: tied by rare actors, by places and by closeness in time. An actor who is everywhere ties nothing
/// by itself, and history is no part of a storyline.
/// </summary>
internal sealed class StorylineBuilder(FusedReports fused, EscalationScale scale)
{
    private const int NearDays = 3;
    private const int Window = 80;

    // Actors in more than this share of the events are everywhere; below the least number of events shares say nothing.
    private const int UbiquitousPercent = 10;
    private const int LeastEvents = 20;
    private readonly Dictionary<string, string> _countries = fused.Places.ToDictionary(p => p.Id, p => p.Country, StringComparer.Ordinal);

    /// <summary>The events with their storylines, and the storylines in order of their first day.</summary>
    public (IReadOnlyList<Event> Events, IReadOnlyList<Storyline> Storylines) Build()
    {
        Event[] current = [.. fused.Events.Where(e => e.Status is not ClaimStatus.Background)];
        HashSet<string> everywhere = Everywhere(current);
        DisjointSets tied = new(current.Length);
        foreach ((int a, int b) in ClusterBuilder.Candidates([.. current.Select(Keys)], Window))
        {
            if (Tied(current[a], current[b], everywhere))
                tied.Join(a, b);
        }
        List<Storyline> storylines = [];
        Dictionary<string, string> storylineOf = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<int> group in tied.Groups().Where(g => g.Count > 1 && g.Any(i => DayOf(current[i]) is not null)))
        {
            Event[] events = [.. group.Select(i => current[i])];
            string id = StableHash.Id("l", [.. events.Select(e => e.Id).Order(StringComparer.Ordinal)]);
            string[] days = [.. events.Where(e => e.When is { Precision: "day" }).Select(e => e.When!.Edtf.TrimEnd('~')).Order(StringComparer.Ordinal)];
            storylines.Add(new Storyline(id, Top(events).Label, [.. events.Select(e => e.Id)], days.FirstOrDefault(), days.LastOrDefault()));
            foreach (Event one in events)
                storylineOf[one.Id] = id;
        }
        return (
            [.. fused.Events.Select(e => storylineOf.TryGetValue(e.Id, out string? id) ? e with { Storyline = id } : e)],
            storylines.InOrder());
    }

    private Event Top(Event[] events) =>
        events.OrderByDescending(e => e.Status == ClaimStatus.Happened).ThenByDescending(e => e.When is not null).ThenByDescending(e => e.Reports.Count)
            .ThenByDescending(e => Math.Abs(scale.ScoreOf(e.Type, e.Mode) ?? 0)).ThenByDescending(e => e.Origins)
            .ThenBy(e => e.When?.Edtf ?? "~", StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).First();

    private static HashSet<string> Everywhere(Event[] events)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (Event one in events)
        {
            foreach (string actor in Actors(one))
                counts[actor] = counts.GetValueOrDefault(actor) + 1;
        }
        return events.Length < LeastEvents ? [] : new(counts.Where(c => c.Value * 100 > events.Length * UbiquitousPercent).Select(c => c.Key), StringComparer.Ordinal);
    }

    private bool Tied(Event a, Event b, HashSet<string> everywhere)
    {
        if (DayOf(a) is not LocalDate first || DayOf(b) is not LocalDate second)
            return UndatedTied(a, b, everywhere);
        int days = Math.Abs(Period.DaysBetween(first, second));
        if (days > NearDays)
            return false;
        string[] shared = [.. Actors(a).Intersect(Actors(b), StringComparer.Ordinal)];
        int rare = shared.Count(s => !everywhere.Contains(s));
        bool samePlace = a.Where is not null && string.Equals(a.Where, b.Where, StringComparison.Ordinal);
        bool sameCountry = a.Where is not null && b.Where is not null
            && _countries.TryGetValue(a.Where, out string? x) && _countries.TryGetValue(b.Where, out string? y) && x.Length > 0 && string.Equals(x, y, StringComparison.Ordinal);
        bool otherCountry = a.Where is not null && b.Where is not null && !samePlace && !sameCountry;
        return rare >= 2 || rare >= 1 && !otherCountry || shared.Length >= 2 && (samePlace || sameCountry || days <= 1)
            || samePlace && shared.Length >= 1 || samePlace && days <= 1 && IsTown(a.Where);
    }

    private bool IsTown(string? place) => fused.Places.Any(p => string.Equals(p.Id, place, StringComparison.Ordinal) && p.Precision <= Data.PlacePrecision.Town);

    // Without a day, only one report's telling of the same rare people holds two events together.
    private static bool UndatedTied(Event a, Event b, HashSet<string> everywhere) =>
        a.Reports.Intersect(b.Reports, StringComparer.Ordinal).Any()
        && Actors(a).Intersect(Actors(b), StringComparer.Ordinal).Any(s => !everywhere.Contains(s));

    private static IEnumerable<string> Actors(Event one) => one.Initiators.Concat(one.Targets).Distinct(StringComparer.Ordinal);

    private static IReadOnlyCollection<string> Keys(Event one) => [.. Actors(one), .. one.Where is null ? Array.Empty<string>() : [one.Where]];

    private static LocalDate? DayOf(Event one) =>
        one.When is { Precision: "day" } when && LocalDatePattern.Iso.Parse(when.Edtf.TrimEnd('~')) is { Success: true } day ? day.Value : null;
}
