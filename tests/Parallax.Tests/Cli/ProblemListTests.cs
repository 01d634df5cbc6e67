using System.Diagnostics;
using System.Text.Json;
using Parallax.Bench;
using Parallax.Cli;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Cli;

public sealed class ProblemListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int status = CommandLine.Run(args, new Terminal(output, error), TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }

    [Fact]
    public void Many_problems_take_few_lines_and_none_is_lost()
    {
        string reports = Path.Combine(_folder, "reports"), file = Path.Combine(_folder, "problems.jsonl");
        MixedFolder folder = MixedFolder.Write(reports, 1000);
        (int status, _, string error) = Run("read", reports, "--problems", file);
        Assert.Equal(ExitCodes.SomeDeclined, status);
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.True(lines.Length < 40, error);
        Assert.Equal($"in all {folder.Damaged.Count} errors and 73 notes; every one is in {file}", lines[^1]);
        // The most frequent code comes first, in full once, then by name.
        Assert.Matches("^error PX10(17|34) 0", lines[0]);
        Assert.Matches("^error PX10(17|34) 6 more like it: .* and 2 others$", lines[1]);
        string[] given = [.. File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement).Where(p => !p.GetProperty("notice").GetBoolean()).Select(p => p.GetProperty("given").GetString()!)];
        Assert.Equal(folder.Damaged.Keys, given.Select(g => g.Split('#', '!')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_few_problems_are_each_told_in_full() =>
        Assert.Equal(["error PX1 a: w n", "error PX1 b: w n", "error PX2 c: w n", "note PX3 d: w n"],
            ProblemLines.Summary([Of("PX1", "a"), Of("PX3", "d", true), Of("PX1", "b"), Of("PX2", "c")]));

    [Fact]
    public void A_name_cannot_write_to_the_terminal() =>
        Assert.Equal("error PX1 a\\nb\\u001B[2J\\u202Etxt: w n", ProblemLines.Line(Of("PX1", "a\nb\u001B[2J\u202Etxt")));

    [Fact]
    public void Where_nothing_could_be_read_every_reason_is_written_all_the_same()
    {
        string file = Path.Combine(_folder, "p.jsonl"), empty = Path.Combine(_folder, "empty.txt");
        File.WriteAllText(empty, "");
        (int status, _, string error) = Run("read", empty, Path.Combine(_folder, "absent.txt"), "--problems", file);
        Assert.Equal(ExitCodes.NothingRead, status);
        Assert.Contains("PX1016", error, StringComparison.Ordinal);
        Assert.Equal(["PX1001", "PX1005"], File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_declined_input_is_told_once_and_the_end_of_the_run_in_a_line()
    {
        string page = Path.Combine(_folder, "page.html");
        File.WriteAllText(page, "<html><body><p>Menu</p></body></html>");
        string[] lines = Run("read", page).Error.TrimEnd('\n').Split('\n');
        Assert.StartsWith("error PX1010 ", lines[0], StringComparison.Ordinal);
        Assert.Equal("error PX1016 input: Nothing readable was given: 1 input declined (PX1010), see above. Give at least one English report.", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void The_list_of_problems_overwrites_neither_an_input_nor_another_output()
    {
        string input = Path.Combine(_folder, "a.txt"), twice = Path.Combine(_folder, "out");
        File.WriteAllText(input, "x");
        Assert.Equal(ExitCodes.Usage, Run("read", input, "--problems", input).Status);
        Assert.Equal("x", File.ReadAllText(input));
        Assert.Equal(ExitCodes.Usage, Run("brief", input, "--json", twice, "--problems", twice).Status);
    }

    [Fact]
    public void A_brief_of_archives_and_feeds_is_verified_against_them()
    {
        string reports = Path.Combine(_folder, "reports"), json = Path.Combine(_folder, "s.json");
        MixedFolder.Write(reports, 13);
        Assert.Equal(ExitCodes.Done, Run("brief", reports, "--json", json).Status);
        Assert.Contains("!/b/c.txt", File.ReadAllText(json), StringComparison.Ordinal);
        (int status, string output, string error) = Run("verify", json, "--reports", reports);
        Assert.True(status == ExitCodes.Done, output + error);
        string zip = Directory.GetFiles(reports, "*.zip", SearchOption.AllDirectories)[0];
        MixedFolder.Write(Path.Combine(_folder, "others"), 26);
        File.Copy(Directory.GetFiles(Path.Combine(_folder, "others"), "*20-pages.zip", SearchOption.AllDirectories)[0], zip, overwrite: true);
        Assert.Equal(ExitCodes.NotVerified, Run("verify", json, "--reports", reports).Status);
    }

    [Fact]
    public async Task Closed_standard_input_is_told_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what standard input is.");
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" read - <&-", Path.Combine(AppContext.BaseDirectory, "Parallax.Cli.dll")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        using CancellationTokenSource late = new(TimeSpan.FromSeconds(60));
        using (late.Token.Register(process.Kill))
        {
            string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.False(late.IsCancellationRequested, "It waits for input that cannot come.");
            Assert.Contains("PX1037", error, StringComparison.Ordinal);
        }
        Assert.Equal(ExitCodes.NothingRead, process.ExitCode);
    }

    [Fact]
    public void Help_calls_the_program_by_its_name_and_lists_the_formats()
    {
        string help = Run("read", "--help").Output;
        Assert.Contains("parallax read <INPUT>", help, StringComparison.Ordinal);
        Assert.Contains("conllu, feed, html, json, jsonl, mail, mbox, mhtml, text, warc", help, StringComparison.Ordinal);
        Assert.Contains("parallax [command]", Run("--help").Output, StringComparison.Ordinal);
    }

    private static Problem Of(string code, string given, bool notice = false) => new(code, given, "w", "n", notice);
}
