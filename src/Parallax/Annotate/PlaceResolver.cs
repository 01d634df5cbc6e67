using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Decides which names of a report are places and which place each means.</summary>
internal sealed class PlaceResolver(LanguageData data, PlaceWords words)
{
    // Endings that sites of the whole world buy.
    private static readonly HashSet<string> s_sold = new(["AI", "CC", "CO", "FM", "GG", "IO", "ME", "TK", "TV", "WS"], StringComparer.Ordinal);

    /// <summary>Rejects what is no place here and chooses for the rest; what stays unclear keeps no choice.</summary>
    public void Resolve(AnnotatedReport report, List<PlaceCandidate> candidates)
    {
        HashSet<string> surnames = new(candidates.Where(candidate => candidate.IsPersonal).Select(candidate => candidate.Key), StringComparer.Ordinal);
        HashSet<string> located = new(
            candidates.Where(candidate => candidate is { IsRejected: false, IsDoubtful: false } && (candidate.IsStrong || candidate.IsNamed)).Select(candidate => candidate.Key), StringComparer.Ordinal);
        Dictionary<string, int> peoples = Peoples(report);
        foreach (PlaceCandidate candidate in candidates)
        {
            if (!candidate.IsRejected && !Accepts(candidate, surnames, located, peoples))
                candidate.IsRejected = true;
        }
        new PlaceChoice(data, words).Choose(report, [.. candidates.Where(candidate => !candidate.IsRejected)], peoples);
    }

    /// <summary>Whether the one place lies in the other.</summary>
    public static bool Contains(GazetteerPlace outer, GazetteerPlace inner) =>
        outer.Country == inner.Country && (outer.Precision == PlacePrecision.Country
            || (outer.Precision is PlacePrecision.Province && inner.Division == outer.Name)
            || (outer.Precision is PlacePrecision.District && inner.Precision == PlacePrecision.Town && NearbyPlaces.Kilometres(outer, inner) < 120));

    private bool Accepts(PlaceCandidate candidate, HashSet<string> surnames, HashSet<string> located, Dictionary<string, int> peoples)
    {
        if (candidate.InDateline || candidate.IsCountry || candidate.IsSeat || candidate.IsAbbreviation)
            return true;
        if (candidate.IsDoubtful && (!located.Contains(candidate.Key) || surnames.Contains(candidate.Key)))
            return false;
        bool strong = candidate.IsStrong;
        if (surnames.Contains(candidate.Key) && !(strong && (candidate.IsWellKnown || candidate.IsNamed)))
            return false;
        if (candidate.IsNamed)
            return true;
        if (candidate.Sentence.IsHeading && !candidate.IsWellKnown && !located.Contains(candidate.Key))
            return false;
        if (words.Is("given", candidate.Key) && !strong && !located.Contains(candidate.Key))
            return candidate.Options[0].IsCapital;
        if (strong || located.Contains(candidate.Key))
            return true;
        return candidate.IsWellKnown || (candidate.Key.Length >= 5
            && candidate.Options.Any(place => place.Population >= 5_000 && peoples.ContainsKey(place.Country) && !words.IsCommon(candidate.Key)));
    }

    // How often the report speaks of the people of each country.
    private Dictionary<string, int> Peoples(AnnotatedReport report)
    {
        Dictionary<string, int> peoples = new(StringComparer.Ordinal);
        for (int i = 0; i < report.Tokens.Count; i++)
        {
            Token token = report.Tokens[i];
            if (!PlaceWords.IsCapitalised(token) || token.Text.Length < 4)
                continue;
            if (data.Countries.ByDemonym(i > 0 ? report.Tokens[i - 1].Lower : "", token.Lower) is { } country)
                peoples[country.Code] = peoples.GetValueOrDefault(country.Code) + 1;
        }
        // Where it is published: "example.ca" speaks of Canada.
        if (report.Report.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            string code = address.Host[(address.Host.LastIndexOf('.') + 1)..].ToUpperInvariant();
            if (data.Countries.ByCode(code == "UK" ? "GB" : code) is { } home && !s_sold.Contains(home.Code))
                peoples[home.Code] = peoples.GetValueOrDefault(home.Code) + 1;
        }
        return peoples;
    }
}
