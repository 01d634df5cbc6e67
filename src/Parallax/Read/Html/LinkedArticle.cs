namespace Parallax.Read;

/// <summary>How near a described thing is to being the report itself; the lower the nearer.</summary>
internal enum LinkedKind
{
    /// <summary>An article of some kind.</summary>
    Article,

    /// <summary>A recipe, an episode, a question: a text that is published as such.</summary>
    Work,

    /// <summary>The page as such, or a recording on it.</summary>
    Page,
}

/// <summary>One thing that a page's linked data describe.</summary>
internal sealed record LinkedArticle(LinkedKind Kind)
{
    public string? Headline { get; init; }

    public string? Alternative { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Published { get; init; }

    public string? Created { get; init; }

    public string? Modified { get; init; }

    public string? Body { get; init; }

    public string? Publisher { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];
}
