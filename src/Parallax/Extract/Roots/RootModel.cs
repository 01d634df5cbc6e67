using System.Text;

namespace Parallax.Extract;

/// <summary>The weights that tell the roots of events apart: one row for each feature, one column for each <see cref="RootAnswer"/>.</summary>
internal sealed class RootModel
{
    /// <summary>How many answers there are.</summary>
    public const int Answers = RootAnswer.Count;

    /// <summary>A weight of one is this many units.</summary>
    public const float Unit = 32;

    private const string Mark = "PXRO1";

    private readonly Dictionary<uint, sbyte[]> _rows;

    public RootModel(Dictionary<uint, sbyte[]> rows) => _rows = rows;

    /// <summary>How many features have weights.</summary>
    public int Count => _rows.Count;

    /// <summary>The weights of a feature; null where it has none.</summary>
    public sbyte[]? RowOf(uint feature) => _rows.GetValueOrDefault(feature);

    /// <summary>The sums over all features, in units.</summary>
    public int[] Score(IReadOnlyList<uint> features)
    {
        int[] sums = new int[Answers];
        for (int i = 0; i < features.Count; i++)
        {
            if (!_rows.TryGetValue(features[i], out sbyte[]? row))
                continue;
            for (int k = 0; k < Answers; k++)
                sums[k] += row[k];
        }
        return sums;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RootModel Read(Stream stream)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadString() != Mark)
            throw new InvalidDataException("This is no model of roots.");
        int count = reader.Read7BitEncodedInt();
        Dictionary<uint, sbyte[]> rows = new(count);
        uint feature = 0;
        for (int i = 0; i < count; i++)
        {
            feature = unchecked(feature + (uint)reader.Read7BitEncodedInt());
            sbyte[] row = new sbyte[Answers];
            int cells = reader.ReadByte();
            for (int c = 0; c < cells; c++)
            {
                int answer = reader.ReadByte();
                row[answer] = reader.ReadSByte();
            }
            rows.Add(feature, row);
        }
        return new RootModel(rows);
    }

    /// <summary>Writes the weights that are not nought, by feature.</summary>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write7BitEncodedInt(_rows.Count);
        uint last = 0;
        foreach ((uint feature, sbyte[] row) in _rows.OrderBy(pair => pair.Key))
        {
            writer.Write7BitEncodedInt(unchecked((int)(feature - last)));
            last = feature;
            writer.Write((byte)row.Count(weight => weight != 0));
            for (int k = 0; k < Answers; k++)
            {
                if (row[k] == 0)
                    continue;
                writer.Write((byte)k);
                writer.Write(row[k]);
            }
        }
        writer.Flush();
        return stream.ToArray();
    }
}
