using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>What events, figures and statements share while they are merged: who and where everything is, and who says so. Built once for a situation.</summary>
internal sealed class ClusterContext
{
    private const double SameAreaKm = 150;
    private const double SamePlaceKm = 12;
    private readonly Dictionary<string, ClusterActor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _originNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopwords;
    private readonly Dictionary<string, string> _speaksFor = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    public ClusterContext(LanguageData data, Identified identified)
    {
        Reports = identified.Reports;
        Classes = data.Made(d => new ClusterClasses(d));
        Groups = data.Made(d => new PeopleGroups(d));
        Credits = new ReportCredits(data);
        Senses = OccurrenceSenses.Of(data);
        Stories = new ReportStories(data, identified.Reports);
        _stopwords = data.Lexicon("merge-stopwords").FirstColumn();
        foreach (Place place in identified.Places)
            _places[place.Id] = place;
        Unlisted = new UnlistedNames(data, identified.Reports, _places);
        foreach (Origin origin in identified.Origins)
            // An agency that only helped with a report is not where it comes from.
            _originNames[origin.Id] = origin.Name is null || origin.Basis == "single" ? origin.Id : WitnessedBy.Key(Credits.Names.KeyOf(origin.Name));
        AddActors(identified);
    }

    public IReadOnlyList<ReportInFusion> Reports { get; }

    public ClusterClasses Classes { get; }

    public PeopleGroups Groups { get; }

    public ReportCredits Credits { get; }

    public UnlistedNames Unlisted { get; }

    public OccurrenceSenses Senses { get; }

    public ReportStories Stories { get; }

    public ClusterActor? Actor(string? id) => id is not null && _actors.TryGetValue(id, out ClusterActor? actor) ? actor : null;

    public Place? Place(string? id) => id is not null && _places.TryGetValue(id, out Place? place) ? place : null;

    /// <summary>The ids of the actors that <paramref name="indexes"/> name in <paramref name="report"/>, ordered, each once.</summary>
    public static string[] ActorIds(ReportInFusion report, IReadOnlyList<int> indexes) =>
        [.. indexes.Where(i => i >= 0 && i < report.ActorIds.Count).Select(i => report.ActorIds[i]).OfType<string>()
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The best affinity between any actor of <paramref name="a"/> and any of <paramref name="b"/>; Unknown where either is empty.</summary>
    public ActorAffinity Affinity(IReadOnlyCollection<string> a, IReadOnlyCollection<string> b)
    {
        if (a.Count == 0 || b.Count == 0)
            return ActorAffinity.Unknown;
        ActorAffinity best = ActorAffinity.Conflict;
        foreach (string left in a)
        {
            foreach (string right in b)
            {
                ActorAffinity pair = Actor(left) is ClusterActor l && Actor(right) is ClusterActor r ? l.AffinityTo(r)
                    : string.Equals(left, right, StringComparison.Ordinal) ? ActorAffinity.Same : ActorAffinity.Unknown;
                if (pair > best)
                    best = pair;
            }
        }
        return best;
    }

    /// <summary>Whether more than one report names the actor.</summary>
    public bool IsShared(string id) => _shared.Contains(id);

    /// <summary>Whether a place is a town or smaller, so that two of them exclude each other.</summary>
    public bool IsTown(string? id) => Place(id) is { Precision: PlacePrecision.Town or PlacePrecision.Exact };

    /// <summary>Whether the two are places of one name, as a town and its province are.</summary>
    public bool HaveOneName(string? a, string? b) =>
        Place(a) is Place left && Place(b) is Place right && string.Equals(left.Country, right.Country, StringComparison.Ordinal) && string.Equals(Folding.Fold(left.Name), Folding.Fold(right.Name), StringComparison.Ordinal)
        && (IsTown(a) || IsTown(b));

    /// <summary>Whether something can have happened in both places.</summary>
    public bool PlacesCompatible(string? a, string? b)
    {
        if (a is null || b is null || string.Equals(a, b, StringComparison.Ordinal))
            return true;
        if (Place(a) is not Place left || Place(b) is not Place right)
            return true;
        if (left.Precision == PlacePrecision.Region || right.Precision == PlacePrecision.Region)
            return left.Country.Length == 0 || right.Country.Length == 0 || string.Equals(left.Country, right.Country, StringComparison.Ordinal);
        if (!string.Equals(left.Country, right.Country, StringComparison.Ordinal))
            return false;
        if (left.Precision == PlacePrecision.Country || right.Precision == PlacePrecision.Country)
            return true;
        // "The village of X, in Y district" stands at the point of Y.
        if (Unlisted.IsUnlisted(a) != Unlisted.IsUnlisted(b) && left.Lat.Equals(right.Lat) && left.Lon.Equals(right.Lon))
            return true;
        if (IsTown(a) && IsTown(b))
            return left.Precision != right.Precision && DistanceKm(left, right) < SamePlaceKm;
        return left.Precision != right.Precision && DistanceKm(left, right) < SameAreaKm;
    }

    /// <summary>Whether both can have happened in one place, whether or not a gazetteer lists it; where words are spoken says little.</summary>
    public bool PlacesCompatible(EventUnit a, EventUnit b)
    {
        if (!PlacesCompatible(a.Place, b.Place))
            return false;
        if (a.IsVerbal || b.IsVerbal || (a.Unlisted.Count == 0 && b.Unlisted.Count == 0))
            return true;
        return a.Unlisted.Count > 0 && b.Unlisted.Count > 0
            ? Unlisted.Compatible(a.Unlisted, b.Unlisted)
            : Unlisted.Compatible(a.Unlisted, b.Place) && Unlisted.Compatible(b.Unlisted, a.Place);
    }

    /// <summary>
    /// The key of the witness behind <paramref name="claim"/>: whoever it is attributed to, else where the report comes from. A speaker in
    /// <paramref name="acting"/> does the deed reported, so that the report itself is the witness.
    /// </summary>
    public string WitnessOf(ReportInFusion report, Claim claim, IReadOnlyCollection<string>? acting = null)
    {
        for (int i = claim.Attribution.Count - 1; i >= 0; i--)
        {
            AttributionLink link = claim.Attribution[i];
            // "Citing the Red Crescent" may name a body that the report does not speak of otherwise, and other reports do.
            string? id = link.Actor >= 0 && link.Actor < report.ActorIds.Count ? report.ActorIds[link.Actor] : _byName.GetValueOrDefault(Folding.Fold(link.Text));
            if (id is not null && acting is not null && acting.Contains(id))
                continue;
            if (link.Kind == AttributionKind.Agency && !ReportCredits.IsText(report, link.Text))
                continue;
            if (link.Kind is AttributionKind.Agency or AttributionKind.Outlet)
                return WitnessedBy.Key(Credits.Names.KeyOf(link.Text));
            if (id is not null && Actor(id) is { IsNamed: true })
                return "actor:" + (_speaksFor.GetValueOrDefault(id) ?? id);
            // "The police" of one event are one body whoever quotes them; "officials" and "witnesses" may be others in every report.
            if (id is not null && _shared.Contains(id) && Actor(id) is { Kind: ActorKind.Police or ActorKind.ArmedForce or ActorKind.Government or ActorKind.Organisation })
                return "actor:" + id;
            // By their words: in each copy of a text "the governor" is another actor, and must not be another witness.
            if (link.Text.Length > 0)
                return WitnessedBy.Nameless(OriginOf(report), Folding.Fold(link.Text));
        }
        // "Reuters reported that": the sentence itself says whose account it is.
        return Credits.In(report, claim.Sentence).FirstOrDefault(c => c.Kind == OutletCreditKind.Reported) is CreditingSentence credit ? WitnessedBy.Key(credit.Outlet) : OriginOf(report);
    }

    /// <summary>The key of whoever the report heard a speaker through: the outlet that was told, or that reports it; its own origin where it names none.</summary>
    public string HeardThrough(ReportInFusion report, Claim claim) =>
        Credits.In(report, claim.Sentence).FirstOrDefault() is CreditingSentence credit ? WitnessedBy.Key(credit.Outlet) : OriginOf(report);

    /// <summary>What <paramref name="report"/> rests on, where <paramref name="witness"/> is who it has a claim from.</summary>
    public WitnessedBy AccountOf(ReportInFusion report, string witness) =>
        new(report.Report.Outlet is string outlet ? WitnessedBy.Key(Credits.Names.KeyOf(outlet)) : null, OriginOf(report), witness);

    /// <summary>The key of the report's own origin.</summary>
    public string OriginOf(ReportInFusion report) => _originNames.TryGetValue(report.Origin, out string? name) ? name : report.Origin;

    /// <summary>Whether somebody other than the report and its agency says <paramref name="claim"/>.</summary>
    public static bool IsAttributed(Claim claim) => claim.Attribution.Any(l => l.Kind != AttributionKind.Agency);

    /// <summary>The actor who says <paramref name="claim"/>, and the words that name them.</summary>
    public static (string? Id, string? Text) SaidBy(ReportInFusion report, Claim claim)
    {
        // An agency credited for the text is where the report comes from, not somebody who says this.
        if (claim.Attribution.LastOrDefault(l => l.Kind != AttributionKind.Agency) is not AttributionLink link)
            return (null, null);
        string? id = link.Actor >= 0 && link.Actor < report.ActorIds.Count ? report.ActorIds[link.Actor] : null;
        return (id, link.Text);
    }

    /// <summary>The day of publication; null where unknown or no exact day.</summary>
    public static LocalDate? PublishedDay(ReportInFusion report) => report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null;

    /// <summary>The content words of a span: lemmas of its tokens that are neither stop words nor punctuation.</summary>
    public IEnumerable<string> ContentOf(ReportInFusion report, TextSpan span)
    {
        IReadOnlyList<Token> tokens = report.Annotated.Tokens;
        for (int i = AnnotatedReport.FirstTokenAt(tokens, span.Start); i < tokens.Count && tokens[i].Span.Start < span.End; i++)
        {
            Token token = tokens[i];
            if (token.Text.Length > 0 && char.IsLetterOrDigit(token.Text[0]) && !_stopwords.Contains(token.Lower) && !_stopwords.Contains(token.Lemma))
                yield return token.Lemma;
        }
    }

    /// <summary>The named actors whose name stands as one word in <paramref name="phrase"/>: the force in "a 4,000-strong UNIFIL mission".</summary>
    public IEnumerable<string> NamedIn(string phrase) =>
        ClusterWords.Split(phrase).Select(w => _byName.GetValueOrDefault(w)).OfType<string>().Where(id => Actor(id) is { IsNamed: true });

    /// <summary>The content words of a phrase, without their tokens.</summary>
    public IEnumerable<string> ContentOf(string phrase) => ClusterWords.Split(phrase).Where(w => !_stopwords.Contains(w));

    private static double DistanceKm(Place a, Place b)
    {
        double lat = (a.Lat - b.Lat) * 111.2;
        double lon = (a.Lon - b.Lon) * 111.2 * Math.Cos((a.Lat + b.Lat) / 2 * Math.PI / 180);
        return Math.Sqrt(lat * lat + lon * lon);
    }

    private void AddActors(Identified identified)
    {
        Dictionary<string, (bool Named, SortedSet<string> Members)> seen = new(StringComparer.Ordinal);
        foreach (ReportInFusion report in identified.Reports)
        {
            foreach (ReportActor actor in report.Annotated.Actors)
            {
                if (actor.Index >= report.ActorIds.Count || report.ActorIds[actor.Index] is not string id)
                    continue;
                (bool named, SortedSet<string> members) = seen.TryGetValue(id, out (bool, SortedSet<string>) known)
                    ? known : (false, new SortedSet<string>(StringComparer.Ordinal));
                members.UnionWith(actor.Members);
                seen[id] = (named || actor.IsNamed, members);
            }
        }
        _shared.UnionWith(identified.Reports.SelectMany(r => r.ActorIds.OfType<string>().Distinct(StringComparer.Ordinal)).CountBy(id => id, StringComparer.Ordinal).Where(c => c.Value > 1).Select(c => c.Key));
        foreach (Actor actor in identified.Actors)
        {
            foreach (string name in actor.Aliases.Select(a => a.Text).Prepend(actor.Name))
                _byName.TryAdd(Folding.Fold(name), actor.Id);
        }
        foreach (Actor actor in identified.Actors)
        {
            (bool named, SortedSet<string> members) = seen.TryGetValue(actor.Id, out (bool, SortedSet<string>) known)
                ? known : (true, new SortedSet<string>(StringComparer.Ordinal));
            SortedSet<string> bodies = new(StringComparer.Ordinal);
            foreach (Role role in actor.Roles)
            {
                if (!role.Former && role.Of is not null && _byName.TryGetValue(Folding.Fold(role.Of), out string? body) && !string.Equals(body, actor.Id, StringComparison.Ordinal))
                {
                    bodies.Add(body);
                    // A spokeswoman's word is her ministry's.
                    if (role.Title.Contains("spokes", StringComparison.OrdinalIgnoreCase) || role.Title.Contains("press secretary", StringComparison.OrdinalIgnoreCase))
                        _speaksFor.TryAdd(actor.Id, body);
                }
            }
            _actors[actor.Id] = new ClusterActor(
                actor.Id, actor.Name, actor.Kind, actor.Country, named, Classes.OfActor(actor.Name, actor.Kind), members, bodies);
        }
    }
}
