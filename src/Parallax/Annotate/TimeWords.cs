using System.Globalization;
using NodaTime;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>The words of <c>times-words.tsv</c>, by kind.</summary>
internal sealed class TimeWords
{
    private readonly Dictionary<string, (string Kind, string Value)> _words = new(StringComparer.Ordinal);
    private readonly int _longestHoliday;

    public TimeWords(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("times-words").Rows)
        {
            _words[row[0]] = (row[1], row.Length > 2 ? row[2] : "");
            if (row[1] == "holiday")
                _longestHoliday = Math.Max(_longestHoliday, row[0].Split(' ').Length + 1);
        }
    }

    public string? Kind(string lower) => _words.TryGetValue(lower, out (string Kind, string Value) word) ? word.Kind : null;

    public bool Is(string lower, string kind) => Kind(lower) == kind;

    public int? Month(Token token)
    {
        if (!_words.TryGetValue(token.Lower, out (string Kind, string Value) word) || word.Kind != "month" || !char.IsUpper(token.Text[0]))
            return null;
        return Number(word.Value);
    }

    public IsoDayOfWeek? Weekday(Token token) =>
        _words.TryGetValue(token.Lower, out (string Kind, string Value) word) && word.Kind == "weekday" ? (IsoDayOfWeek)Number(word.Value) : null;

    /// <summary>A unit and how many of it the word means ("fortnight" is two weeks).</summary>
    public (TimeUnit Unit, int Count)? Unit(string lower)
    {
        if (!_words.TryGetValue(lower, out (string Kind, string Value) word) || word.Kind != "unit")
            return null;
        return word.Value switch
        {
            "hour" => (TimeUnit.Hour, 1),
            "day" => (TimeUnit.Day, 1),
            "week" => (TimeUnit.Week, 1),
            "fortnight" => (TimeUnit.Week, 2),
            "weekend" => (TimeUnit.Weekend, 1),
            "month" => (TimeUnit.Month, 1),
            "year" => (TimeUnit.Year, 1),
            "century" => (TimeUnit.Year, 100),
            _ => (TimeUnit.Decade, 1),
        };
    }

    public string? PartOfDay(string lower) => _words.TryGetValue(lower, out (string Kind, string Value) word) && word.Kind == "part" ? word.Value : null;

    /// <summary>"today" and its like: days from publication and part of day.</summary>
    public (int Days, string? Part)? DayWord(string lower)
    {
        if (!_words.TryGetValue(lower, out (string Kind, string Value) word) || word.Kind != "day")
            return null;
        int blank = word.Value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (Signed(word.Value), null) : (Signed(word.Value[..blank]), word.Value[(blank + 1)..]);
    }

    /// <summary>The longest feast with a fixed date that begins at <paramref name="at"/>.</summary>
    public (int End, int Month, int Day)? Holiday(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (!char.IsUpper(tokens[at].Text[0]))
            return null;
        (int End, int Month, int Day)? best = null;
        string joined = "";
        for (int next = at; next < Math.Min(end, at + _longestHoliday); next++)
        {
            bool clitic = tokens[next].Lower is "'s" or "'";
            joined = next == at ? tokens[next].Lower : clitic ? joined + tokens[next].Lower : joined + " " + tokens[next].Lower;
            if (_words.TryGetValue(joined, out (string Kind, string Value) word) && word.Kind == "holiday")
            {
                string[] parts = word.Value.Split('-');
                best = (next + 1, Number(parts[0]), Number(parts[1]));
            }
        }
        return best;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Signed(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
