using System.Text;

namespace Parallax.Bench;

/// <summary>The minimal pairs of <c>specs/pairs</c>, read end to end by Annotate and Extract: the share of pairs of which both members are right.</summary>
/// <param name="family">The letter of a family; <c>*</c> for all but the fresh ones.</param>
internal sealed class PairSet(string family) : IGoldSet
{
    public string Name => "pairs." + (family == "*" ? "all" : family);

    public IReadOnlyList<string> Files(GoldFolder folder) => MinimalPair.Files(family);

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        MinimalPair[] pairs = [.. MinimalPair.Files(family).SelectMany(MinimalPair.Read)];
        List<string> missed = [];
        SortedDictionary<string, (int Right, int All)> headings = new(StringComparer.Ordinal);
        int right = 0, members = 0;
        foreach (MinimalPair pair in pairs)
        {
            string faults = Faults(pair, "A", pair.A, stages) + Faults(pair, "B", pair.B, stages);
            bool isRight = faults.Length == 0;
            right += isRight ? 1 : 0;
            members += (faults.Contains("\n      A:", StringComparison.Ordinal) ? 0 : 1) + (faults.Contains("\n      B:", StringComparison.Ordinal) ? 0 : 1);
            string heading = $"{pair.File[..1]} {pair.Heading}";
            (int Right, int All) tally = headings.GetValueOrDefault(heading);
            headings[heading] = (tally.Right + (isRight ? 1 : 0), tally.All + 1);
            // All families together show the table of headings; their pairs are shown family by family.
            if (!isRight && family != "*")
                missed.Add($"{pair.File}:{pair.Line} ({pair.Heading}){faults}");
        }
        if (family == "*")
            missed.AddRange(headings.Select(h => $"{h.Value.All - h.Value.Right} of {h.Value.All} pairs: {h.Key}"));
        yield return new Score(Name, pairs.Length == 0 ? 0 : (double)right / pairs.Length, $"{right} of {pairs.Length} pairs, {members} of {2 * pairs.Length} members", missed);
    }

    /// <summary>The lines of <paramref name="member"/> that do not hold, with what was found; empty where all do.</summary>
    public static string Faults(MinimalPair pair, string name, PairMember member, Stages stages)
    {
        PairJudge judge;
        try
        {
            judge = new PairJudge(stages.Extract(member.ToReport()));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            throw new InvalidOperationException($"{pair.File}:{member.Line} could not be read: {fault.Message}", fault);
        }
        stages.Predictions?.Record($"{pair.File}:{member.Line}", "", answer => answer
            .Word("pair", $"{pair.File}:{pair.Line}").Word("member", name).Items("lines", member.Lines, line => answer.Word("line", line.Text).Flag("holds", judge.Holds(line))));
        PairLine[] broken = [.. member.Lines.Where(line => !judge.Holds(line))];
        if (broken.Length == 0)
            return "";
        StringBuilder shown = new();
        shown.Append("\n      ").Append(name).Append(": ").Append(member.Text.Replace("\n\n", " ¶ ", StringComparison.Ordinal));
        foreach (PairLine line in broken)
            shown.Append("\n        expected ").Append(line.Text);
        foreach (string found in broken.DistinctBy(line => line.Kind is "same" or "apart" or "actor" ? "actor" : line.Kind).SelectMany(judge.Found))
            shown.Append("\n        found    ").Append(found);
        return shown.ToString();
    }
}
