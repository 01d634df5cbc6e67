using System.IO.Compression;
using System.Text;

namespace Parallax.Bench;

/// <summary>Damages an input as transport, editors, broken software and attackers do. Works on bytes, so that encodings are damaged too.</summary>
internal static class FuzzMutations
{
    // No single mutation goes on above this.
    private const int Largest = 2_000_000;

    private static readonly Action<FuzzBuffer, FuzzDice>[] All =
    [
        FlipBytes, Cut, CutEnd, CutFront, RepeatChunk, SwapChunks, RandomBytes, RepeatAll, Digits, LongWord, LongLine, Control, Invisible, Marks, Encode, HalfEncode, WrongMark,
        BadUtf8, Entities, EntityFlood, Angles,
        .. FuzzMarkup.All,
    ];

    /// <summary>An input with one to four kinds of damage; sometimes packed.</summary>
    public static FuzzSeed Mutate(FuzzSeed seed, FuzzDice dice, int largest)
    {
        FuzzBuffer buffer = new(seed.Bytes);
        int rounds = dice.OneIn(50) ? 0 : dice.Between(1, 4);
        for (int i = 0; i < rounds; i++)
        {
            dice.Pick<Action<FuzzBuffer, FuzzDice>>(All)(buffer, dice);
            buffer.Limit(largest);
        }
        byte[] bytes = buffer.ToArray();
        if (!dice.OneIn(40))
            return seed with { Bytes = bytes };
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        byte[] whole = packed.ToArray();
        if (dice.OneIn(3) && whole.Length > 20)
            whole[dice.Below(whole.Length)] ^= 0x10;
        return new FuzzSeed(seed.Path + ".gz", dice.OneIn(3) ? whole[..dice.Below(whole.Length)] : whole);
    }

    private static void FlipBytes(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(50);
        for (int i = 0; i < count; i++)
            buffer.Flip(dice.Below(buffer.Length), (byte)(dice.OneIn(2) ? 1 << dice.Below(8) : dice.Below(256)));
    }

    private static void Cut(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Chunk(buffer, dice);
        buffer.Replace(from, length, []);
    }

    private static void CutEnd(FuzzBuffer buffer, FuzzDice dice)
    {
        int at = dice.Below(buffer.Length);
        buffer.Replace(at, buffer.Length - at, []);
    }

    private static void CutFront(FuzzBuffer buffer, FuzzDice dice) => buffer.Replace(0, dice.Length(buffer.Length), []);

    private static void RepeatChunk(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Chunk(buffer, dice);
        byte[] chunk = buffer.Copy(from, length);
        buffer.Insert(dice.OneIn(2) ? from : dice.Below(buffer.Length), FuzzBuffer.Times(chunk, Math.Min(dice.Length(20_000), 400_000 / Math.Max(1, length))));
    }

    private static void SwapChunks(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Chunk(buffer, dice);
        byte[] chunk = buffer.Copy(from, length);
        buffer.Replace(from, length, []);
        buffer.Insert(dice.Below(buffer.Length), chunk);
    }

    private static void RandomBytes(FuzzBuffer buffer, FuzzDice dice)
    {
        byte[] noise = new byte[dice.Length(2000)];
        for (int i = 0; i < noise.Length; i++)
            noise[i] = (byte)dice.Below(256);
        buffer.Insert(dice.Below(buffer.Length), noise);
    }

    private static void RepeatAll(FuzzBuffer buffer, FuzzDice dice)
    {
        if (buffer.Length < 100_000)
            buffer.Insert(buffer.Length, FuzzBuffer.Times(buffer.ToArray(), dice.Between(1, 4)));
    }

    /// <summary>Numbers and dates become others: too large, too many digits, impossible.</summary>
    private static void Digits(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(60), at = dice.Below(buffer.Length);
        for (int i = 0; i < count && (at = buffer.Find((byte)('0' + dice.Below(10)), at)) >= 0; i++)
        {
            buffer.Replace(at, 1, Bytes(dice.Pick("0", "9", "99", "31", "-1", "00000", "2147483648", "1e999", "12:61", "\u0663", "\uFF11", ".", "/", "-", "")));
            at += dice.Length(200);
        }
        if (dice.OneIn(4))
            buffer.Insert(dice.Below(buffer.Length), Bytes(new string('9', dice.Length(100_000))));
    }

    private static void LongWord(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(dice.Below(buffer.Length), FuzzBuffer.Times(Bytes(dice.Pick("x", "A", "-", "_", ".", ",", "'", "\"", "(", ")", "/", "@", "#", "=", "\u00e9", "\u4e2d", "\U0001F600", "a.", "1,", "A.", "www.", "http://a/")), dice.Length(120_000)));

    private static void LongLine(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(dice.Below(buffer.Length), FuzzBuffer.Times(
            Bytes(dice.Pick("word ", "The boats went out (again) on 3/4 and came back/AP [ ", "By Ana Torvel and ", "\n", "\n\n", "\r", " \u00a0", "a\n", "x. ", "\u201Cquote\u201D \u2014 ", "12 May 2023, ", "| ")), dice.Length(20_000)));

    private static void Control(FuzzBuffer buffer, FuzzDice dice) => Sprinkle(buffer, dice, ["\0", "\u0001", "\u0008", "\u000b", "\f", "\u001b[31m", "\u007f", "\u0085", "\u0099", "\r", "\u2028", "\u2029"]);

    private static void Invisible(FuzzBuffer buffer, FuzzDice dice) => Sprinkle(buffer, dice,
    [
        "\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u202c", "\u2066", "\u2069", "\u2060", "\ufeff", "\ufffe", "\uffff", "\ufdd0", "\ufe0f", "\ue000", "\U000E0041", "\U000E007F",
        "\U0010FFFF", "\u034f", "\u061c", "\u180e", "\u3164", "\u115f", "\u00a0", "\u2003", "\u3000",
    ]);

    /// <summary>Many combining marks on one letter, in an order that composition has to sort.</summary>
    private static void Marks(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(dice.Below(buffer.Length), FuzzBuffer.Times(Bytes(dice.Pick("\u0301", "\u0301\u0323", "e\u0301", "\u1100\u1161\u11a8", "\u0f73\u0f75", "\u212b", "\ufb03", "\u0315\u0300\u05ae\u0062")), dice.Length(40_000)));

    /// <summary>The whole input in another encoding, with or without a mark that says so.</summary>
    private static void Encode(FuzzBuffer buffer, FuzzDice dice)
    {
        string text = Encoding.UTF8.GetString(buffer.ToArray());
        Encoding encoding = dice.Below(4) switch
        {
            0 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            1 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            2 => new UTF32Encoding(bigEndian: dice.OneIn(2), byteOrderMark: false),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(dice.Pick(1250, 1251, 1252, 1256, 20866, 28592, 54936, 932, 949, 950))!,
        };
        byte[] encoded = encoding.GetBytes(text);
        if (dice.OneIn(2))
            encoded = [.. (dice.OneIn(2) ? Encoding.Unicode : Encoding.BigEndianUnicode).Preamble, .. encoded];
        buffer.Become(encoded);
        if (dice.OneIn(2))
            buffer.Insert(dice.Below(64), Bytes($"<meta charset={dice.Pick("utf-16", "utf-7", "shift_jis", "gb18030", "euc-kr", "big5", "koi8-r", "windows-1251", "x-user-defined", "replacement", "utf-32", "no such", "iso-2022-jp")}>"));
    }

    private static void HalfEncode(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Chunk(buffer, dice);
        string text = Encoding.UTF8.GetString(buffer.Copy(from, length));
        buffer.Replace(from, length, (dice.Below(3) switch { 0 => Encoding.Unicode, 1 => Encoding.Latin1, _ => Encoding.UTF32 }).GetBytes(text));
    }

    private static void WrongMark(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(0, dice.Pick<byte[]>([0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0xEF, 0xBB], [0x2B, 0x2F, 0x76, 0x38], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0x1F, 0x8B, 0x08], [0x1F, 0x8B]));

    private static void BadUtf8(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(2000);
        for (int i = 0; i < count && buffer.Length < Largest; i++)
            buffer.Insert(dice.Below(buffer.Length), dice.Pick<byte[]>([0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC3], [0x93], [0xC3, 0x83, 0xC2, 0xA9]));
    }

    private static void Entities(FuzzBuffer buffer, FuzzDice dice) => Sprinkle(buffer, dice,
    [
        "&amp;", "&amp;amp;", "&amp;quot;", "&lt;p&gt;", "&nbsp;", "&#146;", "&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999999999999999;", "&#x;", "&#;", "&", "&;", "&notit;", "&not", "&CounterClockwiseContourIntegral;",
        "&lt", "&copy2023", "&#8203;", "&#x202e;", "&shy;", "&zwj;", "&NewLine;", "&Tab;", "&#13;", "&#10;", "&fjlig;", "&acE;", "&amp;#39;", "&#xE0041;", "&#65534;", "&#127;", "&#x85;",
    ]);

    private static void EntityFlood(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(dice.Below(buffer.Length), FuzzBuffer.Times(Bytes(dice.Pick("&", "&amp;", "&#", "&#x1", "&a", "&notin;", "&#1234567890", "%26", "&amp;amp;")), dice.Length(60_000)));

    private static void Angles(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(dice.Below(buffer.Length), FuzzBuffer.Times(Bytes(dice.Pick("<", ">", "</", "<!", "<?", "<!-", "<!--", "-->", "<a", "<a ", "<a b='", "<a b=\"", "</>", "< p>", "<\0p>", "<p/", "<![CDATA[", "]]>", "<!DOCTYPE ", "<%")), dice.Length(20_000)));

    private static void Sprinkle(FuzzBuffer buffer, FuzzDice dice, ReadOnlySpan<string> pieces)
    {
        int count = dice.Length(400);
        for (int i = 0; i < count && buffer.Length < Largest; i++)
            buffer.Insert(dice.Below(buffer.Length), Bytes(dice.Pick(pieces)));
    }

    private static (int From, int Length) Chunk(FuzzBuffer buffer, FuzzDice dice)
    {
        int from = dice.Below(buffer.Length);
        return (from, Math.Min(dice.Length(Math.Max(1, buffer.Length)), buffer.Length - from));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>The bytes of an input while it is mutated. Never empty positions: every method takes any number and stays inside.</summary>
internal sealed class FuzzBuffer(byte[] bytes)
{
    private byte[] _bytes = bytes;

    public int Length => _bytes.Length;

    public static byte[] Times(byte[] piece, int times)
    {
        times = piece.Length == 0 ? 0 : Math.Min(times, 1_000_000 / piece.Length);
        byte[] all = new byte[piece.Length * Math.Max(0, times)];
        for (int i = 0; i < times; i++)
            piece.CopyTo(all, i * piece.Length);
        return all;
    }

    public byte[] ToArray() => _bytes;

    public void Become(byte[] bytes) => _bytes = bytes;

    public byte[] Copy(int from, int length) => _bytes.AsSpan(from, length).ToArray();

    public void Insert(int at, ReadOnlySpan<byte> piece) => Replace(Math.Min(at, _bytes.Length), 0, piece);

    public void Replace(int from, int length, ReadOnlySpan<byte> piece) => _bytes = [.. _bytes.AsSpan(0, from), .. piece, .. _bytes.AsSpan(Math.Min(_bytes.Length, from + length))];

    public void Flip(int at, byte mask)
    {
        if (_bytes.Length == 0)
            return;
        // The seed's own bytes are used by later inputs too.
        _bytes = [.. _bytes];
        _bytes[at] ^= mask;
    }

    /// <summary>Where <paramref name="wanted"/> stands at or after <paramref name="from"/>; from the start if not behind it; −1 if nowhere.</summary>
    public int Find(byte wanted, int from)
    {
        int at = from >= _bytes.Length ? -1 : Array.IndexOf(_bytes, wanted, from);
        return at >= 0 ? at : Array.IndexOf(_bytes, wanted);
    }

    public void Limit(int largest) => _bytes = _bytes.Length > largest ? _bytes[..largest] : _bytes;
}
