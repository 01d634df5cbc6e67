using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Rewrites a story sentence by sentence as a hurried desk does: other words, clauses turned round, the passive for the active where that is
/// simple, sentences dropped and merged. Quotes stay as they are.
/// </summary>
internal sealed class LadderRewriter
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "on", "in", "after", "before", "following", "during", "at", "since", "when", "while", "as", "because", "although", "if", "by", "with", "under", "despite", "for", "from",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "the", "a", "an", "this", "these", "those", "that", "in", "on", "at", "it", "he", "she", "they", "his", "her", "their", "some", "many", "two", "three", "after", "several" };

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal) { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday" };

    private readonly Dictionary<string, string[]> _synonyms = new(StringComparer.Ordinal);

    public LadderRewriter()
    {
        using Stream stream = typeof(LadderRewriter).Assembly.GetManifestResourceStream("ladder-synonyms.tsv")!;
        using StreamReader reader = new(stream);
        foreach (string[] row in LexiconTable.Parse("ladder-synonyms", reader.ReadToEnd()).Rows)
            _synonyms[row[0]] = row[1].Split('|');
    }

    /// <summary>The sentences of <paramref name="report"/> rewritten; <paramref name="words"/> is how many in a hundred of the words that have another are changed.</summary>
    public List<string> Rewrite(AnnotatedReport report, FuzzDice dice, int words = 90, int dropped = 12)
    {
        List<string> told = [];
        foreach (Sentence sentence in Whole(report))
        {
            if (sentence.Index > 0 && dice.Below(100) < dropped)
                continue;
            string text = Sentence(report, sentence, dice, words);
            if (told.Count > 0 && dice.Below(100) < 12 && told[^1].EndsWith('.') && told[^1].Length + text.Length < 320)
                told[^1] = told[^1][..^1] + (dice.Below(100) < 50 ? ", and " : "; ") + Lowered(text);
            else
                told.Add(text);
        }
        return told;
    }

    /// <summary>The sentences, those that a quote runs through as one.</summary>
    public static IEnumerable<Sentence> Whole(AnnotatedReport report)
    {
        Sentence? open = null;
        foreach (Sentence sentence in report.Sentences)
        {
            Sentence whole = open is null ? sentence : open with { Span = open.Span.Union(sentence.Span), EndToken = sentence.EndToken };
            string text = whole.Span.Of(report.Report.Text);
            open = text.Count(c => c == '"') % 2 == 1 && text.Length < 2000 ? whole : null;
            if (open is null)
                yield return whole;
        }
        if (open is not null)
            yield return open;
    }

    /// <summary>One sentence rewritten.</summary>
    public string Sentence(AnnotatedReport report, Sentence sentence, FuzzDice dice, int words)
    {
        string text = report.Report.Text;
        List<(string Text, bool Free)> parts = [];
        bool quoted = false;
        int at = sentence.Span.Start;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = report.Tokens[i];
            string gap = text[at..token.Span.Start];
            if (gap.Length > 0)
                parts.Add((gap.ReplaceLineEndings(" "), false));
            at = token.Span.End;
            if (token.Text is "\"" or "\u201C" or "\u201D" or "''" or "``")
                quoted = token.Text == "\"" ? !quoted : token.Text == "\u201C";
            bool isName = char.IsUpper(token.Text.Length > 0 ? token.Text[0] : 'x') && i > sentence.FirstToken;
            // A hurried desk thins out what qualifies.
            if (!quoted && !isName && token.Tag is Upos.Adj or Upos.Adv && i > sentence.FirstToken && report.Tokens[i - 1].Tag == Upos.Det && dice.Below(100) < 30)
                continue;
            parts.Add((token.Text, !quoted && !isName));
        }
        string tail = text[at..sentence.Span.End];
        List<string> changed = [];
        foreach ((string part, bool free) in parts)
            changed.Add(free && _synonyms.TryGetValue(part.ToLowerInvariant(), out string[]? other) && dice.Below(100) < (part.Length < 4 ? words / 2 : words) ? Cased(other[dice.Below(other.Length)], part) : part);
        StringBuilder joined = new();
        foreach (string part in changed)
            joined.Append(part);
        string line = Passive(report, sentence, dice) ?? joined.Append(tail).ToString();
        return Turned(line.Trim(), dice);
    }

    /// <summary>"Police arrested two men in the town" as "Two men were arrested by police in the town", where the tree shows a plain one.</summary>
    private static string? Passive(AnnotatedReport report, Sentence sentence, FuzzDice dice)
    {
        if (dice.Below(100) >= 60 || sentence.Span.Of(report.Report.Text).AsSpan().IndexOfAny('"', '\u201C') >= 0)
            return null;
        int first = AnnotatedReport.FirstTokenAt(report.Words, sentence.Span.Start), end = AnnotatedReport.FirstTokenAt(report.Words, sentence.Span.End);
        int verb = -1;
        for (int i = first; i < end; i++)
        {
            if (report.Words[i].Relation == "root" && report.Words[i].Xpos == "VBD" && report.Words[i].Lower.EndsWith("ed", StringComparison.Ordinal))
                verb = i;
        }
        if (verb < 0)
            return null;
        (int subject, int patient) = (-1, -1);
        for (int i = first; i < end; i++)
        {
            if (report.Words[i].Head == verb && report.Words[i].Relation == "nsubj")
                subject = i;
            if (report.Words[i].Head == verb && report.Words[i].Relation == "obj")
                patient = i;
        }
        if (subject < 0 || patient < verb || report.Words[subject].Tag == Upos.Pron || report.Words[patient].Tag == Upos.Pron)
            return null;
        (int subjectFirst, int subjectEnd) = Extent(report, subject, first, end);
        (int patientFirst, int patientEnd) = Extent(report, patient, first, end);
        // Only the plain build: subject, verb and object side by side from the beginning of the sentence.
        if (subjectFirst != first || subjectEnd != verb || patientFirst != verb + 1)
            return null;
        string Words(int from, int to) => TextSpan.FromBounds(report.Words[from].Span.Start, report.Words[to - 1].Span.End).Of(report.Report.Text);
        string rest = patientEnd < end ? TextSpan.FromBounds(report.Words[patientEnd - 1].Span.End, sentence.Span.End).Of(report.Report.Text) : ".";
        bool many = report.Words[patient].Xpos is "NNS" or "NNPS";
        return Raised(Words(patientFirst, patientEnd)) + (many ? " were " : " was ") + report.Words[verb].Text + " by " + Lowered(Words(subjectFirst, subjectEnd)) + rest;
    }

    private static (int First, int End) Extent(AnnotatedReport report, int head, int first, int end)
    {
        (int low, int high) = (head, head + 1);
        for (int i = first; i < end; i++)
        {
            int up = i;
            for (int step = 0; step < 40 && up >= first && up < end && up != head; step++)
                up = report.Words[up].Head;
            if (up == head)
                (low, high) = (Math.Min(low, i), Math.Max(high, i + 1));
        }
        return (low, high);
    }

    /// <summary>The sentence with its opening phrase behind, its day before, or whoever says so behind what is said.</summary>
    private static string Turned(string line, FuzzDice dice)
    {
        if (line.Length < 30 || !line.EndsWith('.') || line.AsSpan().IndexOfAny('"', '\u201C', ';') >= 0)
            return line;
        string body = line[..^1];
        int comma = body.IndexOf(", ", StringComparison.Ordinal);
        string opener = body.Split(' ')[0].ToLowerInvariant();
        if (Openers.Contains(opener) && comma > 5 && comma < 90 && body.IndexOf(", ", comma + 2, StringComparison.Ordinal) < 0 && dice.Below(100) < 75)
            return Raised(body[(comma + 2)..]) + " " + Lowered(body[..comma]) + ".";
        int said = body.IndexOf(" said ", StringComparison.Ordinal);
        if (said > 3 && said < 60 && body.LastIndexOf(',', said) < 0 && dice.Below(100) < 60)
        {
            string what = body[(said + 6)..];
            what = what.StartsWith("that ", StringComparison.Ordinal) ? what[5..] : what;
            return dice.Below(100) < 50 ? Raised(what) + ", " + Lowered(body[..said]) + " said." : "According to " + Lowered(body[..said]) + ", " + Lowered(what) + ".";
        }
        string[] words = body.Split(' ');
        if (words.Length > 6 && words[^2] == "on" && Days.Contains(words[^1].ToLowerInvariant()) && dice.Below(100) < 70)
            return "On " + words[^1] + ", " + Lowered(string.Join(' ', words[..^2])) + ".";
        return line;
    }

    private static string Cased(string word, string like) => char.IsUpper(like[0]) ? Raised(word) : word;

    private static string Raised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lowered(string text)
    {
        string first = text.Split(' ')[0].ToLowerInvariant();
        return text.Length > 1 && Plain.Contains(first) || Openers.Contains(first) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
