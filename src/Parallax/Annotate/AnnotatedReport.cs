using Parallax.Read;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>A report with everything that was found in its text; every finding is a span over <see cref="Report.Text"/>. Lists are in text order.</summary>
/// <param name="Report">The report.</param>
/// <param name="Tokens">All tokens.</param>
/// <param name="Sentences">All sentences.</param>
/// <param name="Times">Times.</param>
/// <param name="Places">Places.</param>
/// <param name="Quantities">Numbers.</param>
/// <param name="Actors">The actors of this report, numbered by their index.</param>
/// <param name="Mentions">The spans that name them.</param>
/// <param name="Speeches">Reported speech.</param>
public sealed record AnnotatedReport(
    Report Report,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<Sentence> Sentences,
    IReadOnlyList<TimeMention> Times,
    IReadOnlyList<PlaceMention> Places,
    IReadOnlyList<QuantityMention> Quantities,
    IReadOnlyList<ReportActor> Actors,
    IReadOnlyList<ActorMention> Mentions,
    IReadOnlyList<Speech> Speeches)
{
    /// <summary>
    /// All words as the Universal Dependencies treebanks cut them. A token is one or more whole words: the token "Anne-Marie" is the words
    /// "Anne", "-" and "Marie". The head of a word is an index in this list.
    /// </summary>
    public IReadOnlyList<Token> Words { get; init; } = [];

    /// <summary>Names of persons, organisations and places: what the language engine reads in each sentence, joined with the evidence of the whole report.</summary>
    public IReadOnlyList<NameMention> Names { get; init; } = [];

    /// <summary>All that the report attributes to somebody, in text order: wider than <see cref="Speeches"/>, thoughts, wishes and stances too.</summary>
    internal IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Whether a time that was read covers <paramref name="span"/>. Costs the logarithm of their number: every word of a long report may be asked for.</summary>
    internal bool IsTime(TextSpan span)
    {
        int low = 0, high = Times.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Times[middle].Span.Start <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int i = low - 1; i >= 0 && i >= low - NestedTimes; i--)
        {
            if (Times[i].Span.Contains(span))
                return true;
        }
        return false;
    }

    // "The night of Friday to Saturday": a time inside a longer one.
    private const int NestedTimes = 4;

    /// <summary>Index of the first token that starts at or after <paramref name="position"/>; the number of tokens where there is none.</summary>
    internal static int FirstTokenAt(IReadOnlyList<Token> tokens, int position)
    {
        int low = 0, high = tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
