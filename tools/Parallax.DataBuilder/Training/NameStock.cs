using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.DataBuilder.Training;

/// <summary>
/// Names that may stand for each other: those of the training sentences, and the lexicons' and the gazetteer's. Showing others in their place
/// teaches to read a name by its company rather than by heart.
/// </summary>
internal sealed class NameStock
{
    private const int LongestName = 4, LargePlace = 60_000;

    private readonly Dictionary<(NameKind Kind, int Length), string[][]> _names;

    public NameStock(IReadOnlyList<TrainingSentence> sentences, LanguageData data)
    {
        List<(NameKind Kind, string[] Words)> names = [];
        foreach (TrainingSentence sentence in sentences)
            names.AddRange(Of(sentence).Select(name => (name.Kind, sentence.Words[name.First..name.End])));
        string[] families = [.. names.Where(name => name.Kind == NameKind.Person && name.Words.Length == 2).Select(name => name.Words[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] given = [.. data.Lexicon("given-names").Rows.Select(row => char.ToUpperInvariant(row[0][0]) + row[0][1..]).Where(name => name.All(char.IsLetter))];
        names.AddRange(given.Select(name => (NameKind.Person, new[] { name })));
        names.AddRange(given.Select((name, i) => (NameKind.Person, new[] { name, families[i * 7919 % families.Length] })));
        foreach (string lexicon in new[] { "organisations", "outlets", "blocs" })
            names.AddRange(data.Lexicon(lexicon).Rows.Select(row => (NameKind.Organisation, row[0].Split(' '))));
        names.AddRange(data.Gazetteer.Names(LargePlace).Select(name => (NameKind.Place, name.Split(' '))));
        _names = names.Where(name => name.Words.Length <= LongestName && Array.TrueForAll(name.Words, word => word.Length > 0 && word.All(c => char.IsLetter(c) || c == '.')))
            .GroupBy(name => (name.Kind, name.Words.Length)).ToDictionary(group => group.Key, group => group.Select(name => name.Words).ToArray());
    }

    /// <summary>Every word of every name.</summary>
    public IEnumerable<string> Words => _names.Values.SelectMany(names => names.SelectMany(name => name));

    /// <summary>The names of a sentence that follow the first scheme.</summary>
    public static IEnumerable<NameReading> Of(TrainingSentence sentence)
    {
        for (int i = 0; i < sentence.Names.Length; i++)
        {
            int part = (sentence.Names[i] - 1) % 4;
            if (sentence.Names[i] == NameDecoder.Outside || part is not (0 or 3))
                continue;
            int end = i + 1;
            while (part == 0 && end < sentence.Names.Length && (sentence.Names[end] - 1) % 4 is 1 or 2 && sentence.Names[end] != NameDecoder.Outside && sentence.Names[end - 1] != (sentence.Names[i] - part + 2))
                end++;
            yield return new NameReading(i, end, (NameKind)((sentence.Names[i] - 1) / 4));
        }
    }

    /// <summary>The words with some names exchanged for others of the same kind and length, as capitalised as they.</summary>
    public string[] Exchange(TrainingSentence sentence, float chance, SeededRandom random)
    {
        string[]? words = null;
        foreach (NameReading name in Of(sentence))
        {
            if (random.NextSingle() >= chance || !_names.TryGetValue((name.Kind, name.End - name.First), out string[][]? others))
                continue;
            words ??= [.. sentence.Words];
            string[] other = others[random.Next(others.Length)];
            bool isSmall = !sentence.Words[name.First].Any(char.IsUpper);
            for (int i = 0; i < other.Length; i++)
                words[name.First + i] = isSmall ? other[i].ToLowerInvariant() : other[i];
        }
        return words ?? sentence.Words;
    }
}
