namespace Parallax.Annotate;

/// <summary>Where a dateline opens a sentence ("GENEVA (Reuters) - ", "Oslo, May 3 —"), which is nobody's words.</summary>
internal static class SpeechDatelines
{
    private const int Longest = 14;

    /// <summary>The tokens of datelines: whom a verb has for its subject there is not who speaks.</summary>
    public static HashSet<int> Heads(AnnotatedReport report)
    {
        HashSet<int> heads = [];
        foreach ((int first, int after) in Ends(report))
        {
            for (int i = first; i < after; i++)
                heads.Add(i);
        }
        return heads;
    }

    /// <summary>For the first token of each sentence that a dateline opens, the token after its dash.</summary>
    public static Dictionary<int, int> Ends(AnnotatedReport report)
    {
        Dictionary<int, int> ends = [];
        foreach (PlaceMention place in report.Places)
        {
            if (place.Use == ToponymUse.Dateline)
                Add(report, report.Sentences[place.Sentence], ends, named: true);
        }
        int paragraph = -1;
        foreach (Sentence sentence in report.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                Add(report, sentence, ends, named: false);
            paragraph = sentence.Paragraph;
        }
        return ends;
    }

    // A place that no gazetteer knows shows itself by its capitals or by the agency in brackets.
    private static void Add(AnnotatedReport report, Sentence sentence, Dictionary<int, int> ends, bool named)
    {
        bool capitals = report.Tokens[sentence.FirstToken] is { Text: { Length: > 2 } word } && word.All(c => char.IsUpper(c) || c is '.' or '-');
        bool agency = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken && i < sentence.FirstToken + Longest; i++)
        {
            Token token = report.Tokens[i];
            if (i > sentence.FirstToken && token.Text is "-" or "—" or "–" or "--" or "―")
            {
                if (named || agency || capitals)
                    ends[sentence.FirstToken] = i + 1;
                return;
            }
            agency |= token.Text == ")";
            if (token.Tag is Upos.Verb or Upos.Aux or Upos.Pron or Upos.Det || token.Text is "." or ":" or "\"" or "“")
                return;
        }
    }
}
