using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Weighs what speaks for and against a place: the words beside a name, and the name that the language engine reads there.</summary>
internal sealed class PlaceEvidence(LanguageData data, PlaceWords words)
{
    /// <summary>Marks which of <paramref name="found"/>, all candidates of <paramref name="report"/> in text order, are strong and which are no places.</summary>
    public void Judge(AnnotatedReport report, List<PlaceCandidate> found)
    {
        int next = 0;
        foreach (PlaceCandidate candidate in found)
        {
            while (next < report.Names.Count && report.Names[next].EndToken <= candidate.First)
                next++;
            Judge(report.Tokens, candidate, next < report.Names.Count && report.Names[next].FirstToken < candidate.End ? report.Names[next] : null);
        }
        foreach (PlaceCandidate candidate in found.Where(candidate => candidate is { IsRejected: false, Within: not null }))
        {
            // "Alexandria, Virginia": the second name is a place because the first lies in one of its name.
            if (candidate.Options.Any(place => candidate.Within!.Options.Any(outer => PlaceResolver.Contains(outer, place))))
                candidate.Within!.IsStrong = true;
        }
    }

    private void Judge(IReadOnlyList<Token> tokens, PlaceCandidate candidate, NameMention? name)
    {
        Token? before = At(tokens, candidate.First - 1, candidate.Sentence);
        Token? after = At(tokens, candidate.End, candidate.Sentence);
        if (candidate.IsPart)
        {
            candidate.IsDoubtful = !candidate.IsStrong && !candidate.IsWellKnown;
            candidate.IsRejected = words.Is("never", candidate.Key) || words.IsCommon(candidate.Key) || data.Ethnonyms.Lookup(candidate.Key) is not null;
            return;
        }
        bool single = candidate.End == candidate.First + 1;
        bool common = single && words.IsCommon(candidate.Key);
        bool whole = name is not null && name.FirstToken == candidate.First && name.EndToken == candidate.End;
        candidate.IsStrong = candidate.IsAbbreviation || candidate.InDateline || IsLocated(tokens, candidate) || (candidate.Within is not null && !common);
        candidate.IsNamed = whole && name!.Kind == NameKind.Place;
        if (candidate.InDateline)
            return;
        if (candidate.IsAbbreviation)
        {
            // A road: "W.Va. 61".
            candidate.IsRejected = after is not null && char.IsDigit(after.Text[0]) && after.Text.Length < 5;
            return;
        }
        if (single && !candidate.IsCountry)
        {
            if (PlaceWords.IsCalendar(candidate.Key) || words.Is("never", candidate.Key) || data.Ethnonyms.Lookup(candidate.Key) is not null)
                candidate.IsRejected = true;
            // A common word needs both a place word before it and nothing after it that it could belong to.
            if (common && !candidate.IsNamed && !(candidate.IsStrong && !candidate.Sentence.IsHeading && candidate.Options.Max(place => place.Population) >= 20_000
                && (after is null || !(after.Tag is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num))))
                candidate.IsRejected = true;
        }
        // A church or a school: "St. Mary's".
        if (after is not null && PlaceWords.IsPossessive(after) && candidate.Options[0].Population < 300_000 && (candidate.Key.StartsWith("st ", StringComparison.Ordinal) || candidate.Key.StartsWith("saint ", StringComparison.Ordinal)))
            candidate.IsRejected = true;
        // "Dublin Road", "Kish River": named after the place, not there.
        if (after is not null && PlaceWords.IsCapitalised(after) && words.Is("feature", after.Lower) && !candidate.Sentence.IsHeading)
            candidate.IsRejected = true;
        if (whole && name!.Kind == NameKind.Organisation && after is not null && words.Is("local", after.Lower))
            candidate.IsStrong = true;
        if (name is null || whole && name.Kind == NameKind.Organisation)
        {
            if (before is not null && BelongsToBefore(candidate, before, tokens))
                candidate.IsRejected = candidate.IsPersonal = true;
            if (after is not null && BelongsToAfter(candidate, after))
                candidate.IsRejected = candidate.IsPersonal = true;
        }
        else if (!IsPlaceIn(tokens, candidate, name, after))
        {
            candidate.IsRejected = true;
            candidate.IsPersonal = name.Kind == NameKind.Person;
        }
    }

    // What the engine's name around the candidate lets it be.
    private bool IsPlaceIn(IReadOnlyList<Token> tokens, PlaceCandidate candidate, NameMention name, Token? after)
    {
        bool opens = name.FirstToken >= candidate.First || IsSpan(tokens, name.FirstToken, candidate.First);
        bool ends = name.EndToken <= candidate.End;
        Token? before = At(tokens, candidate.First - 1, candidate.Sentence);
        switch (name.Kind)
        {
            case NameKind.Person:
                // "Mansfield Mayor Ann Bell" against "Mansfield Bell".
                if (opens && !ends && after is not null && (words.Is("role", after.Lower) || words.Is("title", after.Lower)))
                    return true;
                if (!opens || !ends || before is not null && words.Is("title", before.Lower))
                    return false;
                candidate.IsDoubtful = !candidate.IsStrong;
                return true;
            case NameKind.Organisation:
                if (opens)
                {
                    bool isLocal = after is not null && words.Is("local", after.Lower);
                    candidate.IsNamed = isLocal && !words.Is("given", candidate.Key);
                    candidate.IsDoubtful = !isLocal && !candidate.IsStrong && !candidate.Options.Any(place => place.Precision is PlacePrecision.Country or PlacePrecision.Province);
                    return after is null || !words.Is("outlet", after.Lower);
                }
                if (before!.Lower is "of" or "for" && At(tokens, candidate.First - 2, candidate.Sentence) is { } head)
                    return candidate.IsCountry && ends && words.Is("body", head.Lower);
                return candidate.IsCountry && !ends;
            default:
                if (opens)
                {
                    // "North London", "Western Kasai": a name of its own.
                    if (ends && name.FirstToken == candidate.First - 1 && name.FirstToken > candidate.Sentence.FirstToken && PlaceWords.IsCapitalised(before!) && words.Is("compass", before!.Lower))
                        candidate.Span = before.Span.Union(candidate.Span);
                    candidate.IsNamed |= candidate.End > candidate.First + 1;
                    return ends || !words.Is("given", candidate.Key) || candidate.IsStrong || words.Is("local", after!.Lower);
                }
                if (before!.Lower == "of")
                    return At(tokens, candidate.First - 2, candidate.Sentence) is { } kind && (words.IsGeneric(kind.Lower) || words.Is("compass", kind.Lower));
                return words.Is("compass", before.Lower) || words.Is("part", before.Lower) || words.IsGeneric(before.Lower) || !PlaceWords.IsCapitalised(before);
        }
    }

    // Whether only an article and words such as "northern" stand between the two tokens.
    private bool IsSpan(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tokens[i].Lower != "the" && !words.Is("compass", tokens[i].Lower) && !words.Is("part", tokens[i].Lower))
                return false;
        }
        return true;
    }

    private bool IsLocated(IReadOnlyList<Token> tokens, PlaceCandidate candidate)
    {
        int i = candidate.First - 1;
        while (At(tokens, i, candidate.Sentence) is { } skipped && (skipped.Lower == "the" || words.Is("compass", skipped.Lower)) && i > candidate.First - 4)
        {
            if (words.Is("compass", skipped.Lower))
                return true;
            i--;
        }
        Token? before = At(tokens, i, candidate.Sentence);
        if (before is not null && !PlaceWords.IsCapitalised(before) | i == candidate.Sentence.FirstToken && words.Is("locative", before.Lower))
            return true;
        if (before?.Lower == "of" && At(tokens, i - 1, candidate.Sentence) is { } kind
            && (words.IsGeneric(kind.Lower) || words.IsGeneric(kind.Lemma) || words.Is("compass", kind.Lower)))
            return true;
        Token? after = At(tokens, candidate.End, candidate.Sentence);
        return after is not null && !PlaceWords.IsCapitalised(after) && words.IsGeneric(after.Lower);
    }

    // "Jack London", "Mayor London", "Camp Bern": a name before it makes it part of that name.
    private bool BelongsToBefore(PlaceCandidate candidate, Token before, IReadOnlyList<Token> tokens)
    {
        if (words.Is("title", before.Lower) && (PlaceWords.IsCapitalised(before) || !candidate.IsWellKnown))
            return !candidate.Sentence.IsHeading;
        if (!PlaceWords.IsCapitalised(before) || candidate.Sentence.IsHeading)
            return false;
        if (words.Is("compass", before.Lower) || PlaceWords.IsCalendar(before.Lower) || words.Is("part", before.Lower) || before.Lower == "the")
            return false;
        if (!PlaceWords.HasLower(before.Text) && before.Text.Length is > 1 and <= 6)
            return before.Text.EndsWith('.') && !candidate.IsCountry;
        if (data.Ethnonyms.Lookup(before.Lower) is not null || data.Countries.ByName(before.Lower) is not null)
            return !candidate.IsWellKnown;
        int index = candidate.First - 1;
        bool opens = index == candidate.Sentence.FirstToken || tokens[index - 1].Tag == Upos.Punct;
        return !(opens && (words.IsCommon(before.Lower) || before.Tag is not (Upos.Propn or Upos.Noun or Upos.X)));
    }

    // "Paris Jackson", "Lincoln Center": a name after it that is no office or people.
    private bool BelongsToAfter(PlaceCandidate candidate, Token after)
    {
        if (!PlaceWords.IsCapitalised(after) || candidate.Sentence.IsHeading || PlaceWords.IsCalendar(after.Lower))
            return false;
        if (after.Tag is not (Upos.Propn or Upos.Noun or Upos.Adj or Upos.X))
            return false;
        if (words.Is("role", after.Lower) || words.Is("title", after.Lower) || data.Ethnonyms.Lookup(after.Lower) is not null)
            return false;
        return words.Is("given", candidate.Key) || !(candidate.IsCountry || candidate.Options[0].IsCapital);
    }

    private static Token? At(IReadOnlyList<Token> tokens, int index, Sentence sentence) =>
        index >= sentence.FirstToken && index < sentence.EndToken ? tokens[index] : null;
}
