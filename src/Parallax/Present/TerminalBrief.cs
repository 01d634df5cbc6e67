using Parallax.Assess;

namespace Parallax.Present;

/// <summary>The brief as plain text for a terminal.</summary>
public static class TerminalBrief
{
    /// <summary>Writes the brief.</summary>
    public static void Write(Situation situation, TextWriter writer, int width, bool colour) =>
        writer.WriteLine(situation.Schema);
}
