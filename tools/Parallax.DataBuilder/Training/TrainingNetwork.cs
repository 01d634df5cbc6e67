using Parallax.Annotate;

namespace Parallax.DataBuilder.Training;

/// <summary>Forward and backward pass over one half of a batch. Its gradients are added up in that half's buffers.</summary>
internal sealed class TrainingNetwork
{
    private const int Hidden = NetworkShape.Hidden, Layers = NetworkShape.Layers;
    private const float LayerDropout = 0.33f, OutputDropout = 0.33f;

    private readonly int _half;
    private readonly NetworkParameters _parameters;
    private readonly MatrixMath _math = new();
    private readonly TrainingInputs _inputs;
    private readonly RecurrentLayer[] _layers;
    private readonly AnswerLayers _answers;
    private readonly float[][] _states = new float[Layers + 1][], _dStates = new float[Layers + 1][];
    private float[] _masks = [], _tagMasks = [], _dropped = [], _dDropped = [];

    public TrainingNetwork(int half, NetworkParameters parameters, WordTypes types)
    {
        (_half, _parameters) = (half, parameters);
        _inputs = new TrainingInputs(half, parameters, types, _math);
        _layers = [.. Enumerable.Range(0, Layers).Select(layer => new RecurrentLayer(half, parameters[SentenceNetwork.LayerName(layer, "weights")],
            parameters[SentenceNetwork.LayerName(layer, "peepholes")], parameters[SentenceNetwork.LayerName(layer, "biases")], _math))];
        _answers = new AnswerLayers(half, parameters, _math);
        Array.Fill(_states, []);
        Array.Fill(_dStates, []);
    }

    /// <summary>Adds the gradients of the sentences' loss; returns the loss, summed over words and answers.</summary>
    public double Learn(IReadOnlyList<TrainingSentence> sentences, SeededRandom random)
    {
        int[] lengths = [.. sentences.Select(sentence => sentence.Words.Length)];
        int count = lengths.Sum(), size = count * Hidden;
        if (count == 0)
            return 0;
        for (int layer = 0; layer <= Layers; layer++)
        {
            Scratch.Grow(size, ref _states[layer], ref _dStates[layer]);
            Array.Clear(_dStates[layer], 0, size);
        }
        Scratch.Grow(size, ref _masks, ref _tagMasks);
        Scratch.Grow(size, ref _dropped, ref _dDropped);
        _inputs.Forward(sentences, _states[0], random);
        for (int layer = 0; layer < Layers; layer++)
            _layers[layer].Forward(_states[layer], _states[layer + 1], lengths, count, random, LayerDropout);
        double loss = 0;
        Scratch.Masks(_tagMasks, lengths, Hidden, random, OutputDropout);
        Masked(_states[Layers - 1], _tagMasks, size, learn: () => loss += _answers.Tags(sentences, _dropped, _dDropped, count), _dStates[Layers - 1]);
        Scratch.Masks(_masks, lengths, Hidden, random, OutputDropout);
        Masked(_states[Layers], _masks, size, learn: () => loss += _answers.Trees(sentences, _dropped, _dDropped, count, random) + _answers.Names(sentences, _dropped, _dDropped, count, random), _dStates[Layers]);
        for (int layer = Layers - 1; layer >= 0; layer--)
            _layers[layer].Backward(_states[layer], _dStates[layer + 1], _dStates[layer], lengths, count);
        _inputs.Backward(sentences, _states[0], _dStates[0]);
        return loss;
    }

    private void Masked(float[] states, float[] masks, int size, Action learn, float[] dStates)
    {
        for (int i = 0; i < size; i++)
            _dropped[i] = states[i] * masks[i];
        Array.Clear(_dDropped, 0, size);
        learn();
        for (int i = 0; i < size; i++)
            dStates[i] += _dDropped[i] * masks[i];
    }
}
