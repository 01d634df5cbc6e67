using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class SentenceReaderTests
{
    private static readonly SentenceReader Reader = new(LanguageData.English);

    private static readonly string[][] Sentences =
    [
        "The minister told reporters in Paris that two soldiers had been killed .".Split(' '),
        "REBELS SHELL AIRPORT , 12 DEAD".Split(' '),
        "lol they arrested him again smh".Split(' '),
        ["."],
        "„ Die Regierung hat das Abkommen gestern unterzeichnet “ .".Split(' '),
        "Police fired tear gas at protesters near the old market on Tuesday .".Split(' '),
        "A gunman shot a teacher .".Split(' '),
        "Police , who had warned the crowd , fired tear gas at protesters near the old market on Tuesday .".Split(' '),
    ];

    [Fact]
    public void Who_did_what_is_in_the_tree()
    {
        SentenceReading reading = Reader.Read([Sentences[5]])[0];
        int fired = Array.IndexOf(Sentences[5], "fired");
        Assert.Equal(Upos.Verb, reading.Words[fired].Tag);
        Assert.Equal(-1, reading.Words[fired].Head);
        Assert.Equal((fired, "nsubj"), (reading.Words[0].Head, reading.Words[0].Relation));
        int gas = Array.IndexOf(Sentences[5], "gas");
        Assert.Equal((fired, "obj"), (reading.Words[gas].Head, reading.Words[gas].Relation));
    }

    [Fact]
    public void A_sentence_is_read_alike_alone_and_among_others()
    {
        IReadOnlyList<SentenceReading> together = Reader.Read(Sentences);
        for (int i = 0; i < Sentences.Length; i++)
            Same(Reader.Read([Sentences[i]])[0], together[i]);
        // More types than are kept at once, so that the kept rows are thrown away in between.
        Reader.Read([.. Enumerable.Range(0, 80).Select(row => Enumerable.Range(0, 100).Select(k => $"w{row}x{k}").ToArray())]);
        Reader.Read([Sentences[0]]);
        Same(together[1], Reader.Read([Sentences[1]])[0]);
    }

    [Fact]
    public void Many_threads_read_alike()
    {
        IReadOnlyList<SentenceReading> alone = Reader.Read(Sentences);
        Parallel.For(0, 16, _ =>
        {
            IReadOnlyList<SentenceReading> readings = Reader.Read(Sentences);
            for (int i = 0; i < alone.Count; i++)
                Same(alone[i], readings[i]);
        });
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(5000)]
    public void A_row_of_any_length_is_one_tree(int length)
    {
        string[] words = [.. Enumerable.Range(0, length).Select(i => Sentences[0][i % Sentences[0].Length])];
        SentenceReading reading = Reader.Read([["Before", "."], words, ["After", "."]])[1];
        Assert.Equal(length, reading.Words.Length);
        Assert.Single(reading.Words, word => word.Head < 0);
        for (int i = 0; i < length; i++)
        {
            int at = i, steps = 0;
            while (at >= 0 && steps++ <= length)
                at = reading.Words[at].Head;
            Assert.True(at < 0, $"word {i} hangs on a circle");
        }
        Assert.All(reading.Names, name => Assert.InRange(name.End, name.First + 1, length));
    }

    [Fact]
    public void One_word_over_and_over_costs_no_more_than_news()
    {
        string[] bombs = [.. Enumerable.Repeat("bomb", 400)], news = [.. Enumerable.Range(0, 400).Select(i => Sentences[0][i % Sentences[0].Length])];
        Reader.Read([bombs, news]);
        Assert.InRange(Least(bombs) / Least(news), 0, 12);

        static double Least(string[] words) => Enumerable.Range(0, 5).Min(_ =>
        {
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            Reader.Read([words]);
            return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
    }

    [Fact]
    public void Strange_words_are_read_somehow()
    {
        string[] words = ["\ud800", "a\ufffeb", "\u200b", "\u0301", "👩‍👩‍👧", new string('a', 100_000), "مرحبا", "\0", "Ⅷ", "ﬁ"];
        SentenceReading reading = Reader.Read([words])[0];
        Assert.Equal(words.Length, reading.Words.Length);
        Assert.Empty(Reader.Read([]));
        Assert.Empty(Reader.Read([[]])[0].Words);
    }

    [Fact]
    public void The_slow_path_gives_the_answers_of_the_fast_one()
    {
        ReadingExplainer explainer = ReadingExplainer.Of(LanguageData.English);
        foreach (string[] sentence in Sentences)
        {
            SentenceReading reading = Reader.Read([sentence])[0];
            IReadOnlyList<WordExplanation> explained = explainer.Explain(sentence);
            for (int i = 0; i < sentence.Length; i++)
            {
                Assert.Equal(reading.Words[i].Tag, explained[i].Tag);
                Assert.Equal(reading.Words[i].Xpos, explained[i].Xpos);
                Assert.Equal(reading.Words[i].Head, explained[i].Head);
                Assert.Equal(reading.Words[i].Relation, explained[i].Relations[0].Answer);
                Assert.All(explained[i].Tags, tag => Assert.InRange(tag.Chance, 0, 1.0001));
            }
        }
    }

    private static void Same(SentenceReading one, SentenceReading other)
    {
        Assert.Equal(one.Words, other.Words);
        Assert.Equal(one.Names, other.Names);
    }
}
