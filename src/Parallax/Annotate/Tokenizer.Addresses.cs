using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Links, domains, file names, e-mail addresses, and signs of several characters.</summary>
internal sealed partial class Tokenizer
{
    // A domain, address or file name longer than this is cut like any other text.
    private const int LongestAddress = 120;

    /// <summary>Where the link ends that begins at <paramref name="at"/>; 0 where none does.</summary>
    private static int LinkEnd(string text, int at, int limit)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(9, limit - at));
        bool link = rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return link ? PathEnd(text, at, limit) : 0;
    }

    private static int PathEnd(string text, int at, int limit)
    {
        int end = at;
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>' or '“' or '”' or '«' or '»' or '‘' or '’' or '|'))
            end++;
        // A closing bracket belongs to the link only where the link opened it.
        int open = 0;
        for (int i = at; i < end; i++)
            open += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
        while (end > at + 4 && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ']' or '\'' || (text[end - 1] == ')' && open < 0)))
        {
            end--;
            open += text[end] == ')' ? 1 : 0;
        }
        return end;
    }

    /// <summary>Where the e-mail address, domain (with its path) or file name ends that begins at <paramref name="start"/>; 0 where none does.</summary>
    private int AddressEnd(string text, int start, int limit)
    {
        int end = start, dot = -1, at = -1, dots = 0;
        bool small = true;
        int bound = Math.Min(limit, start + LongestAddress);
        for (; end < bound; end++)
        {
            char c = text[end];
            if (c == '@')
            {
                if (at >= 0 || end + 1 == limit || !IsWordChar(text[end + 1]))
                    break;
                at = end;
                dot = -1;
            }
            else if (c == '.')
            {
                bool wordFollows = end + 1 < limit && IsWordChar(text[end + 1]);
                // Hidden addresses: "sciencem...@upi.com".
                bool hidden = at < 0 && end + 3 < limit && text[end + 1] == '.' && text[end + 2] == '.' && text[end + 3] == '@';
                if (hidden)
                    end += 2;
                else if (!wordFollows)
                    break;
                else
                    (dot, dots) = (end, dots + 1);
            }
            else if (IsWordChar(c))
            {
                small &= !char.IsUpper(c);
            }
            else if (c is not ('-' or '_' or '%' or '+' or '~'))
            {
                break;
            }
        }
        while (end > start && !IsWordChar(text[end - 1]))
            end--;
        if (at > start)
            return end > at + 1 ? end : 0;
        // A stop without its blank ("ended.It") is none: what follows the last point must be a known ending, in small letters or all capitals.
        // Groups on the network: "alt.books.reviews".
        if (dots > 1 && small && char.IsLetter(text[start]) && text[start + 1] != '.' && dot < end - 2)
            return end;
        if (dot <= start || dot >= end - 1 || !words.IsEnding(text.AsSpan(dot + 1, end - dot - 1))
            || (char.IsUpper(text[dot + 1]) && char.IsLower(text[end - 1])))
            return 0;
        return end < limit && text[end] == '/' && end + 1 < limit && !char.IsWhiteSpace(text[end + 1]) ? PathEnd(text, end, limit) : end;
    }

    /// <summary>".doc", the ending of a file whose name is written apart from it; 0 where none is.</summary>
    private int FileEndingEnd(string text, int at, int limit)
    {
        int end = at + 1;
        while (end < limit && end - at < 6 && char.IsAsciiLetterLower(text[end]))
            end++;
        return end - at > 3 && (end == limit || !IsWordChar(text[end])) && words.IsEnding(text.AsSpan(at + 1, end - at - 1)) ? end : 0;
    }

    /// <summary>Whether the characters of a sign are one here: ":)" is, but not in "(see below:)"; ":D" is, but not in "ratio:Data".</summary>
    private static bool IsSign(string text, TextSpan range, int start, int end)
    {
        bool attached = start > range.Start && IsWordChar(text[start - 1]);
        char first = text[start], last = text[end - 1];
        bool free = end == range.End || !IsWordChar(text[end]);
        if (char.IsLetterOrDigit(last) || last is '-' or '=')
            return free && (!attached || last == '3');
        if (last == '/')
            return free && !attached && (end == range.End || text[end] != '/');
        if (first == '(')
            return !attached && (end == range.End || char.IsWhiteSpace(text[end]));
        if (last is not (')' or ']'))
            return true;
        // Closes a bracket that stands open?
        int depth = 0;
        for (int i = start - 1; i >= range.Start && i > start - 120; i--)
        {
            if (text[i] is ')' or ']')
                depth++;
            else if (text[i] is '(' or '[' && depth-- == 0)
                return false;
        }
        return true;
    }
}
