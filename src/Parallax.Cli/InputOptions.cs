using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary>The inputs and reading options that every command shares.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _inputs = new("INPUT")
    {
        Description = "Files, folders (read recursively), globs, - for standard input, or http(s) addresses with --allow-network. Read are HTML, plain text, RSS and Atom, JSON, JSON lines, mail (.eml, .mbox), saved pages (.mhtml), crawls (.warc) and what is in zip and tar archives, each also gzipped; CoNLL-U with --from.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _network = new("--allow-network") { Description = "Fetch addresses given as INPUT. Off unless asked; private and loopback addresses are refused." };

    private readonly Option<bool> _private = new("--allow-private-addresses") { Description = "With --allow-network: fetch private and loopback addresses too." };

    private readonly Option<bool> _raw = new("--raw") { Description = "Take plain text as it stands: nothing is cut, the language is taken for English, empty lines end paragraphs." };

    private readonly Option<InputFormat> _from = new("--from")
    {
        Description = $"Read every input as this format, whatever its name: {string.Join(", ", Formats.Keys)}. conllu takes words, tags and trees as another parser gave them.",
        HelpName = "FORMAT",
        CustomParser = result => Formats.TryGetValue(result.Tokens[0].Value, out InputFormat format) ? format : Refuse(result),
    };

    private readonly Option<int> _maxMegabytes = new("--max-megabytes") { Description = "Decline a report larger than this.", DefaultValueFactory = _ => 20, HelpName = "N" };

    private readonly Option<int> _threads = new("--threads") { Description = "Reports worked on at once; 0 for one per processor. Never changes the result.", DefaultValueFactory = _ => 0, HelpName = "N" };

    private readonly Option<string?> _problems = new("--problems") { Description = "Also write every problem as a line of JSON; the terminal names only the first of many of one kind.", HelpName = "FILE" };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "No progress and no notes; problems are still named." };

    private static readonly SortedDictionary<string, InputFormat> Formats = new(StringComparer.Ordinal)
    {
        ["conllu"] = InputFormat.Conllu,
        ["feed"] = InputFormat.Feed,
        ["html"] = InputFormat.Html,
        ["json"] = InputFormat.Json,
        ["jsonl"] = InputFormat.JsonLines,
        ["mail"] = InputFormat.Mail,
        ["mbox"] = InputFormat.Mailbox,
        ["mhtml"] = InputFormat.SavedPage,
        ["text"] = InputFormat.Text,
        ["warc"] = InputFormat.Crawl,
    };

    public InputOptions(Command command)
    {
        _inputs.Validators.Add(result =>
        {
            foreach (string token in result.Tokens.Select(t => t.Value).Where(CommandLine.LooksLikeOption))
                result.AddError(token);
        });
        Range(_maxMegabytes, 1, 1024);
        Range(_threads, 0, 256);
        command.Arguments.Add(_inputs);
        foreach (Option option in new Option[] { _network, _private, _raw, _from, _maxMegabytes, _threads, _problems, _quiet })
            command.Options.Add(option);
    }

    public IReadOnlyList<string> Inputs(ParseResult parsed) => parsed.GetRequiredValue(_inputs);

    /// <summary>The file that every problem is to be written to; null where none is.</summary>
    public string? Problems(ParseResult parsed) => parsed.GetValue(_problems);

    /// <summary>Names the problems on the terminal, writes them where that is asked for, and gives the exit status they amount to.</summary>
    public int Report(ParseResult parsed, Terminal terminal, IReadOnlyList<Problem> problems)
    {
        string? file = Problems(parsed);
        int status = terminal.Report(IsQuiet(parsed) ? [.. problems.Where(p => !p.IsNotice)] : problems, file);
        return file is null ? status : ExitCodes.Worse(status, OutputFile.Write(file, ProblemLines.Json(problems), terminal));
    }

    /// <summary>Runs <paramref name="work"/>; where nothing could be read, what stood in the way of each input is named first.</summary>
    public int Reporting(ParseResult parsed, Terminal terminal, Func<int> work)
    {
        if (Problems(parsed) is { } file && Inputs(parsed).Any(input => File.Exists(input) && Path.GetFullPath(input) == Path.GetFullPath(file)))
        {
            terminal.Report(CliProblems.OutputIsInput(file));
            return ExitCodes.Usage;
        }
        try
        {
            return work();
        }
        catch (ProblemException nothing) when (nothing.Causes.Count > 0)
        {
            Report(parsed, terminal, nothing.Causes);
            throw;
        }
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public AnalysisOptions Analysis(ParseResult parsed) => new(
        new ReadOptions
        {
            AllowNetwork = parsed.GetValue(_network),
            AllowPrivateAddresses = parsed.GetValue(_private),
            Raw = parsed.GetValue(_raw),
            From = parsed.GetValue(_from),
            MaxBytes = parsed.GetValue(_maxMegabytes) * 1024L * 1024L,
        },
        parsed.GetValue(_threads));

    private static InputFormat Refuse(ArgumentResult result)
    {
        result.AddError($"--from takes {string.Join(", ", Formats.Keys)}, not '{result.Tokens[0].Value}'.");
        return InputFormat.Detect;
    }

    private static void Range(Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        bool isWithin = result.Tokens.All(token =>
            int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most);
        if (!isWithin)
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} takes a whole number from {least} to {most}."));
    });
}
