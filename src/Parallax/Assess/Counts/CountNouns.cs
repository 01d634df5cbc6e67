using Parallax.Annotate;

namespace Parallax.Assess;

/// <summary>What a number counts that stands without a noun of its own: "the number of herders is 24", "there were 12", "many boats, perhaps two dozen".</summary>
internal sealed class CountNouns(CountLexicon lexicon)
{
    private const int AppositionReach = 4;
    private static readonly HashSet<string> s_assessing = new(["put", "estimate", "number", "place", "count", "give"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_sums = new(["number", "count", "total", "tally", "toll", "estimate", "figure"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_crowds = new(["crowd", "throng", "force", "group", "column", "convoy", "gathering", "rally", "march"], StringComparer.Ordinal);

    /// <summary>The counted noun's token; -1 where none is found. It may stand in the sentence before.</summary>
    public int Of(AnnotatedReport source, Sentence sentence, QuantityMention quantity)
    {
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.Start);
        if (at >= sentence.EndToken)
            return -1;
        // "Left 16 dead": what follows the number tells of whom.
        if (at + 1 < sentence.EndToken && source.Tokens[at + 1].Lower is "dead" or "wounded" or "injured" or "missing" or "hurt" or "homeless" or "killed")
            return -1;
        int found = OfCrowd(source, sentence, at);
        if (found < 0)
            found = OfEstimate(source, sentence, at);
        if (found < 0)
            found = OfSubject(source, sentence, at);
        if (found < 0)
            found = OfApposition(source, sentence, at);
        return found >= 0 ? found : OfAntecedent(source, sentence, at);
    }

    /// <summary>"A crowd of 3,000".</summary>
    private static int OfCrowd(AnnotatedReport source, Sentence sentence, int at) =>
        at - 2 >= sentence.FirstToken && source.Tokens[at - 1].Lower is "of" && s_crowds.Contains(source.Tokens[at - 2].Lemma) ? at - 2 : -1;

    /// <summary>"Police put the crowd in front of the school at 12,000".</summary>
    private static int OfEstimate(AnnotatedReport source, Sentence sentence, int at)
    {
        if (at - 2 < sentence.FirstToken || source.Tokens[at - 1].Lower is not "at")
            return -1;
        for (int i = at - 2; i > sentence.FirstToken; i--)
        {
            Token token = source.Tokens[i];
            // "A crowd that police put at 3,500".
            if (s_crowds.Contains(token.Lemma) && token.Tag == Upos.Noun)
                return i;
            if (token.Lower is "number" && i + 2 < at && source.Tokens[i + 1].Lower is "of")
                return OfSubject(source, sentence, at);
            if (token.Tag is Upos.Noun or Upos.Adj && token.Relation is "obj" or "nsubj:pass" && s_assessing.Contains(source.Tokens[Math.Max(token.Head, 0)].Lemma))
                return i;
        }
        return -1;
    }

    private static int OfSubject(AnnotatedReport source, Sentence sentence, int at)
    {
        int subject = -1;
        for (int i = sentence.FirstToken; i < at; i++)
        {
            Token token = source.Tokens[i];
            if (token.Relation.StartsWith("nsubj", StringComparison.Ordinal) && (token.Head == at || token.Head == source.Tokens[at].Head))
                subject = i;
            if (s_sums.Contains(token.Lower) && i + 2 < at && source.Tokens[i + 1].Lower == "of")
            {
                int k = i + 2;
                while (k < at && source.Tokens[k].Tag is Upos.Det or Upos.Pron && source.Tokens[k].Lower is not "those")
                    k++;
                // "The number of those killed": the participle is all that names them.
                if (k + 1 < at && source.Tokens[k].Lower is "those")
                    return k + 1;
                while (k + 1 < at && source.Tokens[k].Tag is Upos.Adj && source.Tokens[k].Head > k && source.Tokens[k].Head < at)
                    k++;
                return k < at && source.Tokens[k].Tag is Upos.Noun or Upos.Adj or Upos.Propn ? k : -1;
            }
        }
        int verb = source.Tokens[at].Head;
        if (subject < 0 && verb >= sentence.FirstToken && verb < sentence.EndToken)
            subject = ClauseSubject.Lent(source, sentence, verb);
        return subject >= 0 && source.Tokens[subject].Tag is Upos.Noun or Upos.Adj ? subject : -1;
    }

    /// <summary>"Many boats, perhaps two dozen, were wrecked".</summary>
    private static int OfApposition(AnnotatedReport source, Sentence sentence, int at)
    {
        if (source.Tokens[at].Relation is not ("appos" or "parataxis" or "nummod" or "compound" or "dep") && source.Tokens[at].Head >= 0 && source.Tokens[source.Tokens[at].Head].Relation is not ("appos" or "parataxis"))
            return -1;
        for (int i = at - 1; i > sentence.FirstToken && i >= at - AppositionReach; i--)
        {
            // "2,050 for the mayor, 1,310 for his rival": the noun belongs to the number before it.
            if (source.Tokens[i].Lower == ",")
                return source.Tokens[i - 1].Tag == Upos.Noun && !Enumerable.Range(sentence.FirstToken, i - sentence.FirstToken).Any(k => k >= i - AppositionReach && source.Tokens[k].Tag == Upos.Num) ? i - 1 : -1;
            if (source.Tokens[i].Tag is not (Upos.Adv or Upos.Adp or Upos.Num or Upos.Adj))
                return -1;
        }
        return -1;
    }

    /// <summary>"All the troops taken by the Resistance were visited. There were 18": the people last told of, with what befell them.</summary>
    private int OfAntecedent(AnnotatedReport source, Sentence sentence, int at)
    {
        int be = at - 1;
        while (be > sentence.FirstToken && source.Tokens[be].Tag is Upos.Adv or Upos.Adp && be > at - AppositionReach)
            be--;
        if (be - 1 < sentence.FirstToken || source.Tokens[be].Lemma != "be" || source.Tokens[be - 1].Lower is not ("there" or "they"))
            return -1;
        int from = sentence.FirstToken;
        // What stands in front of "there were" in its own sentence goes before what an earlier sentence told.
        foreach ((int first, int end) in new[] { (from, be - 1), (sentence.Index > 0 ? source.Sentences[sentence.Index - 1].FirstToken : from, from) })
        {
            int last = -1;
            for (int i = first; i < end; i++)
            {
                Token token = source.Tokens[i];
                if (token.Tag == Upos.Noun && token.Xpos is "NNS" && lexicon.ClassOf(CountLexicon.Key(token)) is CountReader.Person && (last < 0 || HasAct(source, i) || !HasAct(source, last)))
                    last = i;
            }
            if (last >= 0)
                return last;
        }
        return -1;
    }

    private bool HasAct(AnnotatedReport source, int noun)
    {
        for (int i = noun + 1; i < source.Tokens.Count && i <= noun + AppositionReach; i++)
        {
            if (source.Tokens[i].Head == noun && source.Tokens[i].Tag == Upos.Verb && lexicon.ActOf(source.Tokens[i].Lemma) is not null)
                return true;
        }
        return false;
    }
}
