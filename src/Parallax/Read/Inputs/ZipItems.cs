using System.Globalization;
using System.IO.Compression;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads a zip archive entry by entry, never all of it at once; each entry's length and checksum are checked.</summary>
internal static class ZipItems
{
    /// <summary>The items of every file in the archive.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        using Stream? copy = opened.Seekable is null ? Copy(opened) : null;
        Stream file = copy ?? opened.Seekable!;
        ArchiveEntries entries = new(opened);
        IEnumerable<ZipEntry>? listed = ZipDirectory.Entries(file);
        if (listed is null)
            yield return (null, ReadProblems.BadArchive(opened.Path, "its directory, which stands at the end, is missing"));
        else if (ZipDirectory.HasAnotherBefore(file))
            yield return (null, ReadProblems.AnotherArchiveBefore(opened.Path));
        using IEnumerator<ZipEntry> each = (listed ?? ZipDirectory.Salvage(file)).GetEnumerator();
        while (!entries.IsOver)
        {
            bool damaged = false;
            try
            {
                if (!each.MoveNext())
                    break;
            }
            catch (InvalidDataException)
            {
                damaged = true;
            }
            if (damaged)
            {
                yield return (null, ReadProblems.BadArchive(opened.Path, "its directory is damaged, and what it lists from there on is lost"));
                break;
            }
            ZipEntry entry = each.Current;
            if (entry.IsFolder)
                continue;
            if (entry.IsLink)
            {
                entries.Leave("links");
                continue;
            }
            if (entries.Take(entry.Name) is not { } taken)
                continue;
            if (Refuse(taken.Path, entry) is { } refused)
            {
                yield return (null, refused);
                continue;
            }
            using Stream content = Open(file, entry, opened.Limits!);
            foreach ((InputItem?, Problem?) item in entries.Read(taken, entry.Name, content))
                yield return item;
            if (copy is null)
                opened.Progress?.Reach(entry.Data + entry.Packed);
        }
        if (entries.Summary() is { } summary)
            yield return (null, summary);
    }

    private static Problem? Refuse(string path, ZipEntry entry) =>
        entry.IsEncrypted ? ReadProblems.Encrypted(path)
        : entry.Data < 0 ? ReadProblems.BadCompression(path)
        : entry.Method is 0 or 8 ? null
        : ReadProblems.UnknownMethod(path, entry.Method switch
        {
            9 => "deflate64",
            12 => "bzip2",
            14 => "LZMA",
            93 => "zstd",
            95 => "xz",
            _ => string.Create(CultureInfo.InvariantCulture, $"method {entry.Method}"),
        });

    private static EntryStream Open(Stream file, ZipEntry entry, UnpackingLimits limits)
    {
        PartStream part = new(file, entry.Data, entry.Packed);
        return new EntryStream(entry.Method == 0 ? part : new DeflateStream(part, CompressionMode.Decompress), entry, limits);
    }

    /// <summary>A zip archive can only be read from its end, so one that comes in a stream is put aside first: in memory if it is small, else in a temporary file that goes when it is closed.</summary>
    private static Stream Copy(OpenedContent opened)
    {
        MemoryStream small = new();
        Stream target = small;
        byte[] buffer = new byte[81920];
        int read;
        while ((read = opened.Content.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (ReferenceEquals(target, small) && small.Length + read > opened.Options.MaxBytes)
            {
                target = new FileStream(
                    System.IO.Path.Combine(System.IO.Path.GetTempPath(), "parallax-" + System.IO.Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose);
                small.WriteTo(target);
                small.SetLength(0);
            }
            target.Write(buffer, 0, read);
        }
        return target;
    }

    /// <summary>A part of a file.</summary>
    private sealed class PartStream(Stream file, long start, long length) : ForwardStream
    {
        private long _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int wanted = (int)Math.Min(count, length - _position);
            if (wanted <= 0)
                return 0;
            file.Position = start + _position;
            int read = file.Read(buffer, offset, wanted);
            _position += read;
            return read;
        }
    }

    /// <summary>The unpacked bytes of an entry, which must be as many as it says and have its checksum.</summary>
    private sealed class EntryStream(Stream unpacked, ZipEntry entry, UnpackingLimits limits) : ForwardStream
    {
        private long _count;
        private uint _crc;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = unpacked.Read(buffer, offset, count);
            limits.Add(read);
            _count += read;
            _crc = Crc32.Append(_crc, buffer.AsSpan(offset, read));
            bool ended = read == 0 && count > 0;
            if ((entry.Size is { } size && (_count > size || (ended && _count < size))) || (ended && entry.Crc is { } crc && crc != _crc))
                throw new InvalidDataException("The entry is not what the archive says.");
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                unpacked.Dispose();
            base.Dispose(disposing);
        }
    }
}
