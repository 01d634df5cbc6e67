using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads the words that set the scope of a number apart, and whether it adds up more than one event or day.</summary>
internal static class FigureScopes
{
    public static List<string> ScopeOf(ClauseModel model, QuantityMention quantity, NounPhrase phrase, VerbGroup? verb, Measure measure)
    {
        SentenceView s = model.Sentence;
        List<string> scope = [];
        if (measure is Measure.Troops or Measure.Police)
        {
            bool additional = false;
            bool strength = FigureMeasures.IsStrength(s, quantity);
            for (int i = Math.Max(0, phrase.First - 2); i < phrase.End; i++)
                additional |= s.Lower(i) is "additional" or "extra" or "further" or "another" or "reinforcements" || (s.Lower(i) == "more" && s.Lower(i + 1) != "than");
            additional |= verb is not null && s.Lemma(verb.Head) is "reinforce" or "bolster";
            if (additional && !strength)
                scope.Add("additional");
            else if (strength || (verb is not null && s.Lemma(verb.Head) is "consist" or "comprise" or "have" or "number"))
                scope.Add("strength");
            else if (verb is not null && s.Lemma(verb.Head) is "be" or "wait" or "station" or "remain")
                scope.Add("on-scene");
        }
        for (int i = phrase.End; i + 2 < s.Count && i < phrase.End + 6; i++)
        {
            if (s.Matches(i, ["on", "both", "sides"]) || s.Matches(i, ["on", "both", "side"]))
                scope.Add("both-sides");
        }
        int behind = Math.Max(phrase.End, FigureMeasures.HeadIndex(s, quantity, phrase) + 1);
        if (s.Lower(behind) is "a" or "per" or "each" or "every" && s.Lower(behind + 1) is "day" or "week" or "month" or "year")
            scope.Add("per-" + s.Lower(behind + 1));
        else if (verb is not null)
        {
            // "824 soldiers dying each day"
            for (int i = verb.Head + 1; i < Math.Min(s.Count - 1, Math.Max(verb.Head, phrase.End) + 4) && s.Tag(i) != Upos.Punct; i++)
            {
                if (s.Lower(i) is "each" or "every" or "per" && s.Lower(i + 1) is "day" or "week" or "month" or "year" && !scope.Contains("per-" + s.Lower(i + 1)))
                    scope.Add("per-" + s.Lower(i + 1));
            }
        }
        if (Near(s, phrase, "in", "total") || Near(s, phrase, "in", "all") || (phrase.Preposition > 0 && s.Lower(phrase.Preposition) == "of" && s.Lower(phrase.Preposition - 1) == "total"))
            scope.Add("total");
        if (verb is not null && SinceTime(s, verb))
            scope.Add("since");
        scope.Sort(string.CompareOrdinal);
        return scope;
    }

    private static bool Near(SentenceView s, NounPhrase phrase, params string[] words)
    {
        for (int i = Math.Max(0, phrase.First - 3); i < Math.Min(s.Count, phrase.End + 4); i++)
        {
            if (s.Matches(i, words))
                return true;
        }
        return false;
    }

    private static bool SinceTime(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.ClauseFirst; i < verb.ClauseEnd && i + 1 < s.Count; i++)
        {
            // "the worst fire since 2019" is one fire.
            if (s.Lower(i) == "since" && (s.TimeAt[i + 1] >= 0 || s.TimeAt[i] >= 0 || s.Tag(i + 1) is Upos.Det) && !ClaimSetting.IsComparison(s, i))
                return true;
        }
        return false;
    }

    private static bool IsPerfect(SentenceView s, VerbGroup verb)
    {
        for (int i = Math.Max(0, verb.First - 1); i < verb.Head; i++)
        {
            if (s.Lemma(i) is "have")
                return true;
        }
        return false;
    }

    /// <summary>"have died since the protests began", "have been killed this year".</summary>
    private static bool SpansTime(SentenceView s, int verb)
    {
        for (int i = verb + 1; i < s.Count && s.Lower(i) is not (";" or "said" or "says"); i++)
        {
            if (s.Lower(i) == "since" || (s.Lower(i) == "this" && s.Lower(i + 1) is "year" or "month" or "season"))
                return true;
        }
        return false;
    }

    /// <summary>"over the past 15 years", "in the last ten months", "during the past week".</summary>
    private static bool SpansYears(SentenceView s, int verb)
    {
        for (int i = verb + 1; i + 2 < s.Count && s.Lower(i) is not (";" or "said" or "says"); i++)
        {
            if (s.Lower(i) is not ("over" or "in" or "during" or "within") || s.Lower(i + 1) != "the" || s.Lower(i + 2) is not ("past" or "last"))
                continue;
            for (int k = i + 3; k < Math.Min(s.Count, i + 6); k++)
            {
                if (s.Lemma(k) is "year" or "decade" or "month" or "week" && (k > i + 3 || s.Lower(i) is "over" or "during" || s.Lemma(k) == "decade"))
                    return true;
            }
        }
        return false;
    }

    public static bool IsCumulative(ClauseModel model, VerbGroup? verb, int at)
    {
        SentenceView s = model.Sentence;
        if (verb is not null && (SinceTime(s, verb) || IsPerfect(s, verb) && SpansTime(s, verb.Head)))
            return true;
        if (verb is not null && SpansYears(s, verb.Head))
            return true;
        for (int i = Math.Max(0, at - 10); i < Math.Min(s.Count, at + 12); i++)
        {
            if (s.Matches(i, ["so", "far"]) || s.Matches(i, ["to", "date"]) || s.Matches(i, ["bring", "the", "total"]))
                return true;
        }
        return false;
    }
}
