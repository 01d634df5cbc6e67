using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>The words and days of the reports of one neighbourhood, read once for all who compare them.</summary>
internal sealed class ReportWords(LanguageData data, FusedReports fused)
{
    private readonly CountLexicon _lexicon = data.Made(d => new CountLexicon(d));
    private readonly Entry?[] _known = new Entry?[fused.Reports.Count];

    /// <summary>What is known of one report.</summary>
    /// <param name="Sentences">The words of each sentence.</param>
    /// <param name="Vocabulary">All words with the number of sentences that hold them, and the names.</param>
    /// <param name="Times">The mentions of time, resolved against the publication.</param>
    /// <param name="Published">The day of publication; null where it is not known to the day.</param>
    internal sealed record Entry(SentenceWords[] Sentences, SameMatter.Vocabulary Vocabulary, IReadOnlyList<EdtfDate?> Times, LocalDate? Published);

    /// <summary>Whether two reports tell of one matter, remembered.</summary>
    public SameMatter Matter { get; } = new();

    /// <summary>The words of the report with this number.</summary>
    public Entry Of(int report) => _known[report] ??= Read(_lexicon, fused.Reports[report]);

    /// <summary>The words of one report.</summary>
    public static Entry Read(CountLexicon lexicon, FusedReport report)
    {
        AnnotatedReport source = report.Claims.Source;
        SentenceWords[] sentences = [.. source.Sentences.Select(s => lexicon.WordsOf(source, s))];
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SentenceWords sentence in sentences)
        {
            foreach (string word in sentence.Content)
                words[word] = words.GetValueOrDefault(word) + 1;
            names.UnionWith(sentence.Names);
        }
        return new Entry(
            sentences, new SameMatter.Vocabulary(words, names), TimeResolver.Resolve(source, report.Published.Date),
            report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null);
    }
}
