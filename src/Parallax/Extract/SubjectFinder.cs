using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds who is subject of a verb: the phrase before it that nothing else governs, what a relative pronoun stands for, or the subject of the verb above.</summary>
internal static class SubjectFinder
{
    // Verbs whose object is the subject of the infinitive after it: "urged X to leave".
    private static readonly HashSet<string> s_objectControl = new(StringComparer.Ordinal)
    {
        "urge", "ask", "tell", "order", "force", "allow", "call", "press", "push", "want", "expect", "invite", "persuade", "convince", "compel", "lead",
        "cause", "enable", "encourage", "warn", "require", "prompt", "help", "request", "instruct", "command", "let", "permit", "oblige", "send", "deploy", "beg", "challenge", "pressure",
    };

    // Verbs whose object does what the gerund after "of", "for" or "from" says: "accused X of attacking".
    private static readonly HashSet<string> s_objectGerund = new(StringComparer.Ordinal)
    {
        "accuse", "blame", "criticize", "criticise", "condemn", "prevent", "stop", "suspect", "convict", "charge", "arrest", "ban", "bar", "discourage",
        "thank", "praise", "detain", "sentence", "jail", "fine", "rebuke", "denounce", "keep", "block", "prohibit", "deter", "acquit", "see", "leave", "lash", "call", "hail", "honor", "honour", "applaud", "commend", "slam", "blast",
    };

    /// <summary>Fills the subjects of <paramref name="verb"/>; those of the verbs before it are known.</summary>
    public static void Find(SentenceView s, List<Chunk> chunks, VerbGroup verb, List<VerbGroup> verbs)
    {
        switch (verb.Kind)
        {
            case ClauseKind.Relative when chunks[ClauseFinder.SkipSmall(s, chunks, verb.Chunk - 1)].Kind == ChunkKind.Relative:
                if (Antecedent(s, chunks, verb) is { } antecedent)
                    AddWithList(verb.Subjects, antecedent);
                return;
            case ClauseKind.ReducedRelative:
                // The noun before a participle is what it happens to.
                verb.Passive = true;
                if (verb.Chunk > 0 && (chunks[verb.Chunk - 1].Noun ?? (verb.Chunk > 1 && chunks[verb.Chunk - 1].Kind == ChunkKind.Comma ? chunks[verb.Chunk - 2].Noun : null)) is { } noun)
                    AddWithList(verb.Subjects, noun);
                return;
            case ClauseKind.Infinitive:
                if (verb.Governor is { } governor)
                    verb.Subjects.AddRange(s_objectControl.Contains(s.Lemma(governor.Head)) && governor.Objects.Count > 0 && !governor.Passive ? governor.Objects
                        : s_objectControl.Contains(s.Lemma(governor.Head)) && s.Lemma(governor.Head) == "call" && governor.Prepositional.Count > 0 ? [governor.Prepositional[^1]]
                        : governor.Subjects);
                return;
            case ClauseKind.Gerund:
                GerundSubject(s, chunks, verb, verbs);
                return;
            default:
                verb.Subjects.AddRange(FiniteSubject(s, chunks, verb));
                return;
        }
    }

    private static void GerundSubject(SentenceView s, List<Chunk> chunks, VerbGroup verb, List<VerbGroup> verbs)
    {
        int before = ClauseFinder.SkipSmall(s, chunks, verb.Chunk - 1);
        if (verb.Marker < 0 && before >= 0 && chunks[before].Noun is { IsTime: false } noun)
        {
            AddWithList(verb.Subjects, noun);
            return;
        }
        VerbGroup? main = verb.Governor;
        if (main is not null && verb.Marker >= 0 && s.Lower(verb.Marker) is "of" or "for" or "from" && s_objectGerund.Contains(s.Lemma(main.Head)))
        {
            verb.Subjects.AddRange(main.Passive ? main.Subjects : main.Objects.Count > 0 ? main.Objects : main.Prepositional.Where(np => np.Preposition < verb.Marker));
            return;
        }
        main ??= verbs.FirstOrDefault(v => v.Chunk > verb.Chunk && v.Finite);
        if (main is null)
            return;
        if (main.Chunk > verb.Chunk && main.Subjects.Count == 0)
            FiniteSubject(s, chunks, main).ForEach(verb.Subjects.Add);
        else
            verb.Subjects.AddRange(main.Subjects);
    }

    private static List<NounPhrase> FiniteSubject(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        List<NounPhrase> found = [];
        int c = ClauseFinder.SkipSmall(s, chunks, verb.Chunk - 1);
        if (c >= 0 && chunks[c].Kind == ChunkKind.Conjunction)
        {
            if (ClauseFinder.PreviousVerb(chunks, c - 1, v => v.Finite || (!verb.Finite && v.Kind == ClauseKind.Infinitive)) is { } joined)
                found.AddRange(joined.Subjects);
            return found;
        }
        if (c >= 0 && chunks[c].Kind == ChunkKind.Border && IsDash(s, chunks[c]))
        {
            // "The town—with help from abroad—declared": an aside between dashes.
            int open = c - 1;
            while (open >= 0 && !(chunks[open].Kind == ChunkKind.Border && IsDash(s, chunks[open])))
                open--;
            if (open > 0)
                c = open - 1;
        }
        if (c >= 0 && chunks[c].Kind == ChunkKind.Comma)
        {
            int open = c - 1;
            while (open >= 0 && chunks[open].Kind is not (ChunkKind.Comma or ChunkKind.Border or ChunkKind.Subordinator))
                open--;
            if (open >= 0 && chunks[open].Kind == ChunkKind.Comma)
                c = open - 1;
            else if (open >= 0 || ClauseFinder.PreviousVerb(chunks, c - 1, v => v.Finite) is not { } earlier)
                return found;
            else
            {
                // "X fired shots, wounded two and fled": a list of verbs.
                found.AddRange(earlier.Subjects);
                return found;
            }
        }
        for (; c >= 0; c--)
        {
            Chunk chunk = chunks[c];
            if (chunk.Noun is { } noun)
            {
                if (noun.IsTime && noun.Mention < 0)
                    continue;
                // The object of a relative clause between subject and verb: "soldiers who guarded the bridge attacked".
                if (Owner(chunks, noun) is { } owner)
                {
                    c = owner;
                    continue;
                }
                bool ownClause = noun.JoinedTo is not null && FiniteInClause(chunks, c - 1) && !ListGoesToStart(s, chunks, noun);
                if (noun.Preposition >= 0 && !ownClause)
                    continue;
                found.Add(noun);
                if (!ownClause)
                    AddJoined(found, noun);
                return found;
            }
            if (chunk.Verb is { } other)
            {
                if (other.Finite && other.Kind != ClauseKind.Relative)
                    return found;
                if (other.Kind == ClauseKind.Relative)
                {
                    while (c >= 0 && chunks[c].Kind != ChunkKind.Relative)
                        c--;
                }
                continue;
            }
            if (chunk.Kind is ChunkKind.Subordinator or ChunkKind.Border)
                return found;
            if (chunk.Kind == ChunkKind.Conjunction && verb.Finite && c > 0 && chunks[c - 1].Noun is null && chunks[c - 1].Kind != ChunkKind.Other)
                return found;
        }
        return found;
    }

    private static bool IsDash(SentenceView s, Chunk chunk) => s[chunk.First].Text is "—" or "–" or "--" or "-";

    /// <summary>Whether the list that ends with <paramref name="noun"/> has no verb before it in its clause, so that it is one compound subject.</summary>
    private static bool ListGoesToStart(SentenceView s, List<Chunk> chunks, NounPhrase noun)
    {
        NounPhrase first = noun;
        while (first.JoinedTo is { } joined)
            first = joined;
        if (first.Preposition >= 0)
            return s.Lower(first.Preposition) == "between";
        for (int c = first.Chunk - 1; c >= 0; c--)
        {
            if (chunks[c].Kind is ChunkKind.Border or ChunkKind.Subordinator or ChunkKind.Comma)
                return true;
            if (chunks[c].Verb is { Finite: true } verb)
                return IsBareSaying(chunks, verb);
        }
        return true;
    }

    /// <summary>The chunk where the relative or infinitive clause begins whose object the noun is; null where it is no such object.</summary>
    private static int? Owner(List<Chunk> chunks, NounPhrase noun)
    {
        for (int c = noun.Chunk - 1; c >= 0 && c > noun.Chunk - 8; c--)
        {
            if (chunks[c].Verb is not { } verb)
                continue;
            if (!verb.Objects.Contains(noun) || verb.Kind is not (ClauseKind.Relative or ClauseKind.Infinitive))
                return null;
            int start = c;
            while (verb.Kind == ClauseKind.Relative && start > 0 && chunks[start].Kind != ChunkKind.Relative)
                start--;
            return start;
        }
        return null;
    }

    private static bool FiniteInClause(List<Chunk> chunks, int from)
    {
        for (int c = from; c >= 0; c--)
        {
            if (chunks[c].Kind is ChunkKind.Border or ChunkKind.Subordinator or ChunkKind.Relative)
                return false;
            if (chunks[c].Verb is { Finite: true })
                return true;
        }
        return false;
    }

    private static bool IsBareSaying(List<Chunk> chunks, VerbGroup verb) => chunks[verb.Chunk].End < chunks[^1].End && verb.Objects.Count == 0;

    /// <summary>Whether noun and verb agree in number, as far as their forms show it: "two allies of X, who were".</summary>
    private static bool Agrees(SentenceView s, VerbGroup verb, NounPhrase noun)
    {
        string first = s.Lower(verb.First);
        bool pluralVerb = first is "were" or "are" or "have", singularVerb = first is "was" or "is" or "has";
        bool singularNoun = noun.JoinedTo is null && (s.Tag(noun.Head) == Upos.Propn || (s.Tag(noun.Head) == Upos.Noun && s.Lower(noun.Head) == s.Lemma(noun.Head) && !s.Lower(noun.Head).EndsWith('s')
            && s.Lower(noun.Head) is not ("people" or "police" or "crowd" or "family" or "staff" or "crew" or "government" or "group" or "team" or "army" or "population")));
        bool pluralNoun = s.Tag(noun.Head) == Upos.Noun && s.Lower(noun.Head) != s.Lemma(noun.Head);
        return !(pluralVerb && singularNoun) && !(singularVerb && pluralNoun);
    }

    private static NounPhrase? Antecedent(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        int c = chunks.FindLastIndex(verb.Chunk, chunk => chunk.Kind == ChunkKind.Relative);
        bool person = c >= 0 && s.Lower(chunks[c].First) == "who";
        NounPhrase? nearest = null;
        for (c--; c >= 0; c--)
        {
            Chunk chunk = chunks[c];
            if (chunk.Noun is { IsTime: false } noun)
            {
                if (!Agrees(s, verb, noun))
                    continue;
                nearest ??= noun;
                if (!person || noun.Mention >= 0 || noun.Preposition < 0)
                    return person && noun.Mention < 0 && nearest.Mention >= 0 ? nearest : noun;
            }
            else if (chunk.Verb is not null || chunk.Kind is ChunkKind.Border or ChunkKind.Subordinator)
                break;
        }
        return nearest;
    }

    private static void AddWithList(List<NounPhrase> list, NounPhrase noun)
    {
        list.Add(noun);
        AddJoined(list, noun);
    }

    private static void AddJoined(List<NounPhrase> list, NounPhrase noun)
    {
        for (NounPhrase? joined = noun.JoinedTo; joined is not null; joined = joined.JoinedTo)
            list.Insert(0, joined);
    }
}
