namespace Parallax.Web.Brief;

/// <summary>A run of words that two renderings share, or that only this one has.</summary>
internal sealed record WordRun(string Text, bool IsOwn);

/// <summary>Marks the words in which renderings of one statement differ.</summary>
internal static class WordDifference
{
    private const int MostWords = 300;

    /// <summary>The runs of <paramref name="text"/>, those not in <paramref name="other"/> (in order) being its own.</summary>
    public static IReadOnlyList<WordRun> Of(string text, string other)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] others = other.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords || others.Length > MostWords)
            return [new WordRun(text, false)];
        string[] keys = [.. words.Select(Key)];
        string[] otherKeys = [.. others.Select(Key)];
        int[,] common = new int[words.Length + 1, others.Length + 1];
        for (int i = words.Length - 1; i >= 0; i--)
        {
            for (int j = others.Length - 1; j >= 0; j--)
                common[i, j] = keys[i] == otherKeys[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        List<WordRun> runs = [];
        int a = 0;
        int b = 0;
        while (a < words.Length)
        {
            if (b < others.Length && keys[a] == otherKeys[b])
            {
                Add(words[a++], false);
                b++;
            }
            else if (b < others.Length && common[a, b + 1] >= common[a + 1, b])
            {
                b++;
            }
            else
            {
                Add(words[a++], true);
            }
        }
        return runs;

        void Add(string word, bool isOwn)
        {
            if (runs.Count > 0 && runs[^1].IsOwn == isOwn)
                runs[^1] = new WordRun(runs[^1].Text + " " + word, isOwn);
            else
                runs.Add(new WordRun(word, isOwn));
        }
    }

    // Case and the marks around a word are no difference of wording.
    private static string Key(string word) =>
        new string([.. word.Where(char.IsLetterOrDigit)]) is { Length: > 0 } key ? key.ToUpperInvariant() : word;
}
