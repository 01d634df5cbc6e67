using System.Globalization;
using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Joins the event claims of all reports into events: first the tellings within a report, then across reports.</summary>
internal sealed class EventMerger(ClusterContext context)
{
    // Largest number of neighbours an item meets in one block; blocks are ordered by time, so that neighbours are near in time.
    private const int Window = 150;
    private const int InReport = 45;
    private readonly LocalDate? _earliest = context.Reports.Select(ClusterContext.PublishedDay).Min();

    /// <summary>The events, as units of claims in a stable order.</summary>
    public IReadOnlyList<EventUnit> Merge()
    {
        List<EventUnit> units = [];
        List<EventUnit> claims = [];
        for (int r = 0; r < context.Reports.Count; r++)
            claims.AddRange(UnitsOf(context.Reports[r], r));
        EventMatch match = new(context);
        EventOpenings openings = new(context, match);
        foreach (IGrouping<int, EventUnit> report in claims.GroupBy(u => u.Accounts[0].ReportIndex).OrderBy(g => g.Key))
            units.AddRange(openings.Gather(Join([.. report], match, InReport)));
        EventUnit[] ordered = [.. units.OrderBy(u => u.Window?.Start ?? LocalDate.MinIsoValue).ThenBy(u => u.Accounts[0].ReportIndex).ThenBy(u => u.Accounts[0].Index)];
        return Join(ordered, match, EventMatch.Threshold);
    }

    private List<EventUnit> Join(EventUnit[] units, EventMatch match, int threshold)
    {
        List<ClusterPair> pairs = [];
        foreach ((int a, int b) in ClusterBuilder.Candidates([.. units.Select(Keys)], Window))
        {
            if (match.Allowed(units[a], units[b]) && match.Score(units[a], units[b]) is int score && score >= threshold)
                pairs.Add(new ClusterPair(a, b, score));
        }
        List<List<int>> clusters = ClusterBuilder.Join(units.Length, WithoutAmbiguous(units, pairs), (a, b) => match.Allowed(units[a], units[b]), i => units[i].Constraint);
        return [.. clusters.Select(c => EventUnit.Union([.. c.Select(i => units[i])], context))];
    }

    /// <summary>
    /// Drops the pairs of a claim without day or town that fits events on different days or in different towns about equally well: it may be
    /// either, and must not become the link between them.
    /// </summary>
    private IEnumerable<ClusterPair> WithoutAmbiguous(EventUnit[] units, List<ClusterPair> pairs)
    {
        Dictionary<int, List<ClusterPair>> byUnit = [];
        foreach (ClusterPair pair in pairs)
        {
            foreach (int unit in (ReadOnlySpan<int>)[pair.A, pair.B])
            {
                if (!byUnit.TryGetValue(unit, out List<ClusterPair>? own))
                    byUnit.Add(unit, own = []);
                own.Add(pair);
            }
        }
        HashSet<ClusterPair> dropped = [];
        foreach ((int unit, List<ClusterPair> own) in byUnit.OrderBy(e => e.Key))
        {
            EventUnit self = units[unit];
            if (self.When is not { Precision: DatePrecision.Day })
                DropUnlessClear(own, unit, other => units[other].When is { Precision: DatePrecision.Day } day ? day.ToString() : null, dropped);
            if (!context.IsTown(self.Place) && !self.IsVerbal)
                DropUnlessClear(own, unit, other => context.IsTown(units[other].Place) ? units[other].Place : null, dropped);
        }
        return pairs.Where(p => !dropped.Contains(p));
    }

    private static void DropUnlessClear(List<ClusterPair> pairs, int unit, Func<int, string?> valueOf, HashSet<ClusterPair> dropped)
    {
        Dictionary<string, int> best = new(StringComparer.Ordinal);
        foreach (ClusterPair pair in pairs)
        {
            if (valueOf(pair.A == unit ? pair.B : pair.A) is string value)
                best[value] = Math.Max(best.GetValueOrDefault(value), pair.Score);
        }
        if (best.Count < 2)
            return;
        (string first, int lead) = best.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, e.Value)).First();
        int second = best.Where(e => !string.Equals(e.Key, first, StringComparison.Ordinal)).Max(e => e.Value);
        bool clear = lead - second >= EventMatch.ClearLead;
        foreach (ClusterPair pair in pairs)
        {
            if (valueOf(pair.A == unit ? pair.B : pair.A) is string value && (!clear || !string.Equals(value, first, StringComparison.Ordinal)))
                dropped.Add(pair);
        }
    }

    private IEnumerable<EventUnit> UnitsOf(ReportInFusion report, int index)
    {
        EventScene scene = new(report);
        EventDoers doers = new(report);
        Dictionary<int, (EdtfDate When, EventTimeBasis Basis)> times = EventTimes.Of(report, scene);
        IReadOnlyList<Claim> claims = report.Claims.Claims;
        for (int i = 0; i < claims.Count; i++)
        {
            if (claims[i] is not EventClaim read || report.IsRepeated(read))
                continue;
            EventClaim claim = EventKinds.AsPlanned(read);
            (EdtfDate? when, EventTimeBasis basis) = times.TryGetValue(i, out (EdtfDate When, EventTimeBasis Basis) known) ? (known.When, known.Basis) : ((EdtfDate?)null, EventTimeBasis.Unknown);
            EventAccount account = new(
                report, index, i, EventTimes.IsLongPast(report, when, _earliest) ? claim with { Status = ClaimStatus.Background } : claim, when, basis, report.PlaceOf(claim),
                ClusterContext.ActorIds(report, claim.Initiators), ClusterContext.ActorIds(report, context.Unlisted.WithoutPlaces(report, claim)))
            {
                Scene = scene.PlaceOf(claim),
                Unlisted = [.. context.Unlisted.Of(report, claim)],
                IsEnd = doers.IsEnd(claim),
            };
            yield return EventUnit.Of(account, EventTimes.WindowOf(report, account.Claim), context.ContentOf(report, claim.Evidence), FiguresOf(report, i), NamesOf(report, claim));
        }
    }

    /// <summary>The names in the clause of <paramref name="claim"/> that are neither its participants' nor those of places with coordinates: a village, a bridge, a fund.</summary>
    private static IEnumerable<string> NamesOf(ReportInFusion report, EventClaim claim)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        for (int i = AnnotatedReport.FirstTokenAt(tokens, claim.Evidence.Start); i < tokens.Count && tokens[i].Span.Start < claim.Evidence.End; i++)
        {
            Token token = tokens[i];
            if (token.Tag != Upos.Propn || token.Text.Length < 4 || !char.IsUpper(token.Text[0]))
                continue;
            bool isKnown = report.Annotated.Places.Any(p => p.Sentence == claim.Sentence && p.Place is not null && p.Span.Contains(token.Span))
                || report.Annotated.Times.Any(t => t.Sentence == claim.Sentence && t.Span.Contains(token.Span))
                || IsOfActor(report, report.MentionsBySentence[claim.Sentence], token);
            if (!isKnown)
                yield return Folding.Fold(token.Text);
        }
    }

    // "NATO" in "NATO peacekeepers" names whose they are; it is the peacekeepers who take part.
    private static bool IsOfActor(ReportInFusion report, IEnumerable<ActorMention> mentions, Token token) =>
        mentions.Where(m => m.Span.Contains(token.Span)).MaxBy(m => m.Span.Length) is { Actor: >= 0 } mention && report.ActorIds[mention.Actor] is not null && report.Annotated.Actors[mention.Actor].IsNamed;

    // Small and round-trip numbers ("two", "one") are shared by chance.
    private static IEnumerable<string> FiguresOf(ReportInFusion report, int claim) =>
        report.Claims.Claims.OfType<FigureClaim>()
            .Where(f => f.Event == claim && report.Annotated.Quantities[f.Quantity] is { Low: >= 5, Vague: false })
            .Select(f => f.Measure + " " + report.Annotated.Quantities[f.Quantity].Low.ToString(CultureInfo.InvariantCulture));

    // Openings of one story meet by its days, and by their words where the day is not known.
    private static IEnumerable<string> OpeningKeys(EventUnit unit)
    {
        string family = "open " + EventKinds.Family(unit.Type) + "|";
        if (unit.When is EdtfDate when && Period.DaysBetween(when.Start, when.End) <= 4)
        {
            for (LocalDate day = when.Start; day <= when.End; day = day.PlusDays(1))
                yield return family + EdtfDate.Day(day);
        }
        foreach (string word in unit.Content.Concat(unit.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(12))
            yield return family + word;
    }

    private IReadOnlyCollection<string> Keys(EventUnit unit)
    {
        string block = EventKinds.Block(unit.Type) + (unit.IsBackground ? " old|" : "|");
        List<string> keys = [];
        List<string> arguments =
        [
            .. unit.Lemmas.Order(StringComparer.Ordinal).Select(l => "l:" + l),
            .. unit.Participants.Distinct(StringComparer.Ordinal).Select(id => "a:" + id),
            .. unit.Participants.Select(id => context.Actor(id)?.Class).OfType<string>().Distinct(StringComparer.Ordinal).Select(c => "c:" + c),
        ];
        if (unit.Place is not null)
            arguments.Add("p:" + unit.Place);
        arguments.AddRange(unit.Names.Order(StringComparer.Ordinal).Take(4).Select(n => "n:" + n));
        if (unit.When is EdtfDate when && Period.DaysBetween(when.Start, when.End) <= 4)
        {
            for (LocalDate day = when.Start; day <= when.End; day = day.PlusDays(1))
                keys.AddRange(arguments.Select(a => block + EdtfDate.Day(day) + "|" + a));
        }
        keys.AddRange(unit.Figures.Select(f => block + f));
        // One account of an election names the voters, another the winners, a third only the vote.
        if (unit.Type == EventType.Election)
            keys.Add(block + "any");
        keys.AddRange(unit.Names.Order(StringComparer.Ordinal).Take(4).Select(n => block + "n:" + n));
        // A toll stands a sentence or two behind the deed it belongs to, and need share no word with it.
        if (EventKinds.IsHarmful(unit.Type) || unit.Type == EventType.Casualties)
        {
            EventAccount first = unit.Accounts[0];
            for (int s = first.Claim.Sentence; s <= first.Claim.Sentence + EventMatch.TollReach; s++)
                keys.Add(block + "s:" + first.ReportIndex.ToString(CultureInfo.InvariantCulture) + ":" + s.ToString(CultureInfo.InvariantCulture));
        }
        if (unit.IsOpening)
            keys.AddRange(OpeningKeys(unit));
        keys.AddRange(unit.Sentences.Order(StringComparer.Ordinal).Take(8).Select(text => block + "s:" + text));
        // Claims whose day is unknown meet the others by two arguments at once.
        for (int i = 0; i < Math.Min(arguments.Count, 8); i++)
        {
            for (int j = i + 1; j < Math.Min(arguments.Count, 8); j++)
                keys.Add(block + arguments[i] + "|" + arguments[j]);
        }
        return keys;
    }
}
