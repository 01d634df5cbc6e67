using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class GazetteerTests
{
    private static readonly Gazetteer s_gazetteer = LanguageData.English.Gazetteer;

    [Theory]
    [InlineData("Lyon", "FR")]
    [InlineData("lyon", "FR")]
    [InlineData("Medellín", "CO")]
    [InlineData("MEDELLIN", "CO")]
    [InlineData("Харків", "UA")]
    [InlineData("Kharkov", "UA")]
    [InlineData("Sana’a", "YE")]
    [InlineData("Sanaa", "YE")]
    [InlineData("al-Hasakah", "SY")]
    [InlineData("Hasaka", "SY")]
    [InlineData("St. Louis", "US")]
    [InlineData("Port au Prince", "HT")]
    [InlineData("Gjakova", "XK")]
    [InlineData("N'Djamena", "TD")]
    public void A_name_is_found_in_each_spelling(string name, string country) =>
        Assert.Contains(s_gazetteer.Lookup(name), place => place.Country == country && place.Precision == PlacePrecision.Town);

    [Fact]
    public void Places_of_one_name_come_largest_first_and_the_country_before_them()
    {
        IReadOnlyList<GazetteerPlace> springfields = s_gazetteer.Lookup("springfield");
        Assert.True(springfields.Count > 5);
        Assert.Equal(springfields.OrderByDescending(place => place.Population).Select(place => place.Population), springfields.Select(place => place.Population));
        Assert.Equal(PlacePrecision.Country, s_gazetteer.Lookup("Georgia")[0].Precision);
        Assert.Contains(s_gazetteer.Lookup("Georgia"), place => place is { Country: "US", Precision: PlacePrecision.Province });
    }

    [Fact]
    public void Capitals_seats_and_divisions_are_marked()
    {
        GazetteerPlace nairobi = s_gazetteer.Lookup("nairobi").First(place => place.Precision == PlacePrecision.Town);
        Assert.True(nairobi.IsCapital);
        Assert.InRange(nairobi.Lat, -1.4, -1.2);
        Assert.InRange(nairobi.Lon, 36.7, 36.9);
        Assert.Equal("Texas", s_gazetteer.Lookup("houston")[0].Division);
        Assert.Contains(s_gazetteer.Lookup("Kherson Oblast"), place => place.Precision == PlacePrecision.Province);
        Assert.Contains(s_gazetteer.Lookup("kherson"), place => place.Precision == PlacePrecision.Province);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("''''")]
    [InlineData("zzzzqqq")]
    [InlineData("\uD800")]
    [InlineData("\u0000")]
    public void What_is_no_name_finds_nothing(string name) => Assert.Empty(s_gazetteer.Lookup(name));

    [Theory]
    [InlineData("US", 39, -98)]
    [InlineData("CN", 35, 104)]
    [InlineData("KZ", 48, 68)]
    public void A_country_has_its_middle_not_its_capital_for_a_point(string code, double lat, double lon)
    {
        GazetteerPlace country = s_gazetteer.Country(code)!;
        Assert.InRange(country.Lat, lat - 2, lat + 2);
        Assert.InRange(country.Lon, lon - 2, lon + 2);
    }

    [Fact]
    public void Every_point_of_a_country_is_on_the_globe_and_of_a_country_of_the_list()
    {
        foreach (string[] row in LanguageData.English.Lexicon("places-countries").Rows)
        {
            Assert.NotNull(LanguageData.English.Countries.ByCode(row[0]));
            Assert.InRange(double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), -90, 90);
            Assert.InRange(double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture), -180, 180);
        }
    }

    [Fact]
    public void A_division_lies_in_the_middle_of_its_land_not_of_its_inhabitants()
    {
        GazetteerPlace texas = s_gazetteer.Lookup("texas").First(place => place is { Country: "US", Precision: PlacePrecision.Province });
        Assert.InRange(texas.Lat, 30.9, 32);
        Assert.InRange(texas.Lon, -100, -98.7);
    }

    [Fact]
    public void A_name_of_any_length_is_answered() => Assert.Empty(s_gazetteer.Lookup(new string('ж', 100_000)));

    [Fact]
    public void Every_country_of_the_list_has_a_record_or_no_inhabitants()
    {
        string[] without = [.. LanguageData.English.Countries.All.Where(country => s_gazetteer.Country(country.Code) is null).Select(country => country.Code)];
        Assert.Equal(["BV", "HM", "UM"], without);
    }
}
