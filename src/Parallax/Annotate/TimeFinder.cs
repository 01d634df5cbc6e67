using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the times that a report names, in text order and without overlaps.</summary>
internal sealed class TimeFinder
{
    private readonly TimePhrases _phrases;

    public TimeFinder(LanguageData data)
    {
        TimeWords words = new(data);
        NumberReader numbers = new(data);
        _phrases = new TimePhrases(words, numbers, new TimeDates(words, numbers));
    }

    /// <summary>The times of all sentences of <paramref name="report"/>.</summary>
    public IReadOnlyList<TimeMention> Find(AnnotatedReport report)
    {
        List<TimeMention> mentions = [];
        foreach (Sentence sentence in report.Sentences)
        {
            List<TimeRead> reads = Read(report.Tokens, sentence);
            foreach (TimeRead read in reads)
            {
                TimeDirection direction = read.Direction ?? TimeTense.Of(report.Tokens, read.First, read.End, sentence.FirstToken, sentence.EndToken);
                TimeExpression expression = read.Expression is BesideEvent beside ? Anchored(report.Tokens, sentence, reads, read, beside) : read.Expression;
                TextSpan span = TextSpan.FromBounds(report.Tokens[read.First].Span.Start, report.Tokens[read.End - 1].Span.End);
                mentions.Add(new TimeMention(span, sentence.Index, expression, direction, read.Part));
            }
        }
        return mentions;
    }

    private List<TimeRead> Read(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        List<TimeRead> reads = [];
        int at = sentence.FirstToken;
        while (at < sentence.EndToken)
        {
            if (_phrases.Read(tokens, at, sentence.FirstToken, sentence.EndToken) is { } read)
            {
                reads.Add(read);
                at = read.End;
            }
            else
            {
                at++;
            }
        }
        return reads;
    }

    // "announced on Tuesday, a day after 40 were hurt": the clause beside it names its own day.
    private static BesideEvent Anchored(IReadOnlyList<Token> tokens, Sentence sentence, List<TimeRead> reads, TimeRead read, BesideEvent beside)
    {
        TimeRead? own = null;
        foreach (TimeRead other in reads)
        {
            if (other.First >= read.First)
                break;
            if (TimePhrases.IsDay(other.Expression) && other.Expression is not FromNarrative)
                own = other;
        }
        return own is { } named
            ? beside with { Beside = named.Expression, BesideDirection = named.Direction ?? TimeTense.Of(tokens, named.First, named.End, sentence.FirstToken, sentence.EndToken) }
            : beside;
    }
}
