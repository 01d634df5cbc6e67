using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Finds what actors are reported to have said, directly in quotation marks, retold, or both, and who said it.</summary>
internal sealed class SpeechFinder(LanguageData data)
{
    private readonly SpeechCues _cues = new(data);
    private readonly SpeechGender _genders = new(data);
    private readonly AttributionFinder _attributions = new(data);

    /// <summary>All that <paramref name="report"/> attributes to somebody, and of that the reported speech, both in text order.</summary>
    public (IReadOnlyList<Speech> Speeches, IReadOnlyList<Attribution> Attributions) Find(AnnotatedReport report)
    {
        if (report.Tokens.Count == 0)
            return ([], []);
        List<QuotedSpan> quotes = QuoteFinder.Find(report.Report);
        SpeechReader reader = new(report, _cues);
        foreach (SpeechLine line in SpeechLine.Cut(report, quotes, _cues))
            reader.Read(line);
        IReadOnlyList<Speech> read = reader.Speeches();
        IReadOnlyList<Attribution> attributions = _attributions.Find(report, quotes, read);
        return (new SpeechJoiner(report, attributions, _cues, _genders).Join(read), attributions);
    }
}
