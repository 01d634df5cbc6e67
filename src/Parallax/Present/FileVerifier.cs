using Parallax.Assess;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>Checks a situation as <see cref="Verifier"/> does, and against the files it was made from: each is read again.</summary>
public sealed class FileVerifier
{
    private readonly ReportReader _reader;
    private readonly ReadOptions _options;

    /// <summary>Creates a verifier that reads as <paramref name="options"/> say; they must be those of the brief.</summary>
    public FileVerifier(LanguageData data, ReadOptions options)
    {
        _reader = new ReportReader(data, options);
        _options = options;
    }

    /// <summary>Checks <paramref name="situation"/> itself and against the files under <paramref name="folder"/>.</summary>
    public Verification Verify(Situation situation, string folder)
    {
        Verification own = Verifier.Verify(situation);
        List<Problem> problems = [.. own.Problems];
        int files = 0;
        Dictionary<string, IReadOnlyList<Report>> opened = new(StringComparer.Ordinal);
        foreach (ReportEntry report in situation.Reports)
        {
            foreach (string path in report.Copies.Prepend(report.Path))
            {
                if (CheckFile(report, path, folder, opened, problems))
                    files++;
            }
        }
        return own with { Files = files, Problems = problems };
    }

    private bool CheckFile(
        ReportEntry report, string path, string folder, Dictionary<string, IReadOnlyList<Report>> opened, List<Problem> problems)
    {
        string given = $"report {PresentProblems.Short(report.Id)} ({PresentProblems.Short(path)})";
        if (path == "-" || path.StartsWith("http://", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal))
        {
            problems.Add(PresentProblems.NotOnDisk(given, path));
            return false;
        }
        // A line of a JSONL file is named file.jsonl#12; a file may also have # in its own name.
        int mark = path.LastIndexOf('#');
        string file = path;
        if (!IsInside(folder, path, out string full))
        {
            problems.Add(PresentProblems.OutsideFolder(given, path));
            return false;
        }
        if (mark > 0 && !File.Exists(full))
        {
            file = path[..mark];
            if (!IsInside(folder, file, out full))
            {
                problems.Add(PresentProblems.OutsideFolder(given, path));
                return false;
            }
        }
        if (!File.Exists(full))
        {
            problems.Add(PresentProblems.NoFile(given, path, folder));
            return false;
        }
        if (!opened.TryGetValue(full, out IReadOnlyList<Report>? reports))
        {
            reports = Read(full, given, problems);
            opened.Add(full, reports);
        }
        string line = file.Length < path.Length ? path[file.Length..] : "";
        Report? again = reports.FirstOrDefault(r => line.Length == 0 || r.Path.EndsWith(line, StringComparison.Ordinal));
        if (again is null)
        {
            if (reports.Count > 0)
                problems.Add(PresentProblems.NotReadAgain(given, $"it has no {PresentProblems.Short(line)}."));
            else if (!problems.Any(p => p.Code == "PX5052" && p.Given == given))
                problems.Add(PresentProblems.NotReadAgain(given, "no report could be read from it."));
            return true;
        }
        if (again.BytesSha256 != report.BytesSha256 && path == report.Path)
            problems.Add(PresentProblems.WrongBytes(given, report.BytesSha256, again.BytesSha256));
        if (Verifier.Difference(again.Text, report.Text, 0) is string difference)
            problems.Add(PresentProblems.OtherText(given, difference));
        return true;
    }

    private List<Report> Read(string file, string given, List<Problem> problems)
    {
        List<Report> reports = [];
        foreach ((InputItem? item, Problem? problem) in InputSource.Open([file], _options, null))
        {
            if (problem is not null)
                problems.Add(PresentProblems.NotReadAgain(given, problem.ToString()));
            if (item is null)
                continue;
            (IReadOnlyList<Report> read, IReadOnlyList<Problem> faults) = _reader.Read(item);
            reports.AddRange(read);
            foreach (Problem fault in faults.Where(f => !f.IsNotice))
                problems.Add(PresentProblems.NotReadAgain(given, fault.ToString()));
        }
        return reports;
    }

    /// <summary>The file may come from anywhere, so its paths may not lead out of the folder, not by <c>..</c>, a root or a link.</summary>
    private static bool IsInside(string folder, string path, out string full)
    {
        full = "";
        if (path.Contains('\0', StringComparison.Ordinal))
            return false;
        string root = Path.GetFullPath(folder);
        full = Path.GetFullPath(Path.Combine(root, path));
        string prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        if (!full.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        for (string? part = full; part is not null && part.Length > prefix.Length; part = Path.GetDirectoryName(part))
        {
            if (new FileInfo(part).LinkTarget is not null)
                return false;
        }
        return true;
    }
}
