namespace Parallax.Read;

/// <summary>What a feed says about itself. Mutable, private to one reading.</summary>
internal sealed class FeedChannel
{
    public string? Title { get; set; }

    public string? Link { get; set; }

    public string? Language { get; set; }
}

/// <summary>Text of a feed: with its tags where it has any.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsMarkup">Whether it is to be read as markup.</param>
internal readonly record struct FeedValue(string Text, bool IsMarkup)
{
    /// <summary>Number of words, tags aside.</summary>
    public int Words => CharacterCleaning.CountWords(Plain);

    /// <summary>The text without tags.</summary>
    public string Plain => IsMarkup ? Markup.Words(Text) : Text;
}

/// <summary>One item of a feed. Mutable, private to one reading.</summary>
internal sealed class FeedEntry
{
    public FeedValue? Title { get; set; }

    public string? Link { get; set; }

    public string? Id { get; set; }

    /// <summary>Whether <see cref="Id"/> is also an address, unless it says otherwise.</summary>
    public bool IdIsLink { get; set; } = true;

    public List<string> Authors { get; } = [];

    public string? Published { get; set; }

    public string? Updated { get; set; }

    /// <summary>The outlet that an aggregator took the item from.</summary>
    public string? Source { get; set; }

    public string? Language { get; set; }

    public FeedValue? Content { get; set; }

    public FeedValue? Summary { get; set; }
}
