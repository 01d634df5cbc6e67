using Parallax.Data;

namespace Parallax.Annotate;

internal sealed class PlaceFinder
{
    public PlaceFinder(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public IReadOnlyList<PlaceMention> Find(AnnotatedReport report) => [];
#pragma warning restore CA1822
}
