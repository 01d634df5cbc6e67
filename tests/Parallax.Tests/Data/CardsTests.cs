using Parallax.DataBuilder;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class CardsTests
{
    [Fact]
    public void Every_lexicon_and_every_built_file_is_on_a_card()
    {
        string list = File.ReadAllText(Repository.PathTo("data", "cards", "lexicons.md"));
        HashSet<string> built = new(Recipe.All.SelectMany(recipe => recipe.Outputs), StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Repository.PathTo("data", "lexicons")))
        {
            string name = Path.GetFileName(file);
            if (!built.Contains("lexicons/" + name))
                Assert.Contains($"| {Path.GetFileNameWithoutExtension(name)} |", list, StringComparison.Ordinal);
        }
        string cards = string.Concat(Directory.EnumerateFiles(Repository.PathTo("data", "cards")).Select(File.ReadAllText));
        Assert.All(built, name => Assert.Contains(Path.GetFileName(name), cards, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_lexicon_says_where_it_comes_from_and_what_is_wrong_with_it()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathTo("data", "lexicons")))
        {
            string header = string.Concat(File.ReadLines(file).Where(line => line.StartsWith('#')));
            foreach (string label in new[] { "Origin:", "Licence", "Columns:", "Known problems:" })
                Assert.True(header.Contains(label, StringComparison.Ordinal), $"{Path.GetFileName(file)} has no '{label}'.");
        }
    }

    [Fact]
    public void A_lexicon_becomes_one_line_of_the_list()
    {
        string folder = Directory.CreateTempSubdirectory("parallax-cards-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "lexicons"));
        File.WriteAllText(Path.Combine(folder, "lexicons", "lamps.tsv"),
            "# Lamps | lights.\n# Origin: written here. Licence: Apache-2.0.\n# Columns: lamp.\n# Known problems: dim\n#   ones.\nx\ny\n");
        File.WriteAllText(Path.Combine(folder, "lexicons", "lemma-bases.tsv"), "# built\nx\n");
        string card = LexiconCard.Of(folder);
        Directory.Delete(folder, recursive: true);
        Assert.EndsWith("|---|---|---|---|---|\n| lamps | Lamps \\| lights. | 2 | written here. Licence: Apache-2.0. | dim ones. |\n", card, StringComparison.Ordinal);
    }
}
