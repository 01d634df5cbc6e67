using System.Text;

namespace Parallax.Annotate;

/// <summary>The weights that decide possible sentence ends: a sum above nought ends the sentence.</summary>
internal sealed class SentenceEndModel
{
    /// <summary>Features are told apart by this many bits of their hash.</summary>
    public const int Bits = 17;

    private const string Mark = "PXSE1";
    private const uint Mask = (1u << Bits) - 1;

    private readonly short[] _weights;

    /// <summary>A model of the given weights, one for each value of the lower bits of a hash.</summary>
    public SentenceEndModel(short[] weights)
    {
        if (weights.Length != 1 << Bits)
            throw new InvalidDataException($"A sentence model has {1 << Bits} weights, not {weights.Length}.");
        _weights = weights;
    }

    /// <summary>Where the weight of a feature lies.</summary>
    public static int SlotOf(uint feature) => (int)(feature & Mask);

    /// <summary>The weight of one feature.</summary>
    public int WeightOf(uint feature) => _weights[feature & Mask];

    /// <summary>The sum over all features.</summary>
    public int Score(ReadOnlySpan<uint> features)
    {
        short[] weights = _weights;
        int sum = 0;
        foreach (uint feature in features)
            sum += weights[feature & Mask];
        return sum;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SentenceEndModel Read(Stream stream)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != Mark)
            throw new InvalidDataException("This is no sentence model.");
        short[] weights = new short[1 << Bits];
        int count = reader.ReadInt32(), slot = -1;
        for (int i = 0; i < count; i++)
        {
            slot += reader.Read7BitEncodedInt() + 1;
            int coded = reader.Read7BitEncodedInt();
            weights[slot] = (short)((coded >> 1) ^ -(coded & 1));
        }
        return new SentenceEndModel(weights);
    }

    /// <summary>Writes the weights that are not nought, each with its distance from the one before.</summary>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(_weights.Count(weight => weight != 0));
        int last = -1;
        for (int slot = 0; slot < _weights.Length; slot++)
        {
            if (_weights[slot] == 0)
                continue;
            writer.Write7BitEncodedInt(slot - last - 1);
            int weight = _weights[slot];
            writer.Write7BitEncodedInt((weight << 1) ^ (weight >> 31));
            last = slot;
        }
        writer.Flush();
        return stream.ToArray();
    }
}
