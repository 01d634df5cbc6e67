using System.Globalization;
using Parallax.Annotate;
using Parallax.Data;

namespace Parallax.Bench;

/// <summary>Names of persons, organisations and places over gold words: the span and the kind must both be exactly those of the gold.</summary>
/// <param name="name">Name of the set, after <c>names.</c>.</param>
/// <param name="files">Its file for a split.</param>
/// <param name="read">Reads the file.</param>
/// <param name="hasMentions">Whether the set marks more than names, so that it is also scored on all its mentions and on shared words.</param>
internal sealed class NameSet(string name, Func<GoldFolder, string> files, Func<string, IEnumerable<NamedSentence>> read, bool hasMentions = false) : IGoldSet
{
    // A set that does not say where a document ends is read in reports of about 500 words.
    private const int SentencesOfReport = 25;

    private static readonly NameKind[] s_kinds = [NameKind.Person, NameKind.Organisation, NameKind.Place];

    public string Name => "names." + name;

    public IReadOnlyList<string> Files(GoldFolder folder) => [files(folder)];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        NamedSentence[] sentences = [.. read(Files(folder)[0])];
        NameCounts counts = new(hasMentions);
        int number = 0;
        foreach (NamedSentence[] document in Documents(sentences))
        {
            IReadOnlyList<FoundName>[] found = WholeStage.Names(stages, document);
            for (int i = 0; i < document.Length; i++)
            {
                counts.Add(document[i], found[i]);
                stages.Predictions?.Names(++number, document[i], found[i]);
            }
        }
        Tally all = Sum(counts);
        yield return new Score(Name + ".f1", all.F1, all.ToString(), counts.Lines);
        foreach (NameKind kind in s_kinds)
            yield return new Score(Name + "." + kind.ToString().ToLowerInvariant(), counts.Exact(kind).F1, counts.Exact(kind).ToString());
        if (hasMentions)
        {
            yield return new Score(Name + ".overlap", counts.Overlap.F1, counts.Overlap + "; kind the same, a word shared");
            yield return new Score(Name + ".mentions", counts.Mentions.F1, counts.Mentions + "; against every mention of the set, pronouns and descriptions too");
        }
        Tally network = Sum(Network(sentences));
        yield return new Score(Name + ".network", network.F1, network + "; the network alone, sentence by sentence");
    }

    // Sentences of one document are read as one report; a set without documents is cut into reports of the usual length.
    private static IEnumerable<NamedSentence[]> Documents(NamedSentence[] sentences)
    {
        int first = 0;
        for (int i = 1; i <= sentences.Length; i++)
        {
            bool isEnd = i == sentences.Length || sentences[i].Document != sentences[first].Document || (sentences[first].Document.Length == 0 && i - first == SentencesOfReport);
            if (!isEnd)
                continue;
            yield return sentences[first..i];
            first = i;
        }
    }

    private static Tally Sum(NameCounts counts) => s_kinds.Aggregate(default(Tally), (sum, kind) => sum + counts.Exact(kind));

    private NameCounts Network(NamedSentence[] sentences)
    {
        SentenceReader reader = new(LanguageData.English);
        IReadOnlyList<SentenceReading> readings = reader.Read([.. sentences.Select(s => s.Words)]);
        NameCounts counts = new(hasMentions);
        for (int i = 0; i < sentences.Length; i++)
            counts.Add(sentences[i], [.. readings[i].Names.Select(n => new FoundName(n.First, n.End, n.Kind, false))]);
        return counts;
    }
}

/// <summary>Counts names that were found against those of a gold set.</summary>
/// <param name="isFair">Whether the set's conventions are brought to ours, as <see cref="FairNames"/> says, before names are compared.</param>
internal sealed class NameCounts(bool isFair = false)
{
    private readonly Dictionary<NameKind, Tally> _exact = [];
    private readonly TreeConfusions _faults = new();

    /// <summary>Names of the same kind that share a word, each paired once.</summary>
    public Tally Overlap { get; private set; }

    /// <summary>Exact spans against all mentions of the set.</summary>
    public Tally Mentions { get; private set; }

    /// <summary>What was missed, spurious or given other bounds or another kind, the commonest first.</summary>
    public IReadOnlyList<string> Lines => _faults.Lines;

    /// <summary>Exact spans of one kind.</summary>
    public Tally Exact(NameKind kind) => _exact.GetValueOrDefault(kind);

    public void Add(NamedSentence sentence, IReadOnlyList<FoundName> names)
    {
        GoldName[] found = [.. names.Select(n => new GoldName(n.First, n.End, n.Kind))];
        Mentions += Alignment.Same(sentence.All, found);
        if (isFair)
            (sentence, found) = FairNames.Both(sentence, names);
        // What lies in a mention that is left open is neither right nor wrong, unless the gold has that very name.
        GoldName[] measured = [.. found.Where(f => sentence.Names.Any(f.Overlaps) || !sentence.Open.Any(o => o.Overlaps(f)))];
        foreach (NameKind kind in Enum.GetValues<NameKind>())
            _exact[kind] = Exact(kind) + Alignment.Same(sentence.Names.Where(n => n.Kind == kind), measured.Where(n => n.Kind == kind));
        int shared = 0;
        HashSet<GoldName> taken = [];
        foreach (GoldName gold in sentence.Names)
        {
            GoldName[] fitting = [.. measured.Where(f => f.Kind == gold.Kind && f.Overlaps(gold) && !taken.Contains(f)).Take(1)];
            shared += fitting.Length;
            taken.UnionWith(fitting);
        }
        Overlap += new Tally(shared, measured.Length, sentence.Names.Count);
        Note(sentence, measured);
    }

    private void Note(NamedSentence sentence, GoldName[] found)
    {
        foreach (GoldName gold in sentence.Names.Except(found))
        {
            GoldName[] touching = [.. found.Where(gold.Overlaps)];
            string became = touching.Length == 0 ? "missed" : string.Join(", ", touching.Select(f => $"{f.Kind} {Words(sentence, f)}"));
            _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{gold.Kind} {Words(sentence, gold)} → {became}"), TreeConfusions.Around(sentence.Words, gold.First));
        }
        foreach (GoldName spurious in found.Where(f => !sentence.Names.Any(f.Overlaps)))
            _faults.Add($"spurious {spurious.Kind} {Words(sentence, spurious)}", TreeConfusions.Around(sentence.Words, spurious.First));
    }

    private static string Words(NamedSentence sentence, GoldName name) => string.Join(' ', sentence.Words[name.First..name.End]);
}
