using System.Globalization;
using System.Text;
using Parallax.Text;

namespace Parallax.DataBuilder.Pronouns;

/// <summary>A phrase that a treebank marks as meaning somebody or something.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Group">The number of what it means, in its document.</param>
internal sealed record CoreferentPhrase(TextSpan Span, string Group);

/// <summary>One document of a treebank as running text, a paragraph a line, with its phrases that mean the same.</summary>
internal sealed class CoreferenceText
{
    private readonly StringBuilder _text = new();
    private readonly List<CoreferentPhrase> _phrases = [];
    private readonly List<(string Group, int Start)> _open = [];

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>The phrases, in the order in which they end.</summary>
    public IReadOnlyList<CoreferentPhrase> Phrases => _phrases;

    /// <summary>The wanted documents of one CoNLL-U text.</summary>
    public static IEnumerable<CoreferenceText> Documents(string conllu, Func<string, bool> wanted)
    {
        const string Document = "# newdoc id = ";
        CoreferenceText? document = null;
        List<string[]> sentence = [];
        foreach (string raw in conllu.Split('\n'))
        {
            string line = raw.TrimEnd('\r');
            if (line.StartsWith(Document, StringComparison.Ordinal))
            {
                if (document is not null)
                    yield return document;
                document = wanted(line[Document.Length..]) ? new CoreferenceText() : null;
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
                document?.BreakLine();
            else if (line.Length > 0 && line[0] != '#')
                sentence.Add(line.Split('\t'));
            else if (line.Length == 0)
            {
                document?.Add(sentence);
                sentence.Clear();
            }
        }
        if (document is not null)
            yield return document;
    }

    /// <summary>Texts with their phrases in braces, each with its number, one a line: "{1:The rebels} fled. {1:They} left food behind."</summary>
    public static IEnumerable<CoreferenceText> Marked(string file)
    {
        foreach (string line in file.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#'))
        {
            CoreferenceText document = new();
            int at = 0;
            while (at < line.Length)
            {
                int open = line.IndexOf('{', at);
                document._text.Append(open < 0 ? line[at..] : line[at..open]);
                if (open < 0)
                    break;
                int colon = line.IndexOf(':', open), close = line.IndexOf('}', open), start = document._text.Length;
                document._text.Append(line[(colon + 1)..close]);
                document._phrases.Add(new CoreferentPhrase(TextSpan.FromBounds(start, document._text.Length), line[(open + 1)..colon]));
                at = close + 1;
            }
            yield return document;
        }
    }

    private void BreakLine()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    private void Add(List<string[]> lines)
    {
        int insideTo = 0, wordAt = 0, joinedEnd = 0;
        string joined = "";
        foreach (string[] columns in lines)
        {
            if (columns[0].Contains('.', StringComparison.Ordinal))
                continue;
            int dash = columns[0].IndexOf('-', StringComparison.Ordinal);
            string[] misc = columns[9].Split('|');
            if (dash > 0)
            {
                insideTo = int.Parse(columns[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                wordAt = _text.Length;
                joined = columns[1];
                _text.Append(joined);
                joinedEnd = _text.Length;
                if (!misc.Contains("SpaceAfter=No"))
                    _text.Append(' ');
                continue;
            }
            int start, end;
            if (int.Parse(columns[0], CultureInfo.InvariantCulture) <= insideTo)
            {
                // A word of a contraction stands where its letters do.
                start = wordAt;
                end = Math.Min(joinedEnd, start + columns[1].Length);
                wordAt = end;
            }
            else
            {
                start = _text.Length;
                _text.Append(columns[1]);
                end = _text.Length;
                if (!misc.Contains("SpaceAfter=No"))
                    _text.Append(' ');
            }
            foreach (string part in misc)
            {
                if (part.StartsWith("Entity=", StringComparison.Ordinal))
                    Mark(part["Entity=".Length..], start, end);
            }
        }
    }

    // "(12-person-…(13-place-…)" opens two and closes the second; "12)" closes the first.
    private void Mark(string marks, int start, int end)
    {
        int at = 0;
        while (at < marks.Length)
        {
            if (marks[at] == '(')
            {
                int stop = marks.AsSpan(at + 1).IndexOfAny("()");
                string body = stop < 0 ? marks[(at + 1)..] : marks.Substring(at + 1, stop);
                _open.Add((body.Split('-')[0], start));
                at += 1 + body.Length;
                if (at < marks.Length && marks[at] == ')')
                {
                    Close(_open.Count - 1, end);
                    at++;
                }
            }
            else
            {
                int stop = marks.IndexOf(')', at);
                if (stop < 0)
                    return;
                string group = marks[at..stop];
                int last = _open.FindLastIndex(o => o.Group == group);
                if (last >= 0)
                    Close(last, end);
                at = stop + 1;
            }
        }
    }

    private void Close(int index, int end)
    {
        (string group, int start) = _open[index];
        _open.RemoveAt(index);
        _phrases.Add(new CoreferentPhrase(TextSpan.FromBounds(start, end), group));
    }
}
