namespace Parallax.Annotate;

/// <summary>A word as far as capitals go: a run of letters, digits and inner apostrophes. Hyphens part words.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">After its last character.</param>
/// <param name="Opens">Whether a sentence begins with it, as far as the marks before it show.</param>
/// <param name="Follows">Whether nothing but blanks or a hyphen stand between it and the word before it.</param>
internal readonly record struct CaseWord(int Start, int End, bool Opens, bool Follows)
{
    /// <summary>The words of a paragraph, in text order.</summary>
    public static List<CaseWord> Scan(ReadOnlySpan<char> text)
    {
        List<CaseWord> words = [];
        bool opens = true;
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                i++;
            bool follows = false;
            if (words.Count > 0)
            {
                ReadOnlySpan<char> gap = text[words[^1].End..start];
                opens = Ends(text, words[^1], gap);
                follows = !opens && (gap.IsWhiteSpace() || gap is "-");
            }
            words.Add(new CaseWord(start, i, opens, follows));
        }
        return words;
    }

    /// <summary>Whether the marks between the word and the next end a sentence: a stop with a blank after it, not after an initial or a common abbreviation.</summary>
    private static bool Ends(ReadOnlySpan<char> text, CaseWord word, ReadOnlySpan<char> gap)
    {
        int stop = gap.IndexOfAny('.', '!', '?');
        if (stop < 0 || !gap[stop..].ContainsAny(' ', '\n', '\t'))
            return false;
        if (gap[stop] != '.')
            return true;
        int length = word.End - word.Start;
        // "U.S. troops", "J. Smith", "Mr. Smith".
        if (length == 1 && char.IsLetter(text[word.Start]))
            return false;
        return !(length <= 5 && IsTitle(text[word.Start..word.End]));
    }

    private static bool IsTitle(ReadOnlySpan<char> word)
    {
        foreach (string title in s_titles)
        {
            if (word.Equals(title, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static readonly string[] s_titles =
    [
        "adm", "brig", "capt", "cdr", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "jr", "lt", "maj", "messrs", "mr", "mrs", "ms", "msgr", "no", "prof", "rep", "rev", "sen",
        "sgt", "sr", "st", "vs",
    ];
}
