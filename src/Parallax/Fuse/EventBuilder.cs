using System.Globalization;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Writes a unit of claims as an event of the contract, or refuses it.</summary>
internal sealed class EventBuilder(ClusterContext context, EventLabel label, EvidenceTable evidence)
{
    private readonly ClaimChains _chains = new(context.Credits, evidence);

    /// <summary>Why <paramref name="unit"/> is not worth showing; null where it is.</summary>
    public DeclinedEntry? Refuse(EventUnit unit)
    {
        EventAccount first = unit.Accounts[0];
        if (unit.Status == ClaimStatus.Hypothetical)
            return new DeclinedEntry("D202", "The text only supposes it; nothing is said to have happened or to be planned.", EvidenceOf(first));
        bool anybody = unit.Participants.Any();
        if (!anybody && unit.Place is null && unit.When is null)
            return new DeclinedEntry("D201", "No actor, place or time is known for it.", EvidenceOf(first));
        if (unit.IsVerbal && !anybody)
            return new DeclinedEntry("D203", "It is not known who said it to whom.", EvidenceOf(first));
        return null;
    }

    public string IdOf(EventUnit unit) => StableHash.Id(
        "e", [unit.Type.ToString(), .. unit.Accounts.Select(a => EvidenceOf(a) + "@" + (a.Claim.Trigger.Start - a.Claim.Evidence.Start).ToString(CultureInfo.InvariantCulture))]);

    public Event Build(EventUnit unit, string id, IReadOnlyList<string> figures)
    {
        (string[] initiators, string[] targets) = Sides(unit);
        return new Event(
            id, unit.Type, ModeOf(unit), label.Of(unit, initiators, targets), unit.Status,
            unit.When is EdtfDate when ? new When(when.ToString(), ContractNames.Of(when.Precision)) : null,
            unit.Place ?? unit.Scene, initiators, targets, null,
            [.. unit.Accounts.Select(a => a.Report.Report.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            OriginsOf(unit), figures,
            [.. unit.Accounts.Select(EvidenceOf).Distinct(StringComparer.Ordinal)])
        {
            WhenBasis = ContractNames.Of(unit.Basis == EventTimeBasis.Scene ? EventTimeBasis.Narrative : unit.Basis),
            WhereBasis = unit.Place is not null ? "stated" : unit.Scene is not null ? "narrative" : "unknown",
            Accounts = [.. unit.Accounts.Select(a => AccountOf(a, [.. initiators, .. targets])).GroupBy(a => (a.Report, a.Status, a.SaidBy, a.SaidByText, a.Evidence))
                .Select(g => g.First() with { Facts = AccountFacts.Union([.. g.Select(a => a.Facts).OfType<AccountFacts>()]) })],
        };
    }

    private Account AccountOf(EventAccount account, string[] shown)
    {
        (string? id, string? text) = ClusterContext.SaidBy(account.Report, account.Claim);
        return new Account(account.Report.Report.Id, account.Claim.Status, id, text, EvidenceOf(account))
        {
            Chain = _chains.Of(account.Report, account.Claim),
            Facts = AccountFacts.Of(account, id => ShownAs(id, shown)),
        };
    }

    // "Peacekeepers" are shown under the name of their mission.
    private string ShownAs(string id, string[] shown) =>
        shown.Contains(id, StringComparer.Ordinal) || context.Actor(id) is not ClusterActor actor ? id
        : shown.FirstOrDefault(s => context.Actor(s) is ClusterActor other && other.AffinityTo(actor) >= ActorAffinity.Compatible) ?? id;

    private string EvidenceOf(EventAccount account) => evidence.Add(account.Report.Report, account.Claim.Evidence);

    private static string? ModeOf(EventUnit unit) =>
        unit.Accounts.Where(a => a.Claim.Type == unit.Type && a.Claim.Mode is not null).GroupBy(a => a.Claim.Mode!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>
    /// Independent witnesses: a report that vouches itself counts by its origin, one that only passes on somebody's word counts by whose word
    /// it is.
    /// </summary>
    private int OriginsOf(EventUnit unit)
    {
        List<WitnessedBy> witnesses = [];
        // Whoever denies that it happened is no witness that it did.
        EventAccount[] vouching = [.. unit.Accounts.Where(a => (a.Claim.Status == ClaimStatus.Denied) == (unit.Status == ClaimStatus.Denied))];
        if (vouching.Length == 0)
            vouching = [.. unit.Accounts];
        // Prints of one text are one witness, whatever of it was tied to the event in each of them.
        foreach (IGrouping<string, EventAccount> origin in vouching.GroupBy(a => context.OriginOf(a.Report), StringComparer.Ordinal))
        {
            string[] keys = [.. origin.Select(a => context.WitnessOf(a.Report, a.Claim, unit.IsVerbal ? unit.Initiators : null))];
            // "The group said" beside "the Red Crescent said" is most likely the same voice, and never a surer one.
            string[] named = [.. keys.Where(k => !WitnessedBy.IsNameless(k))];
            string[] counted = keys.Contains(origin.Key, StringComparer.Ordinal) ? [origin.Key] : named.Length > 0 ? named : keys;
            foreach (ReportInFusion report in origin.Select(a => a.Report).Distinct())
                witnesses.AddRange(counted.Select(key => context.AccountOf(report, key)));
        }
        // One text is one witness at most, whomever it quotes.
        return Math.Min(Witnesses.Count(witnesses), vouching.Select(a => context.OriginOf(a.Report)).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Each actor on the side where more accounts put it, and of two that describe each other the better supported and named one.</summary>
    private (string[] Initiators, string[] Targets) Sides(EventUnit unit)
    {
        Dictionary<string, (int By, int To)> support = new(StringComparer.Ordinal);
        foreach (EventAccount account in unit.Accounts)
        {
            // The dead of an attack are not its first party, whatever else names them so.
            foreach (string id in account.Initiators)
                support[id] = support.TryGetValue(id, out (int By, int To) s) ? (s.By + 1, s.To) : (1, 0);
            foreach (string id in account.Targets)
                support[id] = support.TryGetValue(id, out (int By, int To) s) ? (s.By, s.To + 1) : (0, 1);
        }
        string[] initiators = Distinct(support.Where(s => s.Value.By >= s.Value.To && s.Value.By > 0).Select(s => (s.Key, s.Value.By)));
        string[] targets = Distinct(support.Where(s => s.Value.To > s.Value.By && !IsOneOf(s.Key, initiators)).Select(s => (s.Key, s.Value.To)));
        return ([.. initiators.Where(i => targets.Length == 0 || ActsOnShown(unit, i, initiators, targets))], targets);
    }

    // Whoever acts only on somebody that the event does not show must not seem to act on those whom it shows.
    private bool ActsOnShown(EventUnit unit, string initiator, string[] initiators, string[] targets) => unit.Accounts.Any(a =>
        a.Initiators.Contains(initiator, StringComparer.Ordinal)
        && (a.Targets.Length == 0 || a.Targets.Any(t => initiators.Contains(t, StringComparer.Ordinal) || context.Affinity([t], targets) >= ActorAffinity.Compatible)));

    // Nobody clashes with his own description: "protesters" beside "Serb protesters" are those hurt among the first party.
    private bool IsOneOf(string id, string[] others) =>
        context.Actor(id) is { IsNamed: false } actor && others.Any(o => context.Actor(o) is { IsNamed: false } other && other.AffinityTo(actor) >= ActorAffinity.Compatible);

    private string[] Distinct(IEnumerable<(string Id, int Support)> side)
    {
        List<string> kept = [];
        foreach ((string id, int _) in side.OrderByDescending(s => context.Actor(s.Id)?.IsNamed ?? false).ThenByDescending(s => s.Support).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            ClusterActor? actor = context.Actor(id);
            bool described = actor is { IsNamed: false } && kept.Any(k => context.Actor(k) is ClusterActor other && other.AffinityTo(actor) >= ActorAffinity.Compatible);
            if (!described)
                kept.Add(id);
        }
        return [.. kept];
    }
}
