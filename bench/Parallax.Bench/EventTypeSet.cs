using System.Text.Json;
using Parallax.Extract;

namespace Parallax.Bench;

/// <summary>The type of the event of one sentence, against the gold records of PLOVER.</summary>
internal sealed class EventTypeSet : IGoldSet
{
    // Only the roots of PLOVER can be right or wrong here; Statement, Accident and the like are ours.
    private const EventType LastRoot = EventType.Assault;

    public string Name => "events.plover-gsr";

    public IReadOnlyList<string> Files(GoldFolder folder) => [folder.PathTo("events", "plover-gsr", folder.Split + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally roots = default;
        List<string> missed = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            stages.Predictions?.Events(GoldFolder.Text(record, "id"), stages.Extract(GoldFolder.Text(record, "text")));
            if (GoldFolder.Text(record, "event").Length == 0)
                continue;
            EventType gold = RootOf(GoldFolder.Text(record, "event"));
            string text = GoldFolder.Text(record, "text");
            EventType[] found = [.. stages.Extract(text).Claims.OfType<EventClaim>().Select(e => e.Type).Where(t => t <= LastRoot).Distinct().Order()];
            roots += new Tally(found.Contains(gold) ? 1 : 0, found.Length, 1);
            if (!found.Contains(gold))
                missed.Add($"{gold}, found [{string.Join(' ', found)}]: {text}");
        }
        yield return new Score(Name + ".recall", roots.Recall, roots.ToString(), missed);
        yield return new Score(Name + ".precision", roots.Precision, roots.ToString());
    }

    /// <summary>The root of PLOVER 2.0 for a name of the draft that the records use.</summary>
    internal static EventType RootOf(string name) => name switch
    {
        "DEMAND" => EventType.Request,
        "DISAPPROVE" or "INVESTIGATE" => EventType.Accuse,
        "FIGHT" => EventType.Assault,
        _ => Enum.Parse<EventType>(name, ignoreCase: true),
    };
}
