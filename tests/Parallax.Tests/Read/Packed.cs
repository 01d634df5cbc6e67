using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Tests.Read;

/// <summary>Packs content written in a test, with the platform's own writers.</summary>
internal static class Packed
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return packed.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream packed = new();
        using (TarWriter tar = new(packed, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }
        return packed.ToArray();
    }

    /// <summary>A file of that name given by itself, with the items opened and read.</summary>
    public static (Report[] Reports, Problem[] Problems) Opened(string name, byte[] content, ReadOptions? options = null)
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = new ReportReader(Parallax.Data.LanguageData.English, options ?? ReadOptions.Default).Read(new InputItem(name, content));
        return ([.. reports], [.. problems]);
    }

    public static string[] Codes(IEnumerable<Problem> problems) => [.. problems.Select(p => $"{p.Code} {p.Given}")];
}
