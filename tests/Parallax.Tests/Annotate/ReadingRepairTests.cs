using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class ReadingRepairTests
{
    private static readonly SentenceReader Reader = new(LanguageData.English);

    [Theory]
    [InlineData("A gunman shot a teacher .", "shot")]
    [InlineData("Soldiers shot at the bridge .", "shot")]
    public void A_sentence_with_a_stop_has_a_finite_verb_with_a_subject(string text, string verb)
    {
        string[] words = text.Split(' ');
        SentenceReading reading = Reader.Read([words])[0];
        int at = Array.IndexOf(words, verb);
        Assert.Equal(Upos.Verb, reading.Words[at].Tag);
        Assert.Contains(reading.Words[at].Xpos, new[] { "VBD", "VBP", "VBZ" });
        Assert.Equal(-1, reading.Words[at].Head);
        Assert.Contains(reading.Words, word => word.Head == at && word.Relation == "nsubj");
        Assert.DoesNotContain(reading.Words, word => word.Head == at && word.Relation is "det" or "compound" && word.Head == at);
    }

    [Theory]
    [InlineData("Washington , which backs the plan , called for talks .", "called")]
    [InlineData("Police , who had warned the crowd , fired tear gas .", "fired")]
    public void A_relative_clause_does_not_hide_the_main_verb(string text, string verb)
    {
        string[] words = text.Split(' ');
        SentenceReading reading = Reader.Read([words])[0];
        int at = Array.IndexOf(words, verb);
        Assert.Equal(-1, reading.Words[at].Head);
        Assert.Equal((at, "nsubj"), (reading.Words[0].Head, reading.Words[0].Relation));
    }

    [Theory]
    [InlineData("A car bomb wounded three nurses in Lund , a doctor said .", "bomb", "wounded")]
    [InlineData("The guards in the harbour shot dead two thieves .", "guards", "shot")]
    public void Of_two_words_side_by_side_the_one_is_the_subject_and_the_other_the_verb(string text, string subject, string verb)
    {
        string[] words = text.Split(' ');
        SentenceReading reading = Reader.Read([words])[0];
        WordReading noun = reading.Words[Array.IndexOf(words, subject)];
        Assert.Equal((Upos.Noun, Array.IndexOf(words, verb), "nsubj"), (noun.Tag, noun.Head, noun.Relation));
        Assert.Equal(Upos.Verb, reading.Words[Array.IndexOf(words, verb)].Tag);
    }

    [Theory]
    [InlineData("Two soldiers dead after blast")]
    [InlineData("A long list of names .")]
    public void What_has_no_verb_gets_none(string text) =>
        Assert.DoesNotContain(Reader.Read([text.Split(' ')])[0].Words, word => word.Xpos is "VBD" or "VBZ" or "VBP");

    [Fact]
    public void Tags_of_a_word_go_together()
    {
        NetworkWeights weights = SentenceReader.Load(LanguageData.English);
        HashSet<string> pairs = new(weights.TagPairs, StringComparer.Ordinal);
        foreach (string text in new[] { "About ten protesters were injured .", "RIOT POLICE SHOT AT MARCH", "lol no way he's dead", "The joint exercises begin on Monday ." })
        {
            foreach (WordReading word in Reader.Read([text.Split(' ')])[0].Words)
                Assert.Contains($"{word.Tag.ToString().ToUpperInvariant()} {word.Xpos}", pairs);
        }
    }
}
