using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Makes figure claims of numbers whose measure the governing word tells.</summary>
internal sealed class FigureReader(LanguageData data, WordClasses words, StatusReader statuses, AttributionReader attributions)
{
    // Words in a line that only labels a number, or only gives it.
    private const int LongestLabel = 4;

    // Claims before a sentence among which it goes on from people who were counted.
    private const int RecentClaims = 12;

    private readonly FigureMeasures _measures = new(data, words);
    private readonly FigureTree _tree = new(data);
    private readonly FigurePatterns _patterns = new(data, words);
    private readonly FigureNeighbours _neighbours = new(data, words);
    private readonly FigureFates _fates = new(data, words);

    /// <summary>
    /// The figures of one sentence; <paramref name="events"/> are its events with their indexes in the report's claims, <paramref name="before"/> the claims of the sentences before.
    /// </summary>
    public IReadOnlyList<FigureClaim> Read(ClauseModel model, ReportView view, HistoryReader history, IReadOnlyList<(int Index, EventClaim Claim)> events, IReadOnlyList<Claim> before, List<Declined> declined)
    {
        SentenceView s = model.Sentence;
        IReadOnlyList<int> numbers = view.QuantitiesOf(s.Sentence.Index);
        if (numbers.Count == 0)
            return [];
        List<FigureClaim> claims = [];
        List<int> unmeasured = [];
        MeasuredNumber? last = null, aside = null;
        int asideEnd = -1;
        bool terms = _tree.HasTerm(view.Report, s.Sentence), harms = _tree.HasHarm(view.Report, s.Sentence);
        bool parts = numbers.Count > 1 && FigureTree.HasPart(view.Report, s.Sentence);
        bool protest = history.ProtestNearby || events.Any(item => item.Claim.Type == EventType.Protest) || _neighbours.NamesProtest(s);
        bool displaced = before.Count > 0 && before.Skip(Math.Max(0, before.Count - RecentClaims)).Any(claim => claim is FigureClaim { Measure: Measure.Displaced });
        List<HarmSign>? signs = null;
        SentenceTree? tree = terms || harms || parts ? new SentenceTree(view.Report, s.Sentence) : null;
        foreach (int index in numbers)
        {
            QuantityMention quantity = view.Report.Quantities[index];
            int at = s.TokenAt(quantity.NumberSpan.Start);
            if (FigurePatterns.IsRefused(s, quantity) || IsYear(s, quantity))
                continue;
            if (quantity.Kind == QuantityKind.Count && FigureChanges.IsDifference(s, quantity))
            {
                declined.Add(new Declined("D106", "The number tells by how much another one differs.", quantity.Span));
                continue;
            }
            if (FigurePatterns.IsComparison(s, quantity))
                continue;
            bool count = quantity is { Kind: QuantityKind.Count, Unit: null } && at < s.Count && s.TimeAt[at] < 0;
            NumberPlace place = new(s, quantity);
            MeasuredNumber? measured = _measures.Measure(model, quantity, last, protest) ?? TakingPart(model, quantity, events);
            // "two of the three soldiers were wounded": only what is said of the three alone holds for them.
            bool whole = quantity.Kind == QuantityKind.Count && FigurePatterns.IsWhole(s, at);
            if (whole && measured is not null && measured.Rule is not "after")
                measured = null;
            // "the deaths are fourteen civilians, five soldiers and a guard": the list goes on.
            if (count && measured is { Rule: "strength" } && last is { Rule: "turn:the-dead" or "another" } && FigurePatterns.IsAnother(s, quantity, last))
                measured = _measures.Another(model, quantity, last);
            if (count && !whole)
                measured = OfNeighbours(model, quantity, place, measured);
            if (count && !whole && measured is null && _neighbours.State(s, place) is { } state)
                measured = _measures.FromTree(model, quantity, state, null);
            if (!whole && measured is null or { Rule: "hold" } && count && !_neighbours.CountsBodies(place))
                measured = OfTurn(model, quantity, last, measured, protest) ?? measured;
            if (count && !whole && (measured is null || measured.Measure is Measure.Hostages or Measure.Detained) && _fates.Find(s, place, quantity, _measures.CountsPeople(model, quantity) || place.Lemma is "part", displaced || last?.Measure == Measure.Displaced, protest, last) is { } fate)
                measured = _measures.FromTree(model, quantity, fate, null);
            if (count && at < asideEnd && aside is not null && (measured is null || measured.Measure == aside.Measure || measured.Rule is "after" && aside.Measure == Measure.Missing))
                measured = _measures.CountsPeople(model, quantity) ? _measures.Part(model, quantity, aside) : measured;
            if (tree is not null && !whole && quantity is { Kind: QuantityKind.Count, Unit: null } && (measured is null || measured.Measure == Measure.Displaced))
                measured = OfTree(model, quantity, tree, measured, terms, harms ? signs ??= _tree.Signs(tree) : []) ?? PartOf(model, view, quantity, tree, last, claims);
            measured ??= UnderLabel(model, view, quantity);
            if (count && !whole && measured is null && place.Head >= 0 && (_neighbours.Shared(s, place) ?? _neighbours.Predicate(s, place)) is { } shared && _measures.MayBePeople(model, quantity))
                measured = _measures.FromTree(model, quantity, shared, null);
            // Soldiers, patients and prisoners who are moved have not lost their homes.
            if (measured is { Measure: Measure.Displaced, Term: "evicted" } && place.Lemma is "diplomat" or "envoy" or "ambassador" or "official" or "journalist" or "spy" or "attache" or "staff" or "employee" or "member")
                measured = measured with { Measure = Measure.Other, Term = "expelled" };
            if (measured is { Measure: Measure.Displaced, Term: "relocated" } && _measures.IsMovedByDuty(model, quantity))
                measured = null;
            if (measured is { Measure: Measure.Killed or Measure.Injured } && _neighbours.IsBoth(s, measured))
                measured = measured with { Measure = Measure.Casualties };
            // No part of a person is counted: "a quake of 5.1 injured six".
            if (measured is { Unit: "people" } && quantity.Low != decimal.Truncate(quantity.Low))
                measured = null;
            if (measured is null)
            {
                unmeasured.Add(index);
                if (quantity is { Kind: QuantityKind.Count, High: not 1 } && NounOf(model, quantity) is { } people && words.Is("people", s.Lemma(people.Head)) && s.Lower(people.First) is not ("a" or "an"))
                    declined.Add(new Declined("D102", "People are counted without saying what happened to them.", quantity.Span));
                continue;
            }
            // "nine were wounded, two of them seriously": some of those just counted.
            if (count && (measured.Rule is "turn:adverb" or "turn:among" || last is not null && last.Measure == measured.Measure && IsSomeOf(s, place)))
                measured = measured with { Scope = FigureMeasures.WithPart(measured.Scope) };
            // "one of the five victims was killed at the door": the others are dead too.
            else if (count && s.Lower(place.End) == "of" && place.Lemma is "victim" or "fatality" && FigurePatterns.IsWhole(s, WholeAt(s, place.End)))
                measured = measured with { Scope = FigureMeasures.WithPart(measured.Scope) };
            else if (count && measured.Measure is Measure.Killed or Measure.Injured or Measure.Detained && FigureParts.IsBesideOthers(model, quantity, measured, words))
                measured = measured with { Scope = FigureMeasures.WithPart(measured.Scope) };
            if (Build(model, view, history, index, measured, events) is not { } claim)
                continue;
            if (claim.Measure == Measure.Displaced && claim.Term is null && model.Sentence.TokenAt(measured.Word.Start) is int word && word < s.Count && _tree.TermOf(s[word]) is { } named)
                claim = claim with { Term = named };
            claims.Add(claim);
            last = measured;
            if (count && at >= asideEnd && measured.Unit == "people" && _neighbours.Aside(s, place) is { End: > 0 } opened && s.Lower(opened.Open + 1) != "aged")
                (aside, asideEnd) = (measured, opened.End);
        }
        if (claims.Find(claim => claim is { Measure: Measure.Aboard, Unit: "people", Status: ClaimStatus.Happened }) is { } aboard && FigurePatterns.AllDied(s) is { } death)
            claims.Add(aboard with { Measure = Measure.Killed, Rule = "figure:all", Evidence = aboard.Evidence.Union(death) });
        FigureParts.MarkSums(claims, view.Report);
        FigureParts.Replace(s, claims, unmeasured, declined);
        return claims;
    }

    /// <summary>What the words right at the number tell, where the clause tells nothing or something else.</summary>
    private MeasuredNumber? OfNeighbours(ClauseModel model, QuantityMention quantity, NumberPlace place, MeasuredNumber? measured)
    {
        bool bodies = _neighbours.CountsBodies(place);
        if (_neighbours.Find(model.Sentence, place, _measures.MayBePeople(model, quantity)) is not { } told)
            return bodies ? null : measured;
        if (measured is not null && measured.Measure == told.Measure && measured.Rule != "another")
            return measured;
        MeasuredNumber found = _measures.FromTree(model, quantity, told, null);
        return bodies ? found with { OfText = "people", OfActor = -1 } : found;
    }

    /// <summary>The token of the number behind "of the".</summary>
    private static int WholeAt(SentenceView s, int of) => s.Lower(of + 1) is "the" or "those" or "these" or "their" or "its" or "his" or "her" or "our" ? of + 2 : of + 1;

    /// <summary>"11/16 2010 A battalion marches": a year before a phrase of its own counts nobody.</summary>
    private static bool IsYear(SentenceView s, QuantityMention quantity)
    {
        if (quantity is not { Kind: QuantityKind.Count, Low: >= 1900 and <= 2099 } || quantity.NumberSpan.Length != 4)
            return false;
        int end = s.TokenAt(quantity.Span.End), at = s.TokenAt(quantity.NumberSpan.Start);
        return s.Tag(end) == Upos.Det || s.Lower(end) is "a" or "an" or "the" || s.Lower(at - 1) is "/" || (at > 0 && s[at - 1].Text.Contains('/', StringComparison.Ordinal));
    }

    /// <summary>", two of them seriously", "(12 of whom were children)": whether the number tells of some of those counted right before it.</summary>
    private static bool IsSomeOf(SentenceView s, NumberPlace p) =>
        s.Lower(p.End) == "of" && s.Lower(p.End + 1) is "them" or "whom" or "these" or "those" && p.First > 0 && s[p.First - 1].Text is "," or "(" or "–" or "—" or "-" or ";" or "and";

    /// <summary>What the words around the number tell, where no clause does.</summary>
    private MeasuredNumber? OfTurn(ClauseModel model, QuantityMention quantity, MeasuredNumber? last, MeasuredNumber? clause, bool protest)
    {
        if (clause is not null)
            return clause.Rule == "hold" && IsForRansom(model.Sentence, quantity) ? clause with { Measure = Measure.Hostages } : null;
        if (_patterns.Find(model.Sentence, quantity, _measures.CountsPeople(model, quantity), last, protest) is not { } turn)
            return last is not null && _measures.CountsPeople(model, quantity) && FigurePatterns.IsAnother(model.Sentence, quantity, last) ? _measures.Another(model, quantity, last) : null;
        MeasuredNumber found = _measures.FromTree(model, quantity, turn, null);
        return turn.Rule switch
        {
            "turn:the-dead" when model.Sentence.Lower(turn.Anchor - model.Sentence.Sentence.FirstToken - 2) is "among" or "amongst" => found with { Scope = FigureMeasures.WithPart(found.Scope) },
            "turn:of-the" => found with { Scope = FigureMeasures.WithPart(found.Scope) },
            "turn:unit-of" => found with { Scope = [.. found.Scope.Append("strength").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] },
            "turn:body" or "turn:lives" => found with { OfText = "people" },
            _ => found,
        };
    }

    /// <summary>What carries people away has not fled itself.</summary>
    private bool IsCraft(SentenceView s, int head) => words.Is("vehicle", s.Lemma(head)) || s.Lemma(head) is "aircraft" or "plane" or "jet" or "helicopter" or "flight" or "ship" or "boat" or "bus" or "train" or "ferry" or "vessel" or "truck" or "lorry" or "ambulance" or "airliner" or "warship" or "convoy";

    private static bool IsForRansom(SentenceView s, QuantityMention quantity)
    {
        for (int i = s.TokenAt(quantity.Span.End); i < s.Count && s.Tag(i) != Upos.Punct; i++)
        {
            if (s.Lower(i) is "ransom" or "hostage" or "captive")
                return true;
        }
        return false;
    }

    /// <summary>What the tree tells of the number; the shallow reading's claim with its term where it has one already.</summary>
    private MeasuredNumber? OfTree(ClauseModel model, QuantityMention quantity, SentenceTree tree, MeasuredNumber? shallow, bool terms, List<HarmSign> signs)
    {
        SentenceView s = model.Sentence;
        int number = s.TokenAt(quantity.NumberSpan.End - 1);
        if (number >= s.Count || s.TimeAt[number] >= 0)
            return shallow;
        int at = s.Sentence.FirstToken + number;
        int counted = quantity.HeadToken >= tree.First && quantity.HeadToken < tree.End ? quantity.HeadToken : -1;
        if (terms && _tree.Term(tree, at, counted) is { } term && !(term.Measure == Measure.Displaced && counted >= 0 && IsCraft(s, counted - s.Sentence.FirstToken)))
        {
            MeasuredNumber named = _measures.FromTree(model, quantity, term, shallow);
            return FigureTree.IsOfWhich(tree, at) ? named with { Scope = FigureMeasures.WithPart(named.Scope) } : named;
        }
        return shallow is null && signs.Count > 0 && quantity.High != 0 && FigureTree.Harm(tree, signs, at, counted) is { } harm && _measures.CountsPeople(model, quantity) ? _measures.FromTree(model, quantity, harm, null) : shallow;
    }

    /// <summary>"Killed:" on a line of its own over "12": the line above tells what the number counts.</summary>
    private MeasuredNumber? UnderLabel(ClauseModel model, ReportView view, QuantityMention quantity)
    {
        SentenceView s = model.Sentence;
        int before = s.Sentence.Index - 1;
        if (s.Count > LongestLabel || before < 0 || quantity is not { Kind: QuantityKind.Count, Unit: null } || view.QuantitiesOf(s.Sentence.Index).Count != 1)
            return null;
        Sentence label = view.Report.Sentences[before];
        if (label.Paragraph != s.Sentence.Paragraph - 1 || label.EndToken - label.FirstToken > LongestLabel || view.Report.Tokens[label.EndToken - 1].Text != ":")
            return null;
        for (int i = label.FirstToken; i < label.EndToken; i++)
        {
            if (_measures.OfLabel(view.Report.Tokens[i]) is { } measure)
                return new MeasuredNumber(measure, "label", view.Report.Tokens[i].Span, null, quantity.Span, "people", -1, "people", [], false);
        }
        return null;
    }

    /// <summary>"At least 23 people, including seven children": a part of the number before it, never another toll.</summary>
    private MeasuredNumber? PartOf(ClauseModel model, ReportView view, QuantityMention quantity, SentenceTree tree, MeasuredNumber? last, List<FigureClaim> claims)
    {
        SentenceView s = model.Sentence;
        int number = s.TokenAt(quantity.NumberSpan.End - 1);
        if (last is null || claims.Count == 0 || number >= s.Count || last.Unit != "people" || !FigureParts.IsToll(last.Measure) && last.Measure is not (Measure.Aboard or Measure.Troops) && last is not { Measure: Measure.Other, Term: not null })
            return null;
        QuantityMention whole = view.Report.Quantities[claims[^1].Quantity];
        int counted = quantity.HeadToken >= tree.First && quantity.HeadToken < tree.End ? quantity.HeadToken : -1;
        // "arrested 40 people and released 12 of them": what was done with the part is said.
        NumberPlace place = new(s, quantity);
        if (s.Tag(place.Prior) == Upos.Verb && s[place.Prior].Span.Start > last.Word.Start && s[place.Prior].Xpos is "VBD" or "VBN" or "VBP" or "VBZ")
            return null;
        return quantity.Low > 0 && (whole.High is null || whole.High >= quantity.Low) && FigureTree.IsPart(tree, s.Sentence.FirstToken + number, counted) && _measures.CountsPeople(model, quantity)
            ? _measures.Part(model, quantity, last) : null;
    }

    /// <summary>"About 900 teachers began a strike": those who are the subject of a protest take part in it.</summary>
    private MeasuredNumber? TakingPart(ClauseModel model, QuantityMention quantity, IReadOnlyList<(int Index, EventClaim Claim)> events)
    {
        SentenceView s = model.Sentence;
        if (quantity is not { Kind: QuantityKind.Count, Unit: null } || NounOf(model, quantity) is not { } people || !words.Is("people", s.Lemma(people.Head)))
            return null;
        foreach (VerbGroup verb in model.Verbs)
        {
            if (verb.Passive || !verb.Subjects.Contains(people))
                continue;
            foreach ((int _, EventClaim claim) in events)
            {
                if (claim is { Type: EventType.Protest, Mode: "strike" or "demo" or "hunger" or "obstruct" } && claim.Trigger.Overlaps(s.SpanOf(verb.First, verb.End)))
                {
                    int first = Math.Min(people.Head, s.TokenAt(quantity.Span.End));
                    TextSpan of = s.SpanOf(first, people.End);
                    return new MeasuredNumber(Measure.Participants, "protest", s[verb.Head].Span, verb, of, of.Of(s.Report.Report.Text), ActorLookup.ActorOf(s, people), "people", [], false);
                }
            }
        }
        return null;
    }

    private static NounPhrase? NounOf(ClauseModel model, QuantityMention quantity)
    {
        int at = model.Sentence.TokenAt(quantity.NumberSpan.Start);
        return model.Nouns.FirstOrDefault(np => at >= np.First && at < np.End);
    }

    private FigureClaim? Build(ClauseModel model, ReportView view, HistoryReader history, int index, MeasuredNumber measured, IReadOnlyList<(int Index, EventClaim Claim)> events)
    {
        SentenceView s = model.Sentence;
        QuantityMention quantity = view.Report.Quantities[index];
        ClauseStatus status = measured.Verb is { } verb ? statuses.Read(model, verb) : ClauseStatus.Plain;
        // "none of the 45 aboard was hurt": they were aboard all the same.
        if (status.Status == ClaimStatus.Denied && ((quantity.Low == 0 && quantity.High == 0) || (measured.Measure == Measure.Aboard && measured.Rule == "after")))
            status = ClauseStatus.Plain;
        bool rate = measured.Scope.Any(word => word.StartsWith("per-", StringComparison.Ordinal));
        if (rate && status is { IsNothing: true, By: "habit" })
            status = ClauseStatus.Plain;
        if (Instructions.Cover(s, s.TokenAt(quantity.Span.Start)) || (status.IsNothing && status.By is "question" or "habit" or "fiction"))
            return null;
        // "to save four of them", "sent buses to evacuate 300": what for, not what came of it.
        if (status is { IsNothing: true, By: "purpose" } && measured is { Measure: Measure.Rescued or Measure.Detained or Measure.Displaced or Measure.Hostages, Verb: { Kind: ClauseKind.Infinitive, Passive: false } aim } && measured.Word.Overlaps(s[aim.Head].Span))
            status = new(ClaimStatus.Planned, "purpose");
        if (status.IsNothing)
            status = new(measured.Measure is Measure.Troops or Measure.Police ? ClaimStatus.Planned : ClaimStatus.Happened, status.By);
        (IReadOnlyList<AttributionLink> links, ClauseStatus bySpeech, _) = attributions.Read(view, s, quantity.Span, measured.Verb);
        if (measured.Verb is { } told && TellersWithin.LinkOf(model, told.Head) is { } teller && !links.Any(link => link.Span is { } known && known.Overlaps(teller.Span!.Value)))
            links = [.. links, teller];
        status = status.Under(bySpeech);
        // "denied any role in the bombing that killed 12": who denies it takes the dead for granted.
        if (status.Status is ClaimStatus.Denied or ClaimStatus.Alleged && measured.Verb is { } qualifying && FigureSetting.IsTakenForGranted(s, qualifying))
            (status, links) = (ClauseStatus.Plain, [.. links.Where(link => link.Kind == AttributionKind.Agency)]);
        // "Police put the number at 4,000": who estimates is who says so.
        if (measured.Rule is "crowd" or "turn:counted" && measured.Verb is { Subjects: [.., NounPhrase estimator] } && s.Lemma(measured.Verb.Head) is "put" or "estimate" or "count")
        {
            TextSpan by = s.SpanOf(estimator.First, estimator.End);
            links = [.. links.Where(link => link.Kind != AttributionKind.Speaker), new AttributionLink(AttributionKind.Speaker, by.Of(view.Report.Report.Text), ActorLookup.ActorOf(s, estimator), by)];
        }
        int time = measured.Verb is { } clause ? ClaimSetting.TimeOf(model, view, clause, status.Status) : ClaimSetting.TimeBetween(model, 0, s.Count, ofVerb: true);
        int place = measured.Verb is { } inClause ? ClaimSetting.PlaceOf(model, view, inClause, status.Status) : -1;
        // "last week's strike that killed 32": they died when that strike was.
        int antecedent = time < 0 || FigureSetting.FollowsTime(s, measured) ? FigureSetting.OfAntecedent(model, measured) : -1;
        bool since = antecedent >= 0 && IsSince(view.Report.Times[antecedent]), recalled = since && FigureSetting.BeganLongAgo(view, antecedent);
        if (antecedent >= 0)
            time = since ? -1 : antecedent;
        if (FigureSetting.IsAfterwards(s, measured))
            time = -1;
        ClaimStatus standing = recalled && status.Status == ClaimStatus.Happened ? ClaimStatus.Background : RecalledHistory.Of(model, view, history, measured.Verb, status.Status, time);
        if (OwnSetting(s, quantity) is { } own)
            (time, place) = (own.Time >= 0 ? own.Time : time, own.Place >= 0 ? own.Place : place);
        bool sum = measured.Scope.Contains("since");
        if (sum && (time < 0 || !IsSince(view.Report.Times[time])))
            time = Since(view, s, quantity);
        int wherever = FigureSetting.PlaceOfAntecedent(model, measured);
        if (wherever >= 0 && place < 0)
            place = wherever;
        int occasion = since ? -1 : EventOf(s, measured, events);
        // What has been counted for years is not the toll of one day.
        if (sum && occasion >= 0 && events.First(item => item.Index == occasion).Claim is { Time: >= 0 } single && single.Time != time)
            occasion = -1;
        // "a truck attack in X that killed 84, and the shooting in Y that killed 49"
        if (occasion >= 0 && wherever >= 0 && events.First(item => item.Index == occasion).Claim is { Place: >= 0 } elsewhere && elsewhere.Place != wherever && !FigureSetting.IsWithin(view.Report, elsewhere.Place, wherever))
            occasion = -1;
        if (occasion >= 0 && events.First(item => item.Index == occasion).Claim is { } occurrence)
        {
            time = time >= 0 || sum ? time : occurrence.Time;
            place = place >= 0 ? place : occurrence.Place;
            if (occurrence.Status == ClaimStatus.Background && standing == ClaimStatus.Happened)
                standing = ClaimStatus.Background;
        }
        IReadOnlyList<string> scope = measured.Scope;
        // "killed 29 people in X and Y": what is told of two towns is told of neither alone.
        if (place >= 0 && FigureParts.IsToll(measured.Measure) && FigureSetting.IsOfSeveral(s, place))
            (place, scope) = (-1, FigureParts.WithTotal(scope));
        TextSpan evidence = quantity.Span.Union(measured.Word).Union(measured.Of);
        if (measured.Verb is { } around)
        {
            foreach (NounPhrase phrase in around.Subjects.Concat(around.Objects))
                evidence = evidence.Union(s.SpanOf(phrase.First, phrase.End));
        }
        return new FigureClaim
        {
            Measure = measured.Measure,
            Quantity = index,
            Of = measured.OfText,
            OfActor = measured.OfActor,
            Unit = measured.Unit,
            Scope = scope,
            Cumulative = measured.Cumulative,
            Term = measured.Term,
            Event = occasion,
            Evidence = evidence,
            Sentence = s.Sentence.Index,
            Status = standing,
            Attribution = links,
            Time = time,
            NarrativeTime = time < 0 && !sum && !since ? history.CarriedTo(s, measured.Verb, standing, quantity.Span, null) : -1,
            Place = place,
            Rule = "figure:" + measured.Rule,
        };
    }

    private static bool IsSince(TimeMention time) => time.Expression is TimeRange { To: null };

    /// <summary>The nearest "since 2015" of the sentence; -1 where there is none.</summary>
    private static int Since(ReportView view, SentenceView s, QuantityMention quantity)
    {
        int best = -1, distance = int.MaxValue;
        foreach (int time in view.TimesOf(s.Sentence.Index))
        {
            int away = Math.Abs(view.Report.Times[time].Span.Start - quantity.Span.Start);
            if (IsSince(view.Report.Times[time]) && away < distance)
                (best, distance) = (time, away);
        }
        return best;
    }

    /// <summary>"four in the market on Monday and nine on Tuesday": where one verb has several numbers, the time and place right behind each are its own.</summary>
    private static (int Time, int Place)? OwnSetting(SentenceView s, QuantityMention quantity)
    {
        int first = s.TokenAt(quantity.Span.End), own = s.QuantityAt[Math.Min(s.Count - 1, s.TokenAt(quantity.NumberSpan.Start))];
        int time = -1, place = -1, i = first;
        for (; i < s.Count && s.Tag(i) is not (Upos.Punct or Upos.Verb or Upos.Cconj); i++)
        {
            if (s.QuantityAt[i] >= 0 && s.QuantityAt[i] != own)
                return null;
            if (time < 0 && s.TimeAt[i] >= 0)
                time = s.TimeAt[i];
            if (place < 0 && s.PlaceAt[i] >= 0 && s.Lower(i - 1) is "in" or "at" or "near" or "across" or "throughout" or "around" or "outside")
                place = s.PlaceAt[i];
        }
        bool before = false, after = i + 1 < s.Count && s.Lower(i) is "and" or "," && s.QuantityAt[i + 1] >= 0;
        for (int k = s.TokenAt(quantity.Span.Start) - 1; k >= 0 && s.Lower(k) is "and" or "," && !before; k--)
        {
            for (int j = k - 1; j >= 0 && s.Tag(j) is not (Upos.Punct or Upos.Verb or Upos.Cconj) && !before; j--)
                before = s.QuantityAt[j] >= 0;
        }
        return (before || after) && (time >= 0 || place >= 0) ? (time, place) : null;
    }

    /// <summary>The event that the figure belongs to: of its own verb first, else the nearest of a kind that can cause it.</summary>
    private static int EventOf(SentenceView s, MeasuredNumber measured, IReadOnlyList<(int Index, EventClaim Claim)> events)
    {
        int best = -1, distance = int.MaxValue;
        foreach ((int index, EventClaim claim) in events)
        {
            bool fits = measured.Measure switch
            {
                Measure.Killed or Measure.Injured or Measure.Casualties or Measure.Missing =>
                    claim.Type is EventType.Assault or EventType.Accident or EventType.Disaster or EventType.Casualties or EventType.Protest or EventType.Other,
                Measure.Participants => claim.Type == EventType.Protest,
                Measure.Detained => claim is { Type: EventType.Coerce, Mode: "arrest" },
                Measure.Troops or Measure.Police => claim.Type is EventType.Mobilize or EventType.Retreat or EventType.Concede,
                Measure.Hostages => claim is { Mode: "abduct" or "release" },
                Measure.Displaced or Measure.Rescued or Measure.Aboard => claim.Type is EventType.Disaster or EventType.Accident or EventType.Assault or EventType.Aid or EventType.Coerce,
                Measure.Vehicles or Measure.Weapons => claim.Type is EventType.Protest or EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Mobilize,
                Measure.Turnout => claim.Type == EventType.Election,
                _ => false,
            };
            // "Before the offensive of 4 June, the deaths of four were confirmed": not that day's.
            if (!fits || FigureSetting.IsOnlyBefore(s, claim.Trigger))
                continue;
            int away = claim.Trigger.Overlaps(measured.Word) ? 0 : Math.Abs(claim.Trigger.Start - measured.Word.Start) + (claim.Type == EventType.Protest && measured.Measure != Measure.Participants ? 400 : 1);
            if (away < distance)
                (best, distance) = (index, away);
        }
        return best;
    }
}

/// <summary>A number whose measure is known.</summary>
internal sealed record MeasuredNumber(
    Measure Measure, string Rule, TextSpan Word, VerbGroup? Verb, TextSpan Of, string OfText, int OfActor, string Unit, IReadOnlyList<string> Scope, bool Cumulative)
{
    /// <summary>The word family that the report uses: "evacuated", "homeless", "destroyed"; null where the measure says it all.</summary>
    public string? Term { get; init; }
}
