using System.Text;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// What the lexicon knows of given names, and when two spellings are one name. Surnames are never compared by likeness: only spellings
/// that fold to the same key are one surname, so that Marković and Marinković stay two people.
/// </summary>
internal sealed class NameVariants
{
    private static readonly System.Buffers.SearchValues<char> s_written = System.Buffers.SearchValues.Create("äöüÄÖÜøØåÅæÆß");

    private readonly Dictionary<string, (char Gender, string[] Groups, bool Ambiguous)> _names = new(StringComparer.Ordinal);

    public NameVariants(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("given-names").Rows)
            _names[row[0]] = (row[1][0], row[2] == "-" ? [] : row[2].Split('|'), row[3] == "a");
    }

    /// <summary>Whether <paramref name="name"/> is a given name; a word that is also something else counts only with <paramref name="ambiguousToo"/>.</summary>
    public bool IsGiven(string name, bool ambiguousToo = true) =>
        _names.TryGetValue(Key(name), out (char Gender, string[] Groups, bool Ambiguous) entry) ? ambiguousToo || !entry.Ambiguous : IsHyphenated(name);

    /// <summary>'m', 'f', or '-' where the name does not tell.</summary>
    public char Gender(string name)
    {
        if (_names.TryGetValue(Key(name), out (char Gender, string[] Groups, bool Ambiguous) entry))
            return entry.Gender == 'u' ? '-' : entry.Gender;
        int hyphen = name.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? Gender(name[..hyphen]) : '-';
    }

    /// <summary>
    /// Whether two given names are spellings of one: equal when folded, an initial of the other, or in one variant group with the same
    /// consonants (Aleksandar and Alexander, Mohammed and Muhammad; not John and Ivan).
    /// </summary>
    public bool AreVariants(string left, string right)
    {
        string a = Key(left), b = Key(right);
        if (string.Equals(a, b, StringComparison.Ordinal))
            return true;
        if (IsInitial(a) || IsInitial(b))
            return a.Length > 0 && b.Length > 0 && a[0] == b[0];
        if (!_names.TryGetValue(a, out (char Gender, string[] Groups, bool Ambiguous) first) || !_names.TryGetValue(b, out (char Gender, string[] Groups, bool Ambiguous) second))
            return false;
        if (!first.Groups.Any(group => Array.IndexOf(second.Groups, group) >= 0))
            return false;
        string x = Skeleton(a), y = Skeleton(b);
        if (x.Length >= 2 && string.Equals(x, y, StringComparison.Ordinal))
            return true;
        // "Tim" for Timothy, "Ben" for Benjamin: a short form that begins the long one.
        string brief = a.Length < b.Length ? a : b, full = a.Length < b.Length ? b : a;
        return brief.Length is 3 or 4 && full.Length > brief.Length + 1 && full.StartsWith(brief, StringComparison.Ordinal);
    }

    /// <summary>The key under which spellings of one surname meet: folded, without hyphens, apostrophes, the article al- and blanks; -skyy, -skiy and -sky alike.</summary>
    public static string SurnameKey(string surname)
    {
        string folded = Folding.Fold(surname);
        foreach (string article in (ReadOnlySpan<string>)["al-", "el-", "al ", "el ", "ash-", "as-", "an-", "ar-"])
        {
            if (folded.Length > article.Length + 2 && folded.StartsWith(article, StringComparison.Ordinal))
            {
                folded = folded[article.Length..];
                break;
            }
        }
        StringBuilder key = new(folded.Length);
        foreach (char c in folded)
        {
            if (char.IsLetterOrDigit(c))
                key.Append(c);
        }
        string plain = key.ToString();
        foreach (string ending in (ReadOnlySpan<string>)["skyy", "skiy", "skii", "skyi", "skyj", "skij", "ski"])
        {
            if (plain.EndsWith(ending, StringComparison.Ordinal))
                return plain[..^ending.Length] + "sky";
        }
        return plain;
    }

    /// <summary>The name with its German and Nordic letters written out ("Brueckner" for Brückner); null where it has none.</summary>
    public static string? WrittenOut(string name)
    {
        if (name.AsSpan().IndexOfAny(s_written) < 0)
            return null;
        return name.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("Ä", "Ae", StringComparison.Ordinal).Replace("Ö", "Oe", StringComparison.Ordinal).Replace("Ü", "Ue", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal).Replace("Ø", "Oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal).Replace("Å", "Aa", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal).Replace("Æ", "Ae", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
    }

    private static bool IsInitial(string key) => key.Length == 1;

    private bool IsHyphenated(string name)
    {
        int hyphen = name.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 1 && _names.ContainsKey(Key(name[..hyphen]));
    }

    private static string Key(string name) => Folding.Fold(name).TrimEnd('.');

    // Consonants only, letters that transliterations exchange made one.
    private static string Skeleton(string folded)
    {
        string spelled = folded.Replace("x", "ks", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal)
            .Replace("kh", "h", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal).Replace("sch", "s", StringComparison.Ordinal)
            .Replace("sh", "s", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("dj", "j", StringComparison.Ordinal);
        StringBuilder skeleton = new(spelled.Length);
        char last = '\0';
        foreach (char c in spelled)
        {
            char mapped = c switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' or '\'' or '-' => '\0',
                'w' => 'v',
                'c' or 'q' => 'k',
                'z' => 's',
                _ => c,
            };
            if (mapped != '\0' && mapped != last)
                skeleton.Append(mapped);
            last = mapped;
        }
        return skeleton.ToString();
    }
}
