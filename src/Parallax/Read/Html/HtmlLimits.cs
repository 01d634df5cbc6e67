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

    private enum TagKind : byte
    {
        /// <summary>Ended by whatever end tag reaches over it, but not across blocks.</summary>
        Other,

        /// <summary>Holds nothing, or the parser closes it by itself before the next of its kind.</summary>
        NeverNested,

        /// <summary>Opened again by the parser where it was not closed.</summary>
        Formatting,

        /// <summary>A block: its end tag closes everything inside.</summary>
        Block,

        /// <summary>A block that end tags of blocks inside do not reach across.</summary>
        Scope,

        /// <summary>A drawing or formula, whose elements may close themselves.</summary>
        Foreign,
    }

    private static readonly Dictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Kinds = Load();

    // Start tags that end a drawing or formula, or begin ordinary content inside one.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Breakout =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu",
            "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
            "foreignobject", "desc", "title", "annotation", "mi", "mo", "mn", "ms", "mtext",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether <paramref name="page"/> can be parsed within bounds.</summary>
    public static bool AreKept(ReadOnlySpan<char> page)
    {
        Span<(int Name, TagKind Kind)> open = stackalloc (int, TagKind)[Deepest + 1];
        int depth = 0, formatting = 0, unclosed = 0, at = 0;
        // How deep the drawing lies that is open; none where it is not below the depth.
        int drawing = int.MaxValue;
        long elements = 0, steps = 0;
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
            Kinds.TryGetValue(tag, out TagKind kind);
            int id = NameOf(tag);
            if (close)
            {
                depth = Close(open[..depth], id, kind);
                formatting -= kind == TagKind.Formatting && formatting > 0 ? 1 : 0;
                drawing = drawing < depth && kind != TagKind.Formatting ? drawing : int.MaxValue;
                continue;
            }
            if (drawing < depth && Breakout.Contains(tag))
                drawing = int.MaxValue;
            int opened = kind == TagKind.Formatting ? 1 : 1 + formatting;
            elements += opened;
            steps += (long)opened * (depth + 1);
            formatting += kind == TagKind.Formatting ? 1 : 0;
            bool nests = kind != TagKind.NeverNested && !(drawing < depth && page[at - 1] == '>' && page[at - 2] == '/');
            if (depth == Deepest && nests || elements > MostElements || steps > MostSteps)
                return false;
            if (kind == TagKind.Foreign && drawing >= depth)
                drawing = depth;
            if (nests)
                open[depth++] = (id, kind);
            // Inside drawings and formulas every tag counts. What nothing closes is counted on: the parser may see it as the title of a drawing.
            if (drawing >= depth)
                at = MarkupScan.BehindRawText(page, at, tag, ref unclosed);
        }
    }

    /// <summary>The depth behind an end tag: never less than the parser's, which ignores end tags of what is not open or out of reach.</summary>
    private static int Close(Span<(int Name, TagKind Kind)> open, int name, TagKind kind)
    {
        if (kind == TagKind.NeverNested)
            return open.Length;
        for (int i = open.Length - 1; i >= 0; i--)
        {
            if (open[i].Name == name)
            {
                // Only this one is taken out where the parser keeps what stands inside.
                if (kind is not TagKind.Formatting && name != Form)
                    return i;
                open[(i + 1)..].CopyTo(open[i..]);
                return open.Length - 1;
            }
            if (open[i].Kind == TagKind.Scope || (open[i].Kind == TagKind.Block && kind is TagKind.Other or TagKind.Formatting or TagKind.Foreign))
                break;
        }
        return open.Length;
    }

    private static readonly int Form = NameOf("form");

    /// <summary>A number for a name, in any case of letters; two names with one number only make the count less exact.</summary>
    private static int NameOf(ReadOnlySpan<char> tag)
    {
        uint hash = 2166136261;
        foreach (char c in tag)
            hash = unchecked((hash ^ (uint)(c | 0x20)) * 16777619);
        return unchecked((int)hash);
    }

    private static Dictionary<string, TagKind>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        Dictionary<string, TagKind> kinds = new(StringComparer.OrdinalIgnoreCase);
        Add(TagKind.NeverNested, "area base br col embed hr img input link meta param source track wbr keygen p li dt dd option tr td th tbody thead tfoot body html head");
        Add(TagKind.Formatting, "a b big code em font i nobr s small strike strong tt u");
        Add(TagKind.Scope, "applet caption marquee object table template foreignobject desc annotation");
        Add(TagKind.Foreign, "svg math");
        Add(TagKind.Block, "address article aside blockquote button center colgroup details dialog dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe listing main menu nav "
            + "noembed noframes noscript ol plaintext pre script search section select style summary textarea title ul xmp");
        return kinds.GetAlternateLookup<ReadOnlySpan<char>>();

        void Add(TagKind kind, string names)
        {
            foreach (string name in names.Split(' '))
                kinds.Add(name, kind);
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
