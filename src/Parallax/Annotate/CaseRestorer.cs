using Parallax.Data;
using Parallax.Read;

namespace Parallax.Annotate;

/// <summary>
/// Gives text that is printed in capitals the small letters of running text, character by character, so that every offset stays true.
/// Which words keep a capital is weighed from how running text writes them, alone and beside their neighbours, and from lists of names.
/// </summary>
internal sealed class CaseRestorer(LanguageData data)
{
    // Fewer words say nothing: "BBC NEWS".
    private const int FewestWords = 4;

    private readonly Lazy<CaseWeights> _weights = new(() => new CaseWeights(data));

    /// <summary>
    /// The text of <paramref name="report"/> with its paragraphs in capitals written in running case, of the same length; null where
    /// no paragraph is in capitals.
    /// </summary>
    public string? Restore(Report report)
    {
        List<Paragraph>? capitals = null;
        foreach (Paragraph paragraph in report.Paragraphs)
        {
            if (IsInCapitals(report.Text.AsSpan(paragraph.Span.Start, paragraph.Span.Length)))
                (capitals ??= []).Add(paragraph);
        }
        if (capitals is null)
            return null;
        char[] text = report.Text.ToCharArray();
        CaseAcronyms acronyms = new();
        foreach (Paragraph paragraph in capitals)
            acronyms.Collect(report.Text.AsSpan(paragraph.Span.Start, paragraph.Span.Length));
        foreach (Paragraph paragraph in capitals)
            _weights.Value.Write(text.AsSpan(paragraph.Span.Start, paragraph.Span.Length), acronyms);
        return new string(text);
    }

    /// <summary>One line or paragraph in running case, whatever it is printed in.</summary>
    public string Restore(string text)
    {
        CaseAcronyms acronyms = new();
        acronyms.Collect(text);
        char[] written = text.ToCharArray();
        _weights.Value.Write(written, acronyms);
        return new string(written);
    }

    /// <summary>Whether a paragraph is printed in capitals: at least four words, with hardly a small letter.</summary>
    internal static bool IsInCapitals(ReadOnlySpan<char> text)
    {
        int small = 0, capital = 0, words = 0;
        bool inWord = false;
        foreach (char c in text)
        {
            bool isLetter = true;
            if (char.IsAsciiLetterLower(c))
                small++;
            else if (char.IsAsciiLetterUpper(c))
                capital++;
            else if (c < 128 || !char.IsLetter(c))
                isLetter = c == '\'' && inWord;
            else if (char.IsUpper(c))
                capital++;
            else
                small++;
            if (isLetter && !inWord)
                words++;
            inWord = isLetter;
            // A text in small letters is known after a line, so that ordinary reports cost next to nothing.
            if (small >= 40 && small > capital)
                return false;
        }
        return words >= FewestWords && capital >= 12 && small * 12 <= capital;
    }
}
