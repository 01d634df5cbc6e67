using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Sets the figures of one sentence against each other: parts that make up a whole, victims beside others who are named, and numbers that the sentence itself replaces.</summary>
internal static class FigureParts
{
    /// <summary>Marks the numbers behind a whole that make it up: "killed 29 people, 23 in X and six in Y".</summary>
    public static void MarkSums(List<FigureClaim> claims, AnnotatedReport report)
    {
        for (int whole = 0; whole < claims.Count; whole++)
        {
            QuantityMention total = report.Quantities[claims[whole].Quantity];
            decimal sum = 0;
            int end = whole + 1;
            for (; end < claims.Count && claims[end].Measure == claims[whole].Measure && sum < total.Low; end++)
            {
                if (!IsExact(report.Quantities[claims[end].Quantity]))
                    break;
                sum += report.Quantities[claims[end].Quantity].Low;
            }
            if (!IsExact(total) || sum != total.Low || end < whole + 3)
                continue;
            bool apart = false;
            for (int part = whole + 1; part < end; part++)
            {
                claims[part] = claims[part] with { Scope = FigureMeasures.WithPart(claims[part].Scope) };
                apart |= claims[part].Place >= 0 && claims[part].Place != claims[whole + 1].Place;
            }
            // What is told of two towns is told of neither alone.
            if (apart)
                claims[whole] = claims[whole] with { Place = -1, Scope = WithTotal(claims[whole].Scope) };
            whole = end - 1;
        }
    }

    /// <summary>Takes out the numbers that the sentence itself gives as earlier ones, where it gives another of the same kind; the one that stays refers to the one it replaces.</summary>
    public static void Replace(SentenceView s, List<FigureClaim> claims, List<int> unmeasured, List<Declined> declined)
    {
        if (claims.Count == 0)
            return;
        List<FigureClaim> earlier = [.. claims.Where(claim => IsToll(claim) && FigureChanges.IsEarlier(s, s.Report.Quantities[claim.Quantity]))];
        foreach (FigureClaim old in earlier)
        {
            int now = claims.FindIndex(claim => claim.Measure == old.Measure && !earlier.Contains(claim) && !claim.Scope.Contains("part"));
            if (now < 0)
            {
                // "This revised an earlier toll of 27": taken back, wherever the other one stands.
                if (FigureChanges.Revises(s))
                {
                    claims.Remove(old);
                    declined.Add(Withdrawn(s.Report.Quantities[old.Quantity].Span));
                }
                continue;
            }
            claims[now] = claims[now] with { Replaces = old.Quantity };
            claims.Remove(old);
            declined.Add(Withdrawn(s.Report.Quantities[old.Quantity].Span));
        }
        foreach (int index in unmeasured)
        {
            QuantityMention quantity = s.Report.Quantities[index];
            int now = claims.FindIndex(IsToll);
            if (now < 0 || quantity.Kind != QuantityKind.Count || quantity.Low <= 0 || !FigureChanges.IsEarlier(s, quantity))
                continue;
            claims[now] = claims[now] with { Replaces = index };
            declined.Add(Withdrawn(quantity.Span));
        }
    }

    /// <summary>"The mayor, his wife and two aides were killed": the two are some of those of whom it is told.</summary>
    public static bool IsBesideOthers(ClauseModel model, QuantityMention quantity, MeasuredNumber measured, WordClasses words)
    {
        SentenceView s = model.Sentence;
        if (measured.Verb is not { } verb || quantity is not { Kind: QuantityKind.Count } || measured.Unit != "people")
            return false;
        int at = s.TokenAt(quantity.NumberSpan.Start);
        List<NounPhrase> group = verb.Subjects.Exists(np => at >= np.First && at < np.End) ? verb.Subjects : verb.Objects.Exists(np => at >= np.First && at < np.End) ? verb.Objects : [];
        foreach (NounPhrase other in group)
        {
            bool counted = false;
            for (int i = other.First; i < other.End; i++)
                counted |= s.QuantityAt[i] >= 0;
            int mention = s.MentionAt[other.Head];
            bool person = mention >= 0 && s.Report.Mentions[mention].Actor is >= 0 and int actor && s.Report.Actors[actor].Kind == ActorKind.Person;
            if (!counted && !(at >= other.First && at < other.End) && (person || s.Lower(other.First) is "the" or "his" or "her" && words.Is("people", s.Lower(other.Head))))
                return true;
        }
        return false;
    }

    /// <summary>What is said of a number that the report takes back.</summary>
    public static Declined Withdrawn(TextSpan span) => new("D107", "The report itself gives another number in the place of this one.", span);

    /// <summary>Whether the figure tells how many came to harm or took part.</summary>
    public static bool IsToll(FigureClaim claim) => IsToll(claim.Measure);

    /// <summary>The same of a measure.</summary>
    public static bool IsToll(Measure measure) => measure is Measure.Killed or Measure.Injured or Measure.Casualties or Measure.Missing or Measure.Detained or Measure.Displaced or Measure.Hostages or Measure.Rescued or Measure.Participants;

    public static IReadOnlyList<string> WithTotal(IReadOnlyList<string> scope) =>
        scope.Contains("total", StringComparer.Ordinal) ? scope : [.. scope.Append("total").Order(StringComparer.Ordinal)];

    private static bool IsExact(QuantityMention quantity) => quantity is { Vague: false, Comparator: Comparator.Exactly } && quantity.High == quantity.Low && quantity.Low > 0;
}
