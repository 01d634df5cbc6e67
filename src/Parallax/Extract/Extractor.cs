using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>The third stage: what one report asserts. Pure and safe for many threads.</summary>
public sealed class Extractor
{
    // A longer sentence is a list or damage; its clauses cannot be told.
    internal const int LongestSentence = 160;

    private readonly WordClasses _words;
    private readonly TriggerLexicon _triggers;
    private readonly HashSet<string> _cues;
    private readonly CueWeights _historyCues;
    private readonly RoleActors _roles;
    private readonly EventReader _events;
    private readonly FigureReader _figures;
    private readonly FigureNotes _notes;
    private readonly StatementReader _statements;
    private readonly LabelReader _labels;
    private readonly IncidentReader _incidents;

    /// <summary>Creates an extractor over <paramref name="data"/>.</summary>
    public Extractor(LanguageData data)
    {
        _words = new WordClasses(data.Lexicon("measures-words"));
        ActorLookup lookup = new(_words);
        _triggers = new(data.Lexicon("triggers"));
        _cues = data.Lexicon("acts-cues").FirstColumn();
        _historyCues = new CueWeights(data);
        StatusReader statuses = new(data);
        AttributionReader attributions = new(data);
        RootLexicon lexicon = RootLexicon.Of(data);
        RootClassifier classifier = RootClassifier.Of(data);
        _roles = new RoleActors(lexicon, _words, data.Lexicon("organisations").Rows.Where(row => row[1] == "Government").SelectMany(row => row[3].Split('|').Append(row[0])).ToHashSet(StringComparer.Ordinal));
        NounSides sides = new(_triggers, lookup, _words);
        UnrealEvents unreal = new(new WordClasses(data.Lexicon("roots-unreal")), lookup);
        _events = new EventReader(new VerbEvents(_triggers, lookup, _words, sides), new NounEvents(_triggers, lookup, _words, sides), new RootDrafts(new RootEvents(classifier), classifier, lexicon, new RootGate(data.Lexicon("roots-clear"))), unreal, new EventSenses(lookup), statuses, new NounStatus(statuses), attributions);
        _figures = new FigureReader(data, _words, statuses, attributions);
        _notes = new FigureNotes(data);
        _statements = new StatementReader(data);
        _labels = new LabelReader(data);
        _incidents = new IncidentReader(data);
    }

    /// <summary>Reads the claims off <paramref name="report"/>. The result's source is the report, with the numbers that words imply added.</summary>
    public ReportClaims Extract(AnnotatedReport report)
    {
        AnnotatedReport source = _roles.Complete(ImpliedQuantities.Complete(report, _words));
        ReportView view = new(source, _cues, lemma => _triggers.Verbs(lemma).Count > 0);
        HistoryReader history = new(view, _historyCues);
        ReportGenre genre = _events.GenreOf(source);
        List<Claim> claims = [];
        List<Declined> declined = [];
        HashSet<int> corrected = [], ordered = [];
        List<int> notes = [];
        ClauseModel?[] models = new ClauseModel?[source.Sentences.Count];
        foreach (Sentence sentence in source.Sentences)
        {
            history.Enter(sentence);
            if (CorrectionNotes.Opens(source, sentence) && !corrected.Contains(sentence.Paragraph))
            {
                bool stamp = CorrectionNotes.IsStamp(source, sentence);
                if (!stamp)
                    corrected.Add(sentence.Paragraph);
                declined.Add(new Declined("D104", "A note about the report itself corrects what an earlier version said.", sentence.Span));
                if (stamp)
                    continue;
            }
            else if (Instructions.Opens(source, sentence) && !corrected.Contains(sentence.Paragraph))
            {
                declined.Add(new Declined("D105", "Words that tell a program what to write assert nothing.", sentence.Span));
                // An order that says itself what to write says nothing of the sentences behind it: whoever is quoted so must not silence the report.
                if (Instructions.SaysWhat(source, sentence))
                    continue;
                corrected.Add(sentence.Paragraph);
                ordered.Add(sentence.Paragraph);
            }
            else if (corrected.Contains(sentence.Paragraph) && !CorrectionNotes.Opens(source, sentence) && ordered.Contains(sentence.Paragraph))
            {
                declined.Add(new Declined("D105", "It follows words that tell a program what to write.", sentence.Span));
            }
            if (corrected.Contains(sentence.Paragraph))
            {
                if (!ordered.Contains(sentence.Paragraph))
                    notes.Add(sentence.Index);
                continue;
            }
            int length = sentence.EndToken - sentence.FirstToken;
            if (sentence.IsHeading || length is 0 or > LongestSentence)
                continue;
            ClauseModel model = ClauseFinder.Find(new SentenceView(view, sentence));
            models[sentence.Index] = model;
            int first = claims.Count;
            claims.AddRange(_events.Read(model, view, history, genre, declined));
            history.Leave(sentence, claims.Skip(first).OfType<EventClaim>());
            List<(int Index, EventClaim Claim)> events = [.. claims.Skip(first).Select((claim, i) => (first + i, (EventClaim)claim))];
            claims.AddRange(_figures.Read(model, view, history, events, claims, declined));
            claims.AddRange(_labels.Read(model, view));
        }
        _notes.Apply(view, notes, claims, declined);
        claims.AddRange(_statements.Read(view, at => CueTime(view, models, at), declined).Where(claim => !corrected.Contains(source.Sentences[claim.Sentence].Paragraph)));
        List<Claim> inOrder = InTextOrder(claims);
        return new ReportClaims(source, inOrder, declined) { Incidents = _incidents.Read(view, inOrder) };
    }

    /// <summary>The clauses of each sentence as the extractor reads them, for people who look for the cause of a wrong claim.</summary>
    internal static string Explain(AnnotatedReport report)
    {
        ReportView view = new(report);
        return string.Concat(report.Sentences.Select(sentence =>
            sentence.Span.Of(report.Report.Text) + "\n" + ClauseFinder.Find(new SentenceView(view, sentence)).Explain()));
    }

    private static int CueTime(ReportView view, ClauseModel?[] models, TextSpan cue)
    {
        int sentence = view.FirstSentenceAfter(cue.Start);
        if (sentence == models.Length || models[sentence] is not { } model || !model.Sentence.Sentence.Span.Contains(cue.Start))
            return -1;
        VerbGroup? verb = model.Verbs.FirstOrDefault(v => model.Sentence[v.Head].Span.Overlaps(cue));
        return verb is null ? -1 : ClaimSetting.TimeOf(model, view, verb, ClaimStatus.Happened);
    }

    /// <summary>Orders the claims by their words, and moves the figures' references along.</summary>
    private static List<Claim> InTextOrder(List<Claim> claims)
    {
        int[] order = [.. Enumerable.Range(0, claims.Count).OrderBy(i => claims[i].Evidence.Start).ThenBy(i => claims[i].Evidence.Length).ThenBy(i => i)];
        int[] place = new int[claims.Count];
        for (int i = 0; i < order.Length; i++)
            place[order[i]] = i;
        return [.. order.Select(i => claims[i] is FigureClaim { Event: >= 0 } figure ? figure with { Event = place[figure.Event] } : claims[i])];
    }
}
