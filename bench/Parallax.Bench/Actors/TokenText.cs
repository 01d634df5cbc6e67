using System.Text;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// A text written again from the words of a treebank-like file, as news would print it: no blank before a comma or behind an opening bracket, hyphens and
/// possessive endings joined, quotation marks turned in pairs. Each word keeps its place.
/// </summary>
internal sealed class TokenText
{
    private const string NoBlankBefore = ".,;:!?%)]}…";
    private const string NoBlankAfter = "([{$#£€";
    private const string BreakWord = "\\n";

    private readonly TextSpan[][] _words;

    public TokenText(IReadOnlyList<string[]> sentences)
    {
        StringBuilder text = new();
        _words = new TextSpan[sentences.Count][];
        bool breaks = sentences.Any(s => s.Contains(BreakWord, StringComparer.Ordinal));
        for (int s = 0; s < sentences.Count; s++)
        {
            string[] words = sentences[s];
            _words[s] = new TextSpan[words.Length];
            bool open = false, glued = true;
            for (int w = 0; w < words.Length; w++)
            {
                string word = words[w].Trim();
                bool quote = word is "\"" or "``" or "''";
                bool opening = quote ? word == "``" || (word == "\"" && !open) : word is "“" or "‘" || (word.Length == 1 && NoBlankAfter.Contains(word[0], StringComparison.Ordinal));
                bool closing = quote && !opening;
                open = quote ? opening : open;
                bool hyphen = word == "-" && w > 0 && w + 1 < words.Length && IsWord(words[w - 1]) && IsWord(words[w + 1]);
                bool blank = !glued && word.Length > 0 && !closing && !hyphen && word is not ("”" or BreakWord) && !IsEnding(word)
                    && !(word.Length == 1 && NoBlankBefore.Contains(word[0], StringComparison.Ordinal)) && word != "...";
                if (blank)
                    text.Append(' ');
                int start = text.Length;
                text.Append(word == BreakWord ? "" : quote ? "\"" : word);
                _words[s][w] = TextSpan.FromBounds(start, text.Length);
                glued = opening || hyphen || (glued && word.Length == 0);
            }
            // Sets that say where paragraphs end do so by a word of their own; in the others every sentence is one.
            bool ends = !breaks || words.Contains(BreakWord, StringComparer.Ordinal) || text.Length == 0 || !IsSentenceEnd(text[^1]);
            if (s + 1 < sentences.Count && text.Length > 0)
                text.Append(ends ? '\n' : ' ');
        }
        Text = text.ToString();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The span of the words from <paramref name="first"/> to <paramref name="end"/>, not included; null where the sentence has none there.</summary>
    public TextSpan? Span(int sentence, int first, int end)
    {
        if (sentence < 0 || sentence >= _words.Length || first < 0 || end <= first || end > _words[sentence].Length)
            return null;
        return TextSpan.FromBounds(_words[sentence][first].Start, _words[sentence][end - 1].End);
    }

    private static bool IsWord(string word) => word.Length > 0 && char.IsLetterOrDigit(word[^1]);

    private static bool IsSentenceEnd(char last) => last is '.' or '!' or '?' or '"' or '”' or '\'' or '’';

    // "'s", "n't", "’re": the ending of the word before.
    private static bool IsEnding(string word) =>
        word is "n't" or "n’t" || (word.Length is >= 1 and <= 3 && word[0] is '\'' or '’' && word[1..] is "" or "s" or "re" or "ve" or "ll" or "d" or "m");
}
