using System.Globalization;
using Parallax.Data;

namespace Parallax.Bench;

/// <summary>The five seed reports against the list of a careful analyst.</summary>
internal static class SeedSet
{
    public static IEnumerable<Score> Measure(string data)
    {
        string seeds = Path.Combine(data, "..", "seeds");
        if (!Directory.Exists(seeds))
            yield break;
        using Stream stream = typeof(SeedSet).Assembly.GetManifestResourceStream("seeds-facts.tsv")!;
        using StreamReader reader = new(stream);
        LexiconTable facts = LexiconTable.Parse("seeds-facts", reader.ReadToEnd());
        (int found, int all, IReadOnlyList<string> missed) = SeedFacts.Check(seeds, facts);
        yield return new Score("seeds.facts", (double)found / all, string.Create(CultureInfo.InvariantCulture, $"{found} of {all} facts"), missed);
    }
}
