using Parallax.Annotate;

namespace Parallax.Extract;

/// <summary>What a report is about by its vocabulary, as far as its words of force mean something else there.</summary>
/// <param name="Sport">Whether it reports a match or a player.</param>
/// <param name="Arts">Whether it reports a film, book, play, game or song.</param>
/// <param name="Disaster">Whether it reports an earthquake, flood or storm, so that what is destroyed was attacked by nobody.</param>
internal readonly record struct ReportGenre(bool Sport, bool Arts, bool Disaster)
{
    // Of a hundred words this many belong to the field, and there are this many different ones.
    private const double Share = 1.6;
    private const int Kinds = 5;
    private const int Forces = 3;

    /// <summary>The genre of <paramref name="report"/>, by the classes of <c>roots-unreal</c>.</summary>
    public static ReportGenre Of(AnnotatedReport report, WordClasses unreal) => new(Speaks(report, unreal, "sport", "hard", Kinds), Speaks(report, unreal, "arts", "hard", Kinds), Speaks(report, unreal, "disaster", "arms", Forces));

    private static bool Speaks(AnnotatedReport report, WordClasses unreal, string field, string against, int least)
    {
        HashSet<string> kinds = new(StringComparer.Ordinal);
        int found = 0, hard = 0;
        foreach (Token token in report.Tokens)
        {
            if (token.Tag is not (Upos.Noun or Upos.Propn or Upos.Adj))
                continue;
            if (unreal.Is(field, token.Lemma) || unreal.Is(field, token.Lower))
            {
                found++;
                kinds.Add(token.Lemma);
            }
            else if (unreal.Is(against, token.Lemma))
                hard++;
        }
        // A report of an attack on a stadium speaks of both.
        return kinds.Count >= least && found * 100 >= Share * Math.Max(1, report.Tokens.Count) && found > 2 * hard;
    }
}
