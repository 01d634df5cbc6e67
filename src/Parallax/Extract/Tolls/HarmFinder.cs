using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>A word that says that somebody was harmed, and the token that names the one harmed; -1 where the sentence names nobody.</summary>
internal readonly record struct HarmSign(int Anchor, int Victim, Harm Harm, string Rule);

/// <summary>Finds who was killed, shot or injured in a sentence, from its tree: "the man found dead", "shot and killed two", "three hurt, one fatally".</summary>
internal sealed class HarmFinder(HarmWords words)
{
    // How far the words of a clause are looked at beside the verb.
    private const int Near = 12;

    /// <summary>The signs of harm in the sentence, in text order.</summary>
    public List<HarmSign> Find(SentenceTree s)
    {
        List<HarmSign> signs = [];
        // Lines that link to other stories.
        if (s.Lower(s.First) is "+" or "[" or "»" or "•" or "related" or "more" or ">" or "|")
            return signs;
        for (int i = s.First; i < s.End; i++)
        {
            Token token = s[i];
            if (!words.IsAnchor(token.Lemma) && !words.IsAnchor(token.Lower))
                continue;
            if (token.Tag is Upos.Adv or Upos.Adj && words.Of("by", token.Lower) is { } adverb)
                ByAdverb(s, i, adverb, signs);
            else if (token.Tag == Upos.Verb || (token.Tag == Upos.Adj && token.Lower != token.Lemma && words.Of("vo", token.Lemma) is not null))
                OfVerb(s, i, signs);
            else if (words.Of("a", token.Lower) is { } told && token.Tag is Upos.Noun && token.Relation is "xcomp")
                OfAdjective(s, i, told, signs);
            else if (token.Tag is Upos.Adj or Upos.Adv && words.Of("a", token.Lower) is { } state)
                OfAdjective(s, i, state, signs);
            else if (token.Tag is Upos.Noun or Upos.Propn)
                OfNoun(s, i, signs);
        }
        return signs;
    }

    private void OfVerb(SentenceTree s, int i, List<HarmSign> signs)
    {
        string lemma = s[i].Lemma;
        if (words.Of("vs", lemma) is { } ends)
        {
            bool denied = ends == Harm.Survived && IsNegated(s, i);
            if (denied || ends != Harm.Survived || s.Child(i, "obj") is not (int what and >= 0) || s[what].Tag == Upos.Noun)
                Add(s, signs, i, Subjects(s, i), denied ? Harm.Killed : ends, denied ? "not-survive" : lemma);
            return;
        }
        if (words.Of("vo", lemma) is { } harm)
        {
            if (lemma == "gun" && s.Lower(i + 1) != "down")
                return;
            if (lemma is "shoot" && s.Lower(i + 1) is "at" or "video" or "toward" or "towards" or "into" or "up" or "through" or "off" or "back" or "out" or "past" or "over")
                return;
            if (harm == Harm.Hit && !IsByShot(s, i))
                return;
            harm = harm == Harm.Hit || lemma == "gun" ? Harm.Shot : harm;
            List<int> undergoers = s.Child(i, "nummod") is int counted and >= 0 && counted < i ? [counted] : Undergoers(s, i);
            if (s[i].Relation is "acl" or "xcomp" && undergoers.Exists(victim => victim < i))
                undergoers.RemoveAll(victim => victim > i);
            Add(s, signs, i, undergoers, IsFatal(s, i) ? Harm.Killed : harm, lemma);
            return;
        }
        if (words.Is("care", lemma) && IsToClinic(s, i))
            Add(s, signs, i, Undergoers(s, i), Harm.Injured, "care");
        else if (words.Is("suffer", lemma) && s.Child(i, "obj") is int hurt and >= 0 && IsWound(s, hurt))
            Add(s, signs, i, Subjects(s, i), IsFatalNoun(s, hurt) ? Harm.Killed : Harm.Injured, "wounds");
    }

    private void OfAdjective(SentenceTree s, int i, Harm harm, List<HarmSign> signs)
    {
        if (harm == Harm.Shot && IsFatal(s, i))
            harm = Harm.Killed;
        // "three dead": the parser may hang the number on the adjective or the adjective on the number.
        int number = NumberBefore(s, i);
        if (number >= 0)
        {
            Add(s, signs, i, [number], harm, s[i].Lower);
            return;
        }
        // "left a man dead and a girl injured": the adjective is of those before it.
        List<int> described = Described(s, i);
        if (described.Exists(victim => victim < i))
            described.RemoveAll(victim => victim > i);
        Add(s, signs, i, described, harm, s[i].Lower);
    }

    /// <summary>"two fatally", "shot, one of them critically": the number before the adverb; otherwise the adverb belongs to its verb.</summary>
    private static void ByAdverb(SentenceTree s, int i, Harm harm, List<HarmSign> signs)
    {
        int number = NumberBefore(s, i);
        if (number >= 0 && !(s.Head(i) is int verb && verb > i && s[verb].Tag is Upos.Verb or Upos.Adj))
            signs.Add(new HarmSign(i, number, harm, "adverb"));
    }

    private void OfNoun(SentenceTree s, int i, List<HarmSign> signs)
    {
        string lemma = s[i].Lemma;
        if (lemma is "life" or "live" && s.Head(i) is int taking and >= 0 && words.Is("life", s[taking].Lemma) && s[i].Relation is "obj" or "nsubj:pass")
        {
            OfLife(s, i, taking, signs);
            return;
        }
        if (lemma == "body")
        {
            bool found = s.Head(i) is int find and >= 0 && s[find].Lemma is "find" or "discover" or "recover" or "identify" && s[i].Relation is "obj" or "nsubj:pass";
            List<int> bodies = found || s.Children(i).Any(child => s[child].Relation == "nmod" && s.Case(child) == "of") ? OfWhom(s, i) : [];
            if (bodies.Count > 0 || found)
                Add(s, signs, i, bodies.Count > 0 ? bodies : [i], Harm.Killed, "body");
            return;
        }
        if (words.Of("n", lemma) is { } harm)
        {
            bool fatal = harm == Harm.Shot && IsFatalNoun(s, i);
            int times = i - 1;
            while (times > s.First && !words.Is("times", s.Lower(times)) && (s[times].Relation == "compound" || words.Is("fatal", s.Lower(times))) && s.Head(times) >= times)
                times--;
            if (words.Is("times", s.Lower(times)) && !Attempted(s, i))
                signs.Add(new HarmSign(i, times, words.Is("fatal", s.Lower(i - 1)) ? Harm.Killed : harm, "multiple"));
            if (Attempted(s, i) || (s.Child(s.Head(i) >= 0 && s[i].Relation == "compound" ? s.Head(i) : i, "nmod:poss") < 0 && s[i].Relation == "compound"))
                return;
            List<int> victims = OfWhom(s, i);
            Add(s, signs, i, victims, fatal ? Harm.Killed : harm, lemma);
            return;
        }
        if (words.Is("wound", lemma) && s.Case(i) is "with" or "from" or "of" && s.Head(i) is int over and >= 0 && IsWound(s, i))
        {
            if (s[over].Tag == Upos.Verb)
                Add(s, signs, i, s[over].Lemma is "die" or "succumb" ? [] : s[over].Lemma is "find" or "take" or "treat" or "rush" or "transport" or "leave" or "locate" or "discover" ? Undergoers(s, over) : Subjects(s, over), IsFatalNoun(s, i) ? Harm.Killed : Harm.Injured, "wounds");
            else if (s[over].Tag is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num)
                Add(s, signs, i, [over], IsFatalNoun(s, i) ? Harm.Killed : Harm.Injured, "wounds");
        }
        else if (lemma == "condition" && s.Case(i) is "in" or "at" && s.Child(i, "amod") is int how and >= 0 && words.Is("condition", s[how].Lower) && s.Head(i) is int state and >= 0)
        {
            if (s[state].Tag is Upos.Verb or Upos.Adj)
                Add(s, signs, i, Subjects(s, state), Harm.Injured, "condition");
            else if (s[state].Tag is Upos.Noun or Upos.Propn or Upos.Num && s[state].Lemma is not ("hospital" or "center" or "centre"))
                Add(s, signs, i, [state], Harm.Injured, "condition");
        }
        else if (lemma == "condition" && s.Child(i, "nsubj") is int subject and >= 0 && s.Child(i, "cop") >= 0 && s.Child(i, "amod") is int grade and >= 0 && words.Is("condition", s[grade].Lower))
        {
            Add(s, signs, i, [subject], Harm.Injured, "condition");
        }
    }

    /// <summary>"claimed the lives of a boy and his mother", "claimed three lives", "took his own life", "lost her life".</summary>
    private static void OfLife(SentenceTree s, int life, int verb, List<HarmSign> signs)
    {
        List<int> whose = [];
        foreach (int child in s.Children(life))
        {
            if (s[child].Relation == "nmod" && s.Case(child) == "of")
                whose.AddRange(Joined(s, child));
        }
        if (whose.Count == 0 && s.Child(life, "nummod") is int number and >= 0)
            whose.Add(number);
        if (whose.Count == 0 && (s[verb].Lemma == "lose" || s.Children(life).Any(child => s.Lower(child) == "own")))
            whose.AddRange(Subjects(s, verb));
        else if (whose.Count == 0 && s.Child(life, "nmod:poss") is int owner and >= 0)
            whose.Add(owner);
        Add(s, signs, life, whose, Harm.Killed, "life");
    }

    private static bool IsNegated(SentenceTree s, int verb) => s.Children(verb).Any(child => s.Lower(child) is "not" or "n't" or "n’t" or "never");

    private static void Add(SentenceTree s, List<HarmSign> signs, int anchor, List<int> victims, Harm harm, string rule)
    {
        foreach (int victim in victims)
        {
            int who = victim;
            // "including the one killed" names some of those counted already.
            string by = s.Case(who) is "including" ? "include" : rule;
            if (s.Lower(who) is "himself" or "herself" or "themselves" or "itself" && s.Head(who) is int verb and >= 0 && Subjects(s, verb) is [int self, ..])
                who = self;
            if (!signs.Any(known => known.Victim == who && known.Harm == harm && known.Anchor == anchor))
                signs.Add(new HarmSign(anchor, who, harm, by));
        }
    }

    /// <summary>Who undergoes the verb, with all that "and" joins to them.</summary>
    public static List<int> Undergoers(SentenceTree s, int verb, int depth = 0)
    {
        if (depth > 6)
            return [];
        string relation = s[verb].Relation;
        if (s.Child(verb, "nsubj:pass") >= 0)
            return Own(s, verb);
        bool participle = s[verb].Xpos is "VBN" || s[verb].Tag == Upos.Adj;
        bool isPassive = s.Child(verb, "aux:pass") >= 0;
        if (isPassive && Bounded(s, verb) is int bounded and >= 0)
            return Joined(s, bounded);
        if (!isPassive && s.Child(verb, "obj") is int direct and >= 0 && s[verb].Relation != "amod")
            return Joined(s, direct);
        if (relation == "amod" && s.Head(verb) is int noun and >= 0)
            return Joined(s, noun);
        if (relation is "acl" or "acl:relcl" && (participle || isPassive) && s.Head(verb) is int antecedent and >= 0)
            return s.Child(verb, "nsubj") is int own and >= 0 && !isPassive ? (participle ? Joined(s, own) : []) : Joined(s, antecedent);
        // "found her and her brother, 15, shot to death"
        if (relation == "conj" && s[verb].Form is VerbForm.Past && s.Child(verb, "nsubj") >= 0 && s.Child(verb, "obj") < 0 && s.Head(verb) is int finding and >= 0 && s[finding].Lemma is "find" or "discover" or "leave")
            return [.. s.Child(finding, "obj") is int found and >= 0 ? Joined(s, found) : [], .. Own(s, verb)];
        if (relation is "conj" && s.Head(verb) is int first and >= 0)
        {
            if (Listed(s, verb, first) is int listed and >= 0 && (participle || isPassive))
                return Joined(s, listed);
            // "killed nine and wounded 14 others": the parser may hang both objects on the first verb.
            foreach (int child in s.Children(first))
            {
                if (s[child].Relation == "obj" && child > verb && child - verb < 8)
                    return Joined(s, child);
            }
            // "three people injured": in headlines the participle stands for a passive.
            if (s.Child(verb, "nsubj") >= 0)
                return participle ? Own(s, verb) : [];
            if (s[first].Tag is Upos.Verb or Upos.Adj && (participle || isPassive) && (s.Child(first, "nsubj:pass") >= 0 || s[first].Relation is "acl" or "acl:relcl" or "amod" || s.Child(first, "aux:pass") >= 0 || s[first].Xpos == "VBN"))
                return Undergoers(s, first, depth + 1);
            if (isPassive)
                return Subjects(s, first, depth + 1);
            return [];
        }
        if (isPassive || (participle && relation is "xcomp" or "advcl" or "ccomp" or "root" or "parataxis"))
        {
            if (s.Child(verb, "nsubj") >= 0)
                return Own(s, verb);
            if (NumberBefore(s, verb) is int number and >= 0)
                return [number];
            if (relation is "xcomp" && s.Head(verb) is int control and >= 0)
                return s.Child(control, "obj") is int thing and >= 0 ? Joined(s, thing) : Subjects(s, control, depth + 1);
            if (relation is "advcl" && s.Head(verb) is int over and >= 0)
                return Subjects(s, over, depth + 1);
            return [];
        }
        // "shot and killed a man": the object stands with the last verb.
        foreach (int child in s.Children(verb))
        {
            if (s[child].Relation == "conj" && s[child].Tag == Upos.Verb && s.Child(child, "nsubj") < 0 && s.Child(child, "obj") is int shared and >= 0 && shared - verb < 8)
                return Joined(s, shared);
        }
        return [];
    }

    /// <summary>The subjects of the verb, also those it shares with the verb it is joined to or hangs on.</summary>
    public static List<int> Subjects(SentenceTree s, int verb, int depth = 0)
    {
        if (depth > 6)
            return [];
        if (s.Child(verb, "nsubj", "nsubj:pass") >= 0)
            return Own(s, verb);
        if (Bounded(s, verb) is int bounded and >= 0)
            return Joined(s, bounded);
        int head = s.Head(verb);
        if (head < 0)
            return NumberBefore(s, verb) is int number and >= 0 ? [number] : [];
        if (Listed(s, verb, head) is int listed and >= 0)
            return Joined(s, listed);
        return s[verb].Relation switch
        {
            "conj" or "advcl" or "xcomp" or "ccomp" when s[head].Tag is Upos.Verb or Upos.Adj or Upos.Aux || s.Child(head, "cop") >= 0
                => s[verb].Relation == "xcomp" && s.Child(head, "obj") is int controlled and >= 0 ? Joined(s, controlled) : Subjects(s, head, depth + 1),
            // "two of the four who were shot died": without a subject of its own the clause is about the whole phrase.
            "acl" or "acl:relcl" => Joined(s, Whole(s, head)),
            _ => [],
        };
    }

    /// <summary>The subjects that hang on the verb; the parser may leave a dateline among them, or part "his mother and brother".</summary>
    private static List<int> Own(SentenceTree s, int verb)
    {
        List<int> all = [];
        int last = -1;
        foreach (int child in s.Children(verb))
        {
            if (s[child].Relation is not ("nsubj" or "nsubj:pass") || (last >= 0 && child > verb))
                continue;
            if (last >= 0 && HasDash(s, last, child))
                all.Clear();
            else if (last >= 0 && s.Child(child, "cc") < 0)
                continue;
            all.AddRange(Joined(s, Antecedent(s, verb, child)));
            last = child;
        }
        // "Two children, ages 3 and 5, and their mother have been found dead": the list may hang over the verb.
        if (s[verb].Relation == "conj" && s.Head(verb) is int list and >= 0 && list < verb && s[list].Tag is Upos.Noun or Upos.Propn && s.Child(verb, "cc") >= 0 && s.Child(list, "cop", "nsubj") < 0)
            all.Add(list);
        return all;
    }

    /// <summary>"At least 23, including seven children, were killed": the words that bound a number may be read as a preposition; -1 where there is no such subject.</summary>
    private static int Bounded(SentenceTree s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (child < verb && s[child].Relation == "obl" && s[child].Tag is Upos.Num or Upos.Noun && s.Case(child).Length == 0)
                return child;
        }
        return -1;
    }

    private static bool HasDash(SentenceTree s, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (s[i].Text is "–" or "—" or "--" or "-" or ":")
                return true;
        }
        return false;
    }

    /// <summary>"One man died and four others, including a woman, were injured": the parser may join the others to the verb before; -1 where it did not.</summary>
    private static int Listed(SentenceTree s, int verb, int head)
    {
        if (s[verb].Relation != "conj")
            return -1;
        foreach (int child in s.Children(head))
        {
            if (child > head && child < verb && s[child].Relation == "conj" && s[child].Tag is Upos.Noun or Upos.Num or Upos.Propn && s.Child(child, "cop") < 0)
                return child;
        }
        return -1;
    }

    private static int Whole(SentenceTree s, int noun)
    {
        while (s[noun].Relation == "nmod" && s.Case(noun) == "of" && s.Head(noun) is int over and >= 0 && over < noun)
            noun = over;
        return noun;
    }

    /// <summary>Whom an adjective describes: its noun, its subject, or whoever was found or left so.</summary>
    private static List<int> Described(SentenceTree s, int i, int depth = 0)
    {
        if (depth > 4)
            return [];
        if (s.Child(i, "nsubj", "nsubj:pass") >= 0)
            return Own(s, i);
        int head = s.Head(i);
        if (head < 0)
            return [];
        switch (s[i].Relation)
        {
            case "amod" when s[head].Tag is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron:
                return Joined(s, head);
            case "acl" or "acl:relcl":
                return Joined(s, head);
            case "xcomp" or "advcl" or "obl" or "advmod" when s[head].Tag == Upos.Verb:
                if (s[i].Relation is "advmod" or "obl" && s[head].Lemma is not ("shoot" or "find" or "leave" or "pronounce" or "declare" or "strike"))
                    return [];
                return s[head].Xpos == "VBN" || s.Child(head, "nsubj:pass", "aux:pass") >= 0 ? Undergoers(s, head)
                    : s.Child(head, "obj") is int left and >= 0 ? Joined(s, left) : s[head].Lemma is "lie" or "be" or "remain" or "drop" or "fall" ? Subjects(s, head) : [];
            case "xcomp" when s[head].Relation == "xcomp":
                return Described(s, head, depth + 1);
            case "conj" when s[head].Tag is Upos.Adj or Upos.Verb:
                if (Listed(s, i, head) is int listed and >= 0)
                    return Joined(s, listed);
                return s[head].Tag == Upos.Verb ? Subjects(s, head) : Described(s, head, depth + 1);
            default:
                return [];
        }
    }

    /// <summary>The one whose death or shooting it is: behind "of", else the owner.</summary>
    private static List<int> OfWhom(SentenceTree s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s[child].Relation == "nmod" && s.Case(child) == "of")
                return Joined(s, child);
        }
        // "the shooting death of two men" may hang the men on either noun.
        if (s.Head(noun) is int over and >= 0 && s[noun].Relation is "compound" or "conj" && s[over].Tag == Upos.Noun)
            return OfWhom(s, over);
        return s.Child(noun, "nmod:poss") is int owner and >= 0 ? Joined(s, owner) : [];
    }

    private static int Antecedent(SentenceTree s, int verb, int subject)
    {
        if (s.Lower(subject) is not ("who" or "that" or "which" or "whom"))
            return subject;
        int clause = verb;
        while (s[clause].Relation == "conj" && s.Head(clause) is int first and >= 0 && first < clause)
            clause = first;
        return s[clause].Relation is "acl:relcl" or "acl" && s.Head(clause) is int noun and >= 0 ? noun : subject;
    }

    /// <summary>The noun and those joined to it.</summary>
    private static List<int> Joined(SentenceTree s, int noun)
    {
        List<int> all = [noun];
        for (int k = 0; k < all.Count && all.Count < 40; k++)
        {
            foreach (int child in s.Children(all[k]))
            {
                if (s[child].Relation == "conj" && s[child].Tag is Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron or Upos.Adj && s.Child(child, "cop", "nsubj", "nsubj:pass") < 0)
                    all.Add(child);
            }
        }
        all.Sort();
        return all;
    }

    /// <summary>The number that hangs on the word, or stands right before it and counts nothing else; -1 where there is none.</summary>
    private static int NumberBefore(SentenceTree s, int i)
    {
        if (s.Child(i, "nummod") is int hung and >= 0 && hung < i)
            return hung;
        int at = i - 1;
        while (at > s.First && s[at].Tag == Upos.Adv)
            at--;
        return at >= s.First && s[at].Tag == Upos.Num && s[at].Head is int head && !(head > i) ? at : -1;
    }

    private bool IsFatal(SentenceTree s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if ((words.Of("by", s[child].Lower) == Harm.Killed && NumberBefore(s, child) < 0) || (s.Lower(child) == "death" && s.Case(child) == "to") || (s.Lower(child) == "dead" && s[child].Relation is "xcomp" or "advmod" or "obl" or "amod"))
                return true;
        }
        return (s.Lower(verb + 1) == "to" && s.Lower(verb + 2) == "death") || s.Lower(verb + 1) == "dead" || (words.Of("by", s.Lower(verb - 1)) == Harm.Killed && NumberBefore(s, verb - 1) < 0);
    }

    private bool IsFatalNoun(SentenceTree s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (words.Is("fatal", s[child].Lower))
                return true;
        }
        return words.Is("fatal", s.Lower(noun - 1));
    }

    private static bool Attempted(SentenceTree s, int noun)
    {
        for (int i = Math.Max(s.First, noun - 3); i < noun; i++)
        {
            if (s.Lower(i) is "attempted" or "attempt" or "conspiracy" or "solicitation")
                return true;
        }
        return false;
    }

    private bool IsByShot(SentenceTree s, int verb)
    {
        bool shot = false;
        for (int i = Math.Max(s.First, verb - Near); i < Math.Min(s.End, verb + Near); i++)
        {
            if (s.Lemma(i) is "car" or "vehicle" or "truck" or "suv" or "van" or "train" && s.Case(i) is "by")
                return false;
            if (words.Is("gun", s.Lemma(i)) || (words.Is("body", s.Lemma(i)) && s[i].Relation.StartsWith("obl", StringComparison.Ordinal) && s.Head(i) == verb))
                shot = true;
        }
        return shot;
    }

    private bool IsToClinic(SentenceTree s, int verb)
    {
        for (int i = verb + 1; i < Math.Min(s.End, verb + Near + 4); i++)
        {
            if (words.Is("clinic", s.Lemma(i)))
                return true;
            if (s[verb].Lemma == "treat" && words.Is("wound", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private bool IsWound(SentenceTree s, int noun) =>
        words.Is("wound", s.Lemma(noun)) || (words.Is("gun", s.Lemma(noun)) && s.Lemma(noun) is "gunshot");
}
