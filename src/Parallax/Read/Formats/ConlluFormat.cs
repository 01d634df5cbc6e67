using System.Text;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>The comments and notes that Parallax puts into CoNLL-U beside the standard's, and how white space is written there.</summary>
internal static class ConlluFormat
{
    public const string Document = "# newdoc";
    public const string ParagraphStart = "# newpar";
    public const string Paragraph = "# paragraph = ";
    public const string SentenceId = "# sent_id = ";
    public const string Text = "# text = ";
    public const string Title = "# meta::title = ";
    public const string Outlet = "# meta::outlet = ";
    public const string Url = "# meta::url = ";
    public const string Published = "# meta::published = ";
    public const string Author = "# meta::author = ";

    public const string NoSpaceAfter = "SpaceAfter=No";
    public const string SpacesAfter = "SpacesAfter=";
    public const string Name = "Name=";

    // No more white space than this is taken between two words.
    private const int LongestGap = 100;

    /// <summary>The kind of paragraph that <paramref name="name"/> names; null for another word.</summary>
    public static ParagraphKind? ParagraphNamed(string name)
    {
        foreach (ParagraphKind kind in Enum.GetValues<ParagraphKind>())
        {
            if (ContractNames.Of(kind) == name)
                return kind;
        }
        return null;
    }

    /// <summary>White space as <c>SpacesAfter</c> writes it: <c>\s</c>, <c>\n</c>, <c>\t</c>.</summary>
    public static string Escape(ReadOnlySpan<char> gap)
    {
        StringBuilder escaped = new();
        foreach (char c in gap)
            escaped.Append(c switch { ' ' => "\\s", '\n' => "\\n", '\t' => "\\t", '\r' => "\\r", _ => c.ToString() });
        return escaped.ToString();
    }

    /// <summary>The white space that <paramref name="escaped"/> writes; null where it is something else.</summary>
    public static string? Unescape(string escaped)
    {
        StringBuilder gap = new();
        for (int i = 0; i < escaped.Length && gap.Length <= LongestGap; i++)
        {
            char c = escaped[i];
            if (c == '\\' && i + 1 < escaped.Length)
                c = escaped[++i] switch { 's' => ' ', 'n' => '\n', 't' => '\t', 'r' => '\n', _ => '?' };
            if (!char.IsWhiteSpace(c))
                return null;
            gap.Append(c);
        }
        return gap.Length > LongestGap ? null : gap.ToString();
    }
}
