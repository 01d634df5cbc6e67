namespace Parallax.Text;

/// <summary>Something that could not be done, said so that a person can act on it.</summary>
/// <param name="Code">The stable code, e.g. <c>PX1001</c>; each is documented in <c>docs/reference/problems.md</c>.</param>
/// <param name="Given">What was given: a path, an option, a value; never a whole report.</param>
/// <param name="What">What is wrong with it, and what was expected.</param>
/// <param name="Next">What to do next.</param>
/// <param name="IsNotice">Whether nothing was lost: the report was read all the same (a duplicate file, a repaired encoding). Notices do not change the exit status.</param>
public sealed record Problem(string Code, string Given, string What, string Next, bool IsNotice = false)
{
    /// <summary>One line: code, what was given, what is wrong, what to do.</summary>
    public override string ToString() => $"{Code} {Given}: {What} {Next}";
}

/// <summary>Thrown where a problem ends the run; carries the <see cref="Problem"/>.</summary>
public sealed class ProblemException(Problem problem, IReadOnlyList<Problem>? causes = null) : Exception(problem.ToString())
{
    /// <summary>The problems that led to it.</summary>
    public IReadOnlyList<Problem> Causes { get; } = causes ?? [];

    /// <summary>What went wrong.</summary>
    public Problem Problem { get; } = problem;
}
