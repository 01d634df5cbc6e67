using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>
/// Whether what a sentence tells is history, against NewsDiscourse: its distant history against its main event and consequence. The other
/// roles (causes, evaluation, anecdotes) have no counterpart in the status of a claim and are left out.
/// </summary>
internal sealed class BackgroundSet : IGoldSet
{
    public string Name => "events.newsdiscourse";

    public IReadOnlyList<string> Files(GoldFolder folder) =>
        [folder.PathTo("events", "newsdiscourse", (folder.Split == "dev" ? "validation" : folder.Split) + ".jsonl")];

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally background = default;
        List<string> missed = [];
        foreach (JsonElement record in GoldFolder.Records(Files(folder)[0]))
        {
            StringBuilder text = new();
            List<(TextSpan Span, bool IsHistory)> gold = [];
            List<(string Id, TextSpan Span)> all = [];
            foreach (JsonElement sentence in record.GetProperty("sents").EnumerateArray().Where(s => s[0].GetString() != "H"))
            {
                string words = sentence[1].GetString()!.ReplaceLineEndings(" ");
                string[] roles = sentence.GetArrayLength() > 2 ? [.. sentence[2].EnumerateArray().Select(r => r.GetString()!)] : [];
                all.Add((sentence[0].GetString()!, new TextSpan(text.Length, words.Length)));
                bool isHistory = roles.Contains("Distant_Historical");
                if (isHistory || roles.Contains("Main") || roles.Contains("Main_Consequence"))
                    gold.Add((new TextSpan(text.Length, words.Length), isHistory));
                text.Append(words).Append("\n\n");
            }
            ReportClaims claims = stages.Extract(text.ToString(), DayOf(GoldFolder.Text(record, "id")));
            stages.Predictions?.Backgrounds(GoldFolder.Text(record, "id"), all.Select(sentence => (sentence.Id, IsBackground(claims, sentence.Span))));
            foreach ((TextSpan span, bool isHistory) in gold)
            {
                if (IsBackground(claims, span) is not { } isBackground)
                    continue;
                background += new Tally(isHistory && isBackground ? 1 : 0, isBackground ? 1 : 0, isHistory ? 1 : 0);
                if (isHistory != isBackground)
                    missed.Add((isHistory ? "history taken for news: " : "news taken for history: ") + span.Of(text.ToString()));
            }
        }
        yield return new Score(Name + ".background", background.F1, background + "; sentences with an event", missed);
    }

    // Null where no event was read.
    private static bool? IsBackground(ReportClaims claims, TextSpan span)
    {
        EventClaim[] events = [.. claims.Claims.OfType<EventClaim>().Where(e => span.Contains(e.Trigger))];
        return events.Length == 0 ? null : events.All(e => e.Status == ClaimStatus.Background);
    }

    // The ids carry the day: "NYT_ENG_20130502.0003", "nyt_corpus_data_2006_01_26_1734766".
    internal static LocalDate? DayOf(string id)
    {
        string digits = string.Concat(id.Select(c => char.IsAsciiDigit(c) ? c : ' '));
        string[] runs = digits.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < runs.Length; i++)
        {
            string run = runs[i].Length == 4 && i + 2 < runs.Length && runs[i + 1].Length == 2 && runs[i + 2].Length == 2 ? runs[i] + runs[i + 1] + runs[i + 2] : runs[i];
            if (run.Length == 8 && Stages.Day(string.Create(CultureInfo.InvariantCulture, $"{run[..4]}-{run[4..6]}-{run[6..]}")) is { } day)
                return day;
        }
        return null;
    }
}
