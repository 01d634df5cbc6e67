using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Annotate;

public sealed class PlaceFinderTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    private static IReadOnlyList<(string Text, PlaceMention Mention)> Places(string text, TextSpan? dateline = null)
    {
        List<Paragraph> paragraphs = [];
        int at = 0;
        foreach (string part in text.Split("\n\n"))
        {
            paragraphs.Add(new Paragraph(new TextSpan(at, part.Length), ParagraphKind.Body));
            at += part.Length + 2;
        }
        AnnotatedReport report = s_annotator.Annotate(new Report
        {
            Id = "r",
            Path = "p",
            Text = text,
            Paragraphs = paragraphs,
            Sha256 = "",
            BytesSha256 = "",
            Dateline = dateline,
        });
        return [.. report.Places.Select(mention => (mention.Span.Of(text), mention))];
    }

    private static PlaceMention One(string text, string name) => Assert.Single(Places(text), place => place.Text == name).Mention;

    [Theory]
    [InlineData("Fighting broke out in Tripoli, Lebanon, on Friday.", "Tripoli", "LB")]
    [InlineData("Fighting broke out in Tripoli, the Libyan capital, and Libya closed its ports.", "Tripoli", "LY")]
    [InlineData("A flood hit Paris, Texas, overnight.", "Paris", "US")]
    [InlineData("Police in Paris searched the river.", "Paris", "FR")]
    [InlineData("A bomb went off in Valencia. Venezuela has seen few such attacks, Venezuelan officials said.", "Valencia", "VE")]
    [InlineData("Gunmen attacked a market in Gao, Mali.", "Gao", "ML")]
    public void The_words_around_choose_among_places_of_one_name(string text, string name, string country) =>
        Assert.Equal(country, One(text, name).Place?.Country);

    [Theory]
    [InlineData("The army of Mexico sent trucks.", "Mexico")]
    [InlineData("Djibouti lies on the coast.", "Djibouti")]
    [InlineData("Rain fell across Panama.", "Panama")]
    public void A_country_comes_before_its_capital_of_the_same_name(string text, string name) =>
        Assert.Equal(PlacePrecision.Country, One(text, name).Place?.Precision);

    [Theory]
    [InlineData("Nairobi rejected the offer.", "Nairobi", ToponymUse.Government)]
    [InlineData("On Monday the envoy urged Kampala to release the men.", "Kampala", ToponymUse.Government)]
    [InlineData("Hanoi has repeatedly condemned the patrols.", "Hanoi", ToponymUse.Government)]
    [InlineData("Lima and Quito agreed to reopen the crossing.", "Lima", ToponymUse.Government)]
    [InlineData("The Kremlin denied the report.", "Kremlin", ToponymUse.Government)]
    [InlineData("The plan was welcomed by Ankara.", "Ankara", ToponymUse.Government)]
    [InlineData("Shops closed in Nairobi after the march.", "Nairobi", ToponymUse.Place)]
    [InlineData("A crowd gathered outside the Kremlin.", "Kremlin", ToponymUse.Place)]
    [InlineData("Kenya police fired tear gas.", "Kenya", ToponymUse.Modifier)]
    [InlineData("Soldiers searched Lagos homes for weapons.", "Lagos", ToponymUse.Modifier)]
    public void A_place_a_government_and_a_modifier_are_told_apart(string text, string name, ToponymUse use) => Assert.Equal(use, One(text, name).Use);

    [Theory]
    [InlineData("Reading the letter, she wept.")]
    [InlineData("Most of the crowd went home in March.")]
    [InlineData("Nice words were spoken.")]
    [InlineData("President Lincoln Mwale spoke to reporters.")]
    [InlineData("Jack London Okoro was among the dead.")]
    [InlineData("It was given to us by them.")]
    [InlineData("The UN and the European Union met on Monday.")]
    [InlineData("Serbian and Kenyan officials met the Kurds.")]
    public void Words_and_names_that_some_town_bears_too_are_no_places(string text) =>
        Assert.DoesNotContain(Places(text), place => place.Mention.Use != ToponymUse.People);

    [Fact]
    public void A_surname_seen_with_its_first_name_is_no_town_later() =>
        Assert.Empty(Places("Tendai Moyo led the march. Later Moyo spoke to reporters, and they asked Moyo about it."));

    [Fact]
    public void Northern_before_a_country_is_a_region_of_it()
    {
        PlaceMention mention = One("Shelling resumed in northern Lebanon at dawn.", "Lebanon");
        Assert.Equal(("LB", PlacePrecision.Region, 0, "northern Lebanon"), (mention.Place!.Country, mention.Place.Precision, mention.Place.GeoNames, mention.Place.Name));
    }

    [Fact]
    public void A_country_in_capitals_is_told_from_the_pronoun()
    {
        Assert.Equal("US", One("He told the US embassy to help us.", "US").Place?.Country);
        Assert.Equal("US", One("Forces of the U.S. left.", "U.S.").Place?.Country);
    }

    [Fact]
    public void The_dateline_is_a_place_of_its_own_kind()
    {
        (string text, PlaceMention mention) = Places("NAIROBI, Kenya — Rain fell in Mombasa.", new TextSpan(0, 14))[0];
        Assert.Equal(("NAIROBI", ToponymUse.Dateline, "KE"), (text, mention.Use, mention.Place?.Country));
    }

    [Fact]
    public void The_same_name_is_the_same_place_throughout_a_report() =>
        Assert.All(Places("Troops entered Alexandria, Virginia, on Monday. By night Alexandria was quiet.").Where(place => place.Text == "Alexandria"),
            place => Assert.Equal("Virginia", place.Mention.Place?.Division));

    [Theory]
    [InlineData("https://www.example.co.nz/news/1", "NZ")]
    [InlineData("https://www.example.ca/news/1", "CA")]
    [InlineData(null, "CA")]
    [InlineData("no address", "CA")]
    public void The_ending_of_the_address_helps_to_choose(string? url, string country)
    {
        const string Text = "Police in Hamilton stopped a car.";
        AnnotatedReport report = s_annotator.Annotate(new Report
        {
            Id = "r",
            Path = "p",
            Url = url,
            Text = Text,
            Paragraphs = [new Paragraph(new TextSpan(0, Text.Length), ParagraphKind.Body)],
            Sha256 = "",
            BytesSha256 = "",
        });
        Assert.Equal(country, Assert.Single(report.Places, place => place.Span.Of(Text) == "Hamilton").Place?.Country);
    }

    [Fact]
    public void Every_place_has_a_span_inside_the_text_and_none_overlap()
    {
        string hostile = string.Concat(Enumerable.Repeat("In New York, New York New York, al- el-, Of Of, US US \uD83D\uDE00 Paris’s Лондон ", 200));
        int end = 0;
        foreach ((string _, PlaceMention mention) in Places(hostile))
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End <= hostile.Length);
            end = mention.Span.End;
        }
    }
}
