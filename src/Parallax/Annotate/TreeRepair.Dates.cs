namespace Parallax.Annotate;

/// <summary>Dates that open a sentence.</summary>
internal static partial class TreeRepair
{
    private static readonly HashSet<string> s_months =
        new(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], StringComparer.Ordinal);

    /// <summary>
    /// "In 2011 police shot twelve miners.", "In March soldiers killed forty.": without a comma the year is easily taken for a number of the noun behind it. It is
    /// when the verb is, and the noun is its subject.
    /// </summary>
    private static void OpeningDate(string[] forms, WordReading[] words)
    {
        if (words.Length < 5 || forms[0] is not ("In" or "Since") || !IsYear(forms[1]) && !s_months.Contains(forms[1]))
            return;
        int noun = words[1].Head;
        if (noun < 2 || words[noun].Tag is not (Upos.Noun or Upos.Propn) || words[noun].Head is var verb && verb <= noun || words[verb].Tag != Upos.Verb || (words[0].Head != noun && words[0].Head != 1)
            || !(words[noun].Relation.StartsWith("obl", StringComparison.Ordinal) || words[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal)) || !Array.TrueForAll(forms[1..noun], form => form != ","))
            return;
        bool passive = false;
        for (int i = 0; i < words.Length; i++)
        {
            if (i != noun && words[i].Head == verb && words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return;
            passive |= words[i].Head == verb && words[i].Relation == "aux:pass";
        }
        words[0] = words[0] with { Head = 1 };
        words[1] = words[1] with { Head = verb, Relation = "obl" };
        words[noun] = words[noun] with { Relation = passive ? "nsubj:pass" : "nsubj" };
    }

    private static bool IsYear(string form) => form.Length == 4 && form[..2] is "19" or "20" && char.IsAsciiDigit(form[2]) && char.IsAsciiDigit(form[3]) && !form.EndsWith("00", StringComparison.Ordinal);
}
