namespace Parallax.Extract;

/// <summary>Finds the objects of a verb, and the phrases after it that a preposition governs.</summary>
internal sealed class ClauseParts(SentenceView s, ClauseTree tree, List<NounPhrase> phrases, NounPhrase?[] phraseAt, VerbFinder verbs)
{
    /// <summary>Fills the objects and prepositional phrases of <paramref name="verb"/>.</summary>
    public void FindObjects(VerbGroup verb)
    {
        int predicate = verbs.PredicateOf(verb);
        if (predicate != verb.Head && phraseAt[predicate] is { } ascribed && (ascribed.First > verb.Head || ascribed.Preposition < 0))
        {
            // "is the leader", "was in Paris".
            if (ascribed.Preposition >= 0 && ascribed.Preposition > verb.Head)
                AddJoined(verb.Prepositional, ascribed, verb);
            else
                AddJoined(verb.Objects, ascribed, verb);
        }
        foreach (int child in tree.Children(predicate))
        {
            string relation = tree.Plain(child);
            if (relation is "obj" or "iobj" || (relation is "xcomp" && verbs.At[child] is null))
            {
                if (Meant(child, verb, predicate) is { } noun && !(noun.IsTime && noun.Preposition < 0 && noun.Mention < 0) && noun.Preposition < 0 && !IsAnnounced(verb, child))
                    AddJoined(verb.Objects, noun, verb);
                // "beat a protester unconscious", "left five dead": whose state it is, is the object.
                else if (relation == "xcomp" && tree.Child(child, "nsubj") is >= 0 and int whose && phraseAt[whose] is { } changed && changed.First > verb.Head)
                    AddJoined(verb.Objects, changed, verb);
            }
            else if (relation == "obl" && !verb.Passive && child > verb.Head && phraseAt[child] is { Preposition: < 0, IsTime: false } bounded && s.QuantityAt[bounded.First] >= 0)
                AddJoined(verb.Objects, bounded, verb);
        }
        if (verb.Objects.Count == 0)
            Share(verb, predicate);
        verb.Objects.Sort((left, right) => left.First.CompareTo(right.First));
        Collect(predicate, verb, 0);
        verb.Prepositional.Sort((left, right) => left.First.CompareTo(right.First));
    }

    /// <summary>"announced plans to send": what is announced is the sending.</summary>
    private bool IsAnnounced(VerbGroup verb, int noun)
    {
        if (!ClauseFinder.IsSaying(s.Lemma(verb.Head)))
            return false;
        foreach (int child in tree.Children(noun))
        {
            if (tree.Plain(child) == "acl" && verbs.At[child] is { Kind: ClauseKind.Infinitive })
                return true;
        }
        return false;
    }

    /// <summary>"attacked and destroyed the bridge": the object that hangs on the first verb is the second's, too.</summary>
    private void Share(VerbGroup verb, int predicate)
    {
        foreach (int later in tree.Children(predicate))
        {
            // "attacked and destroyed the bridge"
            if (tree.Plain(later) == "conj" && later == verb.Head + 2 && tree.Plain(verb.Head + 1) == "cc" && verbs.At[later] is { Passive: false } && !verb.Passive
                && tree.Child(later, "obj") is >= 0 and int shared && shared > later && phraseAt[shared] is { Preposition: < 0, IsTime: false } both)
                AddJoined(verb.Objects, both, verb);
        }
        if (tree.Plain(predicate) != "conj" || tree.Head(predicate) is not (>= 0 and int first) || verbs.At[first] is null || verb.Passive)
            return;
        foreach (int child in tree.Children(first))
        {
            if (child > verb.Head && tree.Plain(child) == "obj" && phraseAt[child] is { Preposition: < 0 } noun && !noun.IsTime)
                AddJoined(verb.Objects, noun, verb);
        }
    }

    /// <summary>The phrase of a dependent; for a relative pronoun what it stands for.</summary>
    private NounPhrase? Meant(int child, VerbGroup verb, int predicate)
    {
        if (s.Lower(child) is "which" or "that" or "whom" or "who" && tree.Relation(predicate) == "acl:relcl" && tree.Head(predicate) is >= 0 and int antecedent)
            return phraseAt[antecedent];
        return phraseAt[child] is { } noun && noun.First != verb.First ? noun : null;
    }

    private void Collect(int token, VerbGroup verb, int depth)
    {
        if (depth > ClauseTree.DeepestChain)
            return;
        foreach (int child in tree.Children(token))
        {
            if (verbs.At[child] is { } other && other != verb)
                continue;
            string relation = tree.Plain(child);
            if (relation is not ("obl" or "nmod" or "obj" or "iobj" or "conj" or "appos" or "xcomp" or "advmod" or "amod" or "nummod") || (token == verbs.PredicateOf(verb) && relation is "conj" && token == verb.Head))
                continue;
            if (phraseAt[child] is { Preposition: >= 0 } phrase && phrase.First > verb.Head && phrase.Preposition > verb.Head && !verb.Prepositional.Contains(phrase))
                verb.Prepositional.Add(phrase);
            Collect(child, verb, depth + 1);
        }
    }

    private void AddJoined(List<NounPhrase> list, NounPhrase first, VerbGroup verb)
    {
        if (!list.Contains(first))
            list.Add(first);
        // The other members of a list hang on the first.
        foreach (NounPhrase phrase in phrases)
        {
            if (phrase.First > first.First && phrase.JoinedTo is { } joined && list.Contains(joined) && !list.Contains(phrase) && phrase != first && (first.First < verb.Head || phrase.First > verb.Head))
                list.Add(phrase);
        }
    }
}
