using System.CommandLine;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary>The commands that stop after one stage and print it as JSON lines.</summary>
internal static class StageCommands
{
    public static Command Read(Terminal terminal, CancellationToken cancel) => Build(
        "read",
        """
        Prints each report's clean text with its outlet, title, dates, credits and what was cut, one JSON object a line.

        Examples:
          parallax read page.html
          parallax read reports/ | jq -r .text
        """,
        terminal,
        (_, reports, _) => reports.Select(report => SituationJson.Line(ReportEntries.Of(report))),
        cancel);

    public static Command Annotate(Terminal terminal, CancellationToken cancel) => Build(
        "annotate",
        """
        Prints the sentences, tokens, times, places, numbers, actors and speech of each report, one JSON object a line.

        Examples:
          parallax annotate page.html
          parallax annotate --raw notes.txt | jq .speeches
        """,
        terminal,
        (analysis, reports, problems) => analysis.Annotate(reports, problems, cancel).Select(StageJson.Annotated),
        cancel);

    public static Command Extract(Terminal terminal, CancellationToken cancel) => Build(
        "extract",
        """
        Prints what each report asserts (events, figures, statements, labels), one claim a line, each with its evidence.

        Examples:
          parallax extract reports/ > claims.jsonl
          parallax extract page.html | jq 'select(.kind == "figure")'
        """,
        terminal,
        (analysis, reports, problems) => analysis.Extract(analysis.Annotate(reports, problems, cancel), problems, cancel).SelectMany(StageJson.Claims),
        cancel);

    private static Command Build(
        string name, string description, Terminal terminal,
        Func<Analysis, IReadOnlyList<Report>, ICollection<Problem>, IEnumerable<string>> lines, CancellationToken cancel)
    {
        Command command = new(name, description);
        InputOptions options = new(command);
        command.SetAction(parsed =>
        {
            using ProgressLine progress = new(terminal, options.IsQuiet(parsed));
            Analysis analysis = new(LanguageData.English, options.Analysis(parsed), progress.Show);
            ReadResult read = analysis.Read(InputSource.Open(options.Inputs(parsed), options.Analysis(parsed).Read, Console.OpenStandardInput()), cancel);
            List<Problem> problems = [.. read.Problems];
            string[] printed = [.. lines(analysis, read.Reports, problems)];
            progress.Clear();
            foreach (string line in printed)
                terminal.Out.Write(line + "\n");
            terminal.Out.Flush();
            return terminal.Report(options.IsQuiet(parsed) ? [.. problems.Where(p => !p.IsNotice)] : problems);
        });
        return command;
    }
}
