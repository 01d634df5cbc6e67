using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// Adds the actors that only the trees show: a country that promises, rejects or is attacked is its government, "French proposal" is one of France,
/// and "farmers blocked the road" has farmers, though no list of actors has them.
/// </summary>
internal sealed class RoleActors(RootLexicon lexicon, WordClasses words, IReadOnlySet<string> seats)
{
    /// <summary>The report with its actors completed; mentions stay in text order.</summary>
    public AnnotatedReport Complete(AnnotatedReport report)
    {
        Draft draft = new(report, seats);
        int place = 0;
        foreach (Sentence sentence in report.Sentences)
        {
            while (place < report.Places.Count && report.Places[place].Sentence < sentence.Index)
                place++;
            if (sentence.IsHeading || sentence.EndToken - sentence.FirstToken > Extractor.LongestSentence)
                continue;
            RootTree? tree = null;
            for (int p = place; p < report.Places.Count && report.Places[p].Sentence == sentence.Index; p++)
            {
                if (report.Places[p].Use is ToponymUse.Dateline || draft.IsTaken(report.Places[p].Span))
                    continue;
                if (report.Places[p].Place is { Precision: PlacePrecision.Country, Country.Length: > 0 } country)
                    Country(draft, tree ??= new RootTree(report, sentence, lexicon), sentence, p, country);
                else if (report.Places[p] is { Place: not null, Use: ToponymUse.Place })
                    Town(draft, tree ??= new RootTree(report, sentence, lexicon), sentence, p);
            }
            People(draft, tree, report, sentence);
        }
        return draft.Finish();
    }

    private static void Country(Draft draft, RootTree tree, Sentence sentence, int index, GazetteerPlace country)
    {
        PlaceMention place = draft.Report.Places[index];
        int head = tree.HeadOf(place.Span);
        // "Russian-occupied territory", "the US-led coalition": part of a word that describes something else.
        if (place.Span.End + 1 < draft.Report.Report.Text.Length && draft.Report.Report.Text[place.Span.End] is '-' or '\u2010' or '\u2011' && char.IsLower(draft.Report.Report.Text[place.Span.End + 1]))
            return;
        if (head < 0 || tree.Child(head, "case") is int possessive && possessive > head && Owned(tree, head) is false)
            return;
        bool adjective = place.Use == ToponymUse.People || tree.Is(head, "compound");
        Standing standing = StandingOf(tree, head, adjective);
        // "fired at targets in Syria": where they are; a country is not hit by that.
        if (standing == Standing.None && !adjective && !IsWhereThingsAre(tree, head) && PlaceTargets.IsTarget(tree, head))
            standing = Standing.Concerned;
        if (standing == Standing.None)
            return;
        draft.Add(new ActorMention(place.Span, place.Span, sentence.Index, MentionForm.Name, draft.Government(country, country.Name)));
        if (standing == Standing.Doer)
            draft.MarkGovernment(index);
    }

    private static bool IsWhereThingsAre(RootTree tree, int place) =>
        tree.Is(place, "nmod") && tree.Case(place) == "in" && tree.Head(place) is >= 0 and int thing && tree.WordAt(thing) is { } word && !word.Is("asylum") && !word.Is("curfew") && !word.Is("aid");

    /// <summary>A town or district that an attack, a siege or a curfew is directed at is the one it hits.</summary>
    private static void Town(Draft draft, RootTree tree, Sentence sentence, int index)
    {
        PlaceMention place = draft.Report.Places[index];
        int head = tree.HeadOf(place.Span);
        if (head >= 0 && place.Place is { IsCapital: true, Country.Length: > 0 } capital && tree.Is(head, "nsubj") && tree.FullRelation(head) == "nsubj" && IsStatesAct(tree, tree.Head(head)))
        {
            // "Washington along with its allies demanded": only a government demands.
            draft.Add(new ActorMention(place.Span, place.Span, sentence.Index, MentionForm.Name, draft.Government(capital, place.Span.Of(draft.Report.Report.Text))));
            draft.MarkGovernment(index);
        }
        else if (head >= 0 && PlaceTargets.IsTarget(tree, head))
            draft.Add(new ActorMention(place.Span, place.Span, sentence.Index, MentionForm.Name, draft.Town(place)));
    }

    /// <summary>Whether a capital as the subject of the verb is a government: it demands, rejects, expels, and does not shake or burn.</summary>
    private static bool IsStatesAct(RootTree tree, int verb) => verb >= 0 && tree[verb].Tag == Upos.Verb && !tree.IsPassive(verb)
        && tree.WordAt(verb).Roots is [EventType.Request or EventType.Reject or EventType.Accuse or EventType.Threaten or EventType.Sanction or EventType.Support or EventType.Agree or EventType.Concede or EventType.Coerce, ..]
        && (tree.Child(verb, "obj") >= 0 || tree.Child(verb, "ccomp") >= 0 || tree.Child(verb, "xcomp") >= 0);

    /// <summary>Whether what a name with "'s" owns is a deed, not a town or a person.</summary>
    private static bool Owned(RootTree tree, int head) => tree.Is(head, "nmod") && tree.Head(head) is >= 0 and int owned && IsDeed(tree.WordAt(owned));

    private enum Standing
    {
        None,
        Doer,
        Concerned,
    }

    /// <summary>How a country's name stands: as one who acts, one whom an act concerns, or as a mere place.</summary>
    private static Standing StandingOf(RootTree tree, int at, bool adjective)
    {
        for (int step = 0; step < 8; step++)
        {
            int head = tree.Head(at);
            // "It was Turkey that Greece accused".
            if (head < 0)
                return !adjective && tree.Child(at, "cop") >= 0 && tree.Child(at, "expl") >= 0 ? Standing.Concerned : Standing.None;
            string full = tree.FullRelation(at);
            switch (tree.Relation(at))
            {
                case "conj" or "appos" or "flat":
                    at = head;
                    continue;
                case "nsubj" when !adjective && full == "nsubj:pass":
                    return IsDeed(tree.WordAt(head)) ? Standing.Concerned : Standing.None;
                case "nsubj" when !adjective:
                    if (tree.Is(head, "ccomp") && tree.Head(head) >= 0 && tree.WordAt(tree.Head(head)).Is("demand"))
                        return Standing.Concerned;
                    if (IsCondition(tree, head))
                        return Standing.Concerned;
                    return IsAct(tree, head) ? Standing.Doer : Standing.None;
                case "obj" or "iobj" when !adjective:
                    return IsDeed(tree.WordAt(head)) ? Standing.Concerned : Standing.None;
                case "obl" when !adjective && !(tree.Case(at) == "for" && tree.Child(head, "obj") is >= 0 and int meant && EventTurns.IsHarm(tree.Lemma(meant))):
                    return tree.Case(at) switch
                    {
                        "by" => tree.IsPassive(head) || tree[head].Form == VerbForm.PastParticiple ? Standing.Doer : Standing.None,
                        "to" or "against" or "with" or "upon" or "for" => IsAct(tree, head) && tree.WordAt(head) is { } act && !act.Is("travel") ? Standing.Concerned : Standing.None,
                        // "Sanctions were imposed on X": the verb only carries the deed.
                        "on" or "from" => IsDeed(tree.WordAt(head)) || (tree[head].Tag == Upos.Verb && Carried(tree, head) is >= 0 and int carried && tree[carried].Tag == Upos.Noun && IsDeed(tree.WordAt(carried))) ? Standing.Concerned : Standing.None,
                        _ => Standing.None,
                    };
                case "nmod" when full == "nmod:poss":
                    return IsDeed(tree.WordAt(head)) ? Standing.Doer : Standing.None;
                // "sent experts to X to investigate": the tree hangs X on what is sent.
                case "nmod" when !adjective && tree.Case(at) == "to" && tree.Is(head, "obj") && tree.Head(head) is >= 0 and int sending && tree.WordAt(sending).Is("give"):
                    return Standing.Concerned;
                // "consequences for X"
                case "nmod" or "obl" when !adjective && tree.Case(at) is "for" or "against" or "on" && (EventTurns.IsHarm(tree.Lemma(head)) || (tree.Child(head, "obj") is >= 0 and int harm && tree.Is(at, "obl") && EventTurns.IsHarm(tree.Lemma(harm)))):
                    return Standing.Concerned;
                case "nmod" when !adjective:
                    return !IsDeed(tree.WordAt(head)) ? Standing.None : tree.Case(at) switch
                    {
                        "by" => Standing.Doer,
                        "between" or "with" or "to" or "against" or "on" => Standing.Concerned,
                        "for" => tree.WordAt(head).Is("aid") || tree.WordAt(head).Is("support") ? Standing.Concerned : Standing.None,
                        "of" => tree.WordAt(head).Is("attack") || tree.WordAt(head).Is("blockade") || tree.WordAt(head).Is("sanct") || tree.WordAt(head).Is("criticism") ? Standing.Concerned : Standing.None,
                        "from" => tree.WordAt(head).Is("demand") || tree.WordAt(head).Is("proposal") ? Standing.Doer : Standing.None,
                        _ => Standing.None,
                    };
                // "Greek-Turkish talks": the first of the two hangs on the second.
                case "amod" or "compound" when adjective && tree[head].Tag is Upos.Adj or Upos.Propn && head == at + 2 && tree.Lower(at + 1) is "-" or "–" && tree.Is(head, "amod") | tree.Is(head, "compound"):
                    at = head;
                    continue;
                case "amod" or "compound":
                    if (IsDeed(tree.WordAt(head)) && !tree.WordAt(head).Is("prisoner"))
                        return Standing.Doer;
                    // "Russian missiles killed four", "were hit by Israeli drones": whose weapons they are, he struck.
                    if (adjective && IsWielded(tree, head))
                        return Standing.Doer;
                    return IsHit(tree, head) ? Standing.Concerned : Standing.None;
                default:
                    return Standing.None;
            }
        }
        return Standing.None;
    }

    /// <summary>The object of an active verb, the subject of a passive one; -1 where there is none.</summary>
    private static int Carried(RootTree tree, int verb)
    {
        for (int c = tree.FirstChild(verb); c >= 0; c = tree.Next(c))
        {
            if (tree.Is(c, "obj") || tree.FullRelation(c) == "nsubj:pass")
                return c;
        }
        return -1;
    }

    private static bool IsWielded(RootTree tree, int weapon) =>
        tree.Lemma(weapon) is "missile" or "rocket" or "drone" or "shell" or "bomb" && tree.Head(weapon) is >= 0 and int verb && tree.WordAt(verb).Roots is [EventType.Assault, ..]
        && (tree.FullRelation(weapon) == "nsubj" || (tree.Is(weapon, "obl") && tree.Case(weapon) == "by"));

    /// <summary>"threatened to leave if X deploys": whose conduct a threat hangs on.</summary>
    private static bool IsCondition(RootTree tree, int clause)
    {
        if (!tree.Is(clause, "advcl") || tree.Child(clause, "mark") is not (>= 0 and int mark) || tree.Lower(mark) is not ("if" or "unless" or "until"))
            return false;
        for (int at = tree.Head(clause), step = 0; at >= 0 && step < 3; at = tree.Head(at), step++)
        {
            if (tree.WordAt(at).Is("threaten"))
                return true;
        }
        return false;
    }

    /// <summary>Whether the thing, no people, is what a deed is done to: "German goods" under restrictions, "Iraqi towns" under fire.</summary>
    private static bool IsHit(RootTree tree, int thing)
    {
        RootWord word = tree.WordAt(thing);
        int head = tree.Head(thing);
        if (head < 0 || tree[thing].Tag != Upos.Noun || word.Is("crowd") || word.Is("official") || word.Is("armed") || word.Is("police") || word.Is("civilian") || word.Is("court") || word.Is("refugee") || word.Is("prisoner"))
            return false;
        return tree.Relation(thing) switch
        {
            "obj" => IsDeed(tree.WordAt(head)),
            "obl" or "nmod" => IsDeed(tree.WordAt(head)) && tree.Case(thing) is "against" or "on" or "of" or "at",
            _ => false,
        };
    }

    /// <summary>Whether the predicate is something that a state can do.</summary>
    private static bool IsAct(RootTree tree, int predicate) => tree.WordAt(predicate) is { } word && (word.Roots.Length > 0 || word.Classes.Length > 0) && !(word.Is("be") && word.Classes.Length == 1);

    private static bool IsDeed(RootWord word) => (word.Roots.Length > 0 && RootScene.IsEvent(word)) || word.Is("proposal") || word.Is("decision") || word.Is("demand");

    /// <summary>People and bodies who do or suffer something and whom no list has as actors.</summary>
    private void People(Draft draft, RootTree? known, AnnotatedReport report, Sentence sentence)
    {
        RootTree? tree = known;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            Token token = report.Tokens[t];
            if (token.Tag is not (Upos.Noun or Upos.Propn) || draft.IsTaken(token.Span))
                continue;
            int at = t - sentence.FirstToken;
            // Aircraft and tanks act; where force is used against them they are things.
            if (ThingTargets.IsThing(words, token.Lemma) && Thing(draft, tree ??= new RootTree(report, sentence, lexicon), sentence, at))
                continue;
            if (token.Relation == "compound" && ForceOf(token.Lemma) is { } force)
            {
                // "police gunfire", "rebel shelling": whose deed it is.
                tree ??= new RootTree(report, sentence, lexicon);
                if (tree.Head(at) == at + 1 && (tree.WordAt(at + 1).Roots is [EventType.Assault, ..] && tree.WordAt(at + 1).Is("attack") || tree.Lemma(at + 1) is "crackdown" or "blockade" or "siege" or "takeover" or "crack-down"))
                    draft.Add(new ActorMention(token.Span, token.Span, sentence.Index, MentionForm.Nominal, draft.Described(token.Text, force.Kind, force.Class)));
                continue;
            }
            if (!IsPart(token.Relation) || KindOf(token) is not { } people)
                continue;
            tree ??= new RootTree(report, sentence, lexicon);
            // "the president's brother": one who is mostly named elsewhere, which only the reading of identity can tell.
            if (!TakesPart(tree, at, people.Kind) || (people is { Kind: ActorKind.Group, Class: null } && token.Lower == token.Lemma && tree.Child(at, "nmod") is >= 0 and int owner && owner < at))
                continue;
            if (IsAnybody(tree, at, token.Lemma))
                continue;
            // "the Army of Peru" is one name; what reads names knows it better.
            if (tree.Child(at, "nmod") is int whole && whole > at && tree.Case(whole) == "of" && (tree[whole].Tag == Upos.Propn || char.IsUpper(tree[whole].Text[0])))
                continue;
            int first = at;
            for (int c = tree.FirstChild(at); c >= 0 && c < at; c = tree.Next(c))
            {
                if (first == at && tree.Relation(c) is "det" or "amod" or "compound" or "nummod")
                    first = c;
            }
            // "12- and 10-year-old sons": two of something, of which only the last hangs together.
            bool listed = false;
            for (int i = first + 1; i < at; i++)
                listed |= tree[i].Tag == Upos.Cconj;
            if (listed)
                continue;
            TextSpan span = TextSpan.FromBounds(tree[first].Span.Start, token.Span.End);
            if (!draft.IsTaken(span))
                draft.Add(new ActorMention(span, token.Span, sentence.Index, MentionForm.Nominal, draft.Described(ActorDescription.Bare(span.Of(report.Report.Text)), people.Kind, people.Class)));
        }
    }

    /// <summary>The thing that a deed of force is done to, where its phrase names nobody whose it is.</summary>
    private bool Thing(Draft draft, RootTree tree, Sentence sentence, int at)
    {
        if (!ThingTargets.IsTarget(tree, words, at))
            return false;
        int first = at;
        for (int c = tree.FirstChild(at); c >= 0; c = tree.Next(c))
        {
            // "a camp for refugees", "the headquarters of the army": those are hit.
            if (c > at && ((tree.Is(c, "nmod") && tree.Case(c) is "of" or "for" && draft.IsTaken(tree[c].Span)) || (tree.Is(c, "acl") && tree.Lemma(c) == "belong")))
                return false;
            if (c < at && first == at && tree.Relation(c) is "amod" or "compound" or "nmod")
                first = c;
        }
        while (tree.FirstChild(first) is >= 0 and int before && before < first && first < at)
            first = before;
        TextSpan span = TextSpan.FromBounds(tree[first].Span.Start, tree[at].Span.End);
        if (draft.IsTaken(span))
            return false;
        draft.Add(new ActorMention(span, tree[at].Span, sentence.Index, MentionForm.Nominal, draft.Described(ActorDescription.Bare(span.Of(draft.Report.Report.Text)), ActorKind.Thing, null)));
        return true;
    }

    private static (ActorKind Kind, string Class)? ForceOf(string lemma) => lemma switch
    {
        "police" => (ActorKind.Police, "police"),
        "government" or "regime" => (ActorKind.Government, "government"),
        "army" or "troop" or "troops" or "soldier" or "navy" or "military" => (ActorKind.ArmedForce, "soldier"),
        "rebel" or "insurgent" or "guerrilla" or "militia" or "separatist" => (ActorKind.Group, "rebel"),
        "militant" or "jihadist" or "gunman" or "sniper" or "extremist" or "islamist" => (ActorKind.Group, "gunman"),
        _ => null,
    };

    /// <summary>"any member", "no official", "a person": nobody in particular.</summary>
    private bool IsAnybody(RootTree tree, int at, string lemma)
    {
        int det = tree.Child(at, "det");
        string word = det >= 0 ? tree.Lower(det) : "";
        return word is "any" or "every" or "each" or "no" or "such" or "another" or "either" or "neither" || (words.Is("anybody", lemma) && tree.Child(at, "nummod") < 0 && word is "a" or "an" or "");
    }

    private static bool IsPart(string relation) => relation is "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "obl:agent" or "nmod" or "conj";

    /// <summary>Whether the word stands where one who acts or suffers stands.</summary>
    private static bool TakesPart(RootTree tree, int at, ActorKind kind)
    {
        for (int step = 0; step < 6 && tree.Is(at, "conj") && tree.Head(at) >= 0; step++)
            at = tree.Head(at);
        int head = tree.Head(at);
        if (head < 0)
            return false;
        string preposition = tree.Case(at);
        bool taken = tree.Relation(at) switch
        {
            "nsubj" or "obj" or "iobj" => IsAct(tree, head),
            "obl" => IsAct(tree, head) && preposition is "by" or "against" or "to" or "on" or "with",
            "nmod" => IsDeed(tree.WordAt(head)) && preposition is "by" or "of" or "against" or "on" or "between" or "with",
            _ => false,
        };
        // Aircraft and guns act; shot down, they are things.
        return taken && (kind != ActorKind.ArmedForce || (tree.Is(at, "nsubj") && tree.FullRelation(at) == "nsubj"));
    }

    /// <summary>What the noun names, as one who can act; null where it names no people and no body.</summary>
    private (ActorKind Kind, string? Class)? KindOf(Token token)
    {
        string lemma = token.Tag == Upos.Propn ? token.Lower : token.Lemma;
        RootWord word = lexicon.Noun(lemma) ?? RootWord.Unknown;
        if (word.Is("court"))
            return (ActorKind.Organisation, "court");
        if (word.Is("police"))
            return (ActorKind.Police, "police");
        if (word.Is("troops") && word.Is("armed"))
            return (ActorKind.ArmedForce, null);
        if (word.Is("official"))
            return (ActorKind.Group, "official");
        if (word.Is("crowd"))
            return (ActorKind.Group, null);
        return token.Tag == Upos.Noun && (words.Is("people", lemma) || words.Is("crowd", lemma)) ? (ActorKind.Group, null) : null;
    }

    /// <summary>The additions to one report, while they are collected.</summary>
    private sealed class Draft(AnnotatedReport report, IReadOnlySet<string> seats)
    {
        private readonly List<ReportActor> _actors = [.. report.Actors];
        private readonly List<ActorMention> _added = [];
        private List<PlaceMention>? _places;

        public AnnotatedReport Report => report;

        public bool IsTaken(TextSpan span)
        {
            int low = 0, high = report.Mentions.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (report.Mentions[middle].Span.Start < span.End)
                    low = middle + 1;
                else
                    high = middle;
            }
            // Mentions nest, but never deeply.
            for (int i = low - 1; i >= 0 && i >= low - 8; i--)
            {
                if (report.Mentions[i].Span.Overlaps(span))
                    return true;
            }
            return _added.Count > 0 && _added.Exists(mention => mention.Span.Overlaps(span));
        }

        public void Add(ActorMention mention) => _added.Add(mention);

        public void MarkGovernment(int place)
        {
            _places ??= [.. report.Places];
            _places[place] = _places[place] with { Use = ToponymUse.Government };
        }

        public int Government(GazetteerPlace country, string name)
        {
            // "U.S. troops" beside "the Pentagon", "Russia" beside "Moscow": the country itself, not an office or a seat of it.
            int known = _actors.FindIndex(actor => actor.Kind == ActorKind.Government && actor.Country == country.Country && (string.Equals(actor.Name, name, StringComparison.Ordinal) || actor.Names.Contains(name)));
            if (known < 0)
                known = _actors.FindIndex(actor => actor.Kind == ActorKind.Government && actor.Country == country.Country && !seats.Contains(actor.Name) && !IsCapital(actor.Name));
            if (known >= 0)
                return known;
            _actors.Add(new ReportActor(_actors.Count, name, ActorKind.Government, country.Country, true, [], [], [name]) { Class = "government" });
            return _actors.Count - 1;
        }

        private bool IsCapital(string name)
        {
            foreach (PlaceMention place in report.Places)
            {
                if (place.Place is { IsCapital: true } && place.Span.Length == name.Length && place.Span.Of(report.Report.Text).Equals(name, StringComparison.Ordinal))
                    return true;
            }
            return false;
        }

        public int Town(PlaceMention place)
        {
            string name = place.Span.Of(report.Report.Text);
            int known = _actors.FindIndex(actor => actor.Kind == ActorKind.Group && actor.Country == place.Place!.Country && string.Equals(actor.Name, name, StringComparison.Ordinal));
            if (known >= 0)
                return known;
            _actors.Add(new ReportActor(_actors.Count, name, ActorKind.Group, place.Place!.Country, false, [], [], [name]));
            return _actors.Count - 1;
        }

        public int Described(string name, ActorKind kind, string? sideClass)
        {
            _actors.Add(new ReportActor(_actors.Count, name, kind, null, false, [], [], [name]) { Class = sideClass });
            return _actors.Count - 1;
        }

        public AnnotatedReport Finish()
        {
            if (_added.Count == 0)
                return report;
            List<ActorMention> mentions = [.. report.Mentions, .. _added];
            mentions.Sort((left, right) => left.Span.CompareTo(right.Span));
            return report with { Actors = _actors, Mentions = mentions, Places = _places ?? report.Places };
        }
    }
}
