using System.Globalization;
using System.Text;

namespace Parallax.Data;

/// <summary>How often running text wrote a word small, with a first capital, and in capitals throughout.</summary>
/// <param name="Small">Small letters.</param>
/// <param name="Initial">A first capital.</param>
/// <param name="Capitals">Capitals throughout.</param>
internal readonly record struct WordCase(int Small, int Initial, int Capitals)
{
    public int All => Small + Initial + Capitals;

    /// <summary>The counts with those of another use added.</summary>
    public WordCase Plus(WordCase other) => new(Small + other.Small, Initial + other.Initial, Capitals + other.Capitals);
}

/// <summary>How often two neighbours stood with each of them small or capitalised.</summary>
internal readonly record struct PairCase(int BothSmall, int SecondCapital, int FirstCapital, int BothCapital)
{
    public int All => BothSmall + SecondCapital + FirstCapital + BothCapital;
}

/// <summary>How running text writes words inside sentences, alone and beside a neighbour. Immutable; safe for many threads.</summary>
internal sealed class CaseCounts
{
    /// <summary>The key of the row that counts all pairs.</summary>
    public const string AnyPair = "* *";

    /// <summary>Stands before the last letters of words in the rows that count rare words by their endings.</summary>
    public const char Ending = '~';

    /// <summary>Shorter rare words are counted by their length.</summary>
    public const int ShortestRare = 5;

    /// <summary>The longest ending counted.</summary>
    public const int LongestEnding = 4;

    private readonly Dictionary<string, WordCase> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PairCase> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mixed = new(StringComparer.Ordinal);

    private CaseCounts()
    {
    }

    /// <summary>Number of words known.</summary>
    public int Count => _words.Keys.Count(word => word[0] != Ending);

    /// <summary>The counts over all pairs of neighbours.</summary>
    public PairCase AllPairs => _pairs.GetValueOrDefault(AnyPair);

    /// <summary>How many words of running text were counted, those too rare to be kept left out.</summary>
    public long Running => _words.Where(word => word.Key[0] != Ending).Sum(word => (long)word.Value.All);

    public WordCase Word(string lower) => _words.GetValueOrDefault(lower);

    public PairCase Pair(string first, string second) => _pairs.GetValueOrDefault(first + " " + second);

    /// <summary>How rare words with the ending of <paramref name="lower"/> are written, by the longest ending that is counted.</summary>
    public WordCase Rare(string lower)
    {
        if (lower.Length < ShortestRare)
            return _words.GetValueOrDefault(Ending + new string('#', lower.Length));
        for (int length = Math.Min(LongestEnding, lower.Length - 1); length >= 2; length--)
        {
            if (_words.TryGetValue(Ending + lower[^length..], out WordCase counts))
                return counts;
        }
        return default;
    }

    /// <summary>How the word is written where capitals stand inside it ("McCarthy"); null for other words.</summary>
    public string? Mixed(string lower) => _mixed.GetValueOrDefault(lower);

    /// <summary>Reads the compiled form: rows of a word with three counts and perhaps a mixed form, or of a pair with four counts.</summary>
    public static CaseCounts Read(Stream stream)
    {
        CaseCounts counts = new();
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] fields = line.Split('\t');
            if (fields[0].Contains(' ', StringComparison.Ordinal))
                counts._pairs.Add(fields[0], new PairCase(Number(fields[1]), Number(fields[2]), Number(fields[3]), Number(fields[4])));
            else
                counts._words.Add(fields[0], new WordCase(Number(fields[1]), Number(fields[2]), Number(fields[3])));
            if (fields.Length == 5 && !fields[0].Contains(' ', StringComparison.Ordinal))
                counts._mixed.Add(fields[0], fields[4]);
        }
        return counts;
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);
}
