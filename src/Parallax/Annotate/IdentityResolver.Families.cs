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
