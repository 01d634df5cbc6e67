using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>
/// Whether what the tree and the weights say of a verb without a trigger is told. Such readings are right only where public actors stand on both sides and the
/// words leave no other sense, so everything else is dropped.
/// </summary>
internal sealed class RootGate
{
    // A root without a listed trigger must be this likely; one against the rules, or of a verb whose triggers do not fit, more.
    private const double Sure = 0.82;
    private const double AgainstRules = 0.85;
    private const double AgainstTriggers = 0.9;
    private const double Aside = 0.95;

    // Steps up the tree from a noun to its verb.
    private const int LongestPhrase = 6;

    private readonly Dictionary<string, (EventType Root, string[] Links)> _clear = new(StringComparer.Ordinal);

    /// <param name="clear">The lexicon <c>roots-clear</c>.</param>
    public RootGate(LexiconTable clear)
    {
        foreach (string[] row in clear.Rows)
            _clear[row[0]] = (Enum.Parse<EventType>(row[1], ignoreCase: true), row[2].Split(';'));
    }

    /// <summary>Whether the reading of <paramref name="verb"/> may be told.</summary>
    /// <param name="tree">The tree of the sentence.</param>
    /// <param name="s">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="read">What was read at it.</param>
    /// <param name="isListed">Whether some trigger begins with the verb, though none fits here.</param>
    public bool Passes(RootTree tree, SentenceView s, VerbGroup verb, RootEvent read, bool isListed)
    {
        RootVerdict verdict = read.Reading.Verdict;
        if (read.Reading.Root is not { } root || verdict.Root is null || read.Chance < Sure || (!RulesAgree(read) && read.Chance < AgainstRules))
            return false;
        string[] steps = verdict.Rule.Split('>');
        string last = steps[^1];
        // "failed to sign": it did not happen, and nobody says that he refused.
        if (read.Sources.Count == 0 || tree.Lemma(verb.Head) is "fail" or "hope" or "wish" or "dream" || (root != EventType.Reject && RootComposer.Mood(tree, RootEvents.PredicateOf(tree, verb.Head)).Negated))
            return false;
        if (!SidesFit(s, read, root) || !OperatorsFit(s, tree, verb, read, steps) || tree.Is(verb.Head, "amod") || verb.Kind == ClauseKind.ReducedRelative)
            return false;
        if (IsWish(tree, verb.Head) || IsOtherSense(tree, verdict) || IsIdleVerb(tree, verb.Head, verdict))
            return false;
        // "is ready to board a plane": a readiness for nothing that concerns others.
        if (verdict.Rule == "agree>none")
            return false;
        // "approved the strike that killed him": the strike is told by what is said of it, not by the approval.
        if (root == EventType.Assault && IsLeave(tree.Lemma(verb.Head)) && RelativeOf(tree, verdict.Word) >= 0)
            return false;
        // "denied that", "denied the report": a denial, of what is denied.
        if (tree.Lemma(verb.Head) is "deny" or "refute" or "dispute" && verdict.Rule != "deny+access")
            return false;
        if (last == "verb" && steps[0] != "say" && !IsClear(s, tree, read, isListed && steps.Length == 1))
            return false;
        if (last == "light+noun" && !IsCarried(tree, verdict.Word))
            return false;
        // What stands aside of the main clause is told in passing; it must be beyond doubt.
        if ((tree.Is(verb.Head, "acl") || tree.Is(verb.Head, "advcl")) && (read.Targets.Count == 0 || !verdict.IsStrong || read.Chance < Aside))
            return false;
        if (read.Targets.Count == 0 && !IsWhole(read, root, steps, last))
            return false;
        if (tree.Lemma(verb.Head) == "call" && verdict.Rule is "verb" or "=call+official" or "=call+diplomat" && !IsPhoned(s, tree, verb.Head, root))
            return false;
        if (IsUnderWish(tree, verb.Head))
            return false;
        // "joined the government", "avoided talks"
        if ((verdict.Rule == "meetv+official" && tree.Lemma(verb.Head) == "join") || (last.StartsWith("refuse+", StringComparison.Ordinal) && tree.Lemma(verb.Head) is "avoid" or "delay" or "ignore"))
            return false;
        if (last == "lift+attack" && !read.Sources.Any(actor => IsForce(s.Report.Actors[actor])))
            return false;
        return !(verb.Kind == ClauseKind.Gerund && !verb.Progressive && root is EventType.Agree or EventType.Support or EventType.Reject or EventType.Cooperate);
    }

    /// <summary>"what he called the mayors" names, and so does "called him a hero"; only "called the minister on Friday" is a talk.</summary>
    private static bool IsPhoned(SentenceView s, RootTree tree, int verb, EventType root)
    {
        int called = tree.Child(verb, "obj");
        if (root != EventType.Consult || called < 0 || tree.Head(verb) >= 0 || tree.Child(verb, "xcomp") >= 0 || tree.Child(verb, "ccomp") >= 0)
            return false;
        int next = called + 1;
        return next >= s.Count || s.Tag(next) is Upos.Adp or Upos.Part or Upos.Cconj || s.TimeAt[next] >= 0 || s.Lower(next) == ".";
    }

    /// <summary>"opposed Peru taking action", "expects them to impose sanctions": what is only wanted or judged.</summary>
    private static bool IsUnderWish(RootTree tree, int verb)
    {
        int head = tree.Head(verb);
        if (head < 0 || tree[head].Tag is not (Upos.Verb or Upos.Aux))
            return false;
        if (tree.Is(verb, "ccomp"))
            return tree[verb].Form == VerbForm.Gerund && tree.Child(verb, "aux") < 0;
        RootWord above = tree.WordAt(head);
        return tree.Is(verb, "xcomp") && !(above.Is("agree") || above.Is("start") || tree.Lemma(head) is "continue" or "begin" or "plan" or "intend" or "prepare" or "decide" or "appear" or "proceed" or "go" or "help" or "set" or "be");
    }

    /// <summary>Whether verb and noun together say it, between two sides.</summary>
    public static bool IsFirm(RootEvent read) =>
        read.Reading.Verdict is { IsStrong: true } verdict && !verdict.Rule.Contains('>', StringComparison.Ordinal) && read is { Targets.Count: > 0, Chance: > Aside };

    /// <summary>"it is essential that Peru work with them": a wish, by the bare verb of a single subject.</summary>
    private static bool IsWish(RootTree tree, int verb)
    {
        int subject = tree.Child(verb, "nsubj");
        return subject >= 0 && subject < verb && tree[verb].Form == VerbForm.Base && tree.Child(verb, "aux") < 0 && tree.Child(verb, "mark") >= 0
            && (tree[subject].Tag == Upos.Propn || (tree[subject].Tag == Upos.Noun && tree.Lower(subject) == tree.Lemma(subject))) && tree.Child(subject, "conj") < 0;
    }

    /// <summary>"joined the calls", "took charge", "ended the search", "moved the embassy": nouns that make an event with other verbs.</summary>
    private static bool IsOtherSense(RootTree tree, RootVerdict verdict)
    {
        int noun = verdict.Word;
        string verb = tree.Head(noun) >= 0 ? tree.Lemma(tree.Head(noun)) : "";
        return tree.Lemma(noun) switch
        {
            "call" => verdict.Root == EventType.Consult && tree.Child(noun, "compound") < 0,
            "order" or "bill" or "search" => verdict.Root is EventType.Support or EventType.Concede or EventType.Retreat,
            "shot" or "dig" or "swipe" or "aim" => verb != "fire",
            "release" => verdict.Root is not (EventType.Retreat or EventType.Concede),
            "alliance" or "organisation" or "organization" or "chamber" => verb == "form",
            "course" or "line" or "notice" => true,
            "charge" => verb is "take" or "join" or "lead" or "have" or "be",
            "embassy" or "consulate" => verb is "move" or "relocate" or "transfer",
            "part" or "role" or "place" or "step" or "trigger" => true,
            "round" => tree.Child(noun, "nmod") < 0,
            "party" => verdict.Root == EventType.Consult,
            // "held a campaign rally": for himself, against nobody.
            "rally" => tree.Child(noun, "compound") is >= 0 and int kind && tree.Lemma(kind) is "campaign" or "election" or "political" or "re-election",
            _ => false,
        };
    }

    /// <summary>"has more cases", "made his case", "runs their operations", "released a list": verbs that carry only some of the nouns that others make events of.</summary>
    private static bool IsIdleVerb(RootTree tree, int verb, RootVerdict verdict)
    {
        if (verdict.Word == verb || verdict.Word < 0)
            return false;
        string noun = tree.Lemma(verdict.Word);
        // "raised the idea of a force"
        for (int at = tree.Head(verdict.Word), step = 0; at >= 0 && at != verb && step < LongestPhrase; at = tree.Head(at), step++)
        {
            if (tree[at].Tag == Upos.Noun && NounStatus.IsUnreal(tree.Lemma(at)) && verdict.Root is EventType.Mobilize or EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Sanction)
                return true;
        }
        if (tree.Head(verdict.Word) != verb && tree.Lemma(verb) != "have")
            return false;
        return tree.Lemma(verb) switch
        {
            "have" => verdict.Root == EventType.Consult ? noun == "encounter" : noun is not ("support" or "sympathy"),
            "put" => verdict.Root == EventType.Mobilize && noun is not ("alert" or "standby" or "preparedness" or "readiness" or "footing" or "notice") && !HasAlert(tree, verb),
            "run" or "bring" or "keep" or "enjoy" or "need" or "see" or "know" or "show" or "follow" or "escalate" => true,
            "make" => noun is "case" or "point" or "list" or "cornerstone" or "history" || tree.Child(verb, "xcomp") >= 0,
            "end" or "conclude" or "wrap" or "finish" or "close" => noun is "trip" or "visit" or "tour" or "meeting" or "summit" or "conference" or "session" or "journey" or "stay",
            "lead" => verdict.Root == EventType.Consult,
            "release" or "announce" or "publish" or "issue" => verdict.Root == EventType.Cooperate || noun is "ruling" or "verdict" or "opinion" or "decision" or "judgment" or "judgement" || (noun is "alert" or "warning" && verdict.Root == EventType.Mobilize),
            "declare" => noun == "alert",
            "take" => noun is "action" && verdict.Root == EventType.Sanction && !HasAgainst(tree, verb),
            _ => false,
        };
    }

    /// <summary>Verbs by which somebody lets or has others strike.</summary>
    internal static bool IsLeave(string lemma) => lemma is "approve" or "authorise" or "authorize" or "order" or "plan" or "sanction" or "endorse" or "greenlight" or "oversee" or "plot";

    /// <summary>The clause that says what the noun did: "the strike that killed him"; -1 where there is none.</summary>
    private static int RelativeOf(RootTree tree, int noun)
    {
        for (int c = noun < 0 ? -1 : tree.FirstChild(noun); c >= 0; c = tree.Next(c))
        {
            if (tree.FullRelation(c) == "acl:relcl")
                return c;
        }
        return -1;
    }

    /// <summary>"put its troops on alert"</summary>
    private static bool HasAlert(RootTree tree, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "obl") && tree.Lemma(c) is "alert" or "standby" or "preparedness" or "readiness" or "footing" or "notice")
                return true;
        }
        return false;
    }

    private static bool HasAgainst(RootTree tree, int verb)
    {
        for (int c = verb + 1; c < tree.Count; c++)
        {
            if (tree.Case(c) == "against" && tree.Dominates(verb, c))
                return true;
        }
        return false;
    }

    /// <summary>Whether the rules come to the root that the weights prefer.</summary>
    public static bool RulesAgree(RootEvent read) =>
        read.Reading.Verdict.Root is not null && RootAnswer.Root(RootAnswer.Of(read.Reading.Verdict)) == read.Reading.Root;

    /// <summary>Without a target only gatherings and troops are whole, and what is promised, conceded or refused in so many words.</summary>
    private static bool IsWhole(RootEvent read, EventType root, string[] steps, string last)
    {
        // "the two ministers will meet": those who do it together are both sides.
        if (read.Sources.Count > 1 && (read.Reading.Verdict.Inner ?? root) is EventType.Consult or EventType.Cooperate)
            return true;
        // "the two countries upgraded their ties", "signed an accord"
        if (read.Sources.Count > 1 && root == EventType.Support && last is "sign+relation" or "sign+agreement")
            return true;
        if (!read.Reading.Verdict.IsStrong)
            return false;
        return root is EventType.Protest or EventType.Mobilize || steps is ["agree", _, ..] || steps is ["not", _] || steps is ["refuse", ""] || (root == EventType.Concede && last is "give+concession" or "lift+sanct" or "lift+embargo");
    }

    /// <summary>Public actors on both sides: states, bodies of state, forces, parties to a conflict and those who hold an office.</summary>
    private static bool SidesFit(SentenceView s, RootEvent read, EventType root)
    {
        // Doctors give help, workers stop work and crowds make demands.
        bool anybody = root is EventType.Aid or EventType.Protest or EventType.Request && read.Reading.Verdict.IsStrong && !read.Reading.Verdict.Rule.StartsWith("demand", StringComparison.Ordinal);
        if (!read.Sources.Any(actor => IsPublic(s.Report.Actors[actor]) || (anybody && s.Report.Actors[actor].Kind == ActorKind.Group)) || read.Sources.Any(actor => s.Report.Actors[actor].Kind == ActorKind.Outlet))
            return false;
        if (read.Targets.Count == 0 || root == EventType.Mobilize)
            return true;
        ReportActor target = s.Report.Actors[read.Targets[0]];
        if (target.Kind == ActorKind.Outlet || target.Class == "journalist")
            return false;
        bool people = root is EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Retreat or EventType.Sanction or EventType.Support or EventType.Accuse or EventType.Threaten or EventType.Concede or EventType.Reject;
        if (root == EventType.Consult && target.Kind == ActorKind.Group && target.Class is "civilian" or "people")
            return false;
        return IsPublic(target) || (people && target.Kind is ActorKind.Group or ActorKind.Organisation) || (target is { Kind: ActorKind.Person, IsNamed: true } && root is not (EventType.Aid or EventType.Assault));
    }

    private static bool IsPublic(ReportActor actor) => actor.Kind switch
    {
        ActorKind.Government or ActorKind.ArmedForce or ActorKind.Police => true,
        ActorKind.Organisation => actor.Class is "ministry" or "parliament" or "court" or "party" || (actor.IsNamed && actor.Class == "organisation"),
        ActorKind.Person => actor.Class is "official" or "soldier" or "rebel" or "judge" || actor.Roles.Any(role => role.Of is not null && actor.Class is not ("worker" or "journalist" or "civilian")),
        ActorKind.Group => actor.Class is "official" or "soldier" or "police" or "rebel" or "gunman" or "protester" or "ally" || (actor.Class is "civilian" or "people" && actor.Country is not null),
        _ => false,
    };

    /// <summary>What governs the deed must be a promise, refusal, threat or demand in plain words; what is tried, begun or said is told by the verb that does it.</summary>
    private static bool OperatorsFit(SentenceView s, RootTree tree, VerbGroup verb, RootEvent read, string[] steps)
    {
        if (steps.Length == 1)
            return true;
        int predicate = RootEvents.PredicateOf(tree, verb.Head);
        switch (steps[0])
        {
            case "say":
                return steps.Length > 2 && steps[1] == "must" && steps[^1] is not ("none" or "light+noun") && verb.Kind == ClauseKind.Main && read.Targets.Count > 0 && read.Reading.Scene.TargetRole == "nsubj";
            case "will":
                // "he'd discussed it" is no future; "would" depends on something.
                return RootComposer.Mood(tree, predicate).Modal is not "would" || (tree.Is(predicate, "ccomp") && tree[predicate].Form == VerbForm.Base);
            case "not":
                return RootComposer.Mood(tree, predicate).Modal == "will" && tree.Lemma(predicate) is "accept" or "join" or "recognise" or "recognize" or "negotiate" or "talk" or "meet" or "sign" or "send" or "allow" or "let" or "attend" or "participate"
                    or "release" or "withdraw" or "back" or "support" or "agree" or "give" or "yield" or "bow" or "surrender" or "cooperate" or "tolerate" or "ratify" or "extradite" or "grant" or "permit" or "provide" or "resume" or "implement" or "honour" or "honor";
            case "refuse":
                return tree.Lemma(predicate) is "refuse" or "decline" or "reject" or "unwilling" or "balk" or "baulk" or "oppose" && !SaysNothing(tree, predicate);
            case "demand":
                return IsDemand(s, tree, predicate);
            case "agree":
                // "is happy to take credit", "hoped to see them join" promise nothing.
                return tree.Lemma(predicate) is not ("hope" or "want" or "wish" or "aspire" or "long" or "dream" or "like" or "love" or "look") && (tree[predicate].Tag != Upos.Adj || tree.Lemma(predicate) is "ready" or "willing" or "prepared" or "committed");
            case "saying":
                return tree.Child(predicate, "obj") >= 0 && (tree.WordAt(predicate).Is("give") || tree.WordAt(predicate).Is("express") || tree.WordAt(predicate).Is("sign")) && tree.Lemma(read.Reading.Verdict.Word) is "accuse" or "condemn" or "denounce" or "blame" or "criticise" or "criticize" or "demand" or "urge" or "call"
                    or "threaten" or "warn" or "reject" or "support" or "praise" or "welcome" or "request" or "back" or "ask" or "decry" or "deplore";
            case "threaten":
                // "vowed to bring change" threatens nobody.
                return tree.Lemma(predicate) == "threaten" || (RootScene.Complement(tree, predicate) is >= 0 and int deed && tree.WordAt(deed).Roots.Any(r => r is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Protest or EventType.Mobilize));
            default:
                return steps[0] is "to" or "order";
        }
    }

    /// <summary>"declined to comment": silence towards those who ask is no refusal.</summary>
    private static bool SaysNothing(RootTree tree, int predicate)
    {
        int inner = RootScene.Complement(tree, predicate);
        return inner >= 0 && (tree.WordAt(inner).Is("say") || tree.Lemma(inner) is "comment" or "answer" or "discuss" or "elaborate" or "speak" or "talk" or "name" or "identify" or "confirm" or "disclose" or "reveal" or "provide" or "be" or "respond"
            or "specify" or "give" or "address" or "detail" or "speculate" or "describe" or "divulge" or "explain" or "go" or "offer" or "believe" or "use" or "get");
    }

    /// <summary>Whether somebody is told what to do: with an infinitive or a clause, not asked something, and not only wished for.</summary>
    private static bool IsDemand(SentenceView s, RootTree tree, int predicate)
    {
        if (tree.Lemma(predicate) is "seek" or "want" or "expect" or "remind" or "convince" or "persuade" or "recommend" or "suggest" or "require" or "bid" or "dare" or "necessitate" or "encourage" or "teach")
            return false;
        // "has been pushing to acquire arms": of nobody.
        if (tree.Lemma(predicate) is "push" or "press" && !tree.IsPassive(predicate) && tree.Child(predicate, "obj") < 0)
            return false;
        int inner = RootScene.Complement(tree, predicate);
        for (int c = inner < 0 ? -1 : tree.FirstChild(inner); c >= 0; c = tree.Next(c))
        {
            if (tree.Lower(c) is "whether" or "if" or "what" or "why" or "how" or "when" or "where" or "who" || (tree.Lower(c) == "?" && tree.Lemma(predicate) == "ask"))
                return false;
        }
        return inner < 0 || !s.Quoted[inner] || s.Quoted[predicate];
    }

    /// <summary>Whether the verb that decides names the event by itself, with the one concerned hanging on it as the lexicon asks.</summary>
    private bool IsClear(SentenceView s, RootTree tree, RootEvent read, bool isListed)
    {
        RootVerdict verdict = read.Reading.Verdict;
        RootWord word = tree.WordAt(verdict.Word);
        // "asked Peru to free the crew", where "free" is taken for an adjective.
        if (verdict.Rule == "verb" && tree.Lemma(verdict.Word) is "ask" or "tell" or "order" or "request")
            return read.Reading.Scene.TargetRole is "iobj" or "obj" && IsBidden(tree, verdict.Word);
        if (!(_clear.TryGetValue(word.Word, out (EventType Root, string[] Links) entry) || _clear.TryGetValue(tree.Lemma(verdict.Word), out entry)) || (isListed && read.Chance < AgainstTriggers))
            return false;
        EventType deed = verdict.Inner ?? verdict.Root!.Value;
        if (entry.Root != deed && !(verdict.Root == EventType.Threaten && read.Reading.Root == EventType.Threaten))
            return false;
        // A blow by nobody armed is sport or figurative: "routed the champions".
        if (entry.Root is EventType.Assault or EventType.Coerce && !read.Sources.Any(actor => IsForce(s.Report.Actors[actor])))
            return false;
        if (read.Targets.Count == 0)
            return Array.IndexOf(entry.Links, "-") >= 0 || (read.Sources.Count > 1 && deed is EventType.Consult or EventType.Cooperate);
        string role = read.Reading.Scene.TargetRole;
        int mark = role.LastIndexOf('-');
        string link = mark >= 0 && !role.StartsWith("up", StringComparison.Ordinal) ? role[(mark + 1)..] : role is "obj" or "iobj" or "nsubj:pass" or "xcomp" or "joined" ? "obj" : role;
        return Array.IndexOf(entry.Links, link) >= 0 || (link == "obj" && word.Word.Contains(' ', StringComparison.Ordinal));
    }

    private static bool IsBidden(RootTree tree, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (c > verb && tree.Is(c, "obl") && tree.Case(c) == "to" && tree.Child(c, "amod") >= 0 && tree.Child(c, "det") < 0)
                return true;
        }
        return false;
    }

    private static bool IsForce(ReportActor actor) =>
        actor.Kind is ActorKind.ArmedForce or ActorKind.Police or ActorKind.Government || actor.Class is "rebel" or "gunman" or "soldier" or "police";

    /// <summary>"launched a campaign of arrests": the noun is what the verb begins, gives or announces.</summary>
    private static bool IsCarried(RootTree tree, int noun)
    {
        int at = noun;
        for (int step = 0; step < 2 && tree.Head(at) >= 0 && (tree.Is(at, "nmod") || tree.Is(at, "conj")); step++)
            at = tree.Head(at);
        if (!tree.Is(at, "obj") && tree.FullRelation(at) != "nsubj:pass")
            return false;
        RootWord verb = tree.WordAt(tree.Head(at));
        return verb.Is("start") || verb.Is("announce") || verb.Is("give") || verb.Is("express") || verb.Is("impose") || verb.Is("file");
    }
}
