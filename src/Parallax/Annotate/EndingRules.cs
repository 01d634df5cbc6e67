namespace Parallax.Annotate;

/// <summary>What whole words, and else their longest listed ending, are mapped to.</summary>
internal sealed class EndingRules<T>
{
    /// <summary>No ending is longer.</summary>
    public const int Longest = 7;

    private readonly Dictionary<string, T> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _endings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _byEnding;

    public EndingRules() => _byEnding = _endings.GetAlternateLookup<ReadOnlySpan<char>>();

    public void AddWord(string word, T value) => _words[word] = value;

    public void AddEnding(string ending, T value) => _endings[ending] = value;

    public bool TryWord(string word, out T? value) => _words.TryGetValue(word, out value);

    /// <summary>The value of the longest listed ending; the empty ending stands for every word.</summary>
    public bool TryEnding(string word, out T? value)
    {
        for (int length = Math.Min(Longest, word.Length); length >= 0; length--)
        {
            if (_byEnding.TryGetValue(word.AsSpan(word.Length - length), out value))
                return true;
        }
        value = default;
        return false;
    }

    /// <summary>The value of the word itself or else of its ending.</summary>
    public bool TryGet(string word, out T? value) => TryWord(word, out value) || TryEnding(word, out value);
}
