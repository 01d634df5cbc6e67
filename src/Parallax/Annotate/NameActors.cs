namespace Parallax.Annotate;

/// <summary>Unknown names that act as only bodies do.</summary>
internal sealed class NameActors(ActorLexicon lexicon)
{
    // Those who belong to an armed body, and what it has.
    private static readonly HashSet<string> s_armed = new(StringComparer.Ordinal)
    {
        "fighter", "militant", "gunman", "insurgent", "rebel", "commander", "guerrilla", "militiaman", "militia", "jihadist", "terrorist", "hideout", "stronghold", "insurgency",
    };

    private static readonly HashSet<string> s_fight = new(StringComparer.Ordinal)
    {
        "fight", "war", "campaign", "battle", "offensive", "operation", "struggle", "airstrike", "strike", "coalition", "ceasefire",
    };

    private static readonly HashSet<string> s_hold = new(StringComparer.Ordinal)
    {
        "control", "hold", "seize", "capture", "occupy", "overrun", "besiege", "kidnap", "behead", "abduct", "liberate",
    };

    private static readonly HashSet<string> s_lone = new(StringComparer.Ordinal)
    {
        "coalition", "council", "commission", "ministry", "parliament", "senate", "congress", "army", "navy", "tribunal", "alliance", "assembly", "committee", "agency", "department", "treasury",
    };

    private static readonly HashSet<string> s_bodyNouns = new(StringComparer.Ordinal)
    {
        "spokesman", "spokeswoman", "spokesperson", "official", "leader", "leadership", "member", "headquarters", "delegation", "chief", "chairman", "lawmaker", "activist", "supporter", "troop", "force", "office", "staff",
    };

    /// <summary>Names without a kind that do what only bodies do.</summary>
    public void TakeActing(NameSheet sheet)
    {
        for (int i = 0; i < sheet.Words.Count; i++)
        {
            Token word = sheet.Words[i];
            if (!char.IsUpper(word.Text[0]) || sheet.At(i) is { IsSure: true } || sheet.IsShouted(i) || word.Text.Length < 2)
                continue;
            if (ActorWords.IsAcronym(word.Text) && !ActorWords.IsCommonAcronym(word.Text) && lexicon.CountryNamed(word.Lower) is null && sheet.At(i) is not { Kind: NameKind.Organisation } && (sheet.At(i) is not { } name || name.End - name.First == 1) && Acts(sheet, i))
                sheet.Put(i, i + 1, NameKind.Organisation).IsSure = true;
            else if (sheet.At(i) is null && IsLoneBody(sheet, i))
                sheet.Put(i, i + 1, NameKind.Organisation);
            else if (sheet.At(i) is null && IsArmedName(sheet, i))
                sheet.Put(i, i + 1, NameKind.Organisation).Fine = FineNameKind.ArmedForce;
        }
    }

    /// <summary>Whether <paramref name="lemma"/> names those who belong to an armed body.</summary>
    public static bool IsArmed(string lemma) => s_armed.Contains(lemma);

    private static bool Acts(NameSheet sheet, int at)
    {
        Token word = sheet.Words[at];
        if (word.Tag is not (Upos.Propn or Upos.Noun) || word.Head < 0)
            return false;
        Token head = sheet.Words[word.Head];
        string lemma = head.Lemma;
        return word.Relation switch
        {
            "nsubj" => head.Tag == Upos.Verb,
            "nmod:poss" or "obl:agent" => true,
            "compound" => s_armed.Contains(lemma) || s_bodyNouns.Contains(lemma),
            "obl" or "nmod" => Case(sheet, at) is "against" or "by",
            _ => false,
        } || (at > 0 && sheet.Words[at - 1].Lower == "the" && word.Relation is "obj" or "obl" or "nmod" or "nsubj:pass");
    }

    // "the Coalition": a head word with a capital is the short name of a body.
    private static bool IsLoneBody(NameSheet sheet, int at) =>
        s_lone.Contains(sheet.Words[at].Lower) && sheet.Words[at].Tag == Upos.Propn && at > 0 && sheet.SameSentence(at - 1, at) && sheet.Words[at - 1].Lower == "the"
        && !(sheet.SameSentence(at, at + 1) && sheet.IsCapital(at + 1));

    private bool IsArmedName(NameSheet sheet, int at)
    {
        Token word = sheet.Words[at];
        if (!(word.Tag == Upos.Propn || word.Xpos == "NNP") || word.Head < 0)
            return false;
        Token head = sheet.Words[word.Head];
        bool fits = word.Relation switch
        {
            "compound" or "amod" => word.Head > at && s_armed.Contains(head.Lemma),
            "nmod" or "obl" or "obl:agent" => Case(sheet, at) switch
            {
                "against" => s_fight.Contains(head.Lemma),
                "by" => s_hold.Contains(head.Lemma),
                _ => false,
            },
            _ => false,
        };
        return fits && !lexicon.IsModifier(word.Lower) && lexicon.People(word.Lower) is null && lexicon.Demonym(word.Lower) is null && !ActorWords.IsFunctionWord(word.Lower) && lexicon.TitleAt(sheet.Words, at, at + 1, out _) is null;
    }

    private static string Case(NameSheet sheet, int at)
    {
        for (int i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (sheet.Words[i].Head == at && sheet.Words[i].Relation == "case")
                return sheet.Words[i].Lower;
        }
        return "";
    }
}
