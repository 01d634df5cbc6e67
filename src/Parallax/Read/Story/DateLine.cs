using System.Collections.Concurrent;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The lines beside a title that say when: "6/2/2023", "Updated:", "Published on Monday 29 May 2023, 10:15 GMT".</summary>
internal sealed class DateLine
{
    private static readonly ConcurrentDictionary<LanguageData, DateLine> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly ILookup<string, string> _roles;

    private readonly MonthNames _months;

    private DateLine(LanguageData data) => (_months, _roles) = (MonthNames.Of(data), data.Lexicon("read-datewords").Rows.Where(row => row[1] != "self").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The date words of <paramref name="data"/>.</summary>
    public static DateLine Of(LanguageData data) => Loaded.GetOrAdd(data, d => new DateLine(d));

    /// <summary>What a line says about dates.</summary>
    /// <param name="Dates">The dates with year in it.</param>
    /// <param name="Updated">For each date, whether the nearest label before it says the report was changed then.</param>
    /// <param name="Label">The last label in the line: <c>published</c>, <c>updated</c> or null; it governs the next line where no date follows it.</param>
    /// <param name="Only">Whether the line says nothing else.</param>
    /// <param name="Rest">The words that are not about a date, as printed.</param>
    internal sealed record Reading(IReadOnlyList<PrintedDate> Dates, IReadOnlyList<bool> Updated, string? Label, bool Only, string Rest);

    /// <summary>Reads <paramref name="line"/>, where <paramref name="label"/> stood alone on the line before.</summary>
    public Reading Read(string line, string? label = null)
    {
        List<PrintedDate> dates = PrintedDates.Find(line, _months, null);
        List<bool> updated = [];
        List<string> rest = [];
        bool labelled = false, relative = false, dayAndMonth = false, number = false, weekday = false;
        int next = 0, i = 0;
        string? pending = label;
        while (i < line.Length)
        {
            if (next < dates.Count && i >= dates[next].Span.Start)
            {
                updated.Add(pending == "updated");
                pending = null;
                i = Math.Max(i, dates[next++].Span.End);
                continue;
            }
            if (!char.IsLetterOrDigit(line[i]))
            {
                i++;
                continue;
            }
            int end = i;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '\'' or '\u2019'))
                end++;
            string word = line[i..end];
            i = end;
            string folded = Folding.Fold(word);
            if (IsNumber(folded))
            {
                number = true;
                continue;
            }
            bool known = false;
            foreach (string role in _roles[folded])
            {
                known = true;
                if (role is "published" or "updated")
                    (labelled, pending) = (true, role);
                else if (role is "ago")
                    relative = true;
                else if (role is "month")
                    dayAndMonth = true;
                else if (role is "weekday")
                    weekday = true;
            }
            if (!known)
                rest.Add(word);
        }
        bool only = rest.Count == 0 && (dates.Count > 0 || labelled || (number && (relative || dayAndMonth)) || weekday);
        return new Reading(dates, updated, pending, only, string.Join(' ', rest));
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]) && word.Length <= 9
        && word.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "" or "am" or "pm" or "st" or "nd" or "rd" or "th" or "h" or "hrs" or "z" or "m" or "min";
}
