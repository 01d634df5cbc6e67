using System.Diagnostics;
using System.Globalization;

namespace Parallax.Cli;

/// <summary>
/// One line of progress on a watched terminal: stage, count, rate and remaining time, redrawn at most ten times a second. Silent in a pipe.
/// </summary>
internal sealed class ProgressLine(Terminal terminal, bool quiet) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly bool _shown = terminal.IsWatched && !quiet;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string _stage = "";
    private TimeSpan _stageStart;
    private TimeSpan _lastDrawn = TimeSpan.FromSeconds(-1);
    private bool _drawn;

    /// <summary>Shows how far the analysis has come. Called from many threads.</summary>
    public void Show(AnalysisProgress progress)
    {
        if (!_shown)
            return;
        lock (_lock)
        {
            TimeSpan now = _clock.Elapsed;
            if (progress.Stage != _stage)
                (_stage, _stageStart) = (progress.Stage, now);
            bool isLast = progress.Total == progress.Done;
            if (!isLast && now - _lastDrawn < TimeSpan.FromMilliseconds(100))
                return;
            // A run of a second needs no progress.
            if (now < TimeSpan.FromSeconds(1))
                return;
            _lastDrawn = now;
            _drawn = true;
            terminal.Error.Write("\r\u001B[K" + Line(progress, now - _stageStart));
            terminal.Error.Flush();
        }
    }

    /// <summary>Takes the line off the terminal.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_drawn)
                terminal.Error.Write("\r\u001B[K");
            _drawn = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    internal static string Line(AnalysisProgress progress, TimeSpan elapsed)
    {
        double rate = elapsed.TotalSeconds > 0 ? progress.Done / elapsed.TotalSeconds : 0;
        string of = progress.Total is int total ? string.Create(CultureInfo.InvariantCulture, $"/{total}") : "";
        // How many reports an archive holds nobody knows before it is read; how much of its bytes is left is known.
        string remaining = progress.Total is int all && rate > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling((all - progress.Done) / rate):0} s left")
            : progress.Share is double share and > 0.005
            ? string.Create(CultureInfo.InvariantCulture, $", {share * 100:0} %, {Math.Ceiling(elapsed.TotalSeconds * (1 - share) / share):0} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Stage} {progress.Done}{of} reports, {rate:0}/s{remaining}");
    }
}
