using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>The dependency tree of one sentence with what the lexicon says of its words. Indexes are counted from the sentence's first token.</summary>
internal sealed class RootTree
{
    private readonly Token[] _tokens;
    private readonly int[] _heads;
    private readonly TreeLinks _links;
    private readonly RootWord?[] _words;
    private readonly RootLexicon _lexicon;

    public RootTree(AnnotatedReport report, Sentence sentence, RootLexicon lexicon)
    {
        _lexicon = lexicon;
        int first = sentence.FirstToken;
        Count = sentence.EndToken - first;
        _tokens = new Token[Count];
        _heads = new int[Count];
        _words = new RootWord?[Count];
        for (int i = 0; i < Count; i++)
        {
            _tokens[i] = report.Tokens[first + i];
            // A head outside the sentence cannot be followed; such a word is a root of its own.
            _heads[i] = TreeLinks.HeadOf(_tokens[i], i, first, Count);
        }
        _links = new TreeLinks(_heads);
    }

    /// <summary>Number of tokens.</summary>
    public int Count { get; }

    public Token this[int index] => _tokens[index];

    public string Lemma(int index) => _tokens[index].Lemma;

    public string Lower(int index) => _tokens[index].Lower;

    public int Head(int index) => _heads[index];

    /// <summary>The first dependent of the word, in text order; -1 where it has none.</summary>
    public int FirstChild(int index) => _links.First(index);

    /// <summary>The next dependent of the same head; -1 after the last.</summary>
    public int Next(int index) => _links.Next(index);

    /// <summary>The relation without its subtype.</summary>
    public string Relation(int index)
    {
        string relation = _tokens[index].Relation;
        int mark = relation.IndexOf(':', StringComparison.Ordinal);
        return mark < 0 ? relation : relation[..mark];
    }

    public string FullRelation(int index) => _tokens[index].Relation;

    /// <summary>The first dependent with the relation; -1 where there is none.</summary>
    public int Child(int index, string relation)
    {
        for (int c = FirstChild(index); c >= 0; c = Next(c))
        {
            if (Is(c, relation))
                return c;
        }
        return -1;
    }

    /// <summary>Whether the relation is <paramref name="relation"/>, whatever its subtype.</summary>
    public bool Is(int index, string relation)
    {
        string own = _tokens[index].Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>The preposition or subordinator before the word; empty where it has none.</summary>
    public string Case(int index)
    {
        for (int c = FirstChild(index); c >= 0; c = Next(c))
        {
            if (Is(c, "case") && c < index)
                return Lower(c);
        }
        return "";
    }

    /// <summary>Whether the word is a verb or stands as the predicate of a copula.</summary>
    public bool IsPredicate(int index) => _tokens[index].Tag is Upos.Verb or Upos.Aux || Child(index, "cop") >= 0;

    public bool IsPassive(int index)
    {
        for (int c = FirstChild(index); c >= 0; c = Next(c))
        {
            if (FullRelation(c) is "nsubj:pass" or "aux:pass" or "csubj:pass")
                return true;
        }
        return false;
    }

    /// <summary>The word that heads the span: the first whose own head lies outside; -1 where the span holds no word.</summary>
    public int HeadOf(TextSpan span)
    {
        int best = -1;
        for (int i = 0; i < Count; i++)
        {
            if (!_tokens[i].Span.Overlaps(span) || _tokens[i].Tag == Upos.Punct)
                continue;
            int head = _heads[i];
            bool outside = head < 0 || !_tokens[head].Span.Overlaps(span);
            // A preposition in front of its noun is not what the span is about.
            if (outside && (best < 0 || (_tokens[best].Tag is Upos.Adp or Upos.Det or Upos.Part && _tokens[i].Tag is not (Upos.Adp or Upos.Det or Upos.Part))))
                best = i;
        }
        return best;
    }

    /// <summary>Whether <paramref name="ancestor"/> is the word itself or stands above it.</summary>
    public bool Dominates(int ancestor, int index)
    {
        for (int steps = 0; index >= 0 && steps <= Count; index = _heads[index], steps++)
        {
            if (index == ancestor)
                return true;
        }
        return false;
    }

    /// <summary>What the lexicon says of the word where it stands.</summary>
    public RootWord WordAt(int index) => _words[index] ??= Look(index);

    private RootWord Look(int index)
    {
        string lemma = Lemma(index);
        Upos tag = _tokens[index].Tag;
        if (tag is Upos.Verb or Upos.Aux)
            return Phrasal(index, lemma) ?? _lexicon.Verb(lemma) ?? RootWord.Unknown;
        if (tag is Upos.Noun or Upos.Propn or Upos.Num or Upos.Sym)
        {
            string lower = Lower(index);
            for (int c = FirstChild(index); c >= 0 && c < index; c = Next(c))
            {
                if ((Is(c, "compound") || Is(c, "amod")) && (_lexicon.Noun(Lower(c), lemma) ?? _lexicon.Noun(Lower(c), lower)) is { } pair)
                    return pair;
            }
            return _lexicon.Noun(lemma) ?? _lexicon.Noun(lower) ?? (lower.EndsWith('s') ? _lexicon.Noun(lower[..^1]) : null) ?? RootWord.Unknown;
        }
        return tag is Upos.Adj ? _lexicon.Adjective(lemma) ?? _lexicon.Verb(lemma) ?? RootWord.Unknown : RootWord.Unknown;
    }

    /// <summary>The verb with its particle, the preposition of a dependent or the word right behind it.</summary>
    private RootWord? Phrasal(int index, string lemma)
    {
        for (int c = FirstChild(index); c >= 0; c = Next(c))
        {
            if (c > index && (Is(c, "compound") || Is(c, "advmod")) && _lexicon.Verb(lemma, Lower(c)) is { } withParticle)
                return withParticle;
        }
        for (int c = FirstChild(index); c >= 0; c = Next(c))
        {
            if (c > index && (Is(c, "obl") || Is(c, "xcomp")) && !IsTime(c) && Case(c) is { Length: > 0 } preposition && _lexicon.Verb(lemma, preposition) is { } withPreposition)
                return withPreposition;
        }
        bool behind = index + 1 < Count && _tokens[index + 1].Tag is Upos.Adp or Upos.Adv or Upos.Part;
        return behind && !(_heads[index + 1] > index + 1 && IsTime(_heads[index + 1])) ? _lexicon.Verb(lemma, Lower(index + 1)) : null;
    }

    /// <summary>Whether the word names a day, month or stretch of time: "called on Friday" is not "called on".</summary>
    public bool IsTime(int index) => Lower(index) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
        or "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        || Lemma(index) is "day" or "week" or "month" or "year" or "night" or "morning" or "evening" or "afternoon" or "weekend" or "hour" or "today" or "yesterday" or "tomorrow" or "time"
        || (_tokens[index].Tag == Upos.Num && _tokens[index].Lower.Length == 4 && _tokens[index].Lower is ['1', '9', ..] or ['2', '0', ..]);
}
