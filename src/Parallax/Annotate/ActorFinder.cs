using Parallax.Data;

namespace Parallax.Annotate;

internal sealed class ActorFinder
{
    public ActorFinder(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public (IReadOnlyList<ReportActor> Actors, IReadOnlyList<ActorMention> Mentions) Find(AnnotatedReport report) => ([], []);
#pragma warning restore CA1822
}
