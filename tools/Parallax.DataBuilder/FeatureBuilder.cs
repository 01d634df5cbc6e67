using System.Text;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.DataBuilder;

/// <summary>Learns which morphological features words of a tag have, and the words that differ.</summary>
internal static class FeatureBuilder
{
    // A word seen once is no witness against its tag.
    private const int FewestUses = 2;

    public static Recipe Recipe { get; } = new("features", ["lexicons/features.tsv"],
        Treebank.Sources("Makes lexicons/features.tsv, the morphological features by tag and word."),
        sources => Build(Treebank.Sentences(sources)));

    public static BuiltFiles Build(IEnumerable<IReadOnlyList<TreebankWord>> sentences)
    {
        SortedDictionary<string, SortedDictionary<string, int>> tags = new(StringComparer.Ordinal);
        SortedDictionary<string, SortedDictionary<string, int>> words = new(StringComparer.Ordinal);
        int counted = 0;
        foreach (TreebankWord word in sentences.SelectMany(s => s).Where(w => !w.Features.Contains("Typo=Yes", StringComparison.Ordinal)))
        {
            counted++;
            string tag = word.Upos + "\t" + word.Xpos;
            Count(tags, tag, word.Features);
            bool isNumber = word.Xpos == "CD" && word.Form.Any(char.IsAsciiDigit);
            if (!isNumber && !Morphology.IsByTree(word.Upos, word.Xpos))
                Count(words, tag + "\t" + Folding.Fold(word.Form), word.Features);
        }
        StringBuilder table = new(
            "# Morphological features of Universal Dependencies by tag, and of the words that differ from their tag.\n" +
            "# Origin: counted by tools/Parallax.DataBuilder (command features) from the training part of UD English EWT (CC BY-SA 4.0) and from the\n" +
            "# academic, bio, court, interview, news, speech and voyage documents of the training part of UD English GUM (CC BY, CC BY-SA or public domain).\n" +
            "# Licence of this table: CC BY-SA 4.0. Card: data/cards/lemmatizer.md.\n" +
            "# Columns: `tag`, universal tag, Penn tag, features; or `word`, universal tag, Penn tag, the word folded, features.\n" +
            "# Known problems: what only the tree tells is decided by src/Parallax/Annotate/Morphology.cs; words seen once are left out.\n");
        Dictionary<string, string> ofTag = new(StringComparer.Ordinal);
        foreach ((string tag, SortedDictionary<string, int> features) in tags)
        {
            ofTag[tag] = Most(features).Features;
            if (ofTag[tag] != "_")
                table.Append("tag\t").Append(tag).Append('\t').Append(ofTag[tag]).Append('\n');
        }
        int listed = 0;
        foreach ((string word, SortedDictionary<string, int> features) in words)
        {
            (string most, int count) = Most(features);
            if (count < FewestUses || most == ofTag[word[..word.LastIndexOf('\t')]])
                continue;
            listed++;
            table.Append("word\t").Append(word).Append('\t').Append(most).Append('\n');
        }
        return new BuiltFiles([Encoding.UTF8.GetBytes(table.ToString())], [("words counted", counted), ("pairs of tags", tags.Count), ("words that differ", listed)]);
    }

    private static void Count(SortedDictionary<string, SortedDictionary<string, int>> table, string key, string features)
    {
        if (!table.TryGetValue(key, out SortedDictionary<string, int>? counts))
            table.Add(key, counts = new(StringComparer.Ordinal));
        counts[features] = counts.GetValueOrDefault(features) + 1;
    }

    private static (string Features, int Count) Most(SortedDictionary<string, int> counts)
    {
        KeyValuePair<string, int> most = counts.MaxBy(c => c.Value);
        return (most.Key, most.Value);
    }
}
