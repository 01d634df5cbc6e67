using System.Diagnostics.CodeAnalysis;

namespace Parallax.Annotate;

/// <summary>Phrases of one or more folded words, found where they begin in a text. A word that begins none costs one look-up.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, T> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longestByFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a phrase, its words parted by single blanks; a later value replaces an earlier one.</summary>
    public void Add(string phrase, T value)
    {
        _phrases[phrase] = value;
        int blank = phrase.IndexOf(' ', StringComparison.Ordinal);
        string first = blank < 0 ? phrase : phrase[..blank];
        int words = phrase.Count(c => c == ' ') + 1;
        if (!_longestByFirst.TryGetValue(first, out int longest) || longest < words)
            _longestByFirst[first] = words;
    }

    /// <summary>The value of exactly this phrase.</summary>
    public bool TryGetValue(string phrase, [MaybeNullWhen(false)] out T value) => _phrases.TryGetValue(phrase, out value);

    /// <summary>The longest phrase that begins at <paramref name="at"/>, and the token after it; null where none does.</summary>
    public (int End, T Value)? Longest(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end || !_longestByFirst.TryGetValue(tokens[at].Lower, out int longest))
            return null;
        (int End, T Value)? best = null;
        string joined = tokens[at].Lower;
        int limit = Math.Min(end, at + longest);
        for (int next = at; next < limit; next++)
        {
            if (next > at)
                joined = joined + " " + tokens[next].Lower;
            if (_phrases.TryGetValue(joined, out T? value))
                best = (next + 1, value);
        }
        return best;
    }
}
