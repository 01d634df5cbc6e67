using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>A report's publication date with what it rests on.</summary>
internal sealed record AnchoredDate(Publication Published, string? Explanation, IReadOnlyList<string> Evidence);

/// <summary>
/// Dates undated reports. Each possible day is weighed by how usual the report's own words would be on it (weekdays, own dates) and by the
/// events that dated reports place on the days it would then speak of. The surest are settled first and help to settle the rest, all of one
/// round together, so the order of reports cannot matter. Without an own date or a shared event nothing is asserted.
/// </summary>
internal sealed class Anchor
{
    private const double LikeEnough = 2.4;
    private const int MaxNeighbours = 12;
    private const double MinCompany = 2;
    private const int MaxSpread = 4;

    /// <summary>How sure a day must be, round by round; zero asks for a few days that hold most of the likelihood.</summary>
    private static readonly double[] Rounds = [0.9, 0.8, 0.7, 0.62, 0];
    private readonly IReadOnlyList<ReportClaims> _reports;
    private readonly ReportCompany _company;
    private readonly IReadOnlyList<AnchorUnit>[] _units;
    private readonly EdtfDate?[] _dates;
    private readonly bool[] _given;

    /// <summary>How strongly events that only look alike may agree by chance: the longer the time that the reports span, the more.</summary>
    private readonly double _chance;
    private readonly Dictionary<(int, int), List<(AnchorUnit Own, AnchorUnit Theirs, double Likeness)>> _pairs = [];

    private Anchor(IReadOnlyList<ReportClaims> reports, FusedActors actors, FusedPlaces places, ReportCompany company)
    {
        _reports = reports;
        _company = company;
        _units = [.. reports.Select((r, i) => AnchorUnit.Of(r, actors.Ids[i], places.Ids[i]))];
        _dates = [.. reports.Select(r => Usable(r.Source.Report.Published.Date))];
        _given = [.. _dates.Select(d => d is not null)];
        LocalDate[] given = [.. _dates.OfType<EdtfDate>().Select(d => d.Start).Order()];
        _chance = given.Length == 0 ? 1 : 1 + Math.Log(1 + (Period.DaysBetween(given[0], given[^1]) / 30.0));
    }

    /// <summary>The publication dates of <paramref name="reports"/>: given ones as they are, the others as far as they can be inferred.</summary>
    public static IReadOnlyList<AnchoredDate> Date(
        IReadOnlyList<ReportClaims> reports, FusedActors actors, FusedPlaces places, ReportCompany company, EvidenceTable evidence)
    {
        if (reports.All(r => Usable(r.Source.Report.Published.Date) is not null))
            return [.. reports.Select(r => new AnchoredDate(r.Source.Report.Published, null, []))];
        return new Anchor(reports, actors, places, company).Solve(evidence);
    }

    private static EdtfDate? Usable(EdtfDate? given) => given is { Precision: DatePrecision.Day or DatePrecision.Interval } ? given : null;

    private AnchoredDate[] Solve(EvidenceTable evidence)
    {
        AnchoredDate[] result = [.. _reports.Select(r => new AnchoredDate(r.Source.Report.Published, null, []))];
        SortedSet<int> open = [.. Enumerable.Range(0, _reports.Count).Where(i => !_given[i])];
        Dictionary<int, AnchorClues> clues = open.ToDictionary(i => i, i => new AnchorClues(_reports[i].Source));
        for (int round = 0; round < Rounds.Length && open.Count > 0;)
        {
            List<(int Report, EdtfDate Date, AnchoredDate Result)> settled = [];
            foreach (int report in open)
            {
                if (Judge(report, clues[report], Rounds[round], evidence) is (EdtfDate date, AnchoredDate anchored))
                    settled.Add((report, date, anchored));
            }
            foreach ((int report, EdtfDate date, AnchoredDate anchored) in settled)
            {
                _dates[report] = date;
                result[report] = anchored;
                open.Remove(report);
            }
            // What is settled may make others as sure; only when nothing more is does less sureness do.
            round += settled.Count == 0 ? 1 : 0;
        }
        return result;
    }

    private (EdtfDate, AnchoredDate)? Judge(int report, AnchorClues clues, double sure, EvidenceTable evidence)
    {
        int[] neighbours = [.. _company.Neighbours(report, MaxNeighbours, MinCompany, i => _dates[i] is not null)];
        LocalDate[] days = [.. Candidates(clues, neighbours).Where(clues.Allows)];
        if (days.Length == 0)
            return null;
        Dictionary<(int, int), EdtfDate?> theirDays = TheirDays(report, neighbours);
        Candidate[] candidates = [.. days.Select(day => Weigh(report, day, clues, neighbours, theirDays))];
        double top = candidates.Max(c => c.Score);
        double mass = candidates.Sum(c => Math.Exp(c.Score - top));
        Candidate best = candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Day).First();
        if (!clues.PastDates.Any(p => Period.DaysBetween(p.Day, best.Day) is >= 0 and <= 7))
        {
            if (best.Votes < LikeEnough)
                return null;
            mass += Math.Exp(_chance - top);
        }
        if (sure > 0 && 1 / mass >= sure)
            return Settle(report, EdtfDate.Day(best.Day), best, clues, evidence);
        if (sure > 0)
            return null;
        Candidate[] likely = [.. candidates.Where(c => Math.Exp(c.Score - top) / mass >= 0.1).OrderBy(c => c.Day)];
        if (likely.Length == 0)
            return null;
        double covered = likely.Sum(c => Math.Exp(c.Score - top)) / mass;
        bool narrow = Period.DaysBetween(likely[0].Day, likely[^1].Day) < MaxSpread && covered >= 0.8;
        return narrow ? Settle(report, EdtfDate.Interval(likely[0].Day, likely[^1].Day), best, clues, evidence) : null;
    }

    private SortedSet<LocalDate> Candidates(AnchorClues clues, int[] neighbours)
    {
        SortedSet<LocalDate> days = [];
        foreach (int neighbour in neighbours)
            AddRange(_dates[neighbour]!.Value.Start.PlusDays(-21), 36);
        foreach (LocalDate own in clues.PastDates.Select(p => p.Day).Distinct())
            AddRange(own, 15);
        return days;

        void AddRange(LocalDate first, int count)
        {
            for (int i = 0; i < count; i++)
                days.Add(first.PlusDays(i));
        }
    }

    /// <summary>The days on which the neighbours place what they tell, by neighbour and time.</summary>
    private Dictionary<(int, int), EdtfDate?> TheirDays(int report, int[] neighbours)
    {
        Dictionary<(int, int), EdtfDate?> days = [];
        foreach (int neighbour in neighbours)
        {
            IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(_reports[neighbour].Source, _dates[neighbour]);
            foreach ((AnchorUnit _, AnchorUnit theirs, double _) in Pairs(report, neighbour))
            {
                if (theirs.Time >= 0)
                    days[(neighbour, theirs.Time)] = times[theirs.Time];
            }
        }
        return days;
    }

    private List<(AnchorUnit Own, AnchorUnit Theirs, double Likeness)> Pairs(int report, int neighbour)
    {
        if (!_pairs.TryGetValue((report, neighbour), out List<(AnchorUnit, AnchorUnit, double)>? pairs))
        {
            pairs = [];
            foreach (AnchorUnit own in _units[report])
            {
                foreach (AnchorUnit theirs in _units[neighbour].Where(u => u.Time >= 0))
                {
                    double likeness = own.Likeness(theirs);
                    if (likeness >= LikeEnough)
                        pairs.Add((own, theirs, likeness));
                }
            }
            _pairs.Add((report, neighbour), pairs);
        }
        return pairs;
    }

    private Candidate Weigh(int report, LocalDate day, AnchorClues clues, int[] neighbours, Dictionary<(int, int), EdtfDate?> theirDays)
    {
        EdtfDate?[] own = TimeResolver.ResolveOn(_reports[report].Source, day);
        SortedDictionary<int, double> bestOfUnit = [];
        double against = 0;
        Vote? strongest = null;
        foreach (int neighbour in neighbours)
        {
            foreach ((AnchorUnit unit, AnchorUnit theirs, double likeness) in Pairs(report, neighbour))
            {
                if (theirDays[(neighbour, theirs.Time)] is not { Precision: DatePrecision.Day } told)
                    continue;
                double weight = likeness * (_given[neighbour] ? 1.2 : 1);
                if (unit.Time < 0)
                {
                    // What the report knows as past had happened when it was published.
                    if (told.Start > day && likeness >= LikeEnough + 1)
                        against = Math.Max(against, 1.5);
                    continue;
                }
                if (own[unit.Time] is not { Precision: DatePrecision.Day } spoken || spoken.Start != told.Start)
                    continue;
                bestOfUnit[unit.Sentence] = Math.Max(bestOfUnit.GetValueOrDefault(unit.Sentence), weight);
                if (strongest is null || weight > strongest.Weight)
                    strongest = new Vote(unit, neighbour, theirs, told, weight);
            }
        }
        double votes = bestOfUnit.Values.OrderDescending().Select((v, i) => v / (1 << Math.Min(i, 20))).Sum();
        double distance = neighbours.Length == 0
            ? 0
            : neighbours.Take(5).Average(n => Math.Min(21, Math.Abs(Period.DaysBetween(_dates[n]!.Value.Start, day)))) * 0.12;
        return new Candidate(day, votes - clues.Oddity(day) - against - distance, votes, strongest);
    }

    private (EdtfDate, AnchoredDate) Settle(int report, EdtfDate date, Candidate best, AnchorClues clues, EvidenceTable evidence)
    {
        Report own = _reports[report].Source.Report;
        List<string> reasons = [];
        SortedSet<string> proof = new(StringComparer.Ordinal);
        if (best.Strongest is Vote vote)
        {
            Report other = _reports[vote.Neighbour].Source.Report;
            TimeMention time = _reports[report].Source.Times[vote.Own.Time];
            reasons.Add($"what it tells of \u201C{time.Span.Of(own.Text)}\u201D, {other.Outlet ?? other.Path} places on {vote.Day}");
            proof.Add(evidence.Add(own, _reports[report].Source.Sentences[vote.Own.Sentence].Span));
            proof.Add(evidence.Add(other, _reports[vote.Neighbour].Source.Sentences[vote.Theirs.Sentence].Span));
        }
        if (clues.PastDates.LastOrDefault(p => p.Day <= date.End) is OwnDate last && Period.DaysBetween(last.Day, date.End) <= 7)
        {
            string where = last.Reason switch
            {
                CutReason.Embed => "an embedded post is dated",
                CutReason.Caption => "a caption is dated",
                CutReason.Byline => "a line beside the byline reads",
                _ => "its text names",
            };
            reasons.Add($"{where} {last.Words}");
            if (last.Span is TextSpan span)
                proof.Add(evidence.Add(own, span));
        }
        if (clues.Freshest(best.Day) is TimeMention fresh)
        {
            reasons.Add($"the latest day it speaks of is \u201C{fresh.Span.Of(own.Text)}\u201D");
            proof.Add(evidence.Add(own, fresh.Span));
        }
        string sentence = string.Join("; ", reasons);
        sentence = "Dated by its content: " + sentence + ".";
        return (date, new AnchoredDate(new Publication(date, PublicationBasis.Anchored, null), sentence, [.. proof]));
    }

    private sealed record Vote(AnchorUnit Own, int Neighbour, AnchorUnit Theirs, EdtfDate Day, double Weight);

    private sealed record Candidate(LocalDate Day, double Score, double Votes, Vote? Strongest);
}
