using Parallax.Data;

namespace Parallax.Annotate;

internal sealed class TextScanner
{
    public TextScanner(LanguageData data) => _ = data;

#pragma warning disable CA1822 // placeholder until the stage is written
    public (IReadOnlyList<Token> Tokens, IReadOnlyList<Sentence> Sentences) Scan(Read.Report report) => ([], []);
#pragma warning restore CA1822
}
