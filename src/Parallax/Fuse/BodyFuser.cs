using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>
/// Finds which organisations, forces, governments and groups of different reports are one: governments by country, forces and police by country
/// and branch, other bodies by name, acronym and the aliases that reports teach, groups by class and members.
/// </summary>
internal sealed class BodyFuser(FuseLexicons lexicons)
{
    /// <summary>Joins what is not a person among <paramref name="refs"/> in <paramref name="sets"/>.</summary>
    public void Join(IReadOnlyList<ActorRef> refs, DisjointSets sets)
    {
        Dictionary<string, int> keyed = new(StringComparer.Ordinal);
        List<ActorRef> bodies = [];
        foreach (ActorRef actor in refs.Where(r => r.Actor.Kind != ActorKind.Person))
        {
            if (ClassKey(actor) is string key)
            {
                if (!keyed.TryAdd(key, actor.Number))
                    sets.Join(keyed[key], actor.Number);
            }
            else if (actor.Actor.IsNamed)
            {
                bodies.Add(actor);
            }
        }
        JoinForces(refs, sets);
        // A force that is known by its country and branch goes by names as well: "RAF", "USAF".
        bodies.AddRange(refs.Where(r => r.Actor is { IsNamed: true, Kind: ActorKind.ArmedForce or ActorKind.Police } && ClassKey(r) is not null));
        JoinByName([.. bodies.OrderBy(b => b.Number)], [.. refs.Where(r => IsUnnamedForce(r.Actor) && ClassKey(r) is null)], sets);
    }

    /// <summary>
    /// "The Air Force", with capitals and without a country, is the one country's whose air force these reports tell of; where they tell of two, it stays apart,
    /// and an army without a name may be anybody's.
    /// </summary>
    private void JoinForces(IReadOnlyList<ActorRef> refs, DisjointSets sets)
    {
        Dictionary<string, SortedSet<int>> byBranch = new(StringComparer.Ordinal);
        foreach (ActorRef force in refs.Where(r => r.Actor.Kind == ActorKind.ArmedForce && r.Actor.Country is not null))
        {
            if (Branch(force) is not { } branch)
                continue;
            if (!byBranch.TryGetValue(branch, out SortedSet<int>? roots))
                byBranch.Add(branch, roots = []);
            roots.Add(sets.Root(force.Number));
        }
        foreach (ActorRef force in refs.Where(r => r.Actor is { Kind: ActorKind.ArmedForce, Country: null } && IsProper(r.Actor)))
        {
            if (Branch(force) is { } branch && byBranch.TryGetValue(branch, out SortedSet<int>? roots) && roots.Count == 1)
                sets.Join(roots.Min, force.Number);
        }
    }

    // "Air Force", but not "air force" or "its army".
    private static bool IsProper(ReportActor actor) => ActorDescription.Bare(actor.Name).Split(' ').All(w => w.Length > 0 && (char.IsUpper(w[0]) || w is "the" or "The"));

    private static bool IsUnnamedForce(ReportActor actor) =>
        !actor.IsNamed && (actor.Kind is ActorKind.ArmedForce or ActorKind.Police || actor.Class is "soldier" or "police");

    /// <summary>The key of an actor that is known by what it is rather than by a name; null for others.</summary>
    public string? ClassKey(ActorRef reference)
    {
        ReportActor actor = reference.Actor;
        switch (actor.Kind)
        {
            case ActorKind.Government when actor.Country is not null:
                return "government|" + actor.Country;
            case ActorKind.Group when !actor.IsNamed || actor.Members.Count > 0:
                return GroupKey(reference);
            case ActorKind.ArmedForce or ActorKind.Police when (actor.Country ?? Fallback(reference)) is string country:
                return Branch(reference) is string branch ? string.Join('|', actor.Kind.ToString(), country, branch) : null;
            case ActorKind.Organisation or ActorKind.Outlet when actor.Country is not null:
                string body = string.Join(' ', WithoutCountry(reference, Words(actor)));
                // "the foreign ministry" and "the Russian Foreign Ministry" are one where both are known to be Russia's.
                return !actor.IsNamed || lexicons.ClassOf(FuseLexicons.Singular(body)) is not null ? string.Join('|', "body", actor.Country, body) : null;
            default:
                return null;
        }
    }

    /// <summary>"The police" of a report on one country are its police; an army is not, as it may well be a foreign one.</summary>
    private static string? Fallback(ActorRef reference) =>
        reference.Actor.Kind == ActorKind.Police && reference.Setting.Length > 0 ? reference.Setting : null;

    private static string[] Words(ReportActor actor) => NameForms.Body(ActorDescription.Bare(actor.Name)).Split(' ');

    /// <summary>
    /// A group that is told by its members' nationality or side is one wherever it is met; one without members only within the country its reports
    /// are about, and only where the noun says who they are: "protesters", "lawmakers", but not "people" or "officials".
    /// </summary>
    private string? GroupKey(ActorRef reference)
    {
        ReportActor actor = reference.Actor;
        string[] tokens = [.. Words(actor).TakeWhile((t, i) => i == 0 || t is not ("of" or "from" or "in" or "with" or "at" or "who"))];
        string head = FuseLexicons.Singular(tokens[^1]);
        string[] members = [.. actor.Members.Select(lexicons.People).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        // "Kosovo Serbs" and "ethnic Serbs" are told by the people, not by the place.
        if (members.Any(lexicons.IsPeople))
            members = [.. members.Where(lexicons.IsPeople)];
        bool isPeople = members.Contains(lexicons.People(tokens[^1]), StringComparer.Ordinal) || lexicons.IsPeopleNoun(head);
        string noun = actor.Class == "protester" ? "protester" : isPeople ? "people" : head;
        if (members.Length > 0)
            return string.Join('|', "group", noun, string.Join(' ', members));
        return actor.Class == "protester" || (actor.Class == "official" && !lexicons.IsGenericNoun(head))
            ? string.Join('|', "group", noun, "", actor.Country ?? reference.Setting)
            : null;
    }

    /// <summary>
    /// What is left of a force's name without its country and the words every force has: "" for the army or police as a whole, "special" for
    /// the special police; null where the name is a proper one ("Liberation Army of X") that is joined by name.
    /// </summary>
    private string? Branch(ActorRef reference)
    {
        string[] tokens = Words(reference.Actor);
        if (tokens.Any(t => NameForms.IsAcronym(t.ToUpperInvariant()) && reference.Actor.Name.Contains(t.ToUpperInvariant(), StringComparison.Ordinal)))
            return null;
        string[] rest = [.. WithoutCountry(reference, tokens).Where(t => !lexicons.IsForceWord(t))];
        bool plain = rest.All(lexicons.IsForceBranch);
        return plain || !reference.Actor.IsNamed ? string.Join(' ', rest.Order(StringComparer.Ordinal)) : null;
    }

    /// <summary>The words without those that name the actor's own country: "serbian", "of serbia", "belgrade".</summary>
    private string[] WithoutCountry(ActorRef reference, string[] tokens)
    {
        for (int start = 0; start < tokens.Length; start++)
        {
            for (int length = Math.Min(4, tokens.Length - start); length > 0; length--)
            {
                if (reference.Actor.Country is string country && lexicons.CountryCode(string.Join(' ', tokens[start..(start + length)])) == country)
                    return [.. tokens[..start].Where(t => t is not ("of" or "the")), .. tokens[(start + length)..]];
            }
        }
        return tokens;
    }

    private void JoinByName(List<ActorRef> bodies, List<ActorRef> forces, DisjointSets sets)
    {
        Dictionary<string, string> ofLongForm = LongForms(bodies, out HashSet<string> ambiguous);
        SortedDictionary<string, List<ActorRef>> byName = new(StringComparer.Ordinal);
        foreach (ActorRef body in bodies)
        {
            foreach (string name in LinkNames(body.Actor).Where(n => !ambiguous.Contains(n) || LinkNames(body.Actor).Count() == 1))
            {
                string key = ofLongForm.GetValueOrDefault(name, name);
                if (!byName.TryGetValue(key, out List<ActorRef>? named))
                    byName.Add(key, named = []);
                named.Add(body);
            }
        }
        foreach (ActorRef force in forces)
        {
            // "NATO peacekeepers", "UNIFIL personnel": the body that they are the people of.
            string owner = string.Join(' ', Words(force.Actor).Where(w => !lexicons.IsForceWord(w)));
            if (byName.TryGetValue(ofLongForm.GetValueOrDefault(owner, owner), out List<ActorRef>? body))
                body.Add(force);
        }
        foreach (List<ActorRef> named in byName.Values)
            JoinWithinCountries(named, sets);
    }

    /// <summary>One name in several countries ("the defence ministry") is several bodies; where only one country claims it, mentions without one join it.</summary>
    private static void JoinWithinCountries(List<ActorRef> named, DisjointSets sets)
    {
        string[] countries = [.. named.Select(b => b.Actor.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
        foreach (IGrouping<string, ActorRef> same in named.GroupBy(
            b => b.Actor.Country ?? (countries.Length == 1 ? countries[0] : countries.Contains(b.Setting, StringComparer.Ordinal) ? b.Setting : ""), StringComparer.Ordinal))
        {
            foreach (ActorRef other in same.Skip(1))
                sets.Join(same.First().Number, other.Number);
        }
    }

    /// <summary>
    /// For each acronym its one long form: taught by a report that uses both for one body, else by initials. An acronym with two long forms in
    /// these reports stands for neither where it stands alone.
    /// </summary>
    private Dictionary<string, string> LongForms(List<ActorRef> bodies, out HashSet<string> ambiguous)
    {
        SortedDictionary<string, SortedSet<string>> taught = new(StringComparer.Ordinal);
        SortedSet<string> acronyms = new(StringComparer.Ordinal);
        SortedSet<string> longNames = new(StringComparer.Ordinal);
        foreach (ReportActor body in bodies.Select(b => b.Actor))
        {
            string[] longForms = [.. Forms(body).Where(n => !NameForms.IsAcronym(n)).Select(NameForms.Body).Where(IsLinkName)];
            longNames.UnionWith(longForms);
            foreach (string acronym in Forms(body).Where(NameForms.IsAcronym).Select(NameForms.Body))
            {
                acronyms.Add(acronym);
                if (!taught.TryGetValue(acronym, out SortedSet<string>? forms))
                    taught.Add(acronym, forms = new SortedSet<string>(StringComparer.Ordinal));
                forms.UnionWith(longForms.Select(f => lexicons.UsualName(f) ?? f).Where(f => NameForms.Initials(f) == acronym || f.Split(' ').Length > 1));
            }
        }
        ILookup<string, string> byInitials = longNames.Where(n => n.Contains(' ', StringComparison.Ordinal)).ToLookup(NameForms.Initials, StringComparer.Ordinal);
        Dictionary<string, string> longForm = new(StringComparer.Ordinal);
        ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (string acronym in acronyms)
        {
            string[] spelled = [.. taught[acronym].Where(f => NameForms.Initials(f) == acronym)];
            string? usual = lexicons.UsualName(acronym);
            if (spelled.Length > 1)
                ambiguous.Add(acronym);
            else if (usual is not null && (spelled.Length == 0 || spelled[0] == usual))
                longForm[acronym] = usual;
            else if (spelled.Length == 1 || taught[acronym].Count == 1)
                longForm[acronym] = spelled.Length == 1 ? spelled[0] : taught[acronym].Min!;
            else if (taught[acronym].Count == 0 && byInitials[acronym].Take(2).ToArray() is [string only])
                longForm[acronym] = only;
        }
        foreach (string name in longNames)
        {
            if (lexicons.UsualName(name) is string usual)
                longForm.TryAdd(name, usual);
        }
        ShortForms(bodies, longNames, longForm);
        return longForm;
    }

    /// <summary>
    /// "Haldane" of "Haldane Marine", and "Haldane Marine Ltd": what a company is besides its name, and the one name of two words that opens with a short one. Every
    /// report that uses the short one must have the long one too, as news brings somebody in by the full name: a body that is spoken of by itself has parts that
    /// open with its name ("Haldane Institute"), and they are others.
    /// </summary>
    private void ShortForms(List<ActorRef> bodies, SortedSet<string> longNames, Dictionary<string, string> longForm)
    {
        Dictionary<string, string?> byFirst = new(StringComparer.Ordinal);
        foreach (string name in longNames)
        {
            string[] words = name.Split(' ');
            int length = words.Length;
            while (length > 1 && s_legalForms.Contains(words[length - 1]))
                length--;
            string plain = string.Join(' ', words[..length]);
            if (length < words.Length)
                longForm.TryAdd(name, plain);
            if (length > 1)
                byFirst[words[0]] = length > 2 || s_parts.Contains(words[1]) || (byFirst.TryGetValue(words[0], out string? other) && other != plain) ? null : plain;
        }
        (string Short, string Long)[] pairs =
        [
            .. longNames.Where(n => n.Length > 3 && !longForm.ContainsKey(n) && byFirst.GetValueOrDefault(n) is not null && lexicons.CountryCode(n) is null && !lexicons.IsPeople(n) && !IsOrdinaryWord(n))
                .Select(n => (n, byFirst[n]!)),
        ];
        if (pairs.Length == 0)
            return;
        ILookup<string, int> reportsOf = bodies.SelectMany(b => Forms(b.Actor).Select(NameForms.Body).Select(n => (Name: longForm.GetValueOrDefault(n, n), b.Report))).ToLookup(x => x.Name, x => x.Report, StringComparer.Ordinal);
        foreach ((string brief, string full) in pairs)
        {
            if (reportsOf[brief].All(reportsOf[full].Contains))
                longForm.TryAdd(brief, longForm.GetValueOrDefault(full, full));
        }
    }

    // What a body has or keeps: named after it, and not it.
    private static readonly HashSet<string> s_parts = new(StringComparer.Ordinal)
    {
        "academy", "agency", "army", "association", "brigade", "bureau", "center", "centre", "command", "commission", "committee", "corps", "council", "court", "department", "division", "federation", "foundation", "front",
        "fund", "hospital", "institute", "ministry", "movement", "network", "office", "police", "school", "service", "services", "union", "unit", "university", "wing", "women", "youth",
    };

    private bool IsOrdinaryWord(string name) => lexicons.ClassOf(FuseLexicons.Singular(name)) is not null || lexicons.IsForceWord(name) || lexicons.IsForceBranch(name);

    private static readonly HashSet<string> s_legalForms = new(StringComparer.Ordinal)
    {
        "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc", "incorporated", "limited", "llc", "ltd", "nv", "plc", "sa", "spa",
    };

    private static IEnumerable<string> Forms(ReportActor body) => body.Names.Append(body.Name).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> LinkNames(ReportActor body) =>
        Forms(body).Where(n => n.Any(char.IsUpper)).Select(NameForms.Body).Distinct(StringComparer.Ordinal).Where(IsLinkName);

    /// <summary>Whether the name alone can show identity: "the Ministry" cannot.</summary>
    private bool IsLinkName(string name) => name.Length > 1 && (name.Contains(' ', StringComparison.Ordinal) || lexicons.ClassOf(FuseLexicons.Singular(name)) is null);
}
