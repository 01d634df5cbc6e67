using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>When and where the words around a mention put it.</summary>
internal sealed class IncidentSetting(ReportView view, IncidentTriggers words, IReadOnlySet<string> speech)
{
    private readonly IReadOnlySet<string> _speech = speech;

    // What happened longer ago is history to a report, not news.
    private const int OldAfterDays = 75;

    private readonly LocalDate? _published = view.Report.Report.Published.Date?.Start;

    /// <summary>Finds the date and places of a mention in its sentence.</summary>
    public void Read(IncidentTree tree, IncidentMention mention)
    {
        mention.Date = DateOf(tree, mention);
        if (mention.Date is { } date && _published is { } day && date.End < day.PlusDays(-OldAfterDays))
            mention.Old = true;
        if (mention.Date is { Precision: not (DatePrecision.Day or DatePrecision.Interval) } && !mention.Old)
            mention.Date = null;
        mention.Places.AddRange(PlacesOf(tree, mention));
    }

    private EdtfDate? DateOf(IncidentTree tree, IncidentMention mention)
    {
        EdtfDate? best = null;
        int least = int.MaxValue;
        foreach (int time in view.TimesOf(tree.Sentence.Index))
        {
            TimeMention words = view.Report.Times[time];
            if (view.DateOf(time) is not { } date || words.Direction == TimeDirection.Future)
                continue;
            if (_published is { } day && date.Start > day.PlusDays(1))
                continue;
            int at = AnnotatedReport.FirstTokenAt(tree.Report.Tokens, words.Span.Start);
            if (at >= tree.End)
                continue;
            if (!Reaches(tree, mention.Token, at))
                continue;
            int cost = Cost(tree, mention.Token, at);
            if (cost < least)
                (best, least) = (date, cost);
        }
        return best;
    }

    /// <summary>
    /// Whether a time can be that of the trigger: it hangs on it or on a verb of its clause. The day on which somebody said so, or condemned it, is another.
    /// </summary>
    private bool Reaches(IncidentTree tree, int trigger, int time)
    {
        if (tree.IsUnder(time, trigger))
            return true;
        int from = trigger;
        bool noun = tree[trigger].Tag != Upos.Verb;
        foreach (int above in tree.Above(trigger))
        {
            bool isVerb = tree[above].Tag is Upos.Verb or Upos.Aux;
            // What is said, thought or condemned has its own day.
            if (tree.Is(from, "ccomp") || (isVerb && (_speech.Contains(tree.Lemma(above)) || (noun && (tree.Is(from, "obj") || tree.Is(from, "obl")) && !words.Is("carry", tree.Lemma(above)) && !words.Is("occur", tree.Lemma(above)) && words.Verbs(tree.Lemma(above)).Count == 0))))
                return false;
            if (tree.IsUnder(time, above) && !Crosses(tree, time, above))
                return true;
            if (isVerb)
                noun = false;
            from = above;
        }
        return false;
    }

    // Whether the time stands in a clause of its own below the word: "said on Monday that".
    private static bool Crosses(IncidentTree tree, int time, int above)
    {
        for (int at = time, steps = 0; at != above && at >= tree.First && steps < 40; at = tree[at].Head, steps++)
        {
            if (tree[at].Tag is Upos.Verb && (tree.Is(at, "ccomp") || tree.Is(at, "acl") || tree.Is(at, "advcl") || tree.Is(at, "conj") || tree.Is(at, "parataxis")))
                return true;
        }
        return false;
    }

    // Nearer in the tree is better: what hangs on the trigger itself, then on its clause, then by distance.
    private static int Cost(IncidentTree tree, int trigger, int at)
    {
        int distance = Math.Abs(at - trigger);
        if (tree.IsUnder(at, trigger))
            return distance;
        int steps = 1;
        foreach (int above in tree.Above(trigger))
        {
            if (tree.IsUnder(at, above))
                return distance + (steps * 20);
            steps++;
        }
        return distance + 200;
    }

    private List<int> PlacesOf(IncidentTree tree, IncidentMention mention)
    {
        List<(int Cost, int Place)> found = [];
        foreach (int index in view.PlacesOf(tree.Sentence.Index))
        {
            PlaceMention place = view.Report.Places[index];
            if (place.Use is ToponymUse.People or ToponymUse.Dateline or ToponymUse.Government)
                continue;
            int at = AnnotatedReport.FirstTokenAt(tree.Report.Tokens, place.Span.Start);
            if (at >= tree.End)
                continue;
            int cost = Cost(tree, mention.Token, at) + (place.Use == ToponymUse.Modifier ? 60 : 0) + (at < mention.Token ? 10 : 0);
            if (place.Place is { Precision: PlacePrecision.Country })
                cost += 30;
            found.Add((cost, index));
        }
        return [.. found.OrderBy(f => f.Cost).ThenBy(f => f.Place).Select(f => f.Place)];
    }
}
