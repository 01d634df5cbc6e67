using System.Collections.Concurrent;
using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Reads tokenized sentences: tags, trees and names. Safe for many threads.</summary>
internal sealed class SentenceReader
{
    /// <summary>A longer row of words is read in pieces of this length, so that cost stays linear.</summary>
    public const int LongestPiece = 400;

    // Enough words at once to fill the machine's vectors, few enough to stay in its nearest memory.
    private const int WordsAtOnce = 192;

    private readonly NetworkWeights _weights;
    private readonly WordFeatureReader _features;
    private readonly int _rootRelation;
    private readonly ConcurrentBag<SentenceNetwork> _idle = [];

    public SentenceReader(LanguageData data)
        : this(Load(data), new WordFeatureReader(data))
    {
    }

    internal SentenceReader(NetworkWeights weights, WordFeatureReader features)
    {
        _weights = weights;
        _features = features;
        _rootRelation = weights.Relations.ToList().IndexOf("root");
    }

    /// <summary>The readings of <paramref name="sentences"/>, each a row of words none of which is empty, in the same order.</summary>
    public IReadOnlyList<SentenceReading> Read(IReadOnlyList<string[]> sentences)
    {
        SentenceNetwork network = _idle.TryTake(out SentenceNetwork? idle) ? idle : new SentenceNetwork(_weights, _features);
        SentenceReading[] readings = new SentenceReading[sentences.Count];
        List<string[]> batch = [];
        int first = 0, words = 0;
        float[] scores = [];
        for (int i = 0; i <= sentences.Count; i++)
        {
            if (i < sentences.Count && sentences[i].Length > LongestPiece)
            {
                readings[i] = Joined(sentences[i], network, ref scores);
            }
            if (batch.Count > 0 && (i == sentences.Count || words + sentences[i].Length > WordsAtOnce || sentences[i].Length > LongestPiece))
            {
                ReadBatch(network, batch, readings.AsSpan(first, batch.Count), ref scores);
                batch.Clear();
                words = 0;
            }
            if (i == sentences.Count || sentences[i].Length > LongestPiece)
                continue;
            if (batch.Count == 0)
                first = i;
            batch.Add(sentences[i]);
            words += sentences[i].Length;
        }
        _idle.Add(network);
        return readings;
    }

    private void ReadBatch(SentenceNetwork network, List<string[]> batch, Span<SentenceReading> readings, ref float[] scores)
    {
        network.Read(batch);
        int first = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            readings[i] = Decode(network, first, batch[i], ref scores);
            first += batch[i].Length;
        }
    }

    private SentenceReading Decode(SentenceNetwork network, int first, string[] forms, ref float[] scores)
    {
        int length = forms.Length;
        if (length == 0)
            return new SentenceReading([], []);
        ReadOnlySpan<float> TagsOf(int word) => network.Tags.AsSpan((first + word) * network.TagColumns, network.TagColumns);
        (int Upos, int Xpos)[] pairs = new (int, int)[length];
        for (int i = 0; i < length; i++)
            pairs[i] = TopPair(TagsOf(i), _weights);
        int pair = ReadingRepair.MendPair(forms, pairs, TagsOf, _weights);
        int verb = ReadingRepair.Mend(forms, pairs, TagsOf, _weights);
        int columns = network.Arcs(first, length, ref scores);
        ReadingRepair.Bend(scores, columns, pairs, verb);
        ReadingRepair.BendPair(scores, columns, pairs, pair);
        int[] heads = Heads(scores, length, columns);
        if (ReadingRepair.MainVerb(pairs, heads, forms, TagsOf, _weights) is int main and >= 0)
        {
            ReadingRepair.MakeRoot(scores, columns, length, main);
            heads = Heads(scores, length, columns, main);
        }
        WordReading[] words = new WordReading[length];
        Span<float> relations = stackalloc float[_weights["label.out"].Columns];
        for (int i = 0; i < length; i++)
        {
            int relation = _rootRelation;
            if (heads[i] >= 0)
            {
                network.Relations(first + i, first + heads[i], relations);
                Exclude(relations, heads[i] == verb || (heads[i] == pair && pair >= 0 && pairs[pair].Upos == (int)Upos.Verb));
                relation = Top(relations[.._weights.Relations.Count]);
            }
            words[i] = new WordReading((Upos)pairs[i].Upos, _weights.Xpos[pairs[i].Xpos], heads[i], _weights.Relations[relation]);
        }
        ReadingRepair.NameSubjects(words);
        TreeRepair.Mend(forms, words, TagsOf, _weights);
        return new SentenceReading(words, NameDecoder.Decode(network.Names.AsSpan(first * network.NameColumns), length, network.NameColumns));
    }

    private static int[] Heads(ReadOnlySpan<float> scores, int length, int columns, int root = -1)
    {
        int[] heads = TreeDecoder.Decode(scores, length, columns);
        return ProjectiveDecoder.Crosses(heads) ? ProjectiveDecoder.Decode(scores, length, columns, root) : heads;
    }

    // The roots of the later pieces hang on the first piece's.
    private SentenceReading Joined(string[] words, SentenceNetwork network, ref float[] scores)
    {
        List<WordReading> all = [];
        List<NameReading> names = [];
        int root = -1;
        for (int start = 0; start < words.Length; start += LongestPiece)
        {
            string[] piece = words[start..Math.Min(words.Length, start + LongestPiece)];
            network.Read([piece]);
            SentenceReading reading = Decode(network, 0, piece, ref scores);
            foreach (WordReading word in reading.Words)
                all.Add(word.Head >= 0 ? word with { Head = word.Head + start } : root < 0 ? word : word with { Head = root, Relation = "parataxis" });
            root = root < 0 ? Array.FindIndex(reading.Words, word => word.Head < 0) : root;
            names.AddRange(reading.Names.Select(name => name with { First = name.First + start, End = name.End + start }));
        }
        return new SentenceReading([.. all], names);
    }

    // Only the root has the relation of that name; a mended verb has no articles.
    private void Exclude(Span<float> relations, bool isOfMendedVerb)
    {
        relations[_rootRelation] = float.NegativeInfinity;
        for (int k = 0; isOfMendedVerb && k < _weights.Relations.Count; k++)
        {
            if (!ReadingRepair.MayHang(_weights.Relations[k]))
                relations[k] = float.NegativeInfinity;
        }
    }

    /// <summary>The likeliest universal and Penn tags that go together.</summary>
    public static (int Upos, int Xpos) TopPair(ReadOnlySpan<float> tags, NetworkWeights weights)
    {
        (int Upos, int Xpos) best = (0, 0);
        float most = float.NegativeInfinity;
        foreach ((int upos, int xpos) in weights.Pairs)
        {
            float score = tags[upos] + tags[NetworkShape.UposCount + xpos];
            if (score > most)
                (most, best) = (score, (upos, xpos));
        }
        return best;
    }

    private static int Top(ReadOnlySpan<float> values)
    {
        int top = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[top])
                top = i;
        }
        return top;
    }

    internal static NetworkWeights Load(LanguageData data)
    {
        using Stream stream = data.Open("compiled/english.model");
        return NetworkFile.Read(stream);
    }
}
