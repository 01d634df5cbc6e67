using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the times that a report names, in text order and without overlaps.</summary>
internal sealed class TimeFinder
{
    private readonly TimeReader _reader;

    public TimeFinder(LanguageData data) => _reader = new TimeReader(new TimeWords(data), new NumberReader(data));

    /// <summary>The times of all sentences of <paramref name="report"/>.</summary>
    public IReadOnlyList<TimeMention> Find(AnnotatedReport report)
    {
        List<TimeMention> mentions = [];
        IReadOnlyList<Token> words = report.Words.Count > 0 ? report.Words : report.Tokens;
        int word = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            int first = word;
            while (word < words.Count && words[word].Span.Start < sentence.Span.End)
                word++;
            TimeLine line = new(words, first, word);
            List<TimeRead> reads = Read(line);
            foreach (TimeRead read in reads)
                mentions.Add(Mention(line, sentence, reads, read));
        }
        return TimeStyle.IsHistory(report, mentions) ? [.. mentions.Select(TimeStyle.AsTold)] : report.Report.Published.Date is null ? SpokenDays.Clear(mentions) : SpokenDays.Mark(words, mentions);
    }

    private List<TimeRead> Read(TimeLine line)
    {
        List<TimeRead> reads = [];
        int at = line.First;
        while (at < line.End)
        {
            if (_reader.Read(line, at) is { } read)
            {
                reads.Add(read);
                at = Math.Max(at + 1, read.End);
            }
            else
            {
                at++;
            }
        }
        return reads;
    }

    private static TimeMention Mention(TimeLine line, Sentence sentence, List<TimeRead> reads, TimeRead read)
    {
        TimeDirection direction = read.Direction ?? TimeTense.Of(line.Words, read.First, read.End, line.First, line.End);
        // "The April 16 vote will be repeated": the verb looks ahead, the date may not.
        if (read.Direction is null && direction == TimeDirection.Future && read.Expression is DayInMonth && line.Tag(read.End) is Upos.Noun or Upos.Propn)
            direction = TimeDirection.Unknown;
        TimeExpression expression = read.Expression is BesideEvent beside ? Anchored(line, reads, read, beside) : read.Expression;
        if (expression is Weekday { Choice: TimeChoice.Nearest } named && !IsAfterSince(line, read.First))
            expression = named with { IsOpen = true };
        // "The anniversary of the May 3 attack": which year's is not said.
        if (expression is DayInMonth && IsAnniversary(line, read.First))
            expression = new VagueTime(expression.Timex(null, null, direction));
        TimeMention mention = new(Span(line, read), sentence.Index, expression, direction, read.Part) { Modifier = read.Modifier };
        if (read.Inner is null)
            return mention;
        return mention with
        {
            Parts = [.. read.Inner.Select(inner => new TimeMention(Span(line, inner), sentence.Index, inner.Expression, inner.Direction ?? direction, inner.Part) { Modifier = inner.Modifier })],
        };
    }

    /// <summary>"since the coup on Friday", "after the killings on Monday": what is counted from is past.</summary>
    private static bool IsAfterSince(TimeLine line, int first)
    {
        for (int at = first - 1; at >= first - 6 && at >= line.First && line.Tag(at) is Upos.Adp or Upos.Sconj or Upos.Det or Upos.Noun or Upos.Adj or Upos.Propn; at--)
        {
            if (line.Lower(at) is "since" or "after" or "following")
                return true;
        }
        return false;
    }

    private static bool IsAnniversary(TimeLine line, int first)
    {
        for (int at = first - 1; at >= first - 4 && at >= line.First; at--)
        {
            if (line.Lower(at) is "anniversary" or "commemoration" or "remembrance")
                return line.Lower(at + 1) == "of";
        }
        return false;
    }

    private static TextSpan Span(TimeLine line, TimeRead read) => TextSpan.FromBounds(line[read.First].Span.Start, line[read.End - 1].Span.End);

    // "announced on Tuesday, a day after 40 were hurt": the clause beside it names its own day.
    private static BesideEvent Anchored(TimeLine line, List<TimeRead> reads, TimeRead read, BesideEvent beside)
    {
        TimeRead? own = null;
        foreach (TimeRead other in reads)
        {
            if (other.First >= read.First)
                break;
            if (TimeReader.IsDay(other.Expression) && other.Expression is not FromNarrative)
                own = other;
        }
        return own is { } named
            ? beside with { Beside = named.Expression, BesideDirection = named.Direction ?? TimeTense.Of(line.Words, named.First, named.End, line.First, line.End) }
            : beside;
    }
}
