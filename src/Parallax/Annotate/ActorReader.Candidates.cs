namespace Parallax.Annotate;

/// <content>Makes candidates of the phrases read.</content>
internal sealed partial class ActorReader
{
    private ActorCandidate? Emit(Sentence sentence, Phrase phrase, int end)
    {
        ActorCandidate? made = phrase.Pending switch
        {
            PendingUnit.Organisation => Body(sentence, phrase, end),
            PendingUnit.Noun => Nominal(sentence, phrase, end),
            PendingUnit.Title => TitleAlone(sentence, phrase, end),
            PendingUnit.Nation => NationAlone(sentence, phrase, end),
            _ => null,
        };
        if (made is null)
            return null;
        phrase.Emitted = made;
        _found.Add(made);
        if (phrase.Alias is not null && made.Key is not null)
        {
            ActorCandidate alias = New(sentence, phrase.AliasToken, phrase.AliasToken + 1, phrase.AliasToken, phrase.AliasToken + 1, MentionForm.Name, made.Kind);
            alias.Key = ActorWords.OrganisationKey(phrase.Alias, lexicon);
            alias.SameAs = made;
            alias.IsBody = true;
            alias.Class = made.Class;
            _found.Add(alias);
        }
        return made;
    }

    // "the NATO commander", "the head of the Orlan Agency": a body that is named inside what describes somebody else.
    private void EmitInner(Sentence sentence, Phrase phrase, ActorCandidate whole)
    {
        foreach (InnerBody inner in phrase.Inner!)
        {
            if (inner.First < whole.First || inner.End > whole.End || (inner.First < whole.HeadEnd && inner.End > whole.HeadFirst))
                continue;
            ActorCandidate body = Inner(sentence.Index, inner, ActorWords.Text(report, inner.First, inner.End), lexicon);
            if (body.Key != whole.Key)
                _inner.Add(body);
        }
    }

    /// <summary>The candidate of a body that is named inside another's phrase.</summary>
    public static ActorCandidate Inner(int sentence, InnerBody body, string text, ActorLexicon lexicon) => new()
    {
        Sentence = sentence,
        First = body.First,
        End = body.End,
        HeadFirst = body.First,
        HeadEnd = body.End,
        Form = MentionForm.Name,
        Kind = body.Known?.Kind ?? body.Kind,
        Country = body.Known?.Country,
        Key = body.Known is { Kind: ActorKind.Government, Country: { } seat } ? "government:" + seat : ActorWords.OrganisationKey(body.Known?.Name ?? text, lexicon),
        Class = ActorWords.BodyClass(text, body.Known?.Kind ?? body.Kind, lexicon),
        IsBody = true,
        Definite = true,
        IsInner = true,
    };

    private ActorCandidate Body(Sentence sentence, Phrase phrase, int end)
    {
        ActorCandidate body = New(sentence, phrase.Start, end, phrase.PendingFirst, phrase.PendingEnd, MentionForm.Name, phrase.Kind);
        string text = ActorWords.Text(report, phrase.PendingFirst, phrase.PendingEnd);
        body.Country = phrase.Known is null ? phrase.Country : phrase.Known.Country ?? null;
        body.Key = phrase.Known is { Kind: ActorKind.Government, Country: { } seat } ? "government:" + seat
            : phrase.Known is not null && (body.Country is null || WithoutCountry(text, body.Country) == text) ? ActorWords.OrganisationKey(phrase.Known.Name, lexicon) : ActorWords.InstitutionKey(WithoutCountry(text, body.Country), body.Country, lexicon, out _);
        body.IsBody = true;
        body.Definite = true;
        body.Class = ActorWords.BodyClass(text, phrase.Kind, lexicon);
        Copy(phrase, body);
        return body;
    }

    // "US Air Force" is the air force of that country, as "the Air Force" after it is; names that say more stay whole.
    private string WithoutCountry(string text, string? country)
    {
        string[] words = text.Split(' ');
        for (int length = Math.Min(3, words.Length - 1); country is not null && length > 0; length--)
        {
            string nation = string.Join(' ', words[..length]);
            string rest = string.Join(' ', words[length..]);
            if (ActorWords.IsForceName(rest) && (lexicon.CountryNamed(nation) ?? lexicon.Demonym(Text.Folding.Fold(nation)))?.Code == country)
                return rest;
        }
        return text;
    }

    private ActorCandidate? Nominal(Sentence sentence, Phrase phrase, int end)
    {
        ActorNoun noun = phrase.Noun!;
        // "is a NATO member", "a majority": said of somebody, not naming anybody.
        if (phrase.Indefinite && !phrase.PluralNoun && noun.Text is "member" or "ally" or "majority" or "minority" or "source" or "rival" or "candidate" or "parent" or "party" or "state" or "household" or "bank" or "school" or "chief" or "head")
            return null;
        bool turned = phrase.Start > sentence.FirstToken && _tokens[phrase.Start - 1].Lower == "turned";
        if (!phrase.HasAnything && !phrase.PluralNoun && !turned && !(noun.IsBody && noun.Text is "police" or "parliament" or "authorities" or "congress" or "opposition"))
            return null;
        ActorCandidate nominal = New(sentence, phrase.Start, end, phrase.PendingFirst, phrase.NounEnd, MentionForm.Nominal, noun.Kind);
        nominal.Noun = noun.Text;
        nominal.Class = noun.Class;
        nominal.Plural = phrase.PluralNoun;
        nominal.IsBody = noun.IsBody;
        nominal.Definite = phrase.Definite || phrase.Of is not null;
        nominal.Country = phrase.Country ?? (noun.Text == "counterpart" ? phrase.Members.Select(CountryOfPeople).FirstOrDefault(code => code is not null) : null);
        Copy(phrase, nominal);
        if (phrase.Absorbed is { } absorbed && noun.IsBody && !phrase.Indefinite && !phrase.PluralNoun && (noun.Kind == ActorKind.Outlet ? absorbed.Kind == ActorKind.Outlet : noun.Text is "alliance" or "bloc" or "military alliance" or "refugee agency" or "agency" && absorbed.Kind is not ActorKind.Outlet))
        {
            // "the TASS news agency" is TASS, "the NATO alliance" is NATO.
            nominal.Key = ActorWords.OrganisationKey(absorbed.Name, lexicon);
            nominal.Kind = absorbed.Kind;
            nominal.Members.Clear();
            nominal.Country = absorbed.Country;
        }
        else if (noun.IsBody && !phrase.Indefinite && phrase.Number is null && phrase.Country is not null && ActorWords.IsInstitution(noun))
        {
            nominal.Key = ActorWords.InstitutionKey(noun.Text, phrase.Country, lexicon, out _);
            nominal.Form = char.IsUpper(_tokens[phrase.NounEnd - 1].Text[0]) ? MentionForm.Name : MentionForm.Nominal;
        }
        else if (!noun.IsBody && !phrase.PluralNoun && noun.Class is not "ally")
            nominal.Kind = noun.Text is "minority" or "majority" or "family" or "crowd" or "mob" or "population" or "community" or "public" or "gang" or "faction" or "delegation" or "cartel" or "elite" or "unit" or "force" or "contingent" or "battalion" or "brigade" or "regiment" or "division" or "garrison" or "junta" or "household" or "crew"
                || noun.Text.EndsWith(" group", StringComparison.Ordinal) || noun.Text.EndsWith(" gang", StringComparison.Ordinal) || noun.Text.EndsWith(" team", StringComparison.Ordinal) ? noun.Kind : ActorKind.Person;
        return nominal;
    }

    // An officeholder's counterpart holds office in a state: "his Armenian counterpart" is Armenia's, whatever else the people's name means.
    private string? CountryOfPeople(string member) => lexicon.Demonym(member)?.Code;

    private ActorCandidate? TitleAlone(Sentence sentence, Phrase phrase, int end)
    {
        if (phrase.Title!.Class == "honorific" || (!phrase.HasAnything && phrase.Of is null))
            return null;
        ActorCandidate nominal = New(sentence, phrase.Start, end, phrase.TitleFirst, phrase.TitleEnd, MentionForm.Nominal, ActorKind.Person);
        nominal.Noun = phrase.Title.Text;
        nominal.Class = phrase.Title.Class;
        nominal.Definite = phrase.Definite || (!phrase.Indefinite && (phrase.Of is not null || phrase.Country is not null));
        nominal.Country = phrase.Country;
        SetTitle(phrase, nominal);
        Copy(phrase, nominal);
        return nominal;
    }

    private static ActorCandidate? NationAlone(Sentence sentence, Phrase phrase, int end)
    {
        NationUnit nation = phrase.Nation!;
        if (nation.IsPlural || (nation.IsAdjective && nation.CanBePeople && phrase is { Definite: true, Possessor: null, Of: null } && phrase.Start + 1 == nation.First))
        {
            ActorCandidate people = New(sentence, phrase.Start, end, nation.First, nation.End, MentionForm.Nominal, ActorKind.Group);
            people.Noun = "people";
            people.Class = "people";
            people.Plural = true;
            people.Definite = phrase.Definite;
            people.Country = phrase.Country;
            Copy(phrase, people);
            if (nation.Member is not null && !people.Members.Contains(nation.Member))
                people.Members.Add(nation.Member);
            return people;
        }
        if (nation.IsAdjective)
            return null;
        ActorCandidate state = New(sentence, phrase.Start, end, nation.First, nation.End, MentionForm.Name, ActorKind.Government);
        state.Country = nation.Country;
        state.Key = "government:" + nation.Country;
        state.IsToponym = true;
        state.IsBody = true;
        state.Class = "government";
        state.Definite = true;
        return state;
    }

    // "the Rao administration": a body that goes by the name of who heads it.
    private bool EmitHeaded(Sentence sentence, Phrase phrase, int nameFirst, int nameEnd, NameStrength strength, IReadOnlyList<string> parts)
    {
        if (nameEnd >= sentence.EndToken || phrase.HasPending || nameEnd - nameFirst > 2 || lexicon.NounAt(_tokens, nameEnd, sentence.EndToken, out bool plural) is not { Words: 1 } noun || plural
            || noun.Text is not ("administration" or "government" or "regime" or "cabinet" or "presidency") || _tokens[nameEnd].Tag is not (Upos.Noun or Upos.Propn))
            return false;
        // "Trump administration officials": people of the body.
        if (nameEnd + 1 < sentence.EndToken && ActorWords.IsNounLike(_tokens[nameEnd + 1]) && _tokens[nameEnd + 1].Relation is not ("nsubj" or "nsubj:pass" or "obj" or "obl"))
            return false;
        ActorCandidate body = New(sentence, phrase.Start, nameEnd + 1, nameFirst, nameEnd + 1, MentionForm.Name, ActorKind.Government);
        body.Key = "organisation:" + Text.Folding.Fold(_tokens[nameEnd - 1].Text) + " " + noun.Text;
        body.Class = "government";
        body.IsBody = true;
        body.Definite = true;
        _found.Add(body);
        _inner.Add(new ActorCandidate
        {
            Sentence = sentence.Index,
            First = nameFirst,
            End = nameEnd,
            HeadFirst = nameFirst,
            HeadEnd = nameEnd,
            Form = MentionForm.Name,
            Kind = ActorKind.Person,
            Name = parts,
            Strength = strength,
            Definite = true,
            IsInner = true,
        });
        phrase.Emitted = body;
        phrase.FinishAt(nameEnd + 1);
        return true;
    }

    private void EmitPerson(Sentence sentence, Phrase phrase, int nameFirst, int nameEnd, NameStrength strength, IReadOnlyList<string> parts)
    {
        if (EmitHeaded(sentence, phrase, nameFirst, nameEnd, strength, parts))
            return;
        bool titled = phrase.Pending == PendingUnit.Title;
        bool described = phrase.Pending == PendingUnit.Noun && !phrase.PluralNoun && !phrase.Noun!.IsBody;
        if (!titled && !described && phrase.HasPending)
            phrase.AbsorbPending(this);
        // "Alhaji Lai Mohammed" is Lai Mohammed.
        int styles = 0;
        while (styles + 1 < parts.Count && nameEnd - nameFirst == parts.Count && ActorWords.IsStyle(parts[styles].ToLowerInvariant()))
            styles++;
        ActorCandidate person = New(sentence, titled || described || phrase.Of is not null ? phrase.Start : nameFirst, nameEnd, nameFirst + styles, nameEnd, MentionForm.Name, ActorKind.Person);
        person.Name = styles > 0 ? [.. parts.Skip(styles)] : parts;
        person.Strength = titled || described || styles > 0 ? NameStrength.Strong : strength;
        person.Country = phrase.Country;
        person.Definite = true;
        if (titled)
            SetTitle(phrase, person);
        else if (described)
        {
            person.Class = phrase.Noun!.Class;
            person.TitleText = ActorWords.Text(report, phrase.PendingFirst, phrase.NounEnd);
            person.Noun = phrase.Noun.Text;
        }
        Copy(phrase, person);
        _found.Add(person);
        phrase.Emitted = person;
        phrase.FinishAt(nameEnd);
        // "Kurti's government": the rest of the phrase belongs to him.
        if (nameEnd < sentence.EndToken && ActorWords.IsPossessive(_tokens[nameEnd]))
            person.IsPossessor = true;
    }

    private void SetTitle(Phrase phrase, ActorCandidate candidate)
    {
        candidate.Title = phrase.Title;
        // "acting Interior Minister" holds the office for somebody: another role than the minister's.
        int first = phrase.TitleFirst > 0 && _tokens[phrase.TitleFirst - 1].Lower is "acting" or "interim" or "caretaker" && phrase.Title!.Class != "honorific" ? phrase.TitleFirst - 1 : phrase.TitleFirst;
        candidate.TitleText = ActorWords.Text(report, first, phrase.TitleEnd);
        candidate.Class = phrase.Title!.Class == "honorific" ? null : phrase.Title.Class;
        candidate.Noun ??= phrase.Title.Class == "honorific" ? null : phrase.Title.Text;
        candidate.IsBody = false;
    }

    private static void Copy(Phrase phrase, ActorCandidate candidate)
    {
        candidate.Of = phrase.Of;
        candidate.OwnerEnd = phrase.OwnerEnd;
        candidate.Former = phrase.Former;
        candidate.Possessor = phrase.Possessor;
        candidate.Number = phrase.Number;
        candidate.Additional = phrase.Additional;
        candidate.Indefinite = phrase.Indefinite;
        candidate.Incoming = phrase.Incoming;
        candidate.Age = phrase.Age;
        foreach (string member in phrase.Members)
        {
            if (!candidate.Members.Contains(member))
                candidate.Members.Add(member);
        }
    }

    private static ActorCandidate New(Sentence sentence, int first, int end, int headFirst, int headEnd, MentionForm form, ActorKind kind) => new()
    {
        Sentence = sentence.Index,
        First = first,
        End = end,
        HeadFirst = headFirst,
        HeadEnd = headEnd,
        Form = form,
        Kind = kind,
    };

    internal static void AddMember(Phrase phrase, string member)
    {
        if (!phrase.Members.Contains(member))
            phrase.Members.Add(member);
    }
}
