using Parallax.Annotate;
using Parallax.Read;

namespace Parallax.Present;

/// <summary>Walks over the words of a report sentence by sentence, for <see cref="ConlluWriter"/>.</summary>
internal sealed class SentenceWords
{
    // The second parts of contractions that treebanks write as one token of two words.
    private static readonly HashSet<string> s_clitics = new(StringComparer.Ordinal)
    {
        "n't", "nt", "'s", "s", "`s", "'m", "m", "'ll", "ll", "'ve", "ve", "'re", "re", "'d", "d", "not", "na", "ta", "r", "n", "se", "'t",
    };

    private readonly AnnotatedReport _report;
    private readonly GivenWord[]? _given;
    private readonly Dictionary<int, string> _givenIds = [];
    private readonly Dictionary<int, NameMention> _names;

    public SentenceWords(AnnotatedReport report)
    {
        _report = report;
        _names = report.Names.GroupBy(n => n.Span.Start).ToDictionary(g => g.Key, g => g.First());
        if (report.Report.Trees is not { } trees)
            return;
        _given = [.. trees.Sentences.SelectMany(s => s.Words)];
        GivesTags = _given.Any(w => w.Xpos.Length > 0);
        GivesFeatures = _given.Any(w => w.Features.Length > 0);
        int at = 0;
        foreach (GivenSentence sentence in trees.Sentences)
        {
            if (sentence.Words.Count > 0)
                _givenIds[at] = sentence.Id;
            at += sentence.Words.Count;
        }
    }

    /// <summary>Whether the report came with tags in its fifth column, so that an open one there is meant.</summary>
    public bool GivesTags { get; }

    /// <summary>The same of features.</summary>
    public bool GivesFeatures { get; }

    public string Text => _report.Report.Text;

    public IReadOnlyList<Token> All => _report.Words;

    public int First { get; private set; }

    public int End { get; private set; }

    /// <summary>Whether exactly one word of the sentence is its root and every other hangs on a word of it.</summary>
    public bool HasTree { get; private set; }

    /// <summary>The id that the sentence came with.</summary>
    public string? GivenId => _givenIds.GetValueOrDefault(First);

    /// <summary>Moves on to the words of <paramref name="sentence"/>; false where it has none.</summary>
    public bool MoveTo(Sentence sentence)
    {
        First = End;
        while (First < All.Count && All[First].Span.Start < sentence.Span.Start)
            First++;
        End = First;
        int roots = 0, outside = 0;
        while (End < All.Count && All[End].Span.Start < sentence.Span.End)
            End++;
        for (int i = First; i < End; i++)
        {
            int head = All[i].Head;
            roots += head < 0 ? 1 : 0;
            outside += head >= 0 && (head < First || head >= End) ? 1 : 0;
        }
        HasTree = roots == 1 && outside == 0;
        return End > First;
    }

    /// <summary>The id of a word in its sentence.</summary>
    public int Number(int at) => at - First + 1;

    public GivenWord? Given(int at) => _given is not null && at < _given.Length && _given[at].Span == All[at].Span ? _given[at] : null;

    /// <summary>Whether the word is written in one token with the word before it.</summary>
    public bool IsContinued(int at)
    {
        if (at <= First || All[at].Span.Start != All[at - 1].Span.End)
            return false;
        if (_given is not null)
            return Given(at) is { IsContinued: true };
        string word = All[at].Text.Replace('’', '\'').ToLowerInvariant();
        char before = All[at - 1].Text[^1];
        bool isMark = word[0] is '\'' or '`';
        if (word == "'")
            return All[at].Xpos == "POS" && char.IsLetterOrDigit(before);
        return s_clitics.Contains(word) && (isMark ? char.IsLetterOrDigit(before) || before == '.' : char.IsLetter(before));
    }

    /// <summary>The last word that is written in one token with the word at <paramref name="at"/>.</summary>
    public int LastOfContraction(int at)
    {
        while (at + 1 < End && IsContinued(at + 1))
            at++;
        return at;
    }

    /// <summary>Whether the next word stands in another paragraph.</summary>
    public bool EndsParagraph(int at)
    {
        int end = All[at].Span.End;
        int next = All[at + 1].Span.Start;
        ReadOnlySpan<char> gap = Text.AsSpan(end, next - end);
        return at + 1 >= End && gap.Contains("\n\n", StringComparison.Ordinal);
    }

    /// <summary>The word's part of a name as the last column has it; empty for none.</summary>
    public string Name(int at)
    {
        for (int i = at; i >= First; i--)
        {
            if (!_names.TryGetValue(All[i].Span.Start, out NameMention? name))
                continue;
            if (name.Span.End < All[at].Span.End)
                return "";
            return ConlluFormat.Name + (i == at ? "B-" : "I-") + name.Kind switch { NameKind.Person => "PER", NameKind.Organisation => "ORG", _ => "LOC" };
        }
        return "";
    }
}
