using NodaTime;
using Parallax.Bench;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class UnlistedNamesTests
{
    private static readonly Stages s_stages = new();

    // 2031-03-03 is a Monday.
    private static FusedReports Fuse(params string[] texts) =>
        new Fuser(LanguageData.English).Fuse([.. texts.Select(text => s_stages.Extract(text, new LocalDate(2031, 3, 4)))]);

    private static int Attacks(FusedReports fused) => fused.Events.Count(e => e.Type is EventType.Assault or EventType.Casualties);

    [Theory]
    [InlineData("Gunmen attacked the village of Hursidan on Monday, killing six people.", "Gunmen attacked the village of Belkomor on Monday, killing six people.", 2)]
    [InlineData("Gunmen attacked the village of Hursidan on Monday, killing six people.", "Gunmen attacked the village of Hursydan on Monday, killing six people.", 1)]
    [InlineData("Gunmen attacked the village of Hursidan on Monday, killing six people.", "Gunmen attacked a village on Monday, killing six people.", 1)]
    [InlineData("Gunmen attacked the village of Hursidan, near Pemba, on Monday, killing six people.", "Gunmen attacked people near Pemba on Monday, killing six people.", 1)]
    [InlineData("Gunmen attacked the village of Hursidan on Monday, killing six people.", "Gunmen attacked people in Nampula on Monday, killing six people.", 2)]
    public void Two_villages_that_no_gazetteer_lists_are_two(string one, string other, int events) => Assert.Equal(events, Attacks(Fuse(one, other)));

    [Fact]
    public void Their_figures_are_two_figures()
    {
        FusedReports fused = Fuse("Gunmen attacked the village of Hursidan on Monday, killing six people.", "Gunmen attacked the village of Belkomor on Monday, killing six people.");
        Assert.Equal(2, fused.Figures.Count(f => f.Measure == Measure.Killed));
    }

    [Fact]
    public void Where_a_village_lies_is_known_from_another_report()
    {
        FusedReports fused = Fuse("Gunmen killed six people in Hursidan on Monday.", "The village of Hursidan, in Cabo Delgado province, was quiet on Tuesday.");
        Event attack = Assert.Single(fused.Events, e => e.Type == EventType.Assault);
        Assert.Equal("Hursidan", Assert.Single(fused.Places, p => p.Id == attack.Where).Name);
    }
}
