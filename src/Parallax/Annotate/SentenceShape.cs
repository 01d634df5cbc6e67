using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>What kind of token stands beside a possible sentence end. The numbers are part of the trained model.</summary>
internal enum SentenceShape : byte
{
    Outside, Small, Capital, Shouted, SingleCapital, SingleSmall, Mixed, Number, NumberWord, Figure, Title, BeforeNumber, Abbreviation, Initials, Initial, Address,
    Sign, Stop, Ellipsis, Exclamation, Comma, Colon, Semicolon, Opening, Closing, Quote, OpeningQuote, ClosingQuote, Apostrophe, Hyphen, Dash, Bullet, Line, Currency,
    Handle, Clitic, Other,
}

/// <summary>Tells the shape of tokens.</summary>
internal static class SentenceShapes
{
    /// <summary>The shape of <paramref name="token"/>.</summary>
    public static SentenceShape Of(string text, TextSpan token, Abbreviations abbreviations)
    {
        char first = text[token.Start];
        if (char.IsLetter(first))
            return OfWord(text, token, abbreviations);
        if (char.IsAsciiDigit(first))
            return OfNumber(text, token);
        return token.Length == 1 ? OfMark(first) : OfMarks(text, token);
    }

    private static SentenceShape OfWord(string text, TextSpan token, Abbreviations abbreviations)
    {
        ReadOnlySpan<char> word = text.AsSpan(token.Start, token.Length);
        bool capital = char.IsUpper(word[0]);
        if (word.Length == 1)
            return capital ? SentenceShape.SingleCapital : SentenceShape.SingleSmall;
        if (word[^1] == '.')
        {
            if (word.Length == 2)
                return abbreviations.Kind(word) is null && capital ? SentenceShape.Initial : SentenceShape.BeforeNumber;
            return abbreviations.Kind(word) switch
            {
                AbbreviationKind.Title => SentenceShape.Title,
                AbbreviationKind.BeforeNumber or AbbreviationKind.OnlyBeforeNumber => SentenceShape.BeforeNumber,
                null => SentenceShape.Initials,
                _ => SentenceShape.Abbreviation,
            };
        }
        int capitals = 0, others = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c))
                capitals++;
            else if (c is '/' or '@' || (c is '.' or ':' && word.Length > 5))
                return SentenceShape.Address;
            else if (char.IsAsciiDigit(c))
                others++;
        }
        if (others > 0)
            return SentenceShape.NumberWord;
        return capitals == 0 ? SentenceShape.Small
            : capitals == word.Length ? SentenceShape.Shouted
            : capitals == 1 && capital ? SentenceShape.Capital
            : word.Length == 3 && Tokenizer.IsApostrophe(word[1]) ? SentenceShape.Clitic
            : SentenceShape.Mixed;
    }

    private static SentenceShape OfNumber(string text, TextSpan token)
    {
        SentenceShape shape = SentenceShape.Number;
        for (int i = token.Start + 1; i < token.End; i++)
        {
            if (char.IsLetter(text[i]))
                return SentenceShape.NumberWord;
            if (!char.IsAsciiDigit(text[i]))
                shape = SentenceShape.Figure;
        }
        return shape;
    }

    private static SentenceShape OfMark(char mark) => mark switch
    {
        '.' or '。' => SentenceShape.Stop,
        '…' => SentenceShape.Ellipsis,
        '!' or '?' => SentenceShape.Exclamation,
        ',' => SentenceShape.Comma,
        ':' => SentenceShape.Colon,
        ';' => SentenceShape.Semicolon,
        '(' or '[' or '{' => SentenceShape.Opening,
        ')' or ']' or '}' => SentenceShape.Closing,
        '"' => SentenceShape.Quote,
        '“' or '‘' or '„' or '«' => SentenceShape.OpeningQuote,
        '”' or '»' => SentenceShape.ClosingQuote,
        '\'' or '’' or '`' => SentenceShape.Apostrophe,
        '-' => SentenceShape.Hyphen,
        '–' or '—' => SentenceShape.Dash,
        '*' or '•' or '·' or '>' or '<' or '|' or '▪' or '●' => SentenceShape.Bullet,
        '$' or '€' or '£' or '¥' => SentenceShape.Currency,
        _ => SentenceShape.Other,
    };

    private static SentenceShape OfMarks(string text, TextSpan token)
    {
        char first = text[token.Start], last = text[token.End - 1];
        if (Tokenizer.IsApostrophe(first) && char.IsLetterOrDigit(last))
            return SentenceShape.Clitic;
        if (first is '@' or '#' && char.IsLetterOrDigit(last))
            return SentenceShape.Handle;
        if (first is '.' or '…' or '!' or '?')
            return char.IsLetterOrDigit(last) ? SentenceShape.Figure : last is '!' or '?' || first is '!' or '?' ? SentenceShape.Exclamation : SentenceShape.Ellipsis;
        if (first is '-' or '–' or '—')
            return token.Length > 5 ? SentenceShape.Line : SentenceShape.Dash;
        if (first is '=' or '_' or '*' or '~' or '#' or '+' && first == last && token.Length > 2)
            return SentenceShape.Line;
        if (char.IsAsciiDigit(last))
            return SentenceShape.Figure;
        return first is ':' or ';' or '=' or '^' || last is ')' or '(' ? SentenceShape.Sign : SentenceShape.Other;
    }
}
