using Parallax.Annotate;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

/// <summary>Who does it to whom, by sentences in which the words nearest to the event are not the ones.</summary>
public sealed class RoleTests
{
    [Theory]
    [InlineData("France condemned the killing of a teacher by a student.", "condemned", "France", "student")]
    [InlineData("Norway condemned the arrest of two teachers on Monday.", "condemned", "Norway", "")]
    [InlineData("Crowds held protests against the killing of two men by police.", "held", "Crowds", "police")]
    [InlineData("The bodyguard of the president shot by rebels was arrested.", "arrested", "", "bodyguard")]
    [InlineData("It was Turkey that Greece accused of lying.", "accused", "Greece", "Turkey")]
    [InlineData("Lebanon complained to the United Nations on Tuesday over two Turkish air raids.", "complained", "Lebanon", "Turkey")]
    [InlineData("Russia threatened to leave the talks if Norway deploys the missiles.", "threatened", "Russia", "Norway")]
    [InlineData("Washington along with its allies demanded that Syria free the hostages.", "demanded", "Washington", "Syria")]
    [InlineData("Israel is opposed to French mediation.", "opposed", "Israel", "France")]
    [InlineData("Students began a hunger strike on Monday to protest against the government.", "hunger strike", "Students", "government")]
    [InlineData("The ministers agreed on Saturday to provide 40 million dollars of aid for Chad and Niger.", "provide", "ministers", "Chad+Niger")]
    [InlineData("Russia threatened to stop talks to reduce missiles if Norway deploys the radar.", "threatened", "Russia", "Norway")]
    [InlineData("The opposition demanded that the president resign.", "demanded", "opposition", "president")]
    [InlineData("Rebels dynamited a pipeline in the north on Monday.", "dynamited", "Rebels", "")]
    [InlineData("Some 2,000 Kurds sought refuge in Germany last month.", "sought", "Kurds", "Germany")]
    [InlineData("Police launched tear gas and rubber bullets against students on Sunday.", "gas", "Police", "students")]
    [InlineData("Workers blocked the highway on Monday in protest at the government.", "blocked", "Workers", "government")]
    public void A_verb_concerns_the_one_answerable(string text, string trigger, string initiator, string target) =>
        Check(text, trigger, initiator, target);

    [Theory]
    [InlineData("The extremist group's killing of a captured pilot on Monday drew anger.", "killing", "extremist group", "captured pilot")]
    [InlineData("Crowds held protests against the killing of two men by police.", "killing", "police", "men")]
    [InlineData("The massacre of more than 600 supporters of president Musa by rebels shocked Chad.", "massacre", "rebels", "supporters")]
    [InlineData("The army came under attack by rebels on Sunday.", "attack", "rebels", "army")]
    [InlineData("An Israeli strike on Gaza destroyed a school on Sunday.", "strike", "Israel", "school")]
    [InlineData("Fighting raged around Bentiu on Monday between rebels and government troops.", "Fighting", "rebels+government troops", "")]
    [InlineData("The government faced protests by farmers on Monday.", "protests", "farmers", "government")]
    [InlineData("Students took part in protests against the government on Friday.", "protests", "Students", "government")]
    public void A_noun_has_its_participants_around_it(string text, string trigger, string initiator, string target) =>
        Check(text, trigger, initiator, target);

    [Theory]
    [InlineData("Rebels shelled Kassala on Monday.", "shelled", "Rebels", "Kassala")]
    [InlineData("The president imposed a curfew in Bamako on Monday.", "imposed", "president", "Bamako")]
    [InlineData("Rebels met envoys in Bamako on Monday.", "met", "Rebels+envoys", "")]
    public void A_place_is_a_target_only_where_the_deed_is_directed_at_it(string text, string trigger, string initiator, string target) =>
        Check(text, trigger, initiator, target);

    [Fact]
    public void Nobody_but_somebody_is_somebody()
    {
        EventClaim claim = Assert.Single(ClaimScene.Extract("Nobody but the rebels attacked the soldiers.").Claims.OfType<EventClaim>());
        Assert.Equal(ClaimStatus.Happened, claim.Status);
    }

    [Fact]
    public void Any_member_is_no_actor() =>
        Assert.DoesNotContain(ClaimScene.Extract("The treaty says an attack on any member is an attack on all.").Claims.OfType<EventClaim>(), claim => claim.Targets.Count > 0);

    [Theory]
    [InlineData("Gunmen killed the bodyguard of Senator Lena Ortiz on Sunday.", "killed", "Gunmen", "bodyguard")]
    [InlineData("Police arrested the brother of President Karim Sadiq on Monday.", "arrested", "Police", "brother")]
    [InlineData("Rebels shot the brother of Muhammad Ali Sadiq on Monday.", "shot", "Rebels", "brother")]
    [InlineData("Police arrested protesters on Monday.", "arrested", "Police", "protesters")]
    [InlineData("Police arrested supporters of President Karim Sadiq, who were accused of plotting a coup.", "accused", "", "supporters")]
    [InlineData("The killing of the driver of Minister Lena Ortiz on Friday drew anger.", "killing", "", "driver")]
    [InlineData("The deputy of General Omar Said was arrested on Friday.", "arrested", "", "deputy")]
    [InlineData("Soldiers detained two aides of Governor Lena Ortiz on Monday.", "detained", "Soldiers", "aides")]
    [InlineData("Rebels abducted Governor Lena Ortiz's driver on Tuesday.", "abducted", "Rebels", "driver")]
    [InlineData("Police detained a cousin of Governor Lena Ortiz, who was accused of smuggling weapons.", "accused", "", "cousin")]
    [InlineData("Two allies of former leader Karim Sadiq, who were convicted of treason, fled on Monday.", "convicted", "", "allies")]
    [InlineData("Three supporters of President Karim Sadiq, who was elected in May, were killed on Monday.", "elected", "", "Karim Sadiq")]
    public void Whose_somebody_is_does_not_make_him_the_owner(string text, string trigger, string initiator, string target) =>
        Check(text, trigger, initiator, target);

    [Fact]
    public void A_name_behind_the_owner_is_the_one_described()
    {
        const string text = "The brother of Senator Lena Ortiz, Diego Ortiz, was arrested on Monday.";
        Check(text, "arrested", "", "Diego Ortiz");
    }

    [Theory]
    [InlineData("Prime Minister Jean Duval welcomed the plan. The gang's leader, known as Marco Bello, rejected the offer on Monday.", "rejected", "Marco Bello")]
    [InlineData("General Paul Adeyemi praised the truce on Monday. The militia's commander threatened to attack the capital.", "threatened", "militia's commander")]
    [InlineData("Militia commander Paul Adeyemi praised the truce on Monday. The militia's commander threatened to attack the capital.", "threatened", "Paul Adeyemi")]
    [InlineData("Hamas leader Yusuf Karam praised the truce on Monday. The group's leader threatened to attack the capital.", "threatened", "Yusuf Karam")]
    public void A_role_in_a_body_is_held_by_whom_the_report_says(string text, string trigger, string initiator) =>
        Check(text, trigger, initiator, "");

    [Theory]
    [InlineData("No group has claimed responsibility for the bombing in Kabul on Monday.", "bombing")]
    [InlineData("No organisation has claimed responsibility for the attack in Kabul on Monday.", "attack")]
    public void Nobody_who_claims_a_deed_did_it(string text, string trigger) =>
        Check(text, trigger, "", "");

    [Theory]
    [InlineData("Norway backed restrictions on Belarusian visitors on Monday.", "backed", "Norway", "")]
    [InlineData("Chile supported sanctions against Iran on Monday.", "supported", "Chile", "")]
    [InlineData("Ghana backed a ban on Somali imports on Monday.", "backed", "Ghana", "")]
    [InlineData("Egypt backed the strikes on Syria on Monday.", "backed", "Egypt", "")]
    [InlineData("The ministers agreed to impose a price cap on Russian oil.", "agreed", "ministers", "")]
    [InlineData("China backed the probe into Chad's tax on imports on Monday.", "backed", "China", "")]
    [InlineData("Mali backed Niger's ban on French flights on Monday.", "backed", "Mali", "Niger")]
    [InlineData("Norway backed an end to sanctions against Iran on Monday.", "backed", "Norway", "Iran")]
    public void Who_is_hit_by_what_is_backed_is_not_backed(string text, string trigger, string initiator, string target) =>
        Check(text, trigger, initiator, target);

    [Theory]
    [InlineData("Gunmen set fire to tanker trucks on Monday.", EventType.Assault)]
    [InlineData("Armed men set three buses ablaze near Gao on Monday.", EventType.Assault)]
    [InlineData("Protesters set fire to tanker trucks on Monday.", EventType.Protest)]
    [InlineData("A mob set fire to cars on Monday.", EventType.Protest)]
    public void Fire_laid_by_gunmen_is_no_protest(string text, EventType type) =>
        Assert.Equal(type, Assert.Single(ClaimScene.Extract(text).Claims.OfType<EventClaim>()).Type);

    private static void Check(string text, string trigger, string initiator, string target)
    {
        ReportClaims claims = ClaimScene.Extract(text);
        EventClaim claim = Assert.Single(claims.Claims.OfType<EventClaim>(), claim => claim.Trigger.Of(text).Contains(trigger, StringComparison.Ordinal));
        Assert.Equal(initiator, Side(claims.Source, claim.Initiators));
        Assert.Equal(target, Side(claims.Source, claim.Targets));
    }

    private static string Side(AnnotatedReport report, IReadOnlyList<int> actors) => string.Join('+', actors.Select(actor => report.Actors[actor].Name));
}
