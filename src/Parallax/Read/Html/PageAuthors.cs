using AngleSharp.Dom;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>Finds the authors that a page names in elements marked so.</summary>
internal sealed class PageAuthors(LanguageData data)
{
    // A byline stands beside the headline, or at the story's end; authors of comments and of other stories stand farther away.
    private const int FarthestBehind = 900;
    private const int FarthestBefore = 300;

    private readonly DateMarks _marks = DateMarks.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);

    /// <summary>The names beside <paramref name="headline"/>; those of the only such element of the page where none stand there.</summary>
    public IReadOnlyList<string> Find(PageWalk walk, PageHeading? headline)
    {
        PageHeading[] own = [.. walk.Authors.Where(author => !IsOfAnother(author.Element, headline?.Element))];
        PageHeading[] near = headline is null ? [] : [.. own.Where(author => author.Position - headline.End <= FarthestBehind && headline.Position - author.End <= FarthestBefore)];
        List<string> names = Names(near);
        return names.Count > 0 ? names : own.Select(author => author.Text).Distinct(StringComparer.Ordinal).Count() <= 2 ? Names(own) : [];
    }

    private List<string> Names(PageHeading[] authors)
    {
        List<string> names = [];
        foreach (PageHeading author in authors)
        {
            // The innermost element that names somebody says it best; what is around it has dates and posts too.
            if (Array.Exists(authors, inner => inner != author && author.Element.Contains(inner.Element) && Read(inner.Text) is not null))
                continue;
            if (Read(author.Text) is not null && !names.Contains(author.Text, StringComparer.OrdinalIgnoreCase))
                names.Add(author.Text);
        }
        return names;
    }

    private BylineReading? Read(string text) => (_bylines.Read(text) ?? _bylines.ReadNames(text, signed: false)) is { Authors.Count: > 0 } reading ? reading : null;

    private bool IsOfAnother(IElement element, IElement? headline)
    {
        for (IElement? at = element; at is not null && at.LocalName is not ("body" or "html") && (headline is null || !at.Contains(headline)); at = at.ParentElement)
        {
            if (_marks.Of(at).HasFlag(DateMark.Other))
                return true;
        }
        return false;
    }
}
