using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Where an event's time comes from; the better basis is the greater.</summary>
internal enum EventTimeBasis
{
    /// <summary>No time is known.</summary>
    Unknown,

    /// <summary>The day at which the story stands, named sentences ago: likely, but no ground for keeping two accounts apart.</summary>
    Scene,

    /// <summary>Carried on from the sentence before.</summary>
    Narrative,

    /// <summary>A weekday or offset, counted from the day of publication.</summary>
    Relative,

    /// <summary>An absolute date.</summary>
    Stated,
}

/// <summary>One report's claim of an event, with its arguments tied to the situation.</summary>
/// <param name="Report">The report.</param>
/// <param name="ReportIndex">Its number in the situation.</param>
/// <param name="Index">Index of the claim in the report.</param>
/// <param name="Claim">The claim.</param>
/// <param name="When">Its time; null where unknown.</param>
/// <param name="Basis">Where the time comes from.</param>
/// <param name="Place">Its place; null where unknown.</param>
/// <param name="Initiators">Who does it, ordered.</param>
/// <param name="Targets">To whom, ordered.</param>
internal sealed record EventAccount(
    ReportInFusion Report, int ReportIndex, int Index, EventClaim Claim, EdtfDate? When, EventTimeBasis Basis, string? Place,
    string[] Initiators, string[] Targets)
{
    /// <summary>The town in which the report's story stands there, where the claim names no place; null where unknown.</summary>
    public string? Scene { get; init; }

    /// <summary>The towns and villages without coordinates in which the claim says it happened.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>Whether it is done to one who did the harm of which the report tells.</summary>
    public bool IsEnd { get; init; }
}

/// <summary>Claims that are taken for one event so far, and what they say together.</summary>
internal sealed class EventUnit
{
    private string? _constraint;

    private EventUnit(IReadOnlyList<EventAccount> accounts) => Accounts = accounts;

    /// <summary>The claims, by report and position.</summary>
    public IReadOnlyList<EventAccount> Accounts { get; }

    public EventType Type { get; private init; }

    /// <summary>Every mode named, ordered.</summary>
    public IReadOnlyList<string> Modes { get; private init; } = [];

    public ClaimStatus Status { get; private init; }

    public EdtfDate? When { get; private init; }

    public EventTimeBasis Basis { get; private init; }

    /// <summary>The days on which it can have happened at all: its time, else what the days of publication leave open; null where nothing is known.</summary>
    public EdtfDate? Window { get; private init; }

    /// <summary>The day of the week of a time that could not be resolved; null where there is none.</summary>
    public NodaTime.IsoDayOfWeek? Weekday { get; private init; }

    public string? Place { get; private init; }

    /// <summary>Where no account names a place, the town in which the stories of most accounts stand; null where unknown.</summary>
    public string? Scene { get; private init; }

    /// <summary>The names of the towns and villages without coordinates that the accounts give.</summary>
    public IReadOnlySet<string> Unlisted { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Initiators { get; private init; } = [];

    public IReadOnlyList<string> Targets { get; private init; } = [];

    public IReadOnlySet<string> Lemmas { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Content words of the sentences that carry it.</summary>
    public IReadOnlySet<string> Content { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Names in the clauses that tell it, beside those of its participants and of known places.</summary>
    public IReadOnlySet<string> Names { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The whole sentences that carry it; reports that print one sentence tell of one event.</summary>
    public IReadOnlySet<string> Sentences { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Numbers told with it, as "measure value".</summary>
    public IReadOnlySet<string> Figures { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether it is what was done to the doers of another harm.</summary>
    public bool IsEnd { get; private init; }

    /// <summary>Whether it only tells that somebody came to harm, and not by what.</summary>
    public bool IsToll { get; private init; }

    /// <summary>Whether it is what its report opens with.</summary>
    public bool IsOpening { get; private init; }

    public bool IsBackground => Status == ClaimStatus.Background;

    public bool IsVerbal => EventKinds.IsVerbal(Type);

    public IEnumerable<string> Participants => Initiators.Concat(Targets);

    /// <summary>Everything that can exclude it from being one event with another; units with equal constraints are allowed alike.</summary>
    public string Constraint => _constraint ??= string.Join(
        '|', Type, Status, IsEnd, IsToll, IsOpening ? Accounts[0].ReportIndex : -1, string.Join(' ', Lemmas.Order(StringComparer.Ordinal)), string.Join(' ', Modes), When, Window, Weekday, Place, string.Join(',', Unlisted.Order(StringComparer.Ordinal)), string.Join(' ', Initiators), string.Join(' ', Targets));

    /// <summary>A unit of one claim.</summary>
    public static EventUnit Of(EventAccount account, EdtfDate? window, IEnumerable<string> content, IEnumerable<string> figures, IEnumerable<string> names) => new([account])
    {
        Type = account.Claim.Type,
        Modes = account.Claim.Mode is string mode ? [mode] : [],
        Status = account.Claim.Status,
        When = account.When,
        Basis = account.Basis,
        Window = account.Basis == EventTimeBasis.Scene ? window ?? account.When : account.When ?? window,
        Weekday = EventTimes.WeekdayOf(account.Report, account.Claim),
        Place = account.Place,
        Scene = account.Place is null ? account.Scene : null,
        IsEnd = account.IsEnd,
        IsToll = EventKinds.IsToll(account.Claim),
        Unlisted = new HashSet<string>(account.Unlisted, StringComparer.Ordinal),
        Initiators = account.Initiators,
        Targets = account.Targets,
        Lemmas = new HashSet<string>([account.Claim.TriggerLemma], StringComparer.Ordinal),
        Content = new HashSet<string>(content, StringComparer.Ordinal),
        Names = new HashSet<string>(names, StringComparer.Ordinal),
        Sentences = new HashSet<string>([SentenceOf(account)], StringComparer.Ordinal),
        Figures = new HashSet<string>(figures, StringComparer.Ordinal),
    };

    private static string SentenceOf(EventAccount account) =>
        account.Report.Annotated.Sentences[account.Claim.Sentence].Span.Of(account.Report.Report.Text);

    /// <summary>The unit of all claims of <paramref name="units"/>, which are in a stable order.</summary>
    public static EventUnit Union(IReadOnlyList<EventUnit> units, ClusterContext context)
    {
        if (units.Count == 1)
            return units[0];
        EventAccount[] accounts = [.. units.SelectMany(u => u.Accounts).OrderBy(a => a.ReportIndex).ThenBy(a => a.Index)];
        (EdtfDate? when, EventTimeBasis basis) = BestTime(accounts);
        return new EventUnit(accounts)
        {
            Type = MainType(units),
            Modes = [.. units.SelectMany(u => u.Modes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Status = MainStatus(accounts),
            When = when,
            Basis = basis,
            Window = basis == EventTimeBasis.Scene ? Narrowest(units.Select(u => u.Window)) : when ?? Narrowest(units.Select(u => u.Window)),
            Weekday = units.Select(u => u.Weekday).FirstOrDefault(d => d is not null),
            Place = BestPlace(accounts, context),
            Scene = accounts.All(a => a.Place is null) ? MainScene(accounts) : null,
            IsEnd = units.Any(u => u.IsEnd),
            IsToll = units.All(u => u.IsToll),
            IsOpening = units.Any(u => u.IsOpening),
            Unlisted = new HashSet<string>(units.SelectMany(u => u.Unlisted), StringComparer.Ordinal),
            Initiators = [.. units.SelectMany(u => u.Initiators).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Targets = [.. units.SelectMany(u => u.Targets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Lemmas = new HashSet<string>(units.SelectMany(u => u.Lemmas), StringComparer.Ordinal),
            Content = new HashSet<string>(units.SelectMany(u => u.Content), StringComparer.Ordinal),
            Names = new HashSet<string>(units.SelectMany(u => u.Names), StringComparer.Ordinal),
            Sentences = new HashSet<string>(units.SelectMany(u => u.Sentences), StringComparer.Ordinal),
            Figures = new HashSet<string>(units.SelectMany(u => u.Figures), StringComparer.Ordinal),
        };
    }

    /// <summary>The same unit, as what its report opens with.</summary>
    public EventUnit AsOpening() => new(Accounts)
    {
        Type = Type,
        Modes = Modes,
        Status = Status,
        When = When,
        Basis = Basis,
        Window = Window,
        Weekday = Weekday,
        Place = Place,
        Scene = Scene,
        Unlisted = Unlisted,
        Initiators = Initiators,
        Targets = Targets,
        Lemmas = Lemmas,
        Content = Content,
        Names = Names,
        Sentences = Sentences,
        Figures = Figures,
        IsEnd = IsEnd,
        IsToll = IsToll,
        IsOpening = true,
    };

    // What only says that somebody was killed says nothing of how.
    private static EventType MainType(IReadOnlyList<EventUnit> units) =>
        units.Where(u => !u.IsToll || units.All(o => o.IsToll)).Select(u => u.Type).Where(t => t != EventType.Casualties).DefaultIfEmpty(EventType.Casualties)
            .GroupBy(t => t).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    /// <summary>An account that vouches outweighs one that only passes on a claim, a plan or a denial.</summary>
    private static ClaimStatus MainStatus(IEnumerable<EventAccount> accounts)
    {
        HashSet<ClaimStatus> given = [.. accounts.Select(a => a.Claim.Status)];
        foreach (ClaimStatus status in (ReadOnlySpan<ClaimStatus>)[ClaimStatus.Happened, ClaimStatus.Alleged, ClaimStatus.Planned, ClaimStatus.Denied, ClaimStatus.Background])
        {
            if (given.Contains(status))
                return status;
        }
        return ClaimStatus.Hypothetical;
    }

    private static (EdtfDate? When, EventTimeBasis Basis) BestTime(IEnumerable<EventAccount> accounts)
    {
        EventAccount? best = accounts.Where(a => a.When is not null)
            .OrderBy(a => a.Basis == EventTimeBasis.Scene).ThenBy(a => Length(a.When!.Value)).ThenByDescending(a => a.Basis).ThenBy(a => a.When!.Value.Start).FirstOrDefault();
        if (best is null)
            return (null, EventTimeBasis.Unknown);
        return (best.When, accounts.Where(a => a.When == best.When).Max(a => a.Basis));
    }

    private static EdtfDate? Narrowest(IEnumerable<EdtfDate?> windows)
    {
        EdtfDate? common = null;
        foreach (EdtfDate? window in windows)
        {
            if (window is EdtfDate days && (common is not EdtfDate best || Length(days) < Length(best) || Length(days) == Length(best) && days.Start < best.Start))
                common = days;
        }
        return common;
    }

    private static string? BestPlace(IEnumerable<EventAccount> accounts, ClusterContext context) =>
        accounts.Where(a => a.Place is not null).GroupBy(a => a.Place!, StringComparer.Ordinal)
            // A square that one account names must not stand against the town of all.
            .OrderBy(g => context.IsTown(g.Key) ? Data.PlacePrecision.Exact : context.Place(g.Key)?.Precision ?? Data.PlacePrecision.Region).ThenByDescending(g => g.Count())
            .ThenBy(g => context.Place(g.Key)?.Precision ?? Data.PlacePrecision.Region).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

    private static string? MainScene(IEnumerable<EventAccount> accounts) =>
        accounts.Select(a => a.Scene).OfType<string>().GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private static int Length(EdtfDate date) => NodaTime.Period.DaysBetween(date.Start, date.End);
}
