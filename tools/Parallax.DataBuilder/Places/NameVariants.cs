using System.Text;
using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>The spellings under which one name is filed, by rules of the scripts and languages and never by list.</summary>
internal static class NameVariants
{
    private static readonly string[] s_divisionWords =
    [
        "autonomous okrug", "autonomous oblast", "autonomous province", "autonomous region", "autonomous republic", "oblast", "okrug", "krai",
        "kray", "province", "region", "district", "districte", "governorate", "prefecture", "state", "department", "division", "voivodeship",
        "municipality", "county", "canton", "republic", "raion", "wilaya", "parish", "emirate", "territory", "city", "regency",
    ];

    private static readonly string[] s_divisionOpenings =
        ["republic of ", "autonomous republic of ", "state of ", "province of ", "region of ", "muhafazat ", "komuna e ", "opstina ", "departamento de "];

    private static readonly HashSet<string> s_arabic = new(
        ["DZ", "BH", "EG", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "AE", "YE", "EH"], StringComparer.Ordinal);

    private static readonly string[] s_articles = ["al ", "el ", "ar ", "as ", "ash ", "at ", "ad ", "an ", "az "];

    /// <summary>Keys of a populated place's name in <paramref name="country"/>.</summary>
    public static IEnumerable<string> OfPlace(string name, string country)
    {
        int bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
        {
            yield return GazetteerKey.Of(name[..bracket]);
            yield return GazetteerKey.Of(name[(bracket + 1)..].TrimEnd(')'));
            yield break;
        }
        string key = GazetteerKey.Of(name);
        yield return key;
        if (key.StartsWith("saint ", StringComparison.Ordinal))
            yield return "st " + key[6..];
        if (key.StartsWith("mount ", StringComparison.Ordinal))
            yield return "mt " + key[6..];
        if (key.StartsWith("fort ", StringComparison.Ordinal))
            yield return "ft " + key[5..];
        if (s_arabic.Contains(country))
        {
            foreach (string variant in Arabic(key))
                yield return variant;
        }
        if (country is "AL" or "XK")
        {
            foreach (string variant in Albanian(key))
                yield return variant;
        }
        string latin = Latin(name, country);
        if (latin.Length > 0)
            yield return GazetteerKey.Of(latin);
    }

    /// <summary>Keys of a first-order division's name: with and without its kind ("Kherson Oblast", "Kherson").</summary>
    public static IEnumerable<string> OfDivision(string name, string country)
    {
        foreach (string key in OfPlace(name, country))
        {
            yield return key;
            foreach (string word in s_divisionWords)
            {
                if (key.Length > word.Length + 3 && key.EndsWith(" " + word, StringComparison.Ordinal))
                    yield return key[..^(word.Length + 1)];
            }
            foreach (string opening in s_divisionOpenings)
            {
                if (key.Length > opening.Length + 2 && key.StartsWith(opening, StringComparison.Ordinal))
                    yield return key[opening.Length..];
            }
        }
    }

    // Arabic names: reports leave out the article, write it "al" before sun letters too, and drop the h of a final -ah.
    private static IEnumerable<string> Arabic(string key)
    {
        string bare = key;
        foreach (string article in s_articles)
        {
            if (key.StartsWith(article, StringComparison.Ordinal) && key.Length >= article.Length + 4)
            {
                bare = key[article.Length..];
                yield return bare;
                yield return "al " + bare;
                yield return "el " + bare;
                break;
            }
        }
        if (bare.Length >= 5 && bare.EndsWith("ah", StringComparison.Ordinal))
        {
            yield return bare[..^1];
            if (bare.Length < key.Length)
                yield return "al " + bare[..^1];
        }
    }

    // Albanian nouns have a definite form (-ë to -a, consonant to -i), and Serbian writes c, s, z for q, sh, zh.
    private static IEnumerable<string> Albanian(string key)
    {
        if (key.Length < 4 || key.Contains(' ', StringComparison.Ordinal))
            yield break;
        char last = key[^1];
        if (last == 'e')
            yield return key[..^1] + "a";
        else if (last == 'a')
            yield return key[..^1] + "e";
        else if (last is not ('i' or 'o' or 'u'))
            yield return key + "i";
        string slavic = key.Replace("sh", "s", StringComparison.Ordinal).Replace("zh", "z", StringComparison.Ordinal).Replace('q', 'c');
        if (slavic != key)
            yield return slavic;
    }

    // Names in Cyrillic, written as English writes names from that language; empty for any other.
    private static string Latin(string name, string country)
    {
        if (!name.Any(c => c is >= '\u0400' and <= '\u04FF'))
            return "";
        bool southern = country is "RS" or "ME" or "BA" or "HR" or "MK" or "XK" or "SI";
        StringBuilder latin = new();
        foreach (char c in name.ToLowerInvariant())
        {
            string? written = southern ? Southern(c) : Eastern(c, ukrainian: country == "UA");
            if (written is null && c is >= '\u0400' and <= '\u04FF')
                return "";
            latin.Append(written ?? c.ToString());
        }
        return latin.ToString();
    }

    private static string? Southern(char c) => c switch
    {
        'ђ' => "đ",
        'ж' => "ž",
        'ј' => "j",
        'љ' => "lj",
        'њ' => "nj",
        'ћ' => "ć",
        'ц' => "c",
        'ч' => "č",
        'џ' => "dž",
        'ш' => "š",
        'х' => "h",
        'ѓ' => "gj",
        'ќ' => "kj",
        'ѕ' => "dz",
        _ => Shared(c),
    };

    private static string? Eastern(char c, bool ukrainian) => c switch
    {
        'ж' => "zh",
        'й' => "y",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' or 'ь' => "",
        'ы' => "y",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        'ё' => "yo",
        'і' => "i",
        'ї' => "i",
        'є' => "ye",
        'ґ' => "g",
        'ў' => "u",
        'г' when ukrainian => "h",
        'и' when ukrainian => "y",
        _ => Shared(c),
    };

    private static string? Shared(char c) => c switch
    {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' => "e",
        'з' => "z",
        'и' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        _ => null,
    };
}
