namespace Parallax.Annotate;

/// <summary>How a sentence is written, where capitals say less than usual.</summary>
internal static class SentenceStyle
{
    private const int FewestWords = 3;

    /// <summary>Whether it is all in capitals, and whether most of its longer words begin with one, as in a title.</summary>
    public static (bool Capitals, bool Title) Of(IReadOnlyList<string> words)
    {
        int letters = 0, small = 0, initial = 0, initialSmall = 0;
        foreach (string word in words)
        {
            if (!char.IsLetter(word[0]))
                continue;
            letters++;
            if (word.AsSpan().ContainsAnyInRange('a', 'z'))
                small++;
            if (word.Length < 4)
                continue;
            if (char.IsUpper(word[0]))
                initial++;
            else
                initialSmall++;
        }
        bool capitals = letters >= FewestWords && small * 10 < letters;
        return (capitals, !capitals && initial + initialSmall >= FewestWords && initial > 3 * initialSmall);
    }
}
