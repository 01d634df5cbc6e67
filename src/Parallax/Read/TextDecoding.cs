using System.Text;

namespace Parallax.Read;

/// <summary>How it is known in which encoding a text was written.</summary>
public enum EncodingBasis
{
    /// <summary>Its bytes are sound in it and nothing was declared, or they look like it.</summary>
    Detected,

    /// <summary>The page, the file or the server says so, and the bytes are sound in it.</summary>
    Declared,

    /// <summary>A byte order mark says so.</summary>
    Mark,

    /// <summary>Another encoding was declared, but the bytes are not sound in that one.</summary>
    Corrected,
}

/// <summary>Bytes as text.</summary>
/// <param name="Text">The text, without byte order mark.</param>
/// <param name="Encoding">The name of the encoding as the web uses it, lower-cased.</param>
/// <param name="Basis">How it is known.</param>
internal sealed record DecodedText(string Text, string Encoding, EncodingBasis Basis)
{
    /// <summary>Some bytes were not valid in the encoding and are U+FFFD in the text.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>How many characters had been encoded twice and were put right.</summary>
    public int Repaired { get; init; }
}

/// <summary>
/// Bytes as text: by byte order mark, by what server or page declare, by what the bytes are. UTF-8 that is sound is believed before any
/// declaration, as no other encoding looks like it by chance.
/// </summary>
internal static class TextDecoding
{
    // Browsers look for the declaration in the first kilobyte; some pages begin with long comments and scripts, so look further.
    private const int DeclarationWindow = 32 * 1024;
    private const int LongestMeta = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    /// <summary>Decodes <paramref name="bytes"/>; <paramref name="charset"/> is what a server declared.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, bool markup, string? charset = null)
    {
        DecodedText decoded = Raw(bytes, markup, charset);
        (string text, int repaired) = DoubleEncoding.Repair(decoded.Text);
        return repaired == 0 ? decoded : decoded with { Text = text, Repaired = repaired };
    }

    /// <summary>Whether these bytes are data rather than text: NUL bytes without being UTF-16, or a crowd of control bytes.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (EncodingGuess.Wide(bytes) is (_, > 0))
            return bytes.Length % 2 != 0 && bytes.Length < 4;
        if (bytes.Contains((byte)0))
            return EncodingGuess.Utf16(bytes) is null;
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, 4096)];
        int controls = 0;
        foreach (byte b in head)
        {
            if (b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1B))
                controls++;
        }
        return controls * 20 > head.Length || head.StartsWith("%PDF-"u8);
    }

    private static DecodedText Raw(ReadOnlySpan<byte> bytes, bool markup, string? charset)
    {
        if (bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            return Utf8(bytes[3..], EncodingBasis.Mark);
        if (EncodingGuess.Wide(bytes) is var (wide, mark))
            return new DecodedText(wide.GetString(bytes[mark..]), NameOf(wide), mark > 0 ? EncodingBasis.Mark : EncodingBasis.Detected);
        EncodingLabel? declared = EncodingLabel.Of(charset) ?? (markup ? EncodingLabel.Of(Declaration(bytes)) : null);
        bool sound = System.Text.Unicode.Utf8.IsValid(bytes);
        // Japanese mail switches alphabets by escapes, all of them ASCII.
        if (sound && !(declared is { IsEscaped: true } && bytes.Contains((byte)0x1B)))
        {
            string text = StrictUtf8.GetString(bytes);
            bool ascii = text.Length == bytes.Length && System.Text.Ascii.IsValid(bytes);
            return declared is null ? new DecodedText(text, "utf-8", EncodingBasis.Detected)
                : declared.IsUtf8 ? new DecodedText(text, "utf-8", EncodingBasis.Declared)
                : ascii ? new DecodedText(text, declared.Name, EncodingBasis.Declared)
                : new DecodedText(text, "utf-8", EncodingBasis.Corrected);
        }
        return NotUtf8(bytes, declared);
    }

    private static DecodedText NotUtf8(ReadOnlySpan<byte> bytes, EncodingLabel? declared)
    {
        EncodingBasis guessed = declared is null ? EncodingBasis.Detected : EncodingBasis.Corrected;
        if (declared is { Encoding: { } encoding })
        {
            string text = encoding.GetString(bytes);
            int damaged = text.AsSpan().Count('\uFFFD');
            if (damaged == 0)
            {
                // Every byte is some character in the encoding of the West, also those of text in another.
                return declared.Name is "windows-1252" or "iso-8859-15" or "windows-1254" && EncodingGuess.Certain(bytes) is var (certain, words)
                    ? new DecodedText(words, certain.Name, EncodingBasis.Corrected) : new DecodedText(text, declared.Name, EncodingBasis.Declared);
            }
            // Damage here and there is damage; much of it is another encoding.
            if (damaged * 20 < CountHigh(bytes))
                return new DecodedText(text, declared.Name, EncodingBasis.Declared) { IsDamaged = true };
        }
        // Mostly valid UTF-8 with a few damaged bytes is damaged UTF-8.
        if (LooksLikeUtf8(bytes))
            return Utf8(bytes, declared is null ? EncodingBasis.Detected : declared.IsUtf8 ? EncodingBasis.Declared : EncodingBasis.Corrected);
        EncodingLabel guess = EncodingGuess.Of(bytes);
        string guessedText = guess.Encoding!.GetString(bytes);
        return new DecodedText(guessedText, guess.Name, guessed) { IsDamaged = guessedText.Contains('\uFFFD', StringComparison.Ordinal) };
    }

    private static string NameOf(Encoding wide) => wide.WebName switch
    {
        "utf-16" => "utf-16le",
        "utf-32" => "utf-32le",
        string name => name.ToLowerInvariant(),
    };

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, EncodingBasis basis) => System.Text.Unicode.Utf8.IsValid(bytes)
        ? new DecodedText(StrictUtf8.GetString(bytes), "utf-8", basis) : new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8", basis) { IsDamaged = true };

    private static int CountHigh(ReadOnlySpan<byte> bytes)
    {
        int high = 0;
        foreach (byte b in bytes)
            high += b >> 7;
        return high;
    }

    /// <summary>The encoding that a page names in a meta element or in the XML declaration, as it is written.</summary>
    private static string? Declaration(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWindow)]);
        if (head.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("?>", StringComparison.Ordinal) is > 0 and int end
            && head.IndexOf("encoding", 0, end, StringComparison.Ordinal) is > 0 and int encoding && Value(head, encoding + "encoding".Length) is { } named)
            return named;
        for (int at = 0; (at = head.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += "charset".Length)
        {
            int tag = head.LastIndexOf('<', at, Math.Min(at + 1, LongestMeta));
            if (tag >= 0 && string.Compare(head, tag, "<meta", 0, 5, StringComparison.OrdinalIgnoreCase) == 0 && Value(head, at + "charset".Length) is { } value)
                return value;
        }
        return null;
    }

    /// <summary>What follows an equals sign at <paramref name="at"/>, quoted or not.</summary>
    private static string? Value(string head, int at)
    {
        while (at < head.Length && char.IsWhiteSpace(head[at]))
            at++;
        if (at >= head.Length || head[at] != '=')
            return null;
        at++;
        while (at < head.Length && (char.IsWhiteSpace(head[at]) || head[at] is '"' or '\''))
            at++;
        int stop = at;
        while (stop < head.Length && stop - at < 40 && (char.IsAsciiLetterOrDigit(head[stop]) || head[stop] is '-' or '_' or ':' or '.' or '+'))
            stop++;
        return stop > at ? head[at..stop] : null;
    }

    /// <summary>Whether at least as many multi-byte sequences are whole as bytes are damaged.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0, damaged = 0;
        while (true)
        {
            int high = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (high < 0)
                break;
            bytes = bytes[high..];
            if (Rune.DecodeFromUtf8(bytes, out _, out int used) != System.Buffers.OperationStatus.Done)
                damaged++;
            else
                whole++;
            bytes = bytes[Math.Max(used, 1)..];
        }
        return whole >= damaged && whole > 0;
    }
}
