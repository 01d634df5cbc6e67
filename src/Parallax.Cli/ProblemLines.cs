using System.Globalization;
using System.Text;
using System.Text.Json;
using Parallax.Text;

namespace Parallax.Cli;

/// <summary>
/// Problems as a person reads them: of one code a few in full; of many the first in full and the others by name, the most frequent code first.
/// Nothing is lost: <c>--problems</c> writes every one.
/// </summary>
internal static class ProblemLines
{
    // Up to so many of one code are each worth their line, where there are not many altogether.
    private const int MostInFull = 3;
    private const int Many = 10;
    private const int MostNamed = 4;

    // The name of an input is cut in a list; in its own line it stands whole.
    private const int LongestName = 80;

    /// <summary>The lines to print.</summary>
    public static IEnumerable<string> Summary(IReadOnlyList<Problem> problems)
    {
        int inFull = problems.Count > Many ? 1 : MostInFull;
        foreach (IGrouping<(string Code, bool IsNotice), Problem> group in problems.GroupBy(p => (p.Code, p.IsNotice))
            .OrderBy(g => g.Key.IsNotice).ThenByDescending(g => g.Count() > inFull ? g.Count() : 0))
        {
            Problem[] all = [.. group];
            foreach (Problem problem in all.Length > inFull ? all.Take(1) : all)
                yield return Line(problem);
            if (all.Length <= inFull)
                continue;
            string names = string.Join(", ", all.Skip(1).Take(MostNamed).Select(p => Shortened(p.Given)));
            int rest = all.Length - 1 - Math.Min(MostNamed, all.Length - 1);
            yield return string.Create(CultureInfo.InvariantCulture, $"{Kind(all[0])} {all[0].Code} {all.Length - 1} more like it: {Escape(names)}{(rest > 1 ? $" and {rest} others" : rest == 1 ? " and one other" : "")}");
        }
    }

    /// <summary>Whether <see cref="Summary"/> names only some of <paramref name="problems"/>.</summary>
    public static bool IsShortened(IReadOnlyList<Problem> problems) =>
        problems.GroupBy(p => (p.Code, p.IsNotice)).Any(group => group.Count() > MostNamed + 1);

    /// <summary>One problem on one line.</summary>
    public static string Line(Problem problem) => $"{Kind(problem)} {Escape(problem.ToString())}";

    /// <summary>Every problem as a line of JSON.</summary>
    public static string Json(IReadOnlyList<Problem> problems)
    {
        StringBuilder lines = new();
        foreach (Problem problem in problems)
        {
            using MemoryStream line = new();
            using (Utf8JsonWriter writer = new(line))
            {
                writer.WriteStartObject();
                writer.WriteString("code", problem.Code);
                writer.WriteString("given", problem.Given);
                writer.WriteString("what", problem.What);
                writer.WriteString("next", problem.Next);
                writer.WriteBoolean("notice", problem.IsNotice);
                writer.WriteEndObject();
            }
            lines.Append(Encoding.UTF8.GetString(line.ToArray())).Append('\n');
        }
        return lines.ToString();
    }

    /// <summary>A file name may hold line ends, control characters and marks that turn the direction of what follows; a terminal must not obey them.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            if (c == '\n')
                escaped.Append("\\n");
            else if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static string Kind(Problem problem) => problem.IsNotice ? "note" : "error";

    private static string Shortened(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, 30), "\u2026", name.AsSpan(name.Length - 45));
}
