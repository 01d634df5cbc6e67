using Parallax.Text;

namespace Parallax.Read;

/// <summary>What Read made of its inputs: the reports, and a problem for everything that gave none.</summary>
/// <param name="Reports">Ordered by id; exact copies are listed on the report they copy.</param>
/// <param name="Problems">What could not be read, and why, ordered by what was given.</param>
public sealed record ReadResult(IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems);
