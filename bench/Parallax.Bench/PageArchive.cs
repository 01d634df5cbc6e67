using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace Parallax.Bench;

/// <summary>The files of a <c>.tar.xz</c> archive of web pages, held in memory. Unpacks with the <c>xz</c> program, as the platform has no reader for it.</summary>
internal sealed class PageArchive
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    private PageArchive()
    {
    }

    /// <summary>Whether the <c>xz</c> program can be run here.</summary>
    public static bool CanOpen { get; } = Array.Exists(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), folder => File.Exists(Path.Combine(folder, "xz")));

    /// <summary>The paths in the archive, ordered.</summary>
    public IEnumerable<string> Paths => _files.Keys.Order(StringComparer.Ordinal);

    /// <summary>Opens <paramref name="file"/>.</summary>
    public static PageArchive Open(string file)
    {
        PageArchive archive = new();
        using Process unpacking = Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true })!;
        using TarReader tar = new(unpacking.StandardOutput.BaseStream);
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            // A file that was packed before under another name is only a link to it.
            if (entry.EntryType == TarEntryType.HardLink && archive._files.TryGetValue(Plain(entry.LinkName), out byte[]? same))
                archive._files[Plain(entry.Name)] = same;
            if (entry.DataStream is null)
                continue;
            using MemoryStream held = new();
            entry.DataStream.CopyTo(held);
            archive._files[Plain(entry.Name)] = held.ToArray();
        }
        unpacking.WaitForExit();
        return archive;
    }

    private static string Plain(string name) => name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;

    /// <summary>The file at <paramref name="path"/>; null where there is none.</summary>
    public byte[]? Bytes(string path) => _files.GetValueOrDefault(path);

    /// <summary>The file as UTF-8 text.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(_files[path]);
}
