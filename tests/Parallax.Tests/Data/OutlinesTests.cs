using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Data;

public sealed class OutlinesTests
{
    private static readonly Outlines s_outlines = LanguageData.English.Outlines;

    [Fact]
    public void Countries_have_codes_also_the_one_without_a_number()
    {
        foreach (string code in new[] { "FR", "XK", "BR", "FJ", "RU", "SS" })
            Assert.Contains(s_outlines.Countries, country => country.Code == code);
        Assert.True(s_outlines.Countries.Count(country => country.Code.Length == 0) < 6);
    }

    [Fact]
    public void No_ring_jumps_across_the_flat_map()
    {
        // A jump of more than half the world is a ring that crossed the date line uncut; only the pole's own edge runs that far.
        foreach (CountryOutline country in s_outlines.Countries.Concat(s_outlines.Overview).Where(country => country.Code != "AQ"))
        {
            foreach (IReadOnlyList<MapPoint> ring in country.Rings)
            {
                for (int i = 0; i < ring.Count; i++)
                    Assert.True(Math.Abs(ring[i].Lon - ring[(i + 1) % ring.Count].Lon) < 100, country.Name);
                Assert.All(ring, point => Assert.True(point is { Lon: >= -180 and <= 180, Lat: >= -90 and <= 90 }));
            }
        }
    }

    [Fact]
    public void A_box_cuts_what_reaches_out_and_leaves_out_the_rest()
    {
        IReadOnlyList<CountryOutline> around = s_outlines.Within(5, 45, 9, 48);
        Assert.Contains(around, country => country.Code == "CH");
        Assert.Contains(around, country => country.Code == "FR");
        Assert.DoesNotContain(around, country => country.Code == "ES");
        Assert.All(around.SelectMany(country => country.Rings).SelectMany(ring => ring),
            point => Assert.True(point is { Lon: >= 5 and <= 9, Lat: >= 45 and <= 48 }));
    }

    [Fact]
    public void A_box_inside_one_country_is_filled_by_it()
    {
        CountryOutline only = Assert.Single(s_outlines.Within(-55, -12, -54, -11));
        Assert.Equal("BR", only.Code);
        Assert.Equal(4, Assert.Single(only.Rings).Distinct().Count());
    }

    [Fact]
    public void A_box_at_sea_is_empty() => Assert.Empty(s_outlines.Within(-35, 30, -33, 32));
}
