using Parallax.Assess;

namespace Parallax.Present;

/// <summary>The contract as JSON.</summary>
public static class SituationJson
{
    /// <summary>Writes the whole situation.</summary>
    public static string Write(Situation situation) => situation.Schema;

    /// <summary>Writes one report as one line.</summary>
    public static string Line(ReportEntry report) => report.Id;
}
