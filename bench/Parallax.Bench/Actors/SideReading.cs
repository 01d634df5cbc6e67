using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Actors as NewsWCL50 bundles them. Its coders gave a concept of its own to the persons whom a story turns on; everything else of a state is one concept, the state:
/// its government, ministries, forces, agencies, officials and people, and the country where it is only named as a place. The product keeps all of these apart and only
/// knows which country each is of, and so does <c>actors.newswcl50.b3</c>; this reading files the same actors by their country.
/// </summary>
internal sealed class SideReading
{
    // A person named so often in each report of a story, in the mean, is one whom it turns on.
    private const double OwnConcept = 2;

    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal);

    public SideReading(Identified identified)
    {
        foreach (Actor actor in identified.Actors)
        {
            if (actor.Country is { } country)
                _countries[actor.Id] = country;
        }
        foreach ((string id, int mentions) in identified.Reports
            .SelectMany(r => r.Annotated.Mentions.Where(m => m is { Actor: >= 0, Form: not MentionForm.Pronoun } && r.Annotated.Actors[m.Actor].Kind == ActorKind.Person).Select(m => r.ActorIds[m.Actor]))
            .OfType<string>().CountBy(id => id))
        {
            if (mentions >= OwnConcept * identified.Reports.Count)
                _persons.Add(id);
        }
    }

    /// <summary>The country that an actor of the report is filed under; null where it stands for itself.</summary>
    public string? Of(ReportInFusion report, int actor)
    {
        string? id = report.ActorIds[actor];
        if (id is not null && _persons.Contains(id))
            return null;
        return (id is null ? null : _countries.GetValueOrDefault(id)) ?? report.Annotated.Actors[actor].Country;
    }

    /// <summary>The country that the words name as a place; null where they name none.</summary>
    public static string? OfPlace(ReportInFusion report, TextSpan words) =>
        report.Annotated.Places.FirstOrDefault(p => p.Span == words && p.Place is not null)?.Place?.Country;
}
