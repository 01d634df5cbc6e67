using System.CommandLine;
using System.Globalization;

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
        Description = "Write nothing; fail when a committed file differs from what would be written. Without sources the manifest is verified instead.",
    };

    public static RootCommand Root(TextWriter log)
    {
        RootCommand root = new("Builds the data that Parallax embeds. Same sources, same bytes.");
        root.Subcommands.Add(Everything(log));
        foreach (Recipe recipe in Recipe.All)
            root.Subcommands.Add(One(recipe, log));
        root.Subcommands.Add(Verify(log));
        root.Subcommands.Add(Cards(log));
        return root;
    }

    private static Command One(Recipe recipe, TextWriter log)
    {
        Option<DirectoryInfo?> folder = new("--sources") { Description = "The folder that holds the source files." };
        Command command = new(recipe.Name, recipe.Sources.Help) { folder, s_data, s_check };
        command.SetAction(parse =>
        {
            DataFolder data = new(parse.GetValue(s_data)!.FullName, log);
            bool check = parse.GetValue(s_check);
            if (parse.GetValue(folder) is not { } given)
            {
                if (!check)
                    return Fail($"Give --sources. {recipe.Sources.Help}");
                log.WriteLine("No --sources given: only the manifest is verified.");
                return data.VerifyManifest() ? 0 : 1;
            }
            SourceFolder opened = new(given.FullName, recipe.Sources);
            if (opened.Problem() is { } problem)
                return Fail(problem);
            return Build(recipe, opened, data, check, log) & (!check || data.VerifyManifest()) ? 0 : 1;
        });
        return command;
    }

    private static Command Everything(TextWriter log)
    {
        Argument<DirectoryInfo> folder = new("sources") { Description = "The folder that holds the source files, or subfolders with those of each command." };
        Command command = new("all", "Builds every file whose sources are there, and says which it had no source for.") { folder, s_data, s_check };
        command.SetAction(parse =>
        {
            DataFolder data = new(parse.GetValue(s_data)!.FullName, log);
            bool check = parse.GetValue(s_check);
            bool good = true;
            int built = 0;
            foreach (Recipe recipe in Recipe.All)
            {
                if (SourceFolder.Within(parse.GetValue(folder)!.FullName, recipe.Sources) is not { } opened)
                {
                    log.WriteLine($"{recipe.Name}: no source, not built. {recipe.Sources.Help}");
                    continue;
                }
                log.WriteLine($"{recipe.Name}:");
                if (opened.Problem() is { } problem)
                {
                    log.WriteLine(problem);
                    good = false;
                    continue;
                }
                good &= Build(recipe, opened, data, check, log);
                built++;
            }
            if (check)
                good &= data.VerifyManifest();
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{built} of {Recipe.All.Count} commands had their sources."));
            return good && built > 0 ? 0 : 1;
        });
        return command;
    }

    private static bool Build(Recipe recipe, SourceFolder sources, DataFolder data, bool check, TextWriter log)
    {
        BuiltFiles built = recipe.Build(sources);
        foreach ((string what, long count) in built.Counts)
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count}"));
        return data.Accept(recipe, built, check);
    }

    private static Command Verify(TextWriter log)
    {
        Command command = new("verify", "Verifies that the built files are what the manifest says; needs no sources.") { s_data };
        command.SetAction(parse => new DataFolder(parse.GetValue(s_data)!.FullName, log).VerifyManifest() ? 0 : 1);
        return command;
    }

    private static Command Cards(TextWriter log)
    {
        Command command = new("cards", "Writes the list of hand-written lexicons, cards/lexicons.md, from their headers.") { s_data, s_check };
        command.SetAction(parse =>
        {
            string data = parse.GetValue(s_data)!.FullName;
            string path = Path.Combine(data, LexiconCard.Output), card = LexiconCard.Of(data);
            bool same = File.Exists(path) && File.ReadAllText(path) == card;
            if (parse.GetValue(s_check))
                log.WriteLine(same ? $"{LexiconCard.Output} says what the headers say." : $"{LexiconCard.Output} differs from the headers; run cards without --check.");
            else
                File.WriteAllText(path, card);
            return same || !parse.GetValue(s_check) ? 0 : 1;
        });
        return command;
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
