using System.Globalization;
using System.IO.Compression;

namespace Parallax.Read;

/// <summary>An HTTP answer as a crawl keeps it: status, header and body with all encodings undone. Immutable.</summary>
/// <param name="Status">The status; 200 where the record holds only the body.</param>
/// <param name="Fields">Its header.</param>
/// <param name="Body">What it brought.</param>
internal sealed record HttpAnswer(int Status, HeaderFields Fields, byte[] Body)
{
    /// <summary>Takes an answer apart.</summary>
    /// <exception cref="InvalidDataException">The body is packed and damaged.</exception>
    public static HttpAnswer Of(byte[] block, ReadOptions options, UnpackingLimits limits)
    {
        ReadOnlySpan<byte> bytes = block;
        if (!bytes.StartsWith("HTTP/"u8))
            return new HttpAnswer(200, HeaderFields.Read([], out _), block);
        int line = bytes.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = line < 0 ? bytes : bytes[..line];
        int blank = first.IndexOf((byte)' ');
        ReadOnlySpan<byte> code = blank < 0 ? [] : first[(blank + 1)..].TrimStart(" "u8);
        int status = code.Length >= 3 && int.TryParse(code[..3], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        int from = line < 0 ? block.Length : line + 1;
        HeaderFields fields = HeaderFields.Read(bytes[from..], out int end);
        ReadOnlyMemory<byte> body = block.AsMemory(from + end);
        if (status is >= 200 and < 300)
        {
            if (fields.Media("Transfer-Encoding").EndsWith("chunked", StringComparison.Ordinal))
                body = Joined(body);
            foreach (string encoding in (fields["Content-Encoding"] ?? "").Split(',').Reverse())
                body = Unpacked(body, encoding.Trim().ToLowerInvariant(), options, limits);
        }
        return new HttpAnswer(status, fields, body.ToArray());
    }

    /// <summary>The chunks of a body put together. Many crawlers have done that already and leave the header as it was: then the body is as it is.</summary>
    private static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte> body)
    {
        using MemoryStream whole = new();
        ReadOnlySpan<byte> rest = body.Span;
        while (!rest.IsEmpty)
        {
            int end = rest[..Math.Min(rest.Length, 100)].IndexOf((byte)'\n');
            ReadOnlySpan<byte> size = end < 0 ? [] : rest[..end].TrimEnd("\r"u8);
            int extension = size.IndexOf((byte)';');
            size = (extension < 0 ? size : size[..extension]).Trim(" "u8);
            if (size.Length is 0 or > 8 || !int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
                return whole.Length == 0 ? body : whole.ToArray();
            if (length == 0)
                break;
            rest = rest[(end + 1)..];
            int taken = Math.Min(length, rest.Length);
            whole.Write(rest[..taken]);
            rest = rest[taken..].TrimStart("\r\n"u8);
        }
        return whole.ToArray();
    }

    private static ReadOnlyMemory<byte> Unpacked(ReadOnlyMemory<byte> body, string encoding, ReadOptions options, UnpackingLimits limits)
    {
        // As with chunks, a crawler may have unpacked the body and left the header.
        bool gzip = body.Span.StartsWith(Compression.Magic);
        bool zlib = body.Length >= 2 && (body.Span[0] & 0x0F) == 8 && ((body.Span[0] * 256) + body.Span[1]) % 31 == 0;
        if (encoding is "gzip" or "x-gzip" && gzip)
            return Unpacked(new GzipMembers(new MemoryStream(body.ToArray()), limits), options, limits, counted: true);
        if (encoding == "deflate" && zlib)
            return Unpacked(new ZLibStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress), options, limits, counted: false);
        if (encoding == "br" && !body.Span.TrimStart(" \r\n\t"u8).StartsWith("<"u8))
            return Unpacked(new BrotliStream(new MemoryStream(body.ToArray()), CompressionMode.Decompress), options, limits, counted: false);
        return body;
    }

    private static ReadOnlyMemory<byte> Unpacked(Stream stream, ReadOptions options, UnpackingLimits limits, bool counted)
    {
        using (stream)
        {
            byte[] bytes;
            try
            {
                // One byte more than is taken: the reader of the item then says that it is too large.
                bytes = Compression.ReadUpTo(stream, options.MaxBytes + 1) ?? new byte[options.MaxBytes + 1];
            }
            catch (InvalidOperationException)
            {
                throw new InvalidDataException("The body cannot be unpacked.");
            }
            if (!counted)
                limits.Add(bytes.Length);
            return bytes;
        }
    }
}
