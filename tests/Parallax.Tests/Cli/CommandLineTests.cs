using System.Text;
using Parallax.Cli;
using Xunit;

namespace Parallax.Tests.Cli;

/// <summary>Every kind of bad input has a coded message and its exit status, and the rest of the work is done.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Story = "Protesters blocked the main bridge in Hamburg on Monday, police said. Two officers were injured.\n\nThe mayor said the road would open again on Tuesday.\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("brief --colour reports", "PX2001 --colour", ExitCodes.Usage)]
    [InlineData("sing", "PX2002 sing", ExitCodes.Usage)]
    [InlineData("brief", "PX2003", ExitCodes.Usage)]
    [InlineData("brief x --threads many", "--threads takes a whole number", ExitCodes.Usage)]
    [InlineData("brief x --threads -1", "--threads takes a whole number", ExitCodes.Usage)]
    [InlineData("read x --max-megabytes 0", "--max-megabytes takes a whole number", ExitCodes.Usage)]
    [InlineData("verify", "PX2003", ExitCodes.Usage)]
    public void A_command_line_that_cannot_be_understood_does_nothing(string line, string message, int status)
    {
        (int actual, string output, string error) = Run(line.Split(' '));
        Assert.Equal(status, actual);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public void A_misspelt_option_is_answered_with_those_there_are()
    {
        (_, _, string error) = Run("brief", "--htlm", "x.html", "reports");
        Assert.Contains("--html", error, StringComparison.Ordinal);
        Assert.Contains("--markdown", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_read_ends_with_its_own_status()
    {
        (int status, _, string error) = Run("brief", Path.Combine(_folder, "absent.html"));
        Assert.Equal(ExitCodes.NothingRead, status);
        Assert.Contains("absent.html", error, StringComparison.Ordinal);
        Assert.Matches("PX1[0-9]{3}", error);
    }

    [Fact]
    public void A_folder_without_reports_says_so()
    {
        (int status, _, string error) = Run("brief", _folder);
        Assert.Equal(ExitCodes.NothingRead, status);
        Assert.Matches("PX1[0-9]{3}", error);
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        Write("good.txt", Story);
        Write("empty.txt", "");
        File.WriteAllBytes(Path.Combine(_folder, "binary.html"), [0, 1, 2, 3, 0, 255, 254, 0, 0, 7]);
        string json = Path.Combine(_folder, "out.json");
        (int status, string output, string error) = Run("brief", _folder, "--json", json);
        Assert.Equal(ExitCodes.SomeDeclined, status);
        Assert.Contains("empty.txt", error, StringComparison.Ordinal);
        Assert.Contains("binary.html", error, StringComparison.Ordinal);
        Assert.NotEmpty(output);
        string situation = File.ReadAllText(json);
        Assert.Contains("good.txt", situation, StringComparison.Ordinal);
        Assert.Contains("empty.txt", situation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_leaves_the_others()
    {
        Write("good.txt", Story);
        string markdown = Path.Combine(_folder, "out.md");
        (int status, string output, string error) = Run("brief", Path.Combine(_folder, "good.txt"), "--html", Path.Combine(_folder, "no", "such", "out.html"), "--markdown", markdown);
        Assert.Equal(ExitCodes.NotWritten, status);
        Assert.Contains("PX2004", error, StringComparison.Ordinal);
        Assert.NotEmpty(output);
        Assert.True(File.Exists(markdown));
        Assert.False(File.Exists(markdown + ".partial"));
    }

    [Fact]
    public void One_file_cannot_be_two_outputs()
    {
        Write("good.txt", Story);
        string twice = Path.Combine(_folder, "out");
        (int status, _, string error) = Run("brief", Path.Combine(_folder, "good.txt"), "--html", twice, "--json", twice);
        Assert.Equal(ExitCodes.Usage, status);
        Assert.Contains("PX2005", error, StringComparison.Ordinal);
        Assert.False(File.Exists(twice));
    }

    [Theory]
    [InlineData("out.json", "./out.json")]
    [InlineData("out.json", "sub/../out.json")]
    public void One_file_under_two_names_cannot_be_two_outputs(string one, string other)
    {
        Write("good.txt", Story);
        (int status, _, string error) = Run("brief", Path.Combine(_folder, "good.txt"), "--html", Path.Combine(_folder, one), "--json", Path.Combine(_folder, other));
        Assert.Equal(ExitCodes.Usage, status);
        Assert.Contains("PX2005", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_is_never_overwritten()
    {
        Write("good.txt", Story);
        string path = Path.Combine(_folder, "good.txt");
        (int status, _, string error) = Run("brief", path, "--json", path);
        Assert.Equal(ExitCodes.Usage, status);
        Assert.Contains("PX2007", error, StringComparison.Ordinal);
        Assert.Equal(Story, File.ReadAllText(path));
    }

    [Fact]
    public void An_option_without_its_file_does_not_take_the_next_option()
    {
        Write("good.txt", Story);
        (int status, _, string error) = Run("brief", Path.Combine(_folder, "good.txt"), "--html", "--json");
        Assert.Equal(ExitCodes.Usage, status);
        Assert.Contains("--html", error, StringComparison.Ordinal);
        Assert.False(File.Exists("--json"));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /dev/null here.");
        Write("good.txt", Story);
        Assert.Equal(ExitCodes.Done, Run("brief", Path.Combine(_folder, "good.txt"), "--json", "/dev/null").Status);
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.False(File.Exists("/dev/null.partial"));
    }

    [Fact]
    public void Half_a_character_costs_its_line_only()
    {
        Write("lines.jsonl", "{\"title\":\"One\",\"text\":\"\\ud800 " + Story.Replace("\n", " ", StringComparison.Ordinal) + "\"}\n{\"title\":\"Two\",\"text\":\"" + Story.Replace("\n", " ", StringComparison.Ordinal) + "\"}\n");
        (int status, string output, string error) = Run("read", Path.Combine(_folder, "lines.jsonl"));
        Assert.Equal(ExitCodes.SomeDeclined, status);
        Assert.Contains("PX1012", error, StringComparison.Ordinal);
        Assert.Contains("Two", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_cut_short_is_damaged()
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i * 7919 % 1009} officers of unit {i * 31} were hurt. "))));
        byte[] whole = packed.ToArray();
        File.WriteAllBytes(Path.Combine(_folder, "cut.txt.gz"), whole[..(whole.Length / 2)]);
        File.WriteAllBytes(Path.Combine(_folder, "whole.txt.gz"), whole);
        Assert.Contains("PX1017", Run("read", Path.Combine(_folder, "cut.txt.gz")).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, Run("read", Path.Combine(_folder, "whole.txt.gz")).Status);
    }

    [Fact]
    public void Broken_bytes_are_a_note_and_no_failure()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The café and the naïve résumé were shown. ", 20)) + Story);
        bytes[^20] = 0xFF;
        File.WriteAllBytes(Path.Combine(_folder, "broken.txt"), bytes);
        (int status, _, string error) = Run("read", Path.Combine(_folder, "broken.txt"));
        Assert.Equal(ExitCodes.Done, status);
        Assert.Contains("note PX1011", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_verifies_and_a_changed_one_does_not()
    {
        string report = Path.Combine(_folder, "reports", "good.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(report)!);
        File.WriteAllText(report, Story);
        string json = Path.Combine(_folder, "out.json");
        Assert.Equal(ExitCodes.Done, Run("brief", Path.GetDirectoryName(report)!, "--json", json).Status);
        Assert.Equal(ExitCodes.Done, Run("verify", json, "--reports", Path.GetDirectoryName(report)!).Status);
        // The one file is as good as its folder, as it is for the brief.
        Assert.Equal(ExitCodes.Done, Run("verify", json, "--reports", report).Status);
        File.WriteAllText(report, Story.Replace("Two officers", "Six officers", StringComparison.Ordinal));
        (int status, string output, string error) = Run("verify", json, "--reports", Path.GetDirectoryName(report)!);
        Assert.Equal(ExitCodes.NotVerified, status);
        Assert.Contains("NOT verified", output, StringComparison.Ordinal);
        Assert.Contains("good.txt", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("annotate")]
    [InlineData("extract")]
    public void A_stage_prints_json_lines(string stage)
    {
        Write("good.txt", Story);
        (int status, string output, _) = Run(stage, Path.Combine(_folder, "good.txt"));
        Assert.Equal(ExitCodes.Done, status);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => System.Text.Json.JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public void Help_teaches_with_examples()
    {
        foreach (string command in new[] { "", "read", "annotate", "extract", "brief", "verify" })
        {
            (int status, string output, _) = Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Equal(ExitCodes.Done, status);
            Assert.Contains("Examples:", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_name_cannot_write_to_the_terminal()
    {
        (_, _, string error) = Run("brief", "\u001B[31mred.html");
        Assert.DoesNotContain('\u001B', error);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        StringWriter output = new(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        StringWriter error = new(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        int status = CommandLine.Run(args, new Terminal(output, error), TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }
}
