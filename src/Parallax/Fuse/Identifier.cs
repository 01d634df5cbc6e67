using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>Who, where, when published and from which origin, across reports.</summary>
internal sealed record Identified(
    IReadOnlyList<ReportInFusion> Reports, IReadOnlyList<Origin> Origins, IReadOnlyList<Actor> Actors, IReadOnlyList<Place> Places);

/// <summary>Ties the reports together before their claims are merged: publication dates, times, actors, places, origins.</summary>
internal sealed class Identifier
{
    public Identifier(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public Identified Identify(IReadOnlyList<ReportClaims> reports, EvidenceTable evidence) => new([], [], [], []);
#pragma warning restore CA1822
}
