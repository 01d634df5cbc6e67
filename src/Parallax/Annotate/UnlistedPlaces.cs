using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Finds places that the gazetteer does not list where the report itself says in what larger place they lie: "the village of Orlu, in Kano
/// state". They take the point of that larger place, and its precision says that no more is known.
/// </summary>
internal sealed class UnlistedPlaces(PlaceWords words)
{
    /// <summary>The unlisted places of <paramref name="report"/>, none of which touches a candidate.</summary>
    public List<PlaceMention> Find(AnnotatedReport report, List<PlaceCandidate> candidates)
    {
        List<PlaceMention> found = [];
        int next = 0;
        foreach (NameMention name in report.Names)
        {
            while (next < candidates.Count && candidates[next].End <= name.FirstToken)
                next++;
            if (name.Kind != NameKind.Place)
                continue;
            if (next < candidates.Count && candidates[next].First < name.EndToken)
            {
                // "the Jordan river" is no country: the name with its kind stands for itself.
                if (candidates[next] is { IsRejected: false, IsCountry: true } part && part.First == name.FirstToken && part.End == name.EndToken - 1 && IsLandform(report.Tokens[part.End].Lower) && StandsForPlace(report, name))
                {
                    part.IsRejected = true;
                    found.Add(new PlaceMention(name.Span, name.Sentence, null, ToponymUse.Place));
                    continue;
                }
                // A part of the name that no place was found for says nothing against "Lake Mbuya" or "Orlu state".
                if (candidates[next].IsRejected && candidates[next].End <= name.EndToken && IsKindOfPlace(report, name) && StandsForPlace(report, name))
                    found.Add(new PlaceMention(name.Span, name.Sentence, null, ToponymUse.Place));
                continue;
            }
            if (next >= candidates.Count || candidates[next] is not { IsRejected: false, Chosen: { } outer } within || within.Sentence.Index != name.Sentence
                || outer.Precision is not (PlacePrecision.District or PlacePrecision.Province or PlacePrecision.Country or PlacePrecision.Region)
                || words.Is("feature", report.Tokens[name.EndToken - 1].Lower) || !PlaceWords.HasLower(name.Span.Of(report.Report.Text)) || !Leads(report.Tokens, name.EndToken, within.First))
            {
                // Nothing says where it lies, but that something happened there is said.
                if (StandsForPlace(report, name))
                    found.Add(new PlaceMention(name.Span, name.Sentence, null, ToponymUse.Place));
                continue;
            }
            // A point that only says the country is no more than a region of it.
            PlacePrecision precision = outer.Precision == PlacePrecision.Country ? PlacePrecision.Region : outer.Precision;
            TextSpan span = name.Span;
            found.Add(new PlaceMention(
                span, name.Sentence, outer with { GeoNames = 0, Name = span.Of(report.Report.Text), Precision = precision, Population = 0, IsCapital = false, IsSeat = false }, ToponymUse.Place));
        }
        AddUnread(report, candidates, found);
        return found;
    }

    /// <summary>"the village of Orlu", "shelled Orlu", "the bridge over the Ombu": places that nothing else read as names, where the words before leave no doubt.</summary>
    private static void AddUnread(AnnotatedReport report, List<PlaceCandidate> candidates, List<PlaceMention> found)
    {
        int name = 0, candidate = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int at = sentence.FirstToken + 1; at < sentence.EndToken; at++)
            {
                Token token = report.Tokens[at];
                if (token.Tag != Upos.Propn || !PlaceWords.IsCapitalised(token) || PlaceWords.IsCapitalised(report.Tokens[at - 1]) || !LeavesNoDoubt(report, sentence, at))
                    continue;
                int end = at + 1;
                while (end < sentence.EndToken && end < at + 4 && report.Tokens[end].Tag == Upos.Propn && PlaceWords.IsCapitalised(report.Tokens[end]))
                    end++;
                while (name < report.Names.Count && report.Names[name].EndToken <= at)
                    name++;
                while (candidate < candidates.Count && candidates[candidate].End <= at)
                    candidate++;
                bool read = (name < report.Names.Count && report.Names[name].FirstToken < end) || (candidate < candidates.Count && candidates[candidate].First < end);
                TextSpan span = TextSpan.FromBounds(token.Span.Start, report.Tokens[end - 1].Span.End);
                if (!read && PlaceWords.HasLower(span.Of(report.Report.Text)))
                    found.Add(new PlaceMention(span, sentence.Index, null, ToponymUse.Place));
                at = end;
            }
        }
    }

    private static bool LeavesNoDoubt(AnnotatedReport report, Sentence sentence, int at)
    {
        Token before = report.Tokens[at - 1];
        if (before.Lower is "shelled" or "bombarded" or "besieged" or "recaptured" or "overran" or "encircled")
            return before.Tag == Upos.Verb;
        if (at - 2 < sentence.FirstToken)
            return false;
        string second = report.Tokens[at - 2].Lower;
        if (before.Lower == "of")
            return second is "village" or "town" or "hamlet" or "settlement" or "villages" or "towns" && at - 3 >= sentence.FirstToken && report.Tokens[at - 3].Tag is Upos.Det or Upos.Adj or Upos.Noun;
        return before.Lower == "the" && second is "over" or "across" && at - 3 >= sentence.FirstToken && report.Tokens[at - 3].Lower is "bridge" or "bridges" or "dam" or "ferry" or "pontoon";
    }

    // "in Orlu", "near Orlu", "on Lake Mbuya": a name after a preposition of place.
    private bool StandsForPlace(AnnotatedReport report, NameMention name)
    {
        Sentence sentence = report.Sentences[name.Sentence];
        int before = name.FirstToken - 1;
        if (before >= sentence.FirstToken && report.Tokens[before].Lower == "the")
            before--;
        if (before < sentence.FirstToken || !PlaceWords.IsCapitalised(report.Tokens[name.FirstToken]) || !PlaceWords.HasLower(name.Span.Of(report.Report.Text)))
            return false;
        // A word after it that it qualifies: "in Orlu police cells".
        if (name.EndToken < sentence.EndToken && report.Tokens[name.EndToken].Tag == Upos.Propn)
            return false;
        string end = report.Tokens[name.EndToken - 1].Lower;
        if (PlaceWords.IsPossessive(report.Tokens[name.EndToken - 1]) || (words.Is("feature", end) && !IsLandform(end)))
            return false;
        string word = report.Tokens[before].Lower;
        bool feature = IsFeature(report, name);
        if (word == "of" && before > sentence.FirstToken && words.IsGeneric(report.Tokens[before - 1].Lower))
            return true;
        // Rivers and ranges need no word that says so: "across the Ombu", "the bridge over the Ombu".
        feature |= before < name.FirstToken - 1 && (word is "across" or "along" || (word is "over" or "on" && before > sentence.FirstToken && report.Tokens[before - 1].Lower is "bridge" or "dam" or "bridges" or "ferry" or "crossing" or "pontoon"));
        // "shelled Orlu", "captured Orlu": what is shelled or taken so is a place.
        if (before == name.FirstToken - 1 && word is "shelled" or "bombarded" or "besieged" or "recaptured" or "overran" or "encircled" && report.Tokens[before].Tag == Upos.Verb)
            return true;
        return word is "in" or "at" or "near" or "outside" or "off" or "around" || (feature && word is "on" or "over" or "across" or "along" or "beneath" or "under" or "above");
    }

    // "Lake Mbuya", "the Orlu River"; a street says nothing of the town it is named after.
    private static bool IsFeature(AnnotatedReport report, NameMention name) => IsLandform(report.Tokens[name.EndToken - 1].Lower) || IsLandform(report.Tokens[name.FirstToken].Lower);

    private static bool IsLandform(string word) =>
        word is "bay" or "canal" or "creek" or "forest" or "gulf" or "hill" or "hills" or "lake" or "mountain" or "mountains" or "ocean" or "river" or "sea" or "strait" or "valley" or "island" or "islands" or "peninsula" or "plateau" or "delta" or "shoal" or "reef" or "pass" or "oasis";

    private bool IsKindOfPlace(AnnotatedReport report, NameMention name) =>
        IsFeature(report, name) || (name.EndToken < report.Sentences[name.Sentence].EndToken && words.IsGeneric(report.Tokens[name.EndToken].Lower));

    // ", Kano", ", in Kano", "in northern Kano", "in the state of Kano": nothing else stands between.
    private bool Leads(IReadOnlyList<Token> tokens, int from, int to)
    {
        int i = from;
        bool comma = i < to && tokens[i].Text == ",";
        if (comma)
            i++;
        bool inside = i < to && tokens[i].Lower == "in";
        if (inside)
            i++;
        if (!comma && !inside)
            return false;
        for (; i < to; i++)
        {
            string word = tokens[i].Lower;
            if (word is not ("the" or "of" or "'s" or "a" or "in") && !words.Is("compass", word) && !words.IsGeneric(word))
                return false;
        }
        return true;
    }
}
