using System.CommandLine;
using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary>The commands that stop after one stage and print it as JSON lines.</summary>
internal static class StageCommands
{
    public static Command Read(Terminal terminal, CancellationToken cancel)
    {
        Option<bool> offsets = new("--offsets") { Description = "Print where the clean text stands in the content it was read from: source.runs." };
        return Build(
            "read",
            """
            Prints each report's clean text with its outlet, title, dates, credits and what was cut, one JSON object a line.
            Reports in every language are printed, with their language; annotate, extract and brief decline all but English ones.

            Examples:
              parallax read page.html
              parallax read reports/ | jq -r .text
              parallax read crawl.warc.gz feed.xml mail.eml archive.zip --problems declined.jsonl
              curl -s https://example.org/feed | parallax read --from feed -
              parallax read --offsets page.html | jq .source.runs
            """,
            terminal,
            (_, _, reports, _) => reports.Select(report => StageJson.Read(report) + "\n"),
            cancel,
            [offsets],
            (parsed, analysis) => analysis with { Read = analysis.Read with { Offsets = parsed.GetValue(offsets) } });
    }

    public static Command Annotate(Terminal terminal, CancellationToken cancel)
    {
        Option<string> format = new("--format") { Description = "What to print: json (one object a line), conllu (words, tags and trees) or explain (why each word was read so).", HelpName = "FORMAT", DefaultValueFactory = _ => Json };
        format.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } value }] && value is not (Json or Conllu or Explain))
                result.AddError($"--format takes {Json}, {Conllu} or {Explain}, not '{value}'.");
        });
        return Build(
            "annotate",
            """
            Prints the sentences, tokens, times, places, numbers, actors and speech of each report, one JSON object a line; or
            its words with tags and trees as CoNLL-U.

            Examples:
              parallax annotate page.html
              parallax annotate --raw notes.txt | jq .speeches
              parallax annotate --raw --format conllu notes.txt > notes.conllu
              parallax annotate --from conllu parsed.conllu
              echo "Rebels shelled the port." | parallax annotate --raw --format explain -
            """,
            terminal,
            (parsed, analysis, reports, problems) =>
            {
                IReadOnlyList<AnnotatedReport> annotated = analysis.Annotate(reports, problems, cancel);
                return parsed.GetValue(format) switch
                {
                    Conllu => Documents(annotated),
                    Explain => Explained(annotated),
                    _ => annotated.Select(report => StageJson.Annotated(report) + "\n"),
                };
            },
            cancel,
            [format]);
    }

    public static Command Extract(Terminal terminal, CancellationToken cancel)
    {
        Option<bool> explain = new("--explain") { Description = "Print why each event was read: its trigger, the rule or the strongest weights, and who does it to whom." };
        return Build(
            "extract",
            """
            Prints what each report asserts (events, figures, statements, labels), one claim a line, each with its evidence.

            Examples:
              parallax extract reports/ > claims.jsonl
              parallax extract page.html | jq 'select(.kind == "figure")'
              echo "Peru rejected a Bolivian proposal." | parallax extract --raw --explain -
            """,
            terminal,
            (parsed, analysis, reports, problems) =>
            {
                IReadOnlyList<ReportClaims> claims = analysis.Extract(analysis.Annotate(reports, problems, cancel), problems, cancel);
                return parsed.GetValue(explain) ? claims.Select(ClaimExplanation.Write) : claims.SelectMany(StageJson.Claims).Select(line => line + "\n");
            },
            cancel,
            [explain]);
    }

    private const string Json = "json", Conllu = "conllu", Explain = "explain";

    private static IEnumerable<string> Explained(IReadOnlyList<AnnotatedReport> reports)
    {
        ExplanationWriter writer = new(LanguageData.English);
        return reports.Select(writer.Write);
    }

    // CoNLL-U is read beside the files it was made from, so it keeps their order and has copies too; JSON lines are in the order of ids.
    private static IEnumerable<string> Documents(IReadOnlyList<AnnotatedReport> reports)
    {
        ConlluWriter writer = new(LanguageData.English);
        return reports.SelectMany(report => report.Report.Copies.Select(path => report with { Report = report.Report with { Path = path } }).Prepend(report)).OrderBy(report => WithoutNumber(report.Report.Path), StringComparer.Ordinal).ThenBy(report => Number(report.Report.Path))
            .ThenBy(report => report.Report.Id, StringComparer.Ordinal).Select(writer.Write);
    }

    // The second document of a file comes before the tenth: "file.conllu#2".
    private static string WithoutNumber(string path) => Number(path) < 0 ? path : path[..path.LastIndexOf('#')];

    private static int Number(string path) =>
        path.LastIndexOf('#') is int mark and >= 0 && int.TryParse(path.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static Command Build(
        string name, string description, Terminal terminal,
        Func<ParseResult, Analysis, IReadOnlyList<Report>, ICollection<Problem>, IEnumerable<string>> pieces, CancellationToken cancel, IReadOnlyList<Option>? own = null,
        Func<ParseResult, AnalysisOptions, AnalysisOptions>? adjust = null)
    {
        Command command = new(name, description);
        foreach (Option option in own ?? [])
            command.Options.Add(option);
        InputOptions options = new(command);
        command.SetAction(parsed => options.Reporting(parsed, terminal, () =>
        {
            using ProgressLine progress = new(terminal, options.IsQuiet(parsed));
            AnalysisOptions asked = options.Analysis(parsed);
            asked = adjust?.Invoke(parsed, asked) ?? asked;
            Analysis analysis = new(LanguageData.English, asked, progress.Show);
            ReadResult read = analysis.Read(InputSource.Open(options.Inputs(parsed), asked.Read, StandardInput.Open()), cancel);
            List<Problem> problems = [.. read.Problems];
            IEnumerable<string> printed = pieces(parsed, analysis, read.Reports, problems);
            progress.Clear();
            try
            {
                // One after the other: a line of JSON is longer than its report.
                foreach (string piece in printed)
                    terminal.Out.Write(piece);
                terminal.Out.Flush();
            }
            catch (IOException exception)
            {
                terminal.Report(CliProblems.NotWritten("standard output", exception.Message));
                return ExitCodes.NotWritten;
            }
            return options.Report(parsed, terminal, problems);
        }));
        return command;
    }
}
