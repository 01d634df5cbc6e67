using NodaTime;

namespace Parallax.Bench;

/// <summary>One fill of a slot: any of its texts is right.</summary>
/// <param name="Texts">The alternatives.</param>
/// <param name="Optional">Whether a system that leaves it out is not charged.</param>
internal sealed record MucFill(IReadOnlyList<string> Texts, bool Optional = false);

/// <summary>A range of days; open to the past where it has no first.</summary>
internal sealed record MucDays(LocalDate? First, LocalDate Last);

/// <summary>The slots that are compared, in the order of the report.</summary>
internal enum MucSlot
{
#pragma warning disable CS1591 // The names of the key.
    Type, Location, Date, Individual, Organisation, Victim, Target,
#pragma warning restore CS1591
}

/// <summary>An incident as key and system give it.</summary>
internal sealed class MucTemplate
{
    /// <summary>The types that are right; of a system one.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Chains of names from the widest to the most exact; of a system one. Of alternatives any is right.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Locations { get; init; } = [];

    /// <summary>The days; of alternatives any is right.</summary>
    public IReadOnlyList<MucDays> Dates { get; init; } = [];

    public IReadOnlyList<MucFill> Individuals { get; init; } = [];

    public IReadOnlyList<MucFill> Organisations { get; init; } = [];

    public IReadOnlyList<MucFill> Victims { get; init; } = [];

    public IReadOnlyList<MucFill> Targets { get; init; } = [];

    public IReadOnlyList<MucFill> Fills(MucSlot slot) => slot switch
    {
        MucSlot.Individual => Individuals,
        MucSlot.Organisation => Organisations,
        MucSlot.Victim => Victims,
        _ => Targets,
    };
}
