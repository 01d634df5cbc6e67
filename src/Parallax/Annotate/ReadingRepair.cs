namespace Parallax.Annotate;

/// <summary>
/// What is known of whole sentences and a network trained on letters and blogs does not take to heart: edited text that ends with a stop has a
/// finite verb ("A gunman shot a teacher."), a small initial behind an article is no name's
/// ("the march"), and a capital inside a sentence, where others begin small, mostly is ("Roos said").
/// </summary>
internal static class ReadingRepair
{
    private const int FewestWords = 3;

    // How much less likely, in powers of e, a word may be a finite verb than what it was taken for.
    private const float LargestDoubt = 7f;
    private const float NounDoubt = 4f, NameDoubt = 2.5f;

    // What the tree is told: the verb is the root, and no article hangs on it.
    private const float RootGain = 6f, ArticleLoss = 8f, PairGain = 8f;

    private static readonly HashSet<string> s_notOfVerb = new(["compound", "amod", "det", "nummod", "nmod:poss", "nmod", "acl"], StringComparer.Ordinal);

    /// <summary>Mends the tags of one sentence; the index of the word made a finite verb, or -1.</summary>
    /// <param name="words">The words.</param>
    /// <param name="pairs">Their tags, changed in place.</param>
    /// <param name="tags">The scores of the tags of word i, as the network gives them.</param>
    /// <param name="weights">The vocabularies.</param>
    public static int Mend(string[] words, Span<(int Upos, int Xpos)> pairs, TagScores tags, NetworkWeights weights)
    {
        bool hasFinite = false;
        (bool capitals, bool title) = SentenceStyle.Of(words);
        for (int i = 0; i < words.Length; i++)
        {
            hasFinite |= IsFinite(weights.Xpos[pairs[i].Xpos]);
            if (pairs[i].Upos == (int)Upos.Propn && i > 0 && pairs[i - 1].Upos == (int)Upos.Det && char.IsLower(words[i][0]) && char.IsUpper(words[0][0]))
            {
                (int Upos, int Xpos) noun = Best(tags(i), weights, (upos, _) => upos == (int)Upos.Noun, out float score);
                if (Score(tags(i), pairs[i]) - score < NounDoubt)
                    pairs[i] = noun;
            }
            else if (pairs[i].Upos == (int)Upos.Propn && i > 0 && words[i].Length > 2 && char.IsLower(words[i][0]) && words[i][^1] is 't' or 'd' && !capitals && words[i - 1] is "—" or "–" or ",")
            {
                // A small word in "-d" or "-t" behind a mark is hardly a name: "the port—closed for years—sent".
                (int Upos, int Xpos) action = Best(tags(i), weights, (upos, _) => upos == (int)Upos.Verb, out float score);
                if (Score(tags(i), pairs[i]) - score < NounDoubt)
                    pairs[i] = action;
            }
            else if (pairs[i].Upos == (int)Upos.Noun && i > 0 && !capitals && !title && words[i].Length > 1 && char.IsUpper(words[i][0]) && char.IsLower(words[i][1]) && (char.IsLetterOrDigit(words[i - 1][^1]) || words[i - 1][^1] is '”' or '"' or ','))
            {
                (int Upos, int Xpos) name = Best(tags(i), weights, (upos, _) => upos == (int)Upos.Propn, out float score);
                if (Score(tags(i), pairs[i]) - score < NameDoubt)
                    pairs[i] = name;
            }
        }
        if (hasFinite || words.Length < FewestWords || words[^1] is not ("." or "!") || !words[0].AsSpan().ContainsAnyInRange('A', 'Z'))
            return -1;
        int verb = -1;
        float least = LargestDoubt;
        (int Upos, int Xpos) pair = default;
        // The first word is left as it is: a bare verb there is an order or a fragment.
        for (int i = 1; i < words.Length - 1; i++)
        {
            (int Upos, int Xpos) finite = Best(tags(i), weights, (upos, xpos) => upos == (int)Upos.Verb && IsFinite(weights.Xpos[xpos]), out float score);
            float doubt = Score(tags(i), pairs[i]) - score;
            if (doubt < least)
                (least, verb, pair) = (doubt, i, finite);
        }
        if (verb >= 0)
            pairs[verb] = pair;
        return verb;
    }

    /// <summary>
    /// Mends the first pair of words of which one is the verb and the other cannot be ("a bomb wounded four", "the army shot dead a smuggler");
    /// the index of its first word, or -1.
    /// </summary>
    public static int MendPair(string[] words, Span<(int Upos, int Xpos)> pairs, TagScores tags, NetworkWeights weights)
    {
        for (int i = 1; i + 1 < words.Length; i++)
        {
            if (words[i] == "shot" && words[i + 1] == "dead" && pairs[i].Upos == (int)Upos.Noun)
            {
                pairs[i] = Best(tags(i), weights, (upos, xpos) => upos == (int)Upos.Verb && weights.Xpos[xpos] == "VBD", out _);
                return i;
            }
            if (OfSubject(words, pairs, weights, i) || HarmsMany(words, pairs, weights, i))
            {
                pairs[i] = Best(tags(i), weights, (upos, _) => upos == (int)Upos.Noun, out _);
                pairs[i + 1] = Best(tags(i + 1), weights, (upos, xpos) => upos == (int)Upos.Verb && weights.Xpos[xpos] == "VBD", out _);
                return i;
            }
        }
        return -1;
    }

    // Behind "a" and its adjectives a verb in its plain form is a noun; the past form right behind it is the verb.
    private static bool OfSubject(string[] words, ReadOnlySpan<(int Upos, int Xpos)> pairs, NetworkWeights weights, int at)
    {
        if (pairs[at].Upos != (int)Upos.Verb || weights.Xpos[pairs[at].Xpos] is not ("VB" or "VBP") || pairs[at + 1].Upos != (int)Upos.Verb || weights.Xpos[pairs[at + 1].Xpos] is not ("VBD" or "VBN"))
            return false;
        int i = at - 1;
        while (i > 0 && i > at - 4 && pairs[i].Upos is (int)Upos.Noun or (int)Upos.Adj)
            i--;
        return i >= 0 && words[i] is "a" or "an" or "A" or "An" && pairs[i].Upos == (int)Upos.Det;
    }

    // "a car bomb wounded three nurses": a participle behind a noun has no object; only lengths of time may follow it ("killed three years ago").
    private static bool HarmsMany(string[] words, ReadOnlySpan<(int Upos, int Xpos)> pairs, NetworkWeights weights, int at)
    {
        if (pairs[at].Upos != (int)Upos.Noun || at + 3 >= words.Length || words[at + 1] is not ("killed" or "wounded" or "injured" or "destroyed" or "damaged" or "hurt") || weights.Xpos[pairs[at + 1].Xpos] != "VBN"
            || pairs[at + 2].Upos != (int)Upos.Num || pairs[at + 3].Upos is not ((int)Upos.Noun or (int)Upos.Adj)
            || words[at + 3] is "years" or "months" or "days" or "weeks" or "hours" or "minutes" or "decades" or "year" or "month" or "day" or "week" or "hour" or "times" or "miles" or "kilometres" or "kilometers" or "km")
            return false;
        int before = at - 1;
        while (before >= 0 && pairs[before].Upos is (int)Upos.Noun or (int)Upos.Propn or (int)Upos.Adj or (int)Upos.Num or (int)Upos.Det)
            before--;
        return before < 0 || pairs[before].Upos is not ((int)Upos.Adp or (int)Upos.Verb or (int)Upos.Aux);
    }

    /// <summary>Tells the scores of heads about a mended pair.</summary>
    public static void BendPair(Span<float> scores, int columns, ReadOnlySpan<(int Upos, int Xpos)> pairs, int pair)
    {
        if (pair < 0)
            return;
        int next = pair + 1;
        if (pairs[pair].Upos == (int)Upos.Noun)
        {
            scores[(pair * columns) + next] += PairGain;
            scores[(next * columns) + pair] -= PairGain;
            return;
        }
        // "dead" belongs to the verb before it, and nothing to "dead"; no article hangs on the verb.
        scores[(next * columns) + pair] += PairGain;
        for (int i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Upos == (int)Upos.Det)
                scores[(i * columns) + pair] -= ArticleLoss;
            if (i != pair && i != next)
                scores[(i * columns) + next] -= PairGain;
            if (i < pair && pairs[i].Upos is (int)Upos.Noun or (int)Upos.Propn)
                scores[(pair * columns) + i] -= PairGain;
        }
        // Its subject is the nearest noun before it that no preposition governs: "a deserter from the army shot dead".
        for (int i = pair - 1; i >= 0; i--)
        {
            if (pairs[i].Upos is not ((int)Upos.Noun or (int)Upos.Propn))
                continue;
            int before = i - 1;
            while (before >= 0 && pairs[before].Upos is (int)Upos.Noun or (int)Upos.Propn or (int)Upos.Adj or (int)Upos.Num or (int)Upos.Det)
                before--;
            bool governed = before >= 0 && pairs[before].Upos == (int)Upos.Adp;
            scores[(i * columns) + pair] += governed ? -PairGain : PairGain;
            if (!governed)
                return;
            i = before;
        }
    }

    /// <summary>Tells the scores of heads about a mended verb.</summary>
    /// <param name="scores">Row = dependent; column <c>pairs.Length</c> is the root.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="pairs">The tags.</param>
    /// <param name="verb">The word made a finite verb, or -1.</param>
    public static void Bend(Span<float> scores, int columns, ReadOnlySpan<(int Upos, int Xpos)> pairs, int verb)
    {
        if (verb < 0)
            return;
        scores[verb * columns + pairs.Length] += RootGain;
        for (int i = 0; i < pairs.Length; i++)
        {
            if (pairs[i].Upos == (int)Upos.Det)
                scores[i * columns + verb] -= ArticleLoss;
        }
    }

    /// <summary>
    /// The main verb of a sentence that was read as a name with a relative clause ("Varnow, which backs the plan, called for talks."), or -1:
    /// a finite verb behind that of the relative clause, best one behind a comma. Its tags may be mended.
    /// </summary>
    public static int MainVerb(Span<(int Upos, int Xpos)> pairs, int[] heads, string[] words, TagScores tags, NetworkWeights weights)
    {
        int root = Array.IndexOf(heads, -1), relative = -1, inner = -1, verb = -1, last = words.Length - 1;
        while (last > 0 && words[last] is "”" or "\"" or "’" or "''" or ")")
            last--;
        if (root < 0 || words[last] is not ("." or "!") || pairs[root].Upos is not ((int)Upos.Noun or (int)Upos.Propn or (int)Upos.Pron or (int)Upos.Num))
            return -1;
        bool hasFinite = false;
        for (int i = 1; i < pairs.Length; i++)
        {
            string xpos = weights.Xpos[pairs[i].Xpos];
            bool isVerb = pairs[i].Upos == (int)Upos.Verb, afterMark = words[i - 1] is "," or "—" or "–";
            // "Rioters smashed shop windows.": a verb in the past tense describes no noun behind it.
            if (isVerb && xpos is "VBD" or "VBZ" && heads[i] > i && weights.Xpos[pairs[heads[i]].Xpos] is not "VBD" and not "VBZ" && (afterMark || (pairs[i - 1].Upos is (int)Upos.Noun or (int)Upos.Propn or (int)Upos.Pron && weights.Xpos[pairs[i - 1].Xpos] is not ("WP" or "WDT"))))
                return i;
            hasFinite |= IsFinite(xpos) && (heads[i] != root || i < root || words[i - 1] is not ("," or "—" or "–"));
        }
        // "The envoy, a former judge, accused the army of lying.": without another finite verb the participle behind the last comma is one.
        for (int i = pairs.Length - 1; i > root && !hasFinite; i--)
        {
            if (pairs[i].Upos != (int)Upos.Verb || weights.Xpos[pairs[i].Xpos] is not "VBN" || heads[i] != root || words[i - 1] is not ("," or "—" or "–") || words[Math.Min(i + 1, words.Length - 1)] is "by" or "in" or "on" or "at" or "," or "as")
                continue;
            pairs[i] = Best(tags(i), weights, (upos, other) => upos == (int)Upos.Verb && weights.Xpos[other] == "VBD", out _);
            return i;
        }
        for (int i = root + 1; i < pairs.Length; i++)
        {
            string xpos = weights.Xpos[pairs[i].Xpos];
            if (heads[i] == root && pairs[i].Upos == (int)Upos.Aux)
                return -1;
            if (relative < 0 && xpos is "WP" or "WDT")
                relative = i;
            if (relative < 0 || pairs[i].Upos != (int)Upos.Verb)
                continue;
            if (inner < 0)
            {
                inner = i;
                continue;
            }
            int before = i - 1;
            while (before > inner && pairs[before].Upos == (int)Upos.Adv)
                before--;
            // Behind the comma a past tense is easily taken for a participle.
            if (words[before] == "," && (IsFinite(xpos) || xpos == "VBN"))
            {
                pairs[i] = Best(tags(i), weights, (upos, other) => upos == (int)Upos.Verb && IsFinite(weights.Xpos[other]), out _);
                return i;
            }
            verb = verb < 0 && IsFinite(xpos) ? i : verb;
        }
        return verb;
    }

    /// <summary>"Two of the four people died.": a bare number before a verb without a subject is its subject.</summary>
    public static void NameSubjects(WordReading[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            int verb = words[i].Head;
            if (words[i].Tag != Upos.Num || words[i].Relation != "obl:unmarked" || verb <= i || words[verb].Tag != Upos.Verb)
                continue;
            bool free = true;
            for (int k = 0; k < words.Length && free; k++)
                free = words[k].Head != verb && words[k].Head != i || !(words[k].Relation.StartsWith("nsubj", StringComparison.Ordinal) || (words[k].Head == i && words[k].Relation == "case"));
            if (free)
                words[i] = words[i] with { Relation = "nsubj" };
        }
    }

    /// <summary>Tells the scores of heads that a word is the root.</summary>
    public static void MakeRoot(Span<float> scores, int columns, int length, int word) => scores[word * columns + length] += 2 * RootGain;

    /// <summary>Whether a word may hang on a mended verb by this relation.</summary>
    public static bool MayHang(string relation) => !s_notOfVerb.Contains(relation);

    private static bool IsFinite(string xpos) => xpos is "VBD" or "VBZ" or "VBP" or "MD";

    private static float Score(ReadOnlySpan<float> tags, (int Upos, int Xpos) pair) => tags[pair.Upos] + tags[NetworkShape.UposCount + pair.Xpos];

    private static (int Upos, int Xpos) Best(ReadOnlySpan<float> tags, NetworkWeights weights, Func<int, int, bool> wanted, out float most)
    {
        (int Upos, int Xpos) best = default;
        most = float.NegativeInfinity;
        foreach ((int upos, int xpos) in weights.Pairs)
        {
            if (wanted(upos, xpos) && Score(tags, (upos, xpos)) is float score && score > most)
                (most, best) = (score, (upos, xpos));
        }
        return best;
    }
}

/// <summary>The scores of the tags of a word of the sentence.</summary>
internal delegate ReadOnlySpan<float> TagScores(int word);
