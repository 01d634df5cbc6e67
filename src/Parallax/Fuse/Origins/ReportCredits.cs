using Parallax.Data;

namespace Parallax.Fuse;

/// <summary>The credits to outlets in each sentence of the reports of one situation, read once. Not for use by several threads.</summary>
internal sealed class ReportCredits(LanguageData data)
{
    private readonly OutletCredits _credits = new(data);
    private readonly Dictionary<string, ILookup<int, CreditingSentence>> _of = new(StringComparer.Ordinal);

    /// <summary>One key for all names of an outlet.</summary>
    public OutletNames Names { get; } = new(data);

    /// <summary>The credits in a sentence of <paramref name="report"/> to outlets other than its own.</summary>
    public IEnumerable<CreditingSentence> In(ReportInFusion report, int sentence)
    {
        if (!_of.TryGetValue(report.Report.Id, out ILookup<int, CreditingSentence>? credits))
            _of.Add(report.Report.Id, credits = _credits.In(report.Annotated).ToLookup(c => c.Sentence));
        string? own = report.Report.Outlet is string outlet ? Names.KeyOf(outlet) : null;
        return credits[sentence].Where(c => c.Outlet != own);
    }

    /// <summary>Whether the report credits the agency for its text, not only for help.</summary>
    public static bool IsText(ReportInFusion report, string agency) =>
        report.Report.Credits.Any(c => string.Equals(c.Agency, agency, StringComparison.Ordinal) && !AgencyCopyReader.IsContribution(c));
}
