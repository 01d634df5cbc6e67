using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>The rows on who did it and to whom: each named party, those that have only a description, and the words that judge them.</summary>
internal sealed class FramingParties(FusedReports fused)
{
    private const int MostNamed = 4;
    private readonly Dictionary<string, Actor> _actors = fused.Actors.DistinctBy(a => a.Id, StringComparer.Ordinal).ToDictionary(a => a.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _named =
        [.. fused.Actors.Where(a => a.Kind is not ActorKind.Group && a.Name.Any(char.IsUpper)).Select(a => a.Id)];

    public IEnumerable<FramingRow> Rows(Event one, FramingColumn[] columns)
    {
        foreach ((FramingAbout about, IReadOnlyList<string> ids) in new[] { (FramingAbout.Initiator, one.Initiators), (FramingAbout.Target, one.Targets) })
        {
            foreach (string id in ids.Where(i => _named.Contains(i) && _actors.ContainsKey(i)).Take(MostNamed))
                yield return Named(_actors[id], about, columns);
            foreach (FramingRow row in Described(about, columns))
                yield return row;
        }
        foreach (string id in one.Initiators.Concat(one.Targets).Distinct(StringComparer.Ordinal).Where(_actors.ContainsKey))
        {
            if (Called(_actors[id], columns) is { } called)
                yield return called;
        }
    }

    private FramingRow Named(Actor actor, FramingAbout about, FramingColumn[] columns) => new(
        actor.Name, about, actor.Id,
        [.. columns.Select(c => Named(actor, about, c)).OfType<FramingCell>()]);

    private FramingCell? Named(Actor actor, FramingAbout about, FramingColumn column)
    {
        Account[] naming = [.. column.Accounts.Where(a => Side(a, about).Any(p => p.Actor == actor.Id))];
        if (naming.Length > 0)
        {
            Account best = naming.FirstOrDefault(a => a.Status != ClaimStatus.Denied && a.Status != ClaimStatus.Alleged && !FramingBuilder.IsAttributed(a))
                ?? naming.FirstOrDefault(a => a.Status != ClaimStatus.Denied) ?? naming[0];
            string words = Side(best, about).First(p => p.Actor == actor.Id).Words;
            FramingUse use = best.Status == ClaimStatus.Denied ? FramingUse.Denied
                : best.Status == ClaimStatus.Alleged || FramingBuilder.IsAttributed(best) ? FramingUse.Attributed : FramingUse.Stated;
            return column.Cell(use, words, best.SaidBy, naming);
        }
        // Whoever puts others of the same country there tells the same side on another level: "the government" for its army.
        if (actor.Country is not null && column.Accounts.SelectMany(a => Side(a, about)).Any(p => _actors.TryGetValue(p.Actor, out Actor? other) && other.Country == actor.Country))
            return null;
        // Named elsewhere in the report, or under words that we could not tie to the actor: not settled.
        bool absent = !actor.Aliases.Any(a => column.Has(a.Reports) || column.Prints(a.Text)) && !column.Prints(actor.Name)
            && !PlainWords(actor).Any(column.Prints);
        return absent ? column.Omitted() : null;
    }

    /// <summary>
    /// Parties without a name are not one actor across reports, but they stand in one place of one event: "gunmen" here, "fighters" there. Soldiers and the crowd
    /// they face are two rows, whichever side an account puts them on.
    /// </summary>
    private IEnumerable<FramingRow> Described(FramingAbout about, FramingColumn[] columns)
    {
        Description[] described =
        [
            .. from column in columns
               from account in column.Accounts
               where account.Status != ClaimStatus.Denied
               from party in Side(account, about)
               where !_named.Contains(party.Actor)
               select new Description(column, account, party.Words, HeadOf(party.Words), SortOf(party.Class)),
        ];
        string[] sorts = [.. described.Select(d => d.Sort).Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        // Words that do not tell the sort go with the only sort there is.
        foreach (IGrouping<string, Description> sort in described.GroupBy(d => d.Sort.Length == 0 && sorts.Length == 1 ? sorts[0] : d.Sort, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return Described(about, columns, [.. sort]);
    }

    private static FramingRow Described(FramingAbout about, FramingColumn[] columns, Description[] described)
    {
        // The word that most outlets use; each outlet counts once.
        string usual = described.GroupBy(d => d.Head, StringComparer.Ordinal).OrderByDescending(g => g.Select(d => d.Column).Distinct().Count())
            .ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        List<FramingCell> cells = [];
        foreach (FramingColumn column in columns)
        {
            Description[] own = [.. described.Where(d => ReferenceEquals(d.Column, column))];
            if (own.Length == 0)
                continue;
            Description best = own.FirstOrDefault(d => d.Head == usual) ?? own[0];
            bool passed = best.Account.Status == ClaimStatus.Alleged || FramingBuilder.IsAttributed(best.Account);
            cells.Add(column.Cell(
                best.Head != usual ? FramingUse.Relabelled : passed ? FramingUse.Attributed : FramingUse.Stated, best.Words, best.Account.SaidBy, own.Where(d => d.Head == best.Head).Select(d => d.Account)));
        }
        string fact = described.Where(d => d.Head == usual).GroupBy(d => d.Words, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;
        return new FramingRow(fact, about, null, cells);
    }

    private static string SortOf(string? side) => side switch
    {
        "soldier" or "police" => "force",
        "gunman" or "rebel" => "armed",
        "protester" or "people" or "civilian" or "worker" => "crowd",
        null => "",
        _ => side,
    };

    /// <summary>"So-called mayor" in one outlet, its own word or a speaker's, and the plain name in the others.</summary>
    private static FramingRow? Called(Actor actor, FramingColumn[] columns)
    {
        if (actor.Labels.Count == 0)
            return null;
        List<FramingCell> cells = [];
        bool labelled = false;
        foreach (FramingColumn column in columns)
        {
            Label[] labels = [.. actor.Labels.Where(l => column.Reports.Any(r => r.Id == l.Report))];
            Label? best = labels.FirstOrDefault(l => l.By is null) ?? labels.FirstOrDefault();
            labelled |= best is not null;
            if (best is not null)
                cells.Add(column.Cell(best.By is null ? FramingUse.Relabelled : FramingUse.Attributed, best.Text, best.By, labels.Where(l => l.Text == best.Text && l.By == best.By).Select(l => (l.Report, l.Evidence))));
            else if (column.Accounts.Where(a => a.Facts!.Initiators.Concat(a.Facts.Targets).Any(p => p.Actor == actor.Id)).ToArray() is { Length: > 0 } plain)
                cells.Add(column.Cell(FramingUse.Stated, plain[0].Facts!.Initiators.Concat(plain[0].Facts!.Targets).First(p => p.Actor == actor.Id).Words, null, plain));
        }
        return labelled ? new FramingRow(actor.Name, FramingAbout.Called, actor.Id, cells) : null;
    }

    // What somebody may be called without being named: who prints none of these does not speak of him.
    private static string[] PlainWords(Actor actor) => actor.Kind switch
    {
        ActorKind.Person => [actor.Name.Split(' ')[^1], .. actor.Roles.Select(r => r.Title)],
        ActorKind.Police => ["police", "officer", "gendarme"],
        ActorKind.ArmedForce => ["army", "soldier", "troop", "military", "forces", "peacekeeper", "fighter", "navy", "air force"],
        ActorKind.Government => ["government", "authorities", "administration"],
        _ => [],
    };

    private static IReadOnlyList<PartyWords> Side(Account account, FramingAbout about) => about == FramingAbout.Initiator ? account.Facts!.Initiators : account.Facts!.Targets;

    // "dozens of armed men from the north": the noun that says who they are.
    private static string HeadOf(string words)
    {
        string[] tokens = [.. Folding.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile((t, i) => i == 0 || t is not ("of" or "from" or "in" or "with" or "at" or "who" or "near" or "on"))];
        return tokens.Length == 0 ? "" : FuseLexicons.Singular(tokens[^1]);
    }

    private sealed record Description(FramingColumn Column, Account Account, string Words, string Head, string Sort);
}
