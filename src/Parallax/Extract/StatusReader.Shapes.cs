using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>The shapes of clauses by which their standing is told: conditions, ranks, questions, works of fiction.</summary>
internal sealed partial class StatusReader
{
    // Works and games that tell what never happened.
    private static readonly HashSet<string> s_works = new(StringComparer.Ordinal)
    {
        "film", "movie", "novel", "play", "thriller", "drama", "musical", "opera", "sitcom", "comedy", "tale", "fable", "game", "videogame", "miniseries", "comic", "exercise", "simulation", "scenario", "war-game", "wargame", "sequel",
    };

    private static readonly HashSet<string> s_telling = new(StringComparer.Ordinal)
    {
        "tell", "depict", "follow", "portray", "recount", "imagine", "let", "begin", "open", "end", "feature", "centre", "center", "revolve", "envisage", "envision", "simulate", "assume", "narrate", "chronicle", "star",
    };

    /// <summary>"the anniversary of the day when the ferry sank", "commemorated those who were killed".</summary>
    private static bool IsCommemorated(SentenceView s, VerbGroup verb)
    {
        if (verb.Kind is not (ClauseKind.Relative or ClauseKind.ReducedRelative) && !(verb.Kind == ClauseKind.Subordinate && verb.Marker >= 0 && s.Lower(verb.Marker) is "when" or "that"))
            return false;
        for (int i = verb.First - 1; i >= 0; i--)
        {
            if (IsCommemoration(s.Lemma(i)) && !(s.Tag(i) == Upos.Noun && s.Lower(i + 1) != "of"))
                return true;
        }
        return false;
    }

    /// <summary>"In the film, gunmen seize a ship", "the novel tells of a boy who shoots his father": the present in which a work is retold.</summary>
    private static bool InFiction(ClauseModel model, VerbGroup verb)
    {
        if (verb.Past)
            return false;
        SentenceView s = model.Sentence;
        foreach (NounPhrase noun in model.Nouns)
        {
            if (!s_works.Contains(s.Lemma(noun.Head)))
                continue;
            if (noun.Preposition == 0 && s.Lower(0) == "in" && noun.First < verb.First)
                return true;
            if (model.Verbs.Any(v => v != verb && v.Finite && v.First < verb.First && v.Subjects.Contains(noun) && !v.Past && (s_telling.Contains(s.Lemma(v.Head)) || (v.Passive && s.Lemma(v.Head) == "set"))))
                return true;
        }
        return false;
    }

    /// <summary>"questions about whether the allies will stand by them": the word may stand before another that marks the clause.</summary>
    private static bool IsWhether(SentenceView s, VerbGroup verb)
    {
        for (int i = Math.Min(verb.ClauseFirst, verb.First); i < verb.First; i++)
        {
            if (s.Lower(i) == "whether")
                return true;
        }
        return false;
    }

    /// <summary>Whether the clause opens with a condition, or hangs under one.</summary>
    private static bool IsConditional(SentenceView s, VerbGroup verb) =>
        IsWhether(s, verb) || verb.Marker >= 0 && (s.Lower(verb.Marker) is "if" or "unless" or "whether" or "lest" || (s.Lower(verb.Marker) is "as" or "case" or "once" or "until" && verb.Modal is null && !verb.Past && !verb.Perfect && !verb.Progressive && s.Lower(verb.Marker) != "as"));

    /// <summary>"the second journalist to be killed", "the latest town to be shelled": one of a row that already is.</summary>
    private static bool IsRanked(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        int to = verb.First;
        NounPhrase? ranked = model.Nouns.LastOrDefault(phrase => phrase.End == to && s.Lower(phrase.First) is "the" or "its" or "their");
        for (int i = ranked?.First ?? to; i < to; i++)
        {
            if (s.Lower(i) is "first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth" or "latest" or "last" or "youngest" or "oldest")
                return verb.Subjects.Count == 0 || verb.Modal is null && model.Verbs.FirstOrDefault(v => v.Head == model.Tree.Head(ranked!.Head) || v.Objects.Contains(ranked)) is not { Modal: not null };
        }
        return false;
    }

    /// <summary>The clause that says who was the first or only one to do it; null where none does.</summary>
    private static VerbGroup? FirstOf(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        if (model.Nouns.LastOrDefault(phrase => phrase.End == verb.First) is not { } ranked || s.Lower(ranked.First) is not ("the" or "its" or "their" or "only" or "first"))
            return null;
        for (int i = ranked.First; i < ranked.End; i++)
        {
            if (s.Lower(i) is "first" or "second" or "third" or "fourth" or "fifth" or "only" or "sole" or "latest" or "last" or "youngest" or "oldest")
                return model.Verbs.LastOrDefault(v => v.First < ranked.First && v.End <= ranked.First && s.Lemma(v.Head) is "be" or "become" or "remain" && (v.Objects.Contains(ranked) || model.Tree.Head(v.Head) == ranked.Head || v.End == ranked.First));
        }
        return null;
    }

    private static bool IsPastBeing(ClauseModel model, int able) =>
        model.Verbs.LastOrDefault(v => v.First < able && able - v.Head <= 3 && model.Sentence.Lemma(v.Head) == "be") is { Past: true, Negated: false, Modal: null } or { Perfect: true, Negated: false, Modal: null }
        || (model.Sentence.Lower(able - 1) is "was" or "were" or "been" && model.Sentence.Lower(able - 2) is not ("if" or "not" or "never"));

    /// <summary>"Had the guards not shut the gate, …", "Were Bolivia to expel him, …".</summary>
    private static bool IsInverted(SentenceView s, VerbGroup verb)
    {
        int at = 0;
        while (at < verb.First && s.Tag(at) == Upos.Punct)
            at++;
        if (at >= verb.First || s.Lower(at) is not ("had" or "were" or "should"))
            return false;
        for (int i = at + 1; i < verb.First; i++)
        {
            if (s.Lower(i) == ",")
                return false;
        }
        return true;
    }

    private static bool IsRefusing(string lemma) => lemma is "reject" or "protest" or "refuse" or "deny" or "ban" or "oppose" or "prohibit" or "prevent" or "condemn" or "denounce" or "dismiss" or "forbid" or "stop" or "block" or "bar" or "suspend" or "halt" or "lift" or "end" or "rule" or "exclude";

    /// <summary>"was not the only one defending him": he defended him.</summary>
    private static bool IsNotOnly(SentenceView s, VerbGroup verb)
    {
        for (int i = Math.Min(verb.ClauseFirst, verb.First); i < verb.Head; i++)
        {
            // "was not wrongfully imprisoned": how, not whether.
            if (s.Lower(i) is "not" or "n't" or "n’t" && i + 2 == verb.Head && s.Lower(i + 1) is "wrongfully" or "unlawfully" or "illegally" or "deliberately" or "intentionally" or "accidentally" or "merely" or "only" or "just" or "simply" or "solely" or "wrongly" or "unfairly")
                return true;
            if (s.Lower(i) is "not" or "n't" or "n’t" && s.Lower(i + 1) is "the" or "his" or "her" or "its" or "their" && s.Lower(i + 2) is "only" or "first" or "last" or "sole")
                return true;
        }
        return false;
    }

    private static bool HasFuture(SentenceView s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lower(i) is "will" or "shall" or "'ll" or "’ll" && s.Tag(i) == Upos.Aux)
                return true;
        }
        return false;
    }

    private static bool IsAlsoSaying(ClauseModel model, VerbGroup verb, VerbGroup claiming)
    {
        SentenceView s = model.Sentence;
        if (s.Lower(verb.First - 1) is not ("and" or "but" or "then") || model.Tree.Plain(verb.Head) != "conj" || verb.Past != claiming.Past || verb.Modal is not null || verb.Perfect)
            return false;
        return ClauseFinder.IsSaying(s.Lemma(verb.Head)) || s.Lemma(verb.Head) is "accuse" or "blame" or "call" or "urge" or "vow" or "demand" or "warn" or "condemn" or "denounce" or "criticise" or "criticize" or "threaten" or "promise" or "pledge" or "praise" or "ask" or "appeal" or "reject";
    }

    private static bool IsHowMany(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.Governor!.End; i < verb.First; i++)
        {
            if (s.Lower(i) == "how" && s.Lower(i + 1) is "many" or "much")
                return true;
        }
        return false;
    }
}
