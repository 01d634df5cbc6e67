using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>An answer with the chance that the network gives it, from 0 to 1.</summary>
internal readonly record struct Alternative(string Answer, float Chance);

/// <summary>Why a word was read as it was.</summary>
/// <param name="Word">The word.</param>
/// <param name="Tag">The universal tag given: with the Penn tag the likeliest pair that goes together.</param>
/// <param name="Xpos">The Penn tag given.</param>
/// <param name="Knows">What the network knew of the word itself: its own row, its vector, the lexicons that list it.</param>
/// <param name="Tags">Universal tags, likeliest first.</param>
/// <param name="Penn">Penn tags, likeliest first.</param>
/// <param name="Heads">Heads, likeliest first: number and word, or "root".</param>
/// <param name="Relations">Relations to the head that the tree has.</param>
/// <param name="Names">Name states, likeliest first.</param>
/// <param name="Head">The head that the tree has, -1 for the root. Another than the likeliest where that made a circle or a second root.</param>
internal sealed record WordExplanation(
    string Word, Upos Tag, string Xpos, IReadOnlyList<string> Knows, IReadOnlyList<Alternative> Tags, IReadOnlyList<Alternative> Penn, IReadOnlyList<Alternative> Heads,
    IReadOnlyList<Alternative> Relations, IReadOnlyList<Alternative> Names, int Head);

/// <summary>
/// The slow path of <see cref="SentenceNetwork"/>: the same sums written as plain loops over one sentence, with the chances of all answers kept.
/// It makes the same sums in the same order, so what it explains is what the fast path did.
/// </summary>
internal sealed class ReadingExplainer(NetworkWeights weights, WordFeatureReader features)
{
    private const int Hidden = NetworkShape.Hidden, Half = NetworkShape.Half;
    private const int Shown = 3;

    private static readonly string[] s_flags =
    [
        "given name", "title", "organisation word", "agency or outlet", "organisation", "country", "people", "place", "large place", "province",
        "capital", "all capitals", "hyphen", "digit", "capital and place", "capital and given name",
    ];

    private readonly WordInputs _inputs = new(weights);

    /// <summary>The explainer of the engine that ships with <paramref name="data"/>.</summary>
    public static ReadingExplainer Of(LanguageData data) => new(SentenceReader.Load(data), new WordFeatureReader(data));

    /// <summary>Explains every word of a sentence of at most <see cref="SentenceReader.LongestPiece"/> words.</summary>
    public IReadOnlyList<WordExplanation> Explain(string[] words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, SentenceReader.LongestPiece);
        if (words.Length == 0)
            return [];
        float[][] x = Window(words);
        float[][] tags = [];
        for (int layer = 0; layer < NetworkShape.Layers; layer++)
        {
            x = Layer(layer, x);
            if (layer == NetworkShape.Layers - 2)
                tags = Times(x, "tags");
        }
        (int Upos, int Xpos)[] pairs = Array.ConvertAll(tags, row => SentenceReader.TopPair(row, weights));
        int verb = ReadingRepair.Mend(words, pairs, word => tags[word], weights);
        float[][] arcs = Arcs(x);
        float[] flat = [.. arcs.SelectMany(row => row)];
        ReadingRepair.Bend(flat, words.Length + 1, pairs, verb);
        int[] heads = TreeDecoder.Decode(flat, words.Length, words.Length + 1);
        if (ReadingRepair.MainVerb(pairs, heads, words, word => tags[word], weights) is int main and >= 0)
        {
            ReadingRepair.MakeRoot(flat, words.Length + 1, words.Length, main);
            heads = TreeDecoder.Decode(flat, words.Length, words.Length + 1);
        }
        float[][] left = Times(x, "label.dependent"), right = Times(x, "label.head"), hidden = Leaked(Times(x, "names.hidden"));
        float[][] names = Times(hidden, "names.out");
        return [.. words.Select((word, i) => new WordExplanation(
            word, (Upos)pairs[i].Upos, weights.Xpos[pairs[i].Xpos], Knows(word),
            Best(tags[i][..NetworkShape.UposCount], k => ((Upos)k).ToString().ToUpperInvariant()),
            Best(tags[i].AsSpan(NetworkShape.UposCount, weights.Xpos.Count).ToArray(), k => weights.Xpos[k]),
            Best(arcs[i], k => k == words.Length ? "root" : $"{k + 1} {words[k]}", except: i),
            Relations(left[i], heads[i] < 0 ? null : right[heads[i]], heads[i] == verb),
            Best(names[i][..NetworkShape.NameStates], NameState), heads[i]))];
    }

    private float[][] Window(string[] words)
    {
        float[][] products = [.. words.Select(word =>
        {
            float[] row = new float[NetworkShape.Input];
            _inputs.Fill(features.Read(word), row);
            return Product(row, weights["window"]);
        })];
        (bool capitals, bool title) = SentenceStyle.Of(words);
        float[] context = weights["context"].Values;
        return [.. words.Select((_, i) =>
        {
            float[] sum = [.. weights["window.bias"].Values];
            for (int k = 0; k < Hidden; k++)
            {
                if (i > 0)
                    sum[k] += products[i - 1][k];
                sum[k] += products[i][Hidden + k];
                if (i + 1 < words.Length)
                    sum[k] += products[i + 1][2 * Hidden + k];
                if (i == 0)
                    sum[k] += context[k];
                if (capitals)
                    sum[k] += context[Hidden + k];
                if (title)
                    sum[k] += context[2 * Hidden + k];
                sum[k] = Curves.Leak(sum[k]);
            }
            return sum;
        })];
    }

    private float[][] Layer(int layer, float[][] x)
    {
        WeightMatrix matrix = weights[SentenceNetwork.LayerName(layer, "weights")];
        float[] peepholes = weights[SentenceNetwork.LayerName(layer, "peepholes")].Values, biases = weights[SentenceNetwork.LayerName(layer, "biases")].Values;
        float[][] gates = [.. x.Select(row => Product(row, matrix))], y = [.. x.Select(_ => new float[Hidden])];
        foreach (int side in new[] { 0, Half })
        {
            float[] memory = new float[Half];
            for (int step = 0; step < x.Length; step++)
            {
                int word = side == 0 ? step : x.Length - 1 - step;
                for (int k = 0; k < Half; k++)
                {
                    float before = memory[k];
                    float forget = Curves.Sigmoid(MathF.FusedMultiplyAdd(peepholes[2 * side + k], before, gates[word][3 * side + Half + k] + biases[2 * side + k]));
                    float reset = Curves.Sigmoid(MathF.FusedMultiplyAdd(peepholes[2 * side + Half + k], before, gates[word][3 * side + 2 * Half + k] + biases[2 * side + Half + k]));
                    float now = forget * before + (1 - forget) * gates[word][3 * side + k];
                    memory[k] = now;
                    y[word][side + k] = reset * now + (1 - reset) * (x[word][side + k] * NetworkShape.Highway);
                }
            }
        }
        return y;
    }

    private float[][] Arcs(float[][] x)
    {
        float[][] dependents = Times(Leaked(Times(x, "dependent")), "arc"), heads = Leaked(Times(x, "head"));
        float[][] columns = [.. heads, weights["head.root"].Values];
        return [.. dependents.Select(row => Array.ConvertAll(columns, column =>
        {
            float sum = 0;
            for (int k = 0; k < NetworkShape.Arc; k++)
                sum = MathF.FusedMultiplyAdd(row[k], column[k], sum);
            return sum;
        }))];
    }

    private IReadOnlyList<Alternative> Relations(float[] left, float[]? right, bool isOfMendedVerb)
    {
        float[] hidden = new float[NetworkShape.Label], root = weights["label.root"].Values;
        for (int k = 0; k < hidden.Length; k++)
            hidden[k] = Curves.Leak(left[k] + (right ?? root)[k]);
        float[] scores = [.. weights["label.out.bias"].Values];
        MatrixProduct(hidden, weights["label.out"], scores);
        for (int k = 0; isOfMendedVerb && k < weights.Relations.Count; k++)
            scores[k] = ReadingRepair.MayHang(weights.Relations[k]) ? scores[k] : -1e4f;
        int own = weights.Relations.ToList().IndexOf("root");
        // Only the root has the relation of that name, and it has no other.
        return right is null ? [new Alternative("root", 1)] : Best(scores[..weights.Relations.Count], k => weights.Relations[k], except: own);
    }

    private IReadOnlyList<string> Knows(string word)
    {
        WordFeatures known = features.Read(word);
        List<string> facts = [];
        if (weights.Word(known.Norm) > 0)
            facts.Add("seen in training");
        if (weights.Vector(known.Norm) > 0)
            facts.Add("vector");
        for (int i = 0; i < s_flags.Length; i++)
        {
            if (((known.Flags >> i) & 1) != 0)
                facts.Add(s_flags[i]);
        }
        return facts;
    }

    private static string NameState(int state) =>
        state == NameDecoder.Outside ? "none" : $"{((NameKind)((state - 1) / 4)).ToString().ToLowerInvariant()} {((state - 1) % 4) switch { 0 => "begins", 1 => "goes on", 2 => "ends", _ => "alone" }}";

    private static List<Alternative> Best(float[] scores, Func<int, string> name, int except = -1)
    {
        float[] kept = [.. scores];
        if (except >= 0)
            kept[except] = -1e4f;
        float total = Curves.LogSumExp(kept);
        return [.. Enumerable.Range(0, kept.Length).Where(k => k != except).OrderByDescending(k => kept[k]).ThenBy(k => k).Take(Shown)
            .Select(k => new Alternative(name(k), Curves.Exp(kept[k] - total)))];
    }

    private float[][] Times(float[][] x, string name) => [.. x.Select(row =>
    {
        float[] sums = [.. weights[name + ".bias"].Values];
        MatrixProduct(row, weights[name], sums);
        return sums;
    })];

    private static float[][] Leaked(float[][] x) => [.. x.Select(row => Array.ConvertAll(row, Curves.Leak))];

    private static float[] Product(float[] row, WeightMatrix matrix)
    {
        float[] sums = new float[matrix.Columns];
        MatrixProduct(row, matrix, sums);
        return sums;
    }

    private static void MatrixProduct(float[] row, WeightMatrix matrix, float[] sums)
    {
        for (int column = 0; column < matrix.Columns; column++)
        {
            for (int k = 0; k < matrix.Rows; k++)
                sums[column] = MathF.FusedMultiplyAdd(row[k], matrix.Values[k * matrix.Columns + column], sums[column]);
        }
    }
}
