using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Whether a place is what a deed is directed at, not only where it happened: "shelled the town", "an attack on X", "a curfew in X".</summary>
internal static class PlaceTargets
{
    private const int LongestClimb = 6;

    /// <summary>Whether the place named at <paramref name="at"/> is a target.</summary>
    public static bool IsTarget(RootTree tree, int at)
    {
        for (int step = 0; step < LongestClimb; step++)
        {
            int head = tree.Head(at);
            if (head < 0)
                return false;
            string preposition = tree.Case(at);
            switch (tree.Relation(at))
            {
                case "conj" or "appos" or "flat":
                    break;
                case "compound" when IsSettlement(tree.Lemma(head)):
                    break;
                case "nmod" when preposition == "of" && IsSettlement(tree.Lemma(head)):
                    break;
                // "targets in X", "a village in X" that is shelled, not people who are.
                case "nmod" when preposition is "in" or "of" && IsThing(tree, head) && IsHit(tree, head):
                    return true;
                // "suspended aid deliveries in X"
                case "nmod" when preposition is "in" or "to" && tree.WordAt(head).Is("aid") && tree.Is(head, "obj") && tree.Head(head) is >= 0 and int stopped && tree.WordAt(stopped).Is("cut"):
                    return true;
                // "an attack by rebels on X": the tree hangs X on the rebels.
                case "nmod" when preposition is "on" or "against" && tree.Is(head, "nmod") && tree.Case(head) == "by" && tree.Head(head) >= 0:
                    return Directed(tree.WordAt(tree.Head(head)), preposition);
                case "nmod" when preposition == "from" && tree.Lemma(head) is "independence" or "secession" or "autonomy":
                    return true;
                // "threatened to resume attacks in X".
                case "nmod" when preposition == "in" && IsAttack(tree.WordAt(head)) && IsThreatened(tree, head):
                    return true;
                case "nmod":
                    return Directed(tree.WordAt(head), preposition);
                case "obj":
                    return Strikes(tree, head);
                case "nsubj" when tree.FullRelation(at) == "nsubj:pass":
                    return Strikes(tree, head);
                case "obl":
                    return Directed(tree, head, preposition);
                default:
                    return false;
            }
            at = head;
        }
        return false;
    }

    private static bool IsThreatened(RootTree tree, int noun)
    {
        for (int at = tree.Head(noun), step = 0; at >= 0 && step < 3; at = tree.Head(at), step++)
        {
            if (tree.WordAt(at).Is("threaten"))
                return true;
        }
        return false;
    }

    private static bool IsSettlement(string lemma) => lemma is "town" or "city" or "village" or "capital" or "port" or "district" or "province" or "region" or "suburb" or "area" or "island" or "state" or "neighbourhood" or "neighborhood" or "enclave";

    private static bool IsThing(RootTree tree, int noun)
    {
        RootWord word = tree.WordAt(noun);
        return tree[noun].Tag == Upos.Noun && !word.Is("crowd") && !word.Is("official") && !word.Is("armed") && !word.Is("police") && !word.Is("civilian") && !word.Is("refugee") && !word.Is("prisoner") && !RootScene.IsEvent(word);
    }

    private static bool IsHit(RootTree tree, int thing)
    {
        int head = tree.Head(thing);
        return head >= 0 && tree.Relation(thing) switch
        {
            "obj" => Strikes(tree, head),
            "nsubj" => tree.FullRelation(thing) == "nsubj:pass" && Strikes(tree, head),
            "obl" => tree.Case(thing) is "at" or "on" or "against" && tree.WordAt(head).Roots is [EventType.Assault, ..],
            "nmod" => tree.Case(thing) is "on" or "of" or "against" && IsAttack(tree.WordAt(head)),
            _ => false,
        };
    }

    private static bool IsAttack(RootWord noun) => noun.Roots is [EventType.Assault, ..] && noun.Is("attack");

    /// <summary>Whether the verb is one of force: "shell", "besiege", "capture".</summary>
    private static bool Strikes(RootTree tree, int verb) => tree[verb].Tag == Upos.Verb && tree.WordAt(verb).Roots is [EventType.Assault or EventType.Coerce, ..];

    private static bool Directed(RootWord noun, string preposition) =>
        (IsAttack(noun) && preposition is "on" or "against" or "of") || (noun.Is("curfew") && preposition is "in" or "on" or "of") || (noun.Is("asylum") && preposition is "in");

    /// <summary>"fired rockets at X", "attacks against X", "imposed a curfew in X", "ban rallies in X", "sought asylum in X".</summary>
    private static bool Directed(RootTree tree, int verb, string preposition)
    {
        if (tree[verb].Tag != Upos.Verb)
            return false;
        int thing = tree.Child(verb, "obj");
        RootWord word = tree.WordAt(verb), named = thing >= 0 ? tree.WordAt(thing) : RootWord.Unknown;
        bool attack = (word.Roots is [EventType.Assault, ..] || IsAttack(named)) && preposition is "on" or "at" or "against";
        bool closed = (named.Is("curfew") || (word.Is("deny") && word.Roots is [EventType.Coerce, ..])) && preposition is "in" or "on";
        bool starved = word.Is("cut") && named.Is("aid") && preposition is "in" or "to";
        return attack || closed || starved || (named.Is("asylum") && preposition is "in");
    }
}
