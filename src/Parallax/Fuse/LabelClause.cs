using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>
/// Writes the clause that tells an event as a sentence by itself: from the tree of its sentence the verb, who does it, and what belongs to the
/// verb. What only says when, and asides, are left out; a pronoun is written as the name that it stands for.
/// </summary>
internal sealed class LabelClause
{
    private const int MinLength = 12;
    private const int MinWords = 3;
    private const int Climbs = 6;
    private const int NearWords = 4;

    private static readonly HashSet<string> s_firstPersons = new(["i", "we", "us", "our", "my", "me", "you", "your"], StringComparer.Ordinal);

    private readonly ClusterContext _context;
    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);

    public LabelClause(LanguageData data, ClusterContext context)
    {
        _context = context;
        foreach (string[] row in data.Lexicon("merge-label-verbs").Rows)
            _verbs[row[0]] = row[1];
    }

    /// <summary>
    /// The clause, capitalised and without a final stop; null where none of at most <paramref name="maxLength"/> characters stands by itself. With
    /// <paramref name="allowPhrase"/> a noun phrase will do: "two shootings in the north".
    /// </summary>
    public string? Of(EventAccount account, int maxLength, bool allowPhrase = false)
    {
        LabelTree tree = new(account.Report.Annotated, account.Report.Annotated.Sentences[account.Claim.Sentence]);
        int trigger = tree.HeadOf(account.Claim.Trigger);
        if (trigger < 0 || tree.Relation(trigger).Length == 0)
            return null;
        int verb = Telling(tree, trigger, out int needed, out int deed);
        if (verb < 0 && !allowPhrase)
            return null;
        for (int cut = 0; cut <= LabelWords.Hardest; cut++)
        {
            string? text = verb < 0 ? Phrase(tree, trigger, cut) : Clause(account, tree, verb, needed, deed, cut);
            if (text is not null && text.Length <= maxLength && text.Length >= MinLength && text.Count(c => c == ' ') >= MinWords - 1 && IsBalanced(text))
                return char.ToUpperInvariant(text[0]) + text[1..];
        }
        return null;
    }

    /// <summary>The verb whose clause tells the event; -1 where only a phrase names it. <paramref name="needed"/> is the dependent without which it would not; <paramref name="deed"/> the noun of which a relative clause tells it.</summary>
    private int Telling(LabelTree tree, int trigger, out int needed, out int deed)
    {
        needed = deed = -1;
        int at = trigger;
        for (int step = 0; step < Climbs; step++)
        {
            int head = tree.Head(at);
            string relation = tree.Relation(at);
            if (tree.IsPredicate(at))
            {
                bool own = tree.Child(at, "nsubj", "csubj") >= 0;
                // "Tried to storm", "a lorry ploughed into a crowd, killing five": the verb above it has the subject.
                bool infinitive = relation == "xcomp" && (tree.Children(at).Any(c => tree[c].Lower == "to") || tree[at].Xpos == "VBG");
                bool result = relation == "advcl" && !own && at > head && tree[at].Xpos == "VBG" && tree.Child(at, "mark") < 0;
                if (!infinitive && !result || head < 0 || !tree.IsPredicate(head))
                    return relation is "xcomp" || relation == "advcl" && !own ? -1 : at;
                needed = relation == "advcl" ? at : -1;
                at = head;
                // "Ploughed through crowds celebrating the day, killing 80": no crowd kills; the verb above the crowd does.
                if (result && tree.Relation(at) == "acl" && tree[at].Xpos == "VBG" && tree.Head(at) is int crowd and >= 0 && tree.Head(crowd) is int doing and >= 0 && tree.IsPredicate(doing))
                    (at, needed) = (doing, crowd);
                continue;
            }
            if (Told(tree, at) is int told and >= 0)
            {
                deed = at;
                return told;
            }
            if (head < 0)
                return -1;
            if (relation is "nmod" or "conj" && tree[head].Tag is Upos.Noun or Upos.Propn)
            {
                if (relation == "nmod" && !Has(tree[head].Lemma, 'n'))
                    return -1;
                at = head;
                continue;
            }
            char role = relation switch
            {
                "nsubj" => tree[at].Relation == "nsubj:pass" ? 'p' : 's',
                "obj" => 'o',
                "obl" => 'b',
                _ => ' ',
            };
            if (!tree.IsPredicate(head) || !Has(tree[head].Lemma, role) || role == 'b' && !tree.Children(at).Any(c => tree[c].Lower is "in" or "at" or "by" or "during" or "from"))
                return -1;
            needed = role == 'b' ? at : -1;
            at = head;
        }
        return -1;
    }

    // "Two shootings [earlier this month] that killed 18": what the deed did tells it, and no month kills.
    private int Told(LabelTree tree, int noun)
    {
        int pronoun = noun + 1;
        while (pronoun < tree.Count && (tree.IsTime(pronoun) || tree[pronoun].Tag == Upos.Adv || tree[pronoun].Text == ","))
            pronoun++;
        if (pronoun >= tree.Count || tree[pronoun].Lower is not ("that" or "which"))
            return tree.Children(noun).FirstOrDefault(c => IsTelling(tree, c), -1);
        int verb = tree.Head(pronoun);
        return verb > pronoun && IsTelling(tree, verb) ? verb : -1;
    }

    private bool IsTelling(LabelTree tree, int verb) =>
        tree[verb].Relation == "acl:relcl" && Has(tree[verb].Lemma, 's') && tree.Child(verb, "nsubj") is int who and >= 0 && tree[who].Lower is "that" or "which";

    private bool Has(string lemma, char role) => _verbs.TryGetValue(lemma, out string? roles) && roles.Contains(role, StringComparison.Ordinal);

    private static string? Phrase(LabelTree tree, int noun, int cut)
    {
        if (tree[noun].Tag is not (Upos.Noun or Upos.Propn))
            return null;
        string text = Phrase(tree, noun, cut, times: false);
        // What only a time tells from others of its kind is named with it: "the wars in the 1990s".
        return text.Count(c => c == ' ') >= MinWords - 1 ? text : Phrase(tree, noun, cut, times: true);
    }

    private static string Phrase(LabelTree tree, int noun, int cut, bool times)
    {
        LabelWords words = new(tree);
        words.KeepPhrase(noun, cut, times: times);
        foreach (int child in tree.Children(noun).Where(c => tree.Relation(c) is "case" or "cc"))
            words.Drop(child);
        return Usable(tree, words) ? words.Text(0, tree.Count) : "";
    }

    private string? Clause(EventAccount account, LabelTree tree, int verb, int needed, int deed, int cut)
    {
        if (tree.Children(verb).Any(c => tree[c].Lower is "if" or "whether" or "lest" or "?"))
            return null;
        LabelWords words = new(tree);
        words.KeepClause(verb, cut, needed: needed);
        string relation = tree.Relation(verb);
        // Of two the nearer: "the reversal was because the party objected".
        int subject = tree.Child(verb, "cop") < 0 ? tree.Child(verb, "nsubj") : tree.Children(verb).LastOrDefault(c => tree.Relation(c) == "nsubj" && c < verb, -1);
        Share(tree, words, verb, cut);
        string? before = null;
        int carrier = verb;
        // "Were beaten and robbed": the second verb has the subject of the first, and its auxiliaries where it has none.
        for (int step = 0; subject < 0 && tree.Relation(carrier) == "conj" && step < Climbs && tree.Head(carrier) is int first and >= 0 && tree.IsPredicate(first); step++)
        {
            carrier = first;
            subject = tree.Child(carrier, "nsubj");
            if (!tree.IsFinite(verb))
            {
                foreach (int aux in tree.Children(carrier).Where(c => tree.Relation(c) == "aux"))
                    words.Keep(aux);
            }
        }
        if (!tree.IsFinite(carrier) && !(relation == "acl" && subject < 0) || subject >= 0 && tree.IsAside(subject))
            return null;
        if (carrier != verb && tree[verb].Xpos == "VBG" && !tree.IsFinite(verb) && !tree.Children(carrier).Any(c => tree[c].Lemma == "be"))
            return null;
        int start = 0;
        if (relation == "acl" && subject < 0)
        {
            // "Two women arrested on Thursday": what a participle says of them, as a sentence.
            int noun = tree.Head(verb);
            if (noun < 0 || verb != tree.HeadOf(account.Claim.Trigger) || tree[verb].Xpos is not ("VBN" or "VBG") || tree.Child(verb, "aux", "mark", "case") >= 0 || tree[noun].Tag is not (Upos.Noun or Upos.Propn) || account.Claim.Status is ClaimStatus.Planned)
                return null;
            before = Antecedent(tree, noun, cut) + (tree.IsPlural(noun) ? " were" : " was");
        }
        else if (subject < 0)
        {
            return null;
        }
        else if (tree[subject].Lower is "who" or "which" or "that")
        {
            before = deed >= 0 ? Antecedent(tree, deed, cut) : Related(account, tree, carrier, subject, cut);
            if (before is null)
                return null;
            start = subject + 1;
        }
        else if (NameInstead(account, tree, subject) is string name)
        {
            before = name;
            start = subject + 1;
        }
        else if (tree[subject].Tag == Upos.Pron)
        {
            return null;
        }
        else if (tree[carrier].Relation == "acl:relcl" && carrier == verb && tree.Children(verb).All(c => tree.Relation(c) != "obj" || tree[c].Lower is "that" or "which" or "whom" or "who")
            && tree.Head(carrier) is int left and >= 0 && left < subject && tree[left].Tag is Upos.Noun or Upos.Propn)
        {
            if (verb != tree.HeadOf(account.Claim.Trigger))
                return null;
            // "A vote that residents boycotted": the noun before it is what the verb is done to.
            words.KeepPhrase(subject, Math.Max(cut, 1));
            string doing = words.Text(Math.Max(left + 1, tree.FirstUnder(subject)), verb + 1), rest = words.Text(verb + 1, tree.Count);
            return Usable(tree, words) ? doing + " " + Antecedent(tree, left, cut) + (rest.Length > 0 ? " " + rest : "") : null;
        }
        else
        {
            if (subject > verb && tree.Relation(verb) != "root" || tree.Child(subject, "det") is int det and >= 0 && tree[det].Lower is "this" or "that" or "these" or "those" or "such" or "which" or "what")
                return null;
            // "EU and NATO officials urged": what the tree gives as two subjects is one.
            int[] subjects = [.. tree.Children(carrier).Where(c => tree[c].Relation == "nsubj" && c < carrier && Math.Abs(c - subject) <= NearWords && tree[c].Tag is Upos.Noun or Upos.Propn)];
            foreach (int one in subjects.Where(_ => subjects.Length > 1 && tree.Child(carrier, "cop") < 0))
                words.KeepPhrase(one, cut);
            words.KeepPhrase(subject, cut);
            foreach (int child in tree.Children(subject).Where(c => tree.Relation(c) is "case" or "cc" or "mark"))
                words.Drop(child);
            start = tree.FirstUnder(subject);
            while (start < subject && LabelWords.IsCircumstance(tree[start].Lower))
                start++;
            bool climbed = needed < 0 && verb != TriggerVerb(tree, account);
            bool other = tree.MentionAt(subject) is not null && tree[subject].Relation == "nsubj" && account.Claim.Initiators.Count > 0 && tree.HeadOf(account.Claim.Trigger) == verb;
            if ((climbed || other || carrier != verb) && !IsParty(account, tree, subject) && !subjects.Concat(tree.Children(subject).Where(c => tree.Relation(c) == "conj")).Any(c => IsParty(account, tree, c)))
                return null;
        }
        bool passive = tree.Children(verb).Any(c => tree[c].Relation == "aux:pass") || subject >= 0 && tree[subject].Relation == "nsubj:pass" || relation == "acl" && tree[verb].Xpos == "VBN" && subject < 0;
        if (!passive && IsVictim(account, tree, verb, subject) || SaysTooLittle(account, tree, words, verb))
            return null;
        return NamePronouns(account, tree, words, subject) && Usable(tree, words) ? Join(before, words.Text(start, tree.Count)) : null;
    }

    // "Closed and evacuated their embassies": a verb without an object has that of the next.
    private static void Share(LabelTree tree, LabelWords words, int verb, int cut)
    {
        if (tree[verb].Tag != Upos.Verb || tree.Child(verb, "obj", "xcomp", "ccomp", "obl") >= 0)
            return;
        int next = tree.Children(verb).FirstOrDefault(c => tree.Relation(c) == "conj" && tree[c].Tag == Upos.Verb && tree.Child(c, "nsubj") < 0 && tree.Child(c, "obj") >= 0, -1);
        if (next < 0)
            return;
        words.KeepClause(next, cut);
        foreach (int and in tree.Children(next).Where(c => tree.Relation(c) == "cc"))
            words.Keep(and);
    }

    private static int TriggerVerb(LabelTree tree, EventAccount account)
    {
        int trigger = tree.HeadOf(account.Claim.Trigger);
        return trigger >= 0 && !tree.IsPredicate(trigger) ? tree.Head(trigger) : trigger;
    }

    // "The move led the allies to rebuke them": who stands above the deed did not do it.
    private static bool IsParty(EventAccount account, LabelTree tree, int subject) =>
        account.Claim.Initiators.Count + account.Claim.Targets.Count == 0
        || tree.MentionAt(subject) is { } mention && (account.Claim.Initiators.Contains(mention.Actor) || account.Claim.Targets.Contains(mention.Actor));

    /// <summary>Whom a relative pronoun stands for: the party of the claim that is named right before it, else what the tree says, unless the claim knows better.</summary>
    private static string? Related(EventAccount account, LabelTree tree, int verb, int pronoun, int cut)
    {
        int noun = tree.Head(verb);
        if (tree.Relation(verb) != "acl" || noun < 0)
            return null;
        int[] parties = [.. account.Claim.Initiators, .. account.Claim.Targets];
        bool own = noun != tree.HeadOf(account.Claim.Trigger);
        // "Clarification on who fired": the pronoun asks; it stands for nobody.
        if (pronoun == 0 || tree[pronoun - 1].Tag == Upos.Adp)
            return null;
        if (own && tree.MentionBefore(pronoun, parties) is { } party && tree.HeadOf(party.HeadSpan) is int nearer and >= 0)
        {
            bool several = tree.Children(verb).Any(c => tree[c].Lower is "were" or "are" or "have");
            if (party.Form == MentionForm.Name && several && !tree.IsPlural(nearer))
                return null;
            if (party.Form == MentionForm.Name)
                return account.Report.Report.Text.Substring(party.Span.Start, party.Span.Length).Replace('\n', ' ');
            noun = nearer;
        }
        else if (parties.Length > 0 && tree[verb].Tag == Upos.Verb && own && !IsParty(account, tree, noun))
            return null;
        return Antecedent(tree, noun, cut);
    }

    /// <summary>The name for a subject that only points back to it ("they", "the group"); null where it says itself who it is, or nobody is named.</summary>
    private string? NameInstead(EventAccount account, LabelTree tree, int subject)
    {
        bool pointing = tree[subject].Tag == Upos.Pron
            || tree[subject].Tag == Upos.Noun && tree.Children(subject).All(c => tree.Relation(c) is "det" or "punct" or "amod" or "compound" or "case") && tree.Child(subject, "det") is int the and >= 0 && tree[the].Lower == "the"
                && tree.MentionAt(subject) is { Form: MentionForm.Nominal };
        return pointing && (tree[subject].Tag == Upos.Pron || IsParty(account, tree, subject)) ? NameAt(account, tree, subject) : null;
    }

    // Whoever suffers a deed is never told to do it: what a slip of the tree makes "crowds, killing 84" of is no label.
    private static bool IsVictim(EventAccount account, LabelTree tree, int verb, int subject) =>
        account.Claim.Type is EventType.Assault or EventType.Casualties or EventType.Coerce or EventType.Sanction
        && subject >= 0 && tree.Child(verb, "obj", "advcl") >= 0 && tree.MentionAt(subject) is { Actor: >= 0 } mention
        && account.Claim.Targets.Contains(mention.Actor) && !account.Claim.Initiators.Contains(mention.Actor);

    // "The minister called": whom, the names by role tell better than a verb alone.
    private static bool SaysTooLittle(EventAccount account, LabelTree tree, LabelWords words, int verb) =>
        account.Claim.Targets.Count > 0 && account.Claim.Initiators.Count > 0
        && !Enumerable.Range(verb + 1, tree.Count - verb - 1).Any(i => words.Keeps(i) && tree[i].Tag is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Verb or Upos.Adj)
        && !tree.Children(verb).Any(c => tree[c].Relation is "aux:pass" or "nsubj:pass");

    private static string Join(string? before, string text) => before is null ? text : before + " " + text;

    private static string Antecedent(LabelTree tree, int noun, int cut)
    {
        LabelWords words = new(tree);
        words.KeepPhrase(noun, Math.Max(cut, 2));
        foreach (int child in tree.Children(noun).Where(c => tree.Relation(c) is "case" or "cc" or "conj" or "mark" or "acl" || LabelWords.IsCircumstance(tree[c].Lower)))
            words.Drop(child);
        return words.Text(0, tree.Count);
    }

    /// <summary>Writes every personal pronoun as the name it stands for; false where one stands for nobody named.</summary>
    private bool NamePronouns(EventAccount account, LabelTree tree, LabelWords words, int subject)
    {
        for (int i = 0; i < tree.Count; i++)
        {
            if (!words.Keeps(i) || tree[i].Tag != Upos.Pron || i == subject || tree.Relation(i) is "expl")
                continue;
            if (tree[i].Relation == "nmod:poss")
            {
                // Whose it is behind the subject the sentence itself shows.
                if (tree[i].Lower is "its" or "their" && (i < subject || subject < 0) && NameAt(account, tree, i) is string owner)
                    words.Write(i, owner + "’s");
                continue;
            }
            if (tree[i].Lower is "him" or "her" or "them" or "it" or "he" or "she" or "they")
            {
                if (NameAt(account, tree, i) is string name)
                    words.Write(i, name);
                else if (!Enumerable.Range(0, i).Any(w => w > subject && words.Keeps(w) && tree[w].Tag is Upos.Noun or Upos.Propn))
                    return false;
            }
        }
        return true;
    }

    private string? NameAt(EventAccount account, LabelTree tree, int word)
    {
        if (tree.MentionAt(word) is not { Actor: >= 0 } mention || ClusterContext.ActorIds(account.Report, [mention.Actor]) is not [string id])
            return null;
        return _context.Actor(id) is { IsNamed: true } actor ? actor.Name : null;
    }

    private static bool Usable(LabelTree tree, LabelWords words)
    {
        if (!words.KeepsQuotes())
            return false;
        int last = tree.Count - 1;
        while (last >= 0 && !words.Keeps(last))
            last--;
        // What breaks off behind a preposition or a question word is no sentence; "broke out" is one.
        if (last < 0 || (tree[last].Tag is Upos.Adp or Upos.Det or Upos.Sconj or Upos.Cconj or Upos.Aux or Upos.Part && tree.Relation(last) is not ("compound" or "advmod")) || tree[last].Lower is "what" or "which" or "who" or "whom" or "that")
            return false;
        for (int i = 0; i < tree.Count; i++)
        {
            if (words.Keeps(i) && (s_firstPersons.Contains(tree[i].Lower) || tree[i].Text is "?" or "http" or "@"))
                return false;
        }
        return true;
    }

    private static bool IsBalanced(string text) =>
        text.Count(c => c == '"') % 2 == 0 && text.Count(c => c == '“') == text.Count(c => c == '”') && !text.EndsWith("...", StringComparison.Ordinal);
}
