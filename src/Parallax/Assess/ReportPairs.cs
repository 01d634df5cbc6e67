using NodaTime;
using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>What holds of any two things that two reports tell, whatever is compared.</summary>
internal static class ReportPairs
{
    private const int FewSentences = 3;
    private const double OneSubject = 0.3;
    private const double MuchFocus = 1.5;
    private const double SomeFocus = 1.25;

    /// <summary>The two in the order of publication, else in that of the situation.</summary>
    public static (T First, T Second) InOrder<T>(T a, T b) where T : IToldByReport
    {
        int days = a.Published is LocalDate x && b.Published is LocalDate y ? x.CompareTo(y) : 0;
        return days < 0 || days == 0 && a.ReportIndex <= b.ReportIndex ? (a, b) : (b, a);
    }

    /// <summary>Whether both were published within so many days of each other, as far as that is known.</summary>
    public static bool NearInTime(IToldByReport a, IToldByReport b, int days) =>
        a.Published is not LocalDate x || b.Published is not LocalDate y || Math.Abs(Period.DaysBetween(x, y)) <= days;

    /// <summary>Whether the two are of one report, or of two copies of one text that appeared on one day: neither answers the other.</summary>
    public static bool IsOneText(IToldByReport a, IToldByReport b) =>
        a.ReportIndex == b.ReportIndex || string.Equals(a.Report.Origin, b.Report.Origin, StringComparison.Ordinal) && a.Published == b.Published;

    /// <summary>
    /// Two reports of a few sentences that share a good part of their words have one subject: what they have in common weighs more than what two long
    /// stories share, or two short ones of different things.
    /// </summary>
    public static double FocusOf(IToldByReport a, IToldByReport b)
    {
        int sentences = Math.Max(a.Report.Claims.Source.Sentences.Count, b.Report.Claims.Source.Sentences.Count);
        return sentences > FewSentences * 2 || SameMatter.ShareOf(a.Vocabulary, b.Vocabulary) < OneSubject ? 1 : sentences <= FewSentences ? MuchFocus : SomeFocus;
    }

    /// <summary>The words that name whoever says what stands at <paramref name="at"/>; null where the report says it.</summary>
    public static string? SpeakerAt(AnnotatedReport source, TextSpan at, Sentence? only = null)
    {
        Attribution? holds = source.Attributions.FirstOrDefault(a =>
            a.Source is TextSpan said && !said.Overlaps(at) && a.Content.Any(c => c.Contains(at)) && (only is not { } sentence || sentence.Span.Overlaps(said)));
        TextSpan? named = holds?.Source ?? source.Speeches.FirstOrDefault(s => s.SpeakerSpan is TextSpan said && !said.Overlaps(at) && s.Content.Any(c => c.Contains(at)))?.SpeakerSpan;
        string? words = named?.Of(source.Report.Text);
        // What stands behind a semicolon is another clause.
        return words is not null && words.IndexOf(';', StringComparison.Ordinal) is int cut and > 0 ? words[..cut] : words;
    }

    /// <summary>Outlet of a report, or what stands for it.</summary>
    public static string OutletOf(FusedReport report) => report.Claims.Source.Report.Outlet ?? "one report";

    /// <summary>Speaker and outlet: "the coroner (Norvik Post)".</summary>
    public static string Whose(FusedReport report, string? speaker)
    {
        if (speaker is null)
            return OutletOf(report);
        // "According to two relatives" may hang on to the words that name them.
        string name = speaker.Trim().TrimEnd(',', ';', ':');
        name = name.StartsWith("to ", StringComparison.Ordinal) ? name[3..] : name;
        return $"{name} ({OutletOf(report)})";
    }
}

/// <summary>Something that one report tells.</summary>
internal interface IToldByReport
{
    /// <summary>Number of the report in the situation.</summary>
    int ReportIndex { get; }

    FusedReport Report { get; }

    LocalDate? Published { get; }

    /// <summary>All words and names of the report.</summary>
    SameMatter.Vocabulary Vocabulary { get; }
}
