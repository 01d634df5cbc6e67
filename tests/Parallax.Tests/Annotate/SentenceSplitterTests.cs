using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.DataBuilder;
using Parallax.Tests.Specs;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Sentence ends: what holds for any text, that the explanation is the truth, and that odd text degrades and does not break.</summary>
public sealed class SentenceSplitterTests
{
    private static readonly Abbreviations s_abbreviations = new(LanguageData.English.Lexicon("abbreviations"));
    private static readonly SentenceEndModel s_model = Model();
    private static readonly SentenceSplitter s_splitter = new(s_abbreviations, s_model);
    private static readonly SentenceExplainer s_explainer = new(s_abbreviations, s_model);

    private static SentenceEndModel Model()
    {
        using Stream stream = LanguageData.English.Open("compiled/sentence-ends.bin");
        return SentenceEndModel.Read(stream);
    }

    private static List<int> Ends(string text, List<TextSpan> tokens)
    {
        List<int> ends = [];
        s_splitter.Split(text, tokens, 0, tokens.Count, ends);
        return ends;
    }

    private static List<string> Split(string text)
    {
        List<TextSpan> tokens = TokenizerTests.Tokens(text);
        List<string> sentences = [];
        int first = 0;
        foreach (int end in Ends(text, tokens))
        {
            sentences.Add(text[tokens[first].Start..tokens[end - 1].End]);
            first = end;
        }
        return sentences;
    }

    [Fact]
    public void Sentences_are_the_tokens_in_order_and_none_is_too_long()
    {
        foreach (string text in HostileTexts.All(2000))
        {
            List<TextSpan> tokens = TokenizerTests.Tokens(text);
            int at = 0;
            foreach (int end in Ends(text, tokens))
            {
                Assert.InRange(end, at + 1, at + SentenceEndScan.LongestSentence);
                at = end;
            }
            Assert.Equal(tokens.Count, at);
        }
    }

    [Fact]
    public void The_explanation_decides_as_the_splitter_does()
    {
        IEnumerable<string> cases = new[] { "tokens", "sentences", "names", "speech" }
            .SelectMany(file => SpecCase.Parse(file, File.ReadAllText(Path.Combine(SpecCase.Folder, file + ".md")))).Select(one => one.Text);
        foreach (string text in cases.Concat(HostileTexts.All(1000)))
        {
            List<TextSpan> tokens = TokenizerTests.Tokens(text);
            IReadOnlyList<SentenceEndDecision> decisions = s_explainer.Explain(text, tokens, 0, tokens.Count);
            IEnumerable<int> explained = decisions.Select((decision, i) => (decision, i)).Where(d => d.decision.Ends).Select(d => d.i + 1);
            Assert.Equal(Ends(text, tokens), tokens.Count == 0 ? [] : explained.Append(tokens.Count));
            foreach (SentenceEndDecision decision in decisions.Where(d => d.Rule.Length == 0))
                Assert.Equal(decision.Ends, decision.Score > decision.Least);
        }
    }

    [Fact]
    public void The_explanation_says_what_was_seen()
    {
        const string Text = "He lives in the U.S. The rest left.";
        List<TextSpan> tokens = TokenizerTests.Tokens(Text);
        SentenceEndDecision decision = s_explainer.Explain(Text, tokens, 0, tokens.Count).Single(d => d.Last.Of(Text) == "U.S.");
        Assert.True(decision.Ends);
        Assert.Contains(decision.Reasons, reason => reason.Seen.Contains("Next1=The", StringComparison.Ordinal));
        Assert.Contains(decision.Reasons, reason => reason.Seen.Contains("Shape1=Initials", StringComparison.Ordinal));
        Assert.Equal(decision.Score, decision.Reasons.Sum(reason => reason.Weight), 9);
        Assert.StartsWith("end, +", decision.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The Orr, Venn and Pell families of Kalden and Port Orrin met Gen. Ada Brandt.")]
    [InlineData("The two parties’ Council and the soldiers' General Staff met.")]
    [InlineData("“Stay,” The Hague’s envoy said, “and [Prime] Minister Orr goes.”")]
    [InlineData("\"Who fired?\" the minister asked.")]
    [InlineData("He read “Who Fired?” , the book , twice.")]
    [InlineData("ARMY TAKES KALDEN BRIDGE AS TALKS FAIL")]
    [InlineData("Army Takes Kalden Bridge as Orr and Venn Parties Quit Talks in Port Orrin")]
    [InlineData("army takes kalden bridge")]
    public void One_sentence_stays_one(string text) => Assert.Equal([text], Split(text));

    [Fact]
    public void Text_in_capitals_or_in_small_letters_still_has_sentences()
    {
        const string Text = "The army took the bridge on Monday. Two men died there. Nobody said who fired first. The mayor fled to the coast.";
        Assert.Equal(4, Split(Text).Count);
        Assert.Equal(4, Split(Text.ToUpperInvariant()).Count);
        Assert.Equal(4, Split(Text.ToLowerInvariant()).Count);
    }

    [Fact]
    public void Posts_and_other_languages_are_cut_at_their_stops()
    {
        Assert.Equal(3, Split("BREAKING: the bridge is gone!!! Stay inside 🙏. #Kalden @orr_desk https://example.org/x").Count);
        Assert.Equal(2, Split("El puente cayó anoche. Nadie resultó herido.").Count);
        Assert.Equal(2, Split("Міст упав уночі. Ніхто не постраждав.").Count);
        Assert.NotEmpty(Split("橋が落ちた。怪我人はいない。"));
    }

    [Fact]
    public void A_sentence_of_five_thousand_tokens_is_cut_at_the_longest()
    {
        string text = new StringBuilder().Insert(0, "word and ", 2500).ToString();
        List<TextSpan> tokens = TokenizerTests.Tokens(text);
        Assert.Equal(5000, tokens.Count);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => i * SentenceEndScan.LongestSentence).Append(5000), Ends(text, tokens));
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("Word. ")]
    [InlineData("\" ( [ ")]
    [InlineData(". ")]
    [InlineData("Orr “ ’ ")]
    public void A_paragraph_of_a_million_tokens_is_one_pass(string piece)
    {
        int each = piece.Count(c => c == ' ') + (piece.StartsWith("Word.", StringComparison.Ordinal) ? 1 : 0);
        string text = new StringBuilder().Insert(0, piece, 1_000_000 / each).ToString();
        List<TextSpan> tokens = TokenizerTests.Tokens(text);
        Assert.InRange(tokens.Count, 999_000, 1_000_000);
        Assert.Equal(tokens.Count, Ends(text, tokens)[^1]);
    }

    [Fact]
    public void A_model_is_read_back_as_it_was_written_and_nothing_else_is_read()
    {
        short[] weights = new short[1 << SentenceEndModel.Bits];
        (weights[0], weights[77], weights[^1]) = (short.MinValue, 5, short.MaxValue);
        byte[] bytes = new SentenceEndModel(weights).Write();
        SentenceEndModel read = SentenceEndModel.Read(new MemoryStream(bytes));
        Assert.Equal(short.MinValue, read.WeightOf(0));
        Assert.Equal(5, read.WeightOf(77));
        Assert.Equal(short.MaxValue, read.WeightOf((1u << SentenceEndModel.Bits) - 1));
        Assert.Equal(0, read.WeightOf(78));
        Assert.Throws<InvalidDataException>(() => SentenceEndModel.Read(new MemoryStream([3, 65, 66, 67, 0])));
    }

    [Fact]
    public void The_same_treebank_gives_the_same_weights_and_they_end_sentences_as_it_does()
    {
        StringBuilder conllu = new("# newdoc id = d\n# newpar\n");
        for (int i = 0; i < 60; i++)
            conllu.Append("1\tThey\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n2\tcan\t_\t_\t_\t_\t_\t_\t_\t_\n3\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n4\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
        TreebankText paragraph = Assert.Single(TreebankText.Paragraphs(conllu.ToString(), _ => true));
        Assert.StartsWith("They cannot go. They cannot go. ", paragraph.Text, StringComparison.Ordinal);
        Assert.Equal(60, paragraph.SentenceEnds.Count);
        byte[] once = SentenceEndBuilder.Build([paragraph]).Files[0], again = SentenceEndBuilder.Build([paragraph]).Files[0];
        Assert.Equal(once, again);
        SentenceSplitter splitter = new(s_abbreviations, SentenceEndModel.Read(new MemoryStream(once)));
        List<TextSpan> tokens = TokenizerTests.Tokens(paragraph.Text);
        List<int> ends = [];
        splitter.Split(paragraph.Text, tokens, 0, tokens.Count, ends);
        Assert.Equal(60, ends.Count);
    }
}
