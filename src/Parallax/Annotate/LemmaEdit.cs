using System.Globalization;

namespace Parallax.Annotate;

/// <summary>How a word becomes its dictionary form: letters cut from its end, letters added. <c>3+y</c> makes "fly" of "flies".</summary>
internal readonly record struct LemmaEdit(int Cut, string Added)
{
    /// <summary>The edit that changes nothing.</summary>
    public static LemmaEdit None { get; } = new(0, "");

    /// <summary>The shortest edit that makes <paramref name="lemma"/> of <paramref name="word"/>.</summary>
    public static LemmaEdit Between(string word, string lemma)
    {
        int same = word.AsSpan().CommonPrefixLength(lemma);
        return new LemmaEdit(word.Length - same, lemma[same..]);
    }

    /// <summary>The edited word; one that is shorter than the cut stays as it is.</summary>
    public string Of(string word) =>
        Cut > word.Length || (Cut == 0 && Added.Length == 0) ? word : string.Concat(word.AsSpan(0, word.Length - Cut), Added);

    public static LemmaEdit Parse(string text)
    {
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        return new LemmaEdit(int.Parse(text.AsSpan(0, plus), CultureInfo.InvariantCulture), text[(plus + 1)..]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cut}+{Added}");
}

/// <summary>The capitals of a dictionary form.</summary>
internal enum LemmaCase
{
    /// <summary>None: "Protests" gives "protest".</summary>
    Lower,

    /// <summary>Those of the word: "NATO", "Iraqi".</summary>
    Keep,

    /// <summary>A first one: "london" gives "London".</summary>
    Title,
}

/// <summary>Where the capitals of a word stand; a letter, because tables name it.</summary>
internal static class WordShape
{
    public const char None = 'n', Small = 'l', Capitalised = 'c', AllCapitals = 'a', OneCapital = 's', Mixed = 'm';

    public static char Of(string word)
    {
        int letters = 0, capitals = 0;
        bool first = false;
        foreach (char c in word)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (char.IsLower(c))
                continue;
            capitals++;
            first |= letters == 1;
        }
        return letters == 0 ? None : capitals == 0 ? Small : capitals == letters ? (letters == 1 ? OneCapital : AllCapitals) : capitals == 1 && first && char.IsUpper(word[0]) ? Capitalised : Mixed;
    }
}
