using System.Text;

namespace Parallax.Tests.Annotate;

/// <summary>Texts that no one should have to read: pieces and characters thrown together, the same on every run.</summary>
internal static class HostileTexts
{
    private static readonly string[] s_pieces =
    [
        " ", " ", " ", "\n", "\t", "\u00A0", "\u2028", "The", "He said", "U.S.", "J.", "Gen.", "No.", "etc.", "a.m", "p.m.", ".", "..", "...", "…", "!", "?!", "\"", "“", "”", "‘", "’", "'",
        "(", ")", "[", "]", "{", ",", ":", ";", "-", "--", "—", "/", "\\", "http://", "www.", "a@b.c", "@", "#", "#x", "example.org", ".doc", "1", "2,000", "3.5", "$", "5m", "10-15", "7p.m.",
        "n't", "'s", "’ll", "cannot", "its", "lets", "go", "not", "x5", "3x5", ":)", ":-", "=D", "<3", "->", "*", "**", "_", "%", "&", "é", "e\u0301", "\u0301", "\u200B", "\u200D", "\u200F",
        "\uFEFF", "\uD83D", "\uDE00", "😀", "👨‍👩‍👧", "👍🏽", "🇳🇴", "𝐍", "ש", "م", "他", "。", "\0", "\u0007", "ﬃ", "İ", "ß", "´", "`s", "``",
    ];

    /// <summary>As many texts as asked for.</summary>
    public static IEnumerable<string> All(int count)
    {
        uint state = 1234567;
        for (int i = 0; i < count; i++)
        {
            StringBuilder text = new();
            int parts = Next(ref state, 60);
            for (int p = 0; p < parts; p++)
            {
                if (Next(ref state, 6) == 0)
                    text.Append((char)Next(ref state, Next(ref state, 2) == 0 ? 128 : char.MaxValue + 1));
                else
                    text.Append(s_pieces[Next(ref state, s_pieces.Length)]);
                if (Next(ref state, 3) == 0)
                    text.Append(' ');
            }
            yield return text.ToString();
        }
    }

    private static int Next(ref uint state, int below)
    {
        state = unchecked((state * 1664525) + 1013904223);
        return (int)((ulong)state * (ulong)below >> 32);
    }
}
