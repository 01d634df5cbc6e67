using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// What became of planned events: held, put off, called off, or never heard of again. Only reports that are not older than the plan can tell, and a
/// likeness alone never makes a plan come true on another day than its own.
/// </summary>
internal sealed class OutcomeFinder
{
    private const int LeastLikeness = 4;
    private const int NearLikeness = 3;
    private const int CueDays = 14;
    private const int LeastWords = 3;
    private const int NearDays = 3;
    private readonly ClusterContext _context;
    private readonly IReadOnlyList<EventUnit> _units;
    private readonly EvidenceTable _evidence;
    private readonly LocalDate? _last;
    private readonly IReadOnlyList<PlanCue>[] _cues;
    private readonly ILookup<string, (int Report, int Cue)> _cuesByLemma;
    private readonly ILookup<string, int> _happened;
    private readonly (EventUnit Unit, EventAccount By, PlanCue Cue)[] _calledOff;
    private readonly ILookup<string, (int Report, int Cue)> _cuesByActor;

    public OutcomeFinder(ClusterContext context, IReadOnlyList<EventUnit> units, EvidenceTable evidence)
    {
        _context = context;
        _units = units;
        _evidence = evidence;
        _last = context.Reports.Select(ClusterContext.PublishedDay).Max();
        _cues = [.. context.Reports.Select(r => PlanCue.Of(r, context))];
        _cuesByLemma = Enumerable.Range(0, _cues.Length).SelectMany(r => Enumerable.Range(0, _cues[r].Count).SelectMany(c => _cues[r][c].Lemmas.Select(l => (Lemma: l, At: (r, c)))))
            .ToLookup(l => l.Lemma, l => l.At, StringComparer.Ordinal);
        _calledOff = [.. units.Where(u => u.Status is ClaimStatus.Planned or ClaimStatus.Denied).Select(u => (Unit: u, Own: u.Accounts.Select(Own).FirstOrDefault(c => c is not null))).Where(u => u.Own is not null).Select(u => (u.Unit, u.Own!.Value.Item1, u.Own.Value.Item2))];
        _cuesByActor = Enumerable.Range(0, _cues.Length).SelectMany(r => Enumerable.Range(0, _cues[r].Count).SelectMany(c => ActorsIn(r, _cues[r][c].Sentence).Select(a => (Actor: a, At: (r, c)))))
            .ToLookup(l => l.Actor, l => l.At, StringComparer.Ordinal);
        _happened = Enumerable.Range(0, units.Count).Where(u => units[u].Status is ClaimStatus.Happened).SelectMany(u => KeysOf(units[u]).Select(k => (Key: k, Unit: u))).ToLookup(k => k.Key, k => k.Unit, StringComparer.Ordinal);
    }

    /// <summary>What became of <paramref name="unit"/>; null where no report tells of it as planned. <paramref name="idOf"/> gives the id of a unit that is shown.</summary>
    public Outcome? Of(EventUnit unit, Func<int, string?> idOf)
    {
        EventAccount[] plans = [.. unit.Accounts.Where(a => a.Claim.Status == ClaimStatus.Planned)];
        if (unit.Status == ClaimStatus.Happened)
        {
            string[] told = [.. unit.Accounts.Where(a => a.Claim.Status == ClaimStatus.Happened).Select(EvidenceOf).Distinct(StringComparer.Ordinal)];
            return plans.Length > 0 ? new Outcome("held", null, told) : null;
        }
        if (unit.Status is ClaimStatus.Planned or ClaimStatus.Denied && unit.Accounts.Select(Own).FirstOrDefault(c => c is not null) is (EventAccount by, PlanCue own))
            return new Outcome(own.IsPostponed ? "postponed" : "cancelled", own.IsPostponed ? LaterOf(unit, idOf) : null, [EvidenceOf(by)]);
        if (unit.Status != ClaimStatus.Planned)
            return null;
        if (Kept(unit, idOf) is (string id, EventUnit kept))
            return new Outcome("held", id, [.. kept.Accounts.Where(a => a.Claim.Status == ClaimStatus.Happened).Select(EvidenceOf).Distinct(StringComparer.Ordinal)]);
        if (CalledOff(unit) is (EventAccount teller, PlanCue said))
            return new Outcome(said.IsPostponed ? "postponed" : "cancelled", said.IsPostponed ? LaterOf(unit, idOf) : null, [EvidenceOf(teller)]);
        if ((Told(unit) ?? StayedAway(unit)) is (ReportInFusion report, PlanCue cue))
        {
            string words = _evidence.Add(report.Report, report.Annotated.Sentences[cue.Sentence].Span);
            return new Outcome(cue.IsPostponed ? "postponed" : "cancelled", cue.IsPostponed ? LaterOf(unit, idOf) : null, [words]);
        }
        bool isPast = unit.When is EdtfDate when && _last is LocalDate last && when.End < last;
        return new Outcome(isPast ? "silent" : "pending", null, []);
    }

    // The sentence that tells of the plan says itself that it came to nothing.
    private (EventAccount, PlanCue)? Own(EventAccount account) =>
        account.Claim.Status is ClaimStatus.Planned or ClaimStatus.Denied && _cues[account.ReportIndex].FirstOrDefault(c => c.Sentence == account.Claim.Sentence && !c.IsAbsence) is PlanCue cue ? (account, cue) : null;

    private (string Id, EventUnit Unit)? Kept(EventUnit plan, Func<int, string?> idOf)
    {
        (string Id, EventUnit Unit)? best = null, near = null;
        int most = LeastLikeness - 1;
        int nearly = 0;
        foreach (int other in KeysOf(plan).SelectMany(k => _happened[k]).Distinct().Order())
        {
            if (idOf(other) is not string id || !IsAfter(plan, _units[other]) || Likeness(plan, _units[other]) is not (>= NearLikeness and int likeness))
                continue;
            if (likeness > most)
                (best, most) = ((id, _units[other]), likeness);
            (near, nearly) = ((id, _units[other]), nearly + 1);
        }
        // The only march told of the day of the march will be that march.
        return best ?? (nearly == 1 && near is { } only && BeginsAsPlanned(plan, only.Unit) && plan.Modes.Count > 0 ? near : null);
    }

    // Told on or after the day planned, by a report that is no older than the plan.
    private static bool IsAfter(EventUnit plan, EventUnit other)
    {
        if (plan.When is not EdtfDate day || (other.When ?? other.Window) is not EdtfDate days || !days.Overlaps(day))
            return false;
        return other.Accounts.Any(a => ClusterContext.PublishedDay(a.Report) is LocalDate told && told >= day.Start);
    }

    private int Likeness(EventUnit plan, EventUnit other)
    {
        if (!(EventKinds.Compatible(plan.Type, other.Type) || (IsMeeting(plan) && IsMeeting(other))) || !_context.PlacesCompatible(plan.Place, other.Place))
            return 0;
        ActorAffinity parties = _context.Affinity([.. plan.Participants], [.. other.Participants]);
        if (parties == ActorAffinity.Conflict && plan.Participants.Any() && other.Participants.Any())
            return 0;
        // That others met there that day does not bring him there who was to come.
        if (IsMeeting(plan) && Named(plan) is { Length: > 0 } expected && !expected.Any(id => other.Participants.Contains(id, StringComparer.Ordinal)))
            return 0;
        int shared = plan.Content.Count(other.Content.Contains);
        return (parties >= ActorAffinity.Close ? 2 : parties == ActorAffinity.Compatible ? 1 : 0)
            + (plan.Place is not null && string.Equals(plan.Place, other.Place, StringComparison.Ordinal) ? 1 : 0)
            + (plan.Place is null != other.Place is null && string.Equals(plan.Place ?? plan.Scene, other.Place ?? other.Scene, StringComparison.Ordinal) ? 1 : 0)
            + (plan.Modes.Any(m => other.Modes.Contains(m, StringComparer.Ordinal)) ? 1 : 0)
            + (plan.Lemmas.Overlaps(other.Lemmas) ? 1 : 0)
            + Math.Min(2, shared / 2)
            + (BeginsAsPlanned(plan, other) ? 2 : 0);
    }

    private string[] Named(EventUnit unit) => [.. unit.Participants.Where(id => _context.Actor(id) is { IsNamed: true })];

    private IEnumerable<string> ActorsIn(int report, int sentence) => _context.Reports[report].MentionsBySentence[sentence]
        .Where(m => m.Actor >= 0).Select(m => _context.Reports[report].ActorIds[m.Actor]).OfType<string>().Distinct(StringComparer.Ordinal);

    // Another account of the same plan, whose sentence says that it came to nothing.
    private (EventAccount, PlanCue)? CalledOff(EventUnit plan)
    {
        foreach ((EventUnit unit, EventAccount by, PlanCue cue) in _calledOff)
        {
            bool isLater = ClusterContext.PublishedDay(by.Report) is LocalDate told && plan.Accounts.Any(a => ClusterContext.PublishedDay(a.Report) is LocalDate from && from <= told && Period.DaysBetween(from, told) <= 2 * CueDays);
            bool sameDays = plan.When is not EdtfDate day || unit.When is not EdtfDate other || day.Overlaps(other);
            if (isLater && sameDays && Likeness(plan, unit) >= NearLikeness)
                return (by, cue);
        }
        return null;
    }

    // "He cancelled his trip to X", "he sent his regrets": of one who was expected there, in the days of the plan.
    private (ReportInFusion, PlanCue)? StayedAway(EventUnit plan)
    {
        if (!IsMeeting(plan) || plan.When is not { Precision: DatePrecision.Day } day || plan.Accounts.Select(a => ClusterContext.PublishedDay(a.Report)).Min() is not LocalDate planned)
            return null;
        foreach ((int r, int c) in plan.Initiators.Where(id => _context.Actor(id) is { IsNamed: true, Kind: ActorKind.Person }).SelectMany(id => _cuesByActor[id]).Distinct().Order())
        {
            PlanCue cue = _cues[r][c];
            bool inTime = ClusterContext.PublishedDay(_context.Reports[r]) is LocalDate told && told >= planned && Math.Abs(Period.DaysBetween(day.Start, told)) <= NearDays;
            if (inTime && cue.IsOfPerson && (cue.IsAbsence || plan.Content.Any(cue.Words.Contains)))
                return (_context.Reports[r], cue);
        }
        return null;
    }

    // What is told on its third day began two days before.
    private static bool BeginsAsPlanned(EventUnit plan, EventUnit other) =>
        plan.When is { Precision: DatePrecision.Day } day && other.When is { Precision: DatePrecision.Day or DatePrecision.Interval } days && days.Start == day.Start;

    private static bool IsMeeting(EventUnit unit) => unit.Type is EventType.Consult or EventType.Agree;

    // A sentence elsewhere that calls off or puts off what shares the plan's own words.
    private (ReportInFusion, PlanCue)? Told(EventUnit plan)
    {
        LocalDate? planned = plan.Accounts.Select(a => ClusterContext.PublishedDay(a.Report)).Min();
        foreach ((int r, int c) in plan.Lemmas.Concat(plan.Lemmas.Select(_context.Senses.StemOf)).SelectMany(lemma => _cuesByLemma[lemma]).Distinct().Order())
        {
            LocalDate? day = ClusterContext.PublishedDay(_context.Reports[r]);
            if (planned is not LocalDate from || day is not LocalDate told || told < from || (plan.When is EdtfDate when && Period.DaysBetween(when.End, told) > CueDays))
                continue;
            if (!_cues[r][c].IsAbsence && plan.Content.Count(_cues[r][c].Words.Contains) >= LeastWords)
                return (_context.Reports[r], _cues[r][c]);
        }
        return null;
    }

    // What was put off is the like event on the next later day.
    private string? LaterOf(EventUnit plan, Func<int, string?> idOf)
    {
        for (int u = 0; u < _units.Count; u++)
        {
            EventUnit other = _units[u];
            if (ReferenceEquals(other, plan) || other.Status is not (ClaimStatus.Planned or ClaimStatus.Happened) || !EventKinds.Compatible(plan.Type, other.Type) || idOf(u) is not string id)
                continue;
            if (plan.When is EdtfDate day && other.When is { Precision: DatePrecision.Day } later && later.Start > day.End && Period.DaysBetween(day.End, later.Start) <= 2 * CueDays && Likeness(plan, other) >= 2)
                return id;
        }
        return null;
    }

    private static IEnumerable<string> KeysOf(EventUnit unit)
    {
        if ((unit.When ?? unit.Window) is not EdtfDate days || Period.DaysBetween(days.Start, days.End) > 2 * CueDays)
            yield break;
        for (LocalDate day = days.Start; day <= days.End; day = day.PlusDays(1))
            yield return (IsMeeting(unit) ? "meeting" : EventKinds.Block(unit.Type)) + "|" + EdtfDate.Day(day);
    }

    private string EvidenceOf(EventAccount account) => _evidence.Add(account.Report.Report, account.Claim.Evidence);
}
