using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Tells what a number counts, from the verb over it, the noun under it, or the word behind it.</summary>
internal sealed class FigureMeasures
{
    private readonly Dictionary<(string Word, string Place), Measure> _words = [];
    private readonly WordClasses _classes;

    public FigureMeasures(LanguageData data, WordClasses classes)
    {
        _classes = classes;
        foreach (string[] row in data.Lexicon("measures").Rows)
            _words[(row[0], row[1])] = Enum.Parse<Measure>(row[2], ignoreCase: true);
    }

    /// <summary>The measure of <paramref name="quantity"/>; null where nothing tells it. <paramref name="last"/> is the figure before it in the sentence, <paramref name="protest"/> tells whether a protest is spoken of here or just before.</summary>
    public MeasuredNumber? Measure(ClauseModel model, QuantityMention quantity, MeasuredNumber? last, bool protest)
    {
        SentenceView s = model.Sentence;
        int at = s.TokenAt(quantity.NumberSpan.Start);
        if (at >= s.Count || s.TimeAt[at] >= 0 && quantity.Kind is QuantityKind.Count or QuantityKind.Duration)
            return null;
        NounPhrase? phrase = model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End);
        return quantity.Kind switch
        {
            QuantityKind.Count => Counted(model, quantity, phrase, at, last, protest),
            QuantityKind.Percent => Share(model, quantity, phrase, at),
            QuantityKind.Money => Plain(model, quantity, phrase, at, Extract.Measure.Money),
            QuantityKind.Distance => Plain(model, quantity, phrase, at, Extract.Measure.Distance),
            QuantityKind.Area => Plain(model, quantity, phrase, at, Extract.Measure.Area),
            QuantityKind.Age when phrase is not null && s.Tag(phrase.Head) == Upos.Noun && IsHuman(s, phrase) => Plain(model, quantity, phrase, at, Extract.Measure.Age),
            QuantityKind.Duration when quantity.Span.Of(s.Report.Report.Text).Contains('-', StringComparison.Ordinal) && phrase is not null && s.Tag(phrase.Head) == Upos.Noun
                => Plain(model, quantity, phrase, at, Extract.Measure.Duration),
            _ => null,
        };
    }

    /// <summary>A claim of what the tree tells; <paramref name="shallow"/> is that of the clauses, which keeps its verb and words.</summary>
    public MeasuredNumber FromTree(ClauseModel model, QuantityMention quantity, TreeMeasure tree, MeasuredNumber? shallow)
    {
        if (shallow is not null)
            return shallow with { Term = tree.Term, Unit = tree.Unit, Measure = tree.Measure };
        SentenceView s = model.Sentence;
        int at = s.TokenAt(quantity.NumberSpan.Start), anchor = tree.Anchor - s.Sentence.FirstToken;
        NounPhrase? phrase = model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End);
        (TextSpan of, string text, int actor) = OfPhrase(model, quantity, phrase);
        VerbGroup? verb = model.Verbs.FirstOrDefault(v => v.Head == anchor) ?? ClauseAt(model, anchor) ?? ClauseAt(model, at);
        return new MeasuredNumber(tree.Measure, tree.Rule, s[anchor].Span, verb, of, text.Length == 0 ? "people" : text, actor, tree.Unit, phrase is null ? [] : FigureScopes.ScopeOf(model, quantity, phrase, verb, tree.Measure), FigureScopes.IsCumulative(model, verb, at)) { Term = tree.Term };
    }

    /// <summary>A claim of some of those that <paramref name="whole"/> counts.</summary>
    public MeasuredNumber Part(ClauseModel model, QuantityMention quantity, MeasuredNumber whole)
    {
        SentenceView s = model.Sentence;
        int at = s.TokenAt(quantity.NumberSpan.Start);
        (TextSpan of, string text, int actor) = OfPhrase(model, quantity, model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End));
        return whole with { Rule = "part", Of = of, OfText = text.Length == 0 ? "people" : text, OfActor = actor, Scope = WithPart(whole.Scope) };
    }

    /// <summary>A claim of others to whom the same happened as to those that <paramref name="other"/> counts.</summary>
    public MeasuredNumber Another(ClauseModel model, QuantityMention quantity, MeasuredNumber other)
    {
        SentenceView s = model.Sentence;
        int at = s.TokenAt(quantity.NumberSpan.Start);
        (TextSpan of, string text, int actor) = OfPhrase(model, quantity, model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End));
        return text.Length == 0 || text is "people" or "more" ? other with { Rule = "another", Of = of } : other with { Rule = "another", Of = of, OfText = text, OfActor = actor };
    }

    /// <summary>The scope with the mark of a part.</summary>
    public static IReadOnlyList<string> WithPart(IReadOnlyList<string> scope) =>
        scope.Contains("part", StringComparer.Ordinal) ? scope : [.. scope.Append("part").Order(StringComparer.Ordinal)];

    /// <summary>What a label such as "Killed:" says of the number under it; null where it says nothing of people.</summary>
    public Measure? OfLabel(Token token) =>
        (_words.TryGetValue((token.Lower, "a"), out Measure measure) || _words.TryGetValue((token.Lemma, "n"), out measure)) && measure is Extract.Measure.Killed or Extract.Measure.Injured or Extract.Measure.Missing or Extract.Measure.Displaced or Extract.Measure.Casualties or Extract.Measure.Detained
            ? measure : null;

    /// <summary>Whether the number counts people, or nothing that is named.</summary>
    public bool CountsPeople(ClauseModel model, QuantityMention quantity)
    {
        SentenceView s = model.Sentence;
        if (quantity.HeadToken < 0)
            return true;
        int at = s.TokenAt(quantity.NumberSpan.Start);
        return model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End) is not { } phrase || IsPeople(s, quantity, phrase, HeadLemma(s, quantity, phrase));
    }

    /// <summary>Whether the number may count people in a list of people: "150 security forces, 95 civilians".</summary>
    public bool MayBePeople(ClauseModel model, QuantityMention quantity)
    {
        string head = quantity.HeadToken >= model.Sentence.Sentence.FirstToken && quantity.HeadToken < model.Sentence.Sentence.EndToken ? model.Sentence.Lemma(quantity.HeadToken - model.Sentence.Sentence.FirstToken) : "";
        return CountsPeople(model, quantity) || _classes.Is("armed", head) || _classes.Is("many", head) || _classes.Is("doer", head);
    }

    /// <summary>Whether those counted are moved because of what they are: soldiers, prisoners, patients.</summary>
    public bool IsMovedByDuty(ClauseModel model, QuantityMention quantity)
    {
        SentenceView s = model.Sentence;
        int head = quantity.HeadToken - s.Sentence.FirstToken;
        return quantity.HeadToken >= 0 && head >= 0 && head < s.Count && (_classes.Is("soldier", s.Lemma(head)) || _classes.Is("police", s.Lemma(head)) || s.Lemma(head) is "member" && s.Lemma(head - 1) is "service" or "crew" or "staff"
            || s.Lemma(head) is "prisoner" or "inmate" or "detainee" or "suspect" or "patient" or "player" or "diplomat" or "student" or "animal");
    }

    private MeasuredNumber Plain(ClauseModel model, QuantityMention quantity, NounPhrase? phrase, int at, Measure measure)
    {
        (TextSpan of, string text, int actor) = OfPhrase(model, quantity, phrase);
        return new MeasuredNumber(measure, "unit", quantity.Span, ClauseAt(model, at), of, text, actor, quantity.Unit ?? "people", [], false);
    }

    private MeasuredNumber? Share(ClauseModel model, QuantityMention quantity, NounPhrase? phrase, int at)
    {
        SentenceView s = model.Sentence;
        for (int i = Math.Max(0, at - 8); i < Math.Min(s.Count, at + 9); i++)
        {
            Measure? measure = s.Lemma(i) switch
            {
                "turnout" => Extract.Measure.Turnout,
                "population" or "inhabitant" => Extract.Measure.Population,
                _ => null,
            };
            if (measure is not { } found)
                continue;
            (TextSpan of, string text, int actor) = OfPhrase(model, quantity, phrase);
            return new MeasuredNumber(found, s.Lemma(i), s[i].Span, ClauseAt(model, at), of, found == Extract.Measure.Turnout ? "voters" : text, actor, "percent", [], false);
        }
        return null;
    }

    private MeasuredNumber? Counted(ClauseModel model, QuantityMention quantity, NounPhrase? phrase, int at, MeasuredNumber? last, bool protest)
    {
        SentenceView s = model.Sentence;
        if (phrase is null || (phrase.Preposition > 0 && s.Lower(phrase.Preposition) is "including" or "by" or "among"))
            return null;
        string head = HeadLemma(s, quantity, phrase);
        bool people = IsPeople(s, quantity, phrase, head);
        (TextSpan of, string text, int actor) = OfPhrase(model, quantity, phrase);
        string unit = people ? "people" : _classes.Is("vehicle", head) ? "vehicle" : _classes.Is("weapon", head) ? "weapon" : head;
        MeasuredNumber Found(Measure measure, string rule, TextSpan word, VerbGroup? verb) =>
            new(measure, rule, word, verb, of, text, actor, unit, FigureScopes.ScopeOf(model, quantity, phrase, verb, measure), FigureScopes.IsCumulative(model, verb, at));

        if (TollMeasure(model, phrase, at) is { } toll)
            return Found(toll.Measure, "toll", s[toll.At].Span, ClauseAt(model, at)) with { Cumulative = true, Unit = "people", OfText = people ? text : "people" };
        if (CrowdSize(model, quantity, phrase, protest) is { } crowd)
            return Found(Extract.Measure.Participants, "crowd", s[crowd.Head].Span, crowd) with { Unit = "people", OfText = people ? BareOf(text) : "people" };
        if (!people && !_classes.Is("vehicle", head) && !_classes.Is("weapon", head) && !_words.ContainsKey((head, "n")) && !IsStrength(s, quantity))
            return AfterNumber(model, quantity, phrase, at) is { Measure: not Extract.Measure.Aboard } bare ? Found(bare.Measure, "after", s[bare.At].Span, bare.Verb) with { Unit = "people", OfText = BareOf(text) } : null;
        // "three of the seven people wounded have died": the participle is of the seven.
        bool some = quantity.HeadToken >= 0 && s.Lower(s.TokenAt(quantity.Span.End)) == "of" && FigurePatterns.IsWhole(s, s.TokenAt(quantity.Span.End) + 2);
        if (!some && AfterNumber(model, quantity, phrase, at) is { } after && people && !(after.Measure == Extract.Measure.Aboard && Governing(model, phrase) is { } harmed && _words.TryGetValue((s.Lemma(harmed.Verb.Head), harmed.Role), out Measure harm) && harm is Extract.Measure.Killed or Extract.Measure.Injured or Extract.Measure.Rescued))
            return Found(after.Measure, "after", s[after.At].Span, after.Verb);
        if (Governing(model, phrase, some) is { } governed)
        {
            (VerbGroup verb, string role) = governed;
            string lemma = s.Lemma(verb.Head);
            // "were shot dead", "are feared dead", "are missing".
            if (people && (verb.Passive || lemma is "be" or "remain") && PredicateAfter(s, verb) is { } predicate)
                return Found(predicate.Measure, "predicate", s[predicate.At].Span, verb);
            if (_words.TryGetValue((lemma, role), out Measure measure) && Fits(measure, head, people) && !(lemma == "claim" && head is not ("life" or "victim" or "fatality" or "casualty" or "dead")) && !(lemma == "hold" && s.Lower(verb.Head + 1) is "back" or "up" or "off"))
                return Found(measure == Extract.Measure.Troops && _classes.Is("police", head) && !_classes.Is("soldier", head) ? Extract.Measure.Police : measure, lemma, s[verb.Head].Span, verb);
            if (role == "vs" && people && lemma is "take" or "turn" or "join" && IsTakingPart(s, verb))
                return Found(Extract.Measure.Participants, lemma, s[verb.Head].Span, verb);
            if (_classes.Is("soldier", head) && lemma is "be" or "have" or "consist" or "comprise" or "include" or "number" or "station" or "wait" or "remain" && !(verb.Passive && lemma != "station"))
                return Found(Extract.Measure.Troops, "strength", s[verb.Head].Span, verb);
        }
        if (IsStrength(s, quantity))
            return Found(Extract.Measure.Troops, "strong", quantity.Span, null) with { Unit = "people" };
        // "a father of one of the captives" counts none of them.
        if (quantity is { Low: 1, High: 1 } && s.Lower(s.TokenAt(quantity.Span.End)) == "of" && s.Lower(s.TokenAt(quantity.Span.Start)) is "one" or "each" or "neither" or "either")
            return null;
        if (_words.TryGetValue((head, "n"), out Measure byNoun) && (byNoun != Extract.Measure.Participants || PartOfProtest(model, phrase)))
            return Found(byNoun, head, s[Math.Min(s.Count - 1, HeadIndex(s, quantity, phrase))].Span, ClauseAt(model, at)) with { Unit = "people" };
        if (last is not null && people && IsAddition(s, phrase))
            return last with { Of = of, OfText = text, OfActor = actor, Unit = unit };
        return null;
    }

    /// <summary>"Numbering in the thousands, protesters…", "put the crowd at 4,000", "estimated the turnout at 900": the verb that tells how many took part; null where none does.</summary>
    private VerbGroup? CrowdSize(ClauseModel model, QuantityMention quantity, NounPhrase phrase, bool protest)
    {
        SentenceView s = model.Sentence;
        if (quantity.Unit is not null)
            return null;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (!verb.Prepositional.Contains(phrase) && !verb.Objects.Contains(phrase))
                continue;
            string lemma = s.Lemma(verb.Head);
            if (lemma == "number" && verb.Kind == ClauseKind.Gerund && verb.Subjects.Any(np => _classes.Is("crowd", s.Lemma(np.Head)) || (protest && _classes.Is("people", s.Lemma(np.Head)))))
                return verb;
            if (lemma is "put" or "estimate" && phrase.Preposition >= 0 && s.Lower(phrase.Preposition) == "at"
                && verb.Objects.Any(np => s.Lemma(np.Head) is "crowd" or "attendance" || (protest && s.Lemma(np.Head) is "number" or "figure" or "turnout" or "size" or "participation")))
                return verb;
        }
        return null;
    }

    private bool IsHuman(SentenceView s, NounPhrase phrase) => _classes.Is("people", s.Lemma(phrase.Head));

    private (Measure Measure, int At)? PredicateAfter(SentenceView s, VerbGroup verb)
    {
        for (int i = verb.End; i < Math.Min(s.Count, verb.End + 3); i++)
        {
            if (_words.TryGetValue((s.Lower(i), "a"), out Measure measure))
                return (measure, i);
            if (s.Tag(i) is not (Upos.Adv or Upos.Adp or Upos.Verb or Upos.Part) || s.Lower(i) is "by" or "in")
                return null;
        }
        return null;
    }

    private static string BareOf(string text) => text.Length == 0 ? "people" : text;

    private bool Fits(Measure measure, string head, bool people)
    {
        return measure switch
        {
            Extract.Measure.Vehicles => _classes.Is("vehicle", head),
            Extract.Measure.Weapons => _classes.Is("weapon", head),
            Extract.Measure.Troops => _classes.Is("soldier", head) || _classes.Is("police", head),
            Extract.Measure.Participants => people,
            _ => people || _words.ContainsKey((head, "n")),
        };
    }

    private static bool IsTakingPart(SentenceView s, VerbGroup verb) =>
        s.Lower(verb.Head + 1) is "part" or "out" || s.Matches(verb.Head + 1, ["to", "the", "street"]) || s.Lemma(verb.Head) == "join" && Contains(s, "protest", "march", "rally", "demonstration", "strike");

    private static bool Contains(SentenceView s, params ReadOnlySpan<string> lemmas)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (lemmas.Contains(s.Lemma(i)))
                return true;
        }
        return false;
    }

    private static bool PartOfProtest(ClauseModel model, NounPhrase phrase)
    {
        SentenceView s = model.Sentence;
        return phrase.Preposition >= 0 && phrase.Preposition > 0 && s.Lemma(phrase.Preposition - 1) is "crowd" or "protest" or "rally" or "march" or "demonstration";
    }

    private static bool IsAddition(SentenceView s, NounPhrase phrase) =>
        phrase.Preposition > 0 && (s.Lower(phrase.Preposition) == "with" && s.Lower(phrase.Preposition - 1) is "along" or "together" || s.Lower(phrase.Preposition) is "as" or "plus" or "besides");

    internal static bool IsStrength(SentenceView s, QuantityMention quantity) => quantity.Span.Of(s.Report.Report.Text).EndsWith("-strong", StringComparison.Ordinal)
        || (s.TokenAt(quantity.NumberSpan.Start) is int at && at < s.Count && s.Lower(at).EndsWith("-strong", StringComparison.Ordinal));

    internal static int HeadIndex(SentenceView s, QuantityMention quantity, NounPhrase phrase) =>
        quantity.HeadToken >= s.Sentence.FirstToken && quantity.HeadToken < s.Sentence.EndToken ? quantity.HeadToken - s.Sentence.FirstToken : phrase.Head;

    private static string HeadLemma(SentenceView s, QuantityMention quantity, NounPhrase phrase) => s.Lemma(HeadIndex(s, quantity, phrase));

    private bool IsPeople(SentenceView s, QuantityMention quantity, NounPhrase phrase, string head)
    {
        if (_classes.Is("people", head) || _classes.Is("soldier", head) || _classes.Is("police", head) || _classes.Is("armed", head) || _classes.Is("rank", head) || head is "other" or "others" or "people" or "side" || s.Lower(HeadIndex(s, quantity, phrase)) == "people")
            return true;
        int mention = s.MentionAt[HeadIndex(s, quantity, phrase)];
        if (mention >= 0 && s.Report.Mentions[mention].Actor >= 0 && s.Report.Actors[s.Report.Mentions[mention].Actor].Kind is ActorKind.Group or ActorKind.Police or ActorKind.ArmedForce or ActorKind.Person)
            return true;
        // A bare number: "30 were injured", "dozens were hurt", "among them two Serbs".
        return quantity.HeadToken < 0 && s.Tag(phrase.Head) is Upos.Num or Upos.Noun && s.QuantityAt[phrase.Head] >= 0 || head is "one" or "nobody";
    }

    /// <summary>The verb over the phrase, and whether the phrase undergoes (vo) or does (vs) it.</summary>
    private static (VerbGroup Verb, string Role)? Governing(ClauseModel model, NounPhrase phrase, bool some = false)
    {
        SentenceView s = model.Sentence;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (verb.Objects.Contains(phrase) && !verb.Passive)
                return (verb, "vo");
        }
        // The verb nearest after its subject decides: "30 soldiers and 52 protesters were hurt".
        VerbGroup? best = null;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (verb.Subjects.Contains(phrase) && verb.Kind != ClauseKind.Relative && (best is null || (best.Kind == ClauseKind.ReducedRelative && (some || s.Lemma(best.Head) is not ("kill" or "injure" or "wound" or "arrest")))))
                best = verb;
        }
        best ??= model.Verbs.FirstOrDefault(verb => verb.Subjects.Contains(phrase));
        // "eight soldiers and five civilians were hurt": the verb may know only the nearer of its subjects.
        if (best is null && model.Nouns.FirstOrDefault(np => np.First == phrase.End + 1 && s.Lower(phrase.End) == "and") is { } joined)
            best = model.Verbs.FirstOrDefault(verb => verb.Subjects.Contains(joined) && verb.Kind is not ClauseKind.Relative && verb.Head >= joined.End);
        if (best is not null)
            return (best, best.Passive ? "vo" : "vs");
        foreach (VerbGroup verb in model.Verbs)
        {
            if (verb.Prepositional.Contains(phrase) && s.Lower(phrase.Preposition) == "of" && s.Lemma(verb.Head) is "consist" or "compose" or "make")
                return (verb, "vo");
        }
        return null;
    }

    /// <summary>The word right after the phrase: "30 troops hurt", "ten dead", "20 others seriously injured", "150 people on board".</summary>
    private (Measure Measure, int At, VerbGroup? Verb)? AfterNumber(ClauseModel model, QuantityMention quantity, NounPhrase phrase, int at)
    {
        SentenceView s = model.Sentence;
        int i = phrase.End;
        for (int inside = at + 1; inside < phrase.End; inside++)
        {
            if (_words.TryGetValue((s.Lower(inside), "a"), out Measure within) && inside == phrase.End - 1 && within != Extract.Measure.Hostages)
                return (within, inside, Leaving(model, phrase) ?? ClauseAt(model, at));
        }
        // "nine students and a guard dead": the word behind the list holds for all its members.
        // In "28 people shot and 10 people killed" the first have a word of their own.
        for (bool moved = HeadIndex(s, quantity, phrase) >= phrase.Head && !_words.ContainsKey((s.Lower(i), "a")); moved;)
        {
            moved = false;
            NounPhrase? next = model.Nouns.FirstOrDefault(np => np.JoinedTo is not null && np.First >= i && np.First <= i + 2 && np.JoinedTo.End <= i && np.JoinedTo.End >= i - 1);
            if (next is null || !(s.QuantityAt[next.First] >= 0 || s.Lower(next.First) is "a" or "an"))
                continue;
            (i, moved) = (next.End, true);
            if (_words.TryGetValue((s.Lower(i - 1), "a"), out Measure shared))
                return (shared, i - 1, Leaving(model, phrase) ?? ClauseAt(model, at));
        }
        int limit = Math.Min(s.Count, i + 3);
        for (; i < limit; i++)
        {
            if (s.Matches(i, ["on", "board"]))
                return (Extract.Measure.Aboard, i, ClauseAt(model, at));
            if (_words.TryGetValue((s.Lower(i), "a"), out Measure measure))
            {
                VerbGroup? own = model.Verbs.FirstOrDefault(v => v.Head == i);
                // A finite verb after it is read as the governing verb; here only predicates count.
                if (own is { Finite: true } && own.First == own.Head && own.Passive == false && s.Tag(i) == Upos.Verb && Leaving(model, phrase) is null && own.Objects.Count > 0)
                    return null;
                return (measure, i, own is { Passive: true } or { Finite: true } ? own : Leaving(model, phrase) ?? own ?? ClauseAt(model, at));
            }
            if (s.Tag(i) is not (Upos.Adv or Upos.Adj) && s.Lower(i) is not ("more" or "others" or "other" or "people"))
                break;
        }
        return null;
    }

    private static VerbGroup? Leaving(ClauseModel model, NounPhrase phrase) =>
        model.Verbs.FirstOrDefault(v => model.Sentence.Lemma(v.Head) == "leave" && v.Objects.Contains(phrase));

    /// <summary>"the death toll rose to 41", "bringing the number of dead to 12".</summary>
    private (Measure Measure, int At)? TollMeasure(ClauseModel model, NounPhrase phrase, int at)
    {
        SentenceView s = model.Sentence;
        if (phrase.Preposition < 0 || s.Lower(phrase.Preposition) is not ("to" or "at" or "of"))
            return null;
        for (int i = phrase.Preposition - 1; i >= Math.Max(0, phrase.Preposition - 14); i--)
        {
            if (s.Lemma(i) == "toll")
                return (s.Lower(i - 1) is "injury" or "injured" ? Extract.Measure.Injured : Extract.Measure.Killed, i);
            if (s.Lemma(i) is "number" or "total" && s.Lower(phrase.Preposition) is "to" or "at")
            {
                for (int k = i + 1; k < at; k++)
                {
                    if (_words.TryGetValue((s.Lower(k), "a"), out Measure adjective))
                        return (adjective, k);
                    if (_words.TryGetValue((s.Lemma(k), "n"), out Measure noun))
                        return (noun, k);
                    if (_classes.Is("soldier", s.Lemma(k)) && s.Lower(k - 1) == "of")
                        return (Extract.Measure.Troops, k);
                }
                return null;
            }
            if (s.Tag(i) == Upos.Punct)
                return null;
        }
        return null;
    }

    private static VerbGroup? ClauseAt(ClauseModel model, int at) =>
        model.Verbs.FirstOrDefault(v => at >= v.ClauseFirst && at < v.ClauseEnd);

    /// <summary>The counted phrase without its number, also behind "of": "ethnic Serbs" in "hundreds of ethnic Serbs".</summary>
    private (TextSpan Span, string Text, int Actor) OfPhrase(ClauseModel model, QuantityMention quantity, NounPhrase? phrase)
    {
        SentenceView s = model.Sentence;
        if (phrase is null)
            return (quantity.Span, "", -1);
        NounPhrase counted = phrase;
        int head = HeadIndex(s, quantity, phrase);
        if (head < phrase.First || head >= phrase.End)
            counted = model.Nouns.FirstOrDefault(np => head >= np.First && head < np.End) ?? phrase;
        int first = counted == phrase ? Math.Max(counted.First, s.TokenAt(quantity.Span.End)) : counted.First;
        while (first < counted.Head && s.Lower(first) is "of" or "more" or "additional" or "extra" or "further" or "other" or "the" or "-" or "some" || (first < counted.Head && s.Tag(first) == Upos.Num && counted != phrase))
            first++;
        if (quantity.HeadToken < 0 && OfThem(s, s.TokenAt(quantity.Span.End)) is int kind and >= 0)
            return (s.SpanOf(kind, kind + 1), s[kind].Text, ActorLookup.ActorOf(s, model.Nouns.FirstOrDefault(np => kind >= np.First && kind < np.End) ?? counted));
        if (s.Lower(first) == "of" && first + 1 < counted.End)
            first++;
        // "killing four and wounding scores": nothing is named behind the number.
        if (first > counted.Head || first >= counted.End || quantity.HeadToken < 0 && s.Tag(first) is Upos.Cconj or Upos.Punct)
            return (quantity.Span, quantity.Kind == QuantityKind.Count ? "people" : "", ActorLookup.ActorOf(s, counted));
        int end = counted.End;
        while (end > first + 1 && _words.ContainsKey((s.Lower(end - 1), "a")))
            end--;
        TextSpan span = s.SpanOf(first, end);
        // "left five dead": what is counted is people.
        if (end == first + 1 && quantity.Kind == QuantityKind.Count && _words.ContainsKey((s.Lower(first), "a")) && !_words.ContainsKey((s.Lemma(first), "n")))
            return (span, "people", -1);
        return (span, span.Of(s.Report.Report.Text), ActorLookup.ActorOf(s, counted));
    }

    /// <summary>"14 of them children", "six of whom were women": the noun that tells who they are; -1 where none does.</summary>
    private int OfThem(SentenceView s, int at)
    {
        if (s.Lower(at) != "of" || s.Lower(at + 1) is not ("them" or "whom"))
            return -1;
        int i = at + 2;
        while (s.Lower(i) is "were" or "are" or "was" or "is" || s.Tag(i) == Upos.Adj)
            i++;
        return s.Tag(i) == Upos.Noun && _classes.Is("people", s.Lemma(i)) ? i : -1;
    }
}
