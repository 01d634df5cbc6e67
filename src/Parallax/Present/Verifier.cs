using Parallax.Data;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>What a verification found.</summary>
public sealed record Verification(int Reports, int Evidence, IReadOnlyList<Problem> Faults);

/// <summary>Checks a situation file.</summary>
public static class Verifier
{
    /// <summary>Checks the file.</summary>
    public static Verification Verify(string situationPath, string? reportsFolder, LanguageData data) => new(0, 0, []);
}
