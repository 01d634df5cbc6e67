using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Extract;

/// <summary>
/// Reads what became of counted people other than that they were harmed by the verb itself: freed, released, escaped, trapped, taken to hospital, put up in a hall, affected by
/// a leak; and the turns that only give how many: "the population is 7.5 million", "police said there were 2,500".
/// </summary>
internal sealed class FigureFates(LanguageData data, WordClasses classes)
{
    private readonly Dictionary<string, Measure> _states = data.Lexicon("measures").Rows.Where(row => row[1] == "a").Select(row => (Word: row[0], Measure: Enum.Parse<Measure>(row[2], ignoreCase: true)))
        .Where(row => FigurePatterns.Harms(row.Measure) || row.Measure == Measure.Missing).ToDictionary(row => row.Word, row => row.Measure, StringComparer.Ordinal);

    // Tokens from a verb to the hospital or hall that it leads to.
    private const int Reach = 8;

    // Fewer are lawmakers or jurors, not an electorate.
    private const int SmallestElectorate = 1000;

    /// <summary>What became of the counted; null where the words tell nothing of it. <paramref name="displaced"/> tells whether people driven from their homes were counted just before.</summary>
    public TreeMeasure? Find(SentenceView s, NumberPlace p, QuantityMention quantity, bool people, bool displaced, bool protest, MeasuredNumber? last)
    {
        if (OfPopulation(s, p) is { } population)
            return population;
        if (!people)
            return null;
        int verb = FigurePatterns.Follows(s, Bare(s, p));
        return OfAmong(s, p) ?? OfTravel(s, p) ?? OfCharge(s, p, verb) ?? OfRelease(s, p, verb) ?? OfTrap(s, verb) ?? OfHospital(s, p, verb) ?? (displaced ? OfLodging(s, verb) : null) ?? OfForces(s, p, verb) ?? OfVote(s, verb, quantity)
            ?? OfLeak(s, p) ?? (protest ? OfEstimate(s, p, last) : null) ?? OfHealth(s, p);
    }

    /// <summary>"8,000 took part": the noun behind the verb is not what is counted.</summary>
    private static NumberPlace Bare(SentenceView s, NumberPlace p)
    {
        if (p.Head > p.End && s.Tag(p.End) == Upos.Verb && s[p.End].Xpos == "VBD")
            return p.WithoutHead(p.End);
        // "700 of them are sleeping in a hall"
        return p.Head < 0 && s.Lower(p.End) == "of" && s.Lower(p.End + 1) is "them" or "whom" or "these" or "those" ? p.WithoutHead(p.End + 2) : p;
    }

    /// <summary>"two children were among the dead", "among the wounded were three nurses": some of those.</summary>
    private TreeMeasure? OfAmong(SentenceView s, NumberPlace p)
    {
        int among = -1;
        if (s.Lemma(p.After) == "be")
        {
            for (int i = p.After + 1; i < Math.Min(s.Count, p.After + (2 * Reach)) && among < 0; i++)
                among = s.Lower(i) is "among" or "amongst" ? i : -1;
        }
        else if (s.Lemma(p.Prior) == "be" && s.Lower(p.Prior - 3) is "among" or "amongst" && s.Lower(p.Prior - 2) == "the")
        {
            among = p.Prior - 3;
        }
        return among >= 0 && s.Lower(among + 1) is "the" or "those" or "its" && _states.TryGetValue(s.Lower(among + 2), out Measure state) ? Told(s, state, among + 2, "among") : null;
    }

    /// <summary>"flight 12, with 65 passengers", "the boat carried 33 passengers", "vigils were attended by thousands", "left 38,000 people without power".</summary>
    private TreeMeasure? OfTravel(SentenceView s, NumberPlace p)
    {
        if (s.Lower(p.First - 1) == "by" && s.Lemma(p.First - 2) == "attend")
            return Told(s, Measure.Participants, p.First - 2, "attended");
        if (s.Lower(p.After) == "without" && s.Lower(p.After + 1) is "power" or "electricity" or "water" or "heating" or "shelter" or "food")
            return Told(s, Measure.Other, p.After, "without") with { Term = "without " + s.Lower(p.After + 1) };
        bool crew = p.Lemma == "passenger" || p.Lemma == "member" && s.Lemma(p.Head - 1) == "crew" || p.Lemma is "crewman" or "crewmember";
        if (!crew)
            return null;
        if (s.Tag(p.Prior) == Upos.Verb && s.Lemma(p.Prior) == "carry")
            return Told(s, Measure.Aboard, p.Prior, "carry");
        for (int i = p.First - 2; s.Lower(p.First - 1) == "with" && i >= 0; i--)
        {
            if (classes.Is("vehicle", s.Lemma(i)) || s.Lemma(i) == "flight")
                return Told(s, Measure.Aboard, p.First - 1, "with");
        }
        return null;
    }

    /// <summary>"eleven men have been charged": at court.</summary>
    private static TreeMeasure? OfCharge(SentenceView s, NumberPlace p, int verb)
    {
        int done = verb >= 0 && FigurePatterns.IsPassive(s, verb) ? verb : p.Prior >= 0 && s.Tag(p.Prior) == Upos.Verb && !FigurePatterns.IsPassive(s, p.Prior) ? p.Prior : -1;
        string? term = done < 0 ? null : s.Lemma(done) switch { "charge" => "charged", "indict" => "indicted", "convict" => "convicted", "acquit" => "acquitted", "infect" => "infected", _ => null };
        return term is null ? null : Told(s, Measure.Other, done, "court") with { Term = term };
    }

    /// <summary>"five hostages were released", "two nurses escaped": who was held is free. Others who are released are counted as such.</summary>
    private static TreeMeasure? OfRelease(SentenceView s, NumberPlace p, int verb)
    {
        bool held = p.Lemma is "hostage" or "captive" or "abductee";
        if (verb >= 0 && held && s.Lemma(verb) is "escape" or "flee" or "walk" && !FigurePatterns.IsPassive(s, verb))
            return Told(s, Measure.Rescued, verb, "escape");
        int done = verb >= 0 && FigurePatterns.IsPassive(s, verb) ? verb : p.Prior >= 0 && s.Tag(p.Prior) == Upos.Verb && !FigurePatterns.IsPassive(s, p.Prior) ? p.Prior : -1;
        if (done < 0 || s.Lemma(done) is not ("release" or "free" or "liberate" or "discharge"))
            return null;
        if (held)
            return Told(s, Measure.Rescued, done, "release");
        return s.Lemma(done) is "release" or "discharge" ? Told(s, Measure.Other, done, "release") with { Term = s.Lemma(done) == "release" ? "released" : "discharged" } : null;
    }

    /// <summary>"nine miners remain trapped", "four have been brought out alive".</summary>
    private static TreeMeasure? OfTrap(SentenceView s, int verb)
    {
        if (verb < 0)
            return null;
        for (int i = verb; i < Math.Min(s.Count, verb + 4); i++)
        {
            if (s.Lower(i) is "trapped" or "stranded" && s.Lemma(verb) is "remain" or "be" or "stay" or "trap" or "strand")
                return Told(s, Measure.Other, i, "trap") with { Term = s.Lower(i) };
            if (s.Lower(i) == "alive" && s.Lemma(verb) is "bring" or "pull" or "dig" or "find" or "get" or "lift" or "winch" && i > verb)
                return Told(s, Measure.Rescued, verb, "alive");
        }
        return null;
    }

    /// <summary>"three others were taken to a nearby hospital", "doctors treated 84 people": hurt, unless they died there.</summary>
    private static TreeMeasure? OfHospital(SentenceView s, NumberPlace p, int verb)
    {
        bool passive = verb >= 0 && (FigurePatterns.IsPassive(s, verb) || s.Lower(verb - 1) == "being");
        int moved = passive ? verb : s.Tag(p.Prior) == Upos.Verb && !FigurePatterns.IsPassive(s, p.Prior) ? p.Prior : -1;
        if (moved < 0 || s.Lemma(moved) is not ("take" or "bring" or "rush" or "airlift" or "transport" or "admit" or "send" or "fly" or "evacuate" or "treat" or "carry"))
            return null;
        int from = passive ? moved + 1 : p.After;
        for (int i = from; i < Math.Min(s.Count, from + Reach) && s.Lower(i) is not ("," or ";" or "." or "and"); i++)
        {
            if (s.Lemma(i) is not ("hospital" or "clinic" or "infirmary"))
                continue;
            for (int k = i + 1; k < Math.Min(s.Count, i + Reach); k++)
            {
                if (s.Lower(k) is "died" or "dead")
                    return Told(s, Measure.Killed, k, "in-hospital");
            }
            return Told(s, Measure.Injured, moved, "hospital");
        }
        return null;
    }

    /// <summary>"about 700 of them are sleeping in a sports hall".</summary>
    private static TreeMeasure? OfLodging(SentenceView s, int verb)
    {
        if (verb < 0 || s.Lemma(verb) is not ("sleep" or "stay" or "live" or "shelter" or "camp" or "spend" or "lodge" or "crowd" or "huddle" or "accommodate" or "house" or "wait"))
            return null;
        for (int i = verb + 1; i < Math.Min(s.Count, verb + Reach); i++)
        {
            if (s.Lemma(i) is "school" or "hall" or "gym" or "gymnasium" or "church" or "mosque" or "temple" or "stadium" or "tent" or "car" or "field" or "shelter" or "open" or "warehouse" or "hotel" or "relative" or "street" or "monastery")
                return Told(s, Measure.Displaced, verb, "lodging") with { Term = "sheltered" };
        }
        return null;
    }

    /// <summary>"190,000 troops massed near the border", "20,000 soldiers are trying to storm the town".</summary>
    private TreeMeasure? OfForces(SentenceView s, NumberPlace p, int verb) =>
        verb >= 0 && classes.Is("soldier", p.Lemma) && !FigurePatterns.IsPassive(s, verb) && s.Lemma(verb) is "mass" or "storm" or "advance" or "encircle" or "besiege" or "occupy" or "invade" or "enter" or "try" or "fight" or "serve" or "train" or "exercise"
            ? Told(s, Measure.Troops, verb, "forces") : null;

    /// <summary>"About 2.9 million people voted".</summary>
    private static TreeMeasure? OfVote(SentenceView s, int verb, QuantityMention quantity) =>
        verb >= 0 && quantity.Low >= SmallestElectorate && s.Lemma(verb) is "vote" && s.Lower(verb + 1) is not ("for" or "against" or "to") || verb >= 0 && quantity.Low >= SmallestElectorate && s.Lemma(verb) == "cast" && s.Lemma(verb + 2) is "ballot" or "vote"
            ? Told(s, Measure.Turnout, verb, "vote") : null;

    /// <summary>"stole the data of more than 800,000 workers": whom a leak concerns.</summary>
    private static TreeMeasure? OfLeak(SentenceView s, NumberPlace p)
    {
        if (s.Lemma(p.Prior) is "affect" && s.Tag(p.Prior) == Upos.Verb && !FigurePatterns.IsPassive(s, p.Prior))
            return Told(s, Measure.Other, p.Prior, "affect") with { Term = "affected" };
        if (s.Lower(p.First - 1) is not ("of" or "for" or "on" or "about" or "to"))
            return null;
        for (int i = p.First - 2; i >= Math.Max(0, p.First - 5); i--)
        {
            if (s.Lemma(i) is not ("data" or "datum" or "information" or "record" or "detail" or "file" or "account"))
                continue;
            for (int k = 0; k < s.Count; k++)
            {
                if (s.Lemma(k) is "breach" or "leak" or "hack" or "hacker" or "steal" or "expose" or "compromise" or "cyberattack" or "cyber-attack")
                    return Told(s, Measure.Other, k, "leak") with { Term = "data exposed" };
            }
        }
        return null;
    }

    /// <summary>"Organisers said 8,000 took part; police said there were 2,500": another estimate of the crowd just counted.</summary>
    private static TreeMeasure? OfEstimate(SentenceView s, NumberPlace p, MeasuredNumber? last)
    {
        int verb = FigurePatterns.Follows(s, Bare(s, p));
        if (verb >= 0 && s.Lemma(verb) == "take" && s.Lower(verb + 1) == "part" || verb >= 0 && s.Lemma(verb) is "march" or "attend" or "rally" or "demonstrate" && p.Head < 0)
            return Told(s, Measure.Participants, verb, "take-part");
        // "what organisers estimated at 1.7 million people marched"
        if (s.Lower(p.First - 1) is "at" or "as" && s.Lemma(p.First - 2) is "estimate" or "put" or "describe" or "count" && FindWhat(s, p.First - 3))
            return Told(s, Measure.Participants, p.First - 2, "counted");
        if (last?.Measure != Measure.Participants || p.Head >= 0 && p.Lemma is not ("people" or "person" or "participant" or "protester" or "demonstrator" or "marcher"))
            return null;
        for (int i = p.Prior, steps = 0; i >= 0 && steps < 4; i--, steps++)
        {
            if (s.Lemma(i) is "put" or "estimate" or "count" or "speak" or "report" or "give" or "say" && s.Tag(i) == Upos.Verb)
                return FigurePatterns.Follows(s, p) < 0 ? Told(s, Measure.Participants, i, "counted") : null;
            if (s.Lower(i) is not ("there" or "were" or "was" or "at" or "it" or "them" or "of" or "only" or "just" or "the" or "number" or "figure" or "crowd" or "turnout"))
                return null;
        }
        return null;
    }

    private static bool FindWhat(SentenceView s, int from)
    {
        for (int i = from; i >= Math.Max(0, from - 5); i--)
        {
            if (s.Lower(i) == "what")
                return true;
        }
        return false;
    }

    /// <summary>"The population of the city is about 7.5 million".</summary>
    private static TreeMeasure? OfPopulation(SentenceView s, NumberPlace p)
    {
        int be = p.Prior;
        bool of = s.Lower(p.First - 1) == "of" && s.Lemma(p.First - 2) == "population";
        if (of)
            return Told(s, Measure.Population, p.First - 2, "population");
        if (s.Lemma(be) is not ("be" or "reach" or "number" or "exceed"))
            return null;
        for (int i = be - 1; i >= Math.Max(0, be - Reach) && s.Tag(i) is not (Upos.Verb or Upos.Punct); i--)
        {
            if (s.Lemma(i) == "population" && p.Head < 0)
                return Told(s, Measure.Population, i, "population");
        }
        return null;
    }

    /// <summary>", one critically", "two of them seriously", "three fatally": what the adverb alone tells.</summary>
    private static TreeMeasure? OfHealth(SentenceView s, NumberPlace p)
    {
        if (p.Head >= 0 || s.Tag(p.First - 1) != Upos.Punct && s.Lower(p.First - 1) is not "and")
            return null;
        int i = p.End;
        if (s.Lower(i) == "of" && s.Lower(i + 1) is "them" or "whom")
            i += 2;
        return s.Lower(i) is "critically" or "seriously" or "gravely" or "severely" or "badly" && (i + 1 >= s.Count || s.Tag(i + 1) == Upos.Punct) ? Told(s, Measure.Injured, i, "adverb")
            : s.Lower(i) == "fatally" && (i + 1 >= s.Count || s.Tag(i + 1) == Upos.Punct) ? Told(s, Measure.Killed, i, "adverb") : null;
    }

    private static TreeMeasure Told(SentenceView s, Measure measure, int at, string rule) => new(measure, null, "people", s.Sentence.FirstToken + at, "turn:" + rule);
}
