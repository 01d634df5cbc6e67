using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Figures: amounts, times, dates, telephone numbers, and the units written onto them.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>Where the figure ends whose first digit is at <paramref name="digit"/>; a sign or point may stand before it.</summary>
    private int NumberEnd(string text, TextSpan range, int start, int digit, out TokenRule rule)
    {
        int limit = range.End;
        if (IsoDateAt(text, digit, limit))
            return Because(TokenRule.Number, digit + 10, out rule);
        if (DigitGroupsEnd(text, digit, limit) is int groups and > 0)
            return Because(TokenRule.Number, groups, out rule);
        int at = digit;
        while (at < limit)
        {
            char c = text[at];
            if (char.IsAsciiDigit(c))
            {
                at++;
                continue;
            }
            bool digitFollows = at + 1 < limit && char.IsAsciiDigit(text[at + 1]);
            if (c is '.' or '/' or ':' && digitFollows || c == ',' && IsThousands(text, at, limit))
            {
                at++;
                continue;
            }
            if (!IsWordChar(c))
                break;
            // 3x5x4: measures with the cross between them.
            if (c == 'x' && digitFollows)
                return Because(TokenRule.BeforeUnit, at, out rule);
            int letters = at;
            while (letters < limit && (IsWordChar(text[letters]) || text[letters] == '_'))
                letters++;
            return LettersEnd(text, range, start, at, letters, out rule);
        }
        // 1930's, the 80's: the plural of a figure.
        if (at + 1 < limit && IsApostrophe(text[at]) && text[at + 1] == 's' && at - start is 2 or 4 && text[at - 1] == '0'
            && (at + 2 == limit || !IsWordChar(text[at + 2])))
            return Because(TokenRule.Number, at + 2, out rule);
        return Because(TokenRule.Number, at, out rule);
    }

    /// <summary>A figure with letters behind it: a unit is cut off ("5 km"), all else stays ("20th", "1990s", "4x4").</summary>
    private int LettersEnd(string text, TextSpan range, int start, int at, int letters, out TokenRule rule)
    {
        int limit = range.End;
        ReadOnlySpan<char> unit = text.AsSpan(at, letters - at);
        bool money = start > range.Start && text[start - 1] is '$' or '€' or '£' or '¥';
        if (words.IsUnit(unit) || (words.IsAmount(unit) && (money || unit is "k" or "m")))
            return Because(TokenRule.BeforeUnit, at, out rule);
        // 7p.m.
        if (letters == at + 1 && text[at] is 'a' or 'p' or 'A' or 'P' && letters + 2 <= limit && text[letters] == '.' && text[letters + 1] is 'm' or 'M')
            return Because(TokenRule.BeforeUnit, at, out rule);
        if (letters < limit && IsHyphen(text[letters]) && letters + 1 < limit && IsWordChar(text[letters + 1]))
            return Because(TokenRule.BeforeHyphen, letters, out rule);
        return Because(TokenRule.Word, letters, out rule);
    }

    /// <summary>
    /// Digits in groups with hyphens between them: a telephone number (713-853-3989, 345-9945) or a date (11-20-2000); 0 where it is
    /// two figures ("10-15") or a compound ("9-year").
    /// </summary>
    private static int DigitGroupsEnd(string text, int start, int limit)
    {
        int at = start, groups = 0, first = 0, last = 0;
        while (true)
        {
            int from = at;
            while (at < limit && at - from < 12 && char.IsAsciiDigit(text[at]))
                at++;
            if (at == from)
                return 0;
            groups++;
            last = at - from;
            if (groups == 1)
                first = last;
            if (groups > 6 || at + 1 >= limit || text[at] is not '-' || !char.IsAsciiDigit(text[at + 1]))
                break;
            at++;
        }
        bool ended = at == limit || !IsWordChar(text[at]);
        return ended && (groups > 2 || (groups == 2 && last == 4 && first is 3 or 5)) ? at : 0;
    }

    private static bool IsLargeFigure(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && end - at < 4 && char.IsAsciiDigit(text[end]))
            end++;
        return end > at && end < limit && IsThousands(text, end, limit);
    }

    private static bool IsThousands(string text, int comma, int limit) =>
        comma + 3 < limit && text[comma] == ',' && char.IsAsciiDigit(text[comma - 1])
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 == limit || !char.IsAsciiDigit(text[comma + 4]));

    private static bool IsoDateAt(string text, int at, int limit) =>
        at + 10 <= limit && text[at + 4] == '-' && text[at + 7] == '-'
        && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && char.IsAsciiDigit(text[at + 5]) && char.IsAsciiDigit(text[at + 6]) && char.IsAsciiDigit(text[at + 8]) && char.IsAsciiDigit(text[at + 9])
        && (at + 10 == limit || !IsWordChar(text[at + 10]));
}
