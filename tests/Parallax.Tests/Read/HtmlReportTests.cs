using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class HtmlReportTests
{
    private const string Page = """
        <!doctype html><html lang="en-GB"><head><title>Boats turned back near Marlow Quay | The Strait Gazette</title>
        <meta property="og:site_name" content="The Strait Gazette"><link rel="canonical" href="https://gazette.example/2031/05/04/boats">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2031-05-04T21:00:00Z","dateModified":"2031-05-05","author":[{"name":"Jo Bloggs"}]}</script></head>
        <body class="has-comments"><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <article><h1>Boats turned back near Marlow Quay</h1><p class="byline">By Jo Bloggs</p>
        <figure><img src="x.jpg"><figcaption>A boat at the pier, March 3, 2031.</figcaption></figure>
        <div class="article-body"><p>LEAD</p><h2>Talks to resume</h2><p>SECOND</p>
        <div class="related-stories"><p>Storm closes two ferries and a bridge for the whole of the coming week, and prices rise at once.</p></div>
        <blockquote class="twitter-tweet"><p>Watching the strait tonight</p>— Strait Observer (@straitobs) May 4, 2031</blockquote>
        <p>THIRD</p></div></article>
        <div id="comments"><p>I was there myself and can say that nothing of the kind was to be seen from the pier that day.</p></div>
        <footer><p>Imprint</p></footer></body></html>
        """;

    [Fact]
    public void A_page_gives_story_facts_and_cuts()
    {
        Report report = FromHtml(Page.Replace("LEAD", Lead, StringComparison.Ordinal).Replace("SECOND", Second, StringComparison.Ordinal).Replace("THIRD", Third, StringComparison.Ordinal));
        Assert.Equal(string.Join("\n\n", Lead, "Talks to resume", Second, "Watching the strait tonight \u2014 Strait Observer (@straitobs) May 4, 2031", Third), report.Text);
        Assert.Equal(ParagraphKind.Heading, report.Paragraphs[1].Kind);
        Assert.Equal(("Boats turned back near Marlow Quay", "The Strait Gazette", "https://gazette.example/2031/05/04/boats"), (report.Title, report.Outlet, report.Url));
        Assert.Equal(("2031-05-04", PublicationBasis.Metadata, "2031-05-04T21:00:00Z"), (report.Published.Date.ToString(), report.Published.Basis, report.Published.Words));
        Assert.Equal("2031-05-05", report.Modified.ToString());
        Assert.Equal(["Jo Bloggs"], report.Bylines);
        HasCut(report, CutReason.Caption, "A boat at the pier, March 3, 2031.");
        Assert.Equal(ParagraphKind.BlockQuote, report.Paragraphs[3].Kind);
        Assert.Contains(report.Cuts, cut => cut.Reason == CutReason.Teaser && cut.Text.StartsWith("Storm closes", StringComparison.Ordinal));
        Assert.Contains(report.Cuts, cut => cut.Reason == CutReason.CommentForm && cut.Text.StartsWith("I was there", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_any_hint_still_gives_its_paragraphs()
    {
        Report report = FromHtml($"<html><body><table><tr><td><a href=1>Home</a><br><a href=2>News</a></td><td><b>Boats turned back</b><br><br>{Lead}<br><br>{Second}<br><br>{Third}</td></tr></table></body></html>");
        Assert.Contains(Lead + "\n\n" + Second + "\n\n" + Third, report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Home", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hint_on_the_part_that_holds_the_story_is_not_believed()
    {
        Report report = FromHtml($"<html><body><div class='sidebar related'><p>{Lead}</p><p>{Second}</p></div></body></html>");
        Assert.Equal(Lead + "\n\n" + Second, report.Text);
    }

    [Theory]
    [InlineData("<p class=date>Updated 4 May 2031</p>", "2031-05-04")]
    [InlineData("<time datetime='2031-05-06T10:00'>today</time>", "2031-05-06")]
    [InlineData("<link rel=canonical href='https://gazette.example/2031/05/07/boats'>", "2031-05-07")]
    [InlineData("<meta name='article:published_time' content='2031-05-08'>", "2031-05-08")]
    public void The_date_is_found_in_page_time_and_address(string part, string expected) =>
        Assert.Equal(expected, FromHtml($"<html><body><article><h1>Boats turned back near Marlow Quay</h1>{part}<p>{Lead}</p><p>{Second}</p></article></body></html>").Published.Date.ToString());

    [Fact]
    public void Story_held_back_by_a_script_is_taken_from_the_linked_data()
    {
        string body = string.Join("\\n\\n", Enumerable.Repeat(0, 1).SelectMany(_ => new[] { Lead, Second, Third, "Nobody was hurt, and the boats went back to sea before noon on the following day." }));
        Report report = FromHtml($$"""<html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{body}}"}</script></head><body><div id="app"></div></body></html>""");
        Assert.Equal(4, report.Paragraphs.Count);
    }
}
