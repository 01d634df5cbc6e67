using Parallax.Data;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>The fifth stage: what the fused claims amount to: disagreements, storylines, escalation, and the whole situation.</summary>
public sealed class Assessor
{
    /// <summary>Creates an assessor over <paramref name="data"/>.</summary>
    public Assessor(LanguageData data) => _ = data;

    /// <summary>Assesses <paramref name="fused"/>.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822")]
    public Situation Assess(FusedReports fused) => new(
        Situation.SchemaName, new Generator("parallax", "0.1.0", ""), null,
        [], fused.Origins, fused.Actors, fused.Places, fused.Events, fused.Figures, fused.Statements,
        [], [], [], fused.Evidence, fused.Declined);
}
