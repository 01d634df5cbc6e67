using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads the clauses of a sentence off its chunks: how each verb hangs on the others, and who is its subject and object.</summary>
internal static class ClauseFinder
{
    /// <summary>Reads <paramref name="s"/>.</summary>
    public static ClauseModel Find(SentenceView s)
    {
        List<Chunk> chunks = Chunker.Chunk(s);
        Attach(s, chunks);
        List<VerbGroup> verbs = [.. chunks.Where(chunk => chunk.Verb is not null).Select(chunk => chunk.Verb!)];
        List<NounPhrase> nouns = [.. chunks.Where(chunk => chunk.Noun is not null).Select(chunk => chunk.Noun!)];
        foreach (VerbGroup verb in verbs)
            Classify(s, chunks, verb);
        foreach (VerbGroup verb in verbs)
            Bound(chunks, verb);
        foreach (VerbGroup verb in verbs)
            FindObjects(s, chunks, verb);
        foreach (VerbGroup verb in verbs)
            SubjectFinder.Find(s, chunks, verb, verbs);
        return new ClauseModel(s, chunks, nouns, verbs);
    }

    /// <summary>Joins prepositions and lists to their noun phrases.</summary>
    private static void Attach(SentenceView s, List<Chunk> chunks)
    {
        for (int c = 0; c < chunks.Count; c++)
        {
            if (chunks[c].Noun is not { } noun)
                continue;
            int before = SkipBack(chunks, c - 1, ChunkKind.Quote);
            if (before < 0)
                continue;
            // "carried out an attack": a particle of the verb governs nothing.
            bool particle = before > 0 && chunks[before - 1].Verb is not null && s.Lower(chunks[before].First) is "out" or "up" or "off" or "away";
            if (chunks[before].Kind == ChunkKind.Preposition && particle)
                continue;
            if (chunks[before].Kind == ChunkKind.Preposition)
                noun.Preposition = chunks[before].First;
            else if (chunks[before].Kind == ChunkKind.Other && before > 0 && chunks[before - 1].Kind == ChunkKind.Preposition)
                noun.Preposition = chunks[before - 1].First;
            else if (chunks[before].Kind is ChunkKind.Conjunction or ChunkKind.Comma && !noun.IsTime)
            {
                int other = SkipBack(chunks, before - 1, ChunkKind.Comma);
                bool list = chunks[before].Kind == ChunkKind.Conjunction || IsListComma(s, chunks, before);
                if (list && other >= 0 && chunks[other].Noun is { IsTime: false } joined && s.Lower(chunks[before].First) != "but")
                {
                    // "injured 30 soldiers of a force and 50 protesters": what is counted joins what is counted.
                    NounPhrase with = CountedHost(s, chunks, noun, joined) ?? joined;
                    noun.JoinedTo = with;
                    noun.Preposition = with.Preposition;
                }
            }
        }
    }

    /// <summary>The counted phrase that the counted <paramref name="noun"/> is joined to over the uncounted phrases that depend on it; null where there is none.</summary>
    private static NounPhrase? CountedHost(SentenceView s, List<Chunk> chunks, NounPhrase noun, NounPhrase joined)
    {
        if (!IsCounted(s, noun) || joined.Preposition < 0 || IsCounted(s, joined) || s.Lower(joined.Preposition) is not ("of" or "from" or "with" or "in"))
            return null;
        int c = joined.Chunk - 1;
        while (c > 0 && (chunks[c].Kind is ChunkKind.Preposition or ChunkKind.Quote || (chunks[c].Noun is { Preposition: >= 0 } inner && !IsCounted(s, inner))))
            c--;
        return c >= 0 && chunks[c].Noun is { } host && IsCounted(s, host) ? host : null;
    }

    private static bool IsCounted(SentenceView s, NounPhrase noun) => s.QuantityAt[noun.First] >= 0 || (noun.First + 1 < noun.End && s.Tag(noun.First) == Upos.Det && s.QuantityAt[noun.First + 1] >= 0);

    /// <summary>A comma between members of a list: another comma or "and" follows before any verb, and the list ends with "and".</summary>
    private static bool IsListComma(SentenceView s, List<Chunk> chunks, int comma)
    {
        for (int c = comma + 1; c < chunks.Count; c++)
        {
            if (chunks[c].Kind == ChunkKind.Conjunction)
                return c + 1 < chunks.Count && chunks[c + 1].Noun is not null && s.Lower(chunks[c].First) is "and" or "or";
            if (chunks[c].Kind is not (ChunkKind.Noun or ChunkKind.Comma or ChunkKind.Quote))
                return false;
        }
        return false;
    }

    private static int SkipBack(List<Chunk> chunks, int at, ChunkKind kind)
    {
        while (at >= 0 && chunks[at].Kind == kind)
            at--;
        return at;
    }

    private static void Classify(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        int before = SkipSmall(s, chunks, verb.Chunk - 1);
        if (before >= 0 && chunks[before].Kind == ChunkKind.Relative && verb.Finite)
        {
            verb.Kind = ClauseKind.Relative;
            verb.Marker = chunks[before].First;
            return;
        }
        if (verb.Kind == ClauseKind.Infinitive)
        {
            Govern(s, chunks, verb);
            return;
        }
        if (verb.Kind == ClauseKind.Gerund)
        {
            if (before >= 0 && chunks[before].Kind is ChunkKind.Preposition or ChunkKind.Subordinator)
                verb.Marker = chunks[before].First;
            verb.Governor = PreviousVerb(chunks, verb.Chunk - 1, v => v.Finite || v.Kind == ClauseKind.Infinitive);
            return;
        }
        if (!verb.Finite)
            return;
        // A past form directly after an object, with no border between, is a participle: "found bodies buried in the yard".
        if (IsReduced(s, chunks, verb))
        {
            verb.Kind = ClauseKind.ReducedRelative;
            verb.Finite = false;
            return;
        }
        OpenFinite(s, chunks, verb);
    }

    private static bool IsReduced(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        bool bareForm = verb.End - verb.First == 1 && s[verb.Head].Form is VerbForm.Past or VerbForm.PastParticiple;
        // "at a summit in Geneva, attended by envoys": after a comma it hangs on what stands before.
        if (bareForm && verb.Chunk > 1 && chunks[verb.Chunk - 1].Kind == ChunkKind.Comma && chunks[verb.Chunk - 2].Noun is { IsTime: false, Preposition: >= 0 } && s.Lower(verb.End) == "by" && s.Tag(verb.End + 1) is not Upos.Verb)
            return true;
        if (!bareForm || verb.Chunk == 0 || chunks[verb.Chunk - 1].Noun is not { } noun)
            return false;
        bool byFollows = s.Lower(verb.End) == "by";
        if (byFollows && s.Tag(verb.End + 1) is not (Upos.Num or Upos.Verb) && !s[verb.Head].Text.EndsWith("ew", StringComparison.Ordinal))
            return true;
        for (int c = verb.Chunk - 1; c >= 0; c--)
        {
            Chunk chunk = chunks[c];
            if (chunk.Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Border or ChunkKind.Conjunction or ChunkKind.Comma)
                break;
            // "soldiers who guarded the bridge attacked": the main clause still wants its verb.
            if (chunk.Verb is { Kind: ClauseKind.Relative } relative && PreviousVerb(chunks, relative.Chunk - 1, v => v.Finite) is null)
                return false;
            if (chunk.Verb is { } other)
                return other.Finite && !IsSaying(s.Lemma(other.Head)) && noun.Chunk > c && (other.Passive || s.Lemma(other.Head) != "be" || noun.Preposition >= 0);
        }
        // "Protesters injured in the clash were treated": another finite verb follows with no subject of its own.
        for (int c = verb.Chunk + 1; c < chunks.Count; c++)
        {
            Chunk chunk = chunks[c];
            if (chunk.Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Border or ChunkKind.Conjunction or ChunkKind.Comma or ChunkKind.Quote)
                return false;
            if (chunk.Noun is { Preposition: < 0, IsTime: false } && c == verb.Chunk + 1)
                return false;
            if (chunk.Verb is { } other)
                return other.Finite;
        }
        return false;
    }

    private static void OpenFinite(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        for (int c = verb.Chunk - 1; c >= 0; c--)
        {
            Chunk chunk = chunks[c];
            switch (chunk.Kind)
            {
                case ChunkKind.Subordinator:
                    verb.Marker = chunk.First;
                    VerbGroup? governor = PreviousVerb(chunks, c - 1, v => v.Finite || v.Kind == ClauseKind.Infinitive || v.Kind == ClauseKind.Gerund);
                    verb.Kind = s.Lower(chunk.First) is "that" or "whether" or "how" or "what" or "why" ? ClauseKind.Complement : ClauseKind.Subordinate;
                    if (verb.Kind == ClauseKind.Complement)
                    {
                        verb.Governor = governor;
                        if (c > 0 && chunks[c - 1].Noun is { } noun && s.Tag(noun.Head) == Upos.Noun && noun.Mention < 0)
                            verb.GovernorNoun = noun.Head;
                    }
                    return;
                case ChunkKind.Relative:
                    verb.Kind = ClauseKind.Relative;
                    verb.Marker = chunk.First;
                    return;
                case ChunkKind.Conjunction when c == SkipSmall(s, chunks, verb.Chunk - 1):
                    // "attacked X and killed Y": hangs as the verb before it does.
                    if (PreviousVerb(chunks, c - 1, v => v.Finite || v.Kind == ClauseKind.Infinitive) is { } joined)
                    {
                        bool infinitive = joined.Kind == ClauseKind.Infinitive && s[verb.Head].Form == VerbForm.Base && verb.Modal is null && verb.First == verb.Head;
                        if (infinitive || joined.Finite)
                            (verb.Kind, verb.Marker, verb.Governor, verb.GovernorNoun) = (joined.Kind, joined.Marker, joined.Governor, joined.GovernorNoun);
                        verb.Finite = !infinitive;
                        if (verb.Modal is null && joined.Modal is not null && s[verb.Head].Form == VerbForm.Base)
                            verb.Modal = joined.Modal;
                    }
                    return;
                case ChunkKind.Border:
                    return;
                case ChunkKind.Verb when chunk.Verb!.Finite:
                    // "said police fired": the saying governs; anything else ends the search.
                    if (IsSaying(s.Lemma(chunk.Verb.Head)) && !HasBorder(chunks, c + 1, verb.Chunk))
                        (verb.Kind, verb.Governor) = (ClauseKind.Complement, chunk.Verb);
                    return;
                default:
                    break;
            }
        }
    }

    private static bool HasBorder(List<Chunk> chunks, int from, int to)
    {
        for (int c = from; c < to; c++)
        {
            if (chunks[c].Kind is ChunkKind.Conjunction or ChunkKind.Quote or ChunkKind.Border)
                return true;
        }
        return false;
    }

    /// <summary>Verbs that take a clause without "that".</summary>
    internal static bool IsSaying(string lemma) => lemma is "say" or "announce" or "report" or "claim" or "believe" or "tell" or "add" or "think" or "confirm" or "state"
        or "declare" or "warn" or "allege" or "insist" or "suggest" or "acknowledge" or "admit" or "deny" or "hope" or "know" or "note" or "show" or "fear" or "estimate" or "suspect" or "vow" or "promise" or "agree" or "argue" or "stress" or "maintain" or "assert" or "reveal" or "write" or "tweet";

    private static void Govern(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        int before = SkipSmall(s, chunks, verb.Chunk - 1);
        if (before < 0)
            return;
        if (chunks[before].Kind == ChunkKind.Conjunction)
        {
            VerbGroup? joined = PreviousVerb(chunks, before - 1, v => v.Kind == ClauseKind.Infinitive);
            (verb.Governor, verb.GovernorNoun) = (joined?.Governor, joined?.GovernorNoun ?? -1);
            return;
        }
        verb.Governor = PreviousVerb(chunks, before, v => v.Kind != ClauseKind.ReducedRelative || v.Chunk == before);
        if (chunks[before].Noun is { Mention: < 0, IsTime: false } noun)
            verb.GovernorNoun = noun.Head;
    }

    internal static int SkipSmall(SentenceView s, List<Chunk> chunks, int at)
    {
        while (at >= 0 && (chunks[at].Kind == ChunkKind.Quote || (chunks[at].Kind == ChunkKind.Other && s.Tag(chunks[at].First) is Upos.Adv or Upos.Part)))
            at--;
        return at;
    }

    internal static VerbGroup? PreviousVerb(List<Chunk> chunks, int from, Func<VerbGroup, bool> fits)
    {
        for (int c = from; c >= 0; c--)
        {
            if (chunks[c].Kind == ChunkKind.Border)
                return null;
            if (chunks[c].Verb is { } verb && fits(verb))
                return verb;
        }
        return null;
    }

    /// <summary>Finds where the clause of a verb begins and ends.</summary>
    private static void Bound(List<Chunk> chunks, VerbGroup verb)
    {
        int first = verb.Chunk;
        for (int c = verb.Chunk - 1; c >= 0; c--)
        {
            Chunk chunk = chunks[c];
            if (chunk.Kind is ChunkKind.Border or ChunkKind.Subordinator or ChunkKind.Relative || (chunk.Verb is { } other && (other.Finite || verb.Kind != ClauseKind.Main)))
                break;
            if (chunk.Kind is ChunkKind.Comma && verb.Kind is ClauseKind.Gerund or ClauseKind.ReducedRelative or ClauseKind.Infinitive)
                break;
            if (chunk.Kind == ChunkKind.Conjunction && c == verb.Chunk - 1)
                break;
            first = c;
        }
        int last = verb.Chunk;
        for (int c = verb.Chunk + 1; c < chunks.Count; c++)
        {
            Chunk chunk = chunks[c];
            if (chunk.Kind is ChunkKind.Border or ChunkKind.Subordinator or ChunkKind.Relative || chunk.Verb is not null)
                break;
            if (chunk.Kind is ChunkKind.Conjunction or ChunkKind.Comma && VerbBeforeBorder(chunks, c + 1))
                break;
            last = c;
        }
        // The noun before another verb is that verb's subject, not part of this clause.
        verb.ClauseFirst = chunks[first].First;
        verb.ClauseEnd = chunks[last].End;
    }

    private static bool VerbBeforeBorder(List<Chunk> chunks, int from)
    {
        for (int c = from; c < chunks.Count; c++)
        {
            if (chunks[c].Kind is ChunkKind.Border or ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Comma)
                return false;
            if (chunks[c].Verb is not null)
                return true;
        }
        return false;
    }

    private static void FindObjects(SentenceView s, List<Chunk> chunks, VerbGroup verb)
    {
        bool direct = true;
        for (int c = verb.Chunk + 1; c < chunks.Count; c++)
        {
            Chunk chunk = chunks[c];
            if (chunk.Kind == ChunkKind.Noun)
            {
                NounPhrase noun = chunk.Noun!;
                if (noun.IsTime && noun.Preposition < 0)
                    continue;
                if (noun.JoinedTo is not null && VerbRightAfter(chunks, c + 1))
                    return;
                // "said it will": what a verb of saying governs is the clause, not its subject.
                if (IsSaying(s.Lemma(verb.Head)) && noun.Preposition < 0 && VerbRightAfter(chunks, c + 1))
                    return;
                if (noun.Preposition >= 0)
                {
                    verb.Prepositional.Add(noun);
                    direct = false;
                }
                else if (direct || (noun.JoinedTo is { } before && verb.Objects.Contains(before)))
                    verb.Objects.Add(noun);
                else
                    return;
                if (verb.Objects.Count > 0 && noun.Preposition < 0 && noun.JoinedTo is null && verb.Objects.Count > 1 && IsSaying(s.Lemma(verb.Head)))
                    return;
                continue;
            }
            switch (chunk.Kind)
            {
                case ChunkKind.Preposition or ChunkKind.Quote:
                    break;
                case ChunkKind.Other:
                    break;
                case ChunkKind.Conjunction when c + 1 < chunks.Count && chunks[c + 1].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Other or ChunkKind.Quote && !VerbRightAfter(chunks, c + 1):
                    break;
                case ChunkKind.Comma when c + 1 < chunks.Count && ((chunks[c + 1].Noun is { JoinedTo: not null } && !VerbRightAfter(chunks, c + 1)) || chunks[c + 1].Kind == ChunkKind.Conjunction):
                    break;
                case ChunkKind.Verb when chunk.Verb!.Kind == ClauseKind.ReducedRelative:
                    // "at the troops stationed there": what follows belongs to the participle.
                    return;
                default:
                    return;
            }
        }
    }

    private static bool VerbRightAfter(List<Chunk> chunks, int c)
    {
        while (c < chunks.Count && chunks[c].Kind is ChunkKind.Other or ChunkKind.Quote)
            c++;
        if (c < chunks.Count && chunks[c].Kind == ChunkKind.Verb)
            return true;
        for (int k = c + 1; k < chunks.Count && k < c + 10; k++)
        {
            if (chunks[k].Verb is { } verb)
                return verb.Finite;
            if (chunks[k].Kind is not (ChunkKind.Other or ChunkKind.Quote or ChunkKind.Preposition or ChunkKind.Noun))
                return false;
        }
        return false;
    }
}
