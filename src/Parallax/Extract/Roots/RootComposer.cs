using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>What rules make of a scene: the root, and how it came about.</summary>
/// <param name="Root">The root; null where the rules find none.</param>
/// <param name="Rule">The rule: "lift+sanct", "agree&gt;lift+sanct".</param>
/// <param name="Word">The word that decided.</param>
/// <param name="Inner">What is agreed, planned or refused, where the root is about that.</param>
internal readonly record struct RootVerdict(EventType? Root, string Rule, int Word, EventType? Inner = null)
{
    /// <summary>Whether the rule looked at more than a single word.</summary>
    public bool IsStrong => Rule is not ("verb" or "noun" or "light+noun" or "none");
}

/// <summary>Puts the root of an event together from the words of a scene: a governing verb decides over the verb it governs, a verb with its noun over the verb alone.</summary>
internal sealed class RootComposer(RootLexicon lexicon)
{
    private const int Deepest = 5;

    /// <summary>What the rules say of the scene.</summary>
    public RootVerdict Compose(RootScene scene)
    {
        if (scene.Predicate < 0)
            return new(null, "none", -1);
        RootVerdict verdict = Clause(scene, scene.Predicate, 0);
        // Troops that keep a peace are help (PLOVER).
        if (verdict.Root == EventType.Mobilize && KeepsPeace(scene.Tree))
            return verdict with { Root = EventType.Aid, Rule = verdict.Rule + "+peace" };
        return verdict;
    }

    private static bool KeepsPeace(RootTree tree)
    {
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree.Lemma(i) is "peacekeeping" or "peacekeeper" or "peace-keeping" or "peace-keeper")
                return true;
        }
        return false;
    }

    private RootVerdict Clause(RootScene scene, int verb, int depth)
    {
        RootTree tree = scene.Tree;
        RootVerdict bare = Bare(scene, verb, depth);
        if (tree[verb].Tag is not (Upos.Verb or Upos.Aux) && tree.Child(verb, "cop") < 0)
            return bare;
        (bool negated, string? modal) = Mood(tree, verb);
        bool yields = bare.Root is EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat;
        if (negated && (modal is "will" or "would" || (modal is not null && (yields || bare.Root is null))))
        {
            // Who will not strike or attack rejects nothing.
            bool harms = bare.Root is EventType.Protest or EventType.Assault or EventType.Sanction or EventType.Coerce or EventType.Mobilize or EventType.Threaten or EventType.Accuse;
            return harms ? new(null, "not>" + bare.Rule, verb) : new(EventType.Reject, "not>" + bare.Rule, verb);
        }
        if (modal is "must" && depth > 0)
            return new(EventType.Request, "must>" + bare.Rule, verb);
        if (modal is "will" or "would" && !negated)
        {
            if (yields)
                return new(EventType.Agree, "will>" + bare.Rule, bare.Word, bare.Inner ?? bare.Root);
            if (bare.Root is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Mobilize or EventType.Protest)
                return new(EventType.Threaten, "will>" + bare.Rule, bare.Word, bare.Root);
        }
        return bare;
    }

    /// <summary>The root of a predicate without its own mood.</summary>
    private RootVerdict Bare(RootScene scene, int verb, int depth)
    {
        RootTree tree = scene.Tree;
        RootWord word = tree.WordAt(verb);
        if (tree[verb].Tag is Upos.Noun or Upos.Propn && !tree.IsPredicate(verb))
            return word.Roots.Length > 0 ? new(word.Roots[0], "noun", verb) : new(null, "none", verb);
        int complement = depth < Deepest ? Governed(scene, verb) : -1;
        if (complement >= 0)
        {
            if (word.Is("refuse") && !word.Is("will"))
                return new(EventType.Reject, "refuse>", verb);
            if (word.Is("threaten") && word.Roots.Contains(EventType.Threaten) && !tree.Is(complement, "ccomp"))
                return new(EventType.Threaten, "threaten>", verb);
            if (word.Is("agree") || word.Is("will"))
            {
                RootVerdict inner = Clause(scene, complement, depth + 1);
                bool peaceful = inner.Root is null or EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat;
                if (word.Is("agree") && (peaceful || inner.Root is EventType.Mobilize))
                    return new(EventType.Agree, "agree>" + inner.Rule, verb, inner.Inner ?? inner.Root);
                if (peaceful && inner.Root is not null && word.Is("will"))
                    return new(EventType.Agree, "will>" + inner.Rule, verb, inner.Inner ?? inner.Root);
                if (inner.Root is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Protest && word.Is("will"))
                    return new(EventType.Threaten, "will>" + inner.Rule, verb);
                if (inner.Root is not null)
                    return inner;
            }
            if (word.Is("demand") && !word.Is("say"))
            {
                // "ordered T jailed": the order is the deed.
                if (word.Word is "order" or "command" && Clause(scene, complement, depth + 1) is { Root: EventType.Coerce } ordered)
                    return ordered with { Rule = "order>" + ordered.Rule };
                return new(EventType.Request, "demand>", verb);
            }
            if (word.Is("say"))
            {
                RootVerdict inner = Clause(scene, complement, depth + 1);
                if (inner.Root is not null)
                    return inner with { Rule = "say>" + inner.Rule };
            }
            else if (Framed(scene, verb, word) is { } framed)
                return framed;
            else if (word.Is("try") || word.Is("help") || word.Is("start") || word.Is("force") || word.Roots.Length == 0)
            {
                RootVerdict inner = Clause(scene, complement, depth + 1);
                if (inner.Root is not null && !(word.Is("force") && inner.Root is EventType.Agree or EventType.Retreat))
                    return inner with { Rule = word.Classes.FirstOrDefault("do") + ">" + inner.Rule };
            }
        }
        return Plain(scene, verb, word);
    }

    /// <summary>The verb with its object, where a frame joins them.</summary>
    private RootVerdict? Framed(RootScene scene, int verb, RootWord word)
    {
        foreach (int noun in Nouns(scene, verb))
        {
            if (!scene.Tree.Is(noun, "obl") && lexicon.Frame(word, scene.Tree.WordAt(noun)) is { } frame)
                return new(frame.Root, frame.Frame, noun);
        }
        return null;
    }

    /// <summary>"a statement accusing T", "experts to investigate T": what is said or meant to be done decides over the sending.</summary>
    private static RootVerdict? Purpose(RootScene scene, int verb)
    {
        RootTree tree = scene.Tree;
        foreach (int at in Nouns(scene, verb))
        {
            for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
            {
                if (tree.Is(c, "acl") && tree.FullRelation(c) != "acl:relcl" && Said(tree, c, tree.WordAt(at)) is { } root)
                    return new(root, "saying>", c);
            }
        }
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > verb && (tree.Is(c, "advcl") || tree.Is(c, "xcomp")) && tree.WordAt(c).Roots is [EventType.Accuse, ..] && tree[c].Form == VerbForm.Base && tree.WordAt(verb).Is("give"))
                return new(EventType.Accuse, "to>", c);
        }
        return null;
    }

    private static EventType? Said(RootTree tree, int clause, RootWord noun)
    {
        RootWord word = tree.WordAt(clause);
        if (word.Roots.Length == 0)
            return null;
        bool verbal = word.Roots[0] is EventType.Accuse or EventType.Threaten or EventType.Request or EventType.Support or EventType.Reject;
        if (noun.Is("text") && verbal && tree[clause].Form == VerbForm.Gerund)
            return word.Roots[0];
        return word.Roots[0] == EventType.Accuse && tree[clause].Form == VerbForm.Base ? EventType.Accuse : null;
    }

    /// <summary>The verb with its nouns.</summary>
    private RootVerdict Plain(RootScene scene, int verb, RootWord word)
    {
        RootTree tree = scene.Tree;
        if (Purpose(scene, verb) is { } purpose)
            return purpose;
        RootVerdict light = new(null, "none", verb);
        foreach (int noun in Nouns(scene, verb))
        {
            RootWord named = tree.WordAt(noun);
            (EventType Root, string Frame)? frame = Binds(tree, word, noun, named) ? lexicon.Frame(word, named) : null;
            if (frame?.Root == EventType.Assault && IsWords(tree, verb, noun))
                return new(EventType.Accuse, "words+attack", noun);
            if (frame is not null && named.Is("protest") && named.Is("attack") && !Struck(scene))
                return new(EventType.Assault, "strike+attack", noun);
            if (frame?.Frame == "open+border" && scene.Target >= 0 && scene.TargetRole.EndsWith("-to", StringComparison.Ordinal) && tree[scene.Target].Tag is Upos.Noun or Upos.Propn && !tree.WordAt(scene.Target).Is("property"))
                return new(EventType.Aid, "open+border+people", noun);
            if (frame is { } made)
                return new(made.Root, made.Frame, noun);
            // "launched a campaign of arrests": what stands behind an empty noun.
            if (light.Root is null && noun != scene.Source && RootScene.IsEvent(named) && (word.Is("start") || word.Is("announce") || word.Is("give") || word.Is("express") || word.Is("impose") || word.Is("file") || word.Roots.Length == 0))
                light = new(named.Roots[0], "light+noun", noun);
        }
        if (word.Roots.Length > 0)
            return new(Sense(scene, verb, word), "verb", verb);
        return light;
    }

    /// <summary>Whether the verb makes an event with the noun rather than happening beside it: "met demands", not "met at the demand".</summary>
    private static bool Binds(RootTree tree, RootWord word, int noun, RootWord named)
    {
        if (!tree.Is(noun, "obl"))
            return true;
        string preposition = tree.Case(noun);
        if (preposition == "in" && tree.Lemma(noun) is "return" or "exchange" or "response" or "protest" or "support" or "order" or "connection" or "light")
            return false;
        return word.Word.EndsWith(preposition, StringComparison.Ordinal) && word.Word.Contains(' ', StringComparison.Ordinal) || named.Is("alert") || named.Is("asylum")
            || (preposition is "in" && word.Is("start")) || (preposition is "to" && word.Is("accept")) || (preposition is "for" && word.Word is "travel" or "arrive" or "meet");
    }

    /// <summary>Which of its roots the verb has here: armed men capture towns, the police suspects; workers strike, jets strike bases.</summary>
    private static EventType Sense(RootScene scene, int verb, RootWord word)
    {
        RootTree tree = scene.Tree;
        if (word.Roots.Contains(EventType.Assault))
        {
            bool armed = scene.Source >= 0 && tree.WordAt(scene.Source).Is("armed");
            if (word.Roots.Contains(EventType.Protest))
                return tree.Child(verb, "obj") >= 0 || tree.IsPassive(verb) ? EventType.Assault : EventType.Protest;
            if (armed && word.Roots.Contains(EventType.Coerce))
                return EventType.Assault;
        }
        // "called T on Friday to discuss it".
        if (word.Word == "call" && tree.Child(verb, "obj") >= 0 && tree.Child(verb, "xcomp") < 0 && tree.Child(verb, "ccomp") < 0)
            return EventType.Consult;
        return word.Roots[0];
    }

    /// <summary>Whether those who strike are workers, not forces.</summary>
    private static bool Struck(RootScene scene)
    {
        RootTree tree = scene.Tree;
        if (scene.Source >= 0 && tree.WordAt(scene.Source).Is("crowd"))
            return true;
        for (int i = 0; i < tree.Count; i++)
        {
            if (tree.Lemma(i) is "union" or "worker" or "hunger" or "wage" or "pay" or "teacher" or "employee" or "student" or "driver" or "staff" or "labour" or "labor" or "demand")
                return true;
        }
        return false;
    }

    /// <summary>An attack in words: "launched a scathing attack on T, calling it corrupt".</summary>
    private static bool IsWords(RootTree tree, int verb, int noun)
    {
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "amod") && tree.WordAt(c).Is("verbal"))
                return true;
        }
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > verb && tree.Is(c, "advcl") && tree[c].Form == VerbForm.Gerund && tree.Lemma(c) is "call" or "accuse" or "say" or "describe" or "brand" or "blame" or "label" or "criticise" or "criticize" or "denounce")
                return true;
        }
        return false;
    }

    /// <summary>The nouns that can make an event with the verb: its object, the subject of its passive, what follows a preposition, then what hangs on these.</summary>
    public static IEnumerable<int> Nouns(RootScene scene, int verb)
    {
        RootTree tree = scene.Tree;
        for (int pass = 0; pass < 3; pass++)
        {
            for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
            {
                bool first = tree.Is(c, "obj") || tree.FullRelation(c) == "nsubj:pass" || (tree.Is(c, "xcomp") && tree[c].Tag is Upos.Noun or Upos.Adj);
                if (pass == 0 && first)
                    yield return c;
                else if (pass == 1 && tree.Is(c, "obl"))
                    yield return c;
                else if (pass == 2 && first)
                {
                    for (int d = tree.FirstChild(c); d >= 0; d = tree.Next(d))
                    {
                        if ((tree.Is(d, "nmod") && tree.Case(d) == "of") || tree.Is(d, "conj"))
                            yield return d;
                    }
                }
            }
        }
    }

    /// <summary>The clause that the verb governs and that matters here: the one that leads to the target before any other.</summary>
    private static int Governed(RootScene scene, int verb)
    {
        RootTree tree = scene.Tree;
        int found = -1;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            bool clause = (tree.Is(c, "xcomp") && (tree[c].Tag is Upos.Verb or Upos.Aux or Upos.Adj || tree.Child(c, "mark") >= 0)) || (tree.Is(c, "ccomp") && (c > verb || tree.Child(c, "mark") >= 0)) || (tree.Is(c, "advcl") && tree[c].Form == VerbForm.Base && tree.Child(c, "mark") >= 0 && (tree.WordAt(verb).Roots.Length == 0 || tree.WordAt(verb).Is("agree") || tree.WordAt(verb).Is("threaten") || tree.WordAt(verb).Is("refuse")));
            // "ordered T to leave": the clause may hang on the name.
            if (!clause && tree.Is(c, "obj") && c > verb && (tree.WordAt(verb).Is("demand") || tree.WordAt(verb).Is("force")))
            {
                for (int d = tree.FirstChild(c); d >= 0 && found < 0; d = tree.Next(d))
                {
                    if (tree.Is(d, "acl") && tree[d].Form == VerbForm.Base && tree.Child(d, "mark") >= 0)
                        found = d;
                }
            }
            if (!clause)
                continue;
            if (scene.Target >= 0 && tree.Dominates(c, scene.Target))
                return c;
            if (found < 0)
                found = c;
        }
        return found;
    }

    /// <summary>Whether the verb is negated, and its modal: "will", "would", "must", "may".</summary>
    public static (bool Negated, string? Modal) Mood(RootTree tree, int verb)
    {
        bool negated = false;
        string? modal = null;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            string lower = tree.Lower(c);
            if (lower is "not" or "n't" or "n’t" or "never" || (tree.Is(c, "cc") && lower == "nor"))
                negated = true;
            else if (tree.Is(c, "obj") || tree.FullRelation(c) == "nsubj:pass")
            {
                for (int d = tree.FirstChild(c); d >= 0 && d < c; d = tree.Next(d))
                    negated |= tree.Lower(d) == "no";
            }
            else if (tree.Is(c, "aux"))
            {
                modal = lower switch
                {
                    "will" or "shall" or "'ll" or "wo" => "will",
                    "would" or "'d" => "would",
                    "must" or "should" or "ought" => "must",
                    "may" or "might" or "could" or "can" => "may",
                    _ => modal,
                };
            }
        }
        if (modal is null && tree.Lower(verb) is "need" or "needs" or "have" or "has" or "ought" && RootScene.Complement(tree, verb) >= 0)
            modal = "must";
        return (negated, modal);
    }
}
