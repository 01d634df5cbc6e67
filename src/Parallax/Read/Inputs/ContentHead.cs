using System.Buffers;
using System.Text;

namespace Parallax.Read;

/// <summary>The first bytes of some content, looked at to tell what it is. Immutable.</summary>
internal sealed class ContentHead
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly string[] MailHeaders =
        ["from", "to", "date", "subject", "mime-version", "message-id", "received", "return-path", "content-type", "delivered-to", "dkim-signature", "reply-to", "list-id", "x-mailer"];

    private static readonly string[] SureMailHeaders = ["mime-version", "message-id", "received", "return-path", "dkim-signature", "delivered-to"];

    private readonly byte[] _bytes;
    private string? _root;

    public ContentHead(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes[..Math.Min(bytes.Length, 4096)].ToArray();
        (Encoding encoding, int skipped) = EncodingGuess.Wide(_bytes) ?? (Encoding.Latin1, _bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
        Text = encoding.GetString(_bytes.AsSpan(skipped)).TrimStart(' ', '\t', '\r', '\n', '\f');
    }

    /// <summary>The bytes as they are.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The bytes as characters, one each unless they are UTF-16 or UTF-32; without mark and white space in front.</summary>
    public string Text { get; }

    /// <summary>The name of the first element, lower-cased; empty where the content is not markup.</summary>
    public string Root => _root ??= FindRoot();

    /// <summary>Whether there is a tag anywhere in it.</summary>
    public bool HasTag
    {
        get
        {
            for (int at = Text.IndexOf('<', 0); at >= 0 && at + 1 < Text.Length; at = Text.IndexOf('<', at + 1))
            {
                if (char.IsAsciiLetter(Text[at + 1]) || Text[at + 1] is '!' or '/' or '?')
                    return true;
            }
            return false;
        }
    }

    /// <summary>A page says that it is one: by its document type or the elements that only pages have.</summary>
    public bool IsPage => Text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || Root is "html" or "head" or "body";

    /// <summary>RSS or Atom by its root element.</summary>
    public bool IsFeed => Root is "rss" or "feed" or "rdf:rdf" or "rdf" || Root.EndsWith(":feed", StringComparison.Ordinal);

    /// <summary>An object, or an array of objects.</summary>
    public bool IsJson
    {
        get
        {
            ReadOnlySpan<char> text = Text;
            if (text.StartsWith("["))
                text = text[1..].TrimStart();
            return text.StartsWith("{") && text[1..].TrimStart() is { IsEmpty: false } inner && inner[0] is '"' or '}';
        }
    }

    /// <summary>An object on its first line and another on the next.</summary>
    public bool IsJsonLines
    {
        get
        {
            int end = Text.IndexOf('\n', StringComparison.Ordinal);
            return IsJson && Text[0] == '{' && end > 0 && Text.AsSpan(0, end).TrimEnd().EndsWith("}") && Text.AsSpan(end).TrimStart().StartsWith("{");
        }
    }

    /// <summary>At least three header fields of mail, one of them such as only mail has.</summary>
    public bool IsMail => CountMailHeaders(Text) is ( >= 3, true);

    /// <summary>A mailbox: the line that divides messages, then header fields.</summary>
    public bool IsMailbox => Text.StartsWith("From ", StringComparison.Ordinal) && Text.IndexOf('\n', StringComparison.Ordinal) is > 0 and int end && CountMailHeaders(Text[(end + 1)..]).Count >= 2;

    /// <summary>A page saved as a message of several parts.</summary>
    public bool IsSavedPage => CountMailHeaders(Text).Count >= 2
        && (HeaderPart.Contains("snapshot-content-location:", StringComparison.OrdinalIgnoreCase)
            || (HeaderPart.Contains("multipart/related", StringComparison.OrdinalIgnoreCase) && !HeaderPart.Contains("\nreceived:", StringComparison.OrdinalIgnoreCase)
                && !HeaderPart.Contains("\nto:", StringComparison.OrdinalIgnoreCase)));

    /// <summary>What kind of data this is, in words, where it cannot be text; null where it may be.</summary>
    public string? BinaryKind => _bytes switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => "a PDF",
        [0xFF, 0xD8, 0xFF, ..] or [0x89, 0x50, 0x4E, 0x47, ..] or [0x47, 0x49, 0x46, 0x38, ..] => "a picture",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "a picture",
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..] or [0x1A, 0x45, 0xDF, 0xA3, ..] or [0x49, 0x44, 0x33, ..] => "sound or video",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [0x37, 0x7A, 0xBC, 0xAF, ..] => "a 7z archive",
        [0x52, 0x61, 0x72, 0x21, ..] => "a rar archive",
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..] => "xz data",
        [0x42, 0x5A, 0x68, >= 0x31 and <= 0x39, 0x31, 0x41, ..] => "bzip2 data",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd data",
        [0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, ..] => "a database",
        [0x7F, 0x45, 0x4C, 0x46, ..] or [0x4D, 0x5A, 0x90, ..] => "a program",
        _ => null,
    };

    private string HeaderPart
    {
        get
        {
            int blank = Text.IndexOf("\n\n", StringComparison.Ordinal), other = Text.IndexOf("\n\r\n", StringComparison.Ordinal);
            int end = blank < 0 ? other : other < 0 ? blank : Math.Min(blank, other);
            return "\n" + (end < 0 ? Text : Text[..end]);
        }
    }

    private static (int Count, bool Sure) CountMailHeaders(string text)
    {
        int count = 0;
        bool sure = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            if (raw.IsEmpty || count > 20)
                break;
            if (raw[0] is ' ' or '\t')
                continue;
            int colon = raw.IndexOf(':');
            if (colon is <= 0 or > 60 || raw[..colon].ContainsAny(' ', '<', '{'))
                return count > 0 && raw.Length > 900 ? (count, sure) : (0, false);
            string name = raw[..colon].ToString().ToLowerInvariant();
            count += MailHeaders.Contains(name, StringComparer.Ordinal) ? 1 : 0;
            sure |= SureMailHeaders.Contains(name, StringComparer.Ordinal);
        }
        return (count, sure);
    }

    /// <summary>Past the XML declaration, comments, instructions and document type to the first element.</summary>
    private string FindRoot()
    {
        ReadOnlySpan<char> text = Text;
        while (text.StartsWith("<"))
        {
            string? end = text.StartsWith("<!--") ? "-->" : text.StartsWith("<?") ? "?>" : text.StartsWith("<!") ? ">" : null;
            if (end is null)
            {
                int stop = text[1..].IndexOfAny(NameEnds);
                return stop <= 0 ? "" : text.Slice(1, stop).ToString().ToLowerInvariant();
            }
            // The internal subset of a document type holds tags of its own.
            int subset = end == ">" ? text.IndexOf('[') : -1;
            if (subset > 0 && subset < text.IndexOf('>'))
                end = "]>";
            int at = text.IndexOf(end);
            if (at < 0)
                return "";
            text = text[(at + end.Length)..].TrimStart();
        }
        return "";
    }
}
