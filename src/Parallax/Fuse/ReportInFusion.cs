using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// One report while it is fused: what it asserts, with its times resolved against its (given or anchored) publication date and its actors
/// and places tied to those of the whole situation. The lists run parallel to those of <see cref="Annotated"/>.
/// </summary>
internal sealed record ReportInFusion(
    ReportClaims Claims,
    Publication Published,
    string? Explanation,
    IReadOnlyList<string> PublishedEvidence,
    string Origin,
    IReadOnlyList<string?> ActorIds,
    IReadOnlyList<string?> PlaceIds,
    IReadOnlyList<EdtfDate?> Times)
{
    // News carries its own day on for a paragraph or two, and its own day is of the last week.
    private const int CarriedParagraphs = 2;
    private const int FreshDays = 7;

    public AnnotatedReport Annotated => Claims.Source;

    public Report Report => Claims.Source.Report;

    /// <summary>The resolved time of <paramref name="claim"/>; null where it has none.</summary>
    public EdtfDate? TimeOf(Claim claim) => TimeIndexOf(claim) is int index and >= 0 ? Times[index] : null;

    /// <summary>
    /// The number of the claim's time: its own, or one that dates what follows it ("said on Tuesday, a day after 40 people were hurt"); -1 where it has none.
    /// </summary>
    public int TimeIndexOf(Claim claim)
    {
        if (claim.Time >= 0)
            return claim.Time;
        TextSpan told = claim is EventClaim happening ? happening.Trigger : claim.Evidence;
        int found = -1;
        foreach (int i in SetOffTimes[claim.Sentence])
        {
            if (Annotated.Times[i].Span.End <= told.Start)
                found = i;
        }
        return found;
    }

    /// <summary>
    /// The day that the text carries on to <paramref name="claim"/>, which names none itself; null where there is none. A day recalled from
    /// long before publication ("the April election") does not carry on; the story's own day, named before it, does.
    /// </summary>
    public EdtfDate? NarrativeTimeOf(Claim claim)
    {
        if (claim.NarrativeTime < 0 || TimeIndexOf(claim) >= 0)
            return null;
        int last = Annotated.Sentences[claim.Sentence].Paragraph - CarriedParagraphs;
        for (int i = claim.NarrativeTime; i >= 0 && Annotated.Sentences[Annotated.Times[i].Sentence].Paragraph >= last; i--)
        {
            if (Times[i] is { Precision: DatePrecision.Day } day && Annotated.Times[i].Direction != TimeDirection.Future && IsFresh(day))
                return day;
        }
        return null;
    }

    private bool IsFresh(EdtfDate day) =>
        Published.Date is not { Precision: DatePrecision.Day } published || NodaTime.Period.DaysBetween(day.Start, published.Start) <= FreshDays;

    // Asked for every claim, so looked up once.
    private ILookup<int, int> SetOffTimes => field ??= Enumerable.Range(0, Annotated.Times.Count)
        .Where(i => Annotated.Times[i].Expression is BesideEvent { DatesWhatFollows: true })
        .ToLookup(i => Annotated.Times[i].Sentence);

    /// <summary>
    /// Whether the claim stands in a sentence that the report has printed before, word for word: it says nothing new, and text that repeats one line
    /// a thousand times must not cost the square of it.
    /// </summary>
    public bool IsRepeated(Claim claim) => Repeats.Contains(claim.Sentence);

    private HashSet<int> Repeats
    {
        get
        {
            if (field is not null)
                return field;
            HashSet<string> seen = new(StringComparer.Ordinal);
            return field = [.. Annotated.Sentences.Where(s => !seen.Add(s.Span.Of(Report.Text))).Select(s => s.Index)];
        }
    }

    /// <summary>The mentions of each sentence.</summary>
    public ILookup<int, ActorMention> MentionsBySentence => field ??= Annotated.Mentions.ToLookup(m => m.Sentence);

    /// <summary>The fused place of <paramref name="claim"/>; null where it has none.</summary>
    public string? PlaceOf(Claim claim) => claim.Place >= 0 ? PlaceIds[claim.Place] : null;
}
