using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Tells a place from a government under its name, and from a word that only qualifies another.</summary>
internal sealed class PlaceUse(LanguageData data, PlaceWords words)
{
    // What befalls a land and its people, or how it is, is nothing that its government does.
    private static readonly HashSet<string> s_states = new(StringComparer.Ordinal)
    {
        "have", "border", "face", "suffer", "see", "experience", "host", "include", "contain", "boast", "need", "lack", "win", "lose", "play", "beat", "enter", "mark", "observe", "celebrate", "mourn", "endure", "witness", "undergo",
        "produce", "export", "import", "grow", "use", "become", "remain", "share", "surround", "straddle", "dominate", "rank", "top", "record", "register", "count", "reach", "span", "cover", "comprise", "house", "draw", "receive", "miss",
    };

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
            return StandsAtSeat(tokens, candidate, before, after) ? ToponymUse.Place : ToponymUse.Government;
        if (CanGovern(candidate))
        {
            if (!located && next == ToponymUse.Government)
                return ToponymUse.Government;
            if (!located && IsSubject(tokens, candidate))
                return ToponymUse.Government;
            if (IsObject(tokens, candidate) && !Qualifies(report, candidate, after))
                return ToponymUse.Government;
            if (after is not null && PlaceWords.IsPossessive(after) && OwnsPolitics(tokens, candidate))
                return ToponymUse.Government;
        }
        return Qualifies(report, candidate, after) ? ToponymUse.Modifier : ToponymUse.Place;
    }

    private bool CanGovern(PlaceCandidate candidate) =>
        candidate.Chosen is { } place && (place.Precision == PlacePrecision.Country || place.IsCapital || data.Countries.BySeat(candidate.Key) is not null);

    // "outside the Kremlin", "a drone over the Kremlin", "police on Downing Street" against "pressure on Downing Street".
    private static bool StandsAtSeat(IReadOnlyList<Token> tokens, PlaceCandidate candidate, Token? before, Token? after)
    {
        if (before?.Lower is "in" or "at" or "outside" or "near" or "around" or "inside" or "above")
            return true;
        bool owner = after is not null && PlaceWords.IsPossessive(after);
        if (before?.Lower == "over")
            return !owner && (tokens[candidate.End - 1].Relation is "obl" || tokens[candidate.End - 1].Relation.Length == 0);
        return before?.Lower == "on" && !owner && tokens[candidate.End - 1].Lower is "street" or "hill" or "avenue"
            && At(tokens, candidate.First - 2, candidate.Sentence)?.Lemma is not ("pressure" or "call" or "sanction" or "attack" or "criticism" or "rely");
    }

    // "A lawyer from X threatened", "engineers from X and Y agreed": what a preposition governs is no subject, nor what is joined to it.
    private static bool IsGoverned(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        int at = candidate.End - 1;
        for (int depth = 0; depth < 4 && at >= candidate.Sentence.FirstToken; depth++)
        {
            string relation = tokens[at].Relation;
            if (relation is "nmod" or "obl")
                return true;
            if (relation is not ("conj" or "flat" or "appos"))
                return false;
            at = tokens[at].Head;
        }
        return false;
    }

    // "Turkey will open its border": a country that does something deliberate is its government.
    private static bool Acts(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        Token name = tokens[candidate.End - 1];
        for (int depth = 0; depth < 4 && name.Relation == "conj" && name.Head >= candidate.Sentence.FirstToken && tokens[name.Head].Tag == Upos.Propn; depth++)
            name = tokens[name.Head];
        if (candidate.Chosen is not { Precision: PlacePrecision.Country } || name.Relation != "nsubj" || name.Head < candidate.End || name.Head >= candidate.Sentence.EndToken)
            return false;
        Token verb = tokens[name.Head];
        bool hasObject = false;
        for (int i = name.Head + 1; i < candidate.Sentence.EndToken; i++)
            hasObject |= tokens[i].Head == name.Head && tokens[i].Relation is "obj";
        return verb.Tag == Upos.Verb && hasObject && !s_states.Contains(verb.Lemma);
    }

    private bool IsSubject(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        if (IsGoverned(tokens, candidate))
            return false;
        if (Acts(tokens, candidate))
            return true;
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

    private bool Qualifies(AnnotatedReport report, PlaceCandidate candidate, Token? after)
    {
        IReadOnlyList<Token> tokens = report.Tokens;
        if (after is null || PlaceWords.IsCalendar(after.Lower) || PlaceWords.IsPossessive(after) || after.Lower is "time" or "today" or "yesterday" or "tomorrow" or "tonight")
            return false;
        if (!PlaceWords.IsCapitalised(after) && words.IsGeneric(after.Lower))
            return false;
        // "in X last week", "to X two days later": a time stands beside the place, not under it.
        if (StartsTime(report, after))
            return false;
        if (after.Tag is Upos.Noun or Upos.Propn)
            return true;
        return after.Tag == Upos.Adj && At(tokens, candidate.End + 1, candidate.Sentence)?.Tag is Upos.Noun or Upos.Propn;
    }

    private static bool StartsTime(AnnotatedReport report, Token token)
    {
        int low = 0, high = report.Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (report.Times[middle].Span.Start < token.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < report.Times.Count && report.Times[low].Span.Start == token.Span.Start;
    }

    private static Token? At(IReadOnlyList<Token> tokens, int index, Sentence sentence) =>
        index >= sentence.FirstToken && index < sentence.EndToken ? tokens[index] : null;
}
