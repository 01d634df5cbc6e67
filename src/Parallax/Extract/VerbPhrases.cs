using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>What the phrases around a verb of an event stand for: the whole of which some are counted, the manner that a weapon tells.</summary>
internal static class VerbPhrases
{
    /// <summary>The PLOVER mode of a blow with the weapon; null where it has none.</summary>
    public static string? ModeOf(string weapon) => weapon switch
    {
        "drone" => "drone",
        "missile" or "mortar" or "rocket" or "shell" or "warhead" => "heavy-weapons",
        "bomb" or "explosive" or "grenade" => "explosives",
        "gun" or "pistol" or "rifle" => "firearms",
        _ => null,
    };

    /// <summary>"none of the protesters", "any of the hostages": the people, not the word that counts them.</summary>
    public static List<NounPhrase> Wholes(ClauseModel model, List<NounPhrase> phrases)
    {
        SentenceView s = model.Sentence;
        List<NounPhrase> wholes = [];
        foreach (NounPhrase phrase in phrases)
        {
            bool part = s.Lower(phrase.End) == "of" && (s.Tag(phrase.Head) == Upos.Num
                || s.Lower(phrase.Head) is "any" or "all" or "none" or "some" or "most" or "many" or "several" or "both" or "each" or "either" or "neither" or "one" or "few" or "half" or "series" or "string" or "number" or "handful" or "couple" or "part" or "parts" or "portion" or "section" or "sections" or "swathes" or "much" or "rest" or "remainder");
            wholes.Add(part && model.Nouns.FirstOrDefault(np => np.Preposition == phrase.End) is { } whole ? whole : phrase);
        }
        return wholes;
    }
}
