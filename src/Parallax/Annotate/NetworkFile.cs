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

    /// <summary>Writes <paramref name="weights"/>.</summary>
    public static byte[] Write(NetworkWeights weights)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            foreach (IReadOnlyList<string> names in new[] { weights.Words, weights.VectorWords, weights.Xpos, weights.Relations, weights.TagPairs })
            {
                writer.Write(names.Count);
                foreach (string name in names)
                    writer.Write(name);
            }
            // One list in ordinal order, tables and matrices alike.
            string[] parts = [.. weights.Matrices.Keys.Concat(weights.Tables.Keys).Order(StringComparer.Ordinal)];
            writer.Write(parts.Length);
            foreach (string name in parts)
            {
                writer.Write(name);
                if (weights.Tables.TryGetValue(name, out WeightTable? table))
                    WriteTable(writer, table);
                else
                    WriteHalves(writer, weights[name]);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no network of this version.</exception>
    public static NetworkWeights Read(Stream stream)
    {
        using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            return Read(reader);
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The language model is cut short; reinstall Parallax or rebuild data/ with Parallax.DataBuilder.", cut);
        }
    }

    private static NetworkWeights Read(BinaryReader reader)
    {
        if (reader.ReadInt32() != Magic || reader.ReadInt32() != Version)
            throw new InvalidDataException("The language model has another format; reinstall Parallax or rebuild data/ with Parallax.DataBuilder.");
        string[][] names = new string[5][];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = new string[reader.ReadInt32()];
            for (int j = 0; j < names[i].Length; j++)
                names[i][j] = reader.ReadString();
        }
        int count = reader.ReadInt32();
        Dictionary<string, WeightMatrix> matrices = new(StringComparer.Ordinal);
        Dictionary<string, WeightTable> tables = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            int rows = reader.ReadInt32(), columns = reader.ReadInt32();
            if (NetworkWeights.TableNames.Contains(name))
                tables.Add(name, ReadTable(reader, rows, columns));
            else
                matrices.Add(name, new WeightMatrix(rows, columns, ReadHalves(reader, rows * columns)));
        }
        return new NetworkWeights(names[0], names[1], names[2], names[3], names[4], matrices, tables);
    }

    // Each row is its scale, then its bytes.
    private static void WriteTable(BinaryWriter writer, WeightTable table)
    {
        writer.Write(table.Rows);
        writer.Write(table.Columns);
        for (int row = 0; row < table.Rows; row++)
        {
            writer.Write(table.Scales[row]);
            writer.Write(MemoryMarshal.AsBytes(table.Values.AsSpan(row * table.Columns, table.Columns)));
        }
    }

    private static WeightTable ReadTable(BinaryReader reader, int rows, int columns)
    {
        int width = sizeof(float) + columns;
        byte[] bytes = Bytes(reader, rows * width);
        float[] scales = new float[rows];
        sbyte[] values = new sbyte[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            scales[row] = MemoryMarshal.Read<float>(bytes.AsSpan(row * width));
            MemoryMarshal.Cast<byte, sbyte>(bytes.AsSpan(row * width + sizeof(float), columns)).CopyTo(values.AsSpan(row * columns));
        }
        return new WeightTable(columns, scales, values);
    }

    private static void WriteHalves(BinaryWriter writer, WeightMatrix matrix)
    {
        writer.Write(matrix.Rows);
        writer.Write(matrix.Columns);
        foreach (float value in matrix.Values)
            writer.Write((Half)value);
    }

    private static float[] ReadHalves(BinaryReader reader, int count)
    {
        float[] values = new float[count];
        byte[] bytes = Bytes(reader, count * 2);
        ReadOnlySpan<Half> halves = MemoryMarshal.Cast<byte, Half>(bytes);
        for (int i = 0; i < count; i++)
            values[i] = (float)halves[i];
        return values;
    }

    private static byte[] Bytes(BinaryReader reader, int count)
    {
        byte[] bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
