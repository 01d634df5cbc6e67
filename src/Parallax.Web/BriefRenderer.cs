using Parallax.Assess;

namespace Parallax.Web;

/// <summary>Renders the brief as one self-contained page.</summary>
public static class BriefRenderer
{
    /// <summary>Renders the page.</summary>
    public static string Render(Situation situation) => situation.Schema;
}
