using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>The name that a description gives, without how many there were: "more than 50 Serb protesters" describes Serb protesters.</summary>
internal static class DescriptionName
{
    private static readonly HashSet<string> Counting = new(StringComparer.Ordinal)
    {
        "a", "about", "additional", "all", "almost", "an", "another", "any", "around", "as", "at", "both", "couple", "dozen", "dozens", "eight",
        "eighteen", "eighty", "eleven", "every", "few", "fewer", "fifteen", "fifty", "five", "forty", "four", "fourteen", "half", "handful",
        "hundred", "hundreds", "large", "least", "less", "many", "million", "millions", "more", "most", "nearly", "nine", "nineteen", "ninety", "no",
        "number", "of", "one", "only", "other", "over", "roughly", "score", "scores", "seven", "seventeen", "seventy", "several", "six", "sixteen",
        "sixty", "small", "some", "ten", "tens", "than", "the", "their", "these", "thirteen", "thirty", "those", "thousand", "thousands", "three",
        "to", "twelve", "twenty", "two", "under", "up",
    };

    /// <summary><paramref name="name"/> from its first word that does not count; unchanged where nothing would be left.</summary>
    public static string Bare(string name)
    {
        int start = 0;
        while (start < name.Length)
        {
            int end = name.IndexOf(' ', start);
            if (end < 0)
                return start == 0 || IsCounting(name[start..]) ? name : name[start..];
            if (!IsCounting(name[start..end]))
                return name[start..];
            start = end + 1;
        }
        return name;
    }

    private static bool IsCounting(string word)
    {
        string folded = Folding.Fold(word).Trim(',', '"', '\'');
        return folded.Length > 0 && (char.IsAsciiDigit(folded[0]) || Counting.Contains(folded));
    }
}
