using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;

namespace Parallax.Bench;

/// <summary>Reads the templates of the MUC-4 keys: <c>"A" / "B"</c> are alternatives, a line is a fill, <c>?</c> an optional one, <c>"title": "NAME"</c> says the title of a name.</summary>
internal static partial class MucKey
{
    private static readonly string[] s_months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public static MucTemplate Read(JsonElement template) => new()
    {
        Types = Text(template, "INCIDENT: TYPE").Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Locations = Locations(Text(template, "INCIDENT: LOCATION")),
        Dates = Dates(Text(template, "INCIDENT: DATE")),
        Individuals = Fills(Text(template, "PERP: INDIVIDUAL ID")),
        Organisations = Fills(Text(template, "PERP: ORGANIZATION ID")),
        Victims = Victims(Text(template, "HUM TGT: NAME"), Text(template, "HUM TGT: DESCRIPTION")),
        Targets = Fills(Text(template, "PHYS TGT: ID")),
    };

    /// <summary>The fills of a slot, one a line.</summary>
    public static IReadOnlyList<MucFill> Fills(string slot)
    {
        List<MucFill> fills = [];
        foreach (string line in slot.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] texts = Quoted(line);
            if (texts.Length > 0)
                fills.Add(new MucFill(texts, line.TrimStart().StartsWith('?')));
        }
        return fills;
    }

    /// <summary>The people: each with name and descriptions together, as the key ties them by a colon.</summary>
    public static IReadOnlyList<MucFill> Victims(string names, string descriptions)
    {
        List<MucFill> fills = [.. Fills(names)];
        foreach (string line in descriptions.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = ColonOutside(line);
            string[] titles = Quoted(colon < 0 ? line : line[..colon]), named = colon < 0 ? [] : Quoted(line[(colon + 1)..]);
            if (titles.Length == 0)
                continue;
            int at = fills.FindIndex(fill => fill.Texts.Intersect(named, StringComparer.Ordinal).Any());
            if (at >= 0)
                fills[at] = fills[at] with { Texts = [.. fills[at].Texts, .. titles] };
            else
                fills.Add(new MucFill([.. named, .. titles], line.TrimStart().StartsWith('?')));
        }
        return fills;
    }

    /// <summary>The days of "31 DEC 89", "- 05 JAN 90" (on it or before), "31 DEC 89 - 01 JAN 90" and of alternatives of these.</summary>
    public static IReadOnlyList<MucDays> Dates(string slot)
    {
        List<MucDays> dates = [];
        foreach (string choice in slot.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            LocalDate[] days = [.. DayPattern().Matches(choice).Select(Day).OfType<LocalDate>()];
            if (days.Length == 1)
                dates.Add(new MucDays(choice.TrimStart('(', ' ').StartsWith('-') ? null : days[0], days[0]));
            else if (days.Length > 1)
                dates.Add(new MucDays(days[0], days[^1]));
        }
        return dates;
    }

    /// <summary>The day that a report's opening gives: "LIMA, 9 JAN 90 (EFE) --"; null where it gives none with its year.</summary>
    public static LocalDate? DayOfReport(string text)
    {
        string head = text[..Math.Min(text.Length, 300)];
        return DayPattern().Match(head) is { Success: true } match ? Day(match)
            : MonthFirst().Match(head) is { Success: true } other ? Day(other) : null;
    }

    private static LocalDate? Day(Match match)
    {
        int month = Array.FindIndex(s_months, m => match.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;
        int day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), year = 1900 + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return month > 0 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    // "COUNTRY: DEPARTMENT (DEPARTMENT): TOWN (TOWN)"; "A (CITY) - B (CITY)" is between two places.
    private static List<IReadOnlyList<string>> Locations(string slot)
    {
        List<IReadOnlyList<string>> chains = [];
        foreach (string choice in slot.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            List<string> chain = [];
            string[] parts = choice.Trim('?', ' ').Split(':', StringSplitOptions.TrimEntries);
            string[] last = Bracketed().Replace(parts[^1], "").Split(" - ", StringSplitOptions.TrimEntries);
            chain.AddRange(parts[..^1].Select(part => Bracketed().Replace(part, "").Trim('(', ')', ' ')));
            foreach (string end in last)
                chains.Add([.. chain, end.Trim('(', ')', ' ')]);
        }
        return chains;
    }

    private static int ColonOutside(string line)
    {
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (i == 0 || line[i - 1] != '\\'))
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return i;
        }
        return -1;
    }

    private static string[] Quoted(string line) =>
        [.. QuotedText().Matches(line).Select(m => m.Groups[1].Value.Replace("\\\"", "", StringComparison.Ordinal)).Where(text => text is not ("-" or ""))];

    private static string Text(JsonElement template, string slot) => GoldFolder.Text(template, slot);

    [GeneratedRegex("\"((?:\\\\.|[^\"\\\\])*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<day>\d{1,2}) (?<month>[A-Za-z]{3,9})\.? (?<year>\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"(?<month>[A-Z]{3,9}) (?<day>\d{1,2}),? (?:19)?(?<year>\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
