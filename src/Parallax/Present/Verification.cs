using Parallax.Assess;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>What a check of one situation found.</summary>
/// <param name="Reports">Reports checked.</param>
/// <param name="Evidence">Evidence entries checked against their report's text.</param>
/// <param name="Statements">Events, figure readings, renderings of statements and positions of disagreements whose evidence was checked.</param>
/// <param name="Files">Files read again; null where no folder was given.</param>
/// <param name="Problems">Every fault, in the order of the contract's arrays; notices (<see cref="Problem.IsNotice"/>) are not faults.</param>
public sealed record Verification(int Reports, int Evidence, int Statements, int? Files, IReadOnlyList<Problem> Problems)
{
    /// <summary>The situation that was checked.</summary>
    public required Situation Situation { get; init; }

    /// <summary>The reports as they were read again, for <see cref="SituationDifference"/>; empty where no folder was given or a report is not at hand.</summary>
    public IReadOnlyList<Report> ReadAgain { get; init; } = [];

    /// <summary>The problems that are faults.</summary>
    public IReadOnlyList<Problem> Faults => [.. Problems.Where(p => !p.IsNotice)];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.All(p => p.IsNotice);
}
