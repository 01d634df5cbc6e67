using System.Collections.Concurrent;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>Tells the language of a text by script and function words, so that what is not English can be told and declined.</summary>
internal sealed class LanguageGuess
{
    // Function words make up a third of running text; fewer words than this say too little to decline a report.
    private const int EnoughWords = 25;
    private const int EnoughLetters = 60;
    private const int SampleCharacters = 20_000;

    // ISO 639-2 for a language that cannot be told.
    private const string Undetermined = "und";

    private static readonly ConcurrentDictionary<LexiconTable, LanguageGuess> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, List<int>> _languagesOfWord = new(StringComparer.Ordinal);
    private readonly List<(string Code, string Name, string Script)> _languages = [];

    private LanguageGuess(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            foreach (string word in row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
            {
                if (!_languagesOfWord.TryGetValue(word, out List<int>? list))
                    _languagesOfWord[word] = list = [];
                list.Add(_languages.Count);
            }
            _languages.Add((row[0], row[1], row[2]));
        }
    }

    /// <summary>The profiles of <paramref name="data"/>.</summary>
    public static LanguageGuess Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("languages"), table => new LanguageGuess(table));

    /// <summary>
    /// The code of the language where <paramref name="text"/> is clearly not English (<c>und</c> for a script without a profile); null where it is
    /// English or too short to tell.
    /// <paramref name="hint"/> is what the page declares: it only settles a close call.
    /// </summary>
    public string? OtherThanEnglish(string text, string? hint)
    {
        ReadOnlySpan<char> sample = text.AsSpan(0, Math.Min(text.Length, SampleCharacters));
        Dictionary<string, int> scripts = new(StringComparer.Ordinal);
        int[] hits = new int[_languages.Count];
        int letters = 0, words = 0;
        foreach (char c in sample)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            string script = ScriptOf(c);
            scripts[script] = scripts.GetValueOrDefault(script) + 1;
        }
        foreach (string word in Words(sample))
        {
            words++;
            if (_languagesOfWord.TryGetValue(word, out List<int>? languages))
            {
                foreach (int language in languages)
                    hits[language]++;
            }
        }
        if (letters < EnoughLetters)
            return null;
        string main = scripts.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;
        // Japanese mixes its own letters with Chinese ones.
        if (main == "Han" && scripts.GetValueOrDefault("Kana") * 10 > letters)
            main = "Kana";
        if (main != "Latin" && scripts[main] * 2 > letters)
            return Best(hits, main).Code;
        if (words < EnoughWords)
            return null;
        int english = _languages.FindIndex(l => l.Code == "en");
        (string code, int best) = BestOther(hits, english);
        bool declared = hint is not null && hint.StartsWith(code, StringComparison.OrdinalIgnoreCase);
        // English headlines and lists have few function words: a rival must be strong itself, not just beat a weak English.
        bool rivalStrong = best * 8 >= words;
        return rivalStrong && (best > hits[english] * 3 / 2 || (declared && best > hits[english])) ? code : null;
    }

    /// <summary>The English name of the language with <paramref name="code"/>.</summary>
    public string NameOf(string code) => _languages.FirstOrDefault(l => l.Code == code).Name ?? $"in another language ({code})";

    private (string Code, int Hits) Best(int[] hits, string script)
    {
        int best = -1;
        for (int i = 0; i < _languages.Count; i++)
        {
            if (_languages[i].Script == script && (best < 0 || hits[i] > hits[best]))
                best = i;
        }
        return best < 0 ? (Undetermined, 0) : (_languages[best].Code, hits[best]);
    }

    private (string Code, int Hits) BestOther(int[] hits, int english)
    {
        int[] others = [.. hits];
        others[english] = -1;
        return Best(others, "Latin");
    }

    private static IEnumerable<string> Words(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && (char.IsLetter(text[i]) || char.IsAsciiDigit(text[i]));
            if (letter && start < 0)
                start = i;
            else if (!letter && start >= 0)
            {
                words.Add(text[start..i].ToString().ToLowerInvariant());
                start = -1;
            }
        }
        return words;
    }

    private static string ScriptOf(char c) => c switch
    {
        < '\u0250' => "Latin",
        >= '\u1E00' and <= '\u1EFF' => "Latin",
        >= '\u0370' and <= '\u03FF' => "Greek",
        >= '\u0400' and <= '\u052F' => "Cyrillic",
        >= '\u0530' and <= '\u058F' => "Armenian",
        >= '\u0590' and <= '\u05FF' => "Hebrew",
        >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC' => "Arabic",
        >= '\u0900' and <= '\u097F' => "Devanagari",
        >= '\u0980' and <= '\u09FF' => "Bengali",
        >= '\u0A00' and <= '\u0A7F' => "Gurmukhi",
        >= '\u0A80' and <= '\u0AFF' => "Gujarati",
        >= '\u0B80' and <= '\u0BFF' => "Tamil",
        >= '\u0C00' and <= '\u0C7F' => "Telugu",
        >= '\u0C80' and <= '\u0CFF' => "Kannada",
        >= '\u0D00' and <= '\u0D7F' => "Malayalam",
        >= '\u0D80' and <= '\u0DFF' => "Sinhala",
        >= '\u0E00' and <= '\u0E7F' => "Thai",
        >= '\u0E80' and <= '\u0EFF' => "Lao",
        >= '\u1000' and <= '\u109F' => "Myanmar",
        >= '\u10A0' and <= '\u10FF' => "Georgian",
        >= '\u1200' and <= '\u137F' => "Ethiopic",
        >= '\u1780' and <= '\u17FF' => "Khmer",
        >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF' => "Hangul",
        >= '\u3040' and <= '\u30FF' => "Kana",
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' => "Han",
        _ => "Other",
    };
}
