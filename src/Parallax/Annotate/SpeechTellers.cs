using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Looks again at who speaks once all speech of a report is known: a pronoun goes on from the last who spoke and never means somebody of its own words; "the statement" is of who issued it; a name beside the verb
/// is whose the words are.
/// </summary>
internal sealed class SpeechTellers
{
    private const int SentencesBack = 2;
    private const int SentencesBackToStatement = 3;
    private const int LongestPhrase = 14;
    private const int MentionsBack = 12;

    private static readonly HashSet<string> s_issued = new(StringComparer.Ordinal)
    {
        "statement", "letter", "message", "communique", "communiqué", "post", "tweet", "video", "audio", "recording", "release", "note", "memo", "memorandum", "announcement", "declaration", "posting", "broadcast", "email", "e-mail", "op-ed", "manifesto",
    };

    private static readonly HashSet<string> s_issuing = new(StringComparer.Ordinal)
    {
        "issue", "release", "publish", "post", "send", "write", "make", "give", "provide", "put", "deliver", "distribute", "circulate", "upload", "tweet", "read", "sign", "broadcast", "air", "record", "share", "offer", "submit", "use",
    };

    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly SpeechMentions _mentions;
    private readonly SpeechGender _genders;
    private readonly SpeechCues _cues;
    private readonly Dictionary<int, char> _known = [];
    private readonly List<Teller> _heard = [];
    private int[] _told = [];

    public SpeechTellers(AnnotatedReport report, SpeechCues cues, SpeechGender genders, SpeechMentions mentions)
    {
        (_report, _tokens, _cues, _genders, _mentions) = (report, report.Tokens, cues, genders, mentions);
    }

    /// <summary>Who spoke before: where, and whether it was told by the report itself.</summary>
    private readonly record struct Teller(int Speech, int Sentence, int Token, int Actor, bool Inner, bool Many, bool Unknown);

    /// <summary>Corrects the speakers of <paramref name="speeches"/> in place.</summary>
    public void Review(List<Speech> speeches)
    {
        _told = new int[_tokens.Count];
        Array.Fill(_told, -1);
        List<(int At, int Index)> order = [];
        for (int i = 0; i < speeches.Count; i++)
        {
            speeches[i] = Named(speeches[i]);
            order.Add((FirstToken((speeches[i].Cue ?? speeches[i].SpeakerSpan ?? speeches[i].Content[0]).Start), i));
            foreach (TextSpan piece in speeches[i].Content)
            {
                for (int t = FirstToken(piece.Start); t < _tokens.Count && _tokens[t].Span.Start < piece.End; t++)
                    _told[t] = i;
            }
        }
        order.Sort();
        foreach ((int at, int i) in order)
        {
            int sentence = SentenceOf(at);
            speeches[i] = Issued(Pronoun(speeches, i, sentence), at, sentence);
            Speech said = speeches[i];
            if (said.Speaker < 0 && said.SpeakerSpan is null)
                continue;
            bool inner = at < _told.Length && _told[at] >= 0 && _told[at] != i;
            _heard.Add(new Teller(i, sentence, at, said.Speaker, inner, IsMany(said), said.Speaker < 0 && IsSomebody(said)));
        }
    }

    private int FirstToken(int position) => AnnotatedReport.FirstTokenAt(_tokens, position);

    // A closing mark before the name; the name that the tree left beside the office: "Joint Chiefs of Staff Gen. X said", "the press secretary, X, said".
    private Speech Named(Speech speech)
    {
        if (speech.SpeakerSpan is not { } words)
            return speech;
        string text = _report.Report.Text;
        int mark = text.AsSpan(words.Start, words.Length).LastIndexOfAny('”', '“', '"');
        if (mark >= 0)
        {
            int start = words.Start + mark + 1;
            while (start < words.End && !char.IsLetterOrDigit(text[start]))
                start++;
            if (start < words.End)
            {
                words = TextSpan.FromBounds(start, words.End);
                ActorMention? named = _mentions.StartingAt(FirstToken(start), out _);
                speech = speech with { SpeakerSpan = named is { Actor: >= 0 } ? named.Span : words, Speaker = named?.Actor ?? speech.Speaker };
                words = speech.SpeakerSpan!.Value;
            }
        }
        // "the doctor Friday afternoon"
        int last = FirstToken(words.End), opening = FirstToken(words.Start);
        while (last - 1 > opening && _report.IsTime(_tokens[last - 1].Span))
            last--;
        if (last > opening && _tokens[last - 1].Span.End < words.End)
        {
            words = TextSpan.FromBounds(words.Start, _tokens[last - 1].Span.End);
            speech = speech with { SpeakerSpan = words };
        }
        if (speech.Cue is not { } cue || (speech.Speaker >= 0 && _report.Actors[speech.Speaker] is { IsNamed: true, Kind: ActorKind.Person or ActorKind.Outlet }))
            return speech;
        return words.End <= cue.Start ? NamedBefore(speech, words, FirstToken(cue.Start)) : NamedBehind(speech, words);
    }

    private Speech NamedBefore(Speech speech, TextSpan words, int verb)
    {
        int end = verb;
        while (end > 0 && _tokens[end - 1].Tag is Upos.Aux or Upos.Adv)
            end--;
        if (end > 0 && _tokens[end - 1].Text == ",")
            end--;
        if (_mentions.EndingAt(end, out int first) is not { Form: MentionForm.Name, Actor: >= 0 } named || _report.Actors[named.Actor].Kind != ActorKind.Person)
            return speech;
        // "Council spokesman Ned Price": the name is part of a longer one.
        if (named.HeadSpan.Start >= words.End && named.Span.Start <= words.Start)
            return speech with { Speaker = named.Actor, SpeakerSpan = named.Span };
        if (named.Span.Start < words.End)
            return speech;
        int from = FirstToken(words.End);
        if (first - from > LongestPhrase || _tokens[from].Lower is "of" or "for" && first - from < 3)
            return speech;
        for (int i = from; i < first; i++)
        {
            if (_tokens[i].Tag is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Part) && _tokens[i].Text != "," || _tokens[i].Lower is "with" or "by" or "including")
                return speech;
        }
        // "the wife of X", "ministers, including X": somebody else.
        if (first > 0 && _tokens[first - 1].Tag is Upos.Adp or Upos.Cconj or Upos.Part || _tokens[first].Head is >= 0 and int above && above < verb && above >= from && _tokens[first].Relation == "nmod:poss")
            return speech;
        return speech with { Speaker = named.Actor, SpeakerSpan = words.Union(named.Span) };
    }

    // "according to tracking website Gun Archive", "said press secretary X".
    private Speech NamedBehind(Speech speech, TextSpan words)
    {
        if (speech.Speaker >= 0)
            return speech;
        int from = FirstToken(words.End), at = from;
        while (at < _tokens.Count && at - from < 4 && _tokens[at].Tag is Upos.Noun or Upos.Adj && _tokens[at].Span.Start <= _tokens[Math.Max(0, at - 1)].Span.End + 1)
            at++;
        if (at > from && at < _tokens.Count && _mentions.StartingAt(at, out _) is { Form: MentionForm.Name, Actor: >= 0 } named && !speech.Content.Any(piece => piece.Overlaps(named.Span)))
            return speech with { Speaker = named.Actor, SpeakerSpan = named.Span, Span = speech.Span.Union(named.Span) };
        return speech;
    }

    private Speech Pronoun(List<Speech> speeches, int index, int sentence)
    {
        Speech speech = speeches[index];
        if (speech.SpeakerSpan is not { } words || words.Length > 4 || words.Of(_report.Report.Text).ToLowerInvariant() is not ("he" or "she" or "they" or "it") || speech.Cue is not { } cue)
            return speech;
        string word = words.Of(_report.Report.Text).ToLowerInvariant();
        int at = FirstToken(words.Start);
        // In another's words only what these name can be meant.
        if (_told[at] >= 0 && _told[at] != index)
            return speech;
        int last = Last(word, sentence, at, index, speech.Speaker, out bool isMany);
        int bound = speech.Speaker;
        if (bound < 0)
            return last >= 0 && !isMany ? speech with { Speaker = last } : speech;
        if (bound == last)
            return speech;
        bool inOwnWords = Names(bound, speech.Content, at);
        bool clash = !IsFit(bound, word);
        bool heardInWords = (last != -1 || isMany) && IsOnlyTold(bound, at, sentence, index);
        bool goesOn = (last != -1 || isMany) && _heard.Count > 0 && IsGoingOn(speech, cue, at, sentence);
        bool later = last >= 0 && word is "he" or "she" && SpokeSince(last, bound, at, sentence);
        if (!inOwnWords && !clash && !heardInWords && !goesOn && !later)
            return speech;
        return speech with { Speaker = isMany && word is "he" or "she" ? -1 : last };
    }

    /// <summary>The last who spoke and may be the pronoun; -1 where nobody. <paramref name="many"/>: spoke as one of several.</summary>
    private int Last(string word, int sentence, int at, int index, int bound, out bool many)
    {
        many = false;
        int inner = -1, nearest = int.MinValue;
        for (int i = _heard.Count - 1; i >= 0; i--)
        {
            Teller teller = _heard[i];
            if (sentence - teller.Sentence > SentencesBack && (_report.Sentences[sentence].Paragraph - _report.Sentences[teller.Sentence].Paragraph > 1 || sentence - teller.Sentence > 2 * SentencesBack))
                break;
            if (teller.Speech == index || teller.Token >= at)
                continue;
            if (inner >= 0 && teller.Sentence < nearest)
                break;
            if (teller.Actor < 0 || teller.Many && word is "he" or "she")
            {
                // "One of the officials said": somebody who has no name.
                if (!teller.Inner && inner < 0 && teller.Many | teller.Unknown && word is "he" or "she" && teller.Sentence >= sentence - 1)
                {
                    many = true;
                    return -1;
                }
                continue;
            }
            if (!IsFit(teller.Actor, word))
                continue;
            // Where nobody else was found, only who spoke straight before.
            if (bound < 0 && teller.Sentence < sentence - 1 && _report.Sentences[sentence].Paragraph != _report.Sentences[teller.Sentence].Paragraph)
                break;
            if (!teller.Inner)
                return teller.Actor;
            if (inner < 0 && bound < 0)
                (inner, nearest) = (teller.Actor, teller.Sentence);
        }
        return inner;
    }

    private bool IsFit(int actor, string word)
    {
        ReportActor who = _report.Actors[actor];
        if (word is "he" or "she")
            return who.Kind == ActorKind.Person && Gender(actor) is var gender && (gender == '-' || gender == (word == "he" ? 'm' : 'f'));
        if (word == "it")
            return who.Kind is not (ActorKind.Person or ActorKind.Group) || (who.Kind == ActorKind.Group && who.IsNamed);
        return who.Kind != ActorKind.Person;
    }

    private char Gender(int actor)
    {
        if (!_known.TryGetValue(actor, out char gender))
            _known[actor] = gender = _genders.Of(_report.Actors[actor]);
        return gender;
    }

    // "Officials said. He added": one of them, nobody knows who.
    private bool IsMany(Speech said)
    {
        if (said.SpeakerSpan is not { } words)
            return false;
        int first = FirstToken(words.Start), end = FirstToken(words.End), head = Math.Max(first, end - 1);
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Head < first || _tokens[i].Head >= end)
                head = i;
        }
        return head < _tokens.Count && _tokens[head].Xpos is "NNS" && _tokens[head].Tag == Upos.Noun || _tokens[first].Lower == "one";
    }

    // Somebody whom the report names once and whom no actor stands for; no statement, video or attack.
    private bool IsSomebody(Speech said)
    {
        int first = FirstToken(said.SpeakerSpan!.Value.Start), end = FirstToken(said.SpeakerSpan.Value.End);
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Tag == Upos.Noun && (s_issued.Contains(_tokens[i].Lemma) || _cues.IsNoun(_tokens[i].Lemma) || _cues.IsMute(_tokens[i].Lemma)))
                return false;
        }
        return end > first && _tokens[end - 1].Tag == Upos.Propn && _tokens[first].Tag is Upos.Propn or Upos.Noun;
    }

    // "He said Michel was angry" is not Michel; "Michel would stay, he said" may be.
    private bool Names(int actor, IReadOnlyList<TextSpan> content, int after)
    {
        foreach (TextSpan piece in content)
        {
            for (int t = Math.Max(after, FirstToken(piece.Start)); t < _tokens.Count && _tokens[t].Span.Start < piece.End; t++)
            {
                if (_mentions.StartingAt(t, out _) is { Form: MentionForm.Name } named && named.Actor == actor)
                    return true;
            }
        }
        return false;
    }

    // Whether all that was heard of the actor lately stands in the words of others.
    private bool IsOnlyTold(int actor, int at, int sentence, int own)
    {
        int from = _report.Sentences[Math.Max(0, sentence - SentencesBack)].FirstToken;
        bool seen = false;
        for (int t = at - 1; t >= from; t--)
        {
            if (_mentions.StartingAt(t, out _) is not { } mention || mention.Actor != actor)
                continue;
            if (_told[t] < 0 || _told[t] == own)
                return false;
            seen = true;
        }
        return seen;
    }

    // The other spoke in the sentence before, and since then nobody named the one.
    private bool SpokeSince(int last, int bound, int at, int sentence)
    {
        for (int i = _heard.Count - 1; i >= 0 && _heard[i].Sentence >= sentence - 1; i--)
        {
            if (_heard[i].Actor != last || _heard[i].Inner || _heard[i].Token >= at)
                continue;
            for (int t = _report.Sentences[_heard[i].Sentence].FirstToken; t < at; t++)
            {
                if (_mentions.StartingAt(t, out _) is { } mention && mention.Actor == bound)
                    return false;
            }
            return true;
        }
        return false;
    }

    // "He added", "She went on to say" straight behind another's words.
    private bool IsGoingOn(Speech speech, TextSpan cue, int at, int sentence)
    {
        int verb = FirstToken(cue.Start);
        bool further = speech.CueLemma is "add" or "continue" or "conclude" || (verb > 0 && _tokens[verb - 1].Lower is "also" or "further" or "later" or "then");
        if (!further || at != _report.Sentences[sentence].FirstToken)
            return false;
        Teller last = _heard[^1];
        return last.Sentence >= sentence - 1 && !last.Inner;
    }

    // "released a statement condemning", and later "the statement said": of who issued it.
    private Speech Issued(Speech speech, int at, int sentence)
    {
        if (speech.Speaker >= 0 || speech.SpeakerSpan is not { } words)
            return speech;
        int first = FirstToken(words.Start), end = FirstToken(words.End), noun = end - 1;
        while (noun > first && _tokens[noun].Tag is not Upos.Noun)
            noun--;
        if (noun < first || noun >= _tokens.Count || !s_issued.Contains(_tokens[noun].Lemma) || _tokens[noun].Tag != Upos.Noun)
            return speech;
        if (IssuerOf(noun) is >= 0 and int issuer)
            return speech with { Speaker = issuer };
        if (_tokens[first].Lower is not ("the" or "this" or "that" or "its" or "their" or "his" or "her"))
            return speech;
        for (int t = first - 1, from = _report.Sentences[Math.Max(0, sentence - SentencesBackToStatement)].FirstToken; t >= from; t--)
        {
            if (_tokens[t].Tag != Upos.Noun || _tokens[t].Lemma != _tokens[noun].Lemma)
                continue;
            if (IssuerOf(t) is >= 0 and int who)
                return speech with { Speaker = who };
            // "said in a statement"
            for (int i = _heard.Count - 1; i >= 0 && i >= _heard.Count - MentionsBack; i--)
            {
                if (_heard[i].Sentence == SentenceOf(t) && _heard[i] is { Inner: false, Actor: >= 0 } teller && _told[t] < 0)
                    return speech with { Speaker = teller.Actor };
            }
            return speech;
        }
        return speech;
    }

    private int IssuerOf(int noun)
    {
        if (_tokens[noun].Head is not (>= 0 and int verb) || _tokens[noun].Relation is not ("obj" or "obl") || _tokens[verb].Tag != Upos.Verb || (_tokens[noun].Relation == "obj" ? !s_issuing.Contains(_tokens[verb].Lemma) : _cues.At(_tokens, verb, verb + 1, out _, out _) == SpeechFrames.None))
            return -1;
        int sentence = SentenceOf(noun);
        for (int i = _report.Sentences[sentence].FirstToken; i < verb; i++)
        {
            if (_tokens[i].Relation == "nsubj" && (_tokens[i].Head == verb || (_tokens[verb].Relation == "conj" && _tokens[i].Head == _tokens[verb].Head)) && _mentions.HeadedBy(i) is { Actor: >= 0 } subject)
                return subject.Actor;
        }
        return -1;
    }

    private int SentenceOf(int token)
    {
        int low = 0, high = _report.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_report.Sentences[middle].EndToken <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
