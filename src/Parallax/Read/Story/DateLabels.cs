using System.Collections.Concurrent;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>What stands before a printed date.</summary>
internal enum DateLabel
{
    None,

    /// <summary>"Published", "Veröffentlicht am", "Fecha".</summary>
    Published,

    /// <summary>"Updated", "Mis à jour le".</summary>
    Updated,
}

/// <summary>Labels of dates in many languages, and what else may stand in the line of a date.</summary>
internal sealed class DateLabels
{
    private const int LongestLabel = 60;

    private static readonly ConcurrentDictionary<LexiconTable, DateLabels> Loaded = new(ReferenceEqualityComparer.Instance);

    // Scripts without blanks between words; the label is looked for in the line.
    private static readonly (string Words, DateLabel Label)[] Unspaced =
    [
        ("更新", DateLabel.Updated), ("수정", DateLabel.Updated), ("최종", DateLabel.Updated), ("发布", DateLabel.Published), ("發布", DateLabel.Published), ("发表", DateLabel.Published), ("發表", DateLabel.Published), ("公開", DateLabel.Published),
        ("掲載", DateLabel.Published), ("配信", DateLabel.Published), ("投稿", DateLabel.Published), ("時間", DateLabel.Published), ("时间", DateLabel.Published), ("日期", DateLabel.Published), ("입력", DateLabel.Published), ("등록", DateLabel.Published),
        ("게시", DateLabel.Published), ("승인", DateLabel.Published), ("เผยแพร่", DateLabel.Published), ("نشر", DateLabel.Published), ("تاريخ", DateLabel.Published), ("تحديث", DateLabel.Updated), ("פורסם", DateLabel.Published), ("עודכן", DateLabel.Updated),
    ];

    private readonly Dictionary<string, DateLabel> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _self = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fillers = new(StringComparer.Ordinal);

    private DateLabels(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            if (row[1] is "published" or "dated")
                _words.TryAdd(row[0], DateLabel.Published);
            else if (row[1] == "updated")
                _words[row[0]] = DateLabel.Updated;
            else if (row[1] == "self")
                _self.Add(row[0]);
            if (row[1] != "self")
                _fillers.Add(row[0]);
        }
    }

    /// <summary>The labels of <paramref name="data"/>.</summary>
    public static DateLabels Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-datewords"), table => new DateLabels(table));

    /// <summary>The label in the words that stand right before a date; the last one counts.</summary>
    public DateLabel Read(string before)
    {
        string end = before.Length > LongestLabel ? before[^LongestLabel..] : before;
        DateLabel label = DateLabel.None;
        foreach (string word in Words(end))
        {
            if (_words.TryGetValue(word, out DateLabel known))
                label = known;
        }
        if (label != DateLabel.None)
            return label;
        int last = -1;
        foreach ((string words, DateLabel known) in Unspaced)
        {
            int at = end.LastIndexOf(words, StringComparison.Ordinal);
            if (at > last)
                (last, label) = (at, known);
        }
        return label;
    }

    /// <summary>Whether a sentence is about the text it belongs to: "This article was published on …".</summary>
    public bool SpeaksOfItself(string sentence) => Words(sentence.Length > 60 ? sentence[..60] : sentence).Take(4).Any(_self.Contains);

    /// <summary>Whether a label is among the first words: a line about its date, not a sentence that speaks of something published.</summary>
    public bool OpensWithLabel(string line) => Words(line.Length > 60 ? line[..60] : line).Take(3).Any(_words.ContainsKey);

    /// <summary>Letters in the line that are not about its date.</summary>
    public int OtherLetters(string text, TextSpan date)
    {
        int letters = 0;
        foreach (string word in Words(text[..date.Start]).Concat(Words(text[date.End..])))
            letters += _fillers.Contains(word) ? 0 : word.Length;
        return letters;
    }

    private static List<string> Words(string text)
    {
        List<string> words = [];
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && (char.IsLetter(text[i]) || (start >= 0 && char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark));
            if (letter && start < 0)
                start = i;
            else if (!letter && start >= 0)
            {
                words.Add(Folding.Fold(text[start..i]));
                start = -1;
            }
        }
        return words;
    }
}
