using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>What the claims of all reports merge into.</summary>
internal sealed record Merged(
    IReadOnlyList<Event> Events, IReadOnlyList<Figure> Figures, IReadOnlyList<Statement> Statements, IReadOnlyList<DeclinedEntry> Declined);

/// <summary>Merges claims into events, figures and statements.</summary>
internal sealed class Merger
{
    public Merger(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public Merged Merge(Identified identified, EvidenceTable evidence) => new([], [], [], []);
#pragma warning restore CA1822
}
