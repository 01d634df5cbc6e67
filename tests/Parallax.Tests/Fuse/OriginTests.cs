using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class OriginTests
{
    private static readonly string[] Story =
    [
        "Dockers in the port of Varn walked out before dawn and closed the eastern gate with two tugs and a line of empty containers.",
        "Harbour officials counted eleven ships waiting outside the breakwater by noon, three of them loaded with grain for the inland mills.",
        "The walkout began when the port company refused to pay the night allowance that both sides had agreed on in the winter.",
        "Police closed the coast road for six hours and let lorries through one at a time in the late afternoon.",
        "Shopkeepers near the fish market kept their shutters down and said the town had not seen such a quiet day for years.",
        "Talks are to resume at the seamen's hall, where the regional mediator has taken two rooms on the upper floor.",
    ];

    private static readonly string[] OwnWords =
    [
        "Eleven vessels lay idle off Varn by midday after port workers stopped work in the early hours.",
        "An unpaid allowance for night shifts, settled months ago but never honoured by the operator, is behind the stoppage.",
        "Tugboats and stacked boxes blocked one entrance, and officers kept traffic off the shore route until evening.",
        "A mediator from the region hopes to bring the parties together again in a hall that belongs to the seamen.",
        "Around the market most doors stayed shut, which traders called the calmest day in a long while.",
    ];

    private static ReportClaims Report(string outlet, IEnumerable<string> sentences, string? agency = null, string credit = "(Norda)")
    {
        ReportBuilder builder = new(outlet);
        if (agency is not null)
            builder.Credit(agency, credit);
        foreach (string sentence in sentences)
            builder.Sentence(sentence).NewParagraph();
        return builder.Build();
    }

    private static IReadOnlyList<Origin> Origins(params ReportClaims[] reports) =>
        new Identifier(LanguageData.English).Identify(reports, new EvidenceTable()).Origins;

    [Fact]
    public void A_verbatim_copy_is_one_origin_with_its_passages_in_both_reports()
    {
        ReportClaims first = Report("Varn Post", Story);
        ReportClaims second = Report("Island Herald", Story);
        EvidenceTable evidence = new();
        Origin origin = Assert.Single(new Identifier(LanguageData.English).Identify([first, second], evidence).Origins);
        Assert.Equal("copied-text", origin.Basis);
        Assert.Equal(2, origin.Reports.Count);
        Assert.Equal(origin.Reports.Order(StringComparer.Ordinal), evidence.ToList().Where(e => origin.Evidence.Contains(e.Id)).Select(e => e.Report).Distinct());
    }

    [Fact]
    public void A_copy_cut_from_the_bottom_is_one_origin() =>
        Assert.Single(Origins(Report("Varn Post", Story), Report("Island Herald", Story.Take(2))));

    [Fact]
    public void A_copy_with_a_new_lead_is_one_origin() =>
        Assert.Single(Origins(
            Report("Varn Post", Story),
            Report("Island Herald", Story.Skip(1).Prepend("Trade on the whole coast felt the first strike in a decade on Tuesday, when nothing left the quays."))));

    [Fact]
    public void The_same_facts_in_own_words_are_two_origins() =>
        Assert.Equal(2, Origins(Report("Varn Post", Story), Report("Island Herald", OwnWords)).Count);

    [Fact]
    public void A_long_shared_quote_does_not_make_a_copy()
    {
        const string Quote = "\u201CWe asked for what was promised to every man and woman on the night shift, and we were told to wait until the summer, and then until "
            + "the autumn, and now we are told that there never was a promise at all and that the paper we hold is worth nothing,\u201D she said.";
        Assert.Equal(2, Origins(Report("Varn Post", [Story[0], Story[3], Quote]), Report("Island Herald", [OwnWords[0], OwnWords[2], Quote])).Count);
    }

    [Fact]
    public void Shared_background_at_the_end_does_not_make_a_copy()
    {
        string[] background = [Story[2], Story[5]];
        string[] other =
        [
            "Grain prices rose by a tenth at the inland exchange as millers looked for other harbours and railway wagons grew scarce.",
            "The exchange opened an hour late and buyers from four provinces bid for what little was stored near the rail head.",
            "One miller said he had bread flour for nine days and would then have to send his people home.",
            "Railway managers promised two more trains a week, but the line has a single track and old signals in the hills.",
        ];
        Assert.Equal(2, Origins(Report("Varn Post", [Story[0], Story[1], Story[3], Story[4], .. background]), Report("Island Herald", [.. other, .. background])).Count);
    }

    [Fact]
    public void A_credit_alone_names_the_agency_and_leaves_reports_independent()
    {
        IReadOnlyList<Origin> origins = Origins(
            Report("Varn Post", Story, "Norda"), Report("Island Herald", OwnWords, "Norda", "Norda contributed to this report"));
        Assert.Equal(2, origins.Count);
        Assert.All(origins, o => Assert.Equal("Norda", o.Name));
        Assert.Equal(["credit", "single"], origins.Select(o => o.Basis).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_credit_with_some_shared_text_is_one_origin()
    {
        string[] edited = [Story[0], .. OwnWords.Skip(1), "The strike is the first since the port was sold, and the company has kept its offices closed to callers all day."];
        Assert.Equal(2, Origins(Report("Varn Post", Story), Report("Island Herald", edited)).Count);
        Origin origin = Assert.Single(Origins(Report("Varn Post", [Story[0] + " Nobody was hurt there.", .. Story.Skip(1)], "Norda"), Report("Island Herald", [Story[0] + " Nobody was hurt there.", .. edited.Skip(1)], "Norda")));
        Assert.Equal("credit", origin.Basis);
        Assert.Equal(2, Origins(Report("Varn Post", [Story[0] + " Nobody was hurt there.", .. Story.Skip(1)]), Report("Varn Post", [Story[0] + " Nobody was hurt there.", .. edited.Skip(1)])).Count);
    }

    [Fact]
    public void A_report_that_retells_another_outlet_shares_its_origin()
    {
        ReportClaims told = new ReportBuilder("Quay Radio")
            .Sentence("Dockers blocked the gate.", s => s.Event(EventType.Protest, "blocked", "block"))
            .Sentence("Police detained 12 men.", s => s.Event(EventType.Coerce, "detained", "detain"))
            .Build();
        ReportClaims retold = new ReportBuilder("Island Herald")
            .Actor("Quay Radio", Parallax.Annotate.ActorKind.Outlet)
            .Sentence("Workers blocked an entrance, Quay Radio reported.", s => s.Event(EventType.Protest, "blocked", "block", saidBy: "Quay Radio"))
            .Sentence("Officers detained a dozen people, according to Quay Radio.", s => s.Event(EventType.Coerce, "detained", "detain", saidBy: "Quay Radio"))
            .Build();
        ReportClaims attributed = retold with
        {
            Claims = [.. retold.Claims.Select(c => c with { Attribution = [c.Attribution[0] with { Kind = AttributionKind.Outlet }] })],
        };
        Assert.Equal(2, Origins(told, retold).Count);
        Origin origin = Assert.Single(Origins(told, attributed));
        Assert.Equal("quoted-outlet", origin.Basis);
        Assert.Equal("Quay Radio", origin.Name);
    }

    [Fact]
    public void Empty_and_tiny_reports_do_not_fail_or_join()
    {
        Assert.Equal(3, Origins(Report("A", []), Report("B", ["No."]), Report("C", ["Yes, he did."])).Count);
        Assert.Empty(Origins());
    }

    [Fact]
    public void A_report_that_repeats_one_sentence_many_times_stays_cheap()
    {
        string[] hostile = [.. Enumerable.Repeat(string.Join(" ", Story), 60)];
        Assert.Single(Origins(Report("A", hostile), Report("B", hostile.Append("and more of it"))));
    }
}
