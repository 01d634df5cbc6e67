using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary>The <c>parallax</c> command line: parses, runs one command, turns problems into messages and exit statuses.</summary>
internal static class CommandLine
{
    /// <summary>Runs <paramref name="args"/> against the console.</summary>
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using CancellationTokenSource cancel = new();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            cancel.Cancel();
        };
        return Run(args, new Terminal(Console.Out, Console.Error), cancel.Token);
    }

    /// <summary>Runs <paramref name="args"/> against <paramref name="terminal"/>; no exception leaves it.</summary>
    public static int Run(string[] args, Terminal terminal, CancellationToken cancel)
    {
        try
        {
            Command root = Build(terminal, cancel);
            ParseResult parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
                return Refuse(parsed, terminal);
            InvocationConfiguration console = new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return parsed.Invoke(console);
        }
        catch (ProblemException exception)
        {
            terminal.Report(exception.Problem);
            return ExitCodes.NothingRead;
        }
        catch (OperationCanceledException)
        {
            terminal.Report(CliProblems.Stopped());
            return ExitCodes.Stopped;
        }
#pragma warning disable CA1031 // The last line of defence: a user never sees a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            terminal.Report(CliProblems.Fault(exception));
            return ExitCodes.Fault;
        }
    }

    private static Command Build(Terminal terminal, CancellationToken cancel)
    {
        // The platform's root command is called as the assembly is, which is not what the user types.
        Command root = new(
            "parallax",
            """
            Reads many reports of one crisis and gives one verifiable picture: what happened, when, where, who did what to
            whom, how many, who said what, who says so, and where the accounts differ. Runs offline; the same input gives
            the same bytes.

            Examples:
              parallax brief reports/ --html brief.html        a folder of reports, read into one brief
              parallax brief a.html b.txt c.jsonl --json situation.json --markdown brief.md
              cat page.html | parallax read -                  the clean text of one page, as a line of JSON
              parallax extract reports/ > claims.jsonl         what each report asserts, one claim a line
              parallax verify situation.json --reports reports/

            Exit status: 0 done; 1 done, some inputs declined; 2 wrong usage; 3 nothing could be read; 4 an output could
            not be written; 5 verification failed; 70 a fault in Parallax; 130 stopped.
            """);
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        root.Subcommands.Add(StageCommands.Read(terminal, cancel));
        root.Subcommands.Add(StageCommands.Annotate(terminal, cancel));
        root.Subcommands.Add(StageCommands.Extract(terminal, cancel));
        root.Subcommands.Add(BriefCommand.Build(terminal, cancel));
        root.Subcommands.Add(VerifyCommand.Build(terminal, cancel));
        return root;
    }

    internal static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        string command = parsed.CommandResult.Parent is null ? "parallax" : "parallax " + parsed.CommandResult.Command.Name;
        IEnumerable<string> options = parsed.CommandResult.Command.Options.Where(o => !o.Hidden).Select(o => o.Name);
        // An argument that takes any word also takes a misspelt option; neither it nor an unmatched token is a file.
        string[] misspelt = [.. parsed.CommandResult.Tokens.Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens))
            .Select(t => t.Value).Concat(parsed.UnmatchedTokens).Where(LooksLikeOption).Distinct(StringComparer.Ordinal)];
        foreach (string token in misspelt)
            terminal.Report(CliProblems.UnknownOption(token, command, options));
        foreach (string token in parsed.UnmatchedTokens.Where(t => !LooksLikeOption(t)))
            terminal.Report(CliProblems.UnknownCommand(token));
        if (misspelt.Length == 0 && parsed.UnmatchedTokens.Count == 0)
        {
            foreach (ParseError error in parsed.Errors)
                terminal.Report(CliProblems.Usage(error.Message, command));
        }
        return ExitCodes.Usage;
    }
}
