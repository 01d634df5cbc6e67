using System.CommandLine;
using System.Text;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Present;
using Parallax.Text;
using Parallax.Web;

namespace Parallax.Cli;

/// <summary><c>parallax brief</c>: the whole line, and the brief in the forms asked for.</summary>
internal static class BriefCommand
{
    public static Command Build(Terminal terminal, CancellationToken cancel)
    {
        Command command = new(
            "brief",
            """
            Reads reports and prints one sourced brief: what happened day by day, figures with ranges, who says so, where the
            accounts differ, voices, and where the information came from.

            Examples:
              parallax brief samples/kosovo-2023 --html brief.html
              parallax brief reports/*.html --json situation.json --markdown brief.md
            """);
        InputOptions options = new(command);
        Option<string?> html = new("--html") { Description = "Also write the brief as one self-contained page.", HelpName = "FILE" };
        Option<string?> json = new("--json") { Description = "Also write the whole situation as JSON; 'parallax verify' checks it.", HelpName = "FILE" };
        Option<string?> markdown = new("--markdown") { Description = "Also write the brief as Markdown.", HelpName = "FILE" };
        Option<bool> plain = new("--plain") { Description = "No colour on the terminal." };
        foreach (Option option in new Option[] { html, json, markdown, plain })
            command.Options.Add(option);
        foreach (Option<string?> output in new[] { html, json, markdown })
        {
            output.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: { } value }] && value.StartsWith('-'))
                    result.AddError($"{output.Name} takes a FILE, not '{value}'; write ./{value} for a file of that name.");
            });
        }
        command.SetAction(parsed => options.Reporting(parsed, terminal, () =>
        {
            (string Path, Action<Situation, Stream> Render)?[] asked =
            [
                Output(parsed.GetValue(html), Whole(BriefRenderer.Render)),
                Output(parsed.GetValue(json), SituationJson.Write),
                Output(parsed.GetValue(markdown), Whole(MarkdownBrief.Write)),
            ];
            (string Path, Action<Situation, Stream> Render)[] outputs = [.. asked.OfType<(string, Action<Situation, Stream>)>()];
            IEnumerable<string> written = outputs.Select(o => o.Path).Concat(options.Problems(parsed) is { } list ? [list] : []);
            if (written.GroupBy(FullPath, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                terminal.Report(CliProblems.SameOutput(twice.First()));
                return ExitCodes.Usage;
            }
            if (outputs.FirstOrDefault(o => options.Inputs(parsed).Any(i => File.Exists(i) && FullPath(i) == FullPath(o.Path))) is { Path: { } overwritten })
            {
                terminal.Report(CliProblems.OutputIsInput(overwritten));
                return ExitCodes.Usage;
            }
            bool quiet = options.IsQuiet(parsed);
            using ProgressLine progress = new(terminal, quiet);
            Analysis analysis = new(LanguageData.English, options.Analysis(parsed), progress.Show);
            (Situation situation, IReadOnlyList<Problem> problems) = analysis.Run(options.Inputs(parsed), StandardInput.Open(), cancel);
            progress.Clear();
            bool colour = terminal.IsInteractive && !parsed.GetValue(plain) && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
            TerminalBrief.Write(situation, terminal.Out, terminal.Width, colour);
            terminal.Out.Flush();
            int status = options.Report(parsed, terminal, problems);
            foreach ((string path, Action<Situation, Stream> render) in outputs)
                status = ExitCodes.Worse(status, OutputFile.Write(path, to => render(situation, to), terminal));
            return status;
        }));
        return command;
    }

    private static string FullPath(string path) => path.Length == 0 ? path : Path.GetFullPath(path);

    private static (string Path, Action<Situation, Stream> Render)? Output(string? path, Action<Situation, Stream> render) =>
        path is null ? null : (path, render);

    private static Action<Situation, Stream> Whole(Func<Situation, string> render) => (situation, to) => to.Write(Encoding.UTF8.GetBytes(render(situation)));
}
