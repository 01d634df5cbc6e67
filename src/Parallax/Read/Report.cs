using Parallax.Text;

namespace Parallax.Read;

/// <summary>One published text by an outlet, cleaned: only story text, with what was cut and why.</summary>
public sealed record Report
{
    /// <summary>Stable hash of outlet, address, title and clean text; the same file under another name has the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Path relative to the input given, with forward slashes; <c>-</c> for standard input; for a line of a JSONL file <c>file.jsonl#12</c>, for an entry of an archive <c>archive.zip!/page.html</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Paths of exact copies of this report that were also given, ordered.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>The canonical address the page names, or the address it was fetched from; null where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>Who published; null where the page does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The line printed below the headline that says in a sentence what the story is about; null where there is none. It may be part of <see cref="Text"/> too.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The authors as printed.</summary>
    public IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>ISO 639-1 code of the text's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When it was published, and how that is known.</summary>
    public Publication Published { get; init; } = Publication.Unknown;

    /// <summary>When it was last changed, where the page says so.</summary>
    public EdtfDate? Modified { get; init; }

    /// <summary>Agencies that the report credits.</summary>
    public IReadOnlyList<Credit> Credits { get; init; } = [];

    /// <summary>The place that opens the text as a dateline ("KOSOVO—", "BERLIN (Reuters) -"); it stays in the text.</summary>
    public TextSpan? Dateline { get; init; }

    /// <summary>The clean text: paragraphs separated by one empty line (<c>\n\n</c>), Unicode NFC. The title is not part of it.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs of <see cref="Text"/> in order; together they cover everything but the separators.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>What was cut from the page, in page order, each with its reason.</summary>
    public IReadOnlyList<Cut> Cuts { get; init; } = [];

    /// <summary>SHA-256 of the UTF-8 form of <see cref="Text"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the bytes that were read.</summary>
    public required string BytesSha256 { get; init; }

    /// <summary>How its bytes were decoded, and where the clean text stands in them if that was asked for; null where it was given as words, as CoNLL-U is.</summary>
    public ReportSource? Source { get; init; }

    /// <summary>Words, tags and trees that came with the text; null where none did.</summary>
    internal GivenTrees? Trees { get; init; }

    /// <summary>Number of words in <see cref="Text"/>: runs of characters that are not white space.</summary>
    public int Words { get; init; }
}

/// <summary>What a paragraph is in the page.</summary>
public enum ParagraphKind
{
    /// <summary>Running story text.</summary>
    Body,

    /// <summary>A heading inside the story.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    BlockQuote,
}

/// <summary>One paragraph of a report's clean text.</summary>
public readonly record struct Paragraph(TextSpan Span, ParagraphKind Kind);

/// <summary>How a publication date is known.</summary>
public enum PublicationBasis
{
    /// <summary>No date, and nothing to infer one from.</summary>
    Unknown,

    /// <summary>Machine-readable metadata of the page or file.</summary>
    Metadata,

    /// <summary>A date printed beside the byline or title.</summary>
    Byline,

    /// <summary>A date in the dateline that opens the text.</summary>
    Dateline,

    /// <summary>A date elsewhere in the page's visible text.</summary>
    Text,

    /// <summary>Inferred from weekdays, own absolute dates and events shared with dated reports.</summary>
    Anchored,
}

/// <summary>When a report was published, and how that is known.</summary>
/// <param name="Date">The date with its precision; null when unknown.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Words">The exact words or metadata value it was read from; null when there are none.</param>
public sealed record Publication(EdtfDate? Date, PublicationBasis Basis, string? Words)
{
    /// <summary>No date known.</summary>
    public static Publication Unknown { get; } = new(null, PublicationBasis.Unknown, null);
}

/// <summary>A credit to a news agency or another outlet.</summary>
/// <param name="Agency">Its usual name, e.g. <c>Reuters</c>.</param>
/// <param name="Words">The exact words that credit it.</param>
/// <param name="Span">Where they stand in the clean text; null where the credit line was cut.</param>
public sealed record Credit(string Agency, string Words, TextSpan? Span);

/// <summary>A piece of the page that is not story text.</summary>
/// <param name="Text">What was cut, white space folded.</param>
/// <param name="Reason">Why.</param>
public sealed record Cut(string Text, CutReason Reason);

/// <summary>Why something is not story text.</summary>
public enum CutReason
{
    /// <summary>Menus, breadcrumbs, "Find Us".</summary>
    Navigation,

    /// <summary>A pointer to another story: "Keep reading", "You might also like", related headlines.</summary>
    Teaser,

    /// <summary>Comment forms and counts.</summary>
    CommentForm,

    /// <summary>Photo and video captions and credits.</summary>
    Caption,

    /// <summary>The title printed again.</summary>
    DuplicateTitle,

    /// <summary>Bylines and dates.</summary>
    Byline,

    /// <summary>An agency credit line.</summary>
    Credit,

    /// <summary>Share buttons and embed links.</summary>
    Share,

    /// <summary>Embedded posts: author, handle and date lines.</summary>
    Embed,

    /// <summary>Cookie and consent notices.</summary>
    Cookie,

    /// <summary>Subscription and newsletter appeals, paywall stubs.</summary>
    Subscription,

    /// <summary>Copyright and legal lines.</summary>
    Legal,

    /// <summary>Advertising.</summary>
    Advertising,

    /// <summary>A paragraph printed twice.</summary>
    DuplicateText,
}
