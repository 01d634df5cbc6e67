using System.Buffers;

namespace Parallax.Read;

/// <summary>Finds the tags of a page without parsing it, as a browser's tokenizer cuts them.</summary>
internal static class MarkupScan
{
    private static readonly SearchValues<char> InTag = SearchValues.Create(">=");

    private static readonly string[] RawText = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

    /// <summary>
    /// Where the next tag or comment begins, and what lies behind it; the content of scripts and styles belongs to their tag. Both are the end
    /// of the page where none follows. <paramref name="unclosed"/> is kept from call to call.
    /// </summary>
    public static int NextTag(ReadOnlySpan<char> page, int at, out int behind, ref int unclosed)
    {
        while (true)
        {
            int found = page[at..].IndexOf('<');
            if (found < 0 || at + found + 1 >= page.Length)
                return behind = page.Length;
            int tag = at + found;
            char mark = page[tag + 1];
            if (mark is '!' or '?')
            {
                behind = EndOfComment(page, tag);
                return tag;
            }
            int name = mark == '/' ? tag + 2 : tag + 1;
            if (name < page.Length && char.IsAsciiLetter(page[name]))
            {
                int stop = EndOfName(page, name);
                behind = EndOfTag(page, stop, out _);
                // A title or style that closes itself belongs to a drawing.
                if (mark != '/' && !(page[..behind].EndsWith("/>", StringComparison.Ordinal) && page[name] is 't' or 'T' or 's' or 'S'))
                    behind = BehindRawText(page, behind, page[name..stop], ref unclosed);
                return tag;
            }
            if (mark == '/' && name < page.Length)
            {
                // "</>" and "</ 1>" are comments to a browser.
                behind = page[name..].IndexOf('>') is >= 0 and int close ? name + close + 1 : page.Length;
                return tag;
            }
            at = tag + 1;
        }
    }

    /// <summary>Behind the name that begins at <paramref name="name"/>; at most twenty characters, as no element that matters has more.</summary>
    public static int EndOfName(ReadOnlySpan<char> page, int name)
    {
        int stop = name;
        while (stop < page.Length && stop - name < 20 && char.IsAsciiLetterOrDigit(page[stop]))
            stop++;
        return stop;
    }

    /// <summary>Behind the <c>&gt;</c> that ends a tag; one inside a quoted value does not. Counts the attributes that have values.</summary>
    public static int EndOfTag(ReadOnlySpan<char> page, int at, out int attributes)
    {
        attributes = 0;
        while (true)
        {
            int found = page[at..].IndexOfAny(InTag);
            if (found < 0)
                return page.Length;
            at += found + 1;
            if (page[at - 1] == '>')
                return at;
            attributes++;
            int value = at;
            while (value < page.Length && page[value] is ' ' or '\n' or '\t' or '\r' or '\f')
                value++;
            if (value >= page.Length || page[value] is not ('"' or '\''))
                continue;
            int end = page[(value + 1)..].IndexOf(page[value]);
            if (end < 0)
                return page.Length;
            at = value + end + 2;
        }
    }

    /// <summary>
    /// Where the closing tag begins, if <paramref name="name"/> is of an element whose content is no markup and something closes it; else
    /// <paramref name="at"/>. <paramref name="unclosed"/> remembers which were looked for in vain, so that no page is searched to its end twice.
    /// </summary>
    public static int BehindRawText(ReadOnlySpan<char> page, int at, ReadOnlySpan<char> name, ref int unclosed)
    {
        if (name.Length is < 3 or > 8)
            return at;
        for (int i = 0; i < RawText.Length; i++)
        {
            if (!name.Equals(RawText[i], StringComparison.OrdinalIgnoreCase) || (unclosed & (1 << i)) != 0)
                continue;
            for (int end = at; page[end..].IndexOf("</", StringComparison.Ordinal) is >= 0 and int found; end += 2)
            {
                end += found;
                if (page[(end + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                    return end;
            }
            unclosed |= 1 << i;
        }
        return at;
    }

    /// <summary>Behind the comment, declaration or instruction that begins at <paramref name="tag"/>.</summary>
    public static int EndOfComment(ReadOnlySpan<char> page, int tag)
    {
        ReadOnlySpan<char> rest = page[tag..];
        if (!rest.StartsWith("<!--", StringComparison.Ordinal))
            return rest.IndexOf('>') is >= 0 and int close ? tag + close + 1 : page.Length;
        if (rest.StartsWith("<!-->", StringComparison.Ordinal))
            return tag + 5;
        if (rest.StartsWith("<!--->", StringComparison.Ordinal))
            return tag + 6;
        int end = rest[4..].IndexOf("-->", StringComparison.Ordinal);
        int other = (end < 0 ? rest[4..] : rest.Slice(4, end)).IndexOf("--!>", StringComparison.Ordinal);
        return other >= 0 ? tag + 4 + other + 4 : end >= 0 ? tag + 4 + end + 3 : page.Length;
    }
}
