using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parallax.Tests.Read;

/// <summary>A web server on this machine that answers each path as a test says, byte for byte; every request is noted.</summary>
internal sealed class LoopbackSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<string, Func<Stream, CancellationToken, Task>> _answers = new(StringComparer.Ordinal);

    public LoopbackSite()
    {
        _listener.Start();
        _ = Serve();
    }

    /// <summary>The request lines and headers that came, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url(string path) => $"http://127.0.0.1:{Port}{path}";

    /// <summary>Answers <paramref name="path"/> with these header lines and this body.</summary>
    public void On(string path, string head, byte[] body, bool stateLength = true) => On(path, async (stream, cancel) =>
    {
        string length = stateLength ? $"Content-Length: {body.Length}\r\n" : "";
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {head}\r\n{length}Connection: close\r\n\r\n"), cancel);
        await stream.WriteAsync(body, cancel);
    });

    public void On(string path, string head, string body = "") => On(path, head, Encoding.UTF8.GetBytes(body));

    public void On(string path, Func<Stream, CancellationToken, Task> answer) => _answers[path] = answer;

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task Serve()
    {
        CancellationToken cancel = _closing.Token;
        try
        {
            while (!cancel.IsCancellationRequested)
                _ = Answer(await _listener.AcceptTcpClientAsync(cancel), cancel);
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client, CancellationToken cancel)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[8192];
                int read = await stream.ReadAsync(buffer, cancel);
                string request = Encoding.Latin1.GetString(buffer, 0, read);
                Requests.Enqueue(request);
                string path = request.Split(' ') is [_, { } asked, ..] ? asked : "";
                if (_answers.TryGetValue(path, out Func<Stream, CancellationToken, Task>? answer))
                    await answer(stream, cancel);
                else
                    await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancel);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The program hung up, which is what some tests want to see.
            }
        }
    }
}
