using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Reads who tells what a relative clause or a participle holds: "girls who fighters said were killed", "a video purporting to show men being shot".</summary>
internal static class TellersWithin
{
    // Steps up the tree that are looked at; a damaged tree has no end.
    private const int LongestPath = 14;

    private static readonly HashSet<string> s_opinions = new(StringComparer.Ordinal) { "claim", "allege", "believe", "think", "suspect", "assert", "maintain", "insist", "contend" };

    private static readonly HashSet<string> s_showing = new(StringComparer.Ordinal) { "show", "depict", "reveal", "prove", "portray", "feature", "capture", "document", "demonstrate", "picture", "record" };

    private static readonly HashSet<string> s_seeming = new(StringComparer.Ordinal) { "purport", "claim", "appear", "seem", "profess" };

    private static readonly HashSet<string> s_releasing = new(StringComparer.Ordinal) { "release", "publish", "post", "issue", "air", "broadcast", "share", "distribute", "upload", "circulate", "show", "tweet", "disseminate" };

    /// <summary>The standing that such words give what stands at <paramref name="at"/>; null where there are none.</summary>
    public static ClauseStatus? Read(ClauseModel model, int at)
    {
        if (SayingOver(model, at) is { } saying)
            return new(ClaimStatus.Alleged, model.Sentence.Lemma(saying.Head));
        return Showing(model, at) is { } showing ? new(ClaimStatus.Alleged, model.Sentence.Lemma(showing)) : null;
    }

    /// <summary>Who tells it, as a link of its chain; null where nobody is named.</summary>
    public static AttributionLink? LinkOf(ClauseModel model, int at)
    {
        SentenceView s = model.Sentence;
        NounPhrase? teller = SayingOver(model, at) is { } saying ? Teller(s, saying) : Showing(model, at) is { } showing ? Releasing(model, showing) : null;
        if (teller is null)
            return null;
        TextSpan span = s.SpanOf(teller.First, teller.End);
        return new AttributionLink(AttributionKind.Speaker, span.Of(s.Report.Report.Text), ActorLookup.ActorOf(s, teller), span);
    }

    /// <summary>The same for any word below such a clause: "who villagers said were killed by shelling".</summary>
    private static VerbGroup? SayingOver(ClauseModel model, int at)
    {
        for (int steps = 0; at >= 0 && steps < LongestPath; at = model.Tree.Head(at), steps++)
        {
            VerbGroup? verb = null;
            foreach (VerbGroup group in model.Verbs)
            {
                if (group.Head == at)
                    verb = group;
            }
            if (verb is null)
                continue;
            if (Saying(model, verb) is { } saying)
                return saying;
            if (verb.Kind is ClauseKind.Main or ClauseKind.Relative)
                return null;
        }
        return null;
    }

    /// <summary>The verb of saying that stands between the relative pronoun and the clause; null where none does.</summary>
    private static VerbGroup? Saying(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        VerbGroup? saying = verb switch
        {
            { Kind: ClauseKind.Complement, Governor: { Kind: ClauseKind.Relative, Negated: false, Modal: null } over } => over,
            { Kind: ClauseKind.Relative } => model.Verbs.LastOrDefault(v => v.Kind == ClauseKind.Relative && v is { Negated: false, Modal: null } && v.End <= verb.First && verb.First - v.End <= 1 && model.Tree.Head(v.Head) == model.Tree.Head(verb.Head)),
            _ => null,
        };
        if (saying is null || saying.Objects.Count > 0 && saying.Objects[^1].First > saying.End || !(ClauseFinder.IsSaying(s.Lemma(saying.Head)) || s_opinions.Contains(s.Lemma(saying.Head))))
            return null;
        if (Teller(s, saying) is not { First: > 0 })
            return null;
        // "that" behind the verb of saying makes an ordinary report, in which the pronoun is the one who speaks.
        return s.Lower(saying.End) == "that" || s.Lower(verb.First - 1) == "that" ? null : saying;
    }

    /// <summary>Who says it stands between the pronoun and the verb: "who fighters said", "children the president said".</summary>
    private static NounPhrase? Teller(SentenceView s, VerbGroup saying) =>
        saying.Subjects.LastOrDefault(np => np.End <= saying.First && s.Lower(np.Head) is not ("who" or "which" or "that" or "whom"));

    /// <summary>The word by which a picture only seems to show what stands at <paramref name="at"/>; null where none does.</summary>
    private static int? Showing(ClauseModel model, int at)
    {
        SentenceView s = model.Sentence;
        for (int steps = 0; at >= 0 && steps < LongestPath; at = model.Tree.Head(at), steps++)
        {
            if (steps > 0 && at > 1 && s_showing.Contains(s.Lemma(at)) && s.Lower(at - 1) == "to" && s_seeming.Contains(s.Lemma(at - 2)))
                return at - 2;
            if (model.Tree.Head(at) is >= 0 and int over && s_showing.Contains(s.Lemma(at)) && model.Tree.Plain(at) is "xcomp" or "ccomp" && s_seeming.Contains(s.Lemma(over)) && steps > 0)
                return over;
        }
        return null;
    }

    /// <summary>Those who put out what seems to show it: "the group released a video purporting to show".</summary>
    private static NounPhrase? Releasing(ClauseModel model, int seeming)
    {
        SentenceView s = model.Sentence;
        VerbGroup? release = model.Verbs.LastOrDefault(v => v.First < seeming && !v.Passive && s_releasing.Contains(s.Lemma(v.Head)) && v.Subjects.Count > 0);
        if (release is not null)
            return release.Subjects[^1];
        VerbGroup? released = model.Verbs.LastOrDefault(v => v.First < seeming && v.Passive && s_releasing.Contains(s.Lemma(v.Head)));
        return released?.Prepositional.FirstOrDefault(np => s.Lower(np.Preposition) == "by" && np.First < seeming);
    }
}
