using System.Text;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class TagLexiconTests
{
    [Fact]
    public void Readings_are_read_with_the_form_as_lemma_where_none_is_given()
    {
        TagLexicon lexicon = TagLexicon.Read(new MemoryStream(Encoding.UTF8.GetBytes(
            "# note\nran\tVERB\tVBD\trun\t5\nrun\tNOUN\tNN\t\t4\tVERB\tVB\t\t3\tVERB\tVBP\t\t2\n")));
        Assert.Equal(new TagReading("VERB", "VBD", "run", 5), Assert.Single(lexicon.Lookup("ran")));
        Assert.Equal("run", lexicon.Lookup("run")[1].Lemma);
        Assert.Equal("VERB", lexicon.MostFrequentUpos("run"));
        Assert.Empty(lexicon.Lookup("walk"));
        Assert.Null(lexicon.MostFrequentUpos("walk"));
    }

    [Fact]
    public void The_shipped_lexicon_knows_common_words()
    {
        TagLexicon lexicon = LanguageData.English.Tags;
        Assert.True(lexicon.Count > 15_000);
        Assert.Equal("DET", lexicon.MostFrequentUpos("the"));
        Assert.Contains(lexicon.Lookup("attacked"), reading => reading is { Upos: "VERB", Lemma: "attack" });
    }

    [Fact]
    public void The_version_names_the_data_and_is_stable()
    {
        string version = LanguageData.English.Version;
        Assert.Matches("^[0-9a-f]{12}$", version);
        Assert.Equal(version, LanguageData.English.Version);
    }
}
