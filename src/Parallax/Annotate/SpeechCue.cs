namespace Parallax.Annotate;

/// <summary>One reporting verb (or "according to") in a line, with its subject.</summary>
/// <param name="Position">Where it stands among the line's tokens.</param>
/// <param name="Words">How many tokens it takes.</param>
/// <param name="Lemma">Its lemma.</param>
/// <param name="Frames">What can follow it.</param>
/// <param name="Speaker">Whose speech it reports; null where no actor.</param>
/// <param name="SpeakerWords">The words that name the speaker.</param>
/// <param name="Shared">Whether the subject is that of an earlier verb.</param>
/// <param name="Inverted">Whether the speaker follows the verb: "said X".</param>
/// <param name="After">The position after cue and inverted speaker.</param>
internal sealed record SpeechCue(
    int Position, int Words, string Lemma, SpeechFrames Frames, ActorMention? Speaker, Text.TextSpan? SpeakerWords, bool Shared, bool Inverted, int After)
{
    /// <summary>Whether it stands in a clause that describes its speaker: "X, who said".</summary>
    public bool IsRelative { get; init; }
}
