using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>What a report attributes to whom, with the spans as print gives them.</summary>
public sealed class AttributionFinderTests
{
    [Theory]
    // The source with its apposition and the comma that closes it; the cue with its auxiliaries; the content with its "that".
    [InlineData("Ines Rocha, the harbour master, has said that the ferry was old.", "Speech [Ines Rocha, the harbour master,] <has said> that the ferry was old")]
    [InlineData("“The ferry was old,” said Ines Rocha. “Nobody listened.”", "Speech [Ines Rocha] <said> “The ferry was old,” | “Nobody listened.”")]
    [InlineData("The ferry was old, according to the harbour master.", "Speech [the harbour master] <according to> The ferry was old")]
    [InlineData("Ines Rocha wants to sell the ferry.", "Want [Ines Rocha] <wants> to sell the ferry")]
    [InlineData("Ines Rocha opposes the plan.", "Back [Ines Rocha] <opposes> the plan")]
    [InlineData("The ferry appears to be old.", "Seem [] <appears> The ferry | to be old")]
    [InlineData("If the wind drops, Ines Rocha said, the ferry will leave.", "Speech [Ines Rocha] <said> If the wind drops | the ferry will leave")]
    [InlineData("INES ROCHA: The ferry was old. Nobody listened.", "Speech [INES ROCHA] <:> The ferry was old. Nobody listened")]
    [InlineData("“The ferry was old.” — Ines Rocha, harbour master", "Speech [Ines Rocha, harbour master] <—> “The ferry was old.”")]
    public void Sort_source_cue_and_content(string text, string expected)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Contains(expected, report.Attributions.Select(a => $"{a.Sort} [{a.Source?.Of(text)}] <{a.Cue?.Of(text)}> {string.Join(" | ", a.Content.Select(c => c.Of(text)))}"));
    }

    [Theory]
    [InlineData("The owners ensured that the ferry was new.")]
    [InlineData("“He said the ferry was old.”")]
    public void Nobody_of_whom_the_report_tells(string text) => Assert.Empty(ActorScene.Annotate(text).Attributions);

    [Theory]
    [InlineData("The minister said the UN had warned that food was scarce.", "say", "warn*")]
    [InlineData("Ines Rocha denied the charge and the owners said they believed that she lied.", "deny", "say", "believe*")]
    public void What_stands_in_the_content_of_another_is_inner(string text, params string[] expected) =>
        Assert.Equal(expected, ActorScene.Annotate(text).Attributions.Select(a => a.Lemma + (a.IsInner ? "*" : "")));

    [Theory]
    [InlineData("I asked the owners whether the ferry was old.", "[I] <asked> whether the ferry was old")]
    [InlineData("We think that the ferry was old.", "[We] <think> that the ferry was old")]
    public void What_the_writer_says_is_attributed_and_no_reported_speech(string text, string expected)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Contains(expected, report.Attributions.Select(a => $"[{a.Source?.Of(text)}] <{a.Cue?.Of(text)}> {a.Content[0].Of(text)}"));
        Assert.Empty(report.Speeches);
    }

    [Theory]
    [InlineData("Ines Rocha tried to explain that the ferry was new.", "tried to explain")]
    [InlineData("The owners were quick to point out that the ferry was new.", "were quick to point out")]
    [InlineData("Ines Rocha declined to criticise the owners.", "declined to criticise")]
    [InlineData("The court allowed the owners to argue that the ferry was new.", "to argue")]
    public void A_cue_begins_with_what_governs_its_infinitive(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Attributions.Select(a => a.Cue?.Of(text)));

    [Theory]
    [InlineData("The owners were confident that the ferry was new.", "The owners | were confident | that the ferry was new")]
    [InlineData("Ines Rocha was worried about the ferry.", "Ines Rocha | was worried about | the ferry")]
    [InlineData("The owners are reluctant to sell the ferry.", "The owners | are reluctant | to sell the ferry")]
    public void A_stance_is_attributed(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Attributions.Select(a => $"{a.Source?.Of(text)} | {a.Cue?.Of(text)} | {a.Content[0].Of(text)}"));

    [Theory]
    [InlineData("The captain was seen as a hero by the crew.", "was seen as | The captain … a hero")]
    [InlineData("The town is known for its bridges.", "is known for | The town … its bridges")]
    [InlineData("Karl Adler was asked about the loan.", "was asked about | the loan")]
    [InlineData("The general, who they accused of killing farmers, left.", "accused | who … of killing farmers")]
    [InlineData("He entered what they described as a free port.", "described | what … as a free port")]
    [InlineData("The returns seemed like a reminder of the storm.", "seemed like | The returns … a reminder of the storm")]
    public void What_is_told_in_the_passive_or_in_a_clause_that_describes(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Attributions.Select(a => $"{a.Cue?.Of(text)} | {string.Join(" … ", a.Content.Select(c => c.Of(text)))}"));

    [Theory]
    // Who tells the whole is not part of what was done.
    [InlineData("The owners declined to renew the offer, according to a clerk familiar with the talks.", "declined", "to renew the offer")]
    [InlineData("Karl Adler backed the plan because the old ferry was slow.", "backed", "the plan")]
    [InlineData("Asked by reporters about the storm, Karl Adler said the crew had no choice.", "said", "the crew had no choice")]
    [InlineData("Their sons, Karl Adler said, were safe.", "said", "Their sons … were safe")]
    [InlineData("Karl Adler said the crew is left with two ways: mend the ferry or sell it.", "said", "the crew is left with two ways: mend the ferry or sell it")]
    public void Content_ends_where_the_writer_goes_on(string text, string cue, string expected) =>
        Assert.Equal(expected, string.Join(" … ", Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Cue?.Of(text) == cue).Content.Select(c => c.Of(text))));

    [Theory]
    [InlineData("The owners were full of tea.")]
    [InlineData("It was clear to the crew.")]
    public void Not_every_adjective_is_a_stance(string text) => Assert.Empty(ActorScene.Annotate(text).Attributions);

    [Theory]
    [InlineData("The mayor returned to an old promise: “We will mend the bridge. We will mend it by spring.”", "The mayor | returned to an old promise: | “We will mend the bridge. We will mend it by spring.”")]
    [InlineData("The ministry released the following statement:\n“Our thoughts are with the families of the crew.”", "The ministry | released the following statement: | “Our thoughts are with the families of the crew.”")]
    [InlineData("New bridges in the north - Karl Adler: “The road will bring trade. It will bring trouble too.”", "Karl Adler | : | “The road will bring trade. It will bring trouble too.”")]
    [InlineData("As Karl Adler, the harbour master, put it, “Nobody owns the sea. Nobody ever did.”", "Karl Adler, the harbour master, | put it | “Nobody owns the sea. Nobody ever did.”")]
    [InlineData("“Nobody asked the sailors,” Adler notes.", "Adler | notes | “Nobody asked the sailors,”")]
    public void A_verb_of_any_kind_or_a_name_brings_in_whole_words(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Attributions.Select(a => $"{a.Source?.Of(text)} | {a.Cue?.Of(text)} | {a.Content[0].Of(text)}"));

    [Theory]
    [InlineData("After all, she argued, the port had been closed for a year.", "she | argued | After all … the port had been closed for a year")]
    [InlineData("The owners said that, on average, fares fell by a third.", "The owners | said | that, on average, fares fell by a third")]
    [InlineData("They are hoping a strike will not be needed.", "They | are hoping | a strike will not be needed")]
    [InlineData("In a poll of sailors, two in three called the ferry old.", "a poll of sailors | In | two in three called the ferry old")]
    public void The_order_of_the_words_helps_where_the_tree_does_not(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Attributions.Select(a => $"{a.Source?.Of(text)} | {a.Cue?.Of(text)} | {string.Join(" … ", a.Content.Select(c => c.Of(text)))}"));

    [Theory]
    [InlineData("The port is shut and ferries leave from the north, according to the mayor.", "according to", "The port is shut and ferries leave from the north")]
    [InlineData("While the port is shut, ferries will leave from the north, the mayor said.", "said", "While the port is shut, ferries will leave from the north")]
    [InlineData("“Many are tired,” Adler wrote in a letter that was sent to the party, “but nobody leaves.”", "wrote", "“Many are tired,” … “but nobody leaves.”")]
    [InlineData("“A lot of people thought that the port would close,” added Adler.", "added", "“A lot of people thought that the port would close,”")]
    public void Content_is_the_whole_of_what_is_said(string text, string cue, string expected) =>
        Assert.Equal(expected, string.Join(" … ", Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Cue?.Of(text) == cue).Content.Select(c => c.Of(text))));

    [Theory]
    [InlineData("In her book “The Old Ferry,” Ines Rocha begins with a storm.")]
    [InlineData("Rust belt states that have suffered lost the vote.")]
    public void A_title_or_a_noun_is_no_cue(string text) => Assert.Empty(ActorScene.Annotate(text).Attributions);

    [Theory]
    [InlineData("Karl Adler said the ferry was safe, adding that the crew had tested it.", "said", "the ferry was safe")]
    [InlineData("Karl Adler said the ferry was safe, dismissing claims that it had sunk twice.", "said", "the ferry was safe")]
    [InlineData("The owners praised the plan, which the mayor called a farce.", "praised", "the plan")]
    [InlineData("Karl Adler vowed to raise wages, close the old pier and sell the boats.", "vowed", "to raise wages, close the old pier and sell the boats")]
    public void Content_ends_where_the_next_cue_begins(string text, string cue, string expected) =>
        Assert.Equal(expected, string.Join(" … ", Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Cue?.Of(text) == cue).Content.Select(c => c.Of(text))));

    [Theory]
    [InlineData("Karl Adler said the mayor had left the town, adding that nobody missed him.", "adding", "Karl Adler")]
    [InlineData("“The ferry was safe,” Karl Adler said, insisting that the crew had tested it.", "insisting", "Karl Adler")]
    public void A_participle_behind_the_comma_is_of_who_speaks(string text, string cue, string expected) =>
        Assert.Equal(expected, Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Cue?.Of(text) == cue).Source?.Of(text));

    [Theory]
    [InlineData("The road to the port is shut and ferries leave from the north, said the company's harbour master, Karl Adler.", "said", "The road to the port is shut and ferries leave from the north")]
    [InlineData("The plan “has no friends in the town, and I told them so,” said Karl Adler, whose boats lie idle.", "said", "The plan “has no friends in the town, and I told them so,”")]
    [InlineData("“We have no fuel, and nobody tells us when it comes,” Karl Adler said in a talk with “Harbour Today.”", "said", "“We have no fuel, and nobody tells us when it comes,”")]
    public void A_cue_that_closes_tells_the_whole_before_it(string text, string cue, string expected) =>
        Assert.Equal(expected, string.Join(" … ", Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Cue?.Of(text) == cue).Content.Select(c => c.Of(text))));

    [Theory]
    [InlineData("His lawyer said he had been beaten, a claim the police said they were investigating.", "he had been beaten")]
    [InlineData("Nasser Vali, a former minister, said he supported the bid, according to the state radio.", "he supported the bid")]
    [InlineData("Talks with the rebels have been cancelled, the Thai foreign minister, Anutin Srisai, said.", "Talks with the rebels have been cancelled")]
    public void A_statement_ends_before_what_the_narrator_adds(string text, string expected) =>
        Assert.Contains(expected, ActorScene.Annotate(text).Speeches.Select(s => string.Join(" … ", s.Content.Select(c => c.Of(text)))));

    [Fact]
    public void A_word_that_points_at_a_thing_speaks_nothing() =>
        Assert.DoesNotContain(ActorScene.Annotate("Protesters hung banners on a wall that read: “The provocation continues and we will stay.”").Speeches, s => s.Speaker < 0 && s.SpeakerSpan is not null);

    [Fact]
    public void The_town_of_a_dateline_says_nothing()
    {
        string text = "CAIRO/ANKARA, Jan 14 (Reuters) - Muslim clerics who have denounced the raid criticised the paper on Wednesday for its cartoon.";
        Assert.DoesNotContain(ActorScene.Annotate(text).Speeches, s => s.SpeakerSpan?.Start == 0);
    }

    [Fact]
    public void A_semicolon_parts_two_who_speak() =>
        Assert.DoesNotContain(ActorScene.Annotate("Mira Sen accused the army; the army denied shelling the village.").Speeches, s => s.CueLemma == "deny" && s.Content[0].Start == 0);

    [Fact]
    public void A_paragraph_of_words_in_marks_goes_on_from_the_speaker_before()
    {
        string text = "“We will answer,” he said.\n\n“Those who want to tie this to our people are wrong.”\n\n“Your presence is a danger,” Hassan Vali continued.";
        Assert.Contains(ActorScene.Annotate(text).Speeches, s => s.CueLemma == "say" && s.Content.Count == 2 && s.Content[1].Of(text).StartsWith("Those who", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_behind_a_colon_says_nothing() =>
        Assert.DoesNotContain(ActorScene.Annotate("North: Ada Berg, Karl Adler, Ines Rocha, Omar Hale, Jonas Weil.").Attributions, a => a.Rule == "label");

    [Fact]
    public void Words_that_go_on_belong_to_the_last_cue()
    {
        string text = "“The ferry was safe,” Karl Adler said, adding that the crew had tested it. “We did that twice a year.”";
        Attribution added = Assert.Single(ActorScene.Annotate(text).Attributions, a => a.Lemma == "add");
        Assert.Equal("“We did that twice a year.”", added.Content[^1].Of(text));
    }
}
