using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>Finds the line below the headline that tells in a sentence what the story is about.</summary>
internal static class PageSubtitle
{
    private const int FarthestBehind = 700;
    private const int Shortest = 20;
    private const int Longest = 320;

    private static readonly string[] Names = ["subtitle", "sub-title", "subheadline", "sub-headline", "subhead", "standfirst", "strapline", "deck", "dek", "summary", "chapo", "chapeau", "vorspann", "sottotitolo", "bajada", "ingress"];

    /// <summary>
    /// The first piece of text behind <paramref name="headline"/> that is one of <paramref name="descriptions"/>, or stands in an element that is
    /// named so; null where there is none. A description that is not printed is none, nor is one that goes on as the story does.
    /// </summary>
    public static string? Find(PageWalk walk, PageHeading headline, IReadOnlyList<string> descriptions)
    {
        string[] described = [.. descriptions.Select(PageHeadline.Letters).Where(letters => letters.Length >= Shortest)];
        string title = PageHeadline.Letters(headline.Text);
        foreach (PageSegment segment in walk.Segments)
        {
            if (segment.Position < headline.End)
                continue;
            if (segment.Position - headline.End > FarthestBehind)
                return null;
            string text = CharacterCleaning.Fold(segment.Text);
            if (text.Length is < Shortest or > Longest || PageHeadline.Letters(text) is not { } letters || letters == title)
                continue;
            if (Array.Exists(described, description => description == letters) || IsNamed(segment.Holder))
                return text;
        }
        return null;
    }

    private static bool IsNamed(IElement element)
    {
        for (int level = 0; level < 2; level++)
        {
            if (element.GetAttribute("itemprop") is "alternativeHeadline" or "description" || element.GetAttribute("class") is { Length: < 200 } names && Array.Exists(Names, name => names.Contains(name, StringComparison.OrdinalIgnoreCase)))
                return true;
            if (element.ParentElement is not { } parent)
                return false;
            element = parent;
        }
        return false;
    }
}
