namespace Parallax.Annotate;

/// <summary>One thing seen at a possible sentence end. The order is part of the trained model.</summary>
internal enum SentenceAtom
{
    Word1, Word2, Word3, Next1, Next2, Next3,
    Shape1, Shape2, Shape3, ShapeNext1, ShapeNext2, ShapeNext3,
    Gap, Length, Ahead, Open, Paragraph, First, Ending, Rule,
    Count,
}

/// <summary>
/// The features of a possible sentence end: each is one or several atoms taken together and hashed. What is hashed does not depend on the
/// process, the machine or the culture.
/// </summary>
internal static class SentenceEndFeatures
{
    private static readonly SentenceAtom[][] s_templates =
    [
        [SentenceAtom.Shape1, SentenceAtom.Gap],
        [SentenceAtom.Word1],
        [SentenceAtom.Word1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Word1, SentenceAtom.ShapeNext1, SentenceAtom.ShapeNext2],
        [SentenceAtom.Word1, SentenceAtom.Next1],
        [SentenceAtom.Word1, SentenceAtom.Word2],
        [SentenceAtom.Word2, SentenceAtom.Shape1],
        [SentenceAtom.Word2, SentenceAtom.Shape1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Word3, SentenceAtom.Shape1],
        [SentenceAtom.Next1],
        [SentenceAtom.Next1, SentenceAtom.Shape1],
        [SentenceAtom.Next1, SentenceAtom.Shape1, SentenceAtom.ShapeNext2],
        [SentenceAtom.Next1, SentenceAtom.Shape1, SentenceAtom.Shape2],
        [SentenceAtom.Next1, SentenceAtom.Next2],
        [SentenceAtom.Next2, SentenceAtom.Shape1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Next3, SentenceAtom.Shape1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Word2, SentenceAtom.Next1, SentenceAtom.Shape1],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Gap],
        [SentenceAtom.Shape1, SentenceAtom.Shape2, SentenceAtom.ShapeNext1],
        [SentenceAtom.Shape1, SentenceAtom.Shape2, SentenceAtom.Shape3, SentenceAtom.ShapeNext1],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.ShapeNext2],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.ShapeNext2, SentenceAtom.ShapeNext3],
        [SentenceAtom.Shape1, SentenceAtom.Shape2, SentenceAtom.ShapeNext1, SentenceAtom.ShapeNext2],
        [SentenceAtom.Shape1, SentenceAtom.Length],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Length],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Ahead],
        [SentenceAtom.Shape1, SentenceAtom.Ahead, SentenceAtom.Length],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Open],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Paragraph],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.Paragraph, SentenceAtom.Length],
        [SentenceAtom.Shape1, SentenceAtom.ShapeNext1, SentenceAtom.First],
        [SentenceAtom.Shape1, SentenceAtom.First, SentenceAtom.Length],
        [SentenceAtom.Ending, SentenceAtom.Shape1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Next1, SentenceAtom.Open, SentenceAtom.Shape1],
        [SentenceAtom.Next1, SentenceAtom.Paragraph, SentenceAtom.Shape1],
        [SentenceAtom.Rule, SentenceAtom.Shape1, SentenceAtom.ShapeNext1],
        [SentenceAtom.Rule, SentenceAtom.Next1],
        [SentenceAtom.Rule, SentenceAtom.Open, SentenceAtom.Gap],
    ];

    /// <summary>How many features a possible end has.</summary>
    public static int Count => s_templates.Length;

    /// <summary>Hashes the features of <paramref name="atoms"/> into <paramref name="features"/>.</summary>
    public static void Fill(ReadOnlySpan<uint> atoms, Span<uint> features)
    {
        for (int t = 0; t < s_templates.Length; t++)
        {
            uint hash = (uint)t + 1;
            foreach (SentenceAtom atom in s_templates[t])
                hash = Mix(hash, atoms[(int)atom]);
            features[t] = hash;
        }
    }

    /// <summary>The atoms of feature <paramref name="index"/>.</summary>
    public static IReadOnlyList<SentenceAtom> AtomsOf(int index) => s_templates[index];

    /// <summary>The hash of a word: of its letters in small, every digit counting as nought.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
            hash = unchecked((hash ^ Plain(c)) * 16777619);
        return hash;
    }

    private static uint Plain(char c)
    {
        if (c < 128)
            return char.IsAsciiLetterUpper(c) ? (uint)(c | 0x20) : char.IsAsciiDigit(c) ? '0' : c;
        return c == '\u2019' ? '\'' : c is '“' or '”' ? '"' : char.ToLowerInvariant(c);
    }

    private static uint Mix(uint hash, uint value) => unchecked(
        (((hash ^ value) * 0x9E3779B1) ^ (((hash ^ value) * 0x9E3779B1) >> 15)) * 0x85EBCA77 + 0x165667B1);
}
