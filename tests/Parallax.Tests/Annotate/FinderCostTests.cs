using System.Diagnostics;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>What each finder costs must grow with the text, not with its square, also where every sentence brings new names.</summary>
public sealed class FinderCostTests
{
    private const int Paragraphs = 150;

    // A square would make it sixteen.
    private const double MostGrowth = 8;

    private static readonly Lazy<(AnnotatedReport Small, AnnotatedReport Large)> s_reports =
        new(() => (ActorScene.Annotate(Text(Paragraphs)), ActorScene.Annotate(Text(4 * Paragraphs))));

    [Theory]
    [InlineData("times")]
    [InlineData("quantities")]
    [InlineData("places")]
    [InlineData("actors")]
    [InlineData("speech")]
    [InlineData("claims")]
    public void Four_times_the_text_costs_about_four_times_as_much(string finder)
    {
        Action<AnnotatedReport> find = Finder(finder);
        (AnnotatedReport small, AnnotatedReport large) = s_reports.Value;
        double growth = double.MaxValue;
        // A busy machine may spoil one measure, hardly every one.
        for (int attempt = 0; attempt < 5 && growth >= MostGrowth; attempt++)
            growth = Fastest(find, large) / Fastest(find, small);
        Assert.True(growth < MostGrowth, $"{finder}: four times the text took {growth:0.0} times as long");
    }

    private static Action<AnnotatedReport> Finder(string name)
    {
        LanguageData data = LanguageData.English;
        switch (name)
        {
            case "times":
                TimeFinder times = new(data);
                return report => times.Find(report);
            case "quantities":
                QuantityFinder quantities = new(data);
                return report => quantities.Find(report);
            case "places":
                PlaceFinder places = new(data);
                return report => places.Find(report);
            case "actors":
                ActorFinder actors = new(data);
                return report => actors.Find(report);
            case "speech":
                SpeechFinder speech = new(data);
                return report => speech.Find(report);
            default:
                Extractor extractor = new(data);
                return report => extractor.Extract(report);
        }
    }

    private static double Fastest(Action<AnnotatedReport> find, AnnotatedReport report)
    {
        double best = double.MaxValue;
        for (int run = 0; run < 4; run++)
        {
            long start = Stopwatch.GetTimestamp();
            find(report);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    private static string Text(int paragraphs) => string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(i =>
        $"In Springfield and San Jose, Georgia, President John Ab{Letters(i)} said on Monday that he met {i} soldiers of Zu{Letters(i)}. "
        + $"“They saw him,” he said, and the minister of Ko{Letters(i)}, John Smith, left for Paris, France, two days later."));

    private static string Letters(int number)
    {
        string letters = "";
        for (int rest = number; rest > 0 || letters.Length == 0; rest /= 26)
            letters += (char)('a' + rest % 26);
        return letters;
    }
}
