using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// Reads the numbers of an outlet's note on its own text: "An earlier version gave the number of wounded as 24; it was 14." The right number becomes a figure in the
/// setting of the one that it corrects, the wrong one is declined.
/// </summary>
internal sealed class FigureNotes(LanguageData data)
{
    // Tokens between a number and the word that tells what it counts, where both stand in one note.
    private const int Reach = 24;

    private readonly Dictionary<(string Word, string Place), Measure> _words = Measures(data);

    /// <summary>Corrects <paramref name="claims"/> by the notes that the sentences <paramref name="notes"/> make up.</summary>
    public void Apply(ReportView view, IReadOnlyList<int> notes, List<Claim> claims, List<Declined> declined)
    {
        for (int i = 0; i < notes.Count;)
        {
            int end = i + 1;
            while (end < notes.Count && view.Report.Sentences[notes[end]].Paragraph == view.Report.Sentences[notes[i]].Paragraph)
                end++;
            Note(view, [.. notes.Skip(i).Take(end - i)], claims, declined);
            i = end;
        }
    }

    private void Note(ReportView view, int[] sentences, List<Claim> claims, List<Declined> declined)
    {
        AnnotatedReport report = view.Report;
        List<(int Quantity, Measure Measure, bool Wrong)> numbers = [];
        bool version = false;
        foreach (int index in sentences)
        {
            Sentence sentence = report.Sentences[index];
            if (sentence.EndToken - sentence.FirstToken > Extractor.LongestSentence)
                continue;
            int from = sentence.FirstToken;
            foreach (int quantity in view.QuantitiesOf(index))
            {
                QuantityMention mention = report.Quantities[quantity];
                if (mention is not { Kind: QuantityKind.Count, Low: > 0 } || mention.Unit is not null)
                    continue;
                int at = AnnotatedReport.FirstTokenAt(report.Tokens, mention.Span.Start), after = AnnotatedReport.FirstTokenAt(report.Tokens, mention.Span.End);
                if (MeasureAt(report, sentence, at, sentences[0]) is { } measure)
                    numbers.Add((quantity, measure, IsWrong(report, sentence, from, at, after, ref version)));
                from = after;
            }
            version |= IsVersion(report, sentence.FirstToken, sentence.EndToken);
        }
        foreach ((int right, Measure measure, bool _) in numbers.Where(number => !number.Wrong))
        {
            int wrong = numbers.FindIndex(number => number.Wrong && number.Measure == measure);
            Put(view, sentences, right, wrong < 0 ? -1 : numbers[wrong].Quantity, measure, claims);
        }
        foreach ((int wrong, Measure measure, bool _) in numbers.Where(number => number.Wrong))
        {
            declined.Add(FigureParts.Withdrawn(report.Quantities[wrong].Span));
            // The body may still give the number that its note takes back without giving another.
            if (!numbers.Exists(number => !number.Wrong && number.Measure == measure) && Find(report, claims, measure, report.Quantities[wrong]) is int stale and >= 0)
                claims[stale] = claims[stale] with { Status = ClaimStatus.Denied };
        }
    }

    private static void Put(ReportView view, int[] sentences, int right, int wrong, Measure measure, List<Claim> claims)
    {
        AnnotatedReport report = view.Report;
        QuantityMention number = report.Quantities[right];
        int known = Find(report, claims, measure, number), stale = wrong < 0 ? -1 : Find(report, claims, measure, report.Quantities[wrong]);
        if (known >= 0)
        {
            claims[known] = (FigureClaim)claims[known] with { Replaces = wrong };
            return;
        }
        int like = stale >= 0 ? stale : claims.FindIndex(claim => claim is FigureClaim figure && figure.Measure == measure && !figure.Scope.Contains("part") && figure.Status == ClaimStatus.Happened);
        TextSpan evidence = report.Sentences[sentences[0]].Span.Union(report.Sentences[number.Sentence].Span);
        FigureClaim corrected = new()
        {
            Measure = measure,
            Quantity = right,
            Of = "people",
            Unit = "people",
            Evidence = evidence,
            Sentence = number.Sentence,
            Status = ClaimStatus.Happened,
            Rule = "figure:corrected",
            Replaces = wrong,
        };
        if (like >= 0 && claims[like] is FigureClaim model)
            corrected = corrected with { Of = model.Of, OfActor = model.OfActor, Scope = model.Scope, Cumulative = model.Cumulative, Term = model.Term, Event = model.Event, Time = model.Time, NarrativeTime = model.NarrativeTime, Place = model.Place };
        if (stale >= 0)
            claims[stale] = corrected;
        else
            claims.Add(corrected);
    }

    private static int Find(AnnotatedReport report, List<Claim> claims, Measure measure, QuantityMention number) =>
        claims.FindIndex(claim => claim is FigureClaim { Quantity: >= 0 } figure && figure.Measure == measure && report.Quantities[figure.Quantity] is { } known && known.Low == number.Low && known.High == number.High);

    /// <summary>The nearest word of the note that tells what the number counts.</summary>
    private Measure? MeasureAt(AnnotatedReport report, Sentence sentence, int at, int first)
    {
        int start = report.Sentences[first].FirstToken;
        for (int away = 1; away <= Reach * 2; away++)
        {
            // What stands in an earlier sentence of the note holds where the number's own says nothing: "The number is 19."
            if (at + away < sentence.EndToken && away <= Reach && Of(report.Tokens[at + away]) is { } behind)
                return behind;
            if (at - away >= start && Of(report.Tokens[at - away]) is { } before)
                return before;
        }
        return null;
    }

    private Measure? Of(Token token) =>
        token.Lemma == "toll" ? Measure.Killed
        : (_words.TryGetValue((token.Lower, "a"), out Measure measure) || _words.TryGetValue((token.Lemma, "n"), out measure) || _words.TryGetValue((token.Lemma, "vo"), out measure) || _words.TryGetValue((token.Lemma, "vs"), out measure))
            && measure is Measure.Killed or Measure.Injured or Measure.Missing or Measure.Detained or Measure.Displaced or Measure.Casualties or Measure.Participants ? measure : null;

    /// <summary>Whether the number is the one taken back; <paramref name="version"/> tells whether the note has already spoken of what it had said.</summary>
    private static bool IsWrong(AnnotatedReport report, Sentence sentence, int from, int at, int after, ref bool version)
    {
        string before = at > sentence.FirstToken ? report.Tokens[at - 1].Lower : "", earlier = at - 1 > sentence.FirstToken ? report.Tokens[at - 2].Lower : "";
        if (before is "not" || (before == "than" && earlier == "rather") || (before == "of" && earlier == "instead"))
            return true;
        // "19, not nine": what is set against the wrong one.
        for (int i = after; i < Math.Min(sentence.EndToken, after + 5); i++)
        {
            if (report.Tokens[i].Lower == "not" || (report.Tokens[i].Lower == "rather" && i + 1 < sentence.EndToken && report.Tokens[i + 1].Lower == "than") || report.Tokens[i].Lower == "instead")
                return false;
        }
        if (version)
            return false;
        version = IsVersion(report, from, at);
        // "amended to say that 14 people died"
        for (int i = from; i + 1 < at; i++)
        {
            if (report.Tokens[i].Lower == "to" && report.Tokens[i + 1].Lemma is "say" or "show" or "reflect" or "read" or "state" or "give" or "make")
                return false;
        }
        return version;
    }

    private static bool IsVersion(AnnotatedReport report, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (report.Tokens[i].Lower is "earlier" or "previous" or "previously" or "original" or "originally" or "initial" or "initially" or "incorrectly" or "mistakenly" or "wrongly" or "erroneously" or "misstated" or "misreported" or "inaccurately")
                return true;
        }
        return false;
    }

    private static Dictionary<(string Word, string Place), Measure> Measures(LanguageData data)
    {
        Dictionary<(string Word, string Place), Measure> words = [];
        foreach (string[] row in data.Lexicon("measures").Rows)
            words[(row[0], row[1])] = Enum.Parse<Measure>(row[2], ignoreCase: true);
        return words;
    }
}
