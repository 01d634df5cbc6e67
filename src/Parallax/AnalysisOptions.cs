using Parallax.Read;

namespace Parallax;

/// <summary>How an analysis runs; nothing here can change its result. Immutable.</summary>
/// <param name="Read">Limits and permissions for reading.</param>
/// <param name="Threads">How many reports to work on at once; 0 for one per processor.</param>
public sealed record AnalysisOptions(ReadOptions Read, int Threads = 0)
{
    /// <summary>The defaults.</summary>
    public static AnalysisOptions Default { get; } = new(ReadOptions.Default);
}

/// <summary>How far an analysis has come.</summary>
/// <param name="Stage">The stage at work: <c>read</c>, <c>annotate</c>, <c>fuse</c>, <c>assess</c>.</param>
/// <param name="Done">Reports done in this stage; from <c>fuse</c> on, neighbourhoods of reports.</param>
/// <param name="Total">How many there are in this stage; null while not known.</param>
/// <param name="Share">The share of the stage that is done, from 0 to 1; null while not known.</param>
public readonly record struct AnalysisProgress(string Stage, int Done, int? Total, double? Share = null);
