using System.Globalization;
using System.Text;

namespace Parallax.Text;

/// <summary>Writes a name in the form under which its spellings meet: lower case, no diacritics, plain quotes and hyphens.</summary>
public static class Folding
{
    /// <summary>
    /// Folds <paramref name="text"/>: compatibility decomposition, marks removed, letters without a decomposition
    /// (đ, ø, ł, ß, æ, œ, ı, ð, þ) written in ASCII, lower-cased by the invariant culture, typographic quotes and dashes made plain,
    /// white space runs made one blank and trimmed. Folding is idempotent. Non-Latin letters stay what they are.
    /// </summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
            return text;
        if (IsPrintableAscii(text))
            return string.Create(text.Length, text, static (folded, from) => FoldAscii(from, folded));
        StringBuilder folded = new(text.Length + 4);
        bool blank = false;
        foreach (char c in WithoutMarks(WellFormed(text)).Normalize(NormalizationForm.FormKD))
        {
            UnicodeCategory category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c))
            {
                blank = folded.Length > 0;
                continue;
            }
            if (blank)
                folded.Append(' ');
            blank = false;
            Append(folded, c);
        }
        return folded.ToString();
    }

    // Normalisation refuses half a surrogate pair and U+FFFE; they become U+FFFD.
    private static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal))
            return text;
        StringBuilder mended = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            mended.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return mended.ToString();
    }

    // Marks go in any case; a long run of them takes time that grows with its square to put in order, so they go first.
    private static string WithoutMarks(string text)
    {
        StringBuilder? kept = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isMark = text[i] >= '\u0300' && char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark;
            if (isMark)
                kept ??= new StringBuilder(text, 0, i, text.Length);
            else
                kept?.Append(text[i]);
        }
        return kept?.ToString() ?? text;
    }

    private static bool IsPlain(string text)
    {
        bool blank = true;
        foreach (char c in text)
        {
            if (c == ' ' && blank)
                return false;
            blank = c == ' ';
            if (!(c is ' ' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
                return false;
        }
        return !blank || text.Length == 0;
    }

    // Most words of English: nothing to decompose, no blanks to join, and no length that changes.
    private static bool IsPrintableAscii(string text)
    {
        char before = ' ';
        foreach (char c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && before == ' '))
                return false;
            before = c;
        }
        return before != ' ';
    }

    private static void FoldAscii(string text, Span<char> folded)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            folded[i] = c == '`' ? '\'' : char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }
    }

    private static void Append(StringBuilder folded, char c)
    {
        switch (c)
        {
            case 'đ' or 'Đ' or 'ð' or 'Ð': folded.Append('d'); break;
            case 'ø' or 'Ø': folded.Append('o'); break;
            case 'ł' or 'Ł': folded.Append('l'); break;
            case 'ı': folded.Append('i'); break;
            case 'ħ' or 'Ħ': folded.Append('h'); break;
            case 'ß' or 'ẞ': folded.Append("ss"); break;
            case 'æ' or 'Æ': folded.Append("ae"); break;
            case 'œ' or 'Œ': folded.Append("oe"); break;
            case 'þ' or 'Þ': folded.Append("th"); break;
            case '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '`' or '\u00B4': folded.Append('\''); break;
            case '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB': folded.Append('"'); break;
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212': folded.Append('-'); break;
            default: folded.Append(char.ToLowerInvariant(c)); break;
        }
    }
}
