namespace Parallax.Annotate;

/// <summary>Tells from the verbs around a time whether its clause looks back or ahead.</summary>
internal static class TimeTense
{
    // Words looked at on either side; a clause is seldom longer.
    private const int Reach = 40;

    private static readonly HashSet<string> s_planned = new(StringComparer.Ordinal)
    {
        "plan", "expect", "due", "set", "schedule", "intend", "vow", "promise", "pledge", "prepare", "ready", "slate", "poise", "aim", "agree", "want", "hope", "urge", "order", "ask", "call", "likely", "decide", "need", "threaten", "demand", "propose", "deadline", "about",
    };

    private static readonly HashSet<string> s_arranged = new(StringComparer.Ordinal)
    {
        "end", "begin", "start", "open", "close", "expire", "resume", "conclude", "kick",
    };

    private static readonly HashSet<string> s_convened = new(StringComparer.Ordinal)
    {
        "open", "begin", "start", "resume", "be", "meet", "hold", "take", "visit", "travel", "sign", "vote", "discuss", "address", "attend", "appear", "reopen", "convene", "gather", "fly", "receive", "host", "march",
    };

    private static readonly HashSet<string> s_backward = new(StringComparer.Ordinal)
    {
        "after", "following", "since", "amid", "despite", "over",
    };

    private static readonly HashSet<string> s_happenings = new(StringComparer.Ordinal)
    {
        "attack", "clash", "violence", "shooting", "killing", "raid", "strike", "riot", "blast", "explosion", "incident", "fighting", "bombing", "unrest", "crash", "fire", "death", "murder", "arrest",
        "shelling", "assault", "ambush", "crackdown", "disaster", "earthquake", "flood", "collapse", "announcement", "statement", "remark", "comment", "decision", "ruling",
    };

    private static readonly HashSet<string> s_deeds = new(StringComparer.Ordinal)
    {
        "clash", "violence", "shooting", "killing", "raid", "riot", "blast", "explosion", "fighting", "bombing", "unrest", "crash", "murder", "shelling", "ambush", "stabbing", "massacre", "earthquake", "arrest",
    };

    /// <summary>The direction of the clause around tokens <paramref name="at"/> to <paramref name="after"/>, inside the sentence from <paramref name="first"/> to <paramref name="end"/>.</summary>
    public static TimeDirection Of(IReadOnlyList<Token> tokens, int at, int after, int first, int end)
    {
        // Monday's attack
        if (after + 1 < end && tokens[after].Lower is "'s" or "'")
        {
            for (int i = after + 1; i < Math.Min(end, after + 4) && tokens[i].Tag is Upos.Noun or Upos.Adj or Upos.Propn; i++)
            {
                if (s_happenings.Contains(tokens[i].Lemma))
                    return TimeDirection.Past;
            }
        }
        // "several clashes Friday", "in raids on Friday": such deeds are not announced.
        int named = at - 1;
        while (named > first && tokens[named].Lower is "on" or "late" or "early" or "last" or "in")
            named--;
        if (named >= first && tokens[named].Tag == Upos.Noun && s_deeds.Contains(tokens[named].Lemma) && !IsForeseen(tokens, named, first))
            return TimeDirection.Past;
        // "until his next court appearance on April 5", "ahead of an upcoming summit on Friday"
        for (int i = at - 1; i > Math.Max(first, at - 6) && tokens[i].Tag is Upos.Noun or Upos.Adj or Upos.Adp or Upos.Propn; i--)
        {
            if (tokens[i].Lower is "next" or "upcoming" or "forthcoming" && tokens[i].Tag == Upos.Adj && tokens[i + 1].Tag is Upos.Noun or Upos.Adj or Upos.Propn && i + 1 < at)
                return TimeDirection.Future;
        }
        for (int i = at - 1; i >= Math.Max(first, at - Reach); i--)
        {
            Token token = tokens[i];
            if (token.Text is ";" or ":" || token.Lower is "\"" && i < at - 1)
                break;
            if (s_backward.Contains(token.Lower) && token.Tag is Upos.Adp or Upos.Sconj or Upos.Verb && i < at - 1)
                return TimeDirection.Past;
            if (token.Lower is "due" or "scheduled" or "slated" or "poised" or "planned" or "expected" && i + 1 < at && tokens[i + 1].Lower is "to" or "for" or "on" or "out" or "in" or "by" or "back" or "at")
                return TimeDirection.Future;
            // "have until Saturday to leave": a term that still runs.
            if (i == at - 2 && tokens[at - 1].Lower is "until" or "till" && token.Lemma == "have" && token.Form is VerbForm.Present or VerbForm.Base)
                return TimeDirection.Future;
            // "is open to talks by May": a term.
            if (tokens[at - 1].Lower == "by" && token.Tag is Upos.Verb or Upos.Aux && token.Xpos is "VBZ" or "VBP" && token.Lemma is not "have")
                return TimeDirection.Future;
            if (token.Tag is Upos.Verb or Upos.Aux && Verb(tokens, i, first) is { } direction)
                return direction;
            // "before leaders meet in September"
            if (token.Tag == Upos.Verb && token.Xpos is "VBP" or "VBZ" && IsAwaited(tokens, i, first))
                return TimeDirection.Future;
        }
        for (int i = after; i < Math.Min(end, after + Reach); i++)
        {
            Token token = tokens[i];
            if (token.Text is ";")
                break;
            if (token.Tag is Upos.Aux or Upos.Verb)
            {
                int last = i;
                while (last + 1 < end && last < i + 5 && tokens[last + 1].Tag is Upos.Aux or Upos.Verb or Upos.Part or Upos.Adv)
                    last++;
                while (last > i && tokens[last].Tag is not (Upos.Aux or Upos.Verb))
                    last--;
                // Not back into the time itself: the "May" of "5 May" is no modal.
                if (Verb(tokens, last, after) is { } direction)
                    return direction;
                i = last;
            }
        }
        return TimeDirection.Unknown;
    }

    private static bool IsForeseen(IReadOnlyList<Token> tokens, int noun, int first)
    {
        for (int i = noun - 1; i >= Math.Max(first, noun - 4); i--)
        {
            if (tokens[i].Lower is "planned" or "threatened" or "possible" or "potential" or "expected" or "further" or "new" or "more" or "another" or "plan" or "plans" or "future" or "possibility" or "risk" or "fear" or "threat" or "of" or "no" or "any")
                return true;
        }
        return false;
    }

    /// <summary>What the verb at <paramref name="at"/> with the words before it says; null where it has no tense of its own.</summary>
    private static TimeDirection? Verb(IReadOnlyList<Token> tokens, int at, int first)
    {
        Token verb = tokens[at];
        for (int i = at; i >= Math.Max(first, at - 5); i--)
        {
            Token token = tokens[i];
            if (i < at && token.Tag is not (Upos.Aux or Upos.Adv or Upos.Part or Upos.Verb) && token.Lemma is not ("due" or "set" or "ready" or "likely" or "about" or "scheduled" or "poised"))
                break;
            if (token.Lower is "will" or "shall" or "'ll" or "wo" or "would" or "could" or "should" or "may" or "might" or "must" or "can" or "'d" && (token.Tag == Upos.Aux))
                return AfterModal(tokens, i, at);
            if (token.Lower == "to" && token.Tag == Upos.Part)
                return BeforeInfinitive(tokens, i, first);
        }
        return verb.Form switch
        {
            VerbForm.Past => verb.Tag == Upos.Aux && verb.Lower is "could" or "would" or "might" ? TimeDirection.Future : Planned(tokens, at) ? TimeDirection.Future : TimeDirection.Past,
            VerbForm.PastParticiple => TimeDirection.Past,
            // "The meeting ends Wednesday": an arrangement.
            VerbForm.Present when s_arranged.Contains(verb.Lemma) || verb.Lemma is "face" or "await" => TimeDirection.Future,
            _ => null,
        };
    }

    private static bool IsAwaited(IReadOnlyList<Token> tokens, int verb, int first)
    {
        for (int i = verb - 1; i >= Math.Max(first, verb - 6) && tokens[i].Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num or Upos.Pron or Upos.Sconj or Upos.Adp; i--)
        {
            if (tokens[i].Lower is "before" or "until" or "once")
                return true;
        }
        return false;
    }

    // "was due on Monday", "is scheduled for Friday"
    private static bool Planned(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Lemma == "be" && tokens[at + 1].Lower is "due" or "scheduled" or "expected" or "slated";

    // "may have met", "must have been killed" look back.
    private static TimeDirection AfterModal(IReadOnlyList<Token> tokens, int modal, int verb)
    {
        for (int i = modal + 1; i <= verb; i++)
        {
            if (tokens[i].Lower == "have" && i < verb)
                return TimeDirection.Past;
        }
        return TimeDirection.Future;
    }

    // "plans to meet", "is due to visit" look ahead; "tried to storm", "used to" as their verb does.
    private static TimeDirection? BeforeInfinitive(IReadOnlyList<Token> tokens, int to, int first)
    {
        for (int i = to - 1; i >= Math.Max(first, to - 6); i--)
        {
            Token token = tokens[i];
            if (s_planned.Contains(token.Lemma) || token.Lower is "scheduled" or "expected" or "poised" or "slated" or "going")
                return TimeDirection.Future;
            // "is to", "are to": an arrangement.
            if (i == to - 1 && token.Lemma == "be" && token.Lower is "is" or "are")
                return TimeDirection.Future;
            // "talks that were to open on Thursday"; "was to die on Friday" only looks back.
            if (i == to - 1 && token.Lower is "was" or "were" && s_convened.Contains(tokens[to + 1].Lower) && !(to + 2 < tokens.Count && tokens[to + 2].Lower == "have"))
                return TimeDirection.Future;
            if (token.Tag is Upos.Verb or Upos.Aux)
                return Verb(tokens, i, first);
        }
        return null;
    }
}
