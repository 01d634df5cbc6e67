using Parallax.Data;
using Parallax.Read;

namespace Parallax.Annotate;

/// <summary>The second stage: finds sentences, tokens, times, places, numbers, actors and speech in one report. Pure and safe for many threads.</summary>
public sealed class Annotator(LanguageData data)
{
    private readonly TextScanner _scanner = new(data);
    private readonly TimeFinder _times = new(data);
    private readonly QuantityFinder _quantities = new(data);
    private readonly PlaceFinder _places = new(data);
    private readonly ActorFinder _actors = new(data);
    private readonly SpeechFinder _speech = new(data);

    /// <summary>Annotates <paramref name="report"/>.</summary>
    public AnnotatedReport Annotate(Report report)
    {
        ScannedText scanned = _scanner.Scan(report);
        AnnotatedReport annotated = new(report, scanned.Tokens, scanned.Sentences, [], [], [], [], [], []) { Words = scanned.Words, Names = scanned.Names };
        annotated = annotated with { Times = _times.Find(annotated) };
        annotated = annotated with { Quantities = _quantities.Find(annotated) };
        annotated = annotated with { Places = _places.Find(annotated) };
        (IReadOnlyList<ReportActor> actors, IReadOnlyList<ActorMention> mentions) = _actors.Find(annotated);
        annotated = annotated with { Actors = actors, Mentions = mentions };
        return annotated with { Speeches = _speech.Find(annotated) };
    }
}
