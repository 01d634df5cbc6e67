using Parallax.Annotate;
using Parallax.Extract;

namespace Parallax.Assess;

/// <summary>What becomes of the counted: the words of the counted phrase, then what governs it.</summary>
internal sealed class CountActs(CountLexicon lexicon)
{
    private const int GovernorReach = 3;
    private const int ParticleReach = 4;
    private const int BurdenReach = 4;
    private const int FateReach = 7;
    private static readonly HashSet<string> s_animals = new(["sheep", "cattle", "cow", "goat", "camel", "horse", "pig", "dog", "elephant", "whale", "dolphin", "bird", "chicken", "fish", "animal", "livestock", "reindeer", "buffalo", "donkey", "rhino", "lion", "seal"], StringComparer.Ordinal);

    /// <summary>Act and governing verb of the number of <paramref name="quantity"/>, whose counted noun is the token <paramref name="head"/> (-1 where none stands with it).</summary>
    public (string? Act, string? Verb) Of(AnnotatedReport source, Sentence sentence, QuantityMention quantity, int head, string? noun, FigureClaim? claim)
    {
        bool thing = noun is not null && lexicon.ClassOf(noun) is string known && known != CountReader.Person && !CountReader.IsWhole(noun) && !s_animals.Contains(noun);
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
        // A flood damages houses; people are driven out by it.
        if (!thing && noun is not null && lexicon.ClassOf(noun) == CountReader.Person && governed is "damaged" or "destroyed" && !CountReader.IsWhole(noun) | noun is "people")
            governed = verb is "annihilate" or "destroy" or "liquidate" ? "dead" : null;
        if (quantity.Kind != QuantityKind.Count)
            return (quantity.Kind == QuantityKind.Money && (governed ?? act) is "pledged" or "paid" ? governed ?? act : null, verb);
        // A suspect is suspected of something; cases are suspected of being some.
        if (noun is "suspect" && act is "suspected")
            act = null;
        // "Two injured people died", "treated 28 injured passengers": the end decides.
        if (act is "hurt" or "ill" or "missing" or "taken" && governed is "dead" || act is "hurt" or "ill" && governed is "treated" or "hospital")
            act = governed;
        string? ofMeasure = claim is { Measure: Measure.Killed or Measure.Injured } ? OfMeasure(claim.Measure) : null;
        // "Taken to hospital", "the boats took their lives": the words beside the number tell more than the verb.
        ofMeasure = ofMeasure is "hurt" && governed is "hospital" ? governed : ofMeasure;
        string? fate = thing ? null : OfFate(source, sentence, at);
        if (fate is "dead" or "taken" && act is null or "found" or "registered")
            act = fate;
        governed ??= fate;
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

    /// <summary>What set phrases beside the number tell of the counted: "cost 14 farmers their lives", "are in the hands of", "on board the ferry".</summary>
    private static string? OfFate(AnnotatedReport source, Sentence sentence, int at)
    {
        int end = Math.Min(sentence.EndToken, at + FateReach);
        bool costs = Enumerable.Range(Math.Max(sentence.FirstToken, at - 4), at - Math.Max(sentence.FirstToken, at - 4)).Any(i => source.Tokens[i].Lemma is "cost" or "lose" or "claim" or "take");
        for (int i = at + 1; i < end; i++)
        {
            Token token = source.Tokens[i];
            if (token.Tag == Upos.Num)
                break;
            if (token.Lower is "lives" or "life" && (costs || source.Tokens[i - 1].Lower is "their" && i > 1 && source.Tokens[i - 2].Lemma is "lose" or "cost"))
                return "dead";
            if (token.Lower is "hands" && i + 1 < sentence.EndToken && source.Tokens[i + 1].Lower is "of")
                return "taken";
            if (token.Lower is "missing" or "unaccounted")
                return "missing";
        }
        for (int i = at + 1; i + 2 < sentence.EndToken && i <= at + 2; i++)
        {
            if (source.Tokens[i].Lower is "aboard" || source.Tokens[i].Lower is "on" && source.Tokens[i + 1].Lower is "board" || source.Tokens[i].Lower is "on" or "in" && Enumerable.Range(i + 1, 2).Any(k => source.Tokens[k].Lemma is "ferry" or "boat" or "ship" or "bus" or "plane" or "train" or "helicopter" or "yacht" or "vessel"))
                return "aboard";
        }
        // "Were looking for 14 fishermen".
        for (int i = at - 1; i >= sentence.FirstToken + 1 && i >= at - 4; i--)
        {
            if (source.Tokens[i].Lower == "for" && source.Tokens[i - 1].Lemma is "look" or "search" or "hunt")
                return "missing";
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
            bool below = source.Tokens[i].Relation is "obl" or "xcomp" or "obj" or "advmod" && i > verb;
            // "Found 260 houses damaged": what they were found to be.
            if (act is null && below || act is "found" && i > counted && source.Tokens[i].Tag is Upos.Verb or Upos.Adj)
            {
                string? told = lexicon.ActOf(source.Tokens[i].Lemma, thing);
                // "To be heard in the trial": what stands behind a preposition befalls nobody, but a hospital and custody do.
                act = told is not null && !(source.Tokens[i].Relation is "obl" && told is "charged" or "damaged" or "destroyed") ? told : act;
            }
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
