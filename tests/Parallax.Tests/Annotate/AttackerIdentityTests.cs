using Parallax.Annotate;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Offices that belong to others, forms of address, and the one attacker of a report.</summary>
public sealed class AttackerIdentityTests
{
    [Theory]
    [InlineData("A gunman opened fire in a school in Gao, killing five pupils. The attacker was shot dead by officers.", "A gunman", "The attacker")]
    [InlineData("A driver rammed a lorry into a market and killed 12 people. Police said the attacker had acted alone.", "A driver", "the attacker")]
    [InlineData("A man stabbed two guards at a prison in Riga. The assailant was overpowered.", "A man", "The assailant")]
    [InlineData("A gunman killed three people in Gao. The man was 24, police said.", "A gunman", "The man")]
    [InlineData("A gunman killed three people. The attacker, identified by police as Jon Perry, fled.", "A gunman", "Jon Perry")]
    [InlineData("A gunman killed three people. Police identified the suspect as Jon Perry.", "A gunman", "Jon Perry")]
    [InlineData("A gunman killed three people. Karim Bello was named as the attacker.", "A gunman", "Karim Bello")]
    [InlineData("A woman was hurt by a tile. The woman was taken to hospital.", "A woman", "The woman")]
    public void The_one_attacker_is_one_actor(string text, string first, string second)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(Mention(report, first).Actor, Mention(report, second).Actor);
    }

    [Theory]
    [InlineData("Two gunmen stormed a bar in Lyon. One gunman was shot. The attacker had a rifle.", "Two gunmen", "The attacker")]
    [InlineData("A gunman opened fire on a bus in Kano. The driver was wounded.", "A gunman", "The driver")]
    [InlineData("A gunman killed a guard at the gate. A man who lives nearby called the police. The man said it was over quickly.", "A gunman", "The man")]
    public void Somebody_else_beside_the_attacker_is_somebody_else(string text, string first, string second)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.NotEqual(Mention(report, first).Actor, Mention(report, second).Actor);
    }

    [Fact]
    public void The_leader_of_a_group_is_no_head_of_state()
    {
        AnnotatedReport report = ActorScene.Annotate("Nigerian President Ade Okoro flew to Paris on Monday. Islamic State has named Musa al-Kanuri as Boko Haram's leader.");
        Assert.Equal(Mention(report, "Musa al-Kanuri").Actor, Mention(report, "Boko Haram's leader").Actor);
        Assert.DoesNotContain(report.Actors, a => a.Country == "NG" && a.Roles.Any(r => r.Title == "President") && a.Roles.Any(r => r.Of == "Boko Haram"));
    }

    [Fact]
    public void Whose_minister_belongs_to_whom_the_words_before_name()
    {
        AnnotatedReport report = ActorScene.Annotate("Iranian Foreign Minister Reza Karimi was refused a visa by the United States, whose foreign minister accused him of lying.");
        Assert.All(report.Actors.Where(a => a.Name == "Reza Karimi"), a => Assert.DoesNotContain(a.Roles, r => r.Of == "United States"));
        Assert.NotEqual(Mention(report, "Iranian Foreign Minister Reza Karimi").Actor, Mention(report, "whose foreign minister").Actor);
    }

    [Fact]
    public void A_form_of_address_is_no_part_of_a_name()
    {
        const string Text = "Alhaji Lawan Musa, the information minister, denied it. Lawan Musa said the talks went on. Mallam Sani Dogo confirmed this.";
        AnnotatedReport report = ActorScene.Annotate(Text);
        Assert.Contains(report.Actors, a => a.Name == "Lawan Musa");
        Assert.Contains(report.Actors, a => a.Name == "Sani Dogo");
        Assert.DoesNotContain(report.Actors, a => a.Name.StartsWith("Al", StringComparison.Ordinal) || a.Name.StartsWith("Mal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_consulate_is_no_general() =>
        Assert.Equal(ActorKind.Organisation, Assert.Single(ActorScene.Annotate("The Chinese Consulate General warned visitors to stay indoors.").Actors, a => a.Country == "CN").Kind);

    [Theory]
    [InlineData("A lorry sped along the Promenade des Anglais and hit a kiosk.", "Anglais")]
    [InlineData("The president of the Provence-Alpes-Côte d'Azur region spoke.", "d'Azur")]
    public void A_part_of_the_name_of_a_street_or_region_is_nobody(string text, string part) =>
        Assert.DoesNotContain(ActorScene.Annotate(text).Actors, a => a.Name == part);

    [Fact]
    public void A_page_of_the_web_is_an_outlet() =>
        Assert.All(ActorScene.Annotate("\"It is awful,\" she told NorthHarbour.com on Monday. NorthHarbour.com reported an arrest.").Actors.Where(a => a.Name == "NorthHarbour.com"), a => Assert.Equal(ActorKind.Outlet, a.Kind));

    [Theory]
    [InlineData("A lawyer left the court. President Aldo Rao gave a speech in which he warned of war.", "President Aldo Rao", "he")]
    [InlineData("Jon Perry met Karl Vogt. Pavel Orlov was driving home when he was shot.", "Pavel Orlov", "he")]
    public void The_subject_goes_on_in_a_clause_below_it(string text, string actor, string pronoun)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(Mention(report, actor).Actor, Mention(report, pronoun).Actor);
    }

    [Theory]
    [InlineData("Moscow denied the charge. Russia shelled two villages.", "Russia", "Moscow")]
    [InlineData("The White House said it was ready. The US has blamed Iran. Washington urged Iran to stop.", "US", "Washington")]
    public void A_state_is_shown_by_its_own_name(string text, string name, string also)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(name, report.Actors[Mention(report, also).Actor].Name);
    }

    [Fact]
    public void An_administration_is_not_the_person_who_heads_it()
    {
        AnnotatedReport report = ActorScene.Annotate("President Aldo Rao spoke in Quito. The Rao administration has laid tariffs on steel. Rao said it was fair.");
        ActorMention body = Mention(report, "The Rao administration");
        Assert.Equal(ActorKind.Government, report.Actors[body.Actor].Kind);
        Assert.All(report.Mentions.Where(m => m.Span.Of(report.Report.Text) == "Rao"), m => Assert.Equal(Mention(report, "President Aldo Rao").Actor, m.Actor));
    }

    [Theory]
    [InlineData("Haldane Airlines cancelled all flights on Monday. The airline blamed a strike.", "Haldane Airlines", "The airline")]
    [InlineData("Hezbollah denied the charge. The group said it had not fired.", "Hezbollah", "The group")]
    [InlineData("The Grain Committee met in Lviv. Farmers waited outside. The committee will vote on Friday.", "The Grain Committee", "The committee")]
    public void A_bare_description_means_the_body_last_named(string text, string body, string described)
    {
        AnnotatedReport report = ActorScene.Annotate(text);
        Assert.Equal(Mention(report, body).Actor, Mention(report, described).Actor);
    }

    [Fact]
    public void Two_bodies_named_together_leave_the_company_open()
    {
        AnnotatedReport report = ActorScene.Annotate("Haldane Airlines sued Orlan Airlines on Monday. The company declined to comment.");
        Assert.NotEqual(Mention(report, "Haldane Airlines").Actor, Mention(report, "The company").Actor);
        Assert.NotEqual(Mention(report, "Orlan Airlines").Actor, Mention(report, "The company").Actor);
    }

    [Fact]
    public void The_government_of_a_report_on_one_land_is_its_government()
    {
        AnnotatedReport report = ActorScene.Annotate("Floods hit Mombasa and Nairobi in Kenya on Monday. Roads in Nakuru were cut. The government has opened schools to the homeless.");
        Assert.Equal("KE", report.Actors[Mention(report, "The government").Actor].Country);
        AnnotatedReport open = ActorScene.Annotate("Floods hit Mombasa in Kenya and Arusha in Tanzania on Monday. The government has opened schools.");
        Assert.Null(open.Actors[Mention(open, "The government").Actor].Country);
    }

    [Fact]
    public void A_ministry_is_not_the_state()
    {
        AnnotatedReport report = ActorScene.Annotate("The Pentagon has said troops are being deployed. The US has blamed Iran.");
        Assert.Equal("US", Assert.Single(report.Actors, a => a.Kind == ActorKind.Government && a.Country == "US").Name);
        Assert.Equal("US", Assert.Single(report.Actors, a => a.Name == "Pentagon").Country);
    }

    [Fact]
    public void A_list_of_countries_is_of_countries() =>
        Assert.All(ActorScene.Annotate("Tariffs were laid on steel from Canada, Mexico and Japan. Exports from Canada fell.").Places, p => Assert.Equal(Parallax.Data.PlacePrecision.Country, p.Place!.Precision));

    [Fact]
    public void His_lawyer_does_not_speak_of_himself() =>
        Assert.DoesNotContain(ActorScene.Annotate("His lawyer said he had been beaten.").Mentions, m => m.Form == MentionForm.Pronoun && m.Actor >= 0 && m.Span.Length == 2);

    private static ActorMention Mention(AnnotatedReport report, string words)
    {
        ActorMention? found = report.Mentions.LastOrDefault(m => m.Span.Of(report.Report.Text) == words);
        Assert.True(found is { Actor: >= 0 }, $"\"{words}\": {string.Join(" | ", ActorScene.Names(report))}");
        return found!;
    }
}
