using System.Globalization;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Cuts text into tokens: spans over it that together cover every character that is not white space. The cuts are those of the English
/// Universal Dependencies treebanks. One pass; every look ahead is bounded, so the work is linear in the length.
/// </summary>
internal sealed partial class Tokenizer(TokenWords words, Abbreviations abbreviations)
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
            int end = Next(text, range, at, out _);
            tokens.Add(TextSpan.FromBounds(at, end));
            at = end;
        }
    }

    /// <summary>The same tokens, each with the rule that ended it.</summary>
    public List<(TextSpan Token, TokenRule Rule)> Explain(string text, TextSpan range)
    {
        List<(TextSpan, TokenRule)> tokens = [];
        int at = range.Start;
        while (at < range.End)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            int end = Next(text, range, at, out TokenRule rule);
            tokens.Add((TextSpan.FromBounds(at, end), rule));
            at = end;
        }
        return tokens;
    }

    /// <summary>Where the token that begins at <paramref name="at"/> ends.</summary>
    private int Next(string text, TextSpan range, int at, out TokenRule rule)
    {
        char c = text[at];
        int limit = range.End;
        bool inside = at > range.Start && !char.IsWhiteSpace(text[at - 1]);
        if (IsWordChar(c))
        {
            if (c is 'h' or 'H' or 'w' or 'W' or 'f' or 'F' or 'm' or 'M' && LinkEnd(text, at, limit) is int link and > 0)
                return Because(TokenRule.Address, link, out rule);
            return WordEnd(text, range, at, out rule);
        }
        if (words.SignAt(text, at, limit) is int sign and > 0 && IsSign(text, range, at, at + sign))
            return Because(TokenRule.Sign, at + sign, out rule);
        bool hasNext = at + 1 < limit;
        if (c is '@' or '#' && hasNext && char.IsLetter(text[at + 1]) && !(inside && IsWordChar(text[at - 1])))
        {
            int end = at + 1;
            while (end < limit && (IsWordChar(text[end]) || text[end] == '_'))
                end++;
            return Because(TokenRule.Address, end, out rule);
        }
        if (c == '`' && inside && IsWordChar(text[at - 1]) && hasNext && text[at + 1] is 's' or 'S' && (at + 2 == limit || !IsWordChar(text[at + 2])))
            return Because(TokenRule.Clitic, at + 2, out rule);
        if (IsApostrophe(c))
            return ApostropheEnd(text, range, at, out rule);
        if (c == '.' && hasNext && !(inside && IsWordChar(text[at - 1])) && FileEndingEnd(text, at, limit) is int ending and > 0)
            return Because(TokenRule.Address, ending, out rule);
        if (c is '.' or '+' && hasNext && char.IsAsciiDigit(text[at + 1]) && (!inside || IsOpening(text[at - 1])))
            return NumberEnd(text, range, at, at + 1, out rule);
        return MarkEnd(text, at, limit, out rule);
    }

    private static int MarkEnd(string text, int at, int limit, out TokenRule rule)
    {
        char c = text[at];
        int end = at + 1;
        if (char.IsHighSurrogate(c) && end < limit && char.IsLowSurrogate(text[end]))
            end = PictureEnd(text, end + 1, limit);
        // Runs of one mark ("...", "--", "?!") are one token; quotes and brackets never are.
        else if (c is '-' or '*' or '=' or '_' or '~' or '–' or '—' or '+' or '#' or '<' or '>' or '^' or '|' or '$')
        {
            while (end < limit && text[end] == c)
                end++;
        }
        else if (c is '!' or '?' or '.' or '…')
        {
            while (end < limit && text[end] is '!' or '?' or '.' or '…')
                end++;
        }
        rule = end > at + 1 ? TokenRule.Run : TokenRule.Mark;
        while (end < limit && IsMark(text[end]))
            end++;
        return end;
    }

    /// <summary>A picture goes on with marks, skin tones and the pictures joined to it.</summary>
    private static int PictureEnd(string text, int end, int limit)
    {
        // A flag is a pair of letters.
        if (end + 1 < limit && IsFlagLetter(text[end - 2], text[end - 1]) && IsFlagLetter(text[end], text[end + 1]))
            return end + 2;
        // Letters beyond the first plane ("𝐍𝐞𝐰𝐬") make words like any others.
        if (char.IsLetterOrDigit(text, end - 2))
        {
            while (end + 1 < limit && char.IsSurrogatePair(text[end], text[end + 1]) && char.IsLetterOrDigit(text, end))
                end += 2;
            return end;
        }
        while (end < limit)
        {
            bool joined = text[end - 1] == '\u200D';
            if (IsMark(text[end]))
                end++;
            else if (end + 1 < limit && char.IsSurrogatePair(text[end], text[end + 1]) && (joined || IsSkinTone(text[end], text[end + 1])))
                end += 2;
            else if (joined && char.GetUnicodeCategory(text[end]) == UnicodeCategory.OtherSymbol)
                end++;
            else
                break;
        }
        return end;
    }

    private static bool IsFlagLetter(char high, char low) => high == '\uD83C' && low is >= '\uDDE6' and <= '\uDDFF';

    private static bool IsSkinTone(char high, char low) => high == '\uD83C' && low is >= '\uDFFB' and <= '\uDFFF';

    private int ApostropheEnd(string text, TextSpan range, int at, out TokenRule rule)
    {
        int limit = range.End;
        bool attached = at > range.Start && IsWordChar(text[at - 1]);
        if (attached && CliticEnd(text, at, limit) is int clitic and > 0)
            return Because(TokenRule.Clitic, clitic, out rule);
        if (!attached)
        {
            // '90s, '72
            int digits = at + 1;
            while (digits < limit && digits < at + 4 && char.IsAsciiDigit(text[digits]))
                digits++;
            if (digits == at + 3 || digits == at + 5)
            {
                if (digits < limit && text[digits] == 's')
                    digits++;
                if (digits == limit || !IsWordChar(text[digits]))
                    return Because(TokenRule.Number, digits, out rule);
            }
            int letters = at + 1;
            while (letters < limit && letters < at + 8 && char.IsLetter(text[letters]))
                letters++;
            if (letters > at + 1 && (letters == limit || !IsWordChar(text[letters])) && words.IsElided(text.AsSpan(at, letters - at)))
                return Because(TokenRule.Clitic, letters, out rule);
        }
        return Because(TokenRule.Mark, at + 1, out rule);
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

    private int WordEnd(string text, TextSpan range, int start, out TokenRule rule)
    {
        int limit = range.End;
        int at = start;
        while (at < limit && char.IsLetter(text[at]))
            at++;
        // Most words end here.
        if (at == limit || !GoesOn(text[at]))
            return Plain(text, start, at, limit, out rule);
        if (AddressEnd(text, start, limit) is int address and > 0)
            return Because(TokenRule.Address, address, out rule);
        if (at == start && char.IsAsciiDigit(text[at]))
            return NumberEnd(text, range, start, start, out rule);
        // EUR200,000: a currency's letters before a figure with commas or a point.
        if (at - start is 2 or 3 && char.IsUpper(text[start]) && char.IsUpper(text[at - 1]) && IsLargeFigure(text, at, limit))
            return Because(TokenRule.BeforeUnit, at, out rule);
        for (; at < limit; at++)
        {
            char c = text[at];
            if (IsWordChar(c) || c == '_')
                continue;
            char next = at + 1 < limit ? text[at + 1] : ' ';
            char previous = text[at - 1];
            if (IsApostrophe(c) || (c == '`' && next is 's' or 'S'))
            {
                if (IsNot(text, at - 1, limit))
                    return at - 1 == start ? Because(TokenRule.Clitic, at + 2, out rule) : Because(TokenRule.BeforeNot, at - 1, out rule);
                if (c == '`' || !char.IsLetter(next) || CliticEnd(text, at, limit) > 0)
                    return Plain(text, start, at, limit, out rule);
                if (words.FirstOfTwo(Run(text, start, limit)) is int first and > 0)
                    return Because(TokenRule.TwoWords, start + first, out rule);
            }
            else if (c == '.')
            {
                // "U.S" without its last stop.
                bool letters = (at - start == 1 || text[at - 2] == '.') && char.IsUpper(previous) && char.IsUpper(next) && (at + 2 == limit || !IsWordChar(text[at + 2]) && text[at + 2] != '.');
                if (!letters && EndsAbbreviation(text, range, start, at))
                {
                    // U.S.A.: go on at the next letter with a stop of its own.
                    if (char.IsLetter(next) && at + 2 < limit && text[at + 2] == '.')
                        continue;
                    return Because(TokenRule.Abbreviation, at + 1, out rule);
                }
                // Not a stop without its blank ("ended.The").
                if (!letters && !(char.IsLower(next) && !char.IsLower(previous)) && !(char.IsAsciiDigit(previous) && char.IsAsciiDigit(next)))
                    return Plain(text, start, at, limit, out rule);
            }
            else if (IsHyphen(c))
            {
                if (!IsWordChar(next) || !KeepsHyphen(text, start, at, limit))
                    return IsWordChar(next) ? Because(TokenRule.BeforeHyphen, at, out rule) : Plain(text, start, at, limit, out rule);
            }
            else if (c == '&')
            {
                if (!(char.IsLetter(previous) && char.IsLetter(next) && char.IsUpper(previous) == char.IsUpper(next) && at - start <= 4))
                    return Plain(text, start, at, limit, out rule);
            }
            else if (c == '/')
            {
                // w/o, c/o: strokes between single letters.
                if (!(at - start == 1 && char.IsLetter(next) && (at + 2 == limit || !IsWordChar(text[at + 2]) && text[at + 2] != '/')))
                    return Plain(text, start, at, limit, out rule);
            }
            else if (c == '$' && at - start is 1 or 2 && char.IsUpper(previous))
            {
                return Because(TokenRule.Mark, at + 1, out rule);
            }
            else if (c is '*' or '@' && char.IsLetter(next) && char.IsLetter(previous) || c == '*' && next == '*')
            {
                continue;
            }
            else
            {
                return Plain(text, start, at, limit, out rule);
            }
        }
        return Plain(text, start, at, limit, out rule);
    }

    /// <summary>A word of letters alone, or two written as one.</summary>
    private int Plain(string text, int start, int end, int limit, out TokenRule rule)
    {
        int length = end - start;
        if (length is >= 2 and <= 10)
        {
            int first = words.FirstOfTwo(text.AsSpan(start, length));
            if (first == 0 && length == 3 && IsItIs(text, start, limit))
                first = 2;
            if (first == 0 && length == 4 && IsLetUs(text, start, limit))
                first = 3;
            if (first > 0 && IsTwoWords(text, start, end, limit))
                return Because(TokenRule.TwoWords, start + first, out rule);
        }
        return Because(TokenRule.Word, end, out rule);
    }

    // "IM" and "Cant" in capitals may be names; "im" before an apostrophe is another word.
    private static bool IsTwoWords(string text, int start, int end, int limit) =>
        (end - start > 2 || char.IsLower(text[start + 1]) || text[start] == 'i') && (end == limit || !IsApostrophe(text[end]));

    private bool IsLetUs(string text, int start, int limit) =>
        text.AsSpan(start, 4).Equals("lets", StringComparison.OrdinalIgnoreCase) && start + 4 < limit && text[start + 4] == ' '
        && words.FollowsLetUs(Run(text, start + 5, limit));

    private bool IsItIs(string text, int start, int limit)
    {
        if (text[start] is not ('i' or 'I') || text[start + 1] is not ('t' or 'T') || text[start + 2] is not ('s' or 'S'))
            return false;
        int next = start + 3;
        if (next >= limit || text[next] != ' ')
            return false;
        next++;
        return words.FollowsItIs(Run(text, next, limit));
    }

    /// <summary>The letters and apostrophes from <paramref name="start"/> on, no more than a lexicon's word is long.</summary>
    private static ReadOnlySpan<char> Run(string text, int start, int limit)
    {
        int end = start;
        while (end < limit && end - start < 20 && (char.IsLetter(text[end]) || IsApostrophe(text[end])))
            end++;
        return text.AsSpan(start, end - start);
    }

    private bool EndsAbbreviation(string text, TextSpan range, int start, int stop)
    {
        int length = stop - start, limit = range.End;
        if (length > LongestAbbreviation)
            return false;
        ReadOnlySpan<char> word = text.AsSpan(start, length);
        // Single letters with stops between them: "U.S.", "p.m.", "J."
        if (char.IsLetter(word[^1]) && (length == 1 || word[^2] == '.') && !word.ContainsAnyInRange('0', '9'))
        {
            bool letterFollows = stop + 2 < limit && char.IsLetter(text[stop + 1]) && text[stop + 2] == '.';
            // "(b. 1950)", "p. 3"
            if (length == 1 && !letterFollows && char.IsLower(word[0]) && ((start > range.Start && text[start - 1] is '(') || abbreviations.KindOf(word) == AbbreviationKind.OnlyBeforeNumber))
                return NumberFollows(text, stop + 1, limit) || (start > range.Start && text[start - 1] is '(' && stop + 2 < limit && char.IsUpper(text[stop + 2]));
            if (length == 1 && char.IsLower(word[0]))
                return letterFollows || abbreviations.KindOf(word) is not null;
            return length > 1 || letterFollows || (char.IsUpper(word[0]) && word[0] != 'I' && stop + 1 < limit);
        }
        return abbreviations.KindOf(word) switch
        {
            null => false,
            AbbreviationKind.OnlyBeforeNumber => NumberFollows(text, stop + 1, limit),
            AbbreviationKind.OnlyInside => GoesOnAfter(text, stop + 1, limit),
            _ => true,
        };
    }

    /// <summary>Whether a small letter or a comma shows that the sentence goes on.</summary>
    private static bool GoesOnAfter(string text, int at, int limit)
    {
        while (at < limit && text[at] is ' ' or ')')
            at++;
        return at < limit && (text[at] is ',' or ';' or ':' || char.IsLower(text[at]));
    }

    private static bool NumberFollows(string text, int at, int limit)
    {
        while (at < limit && text[at] is ' ' or '#')
            at++;
        return at < limit && char.IsAsciiDigit(text[at]);
    }

    /// <summary>Whether the hyphen at <paramref name="at"/> stays inside the word that began at <paramref name="start"/>.</summary>
    private bool KeepsHyphen(string text, int start, int at, int limit)
    {
        ReadOnlySpan<char> before = text.AsSpan(start, at - start);
        int end = at + 1;
        while (end < limit && end - at < 20 && char.IsLetter(text[end]))
            end++;
        ReadOnlySpan<char> after = text.AsSpan(at + 1, end - at - 1);
        // "UN-backed" is no "un-backed"; in text all of capitals it may be either.
        bool name = before.Length > 1 && char.IsUpper(before[1]) && after.Length > 0 && char.IsLower(after[0]);
        return (words.IsPrefix(before) && !name && !(start > 0 && IsHyphen(text[start - 1]))) || (words.IsSuffix(after) && (end == limit || !IsHyphen(text[end])));
    }

    private static bool IsNot(string text, int n, int limit) =>
        text[n] is 'n' or 'N' && n + 2 < limit && IsApostrophe(text[n + 1]) && text[n + 2] is 't' or 'T' && (n + 3 == limit || !IsWordChar(text[n + 3]));

    /// <summary>Apostrophes and the marks used for them.</summary>
    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    private static bool IsOpening(char c) => c is '(' or '[' or '{' or '<' or '"' or '\'' or '“' or '‘' or '„' or '«' or '/' or '$' or '€' or '£' or '-' or '–' or '—' or '~' or '#' or ':';

    // What may stand inside a word besides its letters.
    private static bool GoesOn(char c) => c < 128
        ? c is '\'' or '.' or '-' or '&' or '/' or '$' or '@' or '_' or '%' or '*' or '`' or '+' || char.IsAsciiDigit(c)
        : IsWordChar(c) || IsApostrophe(c) || IsHyphen(c);

    private static bool IsWordChar(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || IsMark(c);

    private static bool IsMark(char c) => c >= 128 && char.GetUnicodeCategory(c) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    private static int Because(TokenRule reason, int end, out TokenRule rule)
    {
        rule = reason;
        return end;
    }
}
