using System.IO.Compression;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Which endings are read, and how content without one is recognised.</summary>
internal static class InputFormats
{
    private static readonly string[] Html = [".html", ".htm", ".xhtml"];
    private static readonly string[] Text = [".txt", ".text", ".md"];
    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];
    private static readonly string[] Conllu = [".conllu", ".conll"];

    /// <summary>The format that the ending of <paramref name="path"/> names, <c>.gz</c> aside; null for an ending that is not read.</summary>
    public static InputFormat? OfEnding(string path)
    {
        string name = WithoutGz(path);
        string ending = System.IO.Path.GetExtension(name);
        return Has(Html, ending) ? InputFormat.Html : Has(Text, ending) ? InputFormat.Text : Has(JsonLines, ending) ? InputFormat.JsonLines
            : Has(Conllu, ending) ? InputFormat.Conllu : ending.Length == 0 ? InputFormat.Detect : null;
    }

    /// <summary>
    /// Whether a file met in a folder is taken: notes in Markdown and files without an ending are left alone there; CoNLL-U, which may lie
    /// beside the reports that it was made from, is taken where it is asked for, and then alone.
    /// </summary>
    public static bool TakenInFolder(string name, InputFormat asked)
    {
        InputFormat? format = OfEnding(name);
        if (asked != InputFormat.Detect)
            return format == asked;
        return format is not (null or InputFormat.Detect or InputFormat.Conllu) && !WithoutGz(name).EndsWith(".md", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The format of content: by the ending where it is known, else by its first character.</summary>
    public static InputFormat Of(string path, ReadOnlySpan<byte> bytes)
    {
        if (OfEnding(path) is { } known and not InputFormat.Detect)
            return known;
        ReadOnlySpan<byte> head = bytes.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? bytes[3..] : bytes;
        head = head[..Math.Min(head.Length, 4096)].TrimStart(" \t\r\n"u8);
        return head.StartsWith("{"u8) ? InputFormat.JsonLines : head.StartsWith("<"u8) ? InputFormat.Html : InputFormat.Text;
    }

    private static string WithoutGz(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;

    private static bool Has(string[] endings, string ending) => endings.Contains(ending, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Gzip with a limit on what comes out.</summary>
internal static class Compression
{
    /// <summary>How gzip data begin.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    /// <summary>The unpacked bytes, or the problem that they are damaged or too many.</summary>
    public static (byte[]? Bytes, Problem? Problem) Unpack(string path, byte[] packed, long limit)
    {
        try
        {
            using GZipStream stream = new(new MemoryStream(packed), CompressionMode.Decompress);
            byte[]? bytes = ReadUpTo(stream, limit);
            return bytes is null ? (null, ReadProblems.TooLarge(path, limit)) : (bytes, null);
        }
        catch (InvalidDataException)
        {
            return (null, ReadProblems.BadCompression(path));
        }
    }

    /// <summary>All of <paramref name="stream"/>; null where it holds more than <paramref name="limit"/> bytes.</summary>
    public static byte[]? ReadUpTo(Stream stream, long limit)
    {
        using MemoryStream held = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (held.Length + read > limit)
                return null;
            held.Write(buffer, 0, read);
        }
        return held.ToArray();
    }
}
