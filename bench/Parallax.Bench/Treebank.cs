using System.Globalization;
using System.Text;

namespace Parallax.Bench;

/// <summary>One word of a treebank.</summary>
/// <param name="Form">Its letters.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Upos">Universal part of speech, in capitals.</param>
/// <param name="Xpos">The treebank's own tag.</param>
/// <param name="Feats">The features column.</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root.</param>
/// <param name="Relation">Relation to its head, with its subtype.</param>
internal sealed record TreebankWord(string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Relation)
{
    /// <summary>The relation without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public string Universal => BeforeColon(Relation);

    public static string BeforeColon(string relation) =>
        relation.IndexOf(':', StringComparison.Ordinal) is int colon and >= 0 ? relation[..colon] : relation;
}

/// <summary>One document of a CoNLL-U file: its raw text, and its words as they lie over it.</summary>
internal sealed class TreebankDocument(string id)
{
    private readonly StringBuilder _text = new();

    public string Id { get; } = id;

    public string Text => _text.ToString();

    /// <summary>The words of each sentence.</summary>
    public List<TreebankWord[]> Sentences { get; } = [];

    /// <summary>The same laid over the raw text, to compare with another reading of it.</summary>
    public WordLayout Layout { get; } = new();

    /// <summary>
    /// The documents of a file. Paragraphs are set apart by an empty line, sentences of one paragraph by a blank; words that the file splits
    /// off a contraction ("don't") share the place of the whole.
    /// </summary>
    public static IEnumerable<TreebankDocument> Read(IEnumerable<string> lines)
    {
        const string NewDocument = "# newdoc";
        TreebankDocument? document = null;
        List<string> sentence = [];
        bool opensParagraph = false;
        foreach (string line in lines.Append(""))
        {
            if (line.StartsWith(NewDocument, StringComparison.Ordinal))
            {
                if (document is not null)
                    yield return document;
                document = new TreebankDocument(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim());
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
                (document ??= new TreebankDocument("")).Add(sentence, opensParagraph);
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
        int firstWord = Layout.Words.Count;
        int start = Layout.Length;
        List<TreebankWord> words = [];
        int insideTo = 0;
        (int From, int To) whole = default;
        foreach (string[] fields in lines.Select(line => line.Split('\t')))
        {
            if (fields[0].Contains('.', StringComparison.Ordinal))
                continue;
            bool isWhole = fields[0].Contains('-', StringComparison.Ordinal);
            int id = isWhole ? 0 : int.Parse(fields[0], CultureInfo.InvariantCulture);
            bool isInside = !isWhole && id <= insideTo;
            (int From, int To) place = whole;
            if (!isInside)
            {
                place = (Layout.Length, Layout.Length + LayoutLength(fields[1]));
                Layout.Tokens.Add(place);
                Layout.Length = place.To;
                _text.Append(fields[1]);
                if (!fields[9].Split('|').Contains("SpaceAfter=No"))
                    _text.Append(' ');
            }
            if (isWhole)
            {
                whole = place;
                insideTo = int.Parse(fields[0].AsSpan(fields[0].IndexOf('-', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
                continue;
            }
            TreebankWord word = new(fields[1], fields[2], fields[3], fields[4], fields[5], fields[6] == "_" ? -1 : int.Parse(fields[6], CultureInfo.InvariantCulture) - 1, fields[7]);
            words.Add(word);
            Layout.Words.Add(new LaidWord(place.From, place.To, isInside, word, word.Head < 0 ? -1 : firstWord + word.Head));
        }
        Layout.Sentences.Add((start, Layout.Length));
        Sentences.Add([.. words]);
    }

    private static int LayoutLength(string form) => form.Count(c => !char.IsWhiteSpace(c));
}

/// <summary>A word at its place, counted in characters that are not white space.</summary>
/// <param name="From">Where it, or the contraction that it was split off, begins.</param>
/// <param name="To">Where that ends.</param>
/// <param name="IsSplit">Whether it is one of the words of a contraction.</param>
/// <param name="Word">The word.</param>
/// <param name="Head">Index of its head in the layout; -1 for a root.</param>
internal sealed record LaidWord(int From, int To, bool IsSplit, TreebankWord Word, int Head);

/// <summary>The words of a text laid over its characters that are not white space.</summary>
internal sealed class WordLayout
{
    /// <summary>How many characters there are.</summary>
    public int Length { get; set; }

    public List<LaidWord> Words { get; } = [];

    /// <summary>The words as written: a contraction is one.</summary>
    public List<(int From, int To)> Tokens { get; } = [];

    public List<(int From, int To)> Sentences { get; } = [];
}
