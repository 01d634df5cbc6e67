using System.Collections.Concurrent;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>The phrases of page furniture, and whether a line is made of them.</summary>
internal sealed class Furniture
{
    // No share bar or comment form prints a longer line; longer lines are story text whatever they contain.
    private const int LongestLine = 240;
    private const int LongestNotice = 600;

    private static readonly ConcurrentDictionary<LexiconTable, Furniture> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, CutReason> _line = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string Phrase, CutReason Reason)>> _start = [];
    private readonly List<(string Phrase, CutReason Reason)> _has = [];
    private readonly List<(string Phrase, CutReason Reason)> _end = [];
    private readonly List<(string Phrase, CutReason Reason)> _foot = [];
    private readonly List<string> _wall = [];
    private readonly List<string> _noStory = [];
    private readonly HashSet<string> _section = new(StringComparer.Ordinal);
    private readonly HashSet<string> _form = new(StringComparer.Ordinal);
    private readonly HashSet<string> _teaserEnd = new(StringComparer.Ordinal);
    private readonly int _longest;

    private Furniture(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            CutReason reason = Enum.Parse<CutReason>(row[2]);
            switch (row[1])
            {
                case "line":
                    _line.TryAdd(row[0], reason);
                    _longest = Math.Max(_longest, row[0].Length);
                    break;
                case "start":
                    if (!_start.TryGetValue(row[0][0], out List<(string, CutReason)>? starts))
                        _start[row[0][0]] = starts = [];
                    starts.Add((row[0], reason));
                    break;
                case "has": _has.Add((row[0], reason)); break;
                case "end": _end.Add((row[0], reason)); break;
                case "section": _section.Add(row[0]); break;
                case "form": _form.Add(row[0]); break;
                case "teaser-end": _teaserEnd.Add(row[0]); break;
                case "wall": _wall.Add(row[0]); break;
                case "no-story": _noStory.Add(row[0]); break;
                case "foot": _foot.Add((row[0], reason)); break;
                default: throw new InvalidOperationException($"Lexicon read-furniture: unknown kind '{row[1]}'.");
            }
        }
    }

    /// <summary>The phrases of <paramref name="data"/>.</summary>
    public static Furniture Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-furniture"), table => new Furniture(table));

    /// <summary>Whether the line opens a list of other stories.</summary>
    public bool OpensTeasers(PageLine line) => line.Words <= 8 && _section.Contains(Bare(line.Folded));

    /// <summary>Whether the line opens a comment form.</summary>
    public bool OpensForm(PageLine line) => line.Words <= 6 && _form.Contains(Bare(line.Folded));

    /// <summary>Whether the line closes a teaser block.</summary>
    public bool ClosesTeaser(PageLine line) => line.Words <= 5 && (_teaserEnd.Contains(line.Folded) || _teaserEnd.Contains(Bare(line.Folded)));

    /// <summary>Why a line at the foot of a story is none of it; null where it may be.</summary>
    public CutReason? FootReason(PageLine line)
    {
        string folded = line.Folded;
        foreach ((string phrase, CutReason reason) in _foot)
        {
            int at = folded.IndexOf(phrase, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsLetterOrDigit(folded[at - 1])))
                return reason;
        }
        // An address of mail or a handle tells how to reach somebody.
        int sign = folded.IndexOf('@', StringComparison.Ordinal);
        return sign >= 0 && sign + 1 < folded.Length && char.IsLetterOrDigit(folded[sign + 1]) && line.Words <= 30 ? CutReason.Byline : null;
    }

    /// <summary>Whether the line says that the rest is for subscribers.</summary>
    public bool SaysWall(PageLine line) => line.Text.Length <= LongestNotice && _wall.Exists(phrase => line.Folded.Contains(phrase, StringComparison.Ordinal));

    /// <summary>Whether the line stands on a page that is shown in place of the one asked for.</summary>
    public bool SaysNoStory(PageLine line) => line.Text.Length <= LongestNotice && _noStory.Exists(phrase => line.Folded.Contains(phrase, StringComparison.Ordinal));

    /// <summary>Why the line is furniture by its words; null where it is not. The first line of a page is not taken for a pointer by its first word.</summary>
    public CutReason? Reason(PageLine line, bool first)
    {
        string folded = line.Folded;
        if (folded.Length == 0 || folded.Length > LongestNotice)
            return null;
        foreach ((string phrase, CutReason reason) in _has)
        {
            if (folded.Contains(phrase, StringComparison.Ordinal))
                return reason;
        }
        if (folded.Length > LongestLine)
            return null;
        if (OfPhrases(folded) is { } only)
            return only;
        foreach ((string phrase, CutReason reason) in _end)
        {
            if (!first && !line.EndsSentence && folded.EndsWith(phrase, StringComparison.Ordinal))
                return reason;
        }
        if (!first && line.Words is >= 6 and <= 30 && line.IsHeadlineLike && !line.Text.Any(char.IsLower))
            return CutReason.Teaser;
        if (_start.TryGetValue(folded[0], out List<(string Phrase, CutReason Reason)>? starts))
        {
            foreach ((string phrase, CutReason reason) in starts)
            {
                if (folded.StartsWith(phrase, StringComparison.Ordinal) && EndsWord(folded, phrase.Length)
                    && !(first && reason is CutReason.Teaser or CutReason.Caption or CutReason.Navigation))
                    return reason;
            }
        }
        return null;
    }

    /// <summary>
    /// The reason of the first phrase where the whole line is a chain of phrases, numbers and marks ("Share this articleComments", "Print | Email | 12").
    /// Pages run buttons together without a blank, so a phrase may begin wherever one ends.
    /// </summary>
    private CutReason? OfPhrases(string line)
    {
        // reached[i]: the reason of the first phrase of a chain that covers line[..i].
        CutReason?[] reached = new CutReason?[line.Length + 1];
        bool[] open = new bool[line.Length + 1];
        open[0] = true;
        Dictionary<string, CutReason>.AlternateLookup<ReadOnlySpan<char>> phrases = _line.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < line.Length; i++)
        {
            if (!open[i])
                continue;
            if (!char.IsLetter(line[i]))
            {
                open[i + 1] = true;
                reached[i + 1] ??= reached[i];
            }
            for (int length = Math.Min(_longest, line.Length - i); length > 0; length--)
            {
                if (!open[i + length] && phrases.TryGetValue(line.AsSpan(i, length), out CutReason reason)
                    && (length > 3 || EndsWord(line, i + length)))
                {
                    open[i + length] = true;
                    reached[i + length] = reached[i] ?? reason;
                }
            }
        }
        return open[^1] ? reached[^1] : null;
    }

    private static bool EndsWord(string line, int end) => end >= line.Length || !char.IsLetter(line[end]) || !char.IsLetter(line[end - 1]);

    private static string Bare(string folded) => folded.Trim(' ', ':', '.', '!', '>', '*', '#', '-', '|', '\u203A', '\u2192', '\u2026', '\u25B6', '\u25BA');
}
