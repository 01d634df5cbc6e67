using System.Text;
using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>Bytes as text: by byte order mark, by what the page declares, by UTF-8 validity, else Windows-1252.</summary>
internal static class TextDecoding
{
    // Browsers look for the declaration in the first kilobyte; some news pages put it later, so look a little further.
    private const int DeclarationWindow = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    // The provider is asked directly: registering it would change encodings for the whole process.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Regex Declared = new(
        @"<meta[^>]{0,200}charset\s*=\s*[""']?\s*([A-Za-z0-9_:\-]{2,40})|<\?xml[^>]{0,200}encoding\s*=\s*[""']([A-Za-z0-9_:\-]{2,40})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    /// <summary>Decodes <paramref name="bytes"/>; <c>Broken</c> names the encoding in which some bytes were invalid.</summary>
    public static (string Text, string? Broken) Decode(ReadOnlySpan<byte> bytes, bool markup, string? charset = null)
    {
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            return Utf8(bytes[3..]);
        if (bytes.StartsWith(new byte[] { 0xFF, 0xFE }) && !IsUtf32(bytes))
            return (Encoding.Unicode.GetString(bytes[2..]), null);
        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF }))
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
        if (TryStrict(bytes, out string text))
            return (text, null);
        Encoding? declared = Named(charset) ?? (markup ? Named(Declaration(bytes)) : null);
        if (declared is not null && declared.CodePage != Encoding.UTF8.CodePage)
            return (declared.GetString(bytes), null);
        // Mostly valid UTF-8 with a few damaged bytes is damaged UTF-8; otherwise the high bytes are Western single-byte letters.
        return declared is not null || LooksLikeUtf8(bytes) ? Utf8(bytes) : (Windows1252.GetString(bytes), null);
    }

    /// <summary>Whether these bytes are data rather than text: NUL bytes without being UTF-16, or a crowd of control bytes.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(new byte[] { 0xFE, 0xFF }) || (bytes.StartsWith(new byte[] { 0xFF, 0xFE }) && !IsUtf32(bytes)))
            return bytes.Length % 2 != 0 && bytes.Length < 4;
        if (bytes.Contains((byte)0))
            return true;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1B))
                controls++;
        }
        return controls * 20 > head.Length || head.StartsWith("%PDF-"u8);
    }

    private static bool IsUtf32(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && bytes[2] == 0 && bytes[3] == 0;

    private static (string Text, string? Broken) Utf8(ReadOnlySpan<byte> bytes) =>
        TryStrict(bytes, out string text) ? (text, null) : (Encoding.UTF8.GetString(bytes), "UTF-8");

    private static bool TryStrict(ReadOnlySpan<byte> bytes, out string text)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            text = "";
            return false;
        }
        text = StrictUtf8.GetString(bytes);
        return true;
    }

    private static string? Declaration(ReadOnlySpan<byte> bytes)
    {
        Match match = Declared.Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]));
        return !match.Success ? null : match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
    }

    private static Encoding? Named(string? name)
    {
        if (name is null)
            return null;
        // The web reads these labels as Windows-1252.
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return Windows1252;
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether at least as many multi-byte sequences are whole as bytes are damaged.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, damaged = 0;
        while (!bytes.IsEmpty)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out _, out int used);
            if (status != System.Buffers.OperationStatus.Done)
                damaged++;
            else if (used > 1)
                whole++;
            bytes = bytes[Math.Max(used, 1)..];
        }
        return whole >= damaged && whole > 0;
    }
}
