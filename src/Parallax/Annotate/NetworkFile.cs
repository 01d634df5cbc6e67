using System.Runtime.InteropServices;
using System.Text;

namespace Parallax.Annotate;

/// <summary>
/// The file of the trained network: vocabularies, then named matrices. Tables are stored as bytes with a scale for each row, products as
/// half-precision numbers. What is read back is what was measured.
/// </summary>
internal static class NetworkFile
{
    private const int Magic = 0x4E584C50;
    private const int Version = 1;
    private const float ByteRange = 127f;

    private static readonly HashSet<string> s_tables = new(["words", "vectors", "prefixes", "suffixes", "grams", "shapes"], StringComparer.Ordinal);

    /// <summary>Writes <paramref name="weights"/>.</summary>
    public static byte[] Write(NetworkWeights weights)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            foreach (IReadOnlyList<string> names in new[] { weights.Words, weights.VectorWords, weights.Xpos, weights.Relations })
            {
                writer.Write(names.Count);
                foreach (string name in names)
                    writer.Write(name);
            }
            writer.Write(weights.Matrices.Count());
            foreach ((string name, WeightMatrix matrix) in weights.Matrices)
            {
                writer.Write(name);
                writer.Write(matrix.Rows);
                writer.Write(matrix.Columns);
                if (s_tables.Contains(name))
                    WriteTable(writer, matrix);
                else
                    WriteHalves(writer, matrix);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no network of this version.</exception>
    public static NetworkWeights Read(Stream stream)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
            throw new InvalidDataException("The language model has another format; reinstall Parallax or rebuild data/ with Parallax.DataBuilder.");
        string[][] names = new string[4][];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = new string[reader.ReadInt32()];
            for (int j = 0; j < names[i].Length; j++)
                names[i][j] = reader.ReadString();
        }
        int count = reader.ReadInt32();
        Dictionary<string, WeightMatrix> matrices = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            int rows = reader.ReadInt32(), columns = reader.ReadInt32();
            matrices.Add(name, new WeightMatrix(rows, columns, s_tables.Contains(name) ? ReadTable(reader, rows, columns) : ReadHalves(reader, rows * columns)));
        }
        return new NetworkWeights(names[0], names[1], names[2], names[3], matrices);
    }

    private static void WriteTable(BinaryWriter writer, WeightMatrix matrix)
    {
        for (int row = 0; row < matrix.Rows; row++)
        {
            ReadOnlySpan<float> values = matrix.Row(row);
            float largest = 0;
            foreach (float value in values)
                largest = MathF.Max(largest, MathF.Abs(value));
            float scale = largest / ByteRange;
            writer.Write(scale);
            foreach (float value in values)
                writer.Write((sbyte)(scale == 0 ? 0 : MathF.Round(value / scale)));
        }
    }

    private static float[] ReadTable(BinaryReader reader, int rows, int columns)
    {
        float[] values = new float[rows * columns];
        byte[] bytes = reader.ReadBytes(rows * (columns + sizeof(float)));
        if (bytes.Length != rows * (columns + sizeof(float)))
            throw new EndOfStreamException("The language model is cut short; reinstall Parallax.");
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<byte> stored = bytes.AsSpan(row * (columns + sizeof(float)), columns + sizeof(float));
            float scale = MemoryMarshal.Read<float>(stored);
            Span<float> target = values.AsSpan(row * columns, columns);
            for (int i = 0; i < columns; i++)
                target[i] = unchecked((sbyte)stored[sizeof(float) + i]) * scale;
        }
        return values;
    }

    private static void WriteHalves(BinaryWriter writer, WeightMatrix matrix)
    {
        foreach (float value in matrix.Values)
            writer.Write((Half)value);
    }

    private static float[] ReadHalves(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        byte[] bytes = reader.ReadBytes(count * 2);
        if (bytes.Length != count * 2)
            throw new EndOfStreamException("The language model is cut short; reinstall Parallax.");
        ReadOnlySpan<Half> halves = MemoryMarshal.Cast<byte, Half>(bytes);
        for (int i = 0; i < count; i++)
            values[i] = (float)halves[i];
        return values;
    }
}
