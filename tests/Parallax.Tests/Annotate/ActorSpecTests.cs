using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Runs the cases of <c>specs/names.md</c> and <c>specs/speech.md</c>.</summary>
public sealed class ActorSpecTests
{
    [Theory]
    [InlineData("names")]
    [InlineData("speech")]
    public void Every_case_gives_its_lines(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder(), file + ".md"));
        List<string> wrong = [];
        int cases = 0;
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at] != "```case")
                continue;
            int rule = Array.IndexOf(lines, "---", at);
            int close = Array.IndexOf(lines, "```", at);
            string text = string.Join('\n', lines[(at + 1)..rule]);
            AnnotatedReport report = ActorScene.Annotate(text);
            string[] got = [.. file == "names" ? ActorScene.Names(report) : ActorScene.Speech(report)];
            if (got.Length == 0)
                got = ["nothing"];
            string[] expected = lines[(rule + 1)..close];
            if (!got.SequenceEqual(expected))
                wrong.Add($"{file}.md:{at + 1} {text}\n  expected\n    {string.Join("\n    ", expected)}\n  got\n    {string.Join("\n    ", got)}");
            cases++;
        }
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong));
        Assert.True(cases > 50);
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Parallax.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "specs");
    }
}
