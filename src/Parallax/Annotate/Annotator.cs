using Parallax.Data;
using Parallax.Read;

namespace Parallax.Annotate;

/// <summary>The second stage: finds sentences, tokens, times, places, numbers, actors and speech in one report. Pure and safe for many threads.</summary>
public sealed class Annotator
{
    private readonly TextScanner _scanner;
    private readonly TimeFinder _times;
    private readonly QuantityFinder _quantities;
    private readonly PlaceFinder _places;
    private readonly ActorFinder _actors;
    private readonly NameJoiner _names;
    private readonly SpeechFinder _speech;
    private readonly PeoplePlaces _peoples;
    private readonly CaseRestorer _case;

    /// <summary>Makes an annotator that works with <paramref name="data"/>.</summary>
    public Annotator(LanguageData data)
        : this(data, null)
    {
    }

    /// <summary>One that learns from <paramref name="teacher"/> what pronouns stand for.</summary>
    internal Annotator(LanguageData data, PronounTeacher? teacher)
    {
        _scanner = new TextScanner(data);
        _times = new TimeFinder(data);
        _quantities = new QuantityFinder(data);
        _places = new PlaceFinder(data);
        _actors = new ActorFinder(data, teacher);
        _names = new NameJoiner(data, _actors.Lexicon);
        _speech = new SpeechFinder(data);
        _peoples = new PeoplePlaces(data);
        _case = new CaseRestorer(data);
    }

    /// <summary>
    /// Annotates <paramref name="report"/>. Paragraphs printed in capitals are read in running case; the report keeps its text as printed, and
    /// every span holds over both.
    /// </summary>
    public AnnotatedReport Annotate(Report report) =>
        report.Trees is null && _case.Restore(report) is { } recased ? Read(report with { Text = recased }) with { Report = report } : Read(report);

    private AnnotatedReport Read(Report report)
    {
        ScannedText scanned = _scanner.Scan(report);
        AnnotatedReport annotated = new(report, scanned.Tokens, scanned.Sentences, [], [], [], [], [], []) { Words = scanned.Words, Names = scanned.Names };
        annotated = annotated with { Times = _times.Find(annotated) };
        annotated = annotated with { Quantities = _quantities.Find(annotated) };
        annotated = annotated with { Places = _places.Find(annotated) };
        (IReadOnlyList<ReportActor> actors, IReadOnlyList<ActorMention> mentions) = _actors.Find(annotated);
        annotated = annotated with { Actors = actors, Mentions = mentions };
        annotated = annotated with { Names = _names.Join(annotated) };
        (IReadOnlyList<Speech> speeches, IReadOnlyList<Attribution> attributions) = _speech.Find(annotated);
        annotated = annotated with { Speeches = speeches, Attributions = attributions };
        annotated = annotated with { Mentions = ActorVoices.Find(annotated) };
        // Last, because peoples are actors, not places, for everything above.
        return annotated with { Places = _peoples.Join(annotated) };
    }
}
