using System.Buffers.Binary;
using System.Text;
using Parallax.Data;

namespace Parallax.DataBuilder.Places;

/// <summary>Writes the layout that <see cref="GazetteerFile"/> reads.</summary>
internal static class GazetteerWriter
{
    public static byte[] Write(List<BuiltPlace> unordered, SortedDictionary<string, string> divisionNames)
    {
        BuiltPlace[] places =
        [
            .. unordered.Where(place => place.Keys.RemoveWhere(key => key.Length < 2 || Encoding.UTF8.GetByteCount(key) > 120) >= 0)
                .OrderBy(place => place.Country, StringComparer.Ordinal).ThenBy(place => place.Division, StringComparer.Ordinal)
                .ThenByDescending(place => place.Precision).ThenByDescending(place => place.Population)
                .ThenBy(place => place.Id).ThenBy(place => place.Name, StringComparer.Ordinal).ThenBy(place => place.Lat).ThenBy(place => place.Lon),
        ];
        NamePool names = new();
        Buffer countries = new(), divisions = new(), records = new();
        int countryCount = 0, divisionCount = 0;
        for (int i = 0; i < places.Length; i++)
        {
            BuiltPlace place = places[i];
            if (i == 0 || places[i - 1].Country != place.Country)
            {
                countryCount++;
                Country(countries, place.Country, i, places);
            }
            if (i == 0 || places[i - 1].Country != place.Country || places[i - 1].Division != place.Division)
            {
                divisionCount++;
                divisions.U32(i);
                divisions.U32(names.Offset(divisionNames.GetValueOrDefault(place.Country + "." + place.Division, "")));
            }
            records.U24(place.Id);
            records.U24(names.Offset(place.Name));
            records.U24(Tenth(place.Lat) + 900_000);
            records.U24(Tenth(place.Lon) + 1_800_000);
            records.U32(place.Population);
            records.U8((int)place.Precision | (place.IsCapital ? 8 : 0) | (place.IsSeat ? 16 : 0));
        }

        (Buffer blocks, Buffer keys, int keyCount, int blockCount) = Keys(places);
        Buffer file = new();
        foreach (long value in new long[] { GazetteerFile.Magic, places.Length, divisionCount, countryCount, keyCount, blockCount, names.Pool.Length, keys.Length })
            file.U32(value);
        foreach (Buffer part in new[] { countries, divisions, records, names.Pool, blocks, keys })
            file.Append(part);
        return file.ToArray();
    }

    private static int Tenth(int value) => (int)Math.Round(value / 10m);

    // The point of a country is that of its capital, or of its largest place where none is marked.
    private static void Country(Buffer countries, string code, int first, BuiltPlace[] places)
    {
        BuiltPlace[] inside = [.. places.Skip(first).TakeWhile(place => place.Country == code)];
        BuiltPlace middle = inside.FirstOrDefault(place => place.IsCapital) ?? inside.MaxBy(place => place.Population)!;
        countries.Bytes(Encoding.ASCII.GetBytes(code));
        countries.U32(unchecked((uint)middle.Lat));
        countries.U32(unchecked((uint)middle.Lon));
        countries.U32(inside.Where(place => place.Precision == PlacePrecision.Town).Sum(place => place.Population));
        countries.U32(first);
    }

    private static (Buffer Blocks, Buffer Keys, int KeyCount, int BlockCount) Keys(BuiltPlace[] places)
    {
        // Ordered as UTF-8, the way the reader compares.
        SortedDictionary<byte[], List<int>> byKey = new(Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right)));
        for (int i = 0; i < places.Length; i++)
        {
            foreach (string key in places[i].Keys)
            {
                byte[] bytes = Encoding.UTF8.GetBytes(key);
                if (!byKey.TryGetValue(bytes, out List<int>? numbers))
                    byKey.Add(bytes, numbers = []);
                numbers.Add(i);
            }
        }
        Buffer blocks = new(), keys = new();
        int count = 0, blockCount = 0;
        byte[] before = [];
        foreach ((byte[] key, List<int> numbers) in byKey)
        {
            if (count % GazetteerFile.BlockLength == 0)
            {
                blocks.U32(keys.Length);
                blockCount++;
                before = [];
            }
            count++;
            int shared = before.AsSpan().CommonPrefixLength(key);
            keys.Varint(shared);
            keys.Varint(key.Length - shared);
            keys.Bytes(key.AsSpan(shared));
            keys.Varint(numbers.Count);
            foreach (int number in numbers.OrderByDescending(number => places[number].Population).ThenBy(number => number))
                keys.Varint(number);
            before = key;
        }
        return (blocks, keys, count, blockCount);
    }

    /// <summary>Each distinct name once, its length before it.</summary>
    private sealed class NamePool
    {
        private readonly Dictionary<string, int> _offsets = new(StringComparer.Ordinal);

        public Buffer Pool { get; } = new();

        public int Offset(string name)
        {
            if (_offsets.TryGetValue(name, out int offset))
                return offset;
            offset = Pool.Length;
            _offsets.Add(name, offset);
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            Pool.Varint(bytes.Length);
            Pool.Bytes(bytes);
            return offset;
        }
    }

    /// <summary>A growing run of bytes, little endian.</summary>
    private sealed class Buffer
    {
        private readonly List<byte> _bytes = [];

        public int Length => _bytes.Count;

        public void U8(int value) => _bytes.Add((byte)value);

        public void U24(int value)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)value, 0xFFFFFFu);
            U8(value & 255);
            U8(value >> 8 & 255);
            U8(value >> 16 & 255);
        }

        public void U32(long value)
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(four, checked((uint)value));
            _bytes.AddRange(four);
        }

        public void Varint(int value)
        {
            for (; value > 127; value >>= 7)
                U8(value & 127 | 128);
            U8(value);
        }

        public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.AddRange(bytes);

        public void Append(Buffer other) => _bytes.AddRange(other._bytes);

        public byte[] ToArray() => [.. _bytes];
    }
}
