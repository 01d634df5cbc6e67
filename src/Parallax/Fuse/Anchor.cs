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
    private const double LikeInWords = 1.2;

    // "Talks on Saturday" in a report of Friday: last Saturday or the next.
    private const double OfOtherReading = 0.7;
    private const double KnowsLater = 1.5;
    private const double LeastCovered = 0.8;

    // Another day this likely is named beside the chosen one.
    private const double WorthNaming = 0.1;
    private const int MostOthers = 3;
    private const double OfPublication = 0.6;

    // Rare words that come up in a crisis are used from then on.
    private const double Rare = 10;
    private const double NotYet = 0.4;
    private const double MostOutOfTime = 5;
    private const double SomeVote = 1.2;
    private const int ManyTelling = 4;

    private const double MinCompanyOfHandful = 1;
    private const int MaxNeighbours = 12;

    // Of three reports on one thing, what all say is the thing itself.
    private const int LeastCompanions = 4;
    private const double MinCompany = 2;
    private const int MaxSpread = 4;

    /// <summary>How sure a day must be, round by round; zero asks for a few days that hold most of the likelihood.</summary>
    private static readonly double[] Rounds = [0.9, 0.8, 0.7, 0.62, 0];
    private static readonly double[] WideRounds = [0.9, 0.75, 0];
    private static readonly Dictionary<string, double> s_noFeatures = [];
    private readonly IReadOnlyList<ReportClaims> _reports;
    private readonly Dictionary<int, HashSet<string>> _usual = [];
    private bool _isWide;
    private readonly ReportCompany _company;
    private readonly Func<int, IReadOnlyList<AnchorUnit>> _unitsOf;
    private readonly WordWeights _weights;
    private readonly OccurrenceSenses _senses;
    private readonly Dictionary<int, IReadOnlyList<AnchorUnit>> _units = [];
    private readonly Dictionary<int, (IReadOnlyList<AnchorSentence> Timed, HashSet<string> All)> _words = [];
    private readonly EdtfDate?[] _dates;
    private readonly bool[] _given;

    /// <summary>How strongly events that only look alike may agree by chance: the longer the time that the reports span, the more.</summary>
    private readonly double _chance;
    private readonly Dictionary<(int, int), List<(AnchorUnit Own, AnchorUnit Theirs, double Likeness)>> _pairs = [];

    private Anchor(IReadOnlyList<ReportClaims> reports, FusedActors actors, FusedPlaces places, ReportCompany company, WordWeights weights, OccurrenceSenses senses)
    {
        _senses = senses;
        _weights = weights;
        _reports = reports;
        _company = company;
        _unitsOf = i => AnchorUnit.Of(reports[i], actors.Ids[i], places.Ids[i]);
        _dates = [.. reports.Select(r => Usable(r.Source.Report.Published.Date))];
        _given = [.. _dates.Select(d => d is not null)];
        LocalDate[] given = [.. _dates.OfType<EdtfDate>().Select(d => d.Start).Order()];
        _chance = given.Length == 0 ? 1 : 1 + Math.Log(1 + (Period.DaysBetween(given[0], given[^1]) / 30.0));
    }

    /// <summary>The publication dates of <paramref name="reports"/>: given ones as they are, the others as far as they can be inferred.</summary>
    public static IReadOnlyList<AnchoredDate> Date(
        IReadOnlyList<ReportClaims> reports, FusedActors actors, FusedPlaces places, ReportCompany company, EvidenceTable evidence, WordWeights weights, OccurrenceSenses senses)
    {
        if (reports.All(r => Usable(r.Source.Report.Published.Date) is not null))
            return [.. reports.Select(r => new AnchoredDate(r.Source.Report.Published, null, []))];
        return new Anchor(reports, actors, places, company, weights, senses).Solve(evidence);
    }

    private static EdtfDate? Usable(EdtfDate? given) => given is { Precision: DatePrecision.Day or DatePrecision.Interval } ? given : null;

    private AnchoredDate[] Solve(EvidenceTable evidence)
    {
        AnchoredDate[] result = [.. _reports.Select(r => new AnchoredDate(r.Source.Report.Published, null, []))];
        SortedSet<int> open = [.. Enumerable.Range(0, _reports.Count).Where(i => !_given[i])];
        Dictionary<int, AnchorClues> clues = open.ToDictionary(i => i, i => new AnchorClues(_reports[i].Source));
        Settle(Rounds, open, clues, result, evidence);
        // What claims alone cannot date, the words beside them may; they are looser evidence and must be surer.
        if (_reports.Count <= Fuser.Handful)
        {
            _isWide = true;
            _pairs.Clear();
            Settle(WideRounds, open, clues, result, evidence);
        }
        return result;
    }

    private void Settle(double[] rounds, SortedSet<int> open, Dictionary<int, AnchorClues> clues, AnchoredDate[] result, EvidenceTable evidence)
    {
        for (int round = 0; round < rounds.Length && open.Count > 0;)
        {
            List<(int Report, EdtfDate Date, AnchoredDate Result)> settled = [];
            foreach (int report in open)
            {
                if (Judge(report, clues[report], rounds[round], evidence) is (EdtfDate date, AnchoredDate anchored))
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
    }

    private (EdtfDate, AnchoredDate)? Judge(int report, AnchorClues clues, double sure, EvidenceTable evidence)
    {
        int[] neighbours = [.. _company.Neighbours(report, MaxNeighbours, LeastCompany, i => _dates[i] is not null)];
        LocalDate[] days = [.. Candidates(clues, neighbours).Where(clues.Allows)];
        if (days.Length == 0)
            return null;
        Dictionary<(int, int), EdtfDate?> theirDays = TheirDays(report, neighbours);
        (double Weight, LocalDate[] Days)[] telling = _isWide ? TellingWords(report, neighbours) : [];
        double least = days.Min(day => OutOfItsTime(day, telling));
        Candidate[] candidates = [.. days.Select(day => Weigh(report, day, clues, neighbours, theirDays, OutOfItsTime(day, telling) - least))];
        double top = candidates.Max(c => c.Score);
        double mass = candidates.Sum(c => Math.Exp(c.Score - top));
        Candidate best = candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Day).First();
        if (!clues.PastDates.Any(p => Period.DaysBetween(p.Day, best.Day) is >= 0 and <= 7))
        {
            bool inCompany = best.Votes >= SomeVote && telling.Length >= ManyTelling;
            if (best.Votes < LikeEnough && !inCompany)
                return null;
            mass += Math.Exp(_chance - top - (inCompany ? best.Votes : 0));
        }
        if (sure > 0 && 1 / mass >= sure)
            return Settle(report, EdtfDate.Day(best.Day), best, [.. candidates.Where(c => c.Day != best.Day && Math.Exp(c.Score - top) / mass >= WorthNaming)], clues, evidence);
        if (sure > 0)
            return null;
        Candidate[] likely = [.. candidates.Where(c => Math.Exp(c.Score - top) / mass >= 0.1).OrderBy(c => c.Day)];
        if (likely.Length == 0)
            return null;
        double covered = likely.Sum(c => Math.Exp(c.Score - top)) / mass;
        // What was yesterday is told as a weekday, too: the day after is left open.
        if (_isWide && candidates.FirstOrDefault(c => c.Day == likely[^1].Day.PlusDays(1)) is { } next)
            likely = [.. likely, next];
        bool narrow = Period.DaysBetween(likely[0].Day, likely[^1].Day) < MaxSpread && covered >= LeastCovered;
        return narrow ? Settle(report, EdtfDate.Interval(likely[0].Day, likely[^1].Day), best, [], clues, evidence) : null;
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
                if (theirs.Time < 0)
                    days[(neighbour, theirs.Time)] = _dates[neighbour];
                else
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
            if (_isWide)
                pairs.AddRange(InSameWords(report, neighbour));
            foreach (AnchorUnit own in Units(report))
            {
                foreach (AnchorUnit theirs in Units(neighbour).Where(u => u.Time >= 0))
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

    private double LeastCompany => _isWide ? MinCompanyOfHandful : MinCompany;

    private IReadOnlyList<AnchorUnit> Units(int report) =>
        _units.TryGetValue(report, out IReadOnlyList<AnchorUnit>? units) ? units : _units[report] = _unitsOf(report);

    private (IReadOnlyList<AnchorSentence> Timed, HashSet<string> All) Words(int report) =>
        _words.TryGetValue(report, out (IReadOnlyList<AnchorSentence>, HashSet<string>) words)
            ? words
            : _words[report] = (AnchorSentence.Of(_reports[report].Source, _weights, _senses), AnchorSentence.AllWords(_reports[report].Source, _senses));

    /// <summary>Pairs of times that the two reports speak of in the same words, whatever was read from the sentences.</summary>
    private IEnumerable<(AnchorUnit Own, AnchorUnit Theirs, double Likeness)> InSameWords(int report, int neighbour)
    {
        HashSet<string> usual = Usual(report);
        foreach (AnchorSentence own in Words(report).Timed)
        {
            foreach (AnchorSentence theirs in Words(neighbour).Timed)
            {
                double likeness = own.Likeness(theirs, usual);
                // Two sentences without a time say nothing of days.
                bool isDated = own.Time >= 0 || own.DaysBefore != 0 || theirs.Time >= 0 || theirs.DaysBefore != 0;
                if (!isDated || likeness < LikeInWords)
                    continue;
                // "Questioned on Tuesday, a week after he fell": who tells of the fall tells of the week before.
                bool isOfOther = own.DaysBefore == 0 && Words(report).Timed.Any(o => o.Sentence == own.Sentence && o.DaysBefore != 0 && o.Likeness(theirs, usual) >= LikeInWords);
                if (!isOfOther)
                    yield return (AsUnit(own), AsUnit(theirs), likeness);
            }
        }

        static AnchorUnit AsUnit(AnchorSentence words) => new(words.Sentence, words.Time, false, s_noFeatures) { DaysBefore = words.DaysBefore };
    }

    /// <summary>The rare words that the report shares with dated ones, with the days on which those were published: names and things come up in a crisis and go again.</summary>
    private (double Weight, LocalDate[] Days)[] TellingWords(int report, int[] neighbours)
    {
        HashSet<string> usual = Usual(report);
        List<(double, LocalDate[])> telling = [];
        foreach (string word in Words(report).All.Where(w => !usual.Contains(w) && char.IsLetter(w[0]) && _weights.Of(w) >= Rare).Order(StringComparer.Ordinal))
        {
            LocalDate[] days = [.. neighbours.Where(n => Words(n).All.Contains(word)).Select(n => _dates[n]!.Value.Start).Order()];
            if (days.Length > 0)
                telling.Add((Math.Min(1.5, (_weights.Of(word) - Rare) / 2), days));
        }
        return [.. telling];
    }

    /// <summary>What speaks against <paramref name="day"/> because the report's own words had not come up yet, or had gone out of use.</summary>
    private static double OutOfItsTime(LocalDate day, (double Weight, LocalDate[] Days)[] telling)
    {
        double sum = 0;
        foreach ((double weight, LocalDate[] days) in telling)
        {
            int before = Period.DaysBetween(day, days[0]);
            sum += weight * (before > 0 ? NotYet + Math.Min(1, before * 0.1) : Math.Min(1, days.Min(d => Math.Abs(Period.DaysBetween(d, day))) * 0.1));
        }
        return MostOutOfTime * (1 - Math.Exp(-sum / MostOutOfTime));
    }

    /// <summary>The words that most of the reports in the company of <paramref name="report"/> have.</summary>
    private HashSet<string> Usual(int report)
    {
        if (_usual.TryGetValue(report, out HashSet<string>? usual))
            return usual;
        int[] company = [report, .. _company.Neighbours(report, MaxNeighbours, LeastCompany, _ => true)];
        return _usual[report] = [.. company.SelectMany(i => Words(i).All).CountBy(w => w, StringComparer.Ordinal).Where(w => company.Length >= LeastCompanions && w.Value > 2 && w.Value * 2 > company.Length).Select(w => w.Key)];
    }

    private Candidate Weigh(int report, LocalDate day, AnchorClues clues, int[] neighbours, Dictionary<(int, int), EdtfDate?> theirDays, double outOfTime)
    {
        EdtfDate?[] own = TimeResolver.ResolveOn(_reports[report].Source, day);
        SortedDictionary<int, double> bestOfUnit = [];
        double against = 0;
        Vote? strongest = null;
        foreach (int neighbour in neighbours)
        {
            foreach ((AnchorUnit unit, AnchorUnit theirs, double likeness) in Pairs(report, neighbour))
            {
                if (theirDays[(neighbour, theirs.Time)] is not { Precision: DatePrecision.Day } when)
                    continue;
                LocalDate told = when.Start.PlusDays(-theirs.DaysBefore);
                bool isPublication = theirs.Time < 0 && theirs.DaysBefore == 0;
                double weight = likeness * (_given[neighbour] ? 1.2 : 1) * (isPublication ? OfPublication : 1);
                if (unit.Time < 0 && unit.DaysBefore == 0)
                {
                    // What the report knows as past had happened when it was published.
                    if (told > day && theirs.Time >= 0 && likeness >= LikeEnough + 1)
                        against = KnowsLater;
                    continue;
                }
                if (unit.Time >= 0 && own[unit.Time] is not { Precision: DatePrecision.Day })
                    continue;
                LocalDate spoken = (unit.Time >= 0 ? own[unit.Time]!.Value.Start : day).PlusDays(-unit.DaysBefore);
                // What a report tells without a day is news of its own day or the one before.
                int apart = Period.DaysBetween(spoken, told);
                if (!isPublication && apart != 0 && OtherReading(neighbour, theirs.Time) is LocalDate other && other.PlusDays(-theirs.DaysBefore) == spoken)
                    (told, apart, weight) = (spoken, 0, weight * OfOtherReading);
                if (isPublication ? apart is not (0 or 1) : apart != 0)
                    continue;
                if (isPublication && apart == 1)
                    weight *= OfPublication;
                bestOfUnit[unit.Sentence] = Math.Max(bestOfUnit.GetValueOrDefault(unit.Sentence), weight);
                if (strongest is null || weight > strongest.Weight)
                    strongest = new Vote(unit, neighbour, theirs, EdtfDate.Day(told), weight);
            }
        }
        double votes = bestOfUnit.Values.OrderDescending().Select((v, i) => v / (1 << Math.Min(i, 20))).Sum();
        against += outOfTime;
        double distance = neighbours.Length == 0
            ? 0
            : neighbours.Take(5).Average(n => Math.Min(21, Math.Abs(Period.DaysBetween(_dates[n]!.Value.Start, day)))) * 0.12;
        return new Candidate(day, votes - clues.Oddity(day) - against - distance, votes, strongest);
    }

    /// <summary>The day that a weekday of a dated report names if it looks ahead; null where the words themselves show that it does not, or no such day is near.</summary>
    private LocalDate? OtherReading(int neighbour, int time)
    {
        if (time < 0 || _dates[neighbour] is not { Precision: DatePrecision.Day } published || _reports[neighbour].Source.Times[time] is not { Direction: TimeDirection.Unknown } mention || !mention.Expression.NeedsPublication)
            return null;
        return mention.Expression.Resolve(published.Start, null, TimeDirection.Future) is { Precision: DatePrecision.Day } ahead && Period.DaysBetween(published.Start, ahead.Start) is > 0 and <= 7 ? ahead.Start : null;
    }

    private (EdtfDate, AnchoredDate) Settle(int report, EdtfDate date, Candidate best, Candidate[] others, AnchorClues clues, EvidenceTable evidence)
    {
        Report own = _reports[report].Source.Report;
        List<string> reasons = [];
        SortedSet<string> proof = new(StringComparer.Ordinal);
        if (best.Strongest is Vote vote)
        {
            Report other = _reports[vote.Neighbour].Source.Report;
            string told = vote.Own.DaysBefore != 0 || vote.Own.Time < 0 ? vote.Own.DaysBefore + " days before" : $"\u201C{_reports[report].Source.Times[vote.Own.Time].Span.Of(own.Text)}\u201D";
            reasons.Add($"what it tells of {told}, {other.Outlet ?? other.Path} places on {vote.Day}");
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
        if (others.Length > 0)
            sentence += " Less likely, but possible: " + string.Join(", ", others.OrderByDescending(c => c.Score).ThenBy(c => c.Day).Take(MostOthers).Select(c => EdtfDate.Day(c.Day).ToString())) + ".";
        return (date, new AnchoredDate(new Publication(date, PublicationBasis.Anchored, null), sentence, [.. proof]));
    }

    private sealed record Vote(AnchorUnit Own, int Neighbour, AnchorUnit Theirs, EdtfDate Day, double Weight);

    private sealed record Candidate(LocalDate Day, double Score, double Votes, Vote? Strongest);
}
