using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Finds the places of a sentence that name or point at acts of violence, with who stands around them.</summary>
internal sealed class IncidentFinder(IncidentTriggers words, IncidentParties parties)
{
    private const int WidestPhrase = 9;

    private static readonly HashSet<string> s_wherePrepositions = new(["in front", "in", "at", "near", "outside", "inside", "on", "against", "under", "beside", "behind", "opposite", "next", "into", "by", "to", "from", "across", "close"], StringComparer.Ordinal);

    /// <summary>Whether a word of the lemma can name or point at an act of violence.</summary>
    public bool CanBe(Token token) => token.Tag switch
    {
        Upos.Verb => words.Verbs(token.Lemma).Count > 0,
        Upos.Noun or Upos.Propn or Upos.Adj => words.Nouns(token.Lemma).Count > 0 || (token.Xpos == "VBN" && words.Verbs(token.Lemma).Count > 0),
        _ => false,
    };

    /// <summary>The mentions of the sentence, in text order.</summary>
    public List<IncidentMention> Find(IncidentTree tree)
    {
        List<IncidentMention> found = [];
        for (int i = tree.First; i < tree.End; i++)
        {
            IncidentMention? mention = tree[i].Tag switch
            {
                Upos.Verb => Verb(tree, i),
                Upos.Noun or Upos.Propn => Noun(tree, i),
                _ => null,
            };
            if (mention is not null)
                found.Add(mention);
        }
        return found;
    }

    private IncidentMention? Verb(IncidentTree tree, int at)
    {
        foreach (IncidentTrigger trigger in words.Verbs(tree.Lemma(at)))
        {
            if (!Beside(tree, at, trigger))
                continue;
            if (IncidentStanding.OfVerb(tree, at) is not { } stage)
                return null;
            if (Tell(tree, at, trigger, stage) is { } mention)
                return mention;
        }
        return null;
    }

    // The other words of a verb stand under it or close behind: "gunned her down", "set the car on fire".
    private static bool Beside(IncidentTree tree, int at, IncidentTrigger trigger)
    {
        foreach (string word in trigger.Words.AsSpan(1))
        {
            bool found = false;
            for (int i = at + 1; i < Math.Min(tree.End, at + WidestPhrase) && !found; i++)
                found = tree.Lemma(i) == word && (i == at + 1 || tree.IsUnder(i, at));
            if (!found)
                return false;
        }
        return true;
    }

    private IncidentMention? Tell(IncidentTree tree, int at, IncidentTrigger trigger, IncidentStage stage)
    {
        bool passive = IncidentArguments.IsPassive(tree, at);
        List<int> agents = [.. IncidentArguments.Agents(tree, at, passive)], patients = [.. IncidentArguments.Patients(tree, at, passive)];
        if (trigger.Words.Length > 1)
        {
            // "took two cashiers hostage": the noun of the phrase may carry the people.
            foreach (int own in patients.FindAll(p => trigger.Words.Contains(tree.Lemma(p))))
            {
                patients.Remove(own);
                patients.AddRange(tree.Children(own).Where(c => c < own && tree.IsNoun(c) && (tree.Is(c, "compound") || tree.Is(c, "nmod"))));
            }
        }
        if (trigger.Has("undergo"))
            (agents, patients) = ([], agents);
        IncidentMention mention = New(tree, at, at + 1, trigger, stage);
        mention.Told = true;
        if (trigger.Has("device"))
        {
            // "a bomb exploded": what went off is the means; "the bomb blew up a car" is of another row.
            if (!agents.Concat(patients).Any(p => words.Is("device", tree.Lemma(p))))
                return null;
            agents.RemoveAll(a => words.Is("device", tree.Lemma(a)) || !parties.IsPeople(tree, a));
            patients.Clear();
            AddPlaced(tree, at, mention);
        }
        else if (trigger.Has("devobj"))
        {
            int device = patients.FindIndex(p => words.Is("device", tree.Lemma(parties.Meant(tree, p))));
            if (device < 0)
                return null;
            AddPlaced(tree, at, mention);
            AddPlaced(tree, patients[device], mention);
            patients.Clear();
            if (trigger.Has("try"))
            {
                mention.Stage = IncidentStage.Attempted;
                agents.Clear();
            }
        }
        else if (trigger.Has("at"))
        {
            if (!passive)
                patients.Clear();
            patients.AddRange(IncidentArguments.Prepositional(tree, at).Where(p => p.Case is "at" or "on" or "against" or "upon").Select(p => p.Head));
            if (patients.Count == 0)
                return null;
        }
        else if (trigger.Words.Contains("fire") && trigger.Words[0] == "set")
        {
            patients.AddRange(IncidentArguments.Prepositional(tree, at).Where(p => p.Case == "to").Select(p => p.Head));
        }
        // "the blast killed", "the attack left": the subject is the event itself.
        foreach (int agent in agents)
        {
            if (tree[agent].Tag == Upos.Noun && words.Nouns(tree.Lemma(agent)).Count > 0)
                mention.SameAs = agent;
        }
        agents.RemoveAll(a => a == mention.SameAs || words.Is("device", tree.Lemma(a)) || words.Is("thing", tree.Lemma(a)) || (tree[a].Tag == Upos.Noun && tree.ActorAt(a) is null && !parties.IsPeople(tree, a) && !words.Is("suspect", tree.Lemma(a)) && tree.NameAt(a) is null));
        if (mention.SameAs < 0)
            mention.SameAs = Within(tree, at);
        bool doneToPeople = trigger.Has("person");
        foreach (int patient in patients)
        {
            bool people = parties.IsPeople(tree, patient) || (doneToPeople && parties.CanBePeople(tree, patient));
            if (people || trigger.Has("undergo"))
                parties.Add(tree, patient, IncidentRole.Victim, mention.Parties, Effect(trigger, stage));
            else if (!doneToPeople)
                AddTarget(tree, patient, mention, agents.Any(a => IncidentParties.IsArmed(tree, a) || words.Is("suspect", tree.Lemma(a))));
        }
        if (doneToPeople && !mention.Of(IncidentRole.Victim).Any())
        {
            if (!trigger.Has("effect") && agents.Count == 0)
                mention.Leans = true;
            else if (patients.Count > 0 || trigger.Has("effect"))
                return null;
        }
        if (!doneToPeople && trigger.Has("thing") && patients.Count == 0 && agents.Count == 0)
            return null;
        foreach (int agent in agents)
            parties.Add(tree, agent, IncidentRole.Perpetrator, mention.Parties);
        if (trigger.Has("effect") && agents.Count == 0)
            mention.Leans = true;
        if (IsFight(tree, agents, patients))
            return Renamed(mention, IncidentKind.Clash);
        return UsesExplosives(tree, at, mention.Kind) ? Renamed(mention, IncidentKind.Bombing) : mention;
    }

    // "attacked the post with dynamite", "killed by a bomb": what hangs on the word says how.
    private bool UsesExplosives(IncidentTree tree, int at, IncidentKind? kind)
    {
        if (kind is not (IncidentKind.Attack or IncidentKind.Killing))
            return false;
        foreach (int child in tree.Children(at))
        {
            bool means = tree.Is(child, "obl") || tree.Is(child, "nmod") || tree.Is(child, "amod") || tree.Is(child, "compound") || tree.Is(child, "nsubj");
            if (means && (words.Is("explosive", tree.Lemma(child)) || tree.Children(child).Any(c => tree.Is(c, "compound") && words.Is("explosive", tree.Lemma(c)))))
                return true;
        }
        return false;
    }

    // Armed people against armed people: a clash, whoever won.
    private static bool IsFight(IncidentTree tree, List<int> agents, List<int> patients) =>
        agents.Count > 0 && patients.Count > 0 && patients.All(p => IncidentParties.IsArmed(tree, p)) && agents.All(a => IncidentParties.IsArmed(tree, a));

    private static IncidentMention Renamed(IncidentMention mention, IncidentKind kind)
    {
        IncidentMention other = new() { Token = mention.Token, Sentence = mention.Sentence, Paragraph = mention.Paragraph, Words = mention.Words, Kind = kind, Stage = mention.Stage, Leans = mention.Leans, Definite = mention.Definite, Told = mention.Told, SameAs = mention.SameAs };
        other.Parties.AddRange(mention.Parties);
        return other;
    }

    private static string? Effect(IncidentTrigger trigger, IncidentStage stage) => trigger.Kind switch
    {
        _ when stage != IncidentStage.Accomplished => null,
        IncidentKind.Killing => "killed",
        IncidentKind.Kidnapping => "held",
        IncidentKind.Attack when trigger.Has("effect") => "injured",
        _ => null,
    };

    // "were killed in the blast", "wounded during the attack".
    private int Within(IncidentTree tree, int at)
    {
        foreach ((int head, string preposition) in IncidentArguments.Prepositional(tree, at))
        {
            if (preposition is "in" or "during" or "by" or "after" or "following" or "from" or "as a result of" or "as" && words.Nouns(tree.Lemma(head)).Count > 0)
                return head;
        }
        return -1;
    }

    private void AddPlaced(IncidentTree tree, int at, IncidentMention mention)
    {
        foreach ((int head, string preposition) in IncidentArguments.Prepositional(tree, at))
        {
            if (s_wherePrepositions.Contains(preposition))
                AddTarget(tree, head, mention);
        }
    }

    // What armed people attack may be any body: "attacked the presidency". Others attack bodies with words, too.
    private void AddTarget(IncidentTree tree, int head, IncidentMention mention, bool byArmed = false)
    {
        foreach (int one in tree.Joined(head))
        {
            if (tree.NameAt(one) is { Kind: NameKind.Person })
                parties.Add(tree, one, IncidentRole.Victim, mention.Parties);
            else if (words.Is("thing", tree.Lemma(one)) || IsNamedThing(tree, one) || (tree.NameAt(one) is { Kind: NameKind.Organisation } && one == head) || (byArmed && tree.ActorAt(one) is { Kind: ActorKind.Organisation or ActorKind.Government or ActorKind.Outlet or ActorKind.Police }))
                parties.Add(tree, one, IncidentRole.Target, mention.Parties);
        }
    }

    // "the Hotel Sol", "Banco Central Tower".
    private bool IsNamedThing(IncidentTree tree, int at)
    {
        if (tree.NameAt(at) is not { Kind: not NameKind.Person } name)
            return false;
        for (int i = name.FirstToken; i < Math.Min(name.EndToken, tree.End); i++)
        {
            if (words.Is("thing", tree.Lemma(i)))
                return true;
        }
        return false;
    }

    private IncidentMention? Noun(IncidentTree tree, int at)
    {
        foreach (IncidentTrigger trigger in words.Nouns(tree.Lemma(at)))
        {
            if (!Preceded(tree, at, trigger))
                continue;
            if (tree.Is(at, "compound") && tree[at].Head == at + 1 && words.Nouns(tree.Lemma(at + 1)).Any(t => t.Kind is not null))
                return null;
            if (IncidentStanding.OfNoun(tree, at) is not { } stage)
                return null;
            return Name(tree, at, trigger, stage);
        }
        return null;
    }

    private static bool Preceded(IncidentTree tree, int at, IncidentTrigger trigger)
    {
        int count = trigger.Words.Length;
        for (int k = 1; k < count; k++)
        {
            if (tree.Lemma(at - k) != trigger.Words[count - 1 - k])
                return false;
        }
        return true;
    }

    private IncidentMention? Name(IncidentTree tree, int at, IncidentTrigger trigger, IncidentStage stage)
    {
        IncidentMention mention = New(tree, at - trigger.Words.Length + 1, at + 1, trigger, stage, at);
        if (trigger.Has("try") && stage == IncidentStage.Accomplished)
            mention.Stage = IncidentStage.Attempted;
        if (trigger.Has("threat"))
            mention.Stage = IncidentStage.Threatened;
        int det = tree.Child(at, "det");
        bool plural = tree[at].Xpos is "NNS" or "NNPS";
        mention.Definite = det >= 0 && tree.Lower(det) is "the" or "this" or "that" or "these" or "those";
        bool ofVictim = trigger.Has("of"), onTarget = trigger.Has("on"), any = false;
        // "the disappearance and kidnapping of the minister": what follows may hang on the first.
        IEnumerable<(int Head, string Case)> around = IncidentArguments.Prepositional(tree, at);
        if (tree.Is(at, "conj") && tree[at].Head >= tree.First && tree.IsNoun(tree[at].Head))
            around = around.Concat(IncidentArguments.Prepositional(tree, tree[at].Head).Where(phrase => phrase.Head > at));
        foreach ((int head, string preposition) in around)
        {
            if (preposition == "by")
                any |= AddAgent(tree, head, mention);
            else if (preposition is "against" or "on" or "upon" || (preposition == "of" && (ofVictim || trigger.Kind == IncidentKind.Bombing)) || (preposition is "at" or "in front" or "outside" && onTarget))
                any |= AddHarmed(tree, head, trigger, mention, preposition);
            else if (preposition == "of" && onTarget && parties.IsPeople(tree, head))
                any |= AddAgent(tree, head, mention);
        }
        foreach (int child in tree.Children(at))
        {
            bool owner = tree[child].Relation == "nmod:poss";
            if (owner && ofVictim && parties.IsPeople(tree, child))
                any |= AddHarmed(tree, child, trigger, mention, "of");
            else if (owner && onTarget)
                any |= AddAgent(tree, child, mention);
            else if (tree.Is(child, "compound") && tree.NameAt(child) is { Kind: NameKind.Person } && ofVictim)
                any |= AddHarmed(tree, child, trigger, mention, "of");
            else if (tree.Is(child, "amod") || tree.Is(child, "compound"))
                any |= onTarget && tree.NameAt(child) is { Kind: NameKind.Organisation } && AddAgent(tree, child, mention);
        }
        any |= AddSurvivor(tree, at, mention);
        int carrier = Carrier(tree, at);
        if (carrier >= 0)
        {
            bool passive = IncidentArguments.IsPassive(tree, carrier);
            foreach (int agent in IncidentArguments.Agents(tree, carrier, passive))
            {
                if (agent != at)
                    any |= AddAgent(tree, agent, mention);
            }
            foreach ((int head, string preposition) in IncidentArguments.Prepositional(tree, carrier))
            {
                if (preposition is "against" or "on" or "upon" && tree.MentionAt(head) is not null)
                    any |= AddHarmed(tree, head, trigger, mention, preposition);
            }
        }
        if (trigger.Has("doer"))
        {
            if (!any)
                return null;
            // "the killers were soldiers".
            int predicate = tree[at].Head;
            if (tree.Is(at, "nsubj") && predicate >= tree.First && tree.Child(predicate, "cop") >= 0 && tree.IsNoun(predicate))
                parties.Add(tree, predicate, IncidentRole.Perpetrator, mention.Parties, alleged: true);
        }
        if (trigger.Has("attempt") && !mention.Of(IncidentRole.Victim).Any())
            return null;
        if (trigger.Has("weak") && !mention.Of(IncidentRole.Perpetrator).Any())
            mention.Leans = true;
        if (trigger.Has("devnoun") || trigger.Has("held"))
            return null;
        if (trigger.Kind is null)
            return mention.Definite && !plural ? mention : null;
        mention.Leans |= !any;
        // "attacks", "murders": nothing single is named.
        if (plural && !any && !mention.Definite)
            return null;
        if (trigger.Has("attempt"))
            mention.Stage = IncidentStage.Attempted;
        return UsesExplosives(tree, at, mention.Kind) ? Renamed(mention, IncidentKind.Bombing) : mention;
    }

    // "was unharmed after the attack", "escaped from an attack": it was meant for the subject.
    private bool AddSurvivor(IncidentTree tree, int at, IncidentMention mention)
    {
        int above = tree[at].Head;
        if (above >= tree.First && tree.Is(at, "obj") && tree.Lower(above) == "following")
            above = tree[above].Head;
        bool survived = above >= tree.First && (words.Is("unhurt", tree.Lemma(above)) || words.Is("unhurt", tree.Lower(above)) || tree.Children(above).Any(c => words.Is("unhurt", tree.Lemma(c))));
        if (!survived || IncidentArguments.Subject(tree, above) is not (>= 0 and var subject) || !parties.IsPeople(tree, subject))
            return false;
        parties.Add(tree, subject, IncidentRole.Victim, mention.Parties);
        return true;
    }

    private bool AddAgent(IncidentTree tree, int head, IncidentMention mention)
    {
        if (!parties.IsPeople(tree, head) && tree.NameAt(head) is not { Kind: NameKind.Organisation } && tree.ActorAt(head) is null)
            return false;
        int before = mention.Parties.Count;
        parties.Add(tree, head, IncidentRole.Perpetrator, mention.Parties);
        return mention.Parties.Count > before;
    }

    private bool AddHarmed(IncidentTree tree, int head, IncidentTrigger trigger, IncidentMention mention, string preposition)
    {
        // "the attempt on the life of the mayor".
        if (tree.Lemma(head) is "life" or "person")
        {
            int whose = tree.Child(head, "nmod");
            if (whose < 0)
                return false;
            head = whose;
        }
        int before = mention.Parties.Count;
        if (parties.IsPeople(tree, head) || (trigger.Kind is IncidentKind.Killing or IncidentKind.Kidnapping && preposition == "of" && !words.Is("thing", tree.Lemma(head)) && tree.NameAt(head) is not { Kind: NameKind.Place }))
            parties.Add(tree, head, IncidentRole.Victim, mention.Parties, Effect(trigger, mention.Stage));
        else
            AddTarget(tree, head, mention);
        return mention.Parties.Count > before;
    }

    // "carried out the attack": the verb whose object or passive subject the noun is.
    private int Carrier(IncidentTree tree, int at)
    {
        int above = tree[at].Head;
        if (above < tree.First || tree[above].Tag != Upos.Verb || !words.Is("carry", tree.Lemma(above)))
            return tree.Is(at, "obj") && above >= tree.First && tree.Lemma(above) is "suffer" or "receive" ? -1 : -1;
        return tree.Is(at, "obj") || tree[at].Relation == "nsubj:pass" ? above : -1;
    }

    private static IncidentMention New(IncidentTree tree, int first, int end, IncidentTrigger trigger, IncidentStage stage, int at = -1) => new()
    {
        Token = at < 0 ? first : at,
        Sentence = tree.Sentence.Index,
        Paragraph = tree.Sentence.Paragraph,
        Words = tree.Span(Math.Max(tree.First, first), end),
        Kind = trigger.Kind,
        Stage = stage,
    };
}
