using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Assess;

/// <summary>How two acts stand to each other.</summary>
internal enum ActMatch
{
    /// <summary>One and the same.</summary>
    Same,

    /// <summary>At least one is not known.</summary>
    Open,

    /// <summary>Two that a hasty reader takes for one: arrested and charged.</summary>
    Confusable,

    /// <summary>Two that nobody takes for one: killed and arrested.</summary>
    Apart,
}

/// <summary>Whether two reports' counts look like two answers to one question. Points on one scale, set as a whole.</summary>
internal static class CountMatch
{
    /// <summary>What two counts need.</summary>
    public const int Threshold = 52;

    private const int LeastTopic = 11;
    private const int DetailedTopic = 20;
    private const int DifferentNounTopic = 16;
    private const int MostTopic = 60;
    private const int SameDay = 4;
    private const decimal MostRatio = 100m;
    private const decimal MostOpenRatio = 15m;

    private static readonly HashSet<string> s_light = new(["have", "be", "do", "say", "get", "make", "take", "see", "give", "put", "go", "come", "tell", "include", "speak"], StringComparer.Ordinal);

    // Offices and bodies that every side and every town has.
    private static readonly HashSet<string> s_persons = new(["spokesman", "spokeswoman", "spokesperson", "official", "commander", "chief", "head", "officer", "leader", "member", "source", "director", "deputy", "statement", "representative", "adviser", "aide"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_bodies = new(["ministry", "minister", "hospital", "office", "agency", "department", "union", "service", "committee", "council", "authority", "group", "commission", "association", "court", "university", "centre", "center", "general", "local", "regional", "provincial", "national", "state", "governor", "mayor", "president", "doctor"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_regions = new(["province", "provincial", "region", "regional", "district", "county", "country", "national", "nation", "state", "coast", "valley", "island", "islands"], StringComparer.Ordinal);

    // Whom somebody registered after this befell them.
    private static readonly HashSet<string> s_registered = new(["surrendered", "dead", "hurt"], StringComparer.Ordinal);

    private static readonly HashSet<(string, string)> s_confusable =
    [
        ("casualty", "dead"), ("casualty", "hurt"), ("hurt", "treated"), ("hospital", "hurt"), ("hospital", "treated"), ("hospital", "ill"), ("ill", "treated"),
        ("charged", "held"), ("freed", "taken"), ("freed", "held"), ("fled", "homeless"), ("fled", "registered"), ("fled", "ordered"), ("homeless", "ordered"),
        ("dismissed", "suspended"), ("paid", "pledged"), ("confirmed", "suspected"), ("cleared", "found"), ("destroyed", "found"), ("damaged", "destroyed"),
        ("deployed", "pledged"), ("ill", "suspected"), ("confirmed", "ill"), ("dead", "suspected"), ("aboard", "rescued"),
        ("rescued", "trapped"), ("fled", "hospital"), ("fled", "hurt"), ("deployed", "registered"), ("dismissed", "questioned"), ("questioned", "suspended"), ("charged", "suspended"), ("held", "suspended"), ("delivered", "registered"),
        ("held", "suspected"), ("charged", "suspected"), ("freed", "registered"), ("deported", "freed"), ("paid", "registered"), ("damaged", "homeless"), ("homeless", "registered"),
        ("fired", "launched"), ("fired", "intercepted"), ("intercepted", "launched"), ("destroyed", "launched"), ("cancelled", "delayed"), ("affected", "fled"), ("affected", "homeless"), ("affected", "damaged"), ("affected", "destroyed"),
        ("held", "questioned"), ("charged", "questioned"), ("delivered", "pledged"), ("confirmed", "tested"), ("ill", "tested"), ("deported", "held"), ("cast", "registered"), ("fled", "trapped"),
    ];

    /// <summary>How well they match; 0 where they do not look like one question.</summary>
    public static int Score(Count a, Count b)
    {
        if (a.Quantity.Kind != b.Quantity.Kind || !string.Equals(a.Quantity.Unit, b.Quantity.Unit, StringComparison.Ordinal))
            return 0;
        // Names on both sides and none in common: two places, two matters.
        // Who went to the polls is no share of what they chose.
        if (a.Quantity.Kind == QuantityKind.Percent && a.Topic.Contains("turnout") != b.Topic.Contains("turnout") && IsTurnout(a) != IsTurnout(b))
            return 0;
        if (a.IsPlanned != b.IsPlanned || CountsBothSides(a) != CountsBothSides(b) || a.Names.Count > 0 && b.Names.Count > 0 && !a.Names.Overlaps(b.Names))
            return 0;
        ActMatch acts = Acts(a, b);
        if (acts == ActMatch.Apart || IsOtherOccasion(a, b) || (a.IsPart || b.IsPart) && acts != ActMatch.Confusable && !(a.IsPart && b.IsPart))
            return 0;
        // Everybody has an age.
        if (a.Quantity.Kind == QuantityKind.Age && a.NamesBeside.Count(b.NamesBeside.Contains) < Math.Clamp(Math.Min(a.NamesBeside.Count, b.NamesBeside.Count), 1, 2))
            return 0;
        // Two villages are as far away as they are.
        if (a.Quantity.Kind == QuantityKind.Distance && a.OwnNames.Count(b.OwnNames.Contains) < 2 && !(SameVerb(a, b) && a.Days.Overlaps(b.Days) && Topic(a, b) >= DetailedTopic) || AreElsewhere(a, b, acts))
            return 0;
        // A share says of what only by its words: without the same verb or day it is another share.
        if (a.Quantity.Kind == QuantityKind.Percent && !(SameVerb(a, b) && a.Days.Overlaps(b.Days)) && Topic(a, b) < DetailedTopic + SameDay)
            return 0;
        // "Two people on a square metre" beside 15,000 people on the square: nobody takes these for two answers.
        if (a.Value.RatioTo(b.Value) > (acts is ActMatch.Same or ActMatch.Confusable || SameVerb(a, b) ? MostRatio : MostOpenRatio) && a.Value.Least > 0 && b.Value.Least > 0)
            return 0;
        if (a.Days.Count > 0 && b.Days.Count > 0 && !a.Days.Overlaps(b.Days) && !OneVoice(a, b) && !IsRunning(a, b) && !IsRunning(b, a))
            return 0;
        if (a.Claim is not null && b.Claim is not null && a.Claim.Measure != b.Claim.Measure && a.Quantity.Kind != QuantityKind.Count)
            return 0;
        int topic = Topic(a, b);
        int noun = Nouns(a, b, acts, topic);
        if (noun == 0 || topic < LeastTopic)
            return 0;
        // What befell the one is not said of the other: only a matter shared in detail makes them one question.
        bool harmed = acts == ActMatch.Open && IsHarm(a.Act ?? b.Act) && !SameVerb(a, b);
        if ((harmed || a.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Area)) && topic < DetailedTopic)
            return 0;
        if (a.Quantity.Kind is QuantityKind.Duration or QuantityKind.Distance or QuantityKind.Money && !SameVerb(a, b) && topic < DetailedTopic + SameDay)
            return 0;
        int act = acts switch
        {
            ActMatch.Same => 20,
            ActMatch.Confusable => 10,
            _ => SameVerb(a, b) ? 20 : a.Act is null && b.Act is null && a.IsPeople && a.Verb is "have" or "be" != b.Verb is "have" or "be" ? 0 : 5,
        };
        return noun + act + topic;
    }

    /// <summary>
    /// Whether what befell people is put in two places, of which neither takes the other in: the three of one village are none of the thirty of another.
    /// </summary>
    private static bool AreElsewhere(Count a, Count b, ActMatch acts)
    {
        if (acts != ActMatch.Same || !IsHarm(a.Act) || a.Locations.Count == 0 || b.Locations.Count == 0)
            return false;
        Count large = a.Value.Stated >= b.Value.Stated ? a : b;
        if (large.Cues.Contains("wide") || large.Cues.Contains("span") || large.CuesAround.Contains("wide") || large.Topic.Any(s_regions.Contains))
            return false;
        return !a.Locations.Any(b.Spread.ContainsKey) && !b.Locations.Any(a.Spread.ContainsKey) && a.Days.Count + b.Days.Count == 0;
    }

    /// <summary>"Since Friday", "this week": the larger number of a longer time takes the other's day in.</summary>
    private static bool IsRunning(Count large, Count small) => large.Cues.Contains("span") && !small.Cues.Contains("span") && large.Value.Stated > small.Value.Stated;

    /// <summary>Crowds gather anew every day: a number of Friday's is none of Saturday's, whichever sentence named the day.</summary>
    private static bool IsOtherOccasion(Count a, Count b) =>
        (a.Act ?? b.Act) is "gathered" && DayOf(a) is LocalDate x && DayOf(b) is LocalDate y && x != y;

    private static LocalDate? DayOf(Count one) => one.Days.Count == 1 ? one.Days.First() : one.Days.Count == 0 ? one.StoryDay : null;

    private static bool IsTurnout(Count one) => one.Claim?.Measure == Measure.Turnout || one.Topic.Contains("turnout");

    /// <summary>Whether both stand under one verb that says something: everything has and is.</summary>
    public static bool SameVerb(Count a, Count b) =>
        a.Verb is not null && string.Equals(a.Verb, b.Verb, StringComparison.Ordinal) && !s_light.Contains(a.Verb);

    /// <summary>Whether one and the same gives both numbers. "A spokesman" may be anybody's, and two ministries are two.</summary>
    public static bool OneVoice(Count a, Count b)
    {
        string[] x = [.. a.SpeakerWords.Where(w => !s_persons.Contains(w))], y = [.. b.SpeakerWords.Where(w => !s_persons.Contains(w))];
        if (x.Length == 0 || y.Length == 0)
            return a.SpeakerWords.Count > 0 && a.SpeakerWords.SetEquals(b.SpeakerWords);
        return x.All(b.SpeakerWords.Contains) || y.All(a.SpeakerWords.Contains) || x.Any(w => !s_bodies.Contains(w) && b.SpeakerWords.Contains(w));
    }

    /// <summary>Whether an act is something that befalls people in an event.</summary>
    public static bool IsHarm(string? act) => act is "dead" or "hurt" or "casualty" or "missing" or "held" or "taken" or "rescued";

    /// <summary>How what becomes of them compares.</summary>
    public static ActMatch Acts(Count a, Count b)
    {
        if (a.Act is null || b.Act is null)
            return ActMatch.Open;
        if (string.Equals(a.Act, b.Act, StringComparison.Ordinal) || a.Act is "held" or "taken" && b.Act is "held" or "taken" || a.Act is "registered" && s_registered.Contains(b.Act) || b.Act is "registered" && s_registered.Contains(a.Act))
            return ActMatch.Same;
        return s_confusable.Contains(string.CompareOrdinal(a.Act, b.Act) < 0 ? (a.Act, b.Act) : (b.Act, a.Act)) ? ActMatch.Confusable : ActMatch.Apart;
    }

    /// <summary>Whether one counts households and the other people.</summary>
    public static bool MixesUnits(Count a, Count b) => IsHousehold(a) != IsHousehold(b) && a.Noun is not null && b.Noun is not null;

    private static bool CountsBothSides(Count one) => one.Claim is not null && one.Claim.Scope.Contains("both-sides", StringComparer.Ordinal);

    private static bool IsHousehold(Count one) => one.Noun is "family" or "household" or "home";

    /// <summary>Whether two nouns for people can mean the same ones: policemen are people, but no strikers.</summary>
    private static bool PartsMayMeet(Count a, Count b)
    {
        if (string.Equals(a.Part, b.Part, StringComparison.Ordinal))
            return true;
        bool openA = a.Part is null or "civilian" or "people";
        bool openB = b.Part is null or "civilian" or "people";
        // One side's militants are another's villagers.
        if (string.Equals(a.Act, b.Act, StringComparison.Ordinal) && a.Act is "dead" or "casualty" && (a.Part is "militant" && openB || b.Part is "militant" && openA))
            return true;
        return openA && openB || openA && CountReader.IsWhole(a.Noun) || openB && CountReader.IsWhole(b.Noun);
    }

    private static int Nouns(Count a, Count b, ActMatch acts, int topic)
    {
        if (a.Quantity.Kind != QuantityKind.Count)
            return 30;
        if (a.Noun is null && b.Noun is null)
            return acts == ActMatch.Same ? 25 : 0;
        if (a.Noun is null || b.Noun is null)
            return acts == ActMatch.Same ? 25 : acts == ActMatch.Confusable ? 12 : (a.Noun is null ? a : b) is { Act: null, Verb: "be" } ? 20 : 0;
        if (string.Equals(a.Noun, b.Noun, StringComparison.Ordinal))
            return a.IsPeople ? 35 : 40;
        if (a.Noun is "other" || b.Noun is "other")
            return 0;
        // "Seven lives", "31 people".
        if (acts == ActMatch.Same && CountReader.IsWhole(a.Noun) && CountReader.IsWhole(b.Noun))
            return 30;
        if (MixesUnits(a, b))
            return (a.IsPeople || b.IsPeople) && topic >= DifferentNounTopic && (acts == ActMatch.Same || !IsHarm(a.Act ?? b.Act)) ? 20 : 0;
        // Teachers and patients.
        if (a.Group is not null && b.Group is not null && !string.Equals(a.Group, b.Group, StringComparison.Ordinal) && !(a.Group is "man" or "woman") && !(b.Group is "man" or "woman"))
            return 0;
        // Other words for the counted, and nothing that both suffer: two crowds, unless the one only says less exactly what the other says.
        bool oneGroup = a.Group is not null && string.Equals(a.Group, b.Group, StringComparison.Ordinal);
        if (acts == ActMatch.Open && !SameVerb(a, b) && !oneGroup && !(topic >= DifferentNounTopic && a.Value.CompatibleWith(b.Value) && a.Value.IsExact != b.Value.IsExact))
            return 0;
        if (oneGroup)
            return 30;
        if (a.IsPeople && b.IsPeople)
            return PartsMayMeet(a, b) ? topic < DifferentNounTopic ? 0 : 22 : 0;
        if (string.Equals(a.Class, b.Class, StringComparison.Ordinal))
            return 22;
        return 0;
    }

    /// <summary>
    /// The words that both reports have where they give the number. A word that runs through a whole report says little about one of its sentences,
    /// so it weighs less the more sentences hold it; nothing outside the two reports plays a part.
    /// </summary>
    public static int Topic(Count a, Count b)
    {
        double points = 0;
        foreach (string word in a.Topic.Union(a.Around, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // One speaker for both is not yet one matter.
            if (a.SpeakerWords.Contains(word) && b.SpeakerWords.Contains(word))
                continue;
            bool nearA = a.Topic.Contains(word);
            bool nearB = b.Topic.Contains(word);
            if (!nearB && !b.Around.Contains(word))
                continue;
            double weight = (nearA && nearB ? 7 : nearA || nearB ? 5 : 3) * (a.Names.Contains(word) && b.Names.Contains(word) ? 1.6 : 1);
            points += weight / Math.Max(1, Math.Max(a.Spread.GetValueOrDefault(word, 1), b.Spread.GetValueOrDefault(word, 1)) / 1.5);
        }
        points += points > 0 && a.Days.Overlaps(b.Days) ? SameDay : 0;
        // One fate in two words, and a thing that both count, are of the matter too.
        if (a.Act is not null && string.Equals(a.Act, b.Act, StringComparison.Ordinal) && a.Verb is not null && !string.Equals(a.Verb, b.Verb, StringComparison.Ordinal))
            points += 3;
        if (a.Noun is not null && !a.IsPeople && string.Equals(a.Noun, b.Noun, StringComparison.Ordinal))
            points += a.Days.Overlaps(b.Days) ? 6 + SameDay : 3;
        else if (a.Noun is not null && !CountReader.IsWhole(a.Noun) && string.Equals(a.Noun, b.Noun, StringComparison.Ordinal))
            points += 2;
        return (int)Math.Min(points * ReportPairs.FocusOf(a, b), MostTopic);
    }
}
