using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>
/// Chooses among the places of each name those that agree best with each other: what stands beside a name, how large a place is, and how
/// many other names of the report have a place in the same country or division, or near by. All names are weighed together, in a few rounds.
/// </summary>
internal sealed class PlaceChoice(LanguageData data, PlaceWords words)
{
    private const int Rounds = 3;

    // A report that names more takes its bearings from the first of them.
    private const int MostNames = 100;
    private const int MostOptions = 40;

    private readonly Dictionary<(string Key, string Within), PlaceName> _byKey = [];
    private readonly List<PlaceName> _names = [];
    private readonly SortedDictionary<string, double> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Country, string Division), double> _divisions = [];
    private double _total;

    /// <summary>Chooses for <paramref name="candidates"/>, all of which are places.</summary>
    public void Choose(AnnotatedReport report, List<PlaceCandidate> candidates, Dictionary<string, int> peoples)
    {
        foreach (PlaceCandidate candidate in candidates)
            Add(candidate, report.Tokens, report.Report.Text);
        ReadCounties();
        foreach (PlaceName name in _names)
            name.Start(Base);
        for (int round = 0; round < Rounds; round++)
        {
            Count(peoples);
            foreach (PlaceName name in _names)
                name.Weigh(option => Context(name, option));
            foreach (PlaceName name in _names)
                name.Settle();
        }
        foreach (PlaceCandidate candidate in candidates)
        {
            PlaceName name = _byKey[KeyOf(candidate)];
            if (_total - name.Weight > 0.01 || !name.IsOpen)
                candidate.Chosen = name.Best;
        }
    }

    private static (string, string) KeyOf(PlaceCandidate candidate) => (candidate.Key, candidate.Within is { IsRejected: false } within ? within.Key : "");

    private void Add(PlaceCandidate candidate, IReadOnlyList<Token> tokens, string text)
    {
        if (!_byKey.TryGetValue(KeyOf(candidate), out PlaceName? name))
        {
            IReadOnlyList<GazetteerPlace> options = candidate.Options;
            bool inside = false;
            if (candidate.Within is { IsRejected: false } within)
            {
                List<GazetteerPlace> contained = [.. options.Where(place => place.Precision != PlacePrecision.Country && within.Options.Any(outer => PlaceResolver.Contains(outer, place)))];
                // "Canada, Mexico and the United States" is a list of countries; "Georgia, USA" is a state of one.
                if (candidate.IsCountry && within.IsCountry && !within.IsAbbreviation)
                    contained.RemoveAll(place => place.Precision != PlacePrecision.Province);
                if (contained.Count > 0)
                    (options, inside) = (contained, true);
                else if (within.IsAbbreviation)
                    // No such place is listed there: it takes the point of the state, with the state's precision.
                    (options, inside) = ([within.Options[0] with { GeoNames = 0, Name = candidate.Span.Of(text), Population = 0, Division = within.Options[0].Name }], true);
            }
            // "Mexico", "Panama": the capital has the country's name too, but nobody calls it so.
            if (options[0] is { Precision: PlacePrecision.Country } country && options.Any(place => place.IsCapital && place.Country == country.Country))
                options = [.. options.Where(place => !place.IsCapital || place.Country != country.Country)];
            name = new PlaceName(candidate.Key, options, inside);
            _byKey.Add(KeyOf(candidate), name);
            _names.Add(name);
        }
        name.Mentions++;
        string kind = KindBefore(candidate, tokens) is { Length: > 0 } said ? said : KindAfter(candidate, tokens);
        name.IsTown |= words.Is("town", kind);
        name.IsProvince |= words.Is("province", kind);
        name.IsDistrict |= words.Is("district", kind);
        if (name.IsDistrict && !name.HasDistricts)
        {
            // "Polk and Barrow counties": filed as "Barrow County".
            name.HasDistricts = true;
            name.Add(data.Gazetteer.Lookup(name.Key + " " + kind).Where(place => place.Precision == PlacePrecision.District));
        }
    }

    // "the state of X", "the city of X".
    private static string KindBefore(PlaceCandidate candidate, IReadOnlyList<Token> tokens) =>
        candidate.First - 2 >= candidate.Sentence.FirstToken && tokens[candidate.First - 1].Lower == "of" ? tokens[candidate.First - 2].Lower : "";

    // The kind of place that stands after a name or after the last of several: "X, Y and Z counties".
    private static string KindAfter(PlaceCandidate candidate, IReadOnlyList<Token> tokens)
    {
        int i = candidate.End;
        while (i < candidate.Sentence.EndToken && i < candidate.End + 12 && (PlaceWords.IsCapitalised(tokens[i]) || tokens[i].Text == "," || tokens[i].Lower is "and" or "or"))
            i++;
        if (i >= candidate.Sentence.EndToken)
            return "";
        return i == candidate.End ? tokens[i].Lower : tokens[i].Lower == "counties" || tokens[i].Lower.EndsWith('s') ? tokens[i].Lemma : "";
    }

    // One name, one place within a report, once the report has said which; "DeKalb" is the county where the report names DeKalb County.
    private void ReadCounties()
    {
        Dictionary<string, PlaceName> said = new(StringComparer.Ordinal);
        foreach (PlaceName name in _names.Where(name => name.IsInside))
            said.TryAdd(name.Key, name);
        Dictionary<string, PlaceName> districts = new(StringComparer.Ordinal);
        foreach (PlaceName name in _names)
        {
            int blank = name.Key.LastIndexOf(' ');
            if (blank > 0 && words.Is("district", name.Key[(blank + 1)..]))
                districts.TryAdd(name.Key[..blank], name);
        }
        foreach (PlaceName name in _names.Where(name => !name.IsInside))
        {
            name.Same = said.GetValueOrDefault(name.Key);
            if (!name.HasDistricts && districts.TryGetValue(name.Key, out PlaceName? district))
                name.Add(district.Options.Select(option => option.Place));
        }
    }

    private double Base(PlaceName name, GazetteerPlace place)
    {
        double score = place.Precision switch
        {
            PlacePrecision.Country => Math.Log10(place.Population + 10) + 1.5,
            PlacePrecision.Region => 8,
            _ => Math.Log10(place.Population + 10),
        };
        if (place.IsCapital)
            score += 1;
        // "Washington, D.C." is called Washington.
        int comma = place.Name.IndexOf(',', StringComparison.Ordinal);
        string own = GazetteerKey.Of(comma > 0 ? place.Name[..comma] : place.Name);
        // The article of an Arabic name is often left out.
        bool isExact = own == name.Key || (own.Length - name.Key.Length is > 0 and < 4 && own.EndsWith(" " + name.Key, StringComparison.Ordinal));
        score += isExact || (place.Precision == PlacePrecision.District && own.StartsWith(name.Key, StringComparison.Ordinal)) ? 0.7 : -0.3;
        // A town gives its name to the province around it: "Valencia" is the town.
        if (place.Precision is PlacePrecision.Province)
            score += name.IsProvince ? 2 : name.IsTown ? -2 : name.HasTownIn(place) ? -1.2 : -0.7;
        if (place.Precision is PlacePrecision.District)
            score += name.IsDistrict ? 2 : name.IsTown ? -2 : -1;
        return score;
    }

    // What the names speak for together, each by the share that its best places have.
    private void Count(Dictionary<string, int> peoples)
    {
        _countries.Clear();
        _divisions.Clear();
        _total = 0;
        foreach ((string country, int count) in peoples.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Count(country, Math.Min(3, count));
        foreach (PlaceName name in _names)
        {
            for (int i = 0; i < name.Options.Count; i++)
            {
                double weight = name.Share(i) * name.Weight;
                GazetteerPlace place = name.Options[i].Place;
                if (weight <= 0 || place.Country.Length == 0)
                    continue;
                Count(place.Country, weight);
                if (place.Division.Length > 0)
                    _divisions[(place.Country, place.Division)] = _divisions.GetValueOrDefault((place.Country, place.Division)) + weight;
            }
        }
    }

    private void Count(string country, double weight)
    {
        _countries[country] = _countries.GetValueOrDefault(country) + weight;
        _total += weight;
    }

    private double Context(PlaceName name, PlaceOption option)
    {
        GazetteerPlace place = option.Place;
        (double ownCountry, double ownDivision) = name.OwnShare(place);
        double others = _total - name.Weight;
        double score = 0;
        if (others > 0.01 && place.Country.Length > 0)
        {
            double country = Math.Max(0, _countries.GetValueOrDefault(place.Country) - ownCountry * name.Weight);
            score += 1.2 * Math.Min(1, country) + 2 * country / others;
            if (place.Division.Length > 0)
            {
                double division = Math.Max(0, _divisions.GetValueOrDefault((place.Country, place.Division)) - ownDivision * name.Weight);
                score += Math.Min(1, division) + 2.5 * division / others;
            }
        }
        if (place.Precision is not (PlacePrecision.Town or PlacePrecision.District))
            return score;
        double near = 0;
        for (int i = 0; i < Math.Min(MostNames, _names.Count); i++)
        {
            if (_names[i].Key != name.Key)
                near += _names[i].Nearness(option) * _names[i].Weight;
        }
        return score + 0.8 * Math.Min(1, near) + 1.5 * near / Math.Max(1, others);
    }

    /// <summary>All mentions of one name in a report that must mean one place.</summary>
    private sealed class PlaceName
    {
        private double[] _shares = [];
        private double[] _scores = [];

        public PlaceName(string key, IReadOnlyList<GazetteerPlace> options, bool isInside)
        {
            Key = key;
            IsInside = isInside;
            Options = [.. options.Take(MostOptions).Select(place => new PlaceOption(place))];
        }

        public string Key { get; }

        /// <summary>The report says in which country or division.</summary>
        public bool IsInside { get; }

        public List<PlaceOption> Options { get; }

        public int Mentions { get; set; }

        public bool IsProvince { get; set; }

        public bool IsDistrict { get; set; }

        public bool IsTown { get; set; }

        public bool HasDistricts { get; set; }

        public bool HasTownIn(GazetteerPlace province) => Options.Any(option => option.Place is { Precision: PlacePrecision.Town, IsSeat: true } town
            && town.Country == province.Country && town.Division == province.Name && GazetteerKey.Of(town.Name) == Key);

        public PlaceName? Same { get; set; }

        public double Weight => Math.Min(2, 1 + 0.25 * (Mentions - 1));

        public GazetteerPlace? Best { get; private set; }

        /// <summary>Whether another place far from the best, which is no large one, comes close to it.</summary>
        public bool IsOpen
        {
            get
            {
                if (Same is not null || Best is not { } best || best.Precision is PlacePrecision.Country or PlacePrecision.Region || best.IsCapital || best.Population >= 100_000)
                    return false;
                double score = _scores.Max();
                for (int i = 0; i < _scores.Length; i++)
                {
                    if (score - _scores[i] < 1 && NearbyPlaces.Kilometres(best, Options[i].Place) > 100)
                        return true;
                }
                return false;
            }
        }

        public void Add(IEnumerable<GazetteerPlace> places)
        {
            foreach (GazetteerPlace place in places.Take(MostOptions))
            {
                if (Options.Count < 2 * MostOptions)
                    Options.Add(new PlaceOption(place));
            }
        }

        public double Share(int option) => _shares[option];

        public void Start(Func<PlaceName, GazetteerPlace, double> score)
        {
            _shares = new double[Options.Count];
            _scores = new double[Options.Count];
            foreach (PlaceOption option in Options)
                option.Base = score(this, option.Place);
            Weigh(_ => 0);
            Settle();
        }

        public void Weigh(Func<PlaceOption, double> context)
        {
            for (int i = 0; i < _scores.Length; i++)
                _scores[i] = Options[i].Base + context(Options[i]);
        }

        /// <summary>Shares fall with the square of the distance from the best score, to nothing where a place stands far behind.</summary>
        public void Settle()
        {
            if (Same is not null)
            {
                Best = Same.Best;
                return;
            }
            int best = 0;
            for (int i = 1; i < _scores.Length; i++)
            {
                if (_scores[i] > _scores[best])
                    best = i;
            }
            double sum = 0;
            for (int i = 0; i < _scores.Length; i++)
            {
                double left = Math.Max(0, 3 - (_scores[best] - _scores[i])) / 3;
                _shares[i] = left * left * left;
                sum += _shares[i];
            }
            for (int i = 0; i < _shares.Length; i++)
                _shares[i] /= sum;
            Best = Options[best].Place;
        }

        public (double Country, double Division) OwnShare(GazetteerPlace place)
        {
            double country = 0, division = 0;
            for (int i = 0; i < _shares.Length; i++)
            {
                if (Options[i].Place.Country != place.Country)
                    continue;
                country += _shares[i];
                if (Options[i].Place.Division == place.Division)
                    division += _shares[i];
            }
            return (country, division);
        }

        /// <summary>How much of the name lies near a place: all within 40 km, nothing beyond 130.</summary>
        public double Nearness(PlaceOption place)
        {
            double near = 0;
            for (int i = 0; i < _shares.Length; i++)
            {
                if (_shares[i] > 0.02 && Options[i].Place.Precision is PlacePrecision.Town or PlacePrecision.District)
                    near += _shares[i] * Options[i].Near(place);
            }
            return near;
        }
    }

    /// <summary>One place that a name may mean.</summary>
    private sealed class PlaceOption
    {
        private const double Radians = Math.PI / 180, Earth = 6371;
        private readonly double _x, _y, _z;

        public PlaceOption(GazetteerPlace place)
        {
            Place = place;
            double around = Math.Cos(place.Lat * Radians);
            (_x, _y, _z) = (around * Math.Cos(place.Lon * Radians), around * Math.Sin(place.Lon * Radians), Math.Sin(place.Lat * Radians));
        }

        public GazetteerPlace Place { get; }

        public double Base { get; set; }

        // The chord, which is as long as the arc at this scale, saves the inverse sine.
        public double Near(PlaceOption other)
        {
            double x = _x - other._x, y = _y - other._y, z = _z - other._z;
            double squared = (x * x + y * y + z * z) * Earth * Earth;
            return squared > 130 * 130 ? 0 : squared < 40 * 40 ? 1 : 1 - (Math.Sqrt(squared) - 40) / 90;
        }
    }
}
