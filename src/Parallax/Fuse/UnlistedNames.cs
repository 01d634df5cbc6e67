using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Towns and villages that no gazetteer lists, by name. Two names are two places, unless they are spellings of one or a report says that one lies in or by the
/// other ("the village of X, in Y district").
/// </summary>
internal sealed class UnlistedNames
{
    // Words between two places of one sentence, where the first lies in or by the second.
    private const int LongestLink = 7;
    private const int ShortName = 5;
    private const int LongName = 9;

    private static readonly HashSet<string> s_links = new(
        [
            ",", "a", "about", "an", "and", "around", "at", "by", "close", "from", "in", "inside", "just", "kilometers", "kilometres", "km", "miles", "near", "nearby", "neighboring", "neighbouring", "of",
            "on", "outside", "some", "the", "to", "(", ")", "-", "–",
        ],
        StringComparer.Ordinal);

    // What bears such a name stands in a town and tells none from another.
    private static readonly HashSet<string> s_inTowns = new(
        [
            "academy", "airbase", "airfield", "airport", "apartments", "barracks", "base", "boulevard", "bridge", "building", "cafe", "cathedral", "cemetery", "center", "centre", "checkpoint", "church", "clinic",
            "club", "college", "complex", "compound", "court", "courthouse", "crossing", "dam", "embassy", "factory", "garden", "gardens", "gate", "hall", "highway", "hospital", "hotel", "house", "institute", "junction", "mall",
            "market", "monastery", "monument", "mosque", "museum", "office", "palace", "park", "parliament", "plant", "plaza", "prison", "refinery", "restaurant", "roundabout", "school", "shrine", "square", "stadium",
            "station", "synagogue", "temple", "terminal", "theater", "theatre", "tower", "tunnel", "university",
        ],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_kinds = new(
        [
            "area", "camp", "canton", "city", "commune", "community", "county", "department", "district", "governorate", "hamlet", "island", "municipality", "neighborhood", "neighbourhood", "parish", "port", "prefecture",
            "province", "region", "settlement", "state", "sub-county", "subdistrict", "suburb", "the", "town", "township", "valley", "village", "ward",
        ],
        StringComparer.Ordinal);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // Those that some report calls a village, a town or the like.
    private readonly HashSet<string> _settlements = new(StringComparer.Ordinal);

    // By name, the other names and the ids of listed places that a report ties it to.
    private readonly Dictionary<string, HashSet<string>> _near = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Place> _places;
    private readonly HashSet<string> _unlisted;
    private readonly PlaceWords _words;

    public UnlistedNames(LanguageData data, IReadOnlyList<ReportInFusion> reports, IReadOnlyDictionary<string, Place> places)
    {
        _places = places;
        _words = data.Made(d => new PlaceWords(d));
        _unlisted = new(places.Values.Where(p => p is { Geonames: 0, Precision: PlacePrecision.District or PlacePrecision.Province } && IsNowhere(data, p)).Select(p => p.Id), StringComparer.Ordinal);
        foreach (ReportInFusion report in reports)
            Read(report);
    }

    /// <summary>The names of unlisted places that the clause of <paramref name="claim"/> says it happened in; none where it names a listed town.</summary>
    public IEnumerable<string> Of(ReportInFusion report, Claim claim)
    {
        string? listed = report.PlaceOf(claim);
        if (listed is not null && _unlisted.Contains(listed))
            return [KeyOf(_places[listed].Name)];
        if (listed is not null && _places.TryGetValue(listed, out Place? place) && place.Precision <= PlacePrecision.Town)
            return [];
        if (claim.Place >= 0 && listed is null)
            return NameOf(report, report.Annotated.Places[claim.Place]) is string own ? [own] : [];
        // "Gunmen attacked X": a place that is taken for the one attacked.
        return claim is EventClaim happening ? PartiesOf(report, happening) : [];
    }

    /// <summary>Whether the place has only the point of the larger one around it.</summary>
    public bool IsUnlisted(string id) => _unlisted.Contains(id);

    /// <summary>To whom it is done, but for the places taken for somebody: "gunmen attacked X".</summary>
    public IReadOnlyList<int> WithoutPlaces(ReportInFusion report, EventClaim claim) =>
        EventKinds.IsVerbal(claim.Type) ? claim.Targets : [.. claim.Targets.Where(actor => actor < 0 || actor >= report.Annotated.Actors.Count || !_names.Contains(KeyOf(report.Annotated.Actors[actor].Name)))];

    /// <summary>Whether one thing can have happened in <paramref name="a"/> and in <paramref name="b"/>, each the names that some account gives.</summary>
    public bool Compatible(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count == 0 || b.Count == 0 || a.Any(x => b.Any(y => IsOne(x, y)));

    /// <summary>Whether what happened in <paramref name="names"/> can have happened in the listed place <paramref name="id"/>.</summary>
    public bool Compatible(IReadOnlySet<string> names, string? id)
    {
        // A name beside a town may be of one of its quarters, unless some report calls it a village or a town itself.
        if (!names.Any(_settlements.Contains) || id is null || !_places.TryGetValue(id, out Place? place) || place.Precision > PlacePrecision.Town)
            return true;
        return names.Any(n => (_near.TryGetValue(n, out HashSet<string>? near) && near.Contains(id)) || place.Aliases.Any(alias => IsOne(n, KeyOf(alias.Text))));
    }

    // A report says in which larger place it lies, and it has that one's point; the gazetteer has nothing of its name there.
    private static bool IsNowhere(LanguageData data, Place place) =>
        !data.Gazetteer.Lookup(Folding.Fold(place.Name)).Any(p => p.Lat.Equals(place.Lat) && p.Lon.Equals(place.Lon));

    private void Read(ReportInFusion report)
    {
        IReadOnlyList<PlaceMention> mentions = report.Annotated.Places;
        for (int i = 0; i < mentions.Count; i++)
        {
            if (report.PlaceIds[i] is string id && _unlisted.Contains(id))
                _names.Add(KeyOf(_places[id].Name));
            if (report.PlaceIds[i] is not null || NameOf(report, mentions[i]) is not string name)
                continue;
            _names.Add(name);
            if (IsSettlement(report, mentions[i]))
                _settlements.Add(name);
            foreach (int j in (ReadOnlySpan<int>)[i - 1, i + 1])
            {
                if (j < 0 || j >= mentions.Count || mentions[j].Sentence != mentions[i].Sentence || !AreLinked(report, Math.Min(i, j)))
                    continue;
                if ((report.PlaceIds[j] ?? NameOf(report, mentions[j])) is string other)
                {
                    Tie(name, other);
                    if (report.PlaceIds[j] is null)
                        Tie(other, name);
                }
            }
        }
    }

    // "The village of X", "X village", "the town X".
    private static bool IsSettlement(ReportInFusion report, PlaceMention mention)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        int first = AnnotatedReport.FirstTokenAt(tokens, mention.Span.Start), next = AnnotatedReport.FirstTokenAt(tokens, mention.Span.End);
        string before = first > 1 && tokens[first - 1].Lower == "of" ? tokens[first - 2].Lemma : first > 0 ? tokens[first - 1].Lemma : "";
        return IsKind(before) || (next < tokens.Count && IsKind(tokens[next].Lower)) || (next > first && IsKind(tokens[next - 1].Lower));

        static bool IsKind(string word) => word is "village" or "town" or "city" or "hamlet" or "township" or "municipality" or "settlement" or "camp" or "district" or "county" or "commune" or "island";
    }

    private void Tie(string name, string other)
    {
        if (!_near.TryGetValue(name, out HashSet<string>? near))
            _near.Add(name, near = new(StringComparer.Ordinal));
        near.Add(other);
    }

    private IEnumerable<string> PartiesOf(ReportInFusion report, EventClaim claim)
    {
        foreach (int actor in claim.Targets)
        {
            if (actor >= 0 && actor < report.Annotated.Actors.Count && KeyOf(report.Annotated.Actors[actor].Name) is string key && _names.Contains(key))
                yield return key;
        }
    }

    // Whether the text puts the place of number first in or by the next one.
    private static bool AreLinked(ReportInFusion report, int first)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        (TextSpan from, TextSpan to) = (report.Annotated.Places[first].Span, report.Annotated.Places[first + 1].Span);
        int count = 0;
        bool saysHow = false;
        for (int t = AnnotatedReport.FirstTokenAt(tokens, from.End); t < tokens.Count && tokens[t].Span.Start < to.Start; t++)
        {
            string word = tokens[t].Lower;
            if (++count > LongestLink || (!s_links.Contains(word) && !s_kinds.Contains(word) && !IsDirection(word) && tokens[t].Tag != Upos.Num))
                return false;
            // "X and Y", "from X to Y" are two; "north-west of X" and "close to X" are by it.
            if (word == "and" || (word == "to" && !(t > 0 && (tokens[t - 1].Lower is "close" or "next" || IsDirection(tokens[t - 1].Lower)))))
                return false;
            saysHow |= word is "in" or "of" or "near" or "outside" or "inside" or "by" or "around" or "to" or "from";
        }
        return saysHow || (count == 1 && !IsListed(report, first));
    }

    // "In X, Y and Z" are three; "in X, Y, on Monday" is one.
    private static bool IsListed(ReportInFusion report, int first)
    {
        IReadOnlyList<PlaceMention> mentions = report.Annotated.Places;
        const int beside = 6;
        bool before = first > 0 && mentions[first].Span.Start - mentions[first - 1].Span.End <= beside;
        bool after = first + 2 < mentions.Count && mentions[first + 2].Span.Start - mentions[first + 1].Span.End <= beside;
        return before || after;
    }

    private static bool IsDirection(string word) =>
        word is "north" or "south" or "east" or "west" or "northern" or "southern" or "eastern" or "western" or "central" or "northeast" or "northwest" or "southeast" or "southwest"
            or "north-east" or "north-west" or "south-east" or "south-west" or "northeastern" or "northwestern" or "southeastern" or "southwestern";

    private string? NameOf(ReportInFusion report, PlaceMention mention)
    {
        if (mention.Use is not (ToponymUse.Place or ToponymUse.Modifier))
            return null;
        string text = Folding.Fold(mention.Span.Of(report.Report.Text).ReplaceLineEndings(" "));
        string last = text[(text.LastIndexOf(' ') + 1)..];
        if (s_inTowns.Contains(last) || _words.Is("feature", last))
            return null;
        string key = KeyOf(text);
        return key.Length > 2 && key.Any(char.IsLetter) ? key : null;
    }

    /// <summary>The name without the words for what sort of place it is.</summary>
    private static string KeyOf(string name)
    {
        string[] words = [.. ClusterWords.Split(name).Where(w => !s_kinds.Contains(w))];
        return words.Length == 0 ? Folding.Fold(name) : string.Join(' ', words);
    }

    private bool IsOne(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal) || string.Equals(NameForms.SoundKey(a), NameForms.SoundKey(b), StringComparison.Ordinal))
            return true;
        if (_near.TryGetValue(a, out HashSet<string>? near) && near.Contains(b))
            return true;
        // "Upper Orlu" may be told as "Orlu".
        string[] left = a.Split(' '), right = b.Split(' ');
        if (left.All(right.Contains) || right.All(left.Contains))
            return true;
        int shorter = Math.Min(a.Length, b.Length);
        int allowed = shorter < ShortName ? 0 : shorter < LongName ? 1 : 2;
        return allowed > 0 && a[0] == b[0] && Edits(NameForms.SoundKey(a), NameForms.SoundKey(b), allowed) <= allowed;
    }

    private static int Edits(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
