namespace Parallax.Annotate;

/// <summary>The trees of one report with the children of every token at hand, and which tokens stand between quotation marks.</summary>
internal sealed class AttributionTree
{
    // A subtree is never read further; it keeps a damaged text from costing more than its length.
    private const int Largest = 400;

    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    public AttributionTree(AnnotatedReport report, List<QuotedSpan> quotes)
    {
        Tokens = report.Tokens;
        Quotes = quotes;
        int count = Tokens.Count;
        _firstChild = new int[count];
        _nextSibling = new int[count];
        QuoteOf = new int[count];
        SentenceOf = new int[count];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int i = count - 1; i >= 0; i--)
        {
            int head = Tokens[i].Head;
            if (head < 0 || head == i)
                continue;
            _nextSibling[i] = _firstChild[head];
            _firstChild[head] = i;
        }
        int q = 0;
        for (int i = 0; i < count; i++)
        {
            while (q < quotes.Count && quotes[q].Outer.End <= Tokens[i].Span.Start)
                q++;
            QuoteOf[i] = q < quotes.Count && quotes[q].Outer.Contains(Tokens[i].Span.Start) ? q : -1;
        }
        foreach (Sentence sentence in report.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                SentenceOf[i] = sentence.Index;
        }
    }

    public IReadOnlyList<Token> Tokens { get; }

    public List<QuotedSpan> Quotes { get; }

    /// <summary>The number of the quotation that a token stands in, its marks included; -1 outside.</summary>
    public int[] QuoteOf { get; }

    public int[] SentenceOf { get; }

    public Token this[int token] => Tokens[token];

    public int Head(int token) => Tokens[token].Head;

    public string Relation(int token) => Tokens[token].Relation;

    /// <summary>The relation without its subtype.</summary>
    public string Plain(int token)
    {
        string relation = Tokens[token].Relation;
        int colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    public Children Of(int head) => new(this, head);

    /// <summary>The first child of the relation, subtypes not included; -1 where none.</summary>
    public int Child(int head, string relation)
    {
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (Tokens[child].Relation == relation)
                return child;
        }
        return -1;
    }

    /// <summary>The first child of the relation, subtypes included; -1 where none.</summary>
    public int ChildLike(int head, string relation)
    {
        for (int child = _firstChild[head]; child >= 0; child = _nextSibling[child])
        {
            if (Plain(child) == relation)
                return child;
        }
        return -1;
    }

    /// <summary>The tokens of the subtree of <paramref name="head"/> in text order, without the branches that <paramref name="without"/> names.</summary>
    public List<int> Subtree(int head, Func<int, bool>? without = null)
    {
        List<int> found = [head];
        for (int at = 0; at < found.Count && found.Count < Largest; at++)
        {
            for (int child = _firstChild[found[at]]; child >= 0; child = _nextSibling[child])
            {
                if (without is null || !without(child))
                    found.Add(child);
            }
        }
        found.Sort();
        return found;
    }

    /// <summary>Whether <paramref name="token"/> is <paramref name="above"/> or stands under it.</summary>
    public bool IsUnder(int token, int above)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 60; at = Tokens[at].Head, steps++)
        {
            if (at == above)
                return true;
        }
        return false;
    }

    /// <summary>The children of one token, in text order.</summary>
    public readonly struct Children(AttributionTree tree, int head)
    {
        public Enumerator GetEnumerator() => new(tree, head);

        public struct Enumerator(AttributionTree tree, int head)
        {
            private int _at = -2;

            public readonly int Current => _at;

            public bool MoveNext()
            {
                _at = _at == -2 ? tree._firstChild[head] : tree._nextSibling[_at];
                return _at >= 0;
            }
        }
    }
}
