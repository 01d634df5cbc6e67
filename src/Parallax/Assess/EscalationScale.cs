using System.Globalization;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>
/// How tense a day was (docs/reference/escalation.md). Each type of event counts once a day, with its most extreme score: what happened
/// moves the number, how many reports or how many tellings of it there are does not.
/// </summary>
internal sealed class EscalationScale
{
    private readonly Dictionary<string, decimal> _scores = new(StringComparer.Ordinal);

    public EscalationScale(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("assess-scores").Rows)
            _scores[row[0]] = decimal.Parse(row[1], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>The conflict–cooperation score of an event's type and mode; null for types that PLOVER does not score.</summary>
    public decimal? ScoreOf(EventType type, string? mode)
    {
        string root = type.ToString().ToUpperInvariant();
        if (mode is not null && _scores.TryGetValue(root + "/" + mode, out decimal ofMode))
            return ofMode;
        return _scores.TryGetValue(root, out decimal ofType) ? ofType : null;
    }

    /// <summary>The days with scored events, in order, each with the events that make its score.</summary>
    public IReadOnlyList<EscalationDay> ByDay(IReadOnlyList<Event> events)
    {
        List<EscalationDay> days = [];
        IEnumerable<IGrouping<string, Event>> byDay = events
            .Where(e => e.Status == ClaimStatus.Happened && e.When is { Precision: "day" } && ScoreOf(e.Type, e.Mode) is not null)
            .GroupBy(e => e.When!.Edtf.TrimEnd('~'), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, Event> day in byDay)
        {
            Event[] counted = [.. day.GroupBy(e => e.Type).OrderBy(g => g.Key).Select(Strongest)];
            days.Add(new EscalationDay(day.Key, counted.Sum(e => ScoreOf(e.Type, e.Mode) ?? 0), [.. counted.Select(e => e.Id)]));
        }
        return days;
    }

    // Of equal scores the better attested event stands for its type, and of equals the one with the smaller id.
    private Event Strongest(IEnumerable<Event> events) =>
        events.OrderByDescending(e => Math.Abs(ScoreOf(e.Type, e.Mode) ?? 0)).ThenByDescending(e => e.Origins)
            .ThenBy(e => e.Id, StringComparer.Ordinal).First();
}
