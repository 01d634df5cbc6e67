using Parallax.Fuse;
using Parallax.Read;

namespace Parallax.Assess;

/// <summary>One outlet's telling of one event: a column of the matrix.</summary>
/// <param name="Outlet">The outlet; null where it is not known.</param>
/// <param name="Reports">Its reports that tell of the event, by id.</param>
/// <param name="Accounts">What they say of it.</param>
internal sealed record FramingColumn(string? Outlet, IReadOnlyList<Report> Reports, IReadOnlyList<Account> Accounts)
{
    /// <summary>Whether any of its reports has the words, whatever the case.</summary>
    public bool Prints(string words) => words.Length > 0 && Reports.Any(r => r.Text.Contains(words, StringComparison.OrdinalIgnoreCase) || (r.Title?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false));

    public bool Has(IReadOnlyList<string> reports) => Reports.Any(r => reports.Contains(r.Id, StringComparer.Ordinal));

    /// <summary>A cell that rests on <paramref name="accounts"/>: of each report the first sentence, of few reports.</summary>
    public FramingCell Cell(FramingUse use, string? words, string? saidBy, IEnumerable<(string Report, string Evidence)> accounts)
    {
        (string Report, string Evidence)[] shown = [.. accounts.DistinctBy(a => a.Report, StringComparer.Ordinal).OrderBy(a => a.Report, StringComparer.Ordinal).Take(MostReports)];
        return new FramingCell(Outlet, [.. shown.Select(a => a.Report)], use, words, saidBy, [.. shown.Select(a => a.Evidence).Distinct(StringComparer.Ordinal)]);
    }

    public FramingCell Cell(FramingUse use, string? words, string? saidBy, IEnumerable<Account> accounts) => Cell(use, words, saidBy, accounts.Select(a => (a.Report, a.Evidence)));

    public FramingCell Omitted() => Cell(FramingUse.Omitted, null, null, Accounts);

    private const int MostReports = 6;
}
