using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Parallax.Tests.Conventions;

/// <summary>The house rules of CONTRIBUTING.md that a machine can check.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] Order = ["Text", "Data", "Read", "Annotate", "Extract", "Fuse", "Assess", "Present"];

    [Fact]
    public void Folders_use_only_those_to_their_left()
    {
        List<string> wrong = [];
        for (int i = 0; i < Order.Length; i++)
        {
            foreach (string file in Repository.SourceFiles("src", "Parallax", Order[i]))
            {
                string code = Comment().Replace(File.ReadAllText(file), "");
                foreach (string right in Order[(i + 1)..])
                {
                    if (code.Contains($"using Parallax.{right};", StringComparison.Ordinal) || Regex.IsMatch(code, $@"(?<![\w.""]){right}\.[A-Z]|Parallax\.{right}\."))
                        wrong.Add($"{Path.GetFileName(file)} ({Order[i]}) uses {right}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Each_folder_of_the_library_is_a_stage()
    {
        IEnumerable<string?> folders = Directory.GetDirectories(Repository.PathTo("src", "Parallax")).Select(Path.GetFileName).Where(f => f is not ("bin" or "obj"));
        Assert.Equal(Order.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        IEnumerable<string> wrong = Order.SelectMany(folder => Repository.SourceFiles("src", "Parallax", folder)
            .Where(file => !File.ReadAllText(file).Contains($"namespace Parallax.{folder};", StringComparison.Ordinal)));
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        IEnumerable<string> wrong = Repository.SourceFiles("src").Concat(Repository.SourceFiles("tools")).Concat(Repository.SourceFiles("bench"))
            .SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Where(name => Empty().IsMatch(name));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_stay_readable()
    {
        IEnumerable<string> tooLong = Repository.SourceFiles("src").Concat(Repository.SourceFiles("tools")).Concat(Repository.SourceFiles("bench")).Concat(Repository.SourceFiles("tests"))
            .Where(file => File.ReadLines(file).Count() > 500).Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_whole_line_fits_one_screen()
    {
        Assert.InRange(File.ReadLines(Repository.PathTo("src", "Parallax", "Analysis.cs")).Count(), 40, 160);
    }

    [Fact]
    public void Result_types_cannot_change()
    {
        IEnumerable<string> settable = typeof(Analysis).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(p => p.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
                .Select(p => $"{type.Name}.{p.Name}"));
        Assert.Empty(settable);
    }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?:Helper|Helpers|Util|Utils|Utility|Manager|Common|Misc|Info)$|^(?:Base|Common)[A-Z]|^I[A-Z]\w+Service$")]
    private static partial Regex Empty();
}
