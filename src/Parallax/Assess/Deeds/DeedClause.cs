using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Reads the clause around the word that names a deed: who does it, whom it befalls, where it is put, and whether it is denied.</summary>
internal sealed class DeedClause(DeedWords words, CountLexicon lexicon)
{
    private const int MostNoun = 14;
    private const int DenialReach = 6;

    /// <summary>Whether the clause tells of what is not, or not yet: "will", "would", "if".</summary>
    public bool IsUnreal(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            // "Refused to sign" tells what was not done, "wanted to sign" nothing.
            if (token.Head == at && token.Relation is "aux" or "mark" && words.Is("unreal", token.Lower) && !(token.Lower == "to" && IsFailed(source, sentence, at)))
                return true;
        }
        return false;
    }

    /// <summary>Who does it, what stands as its subject, and whom it befalls.</summary>
    public static (int Doer, int Subject, int Befallen) Arguments(AnnotatedReport source, Sentence sentence, int at)
    {
        int doer = -1, subject = -1, befallen = -1;
        bool passive = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head != at)
                continue;
            bool by = i > 0 && Enumerable.Range(Math.Max(sentence.FirstToken, i - 4), i - Math.Max(sentence.FirstToken, i - 4)).Any(k => source.Tokens[k].Head == i && source.Tokens[k].Lower == "by");
            if (token.Relation is "nsubj" or "csubj")
                (doer, subject) = (i, i);
            else if (token.Relation is "nsubj:pass")
                (befallen, subject, passive) = (i, i, true);
            else if (token.Relation is "obj" or "nmod:on" or "nmod:of")
                befallen = i;
            else if (token.Relation.StartsWith("obl", StringComparison.Ordinal) && by)
                doer = i;
            else if (befallen < 0 && token.Relation is "obl" or "nmod")
                befallen = i;
            else if (source.Tokens[at].Tag == Upos.Noun && token.Relation is "compound" or "nmod:poss" && doer < 0 && !CountLexicon.IsCalendar(token.Lemma))
                doer = i;
        }
        Token deed = source.Tokens[at];
        if (subject < 0 && deed.Tag is Upos.Verb or Upos.Adj && ClauseSubject.Lent(source, sentence, at) is int lent and >= 0)
        {
            subject = lent;
            if (ClauseSubject.IsPassive(source, sentence, at))
                (befallen, passive) = (lent, true);
            else if (doer < 0)
                doer = lent;
        }
        // "The crossing remained closed": what the adjective is said of stands under the verb.
        if (subject < 0 && deed.Tag == Upos.Adj && deed.Relation == "xcomp" && deed.Head >= sentence.FirstToken && deed.Head < sentence.EndToken)
        {
            (int above, int over, int _) = Arguments(source, sentence, deed.Head);
            (doer, subject) = (above, over);
        }
        // "The trawler that sank", "a relation of the guard killed by them".
        if (deed.Relation is "acl" or "acl:relcl" && deed.Head >= sentence.FirstToken && deed.Head < sentence.EndToken)
        {
            if (deed.Relation == "acl" && deed.Xpos == "VBN" || passive)
                (befallen, subject) = (deed.Head, deed.Head);
            else if (doer < 0 || source.Tokens[doer].Tag == Upos.Pron)
                (doer, subject) = (deed.Head, deed.Head);
        }
        // "The rebels themselves".
        if (doer > sentence.FirstToken && source.Tokens[doer].Lower is "themselves" or "himself" or "herself" or "itself" && source.Tokens[doer - 1].Tag is Upos.Noun or Upos.Propn)
            doer--;
        // "BAMAKO, March 9 (ASP) -" opens a report and does nothing.
        if (doer == sentence.FirstToken && doer + 1 < sentence.EndToken && source.Tokens[doer].Text.All(char.IsUpper) && source.Tokens[doer + 1].Lower is "," or "(" or "-" or "—" or "–")
            (doer, subject) = (-1, subject == doer ? -1 : subject);
        // "It was the guard that fired", "gunmen who seized": the pronoun stands for a noun before it.
        if (doer >= 0 && source.Tokens[doer].Tag == Upos.Pron)
            doer = source.Tokens[doer].Lower is "it" or "that" or "who" && deed.Head >= sentence.FirstToken && deed.Head < doer && source.Tokens[deed.Head].Tag is Upos.Noun or Upos.Propn ? deed.Head : -1;
        return (doer, subject, befallen);
    }

    /// <summary>"It was the brother who fired", "it was on Friday that the pipeline burst": the sentence sets one account against others.</summary>
    public static bool IsSetApart(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i + 2 < sentence.EndToken && i < at; i++)
        {
            if (source.Tokens[i].Lower is "it" && source.Tokens[i + 1].Lower is "was" or "is" && Enumerable.Range(i + 2, Math.Max(0, at - i - 2)).Any(k => source.Tokens[k].Lower is "who" or "that" or "which"))
                return true;
        }
        return false;
    }

    /// <summary>"His men", "its aircraft", "no soldier of ours".</summary>
    public static bool IsOfSpeaker(AnnotatedReport source, Sentence sentence, int doer)
    {
        for (int i = Math.Max(sentence.FirstToken, doer - MostNoun); doer >= 0 && i < Math.Min(sentence.EndToken, doer + 4); i++)
        {
            if (source.Tokens[i].Lower is "its" or "his" or "her" or "their" or "our" && (source.Tokens[i].Head == doer || i + 1 < doer && source.Tokens[i + 1].Lower is "own"))
                return true;
        }
        return false;
    }

    /// <summary>Whether the report, or a speaker in it, says that it was not done.</summary>
    public bool IsDenied(AnnotatedReport source, Sentence sentence, int at, int subject, int befallen)
    {
        // "One grenade did not explode": some of several, no denial.
        for (int i = sentence.FirstToken; subject >= 0 && i < subject; i++)
        {
            if (source.Tokens[i].Head == subject && source.Tokens[i].Relation == "nummod")
                return false;
        }
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head == at && (words.Is("negation", token.Lower) || source.Tokens[at].Tag == Upos.Noun && token.Lower == "no"))
                return true;
            if ((token.Head == subject && subject >= 0 || token.Head == befallen && befallen >= 0 && source.Tokens[befallen].Relation is "obj" or "nsubj:pass") && token.Lower == "no" && token.Relation == "det")
                return true;
        }
        if (subject >= 0 && words.Is("nobody", source.Tokens[subject].Lower) || IsFailed(source, sentence, at))
            return true;
        int up = source.Tokens[at].Head;
        // "No station received any call".
        if (source.Tokens[at].Tag == Upos.Noun && up >= sentence.FirstToken && up < sentence.EndToken && source.Tokens[at].Relation is "obj" or "compound" && HasNoSubject(source, sentence, up))
            return true;
        return IsUnderDenial(source, sentence, at) || FollowsDenial(source, sentence, at);
    }

    /// <summary>"Denied having struck", "denied that its men fired": the denial stands right before the deed, however the sentence was taken apart.</summary>
    private bool FollowsDenial(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = at - 1; i >= sentence.FirstToken && i >= at - DenialReach; i--)
        {
            Token token = source.Tokens[i];
            if (token.Tag is Upos.Verb && words.Is("denial", token.Lemma))
                return source.Tokens[at].Tag == Upos.Verb && i + 1 < at && source.Tokens[i + 1].Lower is "having" or "that" or "its" or "his" or "their" or "ever" or "being";
            if (token.Tag is Upos.Punct || token.Tag is Upos.Verb && token.Lemma is not ("have" or "be"))
                return false;
        }
        return false;
    }

    /// <summary>"Refused to sign", "failed to reach": what was to be done, and was not.</summary>
    private bool IsFailed(AnnotatedReport source, Sentence sentence, int at)
    {
        int up = source.Tokens[at].Head;
        return source.Tokens[at].Relation == "xcomp" && up >= sentence.FirstToken && up < sentence.EndToken && words.Is("failing", source.Tokens[up].Lemma);
    }

    private static bool HasNoSubject(AnnotatedReport source, Sentence sentence, int verb)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Lower == "no" && token.Head >= 0 && source.Tokens[token.Head].Head == verb && source.Tokens[token.Head].Relation == "nsubj")
                return true;
        }
        return false;
    }

    /// <summary>"Denied that police had fired", "denied any part in the capsizing", "rejected the claim that": the deed itself is what is denied, not something said of it on the way.</summary>
    private bool IsUnderDenial(AnnotatedReport source, Sentence sentence, int at)
    {
        int below = at;
        bool claimed = false;
        for (int step = 0; step < 3; step++)
        {
            string relation = source.Tokens[below].Relation;
            int up = source.Tokens[below].Head;
            if (up < sentence.FirstToken || up >= sentence.EndToken || relation is not ("ccomp" or "xcomp" or "obj" or "acl" or "acl:relcl" or "nmod" or "obl" or "nsubj:pass" or "advcl"))
                return false;
            Token token = source.Tokens[up];
            // "Denied having struck a wedding", and no other clause beside the denial.
            if (relation == "advcl" && !(step == 0 && source.Tokens[below].Xpos == "VBG" && below > up))
                return false;
            if (token.Tag is Upos.Verb or Upos.Adj && words.Is("denial", token.Lemma))
                return relation is not "obl";
            if (token.Tag == Upos.Verb && words.Is("rejection", token.Lemma))
                return claimed;
            // "Rejected as slander the claim that": what lies between the claim and its rejection is passed over.
            if (!claimed && !words.Is("claim", token.Lemma))
                return false;
            claimed = true;
            below = up;
        }
        return false;
    }

    /// <summary>The content words of the phrase of <paramref name="head"/>.</summary>
    public HashSet<string> WordsOf(AnnotatedReport source, Sentence sentence, int head)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        if (head < 0)
            return found;
        for (int i = Math.Max(sentence.FirstToken, head - MostNoun); i < Math.Min(sentence.EndToken, head + MostNoun); i++)
        {
            Token token = source.Tokens[i];
            bool inside = i == head || token.Head == head && token.Relation is "compound" or "amod" or "flat" or "nmod" or "nmod:poss" or "nmod:desc" or "appos" or "conj"
                || token.Head >= 0 && token.Head < source.Tokens.Count && source.Tokens[token.Head].Head == head && token.Relation is "compound" or "flat";
            if (inside && token.Tag is Upos.Noun or Upos.Propn or Upos.Adj || i == head && token.Relation == "csubj")
                found.UnionWith(lexicon.ContentOf(CountLexicon.Key(token)));
        }
        return found;
    }

    /// <summary>Whom it befell; "their own" and "themselves" are the doers, and fire is set to something.</summary>
    public HashSet<string> ObjectsOf(AnnotatedReport source, Sentence sentence, int at, int doer, int befallen)
    {
        HashSet<string> objects = WordsOf(source, sentence, befallen);
        bool own = false;
        for (int i = at + 1; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            own |= token.Lower is "own" && i <= at + 6;
            if (token.Head == at && token.Relation is "obl" && befallen >= 0 && source.Tokens[befallen].Lemma is "fire" or "alight" or "ablaze")
                objects.UnionWith(WordsOf(source, sentence, i));
        }
        objects.RemoveWhere(w => words.Is("means", w));
        if (own)
            objects.UnionWith(WordsOf(source, sentence, doer));
        return objects;
    }

    /// <summary>The phrase of <paramref name="head"/> as printed.</summary>
    public static string TextOf(AnnotatedReport source, Sentence sentence, int head)
    {
        int first = head, last = head;
        for (int i = head - 1; i >= sentence.FirstToken && source.Tokens[i].Tag is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Det or Upos.Num or Upos.Part; i--)
            first = i;
        while (last + 1 < sentence.EndToken && source.Tokens[last + 1].Head == last && source.Tokens[last + 1].Relation == "flat")
            last++;
        return TextSpan.FromBounds(source.Tokens[first].Span.Start, source.Tokens[last].Span.End).Of(source.Report.Text);
    }

    /// <summary>Towns and the like behind "in", "at", "near": as printed, those of the deed's own clause first.</summary>
    public List<string> LocationsOf(AnnotatedReport source, Sentence sentence, int at)
    {
        List<(bool Own, string Text)> found = [];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Lower is not ("in" or "at" or "near" or "outside") || token.Relation != "case" || token.Head <= i || token.Head >= sentence.EndToken)
                continue;
            Token place = source.Tokens[token.Head];
            bool refuted = i > sentence.FirstToken && words.Is("negation", source.Tokens[i - 1].Lower);
            bool own = place.Head == at;
            // "In the village of Odzun", "at the airport of Almaty".
            if (words.Is("settlement", place.Lemma) && token.Head + 2 < sentence.EndToken && source.Tokens[token.Head + 1].Lower == "of" && source.Tokens[token.Head + 2].Tag == Upos.Propn)
                place = source.Tokens[token.Head + 2];
            if (place.Tag == Upos.Propn && char.IsUpper(place.Text[0]) && !CountLexicon.IsCalendar(CountLexicon.Key(place)) && !refuted)
                found.Add((own, place.Text));
        }
        return [.. found.OrderByDescending(f => f.Own).Select(f => f.Text)];
    }

    /// <summary>The token of a time through which it hangs in its sentence.</summary>
    public static int HeadOf(AnnotatedReport source, TextSpan time)
    {
        int first = AnnotatedReport.FirstTokenAt(source.Tokens, time.Start);
        for (int i = first; i < source.Tokens.Count && source.Tokens[i].Span.Start < time.End; i++)
        {
            if (source.Tokens[i].Head < 0 || !time.Contains(source.Tokens[source.Tokens[i].Head].Span))
                return i;
        }
        return first;
    }

    /// <summary>Whether a time dates the deed itself: it hangs on its word, or on the verb whose subject the deed is ("the riot broke out on Thursday").</summary>
    public static bool IsDayOf(AnnotatedReport source, Sentence sentence, int time, int at)
    {
        int up = time;
        for (int step = 0; step < 5; step++)
        {
            if (up < sentence.FirstToken || up >= sentence.EndToken)
                return false;
            if (up == at)
                return true;
            if (up != time && source.Tokens[up].Tag == Upos.Verb)
                return source.Tokens[at].Head == up && source.Tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal) || ClauseSubject.Lent(source, sentence, up) == at;
            up = source.Tokens[up].Head;
        }
        return false;
    }
}
