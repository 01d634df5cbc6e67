using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>What a number counts by the tree of its sentence.</summary>
internal readonly record struct TreeMeasure(Measure Measure, string? Term, string Unit, int Anchor, string Rule);

/// <summary>
/// Reads off the tree what became of those whom a number counts: driven from their homes, under which term, or killed and injured; and of houses,
/// whether they were destroyed or damaged.
/// </summary>
internal sealed class FigureTree
{
    // How many words around a number are looked at where a fragment has no verb.
    private const int FragmentReach = 4;

    // How far behind "forced" the home stands.
    private const int HomeReach = 11;

    private readonly Dictionary<(string Word, string Place), (string Term, bool Housing)> _terms = [];
    private readonly HashSet<string> _dwellings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HarmWords _harmWords;
    private readonly HarmFinder _harms;

    public FigureTree(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("figure-terms").Rows)
        {
            if (row[1] is "dwelling" or "group")
                (row[1] == "group" ? _groups : _dwellings).Add(row[0]);
            else
                _terms[(row[0], row[1])] = (row[2], row[3] == "housing");
            if (row[1] is not ("dwelling" or "group"))
                _words.Add(row[0]);
        }
        _words.UnionWith(["home", "homes", "tent", "camp", "safety", "safer", "house", "resident"]);
        _harmWords = new HarmWords(data);
        _harms = new HarmFinder(_harmWords);
    }

    /// <summary>Whether the word counts families: "120 households".</summary>
    public bool IsGroup(string lemma) => _groups.Contains(lemma);

    /// <summary>Whether the word counts houses.</summary>
    public bool IsDwelling(string lemma) => _dwellings.Contains(lemma);

    /// <summary>Whether some word of the sentence could tell a measure here.</summary>
    public bool HasTerm(AnnotatedReport report, Sentence sentence) => Any(report, sentence, _words.Contains);

    /// <summary>Whether some word of the sentence tells of harm.</summary>
    public bool HasHarm(AnnotatedReport report, Sentence sentence) => Any(report, sentence, _harmWords.IsAnchor);

    /// <summary>The term of a word that names it by itself: "displaced", "evacuees"; null for other words.</summary>
    public string? TermOf(Token token) => (_terms.TryGetValue((token.Lower, "a"), out (string Term, bool Housing) term) || _terms.TryGetValue((token.Lemma, "n"), out term) || _terms.TryGetValue((token.Lemma, "vo"), out term)) && !term.Housing ? term.Term : null;

    /// <summary>"including seven children", "five of them": whether the number tells of some of those that another number counts.</summary>
    public static bool IsPart(SentenceTree s, int number, int counted)
    {
        int at = counted >= 0 ? counted : number;
        if (s.Case(at) is "including" or "among" || s.Lower(number - 1) == "including" || (s.Lower(number - 1) == "them" && s.Lower(number - 2) is "among" or "of"))
            return true;
        foreach (int child in s.Children(at))
        {
            if (s[child].Relation == "nmod" && s.Case(child) == "of" && s.Lower(child) is "them" or "whom")
                return !(s.Head(at) is int verb && verb > at && s[verb].Tag == Upos.Verb && s[at].Relation is "nsubj" or "nsubj:pass");
        }
        return false;
    }

    /// <summary>Whether some word of the sentence opens a part of a number.</summary>
    public static bool HasPart(AnnotatedReport report, Sentence sentence) => Any(report, sentence, word => word is "including" or "among" or "them" or "whom" or "which");

    /// <summary>"of which 6,000", "of whom 40": the number is of some of those before.</summary>
    public static bool IsOfWhich(SentenceTree s, int number) => s.Lower(number - 1) is "which" or "whom" && s.Lower(number - 2) == "of";

    private static bool Any(AnnotatedReport report, Sentence sentence, Func<string, bool> known)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (known(report.Tokens[i].Lemma) || known(report.Tokens[i].Lower))
                return true;
        }
        return false;
    }

    /// <summary>The term for the number at the token <paramref name="number"/>, which counts the token <paramref name="counted"/>, or nothing named where that is -1.</summary>
    public TreeMeasure? Term(SentenceTree s, int number, int counted)
    {
        int at = counted >= 0 ? counted : number;
        string head = s.Lemma(at);
        bool dwelling = _dwellings.Contains(head), group = _groups.Contains(head);
        string unit = group ? "household" : dwelling ? "house" : "people";
        // "a total of 77 houses", "the number of people"
        int over = at;
        // "residents of 120 houses": they are counted by their houses.
        if (dwelling && s[at].Relation == "nmod" && s.Case(at) is "of" or "from" or "in" && s.Head(at) is int living and >= 0 && s.Lemma(living) is "resident" or "inhabitant" or "occupant" or "people" or "dweller" && Around(s, living, false) is { Housing: false } moved)
            return new TreeMeasure(Measure.Displaced, moved.Term, "household", moved.Anchor, "term:" + s.Lemma(moved.Anchor));
        while (s[over].Relation == "nmod" && s.Case(over) == "of" && s.Head(over) is int sum and >= 0 && sum < over && s.Lemma(sum) is "total" or "number" or "estimate" or "maximum" or "minimum" or "sum" or "average")
            over = sum;
        // "Of the 300 affected, 40 were evacuated": the first is only what the second is taken of.
        if (over == at && s.Case(at) == "of" && s[at].Relation is "nsubj" or "nsubj:pass" or "obl")
            return null;
        (string Term, bool Housing, int Anchor)? found = Around(s, over, dwelling) ?? (over != at ? Around(s, at, dwelling) : null) ?? (Fragment(s) ? Beside(s, number, dwelling) : null);
        if (found is not { } term || (term.Housing && !dwelling && !group && counted >= 0))
            return null;
        // "10 houses evacuated": who lived there moved, counted in households.
        if (dwelling && !term.Housing)
            unit = "household";
        else if (term.Housing)
            unit = "house";
        string name = term.Housing && (term.Term is "destroyed" or "damaged") && IsEither(s, term.Anchor) ? "destroyed or damaged" : term.Term;
        return new TreeMeasure(term.Housing ? Measure.Other : Measure.Displaced, name, unit, term.Anchor, "term:" + s.Lemma(term.Anchor));
    }

    /// <summary>The signs of harm in the sentence; they hold for all its numbers, so they are looked for once.</summary>
    public List<HarmSign> Signs(SentenceTree s) => _harms.Find(s);

    /// <summary>Killed or injured by the tree, for numbers whose clause the shallow reading does not tell.</summary>
    public static TreeMeasure? Harm(SentenceTree s, List<HarmSign> signs, int number, int counted)
    {
        foreach (HarmSign sign in signs)
        {
            if ((sign.Victim != number && (counted < 0 || sign.Victim != counted)) || sign.Rule is "care" or "condition" or "multiple" or "gun" || sign.Harm == Extract.Harm.Survived || HarmSetting.IsUnreal(s, sign.Anchor, sign.Rule))
                continue;
            bool dead = signs.Exists(other => other.Victim == sign.Victim && other.Harm == Extract.Harm.Killed);
            // Who was shot is injured as far as the sentence tells.
            return new TreeMeasure(dead ? Measure.Killed : Measure.Injured, null, "people", sign.Anchor, "tree:" + sign.Rule);
        }
        return null;
    }

    /// <summary>"damaged or destroyed": nothing tells how many of each.</summary>
    private bool IsEither(SentenceTree s, int anchor)
    {
        int other = s[anchor].Relation == "conj" ? s.Head(anchor) : s.Child(anchor, "conj");
        return other >= 0 && Term((s.Lemma(other), "vo"), other, true) is { Housing: true } second && second.Term is "destroyed" or "damaged"
            && s.Lemma(other) != s.Lemma(anchor) && !(s.Child(other, "obj") >= 0 && s.Child(anchor, "obj") >= 0) && s.Child(Math.Max(other, anchor), "nsubj", "nsubj:pass", "nummod") < 0;
    }

    private (string Term, bool Housing, int Anchor)? Around(SentenceTree s, int at, bool dwelling)
    {
        if (Of(s, at, "n", dwelling) is { } self)
            return self;
        foreach (int child in s.Children(at))
        {
            if (s[child].Relation is "amod" or "acl" or "compound" or "acl:relcl" or "xcomp" or "advcl" or "dep" or "parataxis" && (Of(s, child, "a", dwelling) ?? (s[child].Tag == Upos.Verb ? OfVerb(s, child, at, dwelling) : null)) is { } described)
                return described;
        }
        int head = s.Head(at);
        // "12 villages with 300 families": the number's noun may hang on another.
        if (head < 0)
            return null;
        string relation = s[at].Relation;
        if (relation == "nummod" && s[head].Tag is Upos.Verb or Upos.Adj)
            return Of(s, head, "a", dwelling);
        // "forced at least 800 families from their homes": the words that bound the number are no preposition.
        if (relation == "obl" && s.Case(at) is "" or "at" or "over" or "up" or "around" or "about" or "under" && s[head].Tag == Upos.Verb)
            return OfVerb(s, head, at, dwelling, bound: true);
        if (relation == "conj" && s[head].Tag is Upos.Noun or Upos.Num or Upos.Propn && Around(s, head, dwelling) is { } joined)
            return joined;
        if (relation == "nmod" && s.Case(at) is "of" or "for" or "to" or "by" && Of(s, head, "n", dwelling) is { } deed)
            return deed;
        if (relation is "obj" && s[head].Tag == Upos.Verb && s.Lemma(head) is "cause" or "force" or "prompt" or "trigger" or "see" or "order" or "require" or "need" && Of(s, at, "n", dwelling) is { } caused)
            return caused;
        if (s[head].Tag is Upos.Verb or Upos.Adj or Upos.Noun && relation is "nsubj" or "nsubj:pass" or "obj" or "dep" or "iobj" or "obl")
            return s[head].Tag == Upos.Verb ? OfVerb(s, head, at, dwelling) : Of(s, head, "a", dwelling) ?? (relation is "nsubj" ? Of(s, head, "n", dwelling) : null);
        return relation is "nsubj" or "nsubj:pass" or "obj" or "dep" && OfVerb(s, head, at, dwelling) is { } other ? other : null;
    }

    /// <summary>What the verb, or one that shares its subject or hangs on it, says of <paramref name="counted"/>.</summary>
    private (string Term, bool Housing, int Anchor)? OfVerb(SentenceTree s, int verb, int counted, bool dwelling, int depth = 0, bool bound = false)
    {
        if (depth > 3)
            return null;
        string relation = bound ? "obj" : s[counted].Relation;
        bool undergoes = relation == "nsubj" && s[verb].Xpos == "VBN" && s.Child(verb, "aux", "cop") < 0 || relation is "nsubj:pass" or "obj" || (s[verb].Xpos == "VBN" && s[verb].Relation is "acl" or "amod" or "acl:relcl") || s.Child(verb, "aux:pass") >= 0 || depth > 0 && s[verb].Xpos == "VBN";
        if (relation is not "obl" && Own(s, verb, undergoes, dwelling) is { } own)
            return own;
        foreach (int child in s.Children(verb))
        {
            if (s[child].Relation is "advmod" && s[verb].Lemma is "render" or "leave" or "make" && Of(s, child, "a", dwelling) is { } state)
                return state;
            if (s[child].Relation is "xcomp" or "conj" or "advcl" or "ccomp" && (s[child].Relation is "xcomp" || s.Child(child, "nsubj", "nsubj:pass", "nummod") < 0) && child != counted)
            {
                if ((Of(s, child, "a", dwelling) ?? (s[child].Tag == Upos.Verb && relation != "obl" ? OfVerb(s, child, counted, dwelling, depth + 1) : null)) is { } below
                    && !(s[child].Relation == "conj" && relation == "obj" && s.Child(child, "obj") >= 0))
                    return below;
            }
        }
        // "were damaged and destroyed": the second verb has the subject of the first.
        return null;
    }

    private (string Term, bool Housing, int Anchor)? Own(SentenceTree s, int verb, bool undergoes, bool dwelling)
    {
        string lemma = s.Lemma(verb);
        if (_terms.ContainsKey((lemma, "home")) && HasHome(s, verb))
            return Term((lemma, "home"), verb, dwelling);
        if (_terms.ContainsKey((lemma, "away")) && s.Lower(verb + 1) is "away" or "down")
            return Term((lemma, "away"), verb, dwelling);
        if (lemma is "force" or "drive" && HasHome(s, verb) && undergoes)
            return dwelling ? null : ("fled", false, verb);
        if (s.Lemma(verb) is "take" or "seek" or "find" && s.Child(verb, "obj") is int shelter and >= 0 && _terms.ContainsKey((s.Lemma(shelter), "camp")))
            return (InCamp(s, verb) ? "in-camp" : "sheltered", false, shelter);
        if (lemma is "stay" or "live" or "remain" or "house" or "be" && Lodging(s, verb) is { } lodging)
            return lodging;
        if (lemma is "move" or "shift" or "take" or "bring" && undergoes && ToSafety(s, verb))
            return dwelling ? null : ("relocated", false, verb);
        if (NeedOf(s, verb) is { } need)
            return need;
        if (undergoes && Term((lemma, "vo"), verb, dwelling) is { } undergone)
            return undergone;
        return Term((lemma, "vs"), verb, dwelling) ?? (undergoes ? Term((s.Lower(verb), "a"), verb, dwelling) : null);
    }

    /// <summary>"are staying in tents", "live in camps".</summary>
    private static (string Term, bool Housing, int Anchor)? Lodging(SentenceTree s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s[child].Relation == "obl" && s.Case(child) is "in" or "at" or "inside" or "under" && s.Lemma(child) is "camp" or "shelter" or "tent" or "centre" or "center" or "tarpaulin" && !(s.Lemma(child) is "centre" or "center" && s.Child(child, "amod", "compound") < 0))
                return (s.Lemma(child) == "camp" ? "in-camp" : "sheltered", false, child);
        }
        return null;
    }

    private static bool ToSafety(SentenceTree s, int verb)
    {
        for (int i = verb + 1; i < Math.Min(s.End, verb + 6); i++)
        {
            if (s.Lower(i) is "safety" or "safer" or "shelter" or "shelters" || (s.Lower(i) == "higher" && s.Lower(i + 1) == "ground"))
                return true;
        }
        return false;
    }

    private (string Term, bool Housing, int Anchor)? NeedOf(SentenceTree s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            int need = s.Lemma(child) == "need" ? child : -1;
            if (need < 0)
                continue;
            foreach (int what in s.Children(need))
            {
                if (s[what].Relation == "nmod" && _terms.TryGetValue((s.Lemma(what), "need"), out (string Term, bool Housing) term))
                    return (term.Term, term.Housing, what);
            }
        }
        return null;
    }

    private bool HasHome(SentenceTree s, int verb)
    {
        for (int i = verb + 1; i < Math.Min(s.End, verb + HomeReach); i++)
        {
            if (_dwellings.Contains(s.Lemma(i)) || s.Lemma(i) is "village" or "town" or "area" && s.Child(i, "nmod:poss", "det") >= 0 && s.Lemma(verb) != "lose")
                return s.Child(i, "nmod:poss", "det") >= 0 || s.Case(i).Length > 0 || s.Lemma(verb) is "lose";
            if (s[i].Tag == Upos.Punct || s[i].Tag == Upos.Cconj)
                return false;
        }
        return false;
    }

    private static bool InCamp(SentenceTree s, int verb) => s.Children(verb).Any(child => s.Lemma(child) is "camp" && s.Case(child) is "in" or "at")
        || s.Children(verb).SelectMany(child => s.Children(child)).Any(child => s.Lemma(child) is "camp" && s.Case(child) is "in" or "at");

    private (string Term, bool Housing, int Anchor)? Of(SentenceTree s, int token, string place, bool dwelling) =>
        Term((place == "n" ? s.Lemma(token) : s.Lower(token), place), token, dwelling) ?? (place == "a" && s[token].Tag is Upos.Verb or Upos.Adj ? Term((s.Lemma(token), "vo"), token, dwelling) : null);

    private (string Term, bool Housing, int Anchor)? Term((string Word, string Place) key, int at, bool dwelling) =>
        _terms.TryGetValue(key, out (string Term, bool Housing) term) && (dwelling || !term.Housing || key.Place is "n" or "a") ? (term.Term, term.Housing, at) : null;

    /// <summary>Whether the words are a line of a table or a headline without a finite verb: "Number of displaced: 452".</summary>
    private static bool Fragment(SentenceTree s)
    {
        for (int i = s.First; i < s.End; i++)
        {
            if (s[i].Tag == Upos.Aux || s[i].Form is VerbForm.Past or VerbForm.Present && s[i].Relation == "root")
                return false;
        }
        return s.End - s.First <= 20;
    }

    private (string Term, bool Housing, int Anchor)? Beside(SentenceTree s, int number, bool dwelling)
    {
        for (int away = 1; away <= FragmentReach; away++)
        {
            foreach (int i in new[] { number + away, number - away })
            {
                if (i < s.First || i >= s.End)
                    continue;
                if ((Of(s, i, "a", true) ?? Of(s, i, "n", true)) is { } found && (!found.Housing || dwelling || HasDwelling(s)))
                    return found;
            }
        }
        return null;
    }

    private bool HasDwelling(SentenceTree s)
    {
        for (int i = s.First; i < s.End; i++)
        {
            if (_dwellings.Contains(s.Lemma(i)))
                return true;
        }
        return false;
    }
}
