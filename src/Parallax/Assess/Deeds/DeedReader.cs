using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Reads the deeds of a report off its trees.</summary>
internal sealed class DeedReader
{
    private const int MostCause = 7;
    private const int HistoryDays = 60;
    private const int YearDays = 365;
    private static readonly string[] s_his = ["its ", "his ", "their "];

    private readonly DeedWords _words;
    private readonly CountLexicon _lexicon;
    private readonly DeedClause _clause;

    public DeedReader(LanguageData data)
    {
        _words = data.Made(d => new DeedWords(d));
        _lexicon = data.Made(d => new CountLexicon(d));
        _clause = new DeedClause(_words, _lexicon);
    }

    /// <summary>What can be seen of a deed before its sentence is read closely.</summary>
    internal sealed record Sketch(Sentence Sentence, int At, string Kind, bool IsListed, bool IsDenied, int Doer, int Befallen);

    /// <summary>The deeds of <paramref name="report"/> in text order, in outline.</summary>
    public IReadOnlyList<Sketch> Outline(FusedReport report)
    {
        AnnotatedReport source = report.Claims.Source;
        Dictionary<int, ClaimStatus> statuses = [];
        foreach (EventClaim claim in report.Claims.Claims.OfType<EventClaim>())
            statuses[claim.Trigger.Start] = claim.Status;
        List<Sketch> sketches = [];
        foreach (Sentence sentence in source.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (_words.KindOf(source, sentence, i) is not string kind || _clause.IsUnreal(source, sentence, i) || statuses.TryGetValue(source.Tokens[i].Span.Start, out ClaimStatus status) && status is ClaimStatus.Planned or ClaimStatus.Hypothetical or ClaimStatus.Background)
                    continue;
                (int doer, int subject, int befallen) = DeedClause.Arguments(source, sentence, i);
                bool denied = _clause.IsDenied(source, sentence, i, subject >= 0 ? subject : doer, befallen);
                sketches.Add(new Sketch(sentence, i, kind, _words.IsListed(kind), denied, doer, befallen));
            }
        }
        return sketches;
    }

    /// <summary>The deeds of <paramref name="report"/> that <paramref name="sketches"/> outline, read closely.</summary>
    public IReadOnlyList<Deed> Read(FusedReport report, int index, IReadOnlyList<Sketch> sketches, ReportWords.Entry words)
    {
        AnnotatedReport source = report.Claims.Source;
        if (sketches.Count == 0)
            return [];
        ILookup<int, (int Token, LocalDate Day)> days = Enumerable.Range(0, words.Times.Count)
            .Where(i => words.Times[i] is { Precision: DatePrecision.Day } && source.Times[i].Direction != TimeDirection.Future && !CountReader.IsOfSpeech(source, source.Times[i]))
            .ToLookup(i => source.Times[i].Sentence, i => (DeedClause.HeadOf(source, source.Times[i].Span), words.Times[i]!.Value.Start));
        // "The first since 1959, when it caught fire in Glasgow": what a sentence recalls is not at issue.
        HashSet<int> recalling = words.Published is not LocalDate today ? [] : [.. Enumerable.Range(0, words.Times.Count).Where(i => words.Times[i] is { } time && (Period.DaysBetween(time.End, today) > HistoryDays || Period.DaysBetween(time.Start, today) > YearDays)).Select(i => source.Times[i].Sentence)];
        return [.. sketches.Where(s => !recalling.Contains(s.Sentence.Index)).Select(s => DeedOf(report, index, s, days, words))];
    }

    private Deed DeedOf(FusedReport report, int index, Sketch sketch, ILookup<int, (int Token, LocalDate Day)> days, ReportWords.Entry words)
    {
        AnnotatedReport source = report.Claims.Source;
        (Sentence sentence, int at, int doer, int befallen) = (sketch.Sentence, sketch.At, sketch.Doer, sketch.Befallen);
        string? speaker = ReportPairs.SpeakerAt(source, source.Tokens[at].Span, sentence);
        HashSet<string> said = new(speaker is null ? [] : _lexicon.ContentOf(speaker, source, sentence), StringComparer.Ordinal);
        HashSet<string> around = new(StringComparer.Ordinal);
        foreach (int other in new[] { sentence.Index - 1, sentence.Index + 1 })
        {
            if (other >= 0 && other < words.Sentences.Length)
                around.UnionWith(words.Sentences[other].Content);
        }
        HashSet<string> ruledOut = RuledOut(source, sentence);
        HashSet<string> doers = _clause.WordsOf(source, sentence, doer);
        doers.ExceptWith(ruledOut);
        Dictionary<string, string> persons = new(StringComparer.Ordinal);
        foreach (NameMention name in source.Names.Where(n => n.Sentence == sentence.Index && n.Kind == NameKind.Person))
        {
            string text = name.Span.Of(source.Report.Text);
            string last = ClusterWords.Split(text).LastOrDefault() ?? "";
            if (last.Length > 0 && !said.Contains(last))
                persons.TryAdd(last, text);
        }
        return new Deed
        {
            ReportIndex = index,
            Report = report,
            Token = at,
            Kind = sketch.Kind,
            IsListed = sketch.IsListed,
            IsDenied = sketch.IsDenied,
            Doers = doers,
            DoerHead = doer >= 0 ? source.Tokens[doer].Lemma : null,
            DoerText = doer >= 0 ? DeedClause.TextOf(source, sentence, doer) : null,
            Objects = _clause.ObjectsOf(source, sentence, at, doer, befallen),
            Content = words.Sentences[sentence.Index].Content.Except(said).ToHashSet(StringComparer.Ordinal),
            Around = around,
            Names = words.Sentences[sentence.Index].Names.Except(said).ToHashSet(StringComparer.Ordinal),
            Persons = persons.Keys.ToHashSet(StringComparer.Ordinal),
            PersonTexts = persons,
            Locations = _clause.LocationsOf(source, sentence, at),
            Days = days[sentence.Index].Select(d => d.Day).ToHashSet(),
            OwnDays = days[sentence.Index].Where(d => DeedClause.IsDayOf(source, sentence, d.Token, at) || DeedClause.IsSetApart(source, sentence, at) && d.Token < at).Select(d => d.Day).ToHashSet(),
            Speaker = speaker,
            SpeakerWords = said,
            Causes = CausesOf(source, sentence, at),
            IsOfSpeaker = DeedClause.IsOfSpeaker(source, sentence, doer) || speaker is not null && doer >= 0 && s_his.Any(h => speaker.StartsWith(h, StringComparison.OrdinalIgnoreCase)),
            IsExclusive = DeedClause.IsSetApart(source, sentence, at) || Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(i => _words.Is("exclusive", source.Tokens[i].Lemma)),
            RulesOut = ruledOut,
            Spread = words.Vocabulary.Words,
            Vocabulary = words.Vocabulary,
            Published = words.Published,
            Evidence = sentence.Span,
        };
    }

    /// <summary>"Because a wave swamped it", "caused by a faulty boiler", "due to overloading": the words of what is named as the cause.</summary>
    private HashSet<string> CausesOf(AnnotatedReport source, Sentence sentence, int at)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            string word = source.Tokens[i].Lower, next = source.Tokens[i + 1].Lower;
            int from = (word, next) switch
            {
                ("because", "of") or ("due", "to") or ("caused", "by") or ("owing", "to") or ("blamed", "on") or ("down", "to") or ("thanks", "to") or ("triggered", "by") or ("sparked", "by") or ("started", "by") or ("provoked", "by") or ("attributed", "to") or ("fault", "of") or ("result", "of") or ("work", "of") => i + 2,
                ("because", _) or ("blame", _) or ("blamed", _) or ("blames", _) => i + 1,
                _ => -1,
            };
            for (int k = from; k > 0 && k < sentence.EndToken && k < from + MostCause && source.Tokens[k].Tag is not Upos.Punct && source.Tokens[k].Lower is not "for"; k++)
                found.UnionWith(source.Tokens[k].Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb && k != at ? _lexicon.ContentOf(CountLexicon.Key(source.Tokens[k])) : []);
        }
        return found;
    }

    /// <summary>"By a gunman, not by police", "rather than rebels": the words of whom the sentence says that it was not.</summary>
    private HashSet<string> RuledOut(AnnotatedReport source, Sentence sentence)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i + 1 < sentence.EndToken; i++)
        {
            bool not = source.Tokens[i].Lower is "not" && source.Tokens[i + 1].Lower is "by" or "from" or "the" or "a" or "an"
                || source.Tokens[i].Lower is "than" && i > sentence.FirstToken && source.Tokens[i - 1].Lower is "rather" || source.Tokens[i].Lower is "of" && i > sentence.FirstToken && source.Tokens[i - 1].Lower is "instead";
            for (int k = i + 1; not && k < sentence.EndToken && k < i + 6 && source.Tokens[k].Tag is not (Upos.Punct or Upos.Verb); k++)
                found.UnionWith(_lexicon.ContentOf(CountLexicon.Key(source.Tokens[k])));
        }
        return found;
    }
}
