using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>The words' rows and the window over them, in training.</summary>
internal sealed class TrainingInputs
{
    private const int Hidden = NetworkShape.Hidden, Input = NetworkShape.Input, Width = 3 * Hidden;
    private const float InputDropout = 0.25f;

    // A word is taken for unknown the more often, the rarer it is (Kiperwasser and Goldberg 2016); its vector seldom.
    private const float UnknownWeight = 0.25f, NoVector = 0.05f;

    // Now and then nothing is shown of a capitalised word but its shape and ending, so that names are learned by what stands around them.
    private const float Masked = 0.08f;

    private readonly int _half;
    private readonly NetworkParameters _parameters;
    private readonly WordTypes _types;
    private readonly MatrixMath _math;
    private readonly Parameter _window, _bias, _context, _words, _prefixes, _suffixes, _grams, _shapes;
    private float[] _rows = [], _masks = [], _products = [], _dProducts = [], _dRows = [];
    private WordType[] _used = [];
    private int[] _ids = [];
    private bool[] _hidden = [];
    private (bool Capitals, bool Title)[] _styles = [];

    public TrainingInputs(int half, NetworkParameters parameters, WordTypes types, MatrixMath math)
    {
        (_half, _parameters, _types, _math) = (half, parameters, types, math);
        (_window, _bias, _context) = (parameters["window"], parameters["window.bias"], parameters["context"]);
        (_words, _prefixes, _suffixes, _grams, _shapes) = (parameters["words"], parameters["prefixes"], parameters["suffixes"], parameters["grams"], parameters["shapes"]);
    }

    public void Forward(IReadOnlyList<TrainingSentence> sentences, float[] output, SeededRandom random)
    {
        int count = sentences.Sum(sentence => sentence.Words.Length);
        Scratch.Grow(count * Input, ref _rows, ref _masks);
        Scratch.Grow(count * Input, ref _dRows);
        Scratch.Grow(count * Width, ref _products, ref _dProducts);
        if (_used.Length < count)
            (_used, _ids, _hidden) = (new WordType[count], new int[count], new bool[count]);
        _styles = [.. sentences.Select(sentence => SentenceStyle.Of(sentence.Words))];
        int at = 0;
        foreach (string word in sentences.SelectMany(sentence => sentence.Words))
        {
            WordType type = _types.Of(word);
            _used[at] = type;
            _ids[at] = type.Word > 0 && random.NextSingle() < UnknownWeight / (UnknownWeight + type.Uses) ? 0 : type.Word;
            Span<float> row = _rows.AsSpan(at * Input, Input);
            Fill(type, _ids[at], random.NextSingle() < NoVector ? 0 : type.Vector, row);
            _hidden[at] = char.IsUpper(word[0]) && random.NextSingle() < Masked;
            if (_hidden[at])
                Hide(row);
            at++;
        }
        float kept = 1 / (1 - InputDropout);
        for (int i = 0; i < count * Input; i++)
        {
            _masks[i] = random.NextSingle() < InputDropout ? 0 : kept;
            _rows[i] *= _masks[i];
        }
        Array.Clear(_products, 0, count * Width);
        MatrixMath.Forward(_rows, _window.Values, _products, count, Input, Width);
        at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            int length = sentences[s].Words.Length;
            for (int i = 0; i < length; i++, at++)
            {
                Span<float> target = output.AsSpan(at * Hidden, Hidden);
                _bias.Values.CopyTo(target);
                Add(target, i > 0 ? _products.AsSpan((at - 1) * Width, Hidden) : _context.Row(0));
                Add(target, _products.AsSpan(at * Width + Hidden, Hidden));
                if (i + 1 < length)
                    Add(target, _products.AsSpan((at + 1) * Width + 2 * Hidden, Hidden));
                if (_styles[s].Capitals)
                    Add(target, _context.Row(1));
                if (_styles[s].Title)
                    Add(target, _context.Row(2));
                for (int k = 0; k < Hidden; k++)
                    target[k] = Curves.Leak(target[k]);
            }
        }
    }

    public void Backward(IReadOnlyList<TrainingSentence> sentences, float[] output, float[] dOutput)
    {
        int count = sentences.Sum(sentence => sentence.Words.Length);
        Array.Clear(_dProducts, 0, count * Width);
        float[] dContext = _context.Gradients[_half], dBias = _bias.Gradients[_half];
        int at = 0;
        for (int s = 0; s < sentences.Count; s++)
        {
            int length = sentences[s].Words.Length;
            for (int i = 0; i < length; i++, at++)
            {
                Span<float> d = dOutput.AsSpan(at * Hidden, Hidden);
                for (int k = 0; k < Hidden; k++)
                    d[k] = output[at * Hidden + k] > 0 ? d[k] : Curves.LeakSlope * d[k];
                Add(dBias, d);
                Add(i > 0 ? _dProducts.AsSpan((at - 1) * Width, Hidden) : dContext.AsSpan(0, Hidden), d);
                Add(_dProducts.AsSpan(at * Width + Hidden, Hidden), d);
                if (i + 1 < length)
                    Add(_dProducts.AsSpan((at + 1) * Width + 2 * Hidden, Hidden), d);
                if (_styles[s].Capitals)
                    Add(dContext.AsSpan(Hidden, Hidden), d);
                if (_styles[s].Title)
                    Add(dContext.AsSpan(2 * Hidden, Hidden), d);
            }
        }
        _math.ToWeights(_rows, _dProducts, _window.Gradients[_half], count, Input, Width);
        Array.Clear(_dRows, 0, count * Input);
        _math.ToInput(_dProducts, _window.Values, _dRows, count, Input, Width);
        for (int i = 0; i < count * Input; i++)
            _dRows[i] *= _masks[i];
        for (int i = 0; i < count; i++)
        {
            Span<float> d = _dRows.AsSpan(i * Input, Input);
            if (_hidden[i])
                Hide(d);
            Spread(_used[i], _ids[i], d);
        }
    }

    private static void Hide(Span<float> row)
    {
        row[..NetworkShape.PrefixAt].Clear();
        row.Slice(NetworkShape.GramAt, NetworkShape.Gram).Clear();
        // Of the flags only those of shape stay.
        row.Slice(NetworkShape.FlagAt, WordFeatureReader.LexiconFlags).Clear();
        row.Slice(NetworkShape.FlagAt + WordFeatureReader.CapitalLexiconFlags, WordFeatureReader.FlagCount - WordFeatureReader.CapitalLexiconFlags).Clear();
    }

    // The same row as WordInputs makes for a reader of text.
    private void Fill(WordType type, int word, int vector, Span<float> row)
    {
        _words.Row(word).CopyTo(row);
        _parameters.Vector(vector).CopyTo(row[NetworkShape.VectorAt..]);
        WordFeatures features = type.Features;
        for (int i = 0; i < features.Prefixes.Length; i++)
            _prefixes.Row(features.Prefixes[i]).CopyTo(row[(NetworkShape.PrefixAt + i * NetworkShape.Affix)..]);
        for (int i = 0; i < features.Suffixes.Length; i++)
            _suffixes.Row(features.Suffixes[i]).CopyTo(row[(NetworkShape.SuffixAt + i * NetworkShape.Affix)..]);
        Span<float> grams = row.Slice(NetworkShape.GramAt, NetworkShape.Gram);
        grams.Clear();
        foreach (int gram in features.Grams)
            Add(grams, _grams.Row(gram));
        float share = WordInputs.GramShare(features.Grams.Length);
        foreach (ref float value in grams)
            value *= share;
        _shapes.Row(features.Shape).CopyTo(row[NetworkShape.ShapeAt..]);
        for (int i = 0; i < WordFeatureReader.FlagCount; i++)
            row[NetworkShape.FlagAt + i] = (features.Flags >> i) & 1;
    }

    private void Spread(WordType type, int word, Span<float> d)
    {
        Add(_words.GradientRow(_half, word), d[..NetworkShape.Word]);
        WordFeatures features = type.Features;
        for (int i = 0; i < features.Prefixes.Length; i++)
            Add(_prefixes.GradientRow(_half, features.Prefixes[i]), d.Slice(NetworkShape.PrefixAt + i * NetworkShape.Affix, NetworkShape.Affix));
        for (int i = 0; i < features.Suffixes.Length; i++)
            Add(_suffixes.GradientRow(_half, features.Suffixes[i]), d.Slice(NetworkShape.SuffixAt + i * NetworkShape.Affix, NetworkShape.Affix));
        Span<float> grams = d.Slice(NetworkShape.GramAt, NetworkShape.Gram);
        float share = WordInputs.GramShare(features.Grams.Length);
        foreach (ref float value in grams)
            value *= share;
        foreach (int gram in features.Grams)
            Add(_grams.GradientRow(_half, gram), grams);
        Add(_shapes.GradientRow(_half, features.Shape), d.Slice(NetworkShape.ShapeAt, NetworkShape.ShapeSize));
    }

    private static void Add(Span<float> target, ReadOnlySpan<float> values)
    {
        for (int k = 0; k < values.Length; k++)
            target[k] += values[k];
    }
}

/// <summary>A word type with the rows of the tables that it uses.</summary>
internal sealed record WordType(WordFeatures Features, int Word, int Vector, int Uses);

/// <summary>The word types of the training sentences, taken apart once. Fill before training; then safe for both halves.</summary>
internal sealed class WordTypes(WordFeatureReader reader, TrainingVocabulary vocabulary)
{
    private readonly Dictionary<string, WordType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = Index(vocabulary.Words), _vectors = Index(vocabulary.VectorWords);

    public void Prepare(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            if (_types.ContainsKey(word))
                continue;
            WordFeatures features = reader.Read(word);
            int row = _words.GetValueOrDefault(features.Norm);
            _types.Add(word, new WordType(features, row, _vectors.GetValueOrDefault(features.Norm), row == 0 ? 0 : vocabulary.Uses[row - 1]));
        }
    }

    public WordType Of(string word) => _types[word];

    private static Dictionary<string, int> Index(IReadOnlyList<string> names) =>
        names.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i + 1, StringComparer.Ordinal);
}
