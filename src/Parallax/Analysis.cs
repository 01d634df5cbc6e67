using System.Collections.Concurrent;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Read;
using Parallax.Text;

namespace Parallax;

/// <summary>
/// The whole line: read → annotate → extract → fuse → assess. Read, annotate and extract are pure functions of one report and run in
/// parallel; results are ordered by report id before anything is fused, so neither input order nor threads can change a byte.
/// </summary>
public sealed class Analysis
{
    private readonly ReportReader _reader;
    private readonly Annotator _annotator;
    private readonly Extractor _extractor;
    private readonly Fuser _fuser;
    private readonly Assessor _assessor;
    private readonly LanguageGuess _languages;
    private readonly AnalysisOptions _options;
    private readonly Action<AnalysisProgress>? _progress;

    /// <summary>Prepares an analysis with <paramref name="data"/> (normally <see cref="LanguageData.English"/>).</summary>
    public Analysis(LanguageData data, AnalysisOptions options, Action<AnalysisProgress>? progress = null)
    {
        _reader = new ReportReader(data, options.Read);
        _annotator = new Annotator(data);
        _extractor = new Extractor(data);
        _fuser = new Fuser(data);
        _assessor = new Assessor(data);
        _languages = LanguageGuess.Of(data);
        _options = options;
        _progress = progress;
    }

    /// <summary>Reads files, folders, globs, <c>-</c> or addresses and gives the situation they report.</summary>
    /// <exception cref="ProblemException">Nothing could be read at all.</exception>
    public (Situation Situation, IReadOnlyList<Problem> Problems) Run(
        IReadOnlyList<string> inputs, Stream? standardInput = null, CancellationToken cancel = default)
    {
        ReadResult read = Read(InputSource.Open(inputs, _options.Read, standardInput), cancel);
        List<Problem> problems = [.. read.Problems];
        return (Run(read.Reports, problems, cancel), problems);
    }

    /// <summary>The situation that <paramref name="reports"/>, read already, tell of; what cannot be used is named in <paramref name="problems"/>, as what could not be read may be before.</summary>
    public Situation Run(IReadOnlyList<Report> reports, ICollection<Problem> problems, CancellationToken cancel = default)
    {
        // What only the extraction of a report's own claims needs is let go at once: of ten thousand reports it would fill the memory of a laptop.
        ConcurrentDictionary<string, string> pool = new(StringComparer.Ordinal);
        List<ReportClaims> claims = InParallel(
            English(reports, problems), report => _extractor.Extract(_annotator.Annotate(report)).WithoutWords(pool), report => report.Path, "annotate", problems, cancel);
        return Assess(Fuse(claims, problems, cancel), problems, cancel);
    }

    /// <summary>Reads every item; exact copies become one report that lists its copies.</summary>
    /// <exception cref="ProblemException">Nothing could be read at all.</exception>
    public ReadResult Read(IEnumerable<(InputItem? Item, Problem? Problem)> items, CancellationToken cancel = default)
    {
        ConcurrentBag<Report> reports = [];
        ConcurrentBag<Problem> problems = [];
        int done = 0;
        // Items are taken one by one, so that no more of them are held than are being worked on.
        Parallel.ForEach(Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering), InParallel(cancel), given =>
        {
            if (given.Problem is not null)
                problems.Add(given.Problem);
            if (given.Item is not null)
            {
                (IReadOnlyList<Report> read, IReadOnlyList<Problem> failed) = ReadOne(given.Item);
                foreach (Report report in read)
                    reports.Add(report);
                foreach (Problem problem in failed)
                    problems.Add(problem);
            }
            _progress?.Invoke(new AnalysisProgress("read", Interlocked.Increment(ref done), null, (items as OpenedInputs)?.Share));
        });
        Problem[] ordered = [.. problems.OrderBy(p => p.Given, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.What, StringComparer.Ordinal)];
        return reports.IsEmpty ? throw new ProblemException(ReadProblems.NothingReadable(ordered), ordered) : new ReadResult(ReportCopies.Collapse(reports), ordered);
    }

    /// <summary>Annotates each English report; one that is not, or cannot be, is left out and named in <paramref name="problems"/>.</summary>
    /// <exception cref="ProblemException">Reports were given, and none is English.</exception>
    public IReadOnlyList<AnnotatedReport> Annotate(IReadOnlyList<Report> reports, ICollection<Problem> problems, CancellationToken cancel = default) =>
        InParallel(English(reports, problems), _annotator.Annotate, report => report.Path, "annotate", problems, cancel);

    private Report[] English(IReadOnlyList<Report> reports, ICollection<Problem> problems)
    {
        foreach (Report other in reports.Where(report => report.Language != "en"))
            problems.Add(ReadProblems.OtherLanguage(other.Path, _languages.NameOf(other.Language)));
        Report[] english = [.. reports.Where(report => report.Language == "en")];
        return english.Length == 0 && reports.Count > 0 ? throw new ProblemException(ReadProblems.NothingReadable([.. problems]), [.. problems]) : english;
    }

    /// <summary>Extracts the claims of each report; one whose claims cannot be read is left out and named in <paramref name="problems"/>.</summary>
    public IReadOnlyList<ReportClaims> Extract(IReadOnlyList<AnnotatedReport> reports, ICollection<Problem> problems, CancellationToken cancel = default) =>
        InParallel(reports, _extractor.Extract, report => report.Report.Path, "extract", problems, cancel);

    /// <summary>Brings the claims of all reports together, neighbourhood by neighbourhood; one that cannot be is left out and named in <paramref name="problems"/>.</summary>
    public IReadOnlyList<FusedReports> Fuse(IReadOnlyList<ReportClaims> reports, ICollection<Problem> problems, CancellationToken cancel = default) =>
        InParallel(_fuser.Neighbourhoods(reports, Threads), _fuser.Fuse, together => together[0].Source.Report.Path, "fuse", problems, cancel);

    /// <summary>Assesses what they amount to; <paramref name="problems"/> are also what the situation says could not be read.</summary>
    public Situation Assess(IReadOnlyList<FusedReports> neighbourhoods, ICollection<Problem> problems, CancellationToken cancel = default) =>
        _assessor.Unite(InParallel(neighbourhoods, _assessor.Assess, part => part.Reports[0].Claims.Source.Report.Path, "assess", problems, cancel), [.. problems]);

    private (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) ReadOne(InputItem item)
    {
        try
        {
            return _reader.Read(item);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return ([], [ReadProblems.Fault(item.Path, "read", fault)]);
        }
    }

    private ParallelOptions InParallel(CancellationToken cancel) => new()
    {
        CancellationToken = cancel,
        MaxDegreeOfParallelism = Threads,
    };

    private int Threads => _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;

    // A fault of ours in one report must not cost the others: it is named, and the rest of the work is done.
    private List<TResult> InParallel<T, TResult>(
        IReadOnlyList<T> inputs, Func<T, TResult> work, Func<T, string> path, string stage, ICollection<Problem> problems, CancellationToken cancel)
        where TResult : class
    {
        TResult?[] results = new TResult?[inputs.Count];
        Problem?[] faults = new Problem?[inputs.Count];
        int done = 0;
        Parallel.For(0, inputs.Count, InParallel(cancel), i =>
        {
            try
            {
                results[i] = work(inputs[i]);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults[i] = ReadProblems.Fault(path(inputs[i]), stage, fault);
            }
            _progress?.Invoke(new AnalysisProgress(stage, Interlocked.Increment(ref done), inputs.Count));
        });
        foreach (Problem fault in faults.OfType<Problem>())
            problems.Add(fault);
        return [.. results.OfType<TResult>()];
    }
}
