using System.Globalization;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Cuts text into tokens: spans over it that together cover every character that is not white space. One pass, linear in the length.</summary>
internal sealed class Tokenizer(Abbreviations abbreviations)
{
    // No word longer than this is looked up, so a hostile run of letters costs nothing.
    private const int LongestAbbreviation = 12;

    private static readonly string[] s_clitics = ["s", "re", "ve", "ll", "d", "m"];

    /// <summary>Appends the tokens of <paramref name="range"/> of <paramref name="text"/> to <paramref name="tokens"/>.</summary>
    public void Tokenize(string text, TextSpan range, List<TextSpan> tokens)
    {
        int at = range.Start;
        while (at < range.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            int end = TokenEnd(text, at, range);
            int split = WordSplit(text, at, end);
            if (split > at && split < end)
            {
                tokens.Add(TextSpan.FromBounds(at, split));
                at = split;
            }
            tokens.Add(TextSpan.FromBounds(at, end));
            at = end;
        }
    }

    /// <summary>"cannot", "gonna" and "don't" are two words: where the second begins, or -1.</summary>
    private static int WordSplit(string text, int start, int end)
    {
        int length = end - start;
        if (length is < 5 or > 12)
            return -1;
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        if (word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
            return start + 3;
        return -1;
    }

    private int TokenEnd(string text, int at, TextSpan range)
    {
        char c = text[at];
        int limit = range.End;
        if (IsLink(text, at, limit))
            return LinkEnd(text, at, limit);
        if (c is '@' or '#' && at + 1 < limit && IsWordChar(text[at + 1]))
        {
            int end = at + 1;
            while (end < limit && (IsWordChar(text[end]) || text[end] == '_'))
                end++;
            return end;
        }
        if (IsApostrophe(c))
            return ApostropheEnd(text, at, range);
        if (IsWordChar(c))
            return WordEnd(text, at, limit);
        if (c == '.' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]) && (at == range.Start || char.IsWhiteSpace(text[at - 1])))
            return WordEnd(text, at + 1, limit);
        return PunctuationEnd(text, at, limit);
    }

    private static int PunctuationEnd(string text, int at, int limit)
    {
        char c = text[at];
        int end = at + 1;
        if (char.IsHighSurrogate(c) && end < limit && char.IsLowSurrogate(text[end]))
            end++;
        // Runs of one mark ("...", "--", "?!") are one token; quotes and brackets never are.
        if (c is '.' or '-' or '*' or '=' or '_' or '~' or '–' or '—')
        {
            while (end < limit && text[end] == c)
                end++;
        }
        else if (c is '!' or '?')
        {
            while (end < limit && text[end] is '!' or '?')
                end++;
        }
        while (end < limit && IsMark(text[end]))
            end++;
        return end;
    }

    private static int ApostropheEnd(string text, int at, TextSpan range)
    {
        int limit = range.End;
        bool attached = at > range.Start && IsWordChar(text[at - 1]);
        if (attached)
        {
            int clitic = CliticEnd(text, at, limit);
            if (clitic > 0)
                return clitic;
        }
        // '90s
        if (!attached && at + 3 < limit && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && text[at + 3] == 's')
            return at + 4;
        return at + 1;
    }

    private static int CliticEnd(string text, int at, int limit)
    {
        foreach (string clitic in s_clitics)
        {
            int end = at + 1 + clitic.Length;
            if (end <= limit
                && text.AsSpan(at + 1, clitic.Length).Equals(clitic, StringComparison.OrdinalIgnoreCase)
                && (end == limit || !IsWordChar(text[end])))
                return end;
        }
        return -1;
    }

    private int WordEnd(string text, int start, int limit)
    {
        if (IsoDateAt(text, start, limit))
            return start + 10;
        int at = start;
        int runStart = start;       // where the present run of letters and digits began
        bool onlyDigits = true;     // whether all since the last break of that run are digits, commas and points
        while (at < limit)
        {
            char c = text[at];
            if (IsWordChar(c))
            {
                onlyDigits &= char.IsAsciiDigit(c);
                at++;
                // n't: the n belongs to the clitic.
                if (c is 'n' or 'N' && at > start + 1 && IsNot(text, at - 1, limit))
                    return at - 1;
                if (at - 1 == start && c is 'n' or 'N' && IsNot(text, start, limit))
                    return start + 3;
                continue;
            }
            bool hasNext = at + 1 < limit;
            char next = hasNext ? text[at + 1] : ' ';
            char previous = text[at - 1];
            if (IsApostrophe(c))
            {
                if (!hasNext || !char.IsLetter(next) || CliticEnd(text, at, limit) > 0)
                    return at;
                at++;
                onlyDigits = false;
            }
            else if (c == '.')
            {
                if (char.IsAsciiDigit(previous) && char.IsAsciiDigit(next))
                {
                    at++;
                    continue;
                }
                if (EndsAbbreviation(text, start, at, limit))
                {
                    at++;
                    if (at < limit && char.IsLetter(text[at]) && at + 1 < limit && text[at + 1] == '.')
                        continue;
                    return at;
                }
                // A name on the network ("example.org"), not a stop without its blank ("ended.The").
                if (char.IsLetter(next) && char.IsLower(next) && char.IsLetterOrDigit(previous))
                {
                    at++;
                    continue;
                }
                return at;
            }
            else if (c == ',')
            {
                if (!onlyDigits || !IsThousands(text, at, limit))
                    return at;
                at++;
            }
            else if (c is '-' or '\u2010' or '\u2011')
            {
                if (!hasNext || !IsWordChar(next))
                    return at;
                if (onlyDigits && IsNumberUpToBreak(text, at + 1, limit))
                    return at;
                at++;
                runStart = at;
                onlyDigits = false;
            }
            else if (c is '/' or ':')
            {
                if (!(char.IsAsciiDigit(previous) && char.IsAsciiDigit(next) && onlyDigits))
                    return at;
                at++;
            }
            else if (c == '&')
            {
                if (!(char.IsUpper(previous) && char.IsUpper(next)))
                    return at;
                at++;
            }
            else if (c == '@')
            {
                if (!char.IsLetterOrDigit(next))
                    return at;
                return AddressEnd(text, at, limit);
            }
            else if (c == '$' && at - runStart is 1 or 2 && runStart == start && char.IsUpper(previous))
            {
                return at + 1;
            }
            else
            {
                return at;
            }
        }
        return at;
    }

    private bool EndsAbbreviation(string text, int start, int stop, int limit)
    {
        int length = stop - start;
        if (length > LongestAbbreviation)
            return false;
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        // Single letters with stops between them: "U.S.", "p.m.", "J."
        if (char.IsLetter(word[^1]) && (length == 1 || word[^2] == '.') && !word.ContainsAnyInRange('0', '9'))
        {
            bool letterFollows = stop + 2 < limit && char.IsLetter(text[stop + 1]) && text[stop + 2] == '.';
            return length > 1 || letterFollows || (char.IsUpper(word[0]) && word[0] != 'I');
        }
        return abbreviations.Contains(word.ToString());
    }

    private static bool IsLink(string text, int at, int limit)
    {
        if (text[at] is not ('h' or 'H' or 'w' or 'W'))
            return false;
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(9, limit - at));
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static int LinkEnd(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>' or '“' or '”' or '«' or '»' or '‘' or '’'))
            end++;
        while (end > at + 4 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'')
            end--;
        return end;
    }

    private static int AddressEnd(string text, int at, int limit)
    {
        int end = at + 1;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or '-' && end + 1 < limit && char.IsLetterOrDigit(text[end + 1]))))
            end++;
        return end;
    }

    private static bool IsNot(string text, int n, int limit) =>
        n + 2 < limit && IsApostrophe(text[n + 1]) && text[n + 2] is 't' or 'T' && (n + 3 == limit || !IsWordChar(text[n + 3]));

    private static bool IsThousands(string text, int comma, int limit) =>
        comma + 3 < limit && char.IsAsciiDigit(text[comma - 1])
        && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 == limit || !char.IsAsciiDigit(text[comma + 4]));

    /// <summary>Whether digits follow up to something that is neither letter nor digit: the right side of "1998-99", not of "9-mm".</summary>
    private static bool IsNumberUpToBreak(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && end - at < 32 && (char.IsAsciiDigit(text[end]) || (text[end] is ',' or '.' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]))))
            end++;
        return end > at && (end == limit || !char.IsLetter(text[end]) || IsUnitLetter(text, end, limit));
    }

    // "5-6m", "10-15bn", "9-11am", "40-50km": still a range.
    private static bool IsUnitLetter(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && end - at < 4 && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(at, end - at) is "m" or "bn" or "k" or "am" or "pm" or "km" or "kg" or "mm" or "cm" or "mph";
    }

    private static bool IsoDateAt(string text, int at, int limit) =>
        at + 10 <= limit && text[at + 4] == '-' && text[at + 7] == '-'
        && char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && char.IsAsciiDigit(text[at + 5]) && char.IsAsciiDigit(text[at + 6]) && char.IsAsciiDigit(text[at + 8]) && char.IsAsciiDigit(text[at + 9])
        && (at + 10 == limit || !IsWordChar(text[at + 10]));

    /// <summary>Apostrophes and the marks used for them.</summary>
    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsWordChar(char c) => char.IsLetterOrDigit(c) || IsMark(c);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
