using System.Text;
using Parallax.DataBuilder;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class LemmaBuilderTests
{
    [Fact]
    public void Endings_that_three_words_share_are_rules_and_words_that_differ_are_listed()
    {
        (string[] rules, string[] bases) = Tables("walks walk VERB VBZ", "talks talk VERB VBZ", "asks ask VERB VBZ", "flies fly VERB VBZ", "has have VERB VBZ");
        // "ks" gives what "s" and the empty ending give, so it is no row.
        Assert.Equal(["ending\tVBZ\t-\t1+", "word\tVBZ\tflies\t3+y", "word\tVBZ\thas\t1+ve"], rules.Where(r => !r.StartsWith("case", StringComparison.Ordinal)));
        Assert.Equal(["ask", "fly", "have", "talk", "walk"], bases);
    }

    [Fact]
    public void A_word_that_stays_as_it_is_says_so_before_the_irregular_forms()
    {
        (string[] rules, _) = Tables("troops troops NOUN NNS", "and and CCONJ CC");
        Assert.Equal(["word\tNNS\ttroops\t0+"], rules);
    }

    [Fact]
    public void Capitals_are_learned_by_shape()
    {
        (string[] rules, _) = Tables("Varnish varnish NOUN NN", "Lamp lamp NOUN NN", "Salt salt NOUN NN", "Oslan Oslan ADJ JJ", "Novan Novan ADJ JJ", "Iran Iran PROPN NNP", "kyiv Kyiv PROPN NNP");
        Assert.Equal(
            ["case-ending\tJJ/c\t-\tkeep", "case-ending\tNN/c\t-\tlower", "case-ending\tNNP/c\t-\tkeep", "case-ending\tNNP/l\t-\ttitle"],
            rules.Where(r => r.StartsWith("case", StringComparison.Ordinal)));
    }

    [Fact]
    public void Rare_misspellings_and_missing_lemmas_teach_nothing()
    {
        (string[] rules, string[] bases) = Tables("teh the DET DT Typo=Yes", "x@y _ X ADD", "4,000 4000 NUM CD");
        Assert.Empty(rules);
        Assert.Empty(bases);
    }

    private static (string[] Rules, string[] Bases) Tables(params string[] words)
    {
        IReadOnlyList<TreebankWord> sentence = [.. words.Select(w => w.Split(' ')).Select(f => new TreebankWord(f[0], f[1], f[2], f[3], f.Length > 4 ? f[4] : "_", -1, "root"))];
        string[][] tables = [.. LemmaBuilder.Build([sentence]).Files.Select(f => Encoding.UTF8.GetString(f).Split('\n').Where(r => r.Length > 0 && r[0] != '#').ToArray())];
        return (tables[0], tables[1]);
    }
}
