using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>Reads off the tree which verb or event noun a place belongs to, and how closely.</summary>
internal static class PlacePaths
{
    private const int DeepestPath = 12;

    private static readonly HashSet<string> s_where = new(StringComparer.Ordinal)
    {
        "in", "at", "near", "outside", "inside", "across", "around", "throughout", "along", "into", "within", "through", "onto", "beside", "off", "beneath", "under", "below", "above", "atop", "behind", "between", "toward", "towards", "beyond",
    };

    private static readonly HashSet<string> s_beside = new(StringComparer.Ordinal) { "near", "outside", "beside", "off", "toward", "towards", "beyond", "around" };

    // What somebody or something stands with in a phrase that may itself be somewhere: "with smugglers in X", "by gunmen in X", "at a rally in X".
    private static readonly HashSet<string> s_carrying = new(StringComparer.Ordinal) { "of", "to", "on", "with", "by", "during", "at", "in", "near", "outside", "inside", "between", "across", "into", "around", "along", "off", "behind", "under", "within", "through", "amid" };

    // What is named after the town in which it happened.
    private static readonly HashSet<string> s_named = new(StringComparer.Ordinal)
    {
        "attack", "bombing", "bomb", "shooting", "massacre", "killing", "stabbing", "siege", "explosion", "blast", "crash", "derailment", "earthquake", "quake", "fire", "flood", "riot", "protest", "march", "rally", "demonstration", "summit", "conference", "clash", "arrest", "murder", "stampede", "raid", "beheading",
    };

    private static readonly HashSet<string> s_topics = new(StringComparer.Ordinal)
    {
        "war", "conflict", "crisis", "situation", "peace", "election", "talk", "negotiation", "ceasefire", "truce", "dispute", "policy", "plan", "solidarity", "support", "interest", "view", "end", "response", "reaction", "development", "event", "aggression", "genocide",
    };

    private static readonly HashSet<string> s_placeNouns = new(StringComparer.Ordinal)
    {
        "town", "city", "village", "province", "region", "district", "capital", "area", "part", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "centre", "center", "suburb", "outskirt", "outskirts", "municipality", "island", "port",
        "border", "frontier", "neighborhood", "neighbourhood", "county", "state", "street", "commune", "rest", "enclave", "governorate", "camp", "territory", "coast", "front", "locality", "hamlet", "settlement", "heart", "edge", "quarter", "stronghold", "bank", "valley",
    };

    private static readonly HashSet<string> s_landmarks = new(StringComparer.Ordinal)
    {
        "island", "street", "road", "avenue", "square", "bridge", "lake", "river", "mount", "border", "coast", "highway", "motorway", "peninsula", "plateau", "frontier", "shore", "boulevard", "hill", "mountain", "isle", "beach", "sea", "shoal", "reef",
    };

    private static readonly HashSet<string> s_moving = new(StringComparer.Ordinal)
    {
        "send", "deploy", "dispatch", "move", "travel", "fly", "rush", "redeploy", "transfer", "arrive", "return", "extradite", "deport", "relocate", "head", "go", "drive", "ship", "bring", "take", "come",
    };

    private static readonly HashSet<string> s_leaving = new(StringComparer.Ordinal)
    {
        "withdraw", "pull", "retreat", "evacuate", "expel", "flee", "kidnap", "abduct", "snatch", "seize", "eject", "oust", "evict", "drive", "depart", "disappear", "vanish", "set",
    };

    private static readonly HashSet<string> s_telling = new(StringComparer.Ordinal)
    {
        "claim", "condemn", "denounce", "criticise", "criticize", "blame", "confirm", "report", "describe", "investigate", "announce", "praise", "hail", "film", "document", "deplore", "order", "plan", "direct", "mastermind", "authorise", "authorize", "deny", "acknowledge", "mourn", "approve", "finance", "fund", "back",
    };

    private static readonly HashSet<string> s_airborne = new(StringComparer.Ordinal) { "shoot", "down", "fly", "explode", "intercept", "hijack", "crash", "drop", "disintegrate", "destroy", "collide", "patrol" };

    private static readonly HashSet<string> s_harm = new(StringComparer.Ordinal)
    {
        "kill", "wound", "injure", "hit", "strike", "destroy", "damage", "rock", "shake", "rip", "tear", "target", "hurt", "maim", "level", "flatten", "gut", "bury", "trap", "engulf", "devastate", "sweep", "claim",
    };

    /// <summary>A place, and how it stands to its verb or noun.</summary>
    private readonly record struct Reached(int Place, int At, int Steps, bool Beside, bool OfSubject);

    /// <summary>The place of <paramref name="verb"/> among the tokens from <paramref name="low"/> to <paramref name="high"/>; -1 where the tree gives it none.</summary>
    public static int OfVerb(ClauseModel model, VerbGroup verb, int low, int high) => Best(model, low, high, reached => reached.At == verb.Head, -1);

    /// <summary>The place of the event that the noun <paramref name="head"/> names; -1 where the tree gives it none.</summary>
    public static int OfNoun(ClauseModel model, int head)
    {
        int own = Best(model, 0, model.Sentence.Count, reached => reached.At == head || IsAbout(model, reached.At, head), head);
        return own >= 0 ? own : BeforeNoun(model, head);
    }

    /// <summary>"a Kabul car bombing", "the Nice attack": the town that stands in the event's name; a country there is mostly the one who did it.</summary>
    private static int BeforeNoun(ClauseModel model, int head)
    {
        SentenceView s = model.Sentence;
        if (!s_named.Contains(s.Lemma(head)))
            return -1;
        for (int i = head - 1; i >= Math.Max(0, head - 4) && s.Tag(i) is Upos.Noun or Upos.Propn or Upos.Adj; i--)
        {
            if (s.PlaceAt[i] >= 0)
            {
                PlaceMention town = s.Report.Places[s.PlaceAt[i]];
                return town.Use is ToponymUse.Place or ToponymUse.Modifier && town.Place is { Precision: <= Data.PlacePrecision.Province } && (s.MentionAt[i] < 0 || s.Report.Mentions[s.MentionAt[i]].Actor is var actor && (actor < 0 || s.Report.Actors[actor].Kind is ActorKind.Government)) ? s.PlaceAt[i] : -1;
            }
        }
        return -1;
    }

    /// <summary>The place that "where" and "there" point back to from the clause of <paramref name="verb"/>; -1 where it has neither or nothing is named before.</summary>
    public static int Pointed(ClauseModel model, VerbGroup verb)
    {
        SentenceView s = model.Sentence;
        foreach (int child in model.Tree.Children(verb.Head))
        {
            bool where = s.Lower(child) == "where" && child < verb.First;
            bool there = s.Lower(child) == "there" && model.Tree.Plain(child) == "advmod" && child > verb.Head;
            if (!where && !there)
                continue;
            for (int i = child - 1; i >= 0; i--)
            {
                if (s.PlaceAt[i] >= 0 && IsPlace(s, s.PlaceAt[i]) && (where || model.Owners[i] != verb.Head))
                    return s.PlaceAt[i];
            }
        }
        return -1;
    }

    /// <summary>Whether the verb only tells of a deed, so that those it names may stand elsewhere.</summary>
    public static bool IsTelling(string lemma) => s_telling.Contains(lemma);

    private static bool IsPlace(SentenceView s, int place) => s.Report.Places[place].Use == ToponymUse.Place;

    /// <summary>Whether the clause of <paramref name="verb"/> tells what the event named by <paramref name="noun"/> did or how it was held.</summary>
    private static bool IsAbout(ClauseModel model, int verb, int noun)
    {
        if (verb < 0 || model.Sentence.Tag(verb) != Upos.Verb)
            return false;
        // "flew to X for talks"
        if (model.Tree.Head(noun) == verb && model.Tree.Plain(noun) == "obl" && Preposition(model, noun) == "for" && s_moving.Contains(model.Sentence.Lemma(verb)))
            return true;
        bool harms = s_harm.Contains(model.Sentence.Lemma(verb));
        if (model.Tree.Head(verb) == noun && model.Tree.Plain(verb) == "acl")
            return harms || (model.Tree.Relation(verb) == "acl" && model.Sentence[verb].Form == VerbForm.PastParticiple);
        return harms && model.Tree.Head(noun) == verb && model.Tree.Relation(noun) is "nsubj" or "obl:agent";
    }

    private static int Best(ClauseModel model, int low, int high, Func<Reached, bool> wanted, int goal)
    {
        SentenceView s = model.Sentence;
        Reached? best = null;
        int last = -1;
        for (int i = Math.Max(0, low); i < Math.Min(high, s.Count); i++)
        {
            int place = s.PlaceAt[i];
            if (place < 0 || place == last || !IsPlace(s, place))
                continue;
            last = place;
            if (Climb(model, place, HeadOf(model, i, place), goal) is { } reached && wanted(reached) && (best is not { } old || IsBetter(s, reached, old)))
                best = reached;
        }
        return best?.Place ?? -1;
    }

    private static bool IsBetter(SentenceView s, Reached left, Reached right)
    {
        if (left.OfSubject != right.OfSubject)
            return right.OfSubject;
        // How exact an unlisted place is can only be guessed; "in X, near Y" leaves no doubt.
        if (left.Beside != right.Beside && (IsUnlisted(s, left.Place) || IsUnlisted(s, right.Place)))
        {
            // "near Y, in the west of the country": the country says less than the place nearby.
            Reached plain = left.Beside ? right : left;
            return IsBroad(s, plain.Place) ? left.Beside : right.Beside;
        }
        int exact = Exactness(s, left.Place).CompareTo(Exactness(s, right.Place));
        if (exact != 0)
            return exact < 0;
        return left.Beside != right.Beside ? right.Beside : left.Steps < right.Steps;
    }

    private static bool IsBroad(SentenceView s, int place) => !IsUnlisted(s, place) && s.Report.Places[place].Place is { Precision: Data.PlacePrecision.Country or Data.PlacePrecision.Region };

    /// <summary>Whether the gazetteer does not know the place: it has none, or only the country in which it must lie.</summary>
    private static bool IsUnlisted(SentenceView s, int place) => s.Report.Places[place].Place is null || (s.Report.Places[place].Place is { GeoNames: 0, Precision: Data.PlacePrecision.Region, Country.Length: > 0, Name: { } name } && !IsPartOfCountry(name));

    /// <summary>"northeastern Syria", "western Ukraine": broad, and well known.</summary>
    private static bool IsPartOfCountry(string name)
    {
        string first = name[..(name.IndexOf(' ', StringComparison.Ordinal) is > 0 and int end ? end : name.Length)].Replace("-", "", StringComparison.Ordinal);
        return first.ToLowerInvariant() is "northern" or "southern" or "eastern" or "western" or "central" or "northeastern" or "northwestern" or "southeastern" or "southwestern" or "northeast" or "northwest" or "southeast" or "southwest" or "north" or "south" or "east" or "west";
    }

    // What the gazetteer does not list is mostly a small town or village.
    private static Data.PlacePrecision Exactness(SentenceView s, int place) => IsUnlisted(s, place) ? Data.PlacePrecision.Town : s.Report.Places[place].Place!.Precision;

    /// <summary>The token of the place's name that hangs outside it.</summary>
    private static int HeadOf(ClauseModel model, int at, int place)
    {
        SentenceView s = model.Sentence;
        for (int i = at; i < s.Count && s.PlaceAt[i] == place; i++)
        {
            int head = model.Tree.Head(i);
            if (head < 0 || s.PlaceAt[head] != place)
                return i;
        }
        return at;
    }

    /// <summary>Follows the tree up from a place to the verb or noun whose place it is; null where a step says that it is nobody's.</summary>
    private static Reached? Climb(ClauseModel model, int place, int token, int goal)
    {
        SentenceView s = model.Sentence;
        ClauseTree tree = model.Tree;
        bool named = true, beside = false;
        int steps = 0;
        string preposition = "";
        for (int depth = 0; depth < DeepestPath; depth++)
        {
            int head = tree.Head(token);
            if (head < 0)
                return null;
            string own = Preposition(model, token);
            preposition = own.Length > 0 ? own : preposition;
            switch (tree.Plain(token))
            {
                case "appos" or "flat" or "goeswith":
                case "conj" when s.Tag(head) is Upos.Noun or Upos.Propn:
                    // "the capital, X", "in X and Y": the preposition stands before the first.
                    token = head;
                    continue;
                case "compound" when s_placeNouns.Contains(s.Lemma(head)) || s_landmarks.Contains(s.Lemma(head)):
                    token = head;
                    continue;
                case "nmod" when tree.Relation(token) == "nmod:poss":
                    // "in the heart of Yemen's capital"
                    bool within = Preposition(model, head) == "of" && s_placeNouns.Contains(s.Lemma(head)) && tree.Head(head) is >= 0 and int part && s_placeNouns.Contains(s.Lemma(part));
                    if (!within && !s_where.Contains(Preposition(model, head)) && Preposition(model, head) != "on")
                        return null;
                    (token, named, steps, preposition) = (head, false, steps + 1, "");
                    continue;
                case "nmod" or "nsubj" or "dep" or "obl" when named && own.Length == 0 && preposition.Length == 0 && NounBefore(s, token) is int kind and >= 0 && tree.Head(kind) != token:
                    // "in the capital X": the parser hangs the name beside its kind.
                    token = kind;
                    continue;
                case "nmod":
                    if (head == goal && named && preposition is "of" or "on" or "against" && !(s.Lemma(head) == "war" && preposition != "of"))
                        return new(place, head, steps, beside, false);
                    if (preposition == "of" && s_placeNouns.Contains(s.Lemma(head)))
                    {
                        // Still the place itself, only said more broadly: "the outskirts of X".
                        (token, preposition) = (head, "");
                        continue;
                    }
                    if (!Carries(s, token, preposition, named))
                        return null;
                    beside |= named && s_beside.Contains(preposition);
                    if (head == goal)
                        return new(place, head, steps, beside, false);
                    if (s_topics.Contains(s.Lemma(head)))
                        return null;
                    (token, named, steps, preposition) = (head, false, steps + 1, "");
                    continue;
                case "obl" or "advmod":
                    if (!Stands(s, token, head, preposition, named))
                        return null;
                    beside |= named && s_beside.Contains(preposition);
                    return new(place, head, steps, beside, false);
                case "obj":
                    return new(place, head, steps + 1, beside, false);
                case "nsubj":
                    bool passive = tree.Relation(token) == "nsubj:pass";
                    return named && !passive ? null : new(place, head, steps + 1, beside, !passive);
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>Whether what stands in a noun's phrase by this preposition is also where that noun is.</summary>
    private static bool Carries(SentenceView s, int token, string preposition, bool named)
    {
        if (!named)
            return s_carrying.Contains(preposition);
        return s_where.Contains(preposition) || (preposition == "on" && (s_landmarks.Contains(s.Lemma(token)) || s_placeNouns.Contains(s.Lemma(token)) || IsLandmark(s, token)));
    }

    private static bool Stands(SentenceView s, int token, int verb, string preposition, bool named)
    {
        string does = s.Lemma(verb);
        // "has destroyed trust towards X"
        if (preposition is "toward" or "towards")
            return s_moving.Contains(does) || s_airborne.Contains(does) || does is "march" or "advance" or "fire" or "push" or "walk" or "run" or "retreat" or "withdraw" or "sail" or "launch";
        if (s_where.Contains(preposition))
            return true;
        return preposition switch
        {
            "on" => !named || IsLandmark(s, token),
            "to" => s_moving.Contains(does),
            "from" => s_leaving.Contains(does),
            "over" => named && s_airborne.Contains(does),
            // "was claimed by the movement in X", "blamed on rebels in X": where those are, not where it was.
            "with" or "by" or "during" or "against" => !named && preposition != "against" && !(preposition == "by" && s_telling.Contains(does)),
            _ => false,
        };
    }

    private static bool IsLandmark(SentenceView s, int token)
    {
        if (s_landmarks.Contains(s.Lower(token)) || s_placeNouns.Contains(s.Lower(token)))
            return true;
        int place = s.PlaceAt[token];
        for (int i = token - 1; i >= 0 && place >= 0 && s.PlaceAt[i] == place; i--)
        {
            if (s_landmarks.Contains(s.Lower(i)))
                return true;
        }
        return false;
    }

    /// <summary>The noun of a kind of place that stands right before the name: "capital" in "the capital X"; -1 where none does.</summary>
    private static int NounBefore(SentenceView s, int token)
    {
        int first = token;
        while (first > 0 && s.PlaceAt[token] >= 0 && s.PlaceAt[first - 1] == s.PlaceAt[token])
            first--;
        return first > 0 && s_placeNouns.Contains(s.Lemma(first - 1)) ? first - 1 : -1;
    }

    private static string Preposition(ClauseModel model, int token)
    {
        string found = "";
        foreach (int child in model.Tree.Children(token))
        {
            if (model.Tree.Plain(child) == "case" && child < token)
                found = model.Sentence.Lower(child);
        }
        return found;
    }
}
