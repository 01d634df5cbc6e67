using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// Tells what a number counts by set turns of the words around it, for numbers whose measure neither the clause nor the tree tells: "recovered 43 bodies",
/// "wounding 14", "seven were hurt", "beaten to death", "lost their lives", "a brigade of 3,000 soldiers".
/// </summary>
internal sealed class FigurePatterns
{
    // How far a verb stands from its number where only its objects and modifiers part them.
    private const int Reach = 9;

    private readonly Dictionary<(string Word, string Place), Measure> _words = [];
    private readonly HashSet<(string Word, string Class)> _turns = [];
    private readonly WordClasses _classes;

    public FigurePatterns(LanguageData data, WordClasses classes)
    {
        _classes = classes;
        foreach (string[] row in data.Lexicon("measures").Rows)
            _words[(row[0], row[1])] = Enum.Parse<Measure>(row[2], ignoreCase: true);
        foreach (string[] row in data.Lexicon("figure-turns").Rows)
        {
            foreach (string word in row[1].Split(' '))
                _turns.Add((word, row[0]));
        }
    }

    /// <summary>What the words around <paramref name="quantity"/> tell of it; null where no turn fits. <paramref name="people"/> tells whether it counts people, or nothing that is named.</summary>
    public TreeMeasure? Find(SentenceView s, QuantityMention quantity, bool people, MeasuredNumber? last, bool protest)
    {
        NumberPlace p = new(s, quantity);
        return OfBodies(s, p) ?? OfShare(s, p) ?? (people ? OfHarm(s, p, last) ?? OfPeople(s, p, protest) : null) ?? OfForces(s, p) ?? OfThings(s, p);
    }

    /// <summary>Whether the number is the whole of which another number gives a part: "two of the three soldiers".</summary>
    public static bool IsWhole(SentenceView s, int at)
    {
        // "eight out of ten soldiers"
        if (s.Lower(at - 1) == "of" && s.Lower(at - 2) == "out" && s.QuantityAt[Math.Max(0, at - 3)] >= 0)
            return true;
        int of = s.Lower(at - 1) is "the" or "those" or "these" or "their" or "its" or "his" or "her" or "our" ? at - 2 : at - 1;
        return s.Lower(of) == "of" && of > 0 && of == at - 2 && (s.Tag(of - 1) == Upos.Num || s.QuantityAt[of - 1] >= 0 || s.Lower(of - 1) is "most" or "some" or "many" or "none" or "half" or "several" or "few" or "majority" or "one" or "least");
    }

    /// <summary>Whether the number only compares: "80 fewer people", "38 percent lower than".</summary>
    public static bool IsComparison(SentenceView s, QuantityMention quantity)
    {
        int after = s.TokenAt(quantity.Span.End);
        return s.Lower(after) is "fewer" or "less" or "lower" or "higher" || (s.Lower(after) is "percentage" or "percent" && s.Lower(after + 1) is "points" or "point" or "fewer" or "less" or "lower" or "higher");
    }

    /// <summary>The words that say that all who were aboard died: "killing all of them", "all on board died"; null where none do.</summary>
    public static TextSpan? AllDied(SentenceView s)
    {
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lower(i) is not ("all" or "everyone" or "everybody") || s.Lower(i - 1) is "not" or "nearly" or "almost" or "after" or "above" or "at")
                continue;
            int end = i + 1;
            if (s.Lower(end) == "of" && s.Lower(end + 1) is "them" or "whom")
                end += 2;
            else if (s.Lower(end) == "aboard" || s.Matches(end, ["on", "board"]))
                end += s.Lower(end) == "aboard" ? 1 : 2;
            else if (s.Lower(i) != "all")
                continue;
            bool named = end > i + 1;
            if (named && s.Lower(i - 1) is "killing" or "killed" && s.Lower(end) is not "but")
                return s.SpanOf(i - 1, end);
            int verb = s.Lower(end) is "were" or "was" ? end + 1 : end;
            if (s.Lower(verb) is "died" or "perished" or "drowned" || (verb > end && s.Lower(verb) is "killed"))
                return s.SpanOf(i, verb + 1);
        }
        return null;
    }

    /// <summary>"not 12 but 15", "15 people, not 12": the number that is said to be wrong.</summary>
    public static bool IsRefused(SentenceView s, QuantityMention quantity)
    {
        int at = s.TokenAt(quantity.Span.Start), end = s.TokenAt(quantity.Span.End);
        if (s.Lower(at - 1) != "not")
            return false;
        if (s.Lower(at - 2) is "," or "—" or "–" or "and" or "(")
            return true;
        for (int i = end; i < Math.Min(s.Count, end + 6); i++)
        {
            if (s.Lower(i) is "but" or "," && (s.QuantityAt[Math.Min(s.Count - 1, i + 1)] >= 0 || s.Lower(i + 1) == "but"))
                return true;
        }
        return false;
    }

    /// <summary>"two guards on Monday and three more on Tuesday": a bare number joined to the figure before it, with no verb between and none of its own.</summary>
    public static bool IsAnother(SentenceView s, QuantityMention quantity, MeasuredNumber last)
    {
        NumberPlace p = new(s, quantity);
        // "The dead were sixty workers and six girls."
        if (last.Rule == "turn:the-dead" && s.Lower(p.First - 1) == "and" && s[p.First - 1].Span.Start - last.Of.End is >= 0 and < 3 && Follows(s, p) < 0)
            return true;
        // "the deaths of four generals, 58 colonels and 12 majors"
        if (p.Head >= 0 && last.Unit == "people" && s.Lower(p.First - 1) is "and" or "," && s[p.First - 1].Span.Start - last.Of.End is >= 0 and < 6 && (Follows(s, p) is int told && (told < 0 || s.Lemma(told) is "confirm" or "report" or "announce" or "record")) && s.QuantityAt[s.TokenAt(last.Of.End - 1)] < 0
            && (p.After >= s.Count || s.Tag(p.After) is Upos.Punct or Upos.Cconj or Upos.Aux))
            return true;
        if (last.Unit != "people" || p.Head >= 0 && s.Lower(p.Head) is not ("others" or "more") || s.Lower(p.First - 1) is not ("and" or ",") || Follows(s, p) >= 0)
            return false;
        if (s.Lower(p.End) is not ("more" or "others" or "in" or "on" or "at" or "near"))
            return false;
        // "Eleven were killed in X and six in Y": the verb between is the one that told of the first.
        int verb = s.TokenAt(last.Word.Start);
        for (int i = s.TokenAt(last.Of.End); i < p.First; i++)
        {
            if ((s.Tag(i) == Upos.Verb && i != verb) || s.Lower(i) is "." or ";" or ":")
                return false;
        }
        return true;
    }

    /// <summary>Bodies that are found are dead people; survivors who are pulled out are rescued.</summary>
    private TreeMeasure? OfBodies(SentenceView s, NumberPlace p)
    {
        if (Is("body", p.Lemma) && Beside(s, p, "recover") is int found and >= 0)
            return Told(s, Measure.Killed, found, "body");
        if (s.Lower(p.First - 1) == "of" && Is("body", s.Lemma(p.First - 2)))
            return Told(s, Measure.Killed, p.First - 2, "body-of");
        if (p.Lemma == "survivor" && Beside(s, p, "recover") is int saved and >= 0)
            return Told(s, Measure.Rescued, saved, "survivor");
        if (Is("lives", p.Lemma) && Before(s, p, 3, "claim") is int taking and >= 0)
            return Told(s, Measure.Killed, taking, "lives");
        return null;
    }

    private TreeMeasure? OfHarm(SentenceView s, NumberPlace p, MeasuredNumber? last)
    {
        int prior = p.Prior;
        if (s.Lower(p.After) == "alive" && Beside(s, p, "recover") is int alive and >= 0)
            return Told(s, Measure.Rescued, alive, "alive");
        // "killed two and wounded 14": the verb right before a bare number.
        if (p.Head < 0 && s.Tag(prior) == Upos.Verb && !IsPassive(s, prior) && _words.TryGetValue((s.Lemma(prior), "vo"), out Measure done) && Harms(done) && s.Lemma(prior) is not ("claim" or "cost" or "hold" or "hurt"))
            return Told(s, done, prior, "bare");
        if (Follows(s, p) is int verb and >= 0)
        {
            string lemma = s.Lemma(verb);
            bool passive = IsPassive(s, verb);
            if (lemma == "lose" && !passive && s.Lower(verb + 1) is "their" or "his" or "her" && Is("lives", s.Lemma(verb + 2)))
                return Told(s, Measure.Killed, verb, "life");
            if (Is("suffer", lemma) && !passive && WoundAfter(s, verb + 1, 5))
                return Told(s, Measure.Injured, verb, "wounds");
            if (passive && lemma == "treat" && s.Lower(verb + 1) == "for" && WoundAfter(s, verb + 2, 4))
                return Told(s, Measure.Injured, verb, "treated");
            if (passive && ToDeath(s, verb + 1))
                return Told(s, Measure.Killed, verb, "to-death");
            if (passive && lemma is "pronounce" or "declare" && s.Lower(verb + 1) == "dead")
                return Told(s, Measure.Killed, verb, "pronounced");
            if (p.Head < 0 && _words.TryGetValue((passive ? s.Lower(verb) : lemma, passive ? "a" : "vs"), out Measure became) && Harms(became))
                return Told(s, became, verb, "bare");
            if (p.Head < 0 && passive && _words.TryGetValue((lemma, "vo"), out became) && Harms(became))
                return Told(s, became, verb, "bare");
            if (lemma is "missing" or "miss" && s.Lower(verb) == "missing")
                return Told(s, Measure.Missing, verb, "missing");
            if (passive && Is("trap", lemma))
                return Told(s, Measure.Other, verb, "trap") with { Term = s.Lower(verb) };
        }
        if (s.Tag(prior) == Upos.Verb && !IsPassive(s, prior))
        {
            string lemma = s.Lemma(prior);
            if (s.Lower(p.After) is "prisoner" or "captive" or "hostage" && lemma is "take" or "hold" or "keep")
                return Told(s, s.Lower(p.After) == "prisoner" ? Measure.Detained : Measure.Hostages, prior, "captive");
            if (ToDeath(s, p.After) && !Is("not-killing", lemma))
                return Told(s, Measure.Killed, prior, "to-death");
            if (lemma == "treat" && s.Lower(p.After) == "for" && WoundAfter(s, p.After + 1, 4))
                return Told(s, Measure.Injured, prior, "treated");
            if (lemma is "eliminate" or "liquidate" && IsFighter(p.Lemma))
                return Told(s, Measure.Killed, prior, "eliminate");
            if (lemma == "lose" && (p.Head < 0 ? last?.Measure == Measure.Killed : IsFighter(p.Lemma) || p.Lemma == "man"))
                return Told(s, Measure.Killed, prior, "lose");
            if (Is("trap", lemma) && Is("ruin", s.Lemma(prior - 1)))
                return Told(s, Measure.Other, prior, "trap") with { Term = lemma == "bury" ? "buried" : "trapped" };
            if (Is("pull", lemma) && s.Lower(p.After) is "from" or "out" or "off" && p.Head >= 0)
                return Told(s, Measure.Rescued, prior, "pull");
        }
        if (s.Lower(p.First - 1) == "of" && Is("lives", s.Lemma(p.First - 2)))
        {
            for (int i = p.First - 3; i >= Math.Max(0, p.First - 6); i--)
            {
                if (s.Tag(i) == Upos.Verb)
                    return Is("claim", s.Lemma(i)) ? Told(s, Measure.Killed, i, "life") : null;
            }
        }
        if (s.Lower(p.First - 1) == "with" && s.Lemma(p.First - 2) is "contact" or "touch" or "communication" && s.Lemma(p.First - 3) == "lose")
            return Told(s, Measure.Missing, p.First - 3, "contact");
        // "The rebels lost 35 fighters and the army four soldiers": the second half leaves the verb out.
        if (last is { Measure: Measure.Killed, Rule: "turn:lose" } && IsFighter(p.Lemma) && s.Tag(p.First - 1) is Upos.Noun or Upos.Propn)
        {
            int i = p.First - 1;
            while (i > 0 && s.Tag(i) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det)
                i--;
            if (s.Lower(i) is "and" or "," && s[i].Span.Start - last.Of.End is >= 0 and < 3)
                return Told(s, Measure.Killed, s.TokenAt(last.Word.Start), "lose");
        }
        return OfStanding(s, p);
    }

    /// <summary>"Ninety of the wounded were children".</summary>
    private TreeMeasure? OfShare(SentenceView s, NumberPlace p)
    {
        if (s.Lower(p.End) == "of" && s.Lower(p.End + 1) is "the" or "those" or "its" or "their" && s.Tag(p.End + 3) is not (Upos.Noun or Upos.Propn or Upos.Adj) && _words.TryGetValue((s.Lower(p.End + 2), "a"), out Measure share) && (Harms(share) || share == Measure.Missing))
            return Died(s, p.End + 3) is int dead and >= 0 ? Told(s, Measure.Killed, dead, "of-the") : Told(s, share, p.End + 2, "of-the");
        return null;
    }

    /// <summary>"two of the wounded later died": the verb that tells of a death, right behind them; -1 where there is none.</summary>
    private int Died(SentenceView s, int at)
    {
        for (int i = at, limit = Math.Min(s.Count, at + 6); i < limit; i++)
        {
            if (s.Tag(i) == Upos.Verb)
                return _words.TryGetValue((s.Lemma(i), "vs"), out Measure active) && active == Measure.Killed || IsPassive(s, i) && s.Lemma(i) is "pronounce" or "declare" && s.Lower(i + 1) == "dead" ? i : -1;
            if (s.Tag(i) is not (Upos.Aux or Upos.Adv or Upos.Part))
                return -1;
        }
        return -1;
    }

    /// <summary>"the dead were sixty workers", "the number of dead was 12".</summary>
    private TreeMeasure? OfStanding(SentenceView s, NumberPlace p)
    {
        int be = p.Prior;
        if (!(s.Lower(be) is "was" or "were" or "are" or "is" or "included" or "include" or "reached" or "hit" or "passed" or "topped" or "exceeded" or "surpassed"))
            return null;
        bool count = s.Lower(be) is not ("were" or "included" or "include");
        for (int i = be - 1; i >= Math.Max(0, be - 12); i--)
        {
            if (s.Tag(i) == Upos.Punct)
                return null;
            if (!(_words.TryGetValue((s.Lower(i), "a"), out Measure state) || _words.TryGetValue((s.Lemma(i), "n"), out state)) || !(Harms(state) || state == Measure.Missing))
                continue;
            // "the confirmed deaths are fourteen civilians"
            if (i == be - 1 && s.Tag(i) == Upos.Noun && s.Lower(i) is "deaths" or "dead" or "fatalities" or "victims" or "wounded" && s.Lower(be) is "are" or "were" && p.Head >= 0)
                return Told(s, state, i, "the-dead");
            bool number = s.Lower(i - 1) is "of" or "the" && (s.Lower(i - 2) is "number" or "total" || s.Lower(i - 3) is "number" or "total");
            if (number && p.Head < 0)
                return Told(s, state, i, "number-of");
            return !count && i == be - 1 && s.Lower(i - 1) == "the" && p.Head >= 0 ? Told(s, state, i, "the-dead") : null;
        }
        return null;
    }

    private TreeMeasure? OfPeople(SentenceView s, NumberPlace p, bool protest)
    {
        int prior = p.Prior, verb = Follows(s, p);
        bool crowd = _words.TryGetValue((p.Lemma, "n"), out Measure named) && named == Measure.Participants;
        if (s.Lower(p.First - 1) == "of" && s.Lemma(p.First - 2) is "crowd" or "throng" or "procession" && (verb >= 0 && Joins(s, verb) || protest))
            return Told(s, Measure.Participants, p.First - 2, "crowd-of");
        if (crowd && (verb >= 0 && (Joins(s, verb) || s.Lemma(verb) is "face" or "confront" or "block") || s.Tag(prior) == Upos.Verb && Is("see", s.Lemma(prior)) && !IsPassive(s, prior)))
            return Told(s, Measure.Participants, verb >= 0 && s.Tag(prior) != Upos.Verb ? verb : prior, "protesters");
        if (verb >= 0 && protest && Joins(s, verb) && s.Lemma(verb) is "turn" or "show" or "take")
            return Told(s, Measure.Participants, verb, "turn-out");
        if (s.Tag(prior) == Upos.Verb && s.Lemma(prior) is "count" or "estimate" or "see" && s.Lower(p.After) is "at" or "in" or "on" && ProtestAfter(s, p.After + 1))
            return Told(s, Measure.Participants, prior, "counted");
        if (!IsForce(p.Lemma) && (s.Lemma(prior) is "face" or "confront" && _classes.Is("police", s.Lemma(prior - 1)) || verb >= 0 && s.Lemma(verb) is "face" or "confront" && PoliceAfter(s, verb + 1)) && !IsFighter(p.Lemma))
            return Told(s, Measure.Participants, verb >= 0 ? verb : prior, "face");
        if (s.Tag(prior) == Upos.Verb && s.Lemma(prior) is "force" or "drive" && s.Lower(p.After) is "from" or "out" && HomeAfter(s, p.After + 1))
            return Told(s, Measure.Displaced, prior, "from-home") with { Term = "fled" };
        if (verb >= 0 && s.Lemma(verb) is "live" or "reside" && s.Lower(verb + 1) is "in" or "on" or "around" or "within" && p.Lemma is "people" or "person" or "resident" or "inhabitant" && s[verb].Form is VerbForm.Present or VerbForm.Base or VerbForm.Past)
            return Told(s, Measure.Population, verb, "live");
        if (s.Lower(prior) == "to" && s.Lower(prior - 1) == "home" && p.Lemma is "people" or "person" or "resident" or "inhabitant")
            return Told(s, Measure.Population, prior - 1, "home-to");
        if (verb >= 0 && s.Lemma(verb) == "cross" && s.Lower(verb + 1) is "into" or "to" && s.Tag(verb + 2) == Upos.Propn)
            return Told(s, Measure.Other, verb, "cross") with { Term = "crossed" };
        if (s.Lemma(prior) == "sentence" && s.Tag(prior) == Upos.Verb)
            return Told(s, Measure.Other, prior, "sentence") with { Term = "sentenced" };
        if (verb >= 0 && s.Lemma(verb) == "sentence" && IsPassive(s, verb))
            return Told(s, Measure.Other, verb, "sentence") with { Term = "sentenced" };
        // "carrying 32 pilgrims", "46 passengers and crew aboard"
        if (s.Lemma(prior) == "carry" && IsCraft(s, prior - 1))
            return Told(s, Measure.Aboard, prior, "carry");
        if (s.Lower(p.After) == "and" && s.Lower(p.After + 1) == "crew" && AboardAt(s, s.Lemma(p.After + 2) == "member" ? p.After + 3 : p.After + 2) is int aboard and >= 0)
            return Told(s, Measure.Aboard, aboard, "aboard");
        return null;
    }

    private TreeMeasure? OfForces(SentenceView s, NumberPlace p)
    {
        if (!IsForce(p.Lemma) && !IsFighter(p.Lemma))
            return null;
        Measure measure = _classes.Is("police", p.Lemma) && !_classes.Is("soldier", p.Lemma) ? Measure.Police : Measure.Troops;
        if (s.Lower(p.First - 1) == "of" && Is("unit", s.Lemma(p.First - 2)))
            return Told(s, measure, p.First - 2, "unit-of");
        int verb = Follows(s, p);
        if (!IsForce(p.Lemma))
            return null;
        if (s.Tag(p.Prior) == Upos.Verb && !IsPassive(s, p.Prior) && (s.Lemma(p.Prior) is "see" or "count" or "face" or "confront"))
            return Told(s, measure, p.Prior, "seen");
        return verb >= 0 && s.Lemma(verb) is "face" or "confront" or "guard" or "surround" or "cordon" or "patrol" && !IsPassive(s, verb) ? Told(s, measure, verb, "seen") : null;
    }

    private TreeMeasure? OfThings(SentenceView s, NumberPlace p)
    {
        bool vehicle = _classes.Is("vehicle", p.Lemma), weapon = _classes.Is("weapon", p.Lemma);
        if (!vehicle && !weapon)
            return null;
        Measure measure = vehicle ? Measure.Vehicles : Measure.Weapons;
        string unit = vehicle ? "vehicle" : "weapon";
        if (vehicle && s.Lower(p.First - 1) == "of" && Is("train", s.Lemma(p.First - 2)))
            return Told(s, measure, p.First - 2, "convoy") with { Unit = unit };
        if (s.Tag(p.Prior) == Upos.Verb && !IsPassive(s, p.Prior) && (Is(vehicle ? "vehicle-deed" : "weapon-deed", s.Lemma(p.Prior)) || (weapon && s.Lemma(p.Prior) == "carry" && IsCraft(s, p.Prior - 1))))
            return Told(s, measure, p.Prior, "deed") with { Unit = unit };
        if (Follows(s, p) is int verb and >= 0 && IsPassive(s, verb) && Is(vehicle ? "vehicle-deed" : "weapon-deed", s.Lemma(verb)))
            return Told(s, measure, verb, "deed") with { Unit = unit };
        if (weapon && s.Lower(p.First - 1) == "with" && Before(s, p, Reach, "strike") is int strike and >= 0)
            return Told(s, measure, strike, "with") with { Unit = unit };
        return null;
    }

    private static TreeMeasure Told(SentenceView s, Measure measure, int at, string rule) => new(measure, null, "people", s.Sentence.FirstToken + at, "turn:" + rule);

    private bool Is(string turn, string lemma) => _turns.Contains((lemma, turn));

    private bool IsForce(string lemma) => _classes.Is("soldier", lemma) || _classes.Is("police", lemma);

    private bool IsFighter(string lemma) => _classes.Is("soldier", lemma) || lemma is "fighter" or "militant" or "rebel" or "insurgent" or "gunman" or "guerrilla" or "guard" or "militiaman";

    internal static bool Harms(Measure measure) => measure is Measure.Killed or Measure.Injured or Measure.Detained or Measure.Displaced or Measure.Hostages;

    /// <summary>The verb whose subject the counted words are: after them stand only auxiliaries and adverbs; -1 where other words follow.</summary>
    internal static int Follows(SentenceView s, NumberPlace p)
    {
        int i = p.After;
        if (p.Head < 0 && s.Lower(i) is "more" or "others")
            i++;
        for (int limit = Math.Min(s.Count, i + 6); i < limit; i++)
        {
            if (s.Tag(i) == Upos.Verb || s.Lower(i) is "missing" or "dead" && s.Tag(i - 1) is Upos.Aux or Upos.Adv)
                return i;
            if (s.Tag(i) is not (Upos.Aux or Upos.Adv) && s.Lower(i) is not ("not" or "to"))
                return -1;
        }
        return -1;
    }

    /// <summary>A verb of the class right before the number, or further before it where nothing ends the clause between, or behind it.</summary>
    private int Beside(SentenceView s, NumberPlace p, string turn)
    {
        int before = Before(s, p, Reach, turn);
        if (before >= 0)
            return before;
        return Follows(s, p) is int after and >= 0 && Is(turn, s.Lemma(after)) ? after : -1;
    }

    private int Before(SentenceView s, NumberPlace p, int reach, string turn)
    {
        for (int i = p.First - 1; i >= Math.Max(0, p.First - reach); i--)
        {
            if (s.Tag(i) is Upos.Punct or Upos.Sconj)
                return -1;
            if (s.Tag(i) == Upos.Verb)
                return Is(turn, s.Lemma(i)) ? i : -1;
        }
        return -1;
    }

    internal static bool IsPassive(SentenceView s, int verb)
    {
        if (s[verb].Form is not (VerbForm.PastParticiple or VerbForm.Past) && s[verb].Xpos != "VBN")
            return false;
        for (int i = verb - 1; i >= Math.Max(0, verb - 4); i--)
        {
            if (s.Lower(i) is "was" or "were" or "been" or "being" or "is" or "are" or "be" or "got")
                return true;
            if (s.Tag(i) is not (Upos.Adv or Upos.Aux))
                return false;
        }
        return false;
    }

    private bool ToDeath(SentenceView s, int at)
    {
        if (s.Lower(at) != "to" || s.Lower(at + 1) != "death")
            return false;
        for (int i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (s.Tag(i) == Upos.Verb)
                return !Is("not-killing", s.Lemma(i));
        }
        return false;
    }

    private bool WoundAfter(SentenceView s, int at, int reach)
    {
        for (int i = at; i < Math.Min(s.Count, at + reach) && s.Tag(i) is not (Upos.Verb or Upos.Punct); i++)
        {
            if (Is("wound", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private bool Joins(SentenceView s, int verb)
    {
        string lemma = s.Lemma(verb);
        return _words.TryGetValue((lemma, "vs"), out Measure measure) && measure == Measure.Participants
            || (lemma is "turn" or "show" && s.Lower(verb + 1) is "out" or "up") || (lemma == "take" && s.Matches(verb + 1, ["to", "the", "street"]));
    }

    private bool ProtestAfter(SentenceView s, int at)
    {
        for (int i = at; i < Math.Min(s.Count, at + 5) && s.Tag(i) is not (Upos.Verb or Upos.Punct); i++)
        {
            if (Is("protest", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private bool PoliceAfter(SentenceView s, int at)
    {
        for (int i = at; i < Math.Min(s.Count, at + 6) && s.Tag(i) is Upos.Num or Upos.Adj or Upos.Noun or Upos.Det or Upos.Adv; i++)
        {
            if (_classes.Is("police", s.Lemma(i)))
                return true;
        }
        return false;
    }

    private static bool HomeAfter(SentenceView s, int at)
    {
        for (int i = at; i < Math.Min(s.Count, at + 4); i++)
        {
            if (s.Lemma(i) is "home" or "house" or "village")
                return true;
        }
        return false;
    }

    private bool IsCraft(SentenceView s, int noun) => _classes.Is("vehicle", s.Lemma(noun)) || s.Lemma(noun) is "flight" or "dinghy" or "aircraft" or "minibus" or "coach" or "dhow" or "trawler" or "canoe" or "raft";

    private static int AboardAt(SentenceView s, int at) => s.Lower(at) == "aboard" || s.Matches(at, ["on", "board"]) ? at : -1;
}
