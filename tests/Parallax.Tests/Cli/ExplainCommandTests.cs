using Parallax.Cli;
using Xunit;

namespace Parallax.Tests.Cli;

/// <summary><c>annotate --format explain</c>: why words were read as they were.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_word_says_what_was_known_of_it_and_how_sure_its_reading_is()
    {
        string[] lines = Explain("Police fired tear gas. Nobody was hurt in Varnow.\n");
        Assert.Contains("# sentence 1: Police fired tear gas.", lines);
        string fired = Assert.Single(lines, line => line.StartsWith("2\tfired\t", StringComparison.Ordinal));
        Assert.Contains("tag VERB of VERB ", fired, StringComparison.Ordinal);
        Assert.Contains("head root", fired, StringComparison.Ordinal);
        Assert.Contains("seen in training", fired, StringComparison.Ordinal);
        // What ended the first sentence is told with its weights; the second ends with its paragraph.
        Assert.Contains(lines, line => line.StartsWith("# end, +", StringComparison.Ordinal));
        Assert.Contains("# end, of the paragraph", lines);
    }

    [Fact]
    public void A_report_moves_no_cursor_and_breaks_no_line()
    {
        string[] lines = Explain("Soldiers \u001b[2J shot\u0007 at \u202ethe bridge.\n");
        Assert.DoesNotContain(lines, line => line.Any(c => c is '\u001b' or '\u0007' or '\u202e'));
    }

    [Fact]
    public void A_row_that_is_too_long_to_explain_says_so()
    {
        string[] lines = Explain(string.Join(' ', Enumerable.Repeat("word", 900)) + "\n");
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line.Length < 20_000));
    }

    [Fact]
    public void An_unknown_format_names_the_known_ones()
    {
        StringWriter output = new(), errors = new();
        Assert.Equal(ExitCodes.Usage, CommandLine.Run(["annotate", "--format", "xml", "x.txt"], new Terminal(output, errors), CancellationToken.None));
        Assert.Contains("explain", errors.ToString(), StringComparison.Ordinal);
    }

    private string[] Explain(string text)
    {
        string file = Path.Combine(_folder, "story.txt");
        File.WriteAllText(file, text);
        StringWriter output = new(), errors = new();
        Assert.Equal(ExitCodes.Done, CommandLine.Run(["annotate", "--raw", "--format", "explain", file, "--quiet"], new Terminal(output, errors), CancellationToken.None));
        return output.ToString().Split('\n');
    }
}
