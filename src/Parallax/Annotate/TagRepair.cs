namespace Parallax.Annotate;

/// <summary>Mends what a window of three tags cannot see: a clause has a finite verb, and a modal a base form.</summary>
internal sealed class TagRepair(TaggerModel model, Lemmatizer words)
{
    private readonly int _past = model.Find("VERB|VBD");
    private readonly int _participle = model.Find("VERB|VBN");
    private readonly int _base = model.Find("VERB|VB");
    private readonly int _noun = model.Find("NOUN|NN");
    private readonly int _modal = model.Find("AUX|MD");

    /// <summary>Changes <paramref name="states"/> of one sentence in place.</summary>
    public void Mend(string[] lower, int[] states)
    {
        bool stopped = lower.Length > 0 && lower[^1] is "." or "\"" or "!" or "?";
        int start = 0;
        for (int at = 0; at < states.Length; at++)
        {
            // "will march to": a noun after a modal, with no noun after it.
            if (states[at] == _noun && at > 0 && states[at - 1] == _modal && words.IsBase(lower[at])
                && (at + 1 == states.Length || !Is(states[at + 1], "NOUN") && !Is(states[at + 1], "PROPN")))
                states[at] = _base;
            if (at + 1 < states.Length && lower[at] is not ("," or ";" or "that" or "which" or "who" or "when" or "while" or "after" or "as" or "because" or "but" or ":"))
                continue;
            // A headline without stop may well be a participle's ("Two killed in blast").
            if (stopped)
                Clause(lower, states, start, at + 1);
            start = at + 1;
        }
    }

    // "The police clashed with protesters." has no other verb: the participle is its past tense.
    private void Clause(string[] lower, int[] states, int start, int end)
    {
        int only = -1;
        for (int at = start; at < end; at++)
        {
            string name = model.Name(states[at]);
            if (name is "VERB|VBD" or "VERB|VBZ" or "VERB|VBP" or "VERB|VB" || name.StartsWith("AUX", StringComparison.Ordinal))
                return;
            if (only < 0 && states[at] == _participle && at > start && words.IsAlsoPast(lower[at]))
                only = at;
        }
        int subject = only - 1;
        while (subject > start && Is(states[subject], "ADV"))
            subject--;
        // Only a clause that begins the sentence surely has its own subject and verb; after a comma it may be a reduced one.
        if (only > 0 && start == 0 && (Is(states[subject], "NOUN") || Is(states[subject], "PROPN") || Is(states[subject], "PRON")))
            states[only] = _past;
    }

    private bool Is(int state, string universal) =>
        model.Name(state).AsSpan().StartsWith(universal, StringComparison.Ordinal) && model.Name(state)[universal.Length] == '|';
}
