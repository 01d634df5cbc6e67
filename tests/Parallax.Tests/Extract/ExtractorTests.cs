using System.Diagnostics;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

public sealed class ExtractorTests
{
    [Fact]
    public void Evidence_and_trigger_lie_inside_the_text_and_claims_are_in_text_order()
    {
        ReportClaims claims = ClaimLines.Claims("On Monday, [gunmen:group] attacked a bus near {Lyon}, killing [12 people:group].\n\n[Police:police] said [two men:group] were arrested.");
        Assert.NotEmpty(claims.Claims);
        int length = claims.Source.Report.Text.Length;
        Assert.All(claims.Claims, claim => Assert.InRange(claim.Evidence.End, 1, length));
        Assert.All(claims.Claims.OfType<EventClaim>(), claim => Assert.True(claim.Evidence.Contains(claim.Trigger)));
        Assert.Equal(claims.Claims.Select(claim => claim.Evidence.Start).Order(), claims.Claims.Select(claim => claim.Evidence.Start));
    }

    [Fact]
    public void A_figure_points_at_the_event_of_its_clause_whatever_the_order()
    {
        ReportClaims claims = ClaimLines.Claims("The clashes injured [30 soldiers:force]. [Police:police] arrested [20 protesters:group].");
        foreach (FigureClaim figure in claims.Claims.OfType<FigureClaim>())
        {
            EventClaim occasion = Assert.IsType<EventClaim>(claims.Claims[figure.Event]);
            Assert.Equal(figure.Sentence, occasion.Sentence);
        }
        Assert.Equal(2, claims.Claims.OfType<FigureClaim>().Count());
    }

    [Fact]
    public void A_time_before_the_claim_in_its_paragraph_is_kept_apart_from_its_own()
    {
        ReportClaims claims = ClaimLines.Claims("[Police:police] arrested [two men:group] on Monday. [Gunmen:group] attacked [the villagers:group].\n\n[Gunmen:group] attacked [the villagers:group].");
        EventClaim[] attacks = [.. claims.Claims.OfType<EventClaim>().Where(claim => claim.TriggerLemma == "attack")];
        Assert.Equal(2, attacks.Length);
        Assert.Equal((-1, 0), (attacks[0].Time, attacks[0].NarrativeTime));
        Assert.Equal((-1, 0), (attacks[1].Time, attacks[1].NarrativeTime));
    }

    [Fact]
    public void The_day_of_the_story_goes_two_paragraphs_on_and_not_into_quotations_plans_or_later_days()
    {
        const string told = "[Police:police] arrested [two men:group] on Monday.";
        Assert.Equal(0, CarriedTo(told + "\n\nThe town was quiet.\n\n[Gunmen:group] attacked [the villagers:group]."));
        Assert.Equal(-1, CarriedTo(told + "\n\nThe town was quiet.\n\nShops were open.\n\n[Gunmen:group] attacked [the villagers:group]."));
        Assert.Equal(-1, CarriedTo(told + "\n\n[Gunmen:group] will attack [the villagers:group]."));
        Assert.Equal(-1, CarriedTo(told + "\n\n[Gunmen:group] have often attacked [the villagers:group]."));
        Assert.Equal(-1, CarriedTo(told + "\n\nThe market opened on Tuesday.\n\n[Gunmen:group] attacked [the villagers:group]."));
        Assert.Equal(-1, CarriedTo("The town buried [two men:group] who were killed by [police:police] on Monday.\n\n[Gunmen:group] attacked [the villagers:group]."));
    }

    private static int CarriedTo(string marked) =>
        ClaimLines.Claims(marked).Claims.OfType<EventClaim>().Where(claim => claim.TriggerLemma == "attack").Select(claim => claim.NarrativeTime).FirstOrDefault(-1);

    [Theory]
    [InlineData("[Police:police] arrested [two men:group].\n\nCorrection: An earlier version said [police:police] killed [two men:group].", 1)]
    [InlineData("This article was amended to correct that [police:police] killed [two men:group].", 0)]
    [InlineData("This story was updated on 30 May. [Police:police] arrested [two men:group].", 1)]
    [InlineData("Report on [police:police] work. [Police:police] arrested [two men:group].", 1)]
    public void A_note_that_corrects_the_report_asserts_nothing(string marked, int events)
    {
        ReportClaims claims = ClaimLines.Claims(marked);
        Assert.Equal(events, claims.Claims.OfType<EventClaim>().Count());
        Assert.Equal(marked.Contains("ersion", StringComparison.Ordinal) || marked.Contains("amended", StringComparison.Ordinal) || marked.Contains("updated", StringComparison.Ordinal), claims.Declined.Any(declined => declined.Code == "D104"));
    }

    [Fact]
    public void In_a_report_without_a_date_a_bare_year_is_history()
    {
        ReportClaims claims = new Extractor(Parallax.Data.LanguageData.English).Extract(MarkedReport.Annotate("The 1998-1999 war ended. The region declared independence in 2008.", dated: false));
        Assert.All(claims.Claims.OfType<EventClaim>(), claim => Assert.Equal(ClaimStatus.Background, claim.Status));
        Assert.NotEmpty(claims.Claims.OfType<EventClaim>());
    }

    [Fact]
    public void What_officials_say_is_attributed_and_not_alleged()
    {
        EventClaim claim = ClaimLines.Claims("[Police:police] said [gunmen:group] attacked [the villagers:group].").Claims.OfType<EventClaim>().Single();
        Assert.Equal(ClaimStatus.Happened, claim.Status);
        Assert.Equal("Police", Assert.Single(claim.Attribution).Text);
    }

    [Fact]
    public void A_policeman_counts_as_one()
    {
        ReportClaims claims = ClaimLines.Claims("[A policeman:person] was killed in the attack.");
        FigureClaim figure = Assert.Single(claims.Claims.OfType<FigureClaim>());
        Assert.Equal(1, claims.Source.Quantities[figure.Quantity].Low);
    }

    [Fact]
    public void An_article_before_a_number_adds_no_number()
    {
        ReportClaims claims = ClaimLines.Claims("An additional 30 soldiers were injured.");
        Assert.Equal(30, claims.Source.Quantities[Assert.Single(claims.Claims.OfType<FigureClaim>()).Quantity].Low);
    }

    [Theory]
    [InlineData("The “fake” [mayors:group] left.", "“fake” mayors")]
    [InlineData("[Armed gangs:group] attacked [the villagers:group].", "Armed gangs")]
    public void Labels_are_kept_as_printed(string marked, string label) =>
        Assert.Equal(label, string.Join('|', ClaimLines.Claims(marked).Claims.OfType<LabelClaim>().Select(claim => claim.Text)));

    [Fact]
    public void What_names_nobody_no_place_and_no_time_is_declined()
    {
        ReportClaims claims = ClaimLines.Claims("The government was criticised and sanctions were imposed.");
        Assert.DoesNotContain(claims.Claims.OfType<EventClaim>(), claim => claim.Type == EventType.Sanction);
        Assert.Contains(claims.Declined, declined => declined.Code == "D101");
    }

    [Theory]
    [InlineData("")]
    [InlineData(",,,,;;;; “ ” — ( ) and and and to to to by by by")]
    [InlineData("who which that who which that who killed who killed who")]
    [InlineData("and killed and wounded and, and and arrested, to and of")]
    public void Damaged_text_gives_claims_inside_the_text_or_none(string text)
    {
        ReportClaims claims = ClaimLines.Claims(text);
        Assert.All(claims.Claims, claim => Assert.True(claim.Evidence.End <= claims.Source.Report.Text.Length));
    }

    [Fact]
    public void A_very_long_sentence_takes_no_long_time()
    {
        string text = string.Join(" and ", Enumerable.Repeat("police who arrested men said that soldiers attacked", 200));
        long start = Stopwatch.GetTimestamp();
        ClaimLines.Claims(text);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void The_clause_model_explains_itself()
    {
        string lines = Extractor.Explain(MarkedReport.Annotate("[The soldiers:force] who guarded the bridge attacked [the villagers:group]."));
        Assert.Contains("Main attacked | subject The soldiers | object the villagers", lines, StringComparison.Ordinal);
    }
}
