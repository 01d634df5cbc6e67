using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Present;

public sealed class SituationDifferenceTests
{
    private static readonly string Folder = Repository.PathTo("samples", "harbour-strike");
    private static readonly Situation Made = new Analysis(LanguageData.English, AnalysisOptions.Default).Run([Folder]).Situation;

    [Fact]
    public void Reports_read_again_make_the_same_situation()
    {
        Verification verification = Verifier.Verify(Made, Folder, LanguageData.English, ReadOptions.Default);
        Assert.True(verification.IsSound);
        Assert.Equal(Made.Reports.Count, verification.ReadAgain.Count);
        Assert.Empty(SituationDifference.Find(Made, new Analysis(LanguageData.English, AnalysisOptions.Default).Run(verification.ReadAgain, [], TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void An_entry_that_was_changed_and_still_has_its_evidence_is_named_with_the_field()
    {
        Event changed = Made.Events[0];
        FramingCell cell = Made.Framing[0].Rows[0].Cells[0];
        (Situation Tampered, string Entry, string Field)[] cases =
        [
            (Made with { Events = [changed with { Label = "They did it" }, .. Made.Events.Skip(1)] }, changed.Id, "`label`"),
            (Made with { Events = [changed with { Status = changed.Status == ClaimStatus.Denied ? ClaimStatus.Happened : ClaimStatus.Denied }, .. Made.Events.Skip(1)] }, changed.Id, "`status`"),
            (Made with { Events = [.. Made.Events.Skip(1)] }, changed.Id, "lacks it"),
            (Made with { Escalation = [Made.Escalation[0] with { Score = 99 }, .. Made.Escalation.Skip(1)] }, Made.Escalation[0].Date, "`score`"),
            (Made with { Framing = [Made.Framing[0] with { Rows = [Made.Framing[0].Rows[0] with { Cells = [cell with { As = cell.As == FramingUse.Denied ? FramingUse.Stated : FramingUse.Denied }, .. Made.Framing[0].Rows[0].Cells.Skip(1)] }, .. Made.Framing[0].Rows.Skip(1)] }, .. Made.Framing.Skip(1)] }, Made.Framing[0].Event, "`rows[0].cells[0].as`"),
        ];
        foreach ((Situation tampered, string entry, string field) in cases)
        {
            Problem problem = Assert.Single(SituationDifference.Find(tampered, Made));
            Assert.Equal("PX5056", problem.Code);
            Assert.Contains(entry, problem.Given, StringComparison.Ordinal);
            Assert.Contains(field, problem.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_another_version_made_is_not_compared_and_that_is_said()
    {
        Problem notice = Assert.Single(SituationDifference.Find(Made with { Generator = Made.Generator with { Version = "0.0.1" }, Events = [] }, Made));
        Assert.True(notice.IsNotice);
        Assert.Equal("PX5057", notice.Code);
    }
}
