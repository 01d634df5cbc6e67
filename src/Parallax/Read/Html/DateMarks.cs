using System.Collections.Concurrent;
using AngleSharp.Dom;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>What class, id and microdata of an element say about a date in it.</summary>
[Flags]
internal enum DateMark
{
    None = 0,

    /// <summary>It is a date.</summary>
    Date = 1,

    /// <summary>It is the date of publication.</summary>
    Published = 2,

    /// <summary>It is the date of a change.</summary>
    Updated = 4,

    /// <summary>It belongs to the lines beside a headline.</summary>
    Head = 8,

    /// <summary>It belongs to something else than the page's story.</summary>
    Other = 16,

    /// <summary>It stands beside or below something, which may be the story.</summary>
    Beside = 32,
}

/// <summary>Reads the marks of elements by the words in their names.</summary>
internal sealed class DateMarks
{
    private const int MostCharacters = 300;

    private static readonly ConcurrentDictionary<LexiconTable, DateMarks> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, DateMark> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateMark>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private DateMarks(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
            _words[row[0]] = Enum.Parse<DateMark>(row[1], ignoreCase: true);
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The marks of <paramref name="data"/>.</summary>
    public static DateMarks Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-datemarks"), table => new DateMarks(table));

    /// <summary>The marks of <paramref name="element"/> itself.</summary>
    public DateMark Of(IElement element)
    {
        DateMark mark = OfNames(element.GetAttribute("class")) | OfNames(element.GetAttribute("id")) | OfNames(element.GetAttribute("itemprop")) | element.LocalName switch
        {
            "time" => DateMark.Date,
            "nav" => DateMark.Other,
            "aside" or "footer" => DateMark.Beside,
            _ => DateMark.None,
        };
        return element.HasAttribute("pubdate") ? mark | DateMark.Published : mark;
    }

    private DateMark OfNames(string? names)
    {
        DateMark mark = DateMark.None;
        if (names is not { Length: > 1 })
            return mark;
        ReadOnlySpan<char> text = names.AsSpan(0, Math.Min(names.Length, MostCharacters));
        Span<char> word = stackalloc char[32];
        int length = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ' ';
            bool hump = i > 0 && i < text.Length && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(text[i - 1]);
            if (length > 0 && (!char.IsAsciiLetter(c) || hump))
            {
                mark |= OfWord(word[..length]);
                length = 0;
            }
            if (char.IsAsciiLetter(c) && length < word.Length)
                word[length++] = char.ToLowerInvariant(c);
        }
        return mark;
    }

    private DateMark OfWord(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out DateMark mark))
            return mark;
        if (word.EndsWith("datum") || word.EndsWith("fecha") || word.StartsWith("datetime"))
            return DateMark.Date;
        return word.EndsWith("date") && word.Length <= 12 && !word.EndsWith("update")
            && word is not ("candidate" or "mandate" or "validate" or "liquidate" or "consolidate" or "invalidate" or "antedate" or "sedate" or "accommodate") ? DateMark.Date : DateMark.None;
    }
}
