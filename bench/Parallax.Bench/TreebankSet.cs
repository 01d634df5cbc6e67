using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Words, sentences and parts of speech against the Universal Dependencies English Web Treebank.</summary>
internal sealed class TreebankSet : IGoldSet
{
    public string Name => "ewt";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("ud", $"en_ewt-ud-{folder.Split}.conllu")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tagger tagger = new(LanguageData.English);
        int right = 0;
        int all = 0;
        Tally words = default;
        Tally sentences = default;
        foreach (TreebankDocument document in TreebankDocument.Read(File.ReadLines(Files(folder)[0])))
        {
            foreach ((string[] forms, string[] tags) in document.Tagged)
            {
                string[] given = tagger.TagPairs(forms);
                right += tags.Where((tag, i) => given[i].AsSpan(0, given[i].IndexOf('|', StringComparison.Ordinal)).Equals(tag, StringComparison.OrdinalIgnoreCase)).Count();
                all += tags.Length;
            }
            AnnotatedReport report = stages.Annotate(document.Text);
            words += Alignment.ByCharacters(document.Text, document.Words, report.Tokens.Select(t => t.Span));
            sentences += Alignment.ByCharacters(document.Text, document.Sentences, report.Sentences.Select(s => s.Span));
        }
        yield return new Score("tags.ewt", (double)right / all, string.Create(CultureInfo.InvariantCulture, $"{right} of {all} words, gold tokens"));
        yield return new Score("tokens.ewt.words", words.F1, words.ToString());
        yield return new Score("tokens.ewt.sentences", sentences.F1, sentences.ToString());
    }
}

/// <summary>One document of a CoNLL-U file: its raw text with the spans of its words and sentences.</summary>
internal sealed class TreebankDocument
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public List<TextSpan> Words { get; } = [];

    public List<TextSpan> Sentences { get; } = [];

    public List<(string[] Forms, string[] Tags)> Tagged { get; } = [];

    /// <summary>
    /// The documents of a file. Paragraphs are set apart by an empty line, sentences of one paragraph by a blank; a contraction that the
    /// file splits ("don't") has its words laid over its letters one after the other.
    /// </summary>
    public static IEnumerable<TreebankDocument> Read(IEnumerable<string> lines)
    {
        TreebankDocument? document = null;
        List<string> sentence = [];
        bool opensParagraph = false;
        foreach (string line in lines.Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (document is not null)
                    yield return document;
                document = new TreebankDocument();
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal))
            {
                opensParagraph = true;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                sentence.Add(line);
            }
            else if (line.Length == 0 && sentence.Count > 0)
            {
                (document ??= new TreebankDocument()).Add(sentence, opensParagraph);
                sentence.Clear();
                opensParagraph = false;
            }
        }
        if (document is not null)
            yield return document;
    }

    private void Add(List<string> lines, bool opensParagraph)
    {
        if (opensParagraph && _text.Length > 0)
            _text.Append("\n\n");
        int start = _text.Length;
        int end = start;
        int insideTo = 0;
        bool blankAfter = false;
        List<string> forms = [];
        List<string> tags = [];
        foreach (string[] fields in lines.Select(line => line.Split('\t')))
        {
            if (fields[0].Contains('.', StringComparison.Ordinal))
                continue;
            bool spaceAfter = !fields[9].Split('|').Contains("SpaceAfter=No");
            if (fields[0].IndexOf('-', StringComparison.Ordinal) is int dash and > 0)
            {
                insideTo = int.Parse(fields[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                // The words that follow write the letters; the blank after the last of them is this line's.
                blankAfter = spaceAfter;
                continue;
            }
            int id = int.Parse(fields[0], CultureInfo.InvariantCulture);
            forms.Add(fields[1]);
            tags.Add(fields[3]);
            Words.Add(new TextSpan(_text.Length, fields[1].Length));
            _text.Append(fields[1]);
            end = _text.Length;
            if (id < insideTo)
                continue;
            if (id == insideTo ? blankAfter : spaceAfter)
                _text.Append(' ');
        }
        Sentences.Add(TextSpan.FromBounds(start, end));
        Tagged.Add(([.. forms], [.. tags]));
    }
}
