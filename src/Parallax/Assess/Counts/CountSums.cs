using System.Globalization;
using Parallax.Annotate;

namespace Parallax.Assess;

/// <summary>
/// Rule Q8: a stated total against the parts that a report lists, within one report or across two. Numbers that stand near each other are no
/// parts yet, and parts may well stop short of a total or overlap. So only a list that says that it is whole is held against a total: by words
/// ("no others were found"), by a colon behind the very total, or by its form, one noun and a number for each of three or more names.
/// </summary>
internal static class CountSums
{
    private const int LeastTopic = 11;
    private const decimal LeastTotal = 5;
    private const decimal LeastShare = 0.6m;
    private const decimal MostShare = 1.5m;
    private const int LeastListed = 3;
    private const int MostParts = 8;
    private const int MostGap = 70;
    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>A total and parts that do not make it.</summary>
    internal sealed record Sum(Count Total, IReadOnlyList<Count> Parts);

    /// <summary>The mismatches between the <paramref name="totals"/> of one report and the <paramref name="lists"/> of parts of the same or another.</summary>
    public static IEnumerable<Sum> Find(IReadOnlyList<Count> totals, IReadOnlyList<IReadOnlyList<Count>> lists)
    {
        foreach (IReadOnlyList<Count> list in lists)
        {
            Sum? best = null;
            int bestScore = 0;
            // A list that makes some total of its matter is right, whatever other totals stand around.
            bool comesOut = false;
            foreach (Count total in totals.Where(t => !t.IsListed && t.Value.IsExact && t.Value.Stated >= LeastTotal))
            {
                // Within one sentence the parts stand behind their total.
                int at = list.TakeWhile(c => c != total).Count();
                int listed = at < list.Count ? list.Count - at : list.Count;
                Count[] parts = [.. list.Skip(at < list.Count ? at + 1 : 0).Where(p => p != total && p.Value.Stated < total.Value.Stated && CanBePart(total, p))];
                decimal sum = parts.Sum(p => p.Value.Stated);
                if (parts.Length is < 2 or > MostParts || parts.Length + 1 < listed || sum < total.Value.Stated * LeastShare || sum > total.Value.Stated * MostShare)
                    continue;
                int topic = TopicOf(total, parts);
                if (topic < LeastTopic || !IsWhole(parts, total))
                    continue;
                comesOut |= sum == total.Value.Stated;
                int score = topic + (string.Equals(total.Noun, parts[0].Noun, StringComparison.Ordinal) ? 20 : 0);
                if (score > bestScore)
                    (best, bestScore) = (new Sum(total, parts), score);
            }
            if (best is not null && !comesOut)
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

    /// <summary>Numbers that stand in one sentence as members of a list, or in two sentences that follow each other and say that nothing is left.</summary>
    public static IEnumerable<IReadOnlyList<Count>> Lists(IReadOnlyList<Count> counts)
    {
        ILookup<int, Count> bySentence = counts.Where(c => c.Value.IsExact && !IsMark(c) && c.Value.Stated > 0 && c.Quantity.Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Label)
            .ToLookup(c => c.Quantity.Sentence);
        foreach (IGrouping<int, Count> sentence in bySentence)
        {
            Count[] own = [.. sentence];
            List<Count> chain = [];
            foreach (Count one in own)
            {
                if (chain.Count > 0 && one.Quantity.Span.Start - chain[^1].Quantity.Span.End > MostGap)
                {
                    if (chain.Count >= 2)
                        yield return chain;
                    chain = [];
                }
                chain.Add(one);
            }
            if (chain.Count >= 2)
                yield return chain;
            Count[] next = [.. bySentence[sentence.Key + 1]];
            if (next.Length > 0 && own.Length + next.Length <= MostParts && SaysWhole([.. own, .. next]))
                yield return [.. own, .. next];
        }
    }

    /// <summary>"[5]", "aged nine", "grades 8": a mark or an age, no part of anything.</summary>
    private static bool IsMark(Count one)
    {
        string text = one.Report.Claims.Source.Report.Text;
        int start = one.Quantity.Span.Start;
        if (start > 0 && text[start - 1] is '[' or '#' or '(' or '/')
            return true;
        AnnotatedReport source = one.Report.Claims.Source;
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, start);
        for (int i = at - 1; i >= 0 && i > at - MostParts && source.Tokens[i].Tag is not Upos.Verb; i--)
        {
            if (source.Tokens[i].Lower is "aged" or "ages" or "grade" or "grades" or "caption")
                return true;
        }
        return false;
    }

    private static int TopicOf(Count total, Count[] parts)
    {
        if (total.ReportIndex == parts[0].ReportIndex)
            return Math.Abs(total.Quantity.Sentence - parts[0].Quantity.Sentence) <= 2 ? LeastTopic : 0;
        // The counted noun itself is a word of the matter: "4,100 ballots" there, "these are all the ballots" here.
        bool named = total.Noun is string noun && parts.Any(p => p.Topic.Contains(noun) || p.Around.Contains(noun));
        return CountMatch.Topic(total, parts[0]) + (named ? LeastTopic : 0);
    }

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static bool SaysWhole(IEnumerable<Count> parts) => parts.Any(p => p.Cues.Contains("none-left") || p.CuesAround.Contains("none-left"));

    private static bool CanBePart(Count total, Count part)
    {
        if (CountMatch.Acts(total, part) == ActMatch.Apart && total.Act is "dead" or "hurt" or "casualty" or "missing")
            return false;
        bool money = total.Quantity.Kind == QuantityKind.Money;
        if (part.IsBare || part.Noun is null)
            return !money || part.Value.Stated >= LeastTotal;
        if (part.Quantity.Kind != total.Quantity.Kind)
            return false;
        return total.Noun is null || string.Equals(part.Noun, total.Noun, StringComparison.Ordinal) || total.IsPeople && part.IsPeople || string.Equals(total.Class, part.Class, StringComparison.Ordinal);
    }

    /// <summary>Whether the list says that it is whole: nobody is left, or it spells out the very total that stands before it.</summary>
    private static bool IsWhole(Count[] parts, Count total)
    {
        Count first = parts[0];
        bool oneSentence = total.ReportIndex == first.ReportIndex && total.Quantity.Sentence == first.Quantity.Sentence;
        // "Two of the nine bombs were live, five were dummies and one was empty".
        if (first.Quantity.Span.Contains(total.Quantity.Span) && parts.Length >= LeastListed)
            return true;
        bool oneFate = parts.Select(p => p.Act).OfType<string>().Distinct(StringComparer.Ordinal).Count() <= 1;
        if (HasColon(total, first) && oneFate && (parts.Length >= LeastListed || !HasVerbBetween(first, parts[^1])))
            return true;
        // Members of one list are no total of each other.
        if (oneSentence && (total.IsBare || total.Quantity.Span.Start > first.Quantity.Span.Start))
            return false;
        // Men, women and children; the saved, the dead and the missing; Saturday and Sunday.
        if (SaysWhole(parts) || CoversAll(parts) || IsByDay(parts, total))
            return true;
        // "Won 33, the Democrats 20 and smaller lists 14": the noun is told once, or before.
        bool inOneSentence = parts.All(p => p.Quantity.Sentence == first.Quantity.Sentence);
        return !oneSentence && oneFate && inOneSentence && parts.Length >= LeastListed && parts.Skip(1).All(p => p.IsBare) && !HasVerbBetween(parts[1], parts[^1])
            && parts.All(p => p.Value.Stated * 2 != parts.Sum(o => o.Value.Stated));
    }

    /// <summary>Whether the parts are of a kind that leaves nobody out: both sexes, or all that can become of those aboard.</summary>
    private static bool CoversAll(Count[] parts)
    {
        HashSet<string> groups = [.. parts.Select(p => p.Group).OfType<string>()];
        if (groups.Contains("man") && groups.Contains("woman"))
            return parts.All(p => p.Group is "man" or "woman" or "child");
        HashSet<string> acts = [.. parts.Select(p => p.Act).OfType<string>()];
        return acts.Contains("dead") && acts.Contains("missing") && (acts.Contains("rescued") || acts.Contains("unhurt"));
    }

    /// <summary>"A total of 63 at the weekend": 28 on Saturday and 21 on Sunday are all of its days.</summary>
    private static bool IsByDay(Count[] parts, Count total)
    {
        string whole = total.Evidence.Of(total.Report.Claims.Source.Report.Text);
        bool weekend = whole.Contains("weekend", StringComparison.Ordinal);
        if (!weekend && !whole.Contains("two days", StringComparison.Ordinal) && !whole.Contains("three days", StringComparison.Ordinal))
            return false;
        string text = string.Join(' ', parts.Select(p => p.Evidence.Of(p.Report.Claims.Source.Report.Text)).Distinct(StringComparer.Ordinal));
        return s_weekdays.Count(d => text.Contains(d, StringComparison.Ordinal)) >= parts.Length && (!weekend || text.Contains("Saturday", StringComparison.Ordinal) && text.Contains("Sunday", StringComparison.Ordinal));
    }

    private static bool HasVerbBetween(Count first, Count last)
    {
        AnnotatedReport source = first.Report.Claims.Source;
        for (int i = AnnotatedReport.FirstTokenAt(source.Tokens, first.Quantity.Span.End); i < source.Tokens.Count && source.Tokens[i].Span.Start < last.Quantity.Span.Start; i++)
        {
            if (source.Tokens[i].Tag is Upos.Verb or Upos.Aux)
                return true;
        }
        return false;
    }

    private static bool HasColon(Count total, Count first)
    {
        if (total.ReportIndex != first.ReportIndex || total.Quantity.Sentence != first.Quantity.Sentence)
            return false;
        string text = first.Report.Claims.Source.Report.Text;
        return total.Quantity.Span.End <= first.Quantity.Span.Start && text.AsSpan(total.Quantity.Span.End, first.Quantity.Span.Start - total.Quantity.Span.End).IndexOfAny(':', '—') >= 0;
    }
}
