using System.Net;
using System.Text;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public sealed class InputSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string path, string content)
    {
        string full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return full;
    }

    private static (string[] Paths, string[] Codes) Open(params string[] inputs)
    {
        (InputItem? Item, Problem? Problem)[] all = [.. InputSource.Open(inputs, ReadOptions.Default, new MemoryStream(Encoding.UTF8.GetBytes(Lead)))];
        return ([.. all.Where(a => a.Item is not null).Select(a => a.Item!.Path)], [.. all.Where(a => a.Problem is not null).Select(a => a.Problem!.Code)]);
    }

    [Fact]
    public void A_folder_is_walked_in_ordinal_order_without_hidden_or_unknown_files()
    {
        foreach (string path in (string[])["b.txt", "B.html", "a/z.txt", ".hidden.txt", ".git/x.txt", "notes.md", "data.bin", "a.txt"])
            Write(path, Lead);
        Assert.Equal(["B.html", "a.txt", "a/z.txt", "b.txt"], Open(_folder).Paths);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        string outside = Write("outside/secret.txt", Lead);
        string inside = Write("in/report.txt", Lead);
        File.CreateSymbolicLink(Path.Combine(_folder, "in", "link.txt"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "in", "dir"), Path.Combine(_folder, "outside"));
        Assert.Equal(["report.txt"], Open(Path.GetDirectoryName(inside)!).Paths);
    }

    [Fact]
    public void Equal_names_are_told_apart_and_the_same_file_is_read_once()
    {
        string one = Write("one/r.txt", Lead), two = Write("two/r.txt", Second);
        Assert.Equal(["one/r.txt", "two/r.txt"], Open(one, two, one).Paths);
        Assert.Equal(["r.txt"], Open(one).Paths);
    }

    [Fact]
    public void Patterns_match_names_and_folders()
    {
        foreach (string path in (string[])["a1.txt", "a2.html", "sub/a3.txt", "sub/deep/a4.txt"])
            Write(path, Lead);
        Assert.Equal(["a1.txt"], Open(_folder + "/a?.txt").Paths);
        Assert.Equal(["a1.txt", "sub/a3.txt", "sub/deep/a4.txt"], Open(_folder + "/**/*.txt").Paths);
        Assert.Equal(["PX1002"], Open(_folder + "/*.xhtml").Codes);
    }

    [Fact]
    public void What_cannot_be_opened_has_its_code()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        Assert.Equal(["PX1001", "PX1002", "PX1004", "PX1013"],
            Open(Path.Combine(_folder, "none.txt"), Path.Combine(_folder, "empty"), Write("x.pdf", "x"), "https://example.org/a").Codes);
    }

    [Fact]
    public void Standard_input_and_json_lines_stream_as_items()
    {
        string lines = Write("l.jsonl", $"{{\"text\":\"{Lead}\"}}\n\n{{\"text\":\"{Second}\"}}");
        Assert.Equal(["-", "l.jsonl#1", "l.jsonl#3"], Open("-", lines).Paths);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    public void Only_public_addresses_are_public(string address, bool expected) => Assert.Equal(expected, NetworkAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_loopback_address_is_refused_when_connecting()
    {
        (_, Problem? problem) = Assert.Single(InputSource.Open(["http://localhost:9/"], new ReadOptions { AllowNetwork = true }, null));
        Assert.Equal("PX1014", problem!.Code);
    }

    [Fact]
    public void Reports_are_ordered_by_id_and_copies_collapse_whatever_the_order()
    {
        string[] files = [Write("z.txt", Lead), Write("b.txt", Second), Write("a.txt", Lead), Write("c.txt", Third)];
        Analysis analysis = new(LanguageData.English, AnalysisOptions.Default);
        ReadResult forward = analysis.Read(InputSource.Open(files, ReadOptions.Default, null), TestContext.Current.CancellationToken);
        ReadResult backward = new Analysis(LanguageData.English, new AnalysisOptions(ReadOptions.Default, 1)).Read(InputSource.Open([.. files.Reverse()], ReadOptions.Default, null), TestContext.Current.CancellationToken);
        Assert.Equal(3, forward.Reports.Count);
        Assert.Equal(forward.Reports.Select(r => r.Id).Order(StringComparer.Ordinal), forward.Reports.Select(r => r.Id));
        Assert.Equal(forward.Reports.Select(r => (r.Id, r.Path, string.Join(',', r.Copies))), backward.Reports.Select(r => (r.Id, r.Path, string.Join(',', r.Copies))));
        Assert.Equal(["z.txt"], forward.Reports.Single(r => r.Path == "a.txt").Copies);
        Assert.Empty(forward.Problems);
    }

    [Fact]
    public void Nothing_readable_ends_the_run_with_a_code() =>
        Assert.Equal("PX1016", Assert.Throws<ProblemException>(() => new Analysis(LanguageData.English, AnalysisOptions.Default)
            .Read(InputSource.Open([Path.Combine(_folder, "none")], ReadOptions.Default, null), TestContext.Current.CancellationToken)).Problem.Code);
}
