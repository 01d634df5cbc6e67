using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>Bylines, titles, subtitles and outlets as pages print them badly.</summary>
public class PageBylineTests
{
    private const string Title = "Boats turned back near Marlow Quay";

    private static Report Page(string head = "", string beside = "", string lead = Lead, string heading = Title) => FromHtml(
        $"<!DOCTYPE html><html lang=en><head><title>{Title}</title>{head}</head><body><main><article><h1>{heading}</h1>{beside}<p>{lead}</p><p>{Second}</p><p>{Third}</p></article></main></body></html>");

    [Theory]
    [InlineData("<div class=x><span>By</span><span><a href=/jo>Jo Bloggs</a></span></div>", "Jo Bloggs")]
    [InlineData("<div class=x><span>By</span><span><a href=/jo>J.R. Bloggs</a></span></div>", "J.R. Bloggs")]
    [InlineData("<p class=byline><span>By</span><span class=author>Jo Bloggs</span></p>", "Jo Bloggs")]
    [InlineData("<p><span itemprop=author><span>By</span><span>Jo Bloggs</span></span></p>", "Jo Bloggs")]
    [InlineData("<p><span class=by-author>By</span> <a class=author-name>Editorial Staff</a></p>", "")]
    [InlineData("<p>Published by <span class=author>GAZETTEAM</span></p>", "")]
    [InlineData("<p class=byline>By News Desk</p>", "")]
    [InlineData("<div class=post-meta><p>Published by <b>GAZETTEAM</b> at May 4, 2031</p><ul><li><a rel=tag href=/s>Strait Issues</a></li></ul></div>", "")]
    [InlineData("<div><span class=author>Jo Bloggs</span></div><div class=author><span>Jo Bloggs</span><span>Live</span></div>", "Jo Bloggs")]
    public void Labels_posts_and_accounts_are_nobody(string beside, string names) => Assert.Equal(names, string.Join('|', Page(beside: beside).Bylines));

    [Fact]
    public void A_byline_that_opens_the_first_paragraph_is_cut_from_it()
    {
        Report report = Page(lead: "By Jo Bloggs: " + Lead);
        Assert.Equal(["Jo Bloggs"], report.Bylines);
        Assert.StartsWith(Lead, report.Text, StringComparison.Ordinal);
        HasCut(report, CutReason.Byline, "By Jo Bloggs:");
    }

    [Fact]
    public void Words_with_a_colon_are_no_byline() => Assert.StartsWith("By Tuesday: ", Page(lead: "By Tuesday: " + Lead).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Patrol boats turned back fishermen near Marlow Quay", "Boats turned back near Marlow Quay, fishermen say", "Boats turned back near Marlow Quay, fishermen say")]
    [InlineData("Fishing boats turned back near Marlow Quay", "Fishing-boats turned back near Marlow Quay in second quarrel", "Fishing-boats turned back near Marlow Quay in second quarrel")]
    [InlineData("Boats turned back near Marlow Quay", "Strait | Boats turned back near Marlow Quay", "Boats turned back near Marlow Quay")]
    [InlineData("Boats turned back near Marlow Quay", "Lighthouse for sale in Port Ashal", "Boats turned back near Marlow Quay")]
    public void The_printed_version_of_the_headline_is_the_title(string named, string heading, string title) =>
        Assert.Equal(title, FromHtml($"<html lang=en><head><meta property=og:title content='{named}'></head><body><article><h1>{heading}</h1><p>{Lead}</p><p>{Second}</p></article></body></html>").Title);

    [Fact]
    public void A_headline_outside_the_story_is_cut_as_the_title()
    {
        Report report = FromHtml($"<html lang=en><head><title>{Title}</title></head><body><nav><a href=/>Home</a></nav><aside><h1>{Title}</h1><p>AFP</p></aside><article><p>{Lead}</p><p>{Second}</p><p>{Third}</p></article></body></html>");
        HasCut(report, CutReason.DuplicateTitle, Title);
        Assert.Equal("AFP", Assert.Single(report.Credits).Agency);
    }

    [Fact]
    public void An_agency_beside_the_headline_is_credited_also_where_its_part_is_cut() => Assert.Equal("AFP", Assert.Single(
        Page(beside: "<aside><p>AFP</p></aside>").Credits).Agency);

    [Theory]
    [InlineData("<p class=summary>by Jo Bloggs May 4, 2031 | 6:03 pmMay 4, 2031 | 6:03 pm</p>")]
    [InlineData("<div class=header-summary>by J.O. Bloggs Apr. 26, 2031Apr. 26, 2031</div>")]
    [InlineData("<div class='player-caption'><p class=summary>Fishermen speak of what happened in the strait.</p></div>")]
    public void A_subtitle_is_no_byline_and_no_caption(string beside) => Assert.Null(Page(beside: beside).Subtitle);

    [Fact]
    public void The_first_paragraph_is_no_subtitle() => Assert.Null(Page($"<meta name=description content='{Lead}'>").Subtitle);

    [Theory]
    [InlineData("<meta property=og:site_name content='Strait News and Opinion on www.straitnews.example'>", "Strait News and Opinion")]
    [InlineData("<meta property=og:site_name content='Strait News'>", "Strait News")]
    [InlineData("", null)]
    public void The_outlet_is_the_name_without_the_address(string head, string? outlet) => Assert.Equal(outlet, Page(head).Outlet);

    [Theory]
    [InlineData("Boats turned back &#8211; StraitNews Nerezia &#8212; straitnews.com", "", "StraitNews Nerezia")]
    [InlineData("Boats turned back - The Strait Gazette", "<link rel=canonical href=https://www.straitgazette.example/boats>", "The Strait Gazette")]
    [InlineData("Boats turned back - what we know", "<link rel=canonical href=https://www.straitgazette.example/boats>", null)]
    public void The_tab_names_the_outlet_where_nothing_else_does(string tab, string head, string? outlet) =>
        Assert.Equal(outlet, FromHtml($"<html lang=en><head><title>{tab}</title>{head}</head><body><article><h1>Boats turned back</h1><p>{Lead}</p><p>{Second}</p></article></body></html>").Outlet);

    [Theory]
    [InlineData("2031-05-05T01:09:55Z", "2031-05-05T01:09:55Z", "2031-05-04T18:09:55", "2031-05-04")]
    [InlineData("2031-05-05T01:09:55Z", "2031-05-05T02:30:00Z", "2031-05-04T18:09:55", "2031-05-04")]
    [InlineData("2031-05-04T23:40:47Z", "2031-05-05T00:25:00Z", "2031-05-04T19:40:47-04:00", "2031-05-04")]
    [InlineData("2031-05-05T01:09:55Z", "2031-05-05T12:30:00Z", "2031-05-04T18:09:55", "2031-05-05")]
    [InlineData("2031-05-05T01:09:55Z", "2031-05-05T01:09:55Z", "2031-05-04", "2031-05-04")]
    [InlineData("2031-05-03T22:00:00Z", "2031-05-03T23:10:00Z", "2031-05-04T07:00:00", "2031-05-04")]
    public void The_day_of_a_change_is_counted_where_that_of_publication_is(string published, string modified, string printed, string day)
    {
        Report report = Page($"<meta property=article:published_time content={published}><meta property=article:modified_time content={modified}>",
            $"<p><time datetime={printed}>4 May 2031</time></p>");
        Assert.Equal(("2031-05-04", day), (report.Published.Date?.ToString(), report.Modified?.ToString()));
    }

    [Fact]
    public void An_agency_that_carries_another_is_credited() =>
        Assert.Equal("AFP", Assert.Single(FromText($"{Title}\n\nGAZETTE via AFP — {Lead}\n\n{Second}").Credits).Agency);
}
