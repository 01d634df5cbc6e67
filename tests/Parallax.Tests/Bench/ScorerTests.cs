using System.Text.Json;
using Parallax.Bench;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Bench;

/// <summary>The scorers on cases small enough to count by hand.</summary>
public sealed class ScorerTests
{
    [Fact]
    public void A_span_off_by_one_is_wrong_and_a_repeated_one_counts_once()
    {
        Assert.Equal(new Tally(1, 2, 2), Alignment.Exact([new(0, 4), new(10, 3)], [new(0, 4), new(0, 4), new(10, 4)]));
    }

    [Fact]
    public void Nothing_found_in_nothing_scores_zero_and_not_a_fault()
    {
        Tally tally = Alignment.Exact([], []);
        Assert.Equal((0.0, 0.0, 0.0), (tally.Precision, tally.Recall, tally.F1));
    }

    [Fact]
    public void Pairs_prefer_the_same_span_and_take_no_span_twice()
    {
        // The long found span overlaps both gold spans, but the second has one of its own.
        Assert.Equal([1, 0], Alignment.Pair([new(0, 5), new(6, 4)], [new(6, 4), new(0, 10)]));
        Assert.Equal([0, -1], Alignment.Pair([new(0, 5), new(6, 4)], [new(0, 10)]));
    }

    [Fact]
    public void Code_points_beyond_the_first_plane_are_two_units()
    {
        const string Text = "a\U0001F30D Lyon";
        Assert.Equal("Lyon", new CodePoints(Text).Span(3, 7).Of(Text));
    }

    [Fact]
    public void Marked_times_keep_their_place_and_nesting()
    {
        (string text, IReadOnlyList<(TextSpan Span, string Value)> times, NodaTime.LocalDate? day) = TimeSet.Parse(
            "<DOC><DATETIME> <TIMEX2 val=\"2009-12-19T17:00:00\">x</TIMEX2> </DATETIME>\n<TEXT>In <TIMEX2 val=\"P2D\" anchor_val=\"1950\">two days of <TIMEX2 val=\"1950-06\">June</TIMEX2></TIMEX2>.</TEXT></DOC>");
        Assert.Equal("In two days of June.", text);
        Assert.Equal(new NodaTime.LocalDate(2009, 12, 19), day);
        Assert.Equal([("two days of June", "P2D"), ("June", "1950-06")], times.Select(t => (t.Span.Of(text), t.Value)));
    }

    [Fact]
    public void Times_of_TimeML_keep_their_place_and_the_day_of_creation()
    {
        (string text, IReadOnlyList<(TextSpan Span, string Value)> times, NodaTime.LocalDate? day) = TimeMlSet.Parse(
            "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2031-03-05\">x</TIMEX3></DCT><TEXT>Shots &amp; <EVENT>raids</EVENT> <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2031-03-03\">on Monday</TIMEX3>.</TEXT></TimeML>");
        Assert.Equal("Shots & raids on Monday.", text);
        Assert.Equal(new NodaTime.LocalDate(2031, 3, 5), day);
        Assert.Equal(("on Monday", "2031-03-03"), (times[0].Span.Of(text), times[0].Value));
    }

    [Theory]
    [InlineData("XXXX-XX-XX", true, "P1D")]
    [InlineData("XXXX-XX-XX", false, "XXXX-XX-XX")]
    [InlineData("P3M", true, "P3M")]
    [InlineData("2009-12-19T17:00:00", false, "2009-12-19T17:00")]
    [InlineData("2009-12-19T17:00:30", false, "2009-12-19T17:00:30")]
    public void Values_of_repeated_times_and_seconds_are_written_as_TIMEX3_does(string value, bool repeated, string expected) => Assert.Equal(expected, TimeSet.ValueOf(value, repeated));

    [Fact]
    public void A_source_counts_only_beside_shared_content()
    {
        const string Text = "Ana said: go home. Bo said: stay here.";
        MarkedAttribution ana = new([new(0, 3)], [], [new(10, 7)]);
        MarkedAttribution bo = new([new(19, 2)], [], [new(28, 9)]);
        MarkedAttribution swapped = new([new(19, 2)], [], [new(10, 7)]);
        (Tally content, Tally source, IReadOnlyList<MarkedAttribution> lost) = QuoteSet.Compare(Text, [ana, bo], [swapped]);
        // "gohome" is shared wholly, "stayhere" not at all; no source is right.
        Assert.Equal((6L, 14L), (content.Right, content.Found));
        Assert.Equal((0L, 2L), (source.Right, source.Found));
        Assert.Equal([ana, bo], lost);
    }

    [Fact]
    public void Attributions_are_paired_by_their_cues_one_to_one()
    {
        const string Text = "Ana said: go home. Bo said: stay here.";
        MarkedAttribution ana = new([new(0, 3)], [new(4, 4)], [new(10, 7)]);
        MarkedAttribution twice = new([], [new(4, 4)], [new(10, 2)]);
        AttributionTally tally = new();
        tally.Add(Text, [twice, ana], [ana, new([new(19, 2)], [new(22, 4)], [new(28, 9)])]);
        Dictionary<string, double> scores = tally.Scores("q").ToDictionary(s => s.Name, s => s.Value);
        // The second finding with the same cue is a false one; the two words of Ana's content are right, of five found or wanted.
        Assert.Equal(2.0 * 1 / (1 + 2), scores["q.source.exact"], 6);
        Assert.Equal(0.5, scores["q.cue.exact"], 6);
        Assert.Equal(0.5, scores["q.content.exact"], 6);
        Assert.Equal(2.0 * 2 / (3 + 4), scores["q.content.overlap"], 6);
    }

    [Fact]
    public void Distances_are_great_circles()
    {
        Assert.Equal(111.2, PlaceSet.Kilometres(0, 0, 1, 0), 1);
        Assert.Equal(222.4, PlaceSet.Kilometres(0, 179, 0, -179), 1);
    }

    [Fact]
    public void Two_towns_of_one_name_are_not_one_place()
    {
        using JsonDocument gold = JsonDocument.Parse("""{"wiki": "https://en.wikipedia.org/wiki/Paris"}""");
        GazetteerPlace town = new(4717560, "Paris", "US", 33.66, -95.55, PlacePrecision.Town, 24_782, false);
        Assert.False(PlaceSet.IsSame(gold.RootElement, town));
        Assert.True(PlaceSet.IsSame(gold.RootElement, town with { Precision = PlacePrecision.Province }));
    }

    [Fact]
    public void A_country_is_the_same_wherever_its_point_lies()
    {
        using JsonDocument gold = JsonDocument.Parse("""{"text": "U.S.", "type": "PCLI", "country": "United States", "lat": 1, "lon": 1}""");
        GazetteerPlace country = new(0, "United States", "US", 39, -98, PlacePrecision.Country, 1, false);
        Assert.True(PlaceSet.IsSame(gold.RootElement, country));
        Assert.False(PlaceSet.IsSame(gold.RootElement, country with { Name = "Canada", Country = "CA" }));
        Assert.False(PlaceSet.IsSame(gold.RootElement, country with { Precision = PlacePrecision.Town }));
    }

    [Theory]
    [InlineData("NYT_ENG_20130502.0003", "2013-05-02")]
    [InlineData("nyt_corpus_data_2006_01_26_1734766", "2006-01-26")]
    [InlineData("99999999_x", null)]
    public void Days_are_read_from_ids(string id, string? expected) =>
        Assert.Equal(expected, BackgroundSet.DayOf(id) is { } day ? EdtfDate.Day(day).ToString() : null);

    [Fact]
    public void Names_of_the_draft_become_roots() =>
        Assert.Equal([EventType.Request, EventType.Accuse, EventType.Assault, EventType.Mobilize], new[] { "DEMAND", "INVESTIGATE", "FIGHT", "MOBILIZE" }.Select(EventTypeSet.RootOf));

    [Fact]
    public void A_sample_does_not_depend_on_the_order_of_the_records()
    {
        string[] ids = [.. Enumerable.Range(0, 50).Select(i => $"record {i:00}")];
        Assert.Equal(GoldFolder.Sample(ids, id => id, 7), GoldFolder.Sample(ids.Reverse(), id => id, 7));
        Assert.NotEqual(ids.Take(7), GoldFolder.Sample(ids, id => id, 7));
    }
}
