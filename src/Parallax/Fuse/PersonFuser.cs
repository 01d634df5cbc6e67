using NodaTime;
using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Finds which persons of different reports are one. Full names meet by folded form, by given-name variants and by romanisation; a surname
/// alone is attached only to a full name that role, country or company confirm. A likeness of letters is never identity.
/// </summary>
internal sealed class PersonFuser(GivenNames given, FuseLexicons lexicons, ReportCompany company)
{
    private const double SomeCompany = 2;
    private const int MaxBucket = 200;

    // An office of the same body, or a country and company.
    private const double EarSupport = 3;

    /// <summary>Joins the persons among <paramref name="refs"/> in <paramref name="sets"/>.</summary>
    public void Join(IReadOnlyList<ActorRef> refs, DisjointSets sets)
    {
        List<Name> full = [];
        List<Name> partial = [];
        foreach (ActorRef person in refs.Where(r => r.Actor.Kind == ActorKind.Person && r.Actor.IsNamed))
        {
            string[] tokens = LongestName(person.Actor);
            if (tokens.Length > 1)
                full.Add(new Name(tokens, [person]));
            else if (tokens.Length == 1 && tokens[0].Length > 1)
                partial.Add(new Name(tokens, [person]));
        }
        List<Name> nodes = SameName(full, sets);
        JoinSpellings(nodes, sets);
        JoinByEar(nodes, sets);
        AttachPartials(Gather(nodes, sets), SameName(partial, null), sets);
        AttachOffices(refs, sets);
    }

    private static string[] LongestName(ReportActor actor) => actor.Names.Append(actor.Name)
        .Select(NameForms.PersonTokens)
        .OrderByDescending(t => t.Length)
        .ThenByDescending(t => t.Sum(w => w.Length))
        .ThenBy(t => string.Join(' ', t), StringComparer.Ordinal)
        .First();

    /// <summary>One node for each name, or for each namesake; their members are joined where <paramref name="sets"/> is given.</summary>
    private List<Name> SameName(List<Name> names, DisjointSets? sets)
    {
        List<Name> nodes = [];
        foreach (IGrouping<string, Name> same in names.GroupBy(n => NameForms.Unhyphenated(n.Tokens), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Name[] members = [.. same];
            if (sets is null)
            {
                nodes.AddRange(members);
                continue;
            }
            nodes.AddRange(Namesakes(members).Select(g => new Name(members[0].Tokens, g)));
        }
        if (sets is not null)
        {
            foreach (Name node in nodes)
                JoinAll(node.Refs, sets);
        }
        return nodes;
    }

    /// <summary>Parts those of one full name only where country and roles both contradict and the reports have no company in common.</summary>
    private IEnumerable<List<ActorRef>> Namesakes(Name[] members)
    {
        List<ActorRef> all = [.. members.SelectMany(m => m.Refs)];
        List<List<ActorRef>> byCountry = [.. all.Where(r => r.Actor.Country is not null)
            .GroupBy(r => r.Actor.Country!, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.ToList())];
        List<List<ActorRef>> apart = [];
        foreach (List<ActorRef> one in byCountry)
        {
            List<ActorRef>? home = apart.Find(other => !Contradict(one, other));
            if (home is null)
                apart.Add(one);
            else
                home.AddRange(one);
        }
        if (apart.Count == 0)
            return [all];
        apart[0].AddRange(all.Where(r => r.Actor.Country is null));
        return apart;
    }

    private bool Contradict(List<ActorRef> first, List<ActorRef> second)
    {
        HashSet<string> titles = new(first.SelectMany(r => OfficesOf(r)).Select(o => o.Title), StringComparer.Ordinal);
        string[] others = [.. second.SelectMany(r => OfficesOf(r)).Select(o => o.Title)];
        return titles.Count > 0 && others.Length > 0 && !titles.Overlaps(others) && company.Shared(Reports(first), Reports(second)) < SomeCompany + 1;
    }

    /// <summary>Joins full names that are spellings of one: "Alexander Vucic" and "Aleksandar Vučić", "J. R. Smith" and "John Smith".</summary>
    private void JoinSpellings(List<Name> nodes, DisjointSets sets)
    {
        // "Abd al-Rahman" and "Abdulrahman", "Ji-hoon" and "Jihoon": what is written in one word there is in two here.
        foreach (IGrouping<string, Name> bucket in nodes.GroupBy(n => NameForms.SurnameKey(n.Tokens[^1]), StringComparer.Ordinal)
            .Concat(nodes.GroupBy(n => NameForms.SoundKey(string.Concat(n.Tokens)), StringComparer.Ordinal)))
        {
            Name[] names = [.. bucket.Take(MaxBucket)];
            for (int i = 0; i < names.Length; i++)
            {
                for (int j = i + 1; j < names.Length; j++)
                {
                    if ((SameFullName(names[i].Tokens, names[j].Tokens) || IsSplitOtherwise(names[i].Tokens, names[j].Tokens)) && Support(names[i].Refs, names[j].Refs) > 0)
                        sets.Join(names[i].Refs[0].Number, names[j].Refs[0].Number);
                }
            }
        }
    }

    /// <summary>
    /// Joins full names that may be one by ear where much else agrees: an office or a country, and company. Two such names that one report uses side by side are two.
    /// </summary>
    private void JoinByEar(List<Name> nodes, DisjointSets sets)
    {
        foreach (IGrouping<string, Name> bucket in nodes.GroupBy(n => NameForms.Consonants(n.Tokens[^1]), StringComparer.Ordinal).Where(g => g.Key.Length >= 2))
        {
            Name[] names = [.. bucket.Take(MaxBucket)];
            for (int i = 0; i < names.Length; i++)
            {
                for (int j = i + 1; j < names.Length; j++)
                {
                    if (!SameByEar(names[i].Tokens, names[j].Tokens) || names[i].Refs.Any(r => names[j].Refs.Exists(o => o.Report == r.Report)))
                        continue;
                    if (Support(names[i].Refs, names[j].Refs) >= EarSupport && company.Shared(Reports(names[i].Refs), Reports(names[j].Refs)) >= SomeCompany)
                        sets.Join(names[i].Refs[0].Number, names[j].Refs[0].Number);
                }
            }
        }
    }

    private bool SameByEar(string[] first, string[] second) =>
        first.Length == second.Length && NameForms.SoundLike(first[^1], second[^1]) && (given.Match(first[0], second[0]) || (first[0].Length > 2 && second[0].Length > 2 && NameForms.SoundLike(first[0], second[0])))
        && first[1..^1].Zip(second[1..^1]).All(pair => NameForms.SoundLike(pair.First, pair.Second));

    private static bool IsSplitOtherwise(string[] first, string[] second) =>
        first.Length != second.Length && NameForms.SoundKey(string.Concat(first)) == NameForms.SoundKey(string.Concat(second));

    private bool SameFullName(string[] first, string[] second)
    {
        if (NameForms.SurnameKey(first[^1]) != NameForms.SurnameKey(second[^1]) || !given.Match(first[0], second[0]))
            return false;
        string[] middleFirst = first[1..^1];
        string[] middleSecond = second[1..^1];
        // A middle name may be left out, but two different ones are two people.
        return middleFirst.Length == 0 || middleSecond.Length == 0
            || middleFirst.Any(m => middleSecond.Any(o => given.Match(m, o)));
    }

    /// <summary>Attaches names that are the end (rarely the beginning) of a full name.</summary>
    private void AttachPartials(List<Name> full, List<Name> partials, DisjointSets sets)
    {
        ILookup<string, Name> bySurname = full.ToLookup(n => NameForms.SurnameKey(n.Tokens[^1]), StringComparer.Ordinal);
        ILookup<string, Name> byFirst = full.ToLookup(n => NameForms.SurnameKey(n.Tokens[0]), StringComparer.Ordinal);
        List<ActorRef> alone = [];
        foreach (ActorRef person in partials.SelectMany(p => p.Refs))
        {
            string key = NameForms.SurnameKey(LongestName(person.Actor)[0]);
            Name? home = Best(bySurname[key], person) ?? (bySurname.Contains(key) || given.IsKnown(LongestName(person.Actor)[0]) ? null : Best(byFirst[key], person));
            if (home is not null)
                sets.Join(home.Refs[0].Number, person.Number);
            else
                alone.Add(person);
        }
        foreach (IGrouping<string, ActorRef> bucket in alone.GroupBy(p => NameForms.SurnameKey(LongestName(p.Actor)[0]), StringComparer.Ordinal))
        {
            ActorRef[] same = [.. bucket.Take(MaxBucket)];
            for (int i = 0; i < same.Length; i++)
            {
                for (int j = i + 1; j < same.Length; j++)
                {
                    if (Support([same[i]], [same[j]]) > 0)
                        sets.Join(same[i].Number, same[j].Number);
                }
            }
        }
    }

    /// <summary>The one name that is best supported; null where none is or two are alike.</summary>
    private Name? Best(IEnumerable<Name> candidates, ActorRef person)
    {
        Name? best = null;
        double most = 0;
        bool tie = false;
        foreach (Name candidate in candidates.Take(MaxBucket))
        {
            double support = Support(candidate.Refs, [person]);
            tie = support == most ? best is not null : support < most && tie;
            if (support > most)
                (best, most) = (candidate, support);
        }
        return tie ? null : best;
    }

    /// <summary>What speaks for two names being one person beside the letters; zero or less is nothing.</summary>
    private double Support(List<ActorRef> first, List<ActorRef> second)
    {
        double support = 0;
        HashSet<(string, string?)> offices = [.. first.SelectMany(r => OfficesOf(r))];
        (string Title, string? Of)[] others = [.. second.SelectMany(r => OfficesOf(r))];
        if (others.Any(o => o.Of is not null && offices.Contains(o)))
            support += 3;
        else if (others.Any(o =>
            lexicons.UniqueOffices.Contains(o.Title)
            && offices.Any(f => lexicons.UniqueOffices.Contains(f.Item1) && f.Item2 is not null && o.Of is not null && f.Item2 != o.Of)))
            support -= 2;
        // "President X" here and "the president of Y, X" there: one title, of which one account tells whose it is.
        else if (others.Any(o => lexicons.UniqueOffices.Contains(o.Title) && offices.Any(f => f.Item1 == o.Title && (f.Item2 is null || o.Of is null))))
            support += 1;
        HashSet<string> countries = new(first.Select(r => r.Actor.Country).OfType<string>(), StringComparer.Ordinal);
        string[] otherCountries = [.. second.Select(r => r.Actor.Country).OfType<string>()];
        if (countries.Overlaps(otherCountries))
            support += 2;
        else if (countries.Count > 0 && otherCountries.Length > 0)
            support -= 2;
        double shared = company.Shared(Reports(first), Reports(second));
        return shared >= SomeCompany ? support + Math.Min(2, shared / SomeCompany) : support;
    }

    /// <summary>
    /// Attaches "the Serbian president" to the one person who holds that office in these reports. Where they know several, one after the other, the day of the report
    /// tells whose time it is; otherwise to none.
    /// </summary>
    private void AttachOffices(IReadOnlyList<ActorRef> refs, DisjointSets sets)
    {
        Dictionary<(string, string), List<ActorRef>> holders = [];
        foreach (ActorRef person in refs.Where(r => r.Actor.Kind == ActorKind.Person && r.Actor.IsNamed))
        {
            foreach ((string, string) office in UniqueOffices(person, isHolder: true))
            {
                if (!holders.TryGetValue(office, out List<ActorRef>? of))
                    holders.Add(office, of = []);
                of.Add(person);
            }
        }
        Dictionary<(string, string), Term[]> terms = holders.ToDictionary(h => h.Key, h => Terms(h.Value, sets));
        foreach (ActorRef person in refs.Where(r => r.Actor.Kind == ActorKind.Person && !r.Actor.IsNamed))
        {
            int[] found =
            [
                .. UniqueOffices(person, isHolder: false)
                    .SelectMany(o => terms.TryGetValue(o, out Term[]? of) ? InOffice(of, person.Day) : [])
                    .Distinct(),
            ];
            if (found.Length == 1)
                sets.Join(found[0], person.Number);
        }
    }

    /// <summary>The holders of one office in the order of the days on which reports call them so.</summary>
    private static Term[] Terms(List<ActorRef> holders, DisjointSets sets) =>
        [.. holders.GroupBy(h => sets.Root(h.Number)).Select(g => new Term(g.Key, g.Min(h => h.Day), g.Max(h => h.Day), g.All(h => h.Day is not null))).OrderBy(t => t.From).ThenBy(t => t.Holder)];

    private static IEnumerable<int> InOffice(Term[] terms, LocalDate? day)
    {
        if (terms.Length == 1 || day is null)
            return terms.Select(t => t.Holder);
        for (int i = 0; i < terms.Length; i++)
        {
            // Two who are called so on the same days, or on days unknown, leave it open.
            if (!terms[i].IsDated || (i > 0 && terms[i].From <= terms[i - 1].To))
                return [];
        }
        return terms.Where((t, i) => t.From <= day && (day <= t.To || i == terms.Length - 1)).Select(t => t.Holder);
    }

    // Whoever is acting minister holds the minister's office for a while, but "the acting minister" is never the minister.
    private IEnumerable<(string Title, string Of)> UniqueOffices(ActorRef person, bool isHolder)
    {
        foreach ((string title, string? of) in OfficesOf(person))
        {
            bool acts = title.Split(' ')[0] is "acting" or "interim" or "caretaker";
            string office = acts ? title[(title.IndexOf(' ', StringComparison.Ordinal) + 1)..] : title;
            if (of is null || !lexicons.UniqueOffices.Contains(office))
                continue;
            if (acts)
                yield return ("acting " + office, of);
            if (isHolder || !acts)
                yield return (office, of);
        }
    }

    /// <summary>The roles held, former ones left out, as folded title and whose: a country's code where the words name a country.</summary>
    private IEnumerable<(string Title, string? Of)> OfficesOf(ActorRef person) => person.Actor.Roles
        .Where(r => !r.Former)
        .Select(r => (Folding.Fold(r.Title), r.Of is null ? OwnCountry(person, r) : lexicons.CountryCode(r.Of) ?? Folding.Fold(r.Of)));

    private string? OwnCountry(ActorRef person, RoleMention role) => lexicons.LocalOffices.Contains(Folding.Fold(role.Title)) ? null : person.Actor.Country;

    private static List<Name> Gather(List<Name> nodes, DisjointSets sets) =>
        [.. nodes.GroupBy(n => sets.Root(n.Refs[0].Number)).Select(g => new Name(g.First().Tokens, [.. g.SelectMany(n => n.Refs)]))];

    private static void JoinAll(List<ActorRef> refs, DisjointSets sets)
    {
        foreach (ActorRef other in refs.Skip(1))
            sets.Join(refs[0].Number, other.Number);
    }

    private static SortedSet<int> Reports(IEnumerable<ActorRef> refs) => [.. refs.Select(r => r.Report)];

    private sealed record Name(string[] Tokens, List<ActorRef> Refs);

    private sealed record Term(int Holder, LocalDate? From, LocalDate? To, bool IsDated);
}
