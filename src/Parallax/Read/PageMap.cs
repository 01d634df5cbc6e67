using Parallax.Text;

namespace Parallax.Read;

/// <summary>One stretch of clean text and the place in the decoded content that it came from; no markup lies inside.</summary>
/// <param name="Text">Where it stands in the clean text.</param>
/// <param name="Page">Where it stands in the decoded content. With entities decoded, white space folded, invisible characters removed and letters
/// composed, this range is exactly the words of <paramref name="Text"/>.</param>
public readonly record struct PageRun(TextSpan Text, TextSpan Page);

/// <summary>
/// Maps clean text back to the page it was read from. Positions count UTF-16 code units of the decoded content, its byte order mark left out.
/// Every run was checked when it was made; what could not be placed with certainty has no run.
/// </summary>
/// <param name="Runs">The runs in the order of the clean text.</param>
/// <param name="Mapped">How many characters of the clean text that are not white space lie in runs.</param>
/// <param name="Unmapped">How many do not.</param>
public sealed record PageMap(IReadOnlyList<PageRun> Runs, int Mapped, int Unmapped)
{
    /// <summary>The ranges of the page whose runs <paramref name="span"/> of the clean text touches, in its order.</summary>
    public IEnumerable<TextSpan> InPage(TextSpan span)
    {
        foreach (PageRun run in Runs)
        {
            if (run.Text.Start < span.End && span.Start < run.Text.End)
                yield return run.Page;
        }
    }
}

/// <summary>How the text of a report was decoded, and where in it the clean text stands.</summary>
/// <param name="Encoding">The encoding that was used, by the web's name for it, lower-cased.</param>
/// <param name="Basis">How that is known.</param>
public sealed record ReportSource(string Encoding, EncodingBasis Basis)
{
    /// <summary>Where the clean text stands in the content; null unless <see cref="ReadOptions.Offsets"/> asked for it, and for formats whose text is put together from fields.</summary>
    public PageMap? Map { get; init; }
}
