using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Finds the time and place that a clause states for itself, never those of the dateline or of somebody who speaks elsewhere.</summary>
internal static class ClaimSetting
{
    // Tokens from the word that compares to the time of what is compared with.
    private const int LongestComparison = 12;

    private static readonly HashSet<string> s_placePrepositions = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "outside", "inside", "across", "around", "throughout", "along", "into", "within", "over", "through", "onto", "between", "beside", "off", "to", "on", "toward", "towards", "from",
    };

    // Participles that tell how somebody or something is, not what happens: "carrying flags".
    private static readonly HashSet<string> s_describing = new(StringComparer.Ordinal)
    {
        "belong", "carry", "wear", "wave", "hold", "chant", "call", "demand", "arm", "dress", "contain", "include", "involve", "know", "name", "identify", "wield", "own", "use", "shout", "sing", "mark", "owned",
    };

    private static readonly HashSet<string> s_placeNouns = new(StringComparer.Ordinal)
    {
        "town", "city", "village", "province", "region", "district", "capital", "area", "part", "north", "south", "east", "west", "centre", "center", "suburb", "outskirt",
        "outskirts", "municipality", "island", "port", "border", "neighborhood", "neighbourhood", "county", "state", "street", "commune", "rest", "enclave", "governorate", "camp", "territory", "coast", "front",
    };

    private static readonly HashSet<string> s_harmed = new(StringComparer.Ordinal)
    {
        "kill", "wound", "injure", "hurt", "shoot", "ambush", "attack", "hit", "strike", "bury", "trap", "burn", "destroy", "damage", "abduct", "kidnap", "arrest", "detain", "stab", "beat",
    };

    /// <summary>The time of the clause of <paramref name="verb"/>; -1 where it states none.</summary>
    public static int TimeOf(ClauseModel model, ReportView view, VerbGroup verb, ClaimStatus status)
    {
        // "on Saturday, a day after the rebels shelled the hall": what is counted from the day beside it dates what follows.
        if (verb.Marker >= 0 && model.Sentence.TimeAt[verb.Marker] is int counted and >= 0 && view.Report.Times[counted].Expression is BesideEvent { DatesWhatFollows: true, Count: not null }
            && TimeBetween(model, verb.First, verb.ClauseEnd, ofVerb: true) < 0)
            return counted;
        int found = Find(model, view, verb, status, (from, to) => TimeBetween(model, from, to, ofVerb: true, verb), atOnce: true);
        return found >= 0 ? DayMeant(model.Sentence, found) : TimeOfNight(model, verb) is >= 0 and int night ? night : TimeOfAntecedent(model, view, verb);
    }

    /// <summary>"On Friday, the coalition spoke of an attack that day": the day that the sentence names before.</summary>
    private static int DayMeant(SentenceView s, int time)
    {
        if (s.Report.Times[time].Expression is not FromNarrative { Count: 0, Unit: TimeUnit.Day } || s.Lower(s.TokenAt(s.Report.Times[time].Span.Start)) is not ("that" or "same"))
            return time;
        int day = -1;
        for (int i = 0; i < s.TokenAt(s.Report.Times[time].Span.Start); i++)
        {
            if (s.TimeAt[i] >= 0 && s.Report.Times[s.TimeAt[i]].Expression is Weekday or DayInMonth or CalendarDate)
                day = s.TimeAt[i];
        }
        return day >= 0 ? day : time;
    }

    /// <summary>"Friday night was the fourth night in a row that they protested": the night that the sentence is about; -1 where it is about none.</summary>
    private static int TimeOfNight(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (verb.Kind is not (ClauseKind.Relative or ClauseKind.Complement or ClauseKind.Subordinate) || model.Verbs.FirstOrDefault(v => v.First < verb.First && s.Lemma(v.Head) == "be") is not { Negated: false } being || being.First == 0 || s.TimeAt[being.First - 1] < 0)
            return -1;
        for (int i = being.End; i < verb.First; i++)
        {
            if (s.Lemma(i) is "day" or "night" or "weekend" or "week" or "evening" or "morning" or "time" or "sunday" or "saturday" or "friday")
                return s.TimeAt[being.First - 1];
        }
        return -1;
    }

    /// <summary>"last week's strike that killed 32", "since 2019, when 40 died": the time of what a clause qualifies; -1 where that has none.</summary>
    private static int TimeOfAntecedent(ClauseModel model, ReportView view, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (verb.Kind is not (ClauseKind.Relative or ClauseKind.ReducedRelative or ClauseKind.Subordinate) || verb.First == 0)
            return -1;
        if (verb.Marker > 0 && s.Lower(verb.Marker) == "when")
        {
            int named = TimeBeforeWhen(s, verb);
            return named >= 0 && IsPoint(s.Report.Times[named]) && s.Report.Times[named].Expression is not TimeRange { To: null } ? named : -1;
        }
        int noun = verb.Kind == ClauseKind.Subordinate ? -1 : model.Tree.Head(verb.Head);
        if (noun < 0 || noun >= verb.First || s.Tag(noun) != Upos.Noun || s.MentionAt[noun] >= 0 || model.Nouns.FirstOrDefault(phrase => phrase.Head == noun) is not { } antecedent)
            return -1;
        // Only what stands in the phrase itself or right behind it, with no other clause between.
        int end = verb.Marker > noun ? verb.Marker : verb.First;
        for (int i = noun + 1; i < end; i++)
        {
            if (s.Tag(i) is Upos.Verb or Upos.Aux)
                return -1;
        }
        int behind = TimeBetween(model, noun + 1, end);
        return behind >= 0 ? behind : TimeBetween(model, antecedent.First, noun);
    }

    /// <summary>The stretch at whose beginning the clause stands, "the worst attack since 2019, when 40 died"; -1 where it stands at none.</summary>
    public static int Stretch(SentenceView s, VerbGroup verb) =>
        verb.Marker > 0 && s.Lower(verb.Marker) == "when" && TimeBeforeWhen(s, verb) is int named and >= 0 && (s.Report.Times[named].Expression is TimeRange { To: null } || s.Lower(s.TokenAt(s.Report.Times[named].Span.Start) - 1) == "since") ? named : -1;

    /// <summary>The time right before the clause, "84 per cent in 2014 after troops had seized it"; -1 where none stands there.</summary>
    public static int LeaningOn(SentenceView s, VerbGroup verb) =>
        verb is { Kind: ClauseKind.Subordinate, Marker: > 0 } && s.Lower(verb.Marker) is "after" or "when" or "as" or "while" or "once" ? s.TimeAt[verb.Marker - 1] : -1;

    private static int TimeBeforeWhen(SentenceView s, VerbGroup verb)
    {
        int before = verb.Marker - (s.Lower(verb.Marker - 1) == "," ? 2 : 1);
        return before >= 0 ? s.TimeAt[before] : -1;
    }

    /// <summary>The place of the clause of <paramref name="verb"/>; -1 where it states none.</summary>
    public static int PlaceOf(ClauseModel model, ReportView view, VerbGroup verb, ClaimStatus status)
    {
        (int low, int high) = Limits(model.Sentence, view, model.Sentence[verb.Head].Span);
        int own = PlacePaths.OfVerb(model, verb, low, high);
        // "in retaliation for strikes in X": where those were.
        if (own >= 0 && EventTurns.IsOfRevenge(model.Sentence, model.Sentence.TokenAt(view.Report.Places[own].Span.Start), verb.Head))
            own = -1;
        if (own < 0)
            own = PlacePaths.Pointed(model, verb);
        if (own < 0)
            own = Find(model, view, verb, status, (from, to) => PlaceBetween(model, from, to, verb));
        return own >= 0 ? own : SharedPlace(model, verb, low, high);
    }

    /// <summary>The place of the event that <paramref name="noun"/> names, as far as its own phrase or what is told of it says; -1 where they do not.</summary>
    public static int PlaceOfNoun(ClauseModel model, NounPhrase noun, int end)
    {
        int own = PlacePaths.OfNoun(model, noun.Head);
        return own >= 0 ? own : PlaceBetween(model, noun.End, end, null);
    }

    /// <summary>
    /// The place of the clause that this one goes on from: "stopped a lorry in X and detained its driver", "drowned on X when soldiers fired on them".
    /// </summary>
    private static int SharedPlace(ClauseModel model, VerbGroup verb, int low, int high)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup other in model.Verbs)
        {
            bool joined = model.Tree.Plain(verb.Head) == "conj" && model.Tree.Head(verb.Head) == other.Head && verb.Subjects.Count > 0 && other.Subjects.SequenceEqual(verb.Subjects) && other.Modal == verb.Modal;
            bool when = verb.Kind == ClauseKind.Subordinate && verb.Marker >= 0 && s.Lower(verb.Marker) == "when" && model.Tree.Head(verb.Head) == other.Head && other.Past && verb.Past;
            // "twelve were hurt when a main blew up in X", "was ambushed as it set out from X": the harm and its occasion are in one place.
            bool harmed = !joined && !when && other is { Kind: ClauseKind.Subordinate, Marker: >= 0, Modal: null, Negated: false } && s.Lower(other.Marker) is "when" or "as" && model.Tree.Head(other.Head) == verb.Head && other.Past && verb.Past
                && s_harmed.Contains(s.Lemma(verb.Head)) && verb.Passive;
            if (!joined && !when && !harmed)
                continue;
            int place = PlacePaths.OfVerb(model, other, low, high);
            if (place >= 0)
                return place;
        }
        return -1;
    }

    /// <summary>The time written between two tokens, the last of several; durations and sets do not count.</summary>
    public static int TimeBetween(ClauseModel model, int from, int to, bool ofVerb = false, VerbGroup? verb = null)
    {
        SentenceView s = model.Sentence;
        int relative = -1, hour = -1;
        for (int i = to - 1; i >= from; i--)
        {
            int time = s.TimeAt[i];
            if (time < 0 || !IsPoint(s.Report.Times[time]) || (ofVerb && IsModifier(model, i)))
                continue;
            if (verb is not null && IsOfParticiple(model, i, verb))
                continue;
            // "prior to July 18" says when it was not yet, or no more.
            int opens = s.TokenAt(s.Report.Times[time].Span.Start);
            // "shortly before midnight on Sunday" is still Sunday.
            bool night = s.Lower(opens - 1) == "before" && s.Report.Times[time].PartOfDay is not null;
            // "X was shot in 1998, and Y in 1968": the second year is Y's.
            if (ofVerb && IsGapped(s, opens, from))
                continue;
            // "On Monday and not today": not then.
            if (s.Lower(opens - 1) == "not")
                continue;
            if ((s.Lower(opens - 1) is "before" or "until" or "till" && !night) || (s.Lower(opens - 1) == "to" && s.Lower(opens - 2) == "prior"))
                continue;
            // "in retaliation for strikes last week": when those were.
            if (ofVerb && EventTurns.IsOfRevenge(s, opens, from))
                continue;
            if (IsComparison(s, opens) || (IsCompared(s, opens) && (ofVerb || !IsCompared(s, from))))
                continue;
            // "on Tuesday, or late on Monday in Washington": the same hour by another clock.
            if (s.Lower(opens - 1) == "or" && s.Lower(opens - 2) == ",")
            {
                relative = relative < 0 ? time : relative;
                continue;
            }
            // "at 7 p.m. on Wednesday" read as two times: the day says more than the hour.
            if (IsHour(s.Report.Times[time]))
            {
                hour = hour < 0 ? time : hour;
                continue;
            }
            // "on Tuesday, a day after …": the plain time says more than the one that leans on another event.
            int last = s.TokenAt(s.Report.Times[time].Span.End - 1);
            if (s.Lower(last) is not ("after" or "before") && (s.Lower(last + 1) is not ("after" or "before") || s.Report.Times[time].Expression is CalendarDate or Weekday or DayInMonth))
                return time;
            if (!ofVerb && relative < 0)
                relative = time;
        }
        return relative >= 0 ? relative : hour;
    }

    /// <summary>Whether the time belongs to somebody or something named behind "and", whose verb is left out.</summary>
    private static bool IsGapped(SentenceView s, int opens, int from)
    {
        int at = opens - 1;
        if (at <= from || s.Tag(at) != Upos.Adp)
            return false;
        bool named = false;
        for (at--; at > from && s.Tag(at) is Upos.Propn or Upos.Noun or Upos.Det or Upos.Adj or Upos.Num && s.TimeAt[at] < 0; at--)
            named |= s.Tag(at) is Upos.Propn or Upos.Noun;
        if (!named || s.Lower(at) is not ("and" or "or"))
            return false;
        int before = s.Lower(at - 1) == "," ? at - 2 : at - 1;
        return before >= from && s.TimeAt[before] >= 0;
    }

    /// <summary>"the first strike since 1962": what is compared with does not date the clause.</summary>
    internal static bool IsComparison(SentenceView s, int opens)
    {
        int since = s.Lower(opens) == "since" ? opens : s.Lower(opens - 1) == "since" ? opens - 1 : -1;
        for (int i = since - 1; since >= 0 && i >= Math.Max(0, since - 8) && s.Tag(i) is not (Upos.Verb or Upos.Aux or Upos.Punct); i--)
        {
            if (s.Lower(i) is "first" or "most" or "least" or "only" || (s.Tag(i) == Upos.Adj && s.Lower(i).EndsWith("est", StringComparison.Ordinal)) || s.Lower(i) is "worst" or "best")
                return true;
        }
        return false;
    }

    /// <summary>"up from 25 in May 2023", "compared with the storm of 2019", "more than in 2022": whether the token belongs to what something is only measured against.</summary>
    public static bool IsCompared(SentenceView s, int at) => IsCompared(s.Report.Tokens, s.Sentence.FirstToken, s.Sentence.FirstToken + at);

    /// <summary>The same for a token of the report in the sentence that begins at <paramref name="first"/>.</summary>
    public static bool IsCompared(IReadOnlyList<Token> tokens, int first, int at)
    {
        for (int i = at - 1; i > first && i >= at - LongestComparison && tokens[i].Lower is not (";" or "." or ":"); i--)
        {
            string before = tokens[i - 1].Lower;
            switch (tokens[i].Lower)
            {
                case "from" when before is "up" or "down" or "rise" or "fall" or "increase" or "drop" or "decrease" or "jump" or "decline" or "change":
                case "with" or "to" when before is "compared" or "comparing" or "comparison" or "contrast" or "opposed" or "contrasted":
                case "versus":
                case "than" when tokens[i + 1].Lower is "in" or "during" or "at" or "the" or "last" or "that" or "those" or "a":
                    return true;
                default:
                    break;
            }
            // What is compared has no verb of its own.
            if (tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && tokens[i].Lower is not ("compared" or "opposed" or "contrasted"))
                return false;
        }
        return false;
    }

    private static bool IsHour(TimeMention time) => time.Expression is FromNarrative { Count: 0, Unit: TimeUnit.Day };

    /// <summary>The most exact place written between two tokens in a phrase of place.</summary>
    public static int PlaceBetween(ClauseModel model, int from, int to, VerbGroup? verb)
    {
        SentenceView s = model.Sentence;
        int best = -1;
        foreach (NounPhrase noun in model.Nouns)
        {
            if (noun.First < from || noun.End > to || !SaysWhere(model, noun, verb))
                continue;
            for (int i = noun.First; i < noun.End; i++)
            {
                int place = s.PlaceAt[i];
                if (place >= 0 && place != best && s.Report.Places[place].Use == ToponymUse.Place && (best < 0 || MoreExact(s.Report.Places[place], s.Report.Places[best])))
                    best = place;
            }
        }
        return best;
    }

    private static int Find(ClauseModel model, ReportView view, VerbGroup verb, ClaimStatus status, Func<int, int, int> between, bool atOnce = false)
    {
        SentenceView s = model.Sentence;
        TextSpan trigger = s[verb.Head].Span;
        (int low, int high) = Limits(s, view, trigger);
        int own = between(Math.Max(low, verb.ClauseFirst), Math.Min(high, UpToQualifier(s, verb)));
        if (own >= 0)
            return own;
        // "smashed cars belonging to reporters in X on Tuesday": what the tree gives the verb beyond another clause.
        for (int i = verb.ClauseEnd; i < high; i++)
        {
            if (model.Owners[i] != verb.Head || i < low)
                continue;
            int end = i + 1;
            while (end < high && model.Owners[end] == verb.Head)
                end++;
            int apart = between(i, end);
            if (apart >= 0)
                return apart;
            i = end;
        }
        // "smashed cars belonging to reporters in X on Tuesday": a participle that only describes does not end the clause.
        for (VerbGroup? tail = Described(model, verb); tail is not null; tail = Described(model, tail))
        {
            int beyond = between(Math.Max(low, tail.End), Math.Min(high, tail.ClauseEnd));
            if (beyond >= 0)
                return beyond;
        }
        if (status is ClaimStatus.Planned or ClaimStatus.Hypothetical && verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement)
            return -1;
        if (verb.Kind is ClauseKind.Gerund or ClauseKind.Infinitive && verb.Governor is { } governor)
        {
            int outer = between(Math.Max(low, governor.ClauseFirst), Math.Min(high, governor.ClauseEnd));
            if (outer >= 0)
                return outer;
        }
        // "spoke on Friday as thousands marched", "turned violent when police fired gas on Friday": both happen at once.
        if (atOnce && low == 0 && AtOnce(model, verb) is { } other)
        {
            int shared = between(Math.Max(low, other.ClauseFirst), Math.Min(high, other.ClauseEnd));
            if (shared >= 0)
                return shared;
        }
        // A gerund or infinitive stands where the clause does that it belongs to: "the group that admitted beheading them".
        VerbGroup top = verb;
        for (int depth = 0; top is { Kind: ClauseKind.Gerund or ClauseKind.Infinitive, Governor: { } over } && depth < StatusReader.DeepestChain; depth++)
            top = over;
        if (top.Kind is ClauseKind.Relative or ClauseKind.Subordinate or ClauseKind.Complement or ClauseKind.ReducedRelative && low == 0)
            return -1;
        // What opens the sentence holds for all its main clauses: "On Monday, …".
        int opening = Opening(model, low);
        int first = between(low, Math.Min(high, opening));
        if (first >= 0)
            return first;
        // "fired tear gas and arrested 20 people on Friday": what closes the last of joined verbs holds for the others.
        foreach (VerbGroup later in model.Verbs)
        {
            if (later.First > verb.First && later.Kind == verb.Kind && later.Marker == verb.Marker && later.Subjects.SequenceEqual(verb.Subjects) && verb.Subjects.Count > 0)
            {
                int joined = between(Math.Max(low, later.ClauseFirst), Math.Min(high, later.ClauseEnd));
                if (joined >= 0)
                    return joined;
            }
        }
        return -1;
    }

    /// <summary>The end of the clause, or where ", where" or ", who" begins to tell something else, though the tree has left it inside.</summary>
    private static int UpToQualifier(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.Head + 2; i < verb.ClauseEnd; i++)
        {
            if (s.Lower(i - 1) == "," && s.Lower(i) is "where" or "who" or "which" or "whose" && s.TimeAt[i] < 0)
                return i;
        }
        return verb.ClauseEnd;
    }

    /// <summary>The clause that goes on at the same time: the main clause of a "when" or "as" clause, or such a clause of a main one; null where there is none.</summary>
    private static VerbGroup? AtOnce(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        bool Temporal(VerbGroup v) => v is { Kind: ClauseKind.Subordinate, Marker: >= 0, Modal: null } && s.Lower(v.Marker) is "when" or "as" && (v.Marker == 0 || s.TimeAt[v.Marker - 1] < 0) && v.Past == verb.Past && v.Past;
        if (verb.Kind == ClauseKind.Main)
        {
            VerbGroup? next = model.Verbs.FirstOrDefault(v => v.First > verb.First);
            return next is not null && Temporal(next) ? next : null;
        }
        return Temporal(verb) ? model.Verbs.LastOrDefault(v => v.First < verb.First && v.Kind == ClauseKind.Main) : null;
    }

    /// <summary>The place that opens the sentence before the subject, as far as the claim is not part of a speech: "In Brussels, X urged…".</summary>
    public static int OpeningPlace(ClauseModel model, ReportView view, VerbGroup verb)
    {
        (int low, int high) = Limits(model.Sentence, view, model.Sentence[verb.Head].Span);
        return PlaceBetween(model, low, Math.Min(high, Opening(model, low)), verb);
    }

    /// <summary>Whether <paramref name="span"/> lies in a clause that only qualifies a noun and is not the clause of <paramref name="verb"/>.</summary>
    public static bool InQualifier(ClauseModel model, TextSpan span, VerbGroup? verb)
    {
        int at = model.Sentence.TokenAt(span.Start);
        if (verb is not null && IsOfParticiple(model, at, verb))
            return true;
        // "who was jailed in 2018 for a blast in which 88 died": for what hangs in the qualifying clause itself, its time counts.
        return model.Verbs.Any(v => v != verb && (v.Kind is ClauseKind.Relative or ClauseKind.ReducedRelative || (v.Marker >= 0 && model.Sentence.Lower(v.Marker) == "where")) && at >= v.ClauseFirst && at < v.ClauseEnd
            && (verb is null || !model.Tree.IsUnder(verb.Head, v.Head)));
    }

    /// <summary>"girls captured two years ago have been freed": what stands between the participle behind the subject and the verb is the participle's.</summary>
    private static bool IsOfParticiple(ClauseModel model, int at, VerbGroup verb)
    {
        if (at >= verb.First || verb.Subjects.Count == 0 || verb.Subjects[^1].Head >= at)
            return false;
        return model.Verbs.Any(v => v.Kind is ClauseKind.ReducedRelative or ClauseKind.Relative && v != verb && v.First > verb.Subjects[^1].Head && v.End <= at && !model.Tree.IsUnder(verb.Head, v.Head));
    }

    private static VerbGroup? Described(ClauseModel model, VerbGroup verb)
    {
        foreach (VerbGroup next in model.Verbs)
        {
            if (next.First == verb.ClauseEnd && next.Kind is ClauseKind.Gerund or ClauseKind.ReducedRelative && s_describing.Contains(model.Sentence.Lemma(next.Head)))
                return next;
        }
        return null;
    }

    /// <summary>The tokens among which a setting may be looked for: those of the speech that holds the trigger, else all.</summary>
    private static (int Low, int High) Limits(SentenceView s, ReportView view, TextSpan trigger)
    {
        int speech = view.SpeechAround(s.Sentence.Index, trigger);
        if (speech < 0)
            return (0, s.Count);
        foreach (TextSpan content in s.Report.Speeches[speech].Content)
        {
            if (content.Contains(trigger))
                return (s.TokenAt(content.Start), s.TokenAt(content.End));
        }
        return (0, s.Count);
    }

    /// <summary>The token where the first clause of the stretch leaves its opening phrases: its first subject or verb.</summary>
    private static int Opening(ClauseModel model, int low)
    {
        foreach (VerbGroup verb in model.Verbs)
        {
            if (verb.First < low || verb.Kind != ClauseKind.Main)
                continue;
            return verb.Subjects.Count > 0 && verb.Subjects[0].First >= low ? verb.Subjects[0].First : verb.First;
        }
        return low;
    }

    private static bool SaysWhere(ClauseModel model, NounPhrase noun, VerbGroup? verb)
    {
        SentenceView s = model.Sentence;
        // "blasted the country's war": an owner is no place.
        if (noun.Preposition < 0)
            return verb is not null && verb.Objects.Contains(noun) && s.PlaceAt[noun.Head] >= 0;
        string preposition = s.Lower(noun.Preposition);
        // "sanctions for its intervention in X": where that was.
        if (verb is not null && EventTurns.IsOfCause(s, noun.Preposition, verb.Head))
            return false;
        // "negotiations between X and Y": two sides, no road.
        if (verb is null && preposition is "between" or "with")
            return false;
        // "was claimed by the movement in X": where that is.
        if (verb is not null && PlacePaths.IsTelling(s.Lemma(verb.Head)) && model.Tree.Plain(noun.Head) == "nmod" && model.Tree.Head(noun.Head) is >= 0 and int holder && s.MentionAt[holder] >= 0)
            return false;
        if (s_placePrepositions.Contains(preposition))
            return preposition is not ("to" or "from" or "over" or "on" or "between") || (s_placeNouns.Contains(s.Lemma(noun.Head)) && s.Tag(noun.Head) != Upos.Propn) || (preposition == "to" && verb is not null && verb.Prepositional.Contains(noun) && IsMoving(s, verb))
                || (preposition == "from" && verb is not null && verb.Prepositional.Contains(noun) && s.Lemma(verb.Head) is "withdraw" or "pull" or "retreat" or "evacuate" or "expel" or "flee");
        if (preposition != "of")
            return false;
        int before = noun.Preposition - 1;
        return before >= 0 && (s_placeNouns.Contains(s.Lemma(before)) || s_placeNouns.Contains(s.Lower(before)));
    }

    private static bool IsMoving(SentenceView s, VerbGroup verb) => s.Lemma(verb.Head) is "send" or "deploy" or "dispatch" or "move" or "travel" or "fly" or "rush" or "redeploy";

    private static bool MoreExact(PlaceMention left, PlaceMention right) =>
        left.Place is not null && (right.Place is null || left.Place.Precision < right.Place.Precision);

    /// <summary>A time inside another phrase dates that phrase, not the clause: "a 2013 agreement was annulled".</summary>
    internal static bool IsModifier(ClauseModel model, int at)
    {
        foreach (NounPhrase noun in model.Nouns)
        {
            if (at >= noun.First && at < noun.End)
                return !noun.IsTime && (at == noun.Head || model.Tree is not { } tree || (tree.Head(at) is >= 0 and int head && head >= noun.First && head < noun.End));
        }
        return false;
    }

    private static bool IsPoint(TimeMention time) => time.Expression is Weekday || time.Expression.Resolve(new NodaTime.LocalDate(2000, 1, 5), EdtfDate.Day(new NodaTime.LocalDate(2000, 1, 5)), time.Direction) is not null;
}
