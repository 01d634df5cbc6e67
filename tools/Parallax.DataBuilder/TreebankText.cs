using System.Globalization;
using System.Text;

namespace Parallax.DataBuilder;

/// <summary>One paragraph of a treebank as running text, with the positions at which its sentences end.</summary>
internal sealed class TreebankText
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<int> _ends = [];

    /// <summary>The text; two sentences stand a blank apart unless the treebank says that nothing is between them.</summary>
    public string Text => _text.ToString();

    /// <summary>Where sentences end in <see cref="Text"/>.</summary>
    public IReadOnlySet<int> SentenceEnds => _ends;

    /// <summary>The paragraphs of the wanted documents of one CoNLL-U text.</summary>
    public static IEnumerable<TreebankText> Paragraphs(string conllu, Func<string, bool> wanted)
    {
        const string Document = "# newdoc id = ";
        TreebankText? paragraph = null;
        List<string[]> sentence = [];
        bool inside = true;
        foreach (string line in conllu.Split('\n'))
        {
            bool opensDocument = line.StartsWith(Document, StringComparison.Ordinal);
            if (opensDocument || line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                if (paragraph is not null)
                    yield return paragraph;
                paragraph = null;
                if (opensDocument)
                    inside = wanted(line[Document.Length..]);
            }
            else if (line.Length > 0 && line[0] != '#' && inside)
            {
                sentence.Add(line.Split('\t'));
            }
            else if (line.Length == 0 && sentence.Count > 0)
            {
                (paragraph ??= new TreebankText()).Add(sentence);
                sentence.Clear();
            }
        }
        if (paragraph is not null)
            yield return paragraph;
    }

    private void Add(List<string[]> lines)
    {
        int end = 0, insideTo = 0;
        foreach (string[] columns in lines)
        {
            // What a sentence leaves unsaid ("8.1") is not written; a contraction ("3-4") is, and then its words are not.
            if (columns[0].Contains('.', StringComparison.Ordinal))
                continue;
            int dash = columns[0].IndexOf('-', StringComparison.Ordinal);
            if (dash < 0 && int.Parse(columns[0], CultureInfo.InvariantCulture) <= insideTo)
                continue;
            if (dash > 0)
                insideTo = int.Parse(columns[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
            _text.Append(columns[1]);
            end = _text.Length;
            if (!columns[9].Split('|').Contains("SpaceAfter=No"))
                _text.Append(' ');
        }
        _ends.Add(end);
    }
}
