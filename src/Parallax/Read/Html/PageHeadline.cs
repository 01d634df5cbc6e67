using Parallax.Text;

namespace Parallax.Read;

/// <summary>Finds the headline among the headings of a page.</summary>
internal static class PageHeadline
{
    /// <summary>Up to this fit a heading is one of the titles that the page gives itself, or part of one.</summary>
    private const int NamesTheTitle = 5;

    private const int MostWords = 60;
    private const int FewestSharedLetters = 15;

    /// <summary>
    /// The heading that is one of <paramref name="titles"/>; else one that is part of one; else the first of the first rank. <c>Named</c> tells
    /// the last case from the others.
    /// </summary>
    public static (PageHeading? Heading, bool Named) Find(PageWalk walk, IReadOnlyList<string> titles)
    {
        string[] letters = [.. titles.Select(Letters).Where(title => title.Length > 0)];
        PageHeading? best = null;
        (int Rank, int Missing) bestFit = (int.MaxValue, 0);
        foreach (PageHeading heading in walk.Headings)
        {
            if (heading.Text.Length is >= 4 and <= 400 && Fit(heading, letters, titles) is { Rank: < int.MaxValue } fit && fit.CompareTo(bestFit) < 0)
                (best, bestFit) = (heading, fit);
        }
        return (best, bestFit.Rank <= NamesTheTitle);
    }

    /// <summary>The last heading before the running text begins.</summary>
    public static PageHeading? OverStory(PageWalk walk) => walk.Headings.LastOrDefault(heading => heading.End <= walk.FirstProse && heading.Text.Length is >= 8 and <= 200);

    /// <summary>Letters and digits, folded.</summary>
    public static string Letters(string text) => string.Concat(Folding.Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>Whether two headlines are versions of one: they share most words of the shorter, and enough of them to mean the same.</summary>
    public static bool IsVersion(string one, string other)
    {
        List<string> words = Words(one), others = Words(other);
        int shorter = Math.Min(words.Count, others.Count), shared = 0, letters = 0;
        if (shorter < 3 || Math.Max(words.Count, others.Count) > MostWords)
            return false;
        foreach (string word in words)
        {
            if (!others.Remove(word))
                continue;
            shared++;
            letters += word.Length;
        }
        return shared >= 3 && letters >= FewestSharedLetters && shared * 3 >= shorter * 2;
    }

    private static List<string> Words(string text) => [.. Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(char.IsLetterOrDigit))).Where(word => word.Length > 0)];

    private static (int Rank, int Missing) Fit(PageHeading heading, string[] titles, IReadOnlyList<string> named)
    {
        string letters = Letters(heading.Text);
        bool first = heading.Element.LocalName == "h1";
        (int Rank, int Missing) fit = (first ? NamesTheTitle + 1 : int.MaxValue, 0);
        foreach (string title in titles)
        {
            int rank = letters == title ? 0
                : letters.Length >= 8 && title.Contains(letters, StringComparison.Ordinal) ? (letters.Length * 2 >= title.Length ? 2 : 4)
                : title.Length >= 8 && letters.Contains(title, StringComparison.Ordinal) ? 2 : int.MaxValue;
            (int, int) other = (rank == int.MaxValue ? rank : rank + (first ? 0 : 1), Math.Abs(letters.Length - title.Length));
            fit = other.CompareTo(fit) < 0 ? other : fit;
        }
        return first && fit.Rank > NamesTheTitle && named.Any(title => IsVersion(heading.Text, title)) ? (NamesTheTitle, fit.Missing) : fit;
    }
}
