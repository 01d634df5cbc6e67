using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>The country of an incident: that of its places, unless the report speaks of another all the time and nothing else speaks for it.</summary>
internal static class IncidentCountry
{
    private const int OfPlace = 2, OfDateline = 3, OfAdjective = 1;

    /// <summary>The actor that a name names; -1 where it has none.</summary>
    public static int ActorOf(AnnotatedReport report, NameMention name)
    {
        foreach (ActorMention mention in report.Mentions)
        {
            if (mention.Sentence == name.Sentence && mention.HeadSpan.Overlaps(name.Span))
                return mention.Actor;
        }
        return -1;
    }

    /// <summary>
    /// The country. A small place that only the gazetteer puts into a country that the report never names is doubtful; so is a country that stands
    /// as an adjective ("U.S. citizens").
    /// </summary>
    public static string? Of(AnnotatedReport report, IReadOnlyList<int> places, int sentence)
    {
        Dictionary<string, (int Weight, int Nearest)> counts = new(StringComparer.Ordinal);
        HashSet<string> named = new(StringComparer.Ordinal);
        foreach (PlaceMention place in report.Places)
        {
            if (place.Place is not { Country.Length: > 0 } known)
                continue;
            if (known.Precision == PlacePrecision.Country || place.Use == ToponymUse.Dateline)
                named.Add(known.Country);
            (int count, int nearest) = counts.GetValueOrDefault(known.Country, (0, int.MaxValue));
            int weight = place.Use switch { ToponymUse.Place => OfPlace, ToponymUse.Dateline => OfDateline, _ => OfAdjective };
            counts[known.Country] = (count + weight, Math.Min(nearest, Math.Abs(sentence - place.Sentence)));
        }
        string? usual = counts.OrderByDescending(pair => pair.Value.Weight).ThenBy(pair => pair.Value.Nearest).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
        foreach (int index in places)
        {
            PlaceMention place = report.Places[index];
            if (place.Use != ToponymUse.Place || place.Place is not { Country.Length: > 0 } known)
                continue;
            if (known.Country == usual || named.Contains(known.Country))
                return known.Country;
        }
        return usual;
    }
}
