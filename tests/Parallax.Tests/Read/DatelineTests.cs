using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class DatelineTests
{
    [Theory]
    [InlineData("PORT ASHAL, March 12, 2031 (Reuters) - ", "PORT ASHAL, March 12, 2031 (Reuters) -", "Reuters", "2031-03-12")]
    [InlineData("PORT ASHAL, Nerezia, March 12 (Reuters) -- ", "PORT ASHAL, Nerezia, March 12 (Reuters) --", "Reuters", null)]
    [InlineData("Port Ashal, Nerezia, March 12, 2031 (AFP) – ", "Port Ashal, Nerezia, March 12, 2031 (AFP) –", "AFP", "2031-03-12")]
    [InlineData("(AFP) – ", "(AFP) –", "AFP", null)]
    [InlineData("(Reuters) - ", "(Reuters) -", "Reuters", null)]
    [InlineData("PORT ASHAL — ", "PORT ASHAL —", null, null)]
    [InlineData("PORT ASHAL, Nerezia (AP) — ", "PORT ASHAL, Nerezia (AP) —", "AP", null)]
    [InlineData("Port Ashal, 12 March 2031 — ", "Port Ashal, 12 March 2031 —", null, "2031-03-12")]
    [InlineData("PORT ASHAL, 12 march 2031 - ", "PORT ASHAL, 12 march 2031 -", null, "2031-03-12")]
    [InlineData("PORT ASHAL/MARLOW QUAY, March 12 (Reuters) - ", "PORT ASHAL/MARLOW QUAY, March 12 (Reuters) -", "Reuters", null)]
    public void A_dateline_is_read_with_its_place_day_and_agency(string opener, string dateline, string? agency, string? day)
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n{opener}{Lead}\n\n{Second}");
        Assert.Equal(dateline, report.Dateline?.Of(report.Text));
        Assert.Equal(agency, report.Credits.SingleOrDefault()?.Agency);
        Assert.Equal(day, report.Published.Date?.ToString());
    }

    [Theory]
    [InlineData("The Daily Clarion, 13 March 2031", "The Daily Clarion", "2031-03-13")]
    [InlineData("The Strait Gazette | 13 March 2031", "The Strait Gazette", "2031-03-13")]
    [InlineData("Marlow Herald, March 13, 2031", "Marlow Herald", "2031-03-13")]
    [InlineData("Reuters, 14 march 2031", "Reuters", "2031-03-14")]
    public void A_line_of_outlet_and_day_gives_both(string line, string outlet, string day)
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n{line}\n\n{Lead}\n\n{Second}");
        Assert.Equal((outlet, day), (report.Outlet, report.Published.Date?.ToString()));
        Assert.DoesNotContain("2031", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_outlet_and_day_may_stand_above_the_headline()
    {
        Report report = FromText($"The Daily Clarion, 13 March 2031\n\nBoats turned back near Marlow Quay\n\n{Lead}\n\n{Second}");
        Assert.Equal(("The Daily Clarion", "2031-03-13", "Boats turned back near Marlow Quay"), (report.Outlet, report.Published.Date?.ToString(), report.Title));
    }

    [Fact]
    public void A_headline_of_two_lines_in_capitals_is_no_teaser()
    {
        Report report = FromText($"PATROL BOATS TURN BACK FISHING FLEET\nMINISTERS TO MEET AGAIN IN PORT ASHAL\n\nBy Jo Bloggs\n\n{Lead}\n\n{Second}");
        Assert.StartsWith("PATROL BOATS TURN BACK FISHING FLEET", report.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Cuts, cut => cut.Reason == CutReason.Teaser);
    }
}
