using System.Formats.Tar;
using System.IO.Compression;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.Packed;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class ArchiveTests
{
    private static readonly byte[] One = Utf8($"{Lead}\n\n{Second}"), Two = Utf8($"{Second}\n\n{Third}"), Three = Utf8($"{Third}\n\n{Lead}");

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("a.tgz")]
    [InlineData("a.zip.gz")]
    [InlineData("archive")]
    public void Files_in_an_archive_are_read_in_place(string name)
    {
        (string, byte[])[] files = [("b/one.txt", One), ("./two.html", Utf8($"<html><p>{Second}</p><p>{Third}</p>")), ("../up/../three.txt", Three), (".hidden/x.txt", One), ("__MACOSX/b/one.txt", One), ("x.css", One), ("LICENSE", One), ("noending", Utf8($"<!doctype html><p>{Lead}</p>"))];
        byte[] packed = name.Contains("zip", StringComparison.Ordinal) ? Zip(files) : Tar(files);
        (Report[] reports, Problem[] problems) = Opened(name, name.EndsWith("gz", StringComparison.Ordinal) ? Gzip(packed) : packed);
        Assert.Equal([$"{name}!/b/one.txt", $"{name}!/two.html", $"{name}!/__/up/__/three.txt", $"{name}!/noending"], reports.Select(r => r.Path));
        Problem notice = Assert.Single(problems);
        Assert.Equal(("PX1022", true), (notice.Code, notice.IsNotice));
        Assert.Contains("1 .css, 1 without ending", notice.What, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_in_an_archive_may_itself_hold_many()
    {
        byte[] lines = Utf8($"{{\"text\":\"{Lead}\"}}\n{{\"text\":\"{Second}\"}}");
        byte[] inner = Tar(("deep.txt", One), ("deeper.zip", Zip(("x.txt", Two))));
        (Report[] reports, Problem[] problems) = Opened("o.zip", Zip(("l.jsonl", lines), ("g.txt.gz", Gzip(Three)), ("in.tar.gz", Gzip(inner)), ("in.zip", Zip(("z.txt", Two)))));
        Assert.Equal(["o.zip!/l.jsonl#1", "o.zip!/l.jsonl#2", "o.zip!/g.txt.gz", "o.zip!/in.tar.gz!/deep.txt", "o.zip!/in.zip!/z.txt"], reports.Select(r => r.Path));
        Assert.Equal(["PX1031 o.zip!/in.tar.gz!/deeper.zip"], Codes(problems));
    }

    [Fact]
    public void Two_entries_of_one_name_are_two()
    {
        foreach (byte[] packed in (byte[][])[Zip(("a.txt", One), ("a.txt", Two)), Tar(("a.txt", One), ("a.txt", Two))])
            Assert.Equal(["x!/a.txt", "x!/a.txt!2"], Opened("x", packed).Reports.Select(r => r.Path));
    }

    [Fact]
    public void One_damaged_entry_costs_only_itself()
    {
        byte[] packed = Zip(("a.txt", One), ("b.txt", Two), ("c.txt", Three));
        int second = packed.AsSpan().IndexOf("b.txt"u8);
        packed[second + 40] ^= 0x55;
        (Report[] reports, Problem[] problems) = Opened("x.zip", packed);
        Assert.Equal(["x.zip!/a.txt", "x.zip!/c.txt"], reports.Select(r => r.Path));
        Assert.Equal(["PX1017 x.zip!/b.txt"], Codes(problems));
    }

    [Fact]
    public void An_entry_whose_checksum_is_wrong_is_declined()
    {
        byte[] packed = ZipStored("a.txt", One);
        packed[packed.AsSpan().IndexOf("Fishermen"u8)] = (byte)'W';
        Assert.Equal("PX1017", Assert.Single(Opened("x.zip", packed).Problems).Code);
    }

    [Fact]
    public void A_zip_cut_short_gives_the_entries_that_are_whole()
    {
        byte[] packed = Zip(("a.txt", One), ("b.txt", Two), ("c.txt", Three));
        int third = packed.AsSpan().IndexOf("c.txt"u8);
        (Report[] reports, Problem[] problems) = Opened("x.zip", packed[..(third + 30)]);
        Assert.Equal(["x.zip!/a.txt", "x.zip!/b.txt"], reports.Select(r => r.Path));
        Assert.Equal(["PX1034 x.zip", "PX1017 x.zip!/c.txt"], Codes(problems));
    }

    [Fact]
    public void A_tar_cut_short_or_damaged_gives_what_is_whole()
    {
        byte[] packed = Tar(("a.txt", One), ("b.txt", Two), ("c.txt", Three));
        int second = packed.AsSpan().IndexOf(Two), third = packed.AsSpan().IndexOf(Three);
        (Report[] reports, Problem[] problems) = Opened("x.tar", packed[..(third + 20)]);
        Assert.Equal(["x.tar!/a.txt", "x.tar!/b.txt"], reports.Select(r => r.Path));
        Assert.Equal(["PX1017 x.tar!/c.txt", "PX1034 x.tar"], Codes(problems));
        // The header in front of the second file.
        packed[second - 512 + 3] ^= 0x11;
        (reports, problems) = Opened("x.tar", packed);
        Assert.Equal(["x.tar!/a.txt", "x.tar!/c.txt"], reports.Select(r => r.Path));
        Assert.Equal(["PX1034 x.tar"], Codes(problems));
        Assert.Equal(["PX1034 x.tar.gz"], Codes(Opened("x.tar.gz", Gzip(packed)).Problems));
        byte[] gzipped = Gzip([.. packed, .. new byte[200_000]]);
        Assert.Contains(Opened("x.tar.gz", gzipped[..^40]).Problems, p => !p.IsNotice);
    }

    [Fact]
    public void Links_and_devices_in_a_tar_are_left_and_counted()
    {
        using MemoryStream packed = new();
        using (TarWriter tar = new(packed, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "link.txt") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Fifo, "pipe.txt"));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, new string('d', 90) + "/" + new string('n', 90) + ".txt") { DataStream = new MemoryStream(One) });
        }
        (Report[] reports, Problem[] problems) = Opened("x.tar", packed.ToArray());
        Assert.Equal($"x.tar!/{new string('d', 90)}/{new string('n', 90)}.txt", Assert.Single(reports).Path);
        Assert.Contains("1 devices, 1 links", Assert.Single(problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Encrypted_and_strangely_packed_entries_are_named()
    {
        byte[] encrypted = Zip(("a.txt", One)), strange = Zip(("a.txt", One));
        int directory = encrypted.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        encrypted[directory + 8] |= 1;
        strange[directory + 10] = 14;
        Assert.Equal(["PX1032 x.zip!/a.txt"], Codes(Opened("x.zip", encrypted).Problems));
        (_, Problem[] problems) = Opened("x.zip", strange);
        Assert.Equal("PX1033", problems[0].Code);
        Assert.Contains("LZMA", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_whatever_its_shape()
    {
        byte[] zeros = new byte[15_000_000];
        byte[] many = Zip([.. Enumerable.Range(0, 10).Select(i => ($"{i}.txt", zeros))]);
        (_, Problem[] problems) = Opened("flat.zip", many);
        Assert.True(problems.Length < 7);
        Assert.Equal("PX1028", problems[^1].Code);
        byte[] nest = Zip([.. Enumerable.Range(0, 10).Select(i => ($"{i}.zip", Zip(("x.txt", zeros))))]);
        Assert.Contains("PX1028", Opened("nest.zip", nest).Problems.Select(p => p.Code));
        Assert.Equal(["PX1028 big.tar.gz"], Codes(Opened("big.tar.gz", Gzip(Tar([.. Enumerable.Range(0, 10).Select(i => ($"{i}.css", zeros))]))).Problems));
    }

    [Fact]
    public void Entries_that_share_their_data_cannot_multiply_it()
    {
        byte[] content = new byte[10_000_000];
        byte[] packed = Overlapping(Zip(("a.txt", content)), 500);
        (_, Problem[] problems) = Opened("overlap.zip", packed);
        Assert.True(problems.Length < 10);
        Assert.Equal("PX1028", problems[^1].Code);
    }

    [Fact]
    public void A_zip_that_cannot_be_read_from_its_end_is_put_aside_and_removed_again()
    {
        byte[] inner = Zip([.. Enumerable.Range(0, 40).Select(i => ($"{i}.txt", Utf8($"{Lead} And {i} more.")))]);
        string[] before = Directory.GetFiles(Path.GetTempPath(), "parallax-*");
        (Report[] reports, _) = Opened("o.tar", Tar(("in.zip", inner), ("last.txt", One)), new ReadOptions { MaxBytes = 2000 });
        Assert.True(inner.Length > 2000);
        Assert.Equal(41, reports.Length);
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "parallax-*").Except(before));
    }

    [Fact]
    public void Limits_of_number_and_of_total_hold()
    {
        byte[] packed = Zip([.. Enumerable.Range(0, 9).Select(i => ($"{i}.txt", One))]);
        (Report[] reports, Problem[] problems) = Opened("x.zip", packed, new ReadOptions { MaxItems = 4 });
        Assert.Equal(4, reports.Length);
        Assert.Equal(["PX1027 x.zip"], Codes(problems));
        Assert.Equal("PX1028", Assert.Single(Opened("x.zip", packed, new ReadOptions { MaxTotalBytes = 600 }).Problems).Code);
    }

    [Theory]
    [InlineData("empty.zip", "PX1002")]
    [InlineData("empty.tar", "PX1002")]
    [InlineData("zero.zip", "PX1005")]
    [InlineData("nothing.zip", "PX1002")]
    [InlineData("page.zip", null)]
    [InlineData("garbage.zip", "PX1034")]
    public void An_archive_without_a_report_says_what_it_is(string name, string? code)
    {
        byte[] content = name switch
        {
            "empty.zip" => Zip(),
            "empty.tar" => new byte[10240],
            "zero.zip" => [],
            "nothing.zip" => Zip(("a.css", One), ("b.png", One)),
            "page.zip" => Utf8($"<!doctype html><p>{Lead}</p>"),
            _ => [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 251))],
        };
        (Report[] reports, Problem[] problems) = Opened(name, content);
        Assert.Equal(code is null ? 1 : 0, reports.Length);
        Assert.Equal(code ?? "PX1021", problems[0].Code);
        if (name == "nothing.zip")
            Assert.Contains("only 1 .css, 1 .png", problems[0].What, StringComparison.Ordinal);
    }

    private static byte[] ZipStored(string name, byte[] content)
    {
        using MemoryStream packed = new();
        using (ZipArchive zip = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            entry.Write(content);
        }
        return packed.ToArray();
    }

    /// <summary>The one entry of a zip listed many times under other names: what a bomb of overlapping entries does.</summary>
    private static byte[] Overlapping(byte[] zip, int times)
    {
        int directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8), end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] record = zip[directory..end];
        List<byte> packed = [.. zip[..directory]];
        for (int i = 0; i < times; i++)
            packed.AddRange(record);
        byte[] tail = zip[end..];
        BitConverter.TryWriteBytes(tail.AsSpan(8), (ushort)times);
        BitConverter.TryWriteBytes(tail.AsSpan(10), (ushort)times);
        BitConverter.TryWriteBytes(tail.AsSpan(12), (uint)(record.Length * times));
        return [.. packed, .. tail];
    }

    [Fact]
    public void An_archive_in_front_of_another_is_told_of()
    {
        byte[] two = [.. Zip(("one.txt", Two)), .. Zip(("two.txt", Three))];
        (Report[] reports, Problem[] problems) = Opened("x.zip", two);
        Assert.Equal("x.zip!/two.txt", Assert.Single(reports).Path);
        Assert.Equal("PX1047", Assert.Single(problems).Code);
        Assert.Empty(Opened("y.zip", [.. "MZ of a program"u8, .. Zip(("two.txt", Three))]).Problems);
    }
}
