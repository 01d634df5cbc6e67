namespace Parallax.Annotate;

/// <summary>
/// Finds the actor a pronoun stands for: of a relative one the phrase before it, of the others what <see cref="PronounChooser"/> chooses. What cannot be told
/// stays open.
/// </summary>
internal sealed class PronounResolver(ActorLexicon lexicon, SpeechCues cues, PronounModel model, AnnotatedReport report, NameEvidence evidence, PronounTeacher? teacher)
{
    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly List<HeardMention> _heard = [];
    private PronounScene? _scene;
    private PronounChooser? _chooser;

    /// <summary>To be called once it is known which candidates are actors.</summary>
    public void Enter(IReadOnlyList<ActorCandidate> candidates)
    {
        _scene = new PronounScene(cues, report, candidates);
        _chooser = new PronounChooser(lexicon, model, _scene, report, evidence) { Teacher = teacher };
    }

    /// <summary>The pronouns of the report that may stand for actors.</summary>
    public List<ActorCandidate> Collect()
    {
        List<ActorCandidate> pronouns = [];
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (IsActorPronoun(i, sentence))
                {
                    pronouns.Add(new ActorCandidate
                    {
                        Sentence = sentence.Index,
                        First = i,
                        End = i + 1,
                        HeadFirst = i,
                        HeadEnd = i + 1,
                        Form = MentionForm.Pronoun,
                        Kind = ActorKind.Person,
                    });
                }
            }
        }
        return pronouns;
    }

    /// <summary>Remembers a mention that later pronouns can point to.</summary>
    public void Note(ActorCandidate candidate) => _heard.Add(new HeardMention(candidate, _scene!.PlaceOf(candidate.First, candidate.End), evidence.InQuote(candidate.First)));

    /// <summary>Gives the pronoun its actor, or leaves it at -1.</summary>
    public void Resolve(ActorCandidate pronoun, List<IdentityEntry> entries)
    {
        string word = _tokens[pronoun.First].Lower;
        ActorCandidate? antecedent = word is "who" or "which" or "whom" or "whose"
            ? Relative(pronoun, entries, word)
            : _chooser!.Choose(pronoun, word, PronounChooser.SortOf(word)!.Value, _heard, entries);
        if (antecedent is null)
        {
            // "It" is mostly no actor; where nobody was found it is not listed as one left open.
            pronoun.Dropped = word is "it" or "its" or "itself" && !IsSpeakingIt(pronoun.First, report.Sentences[pronoun.Sentence]);
            return;
        }
        pronoun.Actor = antecedent.Actor;
        IdentityEntry entry = entries[antecedent.Actor];
        pronoun.Kind = entry.Kind;
        if (entry.Kind == ActorKind.Person && entry.Gender == '-')
            entry.Gender = word is "he" or "him" or "his" or "himself" ? 'm' : word is "she" or "her" or "hers" or "herself" ? 'f' : '-';
        entry.Mentions.Add(pronoun);
        entry.LastSentence = pronoun.Sentence;
        Note(pronoun);
    }

    /// <summary>The person whose "her predecessor" or "whose father" is; null where nobody fits.</summary>
    public IdentityEntry? Owner(ActorCandidate candidate, List<IdentityEntry> entries)
    {
        string word = candidate.Possessor!;
        if (word is not ("his" or "her" or "whose"))
            return null;
        if (teacher is not null)
            return null;
        ActorCandidate pronoun = new() { Sentence = candidate.Sentence, First = candidate.First, End = candidate.First + 1, HeadFirst = candidate.First, HeadEnd = candidate.First + 1, Form = MentionForm.Pronoun, Kind = ActorKind.Person };
        ActorCandidate? antecedent = word == "whose" ? Relative(pronoun, entries, word) : _chooser!.Choose(pronoun, word, PronounSort.He, _heard, entries);
        return antecedent is { Actor: >= 0 } && entries[antecedent.Actor] is { Kind: ActorKind.Person, Plural: false } owner ? owner : null;
    }

    /// <summary>"its foreign minister": takes the country of what "its" stands for, so that the role is not pinned on another's.</summary>
    public void ResolvePossessor(ActorCandidate candidate, List<IdentityEntry> entries)
    {
        if (candidate.Possessor is not ("its" or "whose") || candidate.Country is not null)
            return;
        if (candidate.Possessor == "whose")
        {
            if (Relative(new ActorCandidate { Sentence = candidate.Sentence, First = candidate.First, End = candidate.First + 1, HeadFirst = candidate.First, HeadEnd = candidate.First + 1, Form = MentionForm.Pronoun, Kind = ActorKind.Person }, entries, "whose") is { Actor: >= 0 } whose)
                OwnedBy(candidate, entries[whose.Actor]);
            else if (CountryBefore(candidate.First) is { } country)
            {
                candidate.Country = country.Code;
                candidate.Of = country.Name;
            }
            return;
        }
        // The nearest country named before, in this sentence, is the owner; a place that does not act still owns.
        int start = report.Sentences[candidate.Sentence].FirstToken;
        for (int i = start; i < candidate.First; i++)
        {
            if (char.IsUpper(_tokens[i].Text[0]) && lexicon.CountryNamed(_tokens[i].Text) is { } country && !evidence.IsGoverned(i))
            {
                candidate.Country = country.Code;
                candidate.Of = country.Name;
                return;
            }
        }
        for (int i = _heard.Count - 1, looked = 0; i >= 0 && looked < 12; i--, looked++)
        {
            ActorCandidate heard = _heard[i].Candidate;
            if (heard.Sentence < candidate.Sentence - 1)
                break;
            if (evidence.IsSubject(heard) && heard.Actor >= 0 && entries[heard.Actor] is { Kind: ActorKind.Government, Country: not null } owner)
            {
                candidate.Country = owner.Country;
                candidate.Of = lexicon.CountryByCode(owner.Country)?.Name;
                return;
            }
        }
    }

    // "the United States, whose minister": a country that takes no part itself.
    private Data.Country? CountryBefore(int whose)
    {
        int end = whose > 0 && _tokens[whose - 1].Text == "," ? whose - 1 : whose;
        for (int first = Math.Max(0, end - 3); first < end; first++)
        {
            if (char.IsUpper(_tokens[first].Text[0]) && lexicon.CountryNamed(ActorWords.Text(report, first, end)) is { } country)
                return country;
        }
        return null;
    }

    private void OwnedBy(ActorCandidate candidate, IdentityEntry owner)
    {
        if (owner is { Kind: ActorKind.Government, Country: not null })
        {
            candidate.Country = owner.Country;
            candidate.Of = lexicon.CountryByCode(owner.Country)?.Name;
        }
        else if (owner is { IsBody: true, IsNamed: true, Names.Count: > 0 })
            candidate.Of ??= owner.Names[0];
    }

    private bool IsActorPronoun(int at, Sentence sentence)
    {
        string word = _tokens[at].Lower;
        switch (word)
        {
            case "he" or "she" or "him" or "his" or "her" or "hers" or "himself" or "herself" or "they" or "them" or "their" or "theirs" or "themselves":
                return true;
            case "who" or "whom" or "whose":
                return at > sentence.FirstToken && _tokens[at].Tag is Upos.Pron;
            case "which":
                return at > sentence.FirstToken && at + 1 < sentence.EndToken && (_tokens[at + 1].Tag is Upos.Verb or Upos.Aux || _tokens[at + 1].Text == ",");
            case "it" or "its" or "itself":
                return true;
            default:
                return false;
        }
    }

    // "it said", "which, it asserted,", "said it would": only there is "it" surely an actor.
    private bool IsSpeakingIt(int at, Sentence sentence)
    {
        int next = at + 1;
        while (next < sentence.EndToken && _tokens[next].Tag is Upos.Adv or Upos.Aux)
            next++;
        if (next < sentence.EndToken && cues.At(_tokens, next, sentence.EndToken, out _, out _) != SpeechFrames.None && _tokens[next].Form is not VerbForm.PastParticiple)
            return true;
        int before = at - 1;
        if (before > sentence.FirstToken && _tokens[before].Lower == "that")
            before--;
        for (int i = before; i > sentence.FirstToken && i > before - 3; i--)
        {
            if (_tokens[i].Tag is Upos.Verb)
                return _tokens[i].Lemma is "say" or "announce" or "add" or "insist" or "pledge" or "vow" or "promise" or "claim" or "deny" or "warn";
        }
        return false;
    }

    private ActorCandidate? Relative(ActorCandidate pronoun, List<IdentityEntry> entries, string word)
    {
        int end = pronoun.First;
        if (end > 0 && _tokens[end - 1].Text is "," or "—" or "–")
            end--;
        // "one of whom", "some of whom": the phrase before the comma.
        if (end > 0 && _tokens[end - 1].Lower == "of" && word is "whom" or "which")
            return null;
        for (int i = _heard.Count - 1, looked = 0; i >= 0 && looked < 8; i--, looked++)
        {
            ActorCandidate heard = _heard[i].Candidate;
            if (heard.Sentence != pronoun.Sentence)
                break;
            if (heard.End != end || heard.Actor < 0 || heard.IsPossessor)
                continue;
            IdentityEntry entry = entries[heard.Actor];
            bool person = entry.Kind is ActorKind.Person || !entry.IsBody;
            if (word == "whose" || (word == "which" ? !person : person))
                return heard;
        }
        return null;
    }
}
