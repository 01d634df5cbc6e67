using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>
/// Reads the phrases that may name actors off the tokens of one report, left to right: determiner, modifiers, title or noun, name.
/// Every token is looked at a bounded number of times.
/// </summary>
internal sealed partial class ActorReader(ActorLexicon lexicon, AnnotatedReport report)
{
    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly NameReader _names = new(lexicon, report);
    private readonly List<ActorCandidate> _found = [];
    private readonly List<ActorCandidate> _inner = [];

    /// <summary>All candidates in text order.</summary>
    public List<ActorCandidate> Read()
    {
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            _names.Enter(sentence);
            int at = sentence.FirstToken;
            while (at < sentence.EndToken)
            {
                int next = ReadPhrase(sentence, at);
                at = Math.Max(next, at + 1);
            }
        }
        _found.AddRange(_inner);
        return _found;
    }

    private int ReadPhrase(Sentence sentence, int start)
    {
        int end = sentence.EndToken;
        Phrase phrase = new(start);
        int at = start;
        if (_found.Count > 0 && _found[^1] is { Kind: ActorKind.Person, Form: MentionForm.Name } owner && owner.End == start && ActorWords.IsPossessive(_tokens[start]))
        {
            // "Minister Karimov's driver": the person read before owns somebody else.
            if (start + 1 >= end || LeadsToPlainNoun(start + 1, end) is false)
                return start + 1;
            phrase.Restart(start + 1, start + 1, ActorWords.Text(report, owner.HeadFirst, owner.HeadEnd), null, null);
            at = start + 1;
        }
        at = Determiner(at, end, phrase);
        while (at < end)
        {
            Token token = _tokens[at];
            if (ActorWords.IsPossessive(token) && phrase.HasPending)
            {
                Possess(sentence, phrase, at);
                at++;
                continue;
            }
            int next = ReadUnit(sentence, at, end, phrase);
            if (next == at)
                break;
            at = next;
            if (phrase.Finished)
                break;
        }
        int after = phrase.Finished ? phrase.PhraseEnd : Finish(sentence, phrase, at);
        if (phrase is { Inner: not null, Emitted: { } whole })
            EmitInner(sentence, phrase, whole);
        // The acronym was read with what it stands for.
        if (phrase.AliasToken >= after)
            return phrase.AliasToken + 1;
        return Math.Max(after, at > start ? at : start + 1);
    }

    /// <summary>Reads "the", "two", "hundreds of", "its" and the like.</summary>
    private int Determiner(int at, int end, Phrase phrase)
    {
        int start = at;
        while (at < end && at - start < 8)
        {
            Token token = _tokens[at];
            string lower = token.Lower;
            if (lower is "the" or "this" or "these" or "those")
                phrase.Definite = true;
            else if (lower is "its" or "his" or "her" or "their" or "our" or "my" or "your" or "whose")
            {
                phrase.Definite = true;
                phrase.Possessor = lower;
            }
            else if (lower is "a" or "an")
                phrase.Indefinite = true;
            else if (lower is "more" or "another" or "other" && at + 1 < end && ActorWords.IsNounLike(_tokens[at + 1]))
                phrase.Additional = true;
            else if (ActorWords.IsNumber(token) && !(at == start && token.Lower is "second" && at + 1 < end))
                phrase.Number = lower;
            // "a group of armed men" names the men.
            else if (phrase.Indefinite && lower is "group" or "band" or "crowd" or "mob" or "gang" or "team" or "pair" or "trio" && at + 2 < end && _tokens[at + 1].Lower == "of" && CountsPeople(at + 2, end))
                phrase.Number = lower;
            else if (lower is "of" && phrase.Number is not null && at > start && (ActorWords.IsQuantityNoun(_tokens[at - 1].Lower) || _tokens[at - 1].Lower is "band" or "mob" or "gang" or "team" or "pair" or "trio"))
            {
                at++;
                continue;
            }
            else if (lower is "more" or "than" or "about" or "around" or "some" or "at" or "least" or "nearly" or "almost" or "over" or "up" or "to" or "least"
                && ActorWords.LeadsToNumber(_tokens, at, end))
            {
                at++;
                continue;
            }
            else
                break;
            at++;
        }
        return at;
    }

    /// <summary>Whether people in the plural come within the next words: "of about 50 masked men".</summary>
    private bool CountsPeople(int at, int end)
    {
        for (int i = at; i < end && i < at + 6; i++)
        {
            if (lexicon.NounAt(_tokens, i, end, out bool plural) is { IsBody: false } && plural && ActorWords.CanBeNoun(_tokens, i, 1))
                return true;
            if (_tokens[i].Tag is not (Upos.Adj or Upos.Num or Upos.Adv or Upos.Adp or Upos.Det or Upos.Propn or Upos.Noun) || _tokens[i].Lower is "in" or "at" or "from" or "of" or "with")
                return false;
        }
        return false;
    }

    /// <summary>Whether an actor noun or title comes within the next words, behind modifiers only.</summary>
    private bool LeadsToPlainNoun(int at, int end)
    {
        for (int i = at; i < end && i < at + 4; i++)
        {
            if (char.IsUpper(_tokens[i].Text[0]))
                return false;
            if (lexicon.NounAt(_tokens, i, end, out _) is not null || lexicon.TitleAt(_tokens, i, end, out _) is not null)
                return true;
            if (_tokens[i].Tag is not (Upos.Adj or Upos.Noun or Upos.Num))
                return false;
        }
        return false;
    }

    private int ReadUnit(Sentence sentence, int at, int end, Phrase phrase)
    {
        Token token = _tokens[at];
        if (!char.IsLetterOrDigit(token.Text[0]))
            return at;
        string? compound = ActorWords.LedBy(token);
        if (compound is not null)
        {
            AddMember(phrase, compound);
            phrase.Advance(at + 1);
            return at + 1;
        }
        if (_names.OrganisationAt(at, end, out KnownOrganisation? known, out int words, out ActorKind kind) && !StartsTitle(at, words, end))
        {
            phrase.AbsorbPending(this);
            phrase.SetOrganisation(at, at + words, known, kind);
            return ReadDefinition(at + words, end, phrase);
        }
        ActorTitle? title = lexicon.TitleAt(_tokens, at, end, out bool pluralTitle);
        ActorNoun? noun = lexicon.NounAt(_tokens, at, end, out bool pluralNoun);
        if (title is not null && (noun is null || title.Words >= noun.Words) && !pluralTitle && TakeTitle(title, at, end, phrase, noun))
            return ReadTitle(sentence, title, at, end, phrase);
        if (noun is not null && ActorWords.CanBeNoun(_tokens, at, noun.Words))
        {
            phrase.AbsorbPending(this);
            phrase.SetNoun(at, at + noun.Words, noun, pluralNoun);
            return at + noun.Words;
        }
        if (_names.NationAt(at, end, out NationUnit? nation))
        {
            phrase.AbsorbPending(this);
            phrase.SetNation(nation!);
            // "Kosovo and Serbian leaders": two nations before one noun.
            int then = nation!.End;
            if (then + 1 < end && _tokens[then].Lower is "and" && _names.NationAt(then + 1, end, out NationUnit? second) && !second!.IsPlural && !nation.IsPlural
                && second.End < end && lexicon.NounAt(_tokens, second.End, end, out bool plural) is { } shared && plural && ActorWords.CanBeNoun(_tokens, second.End, shared.Words))
            {
                phrase.AbsorbPending(this);
                phrase.SetNation(second);
                phrase.AbsorbPending(this);
                return second.End;
            }
            return then;
        }
        int nameEnd = _names.PersonAt(at, end, afterTitle: false, out NameStrength strength, out IReadOnlyList<string> parts);
        if (nameEnd > at)
        {
            EmitPerson(sentence, phrase, at, nameEnd, strength, parts);
            return phrase.PhraseEnd;
        }
        // After a head only another noun can go on: "police fired tear gas" is no noun phrase, "police car" is.
        bool mayGoOn = phrase.Pending switch
        {
            PendingUnit.None => true,
            PendingUnit.Noun => (!phrase.PluralNoun || phrase.Noun!.IsBody) && token.Tag is Upos.Noun,
            _ => token.Tag is Upos.Noun or Upos.Adj or Upos.Num || lexicon.IsModifier(token.Lower),
        };
        if (mayGoOn && ActorWords.IsModifier(token, lexicon, phrase.HasAnything || phrase.HasPending, at + 1 < end ? _tokens[at + 1] : null))
        {
            phrase.AbsorbPending(this);
            if (!phrase.HasAnything && at + 1 < end && ActorWords.IsNumber(_tokens[at + 1]))
                return at;
            if (ActorWords.IsNumber(token))
                phrase.Number = token.Lower;
            phrase.Additional |= token.Lower is "additional" or "more" or "extra" or "further" or "fresh" or "another" or "other";
            phrase.Incoming |= token.Lower is "new" or "incoming" or "newly" or "new-look";
            if (token.Lower is "younger" or "junior")
                phrase.Age = 'y';
            else if (token.Lower is "elder" or "older" or "senior")
                phrase.Age = 'e';
            if (token.Lower is "former" or "ex" or "then" or "onetime" or "one-time" or "erstwhile" or "late" || token.Lower.StartsWith("ex-", StringComparison.Ordinal))
                phrase.Former = true;
            phrase.Advance(at + 1);
            return at + 1;
        }
        return at;
    }

    // "UN Secretary General": the longer reading wins, a body only where no title is longer.
    private bool StartsTitle(int at, int words, int end) =>
        lexicon.TitleAt(_tokens, at, end, out bool plural) is { } title && !plural && title.Words > words;

    private bool TakeTitle(ActorTitle title, int at, int end, Phrase phrase, ActorNoun? noun)
    {
        int after = at + title.Words;
        Token last = _tokens[after - 1];
        if (title.Class == "honorific" || char.IsUpper(_tokens[at].Text[0]))
        {
            if (last.Tag is Upos.Verb && !char.IsUpper(last.Text[0]))
                return false;
            return after >= end || title.Class != "honorific" || char.IsUpper(_tokens[after].Text[0]);
        }
        if (last.Tag is Upos.Verb or Upos.Adv or Upos.Adp or Upos.Intj)
            return false;
        bool namePlace = after < end && char.IsUpper(_tokens[after].Text[0]) && _names.PersonAt(after, end, afterTitle: true, out _, out _) > after;
        if (namePlace)
            return true;
        if (last.Tag is Upos.Adj)
            return false;
        if (title.Text is "major" or "private" or "general" or "count" or "head" or "chief" or "deputy" or "chair" or "driver" or "speaker" or "head of the administration")
            return phrase.HasAnything && (after >= end || !ActorWords.IsNounLike(_tokens[after]));
        return noun is null || title.Words > noun.Words || phrase.HasAnything || title.Class != "worker";
    }

    private int ReadTitle(Sentence sentence, ActorTitle title, int at, int end, Phrase phrase)
    {
        phrase.AbsorbPending(this);
        int after = at + title.Words;
        // Two titles in a row are one role: "deputy" "foreign minister", "party leader and".
        if (after < end && lexicon.TitleAt(_tokens, after, end, out bool plural) is { } next && !plural && title.Class != "honorific"
            && _tokens[after].Tag is not Upos.Verb)
        {
            int both = after + next.Words;
            phrase.SetTitle(at, both, next);
            after = both;
        }
        else
            phrase.SetTitle(at, after, title);
        if (after < end && _tokens[after].Lower is "of" or "for" or "to" or "in" && title.Class != "honorific")
            after = ReadOf(after, end, phrase, _tokens[after].Lower);
        if (after < end && char.IsUpper(_tokens[after].Text[0]))
        {
            int nameEnd = _names.PersonAt(after, end, afterTitle: true, out NameStrength strength, out IReadOnlyList<string> parts);
            if (nameEnd > after)
            {
                EmitPerson(sentence, phrase, after, nameEnd, strength == NameStrength.None ? NameStrength.Single : NameStrength.Strong, parts);
                return nameEnd;
            }
        }
        return after;
    }

    /// <summary>Reads "of Serbia", "for the foreign ministry", "to the UN" after a title or noun; gives the token after it, or <paramref name="at"/>.</summary>
    private int ReadOf(int at, int end, Phrase phrase, string preposition)
    {
        int inner = at + 1;
        while (inner < end && (_tokens[inner].Lower is "the" or "its" || lexicon.IsModifier(_tokens[inner].Lower)) && inner - at < 4)
            inner++;
        if (inner >= end)
            return at;
        int stop;
        string? country = null;
        string? member = null;
        if (_names.OrganisationAt(inner, end, out KnownOrganisation? known, out int words, out ActorKind kind))
        {
            stop = inner + words;
            if (stop == end || !ActorWords.IsPossessive(_tokens[stop]))
                phrase.Name(inner, stop, known, kind);
            country = known?.Country;
            member = ActorWords.MemberOf(known?.Name ?? ActorWords.Text(report, inner, stop));
        }
        else if (preposition == "of" && PersonBehind(inner, end, titled: true, out int nameFirst, out int nameEnd))
        {
            phrase.SetOwner(ActorWords.Text(report, nameFirst, nameEnd), nameEnd);
            return at;
        }
        else if (_names.NationAt(inner, end, out NationUnit? nation) && !nation!.IsAdjective)
        {
            stop = nation.End;
            country = nation.Country;
            member = nation.Member;
        }
        else if (lexicon.NounAt(_tokens, inner, end, out _) is { IsBody: true } body)
            stop = inner + body.Words;
        else if (_names.NationAt(inner, end, out NationUnit? adjective) && lexicon.NounAt(_tokens, adjective!.End, end, out _) is { IsBody: true } institution)
        {
            stop = adjective.End + institution.Words;
            country = adjective.Country;
        }
        else if (_names.PlaceAt(inner, end, out int placeEnd, out GazetteerPlace? place))
        {
            stop = placeEnd;
            country = place?.Country is { Length: > 0 } code ? code : null;
        }
        else if (preposition == "of" && PersonBehind(inner, end, titled: false, out nameFirst, out nameEnd))
        {
            phrase.SetOwner(ActorWords.Text(report, nameFirst, nameEnd), nameEnd);
            return at;
        }
        else if (preposition == "of" && char.IsUpper(_tokens[inner].Text[0]) && _tokens[inner].Tag is Upos.Propn)
        {
            stop = inner + 1;
            while (stop < end && stop < inner + 3 && _tokens[stop].Tag is Upos.Propn && char.IsUpper(_tokens[stop].Text[0]) && !lexicon.Given.IsGiven(_tokens[stop].Text))
                stop++;
        }
        else if (preposition == "of" && phrase.Pending == PendingUnit.Title && PlainThing(inner, end) is var thing && thing > inner)
            stop = thing;
        else
            return at;
        if (stop < end && ActorWords.IsPossessive(_tokens[stop]))
            return at;
        if (preposition is "to" or "for" or "in")
        {
            // "ambassador to Serbia" says where, not whose.
            if (phrase.Of is null && preposition is "for")
                phrase.Of = ActorWords.Text(report, inner, stop);
        }
        else
        {
            phrase.Of ??= ActorWords.Text(report, inner, stop);
            phrase.Country ??= country;
            if (member is not null)
                AddMember(phrase, member);
        }
        phrase.ExtendPending(stop);
        return stop;
    }

    /// <summary>"the bodyguard of Senator X": behind the "of" stands another person, who is read by himself; the phrase ends before him.</summary>
    private bool PersonBehind(int at, int end, bool titled, out int nameFirst, out int nameEnd)
    {
        nameFirst = nameEnd = at;
        if (titled)
        {
            if (_names.NationAt(at, end, out NationUnit? nation) && nation!.IsAdjective)
                nameFirst = nation.End;
            int before = nameFirst;
            for (int titles = 0; titles < 2 && nameFirst < end && lexicon.TitleAt(_tokens, nameFirst, end, out bool plural) is { } title && !plural; titles++)
                nameFirst += title.Words;
            if (nameFirst == before)
                return false;
        }
        if (nameFirst >= end || !char.IsUpper(_tokens[nameFirst].Text[0]))
            return false;
        nameEnd = _names.PersonAt(nameFirst, end, afterTitle: titled, out NameStrength strength, out _);
        return nameEnd > nameFirst && (titled || strength == NameStrength.Strong);
    }

    // "the leader of the cell", "the head of the railway workers' strike fund": words that are no actors tell of what the office is.
    private int PlainThing(int at, int end)
    {
        int i = at;
        while (i < end && i < at + 3 && _tokens[i].Tag is Upos.Adj && !char.IsUpper(_tokens[i].Text[0]))
            i++;
        return i < end && _tokens[i].Tag == Upos.Noun && !char.IsUpper(_tokens[i].Text[0]) && !ActorWords.IsQuantityNoun(_tokens[i].Lower)
            && lexicon.NounAt(_tokens, i, end, out _) is null && lexicon.TitleAt(_tokens, i, end, out _) is null
            && (i + 1 == end || !ActorWords.IsNounLike(_tokens[i + 1])) ? i + 1 : at;
    }

    /// <summary>Reads "(KFOR)", ", or KFOR," and "known as KFOR" after an organisation or body noun as its other name.</summary>
    private int ReadDefinition(int at, int end, Phrase phrase)
    {
        if (at + 2 < end && _tokens[at].Text == "(" && _tokens[at + 2].Text == ")" && ActorWords.IsAcronym(_tokens[at + 1].Text))
        {
            phrase.Alias = _tokens[at + 1].Text;
            phrase.AliasToken = at + 1;
        }
        return at;
    }

    /// <summary>The phrase so far owns what follows: it becomes its own candidate and the "of" of the rest.</summary>
    private void Possess(Sentence sentence, Phrase phrase, int clitic)
    {
        string text = ActorWords.Text(report, phrase.PendingFirst, phrase.PendingEnd);
        string? country = phrase.PendingCountry;
        string? member = phrase.PendingMember;
        ActorCandidate? owner = Emit(sentence, phrase, clitic);
        if (owner is not null)
            owner.IsPossessor = true;
        phrase.Restart(clitic + 1, phrase.Start, text, country, member);
    }

    private int Finish(Sentence sentence, Phrase phrase, int at)
    {
        if (!phrase.HasPending || phrase.PendingEnd != at)
            return at;
        // "police car", "army base": the noun goes on, so the actor word only modifies it.
        if (at < sentence.EndToken && phrase.Pending is PendingUnit.Noun && (!phrase.PluralNoun || phrase.Noun!.IsBody) && ActorWords.IsNounLike(_tokens[at]) && !char.IsUpper(_tokens[at].Text[0]))
            return at;
        if ((phrase.Pending is PendingUnit.Noun && at < sentence.EndToken && (_tokens[at].Lower == "of" || (_tokens[at].Lower == "from" && !IsMovedAway(phrase))))
            || (phrase is { Pending: PendingUnit.Organisation, Known: null, Country: null } && at < sentence.EndToken && _tokens[at].Lower == "of"))
            at = ReadOf(at, sentence.EndToken, phrase, _tokens[at].Lower);
        Emit(sentence, phrase, at);
        if (phrase.Alias is null && phrase.Pending is PendingUnit.Noun or PendingUnit.Organisation)
            ReadAlias(sentence, phrase, at);
        return at;
    }

    /// <summary>"withdrew its forces from X": the place is left, it does not tell whose the forces are.</summary>
    private bool IsMovedAway(Phrase phrase) =>
        phrase.Possessor is not null || (phrase.Start > 0 && _tokens[phrase.Start - 1].Lemma is "withdraw" or "pull" or "remove" or "recall" or "evacuate" or "expel" or "drive" or "oust" or "ban" or "bar");

    private void ReadAlias(Sentence sentence, Phrase phrase, int at)
    {
        int alias = ActorWords.AliasAt(_tokens, at, sentence.EndToken);
        if (alias < 0 || phrase.Emitted is null)
            return;
        phrase.AliasToken = alias;
        ActorCandidate named = New(sentence, alias, alias + 1, alias, alias + 1, MentionForm.Name, phrase.Emitted.Kind);
        named.Key = ActorWords.OrganisationKey(_tokens[alias].Text, lexicon);
        named.Country = phrase.Emitted.Country;
        named.IsBody = true;
        named.Class = phrase.Emitted.Class;
        phrase.Emitted.Key = named.Key;
        phrase.Emitted.IsBody = true;
        _found.Add(named);
    }
}
