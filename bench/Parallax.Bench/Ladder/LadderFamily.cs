using Parallax.Annotate;

namespace Parallax.Bench;

/// <summary>The steps of the ladder.</summary>
internal enum LadderStep
{
#pragma warning disable CS1591 // The names say it.
    Seed, Verbatim, Cut, NewLead, Paraphrase, Heavy, Credited, Independent, Mixed,
#pragma warning restore CS1591
}

/// <summary>One report of a family as it is given to the reader.</summary>
internal sealed record LadderReport(int Family, LadderStep Step, string Outlet, string Title, string Date, string? Author, string Text);

/// <summary>A story and what becomes of it.</summary>
/// <param name="rewriter">Makes the paraphrases.</param>
internal sealed class LadderFamily(LadderRewriter rewriter)
{
    private static readonly string[] Agencies = ["Reuters", "AFP", "AP", "UPI", "DPA", "Xinhua", "TASS", "ANSA", "EFE", "Kyodo"];

    // Invented, so that no rule for a known paper plays a part.
    private static readonly string[] Papers =
    [
        "Harrow Ford Courier", "Upper Velm Tribune", "Marlow Quay Gazette", "Port Ansel Star", "Tarn Bridge Echo", "Saint Orrin Post", "Kessel Point Times", "Dunmore Sands Journal",
        "Eastmark Ledger", "Vale of Lunn Observer", "North Strand News", "Coldwater Mercury",
    ];

    private static readonly string[] Leads =
    [
        "It was a story that few here had expected, and it has held the front pages since {0}.",
        "Officials were still piecing the picture together when word of it spread on {0}.",
        "Many questions are open after what became known on {0}, and answers may take weeks.",
        "Readers have written to us in numbers about the matter that came up on {0}.",
    ];

    private static readonly string[] Speaks = ["were the words", "it was put", "was how one account had it", "people were told", "came the answer"];

    private static readonly string[] DayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The reports of a family; <paramref name="own"/> is a story of somebody else on the same or a near topic.</summary>
    public IEnumerable<LadderReport> Of(int family, string title, string date, AnnotatedReport seed, AnnotatedReport own)
    {
        FuzzDice dice = new((ulong)family);
        string agency = Agencies[dice.Below(Agencies.Length)];
        string rival = Agencies[(Array.IndexOf(Agencies, agency) + 1 + dice.Below(Agencies.Length - 1)) % Agencies.Length];
        string day = DayNames[dice.Below(7)];
        int paper = dice.Below(Papers.Length);
        string Paper() => Papers[paper++ % Papers.Length];
        string[] lines = [.. Lines(seed)];
        string[] others = [.. Lines(own)];
        // Half of all copies say where they come from.
        string? Signed() => dice.Below(100) < 50 ? agency : null;

        yield return new(family, LadderStep.Seed, agency, title, date, null, Page(lines));
        yield return new(family, LadderStep.Verbatim, Paper(), title, date, Signed(), Page(lines));
        int kept = Math.Max(2, lines.Length * (30 + dice.Below(40)) / 100);
        yield return new(family, LadderStep.Cut, Paper(), title, date, Signed(), Page(lines[..Math.Min(lines.Length, kept)]));
        List<string> lead = rewriter.Rewrite(First(seed, 1), dice, words: 100, dropped: 0);
        int skipped = Math.Min(1 + dice.Below(2), lines.Length / 2);
        string newLead = dice.Below(100) < 50 ? lead[0] : string.Format(System.Globalization.CultureInfo.InvariantCulture, Leads[dice.Below(Leads.Length)], day);
        yield return new(family, LadderStep.NewLead, Paper(), "What is known of it", date, Signed(), Page([newLead, .. lines[skipped..]]));
        yield return new(family, LadderStep.Paraphrase, Paper(), "The story so far", date, dice.Below(100) < 25 ? agency : null, Page([.. rewriter.Rewrite(seed, dice)]));
        if (Quotes(seed) is { Length: >= 3 } quotes)
            yield return new(family, LadderStep.Heavy, Paper(), "In their words", date, null, Page([.. Heavy(seed, quotes, dice)]));
        List<string> retold = rewriter.Rewrite(First(seed, 3), dice, words: 100, dropped: 0);
        string verb = dice.Below(100) < 50 ? "reported" : "said";
        yield return new(family, LadderStep.Credited, Paper(), "Agency report", date, null,
            Page([$"{agency} {verb} on {day} that {Inside(retold[0])}", .. retold.Skip(1).Select(line => line.EndsWith('.') ? $"{line[..^1]}, according to {agency}." : line)]));
        string[] quoted = Quotes(seed) is { Length: > 0 } all ? [$"\"{all[0]},\" {Speaks[dice.Below(Speaks.Length)]}."] : [];
        string contribution = dice.Below(100) < 33 ? $"{agency} contributed to this report." : "";
        yield return new(family, LadderStep.Independent, rival, "Also " + title, date, null, Page([.. others, .. quoted, contribution]));
        yield return new(family, LadderStep.Mixed, Paper(), "From the agencies", date, dice.Below(100) < 60 ? $"{agency} and {rival}" : null,
            Page([.. lines[..Math.Max(1, (lines.Length + 1) / 2)], .. others[..Math.Max(1, (others.Length + 1) / 2)]]));
    }

    private static IEnumerable<string> Lines(AnnotatedReport report) => LadderRewriter.Whole(report).Select(s => s.Span.Of(report.Report.Text).ReplaceLineEndings(" "));

    /// <summary>The lines two to a paragraph.</summary>
    private static string Page(IEnumerable<string> lines) => string.Join("\n\n", lines.Where(line => line.Length > 0).Chunk(2).Select(pair => string.Join(' ', pair)));

    private static AnnotatedReport First(AnnotatedReport report, int sentences) => report with { Sentences = [.. LadderRewriter.Whole(report).Take(sentences)] };

    private static string Inside(string line) => line.Length > 1 && char.IsLower(line[1]) && line.StartsWith("The ", StringComparison.Ordinal) ? "the " + line[4..] : line;

    /// <summary>The quotes of five words and more, without their marks.</summary>
    private static string[] Quotes(AnnotatedReport report)
    {
        List<string> quotes = [];
        foreach (string paragraph in Lines(report))
        {
            string[] parts = paragraph.Replace('\u201C', '"').Replace('\u201D', '"').Split('"');
            for (int i = 1; i + 1 < parts.Length; i += 2)
            {
                string quote = parts[i].Trim(' ', ',', '.');
                if (quote.Count(c => c == ' ') >= 4)
                    quotes.Add(quote);
            }
        }
        return [.. quotes.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A text with nothing of the story but its quotes and its figures, among words of the desk's own.</summary>
    private static IEnumerable<string> Heavy(AnnotatedReport report, string[] quotes, FuzzDice dice)
    {
        List<string> figures = [];
        for (int i = 0; i + 1 < report.Tokens.Count; i++)
        {
            if (report.Tokens[i].Tag == Upos.Num && report.Tokens[i + 1].Tag == Upos.Noun)
                figures.Add(report.Tokens[i].Text + " " + report.Tokens[i + 1].Text);
        }
        string[] told = [.. figures.Distinct(StringComparer.Ordinal)];
        for (int i = 0; i < Math.Max(quotes.Length, told.Length); i++)
        {
            if (i < quotes.Length)
                yield return $"\"{quotes[i]},\" {Speaks[dice.Below(Speaks.Length)]}.";
            if (i < told.Length)
                yield return $"One number that went round was {told[i]}.";
        }
    }
}
