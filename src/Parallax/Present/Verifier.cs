using Parallax.Assess;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>
/// Checks a situation independently of what wrote it: every evidence is the exact words of its report's text, every hash is right, every id
/// resolves, every assertion has evidence; and, where the files are at hand, each is read again. Safe for many threads.
/// </summary>
public static class Verifier
{
    /// <summary>Checks the file <paramref name="path"/>, and against the files under <paramref name="reportsFolder"/>, or the one file it names, where that is given.</summary>
    /// <exception cref="ProblemException">The file cannot be opened or is not a situation.</exception>
    public static Verification Verify(string path, string? reportsFolder, LanguageData data)
    {
        // The one file that was briefed stands for the folder it is in.
        if (reportsFolder is not null && File.Exists(reportsFolder))
            reportsFolder = Path.GetDirectoryName(Path.GetFullPath(reportsFolder));
        else if (reportsFolder is not null && !Directory.Exists(reportsFolder))
            throw new ProblemException(PresentProblems.NoFolder(reportsFolder));
        return Verify(SituationJson.Read(Bytes(path), path), reportsFolder, data, ReadOptions.Default);
    }

    /// <summary>Checks <paramref name="situation"/> against itself.</summary>
    public static Verification Verify(Situation situation)
    {
        SituationCheck check = new(situation);
        check.Run();
        return new Verification(situation.Reports.Count, situation.Evidence.Count, check.Statements, null, check.Problems) { Situation = situation };
    }

    /// <summary>Checks <paramref name="situation"/> against itself and against the files it was made from, read as <paramref name="options"/> say.</summary>
    public static Verification Verify(Situation situation, string? reportsFolder, LanguageData data, ReadOptions options)
    {
        Verification own = Verify(situation);
        if (reportsFolder is null)
            return own;
        FileCheck check = new(data, options, reportsFolder);
        check.Run(situation);
        return own with
        {
            Files = check.Files,
            Problems = [.. own.Problems, .. check.Problems],
            ReadAgain = check.Reports.Count == situation.Reports.Count ? check.Reports : [],
        };
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (file.Exists && file.Length > SituationJson.MaxBytes)
                throw new ProblemException(PresentProblems.TooLarge(path, file.Length, SituationJson.MaxBytes));
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ProblemException(PresentProblems.NotOpened(path, exception.Message));
        }
    }
}
