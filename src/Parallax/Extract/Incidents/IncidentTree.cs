using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>The tree of one sentence, with its names and actors. Indexes of tokens are those of the report.</summary>
internal sealed class IncidentTree
{
    // Steps up a tree that is damaged have no end.
    private const int LongestPath = 40;

    private readonly List<int>[] _children;
    private readonly int[] _name, _mention;

    public IncidentTree(ReportView view, Sentence sentence, IReadOnlyList<NameMention> names)
    {
        Report = view.Report;
        Sentence = sentence;
        First = sentence.FirstToken;
        End = sentence.EndToken;
        int count = End - First;
        _children = new List<int>[count];
        _name = new int[count];
        _mention = new int[count];
        for (int i = 0; i < count; i++)
        {
            _children[i] = [];
            (_name[i], _mention[i]) = (-1, -1);
        }
        for (int i = First; i < End; i++)
        {
            int head = Report.Tokens[i].Head;
            if (head >= First && head < End)
                _children[head - First].Add(i);
        }
        for (int n = FirstName(names, sentence.Index); n < names.Count && names[n].Sentence == sentence.Index; n++)
        {
            for (int i = names[n].FirstToken; i < names[n].EndToken && i < End; i++)
                _name[i - First] = n;
        }
        foreach (int index in view.MentionsOf(sentence.Index))
        {
            ActorMention mention = Report.Mentions[index];
            for (int i = AnnotatedReport.FirstTokenAt(Report.Tokens, mention.HeadSpan.Start); i < End && Report.Tokens[i].Span.Start < mention.HeadSpan.End; i++)
            {
                if (i >= First)
                    _mention[i - First] = index;
            }
        }
    }

    public AnnotatedReport Report { get; }

    public Sentence Sentence { get; }

    public int First { get; }

    public int End { get; }

    public Token this[int at] => Report.Tokens[at];

    /// <summary>The tokens that hang on <paramref name="at"/>, in text order.</summary>
    public IReadOnlyList<int> Children(int at) => _children[at - First];

    /// <summary>The name that covers the token; null where there is none.</summary>
    public NameMention? NameAt(int at) => at >= First && at < End && _name[at - First] >= 0 ? Report.Names[_name[at - First]] : null;

    /// <summary>The actor of the mention whose head the token is; null where there is none.</summary>
    public ReportActor? ActorAt(int at) => MentionAt(at) is { Actor: >= 0 } mention ? Report.Actors[mention.Actor] : null;

    public ActorMention? MentionAt(int at) => _mention[at - First] >= 0 ? Report.Mentions[_mention[at - First]] : null;

    public string Lemma(int at) => at >= First && at < End ? this[at].Lemma : "";

    public string Lower(int at) => at >= First && at < End ? this[at].Lower : "";

    public bool IsNoun(int at) => this[at].Tag is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;

    /// <summary>The first child with one of the relations; -1 where there is none.</summary>
    public int Child(int at, string relation)
    {
        foreach (int child in _children[at - First])
        {
            if (Is(child, relation))
                return child;
        }
        return -1;
    }

    /// <summary>Whether the relation of a token is <paramref name="relation"/>, with or without a subtype.</summary>
    public bool Is(int at, string relation)
    {
        string own = this[at].Relation;
        return own == relation || (own.Length > relation.Length && own[relation.Length] == ':' && own.StartsWith(relation, StringComparison.Ordinal));
    }

    /// <summary>The preposition of a noun: "by", "in front of" as "in front"; empty where there is none.</summary>
    public string Case(int at)
    {
        int mark = Child(at, "case");
        if (mark < 0)
            return "";
        string first = Lower(mark);
        foreach (int more in Children(mark))
        {
            if (Is(more, "fixed") && Lower(more) != "of")
                first += " " + Lower(more);
        }
        return first;
    }

    /// <summary>The head with all that is joined to it by "and" or a list, in text order.</summary>
    public List<int> Joined(int head)
    {
        List<int> all = [head];
        for (int i = 0; i < all.Count && all.Count < 40; i++)
        {
            foreach (int child in Children(all[i]))
            {
                if (Is(child, "conj") && IsNoun(child))
                    all.Add(child);
            }
        }
        return all;
    }

    /// <summary>The heads above the token, nearest first.</summary>
    public IEnumerable<int> Above(int at)
    {
        for (int i = this[at].Head, steps = 0; i >= First && i < End && steps < LongestPath; i = this[i].Head, steps++)
            yield return i;
    }

    public bool IsUnder(int at, int head) => at == head || Above(at).Contains(head);

    /// <summary>The text of the tokens from the first to before the end, in running case.</summary>
    public string Words(int first, int end)
    {
        System.Text.StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            if (i > first && this[i].Span.Start > this[i - 1].Span.End)
                text.Append(' ');
            text.Append(this[i].Text);
        }
        return text.ToString();
    }

    public TextSpan Span(int first, int end) => TextSpan.FromBounds(this[first].Span.Start, this[end - 1].Span.End);

    private static int FirstName(IReadOnlyList<NameMention> names, int sentence)
    {
        int low = 0, high = names.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Sentence < sentence)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
