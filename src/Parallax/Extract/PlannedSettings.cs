namespace Parallax.Extract;

/// <summary>Finds when and where what was called off or put off was to be: "talks that were to open in X on Thursday have been cancelled".</summary>
internal static class PlannedSettings
{
    /// <summary>The time and place that the words between the noun and the verb that drops it give, or those behind the noun where the verb stands before it; -1 for what is not said.</summary>
    public static (int Time, int Place) Of(ClauseModel model, NounPhrase noun, VerbGroup dropping)
    {
        int from = noun.End, to = dropping.First;
        if (dropping.First < noun.First)
        {
            to = from;
            while (to < model.Sentence.Count && model.Tree.IsUnder(to, noun.Head))
                to++;
        }
        if (to <= from)
            return (-1, -1);
        // "planned for Friday" says more surely than any other day when it was to be.
        foreach (NounPhrase phrase in model.Nouns)
        {
            if (phrase.IsTime && phrase.First >= from && phrase.Preposition >= 0 && model.Sentence.Lower(phrase.Preposition) == "for" && ClaimSetting.TimeBetween(model, phrase.First, phrase.End) is int planned and >= 0)
                return (planned, ClaimSetting.PlaceBetween(model, from, to, null));
        }
        return (ClaimSetting.TimeBetween(model, from, to), ClaimSetting.PlaceBetween(model, from, to, null));
    }
}
