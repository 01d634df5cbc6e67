using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class StoryTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly TollReader s_tolls = new(LanguageData.English);
    private static readonly WordWeights s_weights = WordWeights.Of(LanguageData.English);

    private static readonly ReportProfile[] s_reports =
    [
        Profile("r1", 3, "Valley Herald", "Bomb kills four at Nyeri market",
            "A bomb hidden in a handcart exploded at the central market of Nyeri on Tuesday morning, killing four traders and wounding eleven people, the county commissioner Peter Wachira said."),
        Profile("r2", 4, "Coast Daily", "Nyeri market blast: traders mourn their dead",
            "Traders in Nyeri closed their stalls on Wednesday, a day after a bomb in a handcart killed four of them. County commissioner Peter Wachira said eleven people were being treated."),
        Profile("r3", 3, "Valley Herald", "Gunmen attack bus near Garissa",
            "Gunmen opened fire on a bus on the road to Garissa on Tuesday evening, killing four passengers, said regional police chief Amina Hassan."),
        Profile("r4", 4, "Lake Post", "Four die as bus comes under fire",
            "Regional police chief Amina Hassan said on Wednesday that four passengers died when gunmen fired at a bus bound for Garissa."),
        Profile("r5", 4, "Coast Daily", "Tea prices climb to five-year high",
            "Tea sold at auction in Mombasa reached its highest price for five years on Wednesday as drought cut the harvest in the highlands."),
    ];

    [Fact]
    public void Two_incidents_of_one_day_stay_apart_and_each_finds_its_second_report() =>
        Assert.Equal([0, 0, 1, 1, 2], StoryFinder.Find(s_reports));

    [Fact]
    public void Neither_order_nor_other_reports_change_who_belongs_together()
    {
        int[] order = [4, 2, 0, 3, 1];
        int[] shuffled = StoryFinder.Find([.. order.Select(i => s_reports[i])]);
        for (int k = 0; k < order.Length; k++)
            Assert.Equal(StoryFinder.Find(s_reports)[order[k]], shuffled[k]);
        Assert.Equal([0, 0], StoryFinder.Find([s_reports[2], s_reports[3]]));
    }

    [Fact]
    public void A_story_of_two_matches_of_one_club_is_taken_apart_and_one_of_one_match_is_not()
    {
        static ReportProfile Match(string id, string other, string town, string scorer, string rest) =>
            Profile(id, 3, "Harnok Gazette", $"Harnok United beat {other}", $"Harnok United beat {other} in {town} on Sunday after two goals by {scorer}. {rest}");
        ReportProfile[] reports =
        [
            Match("m1", "Velden Rovers", "Velden", "Pavel Strand", "Strand struck twice before the break as Velden Rovers collapsed."),
            Match("m2", "Velden Rovers", "Velden", "Pavel Strand", "Velden Rovers never recovered from the early goals of Strand."),
            Match("m3", "Velden Rovers", "Velden", "Pavel Strand", "The Velden Rovers keeper was beaten twice by Strand."),
            Match("m4", "Ostara Athletic", "Ostara", "Jonas Quill", "Quill struck twice before the break as Ostara Athletic collapsed."),
            Match("m5", "Ostara Athletic", "Ostara", "Jonas Quill", "Ostara Athletic never recovered from the early goals of Quill."),
            Match("m6", "Ostara Athletic", "Ostara", "Jonas Quill", "The Ostara Athletic keeper was beaten twice by Quill."),
        ];
        Assert.Equal([0, 0, 0, 1, 1, 1], StoryParts.Of(reports, [0, 0, 0, 0, 0, 0]));
        Assert.Equal([0, 0, 0, 0], StoryParts.Of([reports[0], reports[1], reports[2], reports[0]], [0, 0, 0, 0]));
        Assert.Equal([0, 1, 0, 1, 0, 1], StoryParts.Of([reports[0], reports[3], reports[1], reports[4], reports[2], reports[5]], [0, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void A_name_without_anything_else_does_not_join_two_years()
    {
        ReportProfile older = Profile("r0", 3, "Lake Post", "Commissioner opens school", "County commissioner Peter Wachira opened a primary school near Nyeri on Monday and promised desks.", -400);
        Assert.Equal(2, StoryFinder.Find([older, s_reports[0]]).Distinct().Count());
    }

    [Fact]
    public void A_chain_of_near_matches_is_cut_where_the_average_is_low()
    {
        StoryPair[] chain = [new(0, 1, 0.9), new(1, 2, 0.5), new(2, 3, 0.9)];
        Assert.Equal([0, 0, 1, 1], AverageLink.Join(4, chain, 0.3));
        Assert.Equal([0, 0, 1, 1], AverageLink.Join(4, [.. chain.Reverse()], 0.3));
        Assert.Equal([0, 0, 0, 0], AverageLink.Join(4, [.. chain, new(0, 2, 0.5), new(0, 3, 0.5), new(1, 3, 0.5)], 0.3));
    }

    [Fact]
    public void Nothing_is_a_story_of_nothing() => Assert.Empty(StoryFinder.Find([]));

    [Theory]
    // The later number supersedes.
    [InlineData("1:k2 i5s, 2:k3 i4s, 3:k3 i4s", 3, 4)]
    // One told of as wounded on the first day is the dead of the second.
    [InlineData("1:i1o, 2:k1", 1, 0)]
    [InlineData("1:i3o, 2:k1", 1, 2)]
    // Who states both at once is believed over the difference.
    [InlineData("1:i3o, 2:k1, 3:k1 i3s", 1, 3)]
    // A settled number outweighs two open ones.
    [InlineData("1:i6o, 1:i6o, 1:i5s", null, 5)]
    [InlineData("1:", null, null)]
    public void The_ledger_of_a_story(string reports, int? killed, int? injured)
    {
        DatedTolls[] given = [.. reports.Split(", ").Select(Dated)];
        (decimal?, decimal?) expected = (killed, injured);
        Assert.Equal(expected, StoryLedger.Of(given));
        Assert.Equal(expected, StoryLedger.Of(given.Reverse()));
    }

    private static DatedTolls Dated(string words)
    {
        string[] parts = words.Split(':');
        return new DatedTolls(new LocalDate(2024, 3, int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)),
            [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t =>
                new ReportToll(t[0] == 'k' ? Measure.Killed : Measure.Injured, t[1] - '0', IsDerived: false, IsSettled: !t.EndsWith('o'), []))]);
    }

    private static ReportProfile Profile(string id, int day, string outlet, string title, string text, int later = 0)
    {
        LocalDate published = new LocalDate(2024, 12, day).PlusDays(later);
        AnnotatedReport read = s_annotator.Annotate(new Report
        {
            Id = id,
            Path = id,
            Title = title,
            Outlet = outlet,
            Text = text,
            Paragraphs = [new Paragraph(new TextSpan(0, text.Length), ParagraphKind.Body)],
            Sha256 = "",
            BytesSha256 = "",
            Published = new Publication(EdtfDate.Day(published), PublicationBasis.Metadata, null),
        });
        return ReportProfile.Of(read, published, s_tolls.Read(read), s_weights);
    }
}
