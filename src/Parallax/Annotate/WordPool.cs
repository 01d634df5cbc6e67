using System.Collections.Concurrent;

namespace Parallax.Annotate;

/// <summary>
/// One copy of each word that many reports write: thousands of reports in memory hold few different words. What it hands out is equal to what it was given,
/// so that it changes no result; it takes no more words once full, however many a hostile text invents.
/// </summary>
internal sealed class WordPool
{
    private const int MostWords = 200_000;
    private const int LongestWord = 24;
    private readonly ConcurrentDictionary<string, string> _words = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The shared copy of <paramref name="word"/>, or itself.</summary>
    public string Shared(string word)
    {
        if (word.Length > LongestWord)
            return word;
        if (_words.TryGetValue(word, out string? shared))
            return shared;
        if (Volatile.Read(ref _count) >= MostWords || !_words.TryAdd(word, word))
            return _words.GetValueOrDefault(word, word);
        Interlocked.Increment(ref _count);
        return word;
    }
}
