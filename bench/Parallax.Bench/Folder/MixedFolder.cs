using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Parallax.Bench;

/// <summary>
/// A folder as a desk has it after months: pages, texts, feeds, mail, crawls and archives, one in twenty damaged. Invented and the same for the
/// same count, with what each damaged file must be declined for.
/// </summary>
internal sealed class MixedFolder
{
    /// <summary>One file in so many is damaged.</summary>
    public const int DamagedEvery = 20;

    private static readonly string[] Places = ["Marlow Quay", "Port Ansel", "Tarn Bridge", "Upper Velm", "Saint Orrin", "Kessel Point", "Dunmore Sands", "Harrow Ford"];
    private static readonly string[] People = ["fishermen", "shopkeepers", "teachers", "lorry drivers", "farmers", "nurses", "dock workers", "students"];
    private static readonly string[] Acts = ["blocked the road to the harbour", "met officials of the ministry", "waited for news of the talks", "asked for an inquiry into the closure", "returned to work after the strike", "left their homes because of the flood"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly SortedDictionary<string, string> _damaged = new(StringComparer.Ordinal);

    private MixedFolder(string path, int files) => (Path, Files) = (path, files);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>How many files it holds, damaged ones included.</summary>
    public int Files { get; }

    /// <summary>How many reports must be read from it.</summary>
    public int Reports { get; private set; }

    /// <summary>The damaged files and the code of the problem each must give.</summary>
    public IReadOnlyDictionary<string, string> Damaged => _damaged;

    /// <summary>Writes a folder of <paramref name="files"/> files.</summary>
    public static MixedFolder Write(string path, int files)
    {
        MixedFolder folder = new(path, files);
        for (int i = 0; i < files; i++)
        {
            bool damaged = i % DamagedEvery == DamagedEvery - 1;
            (string name, byte[] content, int reports, string? code) = damaged ? BrokenFile(i) : SoundFile(i);
            string relative = string.Create(CultureInfo.InvariantCulture, $"{i % 37:00}/{i:00000}-{name}");
            string full = System.IO.Path.Combine(path, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content);
            folder.Reports += reports;
            if (code is not null)
                folder._damaged.Add(relative, code);
        }
        return folder;
    }

    private static (string Name, byte[] Content, int Reports, string? Code) SoundFile(int i) => (i % 13) switch
    {
        0 => ("story.txt", Utf8(Text(i)), 1, null),
        1 => ("page.html.gz", Gzip(Utf8(Page(i))), 1, null),
        2 => ("feed.xml", Utf8(Feed(i)), 2, null),
        3 => ("lines.jsonl", Utf8(Json(i) + "\n" + Json(i + 500_000) + "\n"), 2, null),
        4 => ("items.json", Utf8($"[{Json(i)},\n{Json(i + 500_000)}]"), 2, null),
        5 => ("mail.eml", Utf8(Mail(i)), 1, null),
        6 => ("crawl.warc.gz", [.. Gzip(Record(i)), .. Gzip(Record(i + 500_000))], 2, null),
        7 => ("pages.zip", Zip(("a.html", Utf8(Page(i))), ("b/c.txt", Utf8(Text(i + 500_000)))), 2, null),
        8 => ("wrong-name.txt", Utf8(Page(i)), 1, null),
        9 => ("no-ending", Utf8(Page(i)), 1, null),
        _ => ("page.html", Utf8(Page(i)), 1, null),
    };

    private static (string Name, byte[] Content, int Reports, string? Code) BrokenFile(int i)
    {
        byte[] zip = Zip(("a.html", Utf8(Page(i))), ("b.txt", Utf8(Text(i + 500_000))));
        byte[] gzip = Gzip(Utf8(Page(i)));
        byte[] record = Record(i);
        switch (i / DamagedEvery % 14)
        {
            case 0: return ("cut.html.gz", gzip[..(gzip.Length / 2)], 0, "PX1017");
            case 1: return ("empty.txt", [], 0, "PX1005");
            case 2: return ("picture.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3, 4], 0, "PX1006");
            case 3: return ("script.html", Utf8("<!doctype html><html><head><title>Loading</title><script>load()</script></head><body><div id=app></div></body></html>"), 0, "PX1010");
            case 4: return ("cut.zip", zip[..^60], 2, "PX1034");
            case 5: return ("cut.json", Utf8($"[{Json(i)}, {{\"text\": \"The gov"), 1, "PX1026");
            case 6: return ("bomb.xml", Utf8("<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>"), 0, "PX1025");
            case 7: return ("teaser.xml", Utf8($"<rss version=\"2.0\"><channel><title>Wire</title><item><title>t</title><link>https://wire.example/{i}</link><description>{Sentence(i, 0)}</description></item></channel></rss>"), 0, "PX1023");
            case 8: return ("deep.html", Utf8(string.Concat(Enumerable.Repeat("<div>", 1000)) + Page(i)), 0, "PX1008");
            case 9: return ("headless.eml", Utf8("no header at all\n\n" + Text(i)), 0, "PX1036");
            case 10: return ("cut.warc", [.. record, .. Record(i + 500_000)[..^200]], 1, "PX1034");
            case 11: return ("bad-line.jsonl", Utf8(Json(i) + "\n{\"text\": \"half\n"), 1, "PX1012");
            case 12: return ("flipped.html.gz", Flipped(gzip), 0, "PX1017");
            default: return ("null.txt", Utf8("abc\0def" + Text(i)), 0, "PX1006");
        }
    }

    private static string Sentence(int i, int k)
    {
        int n = (i * 31) + (k * 17);
        return string.Create(CultureInfo.InvariantCulture,
            $"About {n % 900 + 7} {People[(n / 3) % People.Length]} in {Places[(n / 5) % Places.Length]} {Acts[(n / 7) % Acts.Length]} on {Days[(n / 11) % Days.Length]}, the council said in its note number {(i * 10) + k}.");
    }

    private static string[] Paragraphs(int i) => [.. Enumerable.Range(0, 6).Select(p => $"{Sentence(i, p)} {Sentence(i, p + 10)}")];

    private static string Title(int i) => string.Create(CultureInfo.InvariantCulture, $"Council of {Places[i % Places.Length]} gives its account number {i}");

    private static string Text(int i) => string.Join("\n\n", Paragraphs(i));

    private static string Marked(int i) => string.Concat(Paragraphs(i).Select(p => $"<p>{p}</p>\n"));

    private static string Page(int i) => $"<!doctype html>\n<html lang=\"en\"><head><title>{Title(i)}</title><link rel=\"canonical\" href=\"https://courier.example/{i}\"></head><body><nav><a href=\"/\">Home</a></nav><article><h1>{Title(i)}</h1>\n{Marked(i)}</article><footer>Terms</footer></body></html>";

    private static string Json(int i) => $"{{\"title\": \"{Title(i)}\", \"text\": \"{Text(i).Replace("\n", "\\n", StringComparison.Ordinal)}\", \"date\": \"2031-0{(i % 9) + 1}-12\", \"url\": \"https://courier.example/j{i}\"}}";

    private static string Feed(int i) => $"<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Quay Courier</title>{Item(i)}{Item(i + 500_000)}</channel></rss>";

    private static string Item(int i) => $"<item><title>{Title(i)}</title><link>https://courier.example/f{i}</link><content:encoded><![CDATA[{Marked(i)}]]></content:encoded></item>\n";

    private static string Mail(int i) => $"From: Ann Lee <ann@courier.example>\r\nTo: desk@example.org\r\nSubject: {Title(i)}\r\nDate: Tue, 14 Oct 2031 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{Text(i)}\r\n";

    private static byte[] Record(int i)
    {
        byte[] page = Utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Page(i));
        return [.. Utf8(string.Create(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/w{i}\r\nContent-Type: application/http\r\nContent-Length: {page.Length}\r\n\r\n")), .. page, .. "\r\n\r\n"u8];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 0x3C;
        return bytes;
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
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
}
