using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Brings the figure claims of all reports to one scope each, and writes each scope as a figure with every reading.</summary>
internal sealed class FigureMerger
{
    private const int Window = 200;
    private readonly ClusterContext _context;
    private readonly IReadOnlyList<EventUnit> _units;
    private readonly Dictionary<(int Report, int Claim), int> _unitOf = [];
    private readonly EvidenceTable _evidence;
    private readonly StoryTolls _tolls;

    public FigureMerger(LanguageData data, ClusterContext context, IReadOnlyList<EventUnit> units, EvidenceTable evidence)
    {
        _tolls = new StoryTolls(data, context, units);
        _context = context;
        _units = units;
        _evidence = evidence;
        for (int u = 0; u < units.Count; u++)
        {
            foreach (EventAccount account in units[u].Accounts)
                _unitOf[(account.ReportIndex, account.Index)] = u;
        }
    }

    /// <summary>The figures; <paramref name="eventIds"/> gives the id of each unit's event, null where it was refused.</summary>
    public IReadOnlyList<Figure> Merge(IReadOnlyList<string?> eventIds)
    {
        List<FigureItem> items = [];
        for (int r = 0; r < _context.Reports.Count; r++)
            items.AddRange(ItemsOf(_context.Reports[r], r));
        FigureScope scope = new(_context, UnitsCompatible);
        List<ClusterPair> pairs = [];
        HashSet<(int, string)> several = Several(items);
        foreach ((int a, int b) in ClusterBuilder.Candidates([.. items.Select(Keys)], Window))
        {
            if (MayJoin(scope, several, items[a], items[b]))
                pairs.Add(new ClusterPair(a, b, Score(scope, items[a], items[b])));
        }
        List<Figure> figures = [];
        List<List<int>> clusters = [.. ClusterBuilder.Join(items.Count, pairs, (a, b) => MayJoin(scope, several, items[a], items[b])).Select(c => c.ToList())];
        foreach (List<int> cluster in _tolls.Join(clusters, items))
            figures.Add(new FigureLedger(_context, _units, eventIds, _evidence).Build([.. cluster.Select(i => items[i])]));
        return figures.InOrder();
    }

    /// <summary>Where a report gives several numbers of what looks like one scope, a differing number elsewhere cannot be set against any one of them.</summary>
    private static HashSet<(int, string)> Several(List<FigureItem> items) =>
        [.. items.Where(i => i.Unit >= 0)
            .GroupBy(i => (i.Unit, i.ReportIndex, Key: ScopeKey(i)))
            .Where(g => g.Any(x => g.Any(y => !x.Value.CompatibleWith(y.Value) && string.Equals(x.Witness, y.Witness, StringComparison.Ordinal) && !OnOtherDays(x, y))))
            .Select(g => (g.Key.Unit, g.Key.Key))];

    // "killed six on Thursday; a watchman died on Saturday": the days tell the two apart.
    private static bool OnOtherDays(FigureItem a, FigureItem b) => a.When is { } one && b.When is { } other && !one.Overlaps(other);

    private static bool MayJoin(FigureScope scope, HashSet<(int, string)> several, FigureItem a, FigureItem b) =>
        scope.MayJoin(a, b) && (a.Value.CompatibleWith(b.Value) || (IsDated(a) && IsDated(b) && (a.Unit < 0 || !several.Contains((a.Unit, ScopeKey(a))))));

    // A toll told without a day in a report without a date may be another day's; it is not set against anybody's.
    private static bool IsDated(FigureItem item) =>
        !item.IsToll || ClusterContext.PublishedDay(item.Report) is not null || item.Report.TimeOf(item.Claim) is not null;

    // "Nine children and two teachers" are parts of one toll, and do not make a toll of "13 people" one of several.
    private static string ScopeKey(FigureItem item) => item.Measure + "|" + item.Class + "|" + item.Scope + "|" + string.Join(' ', item.OfWords.Order(StringComparer.Ordinal));

    private static int Score(FigureScope scope, FigureItem a, FigureItem b) =>
        (scope.Compare(a, b) == ScopeMatch.Same ? 40 : 0)
        + (a.Value.SameAs(b.Value) ? 40 : a.Value.CompatibleWith(b.Value) ? 20 : 0)
        + (a.Unit >= 0 && a.Unit == b.Unit ? 15 : 0)
        + (a.OfWords.SetEquals(b.OfWords) ? 5 : 0);

    private bool UnitsCompatible(int a, int b)
    {
        EventUnit x = _units[a];
        EventUnit y = _units[b];
        return EventKinds.Compatible(x.Type, y.Type) && (x.When is not { } v || y.When is not { } w || v.Overlaps(w)) && _context.PlacesCompatible(x, y);
    }

    private IEnumerable<FigureItem> ItemsOf(ReportInFusion report, int index)
    {
        IReadOnlyList<Claim> claims = report.Claims.Claims;
        for (int i = 0; i < claims.Count; i++)
        {
            if (claims[i] is not FigureClaim claim || claim.Status == ClaimStatus.Hypothetical || report.IsRepeated(claim))
                continue;
            QuantityMention quantity = report.Annotated.Quantities[claim.Quantity];
            int unit = UnitOf(report, index, claim);
            EventUnit? about = unit >= 0 ? _units[unit] : null;
            EdtfDate? when = report.TimeOf(claim) ?? about?.When ?? (FigureItem.IsTollMeasure(claim.Measure) ? report.NarrativeTimeOf(claim) : claim.Measure == Measure.Participants ? CrowdDayOf(report, claim) : null);
            string? owner = claim.OfActor >= 0 && claim.OfActor < report.ActorIds.Count ? report.ActorIds[claim.OfActor] : null;
            if (owner is null && claim.Measure is Measure.Troops or Measure.Police or Measure.Weapons && about is { Initiators.Count: 1 })
                owner = about.Initiators[0];
            yield return new FigureItem
            {
                Report = report,
                ReportIndex = index,
                Claim = claim,
                Quantity = quantity,
                Value = FigureValue.Of(quantity, report.Report.Text),
                Unit = unit,
                When = when,
                Window = when ?? EventTimes.WindowOf(report, claim),
                Place = report.PlaceOf(claim) ?? about?.Place,
                Class = _context.Classes.OfPhrase(claim.Of) ?? (_context.Actor(owner) is { } actor && ClusterClasses.IsPeople(actor.Class) ? actor.Class : null),
                OfWords = new HashSet<string>(_context.ContentOf(claim.Of), StringComparer.Ordinal),
                Owner = owner,
                Owners = OwnersOf(report, claim, owner),
                Scope = string.Join(' ', claim.Scope.Order(StringComparer.Ordinal)),
                Witness = _context.WitnessOf(report, claim),
            };
        }
    }

    /// <summary>Crowds gather anew each day: the only day of the sentence, else the day that the text carries on.</summary>
    private static EdtfDate? CrowdDayOf(ReportInFusion report, FigureClaim claim)
    {
        EdtfDate? only = null;
        for (int i = 0; i < report.Times.Count; i++)
        {
            if (report.Annotated.Times[i].Sentence != claim.Sentence || report.Times[i] is not { Precision: DatePrecision.Day } day)
                continue;
            if (only is { } known && !known.Overlaps(day))
                return null;
            only = day;
        }
        return only ?? report.NarrativeTimeOf(claim);
    }

    private string[] OwnersOf(ReportInFusion report, FigureClaim claim, string? owner) =>
        [.. report.MentionsBySentence[claim.Sentence].Where(m => m.Actor >= 0 && m.Form == MentionForm.Name && claim.Evidence.Contains(m.HeadSpan))
            .Select(m => report.ActorIds[m.Actor]).Append(owner).OfType<string>().Concat(_context.NamedIn(claim.Of))
            .Where(id => _context.Actor(id) is { Kind: ActorKind.ArmedForce or ActorKind.Organisation or ActorKind.Police or ActorKind.Government })
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The event of a figure: the one its clause names, else the only one of its sentence that can cause it.</summary>
    private int UnitOf(ReportInFusion report, int index, FigureClaim claim)
    {
        if (claim.Event >= 0 && _unitOf.TryGetValue((index, claim.Event), out int unit))
            return unit;
        if (!FigureItem.IsTollMeasure(claim.Measure))
            return -1;
        int found = -1;
        for (int i = 0; i < report.Claims.Claims.Count; i++)
        {
            if (report.Claims.Claims[i] is EventClaim { Type: EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Casualties } cause
                && cause.Sentence == claim.Sentence && cause.Status == claim.Status && _unitOf.TryGetValue((index, i), out int other))
            {
                if (found >= 0 && found != other)
                    return -1;
                found = other;
            }
        }
        return found;
    }

    private static List<string> Keys(FigureItem item)
    {
        string block = item.Measure + "|" + item.Claim.Unit + "|" + item.Scope + (item.IsBackground ? "|old|" : "|");
        List<string> keys = [];
        if (item.Unit >= 0)
            keys.Add(block + "e" + item.Unit.ToString(CultureInfo.InvariantCulture));
        if (item.IsStanding)
            keys.AddRange(item.Owners.Select(o => block + "o" + o));
        keys.Add(block + "n" + item.Value.Stated.ToString(CultureInfo.InvariantCulture));
        return keys;
    }
}
