namespace Parallax.Fuse;

/// <summary>
/// How likely two reports tell of one occurrence, from 0 to 1. It looks at the two alone: what else is told cannot change the answer, so that
/// reports may come in any order and any number. The weights are rounded from a logistic fit to the development parts of the two sets named in
/// docs/reference/quality.md under <c>stories</c>; nothing of their text is kept.
/// </summary>
internal static class StoryMatch
{
    // Unknown days stand for a week apart: neither for nor against.
    private const int UnknownDays = 7;
    private const double CommonName = 9;

    // Below all of these two reports have nothing to do with each other.
    private const double LeastRare = 0.1;
    private const double LeastNames = 0.25;

    public static double Score(ReportProfile a, ReportProfile b)
    {
        double names = a.Names.Cosine(b.Names);
        int persons = Shared(a.Persons, b.Persons);
        double rare = a.Rare.Cosine(b.Rare);
        if (rare < LeastRare && names < LeastNames && persons == 0)
            return 0;
        double rarity = Math.Log(1 + a.PlainNames.CommonAbove(b.PlainNames, CommonName));
        double lead = a.Lead.Cosine(b.Lead), words = a.Words.Cosine(b.Words);
        int days = a.Day is { } x && b.Day is { } y ? Math.Abs(x - y) : UnknownDays;
        double apart = Math.Log(1 + days), week = days <= 7 ? 1 : 0, next = days <= 1 ? 1 : 0;
        double three = Math.Min(3, persons) / 3.0, towns = Math.Min(3, Shared(a.Towns, b.Towns)) / 3.0, told = Math.Min(3, Shared(a.Days, b.Days)) / 3.0;
        double otherTowns = Other(a.Towns, b.Towns), otherDays = Other(a.Days, b.Days), otherAges = Other(a.Ages, b.Ages);
        double outlet = a.Outlet is not null && string.Equals(a.Outlet, b.Outlet, StringComparison.Ordinal) ? 1 : 0;
        // Reports of violence resemble each other in words; where both count victims, the numbers tell more and the words less.
        bool counted = (a.Killed is not null && b.Killed is not null) || (a.Injured is not null && b.Injured is not null);
        double sum = counted
            ? -3.0 - (0.2 * words) + (5.5 * lead) + (3.2 * names) + (1.4 * rarity) - apart - next - (0.6 * week) - (1.8 * otherAges) + rare + (5.0 * three) - towns
                - (1.6 * otherTowns) + (1.8 * told) - (2.8 * otherDays) + (2.0 * Same(a.Killed, b.Killed, 1)) + (0.8 * Differ(a.Killed, b.Killed))
                + (0.2 * Same(a.Injured, b.Injured, 1)) - (0.6 * Differ(a.Injured, b.Injured)) + (1.2 * Same(a.Killed + a.Injured, b.Killed + b.Injured, 2)) - (2.0 * outlet)
            : -1.4 + (3.0 * lead) + (6.4 * names) + rarity - (1.2 * apart) - (1.2 * Math.Log(1 + (days / 30.0))) - (0.4 * week) - (2.6 * otherAges) - (1.2 * rare) + (6.2 * three) - (1.4 * towns)
                - otherTowns + (3.8 * told) - (0.6 * otherDays) - (2.4 * outlet);
        return 1 / (1 + Math.Exp(-sum));
    }

    private static int Shared<T>(HashSet<T> a, HashSet<T> b)
    {
        int shared = 0;
        foreach (T one in a.Count <= b.Count ? a : b)
            shared += (a.Count <= b.Count ? b : a).Contains(one) ? 1 : 0;
        return shared;
    }

    // Both name some, and none is the same.
    private static double Other<T>(HashSet<T> a, HashSet<T> b) => a.Count > 0 && b.Count > 0 && Shared(a, b) == 0 ? 1 : 0;

    // One victim is what most such reports tell of; larger numbers agree less by chance.
    private static double Same(int? a, int? b, int ordinary) => a is { } n && a == b ? (n > ordinary ? 1 : 0.3) : 0;

    private static double Differ(int? a, int? b) => a is not null && b is not null && a != b ? 1 : 0;
}
