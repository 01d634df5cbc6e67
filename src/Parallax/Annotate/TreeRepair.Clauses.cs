namespace Parallax.Annotate;

/// <summary>Clauses whose verb or subject the tree has given to a neighbour.</summary>
internal static partial class TreeRepair
{
    private static readonly HashSet<string> s_lengths = new(StringComparer.Ordinal)
    {
        "miles", "kilometres", "kilometers", "km", "metres", "meters", "yards", "feet", "minutes", "hours", "days", "weeks", "months", "years", "mile", "nautical",
    };

    private static bool HasSubject(WordReading[] words, int verb) =>
        Array.Exists(words, word => word.Head == verb && (word.Relation.StartsWith("nsubj", StringComparison.Ordinal) || word.Relation is "csubj" or "expl"));

    private static void MendClause(string[] forms, WordReading[] words, int at)
    {
        Infinitive(forms, words, at);
        NotInfinitive(forms, words, at);
        AwayFrom(forms, words, at);
        AroundSpeech(words, at);
        ReducedRelative(forms, words, at);
        BeforeAuxiliary(forms, words, at);
    }

    /// <summary>"are set to hand over", "is due to meet": what follows is a verb.</summary>
    private static void Infinitive(string[] forms, WordReading[] words, int at)
    {
        if (at < 3 || words[at].Xpos is not ("NN" or "VB") || words[at].Tag != Upos.Noun || forms[at - 1] != "to" || words[at - 1].Head != at || words[at].Head != at - 2
            || forms[at - 2] is not ("set" or "due" or "ready" or "poised" or "likely" or "unlikely" or "bound" or "willing" or "unwilling" or "unable") || words[at].Relation is not ("obl" or "nmod"))
            return;
        int governor = at - 2;
        if (!Array.Exists(words, word => word.Head == governor && word.Relation is "cop" or "aux:pass" or "aux"))
            return;
        for (int i = at + 1; i < words.Length; i++)
        {
            if (words[i].Head == governor && words[i].Tag != Upos.Punct)
                words[i] = words[i] with { Head = at, Relation = words[i].Relation == "obl" && !Array.Exists(words, word => word.Head == i && word.Relation == "case") ? "obj" : words[i].Relation };
            else if (words[i].Head == at && words[i].Relation == "nmod")
                words[i] = words[i] with { Relation = "obl" };
        }
        words[at] = words[at] with { Tag = Upos.Verb, Xpos = "VB", Relation = "xcomp" };
        words[at - 1] = words[at - 1] with { Tag = Upos.Part, Xpos = "TO", Relation = "mark" };
        if (at + 1 < words.Length && forms[at + 1] is "over" or "out" or "up" or "down" or "off" or "in" or "back" && words[at + 1].Tag is Upos.Adv or Upos.Adp)
        {
            int thing = words[at + 1].Head;
            words[at + 1] = words[at + 1] with { Tag = Upos.Adp, Xpos = "RP", Head = at, Relation = "compound:prt" };
            if (thing > at + 1 && words[thing].Head == at && words[thing].Relation == "obl")
                words[thing] = words[thing] with { Relation = "obj" };
        }
    }

    /// <summary>"sent food to quake survivors": behind "to" as a preposition a noun describes the next.</summary>
    private static void NotInfinitive(string[] forms, WordReading[] words, int at)
    {
        if (at < 1 || at + 1 >= words.Length || words[at].Xpos != "VB" || words[at].Relation is not ("nmod" or "obl") || forms[at - 1] != "to" || words[at - 1].Relation != "case" || words[at + 1].Head != at || words[at + 1].Tag is not (Upos.Noun or Upos.Propn))
            return;
        (words[at + 1], words[at]) = (words[at + 1] with { Head = words[at].Head, Relation = words[at].Relation }, words[at] with { Tag = Upos.Noun, Xpos = "NN", Head = at + 1, Relation = "compound" });
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == at)
                words[i] = words[i] with { Head = at + 1 };
        }
    }

    /// <summary>"hit by a drone 60 miles off the coast": the noun before a measured distance is not part of it.</summary>
    private static void AwayFrom(string[] forms, WordReading[] words, int at)
    {
        int number = at + 1, unit = words[at].Head;
        if (words[at].Relation != "compound" || words[at].Tag != Upos.Noun || unit <= number || words[number].Tag != Upos.Num || words[number].Head != unit || !s_lengths.Contains(forms[unit]) || words[unit].Head < 0)
            return;
        words[at] = words[at] with { Head = words[unit].Head, Relation = words[unit].Relation };
        words[unit] = words[unit] with { Head = words[unit].Head, Relation = "obl:unmarked" };
        for (int i = 0; i < at; i++)
        {
            if (words[i].Head == unit)
                words[i] = words[i] with { Head = at };
        }
    }

    /// <summary>"The militia, residents said, has blocked the road": the first of two subjects is that of what is said.</summary>
    private static void AroundSpeech(WordReading[] words, int verb)
    {
        if (words[verb].Tag != Upos.Verb || words[verb].Head >= 0 || words[verb].Xpos is not ("VBD" or "VBZ" or "VBP"))
            return;
        int first = -1, second = -1, said = -1;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head != verb)
                continue;
            if (i < verb && words[i].Relation == "ccomp")
                return;
            if (i < verb && words[i].Relation == "nsubj")
                (first, second) = first < 0 ? (i, -1) : (first, i);
            else if (i > verb && words[i].Relation == "ccomp" && said < 0)
                said = i;
        }
        if (second < 0 || said < 0 || words[said].Tag != Upos.Verb || HasSubject(words, said) || Array.Exists(words, word => word.Head == said && word.Relation == "mark"))
            return;
        bool passive = Array.Exists(words, word => word.Head == said && word.Relation == "aux:pass");
        words[first] = words[first] with { Head = said, Relation = passive ? "nsubj:pass" : "nsubj" };
    }

    /// <summary>"Rockets fired from the hills killed two", "attackers believed to be rebels shot a guard": of two verbs without a mark between them the first describes the subject.</summary>
    private static void ReducedRelative(string[] forms, WordReading[] words, int inner)
    {
        int outer = words[inner].Head, subject = -1;
        if (outer < 0 || outer >= inner || words[inner].Tag != Upos.Verb || words[inner].Xpos is not ("VBD" or "VBN") || words[inner].Relation is not ("advcl" or "ccomp" or "xcomp" or "conj" or "parataxis") || words[outer].Xpos is not ("VBD" or "VBN") || words[outer].Tag != Upos.Verb
            || forms[inner - 1] is "," or "and" or "or" or "but" or "—" or "–" || words[inner - 1].Tag is Upos.Adv or Upos.Aux or Upos.Sconj or Upos.Pron)
            return;
        bool thing = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == inner)
            {
                if (words[i].Relation is "mark" or "aux" or "aux:pass" or "cop" or "cc" || words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal) || (i < inner && words[i].Tag != Upos.Punct))
                    return;
                thing |= words[i].Relation == "obj";
            }
            if (words[i].Head != outer)
                continue;
            if (words[i].Relation is "aux" or "aux:pass" or "obj" or "iobj" or "mark" or "compound:prt")
                return;
            if (words[i].Relation == "nsubj" && i < outer)
                subject = i;
        }
        // "said killed" is damage; between the two stands what the first goes with.
        if (!thing || subject < 0 || words[subject].Tag is not (Upos.Noun or Upos.Propn) || inner - outer < 2 || outer != LastOf(words, subject, outer) + 1 || Array.IndexOf(forms, ",", outer, inner - outer) >= 0)
            return;
        words[inner] = words[inner] with { Head = words[outer].Head, Relation = words[outer].Relation, Xpos = "VBD" };
        words[outer] = words[outer] with { Head = subject, Relation = "acl", Xpos = "VBN" };
        words[subject] = words[subject] with { Head = inner, Relation = "nsubj" };
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Head == outer && i > inner)
                words[i] = words[i] with { Head = inner };
        }
    }

    private static int LastOf(WordReading[] words, int noun, int end)
    {
        int last = noun;
        for (int i = noun + 1; i < end; i++)
            last = words[i].Tag is Upos.Punct or Upos.Verb or Upos.Aux ? last : i;
        return last;
    }

    /// <summary>"If the army crosses the river, neighbouring states will close …": the noun between the comma and the auxiliary is the subject that the verb lacks.</summary>
    private static void BeforeAuxiliary(string[] forms, WordReading[] words, int auxiliary)
    {
        int verb = words[auxiliary].Head, noun = auxiliary - 1;
        if (words[auxiliary].Tag != Upos.Aux || words[auxiliary].Relation is not ("aux" or "aux:pass") || verb <= auxiliary || noun < 1 || words[noun].Tag is not (Upos.Noun or Upos.Propn) || words[noun].Head < 0 || words[noun].Head >= noun
            || words[verb].Tag != Upos.Verb || words[verb].Relation == "conj" || HasSubject(words, verb) || words[noun].Relation is not ("obj" or "obl" or "appos" or "conj" or "nmod" or "dep" or "parataxis" or "obl:unmarked"))
            return;
        int first = noun;
        while (first > 0 && words[first - 1].Head == noun && words[first - 1].Relation != "case" && words[first - 1].Tag != Upos.Punct)
            first--;
        if (first == 0 || forms[first - 1] != "," || words[words[noun].Head].Head == verb && words[noun].Relation is "appos" or "conj")
            return;
        bool passive = Array.Exists(words, word => word.Head == verb && word.Relation == "aux:pass");
        words[noun] = words[noun] with { Head = verb, Relation = passive ? "nsubj:pass" : "nsubj" };
    }

    /// <summary>"Police in Ghana's capital Accra detained…": a name right behind a noun of the subject's phrase is no second subject, it names that noun.</summary>
    private static void JoinName(WordReading[] words, int at)
    {
        if (words[at].Tag != Upos.Propn || !words[at].Relation.StartsWith("nsubj", StringComparison.Ordinal) || words[at - 1].Tag != Upos.Noun || words[at - 1].Relation is not ("nmod" or "obl"))
            return;
        int subject = words[at - 1].Head;
        if (subject >= 0 && subject < at - 1 && words[subject].Head == words[at].Head && words[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal))
            words[at] = words[at] with { Head = at - 1, Relation = "appos" };
    }
}
