using System.Globalization;
using System.Text;

namespace Parallax.Extract;

/// <summary>What a run of tokens is in the shallow reading of a sentence.</summary>
internal enum ChunkKind
{
    /// <summary>A noun phrase.</summary>
    Noun,

    /// <summary>A verb with its auxiliaries.</summary>
    Verb,

    /// <summary>A preposition.</summary>
    Preposition,

    /// <summary>"and", "or", "but".</summary>
    Conjunction,

    /// <summary>A word that opens a subordinate clause: "that", "if", "after".</summary>
    Subordinator,

    /// <summary>A relative pronoun.</summary>
    Relative,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A mark that ends a clause: dash, colon, bracket.</summary>
    Border,

    /// <summary>A quotation mark.</summary>
    Quote,

    /// <summary>An adverb or anything else.</summary>
    Other,
}

/// <summary>A run of tokens of one kind.</summary>
internal sealed record Chunk(ChunkKind Kind, int First, int End, NounPhrase? Noun = null, VerbGroup? Verb = null);

/// <summary>A noun phrase without what follows its head.</summary>
internal sealed class NounPhrase(int first, int end, int head)
{
    public int First { get; } = first;

    public int End { get; } = end;

    /// <summary>The token that names what is meant.</summary>
    public int Head { get; } = head;

    /// <summary>The mention it is, or -1.</summary>
    public int Mention { get; set; } = -1;

    /// <summary>The preposition that governs it, or -1.</summary>
    public int Preposition { get; set; } = -1;

    /// <summary>Whether it names a time.</summary>
    public bool IsTime { get; set; }

    /// <summary>Its chunk.</summary>
    public int Chunk { get; set; }

    /// <summary>The phrase before it that it is joined to by "and", "or" or a comma of a list.</summary>
    public NounPhrase? JoinedTo { get; set; }
}

/// <summary>How a clause hangs in its sentence.</summary>
internal enum ClauseKind
{
    /// <summary>A main clause, also one joined to another.</summary>
    Main,

    /// <summary>Opened by a relative pronoun.</summary>
    Relative,

    /// <summary>Opened by "if", "after", "because"…</summary>
    Subordinate,

    /// <summary>What is said, thought or feared.</summary>
    Complement,

    /// <summary>"to" with a verb.</summary>
    Infinitive,

    /// <summary>"…, killing three", "after meeting envoys".</summary>
    Gerund,

    /// <summary>"people killed in the fire".</summary>
    ReducedRelative,
}

/// <summary>A verb with its auxiliaries, and what stands around it.</summary>
internal sealed class VerbGroup(int first, int end, int head)
{
    public int First { get; } = first;

    public int End { get; } = end;

    /// <summary>The verb that carries the meaning; the auxiliary where it stands alone.</summary>
    public int Head { get; } = head;

    public bool Negated { get; set; }

    public bool Passive { get; set; }

    public bool Finite { get; set; }

    public bool Past { get; set; }

    /// <summary>"has"/"had" with a participle.</summary>
    public bool Perfect { get; set; }

    /// <summary>"is" with "-ing".</summary>
    public bool Progressive { get; set; }

    /// <summary>"will", "would", "may"…, "going to", "be to"; null where there is none.</summary>
    public string? Modal { get; set; }

    public ClauseKind Kind { get; set; }

    /// <summary>The word that opens its clause: subordinator, relative pronoun or preposition before a gerund; -1 where there is none.</summary>
    public int Marker { get; set; } = -1;

    /// <summary>The verb that governs it: "plan" in "plan to meet", "said" in "said it will".</summary>
    public VerbGroup? Governor { get; set; }

    /// <summary>The noun that governs it, "plans" in "plans to send": its token, or -1.</summary>
    public int GovernorNoun { get; set; } = -1;

    public List<NounPhrase> Subjects { get; } = [];

    public List<NounPhrase> Objects { get; } = [];

    /// <summary>Noun phrases after it that a preposition governs, in text order.</summary>
    public List<NounPhrase> Prepositional { get; } = [];

    /// <summary>First token of its clause.</summary>
    public int ClauseFirst { get; set; }

    /// <summary>Token after its clause.</summary>
    public int ClauseEnd { get; set; }

    public int Chunk { get; set; }
}

/// <summary>
/// The clauses of one sentence, read off its tree: phrases, verbs, who is subject and object of each.
/// </summary>
internal sealed record ClauseModel(SentenceView Sentence, IReadOnlyList<Chunk> Chunks, IReadOnlyList<NounPhrase> Nouns, IReadOnlyList<VerbGroup> Verbs)
{
    /// <summary>The tree that it was read off.</summary>
    public required ClauseTree Tree { get; init; }

    /// <summary>For each token the head token of the verb of its clause, or -1.</summary>
    public required IReadOnlyList<int> Owners { get; init; }

    /// <summary>One line for each verb, for people who look for the cause of a wrong claim.</summary>
    public string Explain()
    {
        StringBuilder text = new();
        foreach (VerbGroup verb in Verbs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{verb.Kind} {Words(verb.First, verb.End)}");
            text.Append(verb.Passive ? " passive" : "").Append(verb.Negated ? " negated" : "").Append(verb.Finite ? "" : " nonfinite");
            if (verb.Modal is not null)
                text.Append(" modal=").Append(verb.Modal);
            if (verb.Marker >= 0)
                text.Append(" marker=").Append(Sentence[verb.Marker].Lower);
            if (verb.Governor is not null)
                text.Append(" governor=").Append(Sentence[verb.Governor.Head].Lower);
            if (verb.GovernorNoun >= 0)
                text.Append(" noun=").Append(Sentence[verb.GovernorNoun].Lower);
            text.Append(" | subject ").AppendJoin(" + ", verb.Subjects.Select(Words));
            text.Append(" | object ").AppendJoin(" + ", verb.Objects.Select(Words));
            text.Append(" | ").AppendJoin(" ", verb.Prepositional.Select(np => "[" + Sentence[np.Preposition].Lower + "] " + Words(np)));
            text.Append(" | clause ").Append(Words(verb.ClauseFirst, verb.ClauseEnd)).Append('\n');
        }
        return text.ToString();
    }

    private string Words(NounPhrase phrase) => Words(phrase.First, phrase.End);

    private string Words(int first, int end) => string.Join(' ', Enumerable.Range(first, Math.Max(0, end - first)).Select(i => Sentence[i].Text));
}
