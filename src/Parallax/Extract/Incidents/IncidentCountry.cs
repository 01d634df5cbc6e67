using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>The country that a report speaks of where an incident names no place.</summary>
internal static class IncidentCountry
{
    /// <summary>The country of most places of the report; of equals the one named nearest before the sentence. Null where none is named.</summary>
    public static string? Of(AnnotatedReport report, int sentence)
    {
        Dictionary<string, (int Count, int Nearest)> counts = new(StringComparer.Ordinal);
        foreach (PlaceMention place in report.Places)
        {
            if (place.Place is not { Country.Length: > 0 } known)
                continue;
            (int count, int nearest) = counts.GetValueOrDefault(known.Country, (0, int.MaxValue));
            counts[known.Country] = (count + 1, Math.Min(nearest, Math.Abs(sentence - place.Sentence)));
        }
        return counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Value.Nearest).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key).FirstOrDefault();
    }
}
