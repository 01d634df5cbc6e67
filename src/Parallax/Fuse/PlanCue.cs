using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>A sentence that says that something planned will not be, or will be later.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="IsPostponed">Whether it is put off, not given up.</param>
/// <param name="Words">The content words of the sentence.</param>
/// <param name="Lemmas">All its lemmas; "march" is a month and no content word; "meeting" stands as "meet", too.</param>
internal sealed record PlanCue(int Sentence, bool IsPostponed, IReadOnlySet<string> Words, IReadOnlySet<string> Lemmas)
{
    private const int Reach = 4;

    // Words by which somebody does not come; what was planned may be held without them.
    private static readonly HashSet<string> Absences = new(["not attend", "not turn up", "not show up", "fail to appear", "fail to attend", "pull out of", "stay away", "send regret", "send apology"], StringComparer.Ordinal);

    /// <summary>Whether only somebody's coming is given up.</summary>
    public bool IsAbsence { get; init; }

    /// <summary>Whether somebody gives up what is theirs, as one cancels a trip.</summary>
    public bool IsOfPerson { get; init; }

    // General English for plans that come to nothing or are moved; each is a sequence of lemmas, read over at most a word or two in between.
    private static readonly (string[] Lemmas, bool Postponed)[] Phrases =
    [
        (["abandon"], false), (["call", "off"], false), (["cancel"], false), (["not", "go", "ahead"], false), (["not", "take", "place"], false),
        (["scrap"], false), (["shelve"], false), (["not", "attend"], false), (["not", "turn", "up"], false), (["not", "show", "up"], false), (["fail", "to", "appear"], false),
        (["fail", "to", "attend"], false), (["pull", "out", "of"], false), (["stay", "away"], false), (["send", "regret"], false), (["send", "apology"], false), (["delay"], true), (["postpone"], true), (["push", "back"], true), (["put", "back"], true),
        (["put", "off"], true), (["reschedule"], true),
    ];

    private static readonly HashSet<string> Doubt = new(
        ["if", "unless", "may", "might", "could", "should", "whether", "not", "n't", "n\u2019t", "never", "deny", "denied", "threaten", "threatened", "urge", "urged", "demand", "demanded", "refuse", "refused"],
        StringComparer.Ordinal);

    /// <summary>The sentences of <paramref name="report"/> that say so.</summary>
    public static IReadOnlyList<PlanCue> Of(ReportInFusion report, ClusterContext context)
    {
        List<PlanCue> cues = [];
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        foreach (Sentence sentence in report.Annotated.Sentences)
        {
            foreach ((string[] lemmas, bool postponed) in Phrases)
            {
                if (FindIn(tokens, sentence, lemmas) is not (>= 0 and int at) || IsDoubted(tokens, sentence, at))
                    continue;
                cues.Add(new PlanCue(sentence.Index, postponed, new HashSet<string>(context.ContentOf(report, sentence.Span), StringComparer.Ordinal),
                    new HashSet<string>(Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).SelectMany(i => new[] { tokens[i].Lemma, context.Senses.StemOf(tokens[i].Lemma) }), StringComparer.Ordinal))
                {
                    IsAbsence = Absences.Contains(string.Join(' ', lemmas)),
                    IsOfPerson = Absences.Contains(string.Join(' ', lemmas)) || (!postponed && lemmas[0] is "cancel" or "call" or "abandon" or "scrap"),
                });
                break;
            }
        }
        return cues;
    }

    private static int FindIn(IReadOnlyList<Token> tokens, Sentence sentence, string[] lemmas)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (!Is(tokens[i], lemmas[0]) || (lemmas.Length == 1 && tokens[i].Tag != Upos.Verb))
                continue;
            int next = 1;
            for (int j = i + 1; j < sentence.EndToken && j <= i + Reach && next < lemmas.Length; j++)
                next += Is(tokens[j], lemmas[next]) ? 1 : 0;
            if (next == lemmas.Length)
                return i;
        }
        return -1;
    }

    private static bool Is(Token token, string lemma) => string.Equals(token.Lemma, lemma, StringComparison.Ordinal) || string.Equals(token.Lower, lemma, StringComparison.Ordinal);

    private static bool IsDoubted(IReadOnlyList<Token> tokens, Sentence sentence, int at)
    {
        for (int i = Math.Max(sentence.FirstToken, at - Reach); i < at; i++)
        {
            if (Doubt.Contains(tokens[i].Lower))
                return true;
        }
        return tokens[sentence.FirstToken].Lower is "if" or "unless";
    }
}
