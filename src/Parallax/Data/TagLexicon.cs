using System.Globalization;
using System.Text;

namespace Parallax.Data;

/// <summary>One way in which annotated text used a word form.</summary>
/// <param name="Upos">Universal part of speech as the standard writes it: <c>NOUN</c>, <c>PROPN</c>, <c>VERB</c>…</param>
/// <param name="Xpos">Penn Treebank tag, which tells verb forms and number apart: <c>VBD</c>, <c>VBN</c>, <c>NNS</c>…</param>
/// <param name="Lemma">Dictionary form, lower case, without diacritics.</param>
/// <param name="Count">How often the form was used so.</param>
public readonly record struct TagReading(string Upos, string Xpos, string Lemma, int Count);

/// <summary>
/// How English words were used in openly licensed treebanks: for a word form its readings with counts, most frequent first.
/// Immutable; safe for many threads.
/// </summary>
public sealed class TagLexicon
{
    private readonly Dictionary<string, TagReading[]> _readings = new(StringComparer.Ordinal);

    private TagLexicon()
    {
    }

    /// <summary>Number of word forms.</summary>
    public int Count => _readings.Count;

    /// <summary>The readings of <paramref name="lowerForm"/> (folded, lower case), most frequent first; empty for an unknown word.</summary>
    public IReadOnlyList<TagReading> Lookup(string lowerForm) =>
        _readings.TryGetValue(lowerForm, out TagReading[]? readings) ? readings : [];

    /// <summary>The part of speech that the form had most often, with all its finer tags counted together; null for an unknown word.</summary>
    public string? MostFrequentUpos(string lowerForm)
    {
        string? best = null;
        int most = 0;
        foreach (IGrouping<string, TagReading> group in Lookup(lowerForm).GroupBy(reading => reading.Upos, StringComparer.Ordinal))
        {
            int count = group.Sum(reading => reading.Count);
            if (count > most)
                (best, most) = (group.Key, count);
        }
        return best;
    }

    /// <summary>Reads the compiled form: rows of form, then per reading UPOS, XPOS, lemma (empty where it is the form) and count.</summary>
    internal static TagLexicon Read(Stream stream)
    {
        TagLexicon lexicon = new();
        Dictionary<string, string> shared = new(StringComparer.Ordinal);
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] fields = line.Split('\t');
            TagReading[] readings = new TagReading[(fields.Length - 1) / 4];
            for (int i = 0; i < readings.Length; i++)
            {
                string lemma = fields[3 + 4 * i];
                readings[i] = new TagReading(
                    Share(shared, fields[1 + 4 * i]), Share(shared, fields[2 + 4 * i]),
                    lemma.Length == 0 ? fields[0] : Share(shared, lemma),
                    int.Parse(fields[4 + 4 * i], CultureInfo.InvariantCulture));
            }
            lexicon._readings[fields[0]] = readings;
        }
        return lexicon;
    }

    // The tags are a few dozen strings used a hundred thousand times.
    private static string Share(Dictionary<string, string> shared, string value)
    {
        if (shared.TryGetValue(value, out string? known))
            return known;
        shared.Add(value, value);
        return value;
    }
}
