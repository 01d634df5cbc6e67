namespace Parallax.Read;

/// <summary>
/// The story as a page's linked data give it (<c>articleBody</c>), used as a guide to the page's own paragraphs: those whose words stand in it are story. It is
/// followed only where the page shows most of it, and it holds most of what the page shows.
/// </summary>
internal sealed class DescribedStory
{
    private const int ShingleWords = 4;

    private readonly bool[] _described;

    private DescribedStory(bool[] described, PagePart root, bool isWhole) => (_described, Root, IsWhole) = (described, root, isWhole);

    /// <summary>The smallest part that holds nearly all of the paragraphs described.</summary>
    public PagePart Root { get; }

    /// <summary>Nothing is left out at its end: what the page shows behind it is not story.</summary>
    public bool IsWhole { get; }

    /// <summary>The last block described.</summary>
    public int Last => Array.LastIndexOf(_described, true);

    /// <summary>Whether the words of a block stand in the description.</summary>
    public bool Has(int block) => _described[block];

    /// <summary>The guide that <paramref name="body"/> gives to <paramref name="tree"/>; null where the two do not agree.</summary>
    public static DescribedStory? Of(string? body, PageTree tree)
    {
        if (body is not { Length: >= 400 })
            return null;
        HashSet<ulong> known = [];
        foreach (ulong shingle in ShinglesOf(body))
            known.Add(shingle);
        bool[] described = new bool[tree.Blocks.Count];
        int shown = 0;
        Dictionary<PagePart, int> held = [];
        for (int i = 0; i < described.Length; i++)
        {
            HtmlBlock block = tree.Blocks[i];
            int all = 0, found = 0;
            foreach (ulong shingle in ShinglesOf(block.Line.Text))
            {
                all++;
                found += known.Contains(shingle) ? 1 : 0;
            }
            if (all == 0 || found * 10 < all * 8)
                continue;
            described[i] = true;
            shown += block.Line.Text.Length;
            for (PagePart? part = block.Part; part is not null; part = part.Parent)
                held[part] = held.GetValueOrDefault(part) + block.Line.Text.Length;
        }
        if (shown * 10 < body.Length * 6)
            return null;
        // Children stand behind their parents, so the last that holds enough is the smallest.
        PagePart root = tree.Body;
        for (int i = 1; i < tree.Parts.Count; i++)
        {
            if (held.GetValueOrDefault(tree.Parts[i]) * 10 >= shown * 9)
                root = tree.Parts[i];
        }
        return new DescribedStory(described, root, shown * 20 >= root.OpenProse * 17);
    }

    private static IEnumerable<ulong> ShinglesOf(string text)
    {
        ulong[] last = new ulong[ShingleWords];
        int count = 0;
        ulong word = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                word = unchecked(((word == 0 ? 14695981039346656037UL : word) ^ char.ToLowerInvariant(text[i])) * 1099511628211UL);
                continue;
            }
            if (word == 0)
                continue;
            last[count++ % ShingleWords] = word;
            word = 0;
            if (count < ShingleWords)
                continue;
            ulong shingle = 0;
            for (int k = 0; k < ShingleWords; k++)
                shingle = unchecked((shingle * 0x9E3779B97F4A7C15UL) + last[(count + k) % ShingleWords]);
            yield return shingle;
        }
    }
}
