using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Two reports of <c>specs/disagreements</c> and what a careful analyst notes between them.</summary>
/// <param name="Id">As in the file: <c>d001</c>.</param>
/// <param name="A">The report that appeared first.</param>
/// <param name="B">The other.</param>
/// <param name="About">What differs; null where nothing does.</param>
/// <param name="Kind">Why; <c>none</c> where nothing differs.</param>
/// <param name="Values">The numbers of both positions, where it is about a figure.</param>
internal sealed partial record DisagreementCase(string Id, Report A, Report B, string? About, string Kind, IReadOnlyList<decimal> Values)
{
    /// <summary>What stands for "nothing to note".</summary>
    public const string Nothing = "none";

    /// <summary>The kinds of the contract, in its order.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["conflict", "scope", "time", "measure", "vague", "interested-party", "translation", "arithmetic"];

    /// <summary>The folder of the files, in the checkout.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(Floors.Folder, "..", "..", "specs", "disagreements"));

    /// <summary>The files, in order.</summary>
    public static IReadOnlyList<string> Files() => [.. Directory.GetFiles(Folder, "?-*.md").Order(StringComparer.Ordinal)];

    /// <summary>The number of the case, which decides whether it is studied or only scored.</summary>
    public int Number => int.Parse(Id[1..], CultureInfo.InvariantCulture);

    /// <summary>Whether it is one of the pairs of breadth, which are no part of the three hundred.</summary>
    public bool IsFurther => !Id.StartsWith('d');

    /// <summary>The cases of a file's text.</summary>
    /// <exception cref="FormatException">A case does not have the form of <c>specs/disagreements/README.md</c>.</exception>
    public static IReadOnlyList<DisagreementCase> Parse(string file, string markdown)
    {
        List<DisagreementCase> cases = [];
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("```disagreement ", StringComparison.Ordinal))
                continue;
            if (at + 6 > lines.Length || lines[at + 6 - 1] is not ['g', 'o', 'l', 'd', ':', ' ', .. string gold] || lines[at + 6] != "```")
                throw new FormatException($"{file}:{at + 1}: a case needs `A:`, its text, `B:`, its text, `gold:` and a closing fence, each on a line of its own.");
            string id = lines[at]["```disagreement ".Length..].Trim();
            (string? about, string kind, IReadOnlyList<decimal> values) = Gold(file, at + 6, gold);
            cases.Add(new DisagreementCase(id, ReportOf(file, at + 2, id + "a", 'A', lines[at + 1], lines[at + 2]), ReportOf(file, at + 4, id + "b", 'B', lines[at + 3], lines[at + 4]), about, kind, values));
            at += 6;
        }
        return cases;
    }

    private static Report ReportOf(string file, int line, string path, char name, string head, string text)
    {
        string[] fields = head.StartsWith(name + ": ", StringComparison.Ordinal) ? head[3..].Split(" | ") : [];
        if (fields.Length is not (2 or 3) || LocalDatePattern.Iso.Parse(fields[1]) is not { Success: true } day)
            throw new FormatException($"{file}:{line}: expected `{name}: OUTLET | YYYY-MM-DD` with or without ` | HH:MM`, found \"{head}\".");
        return Stages.ReportOf(text, day.Value, null) with { Id = StableHash.Id("r", fields[0], text), Path = path, Outlet = fields[0] };
    }

    private static (string? About, string Kind, IReadOnlyList<decimal> Values) Gold(string file, int line, string gold)
    {
        if (gold == Nothing)
            return (null, Nothing, []);
        string[] words = gold.Split(' ');
        string kind = Array.Find(Subjects().Replace(gold, "", 1).Split(' '), Kinds.Contains) ?? throw new FormatException($"{file}:{line}: the gold names no kind: \"{gold}\".");
        if (words[0] != "figure")
            return (words[0], kind, []);
        string positions = gold[(gold.IndexOf(" " + kind + " ", StringComparison.Ordinal) + kind.Length + 2)..];
        return (words[0], kind, [.. Numbers().Matches(positions).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture))]);
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Subjects();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
