using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>How long a fetch may take, and how far apart two from one host lie.</summary>
internal sealed record FetchPatience
{
    /// <summary>For all of one address: its redirects, its body.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the connection, and for each piece of an answer: a server that sends a byte now and then is not waited for.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two requests to the same host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>
/// Fetches the addresses of one run with every limit in place: only http(s), only public addresses, only what robots.txt allows, few redirects,
/// bounded time and size, one request at a time. No cookies, no proxy, no links followed. For one thread.
/// </summary>
internal sealed class WebFetcher : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostHeaderKilobytes = 64;

    private readonly ReadOptions _options;
    private readonly FetchPatience _patience;
    private readonly HttpClient _client;
    private readonly Dictionary<string, RobotsRules?> _robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastFetch = new(StringComparer.Ordinal);

    /// <summary>A fetcher with what <paramref name="options"/> allow.</summary>
    public WebFetcher(ReadOptions options, FetchPatience? patience = null)
    {
        _options = options;
        _patience = patience ?? new FetchPatience();
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would resolve names itself, out of reach of the check below.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            ConnectTimeout = _patience.Step,
            MaxResponseHeadersLength = MostHeaderKilobytes,
            MaxConnectionsPerServer = 1,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options, token),
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Parallax", "1"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5");
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <summary>What lies at <paramref name="address"/>, or the problem that it cannot be had.</summary>
    public (OpenedContent? Content, Problem? Problem) Fetch(string address)
    {
        if (!_options.AllowNetwork)
            return (null, ReadProblems.NetworkNotAllowed(address));
        using CancellationTokenSource late = new(_patience.Whole);
        try
        {
            return FetchAsync(address, late.Token).GetAwaiter().GetResult();
        }
        catch (Exception failed) when (failed is PrivateAddressException || failed.InnerException is PrivateAddressException)
        {
            return (null, ReadProblems.PrivateAddress(address));
        }
        catch (HttpRequestException failed)
        {
            return (null, ReadProblems.FetchFailed(address, failed.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => "the name is unknown",
                HttpRequestError.ConfigurationLimitExceeded => string.Create(CultureInfo.InvariantCulture, $"its header is longer than {MostHeaderKilobytes} KB"),
                HttpRequestError.SecureConnectionError => "no secure connection could be made",
                HttpRequestError.InvalidResponse => "the answer is not HTTP",
                HttpRequestError.ResponseEnded => "the connection broke",
                _ => "no connection",
            }));
        }
        catch (OperationCanceledException)
        {
            return (null, ReadProblems.FetchFailed(address, late.IsCancellationRequested
                ? string.Create(CultureInfo.InvariantCulture, $"it was not there within {_patience.Whole.TotalSeconds:0} seconds")
                : string.Create(CultureInfo.InvariantCulture, $"nothing came for {_patience.Step.TotalSeconds:0} seconds")));
        }
        catch (InvalidDataException)
        {
            return (null, ReadProblems.FetchFailed(address, "its compression is damaged"));
        }
        catch (Exception failed) when (failed is IOException or SocketException)
        {
            return (null, ReadProblems.FetchFailed(address, "the connection broke"));
        }
    }

    private async Task<(OpenedContent? Content, Problem? Problem)> FetchAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return (null, ReadProblems.FetchFailed(address, "not an address of the web"));
        (HttpResponseMessage? answer, Problem? problem, uri) = await FollowAsync(address, uri, withRobots: true, cancel).ConfigureAwait(false);
        if (answer is null)
            return (null, problem);
        using (answer)
        {
            if (!answer.IsSuccessStatusCode)
                return (null, ReadProblems.FetchFailed(address, string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)answer.StatusCode}")));
            string? type = answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
            if (WebContent.IsNeverRead(type))
                return (null, ReadProblems.FetchFailed(address, $"it is {type}"));
            byte[]? body = await BodyAsync(answer, _options.MaxBytes, cancel).ConfigureAwait(false);
            if (body is null)
                return (null, ReadProblems.TooLarge(address, _options.MaxBytes));
            InputFormat format = _options.From != InputFormat.Detect ? _options.From : WebContent.FormatOf(type, body);
            return (new OpenedContent(address, new MemoryStream(body), _options) { Address = uri.AbsoluteUri, Charset = answer.Content.Headers.ContentType?.CharSet?.Trim('"'), Format = format }, null);
        }
    }

    /// <summary>Asks for <paramref name="uri"/> and for what it leads to; each step is checked as the first was.</summary>
    private async Task<(HttpResponseMessage? Answer, Problem? Problem, Uri At)> FollowAsync(string given, Uri uri, bool withRobots, CancellationToken cancel)
    {
        int port = uri.Port;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (uri.UserInfo.Length > 0)
                return (null, ReadProblems.FetchFailed(given, "it holds a user name or password"), uri);
            if (withRobots && await RobotsAsync(uri, cancel).ConfigureAwait(false) is var rules && rules?.Allow(uri) != true)
                return (null, rules is null ? ReadProblems.RobotsUnknown(given, uri.Authority) : ReadProblems.RobotsRefuse(given, uri.Authority), uri);
            if (withRobots)
                await PauseAsync(uri.Authority, cancel).ConfigureAwait(false);
            HttpResponseMessage answer = await SendAsync(uri, cancel).ConfigureAwait(false);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return (answer, null, uri);
            answer.Dispose();
            if (!Uri.TryCreate(uri, location, out Uri? next) || next.Scheme is not ("http" or "https"))
                return (null, ReadProblems.FetchFailed(given, "it leads to something other than http or https"), uri);
            if (uri.Scheme == "https" && next.Scheme == "http")
                return (null, ReadProblems.FetchFailed(given, "it leads from a secure connection to an open one"), uri);
            // A page has no reason to send its reader to the port of a mail server or a database.
            if (!next.IsDefaultPort && next.Port != port)
                return (null, ReadProblems.FetchFailed(given, string.Create(CultureInfo.InvariantCulture, $"it leads to port {next.Port}")), uri);
            uri = next;
        }
        return (null, ReadProblems.FetchFailed(given, string.Create(CultureInfo.InvariantCulture, $"more than {MostRedirects} redirects")), uri);
    }

    private async Task<HttpResponseMessage> SendAsync(Uri uri, CancellationToken cancel)
    {
        using CancellationTokenSource step = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        step.CancelAfter(_patience.Step);
        return await _client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, step.Token).ConfigureAwait(false);
    }

    /// <summary>The body, unpacked; null where it holds more than <paramref name="limit"/> bytes.</summary>
    private async Task<byte[]?> BodyAsync(HttpResponseMessage answer, long limit, CancellationToken cancel)
    {
        Stream body = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream held = new();
            byte[] buffer = new byte[65536];
            using CancellationTokenSource step = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            while (true)
            {
                step.CancelAfter(_patience.Step);
                int read = await body.ReadAsync(buffer, step.Token).ConfigureAwait(false);
                if (read == 0)
                    return held.ToArray();
                if (held.Length + read > limit)
                    return null;
                held.Write(buffer, 0, read);
            }
        }
    }

    /// <summary>The rules of the host, asked for once a run; null where the server fails to say, which RFC 9309 takes for a refusal.</summary>
    private async Task<RobotsRules?> RobotsAsync(Uri uri, CancellationToken cancel)
    {
        string site = uri.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(site, out RobotsRules? known))
            return known;
        RobotsRules? rules = null;
        try
        {
            (HttpResponseMessage? answer, _, _) = await FollowAsync(site, new Uri(site + "/robots.txt"), withRobots: false, cancel).ConfigureAwait(false);
            using (answer)
            {
                if (answer is null || (int)answer.StatusCode is >= 400 and < 500)
                    rules = RobotsRules.None;
                else if (answer.IsSuccessStatusCode)
                    rules = RobotsRules.Parse(Encoding.UTF8.GetString(await BeginningAsync(answer, cancel).ConfigureAwait(false)));
            }
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException || (failed is HttpRequestException { InnerException: not PrivateAddressException } broken && broken.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded))
        {
            rules = null;
        }
        return _robots[site] = rules;
    }

    /// <summary>The first 500 KB of a body; what follows is not read.</summary>
    private async Task<byte[]> BeginningAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        Stream body = await answer.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using CancellationTokenSource step = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            step.CancelAfter(_patience.Step);
            byte[] buffer = new byte[RobotsRules.MostBytes];
            int read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, step.Token).ConfigureAwait(false);
            return buffer[..read];
        }
    }

    private async Task PauseAsync(string host, CancellationToken cancel)
    {
        if (_lastFetch.TryGetValue(host, out long last) && _patience.Pause - Stopwatch.GetElapsedTime(last) is { Ticks: > 0 } left)
            await Task.Delay(left, cancel).ConfigureAwait(false);
        _lastFetch[host] = Stopwatch.GetTimestamp();
    }

    /// <summary>Resolves and checks at the moment of connecting, so that a name cannot point elsewhere between check and use.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, ReadOptions options, CancellationToken cancel)
    {
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal) ? [literal]
            : await Dns.GetHostAddressesAsync(target.Host, cancel).ConfigureAwait(false);
        if (!options.AllowPrivateAddresses && Array.Exists(addresses, address => !NetworkAddresses.IsPublic(address)))
            throw new PrivateAddressException();
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException : Exception;
}

/// <summary>What a fetched body is, by what the server says and by how it begins: servers are often wrong, and feeds go by many types.</summary>
internal static class WebContent
{
    private static readonly string[] ReadTypes =
    [
        "application/xhtml+xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/json", "application/feed+json", "application/ld+json", "application/x-ndjson",
        "application/jsonl", "application/jsonlines", "application/octet-stream", "application/gzip", "application/x-gzip", "application/zip", "application/x-tar", "application/warc", "application/x-warc", "message/rfc822", "multipart/related", "application/mbox",
    ];

    /// <summary>Whether content of this type is not looked at: pictures, sound, programs, documents of other kinds.</summary>
    public static bool IsNeverRead(string? type) => type is not null && !(type.StartsWith("text/", StringComparison.Ordinal) && type is not ("text/css" or "text/javascript")) && !ReadTypes.Contains(type, StringComparer.Ordinal);

    /// <summary>The format to read it as; where the content has a sure sign of another kind than the server says, the content is believed.</summary>
    public static InputFormat FormatOf(string? type, byte[] body)
    {
        if (body.AsSpan().StartsWith(Compression.Magic))
            return InputFormat.Detect;
        ContentHead head = new(body);
        FormatRow? sure = Array.Find(InputFormats.All, row => row.Begins?.Invoke(head) == true);
        return sure is not null ? sure.Format : type switch
        {
            "text/html" or "application/xhtml+xml" => InputFormat.Html,
            "text/plain" or "text/markdown" => InputFormat.Text,
            "application/x-ndjson" or "application/jsonl" or "application/jsonlines" => InputFormat.JsonLines,
            "application/rss+xml" or "application/atom+xml" or "application/rdf+xml" => InputFormat.Feed,
            "application/json" or "application/feed+json" or "application/ld+json" => InputFormat.Json,
            "message/rfc822" => InputFormat.Mail,
            _ => head.HasTag ? InputFormat.Html : InputFormat.Detect,
        };
    }
}
