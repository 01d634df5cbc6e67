using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;

namespace Parallax.Assess;

/// <summary>One utterance quoted in different words, as translations give it: where a word of one rendering stands in the place of a word of the other.</summary>
internal sealed class WordingDisagreements(LanguageData data, FusedReports fused)
{
    // Quotes are short; a longer one is compared at its beginning.
    private const int MaxWords = 200;
    private const int ShortestPart = 5;
    private readonly HashSet<string> _stopwords = data.Lexicon("merge-stopwords").FirstColumn();

    public IEnumerable<Disagreement> Find()
    {
        foreach (Statement statement in fused.Statements)
        {
            Rendering[] quoted = [.. statement.Renderings.Where(r => r.Form == SpeechForm.Direct)];
            for (int i = 0; i < quoted.Length; i++)
            {
                Disagreement? found = null;
                for (int j = i + 1; j < quoted.Length && found is null; j++)
                {
                    if (!string.Equals(quoted[i].Report, quoted[j].Report, StringComparison.Ordinal))
                        found = Compare(statement, quoted[i], quoted[j]);
                }
                if (found is null)
                    continue;
                yield return found;
                break;
            }
        }
    }

    private Disagreement? Compare(Statement statement, Rendering a, Rendering b)
    {
        (string Left, string Right)? replaced = Replaced([.. ClusterWords.Split(a.Text).Take(MaxWords)], [.. ClusterWords.Split(b.Text).Take(MaxWords)]);
        if (replaced is not (string left, string right))
            return null;
        return DisagreementFinder.Make(
            DisagreementAbout.Wording, DisagreementKind.Translation, statement.Id,
            [.. new[] { a, b }.Select(r => new Position(r.Text, [r.Report], statement.Speaker, [r.Evidence]))],
            $"Two renderings of one statement differ in words, as translations do: “{left}” here, “{right}” there.");
    }

    /// <summary>The first place where both texts, equal before and after it, have different content words.</summary>
    private (string Left, string Right)? Replaced(string[] a, string[] b)
    {
        int[,] common = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
                common[i, j] = Same(a[i], b[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        int x = 0;
        int y = 0;
        bool matched = false;
        while (x < a.Length && y < b.Length)
        {
            if (Same(a[x], b[y]))
            {
                matched = true;
                x++;
                y++;
                continue;
            }
            int fromX = x;
            int fromY = y;
            while (x < a.Length && y < b.Length && !Same(a[x], b[y]))
            {
                if (common[x + 1, y] >= common[x, y + 1])
                    x++;
                else
                    y++;
            }
            string[] left = [.. a[fromX..x].Where(IsContent)];
            string[] right = [.. b[fromY..y].Where(IsContent)];
            bool enclosed = matched && x < a.Length && y < b.Length;
            if (enclosed && left.Length is > 0 and <= 3 && right.Length is > 0 and <= 3)
                return (string.Join(' ', left), string.Join(' ', right));
        }
        return null;
    }

    private bool IsContent(string word) => !_stopwords.Contains(word);

    /// <summary>Spelled as on both sides of the Atlantic: "travelling", "organise", "colour", "centre".</summary>
    private static string Plain(string word)
    {
        System.Text.StringBuilder plain = new(word.Length);
        foreach (char c in word)
        {
            if (plain.Length == 0 || plain[^1] != c)
                plain.Append(c);
        }
        return plain.Replace("our", "or").Replace("ise", "ize").Replace("isi", "izi").Replace("isa", "iza").ToString();
    }

    // Endings apart, so that "supports" and "supporting" are no difference of translation.
    private static bool Same(string a, string b)
    {
        (a, b) = (Plain(a), Plain(b));
        // "FirstGroup", "First Group".
        if (a.Length >= ShortestPart && b.EndsWith(a, StringComparison.Ordinal) || b.Length >= ShortestPart && a.EndsWith(b, StringComparison.Ordinal))
            return true;
        int length = Math.Min(a.Length, b.Length);
        int shared = 0;
        while (shared < length && a[shared] == b[shared])
            shared++;
        return shared == a.Length && shared == b.Length || shared >= 4 && shared >= Math.Max(a.Length, b.Length) - 3;
    }
}
