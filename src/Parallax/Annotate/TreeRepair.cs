using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// What a finished tree of edited text cannot be: a finite verb without a subject behind a phrase of time that holds one ("On Tuesday police arrested"),
/// "having" as a full verb over a participle, two subjects of one verb of speech, a noun with a subject of its own.
/// </summary>
internal static partial class TreeRepair
{
    // How much less likely, in powers of e, a word may be a finite verb than what it was taken for.
    private const float LargestDoubt = 9f;
    private const int WidestAuxiliary = 4;

    private static readonly HashSet<string> s_times = new(StringComparer.Ordinal)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "weekend",
    };

    // Behind a noun without an article, and before "to", these are verbs: "workers across the country plan to march".
    private static readonly HashSet<string> s_intents = new(StringComparer.Ordinal) { "plan", "hope", "aim", "vow", "want", "promise", "pledge", "need", "attempt", "claim", "demand" };

    // Participles that join with a noun before them to describe another: "government backed militias".
    private static readonly HashSet<string> s_joined = new(StringComparer.Ordinal)
    {
        "backed", "led", "held", "run", "controlled", "occupied", "owned", "based", "sponsored", "funded", "financed", "made", "trained", "built", "supported", "dominated", "affected", "supplied", "armed", "assisted", "appointed", "elected", "flagged", "born", "related", "imposed", "administered", "ruled", "brokered", "mediated", "mandated", "monitored", "registered", "launched", "style",
    };

    /// <summary>Mends the tree in place.</summary>
    public static void Mend(string[] forms, WordReading[] words, TagScores tags, NetworkWeights weights)
    {
        MendVerbs(forms, words, tags, weights);
        for (int i = 1; i < words.Length; i++)
            JoinName(words, i);
    }

    private static void MendVerbs(string[] forms, WordReading[] words, TagScores tags, NetworkWeights weights)
    {
        InvertedCondition(forms, words);
        OpeningDate(forms, words);
        for (int i = 0; i < words.Length; i++)
        {
            JoinAuxiliary(forms, words, i);
            SplitTime(forms, words, i);
            NameVerb(words, i, tags, weights);
            FreeSubject(words, i);
            MendClause(forms, words, i);
            ShotAnd(forms, words, i);
            Captives(forms, words, i);
        }
        if (words.Length < 4 || forms[^1] is not ("." or "!" or "”" or "\"" or "’"))
            return;
        for (int i = 0; i < words.Length; i++)
        {
            if (SecondSubject(forms, words, i) is int subject and >= 0 && LikeliestVerb(forms, words, subject, i, tags, weights) is int verb and >= 0)
            {
                Promote(words, verb, subject, tags, weights);
                return;
            }
        }
        if (NounAsRoot(forms, words) is int root and >= 0 && LikeliestVerb(forms, words, root, words.Length, tags, weights) is int main and >= 0)
            Promote(words, main, root, tags, weights);
        else if (DescribingVerb(forms, words) is (int of, int deed) && deed >= 0)
            Promote(words, deed, of, tags, weights);
    }

    /// <summary>"Were Peru to close the border, …": Peru closes, and is not said to be anything.</summary>
    private static void InvertedCondition(string[] forms, WordReading[] words)
    {
        int were = Array.FindIndex(forms, form => char.IsLetter(form[0])), noun = were < 0 ? -1 : words[were].Head;
        if (were is < 0 or > 1 || forms[were] is not ("Were" or "were") || words[were].Relation != "cop" || noun <= were)
            return;
        int verb = Array.FindIndex(words, noun, word => word.Head == noun && word.Xpos == "VB" && word.Relation is "advcl" or "acl" or "xcomp" or "ccomp");
        if (verb < 1 || forms[verb - 1] != "to")
            return;
        int main = words[noun].Head;
        if (main < 0)
        {
            main = Array.FindIndex(words, verb, word => word.Head == noun && word.Tag is Upos.Verb && word.Relation is "parataxis" or "conj" or "ccomp");
            if (main < 0)
                return;
            words[main] = words[main] with { Head = -1, Relation = "root" };
        }
        for (int i = verb + 1; i < words.Length; i++)
        {
            if (words[i].Head == noun)
                words[i] = words[i] with { Head = main };
        }
        words[verb] = words[verb] with { Head = main, Relation = "advcl" };
        words[noun] = words[noun] with { Head = verb, Relation = "nsubj" };
        words[were] = words[were] with { Head = verb, Relation = "aux" };
    }

    /// <summary>"denied having set fire", "had neither shelled": the participle is the verb, not what "have" has.</summary>
    private static void JoinAuxiliary(string[] forms, WordReading[] words, int at)
    {
        if (words[at].Tag != Upos.Verb || forms[at] is not ("having" or "had" or "have" or "has" or "Having"))
            return;
        if (words[at].Relation == "aux" && words[at].Head > at)
        {
            for (int i = 0; i < words.Length; i++)
            {
                if (words[i].Head == at)
                    words[i] = words[i] with { Head = words[at].Head };
            }
            words[at] = words[at] with { Tag = Upos.Aux };
            return;
        }
        int verb = at + 1;
        while (verb < words.Length && verb < at + WidestAuxiliary && (words[verb].Tag == Upos.Adv || forms[verb] is "neither" or "not" or "never" or "both" or "either"))
            verb++;
        if (verb >= words.Length || words[verb].Xpos is not ("VBN" or "VBD") || words[verb].Tag != Upos.Verb || !(words[verb].Head == at && words[verb].Relation is "xcomp" or "ccomp" or "dep" || (words[at].Relation == "ccomp" && words[verb].Head == words[at].Head)))
            return;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == at && i != verb)
            {
                if (words[i].Relation is "obj")
                    return;
            }
        }
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == at && i != verb)
                words[i] = words[i] with { Head = verb };
        }
        words[verb] = words[verb] with { Head = words[at].Head, Relation = words[at].Relation, Xpos = "VBN" };
        words[at] = words[at] with { Tag = Upos.Aux, Head = verb, Relation = "aux" };
    }

    /// <summary>"On Tuesday police arrested …": the day belongs to the verb, and the noun behind it is the subject that the verb lacks.</summary>
    private static void SplitTime(string[] forms, WordReading[] words, int noun)
    {
        if (words[noun].Tag is not (Upos.Noun or Upos.Propn) || words[noun].Head <= noun || !words[noun].Relation.StartsWith("obl", StringComparison.Ordinal) || s_times.Contains(Folding.Fold(forms[noun])))
            return;
        int verb = words[noun].Head;
        if (words[verb].Tag != Upos.Verb)
            return;
        int preposition = -1, day = -1, passive = -1;
        bool finite = words[verb].Xpos is "VBD" or "VBZ" or "VBP";
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == verb)
            {
                if (words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal) || words[i].Relation.StartsWith("csubj", StringComparison.Ordinal))
                    return;
                finite |= words[i].Tag == Upos.Aux && words[i].Xpos != "VBG";
                passive = words[i].Relation == "aux:pass" ? i : passive;
            }
            if (words[i].Head != noun || i >= noun)
                continue;
            if (words[i].Relation == "case" && preposition < 0)
                preposition = i;
            else if (preposition >= 0 && s_times.Contains(Folding.Fold(forms[i])) && char.IsUpper(forms[i][0]) | words[i].Tag == Upos.Noun)
                day = i;
        }
        if (!finite || preposition < 0 || day < 0 || day == noun)
            return;
        for (int i = preposition; i < day; i++)
        {
            if (words[i].Head == noun)
                words[i] = words[i] with { Head = day };
        }
        words[day] = words[day] with { Head = verb, Relation = "obl" };
        words[noun] = words[noun] with { Relation = passive >= 0 ? "nsubj:pass" : "nsubj" };
    }

    /// <summary>"demanded that the minister resign": what stands in a clause with a subject of its own is its verb.</summary>
    private static void NameVerb(WordReading[] words, int at, TagScores tags, NetworkWeights weights)
    {
        if (words[at].Tag != Upos.Noun || words[at].Relation is not ("ccomp" or "advcl"))
            return;
        bool mark = false, subject = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head != at)
                continue;
            if (words[i].Relation is "cop" or "case" or "det" or "amod" or "nmod:poss" or "expl" or "compound" or "nummod")
                return;
            mark |= words[i].Relation == "mark" && i < at;
            subject |= words[i].Relation == "nsubj" && i == at - 1;
        }
        if (mark && subject)
            Retag(words, at, tags, weights);
    }

    /// <summary>"Ministers meeting in X agreed": the ministers agreed; the participle only describes them.</summary>
    private static void FreeSubject(WordReading[] words, int at)
    {
        if (words[at].Xpos != "VBG" || words[at].Relation != "nsubj" || words[at].Head <= at || words[words[at].Head].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return;
        int verb = words[at].Head, subject = -1;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == at && words[i].Tag is Upos.Aux)
                return;
            if (words[i].Head == at && i < at && words[i].Relation == "nsubj" && words[i].Tag is Upos.Noun or Upos.Propn)
                subject = i;
        }
        if (subject < 0)
            return;
        words[subject] = words[subject] with { Head = verb };
        words[at] = words[at] with { Head = subject, Relation = "acl" };
    }

    private static void Retag(WordReading[] words, int at, TagScores tags, NetworkWeights weights)
    {
        ReadOnlySpan<float> scores = tags(at);
        string best = "VBD";
        float most = float.NegativeInfinity;
        foreach ((int upos, int xpos) in weights.Pairs)
        {
            if (upos == (int)Upos.Verb && weights.Xpos[xpos] is "VBD" or "VBZ" or "VBP" && Score(scores, upos, xpos) > most)
                (most, best) = (Score(scores, upos, xpos), weights.Xpos[xpos]);
        }
        words[at] = words[at] with { Tag = Upos.Verb, Xpos = best };
    }

    private static float Score(ReadOnlySpan<float> scores, int upos, int xpos) => scores[upos] + scores[NetworkShape.UposCount + xpos];

    /// <summary>The first of two subjects of the verb of speech at <paramref name="verb"/>, where a comma parts them: "A deserter shot dead two men, a group said."; -1 where there is none.</summary>
    private static int SecondSubject(string[] forms, WordReading[] words, int verb)
    {
        if (words[verb].Tag != Upos.Verb || words[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return -1;
        int first = -1, second = -1;
        for (int i = 0; i < verb; i++)
        {
            if (words[i].Head != verb)
                continue;
            if (words[i].Relation is "ccomp" or "csubj")
                return -1;
            if (words[i].Relation == "nsubj")
                (first, second) = second < 0 && first < 0 ? (i, -1) : (first, i);
        }
        return first >= 0 && second > first && Array.IndexOf(forms, ",", first, second - first) > first ? first : -1;
    }

    /// <summary>The root, where it is a noun and no sentence's head: it has no copula, no preposition, and something follows it.</summary>
    private static int NounAsRoot(string[] forms, WordReading[] words)
    {
        int root = Array.FindIndex(words, word => word.Head < 0);
        if (root < 0 || words[root].Tag is not (Upos.Noun or Upos.Propn) || !char.IsUpper(forms[0][0]))
            return -1;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == root && (words[i].Relation is "cop" or "case" or "parataxis" or "aux" or "ccomp" or "expl" || (words[i].Tag == Upos.Verb && i < root) || (words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))))
                return -1;
        }
        return root;
    }

    /// <summary>"Police detained soldiers and students, a lawyer said": a participle does not stand between a noun and the one it describes.</summary>
    private static (int Subject, int Verb)? DescribingVerb(string[] forms, WordReading[] words)
    {
        for (int i = 0; i + 2 < words.Length; i++)
        {
            int thing = words[i + 1].Head;
            if (words[i].Tag is not (Upos.Noun or Upos.Propn) || words[i + 1].Xpos is not ("VBN" or "VBD") || words[i + 1].Relation != "amod" || thing <= i + 1 || words[i].Head != thing || words[i].Relation != "compound" || s_joined.Contains(forms[i + 1]))
                continue;
            // A clause of its own is begun here: by the sentence, or by the comma after another clause.
            int first = i;
            while (first > 0 && (words[first - 1].Head == thing || words[first - 1].Head == i) && words[first - 1].Tag is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num)
                first--;
            bool opens = first == 0 || forms[first - 1] == ",";
            bool across = words[thing].Relation is "obj" or "obl" && words[thing].Head < first && first > 0 && forms[first - 1] == ",";
            bool loose = across || words[thing].Head < 0 || words[thing].Relation is "conj" or "parataxis" || (words[thing].Relation == "nsubj" && words[thing].Head > thing && Array.IndexOf(forms, ",", thing, words[thing].Head - thing) > 0);
            if (opens && loose)
                return (i, i + 1);
        }
        return null;
    }

    /// <summary>The word between the subject and the next comma that is likeliest a finite verb; -1 where one stands there already or none is likely.</summary>
    private static int LikeliestVerb(string[] forms, WordReading[] words, int subject, int end, TagScores tags, NetworkWeights weights)
    {
        int best = -1;
        float least = LargestDoubt;
        for (int i = subject + 1; i < end && forms[i] is not ("," or ";" or ":" or "—" or "–"); i++)
        {
            if (words[i].Xpos is "WP" or "WDT" or "WRB" or "MD" || words[i].Tag == Upos.Sconj)
                break;
            bool finite = words[i].Tag is Upos.Verb or Upos.Aux && words[i].Xpos is "VBD" or "VBZ" or "VBP";
            // "Workers have downed tools, their union said": the auxiliary was given to the verb of speech.
            if (words[i].Tag == Upos.Aux && words[i].Head == end && i + 1 < end && words[i + 1].Xpos is "VBN" or "VBD" or "VBG" or "VB" && words[i + 1].Relation is "amod" or "compound" or "acl")
                return i + 1;
            if (finite && words[i].Relation is not ("conj" or "compound" or "amod") && !(words[i].Relation == "acl" && words[i].Head == subject))
                return -1;
            if (finite && words[i].Relation is "conj" or "acl" && words[i].Head == subject && words[i - 1].Tag is Upos.Noun or Upos.Propn)
                return i;
            if (words[i].Tag is not (Upos.Noun or Upos.Verb or Upos.Adj) || char.IsUpper(forms[i][0]) || words[i].Xpos is "VBG" or "VB" or "NNS" || words[i - 1].Tag == Upos.Det || words[i - 1].Tag == Upos.Num || words[i - 1].Tag == Upos.Adp || forms[i - 1] is "to" or "and")
                continue;
            if (finite && words[i].Relation == "conj")
                break;
            ReadOnlySpan<float> scores = tags(i);
            float top = float.NegativeInfinity, verbal = float.NegativeInfinity;
            foreach ((int upos, int xpos) in weights.Pairs)
            {
                float score = Score(scores, upos, xpos);
                top = Math.Max(top, score);
                if (upos == (int)Upos.Verb && weights.Xpos[xpos] is "VBD" or "VBP")
                    verbal = Math.Max(verbal, score);
            }
            // "shot at", "shot dead" are verbs; what was mended already is no longer in doubt.
            float doubt = finite || (i + 1 < end && ((forms[i] == "shot" && forms[i + 1] is "at" or "dead") || (forms[i + 1] == "to" && words[i].Xpos == "NN" && s_intents.Contains(forms[i])))) ? 0 : top - verbal;
            if (doubt < least)
                (least, best) = (doubt, i);
        }
        return best;
    }

    /// <summary>Makes <paramref name="verb"/> the head of the clause whose subject is <paramref name="subject"/>.</summary>
    private static void Promote(WordReading[] words, int verb, int subject, TagScores tags, NetworkWeights weights)
    {
        (int head, string relation) = (words[subject].Head, words[subject].Relation);
        int thing = words[verb].Relation is "amod" or "compound" && words[verb].Head > verb ? words[verb].Head : -1;
        // The subject hung inside what is now the object: the clause hangs where that did.
        for (int step = 0; head > verb && head == thing && step < 2; step++)
            (head, relation) = (words[thing].Head, words[thing].Relation);
        if (relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "obj" or "obl")
            relation = head > verb ? "ccomp" : "parataxis";
        int last = verb - 1;
        while (last > subject && words[last].Tag is not (Upos.Noun or Upos.Propn))
            last--;
        int old = words[verb].Head;
        for (int i = 0; i < words.Length; i++)
        {
            if (i == verb || i == subject)
                continue;
            int of = words[i].Head;
            if (i > subject && i < verb)
            {
                // The words before the verb stay with the subject.
                if (words[i].Tag == Upos.Aux && of >= verb)
                    words[i] = words[i] with { Head = verb };
                else if (of >= verb)
                    words[i] = i == last ? words[i] with { Head = subject, Relation = "nmod" } : words[i] with { Head = last };
            }
            else if (i > verb && ((of >= subject && of < verb) || (of == old && of < verb && of >= 0)))
            {
                words[i] = words[i] with { Head = verb, Relation = words[i].Relation switch { "nmod" when thing == i => "obj", "nmod" => "obl", "appos" => "obj", "acl" => "xcomp", string same => same } };
            }
            else if (i < subject && of >= verb && of == thing)
            {
                words[i] = words[i] with { Head = subject };
            }
        }
        if (thing >= 0)
            words[thing] = words[thing] with { Head = verb, Relation = "obj" };
        words[verb] = words[verb] with { Head = head, Relation = head < 0 ? "root" : relation };
        words[subject] = words[subject] with { Head = verb, Relation = "nsubj" };
        if (words[verb - 1].Tag == Upos.Aux)
            words[verb] = words[verb] with { Tag = Upos.Verb };
        else
            Retag(words, verb, tags, weights);
        Uncircle(words, verb);
    }

    // What still hangs in a circle hangs on the verb.
    private static void Uncircle(WordReading[] words, int verb)
    {
        for (int i = 0; i < words.Length; i++)
        {
            int at = i;
            int step = 0;
            while (at >= 0 && step <= words.Length)
            {
                at = words[at].Head;
                step++;
            }
            if (at >= 0 && i != verb)
                words[i] = words[i] with { Head = verb };
        }
    }
}
