using Parallax.Bench;
using Parallax.Read;

namespace Parallax.Tests.Specs;

/// <summary>One fenced case of a spec file: a text, what is known of its report, and the lines expected.</summary>
/// <param name="File">File name without ending.</param>
/// <param name="Line">Line of the opening fence.</param>
/// <param name="Heading">The heading it stands under.</param>
/// <param name="Headers">What is said of the report: <c>published</c>, <c>outlet</c>, <c>title</c>, <c>dateline</c>.</param>
/// <param name="Text">The text; an empty line begins a new paragraph, <c># </c> a heading, <c>&gt; </c> a block quotation.</param>
/// <param name="Expected">The lines expected.</param>
public sealed record SpecCase(string File, int Line, string Heading, IReadOnlyDictionary<string, string> Headers, string Text, string Expected)
{
    private static readonly string[] s_headers = ["published", "outlet", "title", "dateline"];

    /// <summary>The folder of the spec files, beside the solution.</summary>
    public static string Folder => Repository.PathTo("specs");

    /// <summary>The cases of a spec file's text.</summary>
    public static IReadOnlyList<SpecCase> Parse(string file, string markdown)
    {
        List<SpecCase> cases = [];
        string heading = "";
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith('#'))
                heading = lines[at].TrimStart('#').Trim();
            if (lines[at].TrimEnd() != "```case")
                continue;
            int open = at + 1;
            int close = Array.FindIndex(lines, open, line => line.TrimEnd() == "```");
            int rule = Array.FindIndex(lines, open, line => line.TrimEnd() == "---");
            if (close < 0 || rule < 0 || rule > close)
                throw new FormatException($"{file}.md:{at + 1}: a case needs a line `---` between text and expectation, and a closing fence.");
            Dictionary<string, string> headers = new(StringComparer.Ordinal);
            int text = open;
            while (text < rule && Header(lines[text]) is { } header)
            {
                headers[header.Key] = header.Value;
                text++;
            }
            cases.Add(new SpecCase(file, at + 1, heading, headers, string.Join('\n', lines[text..rule]), string.Join('\n', lines[(rule + 1)..close])));
            at = close;
        }
        return cases;
    }

    /// <summary>The report that the case describes.</summary>
    public Report ToReport() => CaseReport.Of($"{File}.md#{Line}", Headers, Text);

    private static (string Key, string Value)? Header(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && s_headers.Contains(line[..colon], StringComparer.Ordinal) ? (line[..colon], line[(colon + 1)..].Trim()) : null;
    }
}
