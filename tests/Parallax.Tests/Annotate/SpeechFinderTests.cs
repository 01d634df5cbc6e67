using System.Text;
using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class SpeechFinderTests
{
    [Fact]
    public void Content_cue_and_speaker_lie_inside_the_span()
    {
        AnnotatedReport report = ActorScene.Annotate("“We are ready,” Mayor Lena Fischer told reporters, “and we will stay.” She warned that the river would rise.");
        Assert.Equal(2, report.Speeches.Count);
        foreach (Speech speech in report.Speeches)
        {
            Assert.All(speech.Content, content => Assert.True(speech.Span.Contains(content)));
            Assert.True(speech.Span.Contains(speech.Cue!.Value));
            Assert.True(speech.Span.Contains(speech.SpeakerSpan!.Value));
            Assert.True(report.Sentences[speech.Sentence].Span.Start <= speech.Content[0].Start);
        }
    }

    [Fact]
    public void Two_speakers_in_two_paragraphs_keep_their_own_words()
    {
        AnnotatedReport report = ActorScene.Annotate("“The army fired,” Karim Odeh said.\n\n“Nobody fired,” General Vera Novak said.");
        Assert.Equal(["Karim Odeh", "Vera Novak"], report.Speeches.Select(s => report.Actors[s.Speaker].Name));
    }

    [Theory]
    [InlineData("EU ministers said the port would open.", "EU ministers")]
    [InlineData("Organisers of the rally said they would stay.", "Organisers of the rally")]
    [InlineData("The head of the harbour police, Karl Adler, said the crew found nothing.", "The head of the harbour police, Karl Adler")]
    [InlineData("Transport for London said trains were late.", "Transport for London")]
    [InlineData("A source within the ministry of trade said the talks had failed.", "A source within the ministry of trade")]
    [InlineData("Lena Fischer of the harbour board said trains were late.", "Lena Fischer")]
    public void The_speaker_is_the_whole_phrase(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ActorScene.Annotate(text).Speeches).SpeakerSpan?.Of(text));

    [Theory]
    [InlineData("Police arrested the accused in the north of the town.")]
    [InlineData("The club have maintained top spot with a win over Oslo.")]
    public void A_person_or_a_deed_is_no_speech(string text) => Assert.Empty(ActorScene.Annotate(text).Speeches);

    [Theory]
    [InlineData("''We leave at dawn,'' Karim Odeh said. ''The road is the rebels' now.''")]
    [InlineData("``We leave at dawn,'' Karim Odeh said. ``The road is the rebels' now.''")]
    public void Two_single_marks_are_a_double_one(string text)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(["We leave at dawn", "The road is the rebels' now."], report.Speeches.SelectMany(s => s.Content).Select(c => c.Of(text)));
        Assert.All(report.Speeches, speech => Assert.Equal("Karim Odeh", report.Actors[speech.Speaker].Name));
    }

    [Theory]
    [InlineData("Karl Adler pledged support for the port but talks with the owners have been frozen.", "support for the port")]
    [InlineData("Karl Adler threatened to close the port, and faulted the owners for the delay.", "to close the port")]
    [InlineData("Karl Adler said the plan was dead but did not give any details.", "the plan was dead")]
    [InlineData("Karl Adler said the talks had failed, without elaborating on the reasons.", "the talks had failed")]
    [InlineData("Karl Adler accused the owners of theft, a charge they denied.", "the owners of theft")]
    [InlineData("Karl Adler has condemned the attack but that has not stopped the accusations.", "the attack")]
    [InlineData("Karl Adler warned that a strike would “lead to ruin” in a televised address as the march began.", "a strike would “lead to ruin”")]
    [InlineData("Karl Adler demanded that the harbour and the rail yard be closed.", "the harbour and the rail yard be closed")]
    [InlineData("Karl Adler said soldiers and sailors should leave the port.", "soldiers and sailors should leave the port")]
    public void What_the_writer_adds_is_no_part_of_the_words(string text, string expected) =>
        Assert.Equal(expected, ActorScene.Annotate(text).Speeches[0].Content[^1].Of(text));

    [Theory]
    [InlineData("One of the officials told reporters that the port was open. He added that Lena Fischer was angry.", "")]
    [InlineData("Karl Adler said Mayor Jan Vild had left the town. He added that Vild was angry.", "Karl Adler")]
    [InlineData("Karl Adler met Lena Fischer. “The town is safe,” Fischer said. She added that the road was open.", "Lena Fischer")]
    [InlineData("Lena Fischer and Karl Adler met on Sunday. From the port, Ana Prado said the plan was a threat. “It harms our town,” she said.", "Ana Prado")]
    [InlineData("Estonia said three of its soldiers were hurt when Latvia shelled a post. It said it had destroyed two tanks.", "Estonia")]
    [InlineData("Karl Adler released a statement on the fire. The statement said the port was safe.", "Karl Adler")]
    public void Who_goes_on_is_who_spoke_before(string text, string expected)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Speech last = report.Speeches[^1];
        Assert.Equal(expected, last.Speaker < 0 ? "" : report.Actors[last.Speaker].Name);
    }

    [Theory]
    [InlineData("The insurgency has claimed more than 20,000 lives.")]
    [InlineData("The offensive threatens villages along the river.")]
    [InlineData("A deal agreed between the two towns cleared the way for the bridge.")]
    [InlineData("Despite government claims, the rebels are not on the run.")]
    [InlineData("The council denied the four ships access to the port.")]
    [InlineData("The council added four ships to the list.")]
    [InlineData("The rocket blasted off from the site.")]
    [InlineData("Police held the man initially labeled “Suspect Two” by the army.")]
    public void What_cannot_speak_says_nothing(string text) => Assert.Empty(ActorScene.Annotate(text).Speeches);

    [Fact]
    public void A_transcript_in_marks_names_its_speakers()
    {
        AnnotatedReport report = ActorScene.Annotate("The transcript follows.\n\n\"WALTER: Will they come to the town?\n\n\"PENN: They will not come.\n\n\"That is why we are here.\n\n\"WALTER: Thank you, Governor.\"\n\nThe port was quiet.");
        Assert.Equal(["WALTER", "PENN", "WALTER"], report.Speeches.Select(s => s.SpeakerSpan?.Of(report.Report.Text)));
        Assert.Equal(2, report.Speeches[1].Content.Count);
    }

    [Fact]
    public void Words_glued_to_a_sentence_are_words_of_their_own()
    {
        AnnotatedReport report = ActorScene.Annotate("Troops reached the bridge.“We will stay in the town,” Karl Adler said.");
        Assert.Equal("We will stay in the town", Assert.Single(Assert.Single(report.Speeches).Content).Of(report.Report.Text));
    }

    [Theory]
    [InlineData("“We will stay,” harbour press secretary, Rear Adm. Karl Adler, said Monday.", "Karl Adler")]
    [InlineData("Lena Fischer announced plans for a vote on a harbour resolution, saying members had concerns.", "Lena Fischer")]
    public void Neither_a_day_nor_a_thing_speaks(string text, string expected)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.All(report.Speeches, speech => Assert.Equal(expected, report.Actors[speech.Speaker].Name));
    }

    [Theory]
    [InlineData("Witnesses said troops fired, and police arrested three.", "Witnesses: troops fired")]
    [InlineData("Their sons, Karl Adler said, were safe.", "Karl Adler: Their sons … were safe")]
    public void The_words_are_the_speakers_and_no_more(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(ActorScene.Annotate(text).Speeches) is var speech ? $"{speech.SpeakerSpan?.Of(text)}: {string.Join(" … ", speech.Content.Select(c => c.Of(text)))}" : "");

    [Fact]
    public void A_quotation_after_a_silent_paragraph_has_no_speaker()
    {
        AnnotatedReport report = ActorScene.Annotate("“The army fired,” Karim Odeh said.\n\nThe square was empty by noon.\n\n“Nobody has slept for two days.”");
        Assert.Equal(-1, report.Speeches[^1].Speaker);
    }

    [Fact]
    public void Ten_thousand_quotations_are_read()
    {
        StringBuilder text = new();
        for (int i = 0; i < 10_000; i++)
            text.Append("“We stay,” Karim Odeh said. ");
        AnnotatedReport report = ActorScene.Annotate(text.ToString());
        Assert.Equal(10_000, report.Speeches.Sum(s => s.Content.Count));
    }

    [Fact]
    public void Ten_thousand_open_marks_are_survived()
    {
        AnnotatedReport report = ActorScene.Annotate(string.Concat(Enumerable.Repeat("“ ‘a said \" ", 10_000)));
        Assert.NotNull(report.Speeches);
    }
}
