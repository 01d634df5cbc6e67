using System.Collections.Immutable;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Reads every number of a report that can be set beside another report's, also those whose measure no claim tells.</summary>
internal sealed class CountReader
{
    /// <summary>The class of all human beings.</summary>
    public const string Person = "person";

    private const int GovernorReach = 3;
    private const int LongestWords = 60;
    private const int HistoryDays = 300;
    private static readonly HashSet<string> s_wholes = new(["people", "person", "victim", "death", "body", "life", "casualty", "fatality", "dead", "corpse", "case", "arrest", "member", "loss"], StringComparer.Ordinal);

    private readonly CountLexicon _lexicon;

    public CountReader(LanguageData data) => _lexicon = data.Made(d => new CountLexicon(d));

    /// <summary>Whether <paramref name="noun"/> names people or their fate in general, whoever they are.</summary>
    public static bool IsWhole(string? noun) => noun is not null && s_wholes.Contains(noun);

    /// <summary>The counts of <paramref name="report"/> in text order.</summary>
    public IReadOnlyList<Count> Read(FusedReport report, int index)
    {
        AnnotatedReport source = report.Claims.Source;
        if (source.Quantities.Count == 0)
            return [];
        Dictionary<int, FigureClaim> claims = [];
        foreach (FigureClaim claim in report.Claims.Claims.OfType<FigureClaim>())
            claims.TryAdd(claim.Quantity, claim);
        SentenceWords[] sentences = [.. source.Sentences.Select(s => _lexicon.WordsOf(source, s))];
        IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(source, report.Published.Date);
        LocalDate? published = report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null;
        Dictionary<string, int> spread = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(s => s.Content))
            spread[word] = spread.GetValueOrDefault(word) + 1;
        ILookup<int, LocalDate> days = Enumerable.Range(0, times.Count).Where(i => times[i] is { Precision: DatePrecision.Day } && !IsOfSpeech(source, source.Times[i])).ToLookup(i => source.Times[i].Sentence, i => times[i]!.Value.Start);
        HashSet<int> old = OldSentences(source, times, published);
        List<Count> counts = [];
        for (int i = 0; i < source.Quantities.Count; i++)
        {
            QuantityMention quantity = source.Quantities[i];
            FigureClaim? claim = claims.GetValueOrDefault(i);
            if (IsNoCount(source, quantity, claim) || claim is { Status: ClaimStatus.Background } || old.Contains(quantity.Sentence))
                continue;
            counts.Add(CountOf(report, index, quantity, claim, sentences, published) with { Spread = spread, Days = days[quantity.Sentence].ToHashSet() });
        }
        return counts;
    }

    private static bool IsNoCount(AnnotatedReport source, QuantityMention quantity, FigureClaim? claim)
    {
        if (quantity.Kind is QuantityKind.Ordinal or QuantityKind.Label)
            return true;
        string text = quantity.NumberSpan.Of(source.Report.Text);
        // "A boy of 6", "one of them", "in two groups": no count of anything at issue.
        return text is "a" or "an" or "A" or "An" || claim is null && (text is "one" or "One" || quantity.High == 0);
    }

    /// <summary>"The mayor said on Tuesday": the day of the words, not of what they tell.</summary>
    private static bool IsOfSpeech(AnnotatedReport source, TimeMention time)
    {
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, time.Span.Start) - 1;
        if (at >= 0 && source.Tokens[at].Lower == "on")
            at--;
        return at >= 0 && source.Tokens[at].Lemma is "say" or "tell" or "announce" or "report" or "state" or "declare" or "add";
    }

    /// <summary>Sentences that tell only of long ago.</summary>
    private static HashSet<int> OldSentences(AnnotatedReport source, IReadOnlyList<EdtfDate?> times, LocalDate? published)
    {
        if (published is not LocalDate today)
            return [];
        return [.. Enumerable.Range(0, times.Count).Where(i => times[i] is not null).GroupBy(i => source.Times[i].Sentence)
            .Where(g => g.All(i => Period.DaysBetween(times[i]!.Value.End, today) > HistoryDays)).Select(g => g.Key)];
    }

    private Count CountOf(FusedReport report, int index, QuantityMention quantity, FigureClaim? claim, SentenceWords[] sentences, LocalDate? published)
    {
        AnnotatedReport source = report.Claims.Source;
        Sentence sentence = source.Sentences[quantity.Sentence];
        int head = quantity.HeadToken >= sentence.FirstToken && quantity.HeadToken < sentence.EndToken ? quantity.HeadToken : -1;
        string? noun = head >= 0 && source.Tokens[head].Tag is Upos.Noun or Upos.Propn or Upos.Adj ? CountLexicon.Key(source.Tokens[head]) : null;
        if (noun is null && head < 0 && quantity.Kind == QuantityKind.Count)
            noun = NounOfSubject(source, sentence, quantity);
        (string? act, string? verb) = ActOf(source, sentence, quantity, head, noun, claim);
        if (noun is null && claim is not null && claim.Of.Length > 0 && claim.Of != "people")
            noun = ClusterWords.Split(claim.Of).LastOrDefault();
        (string? speaker, string? speakerId) = SpeakerOf(report, quantity, claim);
        HashSet<string> around = new(StringComparer.Ordinal);
        HashSet<string> cuesAround = new(StringComparer.Ordinal);
        HashSet<string> names = new(sentences[sentence.Index].Names, StringComparer.Ordinal);
        foreach (int other in new[] { 0, sentence.Index - 1, sentence.Index + 1 })
        {
            if (other < 0 || other >= sentences.Length || other == sentence.Index)
                continue;
            around.UnionWith(sentences[other].Content);
            names.UnionWith(sentences[other].Names);
            if (Math.Abs(other - sentence.Index) == 1)
                cuesAround.UnionWith(sentences[other].Cues);
        }
        HashSet<string> topic = new(sentences[sentence.Index].Content, StringComparer.Ordinal);
        if (noun is not null)
            topic.Remove(noun);
        HashSet<string> said = new(speaker is null ? [] : _lexicon.ContentOf(speaker), StringComparer.Ordinal);
        return new Count
        {
            ReportIndex = index,
            Report = report,
            Quantity = quantity,
            Claim = claim,
            Value = FigureValue.Of(quantity),
            Noun = noun,
            Class = _lexicon.ClassOf(noun) ?? (claim is not null && quantity.Kind == QuantityKind.Count && claim.Of == "people" ? Person : null),
            Part = noun is null || s_wholes.Contains(noun) ? null : _lexicon.PartOf(noun),
            Act = act,
            Verb = verb,
            Speaker = speaker,
            SpeakerId = speakerId,
            SpeakerWords = said,
            Topic = topic,
            Around = around,
            Spread = ImmutableDictionary<string, int>.Empty,
            Days = ImmutableHashSet<LocalDate>.Empty,
            Names = names,
            Cues = sentences[sentence.Index].Cues,
            CuesAround = cuesAround,
            IsBare = head < 0,
            Published = published,
            Evidence = sentence.Span,
            Words = WordsOf(source, quantity, head),
        };
    }

    private static string WordsOf(AnnotatedReport source, QuantityMention quantity, int head)
    {
        if (head < 0 || source.Tokens[head].Span.Start < quantity.Span.End || source.Tokens[head].Span.End - quantity.Span.Start > LongestWords)
            return quantity.Span.Of(source.Report.Text);
        return TextSpan.FromBounds(quantity.Span.Start, source.Tokens[head].Span.End).Of(source.Report.Text);
    }

    /// <summary>What becomes of them: the words of the counted phrase, then what governs it; a claim's measure where none of these is listed.</summary>
    private (string? Act, string? Verb) ActOf(AnnotatedReport source, Sentence sentence, QuantityMention quantity, int head, string? noun, FigureClaim? claim)
    {
        bool thing = noun is not null && _lexicon.ClassOf(noun) is string known && known != Person && !s_wholes.Contains(noun);
        string? verb = null;
        int at = head >= 0 ? head : AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.Start);
        if (at >= sentence.EndToken)
            return (null, null);
        string? act = null;
        for (int i = Math.Max(sentence.FirstToken, Math.Min(at, AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.End))); i <= at && act is null; i++)
            act = _lexicon.ActOf(source.Tokens[i].Lemma, thing);
        string? governed = null;
        int up = at;
        int below = at;
        for (int step = 0; step < GovernorReach; step++)
        {
            below = up;
            up = source.Tokens[up].Head;
            if (up < sentence.FirstToken || up >= sentence.EndToken)
                break;
            Token token = source.Tokens[up];
            if (governed is null && !(token.Lemma is "leave" && !source.Tokens[below].Relation.StartsWith("nsubj", StringComparison.Ordinal)))
                governed = _lexicon.ActOf(token.Lemma, thing);
            if (token.Tag is Upos.Verb or Upos.Adj)
            {
                verb = token.Lemma;
                // "Had not been found", "put 118 in hospital", "left 23 with burns": what stands below the verb tells too.
                governed = Below(source, sentence, up, at, governed, thing);
                break;
            }
        }
        if (quantity.Kind != QuantityKind.Count)
            return (null, verb);
        return (act ?? (claim is { Measure: Measure.Killed or Measure.Injured } ? ActOfMeasure(claim.Measure) : null) ?? governed ?? (thing ? null : ActOfMeasure(claim?.Measure)), verb);
    }

    private string? Below(AnnotatedReport source, Sentence sentence, int verb, int counted, string? act, bool thing)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Head != verb || i == counted)
                continue;
            if (act is "found" && source.Tokens[i].Lower is "not" or "n't" or "never")
                return "missing";
            if (act is null && source.Tokens[i].Relation is "obl" or "xcomp" or "obj" or "advmod" && i > verb)
                act = _lexicon.ActOf(source.Tokens[i].Lemma, thing);
        }
        return act;
    }

    /// <summary>What a number counts that stands without a noun: "the number of herders is 24", "the dead were 12".</summary>
    private static string? NounOfSubject(AnnotatedReport source, Sentence sentence, QuantityMention quantity)
    {
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.Start);
        if (at >= sentence.EndToken)
            return null;
        int subject = -1;
        for (int i = sentence.FirstToken; i < at; i++)
        {
            Token token = source.Tokens[i];
            if (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && (token.Head == at || token.Head == source.Tokens[at].Head))
                subject = i;
            if (token.Lower is "number" && i + 2 < at && source.Tokens[i + 1].Lower == "of")
                return Enumerable.Range(i + 2, at - i - 2).Where(k => source.Tokens[k].Tag is Upos.Noun or Upos.Adj).Select(k => CountLexicon.Key(source.Tokens[k])).FirstOrDefault();
        }
        return subject >= 0 && source.Tokens[subject].Tag is Upos.Noun or Upos.Adj ? CountLexicon.Key(source.Tokens[subject]) : null;
    }

    private static string? ActOfMeasure(Measure? measure) => measure switch
    {
        Measure.Killed => "dead",
        Measure.Injured => "hurt",
        Measure.Casualties => "casualty",
        Measure.Missing => "missing",
        Measure.Rescued => "rescued",
        Measure.Detained => "held",
        Measure.Displaced => "fled",
        Measure.Hostages => "taken",
        Measure.Aboard => "aboard",
        Measure.Participants => "gathered",
        _ => null,
    };

    private static (string? Text, string? Id) SpeakerOf(FusedReport report, QuantityMention quantity, FigureClaim? claim)
    {
        AnnotatedReport source = report.Claims.Source;
        if (claim?.Attribution.LastOrDefault(l => l.Kind is AttributionKind.Speaker or AttributionKind.NamedSource) is { } link)
            return (link.Text, null);
        Attribution? holds = source.Attributions.FirstOrDefault(a => a.Source is TextSpan said && !said.Overlaps(quantity.Span) && a.Content.Any(c => c.Contains(quantity.NumberSpan)));
        if (holds?.Source is TextSpan words)
            return (words.Of(source.Report.Text), null);
        Speech? speech = source.Speeches.FirstOrDefault(s => s.SpeakerSpan is TextSpan said && !said.Overlaps(quantity.Span) && s.Content.Any(c => c.Contains(quantity.NumberSpan)));
        return (speech?.SpeakerSpan?.Of(source.Report.Text), null);
    }
}
