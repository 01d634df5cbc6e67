using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>The name that a description gives, without how many there were: "more than 50 Serb protesters" describes Serb protesters.</summary>
internal static class ActorDescription
{
    private static readonly HashSet<string> s_counting = new(StringComparer.Ordinal)
    {
        "a", "about", "additional", "all", "almost", "an", "another", "any", "approximately", "around", "as", "at", "both", "couple", "dozen", "dozens", "each", "eight",
        "eighteen", "eighty", "eleven", "estimated", "every", "few", "fewer", "fifteen", "fifty", "five", "forty", "four", "fourteen", "half", "handful", "her", "his",
        "hundred", "hundreds", "its", "large", "least", "less", "many", "million", "millions", "more", "most", "nearly", "nine", "nineteen", "ninety", "no",
        "number", "of", "one", "only", "other", "our", "over", "roughly", "score", "scores", "seven", "seventeen", "seventy", "several", "six", "sixteen",
        "sixty", "small", "some", "ten", "tens", "than", "the", "their", "these", "thirteen", "thirty", "those", "thousand", "thousands", "three",
        "to", "twelve", "twenty", "two", "under", "up",
    };

    /// <summary><paramref name="text"/> from its first word that does not count; unchanged where nothing would be left.</summary>
    public static string Bare(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf(' ', start);
            if (end < 0)
                return start == 0 || IsCounting(text[start..]) ? text : text[start..];
            // "a group of about 50 armed men" are armed men; "the Group of Seven" is none of any.
            bool holds = text[start..end] is "group" or "band" or "crowd" or "mob" or "gang" or "team" or "pair" or "trio" && string.CompareOrdinal(text, end, " of ", 0, 4) == 0 && text.Length > end + 4 && !char.IsUpper(text[end + 4]);
            if (!holds && !IsCounting(text[start..end]))
                return text[start..];
            start = end + 1;
        }
        return text;
    }

    private static bool IsCounting(string word)
    {
        string folded = Folding.Fold(word).Trim(',', '"', '\'');
        if (folded.Length == 0)
            return false;
        if (char.IsAsciiDigit(folded[0]))
            return !(folded.EndsWith("th", StringComparison.Ordinal) || folded.EndsWith("st", StringComparison.Ordinal) || folded.EndsWith("nd", StringComparison.Ordinal) || folded.EndsWith("rd", StringComparison.Ordinal));
        int hyphen = folded.IndexOf('-', StringComparison.Ordinal);
        return s_counting.Contains(folded) || (hyphen > 0 && folded[..hyphen] is "twenty" or "thirty" or "forty" or "fifty" or "sixty" or "seventy" or "eighty" or "ninety");
    }
}
