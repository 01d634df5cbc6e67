using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the words that a reporting verb brings: the clause after it, or the one before a trailing "X said".</summary>
internal sealed class SpeechContent(AnnotatedReport report, SpeechAddressee asides, SpeechTree tree)
{
    private const int Reach = 14;

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;

    // Verbs whose bare object is speech only when it is quoted or names what was announced.
    private static readonly HashSet<string> s_objectSpeech = new(StringComparer.Ordinal)
    {
        "announce", "condemn", "criticise", "criticize", "denounce", "reject", "deny", "demand", "confirm", "express", "voice", "urge", "welcome", "praise", "slam", "blast", "rebuke", "hail", "dismiss", "propose", "reiterate",
        "pledge", "threaten", "admit", "declare", "regret", "deplore", "decry", "lambast", "lambaste", "applaud", "rule out", "refute", "rebut", "order", "call out", "describe", "label", "brand", "dub", "call", "accuse", "report", "blame", "thank", "commend", "lament", "predict", "request", "repeat", "acknowledge",
    };

    /// <summary>The content of the cue numbered <paramref name="number"/> of the line; null where it brings none.</summary>
    public TextSpan? Content(SpeechLine line, List<SpeechCue> found, int number, List<int> full)
    {
        SpeechCue cue = found[number];
        int end = EndOf(line, found, number, full);
        if (cue.Frames.HasFlag(SpeechFrames.Description) && !cue.Frames.HasFlag(SpeechFrames.Particle) | cue.Lemma == "call" && LabelEnd(line, cue, end) is { } label)
            end = label;
        if (cue.Lemma == "according to")
            return AccordingTo(line, cue, end);
        int start = asides.Skip(line, cue, cue.After, out _);
        start = asides.SkipAdverbials(line, start, end);
        if (cue.Inverted)
            return Before(line, cue);
        if (start >= end)
            return cue.After > 0 && HasQuote(line, cue.After, end, full) ? Span(line, start, end, full) : Trailing(line, cue, end);
        int verb = line.Tokens[cue.Position];
        // "as X said before he died": what follows tells when, not what.
        if (tree.Branch(line.Tokens[start], verb) == "advcl" && tree.Child(verb, "ccomp") < 0 && !HasQuote(line, start, end, full))
            return Trailing(line, cue, end);
        bool quoteAhead = HasQuote(line, start, end, full);
        // "said “…” and left": the quotation is all that was said.
        if (quoteAhead && _tokens[line.Tokens[start]].Tag is Upos.Cconj && line.Quotes.Exists(q => q.Before == start))
            return Span(line, start, start, full);
        // "said about ten were hurt": a clause, whatever word opens it.
        if ((cue.Frames & (SpeechFrames.Clause | SpeechFrames.Quote)) != 0 && tree.Branch(line.Tokens[start], verb) == "ccomp")
            return Span(line, _tokens[line.Tokens[start]] is { Lower: "that", Relation: "mark" } ? start + 1 : start, end, full);
        // "said this at a briefing": which words are meant stands elsewhere.
        if (_tokens[line.Tokens[start]] is { Lower: "this" or "that" or "so" or "it", Relation: "obj" } pointed && pointed.Head == verb)
            return null;
        string next = _tokens[line.Tokens[start]].Lower;
        // "claimed responsibility for a raid that killed ten": no clause of what was claimed.
        if (cue.Lemma == "claim" && next == "responsibility")
            return Span(line, start, end, full);
        int that = That(line, start, end);
        if (cue.Frames.HasFlag(SpeechFrames.Clause) && that >= 0)
            return Span(line, that + 1, end, full);
        if (next is "to" && (cue.Frames & (SpeechFrames.OwnInfinitive | SpeechFrames.ObjectToInfinitive)) != 0)
            return Span(line, start, end, full);
        if (cue.Frames.HasFlag(SpeechFrames.Particle) && next is "on" or "for" or "upon" or "at" && HasWordsOrQuote(line, start + 1, end))
            return cue.Lemma is "call" or "appeal" or "plead" or "hint" or "apologise" or "apologize" ? Span(line, start + 1, end, full) : null;
        if (next is "to" or "for" or "on" or "about" or "with" or "of" or "at" or "from" or "against")
            return Trailing(line, cue, end);
        if (cue.Frames.HasFlag(SpeechFrames.Clause) && BeginsClause(line, start, end))
            return Span(line, start, end, full);
        if ((cue.Frames & (SpeechFrames.ObjectToInfinitive | SpeechFrames.ObjectOf | SpeechFrames.Description)) != 0 && HasComplement(line, cue, start, end))
            return Span(line, start, end, full);
        if (quoteAhead && (cue.Frames & ~SpeechFrames.Quote) != 0)
            return Span(line, start, end, full);
        if ((cue.Frames & SpeechFrames.NounPhrase) != 0 && s_objectSpeech.Contains(cue.Lemma) && HasWordsOrQuote(line, start, end))
            return Span(line, start, end, full);
        if (quoteAhead)
            return Span(line, start, end, full);
        return Trailing(line, cue, end);
    }

    private int That(SpeechLine line, int start, int end)
    {
        for (int i = start; i < end && i < start + Reach; i++)
        {
            Token token = _tokens[line.Tokens[i]];
            if (token.Lower == "that" && token.Tag is not Upos.Det)
                return i;
            if (token.Lower == "that" && i == start)
                return i + 1 < end && _tokens[line.Tokens[i + 1]].Tag is Upos.Noun && i + 2 < end && _tokens[line.Tokens[i + 2]].Tag is Upos.Verb or Upos.Aux ? -1 : i;
            if (token.Tag is Upos.Verb or Upos.Aux && token.Form is not VerbForm.Gerund || token.Tag is Upos.Pron)
                return -1;
            if (i > start && token.Tag is Upos.Det && i == start + 1)
                continue;
        }
        return -1;
    }

    private bool BeginsClause(SpeechLine line, int start, int end)
    {
        Token first = _tokens[line.Tokens[start]];
        if (first.Lower is "to" or "for" or "of" or "about" or "on" or "as" or "with" or "and" or "but" or "while" || first.Tag is Upos.Punct)
            return false;
        // "the plant, which the mayor said was safe"
        if (first.Xpos is "VBD" or "VBZ" or "VBP" or "MD" && start > 2 && line.Tokens[start] == line.Tokens[start - 1] + 1)
            return true;
        for (int i = start; i < end && i < start + 40; i++)
        {
            Token token = _tokens[line.Tokens[i]];
            if (i > start && token.Tag is Upos.Verb or Upos.Aux && token.Form is not VerbForm.Gerund && _tokens[line.Tokens[i - 1]].Lower != "to")
                return true;
        }
        return false;
    }

    // "accused X of Y", "urged X to do", "described X as Y", "called X Y".
    private bool HasComplement(SpeechLine line, SpeechCue cue, int start, int end)
    {
        for (int i = start; i < end && i < start + 30; i++)
        {
            string lower = _tokens[line.Tokens[i]].Lower;
            if (i > start && cue.Frames.HasFlag(SpeechFrames.ObjectOf) && lower is "of" or "for" or "over" or "on")
                return true;
            if (i > start && cue.Frames.HasFlag(SpeechFrames.ObjectToInfinitive) && lower is "to")
                return true;
            if (i > start && cue.Frames.HasFlag(SpeechFrames.Description) && lower is "as")
                return true;
        }
        return HasQuote(line, start, end);
    }

    // "officials whom they call “fake” mayors to withdraw": the label ends with its noun.
    private int? LabelEnd(SpeechLine line, SpeechCue cue, int end)
    {
        foreach ((QuotedSpan quote, int before) in line.Quotes)
        {
            if (before != cue.After || quote.Inner.Length > 40)
                continue;
            int stop = before;
            while (stop < end && _tokens[line.Tokens[stop]].Tag is Upos.Noun or Upos.Adj or Upos.Propn)
                stop++;
            return stop;
        }
        return null;
    }

    /// <summary>"…, X said.": what stands before the speaker.</summary>
    private TextSpan? Trailing(SpeechLine line, SpeechCue cue, int end)
    {
        // Nothing but adverbials may follow, and a relative clause is never the main one.
        if (cue.IsRelative || end - cue.After > 10 || HasVerb(line, cue.After, end) || cue.Speaker is { Form: MentionForm.Pronoun } && cue.SpeakerWords!.Value.Of(report.Report.Text) is "who" or "which")
            return null;
        if (cue.Shared || cue.SpeakerWords is not { } speaker || !cue.Frames.HasFlag(SpeechFrames.Quote) && !cue.Frames.HasFlag(SpeechFrames.Clause))
            return null;
        int at = 0;
        while (at < line.Tokens.Count && _tokens[line.Tokens[at]].Span.End <= speaker.Start)
            at++;
        int close = at;
        while (close > 1 && _tokens[line.Tokens[close - 1]].Text is "”" or "\"" or "»")
            close--;
        if (close > 1 && _tokens[line.Tokens[close - 1]].Text == ",")
            return Clause(line, close - 1);
        // The comma may stand inside the marks: had “a useful talk,” X said.
        return at > 1 && line.Quotes.Exists(q => q.Before == at) ? Clause(line, at) : null;
    }

    // "…, said X", "…, as reported by X".
    private TextSpan? Before(SpeechLine line, SpeechCue cue)
    {
        int at = cue.Position;
        while (at > 0 && _tokens[line.Tokens[at - 1]].Lower is "as" or "was" or "been" or "is" or "has" or "first")
            at--;
        if (at > 1 && _tokens[line.Tokens[at - 1]].Text == ",")
            return ClauseAround(line, cue, at - 1);
        if (at > 1 && _tokens[line.Tokens[at]].Lower == "as")
            return ClauseAround(line, cue, at);
        return null;
    }

    private TextSpan? ClauseAround(SpeechLine line, SpeechCue cue, int comma)
    {
        // "The road, as reported by X, is closed": the clause lies on both sides; then the whole is meant.
        int after = cue.After;
        if (after + 2 < line.Tokens.Count && _tokens[line.Tokens[after]].Text == "," && !HasVerb(line, 0, comma))
            return Span(line, 0, EndOfLine(line));
        return Clause(line, comma);
    }

    private TextSpan? AccordingTo(SpeechLine line, SpeechCue cue, int end)
    {
        int before = cue.Position;
        if (ByTree(line, cue) is { } clause)
            return clause;
        if (before <= 1)
        {
            int comma = cue.After;
            while (comma < line.Tokens.Count && comma < cue.After + Reach && _tokens[line.Tokens[comma]].Text != ",")
                comma++;
            return comma + 1 < end || HasQuote(line, comma, end) ? Span(line, comma + 1, Math.Max(end, comma + 1)) : null;
        }
        if (_tokens[line.Tokens[before - 1]].Text == ",")
            before--;
        return HasVerb(line, 0, before) || HasQuote(line, 0, before) ? Clause(line, before) : null;
    }

    // "According to X over 300 died", "Y has learned that according to X, the road is shut": the clause that follows, comma or not.
    private TextSpan? ByTree(SpeechLine line, SpeechCue cue)
    {
        int named = tree.AccordingTo(line.Tokens[cue.Position]);
        int verb = named < 0 ? -1 : _tokens[named].Head;
        if (verb <= named || line.Tokens.BinarySearch(verb) < 0)
            return null;
        int start = PositionOf(line, tree.Extent(named).Last + 1);
        int end = PositionOf(line, tree.Extent(verb).Last + 1);
        while (start < end && (_tokens[line.Tokens[start]].Text == "," || _tokens[line.Tokens[start]] is { Relation: "mark", Lower: "that" }))
            start++;
        // A clause without its subject: the tree took that for part of the name.
        if (start < end && _tokens[line.Tokens[start]] is { Tag: Upos.Verb or Upos.Aux, Form: not VerbForm.Gerund })
            return null;
        end = Math.Min(BeforeJoint(line, end), EndOfLine(line));
        return start < end && (HasVerb(line, start, end) || HasQuote(line, start, end)) ? Span(line, start, end) : null;
    }

    private TextSpan? Clause(SpeechLine line, int end) => HasVerb(line, 0, end) || HasQuote(line, 0, end) ? Span(line, 0, end) : null;

    private bool HasVerb(SpeechLine line, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_tokens[line.Tokens[i]].Tag is Upos.Verb or Upos.Aux)
                return true;
        }
        return false;
    }

    private bool HasWordsOrQuote(SpeechLine line, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(_tokens[line.Tokens[i]].Text[0]))
                return true;
        }
        return HasQuote(line, start, end);
    }

    private static bool HasQuote(SpeechLine line, int start, int end, List<int>? full = null)
    {
        for (int i = 0; i < line.Quotes.Count; i++)
        {
            if (line.Quotes[i].Before >= start && line.Quotes[i].Before <= end && full?.Contains(i) != true)
                return true;
        }
        return false;
    }

    /// <summary>Where the content of a cue ends: at the next verb of the same speaker, at a full quotation, or with the line.</summary>
    private int EndOf(SpeechLine line, List<SpeechCue> found, int number, List<int> full)
    {
        SpeechCue cue = found[number];
        int end = EndOfLine(line);
        if (tree.ClauseEnd(line.Tokens[cue.Position]) is int clause && clause < _tokens.Count)
        {
            int close = Math.Max(cue.After, BeforeJoint(line, PositionOf(line, clause)));
            // "which the mayor said was safe, leaked oil": the tree may give the predicate to another clause.
            if (close == cue.After && !cue.Inverted && close < end && _tokens[line.Tokens[close]].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            {
                while (close < end && _tokens[line.Tokens[close]].Text is not ("," or ";" or "—" or "–"))
                    close++;
            }
            end = Math.Min(end, close);
        }
        for (int i = number + 1; i < found.Count && i < number + 8; i++)
        {
            SpeechCue next = found[i];
            if (next.Position >= end || next.Inverted)
                continue;
            int verb = line.Tokens[cue.Position], other = line.Tokens[next.Position];
            // "said he would come and express support": part of what was said.
            if (tree.IsInComplement(other, verb) && next.SpeakerWords != cue.SpeakerWords)
                continue;
            // "X has said why, but Y says": each has its own words.
            if (!next.Shared && tree.IsConjunctOf(other, verb))
            {
                end = Math.Max(cue.After, BeforeJoint(line, PositionOf(line, tree.Extent(other).First)));
                break;
            }
            int cut = next.Position;
            while (cut > cue.After && _tokens[line.Tokens[cut - 1]].Tag is Upos.Adv or Upos.Aux)
                cut--;
            bool joined = cut > cue.After && _tokens[line.Tokens[cut - 1]].Tag is Upos.Cconj;
            if (next.Shared && (joined || _tokens[line.Tokens[cut - 1]].Text == ","))
            {
                cut--;
                while (cut > cue.After && _tokens[line.Tokens[cut - 1]].Text == ",")
                    cut--;
                end = cut;
                break;
            }
        }
        foreach (int i in full)
        {
            if (line.Quotes[i].Before >= cue.After && line.Quotes[i].Before < end)
                return line.Quotes[i].Before;
        }
        // "said troops fired, and police arrested three": a clause beside "said", in its tense and with a subject of its own, is the writer's.
        // "…, and X said": another's clause.
        for (int i = cue.After + 2; i < end; i++)
        {
            int at = line.Tokens[i], teller = line.Tokens[cue.Position];
            if (_tokens[at].Tag == Upos.Verb && _tokens[at].Xpos == "VBD" && _tokens[teller].Xpos == "VBD" && tree.IsConjunctOf(at, teller) && tree.Child(at, "nsubj") >= 0 && tree.Child(at, "mark") < 0 && tree.Child(teller, "ccomp") is >= 0 and int told && told > teller && told < at
                && BeforeJoint(line, PositionOf(line, tree.Extent(at).First)) is int joint && joint > cue.After && _tokens[line.Tokens[joint]].Text is "," or ";")
                return joint;
            if (_tokens[line.Tokens[i]].Text == ";" || IsWritersTurn(line, cue, i))
                return i;
        }
        return end;
    }

    // "said the road was open, though the town lay under siege": what the writer sets against it.
    private bool IsWritersTurn(SpeechLine line, SpeechCue cue, int comma) =>
        cue.Frames.HasFlag(SpeechFrames.Clause) && comma + 3 < line.Tokens.Count && _tokens[line.Tokens[comma]].Text == "," && _tokens[line.Tokens[comma + 1]].Lower is "though" or "although" or "whereas"
        && _tokens[line.Tokens[comma + 1]].Relation == "mark" && !line.Quotes.Exists(quote => quote.Before > comma) && HasVerb(line, cue.After, comma);

    // Back over ", and".
    private int BeforeJoint(SpeechLine line, int position)
    {
        while (position > 0 && (_tokens[line.Tokens[position - 1]].Tag is Upos.Cconj || _tokens[line.Tokens[position - 1]].Text is "," or ";"))
            position--;
        return position;
    }

    private static int PositionOf(SpeechLine line, int token)
    {
        int position = line.Tokens.BinarySearch(token);
        return position < 0 ? ~position : position;
    }

    private int EndOfLine(SpeechLine line)
    {
        int end = line.Tokens.Count;
        while (end > 0 && !line.Quotes.Exists(q => q.Before == end) && _tokens[line.Tokens[end - 1]].Text is "." or "!" or "?" or ":" or ";" or ",")
            end--;
        return end;
    }

    /// <summary>From the token at <paramref name="start"/> to before <paramref name="end"/>, with the quotations that stand at its edges.</summary>
    private TextSpan? Span(SpeechLine line, int start, int end, List<int>? full = null)
    {
        while (start < end && _tokens[line.Tokens[start]].Text is "," or "-" or "–" or "—" or ":")
            start++;
        // Nobody's words begin with the mark of an owner who is left out.
        if (start < end && start > 0 && _tokens[line.Tokens[start]] is { Lower: "'s" or "’s", Tag: Upos.Part })
            return null;
        int from = start < end ? _tokens[line.Tokens[start]].Span.Start : int.MaxValue;
        int to = start < end ? _tokens[line.Tokens[end - 1]].Span.End : -1;
        for (int i = 0; i < line.Quotes.Count; i++)
        {
            (QuotedSpan quote, int before) = line.Quotes[i];
            if (full?.Contains(i) == true)
                continue;
            if (before < start || before > end || (before == start && start > 0 && line.Tokens[start - 1] > line.Tokens[Math.Min(start, line.Tokens.Count - 1)]))
                continue;
            from = Math.Min(from, quote.Outer.Start);
            to = Math.Max(to, quote.Outer.End);
        }
        return from < to ? TextSpan.FromBounds(from, to) : null;
    }
}
