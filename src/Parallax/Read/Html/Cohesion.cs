using System.Collections.Concurrent;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The words and names of a text, as far as they tell what it is about.</summary>
internal sealed class Cohesion
{
    private const int ShortestWord = 4;
    private const int StemLength = 5;
    // Fewer words than this say too little to part them from a story.
    private const int FewestWords = 5;

    private static readonly ConcurrentDictionary<LanguageData, Cohesion> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly HashSet<string> _empty = new(StringComparer.Ordinal);

    private Cohesion(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("languages").Rows)
            _empty.UnionWith(row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        // Every report names days and says who said so.
        foreach (string word in (string[])["said", "says", "told", "also", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "will", "would", "could", "more", "than", "year", "years", "after", "before", "which", "their", "there"])
            _empty.Add(word);
    }

    /// <summary>The words of a text by their stems, and the names among them.</summary>
    internal sealed record Words(HashSet<string> Stems, HashSet<string> Names);

    public static Cohesion Of(LanguageData data) => Loaded.GetOrAdd(data, d => new Cohesion(d));

    public static Words None() => new(new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    /// <summary>Adds what <paramref name="text"/> is about to <paramref name="words"/>.</summary>
    public void Add(Words words, string text)
    {
        bool opens = true;
        for (int at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                opens |= text[at] is '.' or '!' or '?' or ':' or '\u201C' or '"';
                at++;
                continue;
            }
            int end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            string folded = Folding.Fold(text[at..end]);
            if (folded.Length >= ShortestWord && !_empty.Contains(folded))
            {
                string stem = folded.Length > StemLength ? folded[..StemLength] : folded;
                words.Stems.Add(stem);
                if (char.IsUpper(text[at]) && !opens)
                    words.Names.Add(folded);
            }
            opens = false;
            at = end;
        }
    }

    /// <summary>Whether <paramref name="part"/> has no name and at most the share <paramref name="most"/> of its words in common with <paramref name="rest"/>.</summary>
    public static bool IsForeign(Words part, Words rest, double most)
    {
        if (part.Stems.Count < FewestWords || part.Names.Overlaps(rest.Names))
            return false;
        int shared = 0;
        foreach (string stem in part.Stems)
            shared += rest.Stems.Contains(stem) ? 1 : 0;
        return shared <= most * part.Stems.Count;
    }
}
