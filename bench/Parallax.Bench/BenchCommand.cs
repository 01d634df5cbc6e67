using System.CommandLine;

namespace Parallax.Bench;

/// <summary>The command line of the benchmark: <c>quality</c> measures against evaluation data and holds the floors.</summary>
internal static class BenchCommand
{
    public static int Run(string[] args)
    {
        RootCommand root = new("Measures Parallax: what it finds, and how fast.");
        Command quality = new("quality", "Scores every stage on the evaluation sets and compares with floors.json; fails below a floor.");
        Option<DirectoryInfo> data = new("--data") { Description = "The folder of evaluation sets; the seed reports are read from seeds/ beside it.", Required = true };
        Option<string?> only = new("--only") { Description = "Run only the sets whose name begins so." };
        Option<bool> verbose = new("--verbose") { Description = "List what was missed." };
        Option<bool> raise = new("--raise") { Description = "Write better scores into floors.json; floors never fall." };
        foreach (Option option in new Option[] { data, only, verbose, raise })
            quality.Options.Add(option);
        quality.SetAction(parsed => Quality.Run(parsed.GetRequiredValue(data).FullName, parsed.GetValue(only) ?? "", parsed.GetValue(verbose), parsed.GetValue(raise)));
        root.Subcommands.Add(quality);
        return root.Parse(args).Invoke();
    }
}
