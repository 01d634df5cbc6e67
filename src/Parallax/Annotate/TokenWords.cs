using System.Collections.Frozen;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>The words of <c>tokens.tsv</c>, by what the tokenizer asks of them.</summary>
internal sealed class TokenWords
{
    // No word of the lexicon is longer, so that a hostile run of letters is never looked up.
    private const int Longest = 16;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _prefixes, _suffixes, _units, _endings, _elided, _afterIts, _afterLets, _amounts;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _twos;
    private readonly string[][] _signs = new string[128][];

    public TokenWords(LexiconTable table)
    {
        _prefixes = Of(table, "prefix");
        _suffixes = Of(table, "suffix");
        _units = Of(table, "unit");
        _endings = Of(table, "ending");
        _elided = Of(table, "elided");
        _afterIts = Of(table, "after-its");
        _afterLets = Of(table, "after-lets");
        _amounts = Of(table, "amount");
        _twos = table.Rows.Where(row => row[1] == "two")
            .ToFrozenDictionary(row => row[0], row => int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        for (int c = 0; c < _signs.Length; c++)
            _signs[c] = [];
        // The longest first: ":-)" before ":-".
        foreach (IGrouping<int, string> group in table.Rows.Where(row => row[1] == "sign").Select(row => row[0]).GroupBy(SignClass))
            _signs[group.Key] = [.. group.OrderByDescending(sign => sign.Length).ThenBy(sign => sign, StringComparer.Ordinal)];
    }

    /// <summary>Whether a hyphen behind <paramref name="word"/> stays inside the word ("anti-tank").</summary>
    public bool IsPrefix(ReadOnlySpan<char> word) => Has(_prefixes, word);

    /// <summary>Whether a hyphen before <paramref name="word"/> stays inside the word ("clock-wise").</summary>
    public bool IsSuffix(ReadOnlySpan<char> word) => Has(_suffixes, word);

    /// <summary>Whether <paramref name="word"/> is cut off a figure before it ("5km").</summary>
    public bool IsUnit(ReadOnlySpan<char> word) => Has(_units, word);

    /// <summary>Whether <paramref name="word"/> is the last part of a domain or of a file's name.</summary>
    public bool IsEnding(ReadOnlySpan<char> word) => Has(_endings, word);

    /// <summary>Whether <paramref name="word"/>, which begins with an apostrophe, is one word with it ("'em").</summary>
    public bool IsElided(ReadOnlySpan<char> word) => Has(_elided, word);

    /// <summary>Whether "its" before <paramref name="word"/> means "it is".</summary>
    public bool FollowsItIs(ReadOnlySpan<char> word) => Has(_afterIts, word);

    /// <summary>Whether "lets" before <paramref name="word"/> means "let us".</summary>
    public bool FollowsLetUs(ReadOnlySpan<char> word) => Has(_afterLets, word);

    /// <summary>Whether <paramref name="word"/> is cut off a sum of money before it ("$5m").</summary>
    public bool IsAmount(ReadOnlySpan<char> word) => Has(_amounts, word);

    /// <summary>How many letters the first of the two words has that are written as <paramref name="word"/>; 0 where it is one word.</summary>
    public int FirstOfTwo(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Fold(word, lower) is int length and > 0 && _twos.TryGetValue(lower[..length], out int first) ? first : 0;
    }

    /// <summary>The length of the longest sign that begins at <paramref name="at"/>; 0 where none does.</summary>
    public int SignAt(string text, int at, int limit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(8, limit - at));
        foreach (string sign in _signs[SignClass(rest[0])])
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal))
                return sign.Length;
        }
        return 0;
    }

    private static int SignClass(string sign) => SignClass(sign[0]);

    // Signs that do not begin with an ASCII character share one class.
    private static int SignClass(char first) => first < 128 ? first : 0;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Of(LexiconTable table, string kind) =>
        table.Rows.Where(row => row[1] == kind).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Longest];
        return Fold(word, lower) is int length and > 0 && words.Contains(lower[..length]);
    }

    /// <summary>Small letters and plain apostrophes; 0 where the word is longer than any of the lexicon.</summary>
    private static int Fold(ReadOnlySpan<char> word, Span<char> lower)
    {
        if (word.Length > lower.Length)
            return 0;
        for (int i = 0; i < word.Length; i++)
            lower[i] = word[i] is '\u2019' or '\u02BC' ? '\'' : char.ToLowerInvariant(word[i]);
        return word.Length;
    }
}
