using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer s_lemmatizer = new(LanguageData.English);

    [Theory]
    [InlineData("went", Upos.Verb, "VBD", "go")]
    [InlineData("debating", Upos.Verb, "VBG", "debate")]
    [InlineData("ambushed", Upos.Verb, "VBN", "ambush")]
    [InlineData("overthrew", Upos.Verb, "VBD", "overthrow")]
    [InlineData("re-took", Upos.Verb, "VBD", "re-take")]
    [InlineData("Protests", Upos.Noun, "NNS", "protest")]
    [InlineData("gunmen", Upos.Noun, "NNS", "gunman")]
    [InlineData("people", Upos.Noun, "NNS", "people")]
    [InlineData("ME", Upos.Pron, "PRP", "I")]
    [InlineData("them", Upos.Pron, "PRP", "they")]
    [InlineData("n’t", Upos.Part, "RB", "not")]
    [InlineData("’s", Upos.Part, "POS", "'s")]
    [InlineData("an", Upos.Det, "DT", "a")]
    [InlineData("worst", Upos.Adj, "JJS", "bad")]
    [InlineData("1,100,000", Upos.Num, "CD", "1100000")]
    [InlineData("TV", Upos.Noun, "NN", "TV")]
    [InlineData("QZRX", Upos.Noun, "NN", "QZRX")]
    [InlineData("WATER", Upos.Noun, "NN", "water")]
    [InlineData("XIV", Upos.Num, "CD", "XIV")]
    [InlineData("SEVEN", Upos.Num, "CD", "seven")]
    [InlineData("humblest", Upos.Adj, "JJS", "humble")]
    public void Words_have_the_dictionary_form_of_their_tag(string form, Upos tag, string xpos, string lemma) =>
        Assert.Equal(lemma, s_lemmatizer.CasedLemma(form, tag, xpos));

    [Theory]
    [InlineData("Varnow", Upos.Propn, "NNP", "Varnow")]
    [InlineData("Varnowians", Upos.Propn, "NNPS", "Varnowian")]
    [InlineData("O’Dell", Upos.Propn, "NNP", "O’Dell")]
    [InlineData("Ukrainian", Upos.Adj, "JJ", "Ukrainian")]
    [InlineData("Local", Upos.Adj, "JJ", "local")]
    [InlineData("NATO", Upos.Propn, "NNP", "NATO")]
    public void Names_and_words_made_of_names_keep_their_capitals(string form, Upos tag, string xpos, string lemma)
    {
        Assert.Equal(lemma, s_lemmatizer.CasedLemma(form, tag, xpos));
        Assert.Equal(Parallax.Text.Folding.Fold(lemma), s_lemmatizer.Lemma(form, tag, xpos));
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("ing")]
    [InlineData("\uD83D")]
    [InlineData("’")]
    public void Odd_words_and_tags_give_some_form(string form)
    {
        foreach (string xpos in new[] { "", "VBG", "VBZ", "NNS", "JJR", "XYZ" })
            Assert.True(s_lemmatizer.CasedLemma(form, Upos.Verb, xpos).Length <= form.Length + 8);
    }
}
