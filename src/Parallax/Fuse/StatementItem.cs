using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One report's account of what somebody said.</summary>
/// <param name="Report">The report.</param>
/// <param name="ReportIndex">Its number in the situation.</param>
/// <param name="Index">Index of the claim in the report.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Speech">The speech it was read from.</param>
/// <param name="Speaker">The speaker's id; null where unknown.</param>
/// <param name="SpeakerText">The words that name the speaker.</param>
/// <param name="When">When it was said; null where unknown.</param>
/// <param name="Window">The days on which it can have been said; null where nothing is known.</param>
/// <param name="Words">Content words of what was said, each once.</param>
internal sealed record StatementItem(
    ReportInFusion Report, int ReportIndex, int Index, StatementClaim Claim, Speech Speech, string? Speaker, string SpeakerText,
    EdtfDate? When, EdtfDate? Window, IReadOnlySet<string> Words)
{
    public SpeechForm Form => Speech.Form;

    /// <summary>Under which name the speaker's other statements are found.</summary>
    public string SpeakerKey => Speaker is null || IsOneReports ? "text:" + Folding.Fold(SpeakerText) : Speaker;

    /// <summary>Whether the speaker is a nameless one of this report, whom each copy of the text knows as another.</summary>
    public bool IsOneReports { get; init; }
}
