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
