using System.Buffers;
using Parallax.Text;

namespace Parallax.Data;

/// <summary>The form under which the gazetteer files a name.</summary>
internal static class GazetteerKey
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("-'.\u02BF\u02BE\u02B9\u02BA");

    /// <summary>
    /// Folds <paramref name="name"/> and makes hyphens blanks, and drops apostrophes and full stops, because reports write
    /// "Sana'a", "Al-Bab" and "St. Louis" in each way.
    /// </summary>
    public static string Of(string name)
    {
        string folded = Folding.Fold(name);
        if (!folded.AsSpan().ContainsAny(s_marks))
            return folded;
        Span<char> key = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        int length = 0;
        foreach (char c in folded)
        {
            if (c is '\'' or '.' or '\u02BF' or '\u02BE' or '\u02B9' or '\u02BA')
                continue;
            char written = c == '-' ? ' ' : c;
            if (written == ' ' && (length == 0 || key[length - 1] == ' '))
                continue;
            key[length++] = written;
        }
        return new string(key[..length]).TrimEnd(' ');
    }
}
