using Parallax.Text;

namespace Parallax.Read;

/// <summary>Divides content that holds many items into them, one after the other, as it is read.</summary>
internal delegate IEnumerable<(InputItem? Item, Problem? Problem)> ContentSplitter(OpenedContent opened);

/// <summary>One format: its name, how it is recognised, and what reads it. A format that holds many files or reports is split, any other is read.</summary>
/// <param name="Format">The format.</param>
/// <param name="Name">What <c>--from</c> calls it; empty for one that nobody asks for.</param>
/// <param name="Says">What a message calls content of this kind.</param>
/// <param name="Endings">The endings of its files.</param>
internal sealed record FormatRow(InputFormat Format, string Name, string Says, string[] Endings)
{
    /// <summary>A sure sign in its first bytes; null where there is none.</summary>
    public Predicate<ContentHead>? Begins { get; init; }

    /// <summary>Makes its reader.</summary>
    public Func<ReportParts, ReportFormat>? Reader { get; init; }

    /// <summary>Divides it into items.</summary>
    public ContentSplitter? Split { get; init; }

    /// <summary>Holds files of its own, which may have any format.</summary>
    public bool IsArchive { get; init; }

    /// <summary>A file of this kind is taken from a folder only where its content bears out the ending: many other things are called so.</summary>
    public bool OnlyBySign { get; init; }
}

/// <summary>Which formats are read, and how each is recognised.</summary>
internal static class InputFormats
{
    /// <summary>Every format. The order is that in which content without a known ending is tried.</summary>
    public static readonly FormatRow[] All =
    [
        new(InputFormat.Zip, "", "a zip archive", [".zip"]) { Begins = head => head.Bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..], Split = ZipItems.Split, IsArchive = true },
        new(InputFormat.Tar, "", "a tar archive", [".tar"]) { Begins = head => head.Bytes.Length > 262 && head.Bytes[257..262].SequenceEqual("ustar"u8), Split = TarItems.Split, IsArchive = true },
        new(InputFormat.Crawl, "warc", "a web crawl (WARC)", [".warc"]) { Begins = head => head.Bytes.StartsWith("WARC/"u8), Split = CrawlItems.Split },
        new(InputFormat.Feed, "feed", "an RSS or Atom feed", [".rss", ".atom", ".rdf", ".xml"])
        {
            Begins = head => head.IsFeed,
            Reader = parts => new FeedReports(parts),
            OnlyBySign = true,
        },
        new(InputFormat.SavedPage, "mhtml", "a saved page (MHTML)", [".mhtml", ".mht"]) { Begins = head => head.IsSavedPage, Reader = parts => new SavedPageReports(parts) },
        new(InputFormat.Mailbox, "mbox", "a mailbox", [".mbox"]) { Begins = head => head.IsMailbox, Split = MailboxItems.Split },
        new(InputFormat.Mail, "mail", "mail", [".eml"]) { Begins = head => head.IsMail, Reader = parts => new MailReports(parts) },
        new(InputFormat.Html, "html", "an HTML page", [".html", ".htm", ".xhtml", ".shtml"]) { Begins = head => head.IsPage, Reader = parts => new HtmlFormat(parts) },
        new(InputFormat.JsonLines, "jsonl", "JSON lines", [".jsonl", ".ndjson"]) { Begins = head => head.IsJsonLines, Split = JsonLines.Split },
        new(InputFormat.Json, "json", "JSON", [".json"]) { Begins = head => head.IsJson, Split = JsonValues.Split },
        new(InputFormat.JsonLine, "", "a JSON object", []) { Reader = parts => new JsonReports(parts) },
        new(InputFormat.Conllu, "conllu", "CoNLL-U", [".conllu", ".conll"]) { Reader = parts => new ConlluReports(parts) },
        new(InputFormat.Text, "text", "plain text", [".txt", ".text", ".md"]) { Reader = parts => new TextFormat(parts) },
    ];

    // What pages are made of besides their text, and what belongs to other programs: not worth opening to see.
    private static readonly string[] NeverReports =
    [
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".avif", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot",
        ".mp3", ".mp4", ".m4a", ".m4v", ".webm", ".ogg", ".wav", ".avi", ".mov", ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".rtf", ".epub",
        ".csv", ".tsv", ".yml", ".yaml", ".toml", ".ini", ".cfg", ".log", ".lock", ".py", ".cs", ".sh", ".db", ".sqlite", ".exe", ".dll", ".so", ".bin", ".rar", ".7z", ".xz", ".bz2", ".zst", ".md5", ".sha256",
    ];

    /// <summary>The endings as a person would list them.</summary>
    public static string Endings { get; } = string.Join(' ', All.SelectMany(row => row.Endings).Append(".tgz").Where(ending => ending.Length > 0));

    /// <summary>The row of <paramref name="format"/>.</summary>
    public static FormatRow Of(InputFormat format) => Array.Find(All, row => row.Format == format) ?? throw new ArgumentOutOfRangeException(nameof(format));

    /// <summary>The row that the ending of <paramref name="name"/> names, <c>.gz</c> aside; null where it names none.</summary>
    public static FormatRow? OfEnding(string name)
    {
        string ending = EndingOf(name);
        return ending.Length == 0 ? null : Array.Find(All, row => row.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The ending of a name, lower-cased, with its dot: without <c>.gz</c>, and without the query of an address that a page was saved under.</summary>
    public static string EndingOf(string name)
    {
        string last = name[(name.LastIndexOf('/') + 1)..];
        int query = last.IndexOf('?', StringComparison.Ordinal);
        if (query > 0)
            last = last[..query];
        if (last.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            return ".tar";
        while (last.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            last = last[..^3];
        int dot = last.LastIndexOf('.');
        // "2031.05.26-boats" and "www.example.org" have dots and no ending.
        return dot <= 0 || last.Length - dot > 9 || last.AsSpan(dot + 1).ContainsAnyExcept(EndingLetters) ? "" : last[dot..].ToLowerInvariant();
    }

    private static readonly System.Buffers.SearchValues<char> EndingLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>
    /// What is done with a file met in a folder or archive, by its name alone: true takes it, false leaves it, null says that its content decides.
    /// Notes in Markdown are left; CoNLL-U, which may lie beside the reports that it was made from, is taken where it is asked for, and then alone.
    /// </summary>
    public static bool? TakenByName(string name, InputFormat asked)
    {
        FormatRow? row = OfEnding(name);
        string ending = EndingOf(name);
        if (row is { IsArchive: true })
            return true;
        if (asked != InputFormat.Detect)
            return row?.Format == asked;
        if (row is null)
            return NeverReports.Contains(ending, StringComparer.Ordinal) ? false : null;
        return ending == ".md" || row.Format == InputFormat.Conllu ? false : row.OnlyBySign ? null : true;
    }

    /// <summary>The format of content, and a notice where it is another than the ending says.</summary>
    public static (FormatRow? Row, Problem? Problem) Recognise(OpenedContent opened, ContentHead head)
    {
        FormatRow? sign = Sign(head);
        if (opened.Format != InputFormat.Detect)
        {
            FormatRow asked = Of(opened.Format);
            return (sign is { IsArchive: true } && !asked.IsArchive ? sign : asked, null);
        }
        FormatRow? named = OfEnding(opened.Name);
        if (sign is { IsArchive: true } && named != sign)
            return (sign, named is null ? null : ReadProblems.OtherKind(opened.Path, EndingOf(opened.Name), sign.Says));
        if (head.BinaryKind is { } data)
            return (null, ReadProblems.Binary(opened.Path, data));
        if (named is null || opened.Others is not null)
        {
            if (sign is null && opened.Others is not null)
                return (null, null);
            FormatRow? row = sign ?? (head.HasTag && (head.Text.StartsWith('<') || EndingOf(opened.Name).Length > 0) ? Of(InputFormat.Html)
                : EndingOf(opened.Name).Length == 0 ? Of(InputFormat.Text) : null);
            return (row, row is null ? ReadProblems.UnknownType(opened.Path) : null);
        }
        // Text that is to be taken as it stands may be about markup.
        if (named.Format == InputFormat.Conllu || (opened.Options.Raw && named.Format == InputFormat.Text) || sign == named || SameFamily(named.Format, sign?.Format))
            return (named, null);
        // A page without a single tag is the text of a page; a file that is not the archive it is called is whatever it looks like.
        FormatRow? instead = sign ?? (named.Format == InputFormat.Html && head.Text.Length > 0 && !head.HasTag ? Of(InputFormat.Text) : null);
        return instead is null ? (named, null) : (instead, ReadProblems.OtherKind(opened.Path, EndingOf(opened.Name), instead.Says));
    }

    private static FormatRow? Sign(ContentHead head) => Array.Find(All, row => row.Begins?.Invoke(head) == true);

    private static bool SameFamily(InputFormat named, InputFormat? sign) => (named, sign) is
        (InputFormat.Json, InputFormat.JsonLines) or (InputFormat.JsonLines, InputFormat.Json) or (InputFormat.Mail, InputFormat.Mailbox) or (InputFormat.SavedPage, InputFormat.Mail);
}
