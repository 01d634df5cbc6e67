using Parallax.Text;

namespace Parallax.Read;

/// <summary>One line or block of a page on its way to be story text, title or a cut. Mutable, private to one reading.</summary>
internal sealed class PageLine
{
    private string? _folded;
    private int _words = -1;

    public PageLine(string text, int blanksBefore = 0) => (Text, BlanksBefore) = (text, blanksBefore);

    /// <summary>The text, white space folded.</summary>
    public string Text { get; set; }

    /// <summary>Empty lines before it.</summary>
    public int BlanksBefore { get; }

    /// <summary>Where the start tag of the element that holds it begins in the page given to the parser; -1 where there is none.</summary>
    public int Source { get; init; } = -1;

    /// <summary>Why it is not story text; null while it is.</summary>
    public CutReason? Cut { get; set; }

    /// <summary>It became the title.</summary>
    public bool IsTitle { get; set; }

    /// <summary>What it is in the story.</summary>
    public ParagraphKind Kind { get; set; }

    /// <summary>The page's markup says what it is, so nothing has to be guessed from its form.</summary>
    public bool Marked { get; init; }

    /// <summary>Share of its characters inside links, 0 to 1.</summary>
    public double LinkShare { get; init; }

    /// <summary>The line without its first <paramref name="start"/> code units.</summary>
    public PageLine From(int start) => new(Text[start..], BlanksBefore) { Source = Source, Cut = Cut, Kind = Kind, Marked = Marked, LinkShare = LinkShare };

    /// <summary>Still counted as story text.</summary>
    public bool Kept => Cut is null && !IsTitle;

    /// <summary>The text folded for matching.</summary>
    public string Folded => _folded ??= Folding.Fold(Text);

    /// <summary>Number of words.</summary>
    public int Words => _words >= 0 ? _words : _words = CharacterCleaning.CountWords(Text);

    /// <summary>Whether it ends as a sentence does, closing quotes and brackets aside.</summary>
    public bool EndsSentence
    {
        get
        {
            int end = Text.Length;
            while (end > 0 && Text[end - 1] is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or ')' or ']' or ' ' or '*')
                end--;
            return end > 0 && Text[end - 1] is '.' or '!' or '?' or '\u2026' or '\u3002';
        }
    }

    /// <summary>Whether it ends in dots, as a lead that was cut short does.</summary>
    public bool EndsCutShort => Text.EndsWith('\u2026') || Text.EndsWith("...", StringComparison.Ordinal)
        || Text.EndsWith("[\u2026]", StringComparison.Ordinal);

    /// <summary>Running text: ends as a sentence and is long enough to be one.</summary>
    public bool IsProse => (EndsSentence && (Words >= 8 || Text.Length >= 60)) || Words >= 45;

    /// <summary>Could be a headline: short, begins like one, does not end as a sentence.</summary>
    public bool IsHeadlineLike => Words is >= 1 and <= 30 && Text.Length <= 220 && (!EndsSentence || Text.EndsWith('?') || Text.EndsWith('!'))
        && Text[^1] is not (',' or ';' or ':') && !char.IsLower(Text[0]) && Text[0] is not ('-' or '\u2013' or '\u2014');
}
