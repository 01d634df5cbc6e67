namespace Parallax.Annotate;

/// <summary>The words of one sentence as the readers of times see them; outside the sentence there is nothing.</summary>
internal sealed class TimeLine(IReadOnlyList<Token> words, int first, int end)
{
    public IReadOnlyList<Token> Words => words;

    public int First => first;

    public int End => end;

    public Token this[int at] => words[at];

    public bool Has(int at) => at >= first && at < end;

    public string Lower(int at) => at >= first && at < end ? words[at].Lower : "";

    public Upos Tag(int at) => at >= first && at < end ? words[at].Tag : Upos.X;

    /// <summary>Whether the word follows the one before it without a blank.</summary>
    public bool IsJoined(int at) => at > first && at < end && words[at - 1].Span.End == words[at].Span.Start;

    /// <summary>Whether the word is a hyphen inside a compound: "three-day".</summary>
    public bool IsHyphen(int at) => at > first && at + 1 < end && words[at].Lower is "-" or "‑" or "‐" && IsJoined(at) && IsJoined(at + 1);

    /// <summary>The index after a hyphen at <paramref name="at"/>, else <paramref name="at"/> itself.</summary>
    public int AfterHyphen(int at) => IsHyphen(at) ? at + 1 : at;

    public bool IsCapital(int at) => at >= first && at < end && char.IsUpper(words[at].Text[0]);
}

/// <summary>What was read from words: where it ends, what it means and, where said, the part of day and the way it points.</summary>
internal readonly record struct TimeRead(int First, int End, TimeExpression Expression, string? Part = null, TimeDirection? Direction = null)
{
    public TimeModifier Modifier { get; init; }

    /// <summary>The single times in it where TimeML marks several; null where it is one.</summary>
    public IReadOnlyList<TimeRead>? Inner { get; init; }
}
