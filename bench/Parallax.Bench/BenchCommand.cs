using System.CommandLine;

namespace Parallax.Bench;

/// <summary>The command line of the benchmark: <c>quality</c> measures against evaluation data and holds the floors; <c>speed</c> times the stages; <c>fuzz</c> reads damaged inputs; <c>folder</c> a folder of mixed files; <c>growth</c> adds report after report.</summary>
internal static class BenchCommand
{
    public static int Run(string[] args)
    {
        RootCommand root = new("Measures Parallax: what it finds, and how fast.");
        root.Subcommands.Add(QualityCommand());
        root.Subcommands.Add(SpeedCommand());
        root.Subcommands.Add(FuzzCommand());
        root.Subcommands.Add(FolderCommand());
        root.Subcommands.Add(GrowthCommand());
        return root.Parse(args).Invoke();
    }

    private static Command QualityCommand()
    {
        Command quality = new("quality", "Scores every stage on the evaluation sets and compares with floors.json; fails below a floor or when a gold set changed unannounced.");
        Option<DirectoryInfo> data = new("--data") { Description = "The folder of evaluation sets; the seed reports are read from seeds/ beside it.", Required = true };
        Option<string> split = new("--split") { Description = "The part of each set to measure; floors are held for dev only.", DefaultValueFactory = _ => "dev" };
        Option<string?> only = new("--only") { Description = "Run only the sets whose name begins so." };
        Option<bool> verbose = new("--verbose") { Description = "List what was missed." };
        Option<bool> raise = new("--raise") { Description = "Write better scores and changed gold sets into floors.json; floors never fall." };
        Option<string[]> lower = new("--lower") { Description = "Write this score as it is, also where it is lower; say why in the commit." };
        Option<string?> predictions = new("--predictions") { Description = "Also write what Parallax answers on every record to this folder, one file of JSON lines a set; docs/reference/quality.md lists the fields." };
        foreach (Option option in new Option[] { data, split, only, verbose, raise, lower, predictions })
            quality.Options.Add(option);
        quality.SetAction(parsed => Quality.Run(new QualityOptions(
            parsed.GetRequiredValue(data).FullName, parsed.GetValue(split)!, parsed.GetValue(only) ?? "", parsed.GetValue(verbose), parsed.GetValue(raise), parsed.GetValue(lower) ?? [], parsed.GetValue(predictions))));
        return quality;
    }

    private static Command SpeedCommand()
    {
        Command speed = new("speed", "Times the reading of pages, each step of annotating, and extracting, on one thread; whole reports of 500 words on two; memory while working; the start of the program. For information.");
        Option<DirectoryInfo> data = new("--data") { Description = "The folder of evaluation sets.", Required = true };
        Option<int> count = new("--reports") { Description = "How many reports to time.", DefaultValueFactory = _ => 200 };
        speed.Options.Add(data);
        speed.Options.Add(count);
        speed.SetAction(parsed => Speed.Run(parsed.GetRequiredValue(data).FullName, parsed.GetValue(count)));
        return speed;
    }

    private static Command FolderCommand()
    {
        Command folder = new("folder", "Reads a made-up folder of mixed files, one in twenty damaged; fails where one of these is not named, is named twice or with another code.");
        Option<int> files = new("--files") { Description = "How many files.", DefaultValueFactory = _ => 10_000 };
        Option<string?> write = new("--write") { Description = "Write the folder to this place and read nothing." };
        folder.Options.Add(files);
        folder.Options.Add(write);
        folder.SetAction(parsed => FolderRun.Run(parsed.GetValue(files), parsed.GetValue(write)));
        return folder;
    }

    private static Command GrowthCommand()
    {
        Command growth = new("growth", "Adds generated reports to a situation one by one; fails where an addition costs more than twice as much at the end as at 100 reports.");
        Option<int> count = new("--reports") { Description = "How many reports, at most 100,000.", DefaultValueFactory = _ => 10_000 };
        growth.Options.Add(count);
        growth.SetAction(parsed => GrowthRun.Run(parsed.GetValue(count)));
        return growth;
    }

    private static Command FuzzCommand()
    {
        Command fuzz = new("fuzz", "Reads pages and feeds damaged by seed, each twice; fails on an exception, on more than 1 s or 200 MB, and where two readings differ.");
        Option<DirectoryInfo?> data = new("--data") { Description = "The folder of evaluation sets, for pages of a real archive; without it only made-up inputs are used." };
        Option<int> count = new("--count") { Description = "How many inputs.", DefaultValueFactory = _ => 100_000 };
        Option<int> seed = new("--seed") { Description = "What the inputs are made from: the same seed makes the same inputs.", DefaultValueFactory = _ => 1 };
        Option<int> from = new("--from") { Description = "The number of the first input." };
        Option<string?> save = new("--save") { Description = "Write the input of the number --from to this file and read none." };
        foreach (Option option in new Option[] { data, count, seed, from, save })
            fuzz.Options.Add(option);
        fuzz.SetAction(parsed => FuzzRun.Run(parsed.GetValue(data)?.FullName, parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(from), parsed.GetValue(save)));
        return fuzz;
    }
}
