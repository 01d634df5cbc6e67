using System.Formats.Tar;

namespace Parallax.Read;

/// <summary>Tells files from pipes, devices and sockets, which have names in a folder too and may be waited for without end.</summary>
internal static class SpecialFiles
{
    /// <summary>What <paramref name="path"/> is, in words; null where it is an ordinary file.</summary>
    public static string? Kind(string path)
    {
        // All of them state a length of zero, so that nothing else need be looked at more closely. The platform does not tell the kind of a
        // file; its tar writer looks it up without opening the file and puts it into the entry.
        if (OperatingSystem.IsWindows() || new FileInfo(path).Length != 0)
            return null;
        try
        {
            using MemoryStream entry = new();
            using (TarWriter writer = new(entry, TarEntryFormat.Pax, leaveOpen: true))
                writer.WriteEntry(path, "x");
            entry.Position = 0;
            using TarReader reader = new(entry);
            return reader.GetNextEntry()?.EntryType switch
            {
                TarEntryType.Fifo => "a pipe",
                TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
                _ => null,
            };
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            return File.Exists(path) ? "a socket" : null;
        }
    }
}
