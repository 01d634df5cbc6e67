using System.Text;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Rebuilds the text of a document from the sentences of a CoNLL-U file, and lays their words over it.</summary>
internal sealed class ConlluText
{
    private readonly List<(ParagraphKind Kind, StringBuilder Text)> _paragraphs = [];
    private readonly List<GivenSentence> _sentences = [];

    // White space that follows the last word, unless its paragraph ends there.
    private string _gap = "";

    // The kind of a paragraph that begins with the next sentence.
    private ParagraphKind? _opened = ParagraphKind.Body;

    public bool IsEmpty => _sentences.Count == 0;

    /// <summary>The paragraphs so far.</summary>
    public IEnumerable<PageLine> Lines => _paragraphs.Select(p => new PageLine(p.Text.ToString()) { Kind = p.Kind, Marked = true });

    /// <summary>Has the next sentence begin a paragraph.</summary>
    public void OpenParagraph(ParagraphKind kind) => _opened = kind;

    /// <summary>Appends a sentence; <paramref name="printed"/> is its text as the file prints it, if it does.</summary>
    public void Add(string id, ConlluSentence sentence, string? printed)
    {
        if (_opened is { } kind)
            _paragraphs.Add((kind, new StringBuilder()));
        _opened = null;
        StringBuilder text = _paragraphs[^1].Text;
        if (text.Length > 0)
            text.Append(_gap);
        string[]? gaps = printed is null ? null : GapsIn(printed, sentence.Surfaces);
        List<GivenWord> words = [];
        GivenTree tree = sentence.Heads is not null ? GivenTree.Whole : sentence.LeavesHeadsOpen ? GivenTree.Open : GivenTree.Broken;
        for (int s = 0; s < sentence.Surfaces.Count; s++)
        {
            ConlluSentence.Surface surface = sentence.Surfaces[s];
            TextSpan whole = new(text.Length, surface.Form.Length);
            text.Append(surface.Form);
            if (!AddWords(sentence, surface, whole, words))
                tree = GivenTree.Broken;
            _gap = GapAfter(surface.Misc, gaps?[s]);
            if (s + 1 < sentence.Surfaces.Count)
                text.Append(_gap);
        }
        if (tree != GivenTree.Whole)
            words = words.ConvertAll(w => w with { Head = -1, Relation = "" });
        _sentences.Add(new GivenSentence(id, _paragraphs.Count - 1, words, tree));
    }

    /// <summary>The sentences with their words laid over the text of <paramref name="report"/>, which was made of <see cref="Lines"/>.</summary>
    public GivenTrees Over(Report report, string document) => new(document,
        [.. _sentences.Select(s => s with { Words = [.. s.Words.Select(w => w with { Span = new TextSpan(w.Span.Start + report.Paragraphs[s.Paragraph].Span.Start, w.Span.Length) })] })]);

    // False where the letters of a contraction are too few for its words, so that only one word can stand for all.
    private static bool AddWords(ConlluSentence sentence, ConlluSentence.Surface surface, TextSpan whole, List<GivenWord> words)
    {
        int count = surface.LastWord - surface.FirstWord + 1;
        bool fits = count <= surface.Form.Length;
        int at = whole.Start;
        for (int w = 0; w < (fits ? count : 1); w++)
        {
            int index = surface.FirstWord - 1 + w;
            string[] columns = sentence.Words[index];
            // Words that do not spell the contraction ("du": "de", "le") share its letters out.
            int length = w == count - 1 || !fits ? whole.End - at : Math.Clamp(columns[1].Length, 1, whole.End - at - (count - 1 - w));
            if (at + length < whole.End && char.IsHighSurrogate(surface.Form[at + length - 1 - whole.Start]) && length > 1)
                length--;
            (string name, string other) = Notes(columns[9]);
            words.Add(new GivenWord(
                new TextSpan(at, length), Column(columns[2]), Column(columns[3]), Column(columns[4]), Column(columns[5]), sentence.Heads?[index] ?? -1, Column(columns[7]), name, other, w > 0));
            at += length;
        }
        return fits;
    }

    private static string Column(string value) => value == "_" ? "" : value;

    private static (string Name, string Other) Notes(string misc)
    {
        if (misc == "_")
            return ("", "");
        string[] notes = misc.Split('|');
        string name = notes.FirstOrDefault(n => n.StartsWith(ConlluFormat.Name, StringComparison.Ordinal)) is { } given ? given[ConlluFormat.Name.Length..] : "";
        return (name, string.Join('|', notes.Where(n => n != ConlluFormat.NoSpaceAfter && !n.StartsWith(ConlluFormat.SpacesAfter, StringComparison.Ordinal)
            && !n.StartsWith(ConlluFormat.Name, StringComparison.Ordinal))));
    }

    private static string GapAfter(string misc, string? printed)
    {
        foreach (string note in misc.Split('|'))
        {
            if (note.StartsWith(ConlluFormat.SpacesAfter, StringComparison.Ordinal) && ConlluFormat.Unescape(note[ConlluFormat.SpacesAfter.Length..]) is { } gap)
                return gap;
        }
        return printed ?? (misc.Split('|').Contains(ConlluFormat.NoSpaceAfter, StringComparer.Ordinal) ? "" : " ");
    }

    // The white space behind each word in the printed text; null for the last, and for all where the text is not that of the words.
    private static string[]? GapsIn(string printed, IReadOnlyList<ConlluSentence.Surface> surfaces)
    {
        string text = CharacterCleaning.Clean(printed, keepInvisible: true).Replace('\n', ' ').Trim();
        string[] gaps = new string[surfaces.Count];
        int at = 0;
        for (int s = 0; s < surfaces.Count; s++)
        {
            int start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (s > 0)
                gaps[s - 1] = text[start..at];
            if (string.CompareOrdinal(text, at, surfaces[s].Form, 0, surfaces[s].Form.Length) != 0)
                return null;
            at += surfaces[s].Form.Length;
        }
        return at == text.Length ? gaps : null;
    }
}
