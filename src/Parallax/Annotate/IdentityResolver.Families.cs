namespace Parallax.Annotate;

/// <content>Bearers of one surname: who is brought in beside another, and whom the surname alone means then.</content>
internal sealed partial class IdentityResolver
{
    // "his late brother, X": as far before a name as the word of kinship stands.
    private const int KinReach = 3;

    private static readonly HashSet<string> s_kin = new(StringComparer.Ordinal)
    {
        "wife", "husband", "widow", "widower", "spouse", "son", "daughter", "brother", "sister", "sibling", "father", "mother", "nephew", "niece", "cousin", "uncle", "aunt",
        "grandson", "granddaughter", "grandfather", "grandmother", "stepson", "stepdaughter", "stepfather", "stepmother", "twin", "fiancé", "fiancee", "fiancée", "lady",
    };

    private static readonly HashSet<string> s_women = new(StringComparer.Ordinal)
    {
        "actress", "aunt", "bride", "daughter", "duchess", "empress", "fiancee", "girl", "girlfriend", "granddaughter", "grandmother", "heroine", "lady", "mother", "mum", "mom", "niece", "nun", "princess", "queen", "sister",
        "stepdaughter", "stepmother", "waitress", "widow", "wife", "baroness", "countess", "goddess", "hostess", "schoolgirl", "teenage girl", "midwife",
    };

    private static readonly HashSet<string> s_men = new(StringComparer.Ordinal)
    {
        "abbot", "ayatollah", "boy", "boyfriend", "bridegroom", "brother", "dad", "duke", "emir", "emperor", "father", "gentleman", "grandfather", "grandson", "groom", "husband", "imam", "king", "mullah", "nephew", "pope", "prince",
        "schoolboy", "sheikh", "son", "stepfather", "stepson", "sultan", "tsar", "uncle", "widower", "monk", "teenage boy",
    };

    /// <summary>'f' or 'm' for words that name only women or only men, '-' for others. A chairman may be a woman.</summary>
    private static char GenderOf(string noun)
    {
        string last = noun[(noun.LastIndexOf(' ') + 1)..];
        if (s_women.Contains(noun) || s_women.Contains(last) || last.EndsWith("woman", StringComparison.Ordinal))
            return 'f';
        return s_men.Contains(noun) || s_men.Contains(last) || last.EndsWith("man", StringComparison.Ordinal) && last is not ("human" or "chairman" or "woman" or "german" or "roman") ? 'm' : '-';
    }

    /// <summary>
    /// Whether a full name is somebody else than the surname spoken of so far: the two are joined by "and", the full name is given as kin, or he is a man and she
    /// has a woman's name.
    /// </summary>
    private bool IsBeside(IdentityEntry entry, ActorCandidate candidate, string given)
    {
        char gender = _lexicon.Given.Gender(given);
        return (gender != '-' && entry.Gender != '-' && gender != entry.Gender) || IsJoinedTo(entry, candidate) || IsKin(candidate);
    }

    private bool IsJoinedTo(IdentityEntry entry, ActorCandidate candidate)
    {
        int between = candidate.First - entry.Mentions[^1].End;
        return between is 1 or 2 && entry.Mentions[^1].Sentence == candidate.Sentence && Enumerable.Range(entry.Mentions[^1].End, between).Any(i => _tokens[i].Lower is "and" or "&" or "with");
    }

    private bool IsKin(ActorCandidate candidate)
    {
        int start = Math.Max(_report.Sentences[candidate.Sentence].FirstToken, candidate.HeadFirst - KinReach);
        for (int i = candidate.HeadFirst - 1; i >= start; i--)
        {
            if (s_kin.Contains(_tokens[i].Lower))
                return true;
        }
        return false;
    }

    /// <summary>"Mrs X": of several bearers of the surname the one known to be a woman.</summary>
    private static IdentityEntry? ByGender(List<IdentityEntry> list, string surname, ActorCandidate candidate) =>
        candidate.Title is { Gender: not '-' } title ? Latest(list, e => IsSurname(e, surname) && e.Gender == title.Gender, candidate) : null;
}
