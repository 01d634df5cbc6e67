using System.Buffers.Binary;
using System.Text;

namespace Parallax.Data;

/// <summary>
/// The compiled gazetteer as it lies in memory: nothing is unpacked on loading, names are found by binary search.
/// Layout, little endian: magic, seven counts; countries; divisions; places, grouped by division; names; block offsets; keys.
/// Keys are UTF-8 in ordinal order, in blocks of sixteen that share prefixes; each carries the numbers of its places, largest first.
/// </summary>
internal sealed class GazetteerFile
{
    public const uint Magic = 0x315A4750;
    public const int HeaderSize = 32, CountrySize = 18, DivisionSize = 8, PlaceSize = 17, BlockLength = 16;

    private readonly byte[] _bytes;
    private readonly int _places, _names, _blocks, _keys;
    private readonly int[] _firstOfDivision;
    private readonly string[] _divisionNames;

    public GazetteerFile(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes.Length < HeaderSize || ReadU32(0) != Magic)
            throw new InvalidDataException("The compiled gazetteer is damaged: it does not begin as one. Reinstall Parallax or build it again.");
        PlaceCount = (int)ReadU32(4);
        int divisions = (int)ReadU32(8), countries = (int)ReadU32(12);
        KeyCount = (int)ReadU32(16);
        BlockCount = (int)ReadU32(20);
        int namesLength = (int)ReadU32(24), keysLength = (int)ReadU32(28);
        int divisionsAt = HeaderSize + countries * CountrySize;
        _places = divisionsAt + divisions * DivisionSize;
        _names = _places + PlaceCount * PlaceSize;
        _blocks = _names + namesLength;
        _keys = _blocks + BlockCount * 4;
        if (_keys + keysLength != bytes.Length)
            throw new InvalidDataException("The compiled gazetteer is damaged: its length is not the one it states. Reinstall Parallax or build it again.");

        Countries = new CompiledCountry[countries];
        for (int i = 0; i < countries; i++)
        {
            int at = HeaderSize + i * CountrySize;
            Countries[i] = new CompiledCountry(
                Encoding.ASCII.GetString(bytes, at, 2), unchecked((int)ReadU32(at + 2)) / 1e5, unchecked((int)ReadU32(at + 6)) / 1e5, ReadU32(at + 10), (int)ReadU32(at + 14));
        }
        _firstOfDivision = new int[divisions];
        _divisionNames = new string[divisions];
        for (int i = 0; i < divisions; i++)
        {
            _firstOfDivision[i] = (int)ReadU32(divisionsAt + i * DivisionSize);
            _divisionNames[i] = Name((int)ReadU32(divisionsAt + i * DivisionSize + 4));
        }
        FirstOfCountry = Array.ConvertAll(Countries, country => country.FirstPlace);
    }

    public int PlaceCount { get; }

    public int KeyCount { get; }

    public int BlockCount { get; }

    public CompiledCountry[] Countries { get; }

    private int[] FirstOfCountry { get; }

    /// <summary>The place with this number.</summary>
    public GazetteerPlace Place(int number)
    {
        int at = _places + number * PlaceSize;
        byte flags = _bytes[at + 16];
        return new GazetteerPlace(
            ReadU24(at), Name(ReadU24(at + 3)), Countries[GroupOf(FirstOfCountry, number)].Code,
            (ReadU24(at + 6) - 900_000) / 1e4, (ReadU24(at + 9) - 1_800_000) / 1e4,
            (PlacePrecision)(flags & 7), ReadU32(at + 12), (flags & 8) != 0)
        {
            Division = _divisionNames[GroupOf(_firstOfDivision, number)],
            IsSeat = (flags & 16) != 0,
        };
    }

    /// <summary>The numbers of the places filed under <paramref name="key"/>, largest first.</summary>
    public List<int> Find(string key)
    {
        List<int> found = [];
        Span<byte> wanted = stackalloc byte[256];
        if (key.Length == 0 || BlockCount == 0 || !Encoding.UTF8.TryGetBytes(key, wanted, out int length))
            return found;
        wanted = wanted[..length];
        int low = 0, high = BlockCount - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (FirstKey(middle).SequenceCompareTo(wanted) <= 0)
                low = middle;
            else
                high = middle - 1;
        }
        Span<byte> current = stackalloc byte[256];
        int at = _keys + (int)ReadU32(_blocks + low * 4);
        int inBlock = Math.Min(BlockLength, KeyCount - low * BlockLength);
        for (int i = 0; i < inBlock; i++)
        {
            int shared = ReadVarint(ref at), own = ReadVarint(ref at);
            _bytes.AsSpan(at, own).CopyTo(current[shared..]);
            at += own;
            int places = ReadVarint(ref at);
            int order = current[..(shared + own)].SequenceCompareTo(wanted);
            if (order > 0)
                return found;
            for (int p = 0; p < places; p++)
            {
                int number = ReadVarint(ref at);
                if (order == 0)
                    found.Add(number);
            }
            if (order == 0)
                return found;
        }
        return found;
    }

    private ReadOnlySpan<byte> FirstKey(int block)
    {
        int at = _keys + (int)ReadU32(_blocks + block * 4);
        _ = ReadVarint(ref at);
        int length = ReadVarint(ref at);
        return _bytes.AsSpan(at, length);
    }

    private string Name(int offset)
    {
        int at = _names + offset;
        int length = ReadVarint(ref at);
        return Encoding.UTF8.GetString(_bytes, at, length);
    }

    private static int GroupOf(int[] first, int number)
    {
        int index = Array.BinarySearch(first, number);
        if (index < 0)
            return ~index - 1;
        // Empty groups share their start with the next one; the last of them holds the place.
        while (index + 1 < first.Length && first[index + 1] == number)
            index++;
        return index;
    }

    private uint ReadU32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at, 4));

    private int ReadU24(int at) => _bytes[at] | _bytes[at + 1] << 8 | _bytes[at + 2] << 16;

    private int ReadVarint(ref int at)
    {
        int value = 0, shift = 0;
        while (true)
        {
            byte b = _bytes[at++];
            value |= (b & 127) << shift;
            if (b < 128)
                return value;
            shift += 7;
        }
    }
}

/// <summary>What the compiled gazetteer knows of a country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code.</param>
/// <param name="Lat">Latitude of its middle.</param>
/// <param name="Lon">Longitude of its middle.</param>
/// <param name="Population">Inhabitants of its listed places.</param>
/// <param name="FirstPlace">Number of its first place.</param>
internal readonly record struct CompiledCountry(string Code, double Lat, double Lon, long Population, int FirstPlace);
