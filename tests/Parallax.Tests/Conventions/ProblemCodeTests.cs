using System.Text.RegularExpressions;
using Xunit;

namespace Parallax.Tests.Conventions;

/// <summary>Every coded problem exists once in the code and once in the documentation.</summary>
public sealed partial class ProblemCodeTests
{
    [Fact]
    public void Problem_codes_are_made_in_one_place_each()
    {
        IEnumerable<string> twice = CodesInSource(ProblemLiteral()).GroupBy(c => c, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Problem_codes_and_their_documentation_agree() =>
        Assert.Equal(
            CodesInSource(ProblemLiteral()).Distinct().Order(StringComparer.Ordinal),
            CodesInDocument("problems.md", ProblemHeading()));

    [Fact]
    public void Declined_codes_and_their_documentation_agree() =>
        Assert.Equal(
            CodesInSource(DeclinedLiteral()).Distinct().Order(StringComparer.Ordinal),
            CodesInDocument("declined.md", DeclinedHeading()));

    private static IEnumerable<string> CodesInSource(Regex literal) =>
        Repository.SourceFiles("src").SelectMany(file => literal.Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value));

    private static IEnumerable<string> CodesInDocument(string name, Regex heading) =>
        heading.Matches(File.ReadAllText(Repository.PathTo("docs", "reference", name))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("\"(PX[0-9]{4})\"")]
    private static partial Regex ProblemLiteral();

    [GeneratedRegex("\"(D[0-9]{3})\"")]
    private static partial Regex DeclinedLiteral();

    [GeneratedRegex(@"^(?:#+ |\| )`?(PX[0-9]{4})", RegexOptions.Multiline)]
    private static partial Regex ProblemHeading();

    [GeneratedRegex(@"^(?:#+ |\| )`?(D[0-9]{3})", RegexOptions.Multiline)]
    private static partial Regex DeclinedHeading();
}
