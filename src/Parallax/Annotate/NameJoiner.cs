using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Joins the names that the network reads sentence by sentence with what the report as a whole and the lexicons say: known bodies, head words,
/// acronyms beside their long form, the same name elsewhere in the report. Gives each name its fine kind.
/// </summary>
internal sealed class NameJoiner(LanguageData data, ActorLexicon lexicon)
{
    private readonly NamePhrases _phrases = new(lexicon);
    private readonly NameSpread _spread = new(lexicon);
    private readonly NameFineKinds _fine = new(data, lexicon);
    private readonly NameActors _actors = new(lexicon);

    /// <summary>The names of <paramref name="report"/>, whose places and actors are known; in text order, none overlapping.</summary>
    public IReadOnlyList<NameMention> Join(AnnotatedReport report)
    {
        if (report.Words.Count == 0)
            return report.Names;
        NameSheet sheet = new(report);
        foreach (NameMention name in report.Names)
        {
            if (sheet.Covered(name.Span, out int first, out int end))
                sheet.Put(first, end, name.Kind);
        }
        // Names that came with the report stay as they came.
        if (!(report.Report.Trees is { } trees && trees.Sentences.Any(s => s.Words.Any(w => w.Name.Length > 0))))
        {
            _phrases.DropOthers(sheet);
            _phrases.TakeKnown(sheet);
            _phrases.TakeHeaded(sheet);
            NamePhrases.RepairKinds(sheet);
            NamePhrases.TakePlaces(sheet);
            NamePhrases.PartPlaces(sheet);
            NamePhrases.TakeAcronyms(sheet);
            _actors.TakeActing(sheet);
            _spread.Spread(sheet);
        }
        _fine.Tell(sheet);
        List<NameMention> names = [];
        foreach (NameDraft name in sheet.Names)
            names.Add(Mention(report, name));
        return names;
    }

    private static NameMention Mention(AnnotatedReport report, NameDraft name)
    {
        TextSpan span = TextSpan.FromBounds(report.Words[name.First].Span.Start, report.Words[name.End - 1].Span.End);
        int firstToken = AnnotatedReport.FirstTokenAt(report.Tokens, span.Start);
        // A name may begin inside a token: "U.S." in "U.S.-led".
        if (firstToken == report.Tokens.Count || report.Tokens[firstToken].Span.Start > span.Start)
            firstToken--;
        int endToken = AnnotatedReport.FirstTokenAt(report.Tokens, span.End);
        NameMention mention = new(span, name.Sentence, name.Kind, firstToken, endToken);
        return name.Fine is { } fine ? mention with { Fine = fine } : mention;
    }
}
