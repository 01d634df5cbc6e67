using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Reads a tar archive (ustar, pax, GNU, and the old form) entry by entry as it comes. Behind a damaged header it goes on at the next sound one,
/// which the platform's reader cannot.
/// </summary>
internal static class TarItems
{
    private const int Block = 512;

    // Long names and pax records are a few hundred bytes; more is not held.
    private const int LongestExtra = 64 * 1024;

    /// <summary>The items of every file in the archive.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        ArchiveEntries entries = new(opened);
        byte[] header = new byte[Block];
        string? longName = null, last = null;
        bool lost = false;
        while (!entries.IsOver)
        {
            int read = opened.Content.ReadAtLeast(header, Block, throwOnEndOfStream: false);
            if (read == 0 || (read == Block && !header.AsSpan().ContainsAnyExcept((byte)0) && !lost))
                break;
            if (read < Block || !IsSound(header))
            {
                if (!lost)
                    yield return (null, ReadProblems.BadArchive(opened.Path, last is null ? "at its start" : $"behind the entry {last}"));
                lost = true;
                if (read < Block)
                    break;
                continue;
            }
            lost = false;
            char kind = (char)header[156];
            using EntryStream content = new(opened.Content, Number(header.AsSpan(124, 12)));
            if (kind is 'L' or 'x')
            {
                byte[]? extra = Compression.ReadUpTo(content, LongestExtra);
                longName = extra is null ? null : kind == 'L' ? Text(extra) : PaxPath(extra) ?? longName;
            }
            else if (kind is '0' or '\0' or '7')
            {
                last = longName ?? Name(header);
                longName = null;
                if (entries.Take(last) is { } taken)
                {
                    foreach ((InputItem?, Problem?) item in entries.Read(taken, last, content))
                        yield return item;
                }
            }
            else
            {
                if (kind is '1' or '2')
                    entries.Leave("links");
                else if (kind is '3' or '4' or '6')
                    entries.Leave("devices");
                longName = null;
            }
            if (!content.SkipRest())
            {
                yield return (null, ReadProblems.BadArchive(opened.Path, $"it ends inside the entry {last}"));
                break;
            }
        }
        if (entries.Summary() is { } summary)
            yield return (null, summary);
    }

    /// <summary>Whether the header's checksum is right: the sum of its bytes, the checksum itself taken as blanks.</summary>
    private static bool IsSound(ReadOnlySpan<byte> header)
    {
        long unsigned = 0, signed = 0;
        for (int i = 0; i < Block; i++)
        {
            int value = i is >= 148 and < 156 ? ' ' : header[i];
            unsigned += value;
            signed += value > 127 ? value - 256 : value;
        }
        long stated = Number(header.Slice(148, 8));
        return (stated == unsigned || stated == signed) && Number(header.Slice(124, 12)) >= 0;
    }

    /// <summary>Octal digits, or a big-endian number marked by its first bit; -1 for neither.</summary>
    private static long Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
            return field.Length == 12 && BinaryPrimitives.ReadInt64BigEndian(field[4..]) is >= 0 and < 1L << 60 and long large ? large : -1;
        long value = 0;
        foreach (byte b in field.Trim(" \0"u8))
        {
            if (b is < (byte)'0' or > (byte)'7')
                return b is 0 or (byte)' ' ? value : -1;
            value = (value * 8) + b - '0';
        }
        return value;
    }

    private static string Name(ReadOnlySpan<byte> header)
    {
        string name = Text(header[..100]);
        bool posix = header.Slice(257, 6).SequenceEqual("ustar\0"u8);
        string prefix = posix ? Text(header.Slice(345, 155)) : "";
        return prefix.Length == 0 ? name : prefix + "/" + name;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>The <c>path</c> among records of the form "length name=value".</summary>
    private static string? PaxPath(ReadOnlySpan<byte> records)
    {
        string? path = null;
        while (records.IndexOf((byte)' ') is > 0 and int blank)
        {
            if (!int.TryParse(records[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length <= blank + 1 || length > records.Length)
                break;
            ReadOnlySpan<byte> record = records[(blank + 1)..length].TrimEnd((byte)'\n');
            if (record.StartsWith("path="u8))
                path = Encoding.UTF8.GetString(record["path="u8.Length..]);
            records = records[length..];
        }
        return path;
    }

    /// <summary>The bytes of one entry.</summary>
    private sealed class EntryStream(Stream archive, long entry) : ForwardStream
    {
        private readonly long _padding = (Block - (entry % Block)) % Block;
        private long _left = entry;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int wanted = (int)Math.Min(count, _left);
            if (wanted == 0)
                return 0;
            int read = archive.Read(buffer, offset, wanted);
            _left -= read;
            return read == 0 ? throw new InvalidDataException("The archive ends inside the entry.") : read;
        }

        /// <summary>Goes to the next header; false where the archive ends before.</summary>
        public bool SkipRest()
        {
            long left = _left + _padding;
            byte[] buffer = new byte[(int)Math.Min(left, 65536)];
            while (left > 0)
            {
                int read = archive.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
                if (read == 0)
                    // Some writers leave off the padding of the last entry.
                    return _left == 0;
                left -= read;
                _left = Math.Max(0, _left - read);
            }
            return true;
        }
    }
}
