using NodaTime;
using NodaTime.Text;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>Disagreements over events: whether it happened, when, where, and who is to blame.</summary>
internal sealed class EventDisagreements(FusedReports fused)
{
    private const int NearDays = 10;
    private const int TwinDays = 2;
    private const int LeastShared = 2;
    private const int StemLength = 5;
    private const int MostWords = 140;
    private readonly Dictionary<string, Actor> _actors = fused.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Figure> _figures = fused.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Evidence> _proofs = fused.Evidence.DistinctBy(e => e.Id, StringComparer.Ordinal).ToDictionary(e => e.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = fused.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);

    public IEnumerable<Disagreement> Find() => [.. Occurrence(), .. Twins(), .. Responsibility()];

    /// <summary>One account says it happened, another that it did not.</summary>
    private IEnumerable<Disagreement> Occurrence()
    {
        foreach (Event one in fused.Events)
        {
            // A report's own "did not" is often about a part of it; a denial has somebody who denies.
            Account[] denials = [.. one.Accounts.Where(a => a.Status == ClaimStatus.Denied && (a.SaidBy is not null || a.SaidByText is not null))];
            Account[] claims = [.. one.Accounts.Where(a => a.Status is ClaimStatus.Happened or ClaimStatus.Alleged)];
            bool severalVoices = denials.Any(d => claims.Any(c => !string.Equals(c.SaidBy ?? c.Report, d.SaidBy ?? d.Report, StringComparison.Ordinal)));
            if (denials.Length == 0 || claims.Length == 0 || !severalVoices)
                continue;
            // Fusion brings accounts together by type and parties; a denial answers only a claim of the same words.
            denials = [.. denials.Where(d => claims.Any(c => Answers(d, c)))];
            claims = [.. claims.Where(c => denials.Any(d => Answers(d, c)))];
            if (denials.Length == 0)
                continue;
            bool party = denials.Any(d => d.SaidBy is not null && one.Initiators.Concat(one.Targets).Contains(d.SaidBy, StringComparer.Ordinal));
            string who = denials.Select(d => NameOf(d.SaidBy) ?? d.SaidByText).OfType<string>().FirstOrDefault() ?? "another account";
            yield return DisagreementFinder.Make(
                DisagreementAbout.Occurrence, party ? DisagreementKind.InterestedParty : DisagreementKind.Conflict, one.Id,
                DisagreementFinder.Positions(
                [
                    .. claims.Select(c => (c.Status == ClaimStatus.Alleged ? "claimed" : "reported as a fact", c.Report, c.SaidBy, c.Evidence)),
                    .. denials.Select(d => ("denied", d.Report, d.SaidBy, d.Evidence)),
                ]),
                $"It is reported: “{Words(claims[0])}”; {who} denies it: “{Words(denials[0])}”.");
        }
    }

    /// <summary>
    /// Two events that agree in everything, down to a telling number, but the day or the town: accounts of one occurrence that exclude each
    /// other. They are kept as two events.
    /// </summary>
    private IEnumerable<Disagreement> Twins()
    {
        Event[] dated = [.. fused.Events.Where(e => e.Status == ClaimStatus.Happened && DayOf(e) is not null && e.Initiators.Count > 0 && e.Targets.Count > 0)];
        foreach (IGrouping<string, Event> block in dated.SelectMany(e => Numbers(e).Select(n => (Key: e.Type + "|" + n, Event: e))).GroupBy(x => x.Key, x => x.Event, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Event[] events = [.. block];
            for (int i = 0; i < events.Length; i++)
            {
                for (int j = i + 1; j < events.Length; j++)
                {
                    if (Twin(events[i], events[j]) is Disagreement found)
                        yield return found;
                }
            }
        }
    }

    /// <summary>What an account says, cut where it is long.</summary>
    private string Words(Account account)
    {
        string text = _proofs.TryGetValue(account.Evidence, out Evidence? proof) ? proof.Exact.Trim().TrimEnd('.', ',') : "";
        if (text.Length <= MostWords)
            return text;
        int cut = text.LastIndexOf(' ', MostWords);
        return (cut > 0 ? text[..cut] : text[..MostWords]) + "…";
    }

    private bool Answers(Account denial, Account claim)
    {
        HashSet<string> denied = StemsOf(denial);
        HashSet<string> claimed = StemsOf(claim);
        int shared = denied.Count(claimed.Contains);
        return shared >= LeastShared && shared * 2 >= Math.Min(denied.Count, claimed.Count);
    }

    private HashSet<string> StemsOf(Account account) => !_proofs.TryGetValue(account.Evidence, out Evidence? proof)
        ? []
        : [.. ClusterWords.Split(proof.Exact).Where(w => w.Length > 3 && !CountLexicon.IsCalendar(w) && w is not ("have" or "been" or "were" or "that" or "with" or "from" or "people" or "said")).Select(w => w[..Math.Min(w.Length, StemLength)])];

    private Disagreement? Twin(Event a, Event b)
    {
        bool sameParties = a.Initiators.Intersect(b.Initiators, StringComparer.Ordinal).Any() && a.Targets.Intersect(b.Targets, StringComparer.Ordinal).Any();
        if (!sameParties || a.Reports.Intersect(b.Reports, StringComparer.Ordinal).Any() || a.Where is null || b.Where is null)
            return null;
        int days = Math.Abs(Period.DaysBetween(DayOf(a)!.Value, DayOf(b)!.Value));
        bool samePlace = string.Equals(a.Where, b.Where, StringComparison.Ordinal);
        if (days is > 0 and <= TwinDays && samePlace)
        {
            return DisagreementFinder.Make(
                DisagreementAbout.Date, DisagreementKind.Conflict, a.Id, Sides(e => e.When!.Edtf),
                $"Accounts with the same parties, place and number put it on {a.When!.Edtf} and on {b.When!.Edtf}.");
        }
        if (days == 0 && !samePlace)
        {
            return DisagreementFinder.Make(
                DisagreementAbout.Place, DisagreementKind.Conflict, a.Id, Sides(e => PlaceName(e)),
                $"Accounts with the same parties, day and number put it in {PlaceName(a)} and in {PlaceName(b)}.");
        }
        return null;

        IReadOnlyList<Position> Sides(Func<Event, string> reading) =>
            DisagreementFinder.Positions(new[] { a, b }.SelectMany(e => e.Accounts.Select(c => (reading(e), c.Report, c.SaidBy, c.Evidence))));
    }

    private IEnumerable<string> Numbers(Event one) =>
        one.Figures.Where(_figures.ContainsKey).Select(id => _figures[id]).Where(f => f.Best is >= 5 && f.Measure != Measure.Participants)
            .Select(f => f.Measure + " " + f.Best!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal);

    /// <summary>Two sides that each accuse the other within days.</summary>
    private IEnumerable<Disagreement> Responsibility()
    {
        Event[] accusations =
        [
            .. fused.Events.Where(e => e.Type == EventType.Accuse && e.Status is ClaimStatus.Happened or ClaimStatus.Alleged && e.Initiators.Count > 0 && e.Targets.Count > 0),
        ];
        Dictionary<(string, string), List<Event>> bySides = [];
        foreach (Event accusation in accusations)
        {
            foreach ((string From, string To) sides in SidesOf(accusation))
            {
                if (!bySides.TryGetValue(sides, out List<Event>? list))
                    bySides.Add(sides, list = []);
                list.Add(accusation);
            }
        }
        foreach (((string from, string to), List<Event> forth) in bySides.OrderBy(b => b.Key.Item1, StringComparer.Ordinal).ThenBy(b => b.Key.Item2, StringComparer.Ordinal))
        {
            if (string.CompareOrdinal(from, to) >= 0 || !bySides.TryGetValue((to, from), out List<Event>? back))
                continue;
            Event[] mutual = [.. forth.Where(f => back.Any(b => Near(f, b))), .. back.Where(b => forth.Any(f => Near(f, b)))];
            if (mutual.Length < 2)
                continue;
            yield return DisagreementFinder.Make(
                DisagreementAbout.Responsibility, DisagreementKind.InterestedParty, mutual[0].Id,
                DisagreementFinder.Positions(mutual.SelectMany(e => e.Accounts.Select(a => (Blame(e), a.Report, (string?)e.Initiators[0], a.Evidence)))),
                $"{Accusers(mutual, from)} on one side and {Accusers(mutual, to)} on the other each blame the other side.");
        }
    }

    private string Accusers(IEnumerable<Event> accusations, string side) => string.Join(
        ", ", accusations.SelectMany(e => e.Initiators).Where(i => string.Equals(SideOf(i), side, StringComparison.Ordinal)).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal));

    private IEnumerable<(string From, string To)> SidesOf(Event accusation) =>
        (from i in accusation.Initiators from t in accusation.Targets select (From: SideOf(i), To: SideOf(t)))
            .Where(s => !string.Equals(s.From, s.To, StringComparison.Ordinal)).Distinct();

    private string SideOf(string actor) => _actors.TryGetValue(actor, out Actor? known) && known.Country is not null ? known.Country : actor;

    private string Blame(Event accusation) => "blames " + string.Join(", ", accusation.Targets.Select(NameOf).OfType<string>());

    private string? NameOf(string? actor) => actor is not null && _actors.TryGetValue(actor, out Actor? known) ? known.Name : null;

    private string PlaceName(Event one) => one.Where is not null && _places.TryGetValue(one.Where, out Place? place) ? place.Name : "";

    private static bool Near(Event a, Event b) =>
        DayOf(a) is not LocalDate x || DayOf(b) is not LocalDate y || Math.Abs(Period.DaysBetween(x, y)) <= NearDays;

    private static LocalDate? DayOf(Event one) =>
        one.When is { Precision: "day" } when && LocalDatePattern.Iso.Parse(when.Edtf.TrimEnd('~')) is { Success: true } day ? day.Value : null;
}
