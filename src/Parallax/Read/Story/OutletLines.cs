using System.Collections.Concurrent;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Lines such as "The Daily Clarion, 13 March 2031": an outlet and a day, and nothing else.</summary>
internal sealed class OutletLines
{
    private const int MostWords = 7;

    private static readonly ConcurrentDictionary<LanguageData, OutletLines> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Outlets _outlets;
    private readonly Agencies _agencies;
    private readonly HashSet<string> _words;

    private OutletLines(LanguageData data)
    {
        (_outlets, _agencies) = (Outlets.Of(data), Agencies.Of(data));
        _words = new(data.Lexicon("read-credits").Rows.Where(row => row[1] == "outlet").Select(row => row[0]), StringComparer.Ordinal);
    }

    /// <summary>The rules with the names of <paramref name="data"/>.</summary>
    public static OutletLines Of(LanguageData data) => Loaded.GetOrAdd(data, d => new OutletLines(d));

    /// <summary>The outlet that stands with <paramref name="dates"/> in <paramref name="line"/>; null where it is no such line, or a person's name.</summary>
    public string? Read(string line, IReadOnlyList<PrintedDate> dates)
    {
        if (dates.Count != 1 || line.Length > 90)
            return null;
        TextSpan date = dates[0].Span;
        string before = line[..date.Start].Trim(' ', ',', '|', '-', '\u2013', '\u2014', '\u2022', '\u00B7', '(', ')', '/', ';', ':'), behind = line[date.End..].Trim(' ', ',', '|', '-', '\u2013', '\u2014', '\u2022', '\u00B7', '(', ')', '/', '.', ';');
        string name = before.Length > 0 ? before : behind;
        if (name.Length < 3 || (before.Length > 0 && behind.Length > 0))
            return null;
        if ((_outlets.Named(name) ?? _agencies.Named(name)) is { } known)
            return known;
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool capitals = words.All(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word is "of" or "the" or "and" or "de" or "der" or "la" or "di" or "do");
        return capitals && words.Length <= MostWords && words.Any(word => _words.Contains(Folding.Fold(word))) ? name : null;
    }
}
