namespace Parallax.Annotate;

/// <summary>
/// Finds the actor a pronoun stands for: the nearest that agrees in gender and number, subjects before others, this sentence before the
/// last. Quoted words look no further than their own quotation. What cannot be told stays open.
/// </summary>
internal sealed class PronounResolver(ActorLexicon lexicon, SpeechCues cues, AnnotatedReport report, NameEvidence evidence)
{
    private const int SentencesBack = 3;
    private const int LongestChain = 12;

    // More than what a known gender adds.
    private const int ToldOf = 40;

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly List<(ActorCandidate Candidate, bool Subject)> _heard = [];

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
    public void Note(ActorCandidate candidate, IdentityEntry entry)
    {
        _ = entry;
        _heard.Add((candidate, evidence.IsSubject(candidate)));
    }

    /// <summary>Gives the pronoun its actor, or leaves it at -1.</summary>
    public void Resolve(ActorCandidate pronoun, List<IdentityEntry> entries)
    {
        string word = _tokens[pronoun.First].Lower;
        ActorCandidate? antecedent = word is "who" or "which" or "whom" or "whose"
            ? Relative(pronoun, entries, word)
            : Nearest(pronoun, entries, word);
        if (antecedent is null)
            return;
        pronoun.Actor = antecedent.Actor;
        IdentityEntry entry = entries[antecedent.Actor];
        pronoun.Kind = entry.Kind;
        if (entry.Kind == ActorKind.Person && entry.Gender == '-')
            entry.Gender = word is "he" or "him" or "his" or "himself" ? 'm' : word is "she" or "her" or "hers" or "herself" ? 'f' : '-';
        entry.Mentions.Add(pronoun);
        entry.LastSentence = pronoun.Sentence;
        _heard.Add((pronoun, word is "he" or "she" or "they" or "who" || evidence.IsSubject(pronoun)));
    }

    /// <summary>The person whose "her predecessor" or "whose father" is; null where nobody fits.</summary>
    public IdentityEntry? Owner(ActorCandidate candidate, List<IdentityEntry> entries)
    {
        string word = candidate.Possessor!;
        if (word is not ("his" or "her" or "whose"))
            return null;
        ActorCandidate pronoun = new() { Sentence = candidate.Sentence, First = candidate.First, End = candidate.First + 1, HeadFirst = candidate.First, HeadEnd = candidate.First + 1, Form = MentionForm.Pronoun, Kind = ActorKind.Person };
        ActorCandidate? antecedent = word == "whose" ? Relative(pronoun, entries, word) : Nearest(pronoun, entries, word);
        return antecedent is { Actor: >= 0 } && entries[antecedent.Actor] is { Kind: ActorKind.Person, Plural: false } owner ? owner : null;
    }

    /// <summary>"its foreign minister": takes the country of what "its" stands for, so that the role is not pinned on another's.</summary>
    public void ResolvePossessor(ActorCandidate candidate, List<IdentityEntry> entries)
    {
        if (candidate.Possessor != "its" || candidate.Country is not null)
            return;
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
            (ActorCandidate heard, bool subject) = _heard[i];
            if (heard.Sentence < candidate.Sentence - 1)
                break;
            if (subject && heard.Actor >= 0 && entries[heard.Actor] is { Kind: ActorKind.Government, Country: not null } owner)
            {
                candidate.Country = owner.Country;
                candidate.Of = lexicon.CountryByCode(owner.Country)?.Name;
                return;
            }
        }
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
            case "it":
                return IsSpeakingIt(at, sentence);
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
            if (word == "which" ? !person : person)
                return heard;
        }
        return null;
    }

    private ActorCandidate? Nearest(ActorCandidate pronoun, List<IdentityEntry> entries, string word)
    {
        bool quoted = evidence.InQuote(pronoun.First), speaks = !quoted && word is "he" or "she" && Speaks(pronoun);
        ActorCandidate? best = null;
        int bestScore = 0;
        for (int i = _heard.Count - 1, looked = 0; i >= 0 && looked < 40; i--, looked++)
        {
            (ActorCandidate heard, bool subject) = _heard[i];
            int back = pronoun.Sentence - heard.Sentence;
            if (back > SentencesBack || (quoted && back > 1))
                break;
            if (heard.Actor < 0 || evidence.InQuote(heard.First) != quoted)
                continue;
            if (quoted && !evidence.IsOneQuote(heard.First, pronoun.First))
                break;
            IdentityEntry entry = entries[heard.Actor];
            if (!Agrees(entry, word))
                continue;
            int score = 100 - (back * 20) + (subject ? 30 : 0) + (heard.IsPossessor ? -8 : 0) + (heard.Form == MentionForm.Pronoun ? 6 : 0) + (entry.IsNamed ? 2 : 0);
            // A name whose gender is known outweighs the subject of the sentence, of which nothing is known.
            if (entry.Gender != '-' && word is "he" or "she" or "him" or "himself" or "herself")
                score += GivenShows(entry) ? 33 : 5;
            // "X said that Y had lied. He said…": the speaker goes on, not whom the words were about.
            if (speaks && back > 0 && IsTold(heard))
                score -= ToldOf;
            if (score > bestScore)
            {
                best = heard;
                bestScore = score;
            }
        }
        return best;
    }

    private bool Speaks(ActorCandidate pronoun)
    {
        int next = pronoun.End, end = report.Sentences[pronoun.Sentence].EndToken;
        while (next < end && _tokens[next].Tag is Upos.Adv or Upos.Aux)
            next++;
        return next < end && cues.At(_tokens, next, end, out _, out _).HasFlag(SpeechFrames.Clause);
    }

    // Whether the words stand in what a verb of saying tells.
    private bool IsTold(ActorCandidate heard)
    {
        for (int at = heard.HeadEnd - 1, steps = 0; at >= 0 && steps < LongestChain; at = _tokens[at].Head, steps++)
        {
            if (_tokens[at].Relation == "ccomp" && _tokens[at].Head is >= 0 and int verb && cues.At(_tokens, verb, _tokens.Count, out _, out _).HasFlag(SpeechFrames.Clause))
                return true;
        }
        return false;
    }

    // Gender learned from an earlier pronoun is as unsure as that pronoun was.
    private bool GivenShows(IdentityEntry entry) => entry.Given is not null && lexicon.Given.Gender(entry.Given) != '-';

    private static bool Agrees(IdentityEntry entry, string word) => word switch
    {
        "he" or "him" or "his" or "himself" => entry.Kind == ActorKind.Person && !entry.Plural && entry.Gender is 'm' or '-' && entry.Kind == ActorKind.Person,
        "she" or "her" or "hers" or "herself" => entry.Kind == ActorKind.Person && !entry.Plural && entry.Gender is 'f' or '-',
        "it" => entry.IsBody && !entry.Plural && entry.Kind is not ActorKind.Person,
        _ => entry.Plural || (entry.Kind is ActorKind.Police or ActorKind.Group && entry.Kind != ActorKind.Person),
    };
}
