using System.Globalization;
using Parallax.Annotate;

namespace Parallax.Assess;

/// <summary>
/// Rule Q8: a stated total against the parts that a report lists, within one report or across two. Parts may well stop short of a total that
/// only names some of them; they must not exceed it, and a list that says it is whole must reach it.
/// </summary>
internal static class CountSums
{
    private const int LeastTopic = 11;
    private const decimal LeastTotal = 5;
    private const decimal LeastShare = 0.6m;
    private const decimal MostShare = 1.5m;
    private const int MostParts = 8;

    /// <summary>A total and parts that do not make it.</summary>
    internal sealed record Sum(Count Total, IReadOnlyList<Count> Parts);

    /// <summary>The mismatches between the <paramref name="totals"/> of one report and the <paramref name="lists"/> of parts of the same or another.</summary>
    public static IEnumerable<Sum> Find(IReadOnlyList<Count> totals, IReadOnlyList<IReadOnlyList<Count>> lists)
    {
        foreach (IReadOnlyList<Count> run in lists)
        {
            Sum? best = null;
            int bestScore = 0;
            foreach (Count total in totals.Where(t => t.Value.IsExact && t.Value.Stated >= LeastTotal))
            {
                Count[] parts = [.. run.Where(p => p != total && p.Value.Stated < total.Value.Stated)];
                decimal sum = parts.Sum(p => p.Value.Stated);
                if (parts.Length is < 2 or > MostParts || parts.Length + 1 < run.Count || sum == total.Value.Stated || sum < total.Value.Stated * LeastShare || sum > total.Value.Stated * MostShare)
                    continue;
                // Members of one list are no total of each other.
                if (total.Quantity.Sentence == parts[0].Quantity.Sentence && total.ReportIndex == parts[0].ReportIndex
                    && (total.IsBare || total.Quantity.Span.Start > parts[0].Quantity.Span.Start || parts.Any(p => !p.IsBare && !string.Equals(p.Noun, total.Noun, StringComparison.Ordinal)) && !HasColon(total, parts[0])))
                {
                    continue;
                }
                bool own = total.ReportIndex == run[0].ReportIndex && Math.Abs(total.Quantity.Sentence - parts[0].Quantity.Sentence) <= 2;
                int topic = own ? LeastTopic : CountMatch.Topic(total, parts[0]);
                if (parts.Select(p => p.Act).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1 && !SaysWhole(parts))
                    continue;
                if (topic < LeastTopic || !parts.All(p => CanBePart(total, p)) || NeedsMark(total, parts, sum) && !IsWhole(parts, total))
                    continue;
                int score = topic + (string.Equals(total.Noun, parts[0].Noun, StringComparison.Ordinal) ? 20 : 0);
                if (score > bestScore)
                    (best, bestScore) = (new Sum(total, parts), score);
            }
            if (best is not null)
                yield return best;
        }
    }

    /// <summary>One sentence for the reader.</summary>
    public static string Explain(Sum sum)
    {
        string parts = string.Join(" + ", sum.Parts.Select(p => Plain(p.Value.Stated)));
        string outlet(Count c) => c.Report.Claims.Source.Report.Outlet ?? "one report";
        return $"The parts that {outlet(sum.Parts[0])} gives add up to {parts} = {Plain(sum.Parts.Sum(p => p.Value.Stated))}, not to the total of {Plain(sum.Total.Value.Stated)} that {outlet(sum.Total)} states.";
    }

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Numbers that stand in one sentence as members of a list, or in two sentences that follow each other.</summary>
    public static IEnumerable<IReadOnlyList<Count>> Lists(IReadOnlyList<Count> counts)
    {
        Count[] plain = [.. counts.Where(c => c.Value.IsExact && c.Value.Stated > 0 && c.Quantity.Kind is QuantityKind.Count or QuantityKind.Money)];
        foreach (IGrouping<int, Count> sentence in plain.GroupBy(c => c.Quantity.Sentence))
        {
            Count[] own = [.. sentence];
            if (own.Length >= 2)
                yield return own;
            Count[] next = [.. plain.Where(c => c.Quantity.Sentence == sentence.Key + 1)];
            if (next.Length > 0)
                yield return [.. own, .. next];
        }
    }

    /// <summary>Parts that exceed the total speak for themselves; but in one sentence with it, numbers beside each other need be no parts.</summary>
    private static bool NeedsMark(Count total, Count[] parts, decimal sum) =>
        sum < total.Value.Stated || total.ReportIndex == parts[0].ReportIndex && parts.Any(p => p.Quantity.Sentence == total.Quantity.Sentence);

    private static bool SaysWhole(Count[] parts) => parts.Any(p => p.Cues.Contains("none-left") || p.CuesAround.Contains("none-left"));

    private static bool CanBePart(Count total, Count part)
    {
        if (CountMatch.Acts(total, part) == ActMatch.Apart && total.Act is "dead" or "hurt" or "casualty" or "missing")
            return false;
        if (part.IsBare || part.Noun is null || total.Noun is null || string.Equals(part.Noun, total.Noun, StringComparison.Ordinal))
            return true;
        return total.IsPeople && part.IsPeople || string.Equals(total.Class, part.Class, StringComparison.Ordinal);
    }

    /// <summary>Whether the list says that it is whole: nobody is left, or it spells out the very total that stands before it.</summary>
    private static bool IsWhole(Count[] parts, Count total)
    {
        if (SaysWhole(parts))
            return true;
        Count first = parts[0];
        if (total.ReportIndex != first.ReportIndex || total.Quantity.Sentence != first.Quantity.Sentence)
            return parts.Length >= 3 || total.Cues.Contains("total") && parts.All(p => string.Equals(p.Act, total.Act, StringComparison.Ordinal));
        return HasColon(total, first);
    }

    private static bool HasColon(Count total, Count first)
    {
        string text = first.Report.Claims.Source.Report.Text;
        return total.Quantity.Span.End <= first.Quantity.Span.Start && text.AsSpan(total.Quantity.Span.End, first.Quantity.Span.Start - total.Quantity.Span.End).IndexOfAny(':', '—') >= 0;
    }
}
