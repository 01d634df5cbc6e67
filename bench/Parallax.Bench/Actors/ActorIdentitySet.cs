using System.Globalization;
using System.Text.Json;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Which mentions in all reports of one topic are one actor: B³ over the gold mentions, each standing for the mention of ours that it is paired with. A mention
/// that we do not have is an actor of its own.
/// </summary>
internal sealed class ActorIdentitySet(string name, Func<JsonElement, GoldActorReport> read, IReadOnlyList<string> sorts, bool bundles = false) : IGoldSet
{
    public static ActorIdentitySet NewsWcl50 { get; } = new("newswcl50", GoldActors.NewsWcl50, ["actor", "country", "group"], bundles: true);

    public static ActorIdentitySet Meantime { get; } = new("meantime", GoldActors.Meantime, ["organisation", "person"]);

    public string Name => "actors." + name;

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("fusion", name, folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        List<Answer> answers = [];
        foreach (IGrouping<string, GoldActorReport> topic in GoldFolder.Records(Files(folder)[0]).Select(read).GroupBy(r => r.Topic, StringComparer.Ordinal))
            answers.AddRange(Answers(topic.Key, [.. topic], stages));
        yield return Of(Name + ".b3", answers, showsMisses: true);
        yield return Of(Name + ".found.b3", [.. answers.Where(a => a.IsFound)], showsMisses: false);
        foreach (string sort in sorts)
            yield return Of(Name + "." + sort + ".b3", [.. answers.Where(a => a.Gold.Sort == sort)], showsMisses: false);
        if (!bundles)
            yield break;
        Answer[] sides = [.. answers.Select(a => a with { Actor = a.Side, OurName = a.SideName })];
        yield return Of(Name + ".side.b3", sides, showsMisses: true);
        yield return Of(Name + ".side.found.b3", [.. sides.Where(a => a.IsFound)], showsMisses: false);
        foreach (string sort in sorts)
            yield return Of(Name + ".side." + sort + ".b3", [.. sides.Where(a => a.Gold.Sort == sort)], showsMisses: false);
    }

    private static IEnumerable<Answer> Answers(string topic, GoldActorReport[] reports, Stages stages)
    {
        ReportClaims[] claims = new ReportClaims[reports.Length];
        // The set gives no days, so none is known of any report.
        Parallel.For(0, reports.Length, i => claims[i] = stages.Extract(Stages.ReportOf(reports[i].Text, null, reports[i].Title) with
        {
            Id = i.ToString("D6", CultureInfo.InvariantCulture),
            Outlet = reports[i].Outlet.Length > 0 ? reports[i].Outlet : null,
        }));
        Identified identified = new Identifier(LanguageData.English).Identify(claims, new EvidenceTable());
        IReadOnlyList<ReportInFusion> fused = identified.Reports;
        SideReading sides = new(identified);
        for (int i = 0; i < reports.Length; i++)
        {
            ReportInFusion report = fused[i];
            ActorMention[] mentions = [.. report.Annotated.Mentions.Where(m => m.Actor >= 0)];
            // What is not worth listing is still somebody in its own report.
            string ActorOf(ActorMention mention) => topic + "/" + (report.ActorIds[mention.Actor] ?? reports[i].Id + "#" + mention.Actor.ToString(CultureInfo.InvariantCulture));
            int[] pairs = Pair(reports[i], mentions);
            for (int g = 0; g < pairs.Length; g++)
            {
                GoldMention gold = reports[i].Mentions[g];
                string words = gold.Span.Of(reports[i].Text);
                string actor = pairs[g] < 0 ? $"{topic}/{reports[i].Id}?{g}" : ActorOf(mentions[pairs[g]]);
                string? called = pairs[g] < 0 ? null : report.Annotated.Actors[mentions[pairs[g]].Actor].Name;
                string? side = pairs[g] < 0 ? SideReading.OfPlace(report, Bare(reports[i].Text, gold.Span)) : sides.Of(report, mentions[pairs[g]].Actor);
                yield return new Answer(gold, topic + "/" + gold.Actor, actor, words, called, side is null ? actor : topic + "/" + side, called ?? side);
            }
            stages.Predictions?.Record(reports[i].Id, reports[i].Text, answer => answer
                .Word("topic", topic).Word("text", reports[i].Text)
                .Items("mentions", mentions, mention => answer.Span(mention.Span).Spans("head", [mention.HeadSpan])
                    .Word("form", mention.Form.ToString().ToLowerInvariant()).Word("actor", ActorOf(mention)).Word("kind", ContractNames.Of(report.Annotated.Actors[mention.Actor].Kind))));
        }
    }

    /// <summary>
    /// Pairs one to one, the closest first (shared characters over all characters of both). The head of our mention stands inside the gold one, so that "the Foo
    /// minister" is never paired with "Foo". What is left over is read with another mention of the same phrase: the title before a name that ours has as one mention
    /// ("Foo Minister" of "Foo Minister Bar"), and a phrase that opens with ours and goes on about it ("Bar, the minister of Foo").
    /// </summary>
    private static int[] Pair(GoldActorReport report, ActorMention[] found)
    {
        TextSpan[] gold = [.. report.Mentions.Select(m => m.Span)];
        List<(double Share, int Gold, int Found)> candidates = [];
        for (int g = 0; g < gold.Length; g++)
        {
            for (int f = 0; f < found.Length; f++)
            {
                TextSpan head = found[f].HeadSpan;
                if (head.Start < gold[g].Start || head.End > gold[g].End)
                    continue;
                int shared = Math.Min(gold[g].End, found[f].Span.End) - Math.Max(gold[g].Start, found[f].Span.Start);
                candidates.Add(((double)shared / (gold[g].Length + found[f].Span.Length - shared), g, f));
            }
        }
        int[] pairs = [.. gold.Select(_ => -1)];
        HashSet<int> taken = [];
        for (int g = 0; g < gold.Length; g++)
        {
            int opening = Opening(report.Text, gold[g]);
            pairs[g] = Array.FindIndex(found, f => f.Form == MentionForm.Name && Opening(report.Text, f.Span) == opening && gold[g].End < f.HeadSpan.Start && f.HeadSpan.Start - gold[g].End <= 1);
        }
        foreach ((double _, int g, int f) in candidates.OrderByDescending(c => c.Share).ThenBy(c => c.Gold).ThenBy(c => c.Found))
        {
            if (pairs[g] < 0 && taken.Add(f))
                pairs[g] = f;
        }
        for (int g = 0; g < gold.Length; g++)
        {
            for (int f = 0; f < found.Length && pairs[g] < 0; f++)
            {
                TextSpan whole = found[f].Span;
                if (Opening(report.Text, whole) == Opening(report.Text, gold[g]) && found[f].HeadSpan.End < gold[g].End && report.Text[found[f].HeadSpan.End] is ',' or ' ' && found[f].Form != MentionForm.Pronoun)
                    pairs[g] = f;
            }
        }
        return pairs;
    }

    private static TextSpan Bare(string text, TextSpan span) => TextSpan.FromBounds(Opening(text, span), span.End);

    // Where a phrase begins behind its article.
    private static int Opening(string text, TextSpan span)
    {
        foreach (string article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (span.Length > article.Length && string.Compare(text, span.Start, article, 0, article.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return span.Start + article.Length;
        }
        return span.Start;
    }

    private static Score Of(string name, IReadOnlyList<Answer> answers, bool showsMisses)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] found = [.. answers.Select(a => numbers.TryGetValue(a.Actor, out int number) ? number : numbers[a.Actor] = numbers.Count)];
        (double precision, double recall) = BCubed.Of([.. answers.Select(a => a.GoldActor)], found);
        return new Score(name, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
            string.Create(CultureInfo.InvariantCulture, $"P {precision:0.000} R {recall:0.000}; {answers.Count} gold mentions, {answers.Count(a => a.IsFound)} found"),
            showsMisses ? [.. Mixed(answers)] : []);
    }

    // Every gold actor with the actors of ours that stand for it, and every one of ours that stands for several.
    private static IEnumerable<string> Mixed(IReadOnlyList<Answer> answers) => answers
        .GroupBy(a => a.GoldActor, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key + " " + g.Count().ToString(CultureInfo.InvariantCulture) + ": " + string.Join(" | ", g
            .GroupBy(a => a.IsFound ? a.Actor : "").OrderByDescending(o => o.Count()).ThenBy(o => o.Key, StringComparer.Ordinal)
            .Select(o => (o.Key.Length == 0 ? "MISSING" : o.Key + " " + o.First().OurName) + " " + o.Count().ToString(CultureInfo.InvariantCulture)
                + " (" + string.Join(", ", o.Select(a => a.Words).Distinct(StringComparer.Ordinal).Take(12)) + ")")));

    private sealed record Answer(GoldMention Gold, string GoldActor, string Actor, string Words, string? OurName, string Side, string? SideName)
    {
        public bool IsFound => OurName is not null;
    }
}
