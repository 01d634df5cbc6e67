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
            if (name.Kind != NameKind.Place || next >= candidates.Count || candidates[next].First < name.EndToken || candidates[next] is not { IsRejected: false, Chosen: { } outer } within)
                continue;
            if (within.Sentence.Index != name.Sentence || outer.Precision is not (PlacePrecision.District or PlacePrecision.Province or PlacePrecision.Country or PlacePrecision.Region))
                continue;
            if (words.Is("feature", report.Tokens[name.EndToken - 1].Lower) || !PlaceWords.HasLower(name.Span.Of(report.Report.Text)) || !Leads(report.Tokens, name.EndToken, within.First))
                continue;
            // A point that only says the country is no more than a region of it.
            PlacePrecision precision = outer.Precision == PlacePrecision.Country ? PlacePrecision.Region : outer.Precision;
            TextSpan span = name.Span;
            found.Add(new PlaceMention(
                span, name.Sentence, outer with { GeoNames = 0, Name = span.Of(report.Report.Text), Precision = precision, Population = 0, IsCapital = false, IsSeat = false }, ToponymUse.Place));
        }
        return found;
    }

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
