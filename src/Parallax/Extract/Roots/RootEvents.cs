using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>What a predicate of a sentence says by its tree: the root of its event and who does it to whom.</summary>
/// <param name="Reading">The root with its weights.</param>
/// <param name="Chance">How likely the answer is.</param>
/// <param name="Sources">The actors who do it.</param>
/// <param name="Targets">The actors whom it concerns.</param>
internal sealed record RootEvent(RootReading Reading, double Chance, IReadOnlyList<int> Sources, IReadOnlyList<int> Targets)
{
    /// <summary>The predicates below this one that its root already speaks for: "withdraw" in "agreed to withdraw".</summary>
    public required IReadOnlySet<int> Explained { get; init; }

    /// <summary>Those of the targets who are named only inside something done against them: X in "backed sanctions against X".</summary>
    public required IReadOnlySet<int> Opposed { get; init; }

    /// <summary>The words that name the participants.</summary>
    public required IReadOnlyList<TextSpan> Spans { get; init; }
}

/// <summary>Reads events off predicates: finds the participants in the tree and asks the classifier for the root.</summary>
internal sealed class RootEvents(RootClassifier classifier)
{
    private const int LongestClimb = 8;

    private static readonly HashSet<string> s_media = new(StringComparer.Ordinal) { "twitter", "facebook", "instagram", "telegram", "youtube", "tiktok", "whatsapp", "television", "tv", "radio", "weibo", "reddit", "linkedin", "snapchat", "skype", "zoom", "social", "x" };

    // What somebody holds: whose it is says who holds it, never towards whom.
    private static readonly HashSet<string> s_attitudes = new(StringComparer.Ordinal) { "support", "concern", "condolence", "opposition", "willingness", "intention", "commitment", "readiness", "solidarity", "sympathy", "desire", "determination", "objection", "reservation", "gratitude", "appreciation", "regret", "disapproval" };

    /// <summary>What the verb at <paramref name="verb"/> says; null where its tree shows no event.</summary>
    public RootEvent? Read(RootTree tree, SentenceView s, int verb)
    {
        verb = PredicateOf(tree, verb);
        RootWord word = tree.WordAt(verb);
        if (word.Roots.Length == 0 && word.Classes.Length == 0)
            return null;
        List<int> sources = SourcesOf(tree, s, verb, 0);
        List<int> targets = [];
        HashSet<int> explained = [];
        TargetsOf(tree, s, verb, sources, targets, explained, 0);
        if (targets.Count == 0 && word.Is("threaten"))
            Conditions(tree, s, verb, sources, targets, 0);
        int source = sources.Count > 0 ? sources[0] : -1, target = targets.Count > 0 ? targets[0] : -1;
        RootScene scene = RootScene.Of(tree, verb, source, target, source < 0 ? "none" : tree.IsPassive(verb) ? "obl-by" : "nsubj");
        RootReading reading = classifier.Read(scene);
        if (reading.Root is null && reading.Verdict.Root is null)
            return null;
        // Who says that somebody must do something demands it, whatever it is; sentences of that kind are rare in training.
        if (reading.Verdict.Rule.StartsWith("say>must>", StringComparison.Ordinal) && reading.Root != EventType.Request && targets.Count > 0)
        {
            reading.Scores[(int)EventType.Request] += 3;
            reading = reading with { Answer = (int)EventType.Request };
        }
        // "drew criticism from the senators", "won the support of the generals": it comes from them.
        if (IsReceived(tree, verb, reading.Verdict))
            (sources, targets) = (targets, sources);
        double chance = reading.Chances()[reading.Answer];
        List<int> initiators = Actors(s, sources), concerned = [.. Actors(s, targets).Except(initiators)];
        return new RootEvent(reading, chance, initiators, concerned) { Explained = explained, Opposed = Actors(s, [.. targets.Where(target => HostileWords.Reach(tree, verb, target))]).Except(Actors(s, [.. targets.Where(target => !HostileWords.Reach(tree, verb, target))])).ToHashSet(), Spans = [.. sources.Concat(targets).Where(token => s.MentionAt[token] >= 0).Select(token => s.Report.Mentions[s.MentionAt[token]].Span)] };
    }

    /// <summary>Whether the subject is the one to whom others say what the object names.</summary>
    private static bool IsReceived(RootTree tree, int verb, RootVerdict verdict) =>
        verdict.Word >= 0 && verdict.Word != verb && verdict.Root is EventType.Support or EventType.Accuse or EventType.Threaten or EventType.Request && !tree.IsPassive(verb)
        && tree.Lemma(verb) is "receive" or "draw" or "win" or "attract" or "get" or "gain" or "earn" or "garner" or "face" or "elicit" or "enjoy" or "secure" or "prompt" or "provoke" or "spark";

    /// <summary>The predicate of a copula: "willing" in "is willing to send".</summary>
    public static int PredicateOf(RootTree tree, int verb) => tree.Is(verb, "cop") && tree.Head(verb) >= 0 ? tree.Head(verb) : verb;

    private static List<int> Actors(SentenceView s, List<int> tokens)
    {
        List<int> actors = [];
        foreach (int token in tokens)
        {
            int actor = ActorAt(s, token);
            if (actor >= 0 && !actors.Contains(actor))
                actors.Add(actor);
        }
        return actors;
    }

    // "64 million U.S. dollars": the country only names the money.
    // What force is used against is told at the verb of force itself: who is blamed for an attack on a plant is not the plant.
    private static int ActorAt(SentenceView s, int token) => s.MentionAt[token] >= 0 && s.Lemma(token + 1) is not ("dollar" or "pound" or "franc" or "currency") && s.Report.Mentions[s.MentionAt[token]].Actor is >= 0 and int actor && s.Report.Actors[actor].Kind != ActorKind.Thing ? actor : -1;

    /// <summary>The words that name who does it: subject, agent of a passive, or the subject of the verb that controls this one.</summary>
    public static List<int> SourcesOf(RootTree tree, SentenceView s, int verb, int depth)
    {
        List<int> found = [];
        if (depth > LongestClimb)
            return found;
        bool passive = (tree.IsPassive(verb) && !IsStance(tree, verb)) || (tree.Is(verb, "acl") && tree[verb].Form is VerbForm.Past or VerbForm.PastParticiple && tree.FullRelation(verb) != "acl:relcl");
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            bool agent = tree.Is(c, "obl") && tree.Case(c) == "by" && !tree.IsTime(c);
            if (passive ? agent : tree.Is(c, "nsubj"))
                WithJoined(tree, s, c, found);
        }
        int head = tree.Head(verb), subject = tree.Child(verb, "nsubj");
        // "the rebels who attacked": those whom the clause describes.
        if (found.Count == 0 && !passive && subject >= 0 && head >= 0 && tree.Is(verb, "acl") && IsRelative(tree, subject))
        {
            // "a cousin of Senator X who attacked": which of the two is left to the clauses.
            if (!OwnsPeople(tree, s, head))
                WithJoined(tree, s, head, found);
            return found;
        }
        // "announced that it will leave": the one who says it, where the pronoun is not known.
        if (found.Count == 0 && !passive && subject >= 0 && tree.Lower(subject) is "it" or "they" or "he" or "she" && tree.Is(verb, "ccomp") && head >= 0 && tree.WordAt(head).Is("say"))
            return SourcesOf(tree, s, head, depth + 1);
        if (found.Count > 0 || passive || subject >= 0)
            return found;
        if (head < 0)
            return found;
        if (tree.Is(verb, "acl"))
        {
            // "issued a declaration demanding": who issued it.
            if (tree.WordAt(head).Is("text") && tree.Is(head, "obj") && tree[verb].Form == VerbForm.Gerund && tree.Head(head) >= 0)
                return SourcesOf(tree, s, tree.Head(head), depth + 1);
            // "shot two reporters at a checkpoint, killing one": those who were hit killed nobody.
            if (verb > 0 && tree.Lower(verb - 1) == "," && tree[verb].Form == VerbForm.Gerund && tree.Lemma(verb) is "kill" or "wound" or "injure" or "hurt" or "leave" && tree.Relation(head) is "obj" or "obl" && tree.Head(head) is >= 0 and int blow)
                return SourcesOf(tree, s, blow, depth + 1);
            WithJoined(tree, s, head, found);
            return found;
        }
        if (tree.Is(verb, "xcomp") && tree.Child(head, "obj") is >= 0 and int controlled && !tree.WordAt(head).Is("agree"))
        {
            WithJoined(tree, s, controlled, found);
            return found;
        }
        // "seized the ship for breaking the embargo by selling oil": the two gerunds have one doer.
        if (tree.Is(verb, "advcl") && tree[verb].Form == VerbForm.Gerund && tree.Child(verb, "mark") is >= 0 and int how && tree.Lower(how) == "by")
        {
            for (int c = tree.FirstChild(head); c >= 0 && c < verb; c = tree.Next(c))
            {
                if (c > head && tree.Is(c, "advcl") && tree[c].Form == VerbForm.Gerund && tree.Child(c, "mark") is >= 0 and int ground && tree.Lower(ground) == "for")
                    return SourcesOf(tree, s, c, depth + 1);
                // Before a bare plural the gerund is easily taken for an adjective: "for violating sanctions".
                if (c > head && tree.Is(c, "obl") && tree.Case(c) == "for" && tree.Child(c, "amod") is >= 0 and int like && tree[like].Form == VerbForm.Gerund && SubjectFinder.IsJudging(tree.Lemma(head)) && tree.Child(head, "obj") is >= 0 and int judged)
                {
                    WithJoined(tree, s, judged, found);
                    return found;
                }
            }
        }
        // "sentenced the general for ordering the raid": who is judged did it.
        if (tree.Is(verb, "advcl") && tree[verb].Form == VerbForm.Gerund && tree.Child(verb, "mark") is >= 0 and int mark && tree.Lower(mark) is "for" or "of" or "from" && SubjectFinder.IsJudging(tree.Lemma(head)))
        {
            for (int c = tree.FirstChild(head); c >= 0; c = tree.Next(c))
            {
                // "is disappointed in X for selling", "mad at X for": whom the feeling is about.
                if (tree.Is(c, "obj") || (tree.FullRelation(c) == "nsubj:pass" && tree.Lemma(head) != "disappoint") || (tree.Is(c, "obl") && c > head && c < verb && tree.Case(c) is "in" or "at" or "with" && tree.Lemma(head) is "disappoint" or "upset"))
                    WithJoined(tree, s, c, found);
            }
            return found;
        }
        // "warned citizens visiting the border": those right before the participle do it.
        if ((tree.Is(verb, "advcl") || tree.Is(verb, "xcomp")) && tree[verb].Form == VerbForm.Gerund && tree.Child(verb, "mark") < 0 && verb > 0 && (tree.Is(verb - 1, "obj") || tree.Is(verb - 1, "iobj")) && ActorAt(s, verb - 1) >= 0 && tree.Head(verb - 1) == head && tree[verb - 1].Tag is Upos.Noun or Upos.Propn)
        {
            WithJoined(tree, s, verb - 1, found);
            return found;
        }
        return tree.Is(verb, "xcomp") || tree.Is(verb, "conj") || tree.Is(verb, "advcl") ? SourcesOf(tree, s, head, depth + 1) : found;
    }

    /// <summary>Whether the word names a person whose people stand before: "a cousin of Senator X".</summary>
    private static bool OwnsPeople(RootTree tree, SentenceView s, int at) =>
        tree.Is(at, "nmod") && tree.Case(at) == "of" && ActorAt(s, at) is >= 0 and int owner && s.Report.Actors[owner].Kind == ActorKind.Person
        && ActorAt(s, tree.Head(at)) is >= 0 and int people && people != owner && s.Report.Actors[people].Kind is ActorKind.Person or ActorKind.Group;

    /// <summary>The word and those joined to it, as far as they name actors.</summary>
    private static void WithJoined(RootTree tree, SentenceView s, int at, List<int> found)
    {
        // "a group of envoys": the envoys.
        if (tree.Lemma(at) is "group" or "number" or "dozen" or "hundred" or "thousand" or "team" or "crowd" or "most" or "score")
        {
            for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
            {
                if (tree.Is(c, "nmod") && tree.Case(c) == "of" && ActorAt(s, c) >= 0 && s.MentionAt[c] != s.MentionAt[at])
                {
                    Add(found, c);
                    return;
                }
            }
        }
        // "no group has claimed": nobody.
        if (tree.Child(at, "det") is >= 0 and int none && tree.Lower(none) is "no" or "neither")
            return;
        if (ActorAt(s, at) >= 0)
            Add(found, at);
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "conj") && ActorAt(s, c) >= 0)
                Add(found, c);
            // "leaders of X and Y": several, joined below.
            else if (tree.Is(c, "appos") && found.Count == 0 && ActorAt(s, c) >= 0)
                Add(found, c);
        }
    }

    private static void Add(List<int> found, int token)
    {
        if (!found.Contains(token))
            found.Add(token);
    }

    /// <summary>"is opposed to the plan": passive in form only.</summary>
    private static bool IsStance(RootTree tree, int verb) => tree.Lemma(verb) == "oppose" && verb + 1 < tree.Count && tree.Lower(verb + 1) == "to";

    private static bool IsRelative(RootTree tree, int word) => tree.Lower(word) is "who" or "which" or "that" or "whom";

    /// <summary>Whether the predicate speaks against somebody, so that a deed in its object points at the doer and not at those who suffer it.</summary>
    private static bool Blames(RootWord word) => word.Roots is [EventType.Accuse or EventType.Protest or EventType.Reject, ..];

    /// <summary>"threatened to stop the talks if X deploys": whose conduct the threat hangs on.</summary>
    private static void Conditions(RootTree tree, SentenceView s, int verb, List<int> sources, List<int> targets, int depth)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && targets.Count == 0; c = tree.Next(c))
        {
            if (tree.Is(c, "advcl") && tree.Child(c, "mark") is >= 0 and int mark && tree.Lower(mark) is "if" or "unless" or "until" && tree.Child(c, "nsubj") is >= 0 and int subject)
                Named(tree, s, subject, sources, targets);
            else if (depth < 3 && c > verb && (tree.Is(c, "xcomp") || tree.Is(c, "ccomp") || tree.Is(c, "advcl")))
                Conditions(tree, s, c, sources, targets, depth + 1);
        }
    }

    /// <summary>The words that name whom it concerns, the nearest first.</summary>
    private static void TargetsOf(RootTree tree, SentenceView s, int verb, List<int> sources, List<int> targets, HashSet<int> explained, int depth)
    {
        bool passive = tree.IsPassive(verb) && !IsStance(tree, verb), blames = Blames(tree.WordAt(verb));
        // "It was X that Y accused", "the group which the army attacked".
        if (!passive && tree.Is(verb, "acl") && tree.Child(verb, "obj") is >= 0 and int relative && relative < verb && IsRelative(tree, relative) && tree.Head(verb) >= 0)
            Named(tree, s, tree.Head(verb), sources, targets);
        // Objects and the subjects of passives, then what prepositions bring, then whose the object is, then the clause that completes the verb.
        for (int pass = 0; pass < 3 && targets.Count == 0; pass++)
        {
            for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
            {
                // "fought on the side of the rebels"
                if (tree.Lemma(c) is "side" or "behalf" && tree.Is(c, "obl"))
                    continue;
                bool direct = tree.Is(c, "obj") || tree.Is(c, "iobj") || (passive && tree.Is(c, "nsubj"));
                if (pass == 0 && direct && !IsMeans(tree, verb, c))
                    Named(tree, s, c, sources, targets);
                else if (pass == 1 && tree.Is(c, "obl") && !tree.IsTime(c) && tree.Case(c) is "to" or "with" or "against" or "on" or "upon" or "at" or "from" or "for" or "into" or "over" or "between" or "toward" or "towards" && !(passive && tree.Case(c) == "by")
                    && !(tree.Case(c) == "to" && tree.WordAt(verb).Roots is [EventType.Accuse or EventType.Protest, ..]))
                    Named(tree, s, c, sources, targets);
                else if (pass == 1 && tree.Is(c, "obl") && tree.Case(c) == "in" && PlaceTargets.IsTarget(tree, c))
                    Named(tree, s, c, sources, targets);
                else if (pass == 2 && blames && direct && RootScene.IsEvent(tree.WordAt(c)) && Agent(tree, verb) is >= 0 and int agent)
                    Named(tree, s, agent, sources, targets);
                else if (pass == 2 && tree.WordAt(verb).Is("demand") && Agent(tree, verb) == c)
                    Named(tree, s, c, sources, targets);
                else if (pass == 2 && (direct || Reaches(tree, c)) && !tree.IsTime(c))
                    Beneath(tree, s, c, sources, targets, 0, blames);
            }
        }
        if (depth >= 4)
            return;
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            bool complement = tree.Is(c, "xcomp") || (tree.Lemma(verb) == "help" && tree.Is(c, "advcl") && tree[c].Form == VerbForm.Base) || Urges(tree, verb, c) || (tree.Is(c, "ccomp") && c > verb) || (tree.Is(c, "advcl") && tree[c].Form == VerbForm.Base && tree.Child(c, "mark") >= 0);
            // "warned that the army would defend T" warns somebody else.
            // "demanded that the president resign": so bare a verb is easily taken for a noun.
            if (targets.Count == 0 && tree.Is(c, "ccomp") && c > verb && tree[c].Tag == Upos.Noun && tree.WordAt(verb).Is("demand") && tree.Child(c, "mark") is >= 0 and int that && tree.Lower(that) == "that" && tree.Child(c, "compound") is >= 0 and int asked)
                Named(tree, s, asked, sources, targets);
            if (!complement || (tree.Is(c, "ccomp") && tree.WordAt(verb).Is("threaten")) || tree[c].Tag is not (Upos.Verb or Upos.Aux or Upos.Adj))
                continue;
            explained.Add(c);
            if (targets.Count == 0)
            {
                // "demanded that T leave", "said T must leave"; not "warned that the army would".
                for (int d = tree.FirstChild(c); d >= 0 && tree.Is(c, "ccomp") && (tree.WordAt(verb).Is("demand") || tree.WordAt(verb).Is("say")); d = tree.Next(d))
                {
                    if (!tree.Is(d, "nsubj"))
                        continue;
                    Named(tree, s, d, sources, targets);
                    if (targets.Count == 0 && tree.WordAt(verb).Is("demand"))
                        Beneath(tree, s, d, sources, targets, 0, blames: false);
                    // Whoever should act is the one concerned, known or not.
                    if (targets.Count == 0 && tree[d].Tag is Upos.Noun or Upos.Propn)
                        return;
                }
                TargetsOf(tree, s, c, sources, targets, explained, depth + 1);
            }
        }
    }

    /// <summary>"demonstrated, calling for X to resign": the demand says against whom they gathered.</summary>
    private static bool Urges(RootTree tree, int verb, int clause) =>
        tree.Is(clause, "advcl") && clause > verb && tree[clause].Form == VerbForm.Gerund && tree.Child(clause, "nsubj") < 0 && tree.WordAt(verb).Roots is [EventType.Protest, ..]
        && (tree.WordAt(clause).Is("demand") || tree.WordAt(clause).Roots is [EventType.Request or EventType.Accuse or EventType.Protest, ..]);

    /// <summary>Whether the phrase beside the verb leads to somebody it concerns; "according to" and "after" lead elsewhere, but "after talks with X" does not.</summary>
    private static bool Reaches(RootTree tree, int phrase) => tree.Is(phrase, "obl") && tree.Case(phrase) switch
    {
        "to" or "with" or "against" or "on" or "upon" or "at" or "from" or "for" or "into" or "over" or "between" or "toward" or "towards" or "about" or "of" or "in" => true,
        "after" or "following" => tree.WordAt(phrase).Roots is [EventType.Consult or EventType.Request, ..] || tree.WordAt(phrase).Is("talks"),
        _ => false,
    };

    /// <summary>Who follows an active verb with "by": the tree hangs the doer of its object there. -1 where nobody does.</summary>
    private static int Agent(RootTree tree, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0 && !tree.IsPassive(verb); c = tree.Next(c))
        {
            if (c > verb && tree.Is(c, "obl") && tree.Case(c) == "by" && !tree.IsTime(c))
                return c;
        }
        return -1;
    }

    /// <summary>Whether the object is what is sent or taken away, not whom it concerns: "withdrew its troops", "dispatched inspectors".</summary>
    private static bool IsMeans(RootTree tree, int verb, int noun)
    {
        RootWord word = tree.WordAt(verb), thing = tree.WordAt(noun);
        return (word.Is("deploy") || word.Is("give") || word.Is("pullback")) && (thing.Is("troops") || thing.Is("peacekeeper") || thing.Is("diplomat") || thing.Is("aid") || thing.Is("armed") || thing.Is("police"));
    }

    private static void Named(RootTree tree, SentenceView s, int at, List<int> sources, List<int> targets)
    {
        // "its forces" are the doer's own.
        bool own = (tree.WordAt(at).Is("troops") || tree.WordAt(at).Is("peacekeeper")) && tree.Child(at, "nmod") is >= 0 and int owner && tree[owner].Tag == Upos.Pron;
        // "defended it on Twitter", "said in the Post": where something is said is not whom it concerns.
        bool stage = tree.Case(at) is "on" or "in" or "via" or "over" or "through" && (s_media.Contains(tree.Lower(at)) || (ActorAt(s, at) >= 0 && s.Report.Actors[ActorAt(s, at)].Kind == ActorKind.Outlet));
        if (stage)
            return;
        if (ActorAt(s, at) >= 0 && !own && tree.Lower(at) is not ("both" or "all" or "each" or "some" or "it" or "that" or "this") && !IsSource(s, sources, at))
            Add(targets, at);
        else
            return;
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "conj") && ActorAt(s, c) >= 0 && !IsSource(s, sources, c))
                Add(targets, c);
        }
    }

    private static bool IsSource(SentenceView s, List<int> sources, int at) => sources.Exists(source => source == at || ActorAt(s, source) == ActorAt(s, at));

    /// <summary>"a police raid": the force before the deed does it.</summary>
    private static bool IsForceOf(RootTree tree, SentenceView s, int force, int deed) =>
        tree.WordAt(deed).Roots is [EventType.Assault, ..] && ActorAt(s, force) is >= 0 and int actor && (s.Report.Actors[actor].Kind is ActorKind.Police or ActorKind.ArmedForce || s.Report.Actors[actor].Class is "rebel" or "gunman");

    /// <summary>Whose the thing is, or what hangs on it: "Ecuador's offer", "aid to Chad", "talks with rebels".</summary>
    private static void Beneath(RootTree tree, SentenceView s, int noun, List<int> sources, List<int> targets, int depth, bool blames)
    {
        // "arrested the bodyguard of the president": not the president.
        RootWord thing = tree.WordAt(noun);
        if (thing.Is("civilian") || thing.Is("crowd") || thing.Is("prisoner"))
            return;
        blames |= Blames(thing);
        bool suffered = blames && RootScene.IsEvent(thing) && thing.Roots is [EventType.Assault or EventType.Coerce or EventType.Sanction, ..];
        for (int c = tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            // "US dollars" are nobody's, but "dollars of aid for X" are.
            if (tree.Lemma(noun) is "dollar" or "pound" or "peso" or "franc" or "rupee" or "ruble" or "rouble" or "yen" or "currency" or "time" or "euro" && !tree.Is(c, "nmod"))
                continue;
            bool owner = (tree.FullRelation(c) == "nmod:poss" && !s_attitudes.Contains(tree.Lemma(noun))) || ((tree.Is(c, "compound") || tree.Is(c, "amod")) && c < noun && (blames || !IsForceOf(tree, s, c, noun)));
            string preposition = tree.Is(c, "nmod") ? tree.Case(c) : "";
            bool bound = preposition is "to" or "with" or "against" or "on" or "from" or "for" or "of" or "between" or "into" or "in" or "over" or "among" or "towards" || (preposition == "at" && thing.Is("protest")) || (preposition == "by" && blames);
            if (suffered && bound && preposition is not "by")
            {
                // "condemned the killing of a teacher by a student": where the tree hangs "by" is a guess.
                if (tree.Child(c, "nmod") is >= 0 and int under && tree.Case(under) == "by")
                    Named(tree, s, under, sources, targets);
                continue;
            }
            if ((owner || bound) && tree[c].Tag != Upos.Pron && !tree.IsTime(c) && (s.MentionAt[c] < 0 || s.MentionAt[c] != s.MentionAt[noun]))
            {
                Named(tree, s, c, sources, targets);
                if (targets.Count == 0 && bound && depth < 3)
                    Beneath(tree, s, c, sources, targets, depth + 1, blames);
            }
            // "artillery, mortar and rocket fire against X": what is joined goes the same way.
            else if (tree.Is(c, "conj") && (tree.WordAt(c).Is("attack") || tree.WordAt(c).Roots is [EventType.Assault, ..]) && targets.Count == 0 && depth < 2)
                Beneath(tree, s, c, sources, targets, depth + 1, blames);
            // "struck an agreement calling for rebels to leave": nobody agrees with those called upon.
            else if (tree.Is(c, "acl") && targets.Count == 0 && depth < 2 && !(thing.Is("agreement") && (tree.WordAt(c).Is("demand") || tree.Lemma(c) == "call")))
                TargetsOf(tree, s, c, sources, targets, [], 4);
            if (targets.Count > 0 && !tree.Is(c, "conj"))
                return;
        }
    }
}
