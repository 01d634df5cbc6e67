using NodaTime;
using NodaTime.Text;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>
/// Disagreements between two reports over one deed, told in clauses that agree in much and exclude each other in one thing: whether it was done,
/// who did it, on which day, in which place. What fusion keeps as two events because the accounts exclude each other meets here again.
/// </summary>
internal sealed class DeedDisagreements(LanguageData data, FusedReports fused, EvidenceTable evidence, ReportWords words)
{
    private const int Window = 8;
    private const int MostKeys = 6;
    private const int NearDays = 5;

    private readonly DeedWords _words = data.Made(d => new DeedWords(d));
    private ILookup<string, (Event Event, string Evidence)>? _eventsOf;
    private Dictionary<string, Evidence>? _spans;

    public IReadOnlyList<Disagreement> Find()
    {
        DeedReader reader = data.Made(d => new DeedReader(d));
        List<Deed> deeds = [];
        IReadOnlyList<DeedReader.Sketch>[] outlines = [.. fused.Reports.Select(reader.Outline)];
        // A verb that no list brings together with others is compared for denials only: what nobody denies need not be read closely.
        HashSet<string> denied = [.. outlines.SelectMany(o => o).Where(s => s.IsDenied).Select(s => s.Kind)];
        for (int r = 0; r < outlines.Length; r++)
            deeds.AddRange(reader.Read(fused.Reports[r], r, [.. outlines[r].Where(s => denied.Contains(s.Kind) || s.IsListed)], words.Of(r)));
        DeedComparison comparison = new(data, fused, deeds.SelectMany(d => d.Days.Select(day => (d.ReportIndex, day))).ToLookup(d => d.ReportIndex, d => d.day), deeds.ToLookup(d => d.ReportIndex));
        Dictionary<(int, int, DisagreementAbout), (double Score, Disagreement Found)> best = [];
        foreach ((int x, int y) in ClusterBuilder.Candidates([.. deeds.Select(Keys)], Window))
        {
            (Deed a, Deed b) = ReportPairs.InOrder(deeds[x], deeds[y]);
            if (ReportPairs.IsOneText(a, b) || !DeedMatch.SameKind(a, b) && !_words.AreOpposite(a.Kind, b.Kind) || !ReportPairs.NearInTime(a, b, NearDays))
                continue;
            double shared = DeedMatch.Shared(a, b);
            if (comparison.Of(a, b, shared) is not DeedContrast contrast || !words.Matter.Holds(a.ReportIndex, a.Vocabulary, b.ReportIndex, b.Vocabulary))
                continue;
            // Each pair of reports shows its clearest clauses for each thing at issue.
            (int, int, DisagreementAbout) key = (a.ReportIndex, b.ReportIndex, contrast.About);
            if (!best.TryGetValue(key, out (double Score, Disagreement Found) known) || shared > known.Score)
                best[key] = (shared, Make(contrast, a, b));
        }
        return [.. best.OrderBy(p => p.Key.Item1).ThenBy(p => p.Key.Item2).ThenBy(p => p.Key.Item3).Select(p => p.Value.Found)];
    }

    /// <summary>A day as the contract writes it.</summary>
    public static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private Disagreement Make(DeedContrast contrast, Deed a, Deed b) => DisagreementFinder.Make(
        contrast.About, contrast.IsParty ? DisagreementKind.InterestedParty : DisagreementKind.Conflict, SubjectOf(a) ?? SubjectOf(b) ?? a.Report.Claims.Source.Report.Id,
        [.. new[] { (a, contrast.OfA), (b, contrast.OfB) }.Select(p => new Position(p.Item2, [p.Item1.Report.Claims.Source.Report.Id], null, [evidence.Add(p.Item1.Report.Claims.Source.Report, p.Item1.Evidence)]))],
        Explain(contrast, a, b));

    private static string Explain(DeedContrast contrast, Deed a, Deed b)
    {
        (Deed denial, Deed claim) = a.IsDenied ? (a, b) : (b, a);
        string ofA = $"{Whose(a)} ", ofB = $", {Whose(b)} ";
        return contrast.About switch
        {
            DisagreementAbout.Date => $"{ofA}puts it on {contrast.OfA}{ofB}on {contrast.OfB}.",
            DisagreementAbout.Place => $"{ofA}puts it in {contrast.OfA}{ofB}in {contrast.OfB}.",
            DisagreementAbout.Actor => $"{ofA}names {contrast.OfA}{ofB}names {contrast.OfB} for what only one of them can be.",
            DisagreementAbout.Responsibility when contrast.IsBlame => $"{Whose(claim)} names {claim.DoerText ?? "a culprit"}, {Whose(denial)} denies any part in it.",
            DisagreementAbout.Responsibility => $"{ofA}names {contrast.OfA}{ofB}names {contrast.OfB}{(contrast.IsParty ? "; one of the speakers is a party" : "")}.",
            _ when contrast.IsOpposite => $"{ofA}says “{contrast.OfA}”{ofB}“{contrast.OfB}”; of one thing on one day only one can be true{(contrast.IsParty ? ", and one of the speakers is a party" : "")}.",
            _ => $"{Whose(claim)} says that it happened, {Whose(denial)} that it did not{(contrast.IsParty ? "; who denies it is a party to it" : "")}.",
        };
    }

    private static string Whose(Deed one) => ReportPairs.Whose(one.Report, one.Speaker);

    /// <summary>The event whose account stands in the deed's sentence.</summary>
    private string? SubjectOf(Deed deed)
    {
        _eventsOf ??= fused.Events.SelectMany(e => e.Accounts.Select(a => (a.Report, Event: e, a.Evidence))).ToLookup(a => a.Report, a => (a.Event, a.Evidence), StringComparer.Ordinal);
        _spans ??= fused.Evidence.GroupBy(e => e.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        TextSpan at = deed.Report.Claims.Source.Tokens[deed.Token].Span;
        return _eventsOf[deed.Report.Claims.Source.Report.Id]
            .Where(e => _spans.TryGetValue(e.Evidence, out Evidence? proof) && proof.Start <= at.Start && proof.End >= at.End)
            .Select(e => e.Event.Id).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    private static IEnumerable<string> KeysOf(Deed one) => one.Content.OrderByDescending(one.Names.Contains).ThenByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(MostKeys);

    // A deed meets others of its kind, of a kind that ends in the same, or of one that excludes it, over a word of its sentence.
    private List<string> Keys(Deed one)
    {
        string[] families = [.. DeedMatch.FamiliesOf(one.Kind), .. _words.OppositesOf(one.Kind).Select(o => string.CompareOrdinal(o, one.Kind) < 0 ? o + "/" + one.Kind : one.Kind + "/" + o)];
        return [.. KeysOf(one).SelectMany(w => families.Select(f => f + "|" + w))];
    }
}
