using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class OccurrenceTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly OccurrenceReader s_reader = new(LanguageData.English);

    [Theory]
    [InlineData("arrival", "arrive")]
    [InlineData("shooting", "shoot")]
    [InlineData("robbing", "rob")]
    [InlineData("announcement", "announce")]
    [InlineData("explosion", "explosion")]
    public void A_noun_is_brought_to_its_verb_where_the_ending_tells(string noun, string verb) =>
        Assert.Equal(verb, OccurrenceSenses.Of(LanguageData.English).StemOf(noun));

    [Fact]
    public void Verb_and_noun_and_another_word_of_the_sense_tell_of_one_occurrence()
    {
        Occurrence[] told =
        [
            Told(0, "Police arrested the baker Omar Haddad in Tarnov on Monday.", "arrested"),
            Told(1, "The arrest of Omar Haddad, a baker of Tarnov, surprised his neighbours.", "arrest"),
            Told(2, "Omar Haddad, the baker, was detained by police in Tarnov.", "detained"),
            Told(1, "The neighbours of the bakery closed their shops.", "closed"),
        ];
        Assert.Equal([0, 0, 0, 1], OccurrenceLinker.Link(told, [0, 0, 0]));
    }

    [Fact]
    public void Mentions_of_different_stories_are_never_one()
    {
        Occurrence[] told =
        [
            Told(0, "Police arrested the baker Omar Haddad in Tarnov on Monday.", "arrested"),
            Told(1, "Police arrested the baker Omar Haddad in Tarnov on Monday.", "arrested"),
        ];
        Assert.Equal([0, 1], OccurrenceLinker.Link(told, [0, 1]));
    }

    [Fact]
    public void What_two_people_say_is_less_likely_one_than_what_one_says()
    {
        Occurrence mayor = Told(0, "Mayor Ilona Varga said the bridge was safe.", "said");
        Occurrence again = Told(1, "The bridge was safe, Ilona Varga said.", "said");
        Occurrence engineer = Told(1, "The bridge was safe, engineer Tom Oduya said.", "said");
        Assert.True(OccurrenceMatch.Score(mayor, again) > OccurrenceMatch.Score(mayor, engineer));
    }

    [Fact]
    public void A_verb_that_says_nothing_is_known_by_its_object()
    {
        Occurrence hostages = Told(0, "Gunmen took hostages at the bank.", "took", "hostages");
        Occurrence photographs = Told(1, "Guests took photographs at the bank.", "took", "photographs");
        Assert.NotEqual(hostages.Key, photographs.Key);
        Assert.False(hostages.IsLight);
    }

    private static Occurrence Told(int report, string text, params string[] words)
    {
        AnnotatedReport read = s_annotator.Annotate(new Report
        {
            Id = "r" + report,
            Path = "test",
            Text = text,
            Paragraphs = [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)],
            Sha256 = "",
            BytesSha256 = "",
            Published = Publication.Unknown,
        });
        return s_reader.Read(read, report, [.. Enumerable.Range(0, read.Tokens.Count).Where(t => words.Contains(read.Tokens[t].Text, StringComparer.Ordinal))]);
    }
}
