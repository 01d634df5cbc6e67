using System.Text.Json;
using Parallax.Annotate;
using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

/// <summary>The scorer of names on cases small enough to count by hand.</summary>
public sealed class NameScorerTests
{
    [Fact]
    public void Names_are_read_from_the_last_column_and_other_kinds_left_out()
    {
        string[] lines = ["# newdoc id = d", "1\tBo\tB-PER", "2\tLi\tI-PER", "3\tAna\tB-PER", "4\tof\tO", "5\tOslo\tB-LOC", "", "Shells\tB-Weapon", "hit\tO", "NATO\tB-Organisation", ""];
        NamedSentence[] sentences = [.. GoldNames.AsTheyAre(lines)];
        Assert.Equal(2, sentences.Length);
        Assert.Equal([new(0, 2, NameKind.Person), new(2, 3, NameKind.Person), new(4, 5, NameKind.Place)], sentences[0].Names);
        Assert.Equal([new GoldName(2, 3, NameKind.Organisation)], sentences[1].Names);
    }

    [Fact]
    public void A_name_with_another_kind_or_bounds_is_wrong_on_both_sides()
    {
        NameCounts counts = new();
        NamedSentence sentence = new(["Bo", "Li", "met", "the", "Oslo", "Group"], [new(0, 2, NameKind.Person), new(4, 6, NameKind.Organisation)], [], []);
        counts.Add(sentence, [new(0, 2, NameKind.Person), new(3, 6, NameKind.Organisation), new(2, 3, NameKind.Place)]);
        Assert.Equal(new Tally(1, 1, 1), counts.Exact(NameKind.Person));
        Assert.Equal(new Tally(0, 1, 1), counts.Exact(NameKind.Organisation));
        Assert.Equal(new Tally(0, 1, 0), counts.Exact(NameKind.Place));
        Assert.Equal(new Tally(2, 3, 2), counts.Overlap);
    }

    [Fact]
    public void Descriptions_and_pronouns_are_left_open()
    {
        string[] lines =
        [
            "The\tB-Organisation", "UN\tI-Organisation", "and\tO", "Syrian\tB-Organisation", "refugees\tI-Organisation", "told\tO", "He\tB-Person", "of\tO", "Prime\tB-Person",
            "Minister\tI-Person", "Ode\tI-Person", "",
        ];
        NamedSentence sentence = Assert.Single(GoldNames.OfMentions(lines));
        Assert.Equal([new(1, 2, NameKind.Organisation), new(8, 11, NameKind.Person)], sentence.Names);
        Assert.Equal([new(3, 5, NameKind.Organisation), new(6, 7, NameKind.Person)], sentence.Open);
        NameCounts counts = new();
        // "Syrian" lies in a description: neither right nor wrong; "Ode" has other bounds than the gold.
        counts.Add(sentence, [new(1, 2, NameKind.Organisation), new(3, 4, NameKind.Place), new(10, 11, NameKind.Person)]);
        Assert.Equal(new Tally(0, 0, 0), counts.Exact(NameKind.Place));
        Assert.Equal(new Tally(0, 1, 1), counts.Exact(NameKind.Person));
        Assert.Equal(new Tally(0, 3, 4), counts.Mentions);
    }

    [Fact]
    public void Titles_count_on_neither_side_and_a_title_alone_is_left_open()
    {
        NamedSentence sentence = new(
            ["Prime", "Minister", "Ode", "met", "the", "Foreign", "Minister", "and", "Chile", "left"],
            [new(0, 3, NameKind.Person), new(5, 7, NameKind.Person), new(8, 9, NameKind.Organisation)], [], [])
        { StatesAct = true };
        NameCounts fair = new(isFair: true);
        fair.Add(sentence, [new(2, 3, NameKind.Person), new(5, 7, NameKind.Person), new(8, 9, NameKind.Place, IsState: true)]);
        Assert.Equal(new Tally(1, 1, 1), fair.Exact(NameKind.Person));
        Assert.Equal(new Tally(1, 1, 1), fair.Exact(NameKind.Organisation));
        NameCounts strict = new(isFair: false);
        strict.Add(sentence, [new(2, 3, NameKind.Person), new(8, 9, NameKind.Place, IsState: true)]);
        Assert.Equal(new Tally(0, 1, 2), strict.Exact(NameKind.Person));
        Assert.Equal(new Tally(0, 1, 0), strict.Exact(NameKind.Place));
    }

    [Fact]
    public void Every_word_of_a_document_read_as_a_report_keeps_its_place()
    {
        string[] lines = ["# newdoc id = d", "# text = (The Kara Liberation Front's)", "1	(	O", "2	The	O", "3	Kara	B-ORG", "4	Liberation	I-ORG", "5	Front	I-ORG", "6	's	O", "7	)	O", "", "1	The	O", "2	Arlen	B-ORG", "3	Army	I-ORG", "4	left	O", "5	.	O", ""];
        NamedSentence[] document = [.. GoldNames.AsTheyAre(lines)];
        Assert.All(document, s => Assert.Equal("d", s.Document));
        IReadOnlyList<FoundName>[] found = WholeStage.Names(new Stages(), document);
        Assert.Equal([new FoundName(2, 5, NameKind.Organisation)], found[0]);
        Assert.Equal([new FoundName(1, 3, NameKind.Organisation)], found[1]);
    }

    [Fact]
    public void The_name_of_a_noun_phrase_is_its_proper_nouns_and_outer_names_win()
    {
        using JsonDocument record = JsonDocument.Parse("""
            {"tokens": ["the", "University", "of", "Oslo", ",", "the", "school", "of", "Ode", "and", "Ana", "'s"],
             "upos": ["DET", "PROPN", "ADP", "PROPN", "PUNCT", "DET", "NOUN", "ADP", "PROPN", "CCONJ", "PROPN", "PART"],
             "mentions": [{"b": 0, "e": 4, "type": "organization", "named": true}, {"b": 3, "e": 4, "type": "place", "named": true},
              {"b": 5, "e": 9, "type": "organization", "named": true}, {"b": 8, "e": 9, "type": "person", "named": true},
              {"b": 10, "e": 12, "type": "person", "named": true}, {"b": 10, "e": 12, "type": "person", "named": false}, {"b": 0, "e": 1, "type": "event", "named": true}]}
            """);
        NamedSentence sentence = Assert.Single(GoldNames.Gum([record.RootElement]));
        Assert.Equal([new(1, 4, NameKind.Organisation), new(8, 9, NameKind.Person), new(10, 11, NameKind.Person)], sentence.Names);
        Assert.Equal([new GoldName(5, 9, NameKind.Organisation)], sentence.Open);
        Assert.Equal(5, sentence.All.Count);
    }
}
