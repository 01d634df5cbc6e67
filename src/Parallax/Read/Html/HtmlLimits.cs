using System.Buffers;

namespace Parallax.Read;

/// <summary>
/// Looks at markup before it is parsed: a page made to exhaust the parser's stack, memory or time is declined, not tried. One pass over the
/// text; it counts what the parser and the walk over its tree will have to do, and never too little.
/// </summary>
internal static class HtmlLimits
{
    /// <summary>Deepest nesting that is parsed; ordinary news pages stay below 60.</summary>
    public const int Deepest = 400;

    /// <summary>Most elements a page may hold, those included that the parser opens again after unclosed formatting.</summary>
    public const int MostElements = 1_000_000;

    /// <summary>Most steps from all elements up to the root together; ordinary news pages stay below 300,000.</summary>
    public const int MostSteps = 20_000_000;

    /// <summary>Most attributes of one tag: each new one is compared with those before it.</summary>
    public const int MostAttributes = 5000;

    private const int LongestName = 20;

    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen",
        // The parser closes these by itself before the next of their kind.
        "p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "body", "html", "head",
    };

    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> RawText =
        new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsNeverNested = NeverNested.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsFormatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsRawText = RawText.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> InTag = SearchValues.Create(">=");

    /// <summary>Whether <paramref name="page"/> can be parsed within bounds.</summary>
    public static bool AreKept(ReadOnlySpan<char> page)
    {
        int depth = 0, formatting = 0;
        long elements = 0, steps = 0;
        int at = 0;
        while (true)
        {
            int next = page[at..].IndexOf('<');
            if (next < 0 || (at += next) + 1 >= page.Length)
                return true;
            char mark = page[at + 1];
            if (mark == '!' && page[at..].StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = page[(at + 4)..].IndexOf("-->", StringComparison.Ordinal);
                if (end < 0)
                    return true;
                at += end + 7;
                continue;
            }
            bool close = mark == '/';
            int name = at + (close ? 2 : 1), stop = name;
            while (stop < page.Length && stop - name < LongestName && char.IsAsciiLetterOrDigit(page[stop]))
                stop++;
            if (stop == name)
            {
                at++;
                continue;
            }
            ReadOnlySpan<char> tag = page[name..stop];
            at = EndOfTag(page, stop, out int attributes);
            if (attributes > MostAttributes)
                return false;
            bool format = tag.Length <= 6 && IsFormatting.Contains(tag);
            bool nests = format || !IsNeverNested.Contains(tag);
            if (close)
            {
                depth -= nests && depth > 0 ? 1 : 0;
                formatting -= format && formatting > 0 ? 1 : 0;
                continue;
            }
            int opened = format ? 1 : 1 + formatting;
            elements += opened;
            steps += (long)opened * (depth + 1);
            depth += nests ? 1 : 0;
            formatting += format ? 1 : 0;
            if (depth > Deepest || elements > MostElements || steps > MostSteps)
                return false;
            if (tag.Length >= 3 && IsRawText.Contains(tag) && (at = EndOfRawText(page, at, tag)) < 0)
                return true;
        }
    }

    /// <summary>Where the closing tag of an element whose content is no markup begins; −1 where nothing closes it.</summary>
    private static int EndOfRawText(ReadOnlySpan<char> page, int at, ReadOnlySpan<char> tag)
    {
        while (true)
        {
            int found = page[at..].IndexOf("</", StringComparison.Ordinal);
            if (found < 0)
                return -1;
            at += found;
            if (page[(at + 2)..].StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return at;
            at += 2;
        }
    }

    /// <summary>Behind the <c>&gt;</c> that ends a tag; one inside a quoted value does not.</summary>
    private static int EndOfTag(ReadOnlySpan<char> page, int at, out int attributes)
    {
        attributes = 0;
        int start = at;
        while (true)
        {
            int found = page[at..].IndexOfAny(InTag);
            if (found < 0)
            {
                at = page.Length;
                break;
            }
            at += found + 1;
            if (page[at - 1] == '>')
                break;
            attributes++;
            if (at < page.Length && page[at] is '"' or '\'')
            {
                int end = page[(at + 1)..].IndexOf(page[at]);
                if (end < 0)
                    return page.Length;
                at += end + 2;
            }
        }
        // Attributes without values are as many as the blanks at most; only a very long tag is worth counting.
        if (at - start > 2 * MostAttributes)
            attributes = Math.Max(attributes, CountBlanks(page[start..at]));
        return at;
    }

    private static int CountBlanks(ReadOnlySpan<char> tag)
    {
        int blanks = 0;
        char quote = '\0';
        for (int i = 0; i < tag.Length; i++)
        {
            char c = tag[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && i > 0 && tag[i - 1] == '=')
                quote = c;
            else if ((char.IsWhiteSpace(c) || c == '/') && i + 1 < tag.Length && !char.IsWhiteSpace(tag[i + 1]))
                blanks++;
        }
        return blanks;
    }
}
