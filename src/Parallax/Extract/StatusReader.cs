using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>Reads the standing of a clause off its verb, the words that govern it and the words beside it.</summary>
internal sealed partial class StatusReader
{
    // No sentence nests deeper than this in earnest; a longer chain is damage.
    internal const int DeepestChain = 8;

    // Nouns that carry what somebody says or suspects: "reports that".
    private static readonly HashSet<string> s_reports = new(StringComparer.Ordinal)
    {
        "report", "claim", "allegation", "accusation", "charge", "suggestion", "rumour", "rumor", "speculation", "suspicion", "assertion", "complaint", "insinuation", "account",
    };

    private static readonly HashSet<string> s_refuting = new(StringComparer.Ordinal)
    {
        "deny", "dismiss", "reject", "refute", "rebut", "disprove", "contradict", "dispute", "debunk", "discount", "repudiate",
    };

    private static readonly HashSet<string> s_affirming = new(StringComparer.Ordinal)
    {
        "confirm", "acknowledge", "admit", "accept", "verify", "corroborate", "prove", "substantiate", "concede",
    };

    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);
    private readonly List<(string Effect, string[] Words)> _cues = [];

    public StatusReader(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("status-governors").Rows)
        {
            Dictionary<string, string> table = row[0] switch { "v" => _verbs, "n" => _nouns, _ => _adjectives };
            foreach (string lemma in row[2].Split(' '))
                table.TryAdd(lemma, row[1]);
        }
        foreach (string[] row in data.Lexicon("status-cues").Rows)
            _cues.Add((row[0], row[1].Split(' ')));
    }

    /// <summary>What the clause of <paramref name="verb"/> says by itself; null where it asserts nothing at all: a habit, a question, a purpose.</summary>
    public ClauseStatus Read(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        ClauseStatus status = new(ClaimStatus.Happened, "");
        if (s.Count > 0 && Ends(s, "?"))
            return ClauseStatus.Nothing("question");
        if (Instructions.Cover(s, verb.Head))
            return ClauseStatus.Nothing("instruction");
        if (InFiction(model, verb))
            return ClauseStatus.Nothing("fiction");
        VerbGroup? current = verb;
        for (int depth = 0; current is not null && depth < DeepestChain; depth++)
        {
            status = status.Under(Own(model, current, depth == 0));
            (ClauseStatus by, VerbGroup? next) = Governed(model, current);
            status = status.Under(by);
            current = next;
        }
        // "should an intervention commence and strikes begin": the second verb shares the modal of the first.
        if (verb is { Finite: true, Modal: null, Past: false, Perfect: false, Progressive: false, Passive: false, Marker: < 0 } && s[verb.Head].Form == VerbForm.Base && model.Tree.Plain(verb.Head) == "conj"
            && model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(verb.Head)) is { Modal: "should" or "could" or "may" or "might" or "would" } joined)
            status = status.Under(new(ClaimStatus.Hypothetical, joined.Modal));
        status = status.Under(Cues(model, verb));
        // "girls who fighters said were killed", "a video purporting to show": the word of those who tell it.
        if (TellersWithin.Read(model, verb.Head) is { } told)
            status = status.Under(told);
        return IsCommemorated(s, verb) ? status.Under(Recalled) : status;
    }

    /// <summary>What an anniversary or a commemoration is of.</summary>
    public static ClauseStatus Recalled => new(ClaimStatus.Background, "anniversary");

    /// <summary>Whether the word looks back to what happened long ago: "anniversary", "commemorate".</summary>
    public static bool IsCommemoration(string lemma) => lemma is "anniversary" or "commemorate" or "commemoration" or "remembrance" or "centenary" or "bicentenary";

    private static ClauseStatus Own(ClauseModel model, VerbGroup verb, bool own)
    {
        SentenceView s = model.Sentence;
        if (IsConditional(s, verb) || IsInverted(s, verb))
            return new(ClaimStatus.Hypothetical, "if");
        string before = s.Lower(verb.First - 1);
        // "will respond if attacked": the clause has lost its subject and auxiliary.
        if (!verb.Finite && before is "if" or "unless" or "until")
            return new(ClaimStatus.Hypothetical, before);
        if (before is "neither" or "nor")
            return new(ClaimStatus.Denied, before);
        // "had neither shelled the camp nor entered it"
        for (int i = verb.First; i < verb.Head; i++)
        {
            if (s.Lower(i) is "neither" or "nor")
                return new(ClaimStatus.Denied, "neither");
        }
        if (before is "almost" or "nearly" || (verb.Head > verb.First && s.Lower(verb.Head - 1) is "almost" or "nearly"))
            return new(ClaimStatus.Hypothetical, "almost");
        // "is no longer being held": he was, and is not now.
        for (int i = Math.Max(1, verb.First - 1); i < verb.Head; i++)
        {
            if (s.Lower(i) == "longer" && s.Lower(i - 1) == "no")
                return new(verb.Passive ? ClaimStatus.Background : ClaimStatus.Denied, "no longer");
        }
        bool none = verb.Subjects.Count > 0 && s.Lower(verb.Subjects[^1].First) is "no" or "none" or "nobody" or "neither" or "nothing";
        bool noObject = own && verb.Objects.Count > 0 && s.Lower(verb.Objects[0].First) is "no" or "neither" or "nobody" or "none" or "nothing";
        if (verb.Marker >= 0 && s.Lower(verb.Marker) == "without")
            return new(ClaimStatus.Denied, "without");
        // "has rejected any talks" has done so.
        if (own && !verb.Negated && verb.Objects.Count > 0 && s.Lower(verb.Objects[0].First) is "any" or "anyone" or "anybody" && !IsRefusing(s.Lemma(verb.Head)))
            return new(ClaimStatus.Hypothetical, "any");
        // "the trial begins after elections are held": told for the future in the present, as English has it.
        if (own && verb is { Kind: ClauseKind.Subordinate, Marker: >= 0, Modal: null, Past: false, Perfect: false, Progressive: false, Negated: false } && s.Lower(verb.Marker) is "after" or "before" or "when"
            && (verb.Passive ? s.Lower(verb.First) is "is" or "are" : verb.First == verb.Head && s[verb.Head].Form is VerbForm.Present or VerbForm.Base) && HasFuture(s))
            return new(ClaimStatus.Planned, s.Lower(verb.Marker));
        switch (verb.Modal)
        {
            // "will not have died in vain"
            case "will" or "shall" when verb.Perfect && verb.Negated:
                return ClauseStatus.Nothing("will have");
            // "will strike back if it is attacked"
            case "will" or "shall" when own && !verb.Negated && model.Verbs.Any(v => v.Marker >= 0 && v != verb && s.Lower(v.Marker) is "if" or "unless" && s.Lower(v.Marker - 1) is not ("even" or "as" or "only") && model.Tree.Head(v.Head) == verb.Head):
                return new(ClaimStatus.Hypothetical, "will if");
            case "will" or "shall":
                return new(verb.Negated || none ? ClaimStatus.Denied : verb.Perfect ? ClaimStatus.Hypothetical : ClaimStatus.Planned, verb.Negated ? "will not" : "will");
            case "would":
                return InPastReport(s, verb) ? new(verb.Negated ? ClaimStatus.Denied : ClaimStatus.Planned, verb.Negated ? "would not" : "would") : new(ClaimStatus.Hypothetical, "would");
            // "could not agree on a budget": they did not.
            case "could" when verb is { Negated: true, Perfect: false, Passive: false } && verb.Kind == ClauseKind.Main:
                return new(ClaimStatus.Denied, "could not");
            case not null:
                return new(ClaimStatus.Hypothetical, verb.Modal);
            default:
                break;
        }
        // "announced it was sending more troops": such a progress is a plan, as English has it.
        if (verb is { Progressive: true, Past: true, Negated: false, Passive: false } && verb.Kind == ClauseKind.Complement && verb.Governor is { } announcing && s.Lemma(announcing.Head) is "announce" or "say" or "confirm"
            && s.Lemma(verb.Head) is "send" or "deploy" or "dispatch" or "withdraw" or "pull" or "recall" or "impose" or "close" or "expel" or "suspend" or "leave")
            return new(ClaimStatus.Planned, "was " + s.Lower(verb.Head));
        if ((verb.Negated && !IsNotOnly(s, verb)) || none || noObject)
            return new(ClaimStatus.Denied, "not");
        return new(ClaimStatus.Happened, "");
    }

    /// <summary>"said it would send": the future of a past report, not a condition.</summary>
    private static bool InPastReport(SentenceView s, VerbGroup verb) =>
        verb.Kind == ClauseKind.Complement && verb.Governor is { } governor && (governor.Past || governor.Perfect)
        && s.Lemma(governor.Head) is "say" or "tell" or "announce" or "confirm" or "promise" or "vow" or "pledge" or "agree" or "decide" or "add" or "declare";

    private (ClauseStatus Status, VerbGroup? Next) Governed(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        // "denied that police had fired; X accused him of lying": what stands beyond a semicolon with its own subject hangs under nobody's word.
        if (verb is { Kind: ClauseKind.Complement, Finite: true, Governor: { } beyond } && verb.Subjects.Count > 0 && DenialReach.IsParted(s, beyond.Head, verb.Subjects[0].First))
            return (ClauseStatus.Plain, null);
        // "does not specify how many were killed": nothing is told of them.
        if (verb is { Kind: ClauseKind.Complement, Governor: { } asking } && (asking.Negated || s.Lemma(asking.Head) is "ask" or "wonder" or "determine" or "investigate" or "establish") && IsHowMany(s, verb))
            return (ClauseStatus.Nothing("how many"), null);
        // "claimed it kept the truce and accused the other side of breaking it": who claims accuses.
        if (verb is { Kind: ClauseKind.Complement, Finite: true, Marker: < 0, Governor: { Finite: true } claiming } && IsAlsoSaying(model, verb, claiming))
            return (ClauseStatus.Plain, claiming.Kind == ClauseKind.Complement ? claiming : null);
        // "denied that guards had beaten them and that X had accused him": the second hangs where the first does.
        // "The problem wasn't that X was invited": he was.
        if (verb is { Kind: ClauseKind.Complement, Governor: { Negated: true } copula } && s.Lemma(copula.Head) == "be" && copula.Subjects.Exists(np => s.Lemma(np.Head) is "problem" or "issue" or "point" or "question" or "surprise" or "coincidence" or "scandal" or "trouble"))
            return (ClauseStatus.Plain, null);
        if (RefutedClauses.Joined(model, verb) is { } with)
            return Governed(model, with);
        if (RefutedClauses.Read(model, verb) is { } refuted)
            return (refuted, null);
        if (RefutedClauses.Supposed(model, verb) is { } supposing)
            return (supposing, null);
        if (RefutedClauses.ShownIn(model, verb) is { } showing)
            return Governed(model, showing);
        if (RefutedClauses.ReportedIn(model, verb) is >= 0 and int report && OfReport(model, s, report) is { } rumoured)
            return (rumoured, null);
        if (verb is { Kind: ClauseKind.Gerund, Marker: > 0 } && Beside(s, verb.Marker) is { } beside)
            return (beside, null);
        // "the idea of the chamber impeaching him": the subject stands between.
        if (verb.Kind is ClauseKind.Gerund or ClauseKind.ReducedRelative && model.Tree.Head(verb.Head) is >= 0 and int idea && idea < verb.First - 1 && s.Tag(idea) == Upos.Noun && s.Lower(idea + 1) == "of" && s[verb.Head].Form == VerbForm.Gerund && Beside(s, idea + 1) is { } thought)
            return (thought, null);
        // "the deal that X left a year ago": a past clause behind a plan is a relative one.
        bool told = verb is { Kind: ClauseKind.Complement, Past: true, Modal: null };
        if (!told && verb.GovernorNoun >= 0 && verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement && _nouns.TryGetValue(s.Lemma(verb.GovernorNoun), out string? byNoun))
        {
            // "abandoned plans to attack", "had no plans to attack", "does not have orders to attack".
            VerbGroup? over = byNoun is "planned" or "hypothetical" ? Over(model, verb.GovernorNoun) : null;
            bool none = over is not null && (over.Negated || model.Nouns.FirstOrDefault(phrase => phrase.Head == verb.GovernorNoun) is { } content && s.Lower(content.First) is "no" or "neither");
            if (none && s.Lemma(over!.Head) is "have" or "be" or "make" or "see" or "receive" or "give")
                return (byNoun == "planned" || s.Lemma(verb.GovernorNoun) == "order" ? new(ClaimStatus.Denied, "no " + s.Lemma(verb.GovernorNoun)) : ClauseStatus.Nothing("no " + s.Lemma(verb.GovernorNoun)), null);
            bool dropped = over is { Negated: false } && IsDropping(s.Lemma(over.Head));
            return (dropped ? new(ClaimStatus.Denied, "dropped") : Effect(byNoun, s.Lemma(verb.GovernorNoun)), null);
        }
        // "it is unlikely that the court will agree"
        if (verb.Kind == ClauseKind.Complement && model.Tree.Head(verb.Head) is >= 0 and int judged && s.Tag(judged) == Upos.Adj && s.Lower(judged) is "unlikely" or "doubtful" or "impossible" or "unclear" or "uncertain" or "conceivable" or "inconceivable" or "unthinkable" or "improbable")
            return (new(ClaimStatus.Hypothetical, s.Lower(judged)), null);
        // "As it had promised, the army released them": the clause beside says how it came, and governs nothing.
        if (verb is { Kind: ClauseKind.Complement, Marker: < 0, Governor: { } beforehand } && (s.Lower(beforehand.First - 1) == "as" || (beforehand.Marker >= 0 && s.Lower(beforehand.Marker) == "as")))
            return (ClauseStatus.Plain, null);
        // "Were Bolivia to expel him, …": the condition is read off its opening.
        if (verb.Kind == ClauseKind.Infinitive && IsInverted(s, verb))
            return (ClauseStatus.Plain, null);
        // "the second reporter to be killed there": it was done to those of whom it is said.
        if (verb is { Kind: ClauseKind.Infinitive, Passive: true } && IsRanked(model, verb))
            return (ClauseStatus.Plain, null);
        // "was the first ally to carry out strikes": he did, as far as he was.
        if (verb.Kind == ClauseKind.Infinitive && FirstOf(model, verb) is { } being)
            return (ClauseStatus.Plain, being);
        if (verb.Kind == ClauseKind.Infinitive)
        {
            if (s.Lower(verb.First - 1) is "about" or "yet" && verb.Governor is { Negated: false })
                return (new(s.Lower(verb.First - 1) == "about" ? ClaimStatus.Planned : ClaimStatus.Denied, s.Lower(verb.First - 1)), null);
            // "Kenya is to send police": a plan; "the aim is to send police" only names an aim.
            if (s.Lower(verb.First) == "to" && s.Lower(verb.First - 1) is "is" or "are" or "was" or "were" && verb.Subjects.Count > 0 && (verb.Subjects[^1].Mention >= 0 || s.Tag(verb.Subjects[^1].Head) is Upos.Propn or Upos.Pron))
                return (new(ClaimStatus.Planned, "be to"), null);
            int before = verb.First - 1;
            while (before > 0 && s.Tag(before) is Upos.Adv)
                before--;
            // "is likely to have fired": a guess at what was.
            if (s.Lower(before) == "likely" && verb.Perfect)
                return (new(ClaimStatus.Alleged, "likely"), null);
            // "were able to capture a station": they captured it.
            if (s.Lower(before) == "able" && IsPastBeing(model, before))
                return (ClauseStatus.Plain, null);
            // "would be prepared to order it"
            if (s.Tag(before) is Upos.Adj or Upos.Verb && _adjectives.TryGetValue(s.Lower(before), out string? ready) && ready == "planned" && model.Verbs.Any(v => v.Marker >= 0 && s.Lower(v.Marker) is "if" or "unless") && model.Verbs.LastOrDefault(v => v.Head < before && before - v.Head <= 3 && s.Lemma(v.Head) == "be") is { Modal: "would" or "could" or "might" or "may" or "should" or "must" } unsure)
                return (new(ClaimStatus.Hypothetical, unsure.Modal), null);
            if (s.Tag(before) is Upos.Adj or Upos.Verb && _adjectives.TryGetValue(s.Lower(before), out string? byAdjective))
                return (Effect(byAdjective, s.Lower(before)), null);
        }
        if (verb is { Kind: ClauseKind.Gerund, Marker: > 0 } && s.Lower(verb.Marker) == "of" && verb.Governor is null && s.Lower(verb.Marker - 1) is "," or ")"
            && model.Verbs.LastOrDefault(v => v.First < verb.First && s.Lemma(v.Head) is "accuse" or "suspect" or "convict") is { } accusing && s.Lemma(accusing.Head) != "convict")
            return (new(ClaimStatus.Alleged, s.Lemma(accusing.Head)), null);
        // The same where the tree joins the participle to the verb before it.
        if (verb is { Kind: ClauseKind.Gerund, Marker: < 0, Governor: null } && model.Tree.Plain(verb.Head) == "conj" && model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(verb.Head)) is { Modal: not null } joinedTo
            && Own(model, joinedTo, own: false) is { Status: ClaimStatus.Planned or ClaimStatus.Hypothetical } supposed)
            return (supposed, null);
        if (verb.Governor is not { } governor)
            return (verb is { Kind: ClauseKind.Infinitive, Modal: null } ? ClauseStatus.Nothing("purpose") : ClauseStatus.Plain, null);
        string lemma = s.Lemma(governor.Head);
        bool effectful = verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement || (verb.Kind == ClauseKind.Gerund && s.Lower(verb.First - 1) is "out" or "off" or "up" && verb.Governor is { } particle && particle.Head == verb.First - 2)
            || (verb.Kind == ClauseKind.Gerund && verb.Marker < 0 && s.Tag(verb.First - 1) is Upos.Verb)
            || (verb.Kind == ClauseKind.Gerund && verb.Marker >= 0 && s.Lower(verb.Marker) is "of" or "for" or "from" or "with" or "against" or "to" or "about" or "over" or "on");
        // "could hit the city, killing dozens", "will respond by bombing them": as real as the verb it hangs on.
        if (!effectful || (verb is { Kind: ClauseKind.Gerund, Marker: >= 0 } && s.Lower(verb.Marker) is "for" or "on" or "to" or "with" or "over" && !_verbs.ContainsKey(lemma)))
        {
            // "directed at finding and charging them": the second of two hangs where the first does.
            if (verb is { Kind: ClauseKind.Gerund, Marker: < 0 } && model.Tree.Plain(verb.Head) == "conj" && model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(verb.Head)) is { Kind: ClauseKind.Gerund } first && first != verb)
                return (ClauseStatus.Plain, first);
            // "is unlikely to succeed in driving them out": as real as what it is the means of.
            if (verb is { Kind: ClauseKind.Gerund, Marker: >= 0 } && governor.Kind == ClauseKind.Infinitive && s.Lower(verb.Marker) is "in" or "by" or "at")
                return (ClauseStatus.Plain, governor);
            bool apart = verb.Marker >= 0 && s.Lower(verb.Marker) is not ("by" or "in" or "at" or "into" or "through" or "for" or "on" or "to" or "with" or "over");
            // A participle behind a noun only says who: "will meet the men investigating the blast".
            apart |= verb.Marker < 0 && model.Tree.Plain(verb.Head) != "advcl" && s.Lower(verb.First - 1) != ",";
            return (verb.Kind == ClauseKind.Gerund && !apart && (governor.Modal is not null || IsConditional(s, governor)) && Own(model, governor, own: false) is { Status: ClaimStatus.Planned or ClaimStatus.Hypothetical } unreal ? unreal : ClauseStatus.Plain, null);
        }
        // "made leaving the pact a key aim", "would mean sending troops": an idea that is judged, not a deed.
        if (verb is { Kind: ClauseKind.Gerund, Marker: < 0 } && lemma is "make" or "mean" or "involve" or "justify" or "favour" or "favor" or "oppose" or "support" or "entail" or "back")
            return (new(ClaimStatus.Hypothetical, lemma), null);
        // "are said to have attacked".
        if (verb.Kind == ClauseKind.Infinitive && governor.Passive && lemma is "say" or "understand" or "rumour" or "rumor" or "presume" or "assume" or "hold")
            return (new(ClaimStatus.Alleged, lemma), null);
        if (verb.Kind == ClauseKind.Infinitive && governor.Passive && lemma is "expect" or "schedule" or "plan" or "set" or "due")
            return (new(ClaimStatus.Planned, lemma), null);
        if (verb.Kind == ClauseKind.Infinitive && lemma is "expect" or "need")
            return (new(lemma == "expect" ? ClaimStatus.Planned : ClaimStatus.Hypothetical, lemma), governor);
        if (lemma == "report" && !governor.Passive)
            return (ClauseStatus.Plain, null);
        // "voted to approve the resolution": the vote does it.
        if (lemma == "vote" && verb.Kind == ClauseKind.Infinitive && RefutedClauses.IsDoneByVote(s.Lemma(verb.Head)) && !governor.Negated)
            return (ClauseStatus.Plain, governor);
        // "told him that mutineers had fired by mistake": to tell that something was is no order.
        if (verb is { Kind: ClauseKind.Complement, Finite: true, Modal: null } && (verb.Past || verb.Perfect) && lemma is "tell" or "insist" or "suggest" or "warn" && governor is { Negated: false, Modal: null })
            return (lemma == "suggest" ? new(ClaimStatus.Alleged, lemma) : ClauseStatus.Plain, null);
        if (_verbs.TryGetValue(lemma, out string? effect) && !(lemma == "rule" && s.Lower(governor.Head + 1) != "out"))
        {
            // "announced that it had arrested": what is announced or promised as done is done.
            if (effect == "planned" && verb is { Kind: ClauseKind.Complement, Finite: true, Modal: null, Progressive: false } && (verb.Past || verb.Perfect))
                return (governor.Negated || governor.Modal is not null ? new(ClaimStatus.Hypothetical, "not said") : ClauseStatus.Plain, null);
            // "does not plan to attack", "might decide to attack", "does not mean that they attack"
            if (effect == "planned" && governor.Negated)
                return (new(verb.Kind == ClauseKind.Infinitive ? ClaimStatus.Denied : ClaimStatus.Hypothetical, "not " + lemma), null);
            if (effect == "planned" && (governor.Modal is "may" or "might" or "could" or "should" or "must" or "can" || IsConditional(s, governor) || (lemma == "mean" && verb.Kind == ClauseKind.Complement)))
                return (new(ClaimStatus.Hypothetical, lemma), null);
            // "has not been accused of", "did not believe that", "no one has claimed that": nothing of the kind is said.
            if (effect == "alleged" && (governor.Negated || s.Lower(governor.First - 1) is "nor" or "never" or "neither" || (governor.Subjects.Count > 0 && s.Lower(governor.Subjects[^1].First) is "no" or "nobody" or "none" or "neither")))
                return (new(ClaimStatus.Hypothetical, "not " + lemma), null);
            bool denies = effect == "denied";
            // "denied ordering the shelling, in which twelve died": the report goes on.
            if (denies && verb.Kind == ClauseKind.Complement && DenialReach.IsAside(s, verb.Head, governor.Head))
                return (ClauseStatus.Plain, null);
            // "did not deny that", "failed to" negated: nothing sure is said.
            if (denies && (governor.Negated || s.Lower(governor.First - 1) is "nor" or "neither"))
                return (new(ClaimStatus.Hypothetical, "not " + lemma), null);
            if (effect == "alleged" && verb.Kind == ClauseKind.Infinitive && lemma is not ("believe" or "think" or "report" or "say" or "suspect" or "allege" or "appear" or "seem" or "claim" or "deem" or "presume"))
                return (ClauseStatus.Plain, governor);
            // "if they had stopped shelling", "should praise them for refusing to go": neither done nor left undone.
            // "ordered his men to stop firing": whether they do is not told.
            if (denies && governor is { Kind: ClauseKind.Infinitive, Governor: { } bidding } && _verbs.TryGetValue(s.Lemma(bidding.Head), out string? bid) && bid is "hypothetical" or "planned")
                return (new(ClaimStatus.Hypothetical, s.Lemma(bidding.Head)), null);
            if (denies && (IsConditional(s, governor) || (governor is { Kind: ClauseKind.Gerund, Marker: >= 0, Governor: { Modal: not (null or "will" or "would") } })))
                return (new(ClaimStatus.Hypothetical, lemma), null);
            // "denied a report that they had tried to enter": the trying itself hangs under more.
            return (Effect(effect, lemma), effect is "happened" or "attempt" ? governor : null);
        }
        // "were here to meet him": why they came.
        if (verb.Kind == ClauseKind.Infinitive)
            return lemma == "be" && !EventTurns.IsElsewhere(s, governor, verb) ? (new(governor is { Negated: false, Modal: null } ? ClaimStatus.Planned : ClaimStatus.Hypothetical, "be to"), null) : (ClauseStatus.Nothing("purpose"), null);
        if (verb.Kind == ClauseKind.Gerund && governor.Negated && lemma is "accuse" or "blame" or "charge" or "suspect" or "indict")
            return (new(ClaimStatus.Hypothetical, "not " + lemma), null);
        if (verb.Kind == ClauseKind.Gerund && lemma is "accuse" or "blame" or "charge" or "suspect" or "indict")
            return (new(ClaimStatus.Alleged, lemma), null);
        // What is said stands as it is said; a negated, planned or supposed saying says nothing.
        if (verb.Kind == ClauseKind.Complement && (governor.Negated || governor.Modal is not null))
            return (new(ClaimStatus.Hypothetical, "not said"), null);
        return (ClauseStatus.Plain, verb.Kind == ClauseKind.Complement && ClauseFinder.IsSaying(lemma) ? null : governor.Kind == ClauseKind.Complement ? governor : null);
    }

    /// <summary>"claims that it had shelled the camp": open, unless a verb takes the claim up as true or throws it back; null where the noun reports nothing.</summary>
    private static ClauseStatus? OfReport(ClauseModel model, SentenceView s, int noun)
    {
        if (!s_reports.Contains(s.Lemma(noun)))
            return null;
        VerbGroup? verdict = Over(model, noun);
        string by = verdict is null ? s.Lemma(noun) : s.Lemma(verdict.Head);
        if ((verdict is { Negated: false } && s_refuting.Contains(by)) || RefutedClauses.IsCalledUntrue(model, noun, verdict))
            return new(ClaimStatus.Denied, by);
        return verdict is { Negated: false, Modal: null } && s_affirming.Contains(by) ? ClauseStatus.Plain : new(ClaimStatus.Alleged, s.Lemma(noun));
    }

    /// <summary>The verb whose object (or, of a passive, subject) the noun is; null where there is none.</summary>
    private static VerbGroup? Over(ClauseModel model, int noun)
    {
        int first = model.Nouns.FirstOrDefault(phrase => phrase.Head == noun)?.First ?? noun;
        // "dismissed as a fairy tale the report that": what it is called stands between, and the tree may hang the report on it.
        int over = model.Tree.Head(noun);
        if (over >= 0 && over < noun && model.Tree.Plain(noun) == "appos" && model.Tree.Child(over, "case") is >= 0 and int called && model.Sentence.Lower(called) == "as" && model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(over)) is { } naming)
            return naming;
        return model.Verbs.FirstOrDefault(v => v.End == first || (model.Tree.Head(noun) == v.Head && noun > v.Head && model.Tree.Plain(noun) is "obj" or "obl" && model.Tree.Child(noun, "case") < 0) || v.Objects.Exists(o => o.Head == noun) || (v.Passive && v.Subjects.Exists(o => o.Head == noun)));
    }

    private bool IsDropping(string lemma) =>
        (_verbs.TryGetValue(lemma, out string? effect) && effect == "denied") || lemma is "drop" or "reject" or "ditch" or "foil" or "thwart" or "avert" or "suspend" or "veto" or "block" or "bury" or "freeze" or "withdraw" or "dismiss" or "frustrate";

    /// <summary>What stands before the preposition of a gerund: "close to attacking", "on the verge of", "short of", "far from".</summary>
    private static ClauseStatus? Beside(SentenceView s, int marker) => (s.Lower(marker - 1), s.Lower(marker)) switch
    {
        ("close" or "closer" or "near", "to") => new(ClaimStatus.Hypothetical, "close to"),
        ("verge" or "brink" or "cusp" or "threshold" or "point" or "possibility" or "prospect" or "risk" or "danger" or "chance" or "hope" or "hopes" or "idea" or "option" or "options" or "intention" or "likelihood" or "probability" or "threat" or "fear" or "fears" or "dream" or "dreams" or "notion" or "aim" or "goal" or "purpose" or "prospects" or "thought" or "thoughts" or "way" or "means" or "cost" or "consequences" or "capable" or "talk" or "possibilities" or "risks", "of") => new(ClaimStatus.Hypothetical, s.Lower(marker - 1)),
        ("short" or "instead" or "lieu", "of") => new(ClaimStatus.Denied, s.Lower(marker - 1)),
        ("far", "from") => new(ClaimStatus.Denied, "far from"),
        ("rather", "than") => new(ClaimStatus.Denied, "rather than"),
        ("suspicion" or "charges" or "charge" or "accusations" or "allegations", "of") => new(ClaimStatus.Alleged, s.Lower(marker - 1)),
        _ => null,
    };

    private static ClauseStatus Effect(string effect, string by) => effect switch
    {
        "planned" => new(ClaimStatus.Planned, by),
        "hypothetical" => new(ClaimStatus.Hypothetical, by),
        "denied" => new(ClaimStatus.Denied, by),
        "alleged" => new(ClaimStatus.Alleged, by),
        "attempt" => new(ClaimStatus.Happened, by) { Attempt = true },
        _ => ClauseStatus.Plain,
    };

    private ClauseStatus Cues(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        ClauseStatus status = verb.Passive && s.Lemma(verb.Head) is "fear" or "believe" or "presume" or "think" or "suspect" ? new(ClaimStatus.Alleged, s.Lemma(verb.Head)) : ClauseStatus.Plain;
        foreach ((string effect, string[] words) in _cues)
        {
            int from = effect == "background" ? 0 : effect == "alleged" ? Shared(model, verb) : verb.ClauseFirst, to = effect == "background" ? s.Count : verb.ClauseEnd;
            for (int i = from; i + words.Length <= to; i++)
            {
                if (!s.Matches(i, words) || (s.Quoted[i] && !s.Quoted[verb.Head]))
                    continue;
                // "expelled an envoy who had previously served in X": told of the envoy only.
                if (effect == "background" && ClaimSetting.InQualifier(model, s[i].Span, verb))
                    continue;
                // "a previously unannounced visit": the word belongs to what stands before the noun.
                if (effect == "background" && words.Length == 1 && s.Tag(i + 1) is Upos.Adj or Upos.Verb && model.Nouns.Any(noun => i >= noun.First && i < noun.Head))
                    continue;
                // "by nobody else", "none other than": not who did it, or more who did.
                if (words is ["nobody" or "none"] or ["no", "one"] && (s.Lower(i + words.Length) is "else" or "but" or "other" or "except" || s.Lower(i - 1) is "by" or "to" or "with" or "but"))
                    continue;
                // "suspected rebels attacked a patrol": the doubt is who they were, not that it happened.
                if (words is ["suspected"] && model.Nouns.Any(noun => i >= noun.First && i < noun.Head))
                    continue;
                status = status.Under(effect switch
                {
                    // "are shelling the town every day": what goes on now is told, not what is done as a rule.
                    "habitual" when !verb.Past && !(verb.Progressive && s.Lower(verb.First) is "are" or "is") => ClauseStatus.Nothing("habit"),
                    "seldom" => ClauseStatus.Nothing("seldom"),
                    "background" => new(ClaimStatus.Background, string.Join(' ', words)),
                    "habitual" => ClauseStatus.Plain,
                    _ => Effect(effect, words[0]),
                });
                break;
            }
        }
        return status;
    }

    /// <summary>Where the clause begins that a verb joined by "and" continues: "soldiers reportedly entered the house and took files".</summary>
    private static int Shared(ClauseModel model, VerbGroup verb)
    {
        if (verb.Marker >= 0 || verb.Subjects.Count == 0)
            return verb.ClauseFirst;
        VerbGroup? before = model.Verbs.FirstOrDefault(v => v.Finite && v.Marker < 0 && v.Head < verb.Head && v.Subjects.Count > 0 && v.Subjects[^1] == verb.Subjects[^1]);
        return before is null ? verb.ClauseFirst : Math.Min(before.ClauseFirst, verb.ClauseFirst);
    }

    private static bool Ends(SentenceView s, string mark)
    {
        for (int i = s.Count - 1; i >= 0 && s.Tag(i) == Upos.Punct; i--)
        {
            if (s[i].Text.Contains(mark, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The effect of a noun on what it governs, for nominal events: "plans for a march".</summary>
    public ClauseStatus UnderNoun(string lemma) => _nouns.TryGetValue(lemma, out string? effect) ? Effect(effect, lemma) : ClauseStatus.Plain;

    /// <summary>The effect of a verb on its object, for nominal events: "planned a march", "called for a strike".</summary>
    public ClauseStatus UnderVerb(string lemma) => _verbs.TryGetValue(lemma, out string? effect) ? Effect(effect, lemma) : ClauseStatus.Plain;
}
