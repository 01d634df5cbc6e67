using NodaTime;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>The events of one day (or less exact date); <see cref="Edtf"/> is null for those without a date.</summary>
/// <param name="Edtf">The date as in the contract.</param>
/// <param name="Title">The date in words.</param>
/// <param name="Events">Best supported first.</param>
internal sealed record BriefDay(string? Edtf, string Title, IReadOnlyList<Event> Events)
{
    /// <summary>How much independent support the day's events have together.</summary>
    public int Support => Events.Sum(e => e.Origins);
}

/// <summary>What became of a plan, in the words that stand beside it.</summary>
/// <param name="Words">"cancelled", "postponed to 12 April".</param>
/// <param name="Evidence">Evidence ids of the words that show it; empty where the event's own show it, or nothing does.</param>
/// <param name="Became">The event that it became; null where it is the same or none.</param>
internal sealed record PlanOutcome(string Words, IReadOnlyList<string> Evidence, Event? Became);

/// <summary>
/// A situation put in the order of a brief: numbered reports, days, figures by weight, voices. Terminal, Markdown and page take it from here,
/// so that they tell the same story in the same order.
/// </summary>
internal sealed class BriefContent
{
    /// <summary>Characters of an outlet's name that are shown; a name is not there to fill the page.</summary>
    public const int LongestName = 60;

    private readonly Dictionary<string, ReportEntry> _reports;
    private readonly Dictionary<string, int> _numbers;
    private readonly Dictionary<string, Evidence> _evidence;
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Event> _events;
    private readonly Dictionary<string, Figure> _figures;
    private readonly Dictionary<string, Statement> _statements;

    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);

    private const int LongestEvent = 62;

    public BriefContent(Situation situation)
    {
        Situation = situation;
        foreach (DayEntry day in situation.Days)
            _weights.TryAdd(day.Date, day.Origins);
        Reports = [.. situation.Reports
            .OrderBy(r => DateWords.Bounds(r.Published.Edtf)?.First ?? LocalDate.MaxIsoValue)
            .ThenBy(r => r.Outlet is null).ThenBy(r => r.Outlet, StringComparer.Ordinal).ThenBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal)];
        _reports = First(situation.Reports, r => r.Id);
        _numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ReportEntry report in Reports)
            _numbers.TryAdd(report.Id, _numbers.Count + 1);
        _evidence = First(situation.Evidence, e => e.Id);
        _actors = First(situation.Actors, a => a.Id);
        _places = First(situation.Places, p => p.Id);
        _events = First(situation.Events, e => e.Id);
        _figures = First(situation.Figures, f => f.Id);
        _statements = First(situation.Statements, s => s.Id);
        Days = DaysOf(situation.Events.Where(e => !IsRecalled(e)));
        Background = DaysOf(situation.Events.Where(IsRecalled));
        Figures = [.. situation.Figures
            .OrderBy(f => f.IsBackground).ThenBy(f => f.Status is FigureStatus.Disputed or FigureStatus.Compatible or FigureStatus.Agreed or FigureStatus.Series ? 0 : 1)
            .ThenBy(f => f.Measure).ThenByDescending(f => f.Readings.Count).ThenBy(f => f.Of, StringComparer.Ordinal).ThenBy(f => f.Id, StringComparer.Ordinal)];
        Disagreements = [.. situation.Disagreements
            .OrderBy(d => BriefWords.IsDispute(d.Kind) ? 0 : d.Kind == DisagreementKind.InterestedParty ? 1 : 2).ThenBy(d => d.Kind).ThenByDescending(d => d.Positions.Sum(p => p.Reports.Count)).ThenBy(d => d.Id, StringComparer.Ordinal)];
        Voices = [.. situation.Statements
            .OrderByDescending(s => s.Origins).ThenByDescending(s => s.Renderings.Count).ThenBy(s => s.Speaker is null).ThenBy(s => s.Form)
            .ThenBy(s => s.When?.Edtf, StringComparer.Ordinal).ThenBy(s => s.SpeakerText, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];
        Framing = [.. situation.Framing.Where(f => _events.ContainsKey(f.Event) && f.Rows.Count > 1)];
        Escalation = [.. situation.Escalation.Where(d => d.Score != 0 || d.Pairs.Count > 0)];
        SharedOrigins = [.. situation.Origins.Where(o => o.Reports.Count > 1).OrderByDescending(o => o.Reports.Count).ThenBy(o => o.Id, StringComparer.Ordinal)];
    }

    public Situation Situation { get; }

    // "Has seen a series of attacks in the last two years": what is told of a long stretch is no event of the crisis.
    private static bool IsRecalled(Event happening) => happening.Status == ClaimStatus.Background
        || happening is { Status: ClaimStatus.Happened or ClaimStatus.Alleged, When: { } when } && DateWords.Bounds(when.Edtf) is { } bounds && NodaTime.Period.DaysBetween(bounds.First, bounds.Last) > LongestEvent;

    private int WeightOf(Event happening) => happening.When?.Edtf.TrimEnd('~') is string date ? _weights.GetValueOrDefault(date) : 0;

    /// <summary>How many origins speak of <paramref name="day"/>: its events' witnesses, and those who only name it.</summary>
    public int WeightOf(BriefDay day) => day.Edtf is string date ? Math.Max(day.Support, _weights.GetValueOrDefault(date.TrimEnd('~'))) : day.Support;

    /// <summary>By publication date, undated last; a report's number is its place here.</summary>
    public IReadOnlyList<ReportEntry> Reports { get; }

    /// <summary>What happened, is planned, alleged or denied, by date; undated last.</summary>
    public IReadOnlyList<BriefDay> Days { get; }

    /// <summary>History that the reports recall, by date.</summary>
    public IReadOnlyList<BriefDay> Background { get; }

    /// <summary>Those with more than one account first, then by measure.</summary>
    public IReadOnlyList<Figure> Figures { get; }

    /// <summary>Disputes first.</summary>
    public IReadOnlyList<Disagreement> Disagreements { get; }

    /// <summary>Best supported first.</summary>
    public IReadOnlyList<Statement> Voices { get; }

    /// <summary>How outlets tell the most told events, where they can be told apart by more than that they tell it; most told first.</summary>
    public IReadOnlyList<EventFraming> Framing { get; }

    /// <summary>The days with deeds that are hostile or friendly, in order.</summary>
    public IReadOnlyList<EscalationDay> Escalation { get; }

    /// <summary>Origins of more than one report.</summary>
    public IReadOnlyList<Origin> SharedOrigins { get; }

    /// <summary>Number of outlets that are named.</summary>
    public int Outlets => Reports.Select(r => r.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>What the situation is, in one line: its best supported event, or its largest storyline where everything rests on one origin.</summary>
    public string Title
    {
        get
        {
            // Harm makes the news: a boycott that one more origin recalls is not what the reports are about.
            Event? best = Days.SelectMany(d => d.Events).Where(e => e.Status is ClaimStatus.Happened or ClaimStatus.Alleged)
                .OrderByDescending(e => Prominence(e) + (e is { Origins: > 1, Type: EventType.Assault or EventType.Casualties or EventType.Accident or EventType.Disaster } ? 1 : 0))
                .ThenByDescending(WeightOf).ThenByDescending(Weight).FirstOrDefault();
            Storyline? largest = Situation.Storylines.OrderByDescending(s => s.Events.Count).ThenBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault();
            string? title = best is { Origins: > 1 } ? best.Label : largest?.Title ?? best?.Label ?? Days.SelectMany(d => d.Events).FirstOrDefault()?.Label;
            if (title is null && Situation.Statements.Count + Situation.Figures.Count > 0)
                return "What is said, without an event that could be asserted";
            return title is null ? "Nothing could be asserted from these reports" : TerminalText.Clean(title).TrimEnd('.');
        }
    }

    /// <summary>The places of most events, at most three; countries only where there is nothing closer.</summary>
    public IReadOnlyList<Place> MainPlaces
    {
        get
        {
            List<(Place Place, int Events)> places = [.. Situation.Events
                .Where(e => e.Status != ClaimStatus.Background && e.Where is not null).GroupBy(e => e.Where!, StringComparer.Ordinal)
                .Where(g => _places.ContainsKey(g.Key)).Select(g => (_places[g.Key], g.Sum(e => e.Origins)))];
            bool close = places.Any(p => p.Place.Precision is not (PlacePrecision.Country or PlacePrecision.Region));
            return [.. places.Where(p => !close || p.Place.Precision is not (PlacePrecision.Country or PlacePrecision.Region))
                // A town and its province may have one name.
                .OrderByDescending(p => p.Events).ThenBy(p => p.Place.Name, StringComparer.Ordinal).DistinctBy(p => p.Place.Name, StringComparer.Ordinal).Take(3).Select(p => p.Place)];
        }
    }

    /// <summary>
    /// First and last day of the crisis, as EDTF: the run of days with most events, ended by a gap of more than ten days; null where no day is
    /// known. A single earlier event must not stretch it over months.
    /// </summary>
    public string? Period
    {
        get
        {
            List<(LocalDate First, LocalDate Last, int Events)> runs = [];
            foreach (LocalDate day in Situation.Events
                .Where(e => e.Status is ClaimStatus.Happened or ClaimStatus.Alleged && e.When is not null)
                .Select(e => DateWords.Day(e.When!.Edtf)).OfType<LocalDate>().Order())
            {
                if (runs.Count > 0 && NodaTime.Period.DaysBetween(runs[^1].Last, day) <= 10)
                    runs[^1] = (runs[^1].First, day, runs[^1].Events + 1);
                else
                    runs.Add((day, day, 1));
            }
            if (runs.Count == 0)
                return null;
            (LocalDate first, LocalDate last, _) = runs.OrderByDescending(r => r.Events).ThenByDescending(r => r.Last).First();
            return first == last ? Iso(first) : Iso(first) + "/" + Iso(last);

            static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
        }
    }

    public ReportEntry? Report(string id) => _reports.GetValueOrDefault(id);

    public int NumberOf(string report) => _numbers.GetValueOrDefault(report);

    /// <summary>The numbers of <paramref name="reports"/>, ascending.</summary>
    public IReadOnlyList<int> NumbersOf(IEnumerable<string> reports) => [.. reports.Select(NumberOf).Where(n => n > 0).Distinct().Order()];

    /// <summary>The reports that <paramref name="evidence"/> stands in.</summary>
    public IReadOnlyList<string> ReportsOf(IEnumerable<string> evidence) =>
        [.. evidence.Select(id => Evidence(id)?.Report).OfType<string>().Distinct(StringComparer.Ordinal)];

    public Evidence? Evidence(string? id) => id is null ? null : _evidence.GetValueOrDefault(id);

    public string NameOf(string actor) => Actor(actor)?.Name ?? "somebody";

    public Actor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    public Place? Place(string? id) => id is null ? null : _places.GetValueOrDefault(id);

    public Event? Event(string? id) => id is null ? null : _events.GetValueOrDefault(id);

    public Figure? Figure(string? id) => id is null ? null : _figures.GetValueOrDefault(id);

    /// <summary>The events to open with: those of most origins that most reports open with, within the main period first, in the order of time.</summary>
    public IReadOnlyList<Event> Lead(int most)
    {
        (LocalDate First, LocalDate Last)? period = DateWords.Bounds(Period);
        HashSet<Event> best = [.. Days.SelectMany(d => d.Events)
            .Where(e => e.Status is ClaimStatus.Happened or ClaimStatus.Alleged && e.Evidence.Count > 0)
            .OrderByDescending(Prominence).ThenByDescending(e => IsWithin(e, period)).ThenByDescending(Weight).ThenBy(e => e.Id, StringComparer.Ordinal).Take(most)];
        return [.. Days.SelectMany(d => d.Events).Where(best.Contains)];
    }

    /// <summary>Who alleges or denies an event, or on whose word alone the reports tell it, at most two; null where the reports say it themselves.</summary>
    public string? AccordingTo(Event happening)
    {
        ILookup<bool, Account> byDenial = happening.Accounts.ToLookup(a => a.Status == ClaimStatus.Denied);
        if (happening.Status == ClaimStatus.Denied)
        {
            // A label that says itself that something was not is what the speaker says, and not what he denies.
            return byDenial[true].Where(a => Actor(a.SaidBy) is not null) is var deniers && BriefWords.Mark(happening) is null ? By("according to ", deniers, 2, 2) : By("denied by ", deniers, 2, 2);
        }
        string? told = happening.Status switch
        {
            ClaimStatus.Happened when byDenial[false].Any() && byDenial[false].All(a => Actor(a.SaidBy) is not null) => By("according to ", byDenial[false].Where(a => !happening.Label.Contains(SaidBy(a.SaidBy, a.SaidByText) ?? "", StringComparison.Ordinal)), 3, 2),
            ClaimStatus.Alleged => By("according to ", byDenial[false].Where(a => a.Status == ClaimStatus.Alleged), 2, 2),
            _ => null,
        };
        string? denied = happening.Status is ClaimStatus.Happened or ClaimStatus.Alleged ? By("denied by ", byDenial[true].Where(a => Actor(a.SaidBy) is not null), 2, 2) : null;
        return told is null || denied is null ? told ?? denied : told + ", " + denied;
    }

    /// <summary>The first of the speakers in words; null where there are none, or more than can be named.</summary>
    private string? By(string lead, IEnumerable<Account> accounts, int looked, int most)
    {
        string[] names = [.. accounts.Select(a => SaidBy(a.SaidBy, a.SaidByText)).OfType<string>().Distinct(StringComparer.Ordinal).Take(looked)];
        return names.Length is 0 || names.Length > most ? null : lead + string.Join(" and ", names);
    }

    /// <summary>What became of a planned event; null while that is open, and where no report tells of it as planned.</summary>
    public PlanOutcome? Outcome(Event happening)
    {
        if (happening.Outcome is not { } outcome)
            return null;
        Event? became = Event(outcome.Event);
        string? day = became?.When is { } when && when.Edtf != happening.When?.Edtf && DateWords.Day(when.Edtf) is not null ? DateWords.Short(when.Edtf) : null;
        return outcome.Became switch
        {
            // The line itself tells that it happened, with the same words.
            "held" when happening.Status == ClaimStatus.Happened => new PlanOutcome("planned, then held", [], null),
            "held" => new PlanOutcome(day is null ? "held" : "held on " + day, outcome.Evidence, became),
            "postponed" => new PlanOutcome(day is null ? "postponed" : "postponed to " + day, outcome.Evidence, became),
            "cancelled" => new PlanOutcome("cancelled", outcome.Evidence, became),
            "silent" => new PlanOutcome("no report says what became of it", [], null),
            _ => null,
        };
    }

    /// <summary>The place to name beside an event's label; null where it has none or the label names it already.</summary>
    public string? PlaceBeside(Event happening) =>
        Place(happening.Where) is { } place && !Names(happening.Label, place) ? TerminalText.Clean(place.Name) : null;

    // A label may spell the place as its report does.
    private static bool Names(string label, Place place)
    {
        string folded = Folding.Fold(label);
        return place.Aliases.Select(a => a.Text).Append(place.Name).Any(name => folded.Contains(Folding.Fold(name), StringComparison.Ordinal));
    }

    /// <summary>The outlet's name, or that it is not known.</summary>
    public static string Outlet(ReportEntry report) => report.Outlet is { Length: > 0 } outlet ? ShortName(TerminalText.Clean(outlet)) : "unknown outlet";

    /// <summary>A name as far as it is shown.</summary>
    public static string ShortName(string name) =>
        name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 2]) ? LongestName - 2 : LongestName - 1)].TrimEnd() + "…";

    /// <summary>Who says a reading: the actor, or the words that name the speaker; null where the outlet says it itself.</summary>
    public string? SaidBy(Reading reading) => SaidBy(reading.SaidBy, reading.SaidByText);

    /// <summary>
    /// The words of a rendering as they may be shown: in quotation marks where the speech is direct, or where the words stand in quotation marks
    /// in the report.
    /// </summary>
    public string Quoted(Statement statement, Rendering rendering)
    {
        bool isQuoted = rendering.Form == SpeechForm.Direct
            || (Evidence(rendering.Evidence) is { } evidence && evidence.Prefix.TrimEnd() is { Length: > 0 } before && "“\"‘«„".Contains(before[^1], StringComparison.Ordinal)
                && rendering.Text.IndexOfAny(['“', '”', '"']) < 0);
        return BriefWords.Quoted(rendering.Text, isQuoted);
    }

    /// <summary>The words of a statement: those of its first rendering with the same text.</summary>
    public string Quoted(Statement statement) =>
        statement.Renderings.FirstOrDefault(r => r.Text == statement.Text) is { } rendering ? Quoted(statement, rendering)
        : BriefWords.Quoted(statement.Text, statement.Form == SpeechForm.Direct);

    /// <summary>The speaker's name, and the words of the report where there is no actor.</summary>
    public string Speaker(Statement statement) => SaidBy(statement.Speaker, statement.SpeakerText) ?? "not named";

    /// <summary>"prime minister of Meridia"; null where no role is known.</summary>
    public static string? Role(Actor? actor)
    {
        Role? role = actor?.Roles.FirstOrDefault(r => !r.Former) ?? (actor?.Roles is [Role first, ..] ? first : null);
        if (role is null)
            return null;
        string title = TerminalText.Clean(role.Title);
        string of = role.Of is { Length: > 0 } whose ? TerminalText.Clean(whose) : "";
        string full = of.Length == 0 || title.Contains(of, StringComparison.OrdinalIgnoreCase) ? title : $"{title}, {of}";
        return role.Former ? "former " + full : full;
    }

    /// <summary>What a disagreement is about, in few words.</summary>
    public string Subject(Disagreement disagreement)
    {
        string id = disagreement.Subject;
        string? named = _figures.TryGetValue(id, out Figure? figure) ? BriefWords.Counted(figure)
            : _events.TryGetValue(id, out Event? happening) ? happening.Label
            : _actors.TryGetValue(id, out Actor? actor) ? actor.Name
            : _places.TryGetValue(id, out Place? place) ? place.Name
            : _statements.TryGetValue(id, out Statement? statement) ? "words of " + Speaker(statement)
            : _reports.TryGetValue(id, out ReportEntry? report) ? report.Title ?? Outlet(report)
            : null;
        return named is null ? Text.ContractNames.Of(disagreement.About) : TerminalText.Clean(named);
    }

    private string? SaidBy(string? actor, string? text) =>
        Actor(actor) is { } known ? TerminalText.Clean(known.Name) : text is { Length: > 0 } ? TerminalText.Clean(text) : null;

    private static bool IsWithin(Event happening, (LocalDate First, LocalDate Last)? period) =>
        period is { } span && DateWords.Bounds(happening.When?.Edtf) is { } when && when.First >= span.First && when.Last <= span.Last;

    /// <summary>How much an event is what the reports are about: who vouches for it, and how many open with it. What all of them recall further down is not the news.</summary>
    private int Prominence(Event happening) =>
        happening.Origins + happening.Evidence.Select(Evidence).OfType<Evidence>().Where(e => e.Start < Opening).Select(e => e.Report).Distinct(StringComparer.Ordinal).Count();

    // Headline and first paragraph of a news report, in code units.
    private const int Opening = 500;

    /// <summary>How much an event deserves its place: independent origins first, then reports; what happened before what is only said.</summary>
    private static int Weight(Event happening) =>
        happening.Origins * 1000 + Math.Min(99, happening.Reports.Count) * 10
        + (happening.Status == ClaimStatus.Happened ? 5 : 0) + (happening.Type is EventType.Statement or EventType.Other ? 0 : 3) + (happening.Where is null ? 0 : 1);

    private static List<BriefDay> DaysOf(IEnumerable<Event> events) =>
    [
        .. events.GroupBy(e => e.When?.Edtf, StringComparer.Ordinal)
            .Select(g => (Edtf: g.Key, Bounds: DateWords.Bounds(g.Key), Events: g))
            .OrderBy(g => g.Bounds is null).ThenBy(g => g.Bounds?.First ?? LocalDate.MaxIsoValue).ThenBy(g => g.Bounds?.Last ?? LocalDate.MaxIsoValue)
            .ThenBy(g => g.Edtf, StringComparer.Ordinal)
            .Select(g => new BriefDay(g.Edtf, g.Edtf is null ? "Date not known" : DateWords.Of(g.Edtf), [.. g.Events.OrderByDescending(Weight).ThenBy(e => e.Id, StringComparer.Ordinal)])),
    ];

    // A situation may come from anywhere, so a double id must not stop the brief; `verify` names it.
    private static Dictionary<string, T> First<T>(IEnumerable<T> items, Func<T, string> id)
    {
        Dictionary<string, T> first = new(StringComparer.Ordinal);
        foreach (T item in items)
            first.TryAdd(id(item), item);
        return first;
    }
}
