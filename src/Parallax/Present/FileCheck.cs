using Parallax.Assess;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>One check of a situation against the files it was made from: each is read again and must give the same bytes and text.</summary>
internal sealed class FileCheck(LanguageData data, ReadOptions options, string folder)
{
    private readonly ReportReader _reader = new(data, options);
    private readonly Dictionary<string, SortedDictionary<string, Report>> _opened = new(StringComparer.Ordinal);

    public List<Problem> Problems { get; } = [];

    /// <summary>Files read again; a line of a JSONL file or an entry of an archive counts as one.</summary>
    public int Files { get; private set; }

    /// <summary>The reports that were read again and are as they were, under the paths of the situation.</summary>
    public List<Report> Reports { get; } = [];

    public void Run(Situation situation)
    {
        foreach (ReportEntry report in situation.Reports)
        {
            foreach (string path in report.Copies.Prepend(report.Path))
            {
                if (CheckFile(report, path))
                    Files++;
            }
        }
    }

    private bool CheckFile(ReportEntry report, string path)
    {
        string given = $"report {PresentProblems.Short(report.Id)} ({PresentProblems.Short(path)})";
        if (path == "-" || path.StartsWith("http://", StringComparison.Ordinal) || path.StartsWith("https://", StringComparison.Ordinal))
        {
            Problems.Add(PresentProblems.NotOnDisk(given, path));
            return false;
        }
        // A line of a JSONL file is named file.jsonl#12, an entry archive.zip!/page.html; a file may also have such marks in its own name.
        string file = path;
        string? full = null;
        for (int end = path.Length; end > 0; end = path.LastIndexOfAny(['#', '!'], end - 1))
        {
            if (!IsInside(folder, path[..end], out string at))
            {
                Problems.Add(PresentProblems.OutsideFolder(given, path));
                return false;
            }
            full ??= at;
            if (File.Exists(at))
            {
                (file, full) = (path[..end], at);
                break;
            }
        }
        full ??= "";
        if (!File.Exists(full))
        {
            Problems.Add(PresentProblems.NoFile(given, path, folder));
            return false;
        }
        if (!_opened.TryGetValue(full, out SortedDictionary<string, Report>? reports))
        {
            reports = Read(full, given);
            _opened.Add(full, reports);
        }
        string line = file.Length < path.Length ? path[file.Length..] : "";
        Report? again = reports.GetValueOrDefault(line) ?? (line.Length == 0 ? reports.Values.FirstOrDefault() : null);
        if (again is null)
        {
            if (reports.Count > 0)
                Problems.Add(PresentProblems.NotReadAgain(given, $"it has no {PresentProblems.Short(line)}."));
            else if (!Problems.Any(p => p.Code == PresentProblems.NotReadAgainCode && p.Given == given))
                Problems.Add(PresentProblems.NotReadAgain(given, "no report could be read from it."));
            return true;
        }
        if (again.BytesSha256 != report.BytesSha256 && path == report.Path)
            Problems.Add(PresentProblems.WrongBytes(given, report.BytesSha256, again.BytesSha256));
        if (TextDifference.Describe(again.Text, report.Text, 0) is string difference)
            Problems.Add(PresentProblems.OtherText(given, difference));
        else if (path == report.Path)
            Reports.Add(again with { Path = path, Copies = report.Copies });
        return true;
    }

    /// <summary>The reports of a file by what stands behind its name in their paths: nothing, <c>#12</c>, <c>!/page.html</c>.</summary>
    private SortedDictionary<string, Report> Read(string file, string given)
    {
        SortedDictionary<string, Report> reports = new(StringComparer.Ordinal);
        List<Problem> failed = [];
        int name = Path.GetFileName(file).Length;
        foreach ((InputItem? item, Problem? problem) in InputSource.Open([file], options, null))
        {
            if (problem is not null)
                failed.Add(problem);
            if (item is null)
                continue;
            (IReadOnlyList<Report> read, IReadOnlyList<Problem> faults) = _reader.Read(item);
            foreach (Report report in read)
                reports.TryAdd(report.Path.Length > name ? report.Path[name..] : "", report);
            failed.AddRange(faults);
        }
        // An archive or a file of lines may hold damaged items beside those that were briefed, which is no fault of these.
        foreach (Problem problem in failed.Where(p => !p.IsNotice && reports.Count == 0))
            Problems.Add(PresentProblems.NotReadAgain(given, problem.ToString()));
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
