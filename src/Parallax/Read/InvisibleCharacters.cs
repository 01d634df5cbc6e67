namespace Parallax.Read;

/// <summary>What an invisible or damaged character is.</summary>
internal enum InvisibleKind
{
    /// <summary>A control character, or one that only annotates or ends lines on old systems.</summary>
    Control,

    /// <summary>A place where a word may be broken: soft hyphen, zero-width space.</summary>
    Break,

    /// <summary>A joiner where nothing is joined, a byte order mark inside text, a mark of direction.</summary>
    ZeroWidth,

    /// <summary>Turns the direction of what follows; can make a text look other than it reads.</summary>
    Direction,

    /// <summary>A tag or a variation selector that nothing shows: text can be hidden in them.</summary>
    Hidden,

    /// <summary>Half a character, or one that is none: shown as U+FFFD.</summary>
    Damaged,
}

/// <summary>Tells the characters that a reader does not see from those that scripts and symbols need.</summary>
internal static class InvisibleCharacters
{
    private const int BlackFlag = 0x1F3F4;

    /// <summary>
    /// What the invisible character at <paramref name="at"/> is, and how many code units it takes; null for one that stays, whose code units
    /// <paramref name="length"/> then counts.
    /// </summary>
    public static InvisibleKind? At(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        char c = text[at];
        switch (c)
        {
            case '\n' or '\t' or >= ' ' and < '\u007F': return null;
            case < '\u00A0': return InvisibleKind.Control;
            case '\u00AD' or '\u200B': return InvisibleKind.Break;
            case < '\u034F': return null;
            case '\u034F' or '\u180E' or '\u200E' or '\u200F' or '\u061C' or '\uFEFF' or (>= '\u2060' and <= '\u2064'): return InvisibleKind.ZeroWidth;
            case '\u200C' or '\u200D': return Joins(text, at) ? null : InvisibleKind.ZeroWidth;
            case (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'): return InvisibleKind.Direction;
            case (>= '\u2065' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB'): return InvisibleKind.Control;
            case >= '\uFE00' and <= '\uFE0F': return Varies(text, at) ? null : InvisibleKind.Hidden;
            case (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF': return InvisibleKind.Damaged;
            case >= '\uD800' and <= '\uDFFF': return Pair(text, at, out length);
            default: return null;
        }
    }

    private static InvisibleKind? Pair(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        // A lone surrogate cannot be normalised or written as UTF-8.
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
            return InvisibleKind.Damaged;
        length = 2;
        int point = char.ConvertToUtf32(text[at], text[at + 1]);
        if ((point & 0xFFFE) == 0xFFFE)
            return InvisibleKind.Damaged;
        if (point == BlackFlag)
            length = Flag(text, at);
        return point is (>= 0xE0000 and <= 0xE007F) or (>= 0x1D173 and <= 0x1D17A) ? InvisibleKind.Hidden
            : point is >= 0xE0100 and <= 0xE01EF ? Varies(text, at) ? null : InvisibleKind.Hidden
            : null;
    }

    /// <summary>The flag of a region is a black flag and up to six tags, one of which ends it; tags anywhere else show nothing.</summary>
    private static int Flag(ReadOnlySpan<char> text, int at)
    {
        for (int i = at + 2; i + 1 < text.Length && i <= at + 14 && text[i] == '\uDB40'; i += 2)
        {
            if (text[i + 1] == '\uDC7F')
                return i + 2 - at;
            if (text[i + 1] is not ((>= '\uDC30' and <= '\uDC39') or (>= '\uDC61' and <= '\uDC7A')))
                break;
        }
        return 2;
    }

    /// <summary>Whether a joiner stands where a script or a composed symbol needs it.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || at + 1 >= text.Length)
            return false;
        char before = text[at - 1], after = text[at + 1];
        // Arabic and its neighbours, the scripts of India and South-East Asia, Mongolian, presentation forms.
        if (before is (>= '\u0600' and <= '\u1CFF') or (>= '\uA800' and <= '\uABFF') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and < '\uFEFF'))
            return before is not ('\u061C' or '\u180E');
        // Emoji: a woman and a laptop make one picture.
        return text[at] == '\u200D' && (char.IsLowSurrogate(before) || before is '\uFE0F' or (>= '\u2190' and <= '\u2BFF'))
            && (char.IsHighSurrogate(after) || after is >= '\u2190' and <= '\u2BFF');
    }

    /// <summary>Whether a variation selector stands behind a character that has variants: a symbol, an ideograph, a digit that becomes a key.</summary>
    private static bool Varies(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
            return false;
        char before = text[at - 1];
        if (char.IsAsciiDigit(before) || before is '#' or '*')
            return at + 1 < text.Length && text[at + 1] == '\u20E3';
        // One selector is enough: a chain of them is how text is hidden.
        bool selects = before is (>= '\uFE00' and <= '\uFE0F') || (char.IsLowSurrogate(before) && at > 1 && text[at - 2] is '\uDB40');
        return !selects && before >= '\u00A9' && !char.IsWhiteSpace(before) && before is not (>= '\u2000' and <= '\u206F' and not ('\u203C' or '\u2049'));
    }
}
