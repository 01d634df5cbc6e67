using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Cuts from the sentence of a claim the clause that can stand as a sentence by itself.</summary>
internal static class EventClause
{
    private const int MinLength = 18;

    // A cut before these leaves what stands before them whole.
    private static readonly HashSet<string> SafeBoundaries = new(
        ["after", "although", "as", "because", "but", "despite", "following", "leaving", "saying", "though", "when", "where", "which", "while"], StringComparer.Ordinal);

    // Phrases that say where or when, without which a clause is still true.
    private static readonly HashSet<string> Circumstances = new(["amid", "at", "during", "in", "inside", "near", "on", "outside"], StringComparer.Ordinal);

    private static readonly HashSet<string> BadEnds = new(
        ["a", "an", "and", "at", "by", "for", "from", "has", "have", "in", "into", "is", "of", "on", "or", "the", "to", "was", "were", "with", "that", "their", "its", "his", "her"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> Reduced = new(
        ["backed", "based", "called", "dubbed", "involved", "known", "located", "stationed", "thrown"], StringComparer.Ordinal);

    private static readonly HashSet<string> Relatives = new(["that", "where", "which", "who", "whose"], StringComparer.Ordinal);

    private static readonly HashSet<string> FirstPersons = new(["i", "we", "us", "our", "my", "me", "you", "your"], StringComparer.Ordinal);

    /// <summary>
    /// The clause, capitalised and without a final stop; null where none of at most <paramref name="maxLength"/> stands by itself. With
    /// <paramref name="allowPhrase"/> a noun phrase will do: "two shootings earlier this month".
    /// </summary>
    public static string? Of(EventAccount account, int maxLength, bool allowPhrase = false)
    {
        AnnotatedReport report = account.Report.Annotated;
        TextSpan evidence = account.Claim.Evidence;
        Token[] tokens = [.. TokensOf(report, Completed(report, allowPhrase ? evidence : Widened(report, evidence)))];
        int trigger = Array.FindIndex(tokens, t => account.Claim.Trigger.Contains(t.Span));
        if (trigger < 0)
            return null;
        // "Accused the police of firing": what hangs on a preposition is no sentence.
        if (trigger > 0 && tokens[trigger - 1].Tag == Upos.Adp && (tokens[trigger] is { Form: VerbForm.Gerund } || tokens[trigger].Lower.EndsWith("ing", StringComparison.Ordinal) && tokens[trigger].Tag == Upos.Verb))
            return null;
        int first = FirstOf(report, tokens, trigger);
        if (first < 0 || !StartsWell(report, tokens, first, trigger) || report.Times.Any(t => t.Span.Contains(tokens[first].Span)))
            return null;
        // A phrase is named by its head: nothing but its modifiers may stand before it.
        if (allowPhrase && !HasFiniteVerb(tokens[first..], trigger - first, IsActive(account)) && tokens[first..trigger].Any(t => t.Tag is Upos.Adp or Upos.Punct or Upos.Verb))
            return null;
        int end = EndOf(tokens, first, trigger, maxLength);
        if (end < 0)
            return null;
        Token[] clause = tokens[first..end];
        if (clause.Any(t => FirstPersons.Contains(t.Lower) || t.Text is "?" or ":" or ";" or "(" or ")") || !(allowPhrase && clause[0].Tag is not Upos.Verb || HasFiniteVerb(clause, trigger - first, IsActive(account))) || HasQuote(clause))
            return null;
        string text = report.Report.Text[clause[0].Span.Start..clause[^1].Span.End].Replace('\n', ' ').Trim();
        return text.Length < MinLength ? null : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>Leaves out an introduction that ends in a comma before the trigger: "On Monday,", "In response to the clashes,".</summary>
    private static int FirstOf(AnnotatedReport report, Token[] tokens, int trigger)
    {
        int first = 0;
        for (int i = 0; i < trigger; i++)
        {
            bool opens = IsIntroduction(tokens[first]) || tokens[first].Text is "," or "—" or "–" || report.Times.Any(t => t.Span.Contains(tokens[first].Span));
            if (tokens[i].Text is "," or "—" or "–" && opens)
                first = i + 1;
        }
        // "[In] Leposavic the main square was blocked": the town before the subject is no part of it.
        if (first == 0 && report.Places.FirstOrDefault(p => p.Span.Start == tokens[0].Span.Start && p.Use == ToponymUse.Place) is PlaceMention opening && IsAfterPreposition(report, tokens[0]))
        {
            int behind = Array.FindIndex(tokens, t => t.Span.Start >= opening.Span.End);
            if (behind > 0 && behind < trigger && tokens[behind].Tag is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num)
                return behind;
        }
        return first < tokens.Length ? first : -1;
    }

    private static bool IsAfterPreposition(AnnotatedReport report, Token token)
    {
        int at = AnnotatedReport.FirstTokenAt(report.Tokens, token.Span.Start);
        return at > 0 && report.Tokens[at - 1].Tag == Upos.Adp;
    }

    /// <summary>A claim's words may begin inside a phrase ("on | Monday, …"); the sentence's own beginning belongs to the clause then.</summary>
    private static TextSpan Widened(AnnotatedReport report, TextSpan evidence)
    {
        Sentence? sentence = report.Sentences.FirstOrDefault(s => s.Span.Overlaps(evidence));
        if (sentence is null)
            return evidence;
        int before = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken && report.Tokens[i].Span.End <= evidence.Start; i++)
            before = i;
        if (before < 0 || report.Tokens[before].Tag is not (Upos.Adp or Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.Part))
            return evidence;
        while (before > sentence.FirstToken && report.Tokens[before - 1].Tag is not (Upos.Punct or Upos.Cconj or Upos.Sconj or Upos.Verb or Upos.Aux or Upos.Pron))
            before--;
        return TextSpan.FromBounds(report.Tokens[before].Span.Start, evidence.End);
    }

    // "Several cars were set | on fire": the words that make the verb one belong to it.
    private static TextSpan Completed(AnnotatedReport report, TextSpan evidence)
    {
        int last = AnnotatedReport.FirstTokenAt(report.Tokens, evidence.End);
        int next = last;
        if (last == 0 || report.Tokens[last - 1].Tag != Upos.Verb)
            return evidence;
        if (next + 1 < report.Tokens.Count && report.Tokens[next].Lower == "on" && report.Tokens[next + 1].Lower is "fire" or "strike" or "trial" or "hold" or "alert")
            next += 2;
        else if (next < report.Tokens.Count && report.Tokens[next].Lower is "ablaze" or "alight" or "aside" or "apart" or "off" or "up" or "down" or "out")
            next++;
        return next == last ? evidence : TextSpan.FromBounds(evidence.Start, report.Tokens[next - 1].Span.End);
    }

    private static bool IsIntroduction(Token token) =>
        token.Tag is Upos.Adp or Upos.Sconj or Upos.Adv or Upos.Cconj or Upos.Part || token is { Tag: Upos.Verb, Form: VerbForm.Gerund };

    // A subject must stand at the beginning, named, and before a verb that is the trigger.
    private static bool StartsWell(AnnotatedReport report, Token[] tokens, int first, int trigger)
    {
        Token token = tokens[first];
        // "About 2,000 workers walked out": a hedged number opens a sentence like a plain one.
        bool opensNumber = report.Quantities.Any(q => q.Span.Start == token.Span.Start);
        if (!opensNumber && token.Tag is not (Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num) || token.Lower is "this" or "that" or "these" or "those" or "such" or "which" or "who")
            return false;
        return first < trigger || tokens[trigger].Tag is Upos.Noun or Upos.Propn;
    }

    private static int EndOf(Token[] tokens, int first, int trigger, int maxLength)
    {
        int start = tokens[first].Span.Start;
        int whole = tokens.Length;
        while (whole > first && tokens[whole - 1].Text is "." or "," or "!" or "…")
            whole--;
        // Where the words of a speaker follow, they are no part of it: ", police said".
        int attribution = Array.FindLastIndex(tokens, whole - 1, t => t.Text == ",");
        if (attribution > trigger && tokens[attribution..whole].Any(t => t.Lemma is "say" or "accord" or "report" or "tell"))
            whole = attribution;
        // "…demanded that troops": what a claim's words break off is left out from the conjunction on.
        int broken = Array.FindLastIndex(tokens, whole - 1, t => Relatives.Contains(t.Lower));
        if (broken > trigger && !Enumerable.Range(broken, whole - broken).Any(i => IsFinite(tokens, i)))
            whole = broken;
        while (whole > trigger + 1 && BadEnds.Contains(tokens[whole - 1].Lower))
            whole--;
        if (tokens[whole - 1].Span.End - start <= maxLength)
            return whole;
        int best = -1;
        for (int i = trigger + 2; i < whole && tokens[i - 1].Span.End - start <= maxLength; i++)
        {
            bool comma = tokens[i].Text is "," or "—" or "–";
            bool word = SafeBoundaries.Contains(tokens[i].Lower);
            if ((comma || word) && !BadEnds.Contains(tokens[i - 1].Lower) && tokens[i - 1].Text is not ",")
                best = i;
        }
        // A long sentence without such a place: what says where and when may be left out behind a noun.
        for (int i = trigger + 2; best < 0 && i < whole && tokens[i - 1].Span.End - start <= maxLength; i++)
        {
            if (Circumstances.Contains(tokens[i].Lower) && tokens[i - 1].Tag is Upos.Noun or Upos.Propn && NextCircumstance(tokens, i, whole, start, maxLength) < 0)
                return i;
        }
        return best;
    }

    private static int NextCircumstance(Token[] tokens, int at, int whole, int start, int maxLength) =>
        Array.FindIndex(tokens, at + 1, whole - at - 1, t => Circumstances.Contains(t.Lower)) is int next and > 0
            && tokens[next - 1].Span.End - start <= maxLength && tokens[next - 1].Tag is Upos.Noun or Upos.Propn ? next : -1;

    /// <summary>A verb that carries the sentence: no infinitive, no bare participle, not inside a relative clause; and a trigger that is a verb must be finite itself.</summary>
    private static bool HasFiniteVerb(Token[] clause, int trigger, bool active)
    {
        if (clause[trigger].Tag == Upos.Adj)
            return true; // the finder of events takes it for a verb: "protesters smashed windows"
        bool infinitive = trigger > 0 && clause[trigger - 1].Lower == "to";
        if (clause[..trigger].Any(t => Relatives.Contains(t.Lower)))
            return false;
        if (active && !infinitive)
            return true;
        if (clause[trigger].Tag == Upos.Verb && !infinitive && !IsFinite(clause, trigger))
            return false;
        int relative = Array.FindIndex(clause, t => Relatives.Contains(t.Lower));
        int end = relative < 0 ? clause.Length : relative;
        if (infinitive)
            end = Math.Min(end, trigger); // "plan to meet": the verb that carries it stands before
        for (int i = 0; i < end; i++)
        {
            if (IsFinite(clause, i))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether who does it stands right before the trigger: then "police fired gas" is a sentence, though "fired" might be a participle.
    /// </summary>
    public static bool IsActive(EventAccount account) => IsActive(account.Report.Annotated, account.Claim);

    public static bool IsActive(AnnotatedReport report, EventClaim claim)
    {
        string text = report.Report.Text;
        int end = claim.Trigger.End;
        bool passive = text.AsSpan(end, Math.Min(4, text.Length - end)).Trim().StartsWith("by", StringComparison.Ordinal);
        return !passive && report.Mentions.Any(m => claim.Initiators.Contains(m.Actor) && m.Span.End <= claim.Trigger.Start && claim.Trigger.Start - m.Span.End <= 12);
    }

    private static bool IsFinite(Token[] clause, int index)
    {
        Token token = clause[index];
        if (token.Tag == Upos.Aux)
            return true;
        if (token.Tag != Upos.Verb || token.Form == VerbForm.Gerund && !HasAuxiliary(clause, index))
            return false;
        bool infinitive = index > 0 && clause[index - 1].Lower == "to";
        // "Troops stationed in the north": a verb that is nearly always a participle there.
        bool participle = (token.Form == VerbForm.PastParticiple || Reduced.Contains(token.Lower)) && !HasAuxiliary(clause, index);
        return !infinitive && !participle;
    }

    private static bool HasAuxiliary(Token[] clause, int index)
    {
        for (int i = index - 1; i >= 0 && i >= index - 4; i--)
        {
            if (clause[i].Tag == Upos.Aux || clause[i].Lemma is "be" or "have" or "will")
                return true;
        }
        return false;
    }

    private static bool HasQuote(Token[] clause) => clause.Any(t => t.Text is "\"" or "“" or "”" or "«" or "»" or "„" or "''" or "``");

    private static IEnumerable<Token> TokensOf(AnnotatedReport report, TextSpan span)
    {
        Sentence? sentence = report.Sentences.FirstOrDefault(s => s.Span.Overlaps(span));
        if (sentence is null)
            yield break;
        for (int i = sentence.FirstToken; i < report.Tokens.Count && report.Tokens[i].Span.Start < span.End; i++)
        {
            if (span.Contains(report.Tokens[i].Span))
                yield return report.Tokens[i];
        }
    }
}
