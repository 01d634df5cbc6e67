using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>
/// Reads the words that stand right at a number and tell what it counts before any wider clause is asked: "killing four and wounding scores of others",
/// "about thirty more, including a child, were wounded", "four bodies were brought in", "150 soldiers, 95 civilians and dozens of rebels killed".
/// </summary>
internal sealed class FigureNeighbours
{
    // Tokens that an aside behind a number has at most: ", including three children and an elderly man,".
    private const int LongestAside = 24;

    // Tokens that a list of counted people has at most.
    private const int LongestList = 36;

    private readonly Dictionary<(string Word, string Place), Measure> _words = [];
    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofBodies = new(StringComparer.Ordinal);
    private readonly HashSet<string> _protests = new(StringComparer.Ordinal);
    private readonly WordClasses _classes;

    public FigureNeighbours(LanguageData data, WordClasses classes)
    {
        _classes = classes;
        foreach (string[] row in data.Lexicon("measures").Rows)
            _words[(row[0], row[1])] = Enum.Parse<Measure>(row[2], ignoreCase: true);
        foreach (string[] row in data.Lexicon("figure-turns").Rows)
        {
            HashSet<string>? kind = row[0] switch { "body" => _bodies, "of-bodies" => _ofBodies, "protest" => _protests, _ => null };
            kind?.UnionWith(row[1].Split(' '));
        }
    }

    /// <summary>Whether the sentence names a gathering of protesters: "8,000 took part in the march".</summary>
    public bool NamesProtest(SentenceView s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            // "strike" may be one from the air.
            if (s.Tag(i) == Upos.Noun && s.Lemma(i) != "strike" && _protests.Contains(s.Lemma(i)))
                return true;
        }
        return false;
    }

    /// <summary>Whether the number counts bodies, which are never injured and never arrested.</summary>
    public bool CountsBodies(NumberPlace p) => _bodies.Contains(p.Lemma);

    /// <summary>What the words right at the number tell; null where they tell nothing.</summary>
    public TreeMeasure? Find(SentenceView s, NumberPlace p, bool people)
    {
        if (CountsBodies(p))
            return OfBodies(s, p);
        if (!people)
            return null;
        // "left three dead and 14 wounded, five of them critically"
        if (p.Head < 0 && _words.TryGetValue((s.Lower(p.End), "a"), out Measure state) && (FigurePatterns.Harms(state) || state == Measure.Missing) && (p.End + 1 >= s.Count || s.Tag(p.End + 1) is Upos.Punct or Upos.Cconj))
            return Told(s, state, p.End, "state");
        return Before(s, p) ?? (Aside(s, p) is { End: > 0 } aside ? After(s, aside.End, "aside") : null);
    }

    /// <summary>"more than 60 wounded people": the state that the counted phrase itself tells; null where it tells none.</summary>
    public TreeMeasure? State(SentenceView s, NumberPlace p)
    {
        for (int i = p.End; i < p.Head; i++)
        {
            if (_words.TryGetValue((s.Lower(i), "a"), out Measure state) && state is Measure.Killed or Measure.Injured && _classes.Is("people", s.Lemma(p.Head)))
                return Told(s, state, i, "state");
        }
        return null;
    }

    /// <summary>What the predicate right behind the counted words tells of them, where nothing shows them to belong to another phrase: "and dozens of rebels were killed".</summary>
    public TreeMeasure? Predicate(SentenceView s, NumberPlace p) =>
        !InOtherPhrase(s, p) && s.Tag(p.First - 1) is not (Upos.Noun or Upos.Propn) && !_words.ContainsKey((s.Lemma(p.First - 1), "vo")) ? After(s, Qualified(s, p.After), "predicate") : null;

    /// <summary>"the leader of the 12 rebels was killed": the verb is not of those counted.</summary>
    private static bool InOtherPhrase(SentenceView s, NumberPlace p)
    {
        int i = p.First - 1;
        while (s.Tag(i) is Upos.Det or Upos.Adj or Upos.Pron)
            i--;
        return s.Tag(i) == Upos.Adp;
    }

    /// <summary>The token behind "from Myanmar" or "of the mission", which only say who they are.</summary>
    private static int Qualified(SentenceView s, int at)
    {
        if (s.Lower(at) is not ("from" or "of" or "in" or "at" or "with"))
            return at;
        int i = at + 1;
        while (i < Math.Min(s.Count, at + 6) && s.Tag(i) is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn)
            i++;
        return i > at + 1 ? i : at;
    }

    /// <summary>What the word behind a list tells of one of its members; null where there is no list or no such word.</summary>
    public TreeMeasure? Shared(SentenceView s, NumberPlace p)
    {
        if (p.Head < 0 || s.Lower(p.After) is not ("," or "and" or "as"))
            return null;
        // "lost two pilots and 12 crew were rescued": the first have a verb of their own.
        if (s.Tag(p.Prior) == Upos.Verb && s.Lemma(p.Prior) is not ("leave" or "say" or "report" or "confirm" or "see" or "count" or "list"))
            return null;
        int numbers = 0;
        for (int i = p.After, limit = Math.Min(s.Count, p.After + LongestList); i < limit; i++)
        {
            if (s.QuantityAt[i] >= 0)
            {
                numbers += s.QuantityAt[i - 1] == s.QuantityAt[i] ? 0 : 1;
                continue;
            }
            bool noun = s.Tag(i - 1) is Upos.Noun or Upos.Propn;
            if (numbers > 0 && noun && (s.Tag(i) is Upos.Aux or Upos.Verb || _words.ContainsKey((s.Lower(i), "a"))))
                return After(s, i, "list");
            if (s.Tag(i) is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num or Upos.Cconj or Upos.Adv) && s.Lower(i) is not ("," or "of" or "as" or "well" or "than" or "at" or "up" or "to" or "over" or "between"))
                return null;
        }
        return null;
    }

    /// <summary>
    /// The aside behind the counted words, as tokens: "around twenty more, including a foreman, were hurt"; where it opens and the first token after it.
    /// Both are -1 where there is none that closes.
    /// </summary>
    public (int Open, int End) Aside(SentenceView s, NumberPlace p)
    {
        int open = p.After;
        while (p.Head < 0 && s.Lower(open) is "more" or "others" or "other")
            open++;
        if (s[Math.Min(open, s.Count - 1)].Text is not ("," or "–" or "—" or "(" or "-") || !Opens(s, open + 1))
            return (-1, -1);
        for (int i = open + 2, limit = Math.Min(s.Count - 1, open + LongestAside); i < limit; i++)
        {
            if (s.Lower(i) is ";" or "." or ":")
                break;
            if (s.Lower(i) is "," or "–" or "—" or ")" or "-" && IsPredicate(s, i + 1))
                return (open, i + 1);
        }
        return (-1, -1);
    }

    /// <summary>"killed or wounded 300", "300 dead and wounded": whether another word of harm is joined to the one that tells, so that the number counts both.</summary>
    public bool IsBoth(SentenceView s, MeasuredNumber measured)
    {
        int at = s.TokenAt(measured.Word.Start);
        return IsOther(s, at + 1, 1, measured.Measure) || IsOther(s, at - 1, -1, measured.Measure);
    }

    private bool IsOther(SentenceView s, int join, int step, Measure measure)
    {
        // "killed, wounded or captured 5,000"
        bool list = s.Lower(join) == "," && (step < 0 || s.Lower(join + 2) is "or" or "and" or ",");
        if (s.Lower(join) is not ("or" or "and") && !list)
            return false;
        int at = join + step;
        if (step < 0 && s.Lower(at) == ",")
            at--;
        if (at < 0 || at >= s.Count || s.QuantityAt[at] >= 0 || s.Tag(at) is not (Upos.Verb or Upos.Adj))
            return false;
        Measure? other = _words.TryGetValue((s.Lower(at), "a"), out Measure state) || _words.TryGetValue((s.Lemma(at), "vo"), out state) ? state : null;
        // "killed and wounded 14 others" after "nine": the number has a verb of its own, and the other one its own number.
        bool free = step > 0 ? s.QuantityAt[Math.Min(s.Count - 1, at + 1)] < 0 && s.Lower(at + 1) is not ("a" or "an" or "the" or "dozens" or "many" or "several" or "some") && s.Tag(at + 1) is not (Upos.Num or Upos.Det) : s.Tag(at - 1) is not (Upos.Num or Upos.Noun or Upos.Aux) || s.Lower(join) == "or" || s[at].Xpos != "VBN";
        return free && other is Measure.Killed or Measure.Injured && other != measure && free;
    }

    private static bool Opens(SentenceView s, int at)
    {
        if (s.Lower(at) is "including" or "among" or "amongst" or "most" or "mostly" or "mainly" or "some" or "many" or "all" or "both" or "half" or "several" or "notably" or "aged")
            return true;
        // ", one of them pregnant,", ", at least three of whom were children,"
        for (int i = at; i < Math.Min(s.Count, at + 5); i++)
        {
            if (s.Lower(i) == "of" && s.Lower(i + 1) is "them" or "whom" or "these" or "those")
                return true;
        }
        return false;
    }

    private bool IsPredicate(SentenceView s, int at)
    {
        while (s.Tag(at) == Upos.Adv)
            at++;
        return s.Tag(at) is Upos.Aux or Upos.Verb || _words.ContainsKey((s.Lower(at), "a"));
    }

    /// <summary>"killed four and wounded scores of others": the verb right before the number, whatever verb the parser puts over it.</summary>
    private TreeMeasure? Before(SentenceView s, NumberPlace p)
    {
        int verb = p.Prior;
        if (verb < 0 || s.Tag(verb) != Upos.Verb || FigurePatterns.IsPassive(s, verb) || s.Lemma(verb) is "claim" or "cost" or "hold" or "save" or "free")
            return null;
        // "of those injured 12 were women": the participle is of those before.
        if (s.Lower(verb - 1) is "those" or "of" or "people" or "the" or "others")
            return null;
        return _words.TryGetValue((s.Lemma(verb), "vo"), out Measure done) && FigurePatterns.Harms(done) ? Told(s, done, verb, "own-verb") : null;
    }

    /// <summary>What the predicate that begins at <paramref name="at"/> tells of its subject.</summary>
    private TreeMeasure? After(SentenceView s, int at, string rule)
    {
        for (int i = at, limit = Math.Min(s.Count, at + 7); i < limit; i++)
        {
            if (s.Tag(i) is Upos.Aux or Upos.Adv or Upos.Part || s.Lower(i) is "reported" or "reportedly" or "feared" or "believed" or "confirmed" or "left" && _words.ContainsKey((s.Lower(i + 1), "a")))
                continue;
            bool passive = FigurePatterns.IsPassive(s, i) || i == at;
            if (_words.TryGetValue((s.Lower(i), "a"), out Measure state) && (passive || s.Tag(i) != Upos.Verb) && (FigurePatterns.Harms(state) || state == Measure.Missing))
                return Told(s, state, i, rule);
            if (s.Tag(i) != Upos.Verb)
                return null;
            return _words.TryGetValue((s.Lemma(i), passive && i > at ? "vo" : "vs"), out Measure told) && (FigurePatterns.Harms(told) || told is Measure.Missing or Measure.Participants or Measure.Rescued) ? Told(s, told, i, rule) : null;
        }
        return null;
    }

    /// <summary>Bodies that are brought, counted or lie somewhere are dead people: "four bodies had been taken to the morgue".</summary>
    private TreeMeasure? OfBodies(SentenceView s, NumberPlace p)
    {
        if (s.Lower(p.Head - 1) == "dead" || s.Lower(p.Head - 1) is "charred" or "decomposed" or "mutilated" or "burned" or "burnt" or "lifeless" or "unidentified" or "bullet-riddled")
            return Told(s, Measure.Killed, p.Head, "body");
        if (s.Lower(p.After) == "of" && PeopleWithin(s, p.After + 1))
            return Told(s, Measure.Killed, p.Head, "body");
        for (int i = 0; i < s.Count; i++)
        {
            if (i != p.Head && _ofBodies.Contains(s.Lemma(i)))
                return Told(s, Measure.Killed, p.Head, "body");
        }
        return null;
    }

    private bool PeopleWithin(SentenceView s, int at)
    {
        for (int i = at; i < Math.Min(s.Count, at + 5); i++)
        {
            if (_classes.Is("people", s.Lemma(i)) || _classes.Is("soldier", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private static TreeMeasure Told(SentenceView s, Measure measure, int at, string rule) => new(measure, null, "people", s.Sentence.FirstToken + at, "turn:" + rule);
}
