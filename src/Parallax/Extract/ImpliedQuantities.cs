using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>
/// Adds the numbers that words imply: one for "a policeman was killed", none for "no one was hurt". Only before words of harm or arrest, where they count.
/// </summary>
internal static class ImpliedQuantities
{
    private static readonly HashSet<string> s_harm = new(StringComparer.Ordinal)
    {
        "kill", "die", "dead", "injure", "injured", "wound", "wounded", "hurt", "arrest", "detain", "missing", "shoot", "drown", "perish", "abduct", "kidnap",
    };

    /// <summary>The report with its numbers completed, in text order.</summary>
    public static AnnotatedReport Complete(AnnotatedReport report, WordClasses words)
    {
        List<QuantityMention>? added = null;
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading || !HasHarm(report, sentence))
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (Implied(report, sentence, i, words) is { } quantity && !report.Quantities.Any(known => known.Sentence == sentence.Index && known.Span.Overlaps(quantity.Span)))
                    (added ??= []).Add(quantity);
            }
        }
        if (added is null)
            return report;
        List<QuantityMention> all = [.. report.Quantities, .. added];
        all.Sort((left, right) => left.Span.CompareTo(right.Span));
        return report with { Quantities = all };
    }

    private static bool HasHarm(AnnotatedReport report, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (s_harm.Contains(report.Tokens[i].Lemma) || s_harm.Contains(report.Tokens[i].Lower))
                return true;
        }
        return false;
    }

    private static QuantityMention? Implied(AnnotatedReport report, Sentence sentence, int at, WordClasses words)
    {
        Token token = report.Tokens[at];
        if (token.Lower == "nobody" || (token.Lower == "no" && at + 1 < sentence.EndToken && report.Tokens[at + 1].Lower is "one" or "casualties" or "injuries" or "deaths" or "fatalities"))
        {
            Text.TextSpan span = token.Lower == "nobody" ? token.Span : token.Span.Union(report.Tokens[at + 1].Span);
            return new QuantityMention(span, token.Span, sentence.Index, 0, 0, Comparator.Exactly, false, QuantityKind.Count, null, token.Lower == "nobody" ? at : at + 1);
        }
        if (token.Lower is not ("a" or "an"))
            return null;
        // The noun phrase after the article: its last noun must be a word for one human being.
        int head = -1;
        for (int i = at + 1; i < sentence.EndToken && i < at + 6; i++)
        {
            Token word = report.Tokens[i];
            Upos tag = word.Tag;
            // A word in small letters is no name, even before one: "a fisherman on the Silver Lake".
            if (tag is Upos.Noun || (tag == Upos.Propn && char.IsLower(word.Text[0])))
                head = i;
            else if (tag == Upos.Verb && word.Relation is "amod" or "compound" && head < 0)
                continue;
            else if (tag == Upos.Num)
                return null;
            else if (tag is not (Upos.Adj or Upos.Propn or Upos.Adv) || head >= 0)
                break;
        }
        if (head < 0 || report.Tokens[head].Lower != report.Tokens[head].Lemma || !(words.Is("people", report.Tokens[head].Lemma) || words.Is("police", report.Tokens[head].Lemma)))
            return null;
        return new QuantityMention(token.Span, token.Span, sentence.Index, 1, 1, Comparator.Exactly, false, QuantityKind.Count, null, head);
    }
}
