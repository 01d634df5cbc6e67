namespace Parallax.Read;

/// <summary>Reading streams within a limit.</summary>
internal static class Compression
{
    /// <summary>How gzip data begin.</summary>
    public static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

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
