using System.Buffers.Text;
using System.Text;

namespace Parallax.Read;

/// <summary>A message or one of its parts (RFC 2045, 2046): header, body, and the parts inside. Immutable.</summary>
internal sealed class MimePart
{
    private const int Deepest = 10;
    private const int MostParts = 500;

    private readonly ReadOnlyMemory<byte> _body;

    private MimePart(HeaderFields fields, ReadOnlyMemory<byte> body, IReadOnlyList<MimePart> parts) => (Fields, _body, Parts) = (fields, body, parts);

    public HeaderFields Fields { get; }

    /// <summary>The parts of a multipart body, or the message inside one that carries another.</summary>
    public IReadOnlyList<MimePart> Parts { get; }

    /// <summary>The media type, <c>text/plain</c> where none is given.</summary>
    public string Media => Fields.Media("Content-Type") is { Length: > 0 } media ? media : "text/plain";

    public string? Charset => Fields.Parameter("Content-Type", "charset");

    /// <summary>Meant to be kept as a file rather than read.</summary>
    public bool IsAttachment => Fields.Media("Content-Disposition") == "attachment";

    public bool IsMessage => Media == "message/rfc822";

    /// <summary>It has a name to be kept under.</summary>
    public bool IsFile => IsAttachment || Fields.Parameter("Content-Disposition", "filename") is not null || Fields.Parameter("Content-Type", "name") is not null;

    public bool IsMultipart => Media.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Its parts end without the line that closes them.</summary>
    public bool IsCut { get; private init; }

    /// <summary>How its body is written where that is a way that is not known; null where it is known.</summary>
    public string? UnknownTransfer => Transfer is "" or "base64" or "quoted-printable" or "binary" or "none" or "plain" or "utf-8" || Transfer[0] is '7' or '8' ? null : Transfer;

    /// <summary>The body with its transfer encoding undone.</summary>
    public byte[] Content => Undone().Content;

    private string Transfer => Fields.Media("Content-Transfer-Encoding");

    /// <summary>The body with its transfer encoding undone, and whether some of it is lost: what is no base64 at all gives nothing.</summary>
    public (byte[] Content, bool IsDamaged) Undone() => Transfer switch
    {
        "base64" => FromBase64(_body.Span),
        "quoted-printable" => (FromQuoted(_body.Span), false),
        _ => (_body.ToArray(), false),
    };

    /// <summary>Takes a message apart; parts nested deeper or more in number than any mail program makes are left out.</summary>
    public static MimePart Read(ReadOnlyMemory<byte> message)
    {
        int left = MostParts;
        return Read(message, 0, ref left);
    }

    private static MimePart Read(ReadOnlyMemory<byte> message, int depth, ref int left)
    {
        left--;
        HeaderFields fields = HeaderFields.Read(message.Span, out int end);
        ReadOnlyMemory<byte> body = message[end..];
        string media = fields.Media("Content-Type");
        List<MimePart> parts = [];
        bool cut = false;
        if (depth < Deepest)
        {
            if (media.StartsWith("multipart/", StringComparison.Ordinal) && fields.Parameter("Content-Type", "boundary") is { Length: > 0 and <= 200 } boundary)
            {
                foreach (ReadOnlyMemory<byte> part in Divided(body, Encoding.Latin1.GetBytes("--" + boundary), out cut))
                {
                    if (left <= 0)
                        break;
                    parts.Add(Read(part, depth + 1, ref left));
                }
            }
            else if (media == "message/rfc822" && left > 0)
            {
                MimePart whole = new(fields, body, []);
                parts.Add(Read(fields.Media("Content-Transfer-Encoding") is "base64" or "quoted-printable" ? whole.Content : body, depth + 1, ref left));
            }
        }
        return new MimePart(fields, body, parts) { IsCut = cut };
    }

    /// <summary>What stands between the lines that are the boundary; cut where none closes the last.</summary>
    private static List<ReadOnlyMemory<byte>> Divided(ReadOnlyMemory<byte> body, byte[] boundary, out bool cut)
    {
        cut = false;
        List<ReadOnlyMemory<byte>> parts = [];
        int start = -1, at = 0;
        ReadOnlySpan<byte> bytes = body.Span;
        while (at < bytes.Length)
        {
            int found = bytes[at..].IndexOf(boundary);
            if (found < 0)
                break;
            found += at;
            at = found + boundary.Length;
            ReadOnlySpan<byte> rest = bytes[at..];
            bool closes = rest.StartsWith("--"u8);
            ReadOnlySpan<byte> tail = closes ? rest[2..] : rest;
            int line = tail.IndexOf((byte)'\n');
            // The boundary of an outer part may begin with that of an inner one.
            if ((found > 0 && bytes[found - 1] != (byte)'\n') || (line < 0 ? tail : tail[..line]).ContainsAnyExcept(" \t\r"u8))
                continue;
            if (start >= 0)
                parts.Add(body[start..Math.Max(start, found)]);
            if (closes || line < 0)
                return parts;
            start = at + line + 1;
        }
        cut = true;
        if (start >= 0 && start < bytes.Length)
            parts.Add(body[start..]);
        return parts;
    }

    private static (byte[] Content, bool IsDamaged) FromBase64(ReadOnlySpan<byte> text)
    {
        byte[] digits = new byte[text.Length];
        int count = 0, strange = 0, padding = 0;
        foreach (byte b in text)
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'+' or (byte)'/')
                digits[count++] = b;
            else if (b == '=')
                padding++;
            else if (b > ' ')
                strange++;
        }
        if (strange * 20 > count)
            return ([], true);
        // Whole groups end a body, and mail programs end its last line.
        bool broken = strange > 0 || (count % 4 > 0 && padding == 0) || (padding == 0 && count > 0 && text[^1] > ' ');
        // A last group that was cut off gives what it can.
        int whole = count - (count % 4);
        byte[] bytes = new byte[(whole / 4 * 3) + 3];
        Base64.DecodeFromUtf8(digits.AsSpan(0, whole), bytes, out _, out int written);
        if (count % 4 >= 2)
        {
            byte[] last = [digits[whole], digits[whole + 1], count % 4 == 3 ? digits[whole + 2] : (byte)'=', (byte)'='];
            Base64.DecodeFromUtf8(last, bytes.AsSpan(written), out _, out int more);
            written += more;
        }
        return (bytes[..written], broken);
    }

    /// <summary>Quoted-printable, in which a damaged escape stands for itself.</summary>
    private static byte[] FromQuoted(ReadOnlySpan<byte> text)
    {
        byte[] bytes = new byte[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != (byte)'=')
                bytes[count++] = text[i];
            else
            {
                ReadOnlySpan<byte> rest = text[(i + 1)..];
                int line = rest.IndexOf((byte)'\n');
                if (rest.Length >= 2 && char.IsAsciiHexDigit((char)rest[0]) && char.IsAsciiHexDigit((char)rest[1]))
                {
                    bytes[count++] = (byte)((Hex(rest[0]) * 16) + Hex(rest[1]));
                    i += 2;
                }
                else if (line >= 0 && !rest[..line].ContainsAnyExcept(" \t\r"u8))
                    i += line + 1;
                else if (!rest.IsEmpty)
                    bytes[count++] = text[i];
            }
        }
        return bytes[..count];
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
