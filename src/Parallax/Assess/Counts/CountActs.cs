using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Assess;

/// <summary>What becomes of the counted: the words of the counted phrase, then what governs it.</summary>
internal sealed class CountActs(CountLexicon lexicon)
{
    private const int GovernorReach = 3;
    private const int ParticleReach = 4;
    private const int BurdenReach = 4;

    /// <summary>Act and governing verb of the number of <paramref name="quantity"/>, whose counted noun is the token <paramref name="head"/> (-1 where none stands with it).</summary>
    public (string? Act, string? Verb) Of(AnnotatedReport source, Sentence sentence, QuantityMention quantity, int head, string? noun, FigureClaim? claim)
    {
        bool thing = noun is not null && lexicon.ClassOf(noun) is string known && known != CountReader.Person && !CountReader.IsWhole(noun);
        string? verb = null;
        int at = head >= 0 ? head : AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.Start);
        if (at >= sentence.EndToken)
            return (null, null);
        string? act = null;
        for (int i = Math.Max(sentence.FirstToken, Math.Min(at, AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.End))); i <= at && act is null; i++)
            act = lexicon.ActOf(source.Tokens[i].Lemma, thing);
        string? governed = OfBurden(source, sentence, at, thing);
        int up = at;
        int below = at;
        for (int step = 0; step < GovernorReach; step++)
        {
            below = up;
            up = source.Tokens[up].Head;
            if (up < sentence.FirstToken || up >= sentence.EndToken)
                break;
            Token token = source.Tokens[up];
            string? phrase = token.Tag == Upos.Verb ? OfPhrase(source, sentence, up, thing) : null;
            // "Were taken by the gunmen", "the troops taken by the rebels": whoever is taken by somebody is no patient.
            if (governed is null && token.Lemma is "take" && !thing && HasAgent(source, sentence, up))
                governed = "taken";
            if (governed is null && !(token.Lemma is "leave" && !source.Tokens[below].Relation.StartsWith("nsubj", StringComparison.Ordinal)))
                governed = phrase ?? (IsFallOf(source, sentence, up, noun) ? "dead" : lexicon.ActOf(token.Lemma, thing));
            if (token.Tag is Upos.Verb or Upos.Adj)
            {
                verb = token.Lemma;
                // "Had not been found", "put 118 in hospital", "left 23 with burns": what stands below the verb tells too.
                governed = Below(source, sentence, up, at, governed, thing);
                break;
            }
        }
        if (quantity.Kind != QuantityKind.Count)
            return (quantity.Kind == QuantityKind.Money && (governed ?? act) is "pledged" or "paid" ? governed ?? act : null, verb);
        // "Two injured people died", "treated 28 injured passengers": the end decides.
        if (act is "hurt" or "ill" or "missing" or "taken" && governed is "dead" || act is "hurt" or "ill" && governed is "treated" or "hospital")
            act = governed;
        string? ofMeasure = claim is { Measure: Measure.Killed or Measure.Injured } ? OfMeasure(claim.Measure) : null;
        // "The dead were 12", "casualties ran into the dozens": the noun tells, wherever the number stands.
        return (act ?? ofMeasure ?? governed ?? (head < 0 && noun is not null ? lexicon.ActOf(noun, thing) : null) ?? (thing ? null : OfMeasure(claim?.Measure)), verb);
    }

    /// <summary>A verb with its particle or its fixed companion, under which English hides other acts: "marched off", "shot down", "let go".</summary>
    private string? OfPhrase(AnnotatedReport source, Sentence sentence, int verb, bool thing)
    {
        int end = Math.Min(sentence.EndToken, verb + 1 + ParticleReach);
        for (int i = verb + 1; i < end; i++)
        {
            Token token = source.Tokens[i];
            if ((i == verb + 1 && token.Tag is Upos.Adp or Upos.Adv && token.Relation is not "advmod" || token.Relation.StartsWith("compound", StringComparison.Ordinal) || token.Tag is Upos.Adp or Upos.Adv or Upos.Verb or Upos.Adj or Upos.Noun && token.Head == verb)
                && lexicon.ActOf(source.Tokens[verb].Lemma + "-" + token.Lemma, thing) is string act)
            {
                return act;
            }
        }
        return null;
    }

    /// <summary>"Sixty soldiers fell at the bridge": they died, unless they fell ill, behind or from something.</summary>
    private bool IsFallOf(AnnotatedReport source, Sentence sentence, int verb, string? noun)
    {
        if (source.Tokens[verb].Lemma != "fall" || noun is null || lexicon.PartOf(noun) is not ("military" or "militant"))
            return false;
        int next = verb + 1;
        return next >= sentence.EndToken || source.Tokens[next].Lower is "." or "at" or "in" or "on" or "near" or "during" or "under";
    }

    /// <summary>"Left 23 inmates with burns", "people with gunshot wounds".</summary>
    private string? OfBurden(AnnotatedReport source, Sentence sentence, int counted, bool thing)
    {
        if (thing)
            return null;
        // "2,200 people are under an evacuation order".
        for (int i = counted + 1; i + 2 < sentence.EndToken && i < counted + BurdenReach; i++)
        {
            if (source.Tokens[i].Lower is "under" && source.Tokens[i + 1].Lower is "evacuation" or "an" or "mandatory" or "orders" && Enumerable.Range(i + 1, 3).Any(k => k < sentence.EndToken && source.Tokens[k].Lemma is "order" or "warning" or "notice"))
                return "ordered";
        }
        for (int i = counted + 1; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Head == counted && source.Tokens[i].Tag == Upos.Noun && i > 0
                && Enumerable.Range(counted + 1, i - counted - 1).Any(k => source.Tokens[k].Head == i && source.Tokens[k].Lower is "with")
                && lexicon.ActOf(source.Tokens[i].Lemma) is "hurt" or "ill")
            {
                return lexicon.ActOf(source.Tokens[i].Lemma);
            }
        }
        return null;
    }

    private static bool HasAgent(AnnotatedReport source, Sentence sentence, int verb)
    {
        for (int i = verb + 1; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Lower == "by" && source.Tokens[i].Head > i && source.Tokens[i].Head < sentence.EndToken && source.Tokens[source.Tokens[i].Head].Head == verb)
                return true;
        }
        return false;
    }

    private string? Below(AnnotatedReport source, Sentence sentence, int verb, int counted, string? act, bool thing)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Head != verb || i == counted)
                continue;
            if (act is "found" && source.Tokens[i].Lower is "not" or "n't" or "never")
                return "missing";
            // "Fight for their life" costs none.
            if (source.Tokens[i].Lemma == "life" && source.Tokens[verb].Lemma is not ("lose" or "claim" or "cost" or "take"))
                continue;
            if (act is null && source.Tokens[i].Relation is "obl" or "xcomp" or "obj" or "advmod" && i > verb)
                act = lexicon.ActOf(source.Tokens[i].Lemma, thing);
        }
        return act;
    }

    private static string? OfMeasure(Measure? measure) => measure switch
    {
        Measure.Killed => "dead",
        Measure.Injured => "hurt",
        Measure.Casualties => "casualty",
        Measure.Missing => "missing",
        Measure.Rescued => "rescued",
        Measure.Detained => "held",
        Measure.Displaced => "fled",
        Measure.Hostages => "taken",
        Measure.Aboard => "aboard",
        Measure.Participants => "gathered",
        _ => null,
    };
}
