using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>One expectation of a minimal pair, as <c>specs/pairs/README.md</c> describes it.</summary>
internal sealed record PairLine
{
    private static readonly Dictionary<string, string[]> s_keys = new(StringComparer.Ordinal)
    {
        ["event"] = ["mode", "initiator", "target", "place", "time", "by"],
        ["figure"] = ["of", "by", "place", "time", "scope", "event", "comparator"],
        ["statement"] = ["by", "act", "form", "to", "says"],
        ["actor"] = ["kind", "country", "role", "of"],
        ["place"] = ["use", "country", "division"],
        ["same"] = [],
        ["apart"] = [],
        ["time"] = [],
    };

    private static readonly HashSet<string> s_statuses = Names<ClaimStatus>();
    private static readonly HashSet<string> s_measures = Names<Measure>();
    private static readonly HashSet<string> s_types = [.. Enum.GetNames<EventType>().Select(name => name.ToUpperInvariant())];
    private static readonly Dictionary<string, HashSet<string>> s_values = new(StringComparer.Ordinal)
    {
        ["act"] = Names<SpeechAct>(),
        ["form"] = Names<SpeechForm>(),
        ["kind"] = Names<ActorKind>(),
        ["use"] = Names<ToponymUse>(),
        ["comparator"] = Names<Comparator>(),
        ["event"] = s_types,
    };

    /// <summary>The line as written.</summary>
    public required string Text { get; init; }

    /// <summary><c>event</c>, <c>figure</c>, …</summary>
    public required string Kind { get; init; }

    /// <summary>Whether nothing may fit.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Types, measures or the words of the mention; empty where any fits.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>The statuses that fit; empty where any does.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>The number of a figure as written; null where any fits.</summary>
    public string? Number { get; init; }

    /// <summary><c>cumulative</c>, <c>single</c>, <c>vague</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Keys with the values of which one must fit.</summary>
    public IReadOnlyList<(string Key, string[] Values)> Keys { get; init; } = [];

    /// <summary>Whether <paramref name="text"/> begins as an expectation does.</summary>
    public static bool IsLine(string text)
    {
        string rest = text.StartsWith("no ", StringComparison.Ordinal) ? text[3..] : text;
        return s_keys.ContainsKey(rest.Split(' ', 2)[0]);
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">It asks for something that does not exist.</exception>
    public static PairLine Parse(string text)
    {
        bool isNegated = text.StartsWith("no ", StringComparison.Ordinal);
        string[] halves = (isNegated ? text[3..] : text).Split(' ', 2);
        string kind = halves[0], rest = halves.Length > 1 ? halves[1].Trim() : "";
        if (kind is "same" or "apart")
        {
            string[] sides = rest.Split(" | ");
            return sides.Length == 2 ? new PairLine { Text = text, Kind = kind, IsNegated = isNegated, Subject = sides } : throw Fault(text, "two mentions with ` | ` between them");
        }
        if (kind == "time")
        {
            int equals = rest.LastIndexOf(" = ", StringComparison.Ordinal);
            return equals > 2 && rest[0] == '"' && rest[equals - 1] == '"'
                ? new PairLine { Text = text, Kind = kind, IsNegated = isNegated, Subject = [rest[1..(equals - 1)]], Keys = [("value", rest[(equals + 3)..].Split('|'))] }
                : throw Fault(text, "`time \"words\" = EDTF`");
        }
        List<string> words = Words(text, rest);
        List<(string, string[])> keys = [];
        List<string> first = [];
        foreach (string word in words)
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                first.Add(word);
                continue;
            }
            string key = word[..equals];
            string[] values = word[(equals + 1)..].Trim('"').Split('|');
            if (!s_keys[kind].Contains(key))
                throw Fault(text, $"one of the keys {string.Join(", ", s_keys[kind])} instead of {key}");
            if (s_values.TryGetValue(key, out HashSet<string>? known) && values.FirstOrDefault(v => v != "-" && !known.Contains(v)) is { } unknown)
                throw Fault(text, $"a known {key} instead of one of \"{string.Join('|', values)}\"");
            keys.Add((key, values));
        }
        PairLine line = new() { Text = text, Kind = kind, IsNegated = isNegated, Keys = keys };
        return kind switch
        {
            "event" => line.WithClaimWords(first, s_types),
            "figure" => line.WithClaimWords(first, s_measures),
            "statement" when first.Count == 0 => line,
            "statement" => throw Fault(text, "only keys after `statement`"),
            _ when first.Count > 0 => line with { Subject = [string.Join(' ', first).Trim('"')] },
            _ => throw Fault(text, "the words of the mention"),
        };
    }

    private PairLine WithClaimWords(List<string> words, HashSet<string> subjects)
    {
        PairLine line = this;
        foreach (string word in words)
        {
            string[] choices = word.Split('|');
            if (word == "*")
                continue;
            if (choices.All(subjects.Contains))
                line = line with { Subject = choices };
            else if (choices.All(s_statuses.Contains))
                line = line with { Statuses = choices };
            else if (Kind == "figure" && IsNumber(word))
                line = line with { Number = word };
            else if (Kind == "figure" && word is "cumulative" or "single" or "vague")
                line = line with { Flags = [.. line.Flags, word] };
            else
                throw Fault(Text, $"a type or measure, a status, a number or a key instead of \"{word}\"");
        }
        return line;
    }

    private static bool IsNumber(string word) =>
        word.Split("..") is { Length: 1 or 2 } ends && ends[0].Length > 0 && ends.All(end => end.Length == 0 || decimal.TryParse(end, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));

    // Blanks part words, but not inside double quotes.
    private static List<string> Words(string line, string text)
    {
        List<string> words = [];
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }
            int end = at;
            bool isQuoted = false;
            for (; end < text.Length && (isQuoted || text[end] != ' '); end++)
                isQuoted ^= text[end] == '"';
            if (isQuoted)
                throw Fault(line, "a closing quotation mark");
            words.Add(text[at..end]);
            at = end;
        }
        return words;
    }

    private static HashSet<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => PairWords.Hyphened(value.ToString()))];

    private static FormatException Fault(string line, string expected) => new($"`{line}`: expected {expected}.");
}
