using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>The dependency tree of one sentence, with the children of every token. Indexes are those of the report's tokens.</summary>
internal sealed class SentenceTree
{
    // A damaged tree may hold a circle.
    private const int LongestPath = 60;

    private readonly IReadOnlyList<Token> _tokens;
    private readonly TreeLinks _links;

    public SentenceTree(AnnotatedReport report, Sentence sentence)
    {
        _tokens = report.Tokens;
        First = sentence.FirstToken;
        End = sentence.EndToken;
        int[] heads = new int[End - First];
        for (int i = 0; i < heads.Length; i++)
            heads[i] = TreeLinks.HeadOf(_tokens[First + i], i, First, heads.Length);
        _links = new TreeLinks(heads);
    }

    /// <summary>The first token.</summary>
    public int First { get; }

    /// <summary>The token after the last.</summary>
    public int End { get; }

    /// <summary>The token.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>The tokens that hang on <paramref name="token"/>, in text order.</summary>
    public IEnumerable<int> Children(int token)
    {
        for (int child = _links.First(token - First); child >= 0; child = _links.Next(child))
            yield return First + child;
    }

    /// <summary>The first child with one of the relations; -1 where there is none.</summary>
    public int Child(int token, params ReadOnlySpan<string> relations)
    {
        for (int child = _links.First(token - First); child >= 0; child = _links.Next(child))
        {
            if (relations.Contains(_tokens[First + child].Relation))
                return First + child;
        }
        return -1;
    }

    /// <summary>The folded word at <paramref name="token"/>; empty outside the sentence.</summary>
    public string Lower(int token) => token >= First && token < End ? _tokens[token].Lower : "";

    /// <summary>The lemma at <paramref name="token"/>; empty outside the sentence.</summary>
    public string Lemma(int token) => token >= First && token < End ? _tokens[token].Lemma : "";

    /// <summary>The head of <paramref name="token"/> inside the sentence; -1 for the root.</summary>
    public int Head(int token) => _tokens[token].Head is int head && head >= First && head < End && head != token ? head : -1;

    /// <summary>The tokens from <paramref name="token"/> up to the root.</summary>
    public IEnumerable<int> Up(int token)
    {
        for (int steps = 0; token >= 0 && steps < LongestPath; steps++)
        {
            yield return token;
            token = Head(token);
        }
    }

    /// <summary>Whether <paramref name="token"/> hangs under <paramref name="over"/>, directly or not.</summary>
    public bool IsUnder(int token, int over) => Up(token).Contains(over);

    /// <summary>The preposition of a noun ("of" in "of the victim"); empty where it has none.</summary>
    public string Case(int token) => Child(token, "case") is int at and >= 0 ? Lower(at) : "";
}
