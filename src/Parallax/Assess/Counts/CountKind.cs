using NodaTime;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Assess;

/// <summary>Says why two counts that look like answers to one question differ. What can be explained by another measure, scope or time is no conflict.</summary>
internal sealed class CountKind(LanguageData data)
{
    // "Hundreds" has no ceiling, but nobody means ten thousand by it.
    private const decimal VagueRatio = 20m;

    // A toll that grows sixfold between two reports is another toll.
    private const decimal MostRatio = 6m;

    // Whoever counts on may well come to many more.
    private const decimal MostRatioOfOne = 20m;

    private const int LeastTopicOfVague = 20;

    private const int LeastTopicOfScope = 26;

    private const decimal RisenRatio = 2m;

    private const int FewSentences = 4;

    private const decimal RoundedRatio = 1.1m;

    // "At least seven" and then 23: the first is no rounding of the second.
    private const decimal OutgrownRatio = 1.5m;

    private static readonly HashSet<string> s_hurt = new(["hurt", "treated", "hospital"], StringComparer.Ordinal);

    private readonly CountParties _parties = new(data);

    /// <summary>The kind; null where both can be true without anything to explain.</summary>
    public DisagreementKind? Of(Count a, Count b)
    {
        DisagreementKind? kind = KindOf(a, b);
        // A word of no number against another number that it does not fit: nobody counted.
        if (kind is DisagreementKind.Conflict or DisagreementKind.Time && (a.Quantity.Vague || b.Quantity.Vague) && CountMatch.Topic(a, b) < LeastTopicOfVague)
            return null;
        // None and some of another whole, or numbers of another order under one name: no question in common after all.
        bool oneVoice = CountMatch.OneVoice(a, b);
        // "Four officers" and "eight people" hurt in one town on one day are a part and its whole only where the sentences have much in common.
        if (kind is DisagreementKind.Scope && CountMatch.IsHarm(a.Act) && ReportPairs.FocusOf(a, b) <= 1 && Math.Max(a.Report.Claims.Source.Sentences.Count, b.Report.Claims.Source.Sentences.Count) > FewSentences && (CountMatch.Topic(a, b) < LeastTopicOfScope || IsElsewhere(a, b)))
            return null;
        // "Eleven attackers" are no part of those whom they killed, nor "at least nine children" another word for 13 people.
        if (kind is DisagreementKind.Scope && CountMatch.IsHarm(a.Act) && BySize(a, b) is { Small.Part: "militant", Large.Part: null } || kind is DisagreementKind.Vague && (IsGroup(a) || IsGroup(b)) && !string.Equals(a.Group, b.Group, StringComparison.Ordinal))
            return null;
        // Nor is "several" of one group an answer to the number of another.
        if (kind is DisagreementKind.Vague && (a.Quantity.Vague || b.Quantity.Vague) && ReportPairs.FocusOf(a, b) <= 1 && !a.Days.Overlaps(b.Days) && CountMatch.Topic(a, b) < LeastTopicOfScope && !IsOneCount(a, b))
            return null;
        bool apart = (a.Value.Stated == 0 || b.Value.Stated == 0) && kind is not (DisagreementKind.Conflict or DisagreementKind.InterestedParty or DisagreementKind.Measure)
            || kind is DisagreementKind.Conflict or DisagreementKind.Time && a.Value.Stated > 0 && b.Value.Stated > 0 && a.Value.RatioTo(b.Value) > (kind is DisagreementKind.Time && oneVoice ? MostRatioOfOne : MostRatio);
        return apart ? null : kind;
    }

    /// <summary>Whether the two stand in sentences of two places, or some of one nation beside others of another day.</summary>
    private static bool IsElsewhere(Count a, Count b)
    {
        bool places = a.Locations.Count > 0 && b.Locations.Count > 0 && !a.Locations.Overlaps(b.Locations) && !a.Cues.Contains("wide") && !b.Cues.Contains("wide") && !a.Cues.Contains("span") && !b.Cues.Contains("span");
        (Count small, Count large) = BySize(a, b);
        bool part = small.Part is not null && large.Part is null;
        return places && part || part && small.IsQualified && !a.Days.Overlaps(b.Days);
    }

    private static bool IsGroup(Count one) => one.Group is "child" or "woman" or "man" && one.Act is "dead" or "hurt";

    /// <summary>Whether nothing but exactness tells the two apart: the same noun or people in general, and the same fate.</summary>
    private static bool IsOneCount(Count a, Count b) =>
        (string.Equals(a.Noun, b.Noun, StringComparison.Ordinal) || (CountReader.IsWhole(a.Noun) || a.Noun is null) && (CountReader.IsWhole(b.Noun) || b.Noun is null)) && (CountMatch.Acts(a, b) == ActMatch.Same || CountMatch.SameVerb(a, b));

    private DisagreementKind? KindOf(Count a, Count b)
    {
        ActMatch acts = CountMatch.Acts(a, b);
        bool oneSource = CountMatch.OneVoice(a, b);
        // Thirty hurt and a hundred at the gate: nothing ties the one number to the other.
        if (acts == ActMatch.Open && CountMatch.IsHarm(a.Act ?? b.Act) && !CountMatch.SameVerb(a, b) && !oneSource)
            return null;
        // Who was hurt was treated, as far as a word like "dozens" tells.
        bool oneHarm = acts == ActMatch.Confusable && s_hurt.Contains(a.Act!) && s_hurt.Contains(b.Act!) && a.Value.IsExact != b.Value.IsExact && a.Value.CompatibleWith(b.Value) && a.Value.RatioTo(b.Value) <= VagueRatio;
        if (oneHarm)
            return DisagreementKind.Vague;
        if (CountMatch.MixesUnits(a, b) || acts == ActMatch.Confusable)
            return DisagreementKind.Measure;
        bool later = a.Published is LocalDate x && b.Published is LocalDate y && y > x;
        bool grows = IsOutgrown(a, b) && (later || b.Cues.Contains("late")) || !later && IsOutgrown(b, a) && a.Cues.Contains("late");
        if (a.Value.CompatibleWith(b.Value) && !grows)
            return a.Value.IsExact != b.Value.IsExact && a.Value.Stated != b.Value.Stated && a.Value.RatioTo(b.Value) <= VagueRatio ? DisagreementKind.Vague : null;
        if (grows || string.Equals(a.Report.Origin, b.Report.Origin, StringComparison.Ordinal) || (oneSource || a.Speaker is null || b.Speaker is null) && b.Cues.Contains("late") && later && !IsWider(a, b))
            return DisagreementKind.Time;
        // "Bringing the toll to 20", on the day of the first count: no other scope, but a later word.
        if (oneSource && acts == ActMatch.Same && IsLaterCount(a, b))
            return DisagreementKind.Time;
        if (SaysWider(a, b))
            return DisagreementKind.Scope;
        if (_parties.CountsEnemyAlone(a, b))
            return DisagreementKind.InterestedParty;
        if (IsPartOfWhole(a, b))
            return DisagreementKind.Scope;
        if (_parties.IsInterested(a, b))
            return DisagreementKind.InterestedParty;
        if (IsOtherScope(a, b))
            return DisagreementKind.Scope;
        bool attribute = a.Quantity.Kind is QuantityKind.Age or QuantityKind.Money or QuantityKind.Duration or QuantityKind.Distance or QuantityKind.Percent;
        if (attribute)
            return oneSource ? DisagreementKind.Measure : DisagreementKind.Conflict;
        bool moving = Has(a, "early") || Has(b, "late") || Has(b, "early");
        if (acts == ActMatch.Open && oneSource && !CountMatch.SameVerb(a, b) && !(later && moving))
            return DisagreementKind.Measure;
        bool settled = Has(a, "final") && !moving;
        if (moving && !Has(a, "final") || later && oneSource)
            return DisagreementKind.Time;
        if (later && !settled && (a.Speaker is null || b.Speaker is null) && !Has(b, "final"))
            return DisagreementKind.Time;
        // One voice, 30 here and 32 there: the round number is the other, rounded.
        if (oneSource && a.Value.RatioTo(b.Value) <= RoundedRatio && (IsRound(a) || IsRound(b)))
            return DisagreementKind.Vague;
        return oneSource ? DisagreementKind.Scope : DisagreementKind.Conflict;
    }

    /// <summary>Whether the sentence of the larger number says that a count has gone on, and the other's does not.</summary>
    private static bool IsLaterCount(Count a, Count b)
    {
        (Count small, Count large) = BySize(a, b);
        bool order = small.Published is not LocalDate first || large.Published is not LocalDate second || second >= first;
        return order && large.Cues.Contains("late") && !small.Cues.Contains("late") && !large.Cues.Contains("span") && !large.Cues.Contains("wide");
    }

    private static bool IsRound(Count one) => one.Value.Stated >= 10 && one.Value.Stated % 10 == 0;

    private static bool Has(Count one, string cue) => one.Cues.Contains(cue) || one.CuesAround.Contains(cue);

    /// <summary>Whether one number is of a part, a place or a span of time that the other is not.</summary>
    private static bool IsOtherScope(Count a, Count b)
    {
        // "The toll has risen to 13" is of the same attack as 11; three times as many are of all attacks.
        if (a.Claim is not null && b.Claim is not null && a.Claim.Cumulative != b.Claim.Cumulative && (a.Value.RatioTo(b.Value) > RisenRatio || a.Cues.Contains("span") != b.Cues.Contains("span")))
            return true;
        (Count small, Count large) = BySize(a, b);
        // The smaller number is of a place that the other report never names.
        bool oneThing = CountMatch.Acts(a, b) == ActMatch.Same || CountMatch.Acts(a, b) == ActMatch.Open && small.Noun is not null && string.Equals(small.Noun, large.Noun, StringComparison.Ordinal);
        if (small.Locations.Count > 0 && !small.Locations.Any(large.Spread.ContainsKey) && oneThing)
            return true;
        return IsPartOfWhole(a, b) || IsWider(a, b);
    }

    private static (Count Small, Count Large) BySize(Count a, Count b) => a.Value.Stated <= b.Value.Stated ? (a, b) : (b, a);

    /// <summary>Whether "at least" left the number behind: it has risen well above.</summary>
    private static bool IsOutgrown(Count a, Count b) =>
        a.Quantity.Comparator is Comparator.AtLeast && a.Quantity.Kind == QuantityKind.Count && b.Value.IsExact && b.Value.Stated > a.Value.Stated * OutgrownRatio;

    /// <summary>Whether the smaller number is of some of the people that the larger one counts.</summary>
    private static bool IsPartOfWhole(Count a, Count b)
    {
        (Count small, Count large) = BySize(a, b);
        // Organisers and police estimate one crowd.
        if (small.Act is "gathered" && large.Act is "gathered" && !small.IsQualified && !CountReader.IsWhole(large.Noun) == !CountReader.IsWhole(small.Noun))
            return false;
        if (small.IsQualified && !large.IsQualified && small.IsPeople && large.IsPeople && small.Value.IsExact)
            return true;
        return small.Part is not null && small.IsPeople && large.IsPeople && large.Part is null && CountReader.IsWhole(large.Noun) && !CountReader.IsWhole(small.Noun);
    }

    /// <summary>Whether the sentence of the larger number itself says that it covers more places or a longer time.</summary>
    private static bool SaysWider(Count a, Count b)
    {
        (Count small, Count large) = BySize(a, b);
        return large.Cues.Contains("wide") && !Has(small, "wide") && (small.Locations.Count > 0 || small.Names.Count > 0);
    }

    private static bool IsWider(Count a, Count b)
    {
        (Count small, Count large) = BySize(a, b);
        return large.Cues.Contains("span") && !small.Cues.Contains("span") || large.Cues.Contains("wide") && !small.Cues.Contains("wide") || large.CuesAround.Contains("wide") && !Has(small, "wide");
    }
}
