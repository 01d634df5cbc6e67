using System.Globalization;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>Brings the accounts of one utterance together and writes each as a statement with all its renderings.</summary>
internal sealed class StatementMerger(ClusterContext context, EvidenceTable evidence)
{
    private const int Window = 100;
    private readonly ClaimChains _chains = new(context.Credits, evidence);

    public IReadOnlyList<Statement> Merge()
    {
        List<StatementItem> items = [];
        for (int r = 0; r < context.Reports.Count; r++)
            items.AddRange(WithoutRepeats([.. ItemsOf(context.Reports[r], r)]));
        List<ClusterPair> pairs = [];
        foreach ((int a, int b) in ClusterBuilder.Candidates([.. items.Select(Keys)], Window))
        {
            if (StatementMatch.Allowed(items[a], items[b]) && StatementMatch.Score(items[a], items[b]) is int score and > 0)
                pairs.Add(new ClusterPair(a, b, score));
        }
        List<List<int>> clusters = Join(items, pairs);
        return clusters.Select(c => Build([.. c.Select(i => items[i])])).InOrder();
    }

    /// <summary>
    /// Accounts join a statement through its longest rendering: two pieces that different places of one report quote belong together where
    /// another report prints them as one.
    /// </summary>
    private static List<List<int>> Join(List<StatementItem> items, List<ClusterPair> pairs)
    {
        HashSet<(int, int)> matching = [.. pairs.Select(p => (p.A, p.B))];
        List<List<int>> clusters = ClusterBuilder.Join(items.Count, pairs, (a, b) => matching.Contains((Math.Min(a, b), Math.Max(a, b))));
        // Pieces first stood alone or with their like; now each goes to the longest account of another report that holds it.
        int[] home = new int[items.Count];
        for (int c = 0; c < clusters.Count; c++)
        {
            foreach (int i in clusters[c])
                home[i] = c;
        }
        foreach (ClusterPair pair in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            (int piece, int whole) = items[pair.A].Words.Count <= items[pair.B].Words.Count ? (pair.A, pair.B) : (pair.B, pair.A);
            if (home[piece] == home[whole] || clusters[home[piece]].Count > clusters[home[whole]].Count)
                continue;
            bool allWithin = clusters[home[piece]].All(i => i == whole || matching.Contains((Math.Min(i, whole), Math.Max(i, whole))));
            EdtfDate[] days = [.. clusters[home[whole]].Select(j => items[j].Window).OfType<EdtfDate>().Distinct()];
            bool daysFit = clusters[home[piece]].Select(i => items[i].Window).OfType<EdtfDate>().Distinct().All(x => days.All(y => x.Overlaps(y)));
            if (!allWithin || !daysFit)
                continue;
            int from = home[piece];
            foreach (int i in clusters[from])
            {
                home[i] = home[whole];
                clusters[home[whole]].Add(i);
            }
            clusters[from] = [];
        }
        foreach (List<int> cluster in clusters)
            cluster.Sort();
        return [.. clusters.Where(c => c.Count > 0).OrderBy(c => c[0])];
    }

    private Statement Build(StatementItem[] items)
    {
        StatementItem[] ordered = [.. items.OrderBy(i => i.Report.Published.Date?.ToString() ?? "~", StringComparer.Ordinal)
            .ThenBy(i => i.Report.Report.Id, StringComparer.Ordinal).ThenBy(i => i.Speech.Content.Count > 0 ? i.Speech.Content[0].Start : i.Claim.Evidence.Start)];
        // The statement is shown in the form closest to the speaker's own words, and there in the longest.
        StatementItem main = ordered.OrderBy(i => i.Form == SpeechForm.Direct ? 0 : i.Form == SpeechForm.Mixed ? 1 : 2)
            .ThenByDescending(i => i.Claim.Text.Length).ThenBy(i => i.Report.Report.Id, StringComparer.Ordinal).First();
        string[] keys = [.. ordered.Select(i => EvidenceOf(i) + "@" + string.Join(
            ',', i.Speech.Content.Select(c => c.Start).Append(i.Speech.Span.Start).Append(i.Claim.Speech).Select(n => n.ToString(CultureInfo.InvariantCulture)))).Order(StringComparer.Ordinal)];
        EdtfDate? when = ordered.Where(i => i.When is not null).Select(i => i.When!.Value)
            .OrderBy(d => NodaTime.Period.DaysBetween(d.Start, d.End)).ThenBy(d => d.Start).Select(d => (EdtfDate?)d).FirstOrDefault();
        return new Statement(
            StableHash.Id("s", keys), main.Speaker, main.SpeakerText, main.Form, ActOf(ordered), AddresseeOf(ordered),
            when is EdtfDate date ? new When(date.ToString(), ContractNames.Of(date.Precision)) : null,
            main.Claim.Text,
            [.. ordered.Select(i => new Rendering(i.Claim.Text, i.Report.Report.Id, EvidenceOf(i)) { Form = i.Form, Chain = _chains.Of(i.Report, i.Claim) }).DistinctBy(r => (r.Text, r.Report, r.Evidence, r.Form))],
            Witnesses.Count([.. ordered.Select(i => context.AccountOf(i.Report, context.HeardThrough(i.Report, i.Claim)))]));
    }

    /// <summary>Leaves out an account whose words lie inside those of another account of the same speaker in the report: one utterance found twice.</summary>
    private static IEnumerable<StatementItem> WithoutRepeats(StatementItem[] items)
    {
        // Only accounts that touch can hold each other; a sweep over the text finds those without comparing all.
        int[] order = [.. Enumerable.Range(0, items.Length).OrderBy(i => StartOf(items[i])).ThenBy(i => i)];
        bool[] held = new bool[items.Length];
        int reach = 0;
        List<int> open = [];
        foreach (int i in order)
        {
            if (StartOf(items[i]) >= reach)
                open.Clear();
            foreach (int j in open)
            {
                held[i] |= Holds(items[j], items[i]) && (!Holds(items[i], items[j]) || j < i);
                held[j] |= Holds(items[i], items[j]) && (!Holds(items[j], items[i]) || i < j);
            }
            open.Add(i);
            reach = Math.Max(reach, items[i].Speech.Content.Count > 0 ? items[i].Speech.Content.Max(c => c.End) : 0);
        }
        return items.Where((_, i) => !held[i]);
    }

    private static int StartOf(StatementItem item) => item.Speech.Content.Count > 0 ? item.Speech.Content.Min(c => c.Start) : int.MaxValue;

    private static bool Holds(StatementItem outer, StatementItem inner) =>
        inner.Speech.Content.Count > 0 && string.Equals(outer.SpeakerKey, inner.SpeakerKey, StringComparison.Ordinal)
        && inner.Speech.Content.All(c => outer.Speech.Content.Any(o => o.Contains(c) || o.Overlaps(c) && o.Length >= c.Length));

    private string EvidenceOf(StatementItem item) => evidence.Add(item.Report.Report, item.Claim.Evidence);

    private static SpeechAct ActOf(StatementItem[] items) =>
        items.Select(i => i.Claim.Act).Where(a => a != SpeechAct.State).DefaultIfEmpty(SpeechAct.State)
            .GroupBy(a => a).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;

    private static string? AddresseeOf(StatementItem[] items) =>
        items.Select(i => i.Speech.Addressee).OfType<string>().GroupBy(a => a, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    private IEnumerable<StatementItem> ItemsOf(ReportInFusion report, int index)
    {
        for (int i = 0; i < report.Claims.Claims.Count; i++)
        {
            if (report.Claims.Claims[i] is not StatementClaim claim || claim.Speech < 0 || claim.Speech >= report.Annotated.Speeches.Count || report.IsRepeated(claim))
                continue;
            Speech speech = report.Annotated.Speeches[claim.Speech];
            string? speaker = speech.Speaker >= 0 && speech.Speaker < report.ActorIds.Count ? report.ActorIds[speech.Speaker] : null;
            string text = context.Actor(speaker)?.Name
                ?? (speech.SpeakerSpan is TextSpan span ? span.Of(report.Report.Text) : speech.Speaker >= 0 ? report.Annotated.Actors[speech.Speaker].Name : "");
            EdtfDate? when = report.TimeOf(claim);
            yield return new StatementItem(
                report, index, i, claim, speech, speaker, text, when, when ?? EventTimes.WindowOf(report, claim),
                new HashSet<string>(speech.Content.SelectMany(c => context.ContentOf(report, c)), StringComparer.Ordinal));
        }
    }

    // A shared word brings two accounts of one speaker together; every speaker's common words stay harmless because blocks are bounded.
    private static List<string> Keys(StatementItem item)
    {
        List<string> keys = [];
        if (item.Speaker is null)
        {
            if (item.Words.Count >= 6)
                keys.Add("u|" + string.Join(' ', item.Words.OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(3)));
        }
        else
        {
            keys.AddRange(item.Words.Order(StringComparer.Ordinal).Select(w => item.SpeakerKey + "|" + w));
        }
        return keys;
    }
}
