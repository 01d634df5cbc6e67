using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Whether the claims of one report are those that a member of a pair expects.</summary>
internal sealed class PairJudge
{
    private readonly ReportClaims _claims;
    private readonly AnnotatedReport _report;
    private readonly EdtfDate?[] _dates;
    private readonly List<string>[] _names;

    public PairJudge(ReportClaims claims)
    {
        _claims = claims;
        _report = claims.Source;
        _dates = TimeResolver.ResolveOn(_report, _report.Report.Published.Date?.Start);
        _names = [.. _report.Actors.Select(Forms)];
    }

    /// <summary>Whether <paramref name="line"/> holds.</summary>
    public bool Holds(PairLine line) => line.IsNegated != (line.Kind switch
    {
        "event" => _claims.Claims.OfType<EventClaim>().Any(claim => Fits(line, claim)),
        "figure" => _claims.Claims.OfType<FigureClaim>().Any(claim => Fits(line, claim)),
        "statement" => _claims.Claims.OfType<StatementClaim>().Any(claim => Fits(line, claim)),
        "same" => Holders(line.Subject[0]).Intersect(Holders(line.Subject[1])).Any(),
        "apart" => Holders(line.Subject[0]) is { Count: > 0 } left && Holders(line.Subject[1]) is { Count: > 0 } right && !left.Intersect(right).Any(),
        "actor" => Holders(line.Subject[0]).Any(actor => Fits(line, _report.Actors[actor])),
        "place" => Exact(_report.Places, place => Words(place.Span), line.Subject[0]).Any(place => Fits(line, place)),
        _ => Exact([.. Enumerable.Range(0, _report.Times.Count)], time => Words(_report.Times[time].Span), line.Subject[0])
            .Any(time => line.Keys[0].Values.Any(value => DateIs(_dates[time], value))),
    });

    /// <summary>What the report has of the kind that <paramref name="line"/> asks for, as lines.</summary>
    public IEnumerable<string> Found(PairLine line) => line.Kind switch
    {
        "event" => _claims.Claims.OfType<EventClaim>().Select(Shown).Concat(Refused()),
        "figure" => _claims.Claims.OfType<FigureClaim>().Select(Shown).Concat(Refused()),
        "statement" => _claims.Claims.OfType<StatementClaim>().Select(Shown).Concat(Unclaimed()),
        "place" => _report.Places.Select(place =>
            $"place \"{Words(place.Span)}\" use={PairWords.Hyphened(place.Use.ToString())} country={place.Place?.Country ?? "-"} division={place.Place?.Division ?? "-"}"),
        "time" => _report.Times.Select((time, i) => $"time \"{Words(time.Span)}\" = {_dates[i]?.ToString() ?? "-"}"),
        _ => _report.Actors.Select(actor => $"actor {actor.Index} kind={PairWords.Hyphened(actor.Kind.ToString())} country={actor.Country ?? "-"}: "
            + string.Join(" | ", _report.Mentions.Where(m => m.Actor == actor.Index).Select(m => Words(m.Span)))
            + string.Concat(actor.Roles.Select(role => $" role=\"{role.Title}\" of=\"{role.Of}\""))),
    };

    private IEnumerable<string> Refused() => _claims.Declined.Select(declined => $"declined {declined.Code} \"{Words(declined.Evidence)}\"");

    // Speech that Annotate found and Extract made no statement of.
    private IEnumerable<string> Unclaimed()
    {
        HashSet<int> claimed = [.. _claims.Claims.OfType<StatementClaim>().Select(claim => claim.Speech)];
        return _report.Speeches.Where((_, i) => !claimed.Contains(i)).Select(speech =>
            $"speech without statement: speaker=\"{(speech.SpeakerSpan is { } by ? Words(by) : "")}\" cue=\"{speech.CueLemma}\" says=\"{string.Join(" … ", speech.Content.Select(Words))}\"");
    }

    private bool Fits(PairLine line, EventClaim claim) =>
        FitsClaim(line, claim, claim.Type.ToString().ToUpperInvariant()) && line.Keys.All(key => key.Key switch
        {
            "mode" => key.Values.Contains(claim.Mode ?? "-", StringComparer.Ordinal),
            "initiator" => Names(claim.Initiators, key.Values),
            "target" => Names(claim.Targets, key.Values),
            _ => FitsSetting(key, claim),
        });

    private bool Fits(PairLine line, FigureClaim claim)
    {
        QuantityMention quantity = _report.Quantities[claim.Quantity];
        return FitsClaim(line, claim, PairWords.Hyphened(claim.Measure.ToString()))
            && (line.Number is null || NumberIs(quantity, line.Number))
            && line.Flags.All(flag => flag switch { "cumulative" => claim.Cumulative, "single" => !claim.Cumulative, _ => quantity.Vague })
            && line.Keys.All(key => key.Key switch
            {
                "of" => key.Values.Any(value => PairWords.Holds(claim.Of, value) || (claim.OfActor >= 0 && Named(claim.OfActor, value))),
                "scope" => key.Values.Any(value => value is "none" or "-" ? claim.Scope.Count == 0 : claim.Scope.Contains(value, StringComparer.Ordinal)),
                "event" => key.Values.Contains(claim.Event < 0 ? "-" : ((EventClaim)_claims.Claims[claim.Event]).Type.ToString().ToUpperInvariant(), StringComparer.Ordinal),
                "comparator" => key.Values.Contains(PairWords.Hyphened(quantity.Comparator.ToString()), StringComparer.Ordinal),
                _ => FitsSetting(key, claim),
            });
    }

    private bool Fits(PairLine line, StatementClaim claim)
    {
        Speech speech = _report.Speeches[claim.Speech];
        return line.Keys.All(key => key.Key switch
        {
            "by" => key.Values.Any(value => value == "-"
                ? speech.Speaker < 0 && speech.SpeakerSpan is null
                : (speech.SpeakerSpan is { } words && PairWords.Holds(Words(words), value)) || (speech.Speaker >= 0 && Named(speech.Speaker, value))),
            "act" => key.Values.Contains(PairWords.Hyphened(claim.Act.ToString()), StringComparer.Ordinal),
            "form" => key.Values.Contains(PairWords.Hyphened(speech.Form.ToString()), StringComparer.Ordinal),
            "to" => key.Values.Any(value => value == "-" ? speech.Addressee is null : PairWords.Holds(speech.Addressee ?? "", value)),
            _ => key.Values.Any(value => PairWords.Holds(claim.Text, value)),
        });
    }

    private static bool Fits(PairLine line, ReportActor actor) => line.Keys.All(key => key.Key switch
    {
        "kind" => key.Values.Contains(PairWords.Hyphened(actor.Kind.ToString()), StringComparer.Ordinal),
        "country" => key.Values.Contains(actor.Country ?? "-", StringComparer.Ordinal),
        "role" => key.Values.Any(value => value == "-" ? actor.Roles.Count == 0 : actor.Roles.Any(role => PairWords.Holds(role.Former ? "former " + role.Title : role.Title, value))),
        _ => key.Values.Any(value => value == "-" ? actor.Roles.All(role => role.Of is null) : actor.Roles.Any(role => PairWords.Holds(role.Of ?? "", value))),
    });

    private static bool Fits(PairLine line, PlaceMention place) => line.Keys.All(key => key.Key switch
    {
        "use" => key.Values.Contains(PairWords.Hyphened(place.Use.ToString()), StringComparer.Ordinal),
        "country" => key.Values.Contains(place.Place?.Country ?? "-", StringComparer.Ordinal),
        _ => key.Values.Any(value => value == "-" ? place.Place is null : PairWords.Holds(place.Place?.Division ?? "", value)),
    });

    private static bool FitsClaim(PairLine line, Claim claim, string subject) =>
        (line.Subject.Count == 0 || line.Subject.Contains(subject, StringComparer.Ordinal))
        && (line.Statuses.Count == 0 || line.Statuses.Contains(PairWords.Hyphened(claim.Status.ToString()), StringComparer.Ordinal));

    private bool FitsSetting((string Key, string[] Values) key, Claim claim) => key.Key switch
    {
        "place" => key.Values.Any(value => value == "-"
            ? claim.Place < 0
            : claim.Place >= 0 && (PairWords.Holds(Words(_report.Places[claim.Place].Span), value) || PairWords.Holds(_report.Places[claim.Place].Place?.Name ?? "", value))),
        "time" => key.Values.Any(value => value == "-" ? claim.Time < 0 : DateIs(DateOf(claim), value)),
        _ => key.Values.Any(value => value == "-"
            ? claim.Attribution.All(link => link.Kind == AttributionKind.Agency)
            : claim.Attribution.Any(link => PairWords.Holds(link.Text, value) || (link.Actor >= 0 && Named(link.Actor, value)))),
    };

    private EdtfDate? DateOf(Claim claim) => claim.Time >= 0 ? _dates[claim.Time] : claim.NarrativeTime >= 0 ? _dates[claim.NarrativeTime] : null;

    private static bool DateIs(EdtfDate? date, string wanted)
    {
        if (date is not { } known)
            return wanted == "-";
        if (wanted.EndsWith("..", StringComparison.Ordinal))
            return new[] { EdtfDate.Day(known.Start), EdtfDate.Day(known.End) }.All(day => day.ToString().StartsWith(wanted[..^2], StringComparison.Ordinal));
        return known.ToString() == wanted || (known with { Approximate = false }).ToString() == wanted;
    }

    private static bool NumberIs(QuantityMention quantity, string wanted)
    {
        string[] ends = wanted.Split("..");
        return quantity.Low == Number(ends[0]) && (ends.Length == 1 || quantity.High == (ends[1].Length == 0 ? null : Number(ends[1])));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private bool Names(IReadOnlyList<int> actors, string[] values) => values.Any(value => value == "-" ? actors.Count == 0 : actors.Any(actor => Named(actor, value)));

    private bool Named(int actor, string words) => _names[actor].Exists(name => PairWords.Holds(name, words));

    private List<string> Forms(ReportActor actor)
    {
        List<string> forms = [actor.Name, .. actor.Names];
        forms.AddRange(_report.Mentions.Where(mention => mention.Actor == actor.Index && mention.Form != MentionForm.Pronoun).Select(mention => Words(mention.Span)));
        forms.AddRange(actor.Roles.Select(role => $"{actor.Name} {role.Title} {role.Of}"));
        return forms;
    }

    private HashSet<int> Holders(string words)
    {
        int number = words.LastIndexOf('#');
        int which = number > 0 ? int.Parse(words[(number + 1)..], CultureInfo.InvariantCulture) : 0;
        List<ActorMention> mentions = Exact([.. _report.Mentions.Where(mention => mention.Actor >= 0)], mention => Words(mention.Span), number > 0 ? words[..number] : words, mention => Words(mention.HeadSpan));
        return [.. mentions.Where((_, i) => which == 0 || i == which - 1).Select(mention => mention.Actor)];
    }

    // Those of exactly these words, else those that contain them.
    private static List<T> Exact<T>(IReadOnlyList<T> all, Func<T, string> words, string wanted, Func<T, string>? head = null)
    {
        List<T> exact = [.. all.Where(one => PairWords.Same(words(one), wanted) || (head is not null && PairWords.Same(head(one), wanted)))];
        return exact.Count > 0 ? exact : [.. all.Where(one => PairWords.Holds(words(one), wanted))];
    }

    private string Shown(EventClaim claim) =>
        $"event {claim.Type.ToString().ToUpperInvariant()} {Status(claim)}{(claim.Mode is { } mode ? " mode=" + mode : "")} \"{Words(claim.Trigger)}\"{List(" initiator=", claim.Initiators)}{List(" target=", claim.Targets)}{Setting(claim)} ({claim.Rule})";

    private string Shown(FigureClaim claim)
    {
        QuantityMention quantity = _report.Quantities[claim.Quantity];
        string high = quantity.High == quantity.Low ? "" : ".." + quantity.High?.ToString(CultureInfo.InvariantCulture);
        return $"figure {PairWords.Hyphened(claim.Measure.ToString())} {quantity.Low.ToString(CultureInfo.InvariantCulture)}{high} {Status(claim)} of=\"{claim.Of}\"{(claim.Cumulative ? " cumulative" : "")}"
            + (claim.Scope.Count > 0 ? $" scope={string.Join(',', claim.Scope)}" : "") + (claim.Event >= 0 ? $" event={((EventClaim)_claims.Claims[claim.Event]).Type.ToString().ToUpperInvariant()}" : "")
            + $"{Setting(claim)} ({claim.Rule})";
    }

    private string Shown(StatementClaim claim)
    {
        Speech speech = _report.Speeches[claim.Speech];
        string speaker = speech.SpeakerSpan is { } span ? Words(span) : "";
        string actor = speech.Speaker >= 0 && _report.Actors[speech.Speaker].Name != speaker ? $" [{_report.Actors[speech.Speaker].Name}]" : "";
        return $"statement by=\"{speaker}\"{actor} act={PairWords.Hyphened(claim.Act.ToString())} form={PairWords.Hyphened(speech.Form.ToString())}{(speech.Addressee is { } to ? $" to=\"{to}\"" : "")} says=\"{claim.Text}\"";
    }

    private static string Status(Claim claim) => PairWords.Hyphened(claim.Status.ToString());

    private string Setting(Claim claim) =>
        (claim.Place >= 0 ? $" place=\"{Words(_report.Places[claim.Place].Span)}\"" : "")
        + (DateOf(claim) is { } date ? $" time={date}{(claim.Time < 0 ? " (narrative)" : "")}" : claim.Time >= 0 ? " time=?" : "")
        + string.Concat(claim.Attribution.Select(link => $" by=\"{link.Text}\""));

    private string List(string key, IReadOnlyList<int> actors) => string.Concat(actors.Select(actor => $"{key}\"{_report.Actors[actor].Name}\""));

    private string Words(TextSpan span) => span.Of(_report.Report.Text).Replace('\n', ' ');
}
