using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>The rules of docs/reference/publication-dates.md, each on a page of its own.</summary>
public class PageDateTests
{
    private const string Title = "Boats turned back near Marlow Quay";

    private static Report Page(string head = "", string beside = "", string below = "", string lang = "en", string above = "") => FromHtml(
        $"<!DOCTYPE html><html lang={lang}><head><title>{Title} | The Strait Gazette</title>{head}</head><body><header><a href=/>Home</a></header><main>{above}<article><h1>{Title}</h1>{beside}<p>{Lead}</p><p>{Second}</p><p>{Third}</p>{below}</article></main></body></html>");

    private static void Day(string day, PublicationBasis basis, Report report)
    {
        Assert.Equal(day, report.Published.Date?.ToString());
        Assert.Equal(basis, report.Published.Basis);
    }

    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2031-05-04T23:30:00-05:00","dateModified":"2031-05-06"}""")]
    [InlineData("""[{"@type":"Organization","name":"x","foundingDate":"1901-01-01"},{"@type":["Article","NewsArticle"],"datePublished":"2031-05-04"}]""")]
    [InlineData("""{"@graph":[{"@type":"WebPage","datePublished":"2030-01-01"},{"@type":"ReportageNewsArticle","datePublished":"May 4, 2031"}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","datePublished":"20310504T101500"}}""")]
    [InlineData("""{"@type":"NewsArticle","headline":"A raw \" quote and a line\nend","datePublished":"2031-05-04",}""")]
    [InlineData("""{"@type":"NewsArticle","description":"an open "quote" inside","datePublished":"2031-05-04T10:00:00+02:00"}""")]
    [InlineData("""<!-- {"@type":"NewsArticle","datePublished":"2031-05-04"} -->""")]
    [InlineData("""{"@type":"NewsArticle","headline":"Boats turned back near Marlow Quay","datePublished":"2031-05-04"} ;""")]
    public void Linked_data_give_the_day_in_every_form_they_come_in(string json) =>
        Day("2031-05-04", PublicationBasis.Metadata, Page($"<script type=\"application/ld+json\">{json}</script>"));

    [Fact]
    public void Of_several_described_articles_the_pages_own_counts() => Day("2031-05-04", PublicationBasis.Metadata, Page(
        "<script type=\"application/ld+json\">[{\"@type\":\"NewsArticle\",\"headline\":\"Ferry fares to rise in autumn\",\"datePublished\":\"2031-04-30\"},"
        + $"{{\"@type\":\"NewsArticle\",\"headline\":\"{Title}\",\"datePublished\":\"2031-05-04\"}},{{\"@type\":\"NewsArticle\",\"headline\":\"Lighthouse for sale\",\"datePublished\":\"2031-05-01\"}}]</script>"));

    [Theory]
    [InlineData("<meta property=article:published_time content='2031-05-04T10:00:00+02:00'>")]
    [InlineData("<meta name=DC.date.issued content=2031-05-04>")]
    [InlineData("<meta name=parsely-pub-date content='2031-05-04T08:00:00Z'>")]
    [InlineData("<meta name=sailthru.date content='Sun, 04 May 2031 08:00:00 GMT'>")]
    [InlineData("<meta itemprop=datePublished content='4 May 2031'>")]
    [InlineData("<meta name=dcterms:created content=2031-05-04>")]
    [InlineData("<meta name=citation_publication_date content=2031/05/04>")]
    [InlineData("<meta name=date content=2031-05-04><meta property=article:modified_time content=2031-06-01>")]
    [InlineData("<meta name=cXenseParse:recs:publishtime content='2031-05-04T08:00:00Z'>")]
    [InlineData("<link rel=canonical href=https://gazette.example/2031/05/04/boats-turned-back>")]
    [InlineData("<link rel=canonical href=https://gazette.example/news/2031/may/04/boats>")]
    [InlineData("<link rel=canonical href=https://gazette.example/news/20310504/boats>")]
    [InlineData("<link rel=canonical href=https://gazette.example/news/boats-2031-05-04.html>")]
    [InlineData("<script>window.__STATE__ = {\"article\":{\"publishedAt\":\"2031-05-04T08:00:00Z\"}}</script>")]
    [InlineData("<script>dataLayer.push({'publishDate':'2031-05-04'});</script>")]
    public void The_head_of_a_page_gives_the_day(string head) => Day("2031-05-04", PublicationBasis.Metadata, Page(head));

    [Theory]
    [InlineData("<p><time datetime='2031-05-04T10:00:00+02:00'>an hour ago</time></p>")]
    [InlineData("<abbr class=published title='2031-05-04T10:00:00'>yesterday</abbr>")]
    [InlineData("<div itemscope><span itemprop=datePublished content=2031-05-04></span></div>")]
    [InlineData("<span data-timestamp=1935652800>2 hours ago</span>")]
    [InlineData("<span data-timestamp=1935652800000>2 hours ago</span>")]
    public void Attributes_beside_the_headline_give_the_day(string beside) => Day("2031-05-04", PublicationBasis.Metadata, Page(beside: beside));

    [Theory]
    [InlineData("en", "<p>May 4th, 2031</p>")]
    [InlineData("en", "<p>Published: Sunday, 4 May 2031, 10:15 GMT</p>")]
    [InlineData("en", "<div class=post-meta><span>By Jo Bloggs</span> on <span>04-May-2031</span></div>")]
    [InlineData("en", "<p class=date>Sun May 04 10:15:00 GMT 2031</p>")]
    [InlineData("de", "<p class=datum>4.5.31</p>")]
    [InlineData("de", "<p>Veröffentlicht am 4. Mai 2031 um 10:15 Uhr</p>")]
    [InlineData("de", "<dl><dt>Datum</dt><dd>04.05.2031</dd></dl>")]
    [InlineData("fr", "<p>Publié le dimanche 4 mai 2031 à 10h15</p>")]
    [InlineData("es", "<p>4 de mayo de 2031</p>")]
    [InlineData("pt", "<p>Publicado em 04/05/2031</p>")]
    [InlineData("it", "<p>4 maggio 2031</p>")]
    [InlineData("tr", "<p>04 Mayıs 2031 Pazar</p>")]
    [InlineData("pl", "<p>4 maja 2031</p>")]
    [InlineData("ru", "<p>4 мая 2031 г.</p>")]
    [InlineData("uk", "<p>4 травня 2031</p>")]
    [InlineData("el", "<p>4 Μαΐου 2031</p>")]
    [InlineData("hu", "<p>2031. május 4.</p>")]
    [InlineData("lt", "<p>2031 m. gegužės 4 d.</p>")]
    [InlineData("vi", "<p>4 tháng 5 năm 2031</p>")]
    [InlineData("ar", "<p>4 مايو 2031</p>")]
    [InlineData("fa", "<p>۴ مه ۲۰۳۱</p>")]
    [InlineData("he", "<p>4 במאי 2031</p>")]
    [InlineData("th", "<p>4 พฤษภาคม 2574</p>")]
    [InlineData("zh", "<p>2031年5月4日</p>")]
    [InlineData("ko", "<p>입력 2031.05.04 10:15</p>")]
    public void A_day_printed_beside_the_headline_is_read_in_many_languages(string lang, string beside) => Day("2031-05-04", PublicationBasis.Byline, Page(beside: beside, lang: lang));

    [Theory]
    // Languages use "listopad" for different months.
    [InlineData("pl", "4 listopada 2031", "2031-11-04")]
    [InlineData("hr", "4. listopada 2031.", "2031-10-04")]
    public void A_month_that_languages_differ_about_follows_the_declared_one(string lang, string words, string day) => Day(day, PublicationBasis.Byline, Page(beside: $"<p>{words}</p>", lang: lang));

    [Theory]
    [InlineData("en-US", "", "2031-05-04")]
    [InlineData("en-GB", "", "2031-04-05")]
    [InlineData("fr", "", "2031-04-05")]
    [InlineData("en", "<meta name=date content=2031-04-05>", "2031-04-05")]
    [InlineData("en", "<meta property=og:updated_time content=2031-05-04>", "2031-05-04")]
    [InlineData("en", "<link rel=canonical href=https://gazette.example.uk/boats>", "2031-04-05")]
    [InlineData("en", "", "2031-04-05/2031-05-04")]
    public void The_order_of_a_numeric_date_follows_other_dates_and_the_country(string lang, string head, string day) =>
        Assert.Equal(day, Page(head, "<p class=date>05/04/2031</p>", lang: lang).Published.Date?.ToString());

    [Theory]
    [InlineData("<footer class=entry-footer>Posted on May 4, 2031 by Jo</footer>")]
    [InlineData("<p class=meta>This entry was posted on May 4, 2031 at 10:15 pm and is filed under Strait, Boats and the long quarrel between the two countries over them.</p>")]
    public void Lines_below_a_story_that_speak_of_it_give_the_day(string below) => Day("2031-05-04", PublicationBasis.Text, Page(below: $"<p>{Second} {Third}</p><p>{Lead} {Third} {Second}</p><p>{Third} {Lead} {Second}</p>{below}"));

    [Theory]
    [InlineData("<p>&copy; 2031 The Strait Gazette, 4 May 2031</p>")]
    [InlineData("<div class=comments><p class=comment-date>4 May 2031</p><p>Well said.</p></div>")]
    [InlineData("<aside class=related><ul><li><a href=/a>Ferry fares to rise</a> <time datetime=2031-05-03>3 May 2031</time></li></ul></aside>")]
    [InlineData("<ul><li><span class=date>3 May 2031</span> Ferry fares to rise</li><li><span class=date>4 May 2031</span> Lighthouse for sale</li></ul>")]
    [InlineData("<div class=events><p>Harbour day: 4 May 2031</p></div>")]
    [InlineData("<p>Harbour days: 4 May 2031 - 7 May 2031</p>")]
    [InlineData("<p>Harbour days, 5-7 May 2031</p>")]
    public void Dates_of_other_things_are_not_the_reports(string below) => Assert.Equal(Publication.Unknown, Page(below: $"<p>{Second} {Third}</p><p>{Lead} {Third} {Second}</p><p>{Third} {Lead} {Second}</p>{below}").Published);

    [Theory]
    [InlineData("The ministry's report was published on 4 May 2030, and nothing has changed since, the fishermen say.")]
    [InlineData("A treaty of 4 May 1991 divides the strait, and its text has never been made public.")]
    public void A_day_in_a_sentence_of_the_story_is_not_its_own(string sentence) => Assert.Equal(Publication.Unknown, Page(beside: $"<p>{sentence}</p>").Published);

    [Fact]
    public void Words_without_a_clock_are_no_date() => Assert.Equal(Publication.Unknown, Page(beside: "<p class=date>2 hours ago</p>").Published);

    [Theory]
    // A stamp in universal time falls on the day after; the page shows the day where it was published.
    [InlineData("2031-05-05T02:11:00Z", "2031-05-04", "2031-05-04")]
    // And on the day before, east of it.
    [InlineData("2031-05-03T22:30:00+00:00", "2031-05-04", "2031-05-04")]
    // A stamp with a zone of its own says its day itself.
    [InlineData("2031-05-05T02:11:00+03:00", "2031-05-04", "2031-05-05")]
    public void A_stamp_in_universal_time_gives_way_to_the_day_in_the_address(string stamp, string addressed, string day) =>
        Assert.Equal(day, Page($"<meta property=article:published_time content='{stamp}'><link rel=canonical href=https://gazette.example/{addressed.Replace('-', '/')}/boats>").Published.Date?.ToString());

    [Fact]
    public void The_address_outlives_a_new_version() =>
        Day("2031-05-04", PublicationBasis.Metadata, Page("<meta property=article:published_time content=2033-01-01><link rel=canonical href=https://gazette.example/2031/05/04/boats>"));

    [Fact]
    public void The_stamp_of_an_archive_is_not_the_day() => Assert.Equal(Publication.Unknown, Page("<link rel=canonical href=https://archive.example/web/20330217080612/http://gazette.example/boats>").Published);

    [Fact]
    public void The_day_that_most_places_name_counts() => Day("2031-05-06", PublicationBasis.Metadata, Page(
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-05-03\"}</script><meta property=article:published_time content=2031-05-06><meta name=date content=2031-05-06>", "<p class=date>May 6, 2031</p>"));

    [Fact]
    public void A_change_is_told_from_publication()
    {
        Report report = Page(beside: "<p>Published 4 May 2031</p><p>Last updated on 6 May 2031</p>");
        Day("2031-05-04", PublicationBasis.Byline, report);
        Assert.Equal("2031-05-06", report.Modified?.ToString());
    }

    [Fact]
    public void A_page_that_says_only_when_it_was_changed_is_of_that_day() => Day("2031-05-06", PublicationBasis.Metadata, Page("<meta property=og:updated_time content=2031-05-06>"));

    [Fact]
    public void Thousands_of_dates_cost_no_more_than_reading_them()
    {
        string metas = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"<meta property=article:published_time content='{1 + (i % 12)}/{1 + (i % 11)}/2031'>"));
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(Page("<meta property=article:published_time content=2031-05-06>" + metas).Published.Date);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 15);
    }
}
