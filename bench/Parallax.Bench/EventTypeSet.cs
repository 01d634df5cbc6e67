using System.Text.Json;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>The events of one sentence, against the gold records of PLOVER: their roots alone, and with who does it to whom.</summary>
internal sealed class EventTypeSet : IGoldSet
{
    // Only the roots of PLOVER can be right or wrong here; Statement, Accident and the like are ours.
    private const EventType LastRoot = EventType.Assault;

    public string Name => "events.plover-gsr";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("events", "plover-gsr", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally roots = default, whole = default;
        List<string> missed = [], wrong = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            stages.Predictions?.Events(GoldFolder.Text(record, "id"), stages.Extract(GoldFolder.Text(record, "text")));
            if (GoldFolder.Text(record, "event").Length == 0)
                continue;
            EventType gold = RootOf(GoldFolder.Text(record, "event"));
            string text = GoldFolder.Text(record, "text");
            ReportClaims claims = stages.Extract(text);
            EventClaim[] events = [.. claims.Claims.OfType<EventClaim>().Where(e => e.Type <= LastRoot)];
            EventType[] found = [.. events.Select(e => e.Type).Distinct().Order()];
            roots += new Tally(found.Contains(gold) ? 1 : 0, found.Length, 1);
            if (!found.Contains(gold))
                missed.Add($"{gold}, found [{string.Join(' ', found)}]: {text}");
            string[] sources = Actors(record, "source"), targets = Actors(record, "target");
            // What is only supposed, demanded or denied is no event that is emitted.
            events = [.. events.Where(e => e.Status is not (ClaimStatus.Hypothetical or ClaimStatus.Denied))];
            string[] told = [.. events.Select(e => Told(claims.Source, e)).Distinct(StringComparer.Ordinal)];
            bool right = events.Any(e => e.Type == gold && Fits(claims.Source, e, sources, targets));
            whole += new Tally(right ? 1 : 0, told.Length, 1);
            if (!right || told.Length > 1)
                wrong.Add($"{(right ? "right and more" : "wrong")}: {gold} {string.Join('+', sources)} -> {string.Join('+', targets)}; told {string.Join(" | ", told)}: {text}");
        }
        yield return new Score(Name + ".recall", roots.Recall, roots.ToString(), missed);
        yield return new Score(Name + ".precision", roots.Precision, roots.ToString());
        yield return new Score(Name + ".who-recall", whole.Recall, whole.ToString(), wrong);
        yield return new Score(Name + ".who-precision", whole.Precision, whole.ToString());
    }

    /// <summary>The root of PLOVER 2.0 for a name of the draft that the records use.</summary>
    internal static EventType RootOf(string name) => name switch
    {
        "DEMAND" => EventType.Request,
        "DISAPPROVE" or "INVESTIGATE" => EventType.Accuse,
        "FIGHT" => EventType.Assault,
        _ => Enum.Parse<EventType>(name, ignoreCase: true),
    };

    private static string[] Actors(JsonElement record, string field) =>
        record.TryGetProperty(field, out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(actor => GoldFolder.Text(actor, "actorText")).Where(actor => actor.Length > 0)] : [];

    /// <summary>
    /// Whether the event has a right initiator and a right target. Of several on one side one suffices; a record without a target needs none; two who act
    /// together may be the two sides of the record.
    /// </summary>
    private static bool Fits(AnnotatedReport report, EventClaim claim, string[] sources, string[] targets)
    {
        bool Names(int actor, string[] gold) => gold.Any(name => IsNamed(report, actor, name));
        if (sources.Length > 0 && !claim.Initiators.Any(actor => Names(actor, sources)))
            return false;
        if (targets.Length == 0 || claim.Targets.Any(actor => Names(actor, targets)))
            return true;
        return claim.Initiators.Any(actor => Names(actor, targets) && claim.Initiators.Any(other => other != actor && Names(other, sources)));
    }

    /// <summary>Whether some mention of the actor shares a word of meaning with the gold text.</summary>
    private static bool IsNamed(AnnotatedReport report, int actor, string gold)
    {
        HashSet<string> words = Words(gold);
        if (Words(report.Actors[actor].Name).Overlaps(words))
            return true;
        return report.Mentions.Any(mention => mention.Actor == actor && Words(Phrase(report, mention)).Overlaps(words));
    }

    /// <summary>The mention with what belongs to its noun: "guerrillas" in "Hezbollah guerrillas", "students" in "students from Jakarta".</summary>
    private static string Phrase(AnnotatedReport report, ActorMention mention)
    {
        TextSpan span = mention.Span;
        HashSet<int> inside = [];
        for (int i = 0; i < report.Tokens.Count; i++)
        {
            if (report.Tokens[i].Span.Overlaps(mention.HeadSpan))
                inside.Add(i);
        }
        for (int pass = 0; pass < 3; pass++)
        {
            for (int i = 0; i < report.Tokens.Count; i++)
            {
                if (inside.Contains(report.Tokens[i].Head) && report.Tokens[i].Relation is "amod" or "compound" or "flat" or "nmod" or "nmod:poss" && inside.Add(i))
                    span = span.Union(report.Tokens[i].Span);
            }
        }
        return span.Of(report.Report.Text);
    }

    private static HashSet<string> Words(string text)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        foreach (string word in Folding.Fold(text.Replace("U.S.", "US", StringComparison.Ordinal).Replace("U.N.", "UN", StringComparison.Ordinal)).Split([' ', '-', '.', ',', '\'', '’', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length > 1 && word is not ("the" or "of" or "and" or "its" or "in" or "for"))
                words.Add(word);
        }
        return words;
    }

    private static string Told(AnnotatedReport report, EventClaim claim) =>
        $"{claim.Type} {Side(report, claim.Initiators)} -> {Side(report, claim.Targets)} [{claim.TriggerLemma}]";

    private static string Side(AnnotatedReport report, IReadOnlyList<int> actors) => string.Join('+', actors.Select(actor => report.Actors[actor].Name));
}
