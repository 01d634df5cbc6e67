using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// One utterance quoted in two renderings that share hardly a word, as two translations do. Nothing in the words shows it, so what stands around
/// them must: the same speaker on the same day, of whom each report prints this one quotation alone.
/// </summary>
internal sealed class QuoteRenderings(LanguageData data, FusedReports fused, EvidenceTable evidence, ReportWords reportWords)
{
    private const int LeastWords = 3;
    private const int MostWords = 60;
    private const int LengthRatio = 3;
    private const int LeastPoints = 2;
    private const int NearDays = 3;
    private const int LeastAround = 2;
    private const int LongQuote = 10;
    private const int Window = 12;
    private const int StemLength = 4;
    private readonly CountLexicon _lexicon = data.Made(d => new CountLexicon(d));
    private ILookup<string, (Statement Statement, string Text)>? _statements;

    private sealed record Quote(int ReportIndex, FusedReport Report, string Text, string[] Words, HashSet<string> Speaker, string SpeakerText, HashSet<string> Context, HashSet<LocalDate> Days, LocalDate? Published, SameMatter.Vocabulary Vocabulary, TextSpan Evidence) : IToldByReport;

    public IReadOnlyList<Disagreement> Find()
    {
        List<Quote> quotes = [];
        for (int r = 0; r < fused.Reports.Count; r++)
            quotes.AddRange(Single(QuotesOf(fused.Reports[r], r)));
        List<Disagreement> found = [];
        foreach ((int x, int y) in ClusterBuilder.Candidates([.. quotes.Select(q => q.Speaker)], Window))
        {
            (Quote a, Quote b) = (quotes[x], quotes[y]);
            if (a.ReportIndex != b.ReportIndex && MayBeOne(a, b))
                found.Add(Make(a, b));
        }
        return found;
    }

    /// <summary>Whoever is quoted several times in a report said several things there; which of them another report renders is not known.</summary>
    private static IEnumerable<Quote> Single(IReadOnlyList<Quote> quotes) =>
        quotes.Where(q => q.Speaker.Count > 0 && !quotes.Any(o => o != q && o.Speaker.Overlaps(q.Speaker)));

    private bool MayBeOne(Quote a, Quote b)
    {
        (int shorter, int longer) = a.Words.Length < b.Words.Length ? (a.Words.Length, b.Words.Length) : (b.Words.Length, a.Words.Length);
        if (longer > shorter * LengthRatio || a.Speaker.Intersect(b.Speaker, StringComparer.Ordinal).Count() < Math.Min(2, Math.Min(a.Speaker.Count, b.Speaker.Count)))
            return false;
        bool dated = a.Days.Count > 0 && b.Days.Count > 0;
        if (dated && !a.Days.Overlaps(b.Days) || !ReportPairs.NearInTime(a, b, NearDays))
            return false;
        // The same words, or a piece of them, are one rendering.
        string left = string.Join(' ', a.Words);
        string right = string.Join(' ', b.Words);
        if (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal))
            return false;
        int common = a.Words.Intersect(b.Words, StringComparer.Ordinal).Count();
        if (common * 5 > 4 * Math.Min(a.Words.Distinct().Count(), b.Words.Distinct().Count()) && shorter == longer)
            return false;
        // "Supporting Serbia", "we support Serbia": the same words in another form.
        HashSet<string> stemsA = [.. a.Words.Where(w => w.Length >= StemLength).Select(w => w[..StemLength])];
        HashSet<string> stemsB = [.. b.Words.Where(w => w.Length >= StemLength).Select(w => w[..StemLength])];
        if (stemsA.Count > 1 && stemsA.IsSubsetOf(stemsB) || stemsB.Count > 1 && stemsB.IsSubsetOf(stemsA))
            return false;
        if (!reportWords.Matter.Holds(a.ReportIndex, reportWords.Of(a.ReportIndex).Vocabulary, b.ReportIndex, reportWords.Of(b.ReportIndex).Vocabulary))
            return false;
        // One speaker says much in a day: something said, or what stands around it, must be shared, and more where no day is.
        int common4 = stemsA.Intersect(stemsB, StringComparer.Ordinal).Count();
        int around = a.Context.Intersect(b.Context, StringComparer.Ordinal).Count();
        if (common4 == 0 && around < (dated ? 1 : LeastAround) || longer >= LongQuote && common4 < 2 && !dated || !dated && (common4 == 0 || around == 0))
            return false;
        int points = dated ? 1 : 0;
        points += 2 * common4;
        points += around;
        return points >= LeastPoints;
    }

    private IReadOnlyList<Quote> QuotesOf(FusedReport report, int index)
    {
        AnnotatedReport source = report.Claims.Source;
        string text = source.Report.Text;
        List<Quote> quotes = [];
        foreach (TextSpan inside in Marked(text))
        {
            Sentence? sentence = source.Sentences.FirstOrDefault(s => s.Span.End > inside.Start);
            string[] words = [.. ClusterWords.Split(inside.Of(text))];
            if (sentence is null || words.Length is < LeastWords or > MostWords)
                continue;
            Speech? speech = source.Speeches.FirstOrDefault(s => s.Content.Any(c => c.Overlaps(inside)));
            Sentence last = source.Sentences.Last(s => s.Span.Start < inside.End);
            (string name, HashSet<string> speaker) = SpeakerOf(source, speech, sentence, last);
            IReadOnlyList<EdtfDate?> times = reportWords.Of(index).Times;
            TextSpan whole = TextSpan.FromBounds(Math.Min(sentence.Span.Start, inside.Start), Math.Max(last.Span.End, inside.End));
            HashSet<string> context = new(StringComparer.Ordinal);
            for (int i = AnnotatedReport.FirstTokenAt(source.Tokens, whole.Start); i < source.Tokens.Count && source.Tokens[i].Span.Start < whole.End; i++)
            {
                Token token = source.Tokens[i];
                if (!inside.Contains(token.Span) && token.Tag is Upos.Noun or Upos.Verb or Upos.Adj && !IsBesideName(source, i))
                    context.UnionWith(_lexicon.ContentOf(token.Lemma));
            }
            context.ExceptWith(speaker);
            HashSet<LocalDate> days = [.. Enumerable.Range(0, times.Count).Where(i => times[i] is { Precision: DatePrecision.Day } && whole.Overlaps(source.Times[i].Span)).Select(i => times[i]!.Value.Start)];
            quotes.Add(new Quote(index, report, inside.Of(text).TrimEnd(',', '.'), words, speaker, name, context, days, reportWords.Of(index).Published, reportWords.Of(index).Vocabulary, whole));
        }
        return quotes;
    }

    // "The mayor, Oskar Vint": an office says who speaks, not of what.
    private static bool IsBesideName(AnnotatedReport source, int at) =>
        source.Tokens[at].Tag == Upos.Noun && Enumerable.Range(Math.Max(0, at - 2), 5).Any(i => i < source.Tokens.Count && source.Tokens[i].Tag == Upos.Propn && !CountLexicon.IsCalendar(CountLexicon.Key(source.Tokens[i])));

    private (string Name, HashSet<string> Words) SpeakerOf(AnnotatedReport source, Speech? speech, Sentence first, Sentence last)
    {
        string name = speech is { Speaker: >= 0 } ? source.Actors[speech.Speaker].Name : speech?.SpeakerSpan?.Of(source.Report.Text) ?? "";
        NameMention? person = source.Names.FirstOrDefault(n => n.Kind == NameKind.Person && (n.Span.Start >= first.Span.Start && n.Span.End <= last.Span.End));
        // Where the reading gives an office or a pronoun, the only person named beside the words is the speaker.
        if (person is not null && (name.Length == 0 || !name.Any(char.IsUpper)))
            name = person.Span.Of(source.Report.Text);
        return (name, new HashSet<string>(_lexicon.ContentOf(name), StringComparer.Ordinal));
    }

    /// <summary>What stands between marks of quotation.</summary>
    private static IEnumerable<TextSpan> Marked(string text)
    {
        int open = -1;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '“' or '„' || c == '"' && open < 0)
                open = i + 1;
            else if (open >= 0 && c is '”' or '"')
            {
                if (i > open)
                    yield return TextSpan.FromBounds(open, i);
                open = -1;
            }
            else if (c == '\n')
                open = -1;
        }
    }

    private Disagreement Make(Quote a, Quote b) => DisagreementFinder.Make(
        DisagreementAbout.Wording, DisagreementKind.Translation,
        StatementOf(a) ?? StatementOf(b) ?? a.Report.Claims.Source.Report.Id,
        [.. new[] { a, b }.Select(q => new Position(q.Text, [q.Report.Claims.Source.Report.Id], null, [evidence.Add(q.Report.Claims.Source.Report, q.Evidence)]))],
        $"{a.Report.Claims.Source.Report.Outlet ?? "One report"} and {b.Report.Claims.Source.Report.Outlet ?? "another"} quote {a.SpeakerText} on one occasion in different words, as translations do: “{a.Text}” here, “{b.Text}” there.");

    // A report prints many statements; they are looked up by the report, not one by one for each quotation.
    private ILookup<string, (Statement Statement, string Text)> StatementsByReport =>
        _statements ??= fused.Statements.SelectMany(s => s.Renderings.Select(r => (r.Report, Statement: s, r.Text))).ToLookup(r => r.Report, r => (r.Statement, r.Text), StringComparer.Ordinal);

    private string? StatementOf(Quote quote) =>
        StatementsByReport[quote.Report.Claims.Source.Report.Id].FirstOrDefault(s => s.Text.Contains(quote.Text, StringComparison.Ordinal)).Statement?.Id;
}
