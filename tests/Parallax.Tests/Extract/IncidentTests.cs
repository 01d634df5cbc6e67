using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Tests.Specs;
using Xunit;

namespace Parallax.Tests.Extract;

public class IncidentTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);
    private static readonly Extractor s_extractor = new(LanguageData.English);

    private static ReportClaims Read(string text) =>
        s_extractor.Extract(s_annotator.Annotate(new SpecCase("incidents", 1, "", new Dictionary<string, string>(StringComparer.Ordinal) { ["published"] = "2030-05-08" }, text, "").ToReport()));

    [Fact]
    public void An_incident_names_the_sentences_words_and_claims_it_came_from()
    {
        const string Text = "Gunmen killed the mayor of Puno on Monday.\n\nSchools stayed open.\n\nThe attack shocked the town, and the police are looking for the killers.";
        ReportClaims claims = Read(Text);
        Incident incident = Assert.Single(claims.Incidents);
        Assert.Equal([0, 2], incident.Sentences);
        Assert.Equal(["killed", "attack"], incident.Triggers.Select(span => span.Of(Text)));
        Assert.Equal("killed", ((EventClaim)claims.Claims[Assert.Single(incident.Claims)]).Trigger.Of(Text));
        Assert.Equal("PE", incident.Country);
        Assert.Equal(new LocalDate(2030, 5, 6), incident.Date!.Value.Start);
        Assert.All(incident.Parties, party => Assert.True(party.Span.End <= Text.Length && party.Span.Length > 0));
    }

    [Fact]
    public void A_report_in_capitals_gives_the_incidents_of_the_same_report_in_running_case()
    {
        const string Text = "Guerrillas kidnapped two teachers near Cali on Tuesday. Rebels blew up a bridge in Puno on Monday.";
        ReportClaims plain = Read(Text), capitals = Read(Text.ToUpperInvariant());
        Assert.Equal(plain.Incidents.Select(Line), capitals.Incidents.Select(Line));
        Assert.NotEmpty(plain.Incidents);

        static string Line(Incident incident) => $"{incident.Kind} {incident.Date} {string.Join(' ', incident.Places)} {string.Join(' ', incident.Triggers)} "
            + string.Join(" | ", incident.Parties.Select(party => $"{party.Role} {party.Name?.ToUpperInvariant()} {string.Join('/', party.Descriptions).ToUpperInvariant()} {party.Span}"));
    }

    [Fact]
    public void The_day_on_which_somebody_spoke_is_not_the_day_of_the_incident()
    {
        Incident incident = Assert.Single(Read("The minister said on Tuesday that gunmen had killed the mayor of Puno.").Incidents);
        Assert.Null(incident.Date);
    }

    [Fact]
    public void What_happened_months_ago_is_no_incident_of_the_report() =>
        Assert.Empty(Read("Gunmen killed the mayor of Puno in January. In 2019 a bomb exploded at a bank in Lima.").Incidents);

    [Fact]
    public void Many_words_of_violence_cost_no_more_than_their_number()
    {
        string text = string.Concat(Enumerable.Repeat("Gunmen killed, killed, killed and killed the attack of the murder of a bomb. ", 300));
        Assert.True(Read(text).Incidents.Count < 2000);
    }
}
