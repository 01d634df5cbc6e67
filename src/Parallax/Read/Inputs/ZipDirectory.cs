using System.Buffers.Binary;
using System.Text;

namespace Parallax.Read;

/// <summary>One entry of a zip archive as its directory or its own header describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">How it is packed.</param>
/// <param name="Crc">Checksum of the content; null where it is not known.</param>
/// <param name="Packed">Bytes it takes in the archive.</param>
/// <param name="Size">Bytes when unpacked; null where that is not known.</param>
/// <param name="Data">Where its data begin; negative where they do not lie in the archive.</param>
internal sealed record ZipEntry(string Name, int Flags, int Method, uint? Crc, long Packed, long? Size, long Data)
{
    public bool IsEncrypted => (Flags & 1) != 0;

    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');

    /// <summary>A symbolic link of Unix: its content is the path it leads to.</summary>
    public bool IsLink { get; init; }
}

/// <summary>
/// Lists the entries of a zip archive one by one, also where its directory is lost: then by the headers in front of each entry. The platform's
/// reader takes the whole directory into memory, does not check checksums and gives up where the end is missing.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndMark = 0x06054B50, End64Mark = 0x06064B50, EntryMark = 0x02014B50, LocalMark = 0x04034B50, DescriptorMark = 0x08074B50;
    // No file is larger; sums of such numbers stay numbers.
    private const long Largest = 1L << 60;

    private const int EndLength = 22, EntryLength = 46, LocalLength = 30;

    /// <summary>The entries that the directory lists; null where there is none.</summary>
    public static IEnumerable<ZipEntry>? Entries(Stream file)
    {
        if (FindEnd(file) is not { } end)
            return null;
        return Listed(file, end.Start, end.Count, end.Shift);
    }

    /// <summary>Whether other entries stand before the archive that the directory tells of, as where two archives were written into one file.</summary>
    public static bool HasAnotherBefore(Stream file) =>
        FindEnd(file) is { Shift: > 0 } && Bytes(file, 0, sizeof(uint)) is { Length: sizeof(uint) } start && Long(start, 0) == LocalMark;

    /// <summary>The entries found by their own headers, from the start of the file.</summary>
    public static IEnumerable<ZipEntry> Salvage(Stream file)
    {
        long at = 0;
        while ((at = FindMark(file, at, LocalMark)) >= 0)
        {
            byte[] header = Bytes(file, at, LocalLength);
            if (header.Length < LocalLength)
                yield break;
            int nameLength = Word(header, 26), extraLength = Word(header, 28), flags = Word(header, 6);
            byte[] name = Bytes(file, at + LocalLength, nameLength + extraLength);
            if (name.Length < nameLength + extraLength || nameLength == 0)
                yield break;
            long data = at + LocalLength + nameLength + extraLength;
            long packed = Long(header, 18), size = Long(header, 22);
            Extend(name.AsSpan(nameLength), ref size, ref packed, null);
            bool lost = false;
            uint? crc = (flags & 8) != 0 ? null : (uint)Long(header, 14);
            if ((flags & 8) != 0 && packed == 0)
            {
                // Written in one go: its length stands behind it, and the next header shows where that is.
                long next = FindMark(file, data, DescriptorMark, LocalMark, EntryMark);
                lost = next < 0;
                packed = (next < 0 ? file.Length : next) - data;
                byte[] descriptor = next < 0 ? [] : Bytes(file, next, 8);
                if (descriptor.Length == 8 && Long(descriptor, 0) == DescriptorMark)
                    crc = (uint)Long(descriptor, 4);
            }
            yield return new ZipEntry(NameOf(name.AsSpan(0, nameLength), flags), flags, Word(header, 8), crc, packed, lost ? long.MaxValue : (flags & 8) != 0 ? null : size, data);
            at = Math.Max(data, Math.Min(file.Length, data + packed));
        }
    }

    private static IEnumerable<ZipEntry> Listed(Stream file, long start, long count, long shift)
    {
        long at = start;
        for (long i = 0; i < count; i++)
        {
            byte[] record = Bytes(file, at, EntryLength);
            if (record.Length < EntryLength || Long(record, 0) != EntryMark)
                throw new InvalidDataException("The directory is damaged.");
            int nameLength = Word(record, 28), extraLength = Word(record, 30), flags = Word(record, 8);
            byte[] name = Bytes(file, at + EntryLength, nameLength + extraLength);
            at += EntryLength + nameLength + extraLength + Word(record, 32);
            long packed = Long(record, 20), size = Long(record, 24);
            long[] offset = [Long(record, 42)];
            Extend(name.AsSpan(Math.Min(nameLength, name.Length)), ref size, ref packed, offset);
            bool link = (Word(record, 40) & 0xF000) == 0xA000 && record[5] == 3;
            yield return new ZipEntry(NameOf(name.AsSpan(0, Math.Min(nameLength, name.Length)), flags), flags, Word(record, 10), (uint)Long(record, 16), packed, size, DataOf(file, offset[0] + shift)) { IsLink = link };
        }
    }

    private static long DataOf(Stream file, long local)
    {
        byte[] header = Bytes(file, local, LocalLength);
        return header.Length == LocalLength && Long(header, 0) == LocalMark ? local + LocalLength + Word(header, 26) + Word(header, 28) : -1;
    }

    /// <summary>Where the directory begins and how many entries it has; what stands before the archive (a program that unpacks itself) is the shift.</summary>
    private static (long Start, long Count, long Shift)? FindEnd(Stream file)
    {
        int window = (int)Math.Min(file.Length, ushort.MaxValue + EndLength);
        byte[] tail = Bytes(file, file.Length - window, window);
        for (int i = tail.Length - EndLength; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) != EndMark)
                continue;
            long position = file.Length - window + i;
            long count = Word(tail, i + 10), length = Long(tail, i + 12), start = Long(tail, i + 16);
            if (count == ushort.MaxValue || start == uint.MaxValue || length == uint.MaxValue)
            {
                byte[] locator = Bytes(file, position - 20, 20);
                long record = locator.Length == 20 ? BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)) : -1;
                byte[] end = Bytes(file, record, 56);
                if (end.Length == 56 && Long(end, 0) == End64Mark)
                {
                    (count, length, start) = (BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(32)), BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(40)), BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48)));
                    position = record;
                }
            }
            long shift = length < 0 || start < 0 || length > file.Length ? -1 : position - length - start;
            if (shift >= 0)
                return (start + shift, count, shift);
        }
        return null;
    }

    /// <summary>Takes what the extra field of large archives (zip64) says in place of sizes that do not fit.</summary>
    private static void Extend(ReadOnlySpan<byte> extra, ref long size, ref long packed, long[]? offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[4..];
            if (length > extra.Length)
                return;
            if (id == 1)
            {
                ReadOnlySpan<byte> values = extra[..length];
                size = Larger(size, ref values);
                packed = Larger(packed, ref values);
                if (offset is not null)
                    offset[0] = Larger(offset[0], ref values);
                return;
            }
            extra = extra[length..];
        }
    }

    private static long Larger(long value, ref ReadOnlySpan<byte> values)
    {
        if (value != uint.MaxValue || values.Length < 8)
            return value;
        long larger = Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(values), 0, Largest);
        values = values[8..];
        return larger;
    }

    private static string NameOf(ReadOnlySpan<byte> name, int flags) =>
        (flags & 0x800) != 0 || System.Text.Unicode.Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : CodePagesEncodingProvider.Instance.GetEncoding(437)!.GetString(name);

    /// <summary>The first place from <paramref name="from"/> on where one of the marks stands; -1 for none.</summary>
    private static long FindMark(Stream file, long from, params uint[] marks)
    {
        byte[] buffer = new byte[65536];
        for (long at = from; at < file.Length; at += buffer.Length - 3)
        {
            file.Position = at;
            ReadOnlySpan<byte> read = buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
            for (int i = read.IndexOf("PK"u8); i >= 0 && i + 4 <= read.Length;)
            {
                if (marks.Contains(BinaryPrimitives.ReadUInt32LittleEndian(read[i..])))
                    return at + i;
                int next = read[(i + 1)..].IndexOf("PK"u8);
                i = next < 0 ? -1 : i + 1 + next;
            }
        }
        return -1;
    }

    private static byte[] Bytes(Stream file, long at, int count)
    {
        if (at < 0 || at >= file.Length)
            return [];
        byte[] bytes = new byte[(int)Math.Min(count, file.Length - at)];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static long Long(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
