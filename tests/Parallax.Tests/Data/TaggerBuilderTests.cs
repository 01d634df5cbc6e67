using System.Text;
using Parallax.DataBuilder;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class TaggerBuilderTests
{
    private const string Harbour = """
        # newdoc id = GUM_news_harbour
        1	Old	old	ADJ	JJ	_	_	_	_	_
        2	boats	boat	NOUN	NNS	_	_	_	_	_
        3	reach	reach	VERB	VBP	_	_	_	_	_
        4	Varnow	Varnow	PROPN	NNP	_	_	_	_	_
        5	.	.	PUNCT	.	_	_	_	_	_


        """;

    // Its contraction is one line of its own, its heading is all capitals, and "gonn" has a pair of tags seen once.
    private const string Odd = """
        # newdoc id = GUM_fiction_lamp
        1	lamps	lamp	NOUN	NNS	_	_	_	_	_

        # newdoc id = GUM_bio_lamp
        1-2	Boats'gonn	_	_	_	_	_	_	_	_
        1	Boats	boat	NOUN	NNS	_	_	_	_	_
        2	gonn	go	VERB	XX	_	_	_	_	_
        2.1	left	leave	VERB	VBD	_	_	_	_	_
        3	Varnow	Varnow	PROPN	NNP	_	_	_	_	_

        1	BOATS	boat	NOUN	NNS	_	_	_	_	_
        2	REACH	reach	VERB	VBP	_	_	_	_	_

        """;

    private static readonly string[][] s_tables = Tables(string.Concat(Enumerable.Repeat(Harbour, 15)) + Odd);

    [Theory]
    [InlineData("next\t<s>\t<s>\tADJ|JJ\t15")]
    [InlineData("next\tPROPN|NNP\tPUNCT|.\t</s>\t15")]
    [InlineData("next\t<s>\tNOUN|NNS\tVERB|VBP\t2")]
    [InlineData("tag\tPROPN|NNP\t16\t15\t0")]
    [InlineData("tag\tVERB|VBP\t17\t0\t15")]
    [InlineData("tag\tNOUN|NNS\t17\t0\t15")]
    public void Sequences_and_capitals_are_counted(string row) => Assert.Contains(row, s_tables[0]);

    [Fact]
    public void What_was_seen_once_what_is_no_word_and_what_may_not_be_passed_on_is_left_out()
    {
        Assert.DoesNotContain(s_tables[0], row => row.EndsWith("\t1", StringComparison.Ordinal) && row.StartsWith("next", StringComparison.Ordinal));
        Assert.DoesNotContain(s_tables[0], row => row.Contains("XX", StringComparison.Ordinal) || row.Contains("VBD", StringComparison.Ordinal));
        Assert.Equal(["old", "reach"], s_tables[2]);
    }

    [Fact]
    public void Endings_come_from_rare_words_and_only_where_they_tell_something()
    {
        string rare = string.Concat(Enumerable.Range(0, 8).Select(_ => Line(1, "a", "DET", "DT") + Line(2, "dozing", "VERB", "VBG") + "\n"))
            + string.Concat(Enumerable.Range(0, 8).Select(_ => Line(1, "a", "DET", "DT") + Line(2, "bag", "NOUN", "NN") + "\n"))
            + string.Concat(Enumerable.Range(0, 9).Select(_ => Line(1, "a", "DET", "DT") + Line(2, "wing", "NOUN", "NN") + "\n"))
            + string.Concat(Enumerable.Range(0, 8).Select(_ => Line(1, "a", "DET", "DT") + Line(2, "a/b@ming", "NOUN", "NN") + "\n"));
        string[] endings = Tables(rare)[1];
        Assert.Equal(["a\t\tNOUN|NN:8\tVERB|VBG:8", "a\tag\tNOUN|NN:8", "a\tng\tVERB|VBG:8"], endings);
    }

    [Fact]
    public void Only_documents_whose_texts_may_be_passed_on_are_counted()
    {
        Assert.True(Treebank.IsShippable("GUM_voyage_x"));
        Assert.False(Treebank.IsShippable("GUM_fiction_x"));
        Assert.False(Treebank.IsShippable("GUM_whow_x"));
    }

    [Fact]
    public void The_same_sentences_give_the_same_bytes_and_none_give_empty_tables()
    {
        IReadOnlyList<byte[]> once = TaggerBuilder.Build(Treebank.Sentences(Harbour + Odd, _ => true)).Files;
        IReadOnlyList<byte[]> twice = TaggerBuilder.Build(Treebank.Sentences(Harbour + Odd, _ => true)).Files;
        Assert.All(once.Zip(twice), pair => Assert.Equal(pair.First, pair.Second));
        Assert.All(Tables("# newdoc id = GUM_bio_empty\n\n\n"), Assert.Empty);
    }

    private static string Line(int number, string form, string upos, string xpos) => $"{number}\t{form}\t{form}\t{upos}\t{xpos}\t_\t_\t_\t_\t_\n";

    private static string[][] Tables(string conllu) =>
        [.. TaggerBuilder.Build(Treebank.Sentences(conllu.ReplaceLineEndings("\n"), Treebank.IsShippable)).Files
            .Select(file => Encoding.UTF8.GetString(file).Split('\n').Where(row => row.Length > 0 && row[0] != '#').ToArray())];
}
