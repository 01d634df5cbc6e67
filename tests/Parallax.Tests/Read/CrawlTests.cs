using System.IO.Compression;
using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.Packed;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class CrawlTests
{
    private static readonly string Page = $"<html><head><title>Boats turned back near Marlow Quay</title></head><body><p>{Lead}</p><p>{Second}</p></body></html>";

    private static byte[] Record(string type, byte[] block, string uri = "https://courier.example/boats", string media = "application/http; msgtype=response", string? length = null) =>
        [.. Utf8($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: <{uri}>\r\nWARC-Date: 2031-05-06T07:08:09Z\r\nContent-Type: {media}\r\nContent-Length: {length ?? block.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}\r\n\r\n"), .. block, .. Utf8("\r\n\r\n")];

    private static byte[] Http(byte[] body, string more = "", string type = "text/html; charset=utf-8", int status = 200) =>
        [.. Utf8($"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n{more}\r\n"), .. body];

    private static byte[] Chunked(byte[] body)
    {
        List<byte> chunks = [];
        foreach (byte[] chunk in body.Chunk(100))
            chunks.AddRange([.. Utf8($"{chunk.Length:x};ext=1\r\n"), .. chunk, .. "\r\n"u8]);
        return [.. chunks, .. "0\r\n\r\n"u8];
    }

    private static byte[] Brotli(byte[] content)
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionMode.Compress, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zlib(byte[] content)
    {
        using MemoryStream packed = new();
        using (ZLibStream stream = new(packed, CompressionMode.Compress, leaveOpen: true))
            stream.Write(content);
        return packed.ToArray();
    }

    [Fact]
    public void Answers_are_read_with_their_address_and_without_the_day_of_the_crawl()
    {
        byte[] crawl = [.. Record("warcinfo", Utf8("software: x"), media: "application/warc-fields"), .. Record("request", Utf8("GET / HTTP/1.1\r\n\r\n")), .. Record("response", Http(Utf8(Page)))];
        (Report[] reports, Problem[] problems) = Opened("c.warc", crawl);
        Report report = Assert.Single(reports);
        Assert.Equal(("c.warc#3", "https://courier.example/boats"), (report.Path, report.Url));
        Assert.Null(report.Published.Date);
        Assert.Contains("1 request, 1 warcinfo", Assert.Single(problems).What, StringComparison.Ordinal);
        Assert.True(problems[0].IsNotice);
    }

    [Fact]
    public void Every_encoding_of_a_body_is_undone_also_where_the_crawler_did_it_already()
    {
        byte[] page = Utf8(Page);
        byte[][] records =
        [
            Record("response", Http(Chunked(page), "Transfer-Encoding: chunked\r\n")),
            Record("response", Http(Gzip(page), "Content-Encoding: gzip\r\n")),
            Record("response", Http(Zlib(page), "Content-Encoding: deflate\r\n")),
            Record("response", Http(Brotli(page), "Content-Encoding: br\r\n")),
            Record("response", Http(Chunked(Gzip(page)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")),
            Record("response", Http(page, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")),
            Record("response", Http(page, "Content-Encoding: br\r\n")),
            Record("response", Http(Encoding.Latin1.GetBytes(Page.Replace("boats", "b\u00F4ats", StringComparison.Ordinal)), type: "text/html; charset=iso-8859-1")),
        ];
        (Report[] reports, Problem[] problems) = Opened("c.warc", [.. records.SelectMany(r => r)]);
        Assert.Empty(problems);
        Assert.Equal(8, reports.Length);
        Assert.All(reports[..7], r => Assert.Equal($"{Lead}\n\n{Second}", r.Text));
        Assert.Contains("b\u00F4ats", reports[7].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_a_report_is_left_out_and_counted()
    {
        byte[][] records =
        [
            Record("response", Http(Utf8("x"), type: "image/png")), Record("response", Http(Utf8("x"), status: 404)), Record("revisit", Http([])), Record("metadata", Utf8("x")),
            Record("response", Http(Utf8("User-agent: *"), type: "text/plain"), "https://courier.example/robots.txt"), Record("response", Http(Utf8("<sitemap/>"), type: "text/xml")),
            Record("resource", Utf8("a note of the crawler"), "metadata://crawler/log.txt", "text/plain"), Record("response", Http([])), Record("resource", Utf8(Page), media: "text/html"), Record("conversion", Utf8($"{Lead}\n{Third}"), media: "text/plain"),
            Record("response", Http(Utf8($"<rss><channel><title>Quay</title><item><title>t</title><content:encoded>{Lead} {Second}</content:encoded></item></channel></rss>"), type: "text/xml")),
        ];
        (Report[] reports, Problem[] problems) = Opened("c.warc", [.. records.SelectMany(r => r)]);
        Assert.Equal(["c.warc#9", "c.warc#10", "c.warc#11#1"], reports.Select(r => r.Path));
        Assert.Contains("was left out (8): ", Assert.Single(problems).What, StringComparison.Ordinal);
        Assert.Contains("1 answers 404", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_packed_one_by_one_lose_only_those_that_are_damaged()
    {
        byte[][] members = [.. Enumerable.Range(0, 6).Select(i => Gzip(Record("response", Http(Utf8(Page.Replace("Marlow", $"Marlow {i}", StringComparison.Ordinal))), $"https://courier.example/{i}")))];
        members[2][members[2].Length / 2] ^= 0x5A;
        members[4][^6] ^= 1;
        (Report[] reports, Problem[] problems) = Opened("c.warc.gz", [.. members.SelectMany(m => m)]);
        Assert.Equal(["https://courier.example/0", "https://courier.example/1", "https://courier.example/3", "https://courier.example/5"], reports.Select(r => r.Url).Intersect(
            ["https://courier.example/0", "https://courier.example/1", "https://courier.example/3", "https://courier.example/5"]));
        Assert.Equal(2, problems.Count(p => p.Code == "PX1034"));
        Assert.Equal(["PX1034 c.warc.gz"], Codes(Opened("c.warc.gz", [.. members[0], .. members[1][..^30]]).Problems).Distinct());
    }

    [Fact]
    public void Reading_goes_on_behind_a_record_whose_length_is_wrong_or_missing()
    {
        byte[] one = Record("response", Http(Utf8(Page))), wrong = Record("response", Http(Utf8(Page)), length: "50"), none = Record("response", Http(Utf8(Page)), length: "many");
        (Report[] reports, Problem[] problems) = Opened("c.warc", [.. one, .. wrong, .. one, .. none, .. one]);
        Assert.Equal(["c.warc#1", "c.warc#3", "c.warc#5"], reports.Select(r => r.Path).Where(p => p != "c.warc#2"));
        Assert.Equal(["PX1034 c.warc", "PX1034 c.warc"], Codes(problems.Where(p => p.Code == "PX1034")));
        Assert.Contains("record 4 does not say how long it is", problems.Last(p => p.Code == "PX1034").What, StringComparison.Ordinal);
        Assert.Contains("ends inside record 1", Assert.Single(Opened("c.warc", one[..^200]).Problems).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_is_too_large_or_a_bomb_is_declined_and_the_rest_read()
    {
        byte[] bomb = Gzip(new byte[30_000_000]);
        (Report[] reports, Problem[] problems) = Opened("c.warc", [.. Record("response", Http(bomb, "Content-Encoding: gzip\r\n")), .. Record("response", Http(new byte[22_000_000])), .. Record("response", Http(Utf8(Page)))]);
        Assert.Equal("c.warc#3", Assert.Single(reports).Path);
        Assert.Equal(["PX1007 c.warc#1", "PX1007 c.warc#2"], Codes(problems));
    }
}
