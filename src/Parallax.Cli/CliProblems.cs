using Parallax.Text;

namespace Parallax.Cli;

/// <summary>The problems of the command line itself (PX2xxx); documented in <c>docs/reference/problems.md</c>.</summary>
internal static class CliProblems
{
    public static Problem UnknownOption(string token, string command, IEnumerable<string> options) => new(
        "PX2001", token, $"is not an option of '{command}', which takes {string.Join(", ", options.Order(StringComparer.Ordinal))}.",
        $"Run '{command} --help' for what each does; write ./{token} if you mean a file of that name.");

    public static Problem UnknownCommand(string token) => new(
        "PX2002", token, "is not a command; there are read, annotate, extract, brief and verify.", "Run 'parallax --help' for examples.");

    public static Problem Usage(string message, string command) => new(
        "PX2003", command, message, $"Run '{command} --help' for examples.");

    public static Problem NotWritten(string path, string reason) => new(
        "PX2004", path, $"could not be written: {reason}", "Name a file in a folder that exists and that you may write to.");

    public static Problem SameOutput(string path) => new(
        "PX2005", path, "is named for more than one output.", "Give each of --html, --json, --markdown and --problems a file of its own.");

    public static Problem OutputIsInput(string path) => new(
        "PX2007", path, "is an input; it would be overwritten by an output.", "Give the output another name.");

    public static Problem Stopped() => new(
        "PX2006", "Ctrl-C", "stopped the run; no output was written.", "Run the same command again to start over.");

    public static Problem Fault(Exception exception) => new(
        "PX2099", exception.GetType().Name, "is a fault in Parallax, not in your input.",
        $"Please report it with the command you ran and this line: {exception.Message} at {FirstFrame(exception)}");

    private static string FirstFrame(Exception exception) =>
        (exception is AggregateException { InnerException: { } inner } ? inner : exception).StackTrace?.Split('\n')[0].Trim() ?? "an unknown place";
}
