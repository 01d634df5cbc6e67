using Parallax.DataBuilder;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class DataFolderTests : IDisposable
{
    private static readonly Recipe s_recipe = new("lemmas", ["lexicons/lemma-bases.tsv", "compiled/outlines.bin"],
        new SourceList("Makes two files.", new Dictionary<string, string> { ["words.txt"] = "" }), _ => Built(1));

    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-data-").FullName;
    private readonly StringWriter _log = new();

    public DataFolderTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "compiled"));
        Assert.True(new DataFolder(_folder, _log).Accept(s_recipe, Built(1), check: false));
    }

    [Fact]
    public void What_was_written_verifies() => Assert.Equal(0, Run("verify", "--data", _folder));

    [Theory]
    [InlineData("compiled/outlines.bin", 0)]
    [InlineData("compiled/outlines.bin", 63)]
    [InlineData("lexicons/lemma-bases.tsv", 31)]
    public void One_changed_byte_of_a_built_file_fails(string name, int at)
    {
        string path = Path.Combine(_folder, name);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[at] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Equal(1, Run("verify", "--data", _folder));
        Assert.Contains("does not agree", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_an_additional_file_and_a_missing_manifest_fail()
    {
        string added = Path.Combine(_folder, "compiled", "unknown.bin");
        File.WriteAllText(added, "x");
        Assert.Equal(1, Run("verify", "--data", _folder));
        File.Delete(added);
        Assert.Equal(0, Run("verify", "--data", _folder));
        File.Delete(Path.Combine(_folder, "compiled", "outlines.bin"));
        Assert.Equal(1, Run("verify", "--data", _folder));
        File.Delete(Path.Combine(_folder, "compiled", "manifest.json"));
        Assert.Equal(1, Run("verify", "--data", _folder));
    }

    [Fact]
    public void A_check_writes_nothing_and_fails_where_the_sources_give_something_else()
    {
        byte[] manifest = File.ReadAllBytes(Path.Combine(_folder, "compiled", "manifest.json"));
        DataFolder data = new(_folder, _log);
        Assert.True(data.Accept(s_recipe, Built(1), check: true));
        Assert.False(data.Accept(s_recipe, Built(2), check: true));
        Assert.Equal(Built(1).Files[1], File.ReadAllBytes(Path.Combine(_folder, "compiled", "outlines.bin")));
        Assert.Equal(manifest, File.ReadAllBytes(Path.Combine(_folder, "compiled", "manifest.json")));
    }

    [Fact]
    public void Building_all_says_what_had_no_source_and_refuses_another_version()
    {
        string sources = Path.Combine(_folder, "sources");
        Assert.Equal(1, Run("all", sources, "--data", _folder));
        Directory.CreateDirectory(Path.Combine(sources, "treebanks"));
        Assert.Equal(1, Run("all", sources, "--data", _folder));
        foreach (string name in new[] { "tags", "train", "gazetteer", "outlines" })
            Assert.Contains(name + ": no source", _log.ToString(), StringComparison.Ordinal);
        foreach (string name in Treebank.Sources("").Files.Keys)
            File.WriteAllText(Path.Combine(sources, "treebanks", name), "another version");
        Assert.Equal(1, Run("all", sources, "--data", _folder, "--check"));
        Assert.Contains("another version gives other data", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_recipe_has_its_own_name_and_files()
    {
        Assert.Equal(Recipe.All.Count, Recipe.All.Select(recipe => recipe.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Recipe.All.Sum(recipe => recipe.Outputs.Count), Recipe.All.SelectMany(recipe => recipe.Outputs).Distinct(StringComparer.Ordinal).Count());
    }

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private int Run(params string[] arguments) => Commands.Root(_log).Parse(arguments).Invoke();

    private static BuiltFiles Built(byte filler) => new([[.. Enumerable.Repeat(filler, 32)], [.. Enumerable.Repeat(filler, 64)]], []);
}
