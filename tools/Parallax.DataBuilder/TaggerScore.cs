using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.DataBuilder;

/// <summary>Measures the tagger on words whose tags people chose.</summary>
internal static class TaggerScore
{
    /// <summary>Writes how many words of the CoNLL-U text got the universal tag, and both tags, that the treebank gives.</summary>
    public static void Write(string conllu, TextWriter log)
    {
        Tagger tagger = new(LanguageData.English);
        long words = 0, universal = 0, both = 0;
        SortedDictionary<string, int> confusions = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<TreebankWord> sentence in Treebank.Sentences(conllu, _ => true))
        {
            string[] tags = tagger.TagPairs([.. sentence.Select(word => word.Form)]);
            for (int i = 0; i < tags.Length; i++)
            {
                words++;
                if (tags[i].StartsWith(sentence[i].Upos + "|", StringComparison.Ordinal))
                    universal++;
                else
                    confusions[Confusion(sentence[i], tags[i])] = confusions.GetValueOrDefault(Confusion(sentence[i], tags[i])) + 1;
                if (tags[i] == sentence[i].Upos + "|" + sentence[i].Xpos)
                    both++;
            }
        }
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"words {words}; universal tag right {universal} ({100.0 * universal / words:0.00} %); universal and Penn tag right {both} ({100.0 * both / words:0.00} %)"));
        foreach ((string what, int count) in confusions.OrderByDescending(pair => pair.Value).Take(10))
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
    }

    private static string Confusion(TreebankWord word, string got) =>
        $"{word.Upos} taken for {got[..got.IndexOf('|', StringComparison.Ordinal)]}";
}
