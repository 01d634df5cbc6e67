using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>Which sentences of a report are history, though most of them name no date.</summary>
public sealed class HistoryTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);

    private const string News = "Police arrested two men in Lublin on Monday.\n\nThe men are accused of theft.\n\n";

    [Fact]
    public void A_story_from_long_ago_goes_on_in_sentences_without_a_date()
    {
        ReportClaims claims = Claims(News + "In 1987, rebels attacked the village of Orna. They killed the mayor. Then they burned the church.\n\nWithin months, soldiers arrested the rebels.");
        Assert.Equal(ClaimStatus.Happened, StatusOf(claims, "arrest", first: true));
        Assert.Equal(ClaimStatus.Background, StatusOf(claims, "attack"));
        Assert.Equal(ClaimStatus.Background, StatusOf(claims, "kill"));
        Assert.Equal(ClaimStatus.Background, StatusOf(claims, "arrest", first: false));
    }

    [Fact]
    public void A_day_of_the_news_ends_a_stretch_of_history()
    {
        ReportClaims claims = Claims(News + "In 1987, rebels attacked the village of Orna. They killed the mayor.\n\nOn Tuesday, gunmen attacked a bus near Radom. They killed the driver.");
        EventClaim[] attacks = [.. claims.Claims.OfType<EventClaim>().Where(claim => claim.TriggerLemma == "attack")];
        Assert.Equal([ClaimStatus.Background, ClaimStatus.Happened], attacks.Select(claim => claim.Status));
        Assert.Equal(ClaimStatus.Happened, StatusOf(claims, "kill", first: false));
    }

    [Fact]
    public void One_recollection_does_not_make_history_of_what_the_people_in_the_news_do_next()
    {
        ReportClaims claims = Claims("Senator Anna Kowal flew home to Lublin on Monday.\n\nKowal was held in a jail in Minsk in 2019.\n\nIn a short ceremony, Kowal met the families of the prisoners.");
        Assert.Equal(ClaimStatus.Happened, StatusOf(claims, "meet"));
    }

    [Fact]
    public void The_present_tense_inside_a_stretch_of_history_is_no_history()
    {
        ReportClaims claims = Claims(News + "In 1987, rebels attacked the village of Orna. They killed the mayor. Soldiers are still shelling the hills.");
        Assert.NotEqual(ClaimStatus.Background, StatusOf(claims, "shell"));
    }

    [Fact]
    public void A_war_that_is_over_dates_what_was_done_in_it()
    {
        ReportClaims claims = Claims(News + "During World War II, the army shelled the town and killed 40 villagers.");
        Assert.Equal(ClaimStatus.Background, StatusOf(claims, "shell"));
    }

    [Fact]
    public void What_a_clause_first_tells_of_has_the_time_of_the_clause()
    {
        ReportClaims claims = Claims(News + "In 2014, an uprising in Kinshasa swept the president from power.");
        EventClaim uprising = claims.Claims.OfType<EventClaim>().Single(claim => claim.TriggerLemma == "uprising");
        Assert.Equal(ClaimStatus.Background, uprising.Status);
        Assert.True(uprising.Time >= 0);
    }

    private static ClaimStatus StatusOf(ReportClaims claims, string lemma, bool first = true)
    {
        EventClaim[] found = [.. claims.Claims.OfType<EventClaim>().Where(claim => claim.TriggerLemma == lemma)];
        Assert.NotEmpty(found);
        return first ? found[0].Status : found[^1].Status;
    }

    private static ReportClaims Claims(string text) => s_extractor.Extract(s_annotator.Annotate(MarkedReport.Report(text)));
}
