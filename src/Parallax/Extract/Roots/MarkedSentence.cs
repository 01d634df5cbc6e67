using System.Text;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>A sentence in which &lt;s&gt;…&lt;/s&gt; and &lt;t&gt;…&lt;/t&gt; mark who acts and whom it concerns; training and measuring data come so.</summary>
/// <param name="Text">The sentence without marks.</param>
/// <param name="Source">Who acts; empty where nothing is marked.</param>
/// <param name="Target">Whom it concerns; empty where nothing is marked.</param>
internal sealed record MarkedSentence(string Text, TextSpan Source, TextSpan Target)
{
    private static readonly string[] s_marks = ["<s>", "</s>", "<t>", "</t>"];

    /// <summary>Reads the marks; of several pairs the first counts.</summary>
    public static MarkedSentence Parse(string marked)
    {
        StringBuilder text = new(marked.Length);
        int[] at = [-1, -1, -1, -1];
        for (int i = 0; i < marked.Length;)
        {
            int mark = marked[i] == '<' ? Array.FindIndex(s_marks, m => string.CompareOrdinal(marked, i, m, 0, m.Length) == 0) : -1;
            if (mark < 0)
            {
                text.Append(marked[i++]);
                continue;
            }
            if (at[mark] < 0)
                at[mark] = text.Length;
            i += s_marks[mark].Length;
        }
        return new MarkedSentence(text.ToString(), Span(at[0], at[1]), Span(at[2], at[3]));
    }

    private static TextSpan Span(int start, int end) => start >= 0 && end > start ? TextSpan.FromBounds(start, end) : default;
}
