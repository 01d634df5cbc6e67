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
        report = AllBut(report);
        List<QuantityMention>? added = null;
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading || !HasHarm(report, sentence))
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (Implied(report, sentence, i, words) is { } quantity && !report.Quantities.Any(known => known.Sentence == sentence.Index && known.Kind != QuantityKind.Ordinal && known.Span.Overlaps(quantity.Span)))
                    (added ??= []).Add(quantity);
            }
        }
        if (added is null)
            return report;
        List<QuantityMention> all = [.. report.Quantities, .. added];
        all.Sort((left, right) => left.Span.CompareTo(right.Span));
        return report with { Quantities = all };
    }

    /// <summary>"All but two of the 30 hostages" are 28; without the whole nothing is known of how many.</summary>
    private static AnnotatedReport AllBut(AnnotatedReport report)
    {
        List<QuantityMention>? all = null;
        for (int q = 0; q < report.Quantities.Count; q++)
        {
            QuantityMention few = report.Quantities[q];
            Sentence sentence = report.Sentences[few.Sentence];
            if (few.Kind != QuantityKind.Count || sentence.EndToken - sentence.FirstToken > Extractor.LongestSentence)
                continue;
            int at = sentence.FirstToken;
            while (at < sentence.EndToken && report.Tokens[at].Span.Start < few.Span.Start)
                at++;
            if (at < sentence.FirstToken + 2 || report.Tokens[at - 1].Lower != "but" || report.Tokens[at - 2].Lower is not ("all" or "everyone" or "everybody"))
                continue;
            all ??= [.. report.Quantities];
            QuantityMention? whole = q + 1 < report.Quantities.Count && report.Quantities[q + 1] is { Kind: QuantityKind.Count } next && next.Sentence == few.Sentence
                && report.Report.Text[few.Span.End..next.Span.Start] is " of the " or " of its " or " of their " or " of " or " of those " or " of his " or " of her " ? next : null;
            all[q] = whole is { Low: decimal low, High: decimal high } && low == high && few.Low == few.High && low > few.Low
                ? few with { Span = Text.TextSpan.FromBounds(report.Tokens[at - 2].Span.Start, few.Span.End), Low = low - few.Low, High = low - few.Low, HeadToken = whole.HeadToken }
                : few with { Kind = QuantityKind.Ordinal };
        }
        return all is null ? report : report with { Quantities = all };
    }

    private static bool HasHarm(AnnotatedReport report, Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (s_harm.Contains(report.Tokens[i].Lemma) || s_harm.Contains(report.Tokens[i].Lower) || (report.Tokens[i].Lower is "casualties" or "injuries" or "deaths" or "fatalities" && i > sentence.FirstToken && report.Tokens[i - 1].Lower == "no"))
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
        if (Told(report, sentence, at) is { } told)
            return told;
        if (token.Lower is not ("a" or "an") || IsOneOf(report, sentence, at))
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
        // "a family of five", "a crew of six": the number behind says how many.
        if (head >= 0 && head + 2 < sentence.EndToken && report.Tokens[head + 1].Lower == "of" && report.Tokens[head + 2].Tag == Upos.Num)
            return null;
        if (head < 0 || report.Tokens[head].Lower != report.Tokens[head].Lemma || !(words.Is("people", report.Tokens[head].Lemma) || words.Is("police", report.Tokens[head].Lemma) || words.Is("rank", report.Tokens[head].Lemma)))
            return null;
        return new QuantityMention(token.Span, token.Span, sentence.Index, 1, 1, Comparator.Exactly, false, QuantityKind.Count, null, head);
    }

    /// <summary>"two were killed and a third is missing", "one was pronounced dead", "both died": one, or two, of whom harm is told right behind.</summary>
    private static QuantityMention? Told(AnnotatedReport report, Sentence sentence, int at)
    {
        Token token = report.Tokens[at];
        string before = at > sentence.FirstToken ? report.Tokens[at - 1].Lower : "";
        bool third = token.Lower == "a" && at + 1 < sentence.EndToken && report.Tokens[at + 1].Lower is "second" or "third" or "fourth" or "fifth" or "sixth";
        // "killing one officer and injuring another"
        if (token.Lower == "another" && at > sentence.FirstToken && report.Tokens[at - 1].Tag == Upos.Verb && s_harm.Contains(report.Tokens[at - 1].Lemma) && (at + 1 >= sentence.EndToken || report.Tokens[at + 1].Tag is Upos.Punct or Upos.Cconj or Upos.Adv or Upos.Adp))
            return new QuantityMention(token.Span, token.Span, sentence.Index, 1, 1, Comparator.Exactly, false, QuantityKind.Count, null, -1);
        if (!third && (token.Lower is not ("one" or "both") || before is "no" or "any" or "every" or "this" or "that" or "each" or "which" or "the" or "or" or "on" or "at" or "of"))
            return null;
        int next = third ? at + 2 : at + 1;
        for (int i = next, limit = Math.Min(sentence.EndToken, next + 5); i < limit; i++)
        {
            Token word = report.Tokens[i];
            bool dead = word.Lemma is "pronounce" or "declare" && i + 1 < sentence.EndToken && report.Tokens[i + 1].Lower == "dead";
            if (i > next && (dead || s_harm.Contains(word.Lemma) || s_harm.Contains(word.Lower)) || i == next && word.Lemma is "die" or "drown" or "perish" && word.Tag == Upos.Verb)
            {
                Text.TextSpan span = third ? token.Span.Union(report.Tokens[at + 1].Span) : token.Span;
                int many = token.Lower == "both" ? 2 : 1;
                return new QuantityMention(span, span, sentence.Index, many, many, Comparator.Exactly, false, QuantityKind.Count, null, -1);
            }
            if (word.Tag is not (Upos.Aux or Upos.Adv) && word.Lemma is not ("be" or "have" or "remain"))
                return null;
        }
        return null;
    }

    /// <summary>"one of them a priest": the one is counted already.</summary>
    private static bool IsOneOf(AnnotatedReport report, Sentence sentence, int at) =>
        at - 3 >= sentence.FirstToken && report.Tokens[at - 1].Lower is "them" or "whom" && report.Tokens[at - 2].Lower == "of" && report.Tokens[at - 3].Lower == "one";
}
