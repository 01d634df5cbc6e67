using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>
/// How hostile or cooperative a day's deeds were (docs/reference/escalation.md), by day and by pair of actors. Each kind of deed counts once, with its gravest
/// event, and every further kind half of the one before: what happened moves the number, how often it is told, and in how many ways, hardly does.
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

    /// <summary>The days with scored events, in order, each with the events that make its score and with the pairs of actors between whom they were.</summary>
    public IReadOnlyList<EscalationDay> ByDay(IReadOnlyList<Event> events, IReadOnlyList<Figure> figures, IReadOnlyList<Actor> actors)
    {
        Dictionary<string, string> countries = actors.Where(a => a.Country is not null).DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, a => a.Country!, StringComparer.Ordinal);
        // What was hit is told with the event; between a crew and a bridge there is no tension.
        HashSet<string> things = [.. actors.Where(a => a.Kind == ActorKind.Thing).Select(a => a.Id)];
        Dictionary<string, decimal> killed = figures
            .Where(f => f is { Measure: Measure.Killed, Event: not null, IsBackground: false, Unit: "people" })
            .GroupBy(f => f.Event!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(f => f.Best ?? f.Low ?? 0), StringComparer.Ordinal);
        List<EscalationDay> days = [];
        IEnumerable<IGrouping<string, Deed>> byDay = events
            .Where(e => e.Status == ClaimStatus.Happened && e.When is { Precision: "day" })
            .Select(e => (Event: e, Score: ScoreOf(e.Type, e.Mode))).Where(e => e.Score is not null)
            .Select(e => new Deed(e.Event, Graver(e.Score!.Value, killed.GetValueOrDefault(e.Event.Id))))
            .GroupBy(d => d.Event.When!.Edtf.TrimEnd('~'), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, Deed> day in byDay)
        {
            Deed[] counted = Counted(day);
            days.Add(new EscalationDay(day.Key, Sum(counted), [.. counted.Select(d => d.Event.Id)])
            {
                Hostile = Sum(counted.Where(d => d.Score < 0)),
                Cooperative = Sum(counted.Where(d => d.Score > 0)),
                Pairs = Pairs(day, countries, things),
            });
        }
        return days;
    }

    private static IReadOnlyList<EscalationPair> Pairs(IEnumerable<Deed> deeds, Dictionary<string, string> countries, HashSet<string> things) =>
    [
        .. deeds.SelectMany(d => PairsOf(d.Event, countries, things).Select(p => (Pair: p, Deed: d))).GroupBy(d => d.Pair, d => d.Deed)
            .Select(g =>
            {
                Deed[] counted = Counted(g);
                return new EscalationPair(
                    g.Key.A, g.Key.B, Sum(counted), [.. counted.Select(d => d.Event.Id)],
                    [.. counted.SelectMany(d => EvidenceOf(d.Event, g.Key).Take(MostEvidence)).Distinct(StringComparer.Ordinal)]);
            })
            .Where(p => p.Score != 0).OrderByDescending(p => Math.Abs(p.Score)).ThenBy(p => p.A, StringComparer.Ordinal).ThenBy(p => p.B, StringComparer.Ordinal)
            .Take(MostPairs),
    ];

    /// <summary>Who stands against or beside whom: those of whom one claim says so. That two claims of one event name them tells nothing.</summary>
    private static IEnumerable<(string A, string B)> PairsOf(Event one, Dictionary<string, string> countries, HashSet<string> things)
    {
        HashSet<string> parties = [.. one.Initiators.Take(MostParties), .. one.Targets.Take(MostParties)];
        return one.Accounts.SelectMany(a => a.Facts?.Pairs ?? []).Where(p => parties.Contains(p.By) && parties.Contains(p.To) && !things.Contains(p.To) && !IsOwnForce(p.By, p.To))
            .Select(p => string.CompareOrdinal(p.By, p.To) < 0 ? p : (p.To, p.By)).Distinct();

        // Whoever calls up his own army does nothing against it.
        bool IsOwnForce(string a, string b) => one.Type == EventType.Mobilize && countries.TryGetValue(a, out string? country) && countries.TryGetValue(b, out string? other) && country == other;
    }

    private static IEnumerable<string> EvidenceOf(Event one, (string A, string B) pair) =>
        one.Accounts.Where(a => a.Facts is not null && a.Facts.Pairs.Any(p => p == pair || (p.To, p.By) == pair)).Select(a => a.Evidence).Distinct(StringComparer.Ordinal);

    /// <summary>The gravest deed of each kind, gravest first.</summary>
    private static Deed[] Counted(IEnumerable<Deed> deeds) =>
        [.. deeds.GroupBy(d => d.Event.Type).Select(Gravest).OrderByDescending(d => Math.Abs(d.Score)).ThenBy(d => d.Event.Type)];

    // Of equal scores the better attested event stands for its kind, and of equals the one with the smaller id.
    private static Deed Gravest(IEnumerable<Deed> deeds) =>
        deeds.OrderByDescending(d => Math.Abs(d.Score)).ThenByDescending(d => d.Event.Origins).ThenBy(d => d.Event.Id, StringComparer.Ordinal).First();

    // Hostile and friendly deeds are each discounted by their own rank, so that neither hides the other.
    private static decimal Sum(IEnumerable<Deed> gravestFirst)
    {
        decimal sum = 0, hostile = 1, friendly = 1;
        foreach (Deed deed in gravestFirst)
        {
            sum += deed.Score * (deed.Score < 0 ? hostile : friendly);
            if (deed.Score < 0)
                hostile /= 2;
            else
                friendly /= 2;
        }
        return Math.Round(sum, 2, MidpointRounding.AwayFromZero);
    }

    /// <summary>A hostile deed is graver by two for every tenfold of its dead; a scale of kinds alone puts a massacre beside a scuffle.</summary>
    private static decimal Graver(decimal score, decimal killed)
    {
        if (score >= 0 || killed < 1)
            return score;
        // Whole numbers of dead and two decimals leave no room for a difference between machines.
        return score - Math.Round(2 * (decimal)Math.Log10((double)Math.Min(killed, MostKilled) + 1), 2, MidpointRounding.AwayFromZero);
    }

    private const int MostPairs = 24;
    private const int MostParties = 4;
    private const int MostEvidence = 3;
    private const decimal MostKilled = 10_000_000;

    private sealed record Deed(Event Event, decimal Score);
}
