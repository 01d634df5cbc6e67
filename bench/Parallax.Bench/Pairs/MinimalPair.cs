using Parallax.Read;

namespace Parallax.Bench;

/// <summary>One of the two reports of a pair and what an analyst takes from it.</summary>
/// <param name="Line">Line of its first words in the file.</param>
/// <param name="Headers"><c>published</c>, <c>title</c>, <c>outlet</c>, <c>dateline</c>.</param>
/// <param name="Text">The text; an empty line begins a new paragraph.</param>
/// <param name="Lines">What must hold.</param>
internal sealed record PairMember(int Line, IReadOnlyDictionary<string, string> Headers, string Text, IReadOnlyList<PairLine> Lines)
{
    private const string UsualDay = "2024-05-15";

    /// <summary>The report as Annotate gets it.</summary>
    public Report ToReport() => CaseReport.Of("pair", Headers, Text, UsualDay);
}

/// <summary>Two reports that differ in one thing which turns the answer.</summary>
/// <param name="File">File name.</param>
/// <param name="Line">Line of the opening fence.</param>
/// <param name="Heading">The hard case it stands under.</param>
/// <param name="A">The one report.</param>
/// <param name="B">The other.</param>
internal sealed record MinimalPair(string File, int Line, string Heading, PairMember A, PairMember B)
{
    private static readonly string[] s_headers = ["published", "outlet", "title", "dateline"];

    /// <summary>The folder of the files, in the checkout.</summary>
    public static string Folder => Path.GetFullPath(Path.Combine(Floors.Folder, "..", "..", "specs", "pairs"));

    /// <summary>The files of a family, in order; of <c>*</c> all but the fresh pairs, which are scored alone so that they stay a blind measure.</summary>
    public static IReadOnlyList<string> Files(string family) =>
        [.. Directory.GetFiles(Folder, family + "-*.md").Where(file => family != "*" || !Path.GetFileName(file).StartsWith("f-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The pairs of a file.</summary>
    /// <exception cref="FormatException">A pair does not have the form of <c>specs/pairs/README.md</c>.</exception>
    public static IReadOnlyList<MinimalPair> Read(string path) => Parse(Path.GetFileName(path), System.IO.File.ReadAllText(path));

    /// <summary>The pairs of a file's text.</summary>
    public static IReadOnlyList<MinimalPair> Parse(string file, string markdown)
    {
        List<MinimalPair> pairs = [];
        string heading = "";
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("## ", StringComparison.Ordinal))
                heading = lines[at][3..].Trim();
            if (lines[at].StartsWith("```", StringComparison.Ordinal) && lines[at].TrimEnd() != "```pair")
                throw new FormatException($"{file}:{at + 1}: expected a fence ```pair.");
            if (lines[at].TrimEnd() != "```pair")
                continue;
            int close = Array.FindIndex(lines, at + 1, line => line.TrimEnd() == "```");
            int a = Array.FindIndex(lines, at + 1, line => line.StartsWith("A:", StringComparison.Ordinal));
            int b = Array.FindIndex(lines, at + 1, line => line.StartsWith("B:", StringComparison.Ordinal));
            if (close < 0 || a < 0 || b < a || b > close)
                throw new FormatException($"{file}:{at + 1}: a pair needs a line `A:`, a line `B:` after it, and a closing fence.");
            Dictionary<string, string> both = new(StringComparer.Ordinal);
            for (int i = at + 1; i < a; i++)
            {
                (string key, string value) = Header(lines[i]) ?? throw new FormatException($"{file}:{i + 1}: expected `published:`, `title:`, `outlet:` or `dateline:` before `A:`.");
                both[key] = value;
            }
            pairs.Add(new MinimalPair(file, at + 1, heading, Member(file, lines, a, b, both), Member(file, lines, b, close, both)));
            at = close;
        }
        return pairs;
    }

    private static PairMember Member(string file, string[] lines, int from, int to, Dictionary<string, string> shared)
    {
        Dictionary<string, string> headers = new(shared, StringComparer.Ordinal);
        List<string> text = [];
        List<PairLine> expected = [];
        for (int at = from; at < to; at++)
        {
            string line = (at == from ? lines[at][2..] : lines[at]).Trim();
            if (text.Count == 0 && Header(line) is { } header)
            {
                headers[header.Key] = header.Value;
            }
            else if (text.Count > 0 && PairLine.IsLine(line))
            {
                try
                {
                    expected.Add(PairLine.Parse(line));
                }
                catch (FormatException fault)
                {
                    throw new FormatException($"{file}:{at + 1}: {fault.Message}", fault);
                }
            }
            else if (expected.Count > 0 && line.Length > 0)
            {
                throw new FormatException($"{file}:{at + 1}: text after the first expectation: \"{line}\".");
            }
            else if (line.Length > 0 || text.Count > 0)
            {
                text.Add(line);
            }
        }
        if (text.Count == 0 || expected.Count == 0)
            throw new FormatException($"{file}:{from + 1}: a member needs a text and at least one expectation.");
        return new PairMember(from + 1, headers, string.Join('\n', text).Trim(), expected);
    }

    private static (string Key, string Value)? Header(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_headers.Contains(line[..colon], StringComparer.Ordinal) ? (line[..colon], line[(colon + 1)..].Trim()) : null;
    }
}
