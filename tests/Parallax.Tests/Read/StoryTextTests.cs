using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>Which parts of a page are its story.</summary>
public class StoryTextTests
{
    private static readonly string Body = $"<p>{Lead}</p><p>{Second}</p><p>{Third}</p>";
    private static readonly string Story = string.Join("\n\n", Lead, Second, Third);

    [Theory]
    [InlineData("<div class=x><a href=/1><img src=a.jpg></a><div><a href=/1>Storm closes two ferries and a bridge</a></div><div>Prices rise at once, traders said.</div></div>")]
    [InlineData("<div class=row><div><a href=/1><h3>Storm closes two ferries</h3></a><p>Prices rise at once, traders said.</p></div><div><a href=/2><h3>Lighthouse sold to a hotel</h3></a><p>The keeper moves out.</p></div></div>")]
    [InlineData("<p>Look: <a href=/1>Storm closes two ferries and a bridge</a></p>")]
    [InlineData("<h3><a href=/1>Will the storm close two ferries?</a></h3>")]
    [InlineData("<div><h3>The weekly letter</h3><p>Ann Other writes to you on Fridays about boats.</p><form><input type=email><button>Go</button></form></div>")]
    [InlineData("<div><img src=a.jpg><div>A boat at the pier in spring</div></div>")]
    [InlineData("<article><h2>Storm closes two ferries</h2><p>Traders said on Monday that prices had risen at once, and would rise again.</p></article>")]
    [InlineData("<p>* * *</p>")]
    public void A_part_that_is_no_story_by_its_form_is_cut_from_between_its_paragraphs(string part) =>
        Assert.Equal(Story, FromHtml($"<html><body><div class=page><h1>Boats turned back</h1><div><p>{Lead}</p>{part}<p>{Second}</p><p>{Third}</p></div></div></body></html>").Text);

    [Theory]
    [InlineData("teaser-text")]
    [InlineData("x")]
    public void The_lead_between_headline_and_story_belongs_to_it(string name)
    {
        Report report = FromHtml($"<html><body><main><header><h1>Boats turned back</h1><p class='{name}'>Two boats were stopped in the strait, and talks go on.</p></header><div class=article-body>{Body}</div></main></body></html>");
        Assert.Equal("Two boats were stopped in the strait, and talks go on.\n\n" + Story, report.Text);
    }

    [Theory]
    [InlineData("main-with-sidebar")]
    [InlineData("no-comments")]
    [InlineData("category-newsletter")]
    public void A_name_that_speaks_of_something_else_cuts_nothing(string name) =>
        Assert.Equal(Story, FromHtml($"<html><body><div><p>About our paper and the people who make it every day.</p></div><div class='{name}'>{Body}</div></body></html>").Text.Replace("About our paper and the people who make it every day.\n\n", "", StringComparison.Ordinal));

    [Fact]
    public void Names_on_every_paragraph_are_weighed_together() =>
        Assert.Equal(Story, FromHtml($"<html><body><div>{Body.Replace("<p>", "<p class='related'>", StringComparison.Ordinal)}<p>Other words of the page stand here.</p></div></body></html>").Text.Replace("\n\nOther words of the page stand here.", "", StringComparison.Ordinal));

    [Fact]
    public void A_heading_over_links_that_were_cut_goes_with_them()
    {
        Report report = FromHtml($"<html><body><article><h1>Boats turned back</h1>{Body}<h3>From the islands</h3><ul><li><a href=/1>Storm closes two ferries and a bridge</a></li><li><a href=/2>Lighthouse sold to a hotel owner</a></li></ul></article></body></html>");
        Assert.Equal(Story, report.Text);
        HasCut(report, CutReason.Teaser, "From the islands");
    }

    [Theory]
    [InlineData("Jo Bloggs is a senior writer at the Gazette.", CutReason.Byline)]
    [InlineData("Want more news? Sign up for our letter.", CutReason.Subscription)]
    [InlineData("No part may be reproduced without permission of the Gazette.", CutReason.Legal)]
    public void What_outlets_print_at_the_foot_is_cut_there(string line, CutReason reason)
    {
        Report report = FromHtml($"<html><body><article><h1>Boats turned back</h1>{Body}<p>{line}</p></article></body></html>");
        Assert.Equal(Story, report.Text);
        Assert.Contains(report.Cuts, cut => cut.Text == line && (cut.Reason == reason || cut.Reason is CutReason.Legal or CutReason.Subscription));
        // In mid-story the same words are story.
        Assert.Contains("Jo Bloggs is a senior writer at the Gazette.", FromHtml($"<html><body><article><h1>Boats turned back</h1><p>Jo Bloggs is a senior writer at the Gazette.</p>{Body}</article></body></html>").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_first_letter_is_joined_to_its_word() =>
        Assert.StartsWith("Fishermen in the harbour", FromHtml($"<html><body><article><h1>Boats turned back</h1><div>F</div><p>{Lead[1..]}</p><p>{Second}</p></article></body></html>").Text, StringComparison.Ordinal);

    [Fact]
    public void Linked_data_show_where_the_story_ends()
    {
        string page = $"<html><head><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Lead} {Second} {Third} {Lead} {Second}\"}}</script></head>"
            + $"<body><div><h1>Boats turned back</h1><div>{Body}</div><div><p>We sell maps too.</p></div></div></body></html>";
        Assert.Equal(Story, FromHtml(page).Text);
    }

    [Fact]
    public void Text_shown_where_scripts_do_not_run_is_read_when_there_is_no_other() =>
        Assert.Equal(Story, FromHtml($"<html><body><h1>Boats turned back</h1><noscript><div>{Body}</div></noscript></body></html>").Text);

    [Fact]
    public void A_beginning_before_a_wall_is_declined() =>
        Assert.Equal("PX1060", Code("a.html", Utf8($"<html><body><article><h1>Boats turned back</h1><p>{Lead}</p><div class=paywall><p>Subscribe now to continue reading.</p></div></article></body></html>")));

    [Fact]
    public void A_whole_story_with_an_appeal_is_read()
    {
        string whole = string.Concat(Enumerable.Range(1, 4).Select(n => Body.Replace("Tuesday", "day " + n, StringComparison.Ordinal).Replace("two boats", n + " boats", StringComparison.Ordinal).Replace("Thursday", "day " + n, StringComparison.Ordinal)));
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.html", Utf8($"<html><body><article><h1>Boats turned back</h1>{whole}<div class=paywall><p>Subscribe to read the full archive.</p></div></article></body></html>"));
        Assert.Single(reports);
        Assert.Empty(problems);
    }

    [Fact]
    public void A_longer_part_before_a_wall_is_read_and_said_to_break_off()
    {
        string part = string.Concat(Enumerable.Range(1, 4).Select(n => Body.Replace("Tuesday", "day " + n, StringComparison.Ordinal).Replace("two boats", n + " boats", StringComparison.Ordinal).Replace("Thursday", "day " + n, StringComparison.Ordinal)));
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.html", Utf8($"<html><body><article><h1>Boats turned back</h1>{part}<p>The minister then turned to the harbour and the...</p><div class=paywall><p>To continue reading, become a subscriber.</p></div></article></body></html>"));
        Assert.Single(reports);
        Assert.Equal("PX1061", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_frame_for_scripts_is_declined_by_name() =>
        Assert.Equal("PX1062", Code("a.html", Utf8("<html><body><div id=root></div><script src=/static/main.js></script><script>" + new string('x', 900) + "</script></body></html>")));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
