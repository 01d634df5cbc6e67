using System.CommandLine;
using System.Globalization;
using Parallax.Data;
using Parallax.Present;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary><c>parallax verify</c>: an independent check of every piece of evidence.</summary>
internal static class VerifyCommand
{
    public static Command Build(Terminal terminal, CancellationToken cancel)
    {
        Command command = new(
            "verify",
            """
            Checks that every piece of evidence in a situation.json stands, word for word, in its report's text, that every
            text has the hash it claims, and that every id leads somewhere. With --reports the original files are read again, and
            what they make is compared entry by entry: a changed label, cell, date or score is named.

            Examples:
              parallax verify situation.json
              parallax verify situation.json --reports reports/
            """);
        Argument<string> file = new("SITUATION") { Description = "The file written by 'parallax brief --json'." };
        Option<string?> reports = new("--reports") { Description = "The folder or file the reports were read from.", HelpName = "PATH" };
        command.Arguments.Add(file);
        command.Options.Add(reports);
        command.SetAction(parsed =>
        {
            Verification verification = Verifier.Verify(parsed.GetRequiredValue(file), parsed.GetValue(reports), LanguageData.English);
            // Reports that are not what they were make something else in any case, which would bury the fault itself.
            if (verification.IsSound && verification.ReadAgain.Count > 0)
            {
                using ProgressLine progress = new(terminal, quiet: false);
                Analysis analysis = new(LanguageData.English, AnalysisOptions.Default, progress.Show);
                verification = verification with { Problems = [.. verification.Problems, .. SituationDifference.Find(verification.Situation, analysis.Run(verification.ReadAgain, [], cancel))] };
                progress.Clear();
            }
            foreach (Problem fault in verification.Faults)
                terminal.Report(fault);
            terminal.Out.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{(verification.Faults.Count == 0 ? "verified" : "NOT verified")}: {verification.Evidence} pieces of evidence in {verification.Reports} reports, {verification.Faults.Count} faults\n"));
            return verification.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.NotVerified;
        });
        return command;
    }
}
