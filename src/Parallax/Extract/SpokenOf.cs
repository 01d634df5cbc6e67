using Parallax.Annotate;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>What words in a describing clause are about: in "the plant, which the mayor said was safe" what was said of it has lost its subject.</summary>
internal static class SpokenOf
{
    private const int LongestPhrase = 12;

    /// <summary>The phrase that the words are about, where they stand in a clause that describes it; null where they are whole.</summary>
    public static TextSpan? Head(AnnotatedReport report, Speech speech)
    {
        if (!Opening(report, speech, out int speaker, out int first))
            return null;
        IReadOnlyList<Token> tokens = report.Tokens;
        int before = speaker - 1;
        bool gap = IsFinite(tokens[first]);
        if (tokens[before].Lower is "which" or "that" or "who" or "whom" && tokens[before].Tag is Upos.Pron or Upos.Det or Upos.Sconj)
        {
            // "on which he said troops had died": whole.
            if (!gap && tokens[before].Lower is "that" && tokens[before].Tag == Upos.Sconj || tokens[before - 1].Tag == Upos.Adp)
                return null;
            before--;
            while (before > 0 && tokens[before].Text is "," or "—" or "–" or "-")
                before--;
        }
        else if (tokens[before].Lower == "what")
        {
            if (!gap || tokens[before - 1].Lower is not ("of" or "in"))
                return null;
            before -= 2;
        }
        else if (tokens[before].Tag is not (Upos.Noun or Upos.Propn))
            return null;
        else if (!gap && !IsContact(tokens, speech, before, speaker))
            return null;
        if (tokens[before].Tag is not (Upos.Noun or Upos.Propn or Upos.Num or Upos.Pron))
            return null;
        int start = before;
        while (start > 0 && before - start < LongestPhrase && (tokens[start - 1].Tag is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num || tokens[start - 1].Lower is "'s" or "’s" or "of" or "-" || tokens[start - 1] is { Tag: Upos.Pron, Relation: "nmod:poss" }))
            start--;
        while (start < before && tokens[start].Lower is "of" or "'s" or "’s" or "-")
            start++;
        TextSpan about = TextSpan.FromBounds(tokens[start].Span.Start, tokens[before].Span.End);
        return speech.Content.Any(about.Overlaps) ? null : about;
    }

    /// <summary>Whether the words begin with a verb whose subject stands nowhere: "in what he said was a mistake".</summary>
    public static bool LacksHead(AnnotatedReport report, Speech speech) =>
        Opening(report, speech, out int speaker, out int first) && IsFinite(report.Tokens[first]) && report.Tokens[speaker - 1].Lower == "what";

    private static bool Opening(AnnotatedReport report, Speech speech, out int speaker, out int first)
    {
        (speaker, first) = (-1, -1);
        if (speech.Form == SpeechForm.Direct || speech.Cue is not { } cue || speech.SpeakerSpan is not { } words || speech.Content.Count != 1 || words.End > cue.Start || cue.End > speech.Content[0].Start)
            return false;
        speaker = AnnotatedReport.FirstTokenAt(report.Tokens, words.Start);
        first = AnnotatedReport.FirstTokenAt(report.Tokens, speech.Content[0].Start);
        return speaker > 1 && first < report.Tokens.Count && report.Tokens[speaker].Lower is not ("who" or "which" or "that") && speech.CueLemma is not ("call" or "accuse" or "blame" or "describe" or "urge" or "demand" or "vow" or "pledge");
    }

    private static bool IsFinite(Token token) => token.Tag is Upos.Verb or Upos.Aux && token.Xpos is "VBD" or "VBZ" or "VBP" or "MD";

    // "a position he said the ministry had taken": the verb of saying stands under the noun.
    private static bool IsContact(IReadOnlyList<Token> tokens, Speech speech, int noun, int speaker)
    {
        int verb = AnnotatedReport.FirstTokenAt(tokens, speech.Cue!.Value.Start);
        if (verb >= tokens.Count || speaker != noun + 1 || tokens[noun].Tag != Upos.Noun)
            return false;
        if (tokens[verb].Relation == "acl:relcl" && tokens[verb].Head == noun)
            return true;
        int start = noun;
        while (start > 0 && noun - start < LongestPhrase && tokens[start - 1].Tag is Upos.Adj or Upos.Noun)
            start--;
        // "in a speech the mayor said": where it was said.
        return start > 1 && tokens[start - 1].Lower is "a" or "an" && (tokens[start - 2].Text is "," or "—" or "–" || tokens[start - 2].Lemma == "be");
    }
}
