using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Makes event claims of what the verbs and nouns of a sentence name: weighs their standing, setting and participants, and declines what has too little.</summary>
internal sealed class EventReader(VerbEvents verbs, NounEvents nouns, RootDrafts roots, UnrealEvents unreal, EventSenses senses, StatusReader statuses, NounStatus nounStatuses, AttributionReader attributions)
{
    // Days of a stretch in which the plain present still tells of one occasion.
    private const int LongestOccasion = 31;

    /// <summary>What kind of report it is, as far as its words of force mean something else there.</summary>
    public ReportGenre GenreOf(AnnotatedReport report) => unreal.GenreOf(report);

    /// <summary>The event claims of one sentence, in text order.</summary>
    public IReadOnlyList<EventClaim> Read(ClauseModel model, ReportView view, HistoryReader history, ReportGenre genre, List<Declined> declined)
    {
        SentenceView s = model.Sentence;
        List<(EventDraft Draft, EventClaim Claim)> found = [];
        HashSet<NounPhrase> explained = [];
        RootTree tree = roots.TreeOf(s);
        HashSet<int> told = [];
        Dictionary<int, EventDraft?> listed = [];
        foreach (VerbGroup verb in model.Verbs)
            listed[verb.Head] = verbs.Find(model, tree, view, verb);
        foreach (VerbGroup verb in model.Verbs)
        {
            // "The march was called off" calls nobody to a march.
            if (s.Lemma(verb.Head) == "call" && NounEvents.IsDropped(s, verb) && listed[verb.Head] is { Type: EventType.Protest })
                continue;
            if (VerbEvents.IsState(s, verb) || roots.At(tree, s, verb, listed, verbs.Knows(s.Lemma(verb.Head)), told) is not { } drafted)
                continue;
            if (!senses.Fits(model, tree, drafted, genre) || unreal.Weigh(tree, s, drafted, genre) is not { } weighed)
            {
                // What is no blow by the verb is none by its object either: "launched an attack on his record".
                explained.UnionWith(verb.Passive ? verb.Subjects : verb.Objects);
                continue;
            }
            EventDraft draft = EventTurns.Turned(model, tree, weighed);
            if (draft.Type == EventType.Disaster && verb.Subjects.Exists(subject => IsFigurative(s, subject)))
                continue;
            // "lifted the curfew", "signed an agreement": the verb tells the event, its object does not tell another.
            if (draft.Trigger.Frame != RootDrafts.Frame || !NounEvents.IsDropped(s, verb))
                explained.UnionWith(verb.Passive ? verb.Subjects : verb.Objects);
            ClauseStatus status = statuses.Read(model, verb);
            // "will not accept", "said it would not meet the demands": the refusal itself is no longer denied.
            if (draft.Type == EventType.Reject && ((draft.Trigger.Frame == RootDrafts.Frame && status.Status is ClaimStatus.Denied or ClaimStatus.Planned) || (draft.IsRefusal && (IsSaid(verb) || status is { Status: ClaimStatus.Denied, By: "will not" }))))
                status = ClauseStatus.Plain;
            // "is willing to withdraw", "offered to negotiate": who says so binds himself (PLOVER: AGREE).
            if (status.Status == ClaimStatus.Hypothetical && EventIntent.IsOffer(status.By) && EventIntent.Yields(draft.Type))
                status = status with { Status = ClaimStatus.Planned };
            // "are planning the invasion": the noun under the verb tells the deed, the verb how it stands.
            if (draft.Trigger.Frame == RootDrafts.Frame && draft.Type is not (EventType.Threaten or EventType.Reject or EventType.Request or EventType.Agree) && (draft.Type is EventType.Assault or EventType.Mobilize or EventType.Coerce || s.Lemma(verb.Head) is not ("approve" or "authorise" or "authorize")) && s.Lemma(verb.Head) is "plan" or "approve" or "authorise" or "authorize" or "prepare" or "plot" or "consider" or "contemplate" or "weigh" or "mull" or "threaten" or "fear" or "expect" or "await" or "seek" or "want"
                or "propose" or "suggest" or "avoid" or "avert" or "prevent" or "risk" or "oppose" or "prohibit" or "ban" or "anticipate" or "predict" or "foil" or "thwart")
                status = status.Under(statuses.UnderVerb(s.Lemma(verb.Head)) is { Status: not ClaimStatus.Happened } over ? over : new(s.Lemma(verb.Head) is "plot" or "approve" or "authorise" or "authorize" ? ClaimStatus.Planned : ClaimStatus.Hypothetical, s.Lemma(verb.Head)));
            // "the law allows the army to deploy", "let police detain suspects": what may be done is not done yet.
            if (EventTurns.IsPermitted(s, verb) && draft.Type is EventType.Mobilize or EventType.Assault or EventType.Coerce or EventType.Sanction)
                status = status.Under(new(ClaimStatus.Hypothetical, s.Lemma(verb.Governor!.Head)));
            // "did not rule it out": nobody refuses anything, and who is not invited or asked is told so by nobody.
            if (status.Status is ClaimStatus.Denied or ClaimStatus.Hypothetical && ((draft.Type == EventType.Reject && s.Lemma(verb.Head) == "rule")
                || (verb.Passive && draft.Who.Initiators.Count == 0 && draft.Type is EventType.Agree or EventType.Request or EventType.Support && draft.Lemma == "invite")))
                continue;
            // One rule for "tried to storm", "attempted to seize" and "sought to kill": that it was done is not told.
            if (status is { Attempt: true, Status: not ClaimStatus.Denied })
                status = status.Under(new(ClaimStatus.Hypothetical, "attempt"));
            // "arrested him for killing two": the ground of an arrest is what those who arrest say; a court that sentences has found it so.
            if (verb is { Kind: ClauseKind.Gerund, Marker: >= 0, Governor: { } ground } && s.Lower(verb.Marker) is "for" or "of" or "with" && s.Lemma(ground.Head) is "arrest" or "detain" or "charge" or "indict" or "extradite" or "suspend" or "hold" or "seek" or "want" or "investigate" or "question" or "suspect" or "sue" or "prosecute" or "try" or "summon" or "hunt")
                status = status.Under(new(ClaimStatus.Alleged, s.Lemma(ground.Head)));
            // Who claims an attack only says that he did it; that nobody claims it says nothing.
            if (draft.Trigger.Words is ["claim", "responsibility", ..])
            {
                if (status.Status != ClaimStatus.Happened || verb.Subjects.Exists(subject => s.Lower(subject.First) is "no" or "nobody" or "none"))
                    continue;
                status = status.Under(new(ClaimStatus.Alleged, "claim"));
                // The claim tells the attack, and on whom or what it was; not where and when.
                explained.UnionWith(verb.Prepositional.Where(np => s.Lower(np.Preposition) == "for" && ClaimSetting.PlaceOfNoun(model, np, NounEnd(model, np)) < 0 && ClaimSetting.TimeBetween(model, np.First, NounEnd(model, np)) < 0));
            }
            // What no trigger lists and nobody says to have happened or to be planned is told too loosely.
            if (draft.Trigger.Frame == RootDrafts.Frame && status.Status == ClaimStatus.Hypothetical)
                continue;
            // "elections scheduled for March": to come when that is said.
            if (draft.Type == EventType.Election && status.Status == ClaimStatus.Happened && !status.IsNothing && s.Lemma(verb.Head) is "schedule" or "plan" or "slate")
                status = new(ClaimStatus.Planned, s.Lemma(verb.Head));
            // "called a march for Sunday": what is called is still to come.
            // "joined the protests called by the unions": they are under way.
            if (draft.Type is EventType.Protest or EventType.Consult && status.Status == ClaimStatus.Happened && !status.IsNothing && s.Lemma(verb.Head) == "call"
                && !(verb.Kind == ClauseKind.ReducedRelative && model.Verbs.Any(v => v is { Past: true, Modal: null, Negated: false } && v.End <= verb.First && s.Lemma(v.Head) is "join" or "attend" or "take" or "participate" or "begin" or "start" or "see" or "halt" or "disrupt" or "disperse" or "break")))
                status = new(ClaimStatus.Planned, s.Lemma(verb.Head));
            // "arrested on Monday for killing two": the day and place are those of the arrest.
            bool isGround = verb is { Kind: ClauseKind.Gerund, Marker: >= 0, Governor: { } judging } && s.Lower(verb.Marker) == "for" && SubjectFinder.IsJudging(s.Lemma(judging.Head));
            if (Build(model, view, history, draft, verb, status, carried: !isGround, declined) is { } claim)
                found.Add((draft, claim));
        }
        foreach (NounPhrase noun in model.Nouns)
        {
            // "a 2013 agreement was annulled": the phrase has a date of its own, so it tells of another event than the verb.
            bool dated = noun.Mention < 0 && ClaimSetting.TimeBetween(model, noun.First, noun.Head) is int year && year >= 0 && history.IsOld(year);
            // "plan to go on strike" is one event, and so is "a bomber blew himself up".
            if (found.Exists(item => item.Draft.Verb is not null && item.Draft.Words.Overlaps(s[noun.Head].Span)) || IsFigurative(s, noun))
                continue;
            if ((explained.Contains(noun) && !dated && !model.Verbs.Any(verb => NounStatus.IsJudgedDeed(model, noun, verb))) || nouns.Find(model, tree, view, noun) is not { } named || named.Standing == NounEvents.Standing.Reference)
                continue;
            if (!senses.Fits(model, tree, named.Draft, genre) || unreal.Weigh(tree, s, named.Draft, genre) is not { } meant)
                continue;
            named.Draft = meant;
            if (dated && named.Draft.Verb is null && !s.Quoted[noun.Head])
            {
                if (Build(model, view, history, named.Draft, null, new(ClaimStatus.Background, "year"), carried: false, declined) is { } recalled)
                    found.Add((named.Draft, recalled));
                continue;
            }
            if (found.Exists(item => item.Draft.Verb is { } own && own.Subjects.Contains(noun) && item.Claim.Type == named.Draft.Type))
                continue;
            if (nounStatuses.Read(model, noun, named.Draft, named.Standing) is not { } status)
                continue;
            // "claimed responsibility for the bombing": who takes a deed upon himself says that he did it.
            foreach (int claimant in NounStatus.Claimants(model, noun))
                named.Draft.Who.AddActor(Part.Initiator, claimant);
            bool quotedTalk = named.Standing == NounEvents.Standing.Described && s.Quoted[noun.Head];
            if (!quotedTalk && Build(model, view, history, named.Draft, named.Draft.Verb, status, named.Standing == NounEvents.Standing.Carried, declined) is { } claim)
                found.Add((named.Draft, claim));
        }
        found.Sort((left, right) => left.Claim.Trigger.CompareTo(right.Claim.Trigger));
        return EventDoubles.Distinct(model, found);
    }

    /// <summary>"a war of words", "a flood of complaints", "a storm of protest": such a noun only says how much.</summary>
    private static bool IsFigurative(SentenceView s, NounPhrase noun)
    {
        if (s.Lower(noun.Head + 1) != "of" || s.Tag(noun.Head + 2) is Upos.Num or Upos.Propn or Upos.Det || s.TimeAt[Math.Min(s.Count - 1, noun.Head + 2)] >= 0)
            return false;
        return (s.Lemma(noun.Head), s.Lemma(noun.Head + 2)) is ("war" or "battle" or "duel", "word" or "nerve" or "attrition" or "wit" or "will") or ("flood" or "storm" or "avalanche" or "tsunami" or "hurricane" or "firestorm" or "earthquake" or "whirlwind" or "hail" or "deluge",
            not ("water" or "rain" or "mud" or "snow" or "dust" or "sand" or "ice" or "lava" or "ash" or "debris" or "rock" or "magnitude" or "stone"));
    }

    private EventClaim? Build(ClauseModel model, ReportView view, HistoryReader history, EventDraft draft, VerbGroup? verb, ClauseStatus status, bool carried, List<Declined> declined)
    {
        SentenceView s = model.Sentence;
        if (status.IsNothing)
            return null;
        (IReadOnlyList<AttributionLink> links, ClauseStatus bySpeech, _) = attributions.Read(view, s, draft.Words, verb);
        int token = s.TokenAt(draft.Words.Start);
        if (verb is null && TellersWithin.Read(model, token) is { } only)
            status = status.Under(only);
        if (TellersWithin.LinkOf(model, token) is { } teller && !links.Any(link => link.Span is { } known && known.Overlaps(teller.Span!.Value)))
            links = [.. links, teller];
        // "denied that it had tried to enter": neither entered nor tried.
        status = status.By == "attempt" && bySpeech.Status == ClaimStatus.Denied ? bySpeech : status.Under(bySpeech);
        // "Speaking on X TV, he said it had fired": who only reports does no deed.
        draft.Who.Initiators.RemoveAll(actor => s.Report.Actors[actor].Kind == ActorKind.Thing);
        // "ordered a movement of troops", "put the army on alert": whoever moves his own forces does it to nobody.
        if ((draft.Type == EventType.Mobilize || (draft.Type == EventType.Retreat && draft.Trigger.Frame == RootDrafts.Frame)) && draft.Who.Initiators.Count > 0)
            draft.Who.Targets.RemoveAll(actor => s.Report.Actors[actor] is { Kind: ActorKind.Organisation, IsNamed: false } || s.Report.Actors[actor] is { Kind: ActorKind.ArmedForce or ActorKind.Police } force && (force.Country is null || draft.Who.Initiators.Exists(own => s.Report.Actors[own].Country == force.Country)));
        if (draft.Type is EventType.Assault or EventType.Mobilize or EventType.Retreat or EventType.Coerce or EventType.Sanction)
            draft.Who.Initiators.RemoveAll(actor => s.Report.Actors[actor].Kind == ActorKind.Outlet);
        if (draft.Who.Initiators.Count == 0 && verb is { Passive: false } && Spokesman(view, s, verb) is >= 0 and int own)
            draft.Who.AddActor(Part.Initiator, own);
        SaidWords? said = SaidWords.Around(view, s, draft.Words);
        said?.Bind(draft.Who);
        // "Our people were bombed in X": what was done to whom, and where, is told in full.
        if (s.Quoted[s.TokenAt(draft.Words.Start)] && IsLooseTalk(draft, status)
            && !(draft is { Type: EventType.Assault, Verb: { Finite: true, Passive: true } suffered } && status.Status == ClaimStatus.Happened && suffered.Subjects.Count > 0 && PlacePaths.OfVerb(model, suffered, 0, s.Count) >= 0))
            return null;
        int time = -1, place = -1;
        if (carried && verb is not null)
        {
            time = ClaimSetting.TimeOf(model, view, verb, status.Status);
            // What a demand or accusation names is its object's place: "called for an end to the war in X".
            place = draft.Type is EventType.Accuse or EventType.Request or EventType.Reject or EventType.Support or EventType.Threaten or EventType.Concede or EventType.Agree
                && !(draft.Type is EventType.Agree or EventType.Support && draft.Lemma is "sign" or "meet")
                ? ClaimSetting.OpeningPlace(model, view, verb) : ClaimSetting.PlaceOf(model, view, verb, status.Status);
        }
        bool put = draft.Noun is not null && verb is not null && NounEvents.IsDropped(s, verb);
        if (put)
            (time, place) = PlannedSettings.Of(model, draft.Noun!, verb!);
        if (draft.Noun is { } noun)
        {
            int end = NounEnd(model, noun);
            int ownTime = ClaimSetting.TimeBetween(model, noun.First, end), ownPlace = ClaimSetting.PlaceOfNoun(model, noun, end);
            // "In 2014, an uprising swept him from power": what the clause first tells of happened when the clause says.
            if (ownTime < 0 && time < 0 && verb is null && s.Lower(noun.First) is "a" or "an" && model.Verbs.FirstOrDefault(v => v is { Kind: ClauseKind.Main, Passive: false } && v.Subjects.Contains(noun)) is { } telling)
                ownTime = ClaimSetting.TimeOf(model, view, telling, status.Status);
            time = ownTime >= 0 ? ownTime : time;
            place = ownPlace >= 0 ? ownPlace : place;
        }
        else if (time < 0 && verb is not null && (draft.Mode == "boycott" || draft.Type == EventType.Election))
            time = HeldOn(model, verb);
        if (draft.Noun is null && verb is not null && draft.Type == EventType.Consult && HeldAs(model, verb) is { } held)
        {
            // "a May 3 summit in Lund, attended by envoys": the meeting's own day and place.
            int end = NounEnd(model, held);
            int day = time < 0 ? ClaimSetting.TimeBetween(model, held.First, end) : -1, town = place < 0 ? ClaimSetting.PlaceBetween(model, held.End, end, null) : -1;
            (time, place) = (day >= 0 ? day : time, town >= 0 ? town : place);
        }
        // "talks between X and Y": the sides, not the place.
        if (place >= 0 && draft.Type <= EventType.Cooperate && IsSide(s, s.TokenAt(view.Report.Places[place].Span.Start)))
            place = -1;
        if (said is not null)
            (time, place) = (said.Kept(time, i => view.Report.Times[i].Span), said.Kept(place, i => view.Report.Places[i].Span));
        // In running text the plain present tells of habits: "the chamber impeaches, the other tries".
        bool habit = draft.Noun is null && verb is { Finite: true, Modal: null } && verb.First == verb.Head && s[verb.Head].Form is VerbForm.Present or VerbForm.Base
            && s.Lower(verb.Head) is not ("beat" or "hit" or "hurt" or "put" or "set" or "cut" or "shut" or "cast" or "burst" or "split" or "spread" or "quit" or "shed" or "thrust" or "broadcast");
        // "the body that elects the chief": what it is there for.
        if (habit && time < 0 && draft.Type == EventType.Election && verb!.Kind == ClauseKind.Relative)
            return null;
        habit |= draft.Noun is null && verb is { Finite: true, Modal: null, Passive: true, Perfect: false, Progressive: false } && s.Lower(verb.First) is "is" or "are" && draft.Type is not (EventType.Casualties or EventType.Consult or EventType.Agree);
        bool anyDay = time < 0 || (view.DateOf(time) is { } stretch && NodaTime.Period.DaysBetween(stretch.Start, stretch.End) > LongestOccasion);
        // "cyclones strike the coast every year, destroying crops"
        VerbGroup? stating = verb is { Kind: ClauseKind.Gerund, Governor: { } above } ? above : verb;
        if (anyDay && status.Status == ClaimStatus.Happened && draft.Noun is null && draft.Type is EventType.Disaster or EventType.Accident && stating is { Finite: true, Modal: null, Passive: false, Subjects.Count: > 0 }
            && stating.First == stating.Head && s[stating.Head].Form is VerbForm.Present or VerbForm.Base && s.Lower(stating.Head) is not ("hit" or "hurt"))
            return null;
        // "a memo on how investigators request wiretaps": a rule.
        if (habit && anyDay && verb is { Marker: >= 0 } && s.Lower(verb.Marker) is "how" or "why" or "whenever" or "wherever")
            return null;
        if (habit && anyDay && status.Status is ClaimStatus.Happened or ClaimStatus.Alleged
            && draft.Type is EventType.Protest or EventType.Coerce or EventType.Assault or EventType.Sanction or EventType.Aid or EventType.Retreat or EventType.Mobilize or EventType.Casualties or EventType.Consult or EventType.Agree or EventType.Election)
            return null;
        if (time < 0 && status.Status is ClaimStatus.Happened or ClaimStatus.Alleged)
            time = history.SameOccasion(s);
        // "vowed support for a bid in November", printed in October: the object's month, and the next one.
        if (time >= 0 && IsMonthOfObject(view, draft, time))
            (time, status) = (-1, status.Status == ClaimStatus.Background ? ClauseStatus.Plain : status);
        // "the decision to kill him on 3 January was criticised": the day tells that it was carried out; without one nothing is told of the deed.
        if (status is { Status: ClaimStatus.Planned, By: RefutedClauses.Judged or "decision" })
        {
            bool past = time >= 0 && view.DateOf(time) is { } decided && view.Report.Report.Published.Date is { } today && decided.End < today.Start && (status.By == RefutedClauses.Judged || view.Report.Times[time].Expression is not Weekday);
            if (past)
                status = ClauseStatus.Plain;
            else if (status.By == RefutedClauses.Judged && draft.Type is EventType.Assault or EventType.Casualties && (time < 0 || !IsAhead(view, time)))
                return null;
        }
        // "when he is sentenced next week": the time lies ahead, whatever the tense.
        if (status.Status == ClaimStatus.Happened && time >= 0 && verb is { Finite: true, Past: false, Perfect: false } && view.Report.Times[time].Direction == TimeDirection.Future)
            status = new(ClaimStatus.Planned, "time");
        // "the election next year", "the 2020 summit" in a report of 2019: still to come by its own date.
        // "in raids on Friday", "the results of the inquiry into the ambush as soon as this week": no such deed is announced by its day.
        else if (status.Status is ClaimStatus.Happened or ClaimStatus.Background && time >= 0 && draft.Noun is not null && verb is not { Past: true } && IsAhead(view, time) && draft.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Casualties or EventType.Other)
            time = -1;
        else if (status.Status is ClaimStatus.Happened or ClaimStatus.Background && time >= 0 && draft.Noun is not null && verb is not { Past: true } && IsAhead(view, time))
            status = new(ClaimStatus.Planned, "date");
        // "the 2020 election" in a report of 2020: to come or past, nobody says.
        else if (draft is { Type: EventType.Election, Noun: not null, Verb: null } && status.Status == ClaimStatus.Happened && time >= 0 && view.DateOf(time) is { Precision: Text.DatePrecision.Year } year && view.Report.Report.Published.Date is { } day && day.Start >= year.Start && day.End <= year.End)
            return null;
        // "died on Friday after being diagnosed four years earlier": the event's own day says more than a phrase elsewhere in the sentence.
        if (status.Status == ClaimStatus.Background && time >= 0 && history.IsRecent(time))
            (status, time) = status == StatusReader.Recalled ? (status, -1) : (ClauseStatus.Plain, time);
        // "before leaders meet in September" in a report of March: no September of the year before.
        if (status.Status == ClaimStatus.Planned && time >= 0 && view.Report.Times[time].Expression is NamedMonth { Anchor: TimeAnchor.Publication } && view.DateOf(time) is { } gone && view.Report.Report.Published.Date is { } printed && gone.End < printed.Start)
            time = -1;
        ClaimStatus standing = RecalledHistory.Of(model, view, history, verb, status.Status, time);
        // "has had three coups since 1961": a count over years is history, not a report of one of them.
        if (standing == ClaimStatus.Happened && draft.Noun is { } counted && HistoryStretches.IsTally(model, view, counted, history))
            standing = ClaimStatus.Background;
        // "An attempt to kill the governor was foiled": told, though nobody is known to have tried.
        bool tried = status.Attempt && draft.Type == EventType.Assault && draft.Who.Targets.Count > 0;
        if (!tried && IsIdle(draft, verb, standing, time))
            return null;
        if (!tried && !Enough(draft, place, time, history, standing == ClaimStatus.Hypothetical && status.By == "will if" ? ClaimStatus.Planned : standing, verb is not null && NounEvents.IsDropped(s, verb)))
        {
            declined.Add(new Declined("D101", "An event is named without anybody, any place or any time.", draft.Words));
            return null;
        }
        // "are to clear the camp" is a plan, but not in the words of those who have it.
        EventType type = EventIntent.TypeOf(draft, verb, standing, verb is not null && s.Lower(verb.First) is "is" or "are" or "was" or "were" && status.By == "will" ? "be to" : status.By);
        return new EventClaim
        {
            Type = type,
            Mode = EventIntent.ModeOf(draft, type),
            Trigger = draft.Words,
            TriggerLemma = draft.Lemma,
            Initiators = draft.Who.Initiators,
            Targets = draft.Who.Targets,
            Evidence = EvidenceOf(model, view, draft, verb, time, place),
            Sentence = s.Sentence.Index,
            Status = standing,
            Attribution = links,
            Time = time,
            NarrativeTime = time < 0 ? history.CarriedTo(s, verb, standing, draft.Words, draft.Type) : -1,
            Place = place,
            Rule = (draft.Rule ?? "event:" + draft.Trigger.Entry) + (status.By.Length > 0 ? "; status:" + status.By : ""),
        };
    }

    /// <summary>Whether the time is a month to come that stands in what is promised, asked or supported, though the tense of the promise looks back.</summary>
    private static bool IsMonthOfObject(ReportView view, EventDraft draft, int time) =>
        draft.Verb is not null && RecalledHistory.IsPromise(draft.Lemma)
        && view.Report.Times[time].Expression is NamedMonth { Choice: TimeChoice.Nearest, Anchor: TimeAnchor.Publication } month && view.Report.Report.Published.Date is { } printed && (month.MonthNumber - printed.Start.Month + 12) % 12 is 1 or 2;

    /// <summary>The meeting that a verb of attending or holding is about; null where none is.</summary>
    private static NounPhrase? HeldAs(ClauseModel model, VerbGroup verb) =>
        (verb.Passive ? verb.Subjects : verb.Objects).FirstOrDefault(phrase => phrase.Mention < 0 && phrase.Preposition < verb.Head);

    /// <summary>The day inside the phrase that names the vote: "the April 23 election was boycotted".</summary>
    private static int HeldOn(ClauseModel model, VerbGroup verb)
    {
        foreach (NounPhrase phrase in verb.Passive ? verb.Subjects : verb.Objects)
        {
            if (ClaimSetting.TimeBetween(model, phrase.First, phrase.Head) is int time && time >= 0)
                return time;
            foreach (VerbGroup held in model.Verbs)
            {
                // "the local elections held on April 23"
                if (held.Kind == ClauseKind.ReducedRelative && held.Subjects.Contains(phrase) && ClaimSetting.TimeBetween(model, held.First, held.ClauseEnd) is int day && day >= 0)
                    return day;
            }
        }
        return -1;
    }

    /// <summary>Whether the clause is what somebody is told to have said.</summary>
    private static bool IsSaid(VerbGroup verb) => verb is { Kind: ClauseKind.Complement, Perfect: false, Governor: { Negated: false, Modal: null } governor } && (governor.Past || governor.Perfect || governor.Finite);

    /// <summary>Nothing happened and nobody is said to have planned it: "avoid hurting people", "would threaten the lives".</summary>
    private static bool IsIdle(EventDraft draft, VerbGroup? verb, ClaimStatus standing, int time) =>
        (standing == ClaimStatus.Denied && verb is { Finite: false } && time < 0 && (draft.Who.Initiators.Count == 0 || (verb.Kind == ClauseKind.Gerund && verb.Governor is { Kind: ClauseKind.Infinitive })))
        || (standing == ClaimStatus.Planned && draft.Type is EventType.Threaten or EventType.Accuse && draft.Mode is not "investigate" && draft.Deed is not (EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Protest));

    /// <summary>Whether the token stands in a list behind "between".</summary>
    private static bool IsSide(SentenceView s, int at)
    {
        for (int i = at - 1; i >= 0 && (s.Tag(i) is Upos.Propn or Upos.Cconj or Upos.Det or Upos.Adj or Upos.Noun or Upos.Part || s.Lower(i) is "," or "between"); i--)
        {
            if (s.Lower(i) == "between")
                return true;
        }
        return false;
    }

    /// <summary>Whether the time lies after the day of the report.</summary>
    private static bool IsAhead(ReportView view, int time) =>
        view.DateOf(time) is { } date && view.Report.Report.Published.Date is { } published ? date.Start > published.End : view.Report.Times[time].Direction == TimeDirection.Future && view.Report.Times[time].Expression.NeedsPublication;

    /// <summary>"We have signed a truce," the commander said: the one who says "we" is of those who did; -1 where nobody is known to say it.</summary>
    private static int Spokesman(ReportView view, SentenceView s, VerbGroup verb)
    {
        if (verb.Subjects.Count == 0 || s.Lower(verb.Subjects[^1].Head) is not ("we" or "i") || !s.Quoted[verb.Subjects[^1].Head])
            return -1;
        int speech = view.SpeechAround(s.Sentence.Index, s[verb.Head].Span);
        return speech < 0 ? -1 : view.Report.Speeches[speech].Speaker;
    }

    /// <summary>What somebody says in passing, with nobody named on either side or only supposed, is not reported as an event.</summary>
    private static bool IsLooseTalk(EventDraft draft, ClauseStatus status)
    {
        if (status.Status is not (ClaimStatus.Happened or ClaimStatus.Planned) || draft.Verb is not ({ Finite: true } or { Kind: ClauseKind.Infinitive }))
            return true;
        return draft.Who.Initiators.Count == 0 || (draft.Who.Targets.Count == 0 && draft.Type is not (EventType.Mobilize or EventType.Protest or EventType.Retreat or EventType.Consult) && !(draft.Type == EventType.Agree && draft.Trigger.Frame != RootDrafts.Frame));
    }

    private static bool Enough(EventDraft draft, int place, int time, HistoryReader history, ClaimStatus standing, bool dropped)
    {
        if (standing == ClaimStatus.Hypothetical && draft is { Noun: not null, Verb: null, Type: EventType.Assault or EventType.Mobilize or EventType.Coerce } && draft.Who.TargetPhrases.Count > 0)
            return true;
        if (standing == ClaimStatus.Hypothetical)
            return draft.Who.Initiators.Count > 0 && (draft.Who.Targets.Count > 0 || draft.Type is EventType.Assault or EventType.Retreat or EventType.Mobilize or EventType.Protest or EventType.Coerce
                || (draft.Type is EventType.Consult or EventType.Agree && draft.Trigger.Frame == "both"));
        if (draft.Who.Any)
            return true;
        bool ours = draft.Type is EventType.Accident or EventType.Disaster or EventType.Casualties or EventType.Election or EventType.Other;
        if (draft.Noun is not null && draft.Verb is { Objects.Count: > 0 } && standing != ClaimStatus.Hypothetical)
            return true;
        // "The meeting of the two ministers was held in X on Monday": day and place tell which it was.
        if (draft is { Noun: not null, Verb: not null, Type: EventType.Consult } && time >= 0 && place >= 0 && standing == ClaimStatus.Happened)
            return true;
        // A planned or dropped event with its day can be linked to what is told of it elsewhere; so can a dated one of the past.
        if (draft.Noun is not null && time >= 0 && standing is ClaimStatus.Planned or ClaimStatus.Denied or ClaimStatus.Background)
            return true;
        // "The rally has been cancelled": it can be linked to what was planned.
        if (draft.Noun is not null && standing == ClaimStatus.Denied && draft.Verb is { Passive: true } fate && fate.Subjects.Contains(draft.Noun) && dropped)
            return true;
        // A thing burned or blown up is an occurrence even where nobody knows who did it.
        if (draft.Verb is not null && draft.Mode is "vandalize" or "destroy" or "explosives" && standing == ClaimStatus.Happened)
            return true;
        // "Fighting has resumed in the mountains": the place is told, though no gazetteer knows it.
        if (draft is { Noun: not null, Verb: { } carrier, Type: EventType.Assault or EventType.Protest } && carrier.Subjects.Contains(draft.Noun) && carrier.Prepositional.Exists(phrase => !phrase.IsTime))
            return true;
        bool material = draft.Type is EventType.Assault or EventType.Protest or EventType.Coerce or EventType.Mobilize;
        if (draft.Who.InitiatorPhrases.Count + draft.Who.TargetPhrases.Count > 0 && material)
            return true;
        return ours || (material && (place >= 0 || time >= 0 || (draft.Verb is not null && history.NarrativeTime >= 0)));
    }

    internal static int NounEnd(ClauseModel model, NounPhrase noun)
    {
        int end = noun.End;
        for (int c = noun.Chunk + 1; c < model.Chunks.Count; c++)
        {
            Chunk chunk = model.Chunks[c];
            if (chunk.Noun is { } phrase && (phrase.Preposition >= 0 || phrase.IsTime))
                end = chunk.End;
            else if (chunk.Kind is not (ChunkKind.Preposition or ChunkKind.Conjunction or ChunkKind.Other))
                break;
        }
        return end;
    }

    private static TextSpan EvidenceOf(ClauseModel model, ReportView view, EventDraft draft, VerbGroup? verb, int time, int place)
    {
        SentenceView s = model.Sentence;
        TextSpan span = draft.Words;
        if (verb is not null)
        {
            span = span.Union(s.SpanOf(verb.First, verb.End));
            foreach (NounPhrase phrase in verb.Subjects.Concat(verb.Objects).Concat(verb.Prepositional))
                span = span.Union(s.SpanOf(phrase.First, phrase.End));
        }
        // "accused X of attacking": without the accusation the words would read as a fact.
        if (verb is { Kind: ClauseKind.Gerund, Marker: >= 0, Governor: { } over })
        {
            span = span.Union(s.SpanOf(over.First, over.End));
            foreach (NounPhrase phrase in over.Subjects)
                span = span.Union(s.SpanOf(phrase.First, phrase.End));
        }
        foreach (NounPhrase phrase in draft.Who.InitiatorPhrases.Concat(draft.Who.TargetPhrases))
            span = span.Union(s.SpanOf(phrase.First, phrase.End));
        foreach (TextSpan words in draft.Extra)
            span = span.Union(words);
        if (draft.Noun is { } noun)
            span = span.Union(s.SpanOf(noun.First, Math.Max(noun.End, NounEnd(model, noun))));
        if (time >= 0)
            span = span.Union(view.Report.Times[time].Span);
        if (place >= 0)
            span = span.Union(view.Report.Places[place].Span);
        return span;
    }
}
