using System.Globalization;
using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Tests.Present;

/// <summary>A situation of many reports, each with its own event, figure and statement; for limits and speed.</summary>
internal static class ManyReports
{
    public static Situation Build(int count)
    {
        SituationBuilder b = new();
        List<Event> events = [];
        List<Figure> figures = [];
        List<Statement> statements = [];
        List<Actor> actors = [];
        List<Place> places = [];
        List<Origin> origins = [];
        string filler = string.Join("\n\n", Enumerable.Range(0, 20).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"Paragraph {i} tells at length what the weather was like, who walked along the quay and what the price of fish had come to by noon.")));
        for (int i = 0; i < count; i++)
        {
            string n = i.ToString("0000", CultureInfo.InvariantCulture);
            string day = new NodaTime.LocalDate(2031, 1, 1).PlusDays(i % 90).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
            string r = b.Report("r-" + n, $"many/{n}.txt", "Outlet " + (i % 40).ToString(CultureInfo.InvariantCulture), "Report " + n,
                $"A crowd of {i + 10} gathered in Town {n} on Monday. “We stay,” said Speaker {n}.\n\n{filler}", "o-" + n, new PublishedEntry(day, "day", "metadata", day, null, []));
            origins.Add(new Origin("o-" + n, [r], "single", null, []));
            places.Add(new Place("p-" + n, "Town " + n, "EE", 58 + i % 30 * 0.05, 22 + i % 70 * 0.05, PlacePrecision.Town, i + 1, [new Alias("Town " + n, [r])]));
            actors.Add(new Actor("a-" + n, "Speaker " + n, ActorKind.Person, null, [], [new Alias("Speaker " + n, [r])], []));
            events.Add(new Event("e-" + n, EventType.Protest, "demo", "Crowd gathers in Town " + n, ClaimStatus.Happened, new When(day, "day"), "p-" + n,
                [], [], null, [r], 1, ["f-" + n], [b.Words(r, "A crowd of")]));
            figures.Add(new Figure("f-" + n, Measure.Participants, "people", "people", "e-" + n, new When(day, "day"), "p-" + n, i + 10, i + 10, i + 10, FigureStatus.Single,
                [new Reading(i + 10, i + 10, Comparator.Exactly, false, (i + 10).ToString(CultureInfo.InvariantCulture), r, null, null, null, ReadingUse.Used, "Q3", b.Words(r, "A crowd of"))]));
            statements.Add(new Statement("q-" + n, "a-" + n, "Speaker " + n, SpeechForm.Direct, SpeechAct.State, null, null, "We stay,",
                [new Rendering("We stay,", r, b.Words(r, "We stay,"))], 1));
        }
        return new Situation(
            Situation.SchemaName, new Generator("parallax", "0.1.0", "test"), null, b.Reports, origins, actors, places, events, figures, statements,
            [], [], [], b.EvidenceList, []);
    }
}
