using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class FeedReportTests
{
    private static (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) Feed(string xml) => ReadAll("feed.xml", Encoding.UTF8.GetBytes(xml));

    private static string Rss(string items, string opening = "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{opening}<channel><title>Quay Courier</title><link>https://courier.example/</link><language>en-gb</language><image><title>logo</title><url>https://courier.example/x.png</url></image>{items}</channel></rss>";

    private static string Full(string title, string more = "") =>
        $"<item><title>{title}</title><link>https://courier.example/{title.Length}</link>{more}<content:encoded><![CDATA[<p>{Lead}</p><p>{Second}</p><script>ignored()</script>]]></content:encoded></item>";

    [Fact]
    public void Rss_with_full_content_gives_a_report_an_item_with_its_own_facts()
    {
        Report report = Assert.Single(Feed(Rss("<item><title>Boats &amp;amp; nets: talks &lt;b&gt;stall&lt;/b&gt;</title><link>https://courier.example/a</link><guid isPermaLink=\"false\">x1</guid>"
            + "<pubDate>Tue, 14 Oct 2031 23:10:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator><description>A teaser only.</description>"
            + $"<content:encoded><![CDATA[<p>{Lead}</p><p>{Second}</p>]]></content:encoded></item>")).Reports);
        Assert.Equal("feed.xml#1", report.Path);
        Assert.Equal("https://courier.example/a", report.Url);
        Assert.Equal("Boats & nets: talks stall", report.Title);
        Assert.Equal("Quay Courier", report.Outlet);
        Assert.Equal(["Ann Lee"], report.Bylines);
        Assert.Equal("2031-10-14", report.Published.Date.ToString());
        Assert.Equal(PublicationBasis.Metadata, report.Published.Basis);
        Assert.Equal($"{Lead}\n\n{Second}", report.Text);
    }

    [Theory]
    [InlineData("<p>The post <a href=\"/x\">Boats &#8220;stopped&#8221; again</a> appeared first on <a href=\"/\">Quay Courier</a>.</p>", CutReason.Credit, "The post Boats \u201Cstopped\u201D again appeared first on Quay Courier.", null)]
    [InlineData("<p>The post Boats stopped again appeared first on Strait Wire.</p>", CutReason.Credit, "The post Boats stopped again appeared first on Strait Wire.", "Strait Wire")]
    [InlineData("<p><em>This article was originally published on Strait Wire. Read the original.</em></p>", CutReason.Credit, "This article was originally published on Strait Wire. Read the original.", "Strait Wire")]
    [InlineData("<p>This story first appeared on our sister site.</p>", CutReason.Legal, "This story first appeared on our sister site.", null)]
    [InlineData("<p>Continue reading Boats stopped again</p>", CutReason.Teaser, "Continue reading Boats stopped again", null)]
    public void What_a_publishing_program_adds_behind_a_story_is_cut(string tail, CutReason reason, string cut, string? origin)
    {
        string item = $"<item><title>Boats \u201Cstopped\u201D again</title><content:encoded><![CDATA[<p>{Lead}</p><p>{Second}</p>{tail}]]></content:encoded></item>";
        Report report = Assert.Single(Feed(Rss(item)).Reports);
        Assert.Equal($"{Lead}\n\n{Second}", report.Text);
        HasCut(report, reason, cut);
        Assert.Equal(origin, report.Credits.SingleOrDefault()?.Agency);
    }

    [Fact]
    public void A_note_in_the_last_paragraph_is_cut_off_it_and_hides_no_dots()
    {
        string note = "The post Boats stopped again appeared first on Quay Courier.";
        string item = $"<item><title>Boats stopped again</title><content:encoded><![CDATA[<p>{Lead}</p><p>{Second} {note}</p>]]></content:encoded></item>";
        string teaser = $"<item><title>Nets</title><link>https://courier.example/n</link><content:encoded><![CDATA[<p>{Lead} [&#8230;]</p><p>The post Nets appeared first on Quay Courier.</p>]]></content:encoded></item>";
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed(Rss(item + teaser));
        Assert.Equal($"{Lead}\n\n{Second}", Assert.Single(reports).Text);
        HasCut(reports[0], CutReason.Credit, note);
        Assert.Equal("PX1023", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_sentence_about_where_something_appeared_stays()
    {
        string sentence = "This article of the treaty describes how the boats first appeared in the strait, he said.";
        string post = "The post on the pier appeared first on the harbour's list of damage, and will be set again.";
        Assert.Equal($"{Lead}\n\n{post}\n\n{sentence}\n\n{Second}\n\n{Third}", FromHtml($"<html><body><article><h1>Boats stopped</h1><p>{Lead}</p><p>{post}</p><p>{sentence}</p><p>{Second}</p><p>{Third}</p></article></body></html>").Text);
    }

    [Fact]
    public void Atom_content_may_be_html_xhtml_or_text()
    {
        string xml = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Strait Wire</title><author><name>Desk</name></author>"
            + $"<entry><title type=\"html\">One &amp;amp; two</title><link rel=\"self\" href=\"https://wire.example/self\"/><link href=\"https://wire.example/1\"/><published>2031-05-06T07:08:09Z</published><updated>2031-05-09T00:00:00Z</updated><author><name>Bo Ray</name><email>b@wire.example</email></author><content type=\"html\">&lt;p&gt;{Lead}&lt;/p&gt;&lt;p&gt;{Second}&lt;/p&gt;</content></entry>"
            + $"<entry><title>Two</title><id>https://wire.example/2</id><updated>2031-05-07T00:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{Lead}</p><p>{Third} <b>5 &lt; 6</b> again, he said.</p></div></content></entry>"
            + $"<entry><title>Three</title><link href=\"https://wire.example/3\"/><content type=\"text\">{Second}\n\n{Third}</content></entry></feed>";
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed(xml);
        Assert.Empty(problems);
        Assert.Equal(["https://wire.example/1", "https://wire.example/2", "https://wire.example/3"], reports.Select(r => r.Url));
        Assert.Equal("One & two", reports[0].Title);
        Assert.Equal(["Bo Ray"], reports[0].Bylines);
        Assert.Equal("2031-05-06", reports[0].Published.Date.ToString());
        Assert.Equal("2031-05-09", reports[0].Modified.ToString());
        Assert.EndsWith("5 < 6 again, he said.", reports[1].Text, StringComparison.Ordinal);
        Assert.Equal("2031-05-07", reports[1].Published.Date.ToString());
        Assert.Equal($"{Second}\n\n{Third}", reports[2].Text);
    }

    [Fact]
    public void Rss_one_and_a_prefixed_atom_are_read()
    {
        string rdf = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel rdf:about=\"x\"><title>Old Gazette</title><link>https://old.example/</link></channel>"
            + $"<item rdf:about=\"https://old.example/1\"><title>A title</title><link>https://old.example/1</link><dc:date>2031-02-03</dc:date><content:encoded>&lt;p&gt;{Lead}&lt;/p&gt;&lt;p&gt;{Second}&lt;/p&gt;</content:encoded></item></rdf:RDF>";
        Report old = Assert.Single(Feed(rdf).Reports);
        Assert.Equal(("Old Gazette", "2031-02-03"), (old.Outlet, old.Published.Date.ToString()));
        string atom = $"<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:title>Wire</a:title><a:entry><a:title>T</a:title><a:content>{Lead} {Second}</a:content></a:entry></a:feed>";
        Assert.Contains(Second, Assert.Single(Feed(atom).Reports).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_teaser_is_declined_with_its_link_and_a_whole_story_in_the_summary_is_read()
    {
        string story = string.Concat(Enumerable.Repeat($"&lt;p&gt;{Lead} {Second} {Third}&lt;/p&gt;", 3));
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed(Rss(
            $"<item><title>a</title><link>https://courier.example/teaser</link><description>{Lead}</description></item>"
            + $"<item><title>b</title><link>https://courier.example/cut</link><description>{story} &lt;p&gt;And then…&lt;/p&gt;</description></item>"
            + $"<item><title>c</title><link>https://courier.example/whole</link><description>{story}</description></item>"
            + $"<item><title>d</title><link>https://courier.example/short</link><content:encoded>{Lead} [&amp;hellip;]</content:encoded></item>"));
        Assert.Equal("feed.xml#3", Assert.Single(reports).Path);
        Assert.Equal(["feed.xml#1", "feed.xml#2", "feed.xml#4"], problems.Select(p => p.Given));
        Assert.All(problems, p => Assert.Equal("PX1023", p.Code));
        Assert.Contains("https://courier.example/teaser", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void What_feeds_in_the_wild_get_wrong_is_read_all_the_same()
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed("\n <!DOCTYPE rss PUBLIC \"-//X//DTD RSS 0.91//EN\" \"http://dtd.invalid/rss.dtd\">" + Rss(
            $"<item><title>Fish&nbsp;& chips &copy; A&B</title><media:thumbnail url=\"x\"/><description>\u0001&lt;p&gt;{Lead}&lt;/p&gt;&#11;&lt;p&gt;{Second}&lt;/p&gt;{string.Concat(Enumerable.Repeat(Third + " ", 6))}</description></item>", "<rss version=\"0.91\">"));
        Assert.Empty(problems);
        Assert.Equal("Fish & chips © A&B", Assert.Single(reports).Title);
    }

    [Fact]
    public void An_item_that_is_not_well_formed_costs_only_itself()
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed(Rss(Full("one") + $"\n<item><title>two</title><description><p>{Lead}</description></item>\n" + Full("three") + Full("four")));
        Assert.Equal(["one", "three", "four"], reports.Select(r => r.Title));
        Problem problem = Assert.Single(problems);
        Assert.Equal(("PX1024", "feed.xml#2"), (problem.Code, problem.Given));
        Assert.Contains("line 3,", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_cut_short_gives_what_is_whole()
    {
        string whole = Rss(Full("one") + Full("two"));
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = Feed(whole[..^200]);
        Assert.Equal("one", Assert.Single(reports).Title);
        Assert.Equal(("PX1024", "feed.xml#2"), (Assert.Single(problems).Code, problems[0].Given));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % a SYSTEM \"http://attacker.invalid/x\"> %a;]>", "x")]
    public void Entities_are_neither_expanded_nor_fetched(string type, string reference) =>
        Assert.Equal("PX1025", Code("feed.xml", Encoding.UTF8.GetBytes(type + Rss($"<item><title>{reference}</title></item>"))));

    [Fact]
    public void A_reference_to_an_entity_of_its_own_stays_as_it_is_written() =>
        Assert.Equal("see &lol9;", Assert.Single(Feed(Rss(Full("see &lol9;"))).Reports).Title);

    [Fact]
    public void Deep_nesting_and_an_empty_feed_are_declined()
    {
        Assert.Equal("PX1024", Code("feed.xml", Encoding.UTF8.GetBytes(Rss($"<item><description>{string.Concat(Enumerable.Repeat("<a>", 100_000))}</description></item>"))));
        Assert.Equal("PX1029", Code("feed.xml", Encoding.UTF8.GetBytes(Rss(""))));
        Assert.Equal("PX1029", Code("feed.xml", Encoding.UTF8.GetBytes("<rss/>")));
    }

    [Fact]
    public void The_declared_encoding_of_a_feed_counts()
    {
        string xml = Rss($"<item><title>Café</title><description>{string.Concat(Enumerable.Repeat(Lead + " Le café. ", 8))}</description></item>").Replace("UTF-8", "iso-8859-1", StringComparison.Ordinal);
        Assert.Equal("Café", Assert.Single(ReadAll("a.rss", Encoding.Latin1.GetBytes(xml)).Reports).Title);
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml)];
        Assert.Equal("Café", Assert.Single(ReadAll("a.rss", wide).Reports).Title);
    }
}
