using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>All matrices of the network in training, under the names that <see cref="NetworkWeights"/> knows them by.</summary>
internal sealed class NetworkParameters
{
    private readonly Dictionary<string, Parameter> _all = new(StringComparer.Ordinal);
    private readonly TrainingVocabulary _vocabulary;
    private readonly float[] _vectors;

    public NetworkParameters(TrainingVocabulary vocabulary, float[] vectors, ulong seed)
    {
        (_vocabulary, _vectors) = (vocabulary, vectors);
        SeededRandom random = new(seed);
        const int H = NetworkShape.Hidden;
        Table("words", vocabulary.Words.Count + 1, NetworkShape.Word, random);
        Table("prefixes", WordFeatureReader.PrefixRows, NetworkShape.Affix, random);
        Table("suffixes", WordFeatureReader.SuffixRows, NetworkShape.Affix, random);
        Table("grams", WordFeatureReader.GramRows, NetworkShape.Gram, random);
        Table("shapes", WordFeatureReader.ShapeRows, NetworkShape.ShapeSize, random);
        Dense("window", NetworkShape.Input, 3 * H, random);
        Zero("window.bias", 1, H);
        Zero("context", NetworkShape.ContextFlags, H);
        for (int layer = 0; layer < NetworkShape.Layers; layer++)
        {
            Dense(SentenceNetwork.LayerName(layer, "weights"), H, 3 * H, random, MathF.Sqrt(3f / H));
            Zero(SentenceNetwork.LayerName(layer, "peepholes"), 2, H);
            Zero(SentenceNetwork.LayerName(layer, "biases"), 2, H);
        }
        Linear("tags", H, MatrixKernel.Padded(NetworkShape.UposCount + vocabulary.Xpos.Count), random);
        Linear("dependent", H, NetworkShape.Arc, random);
        Linear("head", H, NetworkShape.Arc, random);
        Linear("arc", NetworkShape.Arc, NetworkShape.Arc, random);
        Add(new Parameter("head.root", 1, NetworkShape.Arc, isTable: false).Spread(random, 0.1f));
        Linear("label.dependent", H, NetworkShape.Label, random);
        Linear("label.head", H, NetworkShape.Label, random);
        Add(new Parameter("label.root", 1, NetworkShape.Label, isTable: false).Spread(random, 0.1f));
        Linear("label.out", NetworkShape.Label, MatrixKernel.Padded(vocabulary.Relations.Count), random);
        Linear("names.hidden", H, NetworkShape.NameHidden, random);
        Linear("names.out", NetworkShape.NameHidden, MatrixKernel.Padded(NetworkShape.NameStates) * TrainingSentence.NameSchemes, random);
    }

    public Parameter this[string name] => _all[name];

    public IEnumerable<Parameter> All => _all.Values.OrderBy(parameter => parameter.Name, StringComparer.Ordinal);

    public ReadOnlySpan<float> Vector(int row) => _vectors.AsSpan(row * NetworkShape.Vector, NetworkShape.Vector);

    /// <summary>The weights as they would be shipped: written and read back, so that what is measured is what is used.</summary>
    public NetworkWeights Shipped() => NetworkFile.Read(new MemoryStream(NetworkFile.Write(Weights())));

    public NetworkWeights Weights()
    {
        Dictionary<string, WeightMatrix> all = _all.Values.ToDictionary(parameter => parameter.Name, parameter => new WeightMatrix(parameter.Rows, parameter.Columns, parameter.Values));
        all.Add("vectors", new WeightMatrix(_vocabulary.VectorWords.Count + 1, NetworkShape.Vector, _vectors));
        return new NetworkWeights(_vocabulary.Words, _vocabulary.VectorWords, _vocabulary.Xpos, _vocabulary.Relations, _vocabulary.TagPairs,
            all.Where(pair => !NetworkWeights.TableNames.Contains(pair.Key)),
            all.Where(pair => NetworkWeights.TableNames.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, WeightTable.Of(pair.Value))));
    }

    private void Linear(string name, int rows, int columns, SeededRandom random)
    {
        Dense(name, rows, columns, random);
        Zero(name + ".bias", 1, columns);
    }

    private void Dense(string name, int rows, int columns, SeededRandom random, float? bound = null) =>
        Add(new Parameter(name, rows, columns, isTable: false).Spread(random, bound ?? MathF.Sqrt(6f / (rows + columns))));

    private void Table(string name, int rows, int columns, SeededRandom random) => Add(new Parameter(name, rows, columns, isTable: true).Spread(random, MathF.Sqrt(3f / columns) * 0.3f));

    private void Zero(string name, int rows, int columns) => Add(new Parameter(name, rows, columns, isTable: false));

    private void Add(Parameter parameter) => _all.Add(parameter.Name, parameter);
}
