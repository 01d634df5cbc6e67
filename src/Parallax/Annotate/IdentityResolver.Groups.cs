namespace Parallax.Annotate;

/// <content>Groups and bodies known by description.</content>
internal sealed partial class IdentityResolver
{
    private IdentityEntry? FindGroup(ActorCandidate candidate)
    {
        if (candidate.Class is null || !_byClass.TryGetValue(ClassSlot(candidate), out List<IdentityEntry>? list))
            return null;
        for (int i = list.Count - 1, looked = 0; i >= 0 && looked < 60; i--, looked++)
        {
            if (IsSameGroup(list[i], candidate))
                return list[i];
        }
        return null;
    }

    private bool IsModified(ActorCandidate mention)
    {
        for (int i = mention.First; i < mention.HeadFirst; i++)
        {
            if (_tokens[i].Tag is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Verb && !ActorWords.IsNumber(_tokens[i]))
                return true;
        }
        return false;
    }

    private bool IsSameGroup(IdentityEntry entry, ActorCandidate candidate)
    {
        if (entry.Mentions.Count == 0 || (entry.Kind != candidate.Kind))
            return false;
        // "a second church" is not the church spoken of before.
        if (candidate.Indefinite && !candidate.Plural)
            return false;
        // "Troops" are not "loyal troops", nor are "people" ever those spoken of before.
        if (candidate is { Plural: true, Definite: false, IsBody: false, Members.Count: 0, Number: null } && candidate.First == candidate.HeadFirst && (candidate.Noun == "people" || IsModified(entry.Mentions[0])))
            return false;
        if (entry.Additional != candidate.Additional || (candidate.Possessor is not null && candidate.Country is null))
            return false;
        if (candidate.Country is null && candidate.Of is not null && candidate.Members.Count == 0 && entry.Of != candidate.Of)
            return false;
        if (!SameNoun(entry.Noun, candidate.Noun, candidate.Class))
            return false;
        if (candidate.Country is not null && entry.Country is not null && candidate.Country != entry.Country)
            return false;
        int? left = ActorWords.Number(entry.Number), right = ActorWords.Number(candidate.Number);
        if (left is not null && right is not null && left != right)
            return false;
        bool equal = entry.Members.Count == candidate.Members.Count && entry.Members.All(candidate.Members.Contains);
        if (equal)
            return entry.Members.Count > 0 || candidate.Definite || candidate.IsBody || candidate.Plural && entry.Noun == candidate.Noun && candidate.Number is null;
        bool narrower = candidate.Members.Count > 0 && candidate.Members.All(entry.Members.Contains);
        bool wider = entry.Members.Count > 0 && entry.Members.All(candidate.Members.Contains);
        // "the protesters" after "Serb protesters"; never two different sides.
        return narrower || wider || (candidate.Members.Count == 0 && (candidate.Definite || candidate.IsBody)) || (entry.Members.Count == 0 && candidate.Country is null && candidate.Definite);
    }

    private static bool SameNoun(string? left, string? right, string? sideClass)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return true;
        if (left is null || right is null)
            return false;
        return sideClass switch
        {
            "protester" => IsIn(left, "protester", "demonstrator", "protestor", "marcher", "rioter") && IsIn(right, "protester", "demonstrator", "protestor", "marcher", "rioter"),
            "soldier" => IsIn(left, "soldier", "troop", "peacekeeper", "serviceman", "forces") && IsIn(right, "soldier", "troop", "peacekeeper", "serviceman", "forces"),
            "police" => IsIn(left, "police officer", "officer", "policeman") && IsIn(right, "police officer", "officer", "policeman"),
            "gunman" => IsIn(left, "gunman", "attacker", "assailant", "shooter", "armed man") && IsIn(right, "gunman", "attacker", "assailant", "shooter", "armed man"),
            "rebel" => IsIn(left, "rebel", "rebel fighter", "fighter", "insurgent", "militant", "jihadist", "guerrilla") && IsIn(right, "rebel", "rebel fighter", "fighter", "insurgent", "militant", "jihadist", "guerrilla"),
            _ => false,
        };
    }

    private static bool IsIn(string word, params ReadOnlySpan<string> set) => set.Contains(word);

    // "the Farmers' Alliance of Punjab … the FAP": an acronym nobody explained meets the one name of the report that it abbreviates.
    private IdentityEntry? ByInitials(ActorCandidate candidate)
    {
        if (candidate.HeadEnd - candidate.HeadFirst != 1 || candidate.Country is not null)
            return null;
        string text = _tokens[candidate.HeadFirst].Text.Replace(".", "", StringComparison.Ordinal);
        if (text.Length < 3 || !ActorWords.IsShouted(text) || _lexicon.Organisation(Text.Folding.Fold(text)) is not null)
            return null;
        return _byInitials.GetValueOrDefault(text.ToUpperInvariant());
    }

    private void NoteInitials(IdentityEntry entry, ActorCandidate candidate)
    {
        if (candidate.Form != MentionForm.Name || candidate.HeadEnd - candidate.HeadFirst < 3)
            return;
        string capitals = "", all = "";
        for (int i = candidate.HeadFirst; i < candidate.HeadEnd; i++)
        {
            char letter = _tokens[i].Text[0];
            if (!char.IsLetter(letter) || _tokens[i].Lower == "the" || ActorWords.IsPossessive(_tokens[i]))
                continue;
            all += char.ToUpperInvariant(letter);
            if (char.IsUpper(letter))
                capitals += letter;
        }
        foreach (string initials in capitals == all ? (ReadOnlySpan<string>)[capitals] : [capitals, all])
        {
            // Two names with the same initials leave it open.
            if (initials.Length >= 3 && !_byInitials.TryAdd(initials, entry) && !ReferenceEquals(_byInitials[initials], entry))
                _byInitials[initials] = null;
        }
    }
}
