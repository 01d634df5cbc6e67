namespace Parallax.Bench;

/// <summary>One score of one set; higher is better.</summary>
/// <param name="Name">Stable name, e.g. <c>seeds.facts</c>.</param>
/// <param name="Value">The score, from 0 to 1.</param>
/// <param name="Detail">Counts behind it.</param>
/// <param name="Missed">What was missed, for <c>--verbose</c>.</param>
internal sealed record Score(string Name, double Value, string Detail, IReadOnlyList<string> Missed)
{
    public Score(string name, double value, string detail)
        : this(name, value, detail, [])
    {
    }
}

/// <summary>One evaluation set: where its gold lies and how Parallax is scored on it.</summary>
internal interface IGoldSet
{
    /// <summary>The set's name, which begins the names of its scores.</summary>
    string Name { get; }

    /// <summary>The files of the gold set under the folder of data, in a fixed order; a missing one has the set skipped.</summary>
    IReadOnlyList<string> Files(GoldFolder folder);

    /// <summary>The scores, in a fixed order.</summary>
    IEnumerable<Score> Measure(GoldFolder folder, Stages stages);
}
