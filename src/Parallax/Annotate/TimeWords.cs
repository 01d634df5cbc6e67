using System.Globalization;
using NodaTime;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>The words of <c>times-words.tsv</c>, by kind.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, (string Kind, string Value)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);

    public TimeWords(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("times-words").Rows)
        {
            _words[row[0]] = (row[1], row.Length > 2 ? row[2] : "");
            string[] parts = row[0].Split(' ');
            string opening = parts[0].EndsWith("'s", StringComparison.Ordinal) ? parts[0][..^2] : parts[0].TrimEnd('\'');
            // A clitic is a word of its own in the text.
            int length = parts.Length + parts.Count(p => p.Contains('\'', StringComparison.Ordinal)) + parts.Sum(p => 2 * p.Count(c => c == '-'));
            int hyphen = opening.IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 0)
                opening = opening[..hyphen];
            _longest[opening] = Math.Max(_longest.GetValueOrDefault(opening), length);
        }
    }

    public string? Kind(string lower) => _words.TryGetValue(lower, out (string Kind, string Value) word) ? word.Kind : null;

    /// <summary>Whether an entry is this word or begins with it.</summary>
    public bool Begins(string lower) => _longest.ContainsKey(lower) || _words.ContainsKey(lower);

    public bool Is(string lower, string kind) => _words.TryGetValue(lower, out (string Kind, string Value) word) && word.Kind == kind;

    public string? Value(string lower, string kind) => _words.TryGetValue(lower, out (string Kind, string Value) word) && word.Kind == kind ? word.Value : null;

    /// <summary>The longest entry of <paramref name="kind"/> that begins at <paramref name="at"/>, in one word or several.</summary>
    public (int End, string Value)? Phrase(TimeLine line, int at, string kind)
    {
        if (!line.Has(at) || !_longest.TryGetValue(line.Lower(at), out int longest))
            return null;
        (int End, string Value)? best = null;
        string joined = "";
        for (int next = at; next < Math.Min(line.End, at + longest); next++)
        {
            bool close = next > at && (line.Lower(next) is "'s" or "'" or "’s" or "’" || line.IsHyphen(next) || line.IsHyphen(next - 1));
            joined = next == at ? line.Lower(next) : close ? joined + line.Lower(next).Replace('’', '\'') : joined + " " + line.Lower(next);
            if (_words.TryGetValue(joined, out (string Kind, string Value) word) && word.Kind == kind)
                best = (next + 1, word.Value);
        }
        return best;
    }

    /// <summary>A month in a word that begins with a capital.</summary>
    public int? Month(Token token) => char.IsUpper(token.Text[0]) ? AnyMonth(token) : null;

    /// <summary>A month in capitals or not.</summary>
    public int? AnyMonth(Token token) => Value(token.Lower, "month") is { } value ? Number(value) : null;

    public IsoDayOfWeek? Weekday(Token token) =>
        Value(token.Lower, "weekday") is { } value && (char.IsUpper(token.Text[0]) || token.Text.Length > 5) ? (IsoDayOfWeek)Number(value) : null;

    /// <summary>A unit and how many of it the word means ("fortnight" is two weeks).</summary>
    public (TimeUnit Unit, int Count)? Unit(string lower) => Value(lower, "unit") switch
    {
        null => null,
        "second" => (TimeUnit.Second, 1),
        "minute" => (TimeUnit.Minute, 1),
        "hour" => (TimeUnit.Hour, 1),
        "day" => (TimeUnit.Day, 1),
        "week" => (TimeUnit.Week, 1),
        "fortnight" => (TimeUnit.Week, 2),
        "weekend" => (TimeUnit.Weekend, 1),
        "month" => (TimeUnit.Month, 1),
        "quarter" => (TimeUnit.Quarter, 1),
        "year" => (TimeUnit.Year, 1),
        "decade" => (TimeUnit.Decade, 1),
        "century" => (TimeUnit.Century, 1),
        _ => (TimeUnit.Year, 1000),
    };

    public static bool IsPlural(string unit) => unit[^1] == 's';

    public string? PartOfDay(string lower) => Value(lower, "part");

    public Season? SeasonOf(string lower) => Value(lower, "season") switch
    {
        "SP" => Season.Spring,
        "SU" => Season.Summer,
        "FA" => Season.Autumn,
        "WI" => Season.Winter,
        _ => null,
    };

    /// <summary>"today" and its like: days from publication and part of day.</summary>
    public (int Days, string? Part)? DayWord(string lower)
    {
        if (Value(lower, "day") is not { } value)
            return null;
        int blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (Signed(value), null) : (Signed(value[..blank]), value[(blank + 1)..]);
    }

    /// <summary>The longest feast that begins at <paramref name="at"/>.</summary>
    public (int End, FeastRule Rule)? Feast(TimeLine line, int at)
    {
        if (!line.IsCapital(at) || Phrase(line, at, "holiday") is not { } found)
            return null;
        string[] parts = found.Value.Split('-');
        if (found.Value.StartsWith("easter", StringComparison.Ordinal))
            return (found.End, new FeastRule(0, Signed(found.Value["easter".Length..])));
        if (!char.IsAsciiLetter(parts[1][0]))
            return (found.End, new FeastRule(Number(parts[0]), Number(parts[1])));
        IsoDayOfWeek weekday = parts[1][..3] switch
        {
            "mon" => IsoDayOfWeek.Monday,
            "tue" => IsoDayOfWeek.Tuesday,
            "wed" => IsoDayOfWeek.Wednesday,
            "thu" => IsoDayOfWeek.Thursday,
            "fri" => IsoDayOfWeek.Friday,
            "sat" => IsoDayOfWeek.Saturday,
            _ => IsoDayOfWeek.Sunday,
        };
        return (found.End, new FeastRule(Number(parts[0]), 0, weekday, parts.Length > 2 ? -1 : Number(parts[1][3..])));
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Signed(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
