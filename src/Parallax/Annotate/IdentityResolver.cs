using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Decides which candidates of one report are actors and which of them are the same. Likeness of spelling is never identity: names meet
/// only through equal keys, titles and given-name variants.
/// </summary>
internal sealed partial class IdentityResolver
{
    private const int PersonMemory = 400;

    // Nobody has more; a text that gives one name ever new roles must not make each a search through all.
    private const int MostRoles = 64;

    private readonly ActorLexicon _lexicon;
    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<ActorCandidate> _candidates;
    private readonly List<IdentityEntry> _entries = [];
    private readonly Dictionary<string, List<IdentityEntry>> _byPart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IdentityEntry> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IdentityEntry>> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IdentityEntry>> _institutions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IdentityEntry?> _byInitials = new(StringComparer.Ordinal);
    private readonly NameEvidence _evidence;
    private readonly PronounResolver _pronouns;
    private IdentityEntry? _left;

    public IdentityResolver(ActorLexicon lexicon, SpeechCues cues, PronounModel pronouns, AnnotatedReport report, List<ActorCandidate> candidates, PronounTeacher? teacher)
    {
        _lexicon = lexicon;
        _report = report;
        _tokens = report.Tokens;
        _candidates = candidates;
        _evidence = new NameEvidence(lexicon, cues, report, candidates);
        _pronouns = new PronounResolver(lexicon, cues, pronouns, report, _evidence, teacher);
    }

    /// <summary>Gives every candidate its actor; the actors come back in order of their first mention.</summary>
    public List<IdentityEntry> Resolve()
    {
        _evidence.Weigh();
        _pronouns.Enter(_candidates);
        // Pronouns join the candidates, so that those left open are listed too.
        _candidates.AddRange(_pronouns.Collect());
        List<ActorCandidate> all = [.. _candidates.Where(c => !c.Dropped)];
        all.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        ActorCandidate? previous = null, earlier = null;
        for (int i = 0; i < all.Count; i++)
        {
            ActorCandidate candidate = all[i];
            if (candidate.Form == MentionForm.Pronoun)
                _pronouns.Resolve(candidate, _entries);
            else
            {
                ActorCandidate? apposed = previous is not null && IsApposition(previous, candidate) ? previous : Identified(earlier, previous, candidate);
                ActorCandidate? alias = apposed is null && previous is not null && IsAlias(previous, candidate) ? previous : null;
                IdentityEntry entry = apposed is not null ? Appose(apposed, candidate) : alias is not null ? TakeAlias(_entries[alias.Actor], candidate) : EntryFor(candidate);
                Attach(entry, candidate, apposed is not null);
                NoteChange(entry, candidate);
                NoteAttacker(entry, candidate);
                _pronouns.Note(candidate);
                // An owner inside ("the union's chief, X") does not come between.
                if (previous is null || candidate.End > Math.Max(previous.End, previous.OwnerEnd))
                    (earlier, previous) = (previous, candidate);
            }
        }
        return _entries;
    }

    /// <summary>"X, the mayor of Y," and "the mayor of Y, X,".</summary>
    private bool IsApposition(ActorCandidate first, ActorCandidate second)
    {
        if (first.Sentence != second.Sentence || first.Kind != ActorKind.Person || second.Kind != ActorKind.Person || first.Plural || second.Plural || first.IsPossessor || second.Possessor == "whose")
            return false;
        if (first.Actor < 0 || _evidence.InQuote(first.First) != _evidence.InQuote(second.First))
            return false;
        // "the brother of Senator X, Y,": the owner's name stands between.
        int firstEnd = Math.Max(first.End, first.OwnerEnd);
        if (second.First < firstEnd)
            return false;
        bool turned = second.First == firstEnd + 1 && _tokens[firstEnd].Lower == "turned";
        if (turned)
            return true;
        if (second.First == firstEnd + 1 && _tokens[firstEnd].Lower == "as" && first.Form == MentionForm.Name && second.Form == MentionForm.Nominal && IsAppointed(first))
            return true;
        if (second.First != firstEnd + 1 || _tokens[firstEnd].Text is not ("," or "(" or "–" or "—"))
            return second.First == firstEnd && firstEnd == first.End && first.Form == MentionForm.Nominal && second.Form == MentionForm.Name && second.Title is null;
        bool oneName = first.Form == MentionForm.Name != (second.Form == MentionForm.Name);
        if (!oneName)
            return false;
        int sentenceEnd = _report.Sentences[second.Sentence].EndToken;
        string after = second.End < sentenceEnd ? _tokens[second.End].Lower : ".";
        if (second.Form == MentionForm.Nominal)
            return second.Title is not null || second.Noun is not null ? after is "," or "." or ";" or ")" or "who" or "turned" or "—" or "–" or "in" or "at" or "of" or "for" or "to" or "from" or "with" or "and" or "on" : false;
        // "the minister, X, said": a name closed by a comma, or the subject of a verb.
        return after is "," or ")" or "—" or "–" or "." || (second.End < sentenceEnd && _tokens[second.End].Tag is Upos.Verb or Upos.Aux && first.Title is not null);
    }

    // "named X as the group's leader": what the verb makes of X.
    private bool IsAppointed(ActorCandidate person)
    {
        for (int i = person.First; i < person.End; i++)
        {
            if (_tokens[i].Head is >= 0 and int verb && (verb < person.First || verb >= person.End))
                return _tokens[i].Relation is "obj" or "iobj" or "xcomp" or "nsubj:pass" && _tokens[verb].Lemma is "name" or "appoint" or "install" or "elect" or "identify" or "nominate" or "designate" or "introduce" or "describe" or "pick" or "unveil" or "proclaim" or "declare";
        }
        return false;
    }

    private IdentityEntry Appose(ActorCandidate first, ActorCandidate second)
    {
        IdentityEntry entry = _entries[first.Actor];
        if (second.Form != MentionForm.Name)
        {
            // "X was identified as the attacker", who was told of before.
            if (FindAttacker(second) is { } attacker && !ReferenceEquals(attacker, entry) && !attacker.IsNamed)
                HandOver(attacker, entry);
            return entry;
        }
        IdentityEntry? known = FindPerson(second);
        if (entry is { IsNamed: true, Surname: not null } && !ReferenceEquals(known, entry))
            return TakeBack(first, entry, known ?? NewPerson(second));
        if (known is null)
        {
            SetName(entry, second);
            return entry;
        }
        // The description was read first and made an entry of its own; hand its mentions to the person.
        if (!ReferenceEquals(known, entry))
            HandOver(entry, known);
        return known;
    }

    private void HandOver(IdentityEntry entry, IdentityEntry known)
    {
        foreach (ActorCandidate mention in entry.Mentions.ToArray())
        {
            mention.Actor = known.Index;
            known.Mentions.Add(mention);
        }
        known.Roles.AddRange(entry.Roles.Take(MostRoles - known.Roles.Count));
        known.RoleNouns.AddRange(entry.RoleNouns.Take(MostRoles - known.RoleNouns.Count));
        known.Country ??= entry.Country;
        Learn(known.FormerNouns, entry.FormerNouns);
        Learn(known.IncomingNouns, entry.IncomingNouns);
        if (entry.Age != '-')
            known.Age = entry.Age;
        entry.Mentions.Clear();
        if (_attackers.Remove(entry) && !_attackers.Contains(known))
            _attackers.Add(known);
    }

    /// <summary>"The minister, X": the description had been taken for another person, who has a name already and stays who he is.</summary>
    private IdentityEntry TakeBack(ActorCandidate description, IdentityEntry from, IdentityEntry person)
    {
        TextSpan at = TextSpan.FromBounds(_tokens[description.First].Span.Start, _tokens[description.End - 1].Span.End);
        from.Mentions.Remove(description);
        description.Actor = person.Index;
        person.Mentions.Add(description);
        RoleMention[] roles = [.. from.Roles.Where(r => r.Span.Start >= at.Start && r.Span.End <= at.End)];
        from.Roles.RemoveAll(roles.Contains);
        person.Roles.AddRange(roles.Take(MostRoles - person.Roles.Count));
        return person;
    }

    private IdentityEntry NewPerson(ActorCandidate name)
    {
        IdentityEntry person = Add(new IdentityEntry(ActorKind.Person));
        string[] parts = [.. NameEvidence.RealParts(name.Name)];
        person.IsRelative = parts.Length > 1 && _byPart.TryGetValue(NameVariants.SurnameKey(parts[^1]), out List<IdentityEntry>? family)
            && family.Take(PersonMemory).Any(e => e.Mentions.Count > 0 && (IsKin(name) || IsJoinedTo(e, name)));
        SetName(person, name);
        return person;
    }

    private IdentityEntry EntryFor(ActorCandidate candidate)
    {
        TakeSetting(candidate);
        if (candidate.Key is not null)
            return Keyed(candidate);
        if (candidate.Kind == ActorKind.Person && candidate.Form == MentionForm.Name)
        {
            return FindPerson(candidate) ?? NewPerson(candidate);
        }
        if (candidate.Possessor is "its" or "his" or "her" or "their" or "whose")
            _pronouns.ResolvePossessor(candidate, _entries);
        IdentityEntry? same = candidate.Kind == ActorKind.Person ? FindRole(candidate) ?? FindAttacker(candidate) ?? FindSameNoun(candidate) : FindInstitution(candidate) ?? FindBody(candidate) ?? FindGroup(candidate);
        return same ?? Describe(candidate);
    }

    private IdentityEntry Keyed(ActorCandidate candidate)
    {
        if (_byKey.TryGetValue(candidate.Key!, out IdentityEntry? entry))
            return entry;
        if (candidate.SameAs is { Actor: >= 0 } full)
            return _byKey[candidate.Key!] = _entries[full.Actor];
        if (ByInitials(candidate) is { } spelledOut)
            return _byKey[candidate.Key!] = spelledOut;
        if (candidate.Form == MentionForm.Nominal && candidate.IsBody && FindGroup(candidate) is { } described && described.Key is null)
            entry = described;
        entry ??= Add(new IdentityEntry(candidate.Kind));
        entry.Key = candidate.Key;
        _byKey[candidate.Key!] = entry;
        NoteInitials(entry, candidate);
        NoteInstitution(entry, candidate.Key!);
        return entry;
    }

    /// <summary>"the police" after "Kosovo police": the one institution of that kind spoken of, or the last where there are more.</summary>
    private IdentityEntry? FindInstitution(ActorCandidate candidate)
    {
        if (!candidate.IsBody || candidate.Noun is null || candidate.Members.Count > 0 || candidate.Number is not null || candidate.Possessor is not null || candidate.Of is not null)
            return null;
        ActorWords.InstitutionKey(candidate.Noun, null, _lexicon, out string plain);
        if (!_institutions.TryGetValue(plain, out List<IdentityEntry>? list))
            return null;
        IdentityEntry latest = list.MaxBy(e => e.LastSentence)!;
        return list.Count == 1 || candidate.Sentence - latest.LastSentence <= 1 ? latest : null;
    }

    private void NoteInstitution(IdentityEntry entry, string key)
    {
        string[] parts = key.Split(':');
        if (parts.Length != 3 || parts[0] != "institution")
            return;
        if (!_institutions.TryGetValue(parts[1], out List<IdentityEntry>? list))
            _institutions[parts[1]] = list = [];
        list.Add(entry);
    }

    private IdentityEntry Describe(ActorCandidate candidate)
    {
        IdentityEntry entry = Add(new IdentityEntry(candidate.Kind));
        entry.Noun = candidate.Noun;
        entry.Plural = candidate.Plural;
        entry.Number = candidate.Number;
        entry.Additional = candidate.Additional;
        entry.Of = candidate.Country is null ? candidate.Of : null;
        entry.Members.AddRange(candidate.Members);
        if (candidate.Class is not null)
        {
            string slot = ClassSlot(candidate);
            if (!_byClass.TryGetValue(slot, out List<IdentityEntry>? list))
                _byClass[slot] = list = [];
            list.Add(entry);
        }
        return entry;
    }

    private static string ClassSlot(ActorCandidate candidate) => (candidate.IsBody ? "body:" : candidate.Kind == ActorKind.Person ? "person:" : "group:") + candidate.Class;

    private IdentityEntry Add(IdentityEntry entry)
    {
        entry.Index = _entries.Count;
        _entries.Add(entry);
        return entry;
    }

    private void SetName(IdentityEntry entry, ActorCandidate candidate)
    {
        string[] keys = [.. NameEvidence.RealParts(candidate.Name).Select(NameVariants.SurnameKey).Where(k => k.Length > 0)];
        if (keys.Length == 0)
            return;
        entry.IsNamed = true;
        if (keys.Length > 1 || entry.Surname is null)
            entry.Surname = keys[^1];
        if (keys.Length > 1)
        {
            entry.Given ??= NameEvidence.RealParts(candidate.Name).First();
            char gender = _lexicon.Given.Gender(entry.Given);
            if (entry.Gender == '-')
                entry.Gender = gender;
        }
        string[] plain = PlainKeys(candidate.Name);
        if (plain.Length > 0)
            entry.PlainSurname = plain[^1];
        foreach (string key in keys.Concat(plain))
        {
            if (!entry.PartKeys.Add(key))
                continue;
            if (!_byPart.TryGetValue(key, out List<IdentityEntry>? list))
                _byPart[key] = list = [];
            list.Add(entry);
        }
    }

    private IdentityEntry? FindPerson(ActorCandidate candidate)
    {
        string[] parts = [.. NameEvidence.RealParts(candidate.Name)];
        string[] keys = [.. parts.Select(NameVariants.SurnameKey).Where(k => k.Length > 0)];
        char age = candidate.Age;
        if (age != '-' && keys.Length == 1 && _byPart.TryGetValue(keys[0], out List<IdentityEntry>? family) && Latest(family, e => e.Age == age && e.Surname == keys[0], candidate) is { } relative)
            return relative;
        if (keys.Length > 1 && _byPart.TryGetValue(NameVariants.SurnameKey(string.Concat(parts)), out List<IdentityEntry>? joined) && Latest(joined, _ => true, candidate) is { } hyphenated)
            return hyphenated;
        string[] plain = PlainKeys(candidate.Name);
        if (keys.Length > 0 && plain.Length > 0 && !_byPart.ContainsKey(keys[^1]) && _byPart.ContainsKey(plain[^1]))
            keys[^1] = plain[^1];
        if (keys.Length == 0 || !_byPart.TryGetValue(keys[^1], out List<IdentityEntry>? list))
            return keys.Length > 1 && _byPart.TryGetValue(keys[0], out List<IdentityEntry>? firsts) ? Latest(firsts, e => keys.All(e.PartKeys.Contains), candidate) : null;
        if (keys.Length == 1)
        {
            // "President Kabanda" is the Kabanda who was called president, not the one spoken of last.
            string? role = candidate.Title is { Class: not "honorific" } title ? title.Text : null;
            return (role is null ? null : Latest(list, e => IsSurname(e, keys[0]) && e.RoleNouns.Any(r => r == role || IsRole(r, role)), candidate))
                ?? ByGender(list, keys[0], candidate)
                ?? Latest(list, e => IsSurname(e, keys[0]) && !e.IsRelative, candidate) ?? Latest(list, e => IsSurname(e, keys[0]), candidate) ?? Latest(list, _ => true, candidate);
        }
        IdentityEntry? same = Latest(
            list, e => IsSurname(e, keys[^1]) && (e.Given is null ? !IsBeside(e, candidate, parts[0]) : _lexicon.Given.AreVariants(e.Given, parts[0])) && RolesAgree(e, candidate), candidate);
        if (same is not null)
        {
            SetName(same, candidate);
            return same;
        }
        return Latest(list, e => keys.All(e.PartKeys.Contains) || e.PartKeys.Count > 1 && e.PartKeys.All(keys.Contains), candidate);
    }

    private static bool IsSurname(IdentityEntry entry, string key) => entry.Surname == key || entry.PlainSurname == key;

    // "Brückner" is also "Brueckner"; where the signs are written out, nothing else is given up ("Manuel" is not "Manül").
    private static string[] PlainKeys(IReadOnlyList<string> name)
    {
        string[] parts = [.. NameEvidence.RealParts(name)];
        return parts.Length > 0 && NameVariants.WrittenOut(parts[^1]) is { } spelled ? [NameVariants.SurnameKey(spelled)] : [];
    }

    // Of several that fit, the one spoken of last; a title of another country excludes.
    private static IdentityEntry? Latest(List<IdentityEntry> list, Func<IdentityEntry, bool> fits, ActorCandidate candidate)
    {
        IdentityEntry? best = null;
        int seen = 0;
        for (int i = list.Count - 1; i >= 0 && seen < PersonMemory; i--, seen++)
        {
            IdentityEntry entry = list[i];
            if (entry.Mentions.Count == 0 || !fits(entry) || !GenderAgrees(entry, candidate))
                continue;
            if (best is null || entry.LastSentence > best.LastSentence)
                best = entry;
        }
        return best;
    }

    private static bool GenderAgrees(IdentityEntry entry, ActorCandidate candidate)
    {
        char gender = candidate.Title?.Gender ?? '-';
        return gender == '-' || entry.Gender == '-' || entry.Gender == gender;
    }

    private static bool RolesAgree(IdentityEntry entry, ActorCandidate candidate) =>
        candidate.Country is null || entry.Country is null || candidate.Country == entry.Country || candidate.Title is null || entry.RoleNouns.Count == 0
        || !entry.RoleNouns.Contains(candidate.Title.Text);

    private void Attach(IdentityEntry entry, ActorCandidate candidate, bool apposed)
    {
        candidate.Actor = entry.Index;
        entry.Mentions.Add(candidate);
        entry.LastSentence = entry.LastCalled = candidate.Sentence;
        entry.Country ??= candidate.Country;
        entry.Class = entry.Class is null || (candidate.Form == MentionForm.Name && candidate.Title is not null) ? candidate.Class ?? entry.Class : entry.Class;
        entry.IsBody |= candidate.IsBody;
        entry.Plural |= candidate.Plural;
        entry.Number ??= candidate.Number;
        if (candidate.Form == MentionForm.Name)
            entry.IsNamed = true;
        if (entry.Kind == ActorKind.Organisation && candidate.Kind is ActorKind.ArmedForce or ActorKind.Police && candidate.Key == entry.Key)
        {
            entry.Kind = candidate.Kind;
            entry.Class = candidate.Class;
        }
        if (candidate.Kind != ActorKind.Person && (entry.Members.Count == 0 || candidate.Form == MentionForm.Nominal))
            entry.Members.AddRange(candidate.Members.Where(m => !entry.Members.Contains(m)));
        if (entry.Kind == ActorKind.Person && candidate.Title is { Gender: not '-' } title)
            entry.Gender = title.Gender;
        else if (entry is { Kind: ActorKind.Person, Gender: '-' } && candidate is { Plural: false, Noun: { } noun })
            entry.Gender = GenderOf(noun);
        AddNames(entry, candidate);
        if (entry.Kind == ActorKind.Person && candidate.TitleText is not null && candidate.Title?.Class != "honorific")
            AddRole(entry, candidate);
        _ = apposed;
    }

    private void AddNames(IdentityEntry entry, ActorCandidate candidate)
    {
        string head = ActorWords.Text(_report, candidate.HeadFirst, candidate.HeadEnd);
        // An institution is named with its country: "Russian Foreign Ministry".
        if (candidate.Key is not null && candidate.Key.StartsWith("institution:", StringComparison.Ordinal) && candidate.Members.Count > 0)
            head = TrimDeterminer(ActorWords.Text(_report, candidate.First, candidate.HeadEnd));
        if (candidate.Form == MentionForm.Name)
        {
            if (!entry.Names.Contains(head))
                entry.Names.Add(head);
            return;
        }
        string full = ActorWords.Text(_report, candidate.First, candidate.End);
        // How many there were is no part of the name: "about 40 fighters" are fighters when they are spoken of again.
        string plain = ActorDescription.Bare(TrimDeterminer(full));
        if (plain.Length > entry.Description.Length && entry.Description.Length == 0 || candidate.Members.Count > 0 && entry.Mentions.Count <= 2 && plain.Length > entry.Description.Length && plain.Length < 60)
            entry.Description = plain;
    }

    private static string TrimDeterminer(string text)
    {
        foreach (string article in (ReadOnlySpan<string>)["the ", "a ", "an ", "The ", "A ", "An ", "its ", "his ", "her ", "their ", "whose "])
        {
            if (text.StartsWith(article, StringComparison.Ordinal))
                return text[article.Length..];
        }
        return text;
    }
}
