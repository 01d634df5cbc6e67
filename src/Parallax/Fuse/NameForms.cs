using System.Text;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The forms of a name in which its spellings meet.</summary>
internal static class NameForms
{
    private static readonly HashSet<string> Honorifics = new(StringComparer.Ordinal)
    {
        "dame", "dr", "hon", "lady", "lord", "madame", "miss", "monsieur", "mr", "mrs", "ms", "mx", "prof", "rev", "sheikh", "sir", "the",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal) { "ii", "iii", "iv", "jnr", "jr", "junior", "snr", "sr" };

    /// <summary>Spellings of one sound, longest first; both sides of a pair are met in Latin spellings of the same names.</summary>
    private static readonly (string From, string To)[] Sounds =
    [
        ("shch", "sc"), ("sch", "s"), ("tch", "c"), ("dzh", "z"), ("ck", "k"), ("ch", "c"), ("dj", "d"), ("kh", "h"), ("off", "ov"),
        ("ph", "f"), ("sh", "s"), ("ts", "c"), ("tz", "c"), ("zh", "z"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("w", "v"), ("x", "ks"),
        ("y", "i"), ("j", "i"),
    ];

    /// <summary>The words of a person's name: folded, without honorifics, generational suffixes, possessive endings and dots.</summary>
    public static string[] PersonTokens(string name)
    {
        List<string> tokens = [.. Split(name)];
        while (tokens.Count > 1 && Honorifics.Contains(tokens[0]))
            tokens.RemoveAt(0);
        while (tokens.Count > 2 && Suffixes.Contains(tokens[^1]))
            tokens.RemoveAt(tokens.Count - 1);
        return [.. tokens];
    }

    /// <summary>The sound of a surname without the article that many leave out: "al-Haddad" and "Haddad".</summary>
    public static string SurnameKey(string token)
    {
        foreach (string article in (ReadOnlySpan<string>)["al-", "el-"])
        {
            if (token.Length > article.Length + 2 && token.StartsWith(article, StringComparison.Ordinal))
                return SoundKey(token[article.Length..]);
        }
        return SoundKey(token);
    }

    /// <summary>The words of a name in which hyphens part as blanks do: "Jong-un" and "Jong Un".</summary>
    public static string Unhyphenated(string[] tokens) => string.Join(' ', tokens).Replace('-', ' ');

    /// <summary>The name of a body: folded, without a leading article, possessive ending and the dots of initials.</summary>
    public static string Body(string name)
    {
        string[] tokens = [.. Split(name)];
        return string.Join(' ', tokens.Length > 1 && tokens[0] == "the" ? tokens[1..] : tokens);
    }

    /// <summary>Whether the name is an acronym as printed: two to seven capitals and digits, dots left out.</summary>
    public static bool IsAcronym(string name)
    {
        string plain = name.Replace(".", "", StringComparison.Ordinal);
        return plain.Length is >= 2 and <= 7 && plain.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-') && plain.Count(char.IsAsciiLetterUpper) >= 2;
    }

    /// <summary>The initials of a body's name, small words left out as acronyms leave them out.</summary>
    public static string Initials(string body)
    {
        StringBuilder initials = new();
        foreach (string token in body.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is not ("of" or "the" or "and" or "for" or "in" or "on" or "to" or "de" or "&"))
                initials.Append(token[0]);
        }
        return initials.ToString();
    }

    /// <summary>
    /// A key that is the same for the usual Latin spellings of one name (š and sh, č and ch, kh and h, y, j and i, ö and oe) and that keeps
    /// every consonant, so that names which merely look alike stay apart.
    /// </summary>
    public static string SoundKey(string token)
    {
        StringBuilder key = new();
        string plain = token.Replace("'", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        for (int i = 0; i < plain.Length;)
        {
            string sound = plain[i].ToString();
            int length = 1;
            foreach ((string from, string to) in Sounds)
            {
                if (string.CompareOrdinal(plain, i, from, 0, from.Length) == 0)
                {
                    (sound, length) = (to, from.Length);
                    break;
                }
            }
            foreach (char c in sound)
            {
                if (key.Length == 0 || key[^1] != c)
                    key.Append(c);
            }
            i += length;
        }
        // Initial Ye- and E- are the two romanisations of one letter.
        return key.Length > 2 && key[0] == 'i' && key[1] == 'e' ? key.ToString(1, key.Length - 1) : key.ToString();
    }

    /// <summary>The consonants of a name, in which spellings by other habits of romanisation meet; see <see cref="SoundLike"/>.</summary>
    public static string Consonants(string token) => string.Concat(Loose(token).Where(c => !IsVowel(c)));

    /// <summary>
    /// Whether two spellings may be one name written down by ear: every consonant alike (q and k are), and vowels only changed as romanisations change them, o and u, e
    /// and i, once a and e, and the ways to write a diphthong ("Qassem Suleimani", "Kasem Soleimani"; "Faiz", "Fayez"). Never enough for identity.
    /// </summary>
    public static bool SoundLike(string first, string second)
    {
        string a = Loose(first), b = Loose(second);
        int open = 0, i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (IsVowel(a[i]) != IsVowel(b[j]))
                return false;
            if (!IsVowel(a[i]))
            {
                if (a[i] != b[j])
                    return false;
                i++;
                j++;
                continue;
            }
            string left = Vowels(a, i), right = Vowels(b, j);
            i += left.Length;
            j += right.Length;
            if (left == right || (left.Length > 1 && right.Length > 1 && left.Contains('i', StringComparison.Ordinal) && right.Contains('i', StringComparison.Ordinal)))
                continue;
            if (left.Length != 1 || right.Length != 1 || (left[0], right[0]) is not (('o', 'u') or ('u', 'o') or ('e', 'i') or ('i', 'e') or ('a', 'e') or ('e', 'a')))
                return false;
            if (left[0] == 'a' || right[0] == 'a')
                open++;
        }
        return i == a.Length && j == b.Length && open <= 1;
    }

    private static string Loose(string token)
    {
        string key = SoundKey(token).Replace('q', 'k').Replace("gh", "g", StringComparison.Ordinal).Replace("dh", "d", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal);
        StringBuilder once = new();
        foreach (char c in key)
        {
            if (once.Length == 0 || once[^1] != c)
                once.Append(c);
        }
        return once.ToString();
    }

    private static string Vowels(string word, int from)
    {
        int end = from;
        while (end < word.Length && IsVowel(word[end]))
            end++;
        return word[from..end];
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static IEnumerable<string> Split(string name)
    {
        foreach (string raw in Folding.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string token = raw.Replace(".", "", StringComparison.Ordinal).Trim(',', ';', ':', '"', '(', ')', '\'');
            if (token.EndsWith("'s", StringComparison.Ordinal))
                token = token[..^2];
            if (token.Length > 0)
                yield return token;
        }
    }
}
