using Parallax.Cli;
using Xunit;

namespace Parallax.Tests.Cli;

/// <summary>U+FFFE, which the platform refuses to normalise, once stopped the whole run.</summary>
public sealed class NoncharacterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("annotate")]
    [InlineData("annotate", "--raw")]
    [InlineData("extract")]
    public void One_bad_character_costs_one_character(params string[] command)
    {
        File.WriteAllText(Path.Combine(_folder, "bad.txt"), "Rebels shelled ab\uFFFEcd port of Ravna on Monday, the army said in a statement to the press.\n");
        File.WriteAllText(Path.Combine(_folder, "good.txt"), "Police killed three men in Paris on Monday, the minister told reporters in the capital.\n");
        StringWriter output = new(System.Globalization.CultureInfo.InvariantCulture), error = new(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(ExitCodes.Done, CommandLine.Run([.. command, _folder, "--quiet"], new Terminal(output, error), TestContext.Current.CancellationToken));
        Assert.Contains("Paris", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("shell", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", error.ToString());
    }
}
