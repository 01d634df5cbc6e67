using NodaTime;
using NodaTime.Text;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// Disagreements between two reports over one deed, told in clauses that agree in much and exclude each other in one thing: whether it was done,
/// who did it, on which day, in which place. What fusion keeps as two events because the accounts exclude each other meets here again.
/// </summary>
internal sealed class DeedDisagreements(LanguageData data, FusedReports fused, EvidenceTable evidence)
{
    private const int Window = 8;
    private const int MostKeys = 6;
    private const int NearDays = 5;
    private const double NearDegrees = 0.15;
    private const int OtherDays = 4;
    private const double LeastOverlap = 0.34;
    private const double StrongOverlap = 0.5;
    private const double LeastOccurrence = 2.9;
    private const double LeastBlame = 2.4;
    private const double LeastDay = 3.4;
    private const double StrongDay = 4.4;
    private const double LeastPlace = 2.9;
    // What happens every day of a conflict: two days or two towns are two deeds.
    private static readonly HashSet<string> s_frequent = new(["shell", "attack", "meet", "vote", "strike", "search", "block", "shoot", "kill", "bomb", "loot", "cross", "beat", "fly-over", "free", "expel", "withdraw", "march", "occupy", "storm", "visit", "announce", "count", "hit", "damage", "test", "launch", "stop", "seize", "evacuate", "rescue", "vaccinate", "trial", "inspect", "pay", "order", "threat", "arrive", "depart", "find", "return", "start", "escape", "approve", "reject"], StringComparer.Ordinal);
    // What police and courts do daily to many.
    private static readonly HashSet<string> s_generic = new(["arrest", "abduct", "arrive", "riot", "start", "appoint", "resign", "destroy", "burn"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_blamed = new(["burn", "bomb", "shoot", "kill", "behead", "capsize", "sabotage", "derail", "attack", "beat", "destroy", "poison", "spill", "landslide", "collapse", "loot", "abduct", "rape", "shell"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_nameless = new(
        ["gunman", "man", "people", "attacker", "assailant", "person", "group", "gunmen", "fire", "bullet", "blast", "explosion", "bomb", "crowd", "shot", "other", "number", "team", "child", "woman", "charge", "member", "suspect", "shooter",
            "driver", "employee", "attack", "raid", "suicide", "truck", "car", "vehicle", "gun", "missile", "rocket", "drone", "strike", "time", "day", "month", "year"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_anybody = new(
        [.. s_nameless, "police", "army", "soldier", "troops", "force", "protester", "resident", "civilian", "officer", "militant", "fighter", "rebel", "authority", "official", "government"], StringComparer.Ordinal);

    private readonly SameMatter _matter = new();
    private readonly CountLexicon _lexicon = data.Made(d => new CountLexicon(d));
    private readonly CountParties _parties = new(data);
    private readonly Dictionary<string, Place> _places = fused.Places.SelectMany(p => p.Aliases.Select(a => (a.Text, Place: p))).GroupBy(p => Folding.Fold(p.Text), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Place, StringComparer.Ordinal);
    private ILookup<int, LocalDate>? _days;

    public IReadOnlyList<Disagreement> Find()
    {
        DeedReader reader = data.Made(d => new DeedReader(d));
        List<Deed> deeds = [];
        IReadOnlyList<DeedReader.Sketch>[] outlines = [.. fused.Reports.Select(reader.Outline)];
        // A verb that no list brings together with others is compared for denials only: what nobody denies need not be read closely.
        HashSet<string> denied = [.. outlines.SelectMany(o => o).Where(s => s.IsDenied).Select(s => s.Kind)];
        for (int r = 0; r < outlines.Length; r++)
            deeds.AddRange(reader.Read(fused.Reports[r], r, [.. outlines[r].Where(s => denied.Contains(s.Kind) || s.IsListed)]));
        _days = deeds.SelectMany(d => d.Days.Select(day => (d.ReportIndex, day))).ToLookup(d => d.ReportIndex, d => d.day);
        Dictionary<(int, int, DisagreementAbout), (double Score, Disagreement Found)> best = [];
        foreach ((int x, int y) in ClusterBuilder.Candidates([.. deeds.Select(Keys)], Window))
        {
            (Deed a, Deed b) = InOrder(deeds[x], deeds[y]);
            if (a.ReportIndex == b.ReportIndex || !DeedMatch.SameKind(a, b) || !NearInTime(a, b) || string.Equals(a.Report.Origin, b.Report.Origin, StringComparison.Ordinal) && a.Published == b.Published)
                continue;
            double shared = DeedMatch.Shared(a, b);
            if (Compare(a, b, shared) is not Disagreement found)
                continue;
            // Each pair of reports shows its clearest clauses for each thing at issue.
            (int, int, DisagreementAbout) key = (a.ReportIndex, b.ReportIndex, found.About);
            if (!best.TryGetValue(key, out (double Score, Disagreement Found) known) || shared > known.Score)
                best[key] = (shared, found);
        }
        return [.. best.OrderBy(p => p.Key.Item1).ThenBy(p => p.Key.Item2).ThenBy(p => p.Key.Item3).Select(p => p.Value.Found)];
    }

    private Disagreement? Compare(Deed a, Deed b, double shared)
    {
        if (shared < LeastBlame || DeedMatch.Overlap(a, b) < LeastOverlap || !_matter.Holds(a.ReportIndex, a.Vocabulary, b.ReportIndex, b.Vocabulary))
            return null;
        if (a.IsDenied != b.IsDenied)
            return DeedMatch.SameDay(a, b) && shared >= LeastOccurrence && IsOneDeed(a, b) ? Occurrence(a, b) : null;
        if (a.IsDenied)
            return null;
        if (s_blamed.Contains(a.Kind) && DeedMatch.SameDay(a, b) && shared >= LeastBlame && IsOtherDoer(a, b))
            return Responsibility(a, b);
        if (!string.Equals(a.Kind, b.Kind, StringComparison.Ordinal))
            return null;
        if (shared >= LeastDay && a.IsListed && b.IsListed && (!s_frequent.Contains(a.Kind) || a.Persons.Overlaps(b.Persons)) && (MeetsArguments(a, b) || shared >= StrongDay && a.Names.Overlaps(b.Names)) && DeedMatch.OtherDays(a, b, _days!, OtherDays) is (LocalDate x, LocalDate y))
            return Make(DisagreementAbout.Date, DisagreementKind.Conflict, a, b, Day(x), Day(y), $"{Whose(a)} puts it on {Day(x)}, {Whose(b)} on {Day(y)}.");
        if (a.IsListed && b.IsListed && shared + 1 >= LeastPlace + (s_generic.Contains(a.Kind) ? 1 : 0) && DeedMatch.SharesDay(a, b) && (Concerns(a, b) || a.Persons.Overlaps(b.Persons)) && OtherPlaces(a, b) is (string p, string q))
            return Make(DisagreementAbout.Place, DisagreementKind.Conflict, a, b, p, q, $"{Whose(a)} puts it in {p}, {Whose(b)} in {q}.");
        return null;
    }

    /// <summary>Whether whoever did it, or whom it befell, has a word in common, however the sentence turns it.</summary>
    private static bool MeetsArguments(Deed a, Deed b)
    {
        HashSet<string> ofA = [.. a.Doers, .. a.Objects];
        return ofA.Overlaps(b.Doers) || ofA.Overlaps(b.Objects) || a.Doers.Count == 0 && a.Objects.Count == 0 || b.Doers.Count == 0 && b.Objects.Count == 0;
    }

    /// <summary>Whether denial and claim are of one deed: nobody differs in his place, and somebody stands in the same place of both, or one day does where none is named.</summary>
    private static bool IsOneDeed(Deed a, Deed b)
    {
        if (Differ(a.Doers, b.Doers) || Differ(a.Objects, b.Objects))
            return false;
        bool day = DeedMatch.SharesDay(a, b);
        if (SharesArgument(a.Doers, b.Doers) && SharesArgument(a.Objects, b.Objects))
            return true;
        return day && (SharesArgument(a.Doers, b.Doers) || SharesArgument(a.Objects, b.Objects) || a.Doers.Count + a.Objects.Count == 0 || b.Doers.Count + b.Objects.Count == 0 || DeedMatch.Overlap(a, b) >= StrongOverlap);
    }

    private static bool SharesArgument(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Any(w => b.Contains(w) && !s_anybody.Contains(w));

    private static bool Differ(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

    /// <summary>Whether both tell of the same people or things by a word that is not said of anybody.</summary>
    private static bool Concerns(Deed a, Deed b) =>
        a.Doers.Union(a.Objects).Where(w => !s_anybody.Contains(w)).Any(w => b.Doers.Contains(w) || b.Objects.Contains(w));

    private bool IsOtherDoer(Deed a, Deed b)
    {
        // "Police" and "officers" are one body until a name tells them apart.
        if (_lexicon.PartOf(string.Join(' ', a.Doers)) is string part && part is "police" or "military" or "militant" && string.Equals(_lexicon.PartOf(string.Join(' ', b.Doers)), part, StringComparison.Ordinal) && a.Doers.Count + b.Doers.Count <= 3)
            return false;
        HashSet<string> x = [.. a.Doers.Except(s_nameless)];
        HashSet<string> y = [.. b.Doers.Except(s_nameless)];
        if (x.Count == 0 || y.Count == 0 || x.Overlaps(y) || a.Objects.Overlaps(y) && a.Objects.IsSubsetOf(y))
            return false;
        // Another description of one doer: its name stands in the other's sentence.
        if (x.Any(w => a.Names.Contains(w) && b.Content.Contains(w)) || y.Any(w => b.Names.Contains(w) && a.Content.Contains(w)))
            return false;
        bool sameVictim = a.Objects.Overlaps(b.Objects) || a.IsExclusive && b.IsExclusive && DeedMatch.SharesDay(a, b) && a.Content.Where(a.Names.Contains).Any(b.Names.Contains);
        bool firing = a.Kind is "shoot" && b.Kind is "shoot" && a.Objects.Count == 0 | b.Objects.Count == 0;
        return (sameVictim || firing) && DeedMatch.SharesDay(a, b) && (a.IsExclusive || b.IsExclusive || Rests(a, b));
    }

    // Two deeds with two doers share a day easily; one and the same named or single thing is burnt only once.
    private static bool Rests(Deed a, Deed b) => a.Objects.Intersect(b.Objects, StringComparer.Ordinal).Any(w => a.Names.Contains(w) && b.Names.Contains(w)) || a.Objects.Intersect(b.Objects, StringComparer.Ordinal).Count() >= 2;

    /// <summary>Two towns that are not one inside the other, each named by its own report only.</summary>
    private (string, string)? OtherPlaces(Deed a, Deed b)
    {
        if (a.Locations.Count != 1 || b.Locations.Count != 1)
            return null;
        (string p, string q) = (a.Locations[0], b.Locations[0]);
        string foldedP = Folding.Fold(p), foldedQ = Folding.Fold(q);
        if (string.Equals(foldedP, foldedQ, StringComparison.Ordinal) || s_frequent.Contains(a.Kind) && !a.Persons.Overlaps(b.Persons))
            return null;
        if (NamesPlace(b, foldedP) || NamesPlace(a, foldedQ))
            return null;
        Place? one = _places.GetValueOrDefault(foldedP), other = _places.GetValueOrDefault(foldedQ);
        if ((one is null) != (other is null) || one is not null && (!IsTown(one) || !IsTown(other!) || Near(one, other!) && !a.IsExclusive && !b.IsExclusive))
            return null;
        return (p, q);
    }

    private static bool IsTown(Place place) => place.Precision is PlacePrecision.Town or PlacePrecision.Exact;

    private static bool Near(Place a, Place b) => Math.Abs(a.Lat - b.Lat) < NearDegrees && Math.Abs(a.Lon - b.Lon) < NearDegrees;

    // A place that is only denied ("not in Odzun") is no place of the report's own.
    private static bool NamesPlace(Deed deed, string place) => deed.Spread.ContainsKey(place) && !deed.IsExclusive;

    private Disagreement Occurrence(Deed a, Deed b)
    {
        Deed denial = a.IsDenied ? a : b;
        Deed claim = a.IsDenied ? b : a;
        bool party = IsParty(denial, claim);
        // Who denies any part in it does not deny that it happened.
        bool blame = s_blamed.Contains(denial.Kind) && DeniesPart(denial) && claim.Content.Overlaps(denial.SpeakerWords);
        return Make(
            blame ? DisagreementAbout.Responsibility : DisagreementAbout.Occurrence, party ? DisagreementKind.InterestedParty : DisagreementKind.Conflict, a, b,
            Reading(a), Reading(b),
            blame ? $"{Whose(claim)} names {claim.DoerText ?? "a culprit"}, {Whose(denial)} denies any part in it." : $"{Whose(claim)} says that it happened, {Whose(denial)} that it did not{(party ? "; who denies it is a party to it" : "")}.");
    }

    private static string Reading(Deed one) => one.IsDenied ? "did not happen" : "happened";

    private static bool DeniesPart(Deed denial)
    {
        string[] words = [.. ClusterWords.Split(denial.Evidence.Of(denial.Report.Claims.Source.Report.Text))];
        return words.Any(w => w is "denied" or "denies" or "deny") && words.Any(w => w is "part" or "role" or "involvement" or "responsibility" or "involved" or "hand") || words.Contains("nothing") && words.Contains("do");
    }

    private Disagreement Responsibility(Deed a, Deed b)
    {
        bool party = IsParty(a, b) || IsParty(b, a);
        return Make(
            DisagreementAbout.Responsibility, party ? DisagreementKind.InterestedParty : DisagreementKind.Conflict, a, b, a.DoerText!, b.DoerText!,
            $"{Whose(a)} names {a.DoerText}, {Whose(b)} names {b.DoerText}{(party ? "; one of the speakers is a party" : "")}.");
    }

    /// <summary>Whether whoever speaks in <paramref name="one"/> is the doer that <paramref name="other"/> names, or stands on the doer's side.</summary>
    private bool IsParty(Deed one, Deed other)
    {
        string? speaker = one.Speaker ?? one.Report.Claims.Source.Report.Outlet;
        int named = one.SpeakerWords.Count(other.Content.Contains);
        if (one.SpeakerWords.Count > 0 && (named >= Math.Min(2, one.SpeakerWords.Count) || one.SpeakerWords.Count(w => other.Doers.Contains(w) || one.Doers.Contains(w)) >= Math.Min(2, one.SpeakerWords.Count)))
            return true;
        return _parties.IsOneSide(speaker, other.DoerText) || one.IsDenied && _parties.IsOneSide(speaker, speaker) && _parties.IsOneSide(speaker, one.DoerText ?? speaker);
    }

    private Disagreement Make(DisagreementAbout about, DisagreementKind kind, Deed a, Deed b, string readingA, string readingB, string explanation) => DisagreementFinder.Make(
        about, kind, SubjectOf(a) ?? SubjectOf(b) ?? a.Report.Claims.Source.Report.Id,
        [.. new[] { (a, readingA), (b, readingB) }.Select(p => new Position(p.Item2, [p.Item1.Report.Claims.Source.Report.Id], null, [evidence.Add(p.Item1.Report.Claims.Source.Report, p.Item1.Evidence)]))],
        explanation);

    /// <summary>The event whose account stands in the deed's sentence.</summary>
    private string? SubjectOf(Deed deed)
    {
        _eventsOf ??= fused.Events.SelectMany(e => e.Accounts.Select(a => (a.Report, Event: e, a.Evidence))).ToLookup(a => a.Report, a => (a.Event, a.Evidence), StringComparer.Ordinal);
        _spans ??= fused.Evidence.GroupBy(e => e.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        TextSpan at = deed.Report.Claims.Source.Tokens[deed.Token].Span;
        return _eventsOf[deed.Report.Claims.Source.Report.Id]
            .Where(e => _spans.TryGetValue(e.Evidence, out Evidence? proof) && proof.Start <= at.Start && proof.End >= at.End)
            .Select(e => e.Event.Id).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private ILookup<string, (Event Event, string Evidence)>? _eventsOf;
    private Dictionary<string, Evidence>? _spans;

    private static string Whose(Deed one)
    {
        string outlet = one.Report.Claims.Source.Report.Outlet ?? "one report";
        return one.Speaker is string speaker ? $"{speaker} ({outlet})" : outlet;
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static (Deed, Deed) InOrder(Deed a, Deed b)
    {
        int days = a.Published is LocalDate x && b.Published is LocalDate y ? x.CompareTo(y) : 0;
        return days < 0 || days == 0 && a.ReportIndex <= b.ReportIndex ? (a, b) : (b, a);
    }

    private static bool NearInTime(Deed a, Deed b) =>
        a.Published is not LocalDate x || b.Published is not LocalDate y || Math.Abs(Period.DaysBetween(x, y)) <= NearDays;

    private static IEnumerable<string> KeysOf(Deed one) => one.Content.OrderByDescending(one.Names.Contains).ThenByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(MostKeys);

    // A deed meets others of its kind, or of a kind that ends in the same, over a word of its sentence.
    private static List<string> Keys(Deed one) => [.. KeysOf(one).SelectMany(w => DeedMatch.FamiliesOf(one.Kind).Select(f => f + "|" + w))];
}
