using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Tells a place from a government under its name, and from a word that only qualifies another.</summary>
internal sealed class PlaceUse(LanguageData data, PlaceWords words)
{
    /// <summary>What <paramref name="candidate"/> stands for; <paramref name="next"/> is what a name coordinated after it stands for.</summary>
    public ToponymUse Of(AnnotatedReport report, PlaceCandidate candidate, ToponymUse? next)
    {
        if (candidate.InDateline)
            return ToponymUse.Dateline;
        if (candidate.IsPart)
            return ToponymUse.Modifier;
        IReadOnlyList<Token> tokens = report.Tokens;
        Token? before = At(tokens, candidate.First - 1, candidate.Sentence);
        if (before?.Lower == "the")
            before = At(tokens, candidate.First - 2, candidate.Sentence);
        Token? after = At(tokens, candidate.End, candidate.Sentence);
        bool located = before is not null && words.Is("locative", before.Lower) && before.Lower is not "to" and not "from";
        if (candidate.IsSeat)
            return located && before!.Lower is "in" or "at" or "outside" or "near" or "around" or "inside" ? ToponymUse.Place : ToponymUse.Government;
        if (CanGovern(candidate))
        {
            if (!located && next == ToponymUse.Government)
                return ToponymUse.Government;
            if (!located && IsSubject(tokens, candidate))
                return ToponymUse.Government;
            if (IsObject(tokens, candidate) && !Qualifies(tokens, candidate, after))
                return ToponymUse.Government;
            if (after is not null && PlaceWords.IsPossessive(after) && OwnsPolitics(tokens, candidate))
                return ToponymUse.Government;
        }
        return Qualifies(tokens, candidate, after) ? ToponymUse.Modifier : ToponymUse.Place;
    }

    private bool CanGovern(PlaceCandidate candidate) =>
        candidate.Chosen is { } place && (place.Precision == PlacePrecision.Country || place.IsCapital || data.Countries.BySeat(candidate.Key) is not null);

    private bool IsSubject(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        bool helped = false;
        for (int i = candidate.End; i < Math.Min(candidate.End + 6, candidate.Sentence.EndToken); i++)
        {
            Token token = tokens[i];
            if (token.Tag == Upos.Verb || token.Form is not (VerbForm.None or VerbForm.Gerund) && token.Tag != Upos.Aux)
                return (helped || token.Form != VerbForm.Gerund) && words.Is("government-verb", token.Lemma);
            helped |= token.Tag == Upos.Aux;
            bool skipped = token.Tag is Upos.Adv or Upos.Aux or Upos.Part || PlaceWords.IsCalendar(token.Lower)
                || (token.Lower == "on" && i + 1 < candidate.Sentence.EndToken && PlaceWords.IsCalendar(tokens[i + 1].Lower));
            if (!skipped)
                return false;
        }
        return false;
    }

    private bool IsObject(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        Token? before = At(tokens, candidate.First - 1, candidate.Sentence);
        Token? earlier = At(tokens, candidate.First - 2, candidate.Sentence);
        if (before is null)
            return false;
        if (before.Tag == Upos.Verb)
            return words.Is("government-object-verb", before.Lemma);
        if (earlier is null)
            return false;
        return before.Lower switch
        {
            "on" or "upon" => earlier.Lemma == "call" || earlier.Lemma is "pressure" or "sanction" or "sanctions",
            "by" => earlier.Form is VerbForm.PastParticiple or VerbForm.Past && (words.Is("government-verb", earlier.Lemma) || words.Is("government-object-verb", earlier.Lemma)),
            "with" or "between" => earlier.Lemma is "tie" or "talk" or "relation" or "dialogue" or "agreement" or "negotiation" or "deal" or "alliance" or "negotiate",
            "from" => words.Is("government-noun", earlier.Lower) || words.Is("government-object-verb", earlier.Lemma),
            _ => false,
        };
    }

    // "Nairobi's rejection of the deal" against "Nairobi's streets".
    private bool OwnsPolitics(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        for (int i = candidate.End + 1; i < Math.Min(candidate.End + 5, candidate.Sentence.EndToken); i++)
        {
            if (words.Is("government-noun", tokens[i].Lower))
                return true;
            if (tokens[i].Tag is not (Upos.Adj or Upos.Noun or Upos.Adv or Upos.Punct or Upos.Num))
                return false;
        }
        return false;
    }

    private bool Qualifies(IReadOnlyList<Token> tokens, PlaceCandidate candidate, Token? after)
    {
        if (after is null || PlaceWords.IsCalendar(after.Lower) || PlaceWords.IsPossessive(after) || after.Lower is "time" or "today" or "yesterday" or "tomorrow" or "tonight")
            return false;
        if (!PlaceWords.IsCapitalised(after) && words.IsGeneric(after.Lower))
            return false;
        if (after.Tag is Upos.Noun or Upos.Propn)
            return true;
        return after.Tag == Upos.Adj && At(tokens, candidate.End + 1, candidate.Sentence)?.Tag is Upos.Noun or Upos.Propn;
    }

    private static Token? At(IReadOnlyList<Token> tokens, int index, Sentence sentence) =>
        index >= sentence.FirstToken && index < sentence.EndToken ? tokens[index] : null;
}
