using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Finds the words that name a country by its people or as an adjective: "Kenyan", "Sri Lankans".</summary>
internal sealed class PeoplePlaces(LanguageData data)
{
    /// <summary>The places of <paramref name="report"/>, with those words among them where they stand in no other place.</summary>
    public IReadOnlyList<PlaceMention> Join(AnnotatedReport report)
    {
        List<PlaceMention> joined = [];
        int next = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Token token = report.Tokens[i];
                if (!PlaceWords.IsCapitalised(token) || token.Text.Length < 4)
                    continue;
                Token? before = i > sentence.FirstToken ? report.Tokens[i - 1] : null;
                if (data.Countries.ByDemonym(before?.Lower ?? "", token.Lower) is not { } country || data.Gazetteer.Country(country.Code) is not { } place)
                    continue;
                bool two = before is not null && PlaceWords.IsCapitalised(before) && data.Countries.ByDemonym(token.Lower)?.Code != country.Code;
                Text.TextSpan span = two ? before!.Span.Union(token.Span) : token.Span;
                while (next < report.Places.Count && report.Places[next].Span.End <= span.Start)
                    joined.Add(report.Places[next++]);
                if (next < report.Places.Count && report.Places[next].Span.Overlaps(span))
                    continue;
                joined.Add(new PlaceMention(span, sentence.Index, place, ToponymUse.People));
            }
        }
        joined.AddRange(report.Places.Skip(next));
        return joined;
    }
}
