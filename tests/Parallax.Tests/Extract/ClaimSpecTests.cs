using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>Runs every case of <c>specs/claims/*.md</c>; actors and places are marked in the text (see <see cref="MarkedReport"/>).</summary>
public sealed class ClaimSpecTests
{
    [Theory]
    [InlineData("events", 90)]
    [InlineData("figures", 45)]
    [InlineData("status", 45)]
    public void Holds(string file, int atLeast)
    {
        Func<string, IEnumerable<string>> lines = file switch { "events" => ClaimLines.Events, "figures" => ClaimLines.Figures, _ => ClaimLines.Status };
        IReadOnlyList<(int Line, string Text, string Expected)> cases = Cases(File.ReadAllText(Path.Combine(Folder(), file + ".md")));
        List<string> failures = [];
        foreach ((int line, string text, string expected) in cases)
        {
            string got = string.Join('\n', lines(text));
            if (got != expected)
                failures.Add($"specs/claims/{file}.md:{line}\n{text}\n--- got\n{got}\n--- expected\n{expected}");
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count} cases fail:\n\n" + string.Join("\n\n", failures));
        Assert.True(cases.Count >= atLeast, $"Only {cases.Count} cases were read.");
    }

    private static string Folder() => Repository.PathTo("specs", "claims");

    private static List<(int Line, string Text, string Expected)> Cases(string markdown)
    {
        List<(int, string, string)> cases = [];
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at] != "```case")
                continue;
            int rule = Array.IndexOf(lines, "---", at), close = Array.IndexOf(lines, "```", at);
            cases.Add((at + 1, string.Join('\n', lines[(at + 1)..rule]), string.Join('\n', lines[(rule + 1)..close])));
            at = close;
        }
        return cases;
    }
}
