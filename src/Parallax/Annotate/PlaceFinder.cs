using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Finds the names of places in a report, decides which place each means, and whether the place itself is meant.</summary>
internal sealed class PlaceFinder
{
    private readonly LanguageData _data;
    private readonly PlaceWords _words;
    private readonly PlaceUse _use;
    private readonly PlaceScan _scan;
    private readonly UnlistedPlaces _unlisted;

    public PlaceFinder(LanguageData data)
    {
        _data = data;
        _words = new PlaceWords(data);
        _use = new PlaceUse(data, _words);
        _scan = new PlaceScan(data, _words);
        _unlisted = new UnlistedPlaces(_words);
    }

    /// <summary>The mentions of places in text order; none overlap.</summary>
    public IReadOnlyList<PlaceMention> Find(AnnotatedReport report)
    {
        List<PlaceCandidate> candidates = _scan.Find(report);
        new PlaceResolver(_data, _words).Resolve(report, candidates);
        List<PlaceMention> unlisted = _unlisted.Find(report, candidates);
        candidates.RemoveAll(candidate => candidate.IsRejected);
        List<PlaceMention> mentions = [];
        ToponymUse? next = null;
        // From the end, because in "X and Y agreed" the verb after Y tells what X stands for.
        for (int i = candidates.Count - 1; i >= 0; i--)
        {
            PlaceCandidate candidate = candidates[i];
            bool joined = i + 1 < candidates.Count && candidates[i + 1].First == candidate.End + 1 && candidates[i + 1].Sentence == candidate.Sentence
                && report.Tokens[candidate.End].Lower is "and" or "or";
            ToponymUse use = _use.Of(report, candidate, joined ? next : null);
            next = use;
            Widen(report, candidate);
            mentions.Add(new PlaceMention(candidate.Span, candidate.Sentence.Index, candidate.Chosen, use));
        }
        mentions.Reverse();
        mentions.AddRange(unlisted);
        mentions.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return mentions;
    }

    // "northern Chile" is a region of the country, not the country. The words stay the country's name.
    private void Widen(AnnotatedReport report, PlaceCandidate candidate)
    {
        if (candidate.Chosen is not { Precision: PlacePrecision.Country } country || candidate.First == candidate.Sentence.FirstToken)
            return;
        Token before = report.Tokens[candidate.First - 1];
        if (!_words.Is("compass", before.Lower))
            return;
        candidate.Chosen = country with { Name = before.Lower + " " + country.Name, Precision = PlacePrecision.Region };
    }
}
