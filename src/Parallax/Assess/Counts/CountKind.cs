using NodaTime;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Assess;

/// <summary>Says why two counts that look like answers to one question differ. What can be explained by another measure, scope or time is no conflict.</summary>
internal sealed class CountKind(LanguageData data)
{
    // "Hundreds" has no ceiling, but nobody means ten thousand by it.
    private const decimal VagueRatio = 20m;

    private readonly CountParties _parties = new(data);

    /// <summary>The kind; null where both can be true without anything to explain.</summary>
    public DisagreementKind? Of(Count a, Count b)
    {
        ActMatch acts = CountMatch.Acts(a, b);
        bool oneSource = a.SpeakerWords.Count > 0 && a.SpeakerWords.Overlaps(b.SpeakerWords);
        // Thirty hurt and a hundred at the gate: nothing ties the one number to the other.
        if (acts == ActMatch.Open && CountMatch.IsHarm(a.Act ?? b.Act) && !SameVerb(a, b) && !oneSource)
            return null;
        if (CountMatch.MixesUnits(a, b) || acts == ActMatch.Confusable)
            return DisagreementKind.Measure;
        if (a.Value.CompatibleWith(b.Value))
            return a.Value.IsExact != b.Value.IsExact && a.Value.RatioTo(b.Value) <= VagueRatio ? DisagreementKind.Vague : null;
        if (string.Equals(a.Report.Origin, b.Report.Origin, StringComparison.Ordinal))
            return DisagreementKind.Time;
        if (_parties.IsInterested(a, b))
            return DisagreementKind.InterestedParty;
        if (IsOtherScope(a, b))
            return DisagreementKind.Scope;
        bool attribute = a.Quantity.Kind is QuantityKind.Age or QuantityKind.Money or QuantityKind.Duration or QuantityKind.Distance or QuantityKind.Percent;
        if (attribute)
            return oneSource ? DisagreementKind.Measure : DisagreementKind.Conflict;
        bool later = a.Published is LocalDate x && b.Published is LocalDate y && y > x;
        if (acts == ActMatch.Open && oneSource && !SameVerb(a, b))
            return DisagreementKind.Measure;
        bool moving = Has(a, "early") || Has(b, "late") || Has(b, "early");
        bool settled = Has(a, "final") && !moving;
        if (moving && !Has(a, "final") || later && oneSource)
            return DisagreementKind.Time;
        if (later && !settled && (a.Speaker is null || b.Speaker is null) && !Has(b, "final"))
            return DisagreementKind.Time;
        if (oneSource)
            return DisagreementKind.Scope;
        return DisagreementKind.Conflict;
    }

    private static bool Has(Count one, string cue) => one.Cues.Contains(cue) || one.CuesAround.Contains(cue);

    private static bool SameVerb(Count a, Count b) => a.Verb is not null && string.Equals(a.Verb, b.Verb, StringComparison.Ordinal);

    /// <summary>Whether one number is of a part, a place or a span of time that the other is not.</summary>
    private static bool IsOtherScope(Count a, Count b)
    {
        if (a.Claim is not null && b.Claim is not null && a.Claim.Cumulative != b.Claim.Cumulative)
            return true;
        (Count small, Count large) = a.Value.Stated <= b.Value.Stated ? (a, b) : (b, a);
        if (small.Part is not null && small.IsPeople && large.IsPeople && large.Part is null && CountReader.IsWhole(large.Noun) && !CountReader.IsWhole(small.Noun))
            return true;
        return large.Cues.Contains("span") && !small.Cues.Contains("span") || large.Cues.Contains("wide") && !small.Cues.Contains("wide") || large.CuesAround.Contains("wide") && !Has(small, "wide");
    }
}
