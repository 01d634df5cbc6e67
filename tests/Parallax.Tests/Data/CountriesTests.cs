using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class CountriesTests
{
    private static readonly Countries s_countries = LanguageData.English.Countries;

    [Theory]
    [InlineData("the United States", "US")]
    [InlineData("U.S.", "US")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Cote d’Ivoire", "CI")]
    [InlineData("Kosova", "XK")]
    [InlineData("DRC", "CD")]
    [InlineData("Guinea-Bissau", "GW")]
    public void Names_and_aliases_are_found(string name, string code) => Assert.Equal(code, s_countries.ByName(name)?.Code);

    [Theory]
    [InlineData("Filipino", "PH")]
    [InlineData("Serbs", "RS")]
    [InlineData("nigerien", "NE")]
    [InlineData("Nigerian", "NG")]
    public void Demonyms_are_found(string word, string code) => Assert.Equal(code, s_countries.ByDemonym(word)?.Code);

    [Theory]
    [InlineData("sri", "lankans", "LK")]
    [InlineData("many", "lankans", null)]
    [InlineData("young", "kenyans", "KE")]
    [InlineData("", "kenyans", "KE")]
    [InlineData("south", "african", "ZA")]
    public void A_demonym_may_take_the_word_before_it(string before, string word, string? code) => Assert.Equal(code, s_countries.ByDemonym(before, word)?.Code);

    [Theory]
    [InlineData("the Kremlin", "RU")]
    [InlineData("Downing Street", "GB")]
    [InlineData("Kiev", "UA")]
    [InlineData("Tel Aviv", "IL")]
    public void Seats_stand_for_their_government(string name, string code) => Assert.Equal(code, s_countries.BySeat(name)?.Code);

    [Fact]
    public void There_are_all_250_and_each_has_its_own_code_and_name()
    {
        Assert.Equal(250, s_countries.All.Count);
        Assert.Equal(s_countries.All.Select(country => country.Code).Order(StringComparer.Ordinal), s_countries.All.Select(country => country.Code));
        Assert.All(s_countries.All, country => Assert.Same(country, s_countries.ByName(country.Name)));
    }

    [Theory]
    [InlineData("Kurds", "kurd", EthnonymKind.Ethnic, "")]
    [InlineData("Shi’ite", "shia", EthnonymKind.Religious, "")]
    [InlineData("kenyans", "kenyan", EthnonymKind.Demonym, "KE")]
    [InlineData("Burkinabé", "burkinabe", EthnonymKind.Demonym, "BF")]
    public void Peoples_are_known_by_form(string word, string canonical, EthnonymKind kind, string country)
    {
        Ethnonym? found = LanguageData.English.Ethnonyms.Lookup(word);
        Assert.Equal((canonical, kind, country), (found!.Canonical, found.Kind, found.Country));
    }
}
