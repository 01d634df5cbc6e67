using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>Reads the standing of a clause off its verb, the words that govern it and the words beside it.</summary>
internal sealed class StatusReader
{
    // No sentence nests deeper than this in earnest; a longer chain is damage.
    private const int DeepestChain = 8;

    private readonly Dictionary<string, string> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _adjectives = new(StringComparer.Ordinal);
    private readonly List<(string Effect, string[] Words)> _cues = [];

    public StatusReader(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("status-governors").Rows)
        {
            Dictionary<string, string> table = row[0] switch { "v" => _verbs, "n" => _nouns, _ => _adjectives };
            foreach (string lemma in row[2].Split(' '))
                table.TryAdd(lemma, row[1]);
        }
        foreach (string[] row in data.Lexicon("status-cues").Rows)
            _cues.Add((row[0], row[1].Split(' ')));
    }

    /// <summary>What the clause of <paramref name="verb"/> says by itself; null where it asserts nothing at all: a habit, a question, a purpose.</summary>
    public ClauseStatus Read(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        ClauseStatus status = new(ClaimStatus.Happened, "");
        if (s.Count > 0 && Ends(s, "?"))
            return ClauseStatus.Nothing("question");
        VerbGroup? current = verb;
        for (int depth = 0; current is not null && depth < DeepestChain; depth++)
        {
            status = status.Under(Own(s, current, depth == 0));
            (ClauseStatus by, VerbGroup? next) = Governed(model, current);
            status = status.Under(by);
            current = next;
        }
        return status.Under(Cues(model, verb));
    }

    /// <summary>Whether the clause opens with a condition, or hangs under one.</summary>
    private static bool IsConditional(SentenceView s, VerbGroup verb) =>
        verb.Marker >= 0 && (s.Lower(verb.Marker) is "if" or "unless" or "whether" or "lest" || (s.Lower(verb.Marker) is "as" or "case" or "once" or "until" && verb.Modal is null && !verb.Past && !verb.Perfect && !verb.Progressive && s.Lower(verb.Marker) != "as"));

    private static ClauseStatus Own(SentenceView s, VerbGroup verb, bool own)
    {
        if (IsConditional(s, verb))
            return new(ClaimStatus.Hypothetical, "if");
        bool none = verb.Subjects.Count > 0 && s.Lower(verb.Subjects[^1].First) is "no" or "none" or "nobody" or "neither" or "nothing";
        bool noObject = own && verb.Objects.Count > 0 && s.Lower(verb.Objects[0].First) is "no" or "neither";
        if (verb.Marker >= 0 && s.Lower(verb.Marker) == "without")
            return new(ClaimStatus.Denied, "without");
        if (own && !verb.Negated && verb.Objects.Count > 0 && s.Lower(verb.Objects[0].First) == "any")
            return new(ClaimStatus.Hypothetical, "any");
        switch (verb.Modal)
        {
            case "will" or "shall":
                return new(verb.Negated || none ? ClaimStatus.Denied : verb.Perfect ? ClaimStatus.Hypothetical : ClaimStatus.Planned, verb.Negated ? "will not" : "will");
            case "would":
                return new(InPastReport(s, verb) && !verb.Negated ? ClaimStatus.Planned : ClaimStatus.Hypothetical, "would");
            case not null:
                return new(ClaimStatus.Hypothetical, verb.Modal);
            default:
                break;
        }
        // "announced it was sending more troops": such a progress is a plan, as English has it.
        if (verb is { Progressive: true, Past: true, Negated: false, Passive: false } && verb.Kind == ClauseKind.Complement && verb.Governor is { } announcing && s.Lemma(announcing.Head) is "announce" or "say" or "confirm"
            && s.Lemma(verb.Head) is "send" or "deploy" or "dispatch" or "withdraw" or "pull" or "recall" or "impose" or "close" or "expel" or "suspend" or "leave")
            return new(ClaimStatus.Planned, "was " + s.Lower(verb.Head));
        if (verb.Negated || none || noObject)
            return new(ClaimStatus.Denied, "not");
        return new(ClaimStatus.Happened, "");
    }

    /// <summary>"said it would send": the future of a past report, not a condition.</summary>
    private static bool InPastReport(SentenceView s, VerbGroup verb) =>
        verb.Kind == ClauseKind.Complement && verb.Governor is { } governor && (governor.Past || governor.Perfect)
        && s.Lemma(governor.Head) is "say" or "announce" or "confirm" or "promise" or "vow" or "pledge" or "agree" or "decide" or "add" or "declare";

    private (ClauseStatus Status, VerbGroup? Next) Governed(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        // "the deal that X left a year ago": a past clause behind a plan is a relative one.
        bool told = verb is { Kind: ClauseKind.Complement, Past: true, Modal: null };
        if (!told && verb.GovernorNoun >= 0 && verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement && _nouns.TryGetValue(s.Lemma(verb.GovernorNoun), out string? byNoun))
            return (Effect(byNoun, s.Lemma(verb.GovernorNoun)), null);
        if (verb.Kind == ClauseKind.Infinitive)
        {
            int before = verb.First - 1;
            while (before > 0 && s.Tag(before) is Upos.Adv)
                before--;
            if (s.Tag(before) is Upos.Adj or Upos.Verb && _adjectives.TryGetValue(s.Lower(before), out string? byAdjective))
                return (Effect(byAdjective, s.Lower(before)), null);
        }
        if (verb.Governor is not { } governor)
            return (verb.Kind == ClauseKind.Infinitive ? ClauseStatus.Nothing("purpose") : ClauseStatus.Plain, null);
        string lemma = s.Lemma(governor.Head);
        bool effectful = verb.Kind is ClauseKind.Infinitive or ClauseKind.Complement || (verb.Kind == ClauseKind.Gerund && verb.Marker < 0 && s.Tag(verb.First - 1) is Upos.Verb)
            || (verb.Kind == ClauseKind.Gerund && verb.Marker >= 0 && s.Lower(verb.Marker) is "of" or "for" or "from" or "with" or "against" or "to" or "about" or "over" or "on");
        if (!effectful)
            return (ClauseStatus.Plain, null);
        if (verb.Kind == ClauseKind.Infinitive && governor.Passive && lemma is "expect" or "schedule" or "plan" or "set" or "due")
            return (new(ClaimStatus.Planned, lemma), null);
        if (verb.Kind == ClauseKind.Infinitive && lemma is "expect" or "need")
            return (new(lemma == "expect" ? ClaimStatus.Planned : ClaimStatus.Hypothetical, lemma), governor);
        if (lemma == "report" && !governor.Passive)
            return (ClauseStatus.Plain, null);
        if (_verbs.TryGetValue(lemma, out string? effect) && !(lemma == "rule" && s.Lower(governor.Head + 1) != "out"))
        {
            bool denies = effect == "denied";
            // "did not deny that", "failed to" negated: nothing sure is said.
            if (denies && governor.Negated)
                return (new(ClaimStatus.Hypothetical, "not " + lemma), null);
            if (effect == "alleged" && verb.Kind == ClauseKind.Infinitive && lemma is not ("believe" or "think" or "report" or "say" or "suspect" or "allege" or "appear" or "seem" or "claim" or "deem" or "presume"))
                return (ClauseStatus.Plain, governor);
            return (Effect(effect, lemma), effect is "happened" ? governor : null);
        }
        if (verb.Kind == ClauseKind.Infinitive)
            return lemma == "be" ? (new(ClaimStatus.Hypothetical, "be to"), null) : (ClauseStatus.Nothing("purpose"), null);
        if (verb.Kind == ClauseKind.Gerund && lemma is "accuse" or "blame" or "charge" or "suspect" or "indict")
            return (new(ClaimStatus.Alleged, lemma), null);
        // What is said stands as it is said; a negated, planned or supposed saying says nothing.
        if (verb.Kind == ClauseKind.Complement && (governor.Negated || governor.Modal is not null))
            return (new(ClaimStatus.Hypothetical, "not said"), null);
        return (ClauseStatus.Plain, verb.Kind == ClauseKind.Complement && ClauseFinder.IsSaying(lemma) ? null : governor.Kind == ClauseKind.Complement ? governor : null);
    }

    private static ClauseStatus Effect(string effect, string by) => effect switch
    {
        "planned" => new(ClaimStatus.Planned, by),
        "hypothetical" => new(ClaimStatus.Hypothetical, by),
        "denied" => new(ClaimStatus.Denied, by),
        "alleged" => new(ClaimStatus.Alleged, by),
        "attempt" => new(ClaimStatus.Happened, by) { Attempt = true },
        _ => ClauseStatus.Plain,
    };

    private ClauseStatus Cues(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        ClauseStatus status = verb.Passive && s.Lemma(verb.Head) is "fear" or "believe" or "presume" or "think" or "suspect" ? new(ClaimStatus.Alleged, s.Lemma(verb.Head)) : ClauseStatus.Plain;
        foreach ((string effect, string[] words) in _cues)
        {
            int from = effect == "background" ? 0 : verb.ClauseFirst, to = effect == "background" ? s.Count : verb.ClauseEnd;
            for (int i = from; i + words.Length <= to; i++)
            {
                if (!s.Matches(i, words) || (s.Quoted[i] && !s.Quoted[verb.Head]))
                    continue;
                status = status.Under(effect switch
                {
                    "habitual" when !verb.Past => ClauseStatus.Nothing("habit"),
                    "background" => new(ClaimStatus.Background, string.Join(' ', words)),
                    "habitual" => ClauseStatus.Plain,
                    _ => Effect(effect, words[0]),
                });
                break;
            }
        }
        return status;
    }

    private static bool Ends(SentenceView s, string mark)
    {
        for (int i = s.Count - 1; i >= 0 && s.Tag(i) == Upos.Punct; i--)
        {
            if (s[i].Text.Contains(mark, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>The effect of a noun on what it governs, for nominal events: "plans for a march".</summary>
    public ClauseStatus UnderNoun(string lemma) => _nouns.TryGetValue(lemma, out string? effect) ? Effect(effect, lemma) : ClauseStatus.Plain;

    /// <summary>The effect of a verb on its object, for nominal events: "planned a march", "called for a strike".</summary>
    public ClauseStatus UnderVerb(string lemma) => _verbs.TryGetValue(lemma, out string? effect) ? Effect(effect, lemma) : ClauseStatus.Plain;
}

/// <summary>The standing of a clause while it is being read.</summary>
/// <param name="Status">The standing.</param>
/// <param name="By">The word that decided it; empty for a plain statement.</param>
internal readonly record struct ClauseStatus(ClaimStatus Status, string By)
{
    /// <summary>A plain assertion.</summary>
    public static ClauseStatus Plain => new(ClaimStatus.Happened, "");

    /// <summary>Whether it was only attempted.</summary>
    public bool Attempt { get; init; }

    /// <summary>Whether nothing is asserted.</summary>
    public bool IsNothing { get; init; }

    /// <summary>No assertion, because of <paramref name="why"/>.</summary>
    public static ClauseStatus Nothing(string why) => new(ClaimStatus.Hypothetical, why) { IsNothing = true };

    /// <summary>This standing under a governing one: the weaker wins; a denied plan is no event either way.</summary>
    public ClauseStatus Under(ClauseStatus outer)
    {
        if (IsNothing || outer.IsNothing)
            return Nothing(IsNothing ? By : outer.By);
        if (outer.Status == ClaimStatus.Happened)
            return outer.Attempt ? this with { Attempt = true } : this;
        if (Status == ClaimStatus.Happened || Rank(outer.Status) > Rank(Status))
            return outer with { Attempt = Attempt || outer.Attempt };
        return this;
    }

    private static int Rank(ClaimStatus status) => status switch
    {
        ClaimStatus.Happened => 0,
        ClaimStatus.Background => 1,
        ClaimStatus.Alleged => 2,
        ClaimStatus.Planned => 3,
        ClaimStatus.Denied => 4,
        _ => 5,
    };
}
