using NodaTime;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;

namespace Parallax.Fuse;

/// <summary>What a report is about, as far as that can be compared quickly with thousands of others: words, names, persons, towns, days, ages and tolls.</summary>
internal sealed class ReportProfile
{
    // Furniture and background gather at the end of a page.
    private const int MostWords = 600;
    private const int LeadWords = 70;
    private const int ShortestWord = 3;

    // What a word weighs that belongs to any story of its kind.
    private const double CommonInNews = 6;
    private const double CommonInLeads = 5;
    private const double RareKey = 11;
    private const double LeastKey = 8;
    private const int MostKeys = 40;
    private static readonly LocalDate s_origin = new(1970, 1, 1);

    private ReportProfile(Report report, int? day)
    {
        Id = report.Id;
        Outlet = report.Outlet;
        Day = day;
    }

    public string Id { get; }

    public string? Outlet { get; }

    /// <summary>The day of publication, as days since 1970; null where unknown.</summary>
    public int? Day { get; }

    /// <summary>All words of the title and the text.</summary>
    public required WeightedWords Words { get; init; }

    /// <summary>All words, what belongs to any story hardly weighed.</summary>
    public required WeightedWords Rare { get; init; }

    /// <summary>The words of the title and the opening.</summary>
    public required WeightedWords Lead { get; init; }

    /// <summary>The words that are names.</summary>
    public required WeightedWords Names { get; init; }

    /// <summary>The names with the weights of their words, whatever their number.</summary>
    public required WeightedWords PlainNames { get; init; }

    /// <summary>The persons named in full, by hashes of their first and last names.</summary>
    public required HashSet<ulong> Persons { get; init; }

    /// <summary>The towns named, by their numbers in GeoNames.</summary>
    public required HashSet<int> Towns { get; init; }

    /// <summary>The days told of, as days since 1970.</summary>
    public required HashSet<int> Days { get; init; }

    /// <summary>The ages of people told of.</summary>
    public required HashSet<int> Ages { get; init; }

    /// <summary>How many were killed, as far as the report adds up to a number.</summary>
    public required int? Killed { get; init; }

    /// <summary>How many were injured.</summary>
    public required int? Injured { get; init; }

    /// <summary>The words by which others find the report, and whether each is rare enough to be looked for at any distance in time.</summary>
    public required IReadOnlyList<(ulong Word, bool IsRare)> Keys { get; init; }

    /// <summary>The profile of <paramref name="report"/>, published on <paramref name="published"/>, which adds up to <paramref name="tolls"/>.</summary>
    public static ReportProfile Of(AnnotatedReport report, LocalDate? published, IReadOnlyList<ReportToll> tolls, WordWeights weights)
    {
        Dictionary<string, int> all = new(StringComparer.Ordinal), lead = new(StringComparer.Ordinal), names = new(StringComparer.Ordinal);
        CountTitle(report.Report.Title ?? "", weights, all, lead, names);
        CountText(report, all, lead, names);
        IEnumerable<(string, double)> Weighed(Dictionary<string, int> counts, Func<double, double> of) =>
            counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, (1 + Math.Log(c.Value)) * of(weights.Of(c.Key))));
        return new ReportProfile(report.Report, published is { } day ? DaysTo(day) : null)
        {
            Words = WeightedWords.UnitOf(Weighed(all, w => w)),
            Rare = WeightedWords.UnitOf(Weighed(all, w => Math.Pow(Math.Max(0, w - CommonInNews), 2))),
            Lead = WeightedWords.UnitOf(Weighed(lead, w => Math.Pow(Math.Max(0, w - CommonInLeads), 1.5))),
            Names = WeightedWords.UnitOf(Weighed(names, w => w)),
            PlainNames = WeightedWords.Of(names.Keys.Select(n => (n, weights.Of(n)))),
            Persons = [.. report.Names.Where(n => n.Kind == NameKind.Person && n.EndToken - n.FirstToken >= 2)
                .Select(n => ReportShingles.Hash(Folding.Fold(report.Tokens[n.FirstToken].Text + " " + report.Tokens[n.EndToken - 1].Text)))],
            Towns = [.. report.Places.Where(p => p.Place is { Precision: Data.PlacePrecision.Town or Data.PlacePrecision.Exact or Data.PlacePrecision.District }
                && p.Use is ToponymUse.Place or ToponymUse.Modifier or ToponymUse.Dateline).Select(p => p.Place!.GeoNames)],
            Days = [.. TimeResolver.ResolveOn(report, published).OfType<EdtfDate>().Where(d => d.Precision == DatePrecision.Day).Select(d => DaysTo(d.Start))],
            Ages = [.. report.Quantities.Where(q => q.Kind == QuantityKind.Age && q.Low is > 0 and < 120 && q.High == q.Low).Select(q => (int)q.Low)],
            Killed = Toll(tolls, Measure.Killed),
            Injured = Toll(tolls, Measure.Injured),
            Keys = KeysOf(all, weights),
        };
    }

    private static void CountTitle(string title, WordWeights weights, Dictionary<string, int> all, Dictionary<string, int> lead, Dictionary<string, int> names)
    {
        foreach (string word in ClusterWords.Split(title))
        {
            Count(all, word);
            Count(lead, word);
            // Titles capitalise every word; what is a name there, running text tells.
            if (weights.IsName(word))
                Count(names, word);
        }
    }

    private static void CountText(AnnotatedReport report, Dictionary<string, int> all, Dictionary<string, int> lead, Dictionary<string, int> names)
    {
        HashSet<int> timed = TokensOfTimes(report);
        int read = 0;
        for (int i = 0; i < report.Tokens.Count && read < MostWords; i++)
        {
            Token token = report.Tokens[i];
            if (token.Text.Length == 0 || !char.IsLetterOrDigit(token.Text[0]))
                continue;
            read++;
            string word = Folding.Fold(token.Text);
            Count(all, word);
            if (read <= LeadWords)
                Count(lead, word);
            if (token.Tag == Upos.Propn && !timed.Contains(i))
                Count(names, word);
        }
    }

    // "January" and "Monday" are names that every report of the season has.
    private static HashSet<int> TokensOfTimes(AnnotatedReport report)
    {
        HashSet<int> tokens = [];
        foreach (TimeMention time in report.Times)
        {
            for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, time.Span.Start); i < report.Tokens.Count && report.Tokens[i].Span.Start < time.Span.End; i++)
                tokens.Add(i);
        }
        return tokens;
    }

    private static void Count(Dictionary<string, int> counts, string word)
    {
        if (word.Length >= ShortestWord)
            counts[word] = counts.GetValueOrDefault(word) + 1;
    }

    private static (ulong, bool)[] KeysOf(Dictionary<string, int> all, WordWeights weights) =>
        [.. all.Select(c => (c.Key, Times: c.Value, Weight: weights.Of(c.Key))).Where(c => c.Weight >= LeastKey)
            .OrderByDescending(c => (1 + Math.Log(c.Times)) * (c.Weight - CommonInNews)).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostKeys)
            .Select(c => (ReportShingles.Hash(c.Key), c.Weight >= RareKey))];

    private static int? Toll(IReadOnlyList<ReportToll> tolls, Measure measure) => tolls.Where(t => t.Measure == measure).Select(t => (int?)t.Count).FirstOrDefault();

    private static int DaysTo(LocalDate day) => Period.DaysBetween(s_origin, day);
}
