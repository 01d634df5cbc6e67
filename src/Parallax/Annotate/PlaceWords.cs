using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>The words beside a name that tell whether and how it is a place.</summary>
internal sealed class PlaceWords
{
    private readonly Dictionary<string, HashSet<string>> _byKind = new(StringComparer.Ordinal);
    private readonly TagLexicon _tags;

    public PlaceWords(LanguageData data)
    {
        _tags = data.Tags;
        foreach (string[] row in data.Lexicon("places-words").Rows)
        {
            if (!_byKind.TryGetValue(row[0], out HashSet<string>? words))
                _byKind.Add(row[0], words = new(StringComparer.Ordinal));
            words.Add(row[1]);
        }
    }

    /// <summary>Whether the lexicon lists the folded word under this kind.</summary>
    public bool Is(string kind, string word) => _byKind[kind].Contains(word.EndsWith('.') ? word[..^1] : word);

    /// <summary>Whether the word names a kind of administrative area or settlement.</summary>
    public bool IsGeneric(string word) => Is("town", word) || Is("district", word) || Is("province", word);

    /// <summary>Whether the word is mostly used as something else than a name, so that a capital alone proves nothing.</summary>
    public bool IsCommon(string lower)
    {
        int names = 0, others = 0;
        foreach (TagReading reading in _tags.Lookup(lower))
        {
            if (reading.Upos == "PROPN")
                names += reading.Count;
            else
                others += reading.Count;
        }
        return others > names;
    }

    public static bool IsCalendar(string lower) => lower is
        "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or
        "january" or "february" or "march" or "april" or "may" or "june" or "july" or "august" or "september" or "october" or "november" or "december";

    public static bool IsCapitalised(Token token) => token.Text.Length > 0 && char.IsUpper(token.Text[0]);

    public static bool HasLower(string text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
                return true;
        }
        return false;
    }

    public static bool IsPossessive(Token token) => token.Lower is "'s" or "'";
}
