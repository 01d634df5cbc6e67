using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Fetches one page with every limit in place: only http(s), only public addresses, few redirects, bounded time and size.</summary>
internal static class WebFetcher
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] ReadTypes = ["text/html", "application/xhtml+xml", "text/plain", "application/x-ndjson", "application/jsonl", "text/markdown"];

    /// <summary>The page at <paramref name="address"/>, or the problem that it cannot be had.</summary>
    public static (InputItem? Item, Problem? Problem) Fetch(string address, ReadOptions options)
    {
        if (!options.AllowNetwork)
            return (null, ReadProblems.NetworkNotAllowed(address));
        using CancellationTokenSource late = new(Patience);
        try
        {
            return FetchAsync(address, options, late.Token).GetAwaiter().GetResult();
        }
        catch (PrivateAddressException)
        {
            return (null, ReadProblems.PrivateAddress(address));
        }
        catch (HttpRequestException failed)
        {
            return (null, failed.InnerException is PrivateAddressException ? ReadProblems.PrivateAddress(address)
                : ReadProblems.FetchFailed(address, failed.HttpRequestError == HttpRequestError.NameResolutionError ? "the name is unknown" : "no connection"));
        }
        catch (OperationCanceledException)
        {
            return (null, ReadProblems.FetchFailed(address, string.Create(CultureInfo.InvariantCulture, $"no answer within {Patience.TotalSeconds:0} seconds")));
        }
        catch (IOException)
        {
            return (null, ReadProblems.FetchFailed(address, "the connection broke"));
        }
    }

    private static async Task<(InputItem? Item, Problem? Problem)> FetchAsync(string address, ReadOptions options, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
            return (null, ReadProblems.FetchFailed(address, "not an address"));
        using SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would resolve names itself, out of reach of the check below.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options, token),
        };
        using HttpClient client = new(handler);
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Parallax", "1"));
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (uri.Scheme is not ("http" or "https"))
                return (null, ReadProblems.FetchFailed(address, "it leads to something other than http or https"));
            using HttpResponseMessage response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 301 and <= 308 && response.Headers.Location is { } location)
            {
                uri = new Uri(uri, location);
                continue;
            }
            return await ReadAsync(address, uri, response, options, cancel).ConfigureAwait(false);
        }
        return (null, ReadProblems.FetchFailed(address, string.Create(CultureInfo.InvariantCulture, $"more than {MostRedirects} redirects")));
    }

    private static async Task<(InputItem? Item, Problem? Problem)> ReadAsync(
        string address, Uri uri, HttpResponseMessage response, ReadOptions options, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode)
            return (null, ReadProblems.FetchFailed(address, string.Create(CultureInfo.InvariantCulture, $"the server answered {(int)response.StatusCode}")));
        string? type = response.Content.Headers.ContentType?.MediaType;
        if (type is not null && !ReadTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
            return (null, ReadProblems.FetchFailed(address, $"it is {type}"));
        Stream body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using MemoryStream held = new();
            byte[] buffer = new byte[65536];
            int read;
            while ((read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
            {
                if (held.Length + read > options.MaxBytes)
                    return (null, ReadProblems.TooLarge(address, options.MaxBytes));
                held.Write(buffer, 0, read);
            }
            InputFormat format = type?.ToLowerInvariant() switch
            {
                null => InputFormat.Detect,
                "text/plain" or "text/markdown" => InputFormat.Text,
                "application/x-ndjson" or "application/jsonl" => InputFormat.JsonLines,
                _ => InputFormat.Html,
            };
            return (new InputItem(address, held.ToArray(), uri.AbsoluteUri, format, response.Content.Headers.ContentType?.CharSet?.Trim('"')), null);
        }
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

/// <summary>Which network addresses belong to the public internet.</summary>
internal static class NetworkAddresses
{
    /// <summary>Whether <paramref name="address"/> is neither private, loopback, link-local, unique-local, multicast nor reserved.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        byte[] bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !(bytes[0] is 0 or 10 or 127 or >= 224
                || (bytes[0] == 100 && bytes[1] is >= 64 and <= 127)
                || (bytes[0] == 169 && bytes[1] == 254)
                || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && bytes[1] == 168)
                || (bytes[0] == 192 && bytes[1] == 0 && bytes[2] is 0 or 2)
                || (bytes[0] == 198 && bytes[1] is 18 or 19));
        }
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal
            || address.Equals(IPAddress.IPv6Any) || address.IsIPv6Teredo)
            return false;
        // An IPv4 address carried inside IPv6 (NAT64, 6to4, compatible) is as public as that IPv4 address.
        if (bytes is [0x00, 0x64, 0xFF, 0x9B, ..] || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0)
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        return bytes is not [0x20, 0x02, ..] || IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
    }
}
