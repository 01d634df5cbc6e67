using Parallax.Text;

namespace Parallax.Annotate;

/// <content>Offices: who is meant by one, and how they change hands.</content>
internal sealed partial class IdentityResolver
{
    /// <summary>"the minister", "the Kosovo prime minister": the last person who was given that role.</summary>
    private IdentityEntry? FindRole(ActorCandidate candidate)
    {
        if (!candidate.Definite || candidate.Noun is null || candidate.Number is not null)
            return null;
        if (candidate.Former)
            return Changed(candidate, e => e.FormerNouns);
        if (candidate.Incoming && Changed(candidate, e => e.IncomingNouns) is { } incoming)
            return incoming;
        // "his deputy", "Karimov's driver": of whom is part of the role.
        bool owned = candidate.Of is not null && candidate.Country is null && IsPersonNamed(candidate.Of);
        bool bodied = candidate.Of is not null && IsOfBody(candidate);
        // "whose minister", "his deputy": never he himself whose it is, nor anybody's where it is not known whose.
        IdentityEntry? owner = candidate.Possessor is "his" or "her" or "whose" ? _pronouns.Owner(candidate, _entries) : null;
        if (candidate.Possessor == "whose" && owner is null && candidate.Country is null && !bodied)
            return null;
        IdentityEntry? best = null;
        int looked = 0;
        for (int i = _entries.Count - 1; i >= 0 && looked < PersonMemory; i--, looked++)
        {
            IdentityEntry entry = _entries[i];
            if (entry.Kind != ActorKind.Person || entry.Plural || entry.Mentions.Count == 0)
                continue;
            if (candidate.Country is not null && entry.Country is not null && candidate.Country != entry.Country)
                continue;
            if (candidate.Country is not null && entry.Country is null && entry.IsNamed)
                continue;
            if ((owned && entry.Of != candidate.Of) || ReferenceEquals(entry, owner))
                continue;
            if (!GenderAgrees(entry, candidate) || !entry.RoleNouns.Any(role => IsRole(role, candidate.Noun)))
                continue;
            if (bodied && !Holds(entry, candidate))
                continue;
            if (best is null || entry.LastSentence > best.LastSentence)
                best = entry;
        }
        // A bare "the president" far from any president is somebody else's story.
        if (best is not null && candidate.Country is null && candidate.Sentence - best.LastSentence > 12)
            return null;
        return best;
    }

    /// <summary>"the gang's leader", "the head of the commission": the office is one of a body, not of the land or town that the report tells of.</summary>
    private bool IsOfBody(ActorCandidate candidate)
    {
        string of = Canonical(candidate.Of!);
        string last = of[(of.LastIndexOf(' ') + 1)..];
        // "Boko Haram's leader" tells Nigeria of the group, and is not Nigeria's.
        if (_lexicon.Organisation(of) is { Kind: not ActorKind.Government })
            return true;
        if (last is "country" or "nation" or "state" or "kingdom" or "republic" or "city" or "town" or "village" or "capital" or "region" or "province" or "district" or "county" or "territory" or "island" or "municipality")
            return false;
        // "Haiti's president" tells a country, "the Haitian gang's leader" a gang.
        return candidate.Country is null || candidate.Of![0] is >= 'a' and <= 'z' && !candidate.Of.StartsWith("the ", StringComparison.Ordinal);
    }

    /// <summary>Whether the report gave the person an office of that body.</summary>
    private bool Holds(IdentityEntry entry, ActorCandidate candidate)
    {
        string of = Canonical(candidate.Of!);
        string last = of[(of.LastIndexOf(' ') + 1)..];
        if (entry.Of is not null && Canonical(entry.Of) == of)
            return true;
        foreach (RoleMention role in entry.Roles)
        {
            if (role.Of is null || !IsRole(Folding.Fold(role.Title), candidate.Noun!))
                continue;
            string held = Canonical(role.Of);
            if (held == of || held.EndsWith(" " + of, StringComparison.Ordinal) || of.EndsWith(" " + held, StringComparison.Ordinal))
                return true;
            // "Hamas leader X" and then "the group's leader", where no other body was named since.
            if (last is "group" or "organisation" or "organization" or "movement" or "party" or "faction" or "agency" or "alliance" or "bloc" or "union" or "company" or "coalition" or "body"
                && last == of && _lexicon.CountryByCode(entry.Country)?.Name != role.Of && !_entries.Exists(other => other is { IsBody: true, IsNamed: true } && other.LastSentence > entry.LastSentence && !other.Names.Contains(role.Of)))
                return true;
        }
        // "militia commander X": the body stands in the words that named him.
        foreach (ActorCandidate mention in entry.Mentions.Take(MostRoles))
        {
            for (int i = mention.First; i < mention.HeadFirst || (mention.Form == MentionForm.Nominal && i < mention.End); i++)
            {
                if (_tokens[i].Lower == last)
                    return true;
            }
        }
        return false;
    }

    private string Canonical(string body)
    {
        string folded = Folding.Fold(body);
        if (folded.StartsWith("the ", StringComparison.Ordinal))
            folded = folded[4..];
        return _lexicon.Organisation(folded) is { } known ? Folding.Fold(known.Name) : folded;
    }

    private static bool IsRole(string role, string noun)
    {
        if (string.Equals(role, noun, StringComparison.Ordinal) || role.EndsWith(" " + noun, StringComparison.Ordinal))
            return true;
        string head = role[(role.LastIndexOf(' ') + 1)..];
        return noun switch
        {
            "premier" => role == "prime minister",
            "prime minister" => role == "premier",
            "diplomat" => head is "ambassador" or "envoy" or "chargé" or "consul" or "attache" || role is "foreign policy chief" or "high representative" or "special representative" or "permanent representative",
            "spokesperson" => head is "spokesman" or "spokeswoman",
            "official" => head is "spokesman" or "spokeswoman" or "spokesperson" or "commissioner" or "undersecretary" or "coordinator" or "director" or "administrator",
            "envoy" => head is "ambassador" or "representative",
            "commander" => head is "general" or "colonel" or "admiral" or "brigadier",
            "officer" => head is "captain" or "colonel" or "major" or "lieutenant" or "sergeant",
            "politician" => head is "minister" or "president" or "lawmaker" or "senator" or "leader" or "mayor" or "mp",
            "lawmaker" => head is "senator" or "mp" or "congressman" or "congresswoman" or "deputy" or "legislator",
            "secretary" => role.StartsWith("secretary", StringComparison.Ordinal) || head == "secretary",
            "leader" => head is "chairman" or "president" or "chancellor" or "premier" or "chief" || role == "prime minister",
            _ => false,
        };
    }

    private bool IsPersonNamed(string words) => _byPart.ContainsKey(NameVariants.SurnameKey(words[(words.LastIndexOf(' ') + 1)..]));

    /// <summary>"the former minister", "the new minister": the last who left the office, or came to it, by what was told.</summary>
    private IdentityEntry? Changed(ActorCandidate candidate, Func<IdentityEntry, List<string>> nouns)
    {
        for (int i = _entries.Count - 1, looked = 0; i >= 0 && looked < PersonMemory; i--, looked++)
        {
            IdentityEntry entry = _entries[i];
            if (entry.Kind == ActorKind.Person && !entry.Plural && entry.Mentions.Count > 0 && GenderAgrees(entry, candidate)
                && (candidate.Country is null || entry.Country is null || candidate.Country == entry.Country) && nouns(entry).Any(role => IsRole(role, candidate.Noun!)))
                return entry;
        }
        return null;
    }

    /// <summary>Notes who left an office, who came to it, and who of a family is the elder.</summary>
    private void NoteChange(IdentityEntry entry, ActorCandidate candidate)
    {
        if (entry.Kind != ActorKind.Person || candidate.Plural)
            return;
        if (candidate.Age != '-')
            entry.Age = candidate.Age;
        if (candidate.Former && candidate.Noun is not null)
            Learn(entry.FormerNouns, [candidate.Noun]);
        if (candidate.Possessor is not null && candidate.Noun is { } noun && (noun is "predecessor" or "successor" || Generation(noun) != '-')
            && _pronouns.Owner(candidate, _entries) is { } owner && !ReferenceEquals(owner, entry))
        {
            if (noun == "predecessor")
                Learn(entry.FormerNouns, owner.RoleNouns);
            else if (noun == "successor")
                Learn(entry.IncomingNouns, owner.RoleNouns);
            else
            {
                entry.Age = Generation(noun);
                owner.Age = entry.Age == 'e' ? 'y' : 'e';
            }
        }
        switch (Career(candidate))
        {
            case 'l':
                Learn(entry.FormerNouns, entry.RoleNouns);
                _left = entry;
                break;
            case 't' when _left is not null && !ReferenceEquals(_left, entry) && candidate.Sentence - _left.LastSentence <= 3:
                Learn(entry.IncomingNouns, _left.FormerNouns);
                break;
        }
    }

    private static void Learn(List<string> nouns, IEnumerable<string> more)
    {
        foreach (string noun in more.Where(noun => !nouns.Contains(noun)).Take(MostRoles - Math.Min(MostRoles, nouns.Count)).ToArray())
            nouns.Add(noun);
    }

    private static char Generation(string noun) => noun switch
    {
        "father" or "mother" or "grandfather" or "grandmother" or "uncle" or "aunt" => 'e',
        "son" or "daughter" or "grandson" or "granddaughter" or "nephew" or "niece" => 'y',
        _ => '-',
    };

    /// <summary>'l' where the candidate leaves an office by its verb, 't' where it takes one over.</summary>
    private char Career(ActorCandidate candidate)
    {
        for (int i = candidate.First; i < candidate.End; i++)
        {
            Token token = _tokens[i];
            if (token.Head < 0 || (token.Head >= candidate.First && token.Head < candidate.End) || !token.Relation.StartsWith("nsubj", StringComparison.Ordinal))
                continue;
            string verb = _tokens[token.Head].Lemma;
            string then = token.Head + 1 < _tokens.Count ? _tokens[token.Head + 1].Lower : "";
            bool passive = token.Relation == "nsubj:pass";
            return verb switch
            {
                "resign" or "quit" or "abdicate" => 'l',
                "step" when then is "down" or "aside" => 'l',
                "dismiss" or "sack" or "fire" or "oust" or "remove" or "depose" or "topple" or "overthrow" or "replace" when passive => 'l',
                "take" when then is "over" => 't',
                "succeed" or "replace" when !passive => 't',
                "appoint" or "name" or "install" or "promote" or "swear" when passive => 't',
                _ => '-',
            };
        }
        return '-';
    }

    private static readonly HashSet<string> s_aliasCues = new(StringComparer.Ordinal)
    {
        "known as", "alias", "aka", "a.k.a.", "a.k.a", "nicknamed", "dubbed", "who calls himself", "who calls herself", "calling himself", "calling herself", "who goes by", "who goes by name", "who goes by name of",
        "whose nom de guerre is", "whose nom de guerre was", "whose real name is", "whose real name was", "who is known as", "who was known as", "nom de guerre", "real name", "formerly known as",
        "who uses name", "who used name", "who uses nom de guerre", "who used nom de guerre", "under nom de guerre", "by nom de guerre", "under alias", "who is called", "who was called", "who is nicknamed",
    };

    /// <summary>Whether the words between say that the second is another name of the first: "X, also known as Y", "a man called Y".</summary>
    private bool IsAlias(ActorCandidate first, ActorCandidate second)
    {
        if (first.Sentence != second.Sentence || first.Actor < 0 || second.Form != MentionForm.Name || first.Plural || first.IsPossessor || second.First <= first.End || second.First - first.End > 9)
            return false;
        if (first.Kind == ActorKind.Person != (second.Kind == ActorKind.Person) || (first.Kind != ActorKind.Person && !(first.IsBody && second.Key is not null && second.Kind != ActorKind.Government)))
            return false;
        if (IsBracketed(first, second))
            return true;
        string cue = "";
        for (int i = first.End; i < second.First; i++)
        {
            string lower = _tokens[i].Lower;
            if (lower.Length == 0 || !char.IsLetter(lower[0]) || lower is "also" or "better" or "commonly" or "widely" or "usually" or "otherwise" or "simply" or "the")
                continue;
            cue += cue.Length > 0 ? " " + lower : lower;
        }
        return s_aliasCues.Contains(cue)
            || (first.Form == MentionForm.Nominal && second.First - first.End <= 2 && cue is "called" or "named" && _tokens[first.End].Form == VerbForm.PastParticiple);
    }

    // "Northern Air Lines (NAIL)": capitals in brackets behind the name of a body are its short name; a country there tells where it is.
    private bool IsBracketed(ActorCandidate first, ActorCandidate second) =>
        first is { Form: MentionForm.Name, IsBody: true } && first.HeadEnd - first.HeadFirst > 1 && second.HeadEnd - second.HeadFirst == 1 && second.First == first.End + 1 && second.End < _tokens.Count
        && _tokens[first.End].Text == "(" && _tokens[second.End].Text == ")" && ActorWords.IsAcronym(_tokens[second.HeadFirst].Text) && !ActorWords.IsCommonAcronym(_tokens[second.HeadFirst].Text)
        && _lexicon.CountryNamed(_tokens[second.HeadFirst].Text) is null;

    private IdentityEntry TakeAlias(IdentityEntry entry, ActorCandidate candidate)
    {
        if (candidate.Key is not null)
        {
            _byKey.TryAdd(candidate.Key, entry);
            return entry;
        }
        if (entry.Surname is null)
        {
            SetName(entry, candidate);
            return entry;
        }
        foreach (string key in NameEvidence.RealParts(candidate.Name).Select(NameVariants.SurnameKey).Where(k => k.Length > 0))
        {
            if (!entry.PartKeys.Add(key))
                continue;
            if (!_byPart.TryGetValue(key, out List<IdentityEntry>? list))
                _byPart[key] = list = [];
            list.Add(entry);
        }
        return entry;
    }

    private void AddRole(IdentityEntry entry, ActorCandidate candidate)
    {
        // "the Albanian mayor" tells a people, not a country whose mayor he is.
        string? of = candidate.Of ?? (candidate.Class == "official" && candidate.Noun is not ("mayor" or "deputy mayor" or "councillor" or "official" or "governor") || candidate.Class is "soldier" or "police" ? _lexicon.CountryByCode(candidate.Country)?.Name : null);
        if (of is not null && of.StartsWith("the ", StringComparison.Ordinal))
            of = of[4..];
        TextSpan span = TextSpan.FromBounds(_tokens[candidate.First].Span.Start, _tokens[candidate.End - 1].Span.End);
        string noun = candidate.Noun ?? Folding.Fold(candidate.TitleText!);
        // "the minister" after "Defence Minister X" repeats a role, it does not give one.
        bool repeats = candidate.Form == MentionForm.Nominal && entry.RoleNouns.Contains(noun) && of is null;
        if (entry.RoleNouns.Count < MostRoles && !entry.RoleNouns.Contains(noun))
            entry.RoleNouns.Add(noun);
        if (repeats || entry.Roles.Count >= MostRoles || entry.Roles.Any(r => string.Equals(Folding.Fold(r.Title), Folding.Fold(candidate.TitleText!), StringComparison.Ordinal) && (of is null || r.Of == of) && r.Former == candidate.Former))
            return;
        if (candidate.Form == MentionForm.Nominal && candidate.Possessor is null && of is null && entry.RoleNouns.Count > 1 && !candidate.Former && candidate.Definite)
            return;
        entry.Roles.RemoveAll(r => of is not null && r.Of is null && r.Former == candidate.Former && string.Equals(Folding.Fold(r.Title), Folding.Fold(candidate.TitleText!), StringComparison.Ordinal));
        entry.Roles.Add(new RoleMention(candidate.TitleText!, of, span, candidate.Former));
    }
}
