using System.Collections.Concurrent;
using System.Globalization;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Names of months, in many languages, by their folded form.</summary>
internal sealed class MonthNames
{
    /// <summary>Longest name that is looked up.</summary>
    private const int LongestName = 20;

    private static readonly ConcurrentDictionary<LexiconTable, MonthNames> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, List<(int Month, string Languages)>> _names = new(StringComparer.Ordinal);

    private MonthNames()
    {
    }

    /// <summary>English names and their short forms, for text that is read as English.</summary>
    public static MonthNames English { get; } = MakeEnglish();

    /// <summary>The names in <paramref name="data"/>.</summary>
    public static MonthNames Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-months"), static table =>
    {
        MonthNames names = new();
        foreach (string[] row in table.Rows)
            names.Add(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2]);
        return names;
    });

    /// <summary>
    /// The month that <paramref name="word"/> names; 0 where it names none, or where languages differ about it and <paramref name="language"/>
    /// is not one of them.
    /// </summary>
    public int Month(ReadOnlySpan<char> word, string? language)
    {
        if (word.Length is < 2 or > LongestName || !_names.TryGetValue(Folding.Fold(word.ToString()), out List<(int Month, string Languages)>? months))
            return 0;
        if (months.Count == 1)
            return months[0].Month;
        string spoken = language is { Length: >= 2 } ? language[..2].ToLowerInvariant() : "?";
        return months.FirstOrDefault(m => m.Languages.Split(' ').Contains(spoken, StringComparer.Ordinal)).Month;
    }

    private static MonthNames MakeEnglish()
    {
        MonthNames names = new();
        string[] full = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        for (int month = 1; month <= 12; month++)
        {
            names.Add(full[month - 1], month, "en");
            if (month != 5)
                names.Add(full[month - 1][..3], month, "en");
        }
        names.Add("Sept", 9, "en");
        return names;
    }

    private void Add(string name, int month, string languages)
    {
        string folded = Folding.Fold(name);
        if (!_names.TryGetValue(folded, out List<(int Month, string Languages)>? months))
            _names[folded] = months = [];
        int known = months.FindIndex(m => m.Month == month);
        if (known < 0)
            months.Add((month, languages));
        else
            months[known] = (month, months[known].Languages + " " + languages);
    }
}
