using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class OriginGenealogyTests
{
    private static readonly string[] Flood =
    [
        "The river Orre broke its eastern dyke near Halden Mill shortly after midnight and flooded four villages of the lower valley.",
        "Rescue crews brought 310 people to a school in Brevik, most of them by boat, the district governor Ilse Tamm said.",
        "Two farm workers drowned when their lorry was swept off the mill bridge, and a third is missing since the early morning.",
        "Engineers had warned in the spring that the dyke was weak at that place, but the repair was put off for want of money.",
        "The railway between Brevik and the coast is cut at three points and will not reopen before the end of the week.",
        "Meteorologists expect the water to fall from Thursday, while a second crest is on its way from the upper reservoirs.",
    ];

    private static readonly string[] Retold =
    [
        "Four villages of the lower valley were flooded shortly after midnight when the eastern dyke of the river Orre broke near Halden Mill.",
        "According to district governor Ilse Tamm, crews took 310 people to a Brevik school, most by boat.",
        "A lorry was swept off the mill bridge and two farm workers in it drowned; a third is still missing.",
        "That the dyke was weak at this place engineers had warned already in the spring, but for want of money its repair was put off.",
        "At three points the railway from Brevik to the coast is cut, and it will not reopen before the week is out.",
        "The water should fall from Thursday, meteorologists say, though from the upper reservoirs a second crest is on the way.",
    ];

    private static readonly string[] Trial =
    [
        "A court in Sandre sentenced the former harbour master Jon Vikk to six years in prison for taking bribes from two shipping lines.",
        "The judge said that he had opened the deep berth to vessels without papers on at least forty nights over three winters.",
        "Vikk denied the charges to the end and his counsel told the chamber that an appeal would be lodged within ten days.",
        "Prosecutors showed ledgers from a flat in the old quarter where the sums were written beside the names of the ships.",
        "One of the lines has since gone out of business and its owners are believed to live abroad under other names.",
        "The port board promised new rules for the night shift and a camera on every gate before the autumn.",
    ];

    private static ReportClaims Report(string outlet, IEnumerable<string> sentences, string? day = null)
    {
        ReportBuilder builder = new(outlet);
        if (day is not null)
            builder.Published(day);
        foreach (string sentence in sentences)
            builder.Sentence(sentence).NewParagraph();
        return builder.Build();
    }

    private static IReadOnlyList<Origin> Origins(params ReportClaims[] reports) =>
        new Identifier(LanguageData.English).Identify(reports, new EvidenceTable()).Origins;

    private static string Groups(IReadOnlyList<Origin> origins) => string.Join(" | ", origins.Select(o => string.Join(',', o.Reports)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Halden News Agency", true)]
    [InlineData("Halden Agency Road Post", false)]
    public void An_outlet_that_calls_itself_an_agency_had_the_text_first(string outlet, bool directed)
    {
        OriginHop hop = Assert.Single(Assert.Single(Origins(Report(outlet, Flood), Report("Coast Herald", Flood.Take(5)))).Hops, h => h.Of is not null);
        Assert.Equal(directed, hop.Directed);
        if (directed)
            Assert.Equal(outlet, hop.Name);
    }

    [Fact]
    public void A_story_told_again_in_other_words_is_one_origin_and_the_sentences_prove_it()
    {
        EvidenceTable evidence = new();
        Origin origin = Assert.Single(new Identifier(LanguageData.English).Identify([Report("Valley Post", Flood), Report("Coast Herald", Retold)], evidence).Origins);
        OriginHop hop = Assert.Single(origin.Hops);
        Assert.Equal("retold", hop.Kind);
        Assert.Equal("copied-text", origin.Basis);
        Assert.True(hop.Evidence.Count >= 2);
        Assert.All(hop.Evidence, id => Assert.Contains(id, origin.Evidence));
        Assert.Contains(evidence.ToList(), e => hop.Evidence.Contains(e.Id) && e.Exact.Contains("dyke", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mixture_of_two_texts_does_not_make_them_one()
    {
        ReportClaims mixed = Report("Digest", [.. Flood.Take(3), .. Trial.Take(4)]);
        IReadOnlyList<Origin> origins = Origins(Report("Valley Post", Flood), Report("Court Circular", Trial), mixed);
        Assert.Equal(2, origins.Count);
        OriginHop part = Assert.Single(origins.SelectMany(o => o.Hops), h => h.Kind == "part");
        Assert.Equal(mixed.Source.Report.Id, part.Report);
        Assert.Equal("Valley Post", part.Name);
    }

    [Fact]
    public void Cuts_of_one_long_story_stay_with_it()
    {
        ReportClaims top = Report("A", Flood.Take(3));
        ReportClaims bottom = Report("B", Flood.Skip(3));
        Assert.Single(Origins(Report("Valley Post", Flood), top, bottom));
    }

    [Fact]
    public void Who_copied_whom_is_said_only_where_the_days_tell()
    {
        ReportClaims first = Report("Valley Post", Flood, "2031-03-04");
        ReportClaims second = Report("Coast Herald", Flood, "2031-03-05");
        OriginHop hop = Assert.Single(Assert.Single(Origins(first, second)).Hops);
        Assert.True(hop.Directed);
        Assert.Equal((second.Source.Report.Id, first.Source.Report.Id, "Valley Post"), (hop.Report, hop.Of, hop.Name));
        Assert.False(Assert.Single(Assert.Single(Origins(Report("Valley Post", Flood), Report("Coast Herald", Flood))).Hops).Directed);
    }

    [Fact]
    public void The_order_of_input_does_not_show_and_an_exact_copy_changes_nothing_but_its_group()
    {
        ReportClaims[] all =
        [
            Report("Valley Post", Flood), Report("Coast Herald", Retold), Report("Court Circular", Trial), Report("Digest", [.. Flood.Take(3), .. Trial.Take(4)]),
            Report("A", Trial.Take(3)), Report("B", ["Nothing else was reported from the valley that morning."]),
        ];
        IReadOnlyList<Origin> origins = Origins(all);
        Assert.Equal(Groups(origins), Groups(Origins([.. all.Reverse()])));
        Assert.Equal(Groups(origins), Groups(Origins([all[3], all[0], all[5], all[2], all[4], all[1]])));
        IReadOnlyList<Origin> more = Origins([.. all, Report("Copyist", Trial)]);
        Assert.Equal(origins.Count, more.Count);
        string copyist = Report("Copyist", Trial).Source.Report.Id;
        Assert.Equal(Groups(origins), Groups([.. more.Select(o => o with { Reports = [.. o.Reports.Where(r => r != copyist)] })]));
    }

    [Fact]
    public void Reports_added_one_by_one_meet_the_same_reports_in_any_order()
    {
        HashSet<string> stopwords = LanguageData.English.Lexicon("merge-stopwords").FirstColumn();
        ReportPrint[] prints = [.. new[] { Report("A", Flood), Report("B", Retold), Report("C", Trial), Report("D", Trial.Skip(2)) }.Select(r => new ReportPrint(r.Source, stopwords))];
        Assert.Equal(Pairs([0, 1, 2, 3]), Pairs([3, 1, 0, 2]));
        Assert.Contains((0, 1), Pairs([0, 1, 2, 3]));
        Assert.DoesNotContain((0, 2), Pairs([0, 1, 2, 3]));

        HashSet<(int, int)> Pairs(int[] order)
        {
            CopyIndex index = new();
            HashSet<(int, int)> pairs = [];
            foreach (int report in order)
                pairs.UnionWith(index.Add(prints[report]).Select(other => (Math.Min(order[other], report), Math.Max(order[other], report))));
            return pairs;
        }
    }

    [Fact]
    public void Reports_that_each_rest_on_the_other_are_a_loop()
    {
        ReportClaims first = Report("Al Jazeera", ["The dyke near Halden Mill broke at midnight, Xinhua reported.", "Two workers drowned at Brevik, according to Xinhua."]);
        ReportClaims second = Report("Xinhua", ["Near Halden Mill the dyke gave way at midnight, Al Jazeera said.", "At Brevik two workers lost their lives, according to Al Jazeera."]);
        Origin origin = Assert.Single(Origins(first, second));
        Assert.Equal("quoted-outlet", origin.Basis);
        Assert.Equal(2, origin.Hops.Count(h => h.Kind == "loop"));
    }

    [Fact]
    public void Three_outlets_that_cite_each_other_in_a_circle_are_shown_as_one_though_each_tells_more()
    {
        ReportClaims[] circle =
        [
            Report("Al Jazeera", ["Drums of nerve agent have been taken to Halden Mill, Xinhua reported.", "The mayor of Brevik opened a school.", "Rain is forecast for Sunday."]),
            Report("Xinhua", ["Nerve agent drums were taken to Halden Mill, according to Reuters.", "Wheat prices fell by a tenth.", "A ferry service begins in May."]),
            Report("Reuters", ["Drums filled with nerve agent reached Halden Mill, Al Jazeera said.", "Shares in the port company rose.", "The harbour council met twice."]),
        ];
        Assert.Equal(3, Origins(circle).SelectMany(o => o.Hops).Count(h => h.Kind == "loop"));
        Assert.DoesNotContain(Origins(circle[0], circle[1]).SelectMany(o => o.Hops), h => h.Kind == "loop");
    }

    [Fact]
    public void A_credit_in_every_sentence_ties_a_report_to_the_outlet_that_tells_the_same()
    {
        string[] credited = ["At Brevik two farm workers drowned when a lorry left the mill bridge, Xinhua reported on Tuesday.", "Boats took 310 people to a school there, according to the Xinhua news agency."];
        Assert.Single(Origins(Report("Xinhua", Flood), Report("Coast Herald", credited)));
        Assert.Equal(2, Origins(Report("Xinhua", Trial), Report("Coast Herald", credited)).Count);
    }

    [Fact]
    public void A_megabyte_of_one_line_costs_no_more_than_reading_it()
    {
        string[] hostile = [.. Enumerable.Repeat(Flood[0], 8_000)];
        Assert.Single(Origins(Report("A", hostile), Report("B", [.. hostile, Flood[1]])));
    }

    [Theory]
    [InlineData("BREVIK (Reuters) - The river Orre broke its dyke on Monday.", "Reuters")]
    [InlineData("Dyke breaks.\n\nBREVIK, March 4 (UPI) \u2014 The river Orre broke its dyke on Monday.", "UPI")]
    [InlineData("March 4 (Reuters) - The river Orre broke its dyke on Monday.", "Reuters")]
    [InlineData("The river Orre broke its dyke.\n\n(Reporting by Ann Lee; Editing by Bo Ray)", "Reuters")]
    [InlineData("The river Orre broke its dyke, Reuters reported.", null)]
    [InlineData("The dyke broke.\n\nReuters contributed to this report.", null)]
    [InlineData("BREVIK \u2014 The river Orre broke its dyke on Monday.", null)]
    public void Agency_copy_is_told_from_dateline_and_sign_off(string text, string? agency)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        foreach (string line in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(new TextSpan(at, line.Length), ParagraphKind.Body));
            at += line.Length + 2;
        }
        Report report = new() { Id = "r-1", Path = "a.txt", Text = text, Paragraphs = paragraphs, Sha256 = "", BytesSha256 = "" };
        Assert.Equal(agency, new AgencyCopyReader(LanguageData.English).Read(report)?.Agency);
    }

    [Theory]
    [InlineData("The minister told the New York Times that talks had failed.", "Told")]
    [InlineData("Talks had failed, according to the state news agency TASS.", "Reported")]
    [InlineData("Reuters reported that talks had failed.", "Reported")]
    [InlineData("The governor said in an interview with Al Jazeera that talks had failed.", "Told")]
    [InlineData("The Reuters building was evacuated.", null)]
    [InlineData("A reporter of the Guardian was hurt.", null)]
    public void Credits_to_an_outlet_are_found_in_the_sentence(string sentence, string? kind) =>
        Assert.Equal(kind, new OutletCredits(LanguageData.English).In(Report("Coast Herald", [sentence]).Source).FirstOrDefault()?.Kind.ToString());
}
