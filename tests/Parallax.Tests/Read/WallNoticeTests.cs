using System.Text;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Read;

/// <summary>What walls say around a story, and pages that stand in for one.</summary>
public sealed class WallNoticeTests
{
    private const string Filler = "The strait has been closed to trawlers since spring, and the quota for herring was halved in the same week. "
        + "Skippers on both shores say they can no longer pay their crews, and three boats were sold last month alone. "
        + "The ministry of fisheries promised aid, but a form of eleven pages must be filled in first, and few have done so. "
        + "A survey of the stock will be finished in autumn, after which the ministers want to decide on the next season.";

    private static string Story => $"<p>{ReadCase.Lead}</p><p>{ReadCase.Second}</p><p>{Filler}</p><p>{ReadCase.Third}</p>";

    [Theory]
    [InlineData("This article is for subscribers only. Subscribe now for 2 a month.")]
    [InlineData("Continue reading your article with a Harbour Post subscription.")]
    [InlineData("Keep reading with a free trial")]
    public void A_notice_goes_and_the_whole_story_stays(string notice)
    {
        Report report = ReadCase.FromHtml(Page($"<p>{notice}</p>{Story}<p>{notice}</p>"));
        Assert.DoesNotContain(notice, report.Text, StringComparison.Ordinal);
        Assert.Contains(ReadCase.Third, report.Text, StringComparison.Ordinal);
        ReadCase.HasCut(report, CutReason.Subscription, notice);
    }

    [Fact]
    public void A_lead_over_a_notice_is_declined() =>
        Assert.Equal("PX1060", Code(Page($"<p>{ReadCase.Lead}</p><div><p>This article is for subscribers only. Subscribe now for 2 a month.</p></div>")));

    [Fact]
    public void A_lead_that_is_not_free_is_declined()
    {
        const string Data = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>";
        Assert.Equal("PX1060", Code(Page($"{Data}<p>{ReadCase.Lead}</p><p>{ReadCase.Second}</p>")));
        Assert.Contains(ReadCase.Third, ReadCase.FromHtml(Page(Data + Story)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1>Checking your browser</h1><p>This takes a few seconds, after which you will be sent on to the page by itself.</p>")]
    [InlineData("<h1>404</h1><p>We are sorry, but the page you were looking for has been moved or was deleted some time ago.</p>")]
    public void A_page_in_place_of_the_story_is_declined(string body) => Assert.Equal("PX1010", Code($"<html><head><title>Wait</title></head><body>{body}</body></html>"));

    private static string Code(string page) => ReadCase.Code("report.html", Encoding.UTF8.GetBytes(page));

    private static string Page(string body) => $"<html><head><title>Patrol boats turn back fishermen</title></head><body><main><article><h1>Patrol boats turn back fishermen</h1>{body}</article></main></body></html>";
}
