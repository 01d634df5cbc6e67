using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Ends what was said where the writer goes on: "pledged support, but talks have been frozen", "said the road was open without giving details", "accused them of theft, a charge they deny".</summary>
internal sealed class SpeechExtent(AnnotatedReport report, SpeechCues cues)
{
    private const int Reach = 16;
    private const int ReachOfAside = 9;

    // What one who speaks is told not to have given.
    private static readonly HashSet<string> s_withheld = new(StringComparer.Ordinal)
    {
        "detail", "explanation", "reason", "evidence", "timeframe", "timeline", "timetable", "time", "date", "name", "number", "figure", "specific", "information", "proof", "breakdown", "example", "comment", "more", "further", "elaboration", "clue", "clarification", "source",
        "identity", "nationality", "deadline", "word", "any", "anything", "target", "location", "cause", "motive", "condition",
    };

    private static readonly HashSet<string> s_telling = new(StringComparer.Ordinal) { "elaborate", "specify", "say", "comment", "name", "identify", "explain", "clarify", "expand", "disclose", "mention", "cite", "detail", "address", "reveal", "indicate", "state" };

    private static readonly HashSet<string> s_giving = new(StringComparer.Ordinal) { "give", "provide", "offer", "present", "release", "supply", "share", "produce", "add", "go", "have", "set", "make" };

    private static readonly HashSet<string> s_charges = new(StringComparer.Ordinal)
    {
        "charge", "claim", "allegation", "accusation", "assertion", "move", "demand", "suggestion", "position", "figure", "account", "version", "statement", "view", "contention", "threat", "reference", "promise", "assessment", "step", "comment", "remark", "warning",
    };

    private static readonly HashSet<string> s_venues = new(StringComparer.Ordinal)
    {
        "address", "interview", "conference", "briefing", "speech", "broadcast", "television", "radio", "twitter", "telegram", "facebook", "tweet", "post", "video", "hearing", "testimony", "rally", "editorial", "op-ed", "column", "call", "telecast", "remarks", "programme", "program", "podcast",
    };

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;

    /// <summary>The same speech without what the writer adds behind it.</summary>
    public Speech Cut(Speech speech)
    {
        if (speech.Form == SpeechForm.Direct || speech.Cue is not { } cue || speech.CueLemma is null)
            return speech;
        int at = speech.Content.Count - 1;
        TextSpan piece = speech.Content[at];
        int verb = FirstToken(cue.Start), first = FirstToken(piece.Start), end = FirstToken(piece.End);
        if (piece.Start < cue.End || first >= end || verb >= _tokens.Count)
            return speech;
        int stop = Stop(verb, first, end);
        while (stop > first && _tokens[stop - 1].Tag is Upos.Punct && _tokens[stop - 1].Text is "," or ";" or "—" or "–" or "-" or "--")
            stop--;
        if (stop >= end || stop - first < 2 || IsOpen(first, stop))
            return speech;
        TextSpan said = TextSpan.FromBounds(piece.Start, _tokens[stop - 1].Span.End);
        TextSpan span = said;
        foreach (TextSpan other in speech.Content.Take(at))
            span = span.Union(other);
        if (speech.SpeakerSpan is { } words)
            span = span.Union(words);
        return speech with { Content = [.. speech.Content.Take(at), said], Span = span.Union(cue) };
    }

    private int FirstToken(int position) => AnnotatedReport.FirstTokenAt(_tokens, position);

    private int Stop(int verb, int first, int end)
    {
        bool quoted = false, clause = false;
        for (int i = first; i < end; i++)
        {
            Token token = _tokens[i];
            if (token.Text is "“" or "”" or "\"" or "''" or "``")
                quoted = token.Text switch { "“" => true, "”" => false, _ => !quoted };
            if (quoted)
                continue;
            if (i > first + 1)
            {
                int joint = token.Text == "," && i + 1 < end ? i + 1 : i;
                if (IsWithheld(joint, end) || IsUnconfirmed(joint, end) || IsSetting(i, end) || (joint > i && (IsNextCue(joint) || IsCharge(verb, joint, end) || IsCredit(joint, end))) || IsWriters(verb, joint, end, clause, joint > i))
                    return i;
            }
            clause |= IsFinite(i) && !IsInRelative(i, first);
        }
        return end;
    }

    private bool IsFinite(int at) => _tokens[at].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && _tokens[at].Tag is Upos.Verb or Upos.Aux;

    // ", saying", ", adding that": the next words of the speaker.
    private bool IsNextCue(int at) => _tokens[at].Xpos == "VBG" && cues.At(_tokens, at, _tokens.Count, out _, out _) != SpeechFrames.None && _tokens[at].Relation is not ("nsubj" or "csubj" or "conj");

    // "people who suffer": a clause inside what is demanded or promised.
    private bool IsInRelative(int at, int first)
    {
        int governor = _tokens[at].Tag == Upos.Aux && _tokens[at].Head > at ? _tokens[at].Head : at;
        return _tokens[governor].Relation == "acl:relcl" && _tokens[governor].Head >= first;
    }

    // ", but gave no details", "without elaborating"
    private bool IsWithheld(int at, int end)
    {
        if (_tokens[at].Lower == "without")
        {
            int next = at + 1;
            while (next < end && next - at < 3 && _tokens[next].Tag is Upos.Adv or Upos.Adj)
                next++;
            return next < end && ((s_telling.Contains(_tokens[next].Lemma) && _tokens[next].Xpos == "VBG") || (s_giving.Contains(_tokens[next].Lemma) && _tokens[next].Xpos == "VBG" && Withholds(next + 1, end)) || _tokens[next].Lower is "elaboration" or "explanation");
        }
        if (_tokens[at].Lower is not ("but" or "and" or "though" or "although"))
            return false;
        int verb = at + 1;
        while (verb < end && _tokens[verb].Tag is Upos.Adv or Upos.Part && _tokens[verb].Lower is not "not")
            verb++;
        if (verb >= end || _tokens[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return false;
        bool denied = _tokens[verb].Lemma is "decline" or "refuse" or "fail";
        int tells = verb;
        for (; tells < end && tells - verb < 5; tells++)
        {
            denied |= _tokens[tells].Lower is "not" or "n't" or "no" or "few" or "little";
            if (tells > verb && _tokens[tells].Tag == Upos.Verb)
                break;
        }
        if (tells >= end || _tokens[tells].Tag != Upos.Verb)
            tells = verb;
        return denied && (s_telling.Contains(_tokens[tells].Lemma) && tells > verb || (s_giving.Contains(_tokens[tells].Lemma) && Withholds(tells + 1, end)));
    }

    // ", but there was no confirmation", "but it could not be verified"
    private bool IsUnconfirmed(int at, int end)
    {
        if (_tokens[at].Lower is not ("but" or "although" or "though"))
            return false;
        bool expletive = false;
        for (int i = at + 1; i < end && i - at < ReachOfAside; i++)
        {
            string lower = _tokens[i].Lower;
            if (lower is "there" && _tokens[i].Tag == Upos.Pron)
                expletive = true;
            else if (expletive && lower is "no" or "not" or "n't" or "little")
                return i + 1 < end && !_tokens[i + 1].Lower.StartsWith("one", StringComparison.Ordinal);
            else if (lower is "verified" or "confirmed" or "verify" or "corroborated" && _tokens[i - 1].Lower is "be" or "been" or "independently" or "not" or "immediately")
                return true;
        }
        return false;
    }

    // "“…” in a televised address as the raid began": behind the marks the writer tells where and when.
    private bool IsSetting(int at, int end)
    {
        if (_tokens[at - 1].Text is not ("”" or "\"" or "''") || _tokens[at].Tag is not (Upos.Adp or Upos.Sconj))
            return false;
        if (_tokens[at].Lower is "as" or "while" or "when")
            return Enumerable.Range(at, Math.Min(end - at, Reach)).Any(IsFinite);
        if (_tokens[at].Lower is not ("in" or "at" or "during" or "on"))
            return false;
        for (int i = at + 1; i < end && i - at < 6; i++)
        {
            if (_tokens[i].Tag == Upos.Noun && (cues.IsNoun(_tokens[i].Lower) || s_venues.Contains(_tokens[i].Lemma)))
                return true;
            if (_tokens[i].Tag is Upos.Verb or Upos.Aux or Upos.Punct)
                return false;
        }
        return false;
    }

    private bool Withholds(int from, int end)
    {
        for (int i = from; i < end && i - from < 5; i++)
        {
            if (_tokens[i].Tag is Upos.Noun or Upos.Adj or Upos.Adv or Upos.Pron && (s_withheld.Contains(_tokens[i].Lemma) || s_withheld.Contains(_tokens[i].Lower)))
                return true;
        }
        return false;
    }

    // ", a charge Iran denies"; what the accused says of it is no part of the accusation.
    private bool IsCharge(int verb, int at, int end)
    {
        if (_tokens[at].Lower is not ("a" or "an" or "something" or "charges" or "claims" or "allegations" or "accusations"))
            return false;
        int noun = at;
        while (noun < end && noun - at < 3 && _tokens[noun].Tag is Upos.Det or Upos.Adj)
            noun++;
        if (noun >= end || !(s_charges.Contains(_tokens[noun].Lemma) || _tokens[noun].Lower == "something"))
            return false;
        for (int i = noun + 1; i < end && i - noun < ReachOfAside; i++)
        {
            if (IsFinite(i) && _tokens[i].Tag == Upos.Verb)
                return i > verb;
        }
        return false;
    }

    // ", she said", ", Reuters reported", ", per the paper", as others' trees leave them.
    private bool IsCredit(int at, int end)
    {
        if (_tokens[at].Lower == "per" && end - at < ReachOfAside)
            return true;
        if (end - at is < 2 or > 6 || !(_tokens[at].Tag is Upos.Pron or Upos.Propn || _tokens[at].Lower == "the"))
            return false;
        int last = end - 1;
        while (last > at && (_tokens[last].Tag == Upos.Adv || _tokens[last].Tag == Upos.Punct))
            last--;
        return _tokens[last].Lemma is "say" or "report" or "add" or "write" && _tokens[last].Xpos is "VBD" or "VBZ" or "VBP" && !HasVerb(at, last);
    }

    private bool HasVerb(int from, int until)
    {
        for (int i = from; i < until; i++)
        {
            if (_tokens[i].Tag is Upos.Verb or Upos.Aux)
                return true;
        }
        return false;
    }

    // "pledged support but talks have been frozen", "threatened to end all trade, and faulted Seoul": what was said is a thing or a deed, and a clause of its own follows.
    private bool IsWriters(int verb, int joint, int end, bool clause, bool comma)
    {
        if (_tokens[joint].Lower is not ("and" or "but" or "while" or "although" or "though" or "yet" or "whereas") || _tokens[joint].Tag is not (Upos.Cconj or Upos.Sconj))
            return false;
        // "but that has not stopped them"
        bool pointing = joint + 2 < end && _tokens[joint + 1].Lower == "that" && IsFinite(joint + 2) && _tokens[joint].Lower == "but";
        if (!pointing && joint + 1 < end && _tokens[joint + 1].Lower is "that" or "who" or "which" or "if" or "to" or "when" or "how" or "why" or "whether" or "where")
            return false;
        // "while you can" behind no comma tells when.
        if (!comma && _tokens[joint].Lower is not ("and" or "but") || (joint + 1 < end && _tokens[joint + 1].Xpos is "VB" or "VBG" or "VBN"))
            return false;
        int finite = -1, subject = -1;
        bool words = false;
        for (int i = joint + 1; i < end && i - joint < Reach; i++)
        {
            if (pointing && i == joint + 1)
            {
                subject = i;
                continue;
            }
            words |= _tokens[i].Tag is Upos.Noun or Upos.Propn or Upos.Verb;
            if (words && _tokens[i].Text is "," or ":" or "—" or "–")
                break;
            if (_tokens[i].Text is ";" or "“" or "\"" || _tokens[i].Lower is "that" or "who" or "which" or "to" or "if" or "when" || _tokens[i].Tag == Upos.Sconj)
                break;
            if (IsFinite(i))
            {
                finite = i;
                break;
            }
            if (_tokens[i].Relation is "nsubj" or "nsubj:pass" or "expl")
                subject = i;
        }
        if (finite < 0)
            return false;
        int governor = _tokens[finite].Tag == Upos.Aux && _tokens[finite].Head > finite ? _tokens[finite].Head : finite;
        bool joined = _tokens[governor].Relation == "conj" && _tokens[governor].Head == verb;
        // "X and Y were hurt": one subject; "the growth and the jobs he had brought": a clause that describes.
        if (_tokens[governor].Relation is not ("conj" or "parataxis" or "root" or "advcl" or "ccomp") || (_tokens[governor].Relation == "ccomp" && _tokens[governor].Head == verb) || HasSubjectBefore(governor, verb, joint))
            return false;
        if (clause)
            return joined && comma && _tokens[verb].Xpos == _tokens[finite].Xpos && subject < 0 && _tokens[verb].Xpos is "VBD" or "VBZ";
        // "demanded wages and pensions be raised": a verb that is not finite is part of what is demanded.
        return joined || subject >= 0 || (finite <= joint + 2 && _tokens[finite].Xpos is "VBD" or "VBZ");
    }

    private bool HasSubjectBefore(int governor, int verb, int joint)
    {
        for (int i = verb + 1; i < joint; i++)
        {
            if (_tokens[i].Head == governor && _tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    // Whether a quotation that opens inside stays open.
    private bool IsOpen(int first, int stop)
    {
        int open = 0;
        for (int i = first; i < stop; i++)
            open += _tokens[i].Text switch { "“" => 1, "”" => -1, _ => 0 };
        return open > 0;
    }
}
