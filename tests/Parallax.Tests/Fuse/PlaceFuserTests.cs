using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class PlaceFuserTests
{
    [Fact]
    public void Spellings_of_one_place_are_aliases_and_namesakes_in_other_countries_stay_apart()
    {
        GazetteerPlace varn = TestPlaces.Town("Vařn", "XX", 71);
        ReportClaims first = new ReportBuilder("Post").Sentence("It was quiet in Varn.", s => s.Place("Varn", varn)).Build();
        ReportClaims second = new ReportBuilder("Herald").Sentence("It was quiet in Vařn.", s => s.Place("Vařn", varn)).Build();
        ReportClaims third = new ReportBuilder("Echo").Sentence("It was loud in Varn.", s => s.Place("Varn", TestPlaces.Town("Varn", "YY", 72))).Build();
        ReportClaims unknown = new ReportBuilder("Star").Sentence("It was odd in Norn.", s => s.Place("Norn", null)).Build();

        FusedPlaces fused = PlaceFuser.Fuse([first, second, third, unknown]);

        Assert.Equal(2, fused.Places.Count);
        Place place = Assert.Single(fused.Places, p => p.Country == "XX");
        Assert.Equal(["Varn", "Vařn"], place.Aliases.Select(a => a.Text));
        Assert.Equal(fused.Ids[0][0], fused.Ids[1][0]);
        Assert.NotEqual(fused.Ids[0][0], fused.Ids[2][0]);
        Assert.Null(fused.Ids[3][0]);
    }
}
