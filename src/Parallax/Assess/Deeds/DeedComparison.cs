using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>What two clauses of one deed tell differently, where they exclude each other.</summary>
/// <param name="About">What is at issue.</param>
/// <param name="IsParty">Whether one of the speakers takes part in it.</param>
/// <param name="OfA">What the first says.</param>
/// <param name="OfB">What the other says.</param>
internal sealed record DeedContrast(DisagreementAbout About, bool IsParty, string OfA, string OfB)
{
    /// <summary>Whether whoever denies it denies a part in it only.</summary>
    public bool IsBlame { get; init; }

    /// <summary>Whether the two say of one thing what only one of them can be: open, shut.</summary>
    public bool IsOpposite { get; init; }
}

/// <summary>Compares two clauses of one deed (docs/explanation/disagreements.md): one thing at issue, and all else in common.</summary>
internal sealed class DeedComparison(LanguageData data, FusedReports fused, ILookup<int, LocalDate> days, ILookup<int, Deed> byReport)
{
    private const double NearDegrees = 0.15;
    private const int OtherDays = 4;
    private const double LeastOverlap = 0.33;
    private const double StrongOverlap = 0.5;
    private const double LeastOccurrence = 2.9;
    private const double LeastBlame = 2.4;
    private const double LeastDay = 3.4;
    private const double StrongDay = 4.4;
    private const double LeastPlace = 2.9;
    private const double StrongPlace = 4.9;
    private const double LeastPerson = 2.9;
    private const double MuchShared = 6;
    private const int LeastArguments = 2;

    private readonly DeedWords _words = data.Made(d => new DeedWords(d));
    private readonly CountLexicon _lexicon = data.Made(d => new CountLexicon(d));
    private readonly CountParties _parties = new(data);
    private readonly Dictionary<string, Place> _places = fused.Places.SelectMany(p => p.Aliases.Select(a => (a.Text, Place: p))).GroupBy(p => Folding.Fold(p.Text), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Place, StringComparer.Ordinal);

    /// <summary>The difference; null where both can be true, or nothing ties them to one deed.</summary>
    /// <param name="a">The clause that appeared first.</param>
    /// <param name="b">The other.</param>
    /// <param name="shared">Points for what both name.</param>
    public DeedContrast? Of(Deed a, Deed b, double shared)
    {
        if (shared < LeastBlame || DeedMatch.Overlap(a, b) < LeastOverlap)
            return null;
        if (_words.AreOpposite(a.Kind, b.Kind))
            return !a.IsDenied && !b.IsDenied && shared >= LeastOccurrence && DeedMatch.SharesDay(a, b) && IsOneThing(a, b) ? new DeedContrast(DisagreementAbout.Occurrence, IsParty(a, b) || IsParty(b, a), WordsOf(a), WordsOf(b)) { IsOpposite = true } : null;
        if (a.IsDenied != b.IsDenied)
            return DeedMatch.SameDay(a, b) && shared >= LeastOccurrence && IsOneDeed(a, b) ? Occurrence(a, b) : null;
        if (a.IsDenied)
            return null;
        if (_words.Is("blamed", a.Kind) && DeedMatch.SameDay(a, b) && IsOtherDoer(a, b))
            return new DeedContrast(DisagreementAbout.Responsibility, IsParty(a, b) || IsParty(b, a), a.DoerText!, b.DoerText!);
        if (_words.Is("blamed", a.Kind) && string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) && DeedMatch.SameDay(a, b) && shared >= LeastOccurrence && OtherCause(a, b) is (string causeA, string causeB))
            return new DeedContrast(DisagreementAbout.Responsibility, IsParty(a, b) || IsParty(b, a), causeA, causeB);
        if (OtherPerson(a, b, shared) is (string one, string other))
            return new DeedContrast(DisagreementAbout.Actor, false, one, other);
        if (!string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) || !a.IsListed || !b.IsListed)
            return null;
        if (shared >= LeastDay && (!HappensAgain(a, b) || IsOneMatter(a, b, shared) || shared >= StrongDay && !_words.Is("daily", a.Kind) && (SharedArguments(a, b) >= LeastArguments || shared >= MuchShared && Concerns(a, b) && a.Names.Overlaps(b.Names))) && (MeetsArguments(a, b) || shared >= StrongDay && a.Names.Overlaps(b.Names))
            && DeedMatch.OtherDays(a, b, days, OtherDays) is (LocalDate x, LocalDate y))
        {
            return new DeedContrast(DisagreementAbout.Date, false, DeedDisagreements.Day(x), DeedDisagreements.Day(y));
        }
        if (shared + 1 >= LeastPlace + (_words.Is("generic", a.Kind) ? 1 : 0) && DeedMatch.SharesDay(a, b) && (Concerns(a, b) || a.Persons.Overlaps(b.Persons)) && OtherPlaces(a, b, shared) is (string p, string q))
            return new DeedContrast(DisagreementAbout.Place, false, p, q);
        return null;
    }

    /// <summary>What happens every day of a conflict is another deed on another day and in another town, unless a person is named.</summary>
    private bool HappensAgain(Deed a, Deed b) => _words.Is("frequent", a.Kind) && !a.Persons.Overlaps(b.Persons);

    /// <summary>Two short reports that have nothing else to tell than this deed, of one thing or person in one named place.</summary>
    private bool IsOneMatter(Deed a, Deed b, double shared) => (!_words.Is("daily", a.Kind) || a.Kind is "shoot" or "kill")
        && ReportPairs.FocusOf(a, b) > 1 && shared >= MuchShared && Concerns(a, b) && a.Names.Overlaps(b.Names);

    /// <summary>The words of the clause: "remained closed", "reopened".</summary>
    private static string WordsOf(Deed one) => one.Report.Claims.Source.Tokens[one.Token].Text;

    /// <summary>
    /// Whether two clauses that exclude each other speak of one thing: it stands in a place of both, and neither report tells a change from the one
    /// state to the other.
    /// </summary>
    private bool IsOneThing(Deed a, Deed b)
    {
        if (SharedArguments(a, b) == 0 || a.Names.Count > 0 && b.Names.Count > 0 && !a.Names.Overlaps(b.Names))
            return false;
        return !byReport[a.ReportIndex].Any(d => !d.IsDenied && string.Equals(d.Kind, b.Kind, StringComparison.Ordinal)) && !byReport[b.ReportIndex].Any(d => !d.IsDenied && string.Equals(d.Kind, a.Kind, StringComparison.Ordinal));
    }

    /// <summary>How many words that are not said of anybody stand in a place of both clauses.</summary>
    private int SharedArguments(Deed a, Deed b) =>
        a.Doers.Union(a.Objects, StringComparer.Ordinal).Count(w => !_words.Is("anybody", w) && (b.Doers.Contains(w) || b.Objects.Contains(w)));

    /// <summary>Whether both tell of the same people or things by a word that is not said of anybody.</summary>
    private bool Concerns(Deed a, Deed b) => SharedArguments(a, b) > 0;

    /// <summary>Whether whoever did it, or whom it befell, has a word in common, however the sentence turns it.</summary>
    private static bool MeetsArguments(Deed a, Deed b)
    {
        HashSet<string> ofA = [.. a.Doers, .. a.Objects];
        return ofA.Overlaps(b.Doers) || ofA.Overlaps(b.Objects) || a.Doers.Count == 0 && a.Objects.Count == 0 || b.Doers.Count == 0 && b.Objects.Count == 0;
    }

    /// <summary>Whether denial and claim are of one deed: nobody differs in his place, and somebody stands in the same place of both, or one day does where none is named.</summary>
    private bool IsOneDeed(Deed a, Deed b)
    {
        // Who took the post and who lost it are two, and the post is one.
        bool twoSides = !string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) && a.Kind is "lose" or "seize-place" && b.Kind is "lose" or "seize-place";
        bool hisOwn = a.IsDenied && a.IsOfSpeaker || b.IsDenied && b.IsOfSpeaker;
        if (!twoSides && !hisOwn && Differ(a.Doers, a, b.Doers, b) || Differ(a.Objects, a, b.Objects, b))
            return false;
        bool day = DeedMatch.SharesDay(a, b);
        if (SharesArgument(a.Doers, b.Doers) && SharesArgument(a.Objects, b.Objects))
            return true;
        if (SharedArguments(a, b) >= LeastArguments && a.Names.Overlaps(b.Names))
            return true;
        return day && (SharesArgument(a.Doers, b.Doers) || SharesArgument(a.Objects, b.Objects) || a.Doers.Count + a.Objects.Count == 0 || b.Doers.Count + b.Objects.Count == 0 || DeedMatch.Overlap(a, b) >= StrongOverlap);
    }

    private bool SharesArgument(IReadOnlySet<string> a, IReadOnlySet<string> b) => a.Any(w => b.Contains(w) && !_words.Is("anybody", w));

    /// <summary>Whether both name somebody else: neither's words stand anywhere in the other's sentence.</summary>
    private static bool Differ(IReadOnlySet<string> one, Deed ofOne, IReadOnlySet<string> other, Deed ofOther) =>
        one.Count > 0 && other.Count > 0 && !one.Overlaps(ofOther.Content) && !one.Overlaps(ofOther.SpeakerWords) && !other.Overlaps(ofOne.Content) && !other.Overlaps(ofOne.SpeakerWords);

    private bool IsOtherDoer(Deed a, Deed b)
    {
        // "Police" and "officers" are one body until a name tells them apart.
        if (_lexicon.PartOf(string.Join(' ', a.Doers)) is string part && part is "police" or "military" or "militant" && string.Equals(_lexicon.PartOf(string.Join(' ', b.Doers)), part, StringComparison.Ordinal) && a.Doers.Count + b.Doers.Count <= 3)
            return false;
        // "By a gunman, not by police" names the other's doer and rules it out.
        bool ruledOut = a.Doers.Count > 0 && b.Doers.Count > 0 && !a.Doers.Overlaps(b.Doers) && DeedMatch.SharesDay(a, b) && (a.RulesOut.Overlaps(b.Doers) || b.RulesOut.Overlaps(a.Doers));
        if (ruledOut)
            return true;
        // "Twin attacks", "the shells": what struck is nobody who did it.
        if (a.DoerHead is string one && _words.Is("thing", one) || b.DoerHead is string other && _words.Is("thing", other))
            return false;
        HashSet<string> x = [.. a.Doers.Where(w => !_words.Is("nameless", w))];
        HashSet<string> y = [.. b.Doers.Where(w => !_words.Is("nameless", w))];
        if (x.Count == 0 || y.Count == 0 || x.Overlaps(y) || a.Objects.Overlaps(y) && a.Objects.IsSubsetOf(y))
            return false;
        // Another description of one doer: its name stands in the other's sentence.
        if (x.Any(w => a.Names.Contains(w) && b.Content.Contains(w)) || y.Any(w => b.Names.Contains(w) && a.Content.Contains(w)))
            return false;
        bool sameVictim = a.Objects.Overlaps(b.Objects) || a.IsExclusive && b.IsExclusive && DeedMatch.SharesDay(a, b) && a.Content.Where(a.Names.Contains).Any(b.Names.Contains);
        bool firing = a.Kind is "shoot" && b.Kind is "shoot" && a.Objects.Count == 0 | b.Objects.Count == 0;
        return (sameVictim || firing) && DeedMatch.SharesDay(a, b) && (a.IsExclusive || b.IsExclusive || Rests(a, b));
    }

    /// <summary>Two causes of one thing: "a faulty boiler" and "a short circuit", of which neither report names the other's.</summary>
    private (string, string)? OtherCause(Deed a, Deed b)
    {
        HashSet<string> x = CausesOf(a);
        HashSet<string> y = CausesOf(b);
        x.ExceptWith(a.Objects);
        y.ExceptWith(b.Objects);
        // "Twin attacks killed four": what struck is told, not who or why.
        if (a.DoerHead is string strikesA && _words.Is("thing", strikesA) || b.DoerHead is string strikesB && _words.Is("thing", strikesB))
            return null;
        bool one = a.Objects.Overlaps(b.Objects) || a.Causes.Count > 0 && b.Causes.Count > 0 || a.Objects.Overlaps(b.Doers) || b.Objects.Overlaps(a.Doers);
        if (x.Count == 0 || y.Count == 0 || !one || x.Overlaps(b.Vocabulary.Words.Keys) || y.Overlaps(a.Vocabulary.Words.Keys))
            return null;
        return (TextOf(a, x), TextOf(b, y));
    }

    private HashSet<string> CausesOf(Deed one) => one.Causes.Count > 0 ? [.. one.Causes] : _words.Is("caused", one.Kind) ? [.. one.Doers] : [];

    private static string TextOf(Deed one, HashSet<string> cause)
    {
        AnnotatedReport source = one.Report.Claims.Source;
        Sentence sentence = source.Sentences.First(s => s.EndToken > one.Token);
        int first = -1, last = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!cause.Contains(CountLexicon.Key(source.Tokens[i])) || last >= 0 && i - last > 3)
                continue;
            first = first < 0 ? i : first;
            last = i;
        }
        return first < 0 ? one.DoerText ?? "" : TextSpan.FromBounds(source.Tokens[first].Span.Start, source.Tokens[last].Span.End).Of(source.Report.Text);
    }

    // Two deeds with two doers share a day easily; one and the same named or single thing is burnt only once.
    private static bool Rests(Deed a, Deed b) => a.Objects.Intersect(b.Objects, StringComparer.Ordinal).Any(w => a.Names.Contains(w) && b.Names.Contains(w)) || a.Objects.Intersect(b.Objects, StringComparer.Ordinal).Count() >= 2;

    /// <summary>Two persons in what only one can be or do: each report names its own, and never the other's.</summary>
    private (string, string)? OtherPerson(Deed a, Deed b, double shared)
    {
        if (!_words.Is("one-person", a.Kind) || !_words.Is("one-person", b.Kind) || shared < LeastPerson || !DeedMatch.SharesDay(a, b))
            return null;
        string[] x = [.. a.Persons.Where(p => !b.Vocabulary.Words.ContainsKey(p)).Order(StringComparer.Ordinal)];
        string[] y = [.. b.Persons.Where(p => !a.Vocabulary.Words.ContainsKey(p)).Order(StringComparer.Ordinal)];
        return x.Length == 1 && y.Length == 1 ? (a.PersonTexts[x[0]], b.PersonTexts[y[0]]) : null;
    }

    /// <summary>Two towns that are not one inside the other, each named by its own report only.</summary>
    private (string, string)? OtherPlaces(Deed a, Deed b, double shared)
    {
        if (a.Locations.Count != 1 || b.Locations.Count != 1 || HappensAgain(a, b) && !(ReportPairs.FocusOf(a, b) > 1 && Concerns(a, b) && a.Objects.Count + a.Doers.Count > 0) && (_words.Is("daily", a.Kind) || SharedArguments(a, b) < LeastArguments))
            return null;
        (string p, string q) = (a.Locations[0], b.Locations[0]);
        string foldedP = Folding.Fold(p), foldedQ = Folding.Fold(q);
        if (string.Equals(foldedP, foldedQ, StringComparison.Ordinal) || NamesPlace(b, foldedP) || NamesPlace(a, foldedQ))
            return null;
        Place? one = _places.GetValueOrDefault(foldedP), other = _places.GetValueOrDefault(foldedQ);
        // A village that no gazetteer has may lie in the town that it has; only much else in common makes them two.
        bool oneUnknown = (one is null) != (other is null);
        if (oneUnknown && (!IsTown((one ?? other)!) || shared < StrongPlace && SharedArguments(a, b) < LeastArguments) || !oneUnknown && one is not null && (!IsTown(one) || !IsTown(other!) || Near(one, other!) && !a.IsExclusive && !b.IsExclusive))
            return null;
        return (p, q);
    }

    private static bool IsTown(Place place) => place.Precision is PlacePrecision.Town or PlacePrecision.Exact;

    private static bool Near(Place a, Place b) => Math.Abs(a.Lat - b.Lat) < NearDegrees && Math.Abs(a.Lon - b.Lon) < NearDegrees;

    // A place that is only denied ("not in Odzun") is no place of the report's own.
    private static bool NamesPlace(Deed deed, string place) => deed.Spread.ContainsKey(place) && !deed.IsExclusive;

    private DeedContrast Occurrence(Deed a, Deed b)
    {
        Deed denial = a.IsDenied ? a : b;
        Deed claim = a.IsDenied ? b : a;
        // Who denies any part in it does not deny that it happened.
        bool blame = _words.Is("blamed", denial.Kind) && DeniesPart(denial) && claim.Content.Overlaps(denial.SpeakerWords);
        return new DeedContrast(blame ? DisagreementAbout.Responsibility : DisagreementAbout.Occurrence, IsParty(denial, claim), Reading(a), Reading(b)) { IsBlame = blame };
    }

    private static string Reading(Deed one) => one.IsDenied ? "did not happen" : "happened";

    private static bool DeniesPart(Deed denial)
    {
        string[] words = [.. ClusterWords.Split(denial.Evidence.Of(denial.Report.Claims.Source.Report.Text))];
        return words.Any(w => w is "denied" or "denies" or "deny") && words.Any(w => w is "part" or "role" or "involvement" or "responsibility" or "involved" or "hand") || words.Contains("nothing") && words.Contains("do");
    }

    /// <summary>Whether whoever speaks in <paramref name="one"/> is the doer that <paramref name="other"/> names, or stands on the doer's side.</summary>
    private bool IsParty(Deed one, Deed other)
    {
        if (one.IsDenied && one.IsOfSpeaker && one.Speaker is not null)
            return true;
        // One side of a fight on what the other did or failed to do.
        if (one.IsDenied && _parties.AreSides(one.Speaker, other.DoerText))
            return true;
        string? speaker = one.Speaker ?? one.Report.Claims.Source.Report.Outlet;
        int named = one.SpeakerWords.Count(other.Content.Contains);
        if (one.SpeakerWords.Count > 0 && (named >= Math.Min(2, one.SpeakerWords.Count) || one.SpeakerWords.Count(w => other.Doers.Contains(w) || one.Doers.Contains(w)) >= Math.Min(2, one.SpeakerWords.Count)))
            return true;
        return _parties.IsOneBody(speaker, other.DoerText) || one.IsDenied && _parties.IsOneBody(speaker, one.DoerText) || _parties.IsOneSide(speaker, other.DoerText) || one.IsDenied && _parties.IsOneSide(speaker, one.DoerText);
    }
}
