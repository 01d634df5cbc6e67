using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Makes participants of noun phrases: their names, descriptions and bodies.</summary>
internal sealed class IncidentParties(IncidentTriggers words)
{
    private const int LongestDescription = 8;

    private static readonly string[] s_doers = ["er", "or", "ist", "ant", "ent", "man", "men", "woman", "women", "ian", "ee", "eer", "ess", "ese", "ite", "iot", "yst", "ic", "path", "mate", "folk", "kid", "boy", "girl", "person"];

    /// <summary>Whether the phrase at <paramref name="head"/> names people.</summary>
    public bool IsPeople(IncidentTree tree, int head)
    {
        int at = Meant(tree, head);
        if (tree.NameAt(at) is { } name)
            return name.Kind == NameKind.Person;
        if (tree.ActorAt(at) is { Kind: ActorKind.Person or ActorKind.Group or ActorKind.Police or ActorKind.ArmedForce or ActorKind.Person })
            return !words.Is("thing", tree.Lemma(at));
        return words.Is("person", tree.Lemma(at)) || words.Is("suspect", tree.Lemma(at)) || (tree[at].Tag == Upos.Pron && tree.Lower(at) is not ("it" or "this" or "that" or "which" or "what"));
    }

    /// <summary>Whether an unknown phrase may name people: a number, a capitalised word, or a noun with an ending of those who do something.</summary>
    public bool CanBePeople(IncidentTree tree, int head)
    {
        Token token = tree[Meant(tree, head)];
        if (words.Is("thing", token.Lemma) || tree.NameAt(head) is { Kind: NameKind.Place or NameKind.Organisation })
            return false;
        return token.Tag is Upos.Num or Upos.Propn || (token.Tag == Upos.Noun && s_doers.Any(ending => token.Lemma.EndsWith(ending, StringComparison.Ordinal)));
    }

    /// <summary>Whether the phrase names armed people who fight: soldiers, rebels, an army.</summary>
    public static bool IsArmed(IncidentTree tree, int head) =>
        tree.ActorAt(head) is { Class: "soldier" or "rebel" } or { Kind: ActorKind.ArmedForce };

    /// <summary>Adds the participants of the phrase at <paramref name="head"/> and of all joined to it.</summary>
    public void Add(IncidentTree tree, int head, IncidentRole role, List<IncidentParty> parties, string? effect = null, bool alleged = false)
    {
        foreach (int one in tree.Joined(head))
        {
            int at = Meant(tree, one);
            if (role == IncidentRole.Victim && one != head && !IsPeople(tree, one) && !CanBePeople(tree, one))
                continue;
            if (role is IncidentRole.Perpetrator)
                AddPerpetrator(tree, one, at, parties, alleged);
            else if (role == IncidentRole.Victim && AddNamed(tree, at, parties, effect))
                continue;
            else if (Make(tree, at, role) is { } party)
                parties.Add(party with { Effect = effect, Alleged = alleged });
            AddApposed(tree, at, role, parties, effect);
        }
    }

    // "political leaders Hector Ponce and Gilda Rios": the names, each a leader.
    private static bool AddNamed(IncidentTree tree, int at, List<IncidentParty> parties, string? effect)
    {
        if (tree[at].Xpos is not ("NNS" or "NNPS") || at + 1 >= tree.End || tree.NameAt(at + 1) is not { Kind: NameKind.Person } first || first.FirstToken != at + 1)
            return false;
        string description = tree.Words(DescriptionStart(tree, at), at + 1);
        NameMention? name = first;
        for (int many = 0; name is not null && many < 20; many++)
        {
            parties.Add(new IncidentParty(IncidentRole.Victim, tree.Words(name.FirstToken, name.EndToken), [description], tree.MentionAt(name.EndToken - 1)?.Actor ?? -1, name.Span) { Effect = effect });
            int next = name.EndToken;
            while (next < tree.End && tree.Lower(next) is "," or "and")
                next++;
            name = next > name.EndToken && next < tree.End ? tree.NameAt(next) is { Kind: NameKind.Person } more ? more : null : null;
        }
        return true;
    }

    private void AddPerpetrator(IncidentTree tree, int one, int at, List<IncidentParty> parties, bool alleged)
    {
        if (!IsBody(tree, at) && Make(tree, at, IncidentRole.Perpetrator) is { } party)
            parties.Add(party with { Alleged = alleged });
        // "members of the Northern Front", "Northern Front fighters": the body that they belong to.
        foreach (int from in one == at ? new[] { at } : [one, at])
        {
            if (Body(tree, from) is { } body)
                parties.Add(body with { Alleged = alleged });
        }
    }

    private IncidentParty? Body(IncidentTree tree, int at)
    {
        if (IsBody(tree, at))
            return Organisation(tree, at);
        foreach (int child in tree.Children(at))
        {
            if ((tree.Is(child, "compound") || tree.Is(child, "nmod") || tree.Is(child, "amod") || tree.Is(child, "appos") || tree.Is(child, "flat")) && tree.Case(child) is "" or "of" or "from" or "'s" && IsBody(tree, child))
                return Organisation(tree, child);
        }
        // "members of the rebel Northern Front" and the like hang the name lower.
        if (tree.NameAt(at) is { Kind: NameKind.Organisation })
            return Organisation(tree, at);
        return null;
    }

    private static IncidentParty Organisation(IncidentTree tree, int at)
    {
        int actor = tree.MentionAt(at)?.Actor ?? -1;
        if (tree.NameAt(at) is { } name)
            return new IncidentParty(IncidentRole.PerpetratorOrganisation, tree.Words(name.FirstToken, name.EndToken), [], actor, name.Span);
        int first = DescriptionStart(tree, at);
        return new IncidentParty(IncidentRole.PerpetratorOrganisation, null, [tree.Words(first, at + 1)], actor, tree.Span(first, at + 1));
    }

    private bool IsBody(IncidentTree tree, int at)
    {
        if (tree.NameAt(at) is { } name)
            return name.Kind == NameKind.Organisation;
        string lower = tree.Lower(at);
        // "the armed forces" are a body; "rebel forces", "groups" and "squads" are people.
        if (lower == "forces")
            return at > tree.First && tree.Lower(at - 1) is "armed" or "security" or "air" or "government";
        return IsSingular(tree, at) && words.Is("body", tree.Lemma(at));
    }

    private static bool IsSingular(IncidentTree tree, int at) => tree[at].Xpos is "NN" or "NNP" || tree.Lower(at) is "police";

    private static void AddApposed(IncidentTree tree, int at, IncidentRole role, List<IncidentParty> parties, string? effect)
    {
        // "three farmers, Pedro Salas, Juan Soto and Luis Mora": each name is one of them.
        if (role != IncidentRole.Victim || tree.NameAt(at) is not null)
            return;
        int apposed = tree.Child(at, "appos");
        if (apposed < 0 || tree[at].Xpos is not ("NNS" or "NNPS"))
            return;
        foreach (int one in tree.Joined(apposed))
        {
            if (tree.NameAt(one) is { Kind: NameKind.Person } && Make(tree, one, role) is { } party)
                parties.Add(party with { Effect = effect });
        }
    }

    /// <summary>The noun that says who is meant: "farmers" in "a group of farmers", "dozens of farmers".</summary>
    public int Meant(IncidentTree tree, int head)
    {
        if (!words.Is("partitive", tree.Lemma(head)) && tree[head].Tag != Upos.Num)
            return head;
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "nmod") && tree.Case(child) == "of" && tree.IsNoun(child))
                return child;
        }
        return head;
    }

    private static IncidentParty? Make(IncidentTree tree, int at, IncidentRole role)
    {
        Token token = tree[at];
        int actor = tree.MentionAt(at)?.Actor ?? -1;
        if (token.Tag == Upos.Pron)
            return Pronoun(tree, at, role, actor);
        if (token.Tag is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Verb) && token.Tag != Upos.Num)
            return null;
        List<string> descriptions = [];
        NameMention? person = tree.NameAt(at);
        if (person is not { Kind: NameKind.Person })
            person = NameWithin(tree, at) ?? NameBehind(tree, at);
        if (person is { Kind: NameKind.Person } name)
        {
            Titles(tree, at, name, descriptions);
            return new IncidentParty(role, tree.Words(name.FirstToken, name.EndToken), descriptions, actor, name.Span);
        }
        if (token.Tag == Upos.Num)
            return null;
        int first = DescriptionStart(tree, at);
        if (tree.NameAt(at) is { } other && other.FirstToken < first)
            first = other.FirstToken;
        int end = at + 1;
        descriptions.Add(tree.Words(first, end));
        if (role == IncidentRole.Target && OfEnd(tree, at) is int longer and > 0)
            descriptions.Add(tree.Words(first, longer));
        return new IncidentParty(role, null, descriptions, actor, tree.Span(first, end));
    }

    private static IncidentParty? Pronoun(IncidentTree tree, int at, IncidentRole role, int actor)
    {
        if (actor < 0)
            return null;
        ReportActor known = tree.Report.Actors[actor];
        if (role == IncidentRole.Victim && known.Kind is not (ActorKind.Person or ActorKind.Group or ActorKind.Police or ActorKind.ArmedForce))
            return null;
        return new IncidentParty(role, known.IsNamed ? known.Name : null, known.IsNamed ? [] : [known.Name], actor, tree[at].Span);
    }

    // The name in "senator Pedro Salas" or "the senator, Pedro Salas".
    private static NameMention? NameWithin(IncidentTree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            bool part = tree.Is(child, "flat") || tree.Is(child, "appos") || (tree.Is(child, "compound") && child > at);
            if (part && tree[at].Xpos is not ("NNS" or "NNPS") && tree.NameAt(child) is { Kind: NameKind.Person } name)
                return name;
        }
        return null;
    }

    // "priest Juan Vega", however the tree hangs the two together.
    private static NameMention? NameBehind(IncidentTree tree, int at) =>
        tree[at].Tag == Upos.Noun && tree[at].Xpos != "NNS" && at + 1 < tree.End && tree.NameAt(at + 1) is { Kind: NameKind.Person } name && name.FirstToken == at + 1 ? name : null;

    private static void Titles(IncidentTree tree, int at, NameMention name, List<string> descriptions)
    {
        // "Liberal senator Pedro Salas", "the senator, Pedro Salas".
        int end = name.FirstToken;
        while (end > tree.First && tree.Lower(end - 1) is "," or "dr." or "mr." or "mrs.")
            end--;
        int first = end;
        while (first > tree.First && end - first < LongestDescription && tree[first - 1].Tag is Upos.Noun or Upos.Propn or Upos.Adj && (tree.NameAt(first - 1) is not { Kind: NameKind.Person }))
            first--;
        if (first < end && tree[end - 1].Tag is Upos.Noun or Upos.Propn && tree.NameAt(end - 1) is not { Kind: NameKind.Place } && (end == name.FirstToken || tree.IsUnder(end - 1, at) || tree.IsUnder(at, end - 1)))
            descriptions.Add(tree.Words(first, end));
        // "Pedro Salas, leader of the miners' union,".
        for (int i = name.FirstToken; i < name.EndToken; i++)
        {
            int apposed = tree.Child(i, "appos");
            if (apposed < name.EndToken || !tree.IsNoun(apposed) || tree.NameAt(apposed) is { Kind: NameKind.Person })
                continue;
            int start = DescriptionStart(tree, apposed);
            descriptions.Add(tree.Words(start, apposed + 1));
            if (OfEnd(tree, apposed) is int longer and > 0)
                descriptions.Add(tree.Words(start, longer));
        }
    }

    // The end of "of the miners' union" behind a noun; 0 where there is none.
    private static int OfEnd(IncidentTree tree, int at)
    {
        foreach (int child in tree.Children(at))
        {
            if (child > at && tree.Is(child, "nmod") && tree.Case(child) is "of" or "for" && child - at <= LongestDescription)
                return tree.NameAt(child) is { } name ? Math.Max(child + 1, name.EndToken) : child + 1;
        }
        return 0;
    }

    /// <summary>Where the description that ends with the noun begins: its adjectives and nouns, without article and number.</summary>
    public static int DescriptionStart(IncidentTree tree, int at)
    {
        int first = at;
        while (first > tree.First && at - first < LongestDescription)
        {
            Token before = tree[first - 1];
            bool part = before.Head >= tree.First && (before.Head == at || (before.Head > first - 1 && before.Head <= at));
            if (!part || before.Tag is not (Upos.Adj or Upos.Noun or Upos.Propn or Upos.Verb) || before.Relation is not ("amod" or "compound" or "nmod:desc" or "nmod" or "flat"))
                break;
            first--;
        }
        return first;
    }
}
