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

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsNeverNested = NeverNested.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsFormatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> IsForeign =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "svg", "math" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Breakout =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "menu", "nobr", "ol", "p", "pre", "ruby",
            "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="page"/> can be parsed within bounds.</summary>
    public static bool AreKept(ReadOnlySpan<char> page)
    {
        int depth = 0, formatting = 0, unclosed = 0;
        bool foreign = false;
        long elements = 0, steps = 0;
        int at = 0;
        while (true)
        {
            int next = page[at..].IndexOf('<');
            if (next < 0 || (at += next) + 1 >= page.Length)
                return true;
            char mark = page[at + 1];
            if (mark is '!' or '?')
            {
                at = MarkupScan.EndOfComment(page, at);
                continue;
            }
            bool close = mark == '/';
            int name = at + (close ? 2 : 1), stop = MarkupScan.EndOfName(page, name);
            if (stop == name)
            {
                at++;
                continue;
            }
            ReadOnlySpan<char> tag = page[name..stop];
            at = MarkupScan.EndOfTag(page, stop, out int attributes);
            // Attributes without values are as many as the blanks at most; only a very long tag is worth counting.
            if (attributes > MostAttributes || (at - stop > 2 * MostAttributes && CountBlanks(page[stop..at]) > MostAttributes))
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
            // Inside drawings and formulas every tag counts; an element of the page ends them.
            if (tag.Length >= 3 && IsForeign.Contains(tag))
                foreign = true;
            else if (foreign && Breakout.Contains(tag))
                foreign = false;
            // What nothing closes is counted on: the parser may see it as the title of a drawing.
            if (!foreign)
                at = MarkupScan.BehindRawText(page, at, tag, ref unclosed);
        }
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
