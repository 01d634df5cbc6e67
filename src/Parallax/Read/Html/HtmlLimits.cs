namespace Parallax.Read;

/// <summary>Looks at markup before it is parsed: a page made to exhaust the parser's stack or memory is declined, not tried.</summary>
internal static class HtmlLimits
{
    /// <summary>Deepest nesting that is parsed; ordinary news pages stay below 60.</summary>
    public const int Deepest = 400;

    /// <summary>Most elements a page may hold, those included that the parser opens again after unclosed formatting.</summary>
    private const int MostElements = 1_000_000;

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

    private static readonly string[] RawText = ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>Whether <paramref name="page"/> can be parsed within bounds.</summary>
    public static bool AreKept(string page)
    {
        int depth = 0, formatting = 0;
        long elements = 0;
        int at = 0;
        while ((at = page.IndexOf('<', at)) >= 0 && at + 1 < page.Length)
        {
            if (page.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = page.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = end < 0 ? page.Length : end + 3;
                continue;
            }
            bool close = page[at + 1] == '/';
            int name = at + (close ? 2 : 1), stop = name;
            while (stop < page.Length && stop - name < 20 && char.IsAsciiLetterOrDigit(page[stop]))
                stop++;
            if (stop == name)
            {
                at++;
                continue;
            }
            string tag = page[name..stop];
            int after = EndOfTag(page, stop);
            bool format = Formatting.Contains(tag);
            if (close)
            {
                depth = NeverNested.Contains(tag) ? depth : Math.Max(0, depth - 1);
                formatting = format ? Math.Max(0, formatting - 1) : formatting;
            }
            else
            {
                elements += 1 + (format ? 0 : formatting);
                if (!NeverNested.Contains(tag))
                    depth++;
                formatting += format ? 1 : 0;
                if (depth > Deepest || elements > MostElements)
                    return false;
                string? raw = Array.Find(RawText, r => r.Equals(tag, StringComparison.OrdinalIgnoreCase));
                if (raw is not null)
                {
                    int end = page.IndexOf("</" + raw, after, StringComparison.OrdinalIgnoreCase);
                    after = end < 0 ? page.Length : end;
                }
            }
            at = after;
        }
        return true;
    }

    private static int EndOfTag(string page, int at)
    {
        while (at < page.Length && page[at] != '>')
        {
            if (page[at] is '"' or '\'' && page[at - 1] == '=')
            {
                int end = page.IndexOf(page[at], at + 1);
                at = end < 0 ? page.Length : end + 1;
            }
            else
                at++;
        }
        return Math.Min(at + 1, page.Length);
    }
}
