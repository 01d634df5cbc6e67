using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>Chooses the name under which an actor is shown.</summary>
internal static class CanonicalName
{
    private const int MuchMore = 3;

    /// <summary>
    /// The full form that most reports use, spelled with its diacritics where some report writes them; ties go to the longer form, then ordinally.
    /// A full form is a person's given name with surname, and a body's name that some report uses as its fullest, unless many more use the acronym.
    /// </summary>
    public static string Choose(SpellingTable spellings, ActorKind kind, bool named, IEnumerable<ReportActor> members)
    {
        HashSet<string> fullest = new(members.Select(m => m.Name), StringComparer.Ordinal);
        int longForms = spellings.Entries.Where(e => !NameForms.IsAcronym(e.Text) && fullest.Contains(e.Text)).Select(e => e.Reports).DefaultIfEmpty(0).Max();
        var forms = spellings.Entries
            .Select(e => (Text: named ? e.Text : ActorDescription.Bare(e.Text), e.Reports, Used: e.Text))
            .Select(e => (e.Text, e.Reports, e.Used, Key: kind == ActorKind.Person ? string.Join(' ', NameForms.PersonTokens(e.Text)) : NameForms.Body(e.Text)))
            .GroupBy(e => e.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Reports: g.Sum(e => e.Reports), Fullest: g.Any(e => fullest.Contains(e.Used)), Spellings: g.Select(e => (e.Text, e.Reports)).ToArray()))
            .OrderByDescending(g => g.Fullest && IsFull(g.Key, kind, g.Spellings[0].Text, g.Reports, longForms))
            .ThenByDescending(g => g.Fullest)
            .ThenByDescending(g => g.Reports)
            .ThenByDescending(g => g.Key.Length)
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First();
        return forms.Spellings
            .OrderByDescending(s => s.Text.Any(c => c > '\u007F' && char.IsLetter(c)))
            .ThenByDescending(s => s.Reports)
            .ThenByDescending(s => s.Text.Length)
            .ThenBy(s => s.Text, StringComparer.Ordinal)
            .First().Text;
    }

    private static bool IsFull(string key, ActorKind kind, string spelling, int reports, int mostOfLongForms) => kind == ActorKind.Person
        ? key.Contains(' ', StringComparison.Ordinal)
        : !NameForms.IsAcronym(spelling) || reports >= MuchMore * mostOfLongForms;
}
