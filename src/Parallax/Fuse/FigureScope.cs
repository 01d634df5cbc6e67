using Parallax.Extract;

namespace Parallax.Fuse;

/// <summary>How well two figure claims can count the same thing.</summary>
internal enum ScopeMatch
{
    /// <summary>They count different things, or it is not known that they count the same.</summary>
    Apart,

    /// <summary>They can count the same; only numbers that agree make it likely.</summary>
    Likely,

    /// <summary>They count the same, whatever the numbers.</summary>
    Same,
}

/// <summary>
/// Decides whether figure claims have one scope (rules Q2 and Q8): never over measures, sides, parts and wholes, running totals and single
/// events. In doubt two figures are kept: a wrong dispute is worse than a figure told twice.
/// </summary>
internal sealed class FigureScope(ClusterContext context, Func<int, int, bool> unitsCompatible)
{
    // Two strengths of one force, or two counts of one toll, differ by a count; ten times as many is another part or a greater whole.
    private const decimal StandingRatio = 2m;

    // "Several" and "hundreds" have no ceiling, but nobody means both by one crowd.
    private const decimal VagueRatio = 20m;

    private readonly PeopleGroups _groups = context.Groups;

    /// <summary>Whether <paramref name="a"/> and <paramref name="b"/> may be readings of one figure.</summary>
    public bool MayJoin(FigureItem a, FigureItem b)
    {
        ScopeMatch match = Compare(a, b);
        if (match == ScopeMatch.Apart)
            return false;
        bool compatible = a.Value.CompatibleWith(b.Value);
        if (match == ScopeMatch.Likely)
            return compatible;
        // One report that gives two numbers means two things by them, unless two speakers give them.
        return compatible || a.ReportIndex != b.ReportIndex
            || ClusterContext.IsAttributed(a.Claim) && ClusterContext.IsAttributed(b.Claim) && !string.Equals(a.Witness, b.Witness, StringComparison.Ordinal);
    }

    /// <summary>How well their scopes match.</summary>
    public ScopeMatch Compare(FigureItem a, FigureItem b)
    {
        if (a.Measure != b.Measure || a.IsBackground != b.IsBackground
            || a.Claim.Cumulative != b.Claim.Cumulative && !IsRisen(a, b)
            || IsOneOfMany(a, b) || IsOneOfMany(b, a)
            || !string.Equals(a.Claim.Unit, b.Claim.Unit, StringComparison.Ordinal)
            || !string.Equals(a.Scope, b.Scope, StringComparison.Ordinal)
            || !a.IsStanding && IsPlan(a) != IsPlan(b) && !a.Value.SameAs(b.Value)
            || a.When is { } x && b.When is { } y && !x.Overlaps(y)
            || !a.IsAttribute && !a.IsStanding && a.Window is { } v && b.Window is { } w && !v.Overlaps(w)
            || (a.Quantity.Vague || b.Quantity.Vague) && a.Value.RatioTo(b.Value) > VagueRatio
            || !context.PlacesCompatible(a.Place, b.Place))
        {
            return ScopeMatch.Apart;
        }
        ScopeMatch counted = Counted(a, b);
        if (counted == ScopeMatch.Apart)
            return ScopeMatch.Apart;
        if (a.IsAttribute)
            return a.Value.SameAs(b.Value) || a.Unit >= 0 && a.Unit == b.Unit && a.Measure == Measure.Turnout ? counted : ScopeMatch.Apart;
        if (a.IsStanding)
            return a.Value.RatioTo(b.Value) <= StandingRatio && SameOwner(a, b) ? counted : ScopeMatch.Apart;
        if (a.Unit >= 0 && a.Unit == b.Unit)
            return counted;
        // The event was not recognised as one: only the same telling number, of the same people, in the same days, ties them.
        bool sameNumber = a.Value.SameAs(b.Value) && a.Value.Stated >= 5 && a.Quantity.Comparator == b.Quantity.Comparator && !a.Quantity.Vague && !b.Quantity.Vague;
        bool mayBeOneEvent = a.Unit < 0 || b.Unit < 0 || unitsCompatible(a.Unit, b.Unit);
        return sameNumber && mayBeOneEvent && a.Window is not null && b.Window is not null ? ScopeMatch.Likely : ScopeMatch.Apart;
    }

    // "The toll of the strike has risen to 13" is the toll of the strike; three times as many are those of the whole war.
    private static bool IsRisen(FigureItem a, FigureItem b) => a.IsToll && a.Unit >= 0 && a.Unit == b.Unit && a.Value.RatioTo(b.Value) <= StandingRatio;

    // "A girl died of her wounds" tells of one of the dead, and is no count of them.
    private static bool IsOneOfMany(FigureItem one, FigureItem many) =>
        one.IsToll && one.Value.Stated == 1 && many.Value.Stated > 1 && one.Quantity.Span.Of(one.Report.Report.Text) is "a" or "an" or "A" or "An";

    private static bool IsPlan(FigureItem item) => item.Claim.Status is ClaimStatus.Planned or ClaimStatus.Hypothetical;

    private bool SameOwner(FigureItem a, FigureItem b) =>
        context.Affinity(a.Owners, b.Owners) >= ActorAffinity.Close;

    /// <summary>"Peacekeepers" and "soldiers of the mission": one only qualifies less. A nationality may single out a part.</summary>
    private bool OneSaysLess(FigureItem a, FigureItem b)
    {
        if (a.Unit < 0 || a.Unit != b.Unit || string.Equals(a.Class, ClusterClasses.People, StringComparison.Ordinal))
            return false;
        bool sameSide = string.Equals(SideOf(a), SideOf(b), StringComparison.Ordinal);
        string[] left = [.. a.OfWords.Where(w => !context.Classes.Has(w))];
        string[] right = [.. b.OfWords.Where(w => !context.Classes.Has(w))];
        return sameSide && (left.All(right.Contains) || right.All(left.Contains));
    }

    private string SideOf(FigureItem item) =>
        context.Actor(item.Owner) is ClusterActor owner ? owner.Country + "|" + string.Join(' ', owner.Members.Order(StringComparer.Ordinal)) : "|";

    private ScopeMatch Counted(FigureItem a, FigureItem b)
    {
        ActorAffinity owners = a.Owner is null || b.Owner is null ? ActorAffinity.Unknown : context.Affinity([a.Owner], [b.Owner]);
        bool bothOwned = a.Owner is not null && b.Owner is not null;
        bool sameWords = a.OfWords.Count > 0 && a.OfWords.SetEquals(b.OfWords);
        if (a.IsStanding && SameOwner(a, b) && (a.Class is null || b.Class is null || string.Equals(a.Class, b.Class, StringComparison.Ordinal)))
            return ScopeMatch.Same;
        // "30 militiamen" and "11 attackers" are two groups, whatever else is known of them.
        if (a.OfWords.Any(x => b.OfWords.Any(y => _groups.Differ(x, y))) && !a.OfWords.Overlaps(b.OfWords))
            return ScopeMatch.Apart;
        if (a.Class is not null && b.Class is not null)
        {
            if (!string.Equals(a.Class, b.Class, StringComparison.Ordinal))
            {
                bool totalAndPart = ClusterClasses.Compatible(a.Class, b.Class);
                return totalAndPart && a.Value.SameAs(b.Value) && a.Value.IsExact && a.Value.Stated >= 2 ? ScopeMatch.Likely : ScopeMatch.Apart;
            }
            if (bothOwned && owners == ActorAffinity.Conflict)
                return ScopeMatch.Apart;
            if (sameWords || bothOwned && owners >= ActorAffinity.Close || OneSaysLess(a, b))
                return ScopeMatch.Same;
            return ScopeMatch.Likely;
        }
        if (sameWords)
            return ScopeMatch.Same;
        if (bothOwned && owners == ActorAffinity.Same)
            return ScopeMatch.Same;
        return a.OfWords.Overlaps(b.OfWords) || a.OfWords.Count == 0 && b.OfWords.Count == 0 ? ScopeMatch.Likely : ScopeMatch.Apart;
    }
}
