using Parallax.Data;
using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class PublicationTests
{
    [Theory]
    // A part above twelve settles the order for the whole page.
    [InlineData("13/2/2031", "3/4/2031", "2031-02-13")]
    [InlineData("2/3/2031", "2/14/2031", "2031-02-03")]
    // The change follows soon after publication: 2 and 4 June rather than 6 February and 6 April.
    [InlineData("6/2/2031", "6/4/2031", "2031-06-02")]
    // Day first is the only order in which the change does not come before.
    [InlineData("9/1/2031", "1/2/2031", "2031-01-09")]
    public void Numeric_dates_are_settled_by_each_other(string published, string updated, string expected)
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\nJo Bloggs\n{published}\nUpdated:\n{updated}\n{Lead}\n{Second}");
        Assert.Equal(expected, report.Published.Date.ToString());
        Assert.Equal(PublicationBasis.Byline, report.Published.Basis);
        Assert.Equal(published, report.Published.Words);
        Assert.Equal(["Jo Bloggs"], report.Bylines);
        Assert.NotNull(report.Modified);
    }

    [Fact]
    public void A_numeric_date_that_nothing_settles_keeps_both_readings()
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n3/4/2031\n\n{Lead}\n\n{Second}");
        Assert.Equal("2031-03-04/2031-04-03", report.Published.Date.ToString());
    }

    [Fact]
    public void Written_dates_show_the_order_of_numeric_ones()
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n3/4/2031\n\n{Lead}\n\nA treaty of 5 May 1990 divides the strait between the two countries and their fishing fleets.");
        Assert.Equal("2031-04-03", report.Published.Date.ToString());
    }

    [Theory]
    [InlineData("Published on Monday 29 May 2031, 10:15 GMT", "2031-05-29")]
    [InlineData("By Jo Bloggs | May 4, 2031", "2031-05-04")]
    [InlineData("Friday, January 4, 2031", "2031-01-04")]
    [InlineData("Last updated: 4 Jan 2031 at 3.05pm", "2031-01-04")]
    public void Date_lines_below_the_title_give_the_date(string line, string expected)
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n{line}\n\n{Lead}\n\n{Second}");
        Assert.Equal(expected, report.Published.Date.ToString());
        HasCut(report, CutReason.Byline, line);
    }

    [Fact]
    public void A_date_in_the_story_is_not_the_publication_date()
    {
        Report report = FromText($"{Lead}\n\nA treaty of 5 May 1990 divides the strait between the two countries and their fishing fleets.");
        Assert.Equal(Publication.Unknown, report.Published);
    }

    [Theory]
    [InlineData("MARLOW QUAY (Reuters) - ", "MARLOW QUAY (Reuters) -", "Reuters")]
    [InlineData("MARLOW QUAY, May 4 (AP) — ", "MARLOW QUAY, May 4 (AP) —", "AP")]
    [InlineData("Marlow Quay, 4 May (dpa) – ", "Marlow Quay, 4 May (dpa) –", "dpa")]
    [InlineData("MARLOW—", "MARLOW—", null)]
    [InlineData("Dublin, 4 May — ", "Dublin, 4 May —", null)]
    public void A_dateline_stays_in_the_text_and_credits_its_agency(string opener, string dateline, string? agency)
    {
        Report report = FromText($"{opener}{Lead}\n\n{Second}");
        Assert.Equal(dateline, report.Dateline!.Value.Of(report.Text));
        Assert.Equal(agency, report.Credits.SingleOrDefault()?.Agency);
        Assert.StartsWith(opener, report.Text, StringComparison.Ordinal);
        if (agency is not null)
            Assert.Equal(agency, report.Credits[0].Span!.Value.Of(report.Text));
    }

    [Theory]
    [InlineData("NATO — which has no ships in the strait — said that it was following events with some concern.")]
    [InlineData("The strait — long disputed — was calm on Monday, and the ferries sailed on time for once.")]
    [InlineData("BREAKING: Patrol boats have left the strait, the coast guard said in a short statement on Monday.")]
    public void A_dash_alone_is_no_dateline(string opening) => Assert.Null(FromText($"{opening}\n\n{Second}").Dateline);

    [Fact]
    public void An_outlet_that_signs_with_an_agency_is_the_outlet()
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\nBy\u00A0Straitnews with\u00A0AP\nPublished on\n\n{Lead}\n\n{Second}");
        Assert.Equal("Straitnews", report.Outlet);
        Assert.Equal("AP", Assert.Single(report.Credits).Agency);
        Assert.Empty(report.Bylines);
    }

    [Theory]
    [InlineData("Reuters contributed to this report.", "Reuters")]
    [InlineData("With reporting by AFP", "AFP")]
    [InlineData("(Xinhua)", "Xinhua")]
    public void A_credit_line_is_cut_and_recorded(string line, string agency)
    {
        Report report = FromText($"{Lead}\n\n{Second}\n\n{line}");
        Credit credit = Assert.Single(report.Credits);
        Assert.Equal((agency, (Parallax.Text.TextSpan?)null), (credit.Agency, credit.Span));
        HasCut(report, CutReason.Credit, line);
    }

    [Fact]
    public void An_agency_that_is_only_quoted_is_not_credited() =>
        Assert.Empty(FromText($"{Lead}\n\n{Second}\n\nThe minister told Reuters and AFP that the boats would be back before the end of the week.").Credits);

    [Fact]
    public void Own_copyright_names_the_outlet() =>
        Assert.Equal("The Strait Gazette", FromText($"{Lead}\n\n{Second}\n\n© 2031 The Strait Gazette. All rights reserved.").Outlet);

    [Fact]
    public void Fields_of_a_json_line_are_read()
    {
        string line = """{"headline":"Boats turned back","maintext":"LEAD","publishedAt":"2031-05-04T23:30:00-05:00","source_domain":"www.bbc.co.uk","authors":["Jo Bloggs"],"link":"https://www.bbc.co.uk/x"}""".Replace("LEAD", Lead, StringComparison.Ordinal);
        Report report = One("a.jsonl", System.Text.Encoding.UTF8.GetBytes("\n" + line + "\n"));
        Assert.Equal(("a.jsonl#2", "Boats turned back", "BBC News", "2031-05-04"), (report.Path, report.Title, report.Outlet, report.Published.Date.ToString()));
        Assert.Equal(["Jo Bloggs"], report.Bylines);
    }

    [Fact]
    public void Words_are_taken_as_they_stand_in_raw_mode()
    {
        (IReadOnlyList<Report> reports, _) = new ReportReader(LanguageData.English, new ReadOptions { Raw = true })
            .Read(new InputItem("r.txt", System.Text.Encoding.UTF8.GetBytes($"Share this article\n{Lead}\n\nKeep reading\n")));
        Assert.Equal($"Share this article\n{Lead}\n\nKeep reading", reports[0].Text);
        Assert.Equal(2, reports[0].Paragraphs.Count);
    }
}
