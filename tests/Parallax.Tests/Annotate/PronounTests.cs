using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class PronounTests
{
    [Theory]
    [InlineData("Gunmen took 20 hostages on Monday. They were freed on Friday.", "20 hostages", "They")]
    [InlineData("Militants kidnapped six nurses. They were beaten and released.", "six nurses", "They")]
    [InlineData("The rebels stormed a barracks near Goma. They burned its armoury.", "The rebels", "They")]
    [InlineData("Sweden said it would send more aid.", "Sweden", "it")]
    [InlineData("The ministry has no record of the flight, it said on Friday.", "The ministry", "it")]
    [InlineData("According to Jon Perry, President Aldo Rao has lost control. He also said the army was split.", "Jon Perry", "He")]
    [InlineData("Maria Engel said that Peter Vogt had lied. She asked for an inquiry.", "Maria Engel", "She")]
    [InlineData("Mike Brown said the line was closed.\n\nFinn Brennan said the fire was dreadful. He said: \"Lives have been lost.\"", "Finn Brennan", "He")]
    [InlineData("Anna Weiss met Karl Vogt. Susan Reed, President Rao's adviser, said the launch was a threat. She said it broke the law.", "Susan Reed", "She")]
    [InlineData("Police arrested eleven men overnight, and they were charged with arson.", "eleven men", "they")]
    [InlineData("The airline cancelled its flights.", "The airline", "its")]
    public void A_pronoun_stands_for_whom_the_sentence_shows(string text, string actor, string pronoun)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(Mention(report, actor).Actor, Mention(report, pronoun).Actor);
    }

    [Theory]
    [InlineData("The police seized rifles and grenades. They were hidden in a well.", "They")]
    [InlineData("The president signed the treaty, and it took effect at midnight.", "it")]
    [InlineData("The government said it was too early to tell how many had died.", "it")]
    [InlineData("Officials opened the roads on Monday. They had been mined.", "They")]
    public void A_pronoun_for_a_thing_stands_for_nobody(string text, string pronoun) =>
        Assert.DoesNotContain(ActorScene.Annotate(text).Mentions, m => m.Span.Of(text) == pronoun && m.Actor >= 0);

    [Theory]
    [InlineData("Loyal troops retook the airport. In 2009, troops killed the former president.", "Loyal troops", "troops")]
    [InlineData("Armed people entered the hall. Doctors say people should rest.", "Armed people", "people")]
    public void A_bare_plural_never_takes_up_a_modified_one(string text, string first, string second)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.NotEqual(Mention(report, first).Actor, Mention(report, second).Actor);
    }

    [Fact]
    public void A_surname_that_is_a_country_is_the_person_named_so()
    {
        const string Text = "Sheriff Scott Israel spoke to reporters. Israel said the gunman had acted alone.";
        AnnotatedReport report = ActorScene.Annotate(Text);
        Assert.Equal(ActorKind.Person, report.Actors[report.Mentions.Last(m => m.Span.Of(Text) == "Israel").Actor].Kind);
        Assert.Single(report.Actors, a => a.Kind == ActorKind.Person && a.Name.Contains("Israel", StringComparison.Ordinal));
    }

    [Fact]
    public void A_country_stays_one_beside_a_person_of_its_name()
    {
        const string Text = "Sheriff Scott Israel flew to Israel in May. Israel denied that it had paid for his flight.";
        AnnotatedReport report = ActorScene.Annotate(Text);
        Assert.Contains(report.Actors, a => a.Kind == ActorKind.Government && a.Country == "IL");
    }

    [Fact]
    public void A_time_too_long_ago_to_count_is_read_as_the_past() =>
        Assert.NotEmpty(ActorScene.Annotate("The planet formed 4.5 billion years ago.").Times);

    [Fact]
    public void Weights_read_back_as_written()
    {
        int[] weights = new int[PronounModel.Count];
        weights[PronounModel.SlotOf(PronounSort.They, PronounFeature.Named)] = -17;
        weights[PronounModel.SlotOf(PronounSort.It, PronounFeature.ThingSubject)] = 250;
        PronounModel model = PronounModel.Parse(PronounModel.Write(weights));
        Assert.Equal(weights, Enumerable.Range(0, PronounModel.Count).Select(slot => model[slot]));
        Assert.Throws<InvalidDataException>(() => PronounModel.Parse("she\tNamed\t1"));
        Assert.NotEqual(0, PronounModel.Of(LanguageData.English)[PronounModel.SlotOf(PronounSort.He, PronounFeature.Nobody)]);
    }

    private static ActorMention Mention(AnnotatedReport report, string words)
    {
        ActorMention? found = report.Mentions.LastOrDefault(m => m.Span.Of(report.Report.Text) == words);
        Assert.True(found is { Actor: >= 0 }, $"\"{words}\": {string.Join(" | ", ActorScene.Names(report))}");
        return found!;
    }
}
