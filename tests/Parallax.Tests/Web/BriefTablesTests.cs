using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Assess;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Tests.Present;
using Parallax.Web;
using Xunit;

namespace Parallax.Tests.Web;

public sealed class BriefTablesTests
{
    private static readonly Situation Sound = FishingDispute.Build();

    [Fact]
    public void A_framing_cell_says_what_its_outlet_does_and_opens_the_sentence()
    {
        IHtmlDocument page = Page(Sound with { Framing = [Framing("Harbour Gazette", "Meridia Today")] });
        IElement table = page.QuerySelector("#framing table")!;
        Assert.Equal(["Fact", "Harbour Gazette", "Meridia Today"], table.QuerySelectorAll("thead th[scope=col]").Select(Text));
        Assert.Equal(["that it happened", "who did it: police", "how many: injured"], table.QuerySelectorAll("tbody th[scope=row]").Select(Text));
        IElement cell = table.QuerySelectorAll("tbody tr")[2].QuerySelectorAll("td")[0];
        Assert.StartsWith("attributed to hospital officials, “at least 12”", Text(cell), StringComparison.Ordinal);
        string target = cell.QuerySelector("a.ref")!.GetAttribute("href")![1..];
        Assert.Equal("police used water cannon", page.GetElementById(target)!.TextContent);
        Assert.Equal("", Text(table.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td")[1]));
        Assert.Equal("omitted", Text(table.QuerySelectorAll("tbody tr")[2].QuerySelectorAll("td")[1])[..7]);
    }

    [Fact]
    public void Hostile_outlet_names_are_shown_short_and_never_as_markup()
    {
        string endless = new('W', 10_000);
        string html = BriefRenderer.Render(Sound with
        {
            Reports = [.. Sound.Reports.Select((r, i) => r with { Outlet = i == 0 ? endless : FishingDispute.Hostile })],
            Framing = [Framing(endless, FishingDispute.Hostile), Framing(endless + "x", "\u202Eevil\u001b[31m")],
        });
        Assert.DoesNotContain(new string('W', BriefContent.LongestName), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        IHtmlDocument page = new HtmlParser().ParseDocument(html);
        string[] names = [.. page.QuerySelectorAll("#framing thead th").Select(Text)];
        Assert.Contains(names, n => n.StartsWith("<script>alert('x')", StringComparison.Ordinal));
        Assert.Contains("evil[31m", names);
        Assert.All(names, n => Assert.True(n.Length <= BriefContent.LongestName, n));
    }

    [Fact]
    public void Two_names_alike_in_what_is_shown_stay_two_columns()
    {
        string name = new('W', 80);
        IHtmlDocument page = Page(Sound with { Framing = [Framing(name + "a", name + "b")] });
        Assert.Equal(3, page.QuerySelectorAll("#framing thead th").Length);
        Assert.Equal(2, page.QuerySelectorAll("#framing tbody tr:first-child td[class]").Length);
    }

    [Fact]
    public void Many_framed_events_of_many_outlets_stay_bounded()
    {
        EventFraming wide = new("e-cannon",
        [
            .. Enumerable.Range(0, 40).Select(row => new FramingRow("fact " + row, FramingAbout.Place, null,
                [.. Enumerable.Range(0, 40).Select(i => new FramingCell("Outlet " + i, ["r-000000000001"], FramingUse.Stated, null, null, []))])),
        ]);
        IHtmlDocument page = Page(Sound with { Framing = [.. Enumerable.Repeat(wide, 24)] });
        Assert.Equal(8, page.QuerySelectorAll("#framing table").Length);
        Assert.Equal(17, page.QuerySelector("#framing thead tr")!.ChildElementCount);
        Assert.Equal(16, page.QuerySelector("#framing tbody")!.ChildElementCount);
        Assert.Contains("16 more events", Text(page.QuerySelector("#framing > .note:last-child")!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_tells_between_whom_and_by_which_sentences_it_was_moved()
    {
        string words = Sound.Events.Single(e => e.Id == "e-attack").Evidence[0];
        IHtmlDocument page = Page(Sound with
        {
            Escalation = [new EscalationDay("2031-04-08", -7, ["e-attack"]) { Pairs = [new EscalationPair("a-guard", "a-protesters", -6.5m, ["e-attack"], [words])] }, new EscalationDay("2031-04-10", 1, ["e-freed"])],
        });
        IElement[] days = [.. page.QuerySelectorAll(".tension tbody")];
        Assert.Equal("Tue 8 April 2031", Text(days[0].QuerySelector("th")!));
        Assert.Equal("#day-2031-04-08", days[0].QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal("Talland Coast Guard – protesters in Port Varen", Text(days[0].QuerySelector("td")!));
        Assert.Equal("−6.5", Text(days[0].QuerySelector(".num")!));
        Assert.Equal("#" + words, days[0].QuerySelector("a.ref")!.GetAttribute("href"));
        Assert.StartsWith("no two parties named +1 Crews of both trawlers freed", string.Join(' ', days[1].QuerySelectorAll("td").Select(Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cancelled", null, "cancelled")]
    [InlineData("postponed", "e-freed", "postponed to 10 April")]
    [InlineData("held", null, "held")]
    [InlineData("silent", null, "no report says what became of it")]
    [InlineData("pending", null, null)]
    [InlineData("something new", null, null)]
    public void What_became_of_a_plan_stands_beside_it(string became, string? later, string? expected)
    {
        string words = Sound.Events.Single(e => e.Id == "e-freed").Evidence[0];
        Situation planned = Sound with
        {
            Events = [.. Sound.Events.Select(e => e.Id == "e-talks" ? e with { Outcome = new Outcome(became, later, became is "silent" or "pending" ? [] : [words]) } : e)],
        };
        IElement item = Page(planned).GetElementById("i-e-talks")!;
        IElement? outcome = item.QuerySelector(".outcome");
        using StringWriter writer = new();
        TerminalBrief.Write(planned, writer, 200, colour: false);
        string terminal = writer.ToString().Split('\n').Single(l => l.Contains("PLANNED Talland and Meridia", StringComparison.Ordinal));
        string markdown = MarkdownBrief.Write(planned).Split('\n').Single(l => l.Contains("**planned** Talland and Meridia", StringComparison.Ordinal));
        if (expected is null)
        {
            Assert.Null(outcome);
            Assert.DoesNotContain("—", terminal + markdown, StringComparison.Ordinal);
            return;
        }
        string evidence = became == "silent" ? "" : " [5]";
        Assert.Contains($"hold talks — {expected}{evidence}  [4]", terminal, StringComparison.Ordinal);
        Assert.Contains($"hold talks — {expected}{(evidence.Length > 0 ? "[^" : " (")}", markdown, StringComparison.Ordinal);
        Assert.StartsWith("— " + expected, Text(outcome!), StringComparison.Ordinal);
        Assert.Equal(became == "silent" ? null : "#" + words, outcome!.QuerySelector("a.ref")?.GetAttribute("href"));
        Assert.Equal(later is null ? null : "#i-" + later, outcome.QuerySelector("a:not(.ref)")?.GetAttribute("href"));
    }

    private static IHtmlDocument Page(Situation situation) => new HtmlParser().ParseDocument(BriefRenderer.Render(situation));

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static EventFraming Framing(string first, string second)
    {
        string[] words = [.. Sound.Events.Single(e => e.Id == "e-cannon").Evidence];
        FramingCell Cell(string outlet, int report, FramingUse use, string? said = null, string? by = null) => new(outlet, [Sound.Reports[report].Id], use, said, by, [words[report == 0 ? 0 : 1]]);
        return new EventFraming("e-cannon",
        [
            new FramingRow("", FramingAbout.Occurrence, "e-cannon", [Cell(first, 0, FramingUse.Stated), Cell(second, 2, FramingUse.Stated)]),
            new FramingRow("police", FramingAbout.Initiator, "a-police", [Cell(first, 0, FramingUse.Relabelled, "officers")]),
            new FramingRow("injured", FramingAbout.Figure, "f-hurt", [Cell(first, 0, FramingUse.Attributed, "at least 12", "a-hospital"), Cell(second, 2, FramingUse.Omitted)]),
        ]);
    }
}
