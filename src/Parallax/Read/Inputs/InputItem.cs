namespace Parallax.Read;

/// <summary>How the bytes of an item are to be read.</summary>
public enum InputFormat
{
    /// <summary>By the ending of the path and how the content begins.</summary>
    Detect,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Many report objects, one a line.</summary>
    JsonLines,

    /// <summary>One report object: a line of a JSONL file.</summary>
    JsonLine,

    /// <summary>CoNLL-U: text cut into words and parsed by another program.</summary>
    Conllu,

    /// <summary>JSON: one report object, an array of them, an IPTC ninjs item or a JSON Feed.</summary>
    Json,

    /// <summary>RSS (0.9x, 1.0, 2.0) or Atom.</summary>
    Feed,

    /// <summary>One mail message (RFC 5322 with MIME).</summary>
    Mail,

    /// <summary>A mailbox file: many messages.</summary>
    Mailbox,

    /// <summary>A page saved with its parts in one file (MHTML).</summary>
    SavedPage,

    /// <summary>A web crawl (WARC).</summary>
    Crawl,

    /// <summary>A zip archive.</summary>
    Zip,

    /// <summary>A tar archive.</summary>
    Tar,
}

/// <summary>One thing to read: bytes with where they came from.</summary>
/// <param name="Path">See <see cref="Report.Path"/>.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Address">The address it was fetched from, if any.</param>
/// <param name="Format">How to read it.</param>
/// <param name="Charset">The encoding that a server declared, if any.</param>
public sealed record InputItem(string Path, byte[] Bytes, string? Address = null, InputFormat Format = InputFormat.Detect, string? Charset = null);
