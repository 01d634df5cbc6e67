using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Whether two claims tell of one event. Constraints come first: what excludes each other is never joined, whatever speaks for it. The
/// scores are points on one scale, set as a whole; the tests of merging must be run again when one moves.
/// </summary>
internal sealed class EventMatch(ClusterContext context)
{
    /// <summary>What two claims need to be one event.</summary>
    public const int Threshold = 50;

    private const int CopiedScore = 200;
    private const int OneNews = 110;
    private const int Likely = 6;
    private const double SurelyOne = 0.5;
    private const int SameWordInReport = 25;
    private const int UndatedPenalty = 15;
    private const int SameMatter = 18;
    private const int SameSeason = 25;

    // A village or a street that no gazetteer knows still tells which attack is meant.
    private const int SharedName = 26;
    private const int FurtherName = 8;
    private const int MostNames = 2;

    // "Gunmen attacked … Dozens were injured.": who is counted right after a deed was hurt in it.
    private const int TollOfDeed = 25;
    private static readonly HashSet<string> Deaths = new(["kill", "shoot", "shoot dead"], StringComparer.Ordinal);
    private const int OfScene = 15;

    // A town and the district or province of its name.
    private const int OneName = 20;
    public const int TollReach = 4;
    private const int NearToll = 2;

    // Days; what runs longer is told as a sum, a war or a season.
    private const int LongestDeed = 45;

    /// <summary>A lead this small over an event elsewhere or on another day is no choice.</summary>
    public const int ClearLead = 15;

    /// <summary>Whether nothing excludes that <paramref name="a"/> and <paramref name="b"/> are one event.</summary>
    public bool Allowed(EventUnit a, EventUnit b)
    {
        bool isNews = MayBeOneNews(a, b);
        if (!(isNews || EventKinds.Compatible(a.Type, b.Type)) || a.IsBackground != b.IsBackground)
            return false;
        if (a.Window is EdtfDate x && b.Window is EdtfDate y && !x.Overlaps(y))
            return false;
        if (!a.IsVerbal && IsSpell(a) != IsSpell(b) && (IsSpell(a) ? b : a).When is not null)
            return false;
        if (!WeekdaysAgree(a, b) || !context.PlacesCompatible(a, b))
            return false;
        if (IsPlan(a) != IsPlan(b) && !(a.When is { Precision: DatePrecision.Day } planned && planned == b.When))
            return false;
        if (!a.IsVerbal && !isNews && !a.Modes.All(m => b.Modes.All(n => EventKinds.ModesCompatible(m, n))))
            return false;
        // "Nobody was hurt" and "it was no swap" deny a part of what happened, not that it did.
        if ((a.Status == ClaimStatus.Denied) != (b.Status == ClaimStatus.Denied) && !DeniesThat(a, b))
            return false;
        // The attacker who is shot in the end: his deed and his death are two.
        if (!EndAllows(a, b) || StrikesBack(a, b) || StrikesBack(b, a))
            return false;
        // A nameless governor is another actor in each copy of one text.
        return isNews || IsCopied(a, b) || (a.IsVerbal ? SpeakersAllow(a, b) : PartiesAllow(a, b));
    }

    /// <summary>Whether both are what their reports open with, and these tell one story of the same days: its one occurrence is described in many ways.</summary>
    private bool MayBeOneNews(EventUnit a, EventUnit b) =>
        a.IsOpening && b.IsOpening && a.Accounts[0].ReportIndex != b.Accounts[0].ReportIndex && EventKinds.Family(a.Type) == EventKinds.Family(b.Type)
        // In a crisis of many days each has its own attack.
        && (TellOneTime(a, b) || ArePublishedTogether(a, b))
        && HasOneDoer(a, b) && (a.Status == b.Status || MatterScore(a, b) >= SameMatter) && KnowsPlaceOf(a, b) && KnowsPlaceOf(b, a)
        && StoryScore(a, b) >= StoryFinder.OneOccurrence;

    /// <summary>The same, and something in them says so beside the likeness of the reports.</summary>
    private bool AreOneNews(EventUnit a, EventUnit b)
    {
        if (!MayBeOneNews(a, b))
            return false;
        if (a.Lemmas.Overlaps(b.Lemmas) || a.Figures.Overlaps(b.Figures) || ContentScore(a, b) >= Likely)
            return true;
        return TellOneTime(a, b) && (a.IsToll || b.IsToll || SameTown(a, b) || (a.Type == b.Type && (SaysNoPlace(a) || SaysNoPlace(b))) || StoryScore(a, b) >= SurelyOne);
    }

    private double StoryScore(EventUnit a, EventUnit b) => context.Stories.Score(a.Accounts[0].ReportIndex, b.Accounts[0].ReportIndex);

    private static bool TellOneTime(EventUnit a, EventUnit b) =>
        a.When is { Precision: DatePrecision.Day or DatePrecision.Interval } x && b.When is { Precision: DatePrecision.Day or DatePrecision.Interval } y && x.Overlaps(y);

    // An attack and the answer to it: others do it, to others.
    private bool HasOneDoer(EventUnit a, EventUnit b) =>
        a.Initiators.Count == 0 || b.Initiators.Count == 0 || context.Affinity(a.Initiators, b.Initiators) >= ActorAffinity.Compatible
        || (a.Targets.Count > 0 && b.Targets.Count > 0 && context.Affinity(a.Targets, b.Targets) >= ActorAffinity.Compatible && context.Affinity(a.Initiators, b.Targets) < ActorAffinity.Close && context.Affinity(a.Targets, b.Initiators) < ActorAffinity.Close);

    // Two attacks of one day: the town or village of the one is not named in the report of the other at all.
    private bool KnowsPlaceOf(EventUnit one, EventUnit other)
    {
        ReportInFusion report = other.Accounts[0].Report;
        bool isFar = context.IsTown(one.Place) && other.Place != one.Place && !report.PlaceIds.Any(id => id == one.Place || context.HaveOneName(id, one.Place));
        return (!isFar && one.Unlisted.Count == 0) || (one.Unlisted.Count > 0 && context.Stories.Names(other.Accounts[0].ReportIndex, one.Unlisted.SelectMany(ClusterWords.Split)));
    }

    private static bool SaysNoPlace(EventUnit unit) => unit.Place is null && unit.Unlisted.Count == 0 && unit.Participants.Any();

    private bool SameTown(EventUnit a, EventUnit b) => a.Place is not null && string.Equals(a.Place, b.Place, StringComparison.Ordinal) && context.IsTown(a.Place);

    private static bool ArePublishedTogether(EventUnit a, EventUnit b) =>
        ClusterContext.PublishedDay(a.Accounts[0].Report) is not NodaTime.LocalDate x || ClusterContext.PublishedDay(b.Accounts[0].Report) is not NodaTime.LocalDate y || Math.Abs(NodaTime.Period.DaysBetween(x, y)) <= 1;

    /// <summary>Whether both stand in the very same sentence, of two reports, with the same trigger.</summary>
    private static bool IsCopied(EventUnit a, EventUnit b) =>
        a.Accounts[0].ReportIndex != b.Accounts[0].ReportIndex && a.Sentences.Overlaps(b.Sentences) && a.Lemmas.Overlaps(b.Lemmas);

    /// <summary>How well they match, in points; 0 where nothing anchors them to each other.</summary>
    public int Score(EventUnit a, EventUnit b)
    {
        bool oneReport = a.Accounts[0].ReportIndex == b.Accounts[0].ReportIndex;
        if (IsCopied(a, b))
            return CopiedScore;
        if (AreOneNews(a, b))
            return OneNews + (ContentScore(a, b) / 3);
        bool sameDay = SameDay(a, b);
        // Within one report the day carried on from before is that of every claim, and tells none from another.
        bool carried = oneReport && (a.Basis == EventTimeBasis.Scene || b.Basis == EventTimeBasis.Scene);
        bool nearTime = !carried && a.When is EdtfDate x && b.When is EdtfDate y && x.Overlaps(y);
        bool sameWeekday = !sameDay && !nearTime && !carried && WeekdayOf(a) is { } weekday && weekday == WeekdayOf(b);
        bool sameTown = SameTown(a, b);
        bool sameFigure = a.Figures.Overlaps(b.Figures);
        int content = ContentScore(a, b);
        int names = Math.Min(MostNames, a.Names.Count(b.Names.Contains));
        // A denial or an allegation answers another account only where both speak of the same thing: tear gas is not rubber bullets.
        if (a.Status != b.Status && (IsDoubted(a) || IsDoubted(b)) && MatterScore(a, b) < SameMatter)
            return 0;
        // "Seven people were killed", "the army killed three rebels": a toll of people is not that of a force's enemies.
        if (!sameFigure && !a.Sentences.Overlaps(b.Sentences) && (IsOfEnemies(a, b) || IsOfEnemies(b, a)))
            return 0;
        bool anchored = sameDay || sameWeekday || nearTime || sameFigure || oneReport || content >= 15 || names > 0 || sameTown && a.Lemmas.Overlaps(b.Lemmas);
        // Crowds gather day after day: without a day, only a number or the town tells which time is meant.
        bool oneUndated = WeekdayOf(a) is null != WeekdayOf(b) is null;
        bool seasonal = a.Type == EventType.Election || (a.Modes.Contains("boycott", StringComparer.Ordinal) && b.Modes.Contains("boycott", StringComparer.Ordinal));
        if (!anchored || a.Type == EventType.Protest && oneUndated && !seasonal && !oneReport && !sameFigure && !sameTown)
            return 0;
        int score = a.IsVerbal ? Speakers(a, b) : Parties(a, b);
        score += sameDay ? 25 : sameWeekday ? 18 : nearTime ? 12 : 0;
        // A place elects once in a season.
        score += a.Type == EventType.Election ? nearTime || sameDay ? 30 : a.When is null || b.When is null ? SameSeason : 0 : 0;
        score += sameTown ? 25 : a.Place is null || b.Place is null ? SceneScore(a, b, oneReport) : context.HaveOneName(a.Place, b.Place) ? OneName : string.Equals(a.Place, b.Place, StringComparison.Ordinal) ? 8 : 5;
        score += sameFigure ? 25 : 0;
        score += a.Lemmas.Overlaps(b.Lemmas) ? 15 : 0;
        score += a.Modes.Count > 0 && a.Modes.Any(m => b.Modes.Contains(m, StringComparer.Ordinal)) ? 8 : 0;
        score += content + (names == 0 ? 0 : SharedName + ((names - 1) * FurtherName));
        // A report without a date may tell of any day; it needs more than likeness to join a day's event.
        score -= !oneReport && !seasonal && (a.Window is null) != (b.Window is null) && WeekdayOf(a) is null != WeekdayOf(b) is null ? UndatedPenalty : 0;
        if (oneReport)
        {
            score += SentencesBetween(a, b) <= 1 ? 10 : 5;
            score += (a.Type == EventType.Casualties) != (b.Type == EventType.Casualties) && SentencesBetween(a, b) is int apart && apart <= TollReach && (apart <= NearToll || IsVouched(a) == IsVouched(b)) ? TollOfDeed : 0;
            // "The clashes" of the lead are those that the body dates.
            score += !a.IsVerbal && (a.When is null) != (b.When is null) && a.Lemmas.Overlaps(b.Lemmas) ? SameWordInReport : 0;
        }
        return score;
    }

    // "Dozens were injured", in a report that stands in the town of the attack.
    private int SceneScore(EventUnit a, EventUnit b, bool oneReport) =>
        oneReport && (a.Place ?? a.Scene) is string place && string.Equals(place, b.Place ?? b.Scene, StringComparison.Ordinal) && a.Place != b.Place && context.IsTown(place) ? OfScene : 0;

    // A denial of what is told as a fact has its words, and both are of the same people where both name some; an allegation is answered in other words.
    private bool DeniesThat(EventUnit a, EventUnit b)
    {
        if (a.Status != ClaimStatus.Alleged && b.Status != ClaimStatus.Alleged && !a.Lemmas.Overlaps(b.Lemmas))
            return false;
        return a.Targets.Count == 0 || b.Targets.Count == 0 || a.Targets.Any(x => b.Participants.Any(y => IsAlike(x, y)));
    }

    private bool IsAlike(string a, string b) =>
        context.Actor(a) is ClusterActor x && context.Actor(b) is ClusterActor y ? x.AffinityTo(y) >= ActorAffinity.Compatible && string.Equals(x.Class, y.Class, StringComparison.Ordinal) : string.Equals(a, b, StringComparison.Ordinal);

    // What is done to the attackers joins only what is done to them, or by the same force.
    private bool EndAllows(EventUnit a, EventUnit b)
    {
        if (a.IsEnd == b.IsEnd)
            return true;
        EventUnit end = a.IsEnd ? a : b, other = a.IsEnd ? b : a;
        return end.Targets.Intersect(other.Targets, StringComparer.Ordinal).Any()
            || (other.Initiators.Count > 0 && other.Initiators.All(IsForce) && (end.Initiators.Count == 0 || context.Affinity(end.Initiators, other.Initiators) >= ActorAffinity.Compatible));
    }

    private bool IsOfEnemies(EventUnit toll, EventUnit deed) =>
        toll.Type == EventType.Casualties && toll.Targets.Count > 0 && toll.Targets.All(t => context.Actor(t) is { IsNamed: false, Class: ClusterClasses.People or "civilian" })
        && deed.Initiators.Count > 0 && deed.Initiators.All(IsForce) && deed.Targets.Count > 0 && deed.Targets.All(t => context.Actor(t) is { Class: "militant" });

    private bool IsForce(string id) => context.Actor(id) is { Class: "police" or "military" };

    // "Rebels killed soldiers", "the army killed rebels": whom the one strikes strikes in the other.
    private static bool StrikesBack(EventUnit attack, EventUnit end) =>
        EventKinds.IsViolent(attack.Type) && EventKinds.IsViolent(end.Type)
        && attack.Initiators.Intersect(end.Targets, StringComparer.Ordinal).Any() && !end.Initiators.Intersect(attack.Targets, StringComparer.Ordinal).Any()
        && end.Lemmas.Overlaps(Deaths) && !attack.Initiators.Intersect(end.Initiators, StringComparer.Ordinal).Any();

    // What only a speaker says must not become a fact by a number further off.
    private static bool IsVouched(EventUnit unit) => unit.Accounts.Any(a => !ClusterContext.IsAttributed(a.Claim));

    private static bool SameDay(EventUnit a, EventUnit b) =>
        a.When is { Precision: DatePrecision.Day } day && day == b.When && a.Basis != EventTimeBasis.Scene && b.Basis != EventTimeBasis.Scene;

    // "On Monday" in a report without a date: which Monday is not known, but that it was no Tuesday is.
    private static bool WeekdaysAgree(EventUnit a, EventUnit b) =>
        (a.Weekday is null && b.Weekday is null) || WeekdayOf(a) is not { } x || WeekdayOf(b) is not { } y || x == y;

    private static NodaTime.IsoDayOfWeek? WeekdayOf(EventUnit unit) =>
        unit.When is { Precision: DatePrecision.Day } day ? day.Start.DayOfWeek : unit.Weekday;

    // "5,000 have died since 2019": a tally of many deeds is none of them.
    private static bool IsSpell(EventUnit unit) => unit.When is EdtfDate when && NodaTime.Period.DaysBetween(when.Start, when.End) > LongestDeed;

    private static bool IsDoubted(EventUnit unit) => unit.Status is ClaimStatus.Denied or ClaimStatus.Alleged;

    private static bool IsPlan(EventUnit unit) => unit.Status is ClaimStatus.Planned or ClaimStatus.Hypothetical;

    private bool SpeakersAllow(EventUnit a, EventUnit b)
    {
        if (a.Type is EventType.Consult or EventType.Agree)
        {
            // A meeting has no first party: everybody named by the account that names fewer must be at the other.
            string[] fewer = [.. a.Participants.Distinct(StringComparer.Ordinal)];
            string[] more = [.. b.Participants.Distinct(StringComparer.Ordinal)];
            if (fewer.Length > more.Length)
                (fewer, more) = (more, fewer);
            // A governor and a gunman who went to one town on one day made two journeys.
            if (a.Modes.Contains("visit", StringComparer.Ordinal) && b.Modes.Contains("visit", StringComparer.Ordinal) && a.Initiators.Count > 0 && b.Initiators.Count > 0 && context.Affinity(a.Initiators, b.Initiators) < ActorAffinity.Close)
                return false;
            // Leaders meet many leaders on one day: a plan is that meeting only where somebody by name is at both.
            if (IsPlan(a) != IsPlan(b) && !fewer.Any(id => context.Actor(id) is { IsNamed: true } && more.Contains(id, StringComparer.Ordinal)))
                return false;
            return fewer.Length > 0 && fewer.All(id => context.Affinity([id], more) >= ActorAffinity.Compatible);
        }
        return context.Affinity(a.Initiators, b.Initiators) >= ActorAffinity.Close
            && (a.Targets.Count == 0 || b.Targets.Count == 0 || context.Affinity(a.Targets, b.Targets) >= ActorAffinity.Compatible);
    }

    private bool PartiesAllow(EventUnit a, EventUnit b)
    {
        if (EventKinds.IsViolent(a.Type) || EventKinds.IsViolent(b.Type))
        {
            string[] left = [.. a.Participants];
            string[] right = [.. b.Participants];
            // "Gunmen attacked" and "the attack on villagers": an account of one side says nothing against one of the other.
            bool otherSides = TellOtherSides(a, b) && (SameDay(a, b) || a.Names.Overlaps(b.Names));
            return left.Length == 0 || right.Length == 0 || otherSides || context.Affinity(left, right) >= ActorAffinity.Loose;
        }
        // Of an election one account names the voters, another the winners.
        if (a.Type == EventType.Election)
            return true;
        return context.Affinity(a.Initiators, b.Initiators) > ActorAffinity.Conflict || a.Initiators.Count == 0 || b.Initiators.Count == 0;
    }

    private static bool TellOtherSides(EventUnit a, EventUnit b) => (a.Initiators.Count == 0 || b.Initiators.Count == 0) && (a.Targets.Count == 0 || b.Targets.Count == 0);

    private int Speakers(EventUnit a, EventUnit b)
    {
        int score = a.Type is EventType.Consult or EventType.Agree
            ? Points(context.Affinity([.. a.Participants], [.. b.Participants]))
            : Points(context.Affinity(a.Initiators, b.Initiators));
        return score + (a.Targets.Count == 0 || b.Targets.Count == 0 ? 0 : Points(context.Affinity(a.Targets, b.Targets)));
    }

    private int Parties(EventUnit a, EventUnit b)
    {
        if (a.Type == EventType.Casualties || b.Type == EventType.Casualties)
        {
            // The dead and injured were on one side of it; which one, the account of the clash need not say.
            ActorAffinity affinity = context.Affinity([.. a.Participants], [.. b.Participants]);
            return affinity == ActorAffinity.Conflict && TellOtherSides(a, b) ? 0 : Points(affinity);
        }
        if (a.Type == EventType.Election)
            return Math.Max(0, Points(context.Affinity([.. a.Participants], [.. b.Participants])));
        int straight = Side(a.Initiators, b.Initiators) + Side(a.Targets, b.Targets);
        if (!EventKinds.IsViolent(a.Type))
            return straight;
        int crossed = Side(a.Initiators, b.Targets) + Side(a.Targets, b.Initiators);
        return Math.Max(straight, crossed);
    }

    private int Side(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count == 0 || b.Count == 0 ? 0 : Points(context.Affinity(a, b));

    private static int Points(ActorAffinity affinity) => affinity switch
    {
        ActorAffinity.Same => 30,
        ActorAffinity.Close => 25,
        ActorAffinity.Compatible => 18,
        ActorAffinity.Loose => 5,
        ActorAffinity.Unknown => 0,
        _ => -25,
    };

    /// <summary>
    /// Up to 30 points for shared words. Words are not weighed by how often the other reports have them: a match must not change because a
    /// report that has nothing to do with it was added.
    /// </summary>
    private static int ContentScore(EventUnit a, EventUnit b)
    {
        (IReadOnlySet<string> few, IReadOnlySet<string> many) = a.Content.Count <= b.Content.Count ? (a.Content, b.Content) : (b.Content, a.Content);
        return few.Count < 3 ? 0 : 30 * few.Count(many.Contains) / few.Count;
    }

    /// <summary>The same without the words for the deed: what is fired, not that something is.</summary>
    private static int MatterScore(EventUnit a, EventUnit b)
    {
        string[] left = [.. a.Content.Except(a.Lemmas).Except(b.Lemmas)];
        HashSet<string> right = [.. b.Content.Except(a.Lemmas).Except(b.Lemmas)];
        int fewer = Math.Min(left.Length, right.Count);
        return a.Content.Count < 3 || b.Content.Count < 3 || fewer == 0 ? ContentScore(a, b) : 30 * left.Count(right.Contains) / fewer;
    }

    private static int SentencesBetween(EventUnit a, EventUnit b) =>
        a.Accounts.Min(x => b.Accounts.Min(y => Math.Abs(x.Claim.Sentence - y.Claim.Sentence)));
}
