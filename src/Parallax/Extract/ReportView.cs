using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>One annotated report, with its findings grouped by sentence and its times read against its own day of publication.</summary>
internal sealed class ReportView
{
    // Words from "claimed" to the lives it took.
    private const int LivesReach = 8;

    private readonly List<int>[] _mentions;
    private readonly List<int>[] _times;
    private readonly List<int>[] _places;
    private readonly List<int>[] _quantities;
    private readonly List<int>[] _speeches;
    private readonly EdtfDate?[] _dates;
    private readonly IReadOnlySet<string>? _cues;

    public ReportView(AnnotatedReport report, IReadOnlySet<string>? cues = null, Func<string, bool>? isVerb = null)
    {
        Report = report;
        _cues = cues;
        IsVerb = isVerb ?? (_ => false);
        int count = report.Sentences.Count;
        _mentions = Group(count, report.Mentions, mention => mention.Sentence);
        // Lengths, sets and vague times say nothing of when; they keep their place in the list but are not looked at.
        _times = Group(count, report.Times, time => time.Sentence, time => time.PlacesEvents);
        _places = Group(count, report.Places, place => place.Sentence);
        _quantities = Group(count, report.Quantities, quantity => quantity.Sentence);
        _speeches = new List<int>[count];
        for (int s = 0; s < count; s++)
            _speeches[s] = [];
        GroupSpeeches();
        LocalDate? published = report.Report.Published.Date?.Start;
        _dates = new EdtfDate?[report.Times.Count];
        for (int t = 0; t < _dates.Length; t++)
            _dates[t] = report.Times[t].Resolve(published, null);
        LatestPast = published?.Year ?? LatestNamed();
        ReferenceYear = published?.Year ?? (LatestYear() is { } latest && latest >= LatestPast.GetValueOrDefault() ? latest : null);
    }

    /// <summary>The latest year that the report surely was written in or after: that of its publication, else the latest that it tells of as past; null where it names none.</summary>
    public int? LatestPast { get; }

    /// <summary>The report.</summary>
    public AnnotatedReport Report { get; }

    /// <summary>Whether a lemma is a verb that the lexicons know.</summary>
    public Func<string, bool> IsVerb { get; }

    /// <summary>The year in which the report speaks: that of its publication, else the latest year it names; null where it names none.</summary>
    public int? ReferenceYear { get; }

    public IReadOnlyList<int> MentionsOf(int sentence) => _mentions[sentence];

    public IReadOnlyList<int> TimesOf(int sentence) => _times[sentence];

    public IReadOnlyList<int> PlacesOf(int sentence) => _places[sentence];

    public IReadOnlyList<int> QuantitiesOf(int sentence) => _quantities[sentence];

    /// <summary>Speech whose content reaches into the sentence.</summary>
    public IReadOnlyList<int> SpeechesOf(int sentence) => _speeches[sentence];

    /// <summary>The date of a time without a narrative before it; null where it cannot be known here.</summary>
    public EdtfDate? DateOf(int time) => _dates[time];

    /// <summary>The innermost speech whose content covers <paramref name="span"/>; -1 where there is none.</summary>
    public int SpeechAround(int sentence, TextSpan span)
    {
        int best = -1, bestLength = int.MaxValue;
        foreach (int index in _speeches[sentence])
        {
            // Who claims responsibility for an attack does not say that it happened: the report does.
            if (IsResponsibility(Report.Speeches[index]))
                continue;
            // Words that report no speech ("refused to", "supported") may have been read as cues; what they govern is not anybody's words.
            if (Report.Speeches[index] is { Form: not SpeechForm.Direct, CueLemma: { } cue } && _cues is not null && !_cues.Contains(cue))
                continue;
            foreach (TextSpan content in Report.Speeches[index].Content)
            {
                if (content.Contains(span) && content.Length < bestLength)
                    (best, bestLength) = (index, content.Length);
            }
        }
        return best;
    }

    /// <summary>All speech whose content covers <paramref name="span"/>, the outermost first: who tells of whom.</summary>
    public IReadOnlyList<int> SpeechesAround(int sentence, TextSpan span)
    {
        List<(int Length, int Index)> around = [];
        foreach (int index in _speeches[sentence])
        {
            if (IsResponsibility(Report.Speeches[index]) || (Report.Speeches[index] is { Form: not SpeechForm.Direct, CueLemma: { } cue } && _cues is not null && !_cues.Contains(cue)))
                continue;
            int length = Report.Speeches[index].Content.Where(c => c.Contains(span)).Select(c => c.Length).DefaultIfEmpty(-1).Min();
            if (length >= 0)
                around.Add((-length, index));
        }
        around.Sort();
        return [.. around.Select(a => a.Index)];
    }

    /// <summary>Whether the speech claims responsibility for something.</summary>
    public bool IsResponsibility(Speech speech) =>
        speech is { CueLemma: "claim", Form: SpeechForm.Indirect } && (speech.Content[0].Of(Report.Report.Text).StartsWith("responsibility", StringComparison.OrdinalIgnoreCase) || TakesLives(speech.Content[0]));

    /// <summary>"The insurgency has claimed more than 20,000 lives": it kills and says nothing.</summary>
    private bool TakesLives(TextSpan content)
    {
        for (int i = AnnotatedReport.FirstTokenAt(Report.Tokens, content.Start), steps = 0; i < Report.Tokens.Count && Report.Tokens[i].Span.Start < content.End && steps < LivesReach; i++, steps++)
        {
            if (Report.Tokens[i].Lower is "lives" or "life" or "victims" or "victim")
                return steps > 0;
            if (Report.Tokens[i].Tag is Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Pron && Report.Tokens[i].Lower is not ("his" or "her" or "their" or "its"))
                return false;
        }
        return false;
    }

    private int? LatestNamed()
    {
        int? latest = null;
        for (int t = 0; t < _dates.Length; t++)
        {
            if (_dates[t] is { } date && date.Precision is DatePrecision.Year or DatePrecision.Day or DatePrecision.Month && Report.Times[t].Direction == TimeDirection.Past && (latest is null || date.Start.Year > latest))
                latest = date.Start.Year;
        }
        return latest;
    }

    private int? LatestYear()
    {
        int? latest = null;
        foreach (EdtfDate? date in _dates)
        {
            // News says "in 2013" of years gone by, its own days by month and day.
            if (date is { Precision: DatePrecision.Day or DatePrecision.Month } known && (latest is null || known.Start.Year > latest))
                latest = known.Start.Year;
        }
        return latest;
    }

    private static List<int>[] Group<T>(int count, IReadOnlyList<T> items, Func<T, int> sentenceOf, Func<T, bool>? counts = null)
    {
        List<int>[] groups = new List<int>[count];
        for (int s = 0; s < count; s++)
            groups[s] = [];
        for (int i = 0; i < items.Count; i++)
        {
            int sentence = sentenceOf(items[i]);
            if (sentence >= 0 && sentence < count && (counts is null || counts(items[i])))
                groups[sentence].Add(i);
        }
        return groups;
    }

    private void GroupSpeeches()
    {
        for (int i = 0; i < Report.Speeches.Count; i++)
        {
            foreach (TextSpan content in Report.Speeches[i].Content)
            {
                for (int s = FirstSentenceAfter(content.Start); s < Report.Sentences.Count && Report.Sentences[s].Span.Start < content.End; s++)
                {
                    if (_speeches[s].Count == 0 || _speeches[s][^1] != i)
                        _speeches[s].Add(i);
                }
            }
        }
    }

    /// <summary>Index of the first sentence that ends after <paramref name="at"/>; the number of sentences where there is none.</summary>
    public int FirstSentenceAfter(int at)
    {
        int low = 0, high = Report.Sentences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Report.Sentences[middle].Span.End <= at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
