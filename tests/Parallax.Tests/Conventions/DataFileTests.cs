using System.Text.RegularExpressions;
using Xunit;

namespace Parallax.Tests.Conventions;

/// <summary>Language data is source code: every lexicon says where it comes from, and documents keep their promises.</summary>
public sealed partial class DataFileTests
{
    public static TheoryData<string> Lexicons => [.. Directory.GetFiles(Repository.PathTo("data", "lexicons"), "*.tsv").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void A_lexicon_says_its_origin_and_licence(string name)
    {
        string header = string.Join('\n', File.ReadLines(Repository.PathTo("data", "lexicons", name)).TakeWhile(l => l.StartsWith('#')));
        Assert.Contains("origin", header, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("licence", header, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Lexicons))]
    public void A_lexicon_has_no_row_twice(string name)
    {
        IEnumerable<string> twice = File.ReadLines(Repository.PathTo("data", "lexicons", name)).Where(l => l.Length > 0 && l[0] != '#')
            .GroupBy(l => l, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        List<string> broken = [];
        foreach (string document in Documents())
        {
            foreach (Match link in Link().Matches(File.ReadAllText(document)))
            {
                string target = link.Groups[1].Value.Split('#')[0];
                if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
                    continue;
                string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document)!, target));
                if (!File.Exists(path) && !Directory.Exists(path))
                    broken.Add($"{Path.GetRelativePath(Repository.Root, document)} -> {target}");
            }
        }
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_package_is_credited()
    {
        string notices = File.ReadAllText(Repository.PathTo("THIRD-PARTY-NOTICES.md"));
        IEnumerable<string> missing = Package().Matches(File.ReadAllText(Repository.PathTo("Directory.Packages.props")))
            .Select(m => m.Groups[1].Value).Where(name => !notices.Contains(name, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    private static IEnumerable<string> Documents() =>
        Directory.GetFiles(Repository.Root, "*.md").Concat(Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories));

    [GeneratedRegex(@"(?<!`)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex Package();
}
