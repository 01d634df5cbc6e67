using Parallax.Text;

namespace Parallax.Extract;

/// <summary>An event that a verb or noun of one sentence names, before it is weighed.</summary>
internal sealed record EventDraft(Trigger Trigger, EventType Type, string? Mode, TextSpan Words, string Lemma, VerbGroup? Verb, NounPhrase? Noun, Participants Who)
{
    /// <summary>Whether it only counts where no other event of the sentence explains it.</summary>
    public bool LastResort { get; init; }

    /// <summary>Whether its words leave no other sense, so that it is told also where it is only supposed.</summary>
    public bool IsFirm { get; init; } = true;

    /// <summary>Whether it is a refusal told by a negated promise: "will not meet the demands".</summary>
    public bool IsRefusal { get; init; }

    /// <summary>What is agreed to or threatened, where the type only says that.</summary>
    public EventType? Deed { get; init; }

    /// <summary>The rule behind it; null for the entry of its trigger.</summary>
    public string? Rule { get; init; }

    /// <summary>Words beside its clause that name participants.</summary>
    public List<TextSpan> Extra { get; } = [];
}
