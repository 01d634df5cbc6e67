using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Weighs which candidates really are actors: a capitalised word is a name where speech verbs, titles or full names elsewhere show it,
/// and a place name is a government where it acts.
/// </summary>
internal sealed class NameEvidence
{
    private const int LongestQuote = 400;

    private static readonly HashSet<string> s_particles = new(StringComparer.Ordinal)
    {
        "al", "el", "bin", "bint", "ibn", "ben", "abu", "ould", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "der", "den", "von", "zu", "ter", "ten", "af", "av", "y", "e",
        "jr", "jr.", "sr", "sr.",
    };

    private static readonly HashSet<string> s_streets = new(StringComparer.Ordinal)
    {
        "alley", "allee", "allée", "alameda", "avenida", "avenue", "ave", "boulevard", "bridge", "calle", "corniche", "corso", "cours", "drive", "esplanade", "highway", "jardin", "lane", "parc", "passage", "paseo", "piazza", "place", "plaza", "pont", "porte",
        "praça", "promenade", "quai", "road", "rua", "rue", "square", "stade", "street", "via", "viale",
    };

    private static readonly HashSet<string> s_ofStreet = new(StringComparer.Ordinal) { "de", "des", "du", "del", "della", "di", "da", "do", "la", "le", "les", "los", "las", "of", "d'", "l'" };

    private readonly ActorLexicon _lexicon;
    private readonly SpeechCues _cues;
    private readonly AnnotatedReport _report;
    private readonly IReadOnlyList<Token> _tokens;
    private readonly List<ActorCandidate> _candidates;
    private readonly bool[] _quoted;
    private readonly int[] _lastUnquoted;
    private readonly Dictionary<int, PlaceMention> _places = [];

    // Names that the language engine takes for persons, by their first token and the token after.
    private readonly HashSet<(int First, int End)> _persons;
    private readonly ActorGaps _gaps;

    public NameEvidence(ActorLexicon lexicon, SpeechCues cues, AnnotatedReport report, List<ActorCandidate> candidates)
    {
        _lexicon = lexicon;
        _cues = cues;
        _report = report;
        _tokens = report.Tokens;
        _candidates = candidates;
        _quoted = QuotedTokens(report, QuoteFinder.Find(report.Report));
        _lastUnquoted = new int[_quoted.Length];
        for (int i = 0, last = -1; i < _quoted.Length; i++)
            _lastUnquoted[i] = last = _quoted[i] ? last : i;
        _persons = [.. report.Names.Where(name => name.Kind == NameKind.Person).Select(name => (name.FirstToken, name.EndToken))];
        foreach (PlaceMention place in report.Places)
            _places.TryAdd(place.Span.Start, place);
        _gaps = new ActorGaps(lexicon, report);
    }

    public bool InQuote(int token) => token < _quoted.Length && _quoted[token];

    /// <summary>Whether all words from one after <paramref name="from"/> up to <paramref name="to"/> are quoted, as far back as a quotation reaches.</summary>
    public bool IsOneQuote(int from, int to) => _lastUnquoted[to] <= Math.Max(from, to - LongestQuote);

    /// <summary>The parts of a name that tell it from others: without particles, suffixes and generation marks.</summary>
    public static IEnumerable<string> RealParts(IReadOnlyList<string> parts) => parts.Where(p => !s_particles.Contains(p.ToLowerInvariant()));

    /// <summary>Drops the candidates without evidence and settles what kind the rest is.</summary>
    public void Weigh()
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        HashSet<string> alone = new(StringComparer.Ordinal);
        HashSet<string> bodies = new(StringComparer.Ordinal);
        HashSet<string> keys = [.. _candidates.Where(c => c.Key is not null).Select(c => c.Key!)];
        HashSet<string> bearers = Bearers();
        foreach (ActorCandidate candidate in _candidates)
        {
            if (candidate.IsToponym && !candidate.IsPossessor && bearers.Contains(_tokens[candidate.HeadFirst].Lower) && candidate.HeadEnd - candidate.HeadFirst == 1)
                MakePerson(candidate);
            else if (candidate.IsToponym && !ActsAsGovernment(candidate))
                candidate.Dropped = true;
            if (candidate.Kind != ActorKind.Person || candidate.Form != MentionForm.Name)
                continue;
            if (candidate.Name is [.., { } last] && IsSite(last))
            {
                ActorGaps.MakeBody(candidate, _lexicon);
                candidate.Kind = ActorKind.Outlet;
                candidate.Class = "journalist";
                continue;
            }
            if (candidate.Title is null && IsOfStreet(candidate))
            {
                candidate.Dropped = true;
                continue;
            }
            if (candidate.Strength == NameStrength.Strong || (candidate.Strength == NameStrength.Weak && HasContext(candidate)))
            {
                candidate.Strength = NameStrength.Strong;
                known.Add(NameVariants.SurnameKey(string.Concat(RealParts(candidate.Name).TakeLast(2))));
                foreach (string part in RealParts(candidate.Name))
                    known.Add(NameVariants.SurnameKey(part));
            }
            else if (candidate.Strength == NameStrength.Single)
            {
                string key = NameVariants.SurnameKey(candidate.Name[0]);
                if (!InQuote(candidate.First) && SpeaksOrIsAddressed(candidate))
                    alone.Add(key);
                if (QualifiesFighters(candidate))
                    bodies.Add(key);
            }
        }
        foreach (ActorCandidate candidate in _candidates)
        {
            if (candidate.Dropped || candidate.Kind != ActorKind.Person || candidate.Form != MentionForm.Name || candidate.Strength == NameStrength.Strong)
                continue;
            string last = NameVariants.SurnameKey(RealParts(candidate.Name).LastOrDefault() ?? "");
            if (candidate.Strength == NameStrength.Weak)
            {
                if (!known.Contains(last) && !alone.Contains(last) && !known.Contains(NameVariants.SurnameKey(string.Concat(RealParts(candidate.Name)))) && !_gaps.Stands(candidate))
                    candidate.Dropped = true;
                continue;
            }
            if (known.Contains(last) || last.Length < 2)
                candidate.Dropped = last.Length < 2;
            else if (bodies.Contains(last) || (alone.Contains(last) && IsPrecededByThe(candidate)))
                ActorGaps.MakeBody(candidate, _lexicon);
            // "Kfor" beside "KFOR".
            else if (candidate.Name is [{ } alike] && keys.Contains(ActorWords.OrganisationKey(alike, _lexicon)))
                ActorGaps.MakeBody(candidate, _lexicon);
            else if (!alone.Contains(last) && !_gaps.Stands(candidate))
                candidate.Dropped = true;
        }
        _gaps.Fill(_candidates);
    }

    /// <summary>
    /// Surnames of persons named in full here, folded, that are also names of places: "Israel" is the sheriff in a report on "Sheriff Scott Israel", unless the report
    /// puts something in, to or from the place of that name.
    /// </summary>
    private HashSet<string> Bearers()
    {
        HashSet<string> bearers = new(StringComparer.Ordinal);
        foreach (ActorCandidate candidate in _candidates)
        {
            if (candidate is { Kind: ActorKind.Person, Form: MentionForm.Name, Strength: NameStrength.Strong, Name.Count: > 1 })
                bearers.Add(Folding.Fold(candidate.Name[^1]));
        }
        if (bearers.Count == 0)
            return bearers;
        for (int i = 1; i < _tokens.Count; i++)
        {
            if (_tokens[i - 1].Lower is "in" or "from" or "to" or "into" or "across" or "near" or "outside" && char.IsUpper(_tokens[i].Text[0]) && _tokens[i].Relation is not ("nsubj" or "nsubj:pass"))
                bearers.Remove(_tokens[i].Lower);
        }
        return bearers;
    }

    // "NorthJersey.com", "Detik.com": a page of the web publishes; it is nobody.
    private static bool IsSite(string word)
    {
        int dot = word.LastIndexOf('.');
        return dot > 1 && dot + 2 < word.Length && char.IsLetterOrDigit(word[dot - 1]) && word[(dot + 1)..].ToLowerInvariant() is "com" or "org" or "net" or "info" or "uk" or "ng" or "za" or "ke" or "in" or "au" or "ca" or "de" or "fr" or "ru" or "ua" or "tv" or "news" or "co" or "io" or "us" or "eu";
    }

    // "the Promenade des Anglais", "Mandela Avenue": whom a street is called after takes no part.
    private bool IsOfStreet(ActorCandidate candidate)
    {
        if (candidate.End < _tokens.Count && s_streets.Contains(_tokens[candidate.End].Lower) && char.IsUpper(_tokens[candidate.End].Text[0]))
            return true;
        int at = candidate.First - 1;
        while (at > 0 && candidate.First - at < 4 && s_ofStreet.Contains(_tokens[at].Lower))
            at--;
        return at >= 0 && at < candidate.First - 1 && s_streets.Contains(_tokens[at].Lower) && char.IsUpper(_tokens[at].Text[0]);
    }

    private void MakePerson(ActorCandidate candidate)
    {
        candidate.IsToponym = false;
        candidate.Kind = ActorKind.Person;
        candidate.Class = null;
        candidate.Key = null;
        candidate.Country = null;
        candidate.IsBody = false;
        candidate.Members.Clear();
        candidate.Name = [_tokens[candidate.HeadFirst].Text];
        candidate.Strength = NameStrength.Strong;
    }

    /// <summary>Whether the candidate is the subject of its clause: by the tree, else by standing before its verb without a preposition.</summary>
    public bool IsSubject(ActorCandidate candidate)
    {
        if (candidate.IsPossessor)
            return false;
        for (int i = candidate.First; i < candidate.End; i++)
        {
            // The head of the phrase hangs on a word outside.
            if (_tokens[i] is { Relation.Length: > 0 } token && (token.Head < candidate.First || token.Head >= candidate.End) && token.Tag is Upos.Noun or Upos.Propn or Upos.Pron)
                return token.Relation.StartsWith("nsubj", StringComparison.Ordinal);
        }
        if (IsGoverned(candidate.First))
            return false;
        int at = candidate.End;
        int end = _report.Sentences[candidate.Sentence].EndToken;
        for (int steps = 0; at < end && steps < 4; at++, steps++)
        {
            Token token = _tokens[at];
            if (token.Tag is Upos.Verb or Upos.Aux)
                return true;
            if (token.Tag is not Upos.Adv && token.Text != ",")
                return token.Lower is "who" or "which" or "and" && steps == 0;
            if (token.Text == ",")
                return true;
        }
        return false;
    }

    /// <summary>Whether a preposition stands right before the token.</summary>
    public bool IsGoverned(int first) =>
        first > 0 && _tokens[first - 1].Tag is Upos.Adp && _tokens[first - 1].Lower is not "but" and not "that";

    private bool ActsAsGovernment(ActorCandidate candidate)
    {
        bool cueAfter = IsFollowedByCue(candidate) || SpeaksAfterAside(candidate);
        if (_places.TryGetValue(_tokens[candidate.HeadFirst].Span.Start, out PlaceMention? place))
        {
            if (place.Use == ToponymUse.Government)
                return true;
            return cueAfter && place.Use != ToponymUse.Dateline && (!IsGoverned(candidate.First) || SpeaksAfterAside(candidate));
        }
        string head = ActorWords.Text(_report, candidate.HeadFirst, candidate.HeadEnd);
        if (_lexicon.Seat(head) is { } seat && _lexicon.CountryNamed(head) is null && !string.Equals(Folding.Fold(seat.Capital), Folding.Fold(head), StringComparison.Ordinal))
            return true;
        if (IsGoverned(candidate.First) && !cueAfter && !(candidate.First > 0 && _tokens[candidate.First - 1].Lower is "by" or "between" or "against" or "with"))
            return false;
        if (cueAfter)
            return true;
        int end = _report.Sentences[candidate.Sentence].EndToken;
        int at = candidate.End;
        while (at < end && _tokens[at].Tag is Upos.Adv)
            at++;
        if (candidate.IsPossessor)
            return false;
        if (at < end && _tokens[at].Tag is Upos.Verb && _tokens[at].Form is VerbForm.Past or VerbForm.Present or VerbForm.Base)
            return _tokens[at].Lemma is not ("be" or "remain" or "lie" or "border" or "have");
        // "urged Serbia to", "accused Moscow of".
        return candidate.First > 0 && _tokens[candidate.First - 1].Tag is Upos.Verb
            && (_cues.At(_tokens, candidate.First - 1, end, out _, out _) & (SpeechFrames.ObjectOf | SpeechFrames.ObjectToInfinitive | SpeechFrames.NounPhrase | SpeechFrames.Addressee)) != 0;
    }

    // "Moscow, which has close ties with them, called for": the aside, then a reporting verb; or "which called for" itself.
    private bool SpeaksAfterAside(ActorCandidate candidate)
    {
        int end = _report.Sentences[candidate.Sentence].EndToken;
        int at = candidate.End;
        if (at + 2 >= end || _tokens[at].Text != "," || _tokens[at + 1].Lower != "which")
            return false;
        bool closed = false;
        for (int i = at + 2, steps = 0; i < end && steps < 30; i++, steps++)
        {
            if (_tokens[i].Text == ",")
                closed = true;
            else if (_tokens[i].Tag is Upos.Verb && (steps < 3 || (closed && _tokens[i - 1].Text == ",")))
            {
                if ((_cues.At(_tokens, i, end, out _, out _) & (SpeechFrames.Quote | SpeechFrames.Clause | SpeechFrames.ObjectOf)) != 0)
                    return true;
                if (closed)
                    return false;
            }
        }
        return false;
    }

    private bool HasContext(ActorCandidate candidate)
    {
        if (_places.ContainsKey(_tokens[candidate.HeadFirst].Span.Start))
            return false;
        if (_persons.Contains((candidate.HeadFirst, candidate.HeadEnd)))
            return true;
        if (SpeaksOrIsAddressed(candidate))
            return true;
        int end = _report.Sentences[candidate.Sentence].EndToken;
        int at = candidate.End;
        if (_lexicon.Given.IsGiven(candidate.Name[0]) && at < end && _tokens[at].Tag is Upos.Verb or Upos.Aux)
            return true;
        // "X, chairman of …": an office in apposition.
        if (at + 1 < end && _tokens[at].Text == "," && IsOffice(at + 1, end))
            return true;
        // ", 34," is an age; ", who" is a person.
        return at + 1 < end && _tokens[at].Text == "," && (_tokens[at + 1].Lower is "who" or "aged" || (_tokens[at + 1].Text.Length == 2 && char.IsDigit(_tokens[at + 1].Text[0]) && at + 2 < end && _tokens[at + 2].Text is "," or "."));
    }

    /// <summary>Whether an office begins at the token, behind at most an article: "the chairman of", "head of".</summary>
    private bool IsOffice(int at, int end)
    {
        for (int i = at; i < end && i < at + 4; i++)
        {
            if (_lexicon.TitleAt(_tokens, i, end, out _) is { } title)
                return i + title.Words < end && _tokens[i + title.Words].Lower is "of" or "for" or "at" or "in";
            if (_tokens[i].Text == "," || _tokens[i].Tag is Upos.Verb or Upos.Aux)
                return false;
        }
        return false;
    }

    private bool SpeaksOrIsAddressed(ActorCandidate candidate)
    {
        if (IsGoverned(candidate.First) && _tokens[candidate.First - 1].Lower is not "by")
            return false;
        if (IsFollowedByCue(candidate))
            return true;
        int before = candidate.First - 1;
        if (before < 0)
            return false;
        int start = _report.Sentences[candidate.Sentence].FirstToken;
        // "…," said X.
        return before >= start && _tokens[before].Tag is Upos.Verb && _tokens[before].Lower is "said" or "says" or "added" or "warned" or "wrote" or "tweeted" or "explained" or "replied" or "told";
    }

    private bool IsFollowedByCue(ActorCandidate candidate)
    {
        int end = _report.Sentences[candidate.Sentence].EndToken;
        int at = candidate.End;
        for (int steps = 0; at < end && steps < 4; at++, steps++)
        {
            Token token = _tokens[at];
            if (token.Tag is Upos.Verb)
                return (_cues.At(_tokens, at, end, out _, out _) & (SpeechFrames.Quote | SpeechFrames.Clause | SpeechFrames.ObjectOf)) != 0 && token.Form is not VerbForm.Gerund;
            if (token.Tag is not Upos.Adv and not Upos.Aux)
                return false;
        }
        return false;
    }

    // "Hezin fighters", "the Tarvi movement": a name that qualifies armed people or a body is a body.
    private bool QualifiesFighters(ActorCandidate candidate)
    {
        int end = _report.Sentences[candidate.Sentence].EndToken;
        return candidate.End < end && _lexicon.NounAt(_tokens, candidate.End, end, out _) is { Class: "rebel" or "soldier" or "party" or "organisation" or "gunman" } && !char.IsUpper(_tokens[candidate.End].Text[0])
            && _tokens[candidate.End].Tag is Upos.Noun;
    }

    private bool IsPrecededByThe(ActorCandidate candidate) => candidate.First > 0 && _tokens[candidate.First - 1].Lower == "the";

    private static bool[] QuotedTokens(AnnotatedReport report, List<QuotedSpan> quotes)
    {
        bool[] quoted = new bool[report.Tokens.Count];
        int q = 0;
        for (int i = 0; i < quoted.Length; i++)
        {
            int start = report.Tokens[i].Span.Start;
            while (q < quotes.Count && quotes[q].Outer.End <= start)
                q++;
            quoted[i] = q < quotes.Count && quotes[q].Inner.Contains(start);
        }
        return quoted;
    }
}
