namespace Parallax.Annotate;

/// <content>The one attacker of a report, whatever it calls him: "a gunman", "the attacker", "the man".</content>
internal sealed partial class IdentityResolver
{
    // "The man" is said of who was spoken of just before.
    private const int ManReach = 3;

    private const int SuspectReach = 12;

    private const int MostAttackers = 16;

    private static readonly HashSet<string> s_attackers = new(StringComparer.Ordinal)
    {
        "gunman", "attacker", "assailant", "shooter", "bomber", "suicide bomber", "suicide attacker", "knifeman", "perpetrator", "killer", "hijacker", "assassin", "hostage taker", "hostage-taker", "arsonist", "sniper", "attack suspect",
        "suspected attacker", "suspected gunman", "armed man", "mass shooter", "car bomber", "murderer", "carjacker", "kidnapper", "abductor",
    };

    private static readonly HashSet<string> s_anybody = new(StringComparer.Ordinal)
    {
        "man", "woman", "driver", "suspect", "teenager", "youth", "boy", "teen", "young man", "motorist", "intruder", "passenger", "student", "soldier", "policeman", "guard", "loner", "fighter", "militant", "terrorist",
    };

    private static readonly HashSet<string> s_attacks = new(StringComparer.Ordinal)
    {
        "open", "shoot", "kill", "stab", "attack", "ram", "plough", "plow", "drive", "detonate", "blow", "hijack", "murder", "gun", "slash", "wound", "injure", "fire", "assassinate", "storm", "knife", "behead", "bomb", "strike", "mow", "run", "smash",
        "burst", "rampage", "torch", "barge", "crash", "slam", "target", "massacre", "execute", "explode",
    };

    private readonly List<IdentityEntry> _attackers = [];
    private bool _manyAttackers;

    /// <summary>Notes who is told of as an attacker.</summary>
    private void NoteAttacker(IdentityEntry entry, ActorCandidate candidate)
    {
        if (candidate.Form == MentionForm.Pronoun || candidate.Noun is null)
            return;
        bool attacker = s_attackers.Contains(candidate.Noun);
        if (entry.Kind == ActorKind.Group || entry.Plural)
        {
            _manyAttackers |= attacker;
            return;
        }
        if (entry.Kind != ActorKind.Person || (entry.IsNamed && !attacker) || _attackers.Contains(entry) || _attackers.Count >= MostAttackers)
            return;
        if (attacker || (s_anybody.Contains(candidate.Noun) && Attacks(candidate)))
            _attackers.Add(entry);
    }

    /// <summary>"The attacker" after "a gunman", "the man" right after him: the report's one attacker; null where it may have more.</summary>
    private IdentityEntry? FindAttacker(ActorCandidate candidate)
    {
        if (!candidate.Definite || candidate.Plural || candidate.Noun is null || candidate.Of is not null || candidate.Possessor is not null || candidate.Members.Count > 0 || candidate.Number is not null || candidate.Additional
            || candidate.Former || _manyAttackers || _attackers.Count != 1)
            return null;
        IdentityEntry attacker = _attackers[0];
        if (attacker.Mentions.Count == 0 || (attacker.Gender != '-' && GenderOf(candidate.Noun) is not '-' and var gender && gender != attacker.Gender))
            return null;
        if (s_attackers.Contains(candidate.Noun))
            return attacker;
        if (candidate.Noun is not ("man" or "woman" or "suspect" or "driver" or "youth" or "teenager" or "young man" or "intruder") || (candidate.Noun == "driver" && !Drives(attacker)))
            return null;
        if (candidate.Sentence - attacker.LastSentence > (candidate.Noun == "suspect" ? SuspectReach : ManReach))
            return null;
        // Somebody else, spoken of since, may be "the man".
        for (int i = _entries.Count - 1, looked = 0; i >= 0 && looked < PersonMemory; i--, looked++)
        {
            IdentityEntry other = _entries[i];
            if (!ReferenceEquals(other, attacker) && other is { Kind: ActorKind.Person, Plural: false, Mentions.Count: > 0, LastCalled: var last } && last >= attacker.LastCalled && last > candidate.Sentence - 2
                && (other.IsNamed || other.Noun is not null && s_anybody.Contains(other.Noun)) && candidate.Noun is not "suspect")
                return null;
        }
        return attacker;
    }

    /// <summary>
    /// Whom the words between say the candidate is: "the attacker, identified as X", "police identified the suspect as X", "X, who was named by police as the gunman"; null where they say
    /// nothing of the kind.
    /// </summary>
    private ActorCandidate? Identified(ActorCandidate? earlier, ActorCandidate? previous, ActorCandidate candidate)
    {
        // "Identified by police as": those who say so stand between.
        ActorCandidate? first = previous is not null && previous.First > 0 && _tokens[previous.First - 1].Lower == "by" ? earlier : previous;
        if (first is not { Kind: ActorKind.Person, Plural: false, Actor: >= 0, IsPossessor: false } || candidate.Kind != ActorKind.Person || candidate.Plural || first.Sentence != candidate.Sentence
            || candidate.First <= first.End || candidate.First - first.End > 9 || _tokens[candidate.First - 1].Lower is not ("as" or "only") || first.Form == MentionForm.Name == (candidate.Form == MentionForm.Name)
            || (candidate.Form == MentionForm.Nominal && !candidate.Definite))
            return null;
        if (candidate.First == first.End + 1)
            return first.Form == MentionForm.Nominal && first.First > 0 && Names(first) ? first : null;
        bool says = false;
        for (int i = first.End; i < candidate.First; i++)
        {
            if (_tokens[i].Lower is "not" or "n't" or "never" or "and" or "but")
                return null;
            says |= _tokens[i].Lower is "identified" or "named";
        }
        return says ? first : null;
    }

    // "identified the suspect as", "named the gunman as".
    private bool Names(ActorCandidate person)
    {
        for (int i = person.First - 1; i >= 0 && i >= person.First - 3; i--)
        {
            if (_tokens[i].Lemma is "identify" or "name")
                return true;
        }
        return false;
    }

    /// <summary>"The woman" after "a woman": the one described by the same noun shortly before; null where several were.</summary>
    private IdentityEntry? FindSameNoun(ActorCandidate candidate)
    {
        if (!candidate.Definite || candidate.Plural || candidate.Noun is null || candidate.Of is not null || candidate.Possessor is not null || candidate.Members.Count > 0 || candidate.Number is not null || candidate.Additional
            || candidate.Former || candidate.Incoming || IsModified(candidate))
            return null;
        IdentityEntry? same = null;
        for (int i = _entries.Count - 1, looked = 0; i >= 0 && looked < PersonMemory; i--, looked++)
        {
            IdentityEntry entry = _entries[i];
            if (entry is not { Kind: ActorKind.Person, IsNamed: false, Mentions.Count: > 0 } || entry.Noun != candidate.Noun || candidate.Sentence - entry.LastSentence > ManReach)
                continue;
            if (entry.Plural || same is not null)
                return null;
            same = entry;
        }
        return same;
    }

    private bool Drives(IdentityEntry attacker)
    {
        ActorCandidate first = attacker.Mentions[0];
        int end = _report.Sentences[first.Sentence].EndToken;
        for (int i = first.First; i < end; i++)
        {
            if (_tokens[i].Lemma is "drive" or "ram" or "plough" or "plow" or "mow")
                return true;
        }
        return false;
    }

    // "A man opened fire", "a driver who had rammed", "shot by a soldier".
    private bool Attacks(ActorCandidate candidate)
    {
        int end = Math.Min(_report.Sentences[candidate.Sentence].EndToken, candidate.End + 12);
        for (int i = candidate.HeadFirst; i < candidate.End; i++)
        {
            if (_tokens[i].Head is >= 0 and int verb && (verb < candidate.First || verb >= candidate.End) && _tokens[i].Relation is "nsubj" or "obl:agent"
                && s_attacks.Contains(_tokens[verb].Lemma) && (_tokens[i].Relation == "obl:agent" || !IsHarmless(verb)))
                return true;
        }
        for (int i = candidate.End; i < end; i++)
        {
            if (_tokens[i].Relation == "acl:relcl" && _tokens[i].Head >= candidate.First && _tokens[i].Head < candidate.End && s_attacks.Contains(_tokens[i].Lemma) && !IsHarmless(i) && _tokens[i].Form is not VerbForm.PastParticiple)
                return true;
        }
        return false;
    }

    // "He drove home", "ran for office", "opened a shop".
    private bool IsHarmless(int verb) => _tokens[verb].Lemma switch
    {
        "open" => !Follows(verb, "fire"),
        "gun" => !Follows(verb, "down"),
        "run" => !Follows(verb, "over") && !Follows(verb, "down"),
        "drive" or "crash" or "slam" or "smash" or "burst" or "strike" or "barge" => !Follows(verb, "into") && !Follows(verb, "through"),
        "blow" => !Follows(verb, "himself") && !Follows(verb, "up"),
        "fire" => !Follows(verb, "at") && !Follows(verb, "on") && !Follows(verb, "shot") && !Follows(verb, "into"),
        _ => false,
    };

    private bool Follows(int verb, string lemma)
    {
        for (int i = verb + 1; i < _tokens.Count && i < verb + 6; i++)
        {
            if (_tokens[i].Lower == lemma || _tokens[i].Lemma == lemma)
                return true;
        }
        return false;
    }
}
