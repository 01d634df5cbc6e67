using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>How a time stands in the story of its sentence.</summary>
internal enum StoryStanding
{
    /// <summary>It says when what the sentence tells took place: the story can go on from it.</summary>
    Told,

    /// <summary>It dates a clause beside: "arrested two men after a bomb went off on Sunday".</summary>
    Beside,

    /// <summary>It dates what is only referred to: "in retaliation for Monday's strike", "a man wanted since 2016".</summary>
    Reference,

    /// <summary>It says when somebody spoke or wrote.</summary>
    Speech,
}

/// <summary>Tells the times from which a story goes on from those that date somebody's words, or what is only referred to.</summary>
internal static class StoryTimes
{
    // Steps up the tree that are looked at; a damaged tree has no end.
    private const int LongestPath = 40;

    private static readonly HashSet<string> s_speaking = new(StringComparer.Ordinal)
    {
        "speak", "publish", "release", "issue", "broadcast", "air", "post", "interview", "brief", "quote", "testify", "comment", "remark", "concede", "explain", "complain", "reply", "respond", "inform", "disclose", "recall", "emphasise", "emphasize", "underline", "reiterate", "repeat",
        "predict", "forecast", "caution", "describe", "condemn", "criticise", "criticize", "denounce", "deplore", "praise", "welcome", "urge", "demand", "appeal", "accuse", "blame", "tout", "print", "cite",
    };

    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "statement", "interview", "report", "tweet", "post", "communique", "communiqué", "briefing", "speech", "remark", "comment", "letter", "message", "broadcast", "dispatch", "bulletin", "editorial", "article", "press", "newspaper", "edition", "testimony", "announcement", "release", "note", "article", "issue",
    };

    // What stands under these is there only to refer to it.
    private static readonly HashSet<string> s_referring = new(StringComparer.Ordinal)
    {
        "after", "before", "since", "for", "over", "against", "about", "following", "until", "despite", "to", "from", "than", "like", "as", "with", "on", "upon", "under",
    };

    /// <summary>How the time <paramref name="time"/> stands in <paramref name="sentence"/>.</summary>
    public static StoryStanding Of(ReportView view, Sentence sentence, int time)
    {
        IReadOnlyList<Token> tokens = view.Report.Tokens;
        int at = AnnotatedReport.FirstTokenAt(tokens, view.Report.Times[time].Span.Start), last = at;
        if (at < sentence.FirstToken || at >= sentence.EndToken)
            return StoryStanding.Told;
        while (last + 1 < sentence.EndToken && tokens[last + 1].Span.End <= view.Report.Times[time].Span.End)
            last++;
        // The head of the words of the time.
        for (int i = at; i <= last; i++)
        {
            if (tokens[i].Head < at || tokens[i].Head > last)
            {
                at = i;
                break;
            }
        }
        StoryStanding standing = StoryStanding.Told;
        bool reached = false;
        for (int steps = 0; steps < LongestPath; steps++)
        {
            Token token = tokens[at];
            if (token.Xpos.StartsWith("VB", StringComparison.Ordinal) && !reached)
            {
                reached = true;
                if ((ClauseFinder.IsSaying(token.Lemma) || s_speaking.Contains(token.Lemma)) && token.Lemma is not ("show" or "agree" or "know" or "believe" or "fear" or "hope"))
                    return StoryStanding.Speech;
            }
            int head = token.Head;
            if (head < sentence.FirstToken || head >= sentence.EndToken)
                return standing;
            string relation = token.Relation;
            if (relation.StartsWith("acl", StringComparison.Ordinal) || relation == "appos")
            {
                if (s_words.Contains(tokens[head].Lemma))
                    return StoryStanding.Speech;
                if (!IsSubject(tokens[head]) || view.MentionsOf(sentence.Index).Any(mention => view.Report.Mentions[mention].HeadSpan.Overlaps(tokens[head].Span)))
                    return StoryStanding.Reference;
                standing = StoryStanding.Beside;
            }
            else if (!reached && relation.Split(':')[0] is "nmod" or "compound" or "amod" or "nummod" or "obl" && tokens[head].Tag is Upos.Noun or Upos.Propn)
            {
                if (s_words.Contains(tokens[head].Lemma))
                    return StoryStanding.Speech;
                if (!IsSubject(tokens[head]) && IsReferredTo(tokens, sentence, head))
                    return StoryStanding.Reference;
            }
            else if (relation.StartsWith("advcl", StringComparison.Ordinal))
            {
                string mark = MarkOf(tokens, sentence, at);
                if (mark is "if" or "though" or "although" or "because" or "since" or "unless" or "until" or "than" or "whereas")
                    return StoryStanding.Reference;
                standing = mark is "when" or "as" or "while" || token.Xpos == "VBG" ? standing : StoryStanding.Beside;
            }
            at = head;
        }
        return standing;
    }

    /// <summary>
    /// Whether the token stands in what <paramref name="verb"/> only speaks of or contrasts with, or inside a phrase that names something by its date: "accused the army of
    /// killing them in 2009", "ignored a 2019 report". Such a time says nothing of when the verb's own deed was.
    /// </summary>
    public static bool IsOfContent(ClauseModel model, int at, VerbGroup verb)
    {
        ClauseTree tree = model.Tree;
        int steps = 0;
        for (int i = at; i >= 0 && i != verb.Head && steps < LongestPath; i = tree.Head(i), steps++)
        {
            int head = tree.Head(i);
            if (head < 0)
                return false;
            bool clause = tree.Plain(i) is "ccomp" or "xcomp" || (tree.Plain(i) == "acl")
                || (tree.Plain(i) == "advcl" && (HasMark(model, i, "though", "although", "because", "since", "if", "while", "whereas", "of", "for", "to") || model.Sentence.Lower(i - 1) == "to"));
            if (clause && tree.IsUnder(head, verb.Head))
                return true;
        }
        return false;
    }

    private static bool HasMark(ClauseModel model, int clause, params ReadOnlySpan<string> words)
    {
        foreach (int child in model.Tree.Children(clause))
        {
            if (child < clause && model.Tree.Plain(child) is "mark" or "case" && words.Contains(model.Sentence.Lower(child)))
                return true;
        }
        return false;
    }

    private static bool IsSubject(Token token) => token.Relation.StartsWith("nsubj", StringComparison.Ordinal) || token.Relation == "root";

    private static bool IsReferredTo(IReadOnlyList<Token> tokens, Sentence sentence, int noun)
    {
        for (int i = sentence.FirstToken; i < noun; i++)
        {
            if (tokens[i].Head == noun && tokens[i].Relation == "case" && s_referring.Contains(tokens[i].Lower))
                return true;
        }
        return false;
    }

    private static string MarkOf(IReadOnlyList<Token> tokens, Sentence sentence, int clause)
    {
        for (int i = sentence.FirstToken; i < clause; i++)
        {
            if (tokens[i].Head == clause && (tokens[i].Relation == "mark" || (tokens[i].Relation == "advmod" && tokens[i].Lower == "when")))
                return tokens[i].Lower;
        }
        return "";
    }
}
