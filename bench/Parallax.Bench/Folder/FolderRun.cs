using System.Diagnostics;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using static System.FormattableString;

namespace Parallax.Bench;

/// <summary>Reads a folder of many mixed files, some damaged, and checks that every damaged one is named once, with the code that it deserves.</summary>
internal static class FolderRun
{
    /// <summary>Writes a folder of <paramref name="files"/> files, reads it, prints what came of it and removes it; fails where the list of the declined is not complete.</summary>
    public static int Run(int files, string? write)
    {
        if (write is not null)
        {
            Console.WriteLine(Invariant($"{MixedFolder.Write(write, files).Damaged.Count} of {files} files in {write} are damaged"));
            return 0;
        }
        string path = Directory.CreateTempSubdirectory("parallax-folder").FullName;
        try
        {
            MixedFolder folder = MixedFolder.Write(path, files);
            Analysis analysis = new(LanguageData.English, AnalysisOptions.Default);
            // Loads what is loaded on first use.
            analysis.Read(InputSource.Open([System.IO.Path.Combine(path, "00")], ReadOptions.Default, null));
            GC.Collect();
            long before = GC.GetTotalMemory(true);
            Stopwatch watch = Stopwatch.StartNew();
            ReadResult result = analysis.Read(InputSource.Open([path], ReadOptions.Default, null));
            watch.Stop();
            long held = GC.GetTotalMemory(true) - before;
            long text = result.Reports.Sum(r => 2L * r.Text.Length);
            string[] wrong = [.. Wrong(folder, result)];
            Console.WriteLine(Invariant($"{files} files, {folder.Damaged.Count} of them damaged: {result.Reports.Count} reports in {watch.Elapsed.TotalSeconds:0.0} s ({files / watch.Elapsed.TotalSeconds:0} files/s), {result.Problems.Count(p => !p.IsNotice)} declined"));
            Console.WriteLine(Invariant($"memory held by the result: {held / 1e6:0} MB for {text / 1e6:0} MB of text; largest working set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"));
            foreach (string line in wrong.Take(20))
                Console.WriteLine(line);
            GC.KeepAlive(result);
            return wrong.Length == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    /// <summary>What the list of the declined gets wrong; nothing where it is complete and names nothing that is sound.</summary>
    public static IEnumerable<string> Wrong(MixedFolder folder, ReadResult result)
    {
        if (result.Reports.Count != folder.Reports)
            yield return Invariant($"{result.Reports.Count} reports instead of {folder.Reports}");
        Problem[] declined = [.. result.Problems.Where(p => !p.IsNotice)];
        foreach ((string file, string code) in folder.Damaged)
        {
            string[] codes = [.. declined.Where(p => FileOf(p) == file).Select(p => p.Code)];
            if (codes is not [{ } only] || only != code)
                yield return $"{file} is named {codes.Length} times ({string.Join(' ', codes)}) instead of once with {code}";
        }
        foreach (Problem problem in declined.Where(p => !folder.Damaged.ContainsKey(FileOf(p))))
            yield return $"nothing is wrong with {problem.Given}: {problem}";
    }

    private static string FileOf(Problem problem) => problem.Given.Split('#', '!')[0];
}
