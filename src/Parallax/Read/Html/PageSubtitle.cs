using AngleSharp.Dom;

namespace Parallax.Read;

/// <summary>Finds the line below the headline that tells in a sentence what the story is about.</summary>
internal static class PageSubtitle
{
    private const int FarthestBehind = 700;
    private const int Shortest = 20;
    private const int Longest = 320;
    private const int Neighbours = 8;

    private static readonly string[] PictureNames = ["caption", "video-player", "videoplayer", "player-"];

    private static readonly string[] Names = ["subtitle", "sub-title", "subheadline", "sub-headline", "subhead", "standfirst", "strapline", "deck", "dek", "summary", "chapo", "chapeau", "vorspann", "sottotitolo", "bajada", "ingress"];

    /// <summary>
    /// The first piece of text behind <paramref name="headline"/> that is one of <paramref name="descriptions"/>, or stands in an element that is
    /// named so; null where there is none. A description that is not printed is none, nor is one that goes on as the story does, nor what <paramref name="isOther"/> knows to be a byline or a date.
    /// </summary>
    public static string? Find(PageWalk walk, PageHeading headline, IReadOnlyList<string> descriptions, Func<string, bool> isOther)
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
            bool named = IsNamed(segment.Holder);
            if ((named || (Array.Exists(described, description => description == letters) && !OpensStory(segment.Holder))) && !IsOfPicture(segment.Holder) && !isOther(text))
                return text;
        }
        return null;
    }

    /// <summary>Paragraphs of the same form follow it: it is the first of the story's own, and the page describes itself with it.</summary>
    private static bool OpensStory(IElement element)
    {
        int like = 0;
        IElement? next = element.NextElementSibling;
        for (int seen = 0; next is not null && seen < Neighbours; seen++, next = next.NextElementSibling)
        {
            if (next.LocalName == element.LocalName && next.GetAttribute("class") == element.GetAttribute("class") && next.TextContent.Length >= Shortest)
                like++;
        }
        return element.LocalName == "p" && like >= 2;
    }

    private static bool IsOfPicture(IElement element)
    {
        IElement? at = element;
        for (int level = 0; at is not null && level < 6 && at.LocalName is not ("body" or "main" or "article" or "header"); level++, at = at.ParentElement)
        {
            if (at.LocalName is "figure" or "figcaption" or "video" or "picture")
                return true;
            if (at.GetAttribute("class") is { Length: < 200 } names && Array.Exists(PictureNames, name => names.Contains(name, StringComparison.OrdinalIgnoreCase)))
                return true;
        }
        return false;
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
