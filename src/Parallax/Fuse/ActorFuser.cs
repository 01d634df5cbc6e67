using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The actors of all reports.</summary>
/// <param name="Actors">Ordered by name, then id.</param>
/// <param name="Ids">For each report, the actor id of each of its actors; null for those that are not listed.</param>
internal sealed record FusedActors(IReadOnlyList<Actor> Actors, IReadOnlyList<IReadOnlyList<string?>> Ids);

/// <summary>Brings the actors of all reports together and describes each by what the reports say of it.</summary>
internal sealed class ActorFuser
{
    private readonly FuseLexicons _lexicons;
    private readonly GivenNames _given;

    public ActorFuser(LanguageData data)
    {
        _lexicons = new FuseLexicons(data);
        _given = new GivenNames(data);
    }

    public FusedActors Fuse(IReadOnlyList<ReportClaims> reports, ReportCompany company, EvidenceTable evidence)
    {
        ActorRef[] refs = References(reports);
        DisjointSets sets = new(refs.Length);
        BodyFuser bodies = new(_lexicons);
        new PersonFuser(_given, _lexicons, company).Join(refs, sets);
        bodies.Join(refs, sets);
        JoinHeaded(refs, sets);

        HashSet<(int, int)> active = Active(reports);
        ILookup<(int, int), LabelClaim> labels = Labels(reports);
        string?[][] ids = [.. reports.Select(r => new string?[r.Source.Actors.Count])];
        List<(IReadOnlyList<ActorRef> Members, Actor Actor)> fused = [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (IReadOnlyList<int> group in sets.Groups())
        {
            ActorRef[] members = [.. group.Select(n => refs[n])];
            if (!members.Any(m => m.Actor.IsNamed || active.Contains((m.Report, m.Actor.Index))))
                continue;
            Actor actor = Describe(members, bodies, reports, evidence);
            if (!taken.Add(actor.Id))
            {
                // Two people of one name: the first report that knows the second tells them apart.
                actor = actor with { Id = StableHash.Id("a", actor.Id, members[0].ReportId, members[0].Actor.Index.ToString(CultureInfo.InvariantCulture)) };
                taken.Add(actor.Id);
            }
            foreach (ActorRef member in members)
                ids[member.Report][member.Actor.Index] = actor.Id;
            fused.Add((members, actor));
        }
        return new FusedActors(fused.Select(f => f.Actor with { Labels = [.. LabelsOf(f.Members, labels, reports, ids, evidence)] }).InOrder(), ids);
    }

    /// <summary>
    /// "The Rao administration" is the government of the country that Rao heads by some report; of one who did so before it stays a body of its own, as it does where no report tells the
    /// country, or where nobody of that name is known.
    /// </summary>
    private void JoinHeaded(ActorRef[] refs, DisjointSets sets)
    {
        ActorRef[] headed = [.. refs.Where(r => r.Actor is { Kind: ActorKind.Government, Country: null, IsNamed: true } && HeadOf(r.Actor) is not null)];
        if (headed.Length == 0)
            return;
        Dictionary<string, int> governments = new(StringComparer.Ordinal);
        foreach (ActorRef government in refs.Where(r => r.Actor is { Kind: ActorKind.Government, Country: not null }))
            governments.TryAdd(government.Actor.Country!, government.Number);
        ILookup<string, ActorRef> persons = refs.Where(r => r.Actor is { Kind: ActorKind.Person, IsNamed: true }).ToLookup(r => NameForms.PersonTokens(r.Actor.Name) is [.., { } last] ? last : "", StringComparer.Ordinal);
        foreach (ActorRef body in headed)
        {
            string surname = HeadOf(body.Actor)!;
            string[] countries = [.. persons[surname].Select(p => p.Actor).Where(p => p.Country is not null && p.Roles.Any(r => !r.Former && _lexicons.UniqueOffices.Contains(Folding.Fold(r.Title)))).Select(p => p.Country!).Distinct(StringComparer.Ordinal)];
            bool former = persons[surname].Any(p => p.Actor.Roles.Any(r => r.Former && _lexicons.UniqueOffices.Contains(Folding.Fold(r.Title))));
            if (countries.Length == 1 && !former && governments.TryGetValue(countries[0], out int government))
                sets.Join(government, body.Number);
        }
    }

    private static string? HeadOf(ReportActor body)
    {
        string[] words = Folding.Fold(body.Names.Count > 0 ? body.Names[0] : body.Name).Split(' ');
        return words.Length is 2 or 3 && words[^1] is "administration" or "government" or "regime" or "cabinet" or "presidency" ? words[^2] : null;
    }

    private static ActorRef[] References(IReadOnlyList<ReportClaims> reports)
    {
        List<ActorRef> refs = [];
        for (int report = 0; report < reports.Count; report++)
        {
            AnnotatedReport source = reports[report].Source;
            string setting = source.Places
                .Where(p => p.Place is { Country.Length: > 0 } && p.Use != ToponymUse.People)
                .GroupBy(p => p.Place!.Country, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key ?? "";
            foreach (ReportActor actor in source.Actors)
                refs.Add(new ActorRef(refs.Count, report, source.Report.Id, setting, actor, source.Report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null));
        }
        return [.. refs];
    }

    /// <summary>The actors that do, suffer, say or are counted in some claim; others without a name are not worth listing.</summary>
    private static HashSet<(int, int)> Active(IReadOnlyList<ReportClaims> reports)
    {
        HashSet<(int, int)> active = [];
        for (int report = 0; report < reports.Count; report++)
        {
            foreach (Claim claim in reports[report].Claims)
            {
                IEnumerable<int> actors = claim switch
                {
                    EventClaim e => e.Initiators.Concat(e.Targets),
                    FigureClaim f => [f.OfActor],
                    StatementClaim s => [reports[report].Source.Speeches[s.Speech].Speaker],
                    LabelClaim l => [l.Actor, l.By],
                    _ => [],
                };
                foreach (int actor in actors.Concat(claim.Attribution.Select(a => a.Actor)))
                    active.Add((report, actor));
            }
        }
        return active;
    }

    private Actor Describe(ActorRef[] members, BodyFuser bodies, IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        ActorKind kind = members.GroupBy(m => m.Actor.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        string? country = members.Select(m => m.Actor.Country).OfType<string>()
            .GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        SpellingTable spellings = new();
        foreach (ActorRef member in members)
        {
            foreach (string name in member.Actor.Names.Append(member.Actor.Name).Distinct(StringComparer.Ordinal))
                spellings.Add(name, member.ReportId);
        }
        bool named = members.Any(m => m.Actor.IsNamed);
        string shown = kind == ActorKind.Government && country is not null && _lexicons.CountryName(country) is string usual
            ? usual
            : CanonicalName.Choose(spellings, kind, named && kind != ActorKind.Group, members.Where(m => m.Actor.IsNamed == named).Select(m => m.Actor));
        string key = members.Select(bodies.ClassKey).FirstOrDefault(k => k is not null) ?? NameKey(shown, kind);
        string id = named || members.Any(m => bodies.ClassKey(m) is not null)
            ? StableHash.Id("a", kind.ToString(), key)
            : StableHash.Id("a", kind.ToString(), key, members[0].ReportId, members[0].Actor.Index.ToString(CultureInfo.InvariantCulture));
        return new Actor(id, shown, kind, country, Roles(members, reports, evidence), spellings.ToAliases(), []);
    }

    private static string NameKey(string name, ActorKind kind) => kind == ActorKind.Person
        ? string.Join(' ', NameForms.PersonTokens(name).Select(NameForms.SoundKey))
        : NameForms.Body(name);

    private static Role[] Roles(ActorRef[] members, IReadOnlyList<ReportClaims> reports, EvidenceTable evidence)
    {
        SortedDictionary<string, Role> roles = new(StringComparer.Ordinal);
        foreach (ActorRef member in members)
        {
            foreach (RoleMention role in member.Actor.Roles)
            {
                string key = string.Join('\u001F', Folding.Fold(role.Title), role.Of is null ? "" : Folding.Fold(role.Of), role.Former ? "former" : "");
                if (!roles.ContainsKey(key))
                    roles.Add(key, new Role(role.Title, role.Of, role.Former, evidence.Add(reports[member.Report].Source.Report, role.Span)));
            }
        }
        // "president" beside "president of X" says nothing more.
        return [.. roles.Values.Where(r => r.Of is not null || !roles.Values.Any(o => o.Of is not null && o.Former == r.Former && Folding.Fold(o.Title) == Folding.Fold(r.Title)))];
    }

    private static ILookup<(int, int), LabelClaim> Labels(IReadOnlyList<ReportClaims> reports) => reports
        .SelectMany((report, i) => report.Claims.OfType<LabelClaim>().Select(label => (Report: i, Label: label)))
        .ToLookup(l => (l.Report, l.Label.Actor), l => l.Label);

    private static IEnumerable<Label> LabelsOf(
        IReadOnlyList<ActorRef> members, ILookup<(int, int), LabelClaim> labels, IReadOnlyList<ReportClaims> reports, string?[][] ids, EvidenceTable evidence) => members
        .SelectMany(m => labels[(m.Report, m.Actor.Index)].Select(l => new Label(
            l.Text, m.ReportId, l.By >= 0 ? ids[m.Report][l.By] : null, evidence.Add(reports[m.Report].Source.Report, l.Evidence))))
        .DistinctBy(l => (Folding.Fold(l.Text), l.Report, l.By))
        .OrderBy(l => l.Report, StringComparer.Ordinal).ThenBy(l => l.Text, StringComparer.Ordinal).ThenBy(l => l.Evidence, StringComparer.Ordinal);
}
