using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Present;
using Xunit;

namespace Parallax.Tests.Present;

public sealed class BriefTests
{
    private static string Terminal(Situation situation, int width = 100, bool colour = false)
    {
        using StringWriter writer = new();
        TerminalBrief.Write(situation, writer, width, colour);
        return writer.ToString();
    }

    [Theory]
    [InlineData("Police fire water cannon at demonstrators in Port Varen")]
    [InlineData("Port Varen, Cape Sula · 7–10 April 2031 · 5 reports · 4 origins · 4 named outlets")]
    [InlineData("Tue 8 April 2031")]
    [InlineData("DENIED Shots fired at the trawlers, Cape Sula, denied by Talland Coast Guard and Elias Rook  [1 4]")]
    [InlineData("PLANNED Talland and Meridia to hold talks  [4]")]
    [InlineData("people injured, Port Varen, 8 April: 12–15, best 15")]
    [InlineData("“At least 12”, hospital officials [1]")]
    [InlineData("(not counted, Q7)")]
    [InlineData("DISPUTED crew members detained")]
    [InlineData("Mira Dastan, union leader, 8 April warns:")]
    [InlineData("also “We won't move one boat before our crews come home.”")]
    [InlineData("1987: The two countries fought over the same grounds")]
    [InlineData("Coastline Press: shared text  [2 3]")]
    [InlineData("unknown outlet: Sailors home")]
    [InlineData("(inferred from other reports)")]
    [InlineData("2 not asserted: 1 × PX1009")]
    public void The_terminal_brief_tells(string expected) =>
        Assert.Contains(expected, Terminal(FishingDispute.Build(), width: 200), StringComparison.Ordinal);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        Assert.All(Terminal(FishingDispute.Build(), width).Split('\n'), line => Assert.True(line.Length <= width || !line.Trim().Contains(' ', StringComparison.Ordinal), line));

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        string coloured = Terminal(FishingDispute.Build(), colour: true);
        Assert.Contains("\u001b[31mDENIED", coloured, StringComparison.Ordinal);
        Assert.Equal(Terminal(FishingDispute.Build()), System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", ""));
        Assert.DoesNotContain('\u001b', Terminal(FishingDispute.Build()));
    }

    [Fact]
    public void A_large_situation_stays_short_and_says_what_is_left_out()
    {
        string text = Terminal(ManyReports.Build(1000));
        Assert.True(text.Split('\n').Length < 250, "too long");
        Assert.Matches(@"… [0-9,]+ more events of less reported dates", text);
        Assert.Contains("… 970 more reports", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_situation_is_said_to_be_empty()
    {
        Situation empty = FishingDispute.Build() with
        {
            Reports = [],
            Origins = [],
            Actors = [],
            Places = [],
            Events = [],
            Figures = [],
            Statements = [],
            Disagreements = [],
            Storylines = [],
            Escalation = [],
            Evidence = [],
            Declined = [],
        };
        Assert.Contains("Nothing could be asserted", Terminal(empty), StringComparison.Ordinal);
        Assert.Contains("Nothing could be asserted", MarkdownBrief.Write(empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_lead_nowhere_do_not_stop_the_brief()
    {
        Situation sound = FishingDispute.Build();
        Situation broken = sound with { Reports = [], Actors = [], Places = [], Evidence = [], Figures = [.. sound.Figures, sound.Figures[0]] };
        Assert.Contains("Shots fired", Terminal(broken), StringComparison.Ordinal);
        Assert.Contains("Shots fired", MarkdownBrief.Write(broken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy", true, "[2] has its text from [1] (94 % of the shorter)")]
    [InlineData("copy", false, "[2] and [1] print one text (94 % of the shorter)")]
    [InlineData("retold", true, "[2] retells [1] sentence by sentence (94 % of the shorter)")]
    [InlineData("loop", true, "[2] cites [1], whose account leads back to [2]: nobody vouches for it")]
    public void A_step_of_an_origin_is_told_in_words(string kind, bool directed, string expected) =>
        Assert.Equal(expected, BriefWords.Hop(new OriginHop("r2", "r1", "Post", kind, directed, null, []) { Share = 0.94 }, id => id[1] - '0'));

    [Fact]
    public void A_credit_to_an_agency_that_is_not_here_names_it() =>
        Assert.Equal("[2] credits Reuters for its text", BriefWords.Hop(new OriginHop("r2", null, "Reuters", "credit", true, "(Reuters)", []), id => id[1] - '0'));

    [Fact]
    public void Hostile_text_cannot_command_the_terminal()
    {
        Situation sound = FishingDispute.Build();
        Event bad = sound.Events[1] with { Label = "Evil \u001b]0;title\u0007 \u202Etxet\r\nnew line\u009b31m" };
        string text = Terminal(sound with { Events = [bad] });
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("Evil ]0;title txet new line31m", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2031-04-08", "Tue 8 April 2031")]
    [InlineData("2031-04-08/2031-04-10", "8–10 April 2031")]
    [InlineData("2031-04-28/2031-05-02", "28 April – 2 May 2031")]
    [InlineData("2030-12-30/2031-01-02", "30 December 2030 – 2 January 2031")]
    [InlineData("2031-04", "April 2031")]
    [InlineData("1998/1999", "1998–1999")]
    [InlineData("199X", "the 1990s")]
    [InlineData("1998~", "about 1998")]
    [InlineData("2031-02-31", "2031-02-31")]
    [InlineData("soon\u001b[0m", "soon[0m")]
    [InlineData("0000", "0000")]
    public void Dates_are_put_in_words(string edtf, string expected) => Assert.Equal(expected, DateWords.Of(edtf));

    [Theory]
    [InlineData(51, null, 50, Comparator.MoreThan, "more than 50", "more than 50")]
    [InlineData(51, null, 51, Comparator.MoreThan, "more than 50", "more than 50")]
    [InlineData(3610, 3799, 3800, Comparator.Almost, "almost 3,800", "almost 3,800")]
    [InlineData(5, 5, 5, Comparator.Exactly, "Five", "5")]
    [InlineData(5000000, 5000000, 5000000, Comparator.Exactly, "5 million", "5,000,000")]
    [InlineData(13, null, 12, Comparator.MoreThan, "more than a dozen", "more than 12")]
    public void A_figure_of_one_account_is_hedged_as_printed(int low, int? high, int best, Comparator comparator, string text, string expected)
    {
        Reading reading = new(low, high, comparator, false, text, "r", null, null, null, ReadingUse.Used, "Q3", "x");
        Assert.Equal(expected, BriefWords.Range(new Figure("f", Measure.Injured, "people", "people", null, null, null, low, best, high, FigureStatus.Single, [reading])));
    }

    [Fact]
    public void What_the_reports_open_with_names_the_brief_and_not_what_they_all_recall()
    {
        Situation situation = new Analysis(LanguageData.English, AnalysisOptions.Default).Run([Reported("a", "Rebels shelled the market of Brevik"), Reported("b", "Mortar fire hit the market of Brevik")], cancel: TestContext.Current.CancellationToken).Situation;
        Assert.Contains("Brevik", new BriefContent(situation).Title, StringComparison.Ordinal);

        static string Reported(string name, string lead)
        {
            string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, name + ".txt");
            File.WriteAllText(file, $"{lead} on Tuesday, killing four people.\n\n" + string.Concat(Enumerable.Repeat("The council of the town had met in the morning and the shops had opened as on every other day of the week. ", 6))
                + "\n\nIn March a storm killed 90 people in Halden. In March a storm destroyed the harbour of Halden.");
            return file;
        }
    }

    [Fact]
    public void The_markdown_brief_is_as_approved() => Approved.Check("Present", "fishing-dispute.md", MarkdownBrief.Write(FishingDispute.Build()));

    [Theory]
    [InlineData("<b>&amp;", "\\<b\\>\\&amp;")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("# head", "\\# head")]
    [InlineData("[a](javascript:x)", "\\[a\\](javascript:x)")]
    [InlineData("see https://x.example and www.y.example", "see https\\://x.example and www\\.y.example")]
    [InlineData("a_b*c`d", "a\\_b\\*c\\`d")]
    [InlineData("line\nbreak", "line break")]
    [InlineData("3.5 percent", "3\\.5 percent")]
    public void Markdown_shows_text_as_it_is(string text, string expected) => Assert.Equal(expected, MarkdownBrief.Escape(text));
}
