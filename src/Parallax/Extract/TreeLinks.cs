namespace Parallax.Extract;

/// <summary>The dependents of each word of a sentence, in text order, by the heads of its words.</summary>
internal sealed class TreeLinks
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;

    /// <summary>Links the words of one sentence.</summary>
    /// <param name="heads">The head of each word, counted as the words are; -1 for a root.</param>
    public TreeLinks(ReadOnlySpan<int> heads)
    {
        _firstChild = new int[heads.Length];
        _nextSibling = new int[heads.Length];
        Array.Fill(_firstChild, -1);
        Array.Fill(_nextSibling, -1);
        for (int i = heads.Length - 1; i >= 0; i--)
        {
            if (heads[i] < 0)
                continue;
            _nextSibling[i] = _firstChild[heads[i]];
            _firstChild[heads[i]] = i;
        }
    }

    /// <summary>The first dependent of the word; -1 where it has none.</summary>
    public int First(int word) => _firstChild[word];

    /// <summary>The next dependent of the same head; -1 after the last.</summary>
    public int Next(int word) => _nextSibling[word];

    /// <summary>The head of <paramref name="token"/> counted from the first token of its sentence; -1 where it has none that can be followed.</summary>
    public static int HeadOf(Annotate.Token token, int at, int first, int count)
    {
        int head = token.Head - first;
        return token.Head < 0 || head < 0 || head >= count || head == at ? -1 : head;
    }
}
