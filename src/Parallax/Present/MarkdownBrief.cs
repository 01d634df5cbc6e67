using Parallax.Assess;

namespace Parallax.Present;

/// <summary>The brief as Markdown.</summary>
public static class MarkdownBrief
{
    /// <summary>Writes the brief.</summary>
    public static string Write(Situation situation) => situation.Schema;
}
