using System.Globalization;
using Parallax.Data;

namespace Parallax.Bench;

/// <summary>The five seed reports against the list of a careful analyst.</summary>
internal sealed class SeedSet : IGoldSet
{
    public string Name => "seeds";

    public IReadOnlyList<string> Files(GoldFolder folder)
    {
        string seeds = SeedFolder(folder);
        return Directory.Exists(seeds) ? [Path.Combine(Floors.Folder, "seeds-facts.tsv"), .. Directory.GetFiles(seeds).Order(StringComparer.Ordinal)] : [];
    }

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        using Stream stream = typeof(SeedSet).Assembly.GetManifestResourceStream("seeds-facts.tsv")!;
        using StreamReader reader = new(stream);
        LexiconTable facts = LexiconTable.Parse("seeds-facts", reader.ReadToEnd());
        (int found, int all, IReadOnlyList<string> missed) = SeedFacts.Check(SeedFolder(folder), facts, stages.Predictions);
        yield return new Score("seeds.facts", (double)found / all, string.Create(CultureInfo.InvariantCulture, $"{found} of {all} facts"), missed);
    }

    private static string SeedFolder(GoldFolder folder) => folder.PathTo("..", "seeds");
}
