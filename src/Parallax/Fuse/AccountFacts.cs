using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>A party of an event as one account names it.</summary>
/// <param name="Actor">Actor id.</param>
/// <param name="Words">The words of the sentence; the report's own name for the actor where the sentence has only a pronoun.</param>
/// <param name="Class">What sort of people or body the report takes it for; null where the words do not tell.</param>
internal sealed record PartyWords(string Actor, string Words, string? Class);

/// <summary>What one report's sentence says of an event beside its standing: who, to whom, where and when.</summary>
/// <param name="Initiators">Who does it.</param>
/// <param name="Targets">To whom.</param>
/// <param name="Place">Place id; null where the account names none.</param>
/// <param name="PlaceWords">The place as printed.</param>
/// <param name="When">The resolved time in EDTF; null where the account has none.</param>
/// <param name="WhenWords">The time as printed; null where it stands in another sentence.</param>
/// <param name="NamesTime">Whether the sentence has any expression of time at all, or carries one on.</param>
internal sealed record AccountFacts(
    IReadOnlyList<PartyWords> Initiators, IReadOnlyList<PartyWords> Targets, string? Place, string? PlaceWords, string? When, string? WhenWords, bool NamesTime)
{
    // Verbs and nouns of which all who act are against each other.
    private static readonly HashSet<string> s_mutual = new(["battle", "brawl", "clash", "clashes", "fight", "fighting", "firefight", "gunfight", "shootout", "skirmish", "standoff"], StringComparer.Ordinal);

    /// <summary>Who, by one claim, acts on whom, by actor ids; of a clash, a meeting or an agreement without any other party all those who take part.</summary>
    public IReadOnlyList<(string By, string To)> Pairs { get; init; } = [];

    public static AccountFacts Of(EventAccount account, Func<string, string> shownAs)
    {
        ReportInFusion report = account.Report;
        AnnotatedReport source = report.Annotated;
        int time = report.TimeIndexOf(account.Claim);
        return new AccountFacts(
            Parties(account, account.Claim.Initiators), Parties(account, account.Claim.Targets),
            account.Place, account.Place is not null && account.Claim.Place >= 0 ? source.Places[account.Claim.Place].Span.Of(report.Report.Text) : null,
            account.When?.ToString(), time >= 0 ? source.Times[time].Span.Of(report.Report.Text) : null,
            time >= 0 || account.When is not null || account.Claim.NarrativeTime >= 0 || source.Times.Any(t => t.Sentence == account.Claim.Sentence))
        {
            Pairs = [.. PairsOf(account).Select(p => (By: shownAs(p.By), To: shownAs(p.To))).Where(p => !string.Equals(p.By, p.To, StringComparison.Ordinal)).Distinct()],
        };
    }

    private static IEnumerable<(string By, string To)> PairsOf(EventAccount account)
    {
        if (account.Claim.Status is ClaimStatus.Denied or ClaimStatus.Hypothetical)
            return [];
        bool together = account.Targets.Length == 0
            && (account.Claim.Type is EventType.Agree or EventType.Consult or EventType.Cooperate || (account.Initiators.Length == 2 && s_mutual.Contains(account.Claim.TriggerLemma)));
        return from a in account.Initiators from b in together ? account.Initiators : account.Targets where !string.Equals(a, b, StringComparison.Ordinal) select (a, b);
    }

    /// <summary>What several accounts of one sentence say together.</summary>
    public static AccountFacts Union(IReadOnlyList<AccountFacts> facts) => facts.Count == 1 ? facts[0] : new AccountFacts(
        [.. facts.SelectMany(f => f.Initiators).Distinct()], [.. facts.SelectMany(f => f.Targets).Distinct()],
        facts.Select(f => f.Place).OfType<string>().FirstOrDefault(), facts.Select(f => f.PlaceWords).OfType<string>().FirstOrDefault(),
        facts.Select(f => f.When).OfType<string>().FirstOrDefault(), facts.Select(f => f.WhenWords).OfType<string>().FirstOrDefault(), facts.Any(f => f.NamesTime))
    {
        Pairs = [.. facts.SelectMany(f => f.Pairs).Distinct()],
    };

    private static PartyWords[] Parties(EventAccount account, IReadOnlyList<int> indexes)
    {
        ReportInFusion report = account.Report;
        List<PartyWords> parties = [];
        foreach (int index in indexes)
        {
            if (index < 0 || index >= report.ActorIds.Count || report.ActorIds[index] is not string id || parties.Exists(p => p.Actor == id))
                continue;
            ActorMention? mention = report.MentionsBySentence[account.Claim.Sentence].FirstOrDefault(m => m.Actor == index && m.Form != MentionForm.Pronoun);
            parties.Add(new PartyWords(id, mention is null ? report.Annotated.Actors[index].Name : ActorDescription.Bare(mention.Span.Of(report.Report.Text)), report.Annotated.Actors[index].Class));
        }
        return [.. parties];
    }
}
