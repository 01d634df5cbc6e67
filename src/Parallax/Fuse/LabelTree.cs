using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The tree of one sentence, for cutting a label from it. Words are numbered from the first of the sentence.</summary>
internal sealed class LabelTree
{
    private readonly AnnotatedReport _report;
    private readonly Token[] _tokens;
    private readonly int[] _heads;
    private readonly TreeLinks _links;
    private readonly bool[] _aside;
    private readonly ActorMention[] _mentions;

    public LabelTree(AnnotatedReport report, Sentence sentence)
    {
        _report = report;
        _tokens = new Token[sentence.EndToken - sentence.FirstToken];
        _heads = new int[_tokens.Length];
        for (int i = 0; i < _tokens.Length; i++)
        {
            _tokens[i] = report.Tokens[sentence.FirstToken + i];
            _heads[i] = TreeLinks.HeadOf(_tokens[i], i, sentence.FirstToken, _tokens.Length);
        }
        _links = new TreeLinks(_heads);
        _aside = Asides();
        _mentions = [.. Within(report.Mentions, sentence.Span)];
    }

    // Mentions are in text order: only those of the sentence are looked at, for a long report has thousands.
    private static IEnumerable<ActorMention> Within(IReadOnlyList<ActorMention> mentions, TextSpan span)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].Span.Start < span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int i = low; i < mentions.Count && mentions[i].Span.Start < span.End; i++)
            yield return mentions[i];
    }

    public int Count => _tokens.Length;

    public Token this[int word] => _tokens[word];

    public int Head(int word) => _heads[word];

    /// <summary>The relation without its subtype; empty where the sentence has no tree.</summary>
    public string Relation(int word)
    {
        string relation = _tokens[word].Relation;
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    public IEnumerable<int> Children(int word)
    {
        for (int child = _links.First(word); child >= 0; child = _links.Next(child))
            yield return child;
    }

    /// <summary>The first dependent by one of the plain relations; -1 where there is none.</summary>
    public int Child(int word, params ReadOnlySpan<string> relations)
    {
        foreach (int child in Children(word))
        {
            if (relations.Contains(Relation(child)))
                return child;
        }
        return -1;
    }

    /// <summary>The word of <paramref name="span"/> that the others of it hang on; -1 where the span covers no word.</summary>
    public int HeadOf(TextSpan span)
    {
        int best = -1;
        for (int i = 0; i < _tokens.Length; i++)
        {
            if (!span.Contains(_tokens[i].Span) || _aside[i])
                continue;
            bool outer = _heads[i] < 0 || !span.Contains(_tokens[_heads[i]].Span);
            if (outer && (best < 0 || _tokens[best].Tag != Upos.Verb && _tokens[i].Tag == Upos.Verb))
                best = i;
        }
        return best;
    }

    /// <summary>Whether a verb, or what a copula makes one: "is on high alert".</summary>
    public bool IsPredicate(int word) => _tokens[word].Tag == Upos.Verb || _tokens[word].Tag is Upos.Adj or Upos.Adv && Child(word, "cop", "nsubj") >= 0 || Child(word, "cop") >= 0 && Child(word, "case") >= 0;

    /// <summary>Whether the verb carries a sentence: an auxiliary, a copula, or a finite form of its own.</summary>
    public bool IsFinite(int verb)
    {
        if (Child(verb, "aux", "cop") >= 0)
            return Children(verb).All(c => _tokens[c].Lower is not ("to" or "having" or "being"));
        Token token = _tokens[verb];
        if (Children(verb).Any(c => _tokens[c].Lower == "to" && Relation(c) == "mark"))
            return false;
        if (token.Xpos is "VBD" or "VBZ" or "VBP")
            return true;
        // Past and participle look alike: with a doer of its own it is the past.
        return token.Xpos == "VBN" && Children(verb).Any(c => _tokens[c].Relation == "nsubj");
    }

    /// <summary>Whether a time that was read covers the word.</summary>
    public bool IsTime(int word) => _report.IsTime(_tokens[word].Span);

    /// <summary>Whether the word stands between brackets or dashes, or before a bracket that closes what the sentence does not open: "(CNN) Rebels said".</summary>
    public bool IsAside(int word) => _aside[word];

    private bool[] Asides()
    {
        bool[] aside = new bool[_tokens.Length];
        int bracket = -1, dash = -1;
        for (int i = 0; i < _tokens.Length; i++)
        {
            switch (_tokens[i].Text)
            {
                case "(" or "[":
                    bracket = i;
                    break;
                case ")" or "]":
                    Array.Fill(aside, true, bracket + 1, i - bracket - 1);
                    bracket = i;
                    break;
                case "—" or "–" or "--" when dash >= 0:
                    Array.Fill(aside, true, dash + 1, i - dash - 1);
                    dash = -1;
                    break;
                case "—" or "–" or "--":
                    dash = i;
                    break;
                default:
                    break;
            }
        }
        return aside;
    }

    /// <summary>The last mention of one of <paramref name="actors"/> that ends right before the word, but for a comma.</summary>
    public ActorMention? MentionBefore(int word, IEnumerable<int> actors)
    {
        int before = word - 1;
        while (before >= 0 && _tokens[before].Tag is Upos.Punct or Upos.Adp)
            before--;
        return before < 0 ? null : _mentions.Where(m => actors.Contains(m.Actor) && m.Span.Contains(_tokens[before].Span)).OrderByDescending(m => m.Span.Length).FirstOrDefault();
    }

    /// <summary>The first word of what hangs on a word, itself included.</summary>
    public int FirstUnder(int word, int depth = 0)
    {
        int first = word;
        foreach (int child in Children(word).Where(_ => depth < 12))
            first = Math.Min(first, FirstUnder(child, depth + 1));
        return first;
    }

    /// <summary>Whether the word, or what hangs on it, is a time.</summary>
    public bool HoldsTime(int word) => IsTime(word) || Children(word).Any(IsTime);

    /// <summary>The mention whose head covers the word, the longest of several, else the shortest that it is part of; null where there is none.</summary>
    public ActorMention? MentionAt(int word) =>
        _mentions.Where(m => m.HeadSpan.Contains(_tokens[word].Span)).OrderByDescending(m => m.Span.Length).FirstOrDefault()
        ?? _mentions.Where(m => m.Span.Contains(_tokens[word].Span)).OrderBy(m => m.Span.Length).FirstOrDefault();

    /// <summary>The words of the name that the word belongs to; none where it is no part of one.</summary>
    public IEnumerable<int> NameAround(int word)
    {
        if (_tokens[word].Tag != Upos.Propn || _mentions.FirstOrDefault(m => m.Form == MentionForm.Name && m.HeadSpan.Contains(_tokens[word].Span)) is not { } name)
            return [];
        return Enumerable.Range(0, _tokens.Length).Where(i => name.HeadSpan.Contains(_tokens[i].Span));
    }

    /// <summary>The characters between two neighbouring words, with one blank for a break.</summary>
    public string Between(int left, int right)
    {
        if (right != left + 1)
            return _tokens[right].Text is "’s" or "'s" or "’" or "," ? "" : " ";
        return _tokens[right].Span.Start > _tokens[left].Span.End ? " " : "";
    }

    /// <summary>A phrase is in the plural by its head, or by a second that is joined to it.</summary>
    public bool IsPlural(int noun) => _tokens[noun].Xpos is "NNS" or "NNPS" || Child(noun, "conj") >= 0
        || Children(noun).Any(c => Relation(c) == "nummod" && _tokens[c].Lower is not "one" and not "1");
}
