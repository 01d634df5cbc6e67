using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What the network sees of one word, whatever stands around it.</summary>
/// <param name="Norm">The word folded, its digits made 0: the key of the tables of words.</param>
/// <param name="Prefixes">Rows of the table of beginnings.</param>
/// <param name="Suffixes">Rows of the table of endings.</param>
/// <param name="Grams">Rows of the table of letter sequences.</param>
/// <param name="Shape">Row of the table of shapes.</param>
/// <param name="Flags">Which lexicons know the word, one bit each.</param>
internal sealed record WordFeatures(string Norm, int[] Prefixes, int[] Suffixes, int[] Grams, int Shape, uint Flags);

/// <summary>Takes words apart for the network. Immutable; safe for many threads.</summary>
internal sealed class WordFeatureReader
{
    /// <summary>Beginnings of 1 to this many letters have a row each.</summary>
    public const int PrefixLengths = 3;

    /// <summary>Endings of 1 to this many letters have a row each.</summary>
    public const int SuffixLengths = 4;

    /// <summary>Rows of the tables that are looked up by hash.</summary>
    public const int PrefixRows = 4096, SuffixRows = 8192, GramRows = 16384, ShapeRows = 512;

    /// <summary>Number of lexicon flags.</summary>
    public const int FlagCount = 16;

    // A longer "word" is an address or rubbish; its middle tells nothing.
    private const int LongestNorm = 40;
    private const int LargePlace = 100_000;

    private readonly LanguageData _data;
    private readonly HashSet<string> _given, _titles, _heads, _agencies, _organisations;

    public WordFeatureReader(LanguageData data)
    {
        _data = data;
        _given = data.Lexicon("given-names").FirstColumn();
        _titles = data.Lexicon("titles").FirstColumn();
        _heads = data.Lexicon("actor-organisation-heads").FirstColumn();
        _agencies = Folded(data, "agencies", "outlets");
        _organisations = Folded(data, "organisations", "blocs");
    }

    /// <summary>The features of <paramref name="word"/>.</summary>
    public WordFeatures Read(string word)
    {
        string norm = Norm(word);
        string framed = "<" + norm + ">";
        int[] prefixes = new int[PrefixLengths], suffixes = new int[SuffixLengths];
        for (int length = 1; length <= PrefixLengths; length++)
            prefixes[length - 1] = Row(norm.AsSpan(0, Math.Min(length, norm.Length)), length, PrefixRows);
        for (int length = 1; length <= SuffixLengths; length++)
            suffixes[length - 1] = Row(norm.AsSpan(Math.Max(0, norm.Length - length)), length, SuffixRows);
        List<int> grams = [];
        for (int length = 3; length <= 5; length++)
        {
            for (int start = 0; start + length <= framed.Length; start++)
                grams.Add(Row(framed.AsSpan(start, length), length, GramRows));
        }
        return new WordFeatures(norm, prefixes, suffixes, [.. grams], Row(Shape(word), 0, ShapeRows), Flags(word, norm));
    }

    /// <summary>The word folded to plain lower case with its digits made 0, cut to 40 characters.</summary>
    public static string Norm(string word)
    {
        string folded = Folding.Fold(word.Length > LongestNorm ? word[..LongestNorm] : word);
        if (folded.Length == 0)
            return "?";
        return folded.AsSpan().ContainsAnyInRange('0', '9')
            ? string.Create(folded.Length, folded, static (target, source) =>
            {
                for (int i = 0; i < source.Length; i++)
                    target[i] = char.IsAsciiDigit(source[i]) ? '0' : source[i];
            })
            : folded;
    }

    // Capitals, small letters and digits as X, x, d; a run shows at most four of a kind.
    private static ReadOnlySpan<char> Shape(string word)
    {
        Span<char> shape = new char[Math.Min(word.Length, LongestNorm)];
        int length = 0, run = 0;
        foreach (char c in word)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run <= 4 && length < shape.Length)
                shape[length++] = kind;
        }
        return shape[..length];
    }

    private uint Flags(string word, string norm)
    {
        if (!char.IsLetter(norm[0]))
            return 0;
        uint flags = 0;
        void Set(int bit, bool on) => flags |= on ? 1u << bit : 0;
        string folded = Folding.Fold(word.Length > LongestNorm ? word[..LongestNorm] : word);
        Set(0, _given.Contains(folded));
        Set(1, _titles.Contains(folded));
        Set(2, _heads.Contains(folded));
        Set(3, _agencies.Contains(folded));
        Set(4, _organisations.Contains(folded));
        Set(5, _data.Countries.ByName(folded) is not null);
        Set(6, _data.Ethnonyms.Lookup(folded) is not null || _data.Countries.ByDemonym(folded) is not null);
        IReadOnlyList<GazetteerPlace> places = folded.Length > 2 ? _data.Gazetteer.Lookup(folded) : [];
        Set(7, places.Count > 0);
        Set(8, places.Any(place => place.Population >= LargePlace));
        Set(9, places.Any(place => place.Precision == PlacePrecision.Province));
        Set(10, char.IsUpper(word[0]));
        Set(11, word.Length > 1 && word.All(c => !char.IsLower(c)));
        Set(12, word.Contains('-', StringComparison.Ordinal));
        Set(13, word.Any(char.IsDigit));
        Set(14, char.IsUpper(word[0]) && places.Count > 0);
        Set(15, char.IsUpper(word[0]) && _given.Contains(folded));
        return flags;
    }

    private static int Row(ReadOnlySpan<char> text, int seed, int rows)
    {
        unchecked
        {
            // FNV-1a with a last mixing step, as the low bits choose the row.
            uint hash = 2166136261u ^ ((uint)seed * 0x9E3779B9u);
            foreach (char c in text)
                hash = (hash ^ c) * 16777619u;
            hash ^= hash >> 15;
            hash *= 0x2C1B3C6Du;
            hash ^= hash >> 13;
            return (int)(hash % (uint)rows);
        }
    }

    private static HashSet<string> Folded(LanguageData data, params string[] lexicons) =>
        new(lexicons.SelectMany(name => data.Lexicon(name).Rows.Select(row => Folding.Fold(row[0]))), StringComparer.Ordinal);
}
