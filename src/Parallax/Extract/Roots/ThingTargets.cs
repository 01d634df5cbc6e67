using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>
/// Whether a thing (a building, a work, a craft) is what a deed of force is done to: "attacked the airport", "an attack on a market", "the tanks were destroyed".
/// One rule for all: what is attacked, seized, blocked or destroyed is the target, unless the phrase names whose it is; then that owner is.
/// </summary>
internal static class ThingTargets
{
    private const int LongestClimb = 4;

    /// <summary>Whether the noun at <paramref name="at"/> names a thing and is such a target.</summary>
    public static bool IsTarget(RootTree tree, WordClasses words, int at)
    {
        if (tree[at].Tag is not (Upos.Noun or Upos.Propn) || !IsThing(words, tree.Lemma(at)))
            return false;
        // "the ship seized by the navy": what is said of it is enough, wherever it stands.
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            if (tree.FullRelation(c) == "acl" && c > at && tree[c].Form is VerbForm.Past or VerbForm.PastParticiple && Harms(tree, c))
                return true;
        }
        for (int step = 0; step < LongestClimb && tree.Is(at, "conj") && tree.Head(at) >= 0; step++)
            at = tree.Head(at);
        int head = tree.Head(at);
        if (head < 0)
            return false;
        string preposition = tree.Case(at);
        switch (tree.Relation(at))
        {
            case "obj":
                return Harms(tree, head) && !IsMeans(tree, at, head);
            case "nsubj":
                return tree.FullRelation(at) == "nsubj:pass" && Harms(tree, head) && !IsMeans(tree, at, head);
            case "obl":
                return preposition is "at" or "on" or "against" or "into" or "toward" or "towards" && IsAimed(tree, head, preposition);
            case "nmod":
                // "an attack by rebels on the market": the tree may hang the market on the rebels.
                if (preposition is "on" or "against" && tree.Is(head, "nmod") && tree.Case(head) == "by" && tree.Head(head) >= 0)
                    head = tree.Head(head);
                return (preposition is "on" or "against" or "of" && IsDeed(tree.WordAt(head))) || (preposition is "at" or "on" or "into" && tree.Lemma(head) is "fire" or "shot" or "rocket" or "missile" or "shell" or "grenade" or "stone" or "bomb" && tree.Is(head, "obj"));
            case "compound":
                // "a truck attack": with it, not on it.
                return tree.Lemma(at) is not ("car" or "truck" or "van" or "lorry" or "vehicle" or "motorbike" or "motorcycle" or "drone" or "boat" or "helicopter" or "jet" or "plane" or "aircraft" or "tank" or "taxi" or "tractor")
                    && tree.Lemma(head) is "attack" or "bombing" or "siege" or "hijacking" or "raid" or "takeover" or "seizure";
            default:
                return false;
        }
    }

    /// <summary>Whether the word names a building, a work or a craft.</summary>
    public static bool IsThing(WordClasses words, string lemma) => words.Is("building", lemma) || words.Is("vehicle", lemma) || words.Is("thing", lemma);

    /// <summary>"rammed a truck into the gate", "drones were launched": with it, not at it.</summary>
    private static bool IsMeans(RootTree tree, int thing, int verb)
    {
        if (tree.Lemma(verb) is "launch" or "fire" or "use" or "deploy" or "send" or "drive" or "fly" or "operate")
            return true;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > thing && tree.Is(c, "obl") && tree.Case(c) is "into" or "through" or "against" && tree.Lemma(verb) is "ram" or "slam" or "crash" or "smash" or "plough" or "plow")
                return true;
        }
        return false;
    }

    private static bool Harms(RootTree tree, int verb)
    {
        if (tree[verb].Tag != Upos.Verb)
            return false;
        RootWord word = tree.WordAt(verb);
        return word.Roots is [EventType.Assault or EventType.Coerce, ..] || word.Is("destroy") || tree.Lemma(verb) is "seize" or "capture" or "surround" or "encircle" or "occupy" or "loot" or "blockade" or "block" or "vandalise" or "vandalize" or "burn" or "storm" or "attack" or "ram" or "shell";
    }

    private static bool IsDeed(RootWord noun) => noun.Roots is [EventType.Assault or EventType.Coerce, ..] && (noun.Is("attack") || noun.Is("seize") || noun.Is("destroy") || noun.Is("cyber") || noun.Is("curfew"));

    /// <summary>Whether what follows the preposition is aimed at, not where it happens: "fired on a bus", "launched an attack on the port"; not "killed two at a market".</summary>
    private static bool IsAimed(RootTree tree, int verb, string preposition)
    {
        string lemma = tree.Lemma(verb);
        int thing = tree.Child(verb, "obj");
        if (preposition is "into" or "toward" or "towards")
            return lemma is "fire" or "ram" or "slam" or "smash" or "plough" or "plow" or "drive" or "lob" or "hurl" or "throw" or "shoot";
        if (thing >= 0 && tree.WordAt(thing).Is("attack") && tree.WordAt(thing).Roots is [EventType.Assault, ..])
            return preposition is "on" or "against";
        return lemma switch
        {
            "fire" or "launch" or "lob" or "hurl" or "throw" or "aim" or "drop" or "rain" => true,
            "open" => preposition is "on" or "at" && thing >= 0 && tree.Lemma(thing) == "fire",
            "shoot" => preposition is "at" or "on" && thing < 0,
            "advance" or "march" => preposition == "on",
            _ => false,
        };
    }
}
