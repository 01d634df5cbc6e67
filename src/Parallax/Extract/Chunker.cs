using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Cuts a sentence into noun phrases, verb groups and the small words between them. One pass to the right; no token is looked at more than a few times.</summary>
internal static class Chunker
{
    private const int LongestMention = 16;

    /// <summary>Gives the chunks in text order; together they cover the sentence.</summary>
    public static List<Chunk> Chunk(SentenceView s)
    {
        List<Chunk> chunks = [];
        for (int i = 0; i < s.Count;)
        {
            Chunk chunk = Next(s, i, chunks);
            chunks.Add(chunk);
            i = chunk.End;
        }
        MarkSubordinators(s, chunks);
        for (int c = 0; c < chunks.Count; c++)
        {
            if (chunks[c].Noun is { } noun)
                noun.Chunk = c;
            if (chunks[c].Verb is { } verb)
                verb.Chunk = c;
        }
        return chunks;
    }

    private static Chunk Next(SentenceView s, int i, List<Chunk> before)
    {
        string lower = s.Lower(i);
        if (s.Tag(i) is Upos.Punct or Upos.Sym && lower is not "$" and not "%" and not "€" and not "£")
            return new Chunk(Mark(s[i].Text), i, i + 1);
        if (lower is "who" or "whom" or "which" or "whose")
            return new Chunk(ChunkKind.Relative, i, i + 1);
        if (lower == "that" && !(s.Tag(i) == Upos.Det && s.Tag(i + 1) is Upos.Noun or Upos.Adj))
            return new Chunk(That(s, i, before), i, i + 1);
        if (lower is "if" or "whether" or "because" or "although" or "though" or "while" or "when" or "whenever" or "where" or "unless" or "lest"
            or "what" or "how" or "why" or "whereas" || (lower == "once" && s.Tag(i) == Upos.Sconj))
            return new Chunk(ChunkKind.Subordinator, i, i + 1);
        if (s.Tag(i) == Upos.Cconj)
            return new Chunk(ChunkKind.Conjunction, i, i + 1);
        int mentionEnd = MentionEnd(s, i);
        if (mentionEnd > i + 1 || (mentionEnd == i + 1 && s.Tag(i) is not (Upos.Verb or Upos.Aux or Upos.Adp)))
            return NounChunk(s, i, mentionEnd);
        // "at least four people": the words that bound a number belong to its phrase.
        if (s.Tag(i) is Upos.Adp or Upos.Adv && s.QuantityAt[i] >= 0 && (i == 0 || s.QuantityAt[i - 1] != s.QuantityAt[i]) && i + 1 < s.Count && s.QuantityAt[i + 1] == s.QuantityAt[i])
            return NounChunk(s, i, i);
        if (VerbEnd(s, i, before) is { } verb)
            return new Chunk(ChunkKind.Verb, i, verb.End, Verb: verb);
        if (s.Tag(i) is Upos.Adp or Upos.Sconj || lower == "to")
            return new Chunk(ChunkKind.Preposition, i, i + 1);
        if (IsNounStart(s, i))
            return NounChunk(s, i, i);
        return new Chunk(ChunkKind.Other, i, i + 1);
    }

    private static ChunkKind Mark(string text) => text switch
    {
        "," => ChunkKind.Comma,
        "\"" or "“" or "”" or "«" or "»" or "„" or "'" or "‘" or "’" or "``" or "''" => ChunkKind.Quote,
        _ => ChunkKind.Border,
    };

    private static ChunkKind That(SentenceView s, int i, List<Chunk> before)
    {
        bool afterNoun = before.Count > 0 && before[^1].Kind == ChunkKind.Noun;
        bool verbNext = s.Tag(i + 1) is Upos.Verb or Upos.Aux || (s.Tag(i + 1) == Upos.Adv && s.Tag(i + 2) is Upos.Verb or Upos.Aux);
        return afterNoun && verbNext ? ChunkKind.Relative : ChunkKind.Subordinator;
    }

    private static int MentionEnd(SentenceView s, int i)
    {
        int mention = s.MentionAt[i];
        if (mention < 0 || (i > 0 && s.MentionAt[i - 1] == mention) || s.Report.Mentions[mention].Form == MentionForm.Pronoun && s.Lower(i) is "who" or "which")
            return i;
        int end = i;
        while (end < s.Count && s.MentionAt[end] == mention && end - i < LongestMention)
            end++;
        return end;
    }

    private static bool IsNounStart(SentenceView s, int i) =>
        s.Tag(i) is Upos.Det or Upos.Adj or Upos.Num or Upos.Noun or Upos.Propn or Upos.Pron || s.Lower(i) is "$" or "€" or "£"
        || IsModifierVerb(s, i) || (s.Tag(i) == Upos.Adv && s.QuantityAt[i] >= 0) || (s.QuantityAt[i] >= 0 && s.Tag(i) is not (Upos.Verb or Upos.Adp));

    /// <summary>A participle that stands before a noun: "elected officials", "the injured men".</summary>
    private static bool IsModifierVerb(SentenceView s, int i) =>
        s.Tag(i) == Upos.Verb && s[i].Form is VerbForm.PastParticiple or VerbForm.Gerund or VerbForm.Past
        && i > 0 && (s.Tag(i - 1) is Upos.Det or Upos.Adj or Upos.Num || (s.Tag(i - 1) == Upos.Verb && s[i].Form != VerbForm.Gerund)) && s.Tag(i + 1) is Upos.Noun or Upos.Propn or Upos.Adj;

    private static Chunk NounChunk(SentenceView s, int i, int atLeast)
    {
        int end = Math.Max(i, atLeast);
        bool hasHead = atLeast > i;
        bool afterWord = end > i;
        while (end < s.Count)
        {
            bool inQuantity = s.QuantityAt[end] >= 0 && end > i && s.QuantityAt[end] == s.QuantityAt[end - 1];
            bool inTime = end > i && s.TimeAt[end] >= 0 && s.TimeAt[end] == s.TimeAt[end - 1] && s.Tag(end) == Upos.Punct;
            bool newTime = s.TimeAt[end] >= 0 && (end > i ? s.TimeAt[end] != s.TimeAt[end - 1] : false);
            bool leavesTime = end > i && s.TimeAt[end - 1] >= 0 && s.TimeAt[end] != s.TimeAt[end - 1] && s.Lower(end) != "'s" && s.Lower(end) != "’s" && s.Lower(end - 1) is not ("'s" or "’s");
            // "a planned June 12 meeting": a time inside a phrase that began before it belongs to the noun behind.
            bool modifies = leavesTime && s.TimeAt[i] != s.TimeAt[end - 1] && s.Tag(end) is Upos.Noun or Upos.Adj;
            if (hasHead && (newTime || leavesTime) && !modifies)
                break;
            Upos tag = s.Tag(end);
            string lower = s.Lower(end);
            if (lower == "that" && s.Tag(end + 1) is not (Upos.Noun or Upos.Adj))
                break;
            if (tag == Upos.Part && lower is "'s" or "'" or "s" && hasHead)
            {
                hasHead = false;
                end++;
                continue;
            }
            // A new determiner, pronoun or name with its own mention opens another phrase, except after a possessive or at the start.
            if (hasHead && !inQuantity && (tag is Upos.Det or Upos.Pron || (StartsMention(s, end) && s.Report.Mentions[s.MentionAt[end]].Form == MentionForm.Name && afterWord && s.MentionAt[end - 1] >= 0)))
                break;
            if (hasHead && !inQuantity && s.QuantityAt[end] >= 0 && s.QuantityAt[end] != s.QuantityAt[end - 1] && tag == Upos.Num)
                break;
            if (tag is Upos.Noun or Upos.Propn)
                hasHead = true;
            else if (tag == Upos.Pron)
            {
                hasHead = true;
                if (lower is not ("his" or "her" or "its" or "their" or "our" or "my" or "your"))
                {
                    end++;
                    break;
                }
                hasHead = false;
            }
            else if (tag == Upos.Num)
                hasHead = true;
            else if (!(tag is Upos.Det or Upos.Adj || lower is "$" or "€" or "£" or "%" || inQuantity || inTime || IsModifierVerb(s, end)
                || (tag == Upos.Adv && s.Tag(end + 1) is Upos.Adj or Upos.Num && end > i) || s.QuantityAt[end] >= 0
                || (IsLabelQuote(s, end) && end > i) || (StartsMention(s, end) && !hasHead)))
                break;
            afterWord = true;
            end++;
        }
        end = Math.Max(end, i + 1);
        while (end > i + 1 && end > atLeast && (s.Tag(end - 1) is Upos.Det or Upos.Adv || s.Tag(end - 1) == Upos.Punct))
            end--;
        int head = HeadOf(s, i, end);
        if (s.MentionAt[head] >= 0 && s.TokenAt(s.Report.Mentions[s.MentionAt[head]].HeadSpan.End - 1) is int own && own >= i && own < head && s.QuantityAt[own] < 0 && HasPreposition(s, own, head))
            head = own;
        NounPhrase phrase = new(i, end, head) { Mention = MentionOf(s, i, end, head), IsTime = s.TimeAt[head] >= 0 };
        return new Chunk(ChunkKind.Noun, i, end, Noun: phrase);
    }

    /// <summary>A quotation mark inside a phrase, as in: the "fake" mayors.</summary>
    private static bool IsLabelQuote(SentenceView s, int i) =>
        Mark(s[i].Text) == ChunkKind.Quote && s.Tag(i + 1) is Upos.Adj or Upos.Noun or Upos.Verb && s.Tag(i - 1) is Upos.Det or Upos.Adj or Upos.Noun
        || (Mark(s[i].Text) == ChunkKind.Quote && i >= 2 && Mark(s[i - 2].Text) == ChunkKind.Quote && s.Tag(i + 1) is Upos.Noun);

    private static bool StartsMention(SentenceView s, int i) => s.MentionAt[i] >= 0 && (i == 0 || s.MentionAt[i - 1] != s.MentionAt[i]);

    /// <summary>Whether a preposition stands inside: "forces from the north" are forces.</summary>
    private static bool HasPreposition(SentenceView s, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (s.Tag(i) == Upos.Adp)
                return true;
        }
        return false;
    }

    private static int HeadOf(SentenceView s, int first, int end)
    {
        for (int i = end - 1; i >= first; i--)
        {
            if (s.Tag(i) is Upos.Noun or Upos.Propn or Upos.Pron)
                return i;
        }
        return end - 1;
    }

    private static int MentionOf(SentenceView s, int first, int end, int head)
    {
        if (s.MentionAt[head] >= 0)
            return s.MentionAt[head];
        for (int i = end - 1; i >= first; i--)
        {
            // A mention inside the phrase but not at its head is a modifier: "Kosovo" in "the Kosovo dispute".
            int mention = s.MentionAt[i];
            if (mention >= 0 && s.Report.Mentions[mention].HeadSpan.Contains(s[head].Span))
                return mention;
        }
        return -1;
    }

    private static VerbGroup? VerbEnd(SentenceView s, int i, List<Chunk> before)
    {
        int j = i;
        bool infinitive = false;
        if (s.Lower(j) == "to")
        {
            int next = j + 1;
            while (s.Tag(next) == Upos.Adv && next - j < 3)
                next++;
            if (!(s.Tag(next) is Upos.Verb or Upos.Aux && s[next].Form is VerbForm.Base or VerbForm.None))
                return null;
            infinitive = true;
            j++;
        }
        else if (s.Tag(j) is not (Upos.Verb or Upos.Aux) || (s.Tag(j) == Upos.Verb && ModifiesNoun(s, j, before)))
        {
            return null;
        }
        return Group(s, i, j, infinitive);
    }

    private static bool ModifiesNoun(SentenceView s, int i, List<Chunk> before) =>
        IsModifierVerb(s, i) || (s[i].Form is VerbForm.PastParticiple or VerbForm.Gerund && s.MentionAt[i] >= 0 && i + 1 < s.Count
            && s.MentionAt[i + 1] == s.MentionAt[i] && (before.Count == 0 || before[^1].Kind != ChunkKind.Noun));

    private static VerbGroup Group(SentenceView s, int first, int j, bool infinitive)
    {
        bool be = false, have = false, negated = false, past = false, finite = !infinitive;
        string? modal = null;
        int head = -1, lastAux = -1;
        for (; j < s.Count; j++)
        {
            Upos tag = s.Tag(j);
            string lemma = s.Lemma(j), lower = s.Lower(j);
            if (lower is "not" or "n't" or "never")
                negated = true;
            else if (tag == Upos.Aux || (tag == Upos.Verb && lemma is "be" or "have" or "get" && LeadsToVerb(s, j + 1)))
            {
                lastAux = j;
                if (lemma is "will" or "would" or "could" or "can" or "may" or "might" or "should" or "must" or "shall" or "'ll" or "'d" or "ca" or "wo")
                    modal = lemma is "'ll" or "wo" ? "will" : lemma == "ca" ? "can" : lemma == "'d" ? (s[j + 1 < s.Count ? j + 1 : j].Form == VerbForm.Base ? "would" : null) : lemma;
                be |= lemma is "be" or "get" or "'m" or "'re";
                have |= lemma is "have" or "'ve";
                past |= lower is "was" or "were" or "had" or "did" or "got";
            }
            else if (tag == Upos.Verb)
            {
                if (s.Lower(j) == "going" && be && s.Lower(j + 1) == "to" && s[Math.Min(j + 2, s.Count - 1)].Form == VerbForm.Base)
                {
                    modal = "will";
                    j++;
                    continue;
                }
                head = j;
                break;
            }
            else if (lower == "to" && lastAux == j - 1 && (be || have) && s.Tag(j + 1) is Upos.Verb or Upos.Aux)
                modal = have ? "must" : "will";
            else if (!(tag == Upos.Adv && LeadsToVerb(s, j + 1)) && !(lower == "also" || lower == "since") || (lower is "also" or "since" && !LeadsToVerb(s, j + 1)))
                break;
        }
        head = head >= 0 ? head : Math.Max(lastAux, first);
        VerbForm form = s[head].Form;
        negated |= first > 0 && (s.Lower(first - 1) is "never" or "hardly" || (infinitive && s.Lower(first - 1) == "not"));
        VerbGroup group = new(first, Math.Max(head + 1, lastAux + 1), head) { Negated = negated, Modal = modal, Perfect = have && form is VerbForm.PastParticiple or VerbForm.Past && head != lastAux };
        group.Passive = be && form is VerbForm.PastParticiple or VerbForm.Past && head != lastAux;
        group.Progressive = be && form == VerbForm.Gerund;
        bool barePast = lastAux < 0 && !infinitive && (form == VerbForm.Past || (form == VerbForm.PastParticiple && !IsOnlyParticiple(s.Lower(head))));
        group.Past = past || (lastAux < 0 && form is VerbForm.Past or VerbForm.PastParticiple);
        group.Finite = finite && !(lastAux < 0 && !barePast && form is VerbForm.Gerund or VerbForm.PastParticiple) && !(lastAux >= 0 && s[lastAux].Form == VerbForm.Gerund && s.Lower(first) is "being" or "having");
        group.Kind = infinitive ? ClauseKind.Infinitive : form == VerbForm.Gerund && lastAux < 0 || s.Lower(first) is "being" or "having" ? ClauseKind.Gerund
            : lastAux < 0 && form == VerbForm.PastParticiple && !barePast ? ClauseKind.ReducedRelative : ClauseKind.Main;
        return group;
    }

    /// <summary>Whether the form can only be a participle: "taken", "known". Forms in "-ed" may be either, and their place decides.</summary>
    private static bool IsOnlyParticiple(string lower) =>
        lower.EndsWith("en", StringComparison.Ordinal) || lower.EndsWith("wn", StringComparison.Ordinal) || lower.EndsWith("rn", StringComparison.Ordinal)
        || lower is "been" or "begun" or "come" or "done" or "drunk" or "gone" or "run" or "rung" or "sung" or "sunk" or "sprung" or "swum" or "become" or "overcome" or "overrun";

    private static bool LeadsToVerb(SentenceView s, int j)
    {
        for (int k = j; k < Math.Min(j + 4, s.Count); k++)
        {
            if (s.Tag(k) is Upos.Verb)
                return s[k].Form is VerbForm.PastParticiple or VerbForm.Past or VerbForm.Gerund or VerbForm.Base;
            if (s.Tag(k) is Upos.Aux)
                return true;
            if (!(s.Tag(k) == Upos.Adv || s.Lower(k) is "not" or "n't"))
                return false;
        }
        return false;
    }

    /// <summary>"after", "before", "as"… open a clause where a noun phrase and a finite verb follow, and govern a phrase otherwise.</summary>
    private static void MarkSubordinators(SentenceView s, List<Chunk> chunks)
    {
        for (int c = 0; c < chunks.Count; c++)
        {
            if (chunks[c].Kind != ChunkKind.Preposition || s.Lower(chunks[c].First) is not ("after" or "before" or "since" or "until" or "as" or "till" or "than" or "once" or "so" or "for" or "in" or "given"))
                continue;
            if (s.Lower(chunks[c].First) is "for" or "in" or "given" or "so")
                continue;
            if (OpensClause(chunks, c + 1))
                chunks[c] = chunks[c] with { Kind = ChunkKind.Subordinator };
        }
    }

    private static bool OpensClause(List<Chunk> chunks, int at)
    {
        bool noun = false;
        for (int c = at; c < chunks.Count && c < at + 12; c++)
        {
            switch (chunks[c].Kind)
            {
                case ChunkKind.Noun:
                    noun |= !chunks[c].Noun!.IsTime || c > at;
                    break;
                case ChunkKind.Verb when chunks[c].Verb!.Finite:
                    return noun && NoPrepositionOnly(chunks, at);
                case ChunkKind.Verb when chunks[c].Verb!.Kind == ClauseKind.ReducedRelative && noun:
                case ChunkKind.Preposition:
                case ChunkKind.Other:
                case ChunkKind.Conjunction:
                case ChunkKind.Quote:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    private static bool NoPrepositionOnly(List<Chunk> chunks, int at) =>
        chunks[at].Kind is ChunkKind.Noun or ChunkKind.Other or ChunkKind.Quote;
}
