using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Tests.Present;
using Parallax.Web;
using Parallax.Web.Brief;
using Xunit;

namespace Parallax.Tests.Web;

public sealed class BriefPageTests
{
    private static readonly string Page = BriefRenderer.Render(FishingDispute.Build());
    private static readonly IHtmlDocument Document = new HtmlParser().ParseDocument(Page);

    [Fact]
    public void The_same_situation_gives_the_same_bytes() => Assert.Equal(Page, BriefRenderer.Render(FishingDispute.Build()));

    [Fact]
    public void Nothing_is_fetched_and_only_the_pages_own_script_may_run()
    {
        Assert.Empty(Document.QuerySelectorAll("link, img, iframe, object, embed, source, base, [srcset], [style], [src]"));
        Assert.Single(Document.QuerySelectorAll("script"));
        Assert.DoesNotContain("@import", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", Page, StringComparison.Ordinal);
        string policy = Document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(Document.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Hostile_text_is_shown_and_never_markup()
    {
        Assert.DoesNotContain("<script>alert", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Page, StringComparison.Ordinal);
        Assert.DoesNotContain(Document.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        IElement report = Document.QuerySelector(".report:last-of-type")!;
        Assert.Contains(FishingDispute.Hostile, report.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("javascript:alert(1)", report.QuerySelector(".path")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Outward_links_open_apart_and_tell_nothing()
    {
        IElement[] outward = [.. Document.QuerySelectorAll("a[href]").Where(a => !a.GetAttribute("href")!.StartsWith('#'))];
        Assert.Equal(2, outward.Length);
        Assert.All(outward, a => Assert.Equal("noopener noreferrer external", a.GetAttribute("rel")));
        Assert.Contains(outward, a => a.GetAttribute("href") == "https://courier.example/a?b=1&c=2");
    }

    [Fact]
    public void Every_link_inside_the_page_lands_somewhere()
    {
        string[] all = [.. Document.All.Where(e => e.HasAttribute("id")).Select(e => e.GetAttribute("id")!)];
        HashSet<string> ids = [.. all];
        Assert.All(Document.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], ids));
        Assert.Equal(all.Length, ids.Count);
    }

    [Fact]
    public void Every_evidence_is_highlighted_with_its_exact_words()
    {
        foreach (Evidence evidence in FishingDispute.Build().Evidence)
        {
            IElement mark = Document.GetElementById(evidence.Id)!;
            Assert.Equal("MARK", mark.NodeName);
            string rest = string.Concat(Document.QuerySelectorAll($"mark[data-of='{evidence.Id}']").Select(m => m.TextContent));
            Assert.Equal(evidence.Exact, mark.TextContent + rest);
        }
    }

    [Theory]
    [InlineData("section.day h3", "Tue 8 April 2031")]
    [InlineData(".event .mark", "denied")]
    [InlineData(".figure .range", "12–15, best 15")]
    [InlineData(".readings", "excluded, Q7")]
    [InlineData(".difference .kind", "cannot both be true")]
    [InlineData(".voice", "Mira Dastan")]
    [InlineData(".own", "a single")]
    [InlineData(".labels", "Rioters")]
    [InlineData(".origin", "Coastline Press")]
    [InlineData(".cut", "Home News Sport")]
    [InlineData("#declined", "PX4101")]
    [InlineData(".report .meta", "inferred from other reports")]
    [InlineData("#background", "1987")]
    [InlineData(".places", "exact")]
    public void The_page_shows(string selector, string expected) =>
        Assert.Contains(Document.QuerySelectorAll(selector), e => Regex.Replace(e.TextContent, @"\s+", " ").Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void A_country_gets_no_pin()
    {
        Situation sound = FishingDispute.Build();
        Situation changed = sound with { Events = [sound.Events[1] with { Where = "p-meridia" }, sound.Events[5]] };
        IHtmlDocument page = new HtmlParser().ParseDocument(BriefRenderer.Render(changed));
        Assert.Single(page.QuerySelectorAll(".map circle"));
        Assert.Contains(page.QuerySelectorAll(".places li"), li => li.TextContent.Contains("Meridia", StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll(".land.shaded"));
    }

    [Fact]
    public void Structure_serves_keyboards_and_screen_readers()
    {
        Assert.Equal("en", Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(Document.QuerySelectorAll("h1"));
        Assert.Single(Document.QuerySelectorAll("main"));
        Assert.Equal("#main", Document.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(Document.QuerySelectorAll("svg"), svg => Assert.False(string.IsNullOrEmpty(svg.GetAttribute("aria-label"))));
        Assert.All(Document.QuerySelectorAll("main > section"), s => Assert.True(s.HasAttribute("aria-labelledby") || s.HasAttribute("aria-label")));
        Assert.All(Document.QuerySelectorAll("a.ref"), a => Assert.StartsWith("Report ", a.GetAttribute("aria-label"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_thousand_reports_render_with_capped_lists()
    {
        string page = BriefRenderer.Render(ManyReports.Build(1000));
        Assert.Contains("500 more events with less support are in situation.json.", page, StringComparison.Ordinal);
        Assert.Contains("850 more figures are in situation.json.", page, StringComparison.Ordinal);
        Assert.Equal(1000, Regex.Count(page, "<article class=\"report\""));
        Assert.True(page.Length < 20_000_000, "too large");
    }

    [Fact]
    public void Texts_too_long_to_show_are_cut_to_what_is_used()
    {
        string page = BriefRenderer.Render(ManyReports.Build(2400));
        Assert.Contains("only paragraphs that something in this brief rests on are kept", page, StringComparison.Ordinal);
        Assert.Contains("20 paragraphs left out", page, StringComparison.Ordinal);
        Assert.Contains("A crowd of", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_or_broken_situation_still_renders()
    {
        Situation sound = FishingDispute.Build();
        Assert.Contains("Shots fired", BriefRenderer.Render(sound with { Reports = [], Actors = [], Places = [], Evidence = [] }), StringComparison.Ordinal);
        Situation strange = sound with
        {
            Places = [.. sound.Places.Select(p => p with { Lat = double.NaN })],
            Figures = [sound.Figures[0] with { Readings = [] }],
            Evidence = [.. sound.Evidence.Select(e => e with { Id = e.Id + "\"><b>", End = e.End + 100_000 })],
        };
        string page = BriefRenderer.Render(strange);
        Assert.DoesNotContain("\"><b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/x y", "https://a.example/x%20y")]
    [InlineData("http://a.example", "http://a.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("JAVASCRIPT:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//a.example", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData(" \u0001javascript:alert(1)", null)]
    [InlineData(null, null)]
    public void Only_web_addresses_become_links(string? url, string? expected) => Assert.Equal(expected, BriefView.SafeUrl(url));
}
