using Xunit;

namespace Parallax.Tests.Specs;

/// <summary>Runs every case of <c>specs/*.md</c>.</summary>
public sealed class SpecTests
{
    public static TheoryData<string> Files()
    {
        TheoryData<string> files = [];
        foreach (string path in Directory.GetFiles(SpecCase.Folder, "*.md").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (name != "README")
                files.Add(name);
        }
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Holds(string file)
    {
        Assert.True(SpecDumps.ByFile.ContainsKey(file), $"specs/{file}.md has no entry in SpecDumps.ByFile.");
        IReadOnlyList<SpecCase> cases = SpecCase.Parse(file, File.ReadAllText(Path.Combine(SpecCase.Folder, file + ".md")));
        Assert.NotEmpty(cases);
        List<string> failures = [];
        foreach (SpecCase one in cases)
        {
            string got = string.Join('\n', SpecDumps.ByFile[file](one.ToReport()));
            if (got != one.Expected)
                failures.Add($"specs/{file}.md:{one.Line} ({one.Heading})\n{one.Text}\n--- got\n{got}\n--- expected\n{one.Expected}");
        }
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.Count} cases fail:\n\n" + string.Join("\n\n", failures));
    }

    [Fact]
    public void A_case_without_rule_is_refused() =>
        Assert.Throws<FormatException>(() => SpecCase.Parse("x", "```case\nNo rule.\n```\n"));

    [Fact]
    public void Headers_text_and_expectation_are_told_apart()
    {
        SpecCase one = Assert.Single(SpecCase.Parse("x", "# Weekdays\n\n```case\npublished: 2023-05-31\nOne: two.\n\n# Three\n---\nline\n```\n"));
        Assert.Equal(("Weekdays", 3, "One: two.\n\n# Three", "line"), (one.Heading, one.Line, one.Text, one.Expected));
        Assert.Equal(2, one.ToReport().Paragraphs.Count);
        Assert.Equal("2023-05-31", one.ToReport().Published.Date.ToString());
    }
}
