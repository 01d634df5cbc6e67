namespace Parallax.Annotate;

/// <summary>Finds whose verb an attributing verb is.</summary>
internal sealed class AttributionSubject(AttributionTree tree)
{
    private const int LongestChain = 8;

    /// <summary>Whether the verb is in the passive.</summary>
    public bool IsPassive(int verb) =>
        tree.Child(verb, "nsubj:pass") >= 0 || tree.Child(verb, "aux:pass") >= 0 || (tree[verb].Xpos == "VBN" && tree.Plain(verb) is "acl" or "advcl" or "amod" && tree.Child(verb, "aux") < 0 && tree.Child(verb, "nsubj") < 0);

    /// <summary>Who does a passive: "by X"; -1 where it is not said.</summary>
    public int Agent(int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == "obl:agent" || (tree.Relation(child) == "obl" && tree.Child(child, "case") is >= 0 and int by && tree[by].Lower == "by"))
                return child;
        }
        return -1;
    }

    /// <summary>The subject's head; -1 where the verb has none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="shared">Whether it is the subject of another verb: "X left, saying".</param>
    public int Find(int verb, out bool shared)
    {
        shared = false;
        int at = verb;
        for (int steps = 0; steps < LongestChain && at >= 0; steps++)
        {
            if (Own(at, at != verb) is >= 0 and int subject)
                return subject;
            shared = true;
            switch (tree.Relation(at))
            {
                case "conj" or "advcl" or "parataxis" or "xcomp":
                    if (tree.Relation(at) == "xcomp" && tree.Child(tree.Head(at), "obj") is >= 0 and int controller && controller < at)
                        return controller;
                    at = tree.Head(at);
                    break;
                case "acl":
                    return at == verb && tree[verb].Xpos == "VBG" ? tree.Head(at) : -1;
                case "acl:relcl":
                    return tree.Head(at);
                default:
                    return -1;
            }
        }
        return -1;
    }

    private int Own(int verb, bool passiveToo)
    {
        int found = -1;
        foreach (int child in tree.Of(verb))
        {
            string relation = tree.Relation(child);
            if (relation == "nsubj" || (passiveToo && relation == "nsubj:pass"))
                found = found < 0 || Math.Abs(child - verb) < Math.Abs(found - verb) ? child : found;
        }
        return found;
    }
}
