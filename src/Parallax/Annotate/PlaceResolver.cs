using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Decides which place of a name a report means: by what stands beside it, the countries spoken of, size, and nearness to other places.</summary>
internal sealed class PlaceResolver(LanguageData data, PlaceWords words)
{
    private const double Near = 150;

    // Weights are whole numbers, so that their sum does not depend on the order of counting.
    private readonly Dictionary<string, double> _countries = new(StringComparer.Ordinal);
    private readonly NearbyPlaces _settled = new(Near);
    private double _total;

    /// <summary>Rejects what is no place here and chooses for the rest; what stays unclear keeps no choice.</summary>
    public void Resolve(AnnotatedReport report, List<PlaceCandidate> candidates)
    {
        HashSet<string> surnames = new(candidates.Where(candidate => candidate.IsRejected).Select(candidate => candidate.Key), StringComparer.Ordinal);
        HashSet<string> located = new(candidates.Where(candidate => candidate is { IsStrong: true, IsRejected: false }).Select(candidate => candidate.Key), StringComparer.Ordinal);
        Weigh(report, candidates);
        foreach (PlaceCandidate candidate in candidates)
        {
            if (!candidate.IsRejected && !Accepts(candidate, surnames, located))
                candidate.IsRejected = true;
        }
        List<PlaceCandidate> open = [.. candidates.Where(candidate => !candidate.IsRejected)];
        // The clear ones first: they say where the report is, which helps the others.
        foreach (PlaceCandidate candidate in open.Where(candidate => candidate.Within is not null || candidate.Options.Count == 1 || (candidate.IsCountry && !IsSharedName(candidate))))
            Settle(candidate, report);
        Dictionary<string, GazetteerPlace> named = new(StringComparer.Ordinal);
        foreach (PlaceCandidate candidate in open.Where(candidate => candidate is { Within: not null, Chosen: not null }))
            named.TryAdd(candidate.Key, candidate.Chosen!);
        foreach (PlaceCandidate candidate in open.Where(candidate => candidate.Chosen is null))
        {
            // One name, one place within a report, once the report has said which.
            if (candidate.Within is null && named.TryGetValue(candidate.Key, out GazetteerPlace? known))
                candidate.Chosen = known;
            else
                Settle(candidate, report);
        }
    }

    private bool Accepts(PlaceCandidate candidate, HashSet<string> surnames, HashSet<string> located)
    {
        if (candidate.InDateline || candidate.IsCountry || candidate.IsSeat)
            return true;
        bool strong = candidate.IsStrong;
        if (surnames.Contains(candidate.Key) && !(strong && candidate.IsWellKnown))
            return false;
        if (candidate.Sentence.IsHeading && !candidate.IsWellKnown && !located.Contains(candidate.Key))
            return false;
        if (words.Is("given", candidate.Key) && !strong && !located.Contains(candidate.Key))
            return candidate.Options[0].IsCapital;
        if (strong || located.Contains(candidate.Key))
            return true;
        return candidate.IsWellKnown || (candidate.Key.Length >= 5
            && candidate.Options.Any(place => place.Population >= 5_000 && _countries.GetValueOrDefault(place.Country) >= 2 && !words.IsCommon(candidate.Key)));
    }

    // What the report speaks of: names of countries, their adjectives and peoples, capitals.
    private void Weigh(AnnotatedReport report, List<PlaceCandidate> candidates)
    {
        foreach (PlaceCandidate candidate in candidates.Where(candidate => !candidate.IsRejected))
        {
            if (candidate.IsCountry)
                Count(candidate.Options[0].Country, IsSharedName(candidate) ? 0 : 2);
            else if (candidate.Options.FirstOrDefault(place => place.IsCapital) is { } capital && capital.Population * 2 >= candidate.Options.Max(place => place.Population))
                Count(capital.Country, 1);
        }
        for (int i = 0; i < report.Tokens.Count; i++)
        {
            Token token = report.Tokens[i];
            if (!PlaceWords.IsCapitalised(token) || token.Text.Length < 4)
                continue;
            if (data.Countries.ByDemonym(i > 0 ? report.Tokens[i - 1].Lower : "", token.Lower) is { } country)
                Count(country.Code, 1);
        }
    }

    // A country and a large division of another country under one name: the rest of the report must say which.
    private static bool IsSharedName(PlaceCandidate candidate) => candidate.IsCountry && candidate.Options.Any(place =>
        place is { Precision: PlacePrecision.Province, Population: > 1_000_000 } && place.Country != candidate.Options[0].Country);

    private void Count(string country, double weight)
    {
        if (weight > 0 && country.Length > 0)
        {
            _countries[country] = _countries.GetValueOrDefault(country) + weight;
            _total += weight;
        }
    }

    private void Settle(PlaceCandidate candidate, AnnotatedReport report)
    {
        IEnumerable<GazetteerPlace> options = candidate.Options;
        bool isExplicit = false;
        if (candidate.Within is { IsRejected: false } within)
        {
            List<GazetteerPlace> inside = [.. options.Where(place => place.Precision != PlacePrecision.Country && within.Options.Any(outer => Contains(outer, place)))];
            if (inside.Count > 0)
                (options, isExplicit) = (inside, true);
        }
        Token? after = candidate.End < candidate.Sentence.EndToken ? report.Tokens[candidate.End] : null;
        var ranked = options.Select(place => (Place: place, Score: Score(candidate, place, after))).OrderByDescending(pair => pair.Score)
            .ThenByDescending(pair => pair.Place.Population).ThenBy(pair => pair.Place.Country, StringComparer.Ordinal)
            .ThenBy(pair => pair.Place.Lat).ThenBy(pair => pair.Place.Lon).ToList();
        GazetteerPlace best = ranked[0].Place;
        bool isLarge = best.Precision is PlacePrecision.Country or PlacePrecision.Region || best.IsCapital || best.Population >= 100_000;
        if (!isExplicit && !isLarge && _countries.Count > 0 && !_countries.ContainsKey(best.Country))
            return;
        if (ranked.Count > 1 && ranked[0].Score - ranked[1].Score < (isLarge ? 0.2 : 0.4) && NearbyPlaces.Kilometres(best, ranked[1].Place) > 100)
            return;
        candidate.Chosen = best;
        if (best.Precision is PlacePrecision.Town or PlacePrecision.District)
            _settled.Add(best);
        if (isExplicit)
            Count(best.Country, 1);
    }

    /// <summary>Whether the one place lies in the other.</summary>
    public static bool Contains(GazetteerPlace outer, GazetteerPlace inner) =>
        outer.Country == inner.Country && (outer.Precision == PlacePrecision.Country
            || (outer.Precision is PlacePrecision.Province && inner.Division == outer.Name)
            || (outer.Precision is PlacePrecision.District && inner.Precision == PlacePrecision.Town && NearbyPlaces.Kilometres(outer, inner) < 120));

    private double Score(PlaceCandidate candidate, GazetteerPlace place, Token? after)
    {
        double score = place.Precision == PlacePrecision.Country ? 10 : place.Precision == PlacePrecision.Region ? 8 : Math.Log10(place.Population + 10);
        double own = _countries.GetValueOrDefault(place.Country);
        if (own > 0)
            score += 1 + 3 * own / _total;
        if (place.IsCapital)
            score += 2;
        if (GazetteerKey.Of(place.Name) == candidate.Key)
            score += 0.5;
        if (place.Precision is PlacePrecision.Province)
            score += after is not null && words.Is("province", after.Lower) ? 2 : -0.7;
        if (place.Precision is PlacePrecision.District)
            score += after is not null && words.Is("district", after.Lower) ? 2 : -1;
        if (_settled.HasNeighbour(place))
            score += 1;
        return score;
    }
}
