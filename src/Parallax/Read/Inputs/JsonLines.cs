using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Splits a stream of JSON lines into items without holding more than one line.</summary>
internal static class JsonLines
{
    /// <summary>One item a line that is not empty, its path <c>file.jsonl#12</c>; lines above the limit are problems.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        (string path, Stream stream, long limit) = (opened.Path, opened.Content, opened.Options.MaxBytes);
        byte[] buffer = new byte[65536];
        using MemoryStream line = new();
        int number = 1, read;
        bool tooLong = false;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            int from = 0;
            while (from < read)
            {
                int end = Array.IndexOf(buffer, (byte)'\n', from, read - from);
                int stop = end < 0 ? read : end;
                if (!tooLong && line.Length + stop - from > limit)
                    (tooLong, line.Position) = (true, 0);
                if (!tooLong)
                    line.Write(buffer, from, stop - from);
                from = stop + 1;
                if (end < 0)
                    break;
                if (number > opened.Options.MaxItems)
                {
                    yield return (null, ReadProblems.TooManyItems(path, opened.Options.MaxItems));
                    yield break;
                }
                if (Take(path, number++, line, tooLong, limit) is { } taken)
                    yield return taken;
                tooLong = false;
            }
        }
        if (Take(path, number, line, tooLong, limit) is { } last)
            yield return last;
    }

    private static (InputItem? Item, Problem? Problem)? Take(string path, int number, MemoryStream line, bool tooLong, long limit)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{path}#{number}");
        byte[] bytes = line.ToArray();
        line.SetLength(0);
        if (tooLong)
            return (null, ReadProblems.TooLarge(name, limit));
        if (number == 1 && bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }))
            bytes = bytes[3..];
        return bytes.AsSpan().ContainsAnyExcept(" \t\r"u8) ? (new InputItem(name, bytes, null, InputFormat.JsonLine), null) : null;
    }
}
