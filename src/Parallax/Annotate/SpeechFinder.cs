using Parallax.Data;

namespace Parallax.Annotate;

internal sealed class SpeechFinder
{
    public SpeechFinder(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public IReadOnlyList<Speech> Find(AnnotatedReport report) => [];
#pragma warning restore CA1822
}
