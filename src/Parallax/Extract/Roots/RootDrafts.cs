using System.Globalization;
using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Joins what the list of triggers finds at a verb with what the tree and the weights say of it.</summary>
internal sealed class RootDrafts(RootEvents events, RootClassifier classifier, RootLexicon lexicon, RootGate gate)
{
    // A root that overrules a trigger must be this likely.
    private const double Overrules = 0.85;

    /// <summary>The frame of drafts that no listed trigger made.</summary>
    public const string Frame = "roots";

    private static readonly string[] s_noFlags = [];

    /// <summary>The tree of the sentence as the roots see it.</summary>
    public RootTree TreeOf(SentenceView s) => new(s.Report, s.Sentence, lexicon);

    /// <summary>The draft of the verb, completed, corrected or newly made; null where neither side has one.</summary>
    /// <param name="tree">The tree of the sentence.</param>
    /// <param name="s">The sentence.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="listed">What the triggers find at each verb, by its head.</param>
    /// <param name="isListed">Whether the triggers know the verb at all.</param>
    /// <param name="told">The heads of verbs that an event found before speaks for.</param>
    public EventDraft? At(RootTree tree, SentenceView s, VerbGroup verb, IReadOnlyDictionary<int, EventDraft?> listed, bool isListed, HashSet<int> told)
    {
        EventDraft? known = listed.GetValueOrDefault(verb.Head);
        if (IsContent(tree, verb.Head) || (known is not { Type: EventType.Consult, Trigger.Frame: "both" } && IsDue(tree, verb.Head)))
            return null;
        if (events.Read(tree, s, verb.Head) is not { } read)
            return known;
        if (known is null)
        {
            // Where a plan, promise or attempt is about a listed verb, that verb tells the event.
            string rule = read.Reading.Verdict.Rule;
            bool inner = Inner(tree, verb, read).Any(at => listed.GetValueOrDefault(at) is not null)
                && !(rule.StartsWith("refuse>", StringComparison.Ordinal) || rule.StartsWith("threaten>", StringComparison.Ordinal) || rule.StartsWith("demand>", StringComparison.Ordinal) || rule.Contains("must>", StringComparison.Ordinal));
            return inner || told.Contains(verb.Head) || !gate.Passes(tree, s, verb, read, isListed) ? null : WithoutOpposed(Made(tree, s, verb, read, told), read);
        }
        Complete(tree, known, read);
        if (Overruled(tree, known, read) is { } root)
        {
            known = known with { Type = root, Mode = null, Rule = "event:" + known.Trigger.Entry + "; root:" + Reasons(read), IsRefusal = read.Reading.Verdict.Rule.StartsWith("not>", StringComparison.Ordinal) };
            // "sent experts to X to investigate": troops are moved somewhere, but an inquiry is made of somebody.
            if (known.Who.Initiators.Count > 0)
                Complete(tree, known, read);
        }
        return WithoutOpposed(known, read);
    }

    /// <summary>"backed sanctions against X", "agreed to attack X": X is neither supported nor agreed with.</summary>
    private static EventDraft WithoutOpposed(EventDraft draft, RootEvent read)
    {
        if (draft.Type is EventType.Support or EventType.Agree)
            draft.Who.Targets.RemoveAll(read.Opposed.Contains);
        return draft;
    }

    /// <summary>The verbs that a promise or attempt is about: of a willingness in plain words the one that completes it, not what that is good for.</summary>
    private static IEnumerable<int> Inner(RootTree tree, VerbGroup verb, RootEvent read)
    {
        int predicate = RootEvents.PredicateOf(tree, verb.Head);
        int first = predicate != verb.Head && read.Reading.Verdict.Rule.StartsWith("agree>", StringComparison.Ordinal) ? RootScene.Complement(tree, predicate) : -1;
        return first >= 0 ? [first] : read.Explained;
    }

    /// <summary>"an appeal for deploying troops": what a call or plan is about.</summary>
    private static bool IsContent(RootTree tree, int verb)
    {
        int head = tree.Head(verb);
        return head >= 0 && tree[verb].Form == VerbForm.Gerund && tree.Is(verb, "acl") && tree.Child(verb, "mark") >= 0 && tree[head].Tag == Upos.Noun
            && (tree.WordAt(head).Is("demand") || tree.WordAt(head).Is("proposal") || tree.WordAt(head).Is("threat"));
    }

    /// <summary>"said they must leave", "must be ready to mediate": what somebody says should be did not happen.</summary>
    private static bool IsDue(RootTree tree, int verb)
    {
        for (int at = verb, step = 0; at >= 0 && step < 3; at = tree.Head(at), step++)
        {
            if (RootComposer.Mood(tree, at).Modal == "must" && tree.Is(at, "ccomp") && tree.Head(at) >= 0 && tree.WordAt(tree.Head(at)).Is("say"))
                return true;
            if (!tree.Is(at, "xcomp"))
                return false;
        }
        return false;
    }

    /// <summary>The root that the tree is sure of against a trigger without a mode; null where the trigger stands.</summary>
    private static EventType? Overruled(RootTree tree, EventDraft known, RootEvent read)
    {
        // "sent experts to investigate", "ordered him to appear": the purpose says more than the sending, the summons no more than a demand.
        string rule = read.Reading.Verdict.Rule;
        if (known.Type == EventType.Mobilize && rule == "to>" && read.Reading.Root == EventType.Accuse && read.Chance >= Overrules)
            return EventType.Accuse;
        if (known is { Type: EventType.Ruling, Verb: { } order } && rule == "demand>" && read is { Targets.Count: > 0, Reading.Root: EventType.Request } && IsSummons(tree, order.Head))
            return EventType.Request;
        // "told reporters that it had agreed": who tells somebody something asks him at most.
        if (known.Lemma == "tell" || (known is { Lemma: "call", Type: EventType.Consult }) || (known.Trigger.Words is ["call", "for"] && read.Reading.Root == EventType.Threaten))
            return null;
        // "vowed to campaign" threatens nobody.
        if (read.Reading.Root == EventType.Threaten && known.Type == EventType.Agree && !IsForce(tree, known))
            return null;
        if (known.Type > EventType.Assault || known.Mode is not null || read.Reading.Root is not { } root || root == known.Type || read.Chance < Overrules || !read.Reading.Verdict.IsStrong || !RootGate.RulesAgree(read))
            return null;
        // "sanctions imposed for its test": one kind of force is not told by the words of another.
        if (known.Type is EventType.Sanction or EventType.Coerce && root == EventType.Mobilize)
            return null;
        // "launched missile and artillery attacks": arms are not overruled by words of help.
        if (known.Type == EventType.Assault && root <= EventType.Aid)
            return null;
        // "cannot pardon himself": what somebody may not or is not able to do he does not refuse.
        if (root == EventType.Reject && rule.StartsWith("not>", StringComparison.Ordinal) && known.Verb?.Modal is "can" or "could" or "may" or "might" or "must" or "should")
            return null;
        // A promise to support is a promise (PLOVER), though the words of support are the stronger.
        bool promise = known.Type == EventType.Agree && root == EventType.Support && read.Reading.Answer != RootAnswer.Signed;
        // "will impose sanctions": whether the plan is the deed's or a threat is decided where its standing is known.
        bool future = root == EventType.Threaten && known.Type is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize or EventType.Protest;
        return promise || future ? null : root;
    }

    /// <summary>Whether what is vowed is a deed of force.</summary>
    private static bool IsForce(RootTree tree, EventDraft known) =>
        known.Verb is { } verb && RootScene.Complement(tree, verb.Head) is >= 0 and int deed && tree.WordAt(deed).Roots.Any(root => root is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Protest or EventType.Mobilize);

    /// <summary>Whether somebody is told to come and answer: "to appear", "to testify".</summary>
    private static bool IsSummons(RootTree tree, int verb)
    {
        foreach (int at in (ReadOnlySpan<int>)[RootScene.Complement(tree, verb), tree.Child(verb, "advcl")])
        {
            if (at >= 0 && tree.Lemma(at) is "appear" or "testify" or "answer" or "report" or "explain" or "come" or "attend" or "surrender")
                return true;
        }
        return false;
    }

    /// <summary>Adds the participants that only the tree shows.</summary>
    private static void Complete(RootTree tree, EventDraft draft, RootEvent read)
    {
        // Troops are moved against somebody, but mostly only somewhere.
        if (draft.Type is > EventType.Assault or EventType.Mobilize)
            return;
        // Nobody resigns against somebody, and what is discussed does not take part.
        if (draft.Mode == "resign" || (draft.Lemma == "discuss" && read.Reading.Scene.TargetRole is not ("obl-with" or "obl-to")))
            return;
        bool peers = draft.Trigger.Frame is "both" or "visit";
        // "A member of parliament, X, began": a subject without an actor may be explained by the name beside it.
        if (draft.Who.Initiators.Count == 0 && draft.Who.InitiatorPhrases.TrueForAll(phrase => phrase.Mention < 0))
        {
            foreach (int actor in read.Sources.Where(actor => !draft.Who.Targets.Contains(actor)))
                draft.Who.AddActor(Part.Initiator, actor);
        }
        // Nobody is said to do it: then only harm and force are whole with the one they hit.
        if (draft.Who.Initiators.Count == 0 && draft.Type is not (EventType.Assault or EventType.Coerce or EventType.Accuse or EventType.Sanction))
            return;
        // Who blows himself up aims at those around him, whom the tree does not show as his object.
        if (draft.Mode == "suicide-attack" && draft.Trigger.Words.Contains("up"))
            return;
        // "He was arrested on suspicion of killing a guard": whom it concerns is said, though nobody knows who he is.
        bool pronoun = draft is { Noun: null, Type: EventType.Coerce or EventType.Assault or EventType.Sanction or EventType.Accuse } && draft.Who.TargetPhrases.Exists(phrase => tree[phrase.Head].Tag == Upos.Pron) && read.Reading.Scene.TargetRole is not ("obj" or "iobj" or "nsubj:pass");
        if (draft.Who.Targets.Count == 0 && !pronoun && !(peers && draft.Who.Initiators.Count > 1))
        {
            foreach (int actor in read.Targets.Where(actor => !draft.Who.Initiators.Contains(actor)))
                draft.Who.AddActor(Part.Target, actor);
        }
        draft.Extra.AddRange(read.Spans);
    }

    private EventDraft Made(RootTree tree, SentenceView s, VerbGroup verb, RootEvent read, HashSet<int> told)
    {
        EventType root = read.Reading.Root!.Value;
        Participants who = new();
        foreach (int actor in read.Sources)
            who.AddActor(Part.Initiator, actor);
        foreach (int actor in read.Targets)
            who.AddActor(Part.Target, actor);
        told.UnionWith(read.Explained);
        string lemma = tree.Lemma(verb.Head);
        Trigger trigger = new()
        {
            Entry = lemma + "/roots",
            Words = [lemma],
            Type = root,
            Mode = null,
            Frame = Frame,
            Prepositions = new Dictionary<string, Part>(StringComparer.Ordinal),
            Flags = new HashSet<string>(s_noFlags, StringComparer.Ordinal),
            Lists = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal),
        };
        EventDraft draft = new(trigger, root, null, s.SpanOf(verb.Head, verb.Head + 1), lemma, verb, null, who) { Rule = "event:" + Reasons(read), IsFirm = RootGate.IsFirm(read), Deed = read.Reading.Verdict.Inner };
        draft.Extra.AddRange(read.Spans);
        return draft;
    }

    private string Reasons(RootEvent read) =>
        classifier.Explain(read.Reading, 3) + string.Create(CultureInfo.InvariantCulture, $"; chance {read.Chance:0.00}");
}
