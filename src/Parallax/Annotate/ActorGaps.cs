using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Names that no phrase rule knows, but that the network reads as names or that stand where only somebody who acts can stand: subject,
/// object, agent or owner. Without them their events would have nobody.
/// </summary>
internal sealed class ActorGaps
{
    private readonly ActorLexicon _lexicon;
    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly Dictionary<int, NameMention> _names = [];
    private readonly HashSet<int> _places = [];

    public ActorGaps(ActorLexicon lexicon, AnnotatedReport report)
    {
        _lexicon = lexicon;
        _report = report;
        _tokens = report.Tokens;
        foreach (NameMention name in report.Names)
        {
            if (name.FirstToken >= 0 && name.EndToken <= _tokens.Count && name.FirstToken < name.EndToken)
                _names.TryAdd(name.FirstToken, name);
        }
        foreach (PlaceMention place in report.Places.Where(place => place.Use is not ToponymUse.People))
        {
            int at = AnnotatedReport.FirstTokenAt(_tokens, place.Span.Start);
            for (; at < _tokens.Count && _tokens[at].Span.Start < place.Span.End; at++)
                _places.Add(at);
        }
    }

    /// <summary>
    /// Whether a capitalised name without other evidence is an actor. A name that the network takes for a body becomes one.
    /// </summary>
    public bool Stands(ActorCandidate candidate)
    {
        if (_places.Contains(candidate.HeadFirst))
            return false;
        if (_names.TryGetValue(candidate.HeadFirst, out NameMention? name) && name.EndToken >= candidate.HeadEnd)
        {
            // No list knows the place, and only people are born and arrested.
            if (name.Kind == NameKind.Place)
                return name.EndToken == candidate.HeadEnd && candidate.Name.Count == 1 && IsHumanSubject(candidate.HeadFirst);
            if (name.EndToken == candidate.HeadEnd)
            {
                if (!Takes(candidate.HeadFirst, candidate.HeadEnd, out _))
                    return false;
                if (name.Kind == NameKind.Organisation)
                    MakeBody(candidate, _lexicon);
                return true;
            }
        }
        if (candidate.Name.Count > 1 || !Takes(candidate.HeadFirst, candidate.HeadEnd, out int head) || _tokens[head].Tag != Upos.Propn)
            return false;
        bool core = _tokens[head].Relation is "nsubj" or "nsubj:pass" or "obl:agent" or "nmod:poss" && HasVerb(head);
        if (core && candidate.HeadFirst > 0 && _tokens[candidate.HeadFirst - 1].Lower == "the")
            MakeBody(candidate, _lexicon);
        return core;
    }

    /// <summary>Adds the names of persons and bodies over which no candidate stands.</summary>
    public void Fill(List<ActorCandidate> candidates)
    {
        bool[] taken = new bool[_tokens.Count], heads = new bool[_tokens.Count];
        foreach (ActorCandidate candidate in candidates.Where(candidate => !candidate.Dropped))
        {
            taken.AsSpan(candidate.First, candidate.End - candidate.First).Fill(true);
            heads.AsSpan(candidate.HeadFirst, candidate.HeadEnd - candidate.HeadFirst).Fill(true);
        }
        Dictionary<int, ActorCandidate> byFirst = [];
        foreach (ActorCandidate candidate in candidates)
        {
            if (!candidate.Dropped)
                byFirst.TryAdd(candidate.First, candidate);
        }
        foreach (NameMention name in _report.Names)
        {
            if (IsInside(taken, heads, name))
            {
                candidates.Add(Inner(name));
                continue;
            }
            if (OwnedBy(name, taken, byFirst) is { } owned)
            {
                Own(owned, name);
                candidates.Add(Inner(name));
                continue;
            }
            if (name.Kind == NameKind.Place || !_names.TryGetValue(name.FirstToken, out NameMention? kept) || !ReferenceEquals(kept, name) || name.EndToken - name.FirstToken > 8)
                continue;
            if (_report.Sentences[name.Sentence].IsHeading || Overlaps(taken, name) || !IsWordOfName(name.FirstToken) || !IsWordOfName(name.EndToken - 1) || !Takes(name.FirstToken, name.EndToken, out _))
                continue;
            candidates.Add(Candidate(name));
        }
        GivenNames(candidates, taken);
    }

    /// <summary>Makes a body of what was read as a person's name.</summary>
    public static void MakeBody(ActorCandidate candidate, ActorLexicon lexicon)
    {
        candidate.Kind = ActorKind.Organisation;
        candidate.Class = "organisation";
        candidate.IsBody = true;
        candidate.Key = ActorWords.OrganisationKey(string.Join(' ', candidate.Name), lexicon);
    }

    // "the Orlan Cargo spokesman": whose he is, is named as well.
    private bool IsInside(bool[] taken, bool[] heads, NameMention name)
    {
        if (!IsBodyName(name))
            return false;
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            if (!taken[i] || heads[i])
                return false;
        }
        return true;
    }

    private bool IsBodyName(NameMention name) =>
        name.Kind == NameKind.Organisation && name.FirstToken >= 0 && name.EndToken <= _tokens.Count && name.FirstToken < name.EndToken && name.EndToken - name.FirstToken <= 8
        && !_report.Sentences[name.Sentence].IsHeading && _names.TryGetValue(name.FirstToken, out NameMention? kept) && ReferenceEquals(kept, name)
        && !(name.EndToken - name.FirstToken == 1 && ActorWords.IsCommonAcronym(_tokens[name.FirstToken].Text)) && IsWordOfName(name.FirstToken) && IsWordOfName(name.EndToken - 1) && !IsCompound(_tokens[name.EndToken - 1].Text) && !_places.Contains(name.FirstToken)
        && _lexicon.CountryNamed(ActorWords.Text(_report, name.FirstToken, name.EndToken)) is null;

    // "NATO-led", "Orlan-backed": says of others who leads them.
    private static bool IsCompound(string word) => word.LastIndexOf('-') is > 0 and int hyphen && hyphen + 2 < word.Length && char.IsLower(word[hyphen + 1]);

    // "Haldane spokesman X", "Haldane employees": people read without the name before them, which tells whose they are.
    private ActorCandidate? OwnedBy(NameMention name, bool[] taken, Dictionary<int, ActorCandidate> byFirst)
    {
        if (!byFirst.TryGetValue(name.EndToken, out ActorCandidate? people) || people.Kind is not (ActorKind.Person or ActorKind.Group) || people is { Form: MentionForm.Name, Title: null } || people.Possessor is not null
            || !IsBodyName(name) || people.Title?.Class == "honorific" || people.Number is not null || people.Definite && people.Form == MentionForm.Nominal && people.Of is null)
            return null;
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            if (taken[i] || (_tokens[i].Head >= people.End && _tokens[i].Relation is not "compound"))
                return null;
            if (_tokens[i].Head < name.FirstToken && _tokens[i].Head >= 0)
                return null;
        }
        return people;
    }

    private void Own(ActorCandidate people, NameMention name)
    {
        string text = ActorWords.Text(_report, name.FirstToken, name.EndToken);
        people.First = name.FirstToken;
        people.Of ??= text;
        string member = ActorWords.MemberOf(_lexicon.Organisation(Folding.Fold(text))?.Name ?? text);
        if (!people.Members.Contains(member))
            people.Members.Add(member);
    }

    private ActorCandidate Inner(NameMention name)
    {
        string text = ActorWords.Text(_report, name.FirstToken, name.EndToken);
        return ActorReader.Inner(name.Sentence, new InnerBody(name.FirstToken, name.EndToken, _lexicon.Organisation(Folding.Fold(text)), ActorKind.Organisation), text, _lexicon);
    }

    private ActorCandidate Candidate(NameMention name)
    {
        ActorCandidate candidate = new()
        {
            Sentence = name.Sentence,
            First = name.FirstToken,
            End = name.EndToken,
            HeadFirst = name.FirstToken,
            HeadEnd = name.EndToken,
            Form = MentionForm.Name,
            Kind = ActorKind.Person,
            Strength = NameStrength.Strong,
            Definite = true,
            Name = [.. Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken).Select(i => _tokens[i].Text)],
        };
        candidate.IsPossessor = name.EndToken < _tokens.Count && ActorWords.IsPossessive(_tokens[name.EndToken]);
        if (name.Kind == NameKind.Organisation)
            MakeBody(candidate, _lexicon);
        return candidate;
    }

    // "Two brothers, Ali and Reza Tavakoli": a given name that shares the surname of the next.
    private void GivenNames(List<ActorCandidate> candidates, bool[] taken)
    {
        foreach (ActorCandidate full in candidates.Where(c => c is { Kind: ActorKind.Person, Form: MentionForm.Name, Dropped: false, Title: null } && c.Name.Count == 2).ToArray())
        {
            int at = full.HeadFirst - 2;
            if (at < _report.Sentences[full.Sentence].FirstToken || _tokens[at + 1].Lower is not ("and" or "&") || taken[at] || !char.IsUpper(_tokens[at].Text[0]))
                continue;
            if (!_lexicon.Given.IsGiven(_tokens[at].Text) || !_lexicon.Given.IsGiven(full.Name[0]) || _places.Contains(at) || (at > 0 && _tokens[at - 1].Tag == Upos.Propn))
                continue;
            candidates.Add(new ActorCandidate
            {
                Sentence = full.Sentence,
                First = at,
                End = at + 1,
                HeadFirst = at,
                HeadEnd = at + 1,
                Form = MentionForm.Name,
                Kind = ActorKind.Person,
                Strength = NameStrength.Strong,
                Definite = true,
                Name = [_tokens[at].Text, full.Name[^1]],
            });
        }
    }

    private bool Overlaps(bool[] taken, NameMention name)
    {
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            if (taken[i] || _places.Contains(i))
                return true;
        }
        return false;
    }

    private bool IsWordOfName(int at) =>
        char.IsLetter(_tokens[at].Text[0]) && !ActorWords.IsFunctionWord(_tokens[at].Lower) && _tokens[at].Text.Length > 1 && _tokens[at].Text.Any(char.IsUpper)
        && _tokens[at].Tag is not (Upos.Verb or Upos.Aux or Upos.Adv or Upos.Pron or Upos.Intj or Upos.Num) && _lexicon.People(_tokens[at].Lower) is null && _lexicon.Demonym(_tokens[at].Lower) is null;

    // A name that only modifies a noun ("a Kalash rifle") takes no part; one that hangs on a verb or on a noun by itself does.
    private bool Takes(int first, int end, out int head)
    {
        head = -1;
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Relation.Length == 0)
                continue;
            if (_tokens[i].Head < first || _tokens[i].Head >= end)
            {
                head = i;
                return _tokens[i].Relation is "nsubj" or "nsubj:pass" or "csubj" or "obj" or "iobj" or "obl" or "obl:agent" or "nmod" or "nmod:poss" or "appos" or "conj" or "root" or "parataxis" or "vocative" or "dep" or "xcomp" or "ccomp" or "list";
            }
        }
        return false;
    }

    private bool IsHumanSubject(int token) =>
        _tokens[token] is { Relation: "nsubj" or "nsubj:pass", Head: >= 0 and int verb } && _tokens[verb].Lemma is "bear" or "arrest" or "marry" or "sentence" or "jail" or "imprison" or "detain" or "abduct" or "kidnap" or "resign" or "tell" or "smile" or "graduate" or "behead" or "acquit" or "indict" or "exile";

    private bool HasVerb(int token) => _tokens[token].Head is >= 0 and int verb && _tokens[verb].Tag is Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn;
}
