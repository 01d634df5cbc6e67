using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class ActorFinderTests
{
    private static readonly NameVariants s_names = new(LanguageData.English);

    [Theory]
    [InlineData("Aleksandar", "Alexander")]
    [InlineData("Mohammed", "Muhammad")]
    [InlineData("Yevgeny", "Evgenii")]
    [InlineData("Zoltán", "Zoltan")]
    [InlineData("J.", "Joan")]
    public void Spellings_of_one_given_name_meet(string left, string right) => Assert.True(s_names.AreVariants(left, right));

    [Theory]
    [InlineData("John", "Ivan")]
    [InlineData("Nikolai", "Nicole")]
    [InlineData("Karim", "Karin")]
    [InlineData("Ian", "Jan")]
    public void Cousins_of_a_given_name_do_not(string left, string right) => Assert.False(s_names.AreVariants(left, right));

    [Fact]
    public void Surnames_meet_by_spelling_never_by_likeness()
    {
        Assert.Equal(NameVariants.SurnameKey("Marković"), NameVariants.SurnameKey("Markovic"));
        Assert.Equal(NameVariants.SurnameKey("al-Harazi"), NameVariants.SurnameKey("Harazi"));
        Assert.Equal(NameVariants.SurnameKey("Horskyi"), NameVariants.SurnameKey("Horsky"));
        Assert.NotEqual(NameVariants.SurnameKey("Marković"), NameVariants.SurnameKey("Marinković"));
        Assert.NotEqual(NameVariants.SurnameKey("Kurta"), NameVariants.SurnameKey("Kurtić"));
    }

    [Fact]
    public void Every_mention_lies_in_its_sentence_and_points_to_an_actor()
    {
        AnnotatedReport report = ActorScene.Annotate("Kenyan Foreign Minister Amina Odhiambo met Ugandan officials on Monday. She said the talks went well.\n\n\"We agreed,\" she told reporters. The ministry gave no details.");
        Assert.NotEmpty(report.Mentions);
        foreach (ActorMention mention in report.Mentions)
        {
            Assert.True(report.Sentences[mention.Sentence].Span.Contains(mention.Span));
            Assert.True(mention.Span.Contains(mention.HeadSpan));
            Assert.InRange(mention.Actor, -1, report.Actors.Count - 1);
        }
        Assert.Equal(Enumerable.Range(0, report.Actors.Count), report.Actors.Select(a => a.Index));
    }

    [Fact]
    public void Members_name_the_side_and_class_names_the_people()
    {
        ReportActor protesters = Assert.Single(ActorScene.Annotate("Serb protesters waved flags.").Actors);
        Assert.Equal(["serb"], protesters.Members);
        Assert.Equal("protester", protesters.Class);
        Assert.Null(protesters.Country);
        ReportActor peacekeepers = Assert.Single(ActorScene.Annotate("NATO-led peacekeepers stood by.").Actors);
        Assert.Equal(["nato"], peacekeepers.Members);
        Assert.Equal(ActorKind.ArmedForce, peacekeepers.Kind);
    }

    [Fact]
    public void Two_nationalities_are_never_one_group()
    {
        AnnotatedReport report = ActorScene.Annotate("Polish soldiers arrived. Italian soldiers left. The Polish soldiers stayed.");
        Assert.Equal(2, report.Actors.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'s 's of the of the (KFOR) , , who who")]
    [InlineData("THE MINISTER SAID THE ARMY SHOT TWO MEN AND THE POLICE FLED FROM TOWN")]
    [InlineData("of said said “ ” ‘ ’ told \" according to")]
    public void Odd_text_is_survived(string text) => Assert.NotNull(ActorScene.Annotate(text).Actors);

    [Fact]
    public void A_page_of_names_is_read_in_linear_time()
    {
        StringBuilder text = new();
        for (int i = 0; i < 4000; i++)
            text.Append("President Ana Vild").Append((char)('a' + (i % 26))).Append((char)('a' + (i / 26 % 26))).Append(" met the Serb protesters. They left. ");
        AnnotatedReport report = ActorScene.Annotate(text.ToString());
        Assert.True(report.Actors.Count >= 600);
    }
}
