using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells history from news by the times of a sentence and of its paragraph. One instance reads one report, sentence after sentence.</summary>
internal sealed class HistoryReader(ReportView view)
{
    private int _paragraph = -1;
    private bool _inHistory;
    private int _lastTime = -1;

    /// <summary>The nearest time before the sentence in its paragraph; -1 where there is none.</summary>
    public int NarrativeTime { get; private set; } = -1;

    /// <summary>Whether the paragraph has turned to history before this sentence, and the sentence does not leave it.</summary>
    public bool InHistory { get; private set; }

    /// <summary>Takes up the next sentence.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.Paragraph != _paragraph)
            (_paragraph, _inHistory, _lastTime) = (sentence.Paragraph, false, -1);
        NarrativeTime = _lastTime;
        bool old = false, recent = false;
        foreach (int time in view.TimesOf(sentence.Index))
        {
            old |= IsOld(time);
            recent |= IsRecent(time);
            if (view.Report.Times[time].Expression is not null && (IsOld(time) || IsRecent(time)))
                _lastTime = time;
        }
        InHistory = _inHistory && !recent;
        _inHistory = (old && !recent) || (_inHistory && !recent);
    }

    /// <summary>Whether the time lies a year or more before the report speaks, or is only a year or decade other than its own.</summary>
    public bool IsOld(int time)
    {
        if (view.DateOf(time) is not { } date)
            return false;
        if (view.ReferenceYear is not { } year)
            return date.Precision is DatePrecision.Year or DatePrecision.Decade;
        if (date.End.Year >= year)
            return false;
        return view.Report.Report.Published.Date is not { } published || date.End.PlusMonths(10) < published.Start || date.Precision is DatePrecision.Year or DatePrecision.Decade;
    }

    /// <summary>Whether the time is one of the news: a day or weekday, not old and not a whole year.</summary>
    private bool IsRecent(int time)
    {
        TimeMention mention = view.Report.Times[time];
        if (view.DateOf(time) is { } date)
            return !IsOld(time) && date.Precision is not (DatePrecision.Year or DatePrecision.Decade);
        return mention.Expression.NeedsPublication && view.Report.Report.Published.Date is null;
    }
}
