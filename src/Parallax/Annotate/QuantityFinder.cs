using Parallax.Data;

namespace Parallax.Annotate;

internal sealed class QuantityFinder
{
    public QuantityFinder(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public IReadOnlyList<QuantityMention> Find(AnnotatedReport report) => [];
#pragma warning restore CA1822
}
