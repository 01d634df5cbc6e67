using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Rules Q3 to Q9 over the readings of one scope: which count, how they stand to each other, and whose word weighs more.</summary>
internal static class FigureRules
{
    private const decimal Outgrown = 1.5m;

    /// <summary>The verdict on each reading; <paramref name="items"/> are in order of publication.</summary>
    public static (ReadingUse Use, string Rule)[] Judge(IReadOnlyList<FigureItem> items, ClusterContext context, IReadOnlyList<EventUnit> units)
    {
        (ReadingUse Use, string Rule)[] verdicts = new (ReadingUse, string)[items.Count];
        bool onlyInterested = items.All(i => IsInterested(i, context, units));
        for (int i = 0; i < items.Count; i++)
        {
            FigureItem item = items[i];
            if (IsSuperseded(items, i))
                verdicts[i] = (ReadingUse.Superseded, "Q6");
            else if (IsRepeated(items, i, context))
                verdicts[i] = (ReadingUse.Excluded, "Q7");
            else if (IsInterested(item, context, units))
                verdicts[i] = (onlyInterested ? ReadingUse.Used : ReadingUse.Excluded, "Q5");
            else
                verdicts[i] = (ReadingUse.Used, item.Measure == Measure.Participants ? "Q9" : item.Quantity.Vague ? "Q4" : "Q3");
        }
        return verdicts;
    }

    /// <summary>How the readings stand to each other.</summary>
    public static FigureStatus StatusOf(IReadOnlyList<FigureItem> items, (ReadingUse Use, string Rule)[] verdicts)
    {
        FigureItem[] live = [.. items.Where((_, i) => verdicts[i].Use != ReadingUse.Superseded)];
        bool compatible = live.All(a => live.All(b => a.Value.CompatibleWith(b.Value)));
        if (!compatible)
            return IsRising(items) ? FigureStatus.Series : FigureStatus.Disputed;
        if (items.Any(a => live.Any(b => !a.Value.CompatibleWith(b.Value) || IsOutgrown(a, b))))
            return FigureStatus.Series;
        if (items.Select(i => i.Report.Origin).Distinct(StringComparer.Ordinal).Count() <= 1)
            return FigureStatus.Single;
        return items.All(i => i.Value.SameAs(items[0].Value)) ? FigureStatus.Agreed : FigureStatus.Compatible;
    }

    /// <summary>
    /// How much weight a witness has for Q3: 3 for whoever answers for the counted people or treats them, 2 for another named body or
    /// official, 1 for the outlet itself, 0 for a claim it does not vouch for and for a party to the conflict.
    /// </summary>
    public static int AuthorityOf(FigureItem item, ClusterContext context, IReadOnlyList<EventUnit> units)
    {
        if (item.Claim.Status == ClaimStatus.Alleged && !ClusterContext.IsAttributed(item.Claim) || IsInterested(item, context, units))
            return 0;
        (string? speaker, string? text) = ClusterContext.SaidBy(item.Report, item.Claim);
        if (speaker is null && text is null)
            return 1;
        if (item.Owner is not null && speaker is not null && context.Affinity([item.Owner], [speaker]) >= ActorAffinity.Close)
            return 3;
        if (text is not null && ClusterWords.Split(text).Any(w => w is "hospital" or "hospitals" or "health" or "medics" or "doctors" or "rescuers" or "coroner" or "ambulance"))
            return 3;
        return context.Actor(speaker) is { IsNamed: true } ? 2 : 1;
    }

    /// <summary>Q5: whether a party to the conflict counts its adversary's losses.</summary>
    public static bool IsInterested(FigureItem item, ClusterContext context, IReadOnlyList<EventUnit> units)
    {
        if (!item.IsToll || item.Owner is null)
            return false;
        (string? id, string? _) = ClusterContext.SaidBy(item.Report, item.Claim);
        if (context.Actor(id) is not ClusterActor speaker || context.Actor(item.Owner) is not ClusterActor counted)
            return false;
        bool otherCountry = speaker.Country is not null && counted.Country is not null && !string.Equals(speaker.Country, counted.Country, StringComparison.Ordinal);
        bool otherMembers = speaker.Members.Count > 0 && counted.Members.Count > 0 && !speaker.Members.Overlaps(counted.Members);
        if (!otherCountry && !otherMembers)
            return false;
        if (item.Unit < 0)
            return false;
        // A third country's count of somebody else's dead is not an interested one: the speaker's side must be in the event.
        EventUnit unit = units[item.Unit];
        return unit.Participants.Select(context.Actor).Any(a => a is not null && IsOneSide(a, speaker))
            && unit.Participants.Select(context.Actor).Any(a => a is not null && IsOneSide(a, counted));
    }

    private static bool IsOneSide(ClusterActor a, ClusterActor b) =>
        a.AffinityTo(b) >= ActorAffinity.Close
        || a.Country is not null && string.Equals(a.Country, b.Country, StringComparison.Ordinal)
        || a.Members.Count > 0 && a.Members.Overlaps(b.Members);

    /// <summary>Q6: a later number from the same witness takes the place of the earlier one.</summary>
    private static bool IsSuperseded(IReadOnlyList<FigureItem> items, int index)
    {
        FigureItem item = items[index];
        for (int j = 0; j < items.Count; j++)
        {
            FigureItem later = items[j];
            if (j != index && ClusterContext.PublishedDay(item.Report) is LocalDate first && ClusterContext.PublishedDay(later.Report) is LocalDate second
                && second > first && IsSameSource(item, later) && !item.Value.SameAs(later.Value))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsSameSource(FigureItem a, FigureItem b) =>
        string.Equals(a.Witness, b.Witness, StringComparison.Ordinal)
        || a.Report.Report.Outlet is string paper && string.Equals(paper, b.Report.Report.Outlet, StringComparison.Ordinal)
            && ClusterContext.SaidBy(a.Report, a.Claim).Text is string said && ClusterContext.SaidBy(b.Report, b.Claim).Text is string again && string.Equals(Folding.Fold(said), Folding.Fold(again), StringComparison.Ordinal)
        || !ClusterContext.IsAttributed(a.Claim) && !ClusterContext.IsAttributed(b.Claim)
            && a.Report.Report.Outlet is string outlet && string.Equals(outlet, b.Report.Report.Outlet, StringComparison.Ordinal);

    /// <summary>Q7: copies of one text, and reports that quote one speaker, are one reading: the first published.</summary>
    private static bool IsRepeated(IReadOnlyList<FigureItem> items, int index, ClusterContext context)
    {
        for (int j = 0; j < index; j++)
        {
            if (items[j].ReportIndex != items[index].ReportIndex && items[j].Value.SameAs(items[index].Value)
                && (string.Equals(items[j].Witness, items[index].Witness, StringComparison.Ordinal)
                    || string.Equals(context.OriginOf(items[j].Report), context.OriginOf(items[index].Report), StringComparison.Ordinal)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Whether the two were told while the toll was still coming in: within a day of the event, in the papers of three or more, and not both counted to
    /// the last by somebody who is named. Which of one day's reports is the later is not known; that the toll rose is.
    /// </summary>
    private static bool IsOfOneNight(IReadOnlyList<FigureItem> items, FigureItem a, FigureItem b)
    {
        bool hedged = !a.Value.IsExact || !b.Value.IsExact || items.Any(i => !i.Value.IsExact && (i.Value.Stated == a.Value.Stated || i.Value.Stated == b.Value.Stated));
        if (items.Select(i => i.ReportIndex).Distinct().Count() < 3 || !hedged || IsCounted(a) && IsCounted(b) && a != b)
            return false;
        LocalDate? happened = items.Select(i => i.When).Where(w => w is not null).Select(w => (LocalDate?)w!.Value.Start).Min();
        return happened is LocalDate day && new[] { a, b }.All(i => ClusterContext.PublishedDay(i.Report) is LocalDate told && Period.DaysBetween(day, told) is >= 0 and <= 2);
    }

    /// <summary>"At least 14" of the first day, and 21 on the next: nobody rounds so far, the toll rose.</summary>
    private static bool IsOutgrown(FigureItem early, FigureItem late) =>
        early.IsToll && early.Quantity.Comparator == Comparator.AtLeast && !late.Quantity.Vague && late.Value.Stated >= early.Value.Stated * Outgrown
        && ClusterContext.PublishedDay(early.Report) is LocalDate first && ClusterContext.PublishedDay(late.Report) is LocalDate second && second > first;

    private static bool IsCounted(FigureItem item) => item.Value.IsExact && ClusterContext.IsAttributed(item.Claim);

    /// <summary>Whether a toll only rises with the days of publication, as tolls do while they become known.</summary>
    private static bool IsRising(IReadOnlyList<FigureItem> items)
    {
        if (!items[0].IsToll)
            return false;
        LocalDate? last = null;
        decimal highest = decimal.MinValue;
        decimal highestBefore = decimal.MinValue;
        foreach (FigureItem item in items)
        {
            // A letter or a late page that repeats an earlier number of the series denies no later one.
            bool repeats = !ClusterContext.IsAttributed(item.Claim) && items.Any(o => o != item && o.Value.SameAs(item.Value) && ClusterContext.PublishedDay(o.Report) is LocalDate told && (ClusterContext.PublishedDay(item.Report) is not LocalDate own || told < own));
            if (repeats)
                continue;
            if (ClusterContext.PublishedDay(item.Report) is not LocalDate day)
                return false;
            if (day != last)
                highestBefore = highest;
            else if (items.Any(other => ClusterContext.PublishedDay(other.Report) == day && !other.Value.CompatibleWith(item.Value) && !IsOfOneNight(items, other, item)))
                return false;
            last = day;
            if (item.Value.Most is decimal most && most < highestBefore && !IsOfOneNight(items, item, item))
                return false;
            highest = Math.Max(highest, item.Value.Stated);
        }
        return true;
    }
}
