using System.Diagnostics;
using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>Files, folders and streams that are not what they seem: nothing hangs, nothing fills the memory, everything is named.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static (string[] Paths, string[] Problems) Open(ReadOptions options, Stream? input, params string[] inputs)
    {
        (InputItem? Item, Problem? Problem)[] all = [.. InputSource.Open(inputs, options, input)];
        return ([.. all.Where(a => a.Item is not null).Select(a => a.Item!.Path)], [.. all.Where(a => a.Problem is not null).Select(a => $"{a.Problem!.Code} {a.Problem.Given}")]);
    }

    private (string[] Paths, string[] Problems) OpenFolder() => Open(ReadOptions.Default, null, _folder);

    [Fact]
    public void Pipes_and_sockets_in_a_folder_are_named_and_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither in a folder.");
        Write("a.txt", Lead);
        Process.Start("mkfifo", [Path.Combine(_folder, "pipe.html")]).WaitForExit();
        File.CreateSymbolicLink(Path.Combine(_folder, "to-pipe.html"), Path.Combine(_folder, "pipe.html"));
        using System.Net.Sockets.Socket socket = new(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(_folder, "socket.txt")));
        (string[] paths, string[] problems) = OpenFolder();
        Assert.Equal(["a.txt"], paths);
        Assert.Equal(["PX1038 pipe.html", "PX1038 socket.txt", "PX1038 to-pipe.html"], problems);
    }

    [Fact]
    public void Links_in_circles_end_and_are_counted()
    {
        Write("a.txt", Lead);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "up"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "x.txt"), Path.Combine(_folder, "y.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder, "y.txt"), Path.Combine(_folder, "x.txt"));
        File.CreateSymbolicLink(Path.Combine(_folder, "gone.txt"), Path.Combine(_folder, "nowhere.txt"));
        (string[] paths, string[] problems) = OpenFolder();
        Assert.Equal(["a.txt"], paths);
        Assert.Equal([$"PX1022 {_folder}"], problems);
    }

    [Fact]
    public void A_file_that_vanishes_or_cannot_be_read_is_named()
    {
        string gone = Write("gone.txt", Lead);
        Write("stays.txt", Second);
        List<string> paths = [], problems = [];
        foreach ((InputItem? item, Problem? problem) in InputSource.Open([Write("a.txt", Third), _folder], ReadOptions.Default, null))
        {
            File.Delete(gone);
            (item is null ? problems : paths).Add(item?.Path ?? problem!.Code + " " + problem.Given);
        }
        Assert.Equal(["a.txt", "stays.txt"], paths);
        Assert.Equal(["PX1001 gone.txt"], problems);
        if (OperatingSystem.IsLinux())
            Assert.Equal(["PX1003 mem"], Open(ReadOptions.Default, null, "/proc/self/mem").Problems);
    }

    [Fact]
    public void Odd_names_are_names()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow such names.");
        foreach (string name in (string[])["line\nend.txt", "#1.txt", "a!b.txt", "\u202Etxt.exe.txt", "x?id=5", "*.txt", "-o.txt"])
            Write(name, name.StartsWith('x') ? $"<!doctype html><p>{Lead}</p>" : Lead);
        Assert.Equal(7, OpenFolder().Paths.Length);
        Assert.Equal(["*.txt"], Open(ReadOptions.Default, null, Path.Combine(_folder, "*.txt")).Paths);
    }

    [Fact]
    public void What_is_in_a_folder_is_told_by_its_content_where_the_name_does_not()
    {
        Write("index.php", $"<!DOCTYPE html><p>{Lead}</p>");
        Write("story", $"<html><p>{Lead}</p></html>");
        Write("config.xml", "<settings/>");
        Write("sitemap.xml", "<urlset><url/></urlset>");
        Write("news.xml", "<rss><channel/></rss>");
        Write("Makefile", "all: x");
        Write("page.txt", $"<!doctype html><p>{Lead}</p>");
        (string[] paths, string[] problems) = OpenFolder();
        Assert.Equal(["index.php", "news.xml", "page.txt", "story"], paths);
        Assert.Equal(["PX1021 page.txt", $"PX1022 {_folder}"], problems);
    }

    [Theory]
    [InlineData("-", InputFormat.Text)]
    [InlineData("-", InputFormat.Feed)]
    [InlineData("-", InputFormat.Html)]
    public void A_stream_that_never_ends_is_declined(string input, InputFormat format) =>
        Assert.Equal(["PX1007 -"], Open(new ReadOptions { From = format, MaxBytes = 1_000_000 }, new EndlessStream("<rss><channel><item><title>x</title></item>"u8.ToArray()), input).Problems);

    [Fact]
    public void Lines_that_never_end_are_read_up_to_the_limits()
    {
        (string[] paths, string[] problems) = Open(new ReadOptions { MaxItems = 1000 }, new EndlessStream(Encoding.UTF8.GetBytes($"{{\"text\":\"{Lead}\"}}\n")), "-");
        Assert.Equal(1000, paths.Length);
        Assert.Equal(["PX1027 -"], problems);
        Assert.Equal(["PX1028 -"], Open(new ReadOptions { MaxTotalBytes = 50_000_000, From = InputFormat.JsonLines }, new EndlessStream([.. "{ \"text\": \"x"u8, .. new byte[100_000]]), "-").Problems);
    }

    [Fact]
    public void A_line_of_two_hundred_megabytes_costs_itself_and_little_memory()
    {
        byte[] good = Encoding.UTF8.GetBytes($"\n{{\"text\":\"{Second}\"}}\n");
        long before = GC.GetAllocatedBytesForCurrentThread();
        byte[] piece = new byte[100_000];
        Array.Fill(piece, (byte)'x');
        (string[] paths, string[] problems) = Open(new ReadOptions { From = InputFormat.JsonLines }, new EndlessStream(piece, 200_000_000, good), "-");
        Assert.Equal(["-#2"], paths);
        Assert.Equal(["PX1007 -#1"], problems);
        Assert.Equal(["PX1007 -"], Open(new ReadOptions { From = InputFormat.Text }, new EndlessStream(piece, 200_000_000, good), "-").Problems);
        // Twice a report's limit, in buffers that double.
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 250_000_000);
    }

    [Fact]
    public void Without_standard_input_the_hyphen_is_a_problem() => Assert.Equal(["PX1037 -"], Open(ReadOptions.Default, null, "-").Problems);

    [Fact]
    public void A_folder_that_holds_only_other_kinds_says_which()
    {
        Write("a.pdf", "x");
        Write("b.pdf", "x");
        Write("c.docx", "x");
        Problem problem = Assert.Single(InputSource.Open([_folder], ReadOptions.Default, null)).Problem!;
        Assert.Equal("PX1002", problem.Code);
        Assert.Contains("only 2 .pdf, 1 .docx", problem.What, StringComparison.Ordinal);
    }

    /// <summary>The same bytes again and again, without end or up to a length, and then others.</summary>
    private sealed class EndlessStream(byte[] piece, long length = long.MaxValue, byte[]? tail = null) : MemoryStream
    {
        private long _position;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int written = 0;
            while (written < count && _position < length)
            {
                int at = (int)(_position % piece.Length);
                int taken = (int)Math.Min(Math.Min(count - written, piece.Length - at), length - _position);
                Array.Copy(piece, at, buffer, offset + written, taken);
                written += taken;
                _position += taken;
            }
            while (tail is not null && written < count && _position - length < tail.Length)
                buffer[offset + written++] = tail[_position++ - length];
            return written;
        }

        public override int Read(Span<byte> buffer)
        {
            byte[] held = new byte[buffer.Length];
            int read = Read(held, 0, held.Length);
            held.AsSpan(0, read).CopyTo(buffer);
            return read;
        }
    }

    [Fact]
    public void A_file_whose_name_is_not_Unicode_is_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere every name is Unicode.");
        Write("a.txt", Lead);
        Process.Start("sh", ["-c", "printf x > \"$0/$(printf 'b\\377').html\"", _folder]).WaitForExit();
        (string[] paths, string[] problems) = OpenFolder();
        Process.Start("sh", ["-c", "rm \"$0\"/b*", _folder]).WaitForExit();
        Assert.Equal(["a.txt"], paths);
        Assert.Equal(["PX1003 b\uFFFD.html"], problems);
    }
}
