using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public sealed class WebFetcherTests : IDisposable
{
    private const string Html = "200 OK\r\nContent-Type: text/html; charset=utf-8";

    private static readonly string Page = $"<html><body><h1>Boats turned back</h1><p>{Lead}</p><p>{Second}</p></body></html>";
    private static readonly ReadOptions Asked = ReadOptions.Default with { AllowNetwork = true, AllowPrivateAddresses = true };
    // Only where silence itself is tested is a second too long: a busy machine may take that for one read.
    private static readonly FetchPatience Long = new() { Whole = TimeSpan.FromSeconds(60), Step = TimeSpan.FromSeconds(20), Pause = TimeSpan.Zero };
    private static readonly FetchPatience Short = Long with { Whole = TimeSpan.FromSeconds(20), Step = TimeSpan.FromSeconds(1) };

    private readonly LoopbackSite _site = new();

    public void Dispose() => _site.Dispose();

    private string Problem(string path, ReadOptions? options = null, FetchPatience? patience = null)
    {
        using WebFetcher fetcher = new(options ?? Asked, patience ?? Long);
        (OpenedContent? content, Problem? problem) = fetcher.Fetch(path.StartsWith('/') ? _site.Url(path) : path);
        Assert.Null(content);
        return $"{problem!.Code} {problem.What}";
    }

    private (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Read(string path, ReadOptions? options = null)
    {
        ReadResult result = new Analysis(LanguageData.English, new AnalysisOptions(options ?? Asked, 1))
            .Read(InputSource.Open([_site.Url(path)], options ?? Asked, null), TestContext.Current.CancellationToken);
        return (result.Reports, result.Problems);
    }

    [Fact]
    public void Nothing_is_fetched_unless_asked()
    {
        Assert.StartsWith("PX1013", Problem("/a", ReadOptions.Default), StringComparison.Ordinal);
        Assert.StartsWith("PX1014", Problem("/a", ReadOptions.Default with { AllowNetwork = true }), StringComparison.Ordinal);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public void A_page_is_read_with_its_address_and_without_cookies()
    {
        _site.On("/old", "302 Found\r\nSet-Cookie: a=b\r\nLocation: /story");
        _site.On("/story", Html + "\r\nSet-Cookie: c=d", Page);
        Report report = Assert.Single(Read("/old").Reports);
        Assert.Equal(_site.Url("/story"), report.Url);
        Assert.Contains(Second, report.Text, StringComparison.Ordinal);
        Assert.Equal(["/robots.txt", "/old", "/story"], _site.Requests.Select(request => request.Split(' ')[1]));
        Assert.All(_site.Requests, request => Assert.Contains("User-Agent: Parallax/1", request, StringComparison.Ordinal));
        Assert.DoesNotContain(_site.Requests, request => request.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void What_robots_refuse_is_not_asked_for_also_behind_a_redirect()
    {
        _site.On("/robots.txt", "200 OK\r\nContent-Type: text/plain", "User-agent: *\nDisallow: /private\n");
        _site.On("/a", "301 Moved\r\nLocation: /private/b");
        Assert.StartsWith("PX1044", Problem("/private/b"), StringComparison.Ordinal);
        Assert.StartsWith("PX1044", Problem("/a"), StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Requests, request => request.Contains(" /private", StringComparison.Ordinal));
    }

    [Fact]
    public void Robots_that_cannot_be_had_are_a_refusal()
    {
        _site.On("/robots.txt", "503 Unavailable");
        _site.On("/a", Html, Page);
        Assert.StartsWith("PX1045", Problem("/a"), StringComparison.Ordinal);
    }

    [Fact]
    public void Robots_are_asked_for_once_a_run()
    {
        _site.On("/robots.txt", "200 OK\r\nContent-Type: text/plain", "User-agent: *\nAllow: /\n");
        _site.On("/a", Html, Page);
        using WebFetcher fetcher = new(Asked, Long);
        Assert.NotNull(fetcher.Fetch(_site.Url("/a")).Content);
        Assert.NotNull(fetcher.Fetch(_site.Url("/a")).Content);
        Assert.Single(_site.Requests, request => request.StartsWith("GET /robots.txt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/loop", "more than 5 redirects")]
    [InlineData("/file", "something other than http")]
    [InlineData("/port", "port 6379")]
    [InlineData("/picture", "it is image/png")]
    [InlineData("/gone", "answered 404")]
    [InlineData("/broken", "answered 500")]
    [InlineData("/short", "connection broke")]
    [InlineData("/garbled", "compression is damaged")]
    [InlineData("/flood", "header is longer than 64 KB")]
    [InlineData("/slow", "nothing came for 1 seconds")]
    [InlineData("/silent", "nothing came for 1 seconds")]
    [InlineData("/nonsense", "not HTTP")]
    public void What_cannot_be_had_says_why(string path, string why)
    {
        _site.On("/loop", "302 Found\r\nLocation: /loop");
        _site.On("/file", "302 Found\r\nLocation: file:///etc/hostname");
        _site.On("/port", "302 Found\r\nLocation: http://127.0.0.1:6379/");
        _site.On("/picture", "200 OK\r\nContent-Type: image/png", "x");
        _site.On("/broken", "500 Error", "x");
        _site.On("/short", "200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000", Encoding.UTF8.GetBytes(Page), stateLength: false);
        _site.On("/garbled", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", new byte[500]);
        _site.On("/flood", "200 OK\r\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"X-{i}: {new string('x', 50)}\r\n")) + "Content-Type: text/html", Page);
        _site.On("/slow", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>"u8.ToArray(), cancel);
            await Task.Delay(TimeSpan.FromSeconds(30), cancel);
        });
        _site.On("/silent", (_, cancel) => Task.Delay(TimeSpan.FromSeconds(30), cancel));
        _site.On("/nonsense", async (stream, cancel) => await stream.WriteAsync("hello there, this is no answer\r\n\r\n"u8.ToArray(), cancel));
        string problem = Problem(path, patience: path is "/slow" or "/silent" ? Short : Long);
        Assert.StartsWith("PX1015", problem, StringComparison.Ordinal);
        Assert.Contains(why, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_drips_is_left_when_the_whole_takes_too_long()
    {
        _site.On("/drip", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancel);
            while (true)
            {
                await stream.WriteAsync("x"u8.ToArray(), cancel);
                await Task.Delay(100, cancel);
            }
        });
        using WebFetcher fetcher = new(Asked, Long with { Whole = TimeSpan.FromSeconds(2) });
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Contains("not there within 2 seconds", fetcher.Fetch(_site.Url("/drip")).Problem!.What, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_body_without_end_and_a_bomb_are_cut_off_at_the_limit()
    {
        _site.On("/endless", async (stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray(), cancel);
            while (true)
                await stream.WriteAsync(new byte[65536], cancel);
        });
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize))
            gzip.Write(new byte[30_000_000]);
        _site.On("/bomb", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", packed.ToArray());
        ReadOptions small = Asked with { MaxBytes = 1_000_000 };
        Assert.StartsWith("PX1007", Problem("/endless", small), StringComparison.Ordinal);
        Assert.StartsWith("PX1007", Problem("/bomb", small), StringComparison.Ordinal);
    }

    [Fact]
    public void The_servers_charset_is_handed_on()
    {
        byte[] east = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes($"<html><body><p>{Lead} Mr Žižić agreed.</p><p>{Second}</p></body></html>");
        _site.On("/a", "200 OK\r\nContent-Type: text/html; charset=\"windows-1250\"", east);
        Assert.Contains("Mr Žižić agreed.", Assert.Single(Read("/a").Reports).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("application/xml")]
    [InlineData("text/xml")]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public void A_feed_is_read_as_one_whatever_it_is_called_and_its_links_are_not_followed(string type)
    {
        string body = string.Join("</p><p>", Enumerable.Repeat($"{Lead} {Second} {Third}", 4));
        _site.On("/feed", $"200 OK\r\nContent-Type: {type}",
            $"<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Esker Post</title><item><title>Boats turned back</title><link>{_site.Url("/story")}</link><content:encoded><![CDATA[<p>{body}</p>]]></content:encoded></item></channel></rss>");
        Report report = Assert.Single(Read("/feed").Reports);
        Assert.Equal("Boats turned back", report.Title);
        Assert.DoesNotContain(_site.Requests, request => request.Contains(" /story", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http:///nothing")]
    public void Odd_addresses_are_refused(string address) => Assert.StartsWith("PX1015", Problem(address), StringComparison.Ordinal);

    [Fact]
    public void A_password_in_an_address_is_not_repeated()
    {
        foreach (ReadOptions options in new[] { ReadOptions.Default, ReadOptions.Default with { AllowNetwork = true } })
            Assert.DoesNotContain("secret", Problem("http://user:secret@127.0.0.1/a@b", options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://10.1.2.3/")]
    public void Private_addresses_are_refused_however_they_are_written(string address) =>
        Assert.StartsWith("PX1014", Problem(address, ReadOptions.Default with { AllowNetwork = true }), StringComparison.Ordinal);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.0.1", true)]
    [InlineData("172.16.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("203.0.113.7", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1", true)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("64:ff9b::808:808", true)]
    [InlineData("64:ff9b:1::808:808", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::", false)]
    [InlineData("100::1", false)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => Assert.Equal(isPublic, NetworkAddresses.IsPublic(IPAddress.Parse(address)));
}
