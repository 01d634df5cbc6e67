namespace Parallax.Read;

/// <summary>Splits plain text into the lines a page printed.</summary>
internal static class PlainText
{
    /// <summary>The lines of <paramref name="text"/>; lines that a mail program or editor broke at a fixed width are joined again.</summary>
    public static List<PageLine> Lines(string text)
    {
        List<PageLine> lines = [];
        int blanks = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            string folded = CharacterCleaning.Fold(raw);
            if (folded.Length == 0)
            {
                blanks++;
                continue;
            }
            lines.Add(new PageLine(folded, blanks));
            blanks = 0;
        }
        return IsHardWrapped(lines) ? Join(lines) : lines;
    }

    /// <summary>The paragraphs of text taken as it stands: ended by empty lines, nothing cut or joined.</summary>
    public static List<PageLine> Paragraphs(string text)
    {
        List<PageLine> paragraphs = [];
        int start = -1, end = 0, position = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                if (start >= 0)
                    paragraphs.Add(new PageLine(text[start..end].Trim()) { Marked = true });
                start = -1;
            }
            else
            {
                if (start < 0)
                    start = position;
                end = position + line.Length;
            }
            position += line.Length + 1;
        }
        if (start >= 0)
            paragraphs.Add(new PageLine(text[start..end].Trim()) { Marked = true });
        return paragraphs;
    }

    /// <summary>Whether most lines break in mid-sentence at about one width.</summary>
    private static bool IsHardWrapped(List<PageLine> lines)
    {
        int inner = 0, wrapped = 0, lowercase = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i + 1].BlanksBefore > 0)
                continue;
            inner++;
            if (lines[i].Text.Length is >= 40 and <= 110 && !lines[i].EndsSentence)
            {
                wrapped++;
                // A text in capitals shows no small letter where a line goes on.
                if (char.IsLower(lines[i + 1].Text[0]) || (!lines[i].Text.Any(char.IsLower) && !lines[i + 1].Text.Any(char.IsLower)))
                    lowercase++;
            }
        }
        return inner >= 5 && wrapped * 10 >= inner * 6 && lowercase * 10 >= inner * 3;
    }

    private static List<PageLine> Join(List<PageLine> lines)
    {
        List<PageLine> joined = [];
        List<string> parts = [];
        int blanks = 0;
        void Flush()
        {
            if (parts.Count > 0)
                joined.Add(new PageLine(string.Join(' ', parts), blanks));
            parts.Clear();
        }
        foreach (PageLine line in lines)
        {
            // Without empty lines between paragraphs, a sentence that ends well short of the width ends its paragraph.
            if (line.BlanksBefore > 0 || parts.Count == 0 || (parts[^1].Length < 50 && new PageLine(parts[^1]).EndsSentence))
            {
                Flush();
                blanks = line.BlanksBefore;
            }
            parts.Add(line.Text);
        }
        Flush();
        return joined;
    }
}
