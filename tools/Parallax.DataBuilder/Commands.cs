using System.CommandLine;
using System.Globalization;
using Parallax.DataBuilder.Places;

namespace Parallax.DataBuilder;

/// <summary>The command line of the builder.</summary>
internal static class Commands
{
    private static readonly Option<DirectoryInfo> s_data = new("--data")
    {
        Description = "The data folder to write to (has the subfolders lexicons and compiled).",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    private static readonly Option<bool> s_check = new("--check")
    {
        Description = "Write nothing; fail when the committed file differs from what would be written. Without sources the manifest is verified instead.",
    };

    public static RootCommand Root()
    {
        RootCommand root = new("Compiles the data that Parallax embeds. Same sources, same bytes.");
        root.Subcommands.Add(Command("tags", TagBuilder.Sources, TagBuilder.Output, TagBuilder.Build));
        root.Subcommands.Add(Command("gazetteer", GazetteerBuilder.Sources, GazetteerBuilder.Output, GazetteerBuilder.Build));
        root.Subcommands.Add(Command("outlines", OutlineBuilder.Sources, OutlineBuilder.Output, OutlineBuilder.Build));
        root.Subcommands.Add(Verify());
        return root;
    }

    private static Command Command(string name, SourceList sources, string output, Func<SourceFolder, BuiltFile> build)
    {
        Option<DirectoryInfo?> folder = new("--sources") { Description = "The folder that holds the source files." };
        Command command = new(name, sources.Help) { folder, s_data, s_check };
        command.SetAction(parse =>
        {
            CompiledFolder compiled = new(parse.GetValue(s_data)!.FullName);
            bool check = parse.GetValue(s_check);
            if (parse.GetValue(folder) is not { } given)
            {
                if (!check)
                    return Fail($"Give --sources. {sources.Help}");
                Console.WriteLine("No --sources given: only the manifest is verified.");
                return compiled.VerifyManifest(Console.Out) ? 0 : 1;
            }
            SourceFolder opened = new(given.FullName, sources);
            if (opened.Problem() is { } problem)
                return Fail(problem);
            BuiltFile built = build(opened);
            foreach ((string what, long count) in built.Counts)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
            return compiled.Accept(output, built.Bytes, check, Console.Out) ? 0 : 1;
        });
        return command;
    }

    private static Command Verify()
    {
        Command command = new("verify", "Verifies that data/compiled is what its manifest says; needs no sources.") { s_data };
        command.SetAction(parse => new CompiledFolder(parse.GetValue(s_data)!.FullName).VerifyManifest(Console.Out) ? 0 : 1);
        return command;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
