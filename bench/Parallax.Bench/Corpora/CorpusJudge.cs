using System.Globalization;
using Parallax.Assess;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>What one corpus came to, by name of the score.</summary>
internal sealed class CorpusTally
{
    private readonly SortedDictionary<string, (double Right, double All)> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, (double Right, double All)> Counts => _counts;

    public List<string> Missed { get; } = [];

    public void Add(string name, bool right, Func<string> missed) => Add(name, right ? 1 : 0, 1, missed);

    public void Add(string name, double right, double all, Func<string> missed)
    {
        (double r, double a) = _counts.GetValueOrDefault(name);
        _counts[name] = (r + right, a + all);
        if (right < all)
            Missed.Add(name + ": " + missed());
    }
}

/// <summary>
/// Holds the situation of one corpus against its gold. Each account of an event found is tied to the event of the gold that its report tells of, that
/// takes its type and whose places, people and numbers its sentence names best; accounts that fit two equally, or none, say nothing.
/// </summary>
internal sealed class CorpusJudge
{
    private readonly GoldCorpus _gold;
    private readonly Situation _found;
    private readonly Dictionary<string, string> _numberOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Evidence> _evidence;
    private readonly Dictionary<string, double> _weights;

    // By event of the gold, the events found with the number of accounts that are tied to it.
    private readonly Dictionary<string, SortedDictionary<string, int>> _foundOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _goldOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Event> _events;
    private readonly CorpusTally _tally = new();

    private CorpusJudge(GoldCorpus gold, Situation found)
    {
        _gold = gold;
        _found = found;
        foreach (ReportEntry report in found.Reports)
        {
            foreach (string path in report.Copies.Prepend(report.Path))
                _numberOf.TryAdd("r" + path[(path.LastIndexOf('#') + 1)..], report.Id);
        }
        _actors = found.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _places = found.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _evidence = found.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _events = found.Events.ToDictionary(e => e.Id, StringComparer.Ordinal);
        _weights = gold.Events.SelectMany(e => e.Words).CountBy(w => w, StringComparer.Ordinal).ToDictionary(w => w.Key, w => 1.0 / w.Value, StringComparer.Ordinal);
    }

    public static CorpusTally Judge(GoldCorpus gold, Situation found)
    {
        CorpusJudge judge = new(gold, found);
        judge.TieAccounts();
        judge.Events();
        judge.Outcomes();
        judge.Published();
        judge.Actors();
        judge.Origins();
        judge.Escalation();
        judge.MustNot();
        return judge._tally;
    }

    private void TieAccounts()
    {
        List<string> gold = [];
        List<int> found = [];
        for (int e = 0; e < _found.Events.Count; e++)
        {
            Event happening = _found.Events[e];
            foreach (Account account in happening.Accounts)
            {
                if (TiedTo(happening, account) is not GoldEvent tied)
                    continue;
                gold.Add(tied.Id);
                found.Add(e);
                Count(_foundOf, tied.Id, happening.Id);
                Count(_goldOf, happening.Id, tied.Id);
            }
        }
        (double precision, double recall) = BCubed.Of(gold, found);
        _tally.Add("together.precision", precision * gold.Count, gold.Count, () => string.Join("; ", _goldOf.Where(g => g.Value.Count > 1).Select(g => $"{Shown(g.Key)} holds {string.Join(' ', g.Value.Keys)}")));
        _tally.Add("together.recall", recall * gold.Count, gold.Count, () => string.Join("; ", _foundOf.Where(g => g.Value.Count > 1).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"\n        {g.Key} is {string.Join(" + ", g.Value.Keys.Select(Shown))}")));

        static void Count(Dictionary<string, SortedDictionary<string, int>> table, string key, string value)
        {
            if (!table.TryGetValue(key, out SortedDictionary<string, int>? counts))
                table.Add(key, counts = new(StringComparer.Ordinal));
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    private GoldEvent? TiedTo(Event happening, Account account)
    {
        HashSet<string> words = [.. GoldEvent.ContentWords(_evidence[account.Evidence].Exact)];
        words.UnionWith(_evidence[account.Evidence].Exact.Split([' ', ',', '.']).Where(w => w.Length > 0 && char.IsAsciiDigit(w[0])));
        GoldEvent[] candidates = [.. _gold.Events.Where(g => g.Takes(TypeOf(happening)) && g.Reports.Any(r => _numberOf.GetValueOrDefault(r) == account.Report))];
        (GoldEvent Gold, double Score)[] ranked = [.. candidates.Select(g => (Gold: g, Score: g.Words.Where(words.Contains).Sum(w => _weights[w]) + (DayIs(happening, g) ? 0.3 : 0)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Gold.Id, StringComparer.Ordinal)];
        return ranked.Length == 0 || ranked[0].Score <= 0 || (ranked.Length > 1 && ranked[1].Score >= ranked[0].Score) ? null : ranked[0].Gold;
    }

    private static string TypeOf(Event happening) => happening.Type.ToString().ToUpperInvariant();

    private static bool DayIs(Event happening, GoldEvent gold) =>
        happening.When is { } when && gold.Days.Any(d => d == when.Edtf.TrimEnd('~') || (d.Contains('/', StringComparison.Ordinal) && d.Split('/') is [var from, var to] && Within(when.Edtf, from, to)));

    private static bool Within(string day, string from, string to) =>
        string.CompareOrdinal(day[..Math.Min(10, day.Length)], from) >= 0 && string.CompareOrdinal(day[Math.Max(0, day.Length - 10)..], to + "~") <= 0;

    /// <summary>The event found that tells a gold event best: by accounts that are tied to it, then by its day.</summary>
    private Event? Main(string id)
    {
        if (!_foundOf.TryGetValue(id, out SortedDictionary<string, int>? found))
            return null;
        GoldEvent gold = _gold.Events.Single(e => e.Id == id);
        return found.OrderByDescending(f => f.Value).ThenByDescending(f => gold.Statuses.Contains(StatusOf(_events[f.Key]), StringComparer.Ordinal)).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => _events[f.Key]).First();
    }

    private static string StatusOf(Event happening) => happening.Status.ToString().ToLowerInvariant();

    private void Events()
    {
        foreach (GoldEvent gold in _gold.Events)
        {
            Event? main = Main(gold.Id);
            if (gold.MayBeMissing && main is null)
                continue;
            _tally.Add("events", main is not null, () => $"{gold.Id} {gold.Types[0]} {gold.Days[0]} is not found");
            if (main is null)
                continue;
            if (!gold.Days.Contains("*") && !gold.Days.Contains("-"))
                _tally.Add("days", DayIs(main, gold), () => $"{gold.Id} {gold.Days[0]} is {Shown(main.Id)}");
            if (!gold.Places.Contains("*") && !gold.Places.Contains("-"))
                _tally.Add("places", gold.Places.Any(p => IsPlace(main.Where, p)), () => $"{gold.Id} {gold.Places[0]} is {Shown(main.Id)}");
            _tally.Add("status", gold.Statuses.Contains(StatusOf(main), StringComparer.Ordinal), () => $"{gold.Id} {gold.Statuses[0]} is {Shown(main.Id)}");
            string[] told = [.. gold.Reports.Select(r => _numberOf.GetValueOrDefault(r)).OfType<string>()];
            int both = told.Count(main.Reports.Contains);
            _tally.Add("told.precision", both, main.Reports.Count, () => $"{gold.Id} also told by {string.Join(' ', main.Reports.Except(told).Select(NumberOf))}: {Shown(main.Id)}");
            _tally.Add("told.recall", both, told.Length, () => $"{gold.Id} not told by {string.Join(' ', told.Except(main.Reports).Select(NumberOf))}: {Shown(main.Id)}");
        }
    }

    private string NumberOf(string report) => _numberOf.Where(n => n.Value == report).Select(n => n.Key).FirstOrDefault() ?? report;

    private bool IsPlace(string? id, string name) =>
        id is not null && _places.TryGetValue(id, out Place? place) && (Folding.Fold(place.Name) == Folding.Fold(name) || place.Aliases.Any(a => Folding.Fold(a.Text) == Folding.Fold(name)));

    private string Shown(string id)
    {
        Event e = _events[id];
        return $"[{TypeOf(e)}{(e.Mode is null ? "" : "/" + e.Mode)} {StatusOf(e)} {e.When?.Edtf ?? "?"} {(e.Where is null ? "?" : _places[e.Where].Name)} \"{e.Label}\" {string.Join(' ', e.Reports.Select(NumberOf))}{(e.Outcome is null ? "" : " " + e.Outcome.Became)}]";
    }

    private void Outcomes()
    {
        foreach (CorpusLine line in _gold.Of("outcome"))
        {
            string became = line.Field(1).Split(' ')[0];
            Event[] found = _foundOf.TryGetValue(line.Field(0), out SortedDictionary<string, int>? tied) ? [.. tied.Keys.Select(k => _events[k])] : [];
            string[] given = [.. found.Select(e => e.Outcome?.Became).OfType<string>()];
            // Of a day that no report has reached yet, all are silent.
            string? last = _found.Reports.Select(r => r.Published.Edtf).OfType<string>().Where(d => d.Length == 10).Max(StringComparer.Ordinal);
            if (became == "silent" && found.All(e => e.When is null || string.CompareOrdinal(e.When.Edtf, last) > 0))
                given = [.. given.Select(g => g == "pending" ? "silent" : g)];
            _tally.Add("outcomes", given.Contains(became, StringComparer.Ordinal) && (became == "postponed" || given.All(g => g == became)), () => $"{line.Field(0)} {became} is {string.Join(" + ", found.Select(f => Shown(f.Id)))}");
        }
    }

    private void Published()
    {
        foreach (CorpusLine line in _gold.Of("published"))
        {
            if (!_numberOf.TryGetValue(line.Field(0), out string? id))
                continue;
            ReportEntry report = _found.Reports.Single(r => r.Id == id);
            string given = report.Published.Edtf ?? "*";
            bool right = line.Field(1).Split('~', '/').Any(day => day == given || (given.Contains('/', StringComparison.Ordinal) && given.Split('/') is [var from, var to] && Within(day, from, to)));
            _tally.Add("published", right, () => $"{line.Field(0)} {line.Field(1)} is {given} ({report.Published.Basis}) {report.Published.Explanation}");
            _tally.Add("published.not-wrong", right || given == "*", () => $"{line.Field(0)} {line.Field(1)} is {given}");
        }
        foreach (CorpusLine line in _gold.Of("not").Where(l => l.Field(0) == "published"))
        {
            string[] words = line.Field(1).Split(' ');
            if (_numberOf.TryGetValue(words[0], out string? id))
                _tally.Add("not.published", _found.Reports.Single(r => r.Id == id).Published.Edtf != words[^1], () => string.Join(" | ", line.Fields));
        }
    }

    private void Actors()
    {
        foreach (CorpusLine line in _gold.Of("actor"))
        {
            Actor[] holders = [.. _found.Actors.Where(a => Holds(a, line.Field(1)))];
            _tally.Add("actors", holders.Length == 1, () => $"{line.Field(0)} {line.Field(1)} is {holders.Length} actors");
            foreach (string spelling in line.Field(3).Split(';', StringSplitOptions.TrimEntries).Where(s => s.Length > 1 && char.IsUpper(s[0])))
                _tally.Add("actors.spellings", holders.Any(a => Holds(a, spelling)), () => $"{line.Field(0)} {line.Field(1)} is not \"{spelling}\"; {string.Join(" + ", _found.Actors.Where(a => Holds(a, spelling)).Select(a => a.Name))}");
        }
        foreach (CorpusLine line in _gold.Of("not").Where(l => l.Field(0) == "actor"))
        {
            string[] names = [.. line.Field(1).Split('"').Where((_, i) => i % 2 == 1)];
            if (names.Length == 2)
                _tally.Add("not.actor", !_found.Actors.Any(a => Holds(a, names[0]) && Holds(a, names[1])), () => string.Join(" | ", line.Fields));
        }
        foreach (Actor actor in _found.Actors)
        {
            string first = Folding.Fold(actor.Name.Split(' ')[0]);
            bool bad = first is "he" or "she" or "they" or "it" or "we" or "i" or "you" or "this" or "that" or "these" or "those" or "who" or "others" or "another" or "him" or "her" or "them" or "their" or "his" or "some" or "many" or "about" or "several" || char.IsAsciiDigit(first[0]);
            _tally.Add("actors.names", !bad, () => $"\"{actor.Name}\" is no name");
        }
    }

    private static bool Holds(Actor actor, string name) => Folding.Fold(actor.Name) == Folding.Fold(name) || actor.Aliases.Any(a => Folding.Fold(a.Text) == Folding.Fold(name));

    private void Origins()
    {
        foreach (CorpusLine line in _gold.Of("claim-origins"))
        {
            if (line.Field(1).Split(' ') is not [var id, "happened"] || Main(id) is not Event main)
                continue;
            _tally.Add("origins", line.Field(0).Split('~').Contains(main.Origins.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal), () => $"{line.Field(1)} by {line.Field(0)} is {main.Origins}: {Shown(main.Id)}");
        }
    }

    // "DAY > DAY": the first must be more hostile; a day without deeds is calm.
    private void Escalation()
    {
        foreach (CorpusLine line in _gold.Of("escalation"))
        {
            if (line.Field(0).Split(" > ") is not [string more, string less])
                continue;
            decimal Score(string day) => _found.Escalation.FirstOrDefault(d => d.Date == day)?.Score ?? 0;
            _tally.Add("escalation", Score(more) < Score(less), () => $"{line.Field(0)} are {Score(more)} and {Score(less)}");
        }
    }

    private void MustNot()
    {
        foreach (CorpusLine line in _gold.Of("not"))
        {
            string[] words = line.Field(1).Split(' ');
            string kind = line.Field(0);
            bool? holds = kind switch
            {
                "merge" => words.Length < 2 ? null : !_goldOf.Values.Any(tied => tied.ContainsKey(words[0]) && tied.ContainsKey(words[1])),
                "date" => Main(words[0]) is Event main ? main.When?.Edtf != words[^1] : null,
                "place" => _foundOf.TryGetValue(words[0], out SortedDictionary<string, int>? tied) ? !tied.Keys.Any(k => IsPlace(_events[k].Where, string.Join(' ', words[1..]))) : null,
                "copy" => words.Length < 2 || !_numberOf.ContainsKey(words[0]) || !_numberOf.ContainsKey(words[1]) ? null : OriginOf(words[0]) != OriginOf(words[1]),
                "event" => words[0].Length > 3 && words[0].All(c => char.IsAsciiLetterUpper(c) || c == '/' || c == '-' || char.IsAsciiLetterLower(c)) && char.IsUpper(words[0][1]) ? !_found.Events.Any(e => IsForbidden(e, words)) : null,
                _ => null,
            };
            if (holds is bool kept)
                _tally.Add("not." + kind, kept, () => string.Join(" | ", line.Fields) + (kind == "event" ? string.Concat(_found.Events.Where(e => IsForbidden(e, words)).Select(e => "\n        " + Shown(e.Id))) : ""));
        }
    }

    private string? OriginOf(string number) => _found.Reports.Single(r => r.Id == _numberOf[number]).Origin;

    // "CONSULT/visit of Asanbaev to Osh as happened": an event of the type, told as happened, whose words hold every name and day of the line.
    private bool IsForbidden(Event happening, string[] words)
    {
        string[] type = words[0].Split('/');
        if (happening.Status != ClaimStatus.Happened || TypeOf(happening) != type[0] || (type.Length > 1 && happening.Mode != type[1]))
            return false;
        string[] own = [.. words.Skip(1).Where(w => w.Length > 0 && (char.IsUpper(w[0]) || char.IsAsciiDigit(w[0])) && w.Any(char.IsLower) | w.Contains('-', StringComparison.Ordinal)).Select(Folding.Fold)];
        string text = Folding.Fold(string.Join(' ', happening.Evidence.Select(e => _evidence[e].Exact).Append(happening.Where is { } at ? _places[at].Name : "").Append(happening.When?.Edtf ?? "")
            .Concat(happening.Initiators.Concat(happening.Targets).Select(a => _actors[a].Name))));
        string[] plain = [.. GoldEvent.ContentWords(string.Join(' ', words.Skip(1))).Where(w => w != "happened" && !own.Any(o => o.Contains(w, StringComparison.Ordinal)))];
        return own.All(o => text.Contains(o, StringComparison.Ordinal)) && (plain.Length == 0 || plain.Any(w => text.Contains(w, StringComparison.Ordinal))) && own.Length + plain.Length > 0;
    }
}
