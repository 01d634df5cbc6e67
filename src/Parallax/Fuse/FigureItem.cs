using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>One report's claim of a figure, with everything tied to the situation.</summary>
internal sealed record FigureItem
{
    public required ReportInFusion Report { get; init; }

    public required int ReportIndex { get; init; }

    public required FigureClaim Claim { get; init; }

    public required QuantityMention Quantity { get; init; }

    public required FigureValue Value { get; init; }

    /// <summary>Number of the event unit that it belongs to; -1 where it has none.</summary>
    public required int Unit { get; init; }

    /// <summary>Its own time, else its event's; null where unknown.</summary>
    public required EdtfDate? When { get; init; }

    public required EdtfDate? Window { get; init; }

    public required string? Place { get; init; }

    /// <summary>The class of what is counted; null where unknown.</summary>
    public required string? Class { get; init; }

    /// <summary>Content words of the counted phrase.</summary>
    public required IReadOnlySet<string> OfWords { get; init; }

    /// <summary>The counted actor, or whose it is; null where unknown.</summary>
    public required string? Owner { get; init; }

    /// <summary>For standing numbers: everybody whose they can be, the counted actor and the bodies that the words name.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    public required string Scope { get; init; }

    /// <summary>Who is the witness: the speaker, else the report's origin.</summary>
    public required string Witness { get; init; }

    public Measure Measure => Claim.Measure;

    public bool IsBackground => Claim.Status == ClaimStatus.Background;

    /// <summary>Harm to people in an event, which can only rise as it becomes known.</summary>
    public bool IsToll => IsTollMeasure(Measure);

    /// <summary>What something is or has, whatever happens: a force's strength, a population.</summary>
    public bool IsStanding => Measure is Measure.Troops or Measure.Police or Measure.Weapons or Measure.Vehicles or Measure.Population
        && !Claim.Scope.Contains("additional", StringComparer.Ordinal);

    /// <summary>A property whose number is only comparable where the very same thing is measured.</summary>
    public bool IsAttribute => Measure is Measure.Age or Measure.Area or Measure.Distance or Measure.Duration or Measure.Money or Measure.Other or Measure.Turnout;

    public static bool IsTollMeasure(Measure measure) => measure is Measure.Killed or Measure.Injured or Measure.Casualties or Measure.Missing
        or Measure.Rescued or Measure.Detained or Measure.Displaced or Measure.Hostages;
}
