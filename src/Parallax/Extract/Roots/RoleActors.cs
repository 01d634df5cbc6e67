using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>
/// Adds the actors that only the trees show: a country that promises, rejects or is attacked is its government, "French proposal" is one of France,
/// and "farmers blocked the road" has farmers, though no list of actors has them.
/// </summary>
internal sealed class RoleActors(RootLexicon lexicon)
{
    /// <summary>The report with its actors completed; mentions stay in text order.</summary>
    public AnnotatedReport Complete(AnnotatedReport report)
    {
        Draft draft = new(report);
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
                if (report.Places[p].Place is not { Precision: PlacePrecision.Country, Country.Length: > 0 } country || report.Places[p].Use is ToponymUse.Dateline || draft.IsTaken(report.Places[p].Span))
                    continue;
                tree ??= new RootTree(report, sentence, lexicon);
                Country(draft, tree, sentence, p, country);
            }
            People(draft, tree, report, sentence);
        }
        return draft.Finish();
    }

    private static void Country(Draft draft, RootTree tree, Sentence sentence, int index, GazetteerPlace country)
    {
        PlaceMention place = draft.Report.Places[index];
        int head = tree.HeadOf(place.Span);
        if (head < 0 || tree.Child(head, "case") is int possessive && possessive > head && Owned(tree, head) is false)
            return;
        Standing standing = StandingOf(tree, head, adjective: place.Use == ToponymUse.People || tree.Is(head, "compound"));
        if (standing == Standing.None)
            return;
        draft.Add(new ActorMention(place.Span, place.Span, sentence.Index, MentionForm.Name, draft.Government(country)));
        if (standing == Standing.Doer)
            draft.MarkGovernment(index);
    }

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
            if (head < 0)
                return Standing.None;
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
                    return IsAct(tree, head) ? Standing.Doer : Standing.None;
                case "obj" or "iobj" when !adjective:
                    return IsDeed(tree.WordAt(head)) ? Standing.Concerned : Standing.None;
                case "obl" when !adjective:
                    return tree.Case(at) switch
                    {
                        "by" => tree.IsPassive(head) || tree[head].Form == VerbForm.PastParticiple ? Standing.Doer : Standing.None,
                        "to" or "against" or "with" or "upon" or "for" => IsAct(tree, head) && tree.WordAt(head) is { } act && !act.Is("travel") ? Standing.Concerned : Standing.None,
                        "on" or "from" => IsDeed(tree.WordAt(head)) ? Standing.Concerned : Standing.None,
                        _ => Standing.None,
                    };
                case "nmod" when full == "nmod:poss":
                    return IsDeed(tree.WordAt(head)) ? Standing.Doer : Standing.None;
                case "nmod" when !adjective:
                    return !IsDeed(tree.WordAt(head)) ? Standing.None : tree.Case(at) switch
                    {
                        "by" => Standing.Doer,
                        "between" or "with" or "to" or "against" or "on" => Standing.Concerned,
                        "for" => tree.WordAt(head).Is("aid") || tree.WordAt(head).Is("support") ? Standing.Concerned : Standing.None,
                        "of" => tree.WordAt(head).Is("attack") || tree.WordAt(head).Is("sanct") || tree.WordAt(head).Is("criticism") ? Standing.Concerned : Standing.None,
                        "from" => tree.WordAt(head).Is("demand") || tree.WordAt(head).Is("proposal") ? Standing.Doer : Standing.None,
                        _ => Standing.None,
                    };
                case "amod" or "compound":
                    if (IsDeed(tree.WordAt(head)) && !tree.WordAt(head).Is("prisoner"))
                        return Standing.Doer;
                    return IsHit(tree, head) ? Standing.Concerned : Standing.None;
                default:
                    return Standing.None;
            }
        }
        return Standing.None;
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
            if (token.Tag is not (Upos.Noun or Upos.Propn) || token.Relation is not ("nsubj" or "nsubj:pass" or "obj" or "obl" or "obl:agent") || lexicon.Noun(token.Tag == Upos.Propn ? token.Lower : token.Lemma) is not { } word || KindOf(word) is not { } kind || draft.IsTaken(token.Span))
                continue;
            tree ??= new RootTree(report, sentence, lexicon);
            // Aircraft and guns act; shot down, they are things.
            if (kind == ActorKind.ArmedForce && token.Relation != "nsubj")
                continue;
            int at = t - sentence.FirstToken, head = tree.Head(at);
            if (head < 0 || !IsAct(tree, head) || (token.Relation == "obl" && tree.Case(at) is not ("by" or "against" or "to" or "on" or "with")))
                continue;
            // "the Army of Peru" is one name; what reads names knows it better.
            if (tree.Child(at, "nmod") is int owner && owner > at && tree.Case(owner) == "of" && (tree[owner].Tag == Upos.Propn || char.IsUpper(tree[owner].Text[0])))
                continue;
            int first = at;
            for (int c = tree.FirstChild(at); c >= 0 && c < at; c = tree.Next(c))
            {
                if (first == at && tree.Relation(c) is "det" or "amod" or "compound" or "nummod")
                    first = c;
            }
            TextSpan span = TextSpan.FromBounds(tree[first].Span.Start, token.Span.End);
            if (!draft.IsTaken(span))
                draft.Add(new ActorMention(span, token.Span, sentence.Index, MentionForm.Nominal, draft.Described(ActorDescription.Bare(span.Of(report.Report.Text)), kind, word)));
        }
    }

    private static ActorKind? KindOf(RootWord word) =>
        word.Is("court") ? ActorKind.Organisation
        : word.Is("police") ? ActorKind.Police
        : word.Is("troops") && word.Is("armed") ? ActorKind.ArmedForce
        : word.Is("crowd") || word.Is("official") ? ActorKind.Group
        : null;

    /// <summary>The additions to one report, while they are collected.</summary>
    private sealed class Draft(AnnotatedReport report)
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

        public int Government(GazetteerPlace country)
        {
            int known = _actors.FindIndex(actor => actor.Kind == ActorKind.Government && actor.Country == country.Country);
            if (known >= 0)
                return known;
            _actors.Add(new ReportActor(_actors.Count, country.Name, ActorKind.Government, country.Country, true, [], [], [country.Name]) { Class = "government" });
            return _actors.Count - 1;
        }

        public int Described(string name, ActorKind kind, RootWord word)
        {
            _actors.Add(new ReportActor(_actors.Count, name, kind, null, false, [], [], [name]) { Class = word.Is("court") ? "court" : word.Is("police") ? "police" : word.Is("official") ? "official" : null });
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
