using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Compares templates of one report. Those of system and key are paired one to one so that the most fills are right; every fill of an unpaired template
/// is missing or spurious. A text is right when it is one of the alternatives of a fill, or has the same words but for articles and numbers,
/// or one's words hold all of the other's, or both have the same head noun.
/// </summary>
internal static class MucScorer
{
    private static readonly MucSlot[] s_slots = Enum.GetValues<MucSlot>();
    private static readonly HashSet<string> s_small = new(["the", "a", "an", "of", "and", "his", "her", "their", "its", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "one", "some", "several", "other", "at", "in", "least", "about"], StringComparer.Ordinal);

    /// <summary>The tally of each slot, in the order of <see cref="MucSlot"/>.</summary>
    public static Tally[] Compare(IReadOnlyList<MucTemplate> gold, IReadOnlyList<MucTemplate> found)
    {
        Tally[][,] cells = new Tally[s_slots.Length][,];
        for (int s = 0; s < s_slots.Length; s++)
            cells[s] = new Tally[gold.Count, found.Count];
        int[,] right = new int[gold.Count, found.Count];
        for (int g = 0; g < gold.Count; g++)
        {
            for (int f = 0; f < found.Count; f++)
            {
                foreach (MucSlot slot in s_slots)
                {
                    Tally tally = cells[(int)slot][g, f] = Compare(gold[g], found[f], slot);
                    // What is outside the measure does not choose the pairs.
                    right[g, f] += slot == MucSlot.Target ? 0 : (int)tally.Right;
                }
            }
        }
        int[] pairs = Pairs(right);
        Tally[] sums = new Tally[s_slots.Length];
        MucTemplate none = new();
        for (int g = 0; g < gold.Count; g++)
        {
            foreach (MucSlot slot in s_slots)
                sums[(int)slot] += pairs[g] >= 0 ? cells[(int)slot][g, pairs[g]] : Compare(gold[g], none, slot);
        }
        for (int f = 0; f < found.Count; f++)
        {
            foreach (MucSlot slot in s_slots)
                sums[(int)slot] += pairs.Contains(f) ? default : Compare(none, found[f], slot);
        }
        return sums;
    }

    /// <summary>For each row the column of the pairing with the highest sum; -1 where the row has none. The assignment problem, by shortest augmenting paths.</summary>
    public static int[] Pairs(int[,] worth)
    {
        int rows = worth.GetLength(0), columns = worth.GetLength(1), size = Math.Max(rows, columns);
        int[] rowCost = new int[size + 1], columnCost = new int[size + 1], rowOf = new int[size + 1], before = new int[size + 1];
        for (int row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            int column = 0;
            int[] least = new int[size + 1];
            bool[] used = new bool[size + 1];
            Array.Fill(least, int.MaxValue);
            do
            {
                used[column] = true;
                int from = rowOf[column], step = int.MaxValue, next = 0;
                for (int j = 1; j <= size; j++)
                {
                    if (used[j])
                        continue;
                    int cost = from <= rows && j <= columns ? -worth[from - 1, j - 1] : 0;
                    int reduced = cost - rowCost[from] - columnCost[j];
                    if (reduced < least[j])
                        (least[j], before[j]) = (reduced, column);
                    if (least[j] < step)
                        (step, next) = (least[j], j);
                }
                for (int j = 0; j <= size; j++)
                {
                    if (used[j])
                    {
                        rowCost[rowOf[j]] += step;
                        columnCost[j] -= step;
                    }
                    else
                    {
                        least[j] -= step;
                    }
                }
                column = next;
            }
            while (rowOf[column] != 0);
            do
            {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
            while (column != 0);
        }
        int[] pairs = new int[rows];
        Array.Fill(pairs, -1);
        for (int j = 1; j <= columns; j++)
        {
            if (rowOf[j] <= rows)
                pairs[rowOf[j] - 1] = j - 1;
        }
        return pairs;
    }

    private static Tally Compare(MucTemplate gold, MucTemplate found, MucSlot slot) => slot switch
    {
        MucSlot.Type => One(gold.Types.Count, found.Types.Count, found.Types.Any(gold.Types.Contains)),
        MucSlot.Location => One(gold.Locations.Count, found.Locations.Count, found.Locations.Any(f => gold.Locations.Any(g => Fits(g, f)))),
        MucSlot.Date => One(gold.Dates.Count, found.Dates.Count, found.Dates.Any(f => gold.Dates.Any(g => Fits(g, f)))),
        _ => Fills(gold.Fills(slot), found.Fills(slot)),
    };

    private static Tally One(int gold, int found, bool right) => new(right ? 1 : 0, found > 0 ? 1 : 0, gold > 0 ? 1 : 0);

    /// <summary>The most exact name of one must stand in the other: the town for the town, or the department or country that holds it.</summary>
    public static bool Fits(IReadOnlyList<string> gold, IReadOnlyList<string> found)
    {
        string[] wanted = [.. gold.Select(Folding.Fold)], given = [.. found.Select(Folding.Fold)];
        return wanted.Length > 0 && given.Length > 0 && (wanted.Contains(given[^1], StringComparer.Ordinal) || given.Contains(wanted[^1], StringComparer.Ordinal));
    }

    /// <summary>The days found must be those of the key or lie inside; what is open to the past must be so in both.</summary>
    public static bool Fits(MucDays gold, MucDays found) =>
        found.First is not { } first ? gold.First is null && found.Last == gold.Last : found.Last <= gold.Last && (gold.First is null || first >= gold.First);

    private static Tally Fills(IReadOnlyList<MucFill> gold, IReadOnlyList<MucFill> found)
    {
        int[,] right = new int[gold.Count, found.Count];
        for (int g = 0; g < gold.Count; g++)
        {
            for (int f = 0; f < found.Count; f++)
                right[g, f] = gold[g].Texts.Any(wanted => found[f].Texts.Any(given => Same(wanted, given))) ? 1 : 0;
        }
        int[] pairs = Pairs(right);
        int hits = 0, asked = 0;
        for (int g = 0; g < gold.Count; g++)
        {
            bool hit = pairs[g] >= 0 && right[g, pairs[g]] > 0;
            hits += hit ? 1 : 0;
            asked += hit || !gold[g].Optional ? 1 : 0;
        }
        return new Tally(hits, found.Count, asked);
    }

    /// <summary>Whether two texts name the same: the same words, one's words among the other's, or the same head noun.</summary>
    public static bool Same(string wanted, string given)
    {
        string[] left = Words(wanted), right = Words(given);
        if (left.Length == 0 || right.Length == 0)
            return false;
        return left.All(right.Contains) || right.All(left.Contains) || Head(wanted) == Head(given);
    }

    // The head noun of "leader of the miners" is "leader".
    private static string Head(string text)
    {
        string folded = Folding.Fold(text);
        foreach (string mark in new[] { " of ", " in ", " from ", " at ", " who ", " [", " (", ", " })
        {
            int at = folded.IndexOf(mark, StringComparison.Ordinal);
            if (at > 0)
                folded = folded[..at];
        }
        string[] words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "" : words[^1];
    }

    private static string[] Words(string text) =>
        [.. Folding.Fold(text).Split([' ', '[', ']', '(', ')', ',', '.', '"', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => !s_small.Contains(word) && !word.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal)];
}
