using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// The words and sentences that came with a report, and what their file says of them in place of the language engine. What the file leaves
/// open (heads, tags, names) the engine reads.
/// </summary>
internal sealed class GivenWords
{
    // What is no tree is cut like a text without stops.
    private const int LongestWithoutTree = 400;

    private readonly List<GivenWord[]> _rows = [];
    private readonly List<GivenTree> _trees = [];

    public GivenWords(GivenTrees given)
    {
        foreach (GivenSentence sentence in given.Sentences)
        {
            int length = sentence.Tree == GivenTree.Whole ? sentence.Words.Count : LongestWithoutTree;
            foreach (GivenWord[] row in sentence.Words.Chunk(Math.Max(1, length)))
            {
                _rows.Add(row);
                _trees.Add(sentence.Tree);
                foreach (GivenWord word in row)
                    Spans.Add(word.Span);
                Ends.Add((Spans.Count, sentence.Paragraph));
            }
        }
    }

    /// <summary>Where the words stand.</summary>
    public List<TextSpan> Spans { get; } = [];

    /// <summary>For each sentence the index after its last word, and its paragraph.</summary>
    public List<(int End, int Paragraph)> Ends { get; } = [];

    /// <summary>What is known of each sentence; <paramref name="forms"/> are its words as written.</summary>
    public IReadOnlyList<SentenceReading> Read(string[][] forms, SentenceReader reader)
    {
        bool hasNames = _rows.Exists(row => row.Any(w => w.Name.Length > 0));
        bool isComplete = hasNames && !_trees.Contains(GivenTree.Open) && _rows.TrueForAll(row => row.All(w => w.Upos.Length > 0 && SaysForm(w)));
        IReadOnlyList<SentenceReading>? own = isComplete ? null : reader.Read(forms);
        SentenceReading[] readings = new SentenceReading[_rows.Count];
        for (int s = 0; s < readings.Length; s++)
        {
            GivenWord[] row = _rows[s];
            WordReading[] words = new WordReading[row.Length];
            for (int i = 0; i < row.Length; i++)
            {
                WordReading? read = own?[s].Words[i];
                bool hasTag = row[i].Upos.Length > 0;
                Upos tag = hasTag ? PennTags.Universal(row[i].Upos) : read!.Value.Tag;
                // A universal tag alone does not tell "fired" from "fires": there the engine's Penn tag serves, if it is of the same kind.
                string xpos = SaysForm(row[i]) || (hasTag && read!.Value.Tag != tag) ? PennTags.Of(row[i].Xpos, tag, row[i].Features, forms[s][i]) : read!.Value.Xpos;
                words[i] = _trees[s] switch
                {
                    GivenTree.Whole => new WordReading(tag, xpos, row[i].Head, row[i].Relation),
                    GivenTree.Open => new WordReading(tag, xpos, read!.Value.Head, read.Value.Relation),
                    _ => new WordReading(tag, xpos, -1, ""),
                };
            }
            readings[s] = new SentenceReading(words, hasNames ? Names(row) : own![s].Names);
        }
        return readings;
    }

    /// <summary>Puts the given dictionary forms in place of the engine's in the words of sentence <paramref name="sentence"/>, which are the last of <paramref name="words"/>.</summary>
    public void TakeLemmas(int sentence, List<Token> words)
    {
        GivenWord[] row = _rows[sentence];
        int first = words.Count - row.Length;
        for (int i = 0; i < row.Length; i++)
        {
            if (row[i].Lemma.Length > 0)
                words[first + i] = words[first + i] with { Lemma = Folding.Fold(row[i].Lemma) };
        }
    }

    private static bool SaysForm(GivenWord word) => word.Xpos.Length > 0 || word.Features.Length > 0;

    private static List<NameReading> Names(GivenWord[] row)
    {
        List<NameReading> names = [];
        for (int i = 0; i < row.Length;)
        {
            int first = i++;
            if (KindOf(row[first].Name) is not { } kind)
                continue;
            while (i < row.Length && row[i].Name.StartsWith("I-", StringComparison.Ordinal) && KindOf(row[i].Name) == kind)
                i++;
            names.Add(new NameReading(first, i, kind));
        }
        return names;
    }

    private static NameKind? KindOf(string name) => name.Length < 3 || name[1] != '-' ? null : name.AsSpan(2) switch
    {
        "PER" => NameKind.Person,
        "ORG" => NameKind.Organisation,
        "LOC" => NameKind.Place,
        _ => null,
    };
}
