using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>What verbs and nouns say happened: the verb that a noun is made of, and the senses by which different words tell of one occurrence.</summary>
internal sealed class OccurrenceSenses
{
    /// <summary>The sense of words that only report what somebody says.</summary>
    public const string Saying = "say";

    private const int ShortestStem = 3;

    // Endings of nouns made of verbs, with what the verb may end in.
    private static readonly (string Ending, string[] Verb)[] s_endings =
    [
        ("ation", ["", "e", "ate"]), ("ition", ["", "e", "it"]), ("ion", ["", "e"]), ("ment", [""]), ("ing", ["", "e"]), ("al", ["", "e"]),
        ("ance", ["", "e"]), ("ence", ["", "e"]), ("ure", ["", "e"]), ("ed", ["", "e"]), ("y", [""]), ("s", [""]),
    ];

    private readonly Dictionary<string, string[]> _senses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _verbs;

    private OccurrenceSenses(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("occurrence-senses").Rows)
            _senses[row[1] == "-" ? row[0] : row[0] + "/" + row[1]] = row[2].Split(';');
        _verbs = [.. data.Lexicon("lemma-bases").FirstColumn(), .. data.Lexicon("lemma-verbs").FirstColumn()];
    }

    /// <summary>The senses of <paramref name="data"/>.</summary>
    public static OccurrenceSenses Of(LanguageData data) => data.Made(d => new OccurrenceSenses(d));

    /// <summary>The verb that the word is made of, as far as its ending tells: "arrive" of "arrival"; the word itself where it is none.</summary>
    public string StemOf(string lemma)
    {
        if (_verbs.Contains(lemma))
            return lemma;
        foreach ((string ending, string[] verbs) in s_endings)
        {
            if (!lemma.EndsWith(ending, StringComparison.Ordinal) || lemma.Length - ending.Length < ShortestStem)
                continue;
            string stem = lemma[..^ending.Length];
            foreach (string end in verbs)
            {
                if (_verbs.Contains(stem + end))
                    return stem + end;
            }
            if (ending is "ing" or "ed" && stem[^1] == stem[^2] && _verbs.Contains(stem[..^1]))
                return stem[..^1];
        }
        return lemma;
    }

    /// <summary>The senses of a word or phrase of one word class.</summary>
    public IEnumerable<string> Of(string word, bool isNoun)
    {
        string[] any = _senses.GetValueOrDefault(word) ?? [];
        return _senses.TryGetValue(word + (isNoun ? "/n" : "/v"), out string[]? own) ? any.Concat(own) : any;
    }

    /// <summary>Whether the noun names an occurrence: it is listed, or made of a verb by its ending.</summary>
    public bool IsOccurrence(string noun) => Of(noun, isNoun: true).Any();
}
