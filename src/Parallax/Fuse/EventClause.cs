using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Cuts from the sentence of a claim the clause that can stand as a sentence by itself.</summary>
internal static class EventClause
{
    private const int MinLength = 18;


    // A cut before these leaves what stands before them whole.
    private static readonly HashSet<string> SafeBoundaries = new(
        ["after", "although", "as", "because", "but", "despite", "following", "leaving", "saying", "though", "when", "where", "which", "while"], StringComparer.Ordinal);

    private static readonly HashSet<string> BadEnds = new(
        ["a", "an", "and", "at", "by", "for", "from", "has", "have", "in", "into", "is", "of", "on", "or", "the", "to", "was", "were", "with", "that", "their", "its", "his", "her"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> FirstPersons = new(["i", "we", "us", "our", "my", "me", "you", "your"], StringComparer.Ordinal);

    /// <summary>The clause, capitalised and without a final stop; null where none of at most <paramref name="maxLength"/> stands by itself.</summary>
    public static string? Of(EventAccount account, int maxLength)
    {
        AnnotatedReport report = account.Report.Annotated;
        TextSpan evidence = account.Claim.Evidence;
        Token[] tokens = [.. TokensOf(report, evidence)];
        int trigger = Array.FindIndex(tokens, t => account.Claim.Trigger.Contains(t.Span));
        if (trigger < 0)
            return null;
        int first = FirstOf(tokens, trigger);
        if (first < 0 || !StartsWell(tokens, first, trigger))
            return null;
        int end = EndOf(tokens, first, trigger, maxLength);
        if (end < 0)
            return null;
        Token[] clause = tokens[first..end];
        if (clause.Any(t => FirstPersons.Contains(t.Lower) || t.Text is "?" or ":" or ";" or "(" or ")") || !HasFiniteVerb(clause) || HasQuote(clause))
            return null;
        string text = report.Report.Text[clause[0].Span.Start..clause[^1].Span.End].Replace('\n', ' ').Trim();
        return text.Length < MinLength ? null : char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>Leaves out an introduction that ends in a comma before the trigger: "On Monday,", "In response to the clashes,".</summary>
    private static int FirstOf(Token[] tokens, int trigger)
    {
        int first = 0;
        for (int i = 0; i < trigger; i++)
        {
            if (tokens[i].Text is "," or "—" or "–" && (IsIntroduction(tokens[first]) || tokens[first].Text is "," or "—" or "–"))
                first = i + 1;
        }
        return first < tokens.Length ? first : -1;
    }

    private static bool IsIntroduction(Token token) =>
        token.Tag is Upos.Adp or Upos.Sconj or Upos.Adv or Upos.Cconj or Upos.Part or Upos.Verb && token.Form == VerbForm.Gerund;

    // A subject must stand at the beginning, named, and before a verb that is the trigger.
    private static bool StartsWell(Token[] tokens, int first, int trigger)
    {
        Token token = tokens[first];
        if (token.Tag is not (Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num) || token.Lower is "this" or "that" or "these" or "those" or "such" or "which" or "who")
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
        return best;
    }

    private static bool HasFiniteVerb(Token[] clause) =>
        clause.Any(t => t.Tag is Upos.Verb or Upos.Aux && t.Form is VerbForm.Past or VerbForm.Present or VerbForm.Base or VerbForm.PastParticiple);

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
