using System.Text;

namespace Parallax.Read;

/// <summary>
/// The encoding of bytes that are not UTF-8 and that nothing is declared of. Only what the bytes make plain is answered: an alphabet of its
/// own, or the double bytes of East Asia; everything else is Windows-1252, as on the web.
/// </summary>
internal static class EncodingGuess
{
    private const int Window = 65_536;

    /// <summary>UTF-16 or UTF-32, by its mark or by its zeros, and how many bytes the mark takes; null where it is neither.</summary>
    public static (Encoding Encoding, int Mark)? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0) && Utf16(bytes) is { } wide ? (wide, 0) : null,
    };

    /// <summary>UTF-16 without a mark, known by every other byte of its Latin characters being zero; null where it is not.</summary>
    public static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        if (head.Length < 8)
            return null;
        int even = 0, odd = 0, pairs = head.Length / 2;
        for (int i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 && IsText(head[i + 1]) ? 1 : 0;
            odd += head[i + 1] == 0 && IsText(head[i]) ? 1 : 0;
        }
        // Markup and blanks are ASCII in a text of any script.
        return odd * 10 >= pairs * 3 && even * 50 <= pairs ? Encoding.Unicode : even * 10 >= pairs * 3 && odd * 50 <= pairs ? Encoding.BigEndianUnicode : null;

        static bool IsText(byte b) => b is >= 0x20 and < 0x7F or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    /// <summary>The encoding that <paramref name="bytes"/> look like.</summary>
    public static EncodingLabel Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Window)];
        return EncodingLabel.Of(Alphabet(head) ?? EastAsian(head) ?? "windows-1252")!;
    }

    /// <summary>
    /// What is written in another alphabet than Latin beyond doubt, whatever is declared: read so, all its bytes are sound and nearly all its
    /// letters beyond ASCII stand in words of one alphabet, three or more together, as accented letters of the West never do.
    /// </summary>
    public static (EncodingLabel Label, string Text)? Certain(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Window)];
        if ((Alphabet(head) ?? EastAsian(head)) is not { } name || EncodingLabel.Of(name) is not { } label)
            return null;
        string text = label.Encoding!.GetString(bytes);
        int beyond = 0, inWords = 0, run = 0;
        foreach (char c in text)
        {
            if (c == '\uFFFD')
                return null;
            bool written = c is (>= '\u0400' and < '\u0500') or (>= '\u3040' and < '\u3100') or (>= '\u4E00' and < '\uA000') or (>= '\uAC00' and < '\uD7B0');
            beyond += c >= '\u0080' && char.IsLetter(c) ? 1 : 0;
            if (!written)
                run = 0;
            else
                inWords += ++run == 3 ? 3 : run > 3 ? 1 : 0;
        }
        return beyond >= 20 && inWords * 10 >= beyond * 7 ? (label, text) : null;
    }

    /// <summary>
    /// Words written in high bytes throughout are of another alphabet than Latin. Nearly all of a Cyrillic text is lower case, which fills
    /// another range of bytes in each of its encodings.
    /// </summary>
    private static string? Alphabet(ReadOnlySpan<byte> bytes)
    {
        int high = 0, inRuns = 0, run = 0;
        Span<int> ranges = stackalloc int[3];
        foreach (byte b in bytes)
        {
            if (b < 0xA0)
            {
                inRuns += run >= 3 ? run : 0;
                run = 0;
                continue;
            }
            high++;
            run++;
            ranges[0] += b is >= 0xC0 and < 0xE0 ? 1 : 0;
            ranges[1] += b >= 0xE0 ? 1 : 0;
            ranges[2] += b is >= 0xD0 and < 0xF0 ? 1 : 0;
        }
        inRuns += run >= 3 ? run : 0;
        int most = Math.Max(ranges[0], Math.Max(ranges[1], ranges[2]));
        if (high < 20 || inRuns * 10 < high * 6 || most * 100 < high * 85)
            return null;
        return most == ranges[2] ? "iso-8859-5" : most == ranges[0] ? "koi8-r" : "windows-1251";
    }

    /// <summary>By the rows of the tables that the first bytes of pairs name: syllables and the ideographs in daily use stand in rows of their own.</summary>
    private static string? EastAsian(ReadOnlySpan<byte> bytes)
    {
        Pairs all = default, kana = default;
        for (int i = 0; i + 1 < bytes.Length; i++)
        {
            byte lead = bytes[i], trail = bytes[i + 1];
            if (lead < 0x80)
                continue;
            bool sound = lead is >= 0x81 and <= 0xFE && trail is (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE);
            all.Count(sound, lead, trail);
            if (lead is 0x82 or 0x83 && sound)
                kana.Count(true, lead, trail);
            i += sound ? 1 : 0;
        }
        if (all.Sound < 8 || all.Broken * 20 > all.Sound)
            return null;
        if (kana.Sound * 4 > all.Sound)
            return "shift_jis";
        int letters = all.Sound - all.Marks;
        if (all.LowTrails * 50 < all.Sound)
        {
            return all.Kana * 4 > all.Sound ? "euc-jp"
                : all.Hangul * 100 > letters * 93 ? "euc-kr"
                : all.Daily * 100 > letters * 80 ? "gbk" : null;
        }
        return all.Big5 * 100 > letters * 85 ? "big5" : null;
    }

    /// <summary>Counts of pairs of bytes, by what their rows hold.</summary>
    private struct Pairs
    {
        public int Sound;
        public int Broken;
        public int LowTrails;
        public int Marks;
        public int Kana;
        public int Hangul;
        public int Daily;
        public int Big5;

        public void Count(bool sound, byte lead, byte trail)
        {
            Broken += sound ? 0 : 1;
            if (!sound)
                return;
            Sound++;
            LowTrails += trail < 0xA1 ? 1 : 0;
            Marks += lead is >= 0xA1 and <= 0xA3 ? 1 : 0;
            Kana += lead is 0xA4 or 0xA5 ? 1 : 0;
            Hangul += lead is >= 0xB0 and <= 0xC8 ? 1 : 0;
            Daily += lead is >= 0xB0 and <= 0xD7 ? 1 : 0;
            Big5 += lead is >= 0xA4 and <= 0xC6 ? 1 : 0;
        }
    }
}
