using Parallax.Data;
using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class PageFactTests
{
    private static Report Page(string head, string body = "", string heading = "Boats turned back near Marlow Quay") => FromHtml(
        $"<!DOCTYPE html><html lang=en><head>{head}</head><body><main><article><h1>{heading}</h1>{body}<p>{Lead}</p><p>{Second}</p><p>{Third}</p></article></main></body></html>");

    [Theory]
    [InlineData("<title>Boats turned back near Marlow Quay - Politics - The Strait Gazette</title>")]
    [InlineData("<title>The Strait Gazette: Boats turned back near Marlow Quay</title>")]
    [InlineData("<title>x</title><meta property=og:title content='Strait quarrel: Boats turned back near Marlow Quay'>")]
    [InlineData("<title>Boats turned back near Marlow Quay | News</title><meta property=og:site_name content='The Strait Gazette'>")]
    [InlineData("")]
    public void The_title_is_the_headline_as_printed(string head) => Assert.Equal("Boats turned back near Marlow Quay", Page(head).Title);

    [Theory]
    [InlineData("<meta property=og:title content='Boats turned back near Marlow Quay'>", "The Strait Gazette")]
    [InlineData("<meta property=og:site_name content='The Strait Gazette'><title>Boats turned back near Marlow Quay - The Strait Gazette</title>", "The Strait Gazette")]
    public void A_masthead_is_no_headline(string head, string heading) => Assert.Equal("Boats turned back near Marlow Quay", Page(head, heading: heading).Title);

    [Theory]
    [InlineData("<meta name=description content='Two ministries speak of a misunderstanding; fishermen do not.'>", "<div><p>Two ministries speak of a misunderstanding; fishermen do not.</p></div>", "Two ministries speak of a misunderstanding; fishermen do not.")]
    [InlineData("", "<p class=article__standfirst>Two ministries speak of a misunderstanding; fishermen do not.</p>", "Two ministries speak of a misunderstanding; fishermen do not.")]
    [InlineData("<meta name=description content='A description that is printed nowhere on the page.'>", "", null)]
    public void A_subtitle_is_what_is_printed_below_the_headline(string head, string body, string? subtitle) => Assert.Equal(subtitle, Page(head, body).Subtitle);

    [Theory]
    [InlineData("<p>By Jo Bloggs and Ann Other in Port Ashal</p>", "Jo Bloggs|Ann Other")]
    [InlineData("<p class=byline>Von Jo Bloggs und Ann Other</p>", "Jo Bloggs|Ann Other")]
    [InlineData("<p><a rel=author href=/jo>Jo Bloggs</a></p>", "Jo Bloggs")]
    [InlineData("<div class=article-author>Par Jo Bloggs</div>", "Jo Bloggs")]
    [InlineData("<span itemprop=author>Jo Bloggs</span>", "Jo Bloggs")]
    [InlineData("<p class=byline>Jo Bloggs, political correspondent, @jobloggs, jo@gazette.example</p>", "Jo Bloggs")]
    [InlineData("<p class=byline>Staff reporter</p>", "")]
    [InlineData("<div class=comments><span class=author>Angry Reader</span></div>", "")]
    public void Bylines_are_names_of_people(string body, string names) => Assert.Equal(names, string.Join('|', Page("", body).Bylines));

    [Fact]
    public void An_author_by_reference_is_looked_up() => Assert.Equal(["Jo Bloggs"], Page(
        """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#jo"},"publisher":{"@id":"#g"}},{"@type":"Person","@id":"#jo","name":"Jo Bloggs"},{"@type":"Organization","@id":"#g","name":"The Strait Gazette"}]}</script>""").Bylines);

    [Theory]
    [InlineData("<link rel=canonical href='https://gazette.example/boats?id=7&utm_source=feed&fbclid=x#top'>", null, "https://gazette.example/boats?id=7")]
    [InlineData("<link rel=canonical href=/boats>", "https://gazette.example/amp/boats?utm_medium=x", "https://gazette.example/boats")]
    [InlineData("<link rel='canonical' href='https://gazette.example/'>", "https://gazette.example/boats", "https://gazette.example/boats")]
    [InlineData("<meta property=og:url content=https://gazette.example/boats>", "https://m.gazette.example/boats?print=1", "https://gazette.example/boats")]
    [InlineData("", "https://gazette.example/boats?utm_campaign=a&id=7", "https://gazette.example/boats?id=7")]
    public void The_address_is_the_pages_own(string head, string? fetched, string expected)
    {
        byte[] page = System.Text.Encoding.UTF8.GetBytes($"<html><head>{head}</head><body><article><h1>Boats turned back</h1><p>{Lead}</p><p>{Second}</p></article></body></html>");
        Assert.Equal(expected, new ReportReader(LanguageData.English, ReadOptions.Default).Read(new InputItem("a.html", page, fetched)).Reports[0].Url);
    }
}
