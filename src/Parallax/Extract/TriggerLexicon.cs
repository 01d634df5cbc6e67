using Parallax.Data;

namespace Parallax.Extract;

/// <summary>What a participant of an event is: who does it or to whom.</summary>
internal enum Part
{
    /// <summary>Not a participant: "in a statement".</summary>
    None,

    /// <summary>Who does it.</summary>
    Initiator,

    /// <summary>To whom.</summary>
    Target,

    /// <summary>One of several who do it together: "with".</summary>
    Both,
}

/// <summary>One row of <c>triggers.tsv</c>: a word or pattern that names an event, and what must stand around it.</summary>
internal sealed class Trigger
{
    public required string Entry { get; init; }

    /// <summary>The words; <c>_</c> stands for the object between them.</summary>
    public required string[] Words { get; init; }

    public required EventType Type { get; init; }

    public required string? Mode { get; init; }

    public required string Frame { get; init; }

    public required IReadOnlyDictionary<string, Part> Prepositions { get; init; }

    /// <summary>Flags without a list: <c>subj</c>, <c>obj</c>, <c>try</c>…</summary>
    public required IReadOnlySet<string> Flags { get; init; }

    /// <summary>Lists: <c>obj=</c>, <c>obj!</c>, <c>ctx=</c>, <c>inf=</c>, <c>subjnoun=</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Lists { get; init; }

    public bool Has(string flag) => Flags.Contains(flag);
}

/// <summary>The triggers, found by the lemma of their first word. Immutable.</summary>
internal sealed class TriggerLexicon
{
    private static readonly char[] s_listMarks = ['=', '!'];

    private readonly Dictionary<string, List<Trigger>> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Trigger>> _nouns = new(StringComparer.Ordinal);

    public TriggerLexicon(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
        {
            Trigger trigger = Parse(row);
            Dictionary<string, List<Trigger>> byLemma = row[1] == "v" ? _verbs : _nouns;
            // A noun is found by its last word, its head; a verb by its first.
            string key = row[1] == "v" ? trigger.Words[0] : trigger.Words[^1];
            if (!byLemma.TryGetValue(key, out List<Trigger>? list))
                byLemma.Add(key, list = []);
            list.Add(trigger);
        }
        foreach (List<Trigger> list in _verbs.Values)
            list.Sort(MoreExactFirst);
        foreach (List<Trigger> list in _nouns.Values)
            list.Sort(MoreExactFirst);
    }

    /// <summary>The triggers whose first word is the verb <paramref name="lemma"/>, the more exact before the less.</summary>
    public IReadOnlyList<Trigger> Verbs(string lemma) => _verbs.TryGetValue(lemma, out List<Trigger>? list) ? list : [];

    /// <summary>The triggers whose last word is the noun <paramref name="lemma"/>, the more exact before the less.</summary>
    public IReadOnlyList<Trigger> Nouns(string lemma) => _nouns.TryGetValue(lemma, out List<Trigger>? list) ? list : [];

    private static Trigger Parse(string[] row)
    {
        HashSet<string> flags = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlySet<string>> lists = new(StringComparer.Ordinal);
        if (row[6] != "-")
        {
            foreach (string condition in row[6].Split(','))
            {
                int mark = condition.IndexOfAny(s_listMarks);
                if (mark < 0)
                    flags.Add(condition);
                else
                    lists[condition[..(mark + 1)]] = condition[(mark + 1)..].Split(';').ToHashSet(StringComparer.Ordinal);
            }
        }
        Dictionary<string, Part> prepositions = new(StringComparer.Ordinal);
        if (row[5] != "-")
        {
            foreach (string pair in row[5].Split(';'))
            {
                string[] parts = pair.Split(':');
                prepositions[parts[0]] = parts[1] switch { "i" => Part.Initiator, "t" => Part.Target, "b" => Part.Both, _ => Part.None };
            }
        }
        return new Trigger
        {
            Entry = row[0] + "/" + row[1],
            Words = row[0].Split(' '),
            Type = Enum.Parse<EventType>(row[2], ignoreCase: true),
            Mode = row[3] == "-" ? null : row[3],
            Frame = row[4],
            Prepositions = prepositions,
            Flags = flags,
            Lists = lists,
        };
    }

    private static int MoreExactFirst(Trigger left, Trigger right)
    {
        int byExactness = Exactness(right).CompareTo(Exactness(left));
        if (byExactness != 0)
            return byExactness;
        int byEntry = string.CompareOrdinal(left.Entry, right.Entry);
        return byEntry != 0 ? byEntry : string.CompareOrdinal(left.Type + left.Mode, right.Type + right.Mode);
    }

    private static int Exactness(Trigger trigger) =>
        (trigger.Words.Length * 10) + (trigger.Lists.ContainsKey("obj=") ? 4 : 0) + (trigger.Lists.ContainsKey("inf=") ? 4 : 0)
        + (trigger.Lists.ContainsKey("subjnoun=") ? 4 : 0) + (trigger.Lists.ContainsKey("ctx=") ? 3 : 0) + (trigger.Has("onactor") ? 2 : 0) + (trigger.Has("fromorg") ? 1 : 0);
}
