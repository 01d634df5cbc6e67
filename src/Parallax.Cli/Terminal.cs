using System.Globalization;
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
    public void Report(Problem problem) => Error.WriteLine(ProblemLines.Line(problem));

    /// <summary>Writes problems, those of one code together, and gives the exit status they amount to. Where not every one is named it says how to have them all.</summary>
    public int Report(IReadOnlyList<Problem> problems, string? writtenTo = null)
    {
        foreach (string line in ProblemLines.Summary(problems))
            Error.WriteLine(line);
        int notes = problems.Count(p => p.IsNotice);
        if (ProblemLines.IsShortened(problems))
        {
            string all = writtenTo is null ? "give --problems FILE to have every one" : ProblemLines.Escape($"every one is in {writtenTo}");
            Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in all {problems.Count - notes} errors and {notes} notes; {all}"));
        }
        return notes < problems.Count ? ExitCodes.SomeDeclined : ExitCodes.Done;
    }
}
