using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

/// <summary>The scorers of words, trees and lemmas on cases small enough to count by hand.</summary>
public sealed class TreebankScorerTests
{
    [Fact]
    public void A_treebank_gives_back_its_raw_text()
    {
        string[] lines =
        [
            "# newdoc id = d", "# newpar id = p1", Word("1", "Ships", "NOUN"), Whole("2-3", "don't"), Word("2", "do", "AUX"), Word("3", "n't", "PART"),
            Word("4", "sail", "VERB", misc: "SpaceAfter=No"), Word("5", ".", "PUNCT"), "", Word("1", "Yes", "INTJ", misc: "SpaceAfter=No"), Word("2", "!", "PUNCT"), "",
            "# newpar id = p2", Word("1", "No", "INTJ"), Word("1.1", "sailing", "VERB"), "",
        ];
        TreebankDocument document = Assert.Single(TreebankDocument.Read(lines));
        Assert.Equal("d", document.Id);
        Assert.Equal("Ships don't sail. Yes! \n\nNo ", document.Text);
        Assert.Equal([(0, 5), (5, 10), (5, 10), (10, 14), (14, 15), (15, 18), (18, 19), (19, 21)], document.Layout.Words.Select(w => (w.From, w.To)));
        Assert.Equal([(0, 5), (5, 10), (10, 14), (14, 15), (15, 18), (18, 19), (19, 21)], document.Layout.Tokens);
        Assert.Equal([(0, 15), (15, 19), (19, 21)], document.Layout.Sentences);
        Assert.Equal([5, 2, 1], document.Sentences.Select(s => s.Length));
    }

    [Fact]
    public void Words_that_cover_the_same_characters_are_the_same()
    {
        // Gold: cannot | go. Found: can | not | go: one of three found, one of two gold.
        WordAlignment alignment = new(Layout([Word("1", "cannot"), Word("2", "go")]), Layout([Word("1", "can", misc: "SpaceAfter=No"), Word("2", "not"), Word("3", "go")]));
        Assert.Equal(new Tally(1, 3, 2), alignment.Words);
        Assert.Equal(2 / 5.0, alignment.Words.F1, 9);
        Assert.Equal(new Tally(1, 1, 1), alignment.Sentences);
    }

    [Fact]
    public void Words_of_a_contraction_are_the_same_by_their_lower_cased_forms()
    {
        WordLayout gold = Layout([Whole("1-2", "Cannot"), Word("1", "Can"), Word("2", "not"), Word("3", "go")]);
        Assert.Equal(new Tally(3, 3, 3), new WordAlignment(gold, Layout([Word("1", "can", misc: "SpaceAfter=No"), Word("2", "not"), Word("3", "go")])).Words);
        // Cut elsewhere, neither piece has the form; the word after it is right again.
        Assert.Equal(new Tally(1, 3, 3), new WordAlignment(gold, Layout([Word("1", "Cann", misc: "SpaceAfter=No"), Word("2", "ot"), Word("3", "go")])).Words);
        // Left whole, it is none of the two.
        Assert.Equal(new Tally(1, 2, 3), new WordAlignment(gold, Layout([Word("1", "Cannot"), Word("2", "go")])).Words);
    }

    [Fact]
    public void A_found_contraction_reaches_over_all_that_touches_it()
    {
        // Gold has "ab" and "c"; found has one contraction "abc" of "ab" and "c" and then "d".
        WordLayout gold = Layout([Word("1", "ab", misc: "SpaceAfter=No"), Word("2", "c"), Word("3", "d")]);
        WordLayout found = Layout([Whole("1-2", "abc"), Word("1", "ab"), Word("2", "c"), Word("3", "d")]);
        WordAlignment alignment = new(gold, found);
        Assert.Equal(new Tally(3, 3, 3), alignment.Words);
        Assert.Equal(new Tally(1, 2, 3), alignment.Tokens);
    }

    [Fact]
    public void A_head_is_right_when_it_is_the_aligned_word()
    {
        // "do n't go": gold roots in go. Found cuts "don't" not at all; its "don't" is the root and heads "go".
        WordLayout gold = Layout([Whole("1-2", "don't"), Word("1", "do", head: 3, relation: "aux"), Word("2", "n't", head: 3, relation: "advmod"), Word("3", "go", head: 0, relation: "root"), Word("4", "now", head: 3, relation: "advmod:tmod")]);
        WordLayout found = Layout([Word("1", "don't", head: 0, relation: "root"), Word("2", "go", head: 1, relation: "dep"), Word("3", "now", head: 2, relation: "advmod")]);
        WordAlignment alignment = new(gold, found);
        Assert.Equal(["go", "now"], alignment.Pairs.Select(p => p.Gold.Word.Form));
        // "go" hangs on a word that is none of the gold; "now" hangs on "go" on both sides.
        Assert.Equal(new Tally(1, 3, 4), alignment.Count(alignment.IsSameHead));
        Assert.Equal(new Tally(1, 3, 4), alignment.Count((g, f) => alignment.IsSameHead(g, f) && g.Word.Universal == f.Word.Universal));
        Assert.Equal(new Tally(0, 3, 4), alignment.Count((g, f) => alignment.IsSameHead(g, f) && g.Word.Relation == f.Word.Relation));
    }

    [Fact]
    public void Trees_over_given_words_are_counted_word_by_word()
    {
        TreebankCounts counts = new();
        counts.Add(
            [new("Ships", "ship", "NOUN", "NNS", "_", 1, "nsubj:pass"), new("sank", "sink", "VERB", "VBD", "_", -1, "root"), new("X", "_", "X", "FW", "_", 1, "dep")],
            [new("Ships", "Ship", "NOUN", "NN", "Number=Sing", 1, "nsubj"), new("sank", "sink", "VERB", "VBD", "_", -1, "root"), new("X", "x", "NOUN", "FW", "_", 0, "dep")]);
        Score[] scores = [.. counts.Scores("t", isPenn: true)];
        Assert.Equal(["t.upos", "t.xpos", "t.feats", "t.lemma", "t.uas", "t.las", "t.las-full"], scores.Select(s => s.Name));
        Assert.Equal([2, 2, 2, 2, 2, 2, 1], scores.Select(s => (int)Math.Round(s.Value * 3)));
        Assert.StartsWith("    1 X → NOUN ", Assert.Single(scores[0].Missed), StringComparison.Ordinal);
    }

    private static WordLayout Layout(string[] lines) => Assert.Single(TreebankDocument.Read([.. lines, ""])).Layout;

    private static string Whole(string id, string form) => $"{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t_";

    private static string Word(string id, string form, string tag = "X", int head = 0, string relation = "root", string misc = "_") =>
        $"{id}\t{form}\t{form}\t{tag}\t{tag}\t_\t{head}\t{relation}\t_\t{misc}";
}
