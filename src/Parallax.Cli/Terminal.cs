using Parallax.Text;

namespace Parallax.Cli;

/// <summary>Where a command writes: results to <see cref="Out"/>, messages and progress to <see cref="Error"/>.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether a person watches standard error, so that progress is worth showing.</summary>
    public bool IsWatched { get; } = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Whether standard output is a terminal.</summary>
    public bool IsInteractive { get; } = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    /// <summary>Columns of the terminal; 100 where there is none.</summary>
    public int Width
    {
        get
        {
            try
            {
                return IsInteractive ? Math.Clamp(Console.WindowWidth, 60, 140) : 100;
            }
            catch (IOException)
            {
                return 100;
            }
        }
    }

    /// <summary>Writes a problem on one line of standard error.</summary>
    public void Report(Problem problem) =>
        Error.WriteLine((problem.IsNotice ? "note " : "error ") + OneLine(problem.ToString()));

    /// <summary>Writes every problem and gives the exit status they amount to.</summary>
    public int Report(IReadOnlyList<Problem> problems)
    {
        foreach (Problem problem in problems)
            Report(problem);
        return problems.Any(p => !p.IsNotice) ? ExitCodes.SomeDeclined : ExitCodes.Done;
    }

    // A file name may hold control characters; a terminal must not obey them.
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
