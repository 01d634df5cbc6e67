using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds who is named inside something done against him: who backs "a ban on imports from X" does nothing for X.</summary>
internal static class HostileWords
{
    private const int LongestClimb = 12;

    private static readonly HashSet<string> s_limits = new(StringComparer.Ordinal)
    {
        "ban", "blockade", "boycott", "cap", "ceiling", "clampdown", "condemnation", "confiscation", "crackdown", "criticism", "curb", "duty", "embargo", "expulsion", "freeze", "inquiry", "invasion", "investigation", "levy", "limit",
        "measure", "offensive", "penalty", "pressure", "probe", "prohibition", "punishment", "quota", "restraint", "restriction", "sanction", "seizure", "tariff", "tax",
    };

    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal)
    {
        "abandon", "abandonment", "cancel", "cancellation", "cease", "cessation", "delay", "drop", "ease", "easing", "end", "ending", "exemption", "halt", "lift", "lifting", "loosen", "loosening", "pause", "postpone", "postponement",
        "reduce", "reduction", "relax", "relaxation", "relief", "removal", "remove", "repeal", "reverse", "scrap", "stop", "suspend", "suspension", "waive", "waiver", "withdraw", "withdrawal",
    };

    // Whose fall is backed is not backed himself: "supported the president's ouster".
    private static readonly HashSet<string> s_falls = new(StringComparer.Ordinal) { "ouster", "ousting", "overthrow", "downfall", "fall", "resignation", "impeachment", "toppling", "killing", "assassination", "arrest", "defeat", "execution", "exile", "dismissal", "prosecution", "expulsion", "extradition", "bombing", "occupation" };

    /// <summary>Whether <paramref name="at"/> hangs under <paramref name="verb"/> only as the one whom a hostile deed is aimed at.</summary>
    public static bool Reach(RootTree tree, int verb, int at)
    {
        bool hostile = false;
        for (int step = 0; step < LongestClimb; step++)
        {
            int head = tree.Head(at);
            if (head < 0 || at == verb)
                return hostile;
            // What ends a ban is done for those under it.
            if (head != verb && s_ends.Contains(tree.Lemma(head)))
                return false;
            string preposition = tree.Is(at, "nmod") || tree.Is(at, "obl") ? tree.Case(at) : "";
            if ((tree.FullRelation(at) == "nmod:poss" || preposition == "of") && s_falls.Contains(tree.Lemma(head)))
                hostile = true;
            else if (preposition == "against" || (preposition == "into" && s_limits.Contains(tree.Lemma(head))))
                hostile = true;
            else if (tree[head].Tag == Upos.Verb)
                hostile |= head != verb && ((IsHostile(tree.WordAt(head)) && (tree.Is(at, "obj") || preposition is "on" or "at" or "from" or "for")) || (preposition == "on" && Object(tree, head)));
            else if (preposition is "on" or "of" or "at" or "from" or "to" or "for" or "over")
                hostile |= s_limits.Contains(tree.Lemma(head)) ? preposition is not "for" || IsHostile(tree.WordAt(head)) : RootScene.IsEvent(tree.WordAt(head)) && IsHostile(tree.WordAt(head));
            at = head;
        }
        return hostile;
    }

    /// <summary>"impose a cap on X": the tree hangs X on the verb.</summary>
    private static bool Object(RootTree tree, int verb) => tree.Child(verb, "obj") is >= 0 and int thing && (s_limits.Contains(tree.Lemma(thing)) || IsHostile(tree.WordAt(thing)));

    private static bool IsHostile(RootWord word) =>
        word.Roots is [EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Threaten or EventType.Accuse or EventType.Reject, ..] || word.Roots.Contains(EventType.Assault) || word.Is("embargo") || word.Is("sanct");
}
