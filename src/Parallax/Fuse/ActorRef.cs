using NodaTime;
using Parallax.Annotate;

namespace Parallax.Fuse;

/// <summary>One actor of one report, among all actors of all reports.</summary>
/// <param name="Number">Its number among all.</param>
/// <param name="Report">Index of the report.</param>
/// <param name="ReportId">Id of the report.</param>
/// <param name="Setting">The country that the report's places mostly lie in; empty where it has none.</param>
/// <param name="Actor">The actor as the report knows it.</param>
/// <param name="Day">The day of the report; null where the page does not tell it.</param>
internal sealed record ActorRef(int Number, int Report, string ReportId, string Setting, ReportActor Actor, LocalDate? Day);
