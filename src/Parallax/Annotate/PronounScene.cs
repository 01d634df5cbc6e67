namespace Parallax.Annotate;

/// <summary>What an actor, or a pronoun, stands under in its sentence.</summary>
/// <param name="Head">The word that leads the phrase.</param>
/// <param name="Verb">The predicate that it belongs to; -1 where there is none.</param>
/// <param name="Role">Its part there.</param>
/// <param name="Speaks">Whether it is the subject of a verb of saying.</param>
internal readonly record struct PronounPlace(int Head, int Verb, PronounRole Role, bool Speaks);

/// <summary>The part that a phrase has in its clause.</summary>
internal enum PronounRole
{
    Other, Subject, PassiveSubject, Object, Governed, Owner,
}

/// <summary>Answers about the clauses of one report, each in a bounded number of steps.</summary>
internal sealed class PronounScene
{
    private const int LongestChain = 12;

    private readonly SpeechCues _cues;
    private readonly IReadOnlyList<Token> _tokens;

    // How many things in the singular and in the plural stand before each token, and the last of them that is a subject.
    private readonly int[] _one;
    private readonly int[] _many;
    private readonly int[] _lastSubject;
    private readonly int[] _lastSubjects;

    public PronounScene(SpeechCues cues, AnnotatedReport report, IReadOnlyList<ActorCandidate> candidates)
    {
        _cues = cues;
        _tokens = report.Tokens;
        bool[] acts = new bool[_tokens.Count];
        foreach (ActorCandidate candidate in candidates)
        {
            if (!candidate.Dropped)
                Array.Fill(acts, true, candidate.HeadFirst, candidate.HeadEnd - candidate.HeadFirst);
        }
        _one = new int[_tokens.Count + 1];
        _many = new int[_tokens.Count + 1];
        _lastSubject = new int[_tokens.Count + 1];
        _lastSubjects = new int[_tokens.Count + 1];
        _lastSubject[0] = _lastSubjects[0] = -1;
        for (int i = 0; i < _tokens.Count; i++)
        {
            Token token = _tokens[i];
            bool thing = token.Tag is Upos.Noun && !acts[i] && token.Relation is not ("compound" or "obl:tmod" or "nmod:tmod");
            bool many = thing && token.Xpos == "NNS";
            bool subject = thing && token.Relation.StartsWith("nsubj", StringComparison.Ordinal);
            _one[i + 1] = _one[i] + (thing && !many ? 1 : 0);
            _many[i + 1] = _many[i] + (many ? 1 : 0);
            _lastSubject[i + 1] = subject && !many ? i : _lastSubject[i];
            _lastSubjects[i + 1] = subject && many ? i : _lastSubjects[i];
        }
    }

    /// <summary>How many things of that number stand in a stretch of tokens.</summary>
    public int Things(PronounSort sort, int first, int end) => first >= end ? 0 : sort == PronounSort.They ? _many[end] - _many[first] : _one[end] - _one[first];

    /// <summary>The last thing of that number before a token that is a subject; -1 where there is none.</summary>
    public int LastThingSubject(PronounSort sort, int before) => sort == PronounSort.They ? _lastSubjects[before] : _lastSubject[before];

    /// <summary>The place of the phrase between two tokens.</summary>
    public PronounPlace PlaceOf(int first, int end)
    {
        int head = end - 1;
        for (int i = first; i < end; i++)
        {
            if (_tokens[i] is { Relation.Length: > 0 } token && (token.Head < first || token.Head >= end) && token.Tag is Upos.Noun or Upos.Propn or Upos.Pron)
            {
                head = i;
                break;
            }
        }
        string relation = _tokens[head].Relation;
        int above = _tokens[head].Head;
        PronounRole role = relation switch
        {
            "nsubj:pass" => PronounRole.PassiveSubject,
            "obj" or "iobj" => PronounRole.Object,
            "nmod:poss" => PronounRole.Owner,
            "obl" or "obl:agent" or "nmod" or "obl:tmod" => PronounRole.Governed,
            _ => relation.StartsWith("nsubj", StringComparison.Ordinal) ? PronounRole.Subject : PronounRole.Other,
        };
        int verb = above;
        for (int steps = 0; verb >= 0 && steps < LongestChain && role is PronounRole.Owner or PronounRole.Governed or PronounRole.Other && _tokens[verb].Tag is not (Upos.Verb or Upos.Aux); steps++)
            verb = _tokens[verb].Head;
        bool credited = first > 1 && _tokens[first - 1].Lower == "to" && _tokens[first - 2].Lower == "according";
        bool speaks = credited || role == PronounRole.Subject && above >= 0 && (_cues.At(_tokens, above, _tokens.Count, out _, out _) & (SpeechFrames.Clause | SpeechFrames.Quote)) != 0;
        return new PronounPlace(head, verb, role, speaks);
    }

    /// <summary>Whether the word stands under the verb, in a clause of its own.</summary>
    public bool IsUnder(int word, int verb)
    {
        for (int at = word, steps = 0; at >= 0 && steps < LongestChain; at = _tokens[at].Head, steps++)
        {
            if (at == verb)
                return steps > 0;
        }
        return false;
    }

    /// <summary>Whether the second verb is joined to the first: "came and took".</summary>
    public bool AreJoined(int first, int second) => first >= 0 && second >= 0 && first != second
        && (_tokens[second].Head == first && _tokens[second].Relation is "conj" or "parataxis" || _tokens[first].Head == second && _tokens[first].Relation is "conj" or "parataxis");

    /// <summary>Whether the words stand in what a verb of saying tells.</summary>
    public bool IsTold(int word)
    {
        for (int at = word, steps = 0; at >= 0 && steps < LongestChain; at = _tokens[at].Head, steps++)
        {
            if (_tokens[at].Relation == "ccomp" && _tokens[at].Head is >= 0 and int verb && _cues.At(_tokens, verb, _tokens.Count, out _, out _).HasFlag(SpeechFrames.Clause))
                return true;
        }
        return false;
    }

    /// <summary>Whether it owns the one who speaks: "his" in "his brother said".</summary>
    public bool OwnsSpeaker(PronounPlace place)
    {
        int noun = place.Role == PronounRole.Owner ? _tokens[place.Head].Head : -1;
        return noun >= 0 && _tokens[noun].Relation == "nsubj" && _tokens[noun].Head >= 0 && (_cues.At(_tokens, _tokens[noun].Head, _tokens.Count, out _, out _) & SpeechFrames.Clause) != 0;
    }

    /// <summary>"It is clear that", "it took days to": nothing that was spoken of before.</summary>
    public bool IsExpletive(int at)
    {
        Token token = _tokens[at];
        if (token.Relation == "expl")
            return true;
        if (token.Head < 0 || token.Relation is not ("nsubj" or "nsubj:pass"))
            return false;
        int above = token.Head;
        if (_tokens[above].Lemma is "early" or "late" or "clear" or "unclear" or "likely" or "unlikely" or "possible" or "impossible" or "hard" or "difficult" or "easy" or "important" or "necessary" or "essential" or "vital" or "time" or "true")
        {
            for (int i = above + 1; i < _tokens.Count && i < above + 4; i++)
            {
                if (_tokens[i].Lower is "to" or "that" or "if" or "whether" or "how" or "who" or "what" or "when" or "where" or "why")
                    return true;
            }
        }
        if (_tokens[above].Tag is Upos.Adj && !IsPersonal(_tokens[above].Lemma) || _tokens[above].Lemma is "seem" or "appear" or "happen" or "rain" or "snow" or "matter" || (_tokens[above].Lemma == "take" && IsOfTime(above)))
        {
            for (int i = above + 1; i < _tokens.Count && i < above + 8; i++)
            {
                if (_tokens[i].Head == above && _tokens[i].Relation is "csubj" or "csubj:pass" or "ccomp" or "xcomp" or "advcl")
                    return true;
            }
        }
        return false;
    }

    // "It took two days to".
    private bool IsOfTime(int verb)
    {
        for (int i = verb + 1; i < _tokens.Count && i < verb + 7; i++)
        {
            if (_tokens[i].Head == verb && _tokens[i].Relation == "obj")
                return _tokens[i].Lemma is "minute" or "hour" or "day" or "week" or "month" or "year" or "decade" or "time" or "while" or "night";
        }
        return false;
    }

    // "It is ready to": only who acts is.
    private static bool IsPersonal(string adjective) => adjective is "willing" or "ready" or "prepared" or "able" or "unable" or "unwilling" or "reluctant" or "determined" or "eager" or "keen" or "happy" or "glad" or "proud"
        or "afraid" or "sorry" or "confident" or "sure" or "certain" or "aware" or "anxious" or "free" or "bound" or "committed" or "set" or "due" or "responsible" or "innocent" or "guilty";

    /// <summary>Whether the predicate above the word is a noun or adjective: "they are safe".</summary>
    public bool IsOfCopula(PronounPlace place) => place.Verb >= 0 && place.Role == PronounRole.Subject && _tokens[place.Verb].Tag is Upos.Adj or Upos.Noun or Upos.Adv;

    /// <summary>Whether the verb is one of will, feeling or mind, which things do not have.</summary>
    public bool Wills(PronounPlace place) => place.Role == PronounRole.Subject && place.Verb >= 0
        && _tokens[place.Verb].Lemma is "want" or "hope" or "fear" or "believe" or "know" or "think" or "try" or "plan" or "decide" or "refuse" or "agree" or "intend" or "seek" or "demand" or "fight" or "arrest" or "attack"
            or "kill" or "shoot" or "fire" or "flee" or "work" or "live" or "need" or "support" or "oppose" or "accuse" or "feel" or "see" or "hear" or "ask" or "expect" or "call" or "detain" or "carry" or "vote";
}
