using NodaTime;

namespace Parallax.Assess;

/// <summary>Whether two reports' clauses tell of one deed. Points for what both name; nothing outside the two reports plays a part.</summary>
internal static class DeedMatch
{
    private const double NameWeight = 1.6;
    private const double AroundWeight = 0.4;

    // Deeds that end in one another: who was shot was killed, what was blown up burned.
    private static readonly HashSet<(string, string)> s_kin =
    [
        ("kill", "shoot"), ("behead", "kill"), ("kill", "poison"), ("bomb", "kill"), ("bomb", "burn"), ("bomb", "destroy"), ("burn", "destroy"), ("attack", "shoot"), ("attack", "kill"), ("beat", "kill"),
        ("abduct", "arrest"), ("collapse", "landslide"), ("attack", "bomb"), ("attack", "shell"), ("kill", "shell"), ("arrive", "deliver"), ("destroy", "shell"), ("shell", "shoot"), ("hit", "shell"), ("bomb", "shell"), ("abduct", "hijack"), ("arrest", "seize"),
        ("crash", "derail"), ("capsize", "crash"), ("crash", "fall"), ("appoint", "lead"), ("appoint", "swear"), ("appoint", "win"), ("collapse", "flood"), ("lose", "seize-place"),
    ];

    private static readonly Dictionary<string, string[]> s_families = s_kin.SelectMany(k => new[] { (Kind: k.Item1, Family: k.Item1 + "+" + k.Item2), (Kind: k.Item2, Family: k.Item1 + "+" + k.Item2) })
        .GroupBy(k => k.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(k => k.Family).Prepend(g.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>The names under which deeds of <paramref name="kind"/> meet others.</summary>
    public static IReadOnlyList<string> FamiliesOf(string kind) => s_families.TryGetValue(kind, out string[]? families) ? families : [kind];

    /// <summary>Whether the words of both can name one deed.</summary>
    public static bool SameKind(Deed a, Deed b) =>
        string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) || s_kin.Contains(string.CompareOrdinal(a.Kind, b.Kind) < 0 ? (a.Kind, b.Kind) : (b.Kind, a.Kind));

    /// <summary>What both sentences name, the deed itself and their speakers apart; a word that runs through a report weighs less.</summary>
    public static double Shared(Deed a, Deed b)
    {
        double points = 0;
        foreach (string word in a.Content.Union(b.Content, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            bool nearA = a.Content.Contains(word);
            bool nearB = b.Content.Contains(word);
            if (nearA && nearB)
                points += Weight(word, a, b) * (a.Names.Contains(word) && b.Names.Contains(word) ? NameWeight : 1);
            else if (nearA ? b.Around.Contains(word) : a.Around.Contains(word))
                points += Weight(word, a, b) * AroundWeight;
        }
        // Two words for one deed are as good as one word twice.
        points += string.Equals(WordOf(a), WordOf(b), StringComparison.Ordinal) || !string.Equals(a.Kind, b.Kind, StringComparison.Ordinal) ? 0 : 1;
        return points * ReportPairs.FocusOf(a, b);
    }

    private static string WordOf(Deed deed) => deed.Report.Claims.Source.Tokens[deed.Token].Lemma;

    private static double Weight(string word, Deed a, Deed b) =>
        1 / Math.Max(1, Math.Max(a.Spread.GetValueOrDefault(word, 1), b.Spread.GetValueOrDefault(word, 1)) / 2.0);

    /// <summary>Which part of the shorter sentence's words the longer one has too.</summary>
    public static double Overlap(Deed a, Deed b)
    {
        // Two words for the deed are one, and the two places or persons that may be at issue are no words of the matter.
        int own = SameKind(a, b) ? 1 : 0;
        int shared = a.Content.Count(w => b.Content.Contains(w) && !IsOwn(a, w) && !IsOwn(b, w)) + own;
        int fewest = Math.Min(a.Content.Count(w => !IsOwn(a, w) && !(a.Locations.Count > 0 && IsOfLocation(a, w))), b.Content.Count(w => !IsOwn(b, w) && !(b.Locations.Count > 0 && IsOfLocation(b, w)))) + own;
        return a.Content.Count == 0 || b.Content.Count == 0 ? 0 : Math.Min(1, (double)shared / Math.Max(1, fewest));
    }

    private static bool IsOwn(Deed deed, string word) => string.Equals(word, WordOf(deed), StringComparison.Ordinal);

    private static bool IsOfLocation(Deed deed, string word) => deed.Locations.Any(l => string.Equals(l, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether both can be of one day: a day in common, or one of them without any.</summary>
    public static bool SameDay(Deed a, Deed b) => a.Days.Count == 0 || b.Days.Count == 0 || a.Days.Overlaps(b.Days);

    /// <summary>Whether both name one and the same day.</summary>
    public static bool SharesDay(Deed a, Deed b) => a.Days.Overlaps(b.Days);

    /// <summary>The two days, where each names one of its own, both lie behind both reports, and neither report names the other's.</summary>
    public static (LocalDate A, LocalDate B)? OtherDays(Deed a, Deed b, ILookup<int, LocalDate> daysOfReports, int most)
    {
        if (a.OwnDays.Count != 1 || b.OwnDays.Count != 1 || a.Days.Overlaps(b.OwnDays) || b.Days.Overlaps(a.OwnDays) || a.Published is not LocalDate readA || b.Published is not LocalDate readB)
            return null;
        (LocalDate x, LocalDate y) = (a.OwnDays.First(), b.OwnDays.First());
        if (x == y || Math.Abs(Period.DaysBetween(x, y)) > most || x > readA || x > readB || y > readA || y > readB)
            return null;
        return daysOfReports[a.ReportIndex].Contains(y) || daysOfReports[b.ReportIndex].Contains(x) ? null : (x, y);
    }
}
