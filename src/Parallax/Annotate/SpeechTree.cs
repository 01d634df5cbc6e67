namespace Parallax.Annotate;

/// <summary>Who does what a verb says, by the tree of the sentence.</summary>
/// <param name="Head">The head word of the subject or agent; -1 where the tree shows that nobody's speech is told.</param>
/// <param name="Shared">Whether it is the subject of another verb: "X came and said", "X left, saying".</param>
/// <param name="Relative">Whether the verb stands in a clause that describes its subject: "X, who said", "a letter saying".</param>
internal readonly record struct TreeSubject(int Head, bool Shared, bool Relative)
{
    /// <summary>No speech of anybody: a passive without its agent, a participle before a noun.</summary>
    public static readonly TreeSubject Nobody = new(-1, false, false);
}

/// <summary>Answers from the trees of one report who speaks. Where a sentence has no tree, or the tree no subject, it has no answer.</summary>
internal sealed class SpeechTree
{
    // No chain of verbs is longer; it keeps a damaged tree from going round.
    private const int LongestChain = 8;
    private const int LongestPhrase = 30;
    private const int DeepestTree = 200;

    private readonly IReadOnlyList<Token> _tokens;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    private readonly HashSet<int> _times;

    public SpeechTree(IReadOnlyList<Token> tokens, HashSet<int>? times = null)
    {
        _tokens = tokens;
        _times = times ?? [];
        _firstChild = new int[tokens.Count];
        _nextSibling = new int[tokens.Count];
        Array.Fill(_firstChild, -1);
        for (int i = tokens.Count - 1; i >= 0; i--)
        {
            int head = tokens[i].Head;
            if (head < 0)
                continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Head < 0)
                _nextSibling[i] = -1;
        }
    }

    /// <summary>Who says what the verb at token <paramref name="verb"/> reports; null where the tree has no answer.</summary>
    public TreeSubject? SubjectOf(int verb)
    {
        if (_tokens[verb].Relation.Length == 0)
            return null;
        if (IsPassive(verb))
            return Agent(verb) is >= 0 and int agent ? new TreeSubject(agent, false, false) : TreeSubject.Nobody;
        int at = verb;
        for (int steps = 0; steps < LongestChain; steps++)
        {
            bool shared = at != verb;
            if (Subject(at, shared) is >= 0 and int subject)
            {
                // "regarding the refugees and calls them": a verb in the singular has another subject.
                if (shared && _tokens[verb].Xpos == "VBZ" && _tokens[subject].Xpos is "NNS" or "NNPS")
                    return TreeSubject.Nobody;
                int antecedent = Antecedent(subject, at);
                // The writer, the reader, "what they said": nobody of whom is reported.
                if (_tokens[antecedent].Lower is "i" or "we" or "you" or "one" or "what" or "myself" or "ourselves" && _tokens[antecedent].Tag == Upos.Pron)
                    return TreeSubject.Nobody;
                return new TreeSubject(antecedent, shared, antecedent != subject || Plain(_tokens[at].Relation) == "acl");
            }
            Token token = _tokens[at];
            switch (Plain(token.Relation))
            {
                case "conj":
                    // "said they had behaved badly and ordered them to pay": goes with "said" in form.
                    if (at == verb && token.Xpos == "VBD" && _tokens[token.Head] is { Xpos: "VBN", Relation: "ccomp", Head: >= 0 } told && _tokens[told.Head].Xpos == "VBD" && told.Head < token.Head && Child(token.Head, "aux") >= 0)
                    {
                        at = told.Head;
                        continue;
                    }
                    // "was held and told": the second participle is passive as the first is.
                    if (at == verb && token.Xpos == "VBN" && IsPassive(token.Head) && Child(at, "aux") < 0)
                        return Agent(at) is >= 0 and int doer ? new TreeSubject(doer, false, false) : TreeSubject.Nobody;
                    break;
                case "xcomp" or "advcl" when Child(at, "mark") is >= 0 and int to && _tokens[to].Lower == "to":
                    // "urged to submit and suggest": wished for, not said.
                    return TreeSubject.Nobody;
                case "xcomp":
                    // "kept them waiting": whom the object names does it.
                    if (Child(token.Head, "obj") is >= 0 and int controller && token.Xpos == "VBG")
                        return new TreeSubject(controller, true, false);
                    break;
                case "advcl":
                    // "quoted X as saying": X's words.
                    if (at == verb && token.Xpos == "VBG" && Child(at, "mark") is >= 0 and int introducing && _tokens[introducing].Lower == "as" && _tokens[token.Head].Lemma is "quote" or "cite" && Child(token.Head, "obj") is >= 0 and int quoted)
                        return new TreeSubject(quoted, false, false);
                    if (at == verb && IsDeedOfAnother(at))
                        return TreeSubject.Nobody;
                    // ", X reported": a past tense taken for a participle.
                    if (at == verb && token.Xpos == "VBN")
                        return null;
                    break;
                case "acl" when token.Relation == "acl:relcl":
                    return new TreeSubject(token.Head, shared, true);
                case "acl":
                    // "Washington, which backs it, called for talks": a sentence without a verb of its own was misread.
                    if (token.Xpos is "VBN" or "VBD" && token.Head >= 0 && _tokens[token.Head].Relation == "root")
                        return null;
                    if (token.Xpos == "VBN")
                        return Agent(at) is >= 0 and int by ? new TreeSubject(by, false, true) : TreeSubject.Nobody;
                    return token.Xpos == "VBG" && at == verb && Child(at, "mark") < 0 ? new TreeSubject(token.Head, false, true) : TreeSubject.Nobody;
                case "amod" or "compound" or "nmod" or "case" or "mark" or "fixed" or "flat" or "det" or "aux" or "obj" or "obl" or "nsubj":
                    return TreeSubject.Nobody;
                default:
                    return null;
            }
            at = token.Head;
            if (at < 0)
                return null;
        }
        return null;
    }

    /// <summary>Who acts in the clause in which the noun is no subject: "X announced plans, saying"; null where the tree has no answer.</summary>
    public TreeSubject? ActorAbove(int noun)
    {
        int at = noun;
        for (int steps = 0; steps < LongestChain && at >= 0; steps++)
        {
            if (Plain(_tokens[at].Relation) is "nsubj" or "root")
                return null;
            at = _tokens[at].Head;
            if (at >= 0 && _tokens[at].Tag == Upos.Verb)
                return SubjectOf(at) is { Head: >= 0 } subject && subject.Head != noun ? subject with { Shared = true, Relative = false } : null;
        }
        return null;
    }

    /// <summary>Whether the word is part of what the verb says: below its complement clause, not beside it.</summary>
    public bool IsInComplement(int word, int verb) => Branch(word, verb) is "ccomp" or "xcomp" or "obj" or "obl";

    /// <summary>The relation by which the word, or what it stands under, depends on the verb; empty where it does not.</summary>
    public string Branch(int word, int verb)
    {
        for (int at = word, steps = 0; at >= 0 && steps < DeepestTree; steps++)
        {
            int head = _tokens[at].Head;
            if (head == verb)
                return Plain(_tokens[at].Relation);
            at = head;
        }
        return "";
    }

    /// <summary>Whether the verb goes on after another: "X said … and Y denied".</summary>
    public bool IsConjunctOf(int verb, int other) => _tokens[verb].Head == other && Plain(_tokens[verb].Relation) == "conj";

    /// <summary>The token after the dependent clause whose verb this is ("people who say that … "); the end of all where it is no such verb.</summary>
    public int ClauseEnd(int verb)
    {
        int at = verb;
        for (int steps = 0; steps < LongestChain && Plain(_tokens[at].Relation) == "conj" && _tokens[at].Head >= 0; steps++)
            at = _tokens[at].Head;
        // "as X told the court, …": the main clause is what was told.
        bool dependent = Plain(_tokens[at].Relation) is "acl" or "advcl" && !(Child(at, "mark") is >= 0 and int mark && _tokens[mark].Lower == "as");
        return dependent ? Extent(at).Last + 1 : _tokens.Count;
    }

    /// <summary>The first and the last word under <paramref name="head"/>, itself included.</summary>
    public (int First, int Last) Extent(int head)
    {
        (int first, int last) = (head, head);
        Stack<int> open = new([head]);
        // A damaged tree may go round; no sentence has more words than this.
        for (int steps = 0; open.Count > 0 && steps < DeepestTree * LongestChain; steps++)
        {
            int at = open.Pop();
            (first, last) = (Math.Min(first, at), Math.Max(last, at));
            for (int child = _firstChild[at]; child >= 0; child = _nextSibling[child])
                open.Push(child);
        }
        return (first, last);
    }

    /// <summary>The head of what "according to" at token <paramref name="according"/> names; -1 where the tree has no answer.</summary>
    public int AccordingTo(int according)
    {
        Token token = _tokens[according];
        if (token.Relation == "case")
            return Named(token.Head);
        return Plain(token.Relation) is "advcl" or "obl" or "advmod" or "root" ? Child(according, "obl") : -1;
    }

    // "According to Harbour Minister Lena Fischer": the tree may hang the phrase on its first word.
    private int Named(int token)
    {
        while (token >= 0 && _tokens[token].Relation is "compound" or "nmod:desc" && _tokens[token].Head > token)
            token = _tokens[token].Head;
        return token;
    }

    /// <summary>The first word that depends on <paramref name="head"/> by <paramref name="relation"/>, subtypes included; -1 where none does.</summary>
    public int Child(int head, string relation)
    {
        if (head < 0)
            return -1;
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (Plain(_tokens[child].Relation) == relation)
                return child;
        }
        return -1;
    }

    /// <summary>The words that make one name or description with <paramref name="head"/>: articles, adjectives, owners, the parts of a name.</summary>
    public (int First, int End) Phrase(int head)
    {
        int first = head, end = head + 1;
        while (first > 0 && head - first < LongestPhrase && BelongsTo(first - 1, head))
            first--;
        while (end < _tokens.Count && end - head < LongestPhrase && BelongsTo(end, head))
            end++;
        return (first, end);
    }

    /// <summary>Whose words a noun of speech carries: "the ministry's statement", "a report by X", "a statement from X"; -1 where it is not said.</summary>
    public int Owner(int noun)
    {
        for (int child = _firstChild[noun]; child >= 0; child = _nextSibling[child])
        {
            string relation = _tokens[child].Relation;
            if (relation == "nmod:poss")
                return child;
            if (relation is "nmod" or "nmod:agent" && Child(child, "case") is >= 0 and int preposition && _tokens[preposition].Lower is "by" or "from" or "of")
                return child;
        }
        return -1;
    }

    /// <summary>The word in apposition to <paramref name="head"/>; -1 where there is none.</summary>
    public int Apposition(int head) => Child(head, "appos");

    private bool BelongsTo(int word, int head)
    {
        for (int at = word, steps = 0; steps < LongestChain; steps++)
        {
            Token token = _tokens[at];
            bool inside = Plain(token.Relation) is "det" or "amod" or "compound" or "nummod" or "flat" or "fixed" or "goeswith"
                || token.Relation is "nmod:poss" or "nmod:unmarked" or "nmod:desc"
                // The owner's clitic, the hyphen, "very" before an adjective.
                || (at == word && (token.Relation is "case" && ActorWords.IsPossessive(token) || token.Relation is "advmod" or "punct" && token.Lower is not ("," or ";" or ":" or "(" or ")" or "not" or "n't")));
            if (!inside || token.Head < 0 || (token.Tag == Upos.Adp && !ActorWords.IsPossessive(token)))
                return false;
            if (token.Head == head)
                return at != word || token.Relation is not ("advmod" or "punct") || word < head;
            at = token.Head;
        }
        return false;
    }

    private bool IsPassive(int verb)
    {
        for (int child = _firstChild[verb]; child >= 0; child = _nextSibling[child])
        {
            if (_tokens[child].Relation is "nsubj:pass" or "aux:pass" or "csubj:pass")
                return true;
        }
        // "as reported by X"
        return _tokens[verb].Xpos == "VBN" && Plain(_tokens[verb].Relation) is "advcl" && Child(verb, "nsubj") < 0 && Child(verb, "aux") < 0
            && !(verb > 0 && _tokens[verb - 1].Tag is Upos.Noun or Upos.Propn or Upos.Pron);
    }

    private int Agent(int verb)
    {
        for (int child = _firstChild[verb]; child >= 0; child = _nextSibling[child])
        {
            string relation = _tokens[child].Relation;
            if (relation == "obl:agent" || (relation == "obl" && Child(child, "case") is >= 0 and int preposition && _tokens[preposition].Lower == "by"))
                return child;
        }
        return -1;
    }

    private int Subject(int verb, bool passiveToo)
    {
        int found = -1;
        for (int child = _firstChild[verb]; child >= 0; child = _nextSibling[child])
        {
            string relation = _tokens[child].Relation;
            // Of two before the verb the one beside it: "the workers, X explained, were paid".
            if ((relation is "nsubj" or "nsubj:outer" || (passiveToo && relation == "nsubj:pass")) && (found < 0 || (child < verb && !HasMark(child, verb))) && !_times.Contains(child) && !IsOfClauseBetween(child, verb))
                found = child;
        }
        return found >= 0 && Apposition(found) is >= 0 and int named && CutsIn(_tokens, named, verb) && Child(verb, "ccomp") is >= 0 and int said && said > verb && Child(said, "nsubj") < 0 ? named : found;
    }

    /// <summary>Whether a name between the comma and the verb is the speaker, what the tree takes for an apposition: "Their sons, Karl Adler said, were safe".</summary>
    public static bool CutsIn(IReadOnlyList<Token> tokens, int named, int verb)
    {
        if (named > verb || verb - named > LongestChain || verb + 1 >= tokens.Count || tokens[verb + 1].Text != ",")
            return false;
        int first = named;
        while (first > 0 && tokens[first - 1].Head == named && tokens[first - 1].Tag != Upos.Punct)
            first--;
        for (int i = first; i < verb; i++)
        {
            if (tokens[i].Tag == Upos.Punct)
                return false;
        }
        return first > 0 && tokens[first - 1].Text == ",";
    }

    // "The prosecutor laughed when the guard said…": a finite verb straight behind the name has it as its subject, whatever the tree says.
    private bool IsOfClauseBetween(int subject, int verb) =>
        subject + 1 < verb && _tokens[subject + 1] is { Relation: "ccomp", Xpos: "VBD" or "VBZ" } next && next.Head == verb && Child(subject + 1, "nsubj") < 0;

    private bool HasMark(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_tokens[i].Tag == Upos.Punct)
                return true;
        }
        return false;
    }

    // "the minister who said": the minister.
    private int Antecedent(int subject, int verb)
    {
        if (_tokens[subject].Lower is not ("who" or "which" or "that") || _tokens[subject].Tag is not (Upos.Pron or Upos.Det or Upos.Sconj))
            return subject;
        for (int at = verb, steps = 0; at >= 0 && steps < LongestChain; at = _tokens[at].Head, steps++)
        {
            if (_tokens[at].Relation == "acl:relcl" && _tokens[at].Head >= 0)
                return _tokens[at].Head;
            if (Plain(_tokens[at].Relation) is not ("conj" or "xcomp" or "ccomp"))
                break;
        }
        return subject;
    }

    // "criticised X for saying", "ruled out supporting": not told as speech of the subject.
    private bool IsDeedOfAnother(int verb) =>
        Child(verb, "mark") is >= 0 and int mark && _tokens[mark].Lower is "of" or "for" or "from" or "into" or "against" or "without" or "to";

    private static string Plain(string relation)
    {
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }
}
