using System.Globalization;
using System.Text;
using NodaTime;
using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Times and their dates against the TIMEX2 marks of WikiWars, histories of wars.</summary>
internal sealed class TimeSet : IGoldSet
{
    public string Name => "times.wikiwars";

    public IReadOnlyList<string> Files(GoldFolder folder)
    {
        string at = folder.PathTo("times", "wikiwars");
        return Directory.Exists(at) ? [.. Directory.GetFiles(at, "*.key.xml").Order(StringComparer.Ordinal)] : [];
    }

    public IEnumerable<Score> Measure(GoldFolder folder, Stages stages)
    {
        Tally strict = default;
        Tally relaxed = default;
        Tally values = default;
        List<string> missed = [];
        foreach (string file in Files(folder))
        {
            (string text, IReadOnlyList<(TextSpan Span, string Value)> gold, LocalDate? day) = Parse(File.ReadAllText(file));
            AnnotatedReport report = stages.Annotate(text, day);
            IReadOnlyList<EdtfDate?> dates = TimeResolver.Resolve(report, day is { } known ? EdtfDate.Day(known) : null);
            TextSpan[] found = [.. report.Times.Select(t => t.Span)];
            strict += Alignment.Exact(gold.Select(g => g.Span), found);
            int[] pairs = Alignment.Pair([.. gold.Select(g => g.Span)], found);
            relaxed += new Tally(pairs.Count(p => p >= 0), found.Length, gold.Count);
            string?[] wanted = [.. gold.Select(g => DateOf(g.Value))];
            string?[] given = [.. dates.Select(d => d is { Precision: DatePrecision.Day or DatePrecision.Month or DatePrecision.Year } date ? (date with { Approximate = false }).ToString() : null)];
            int right = 0;
            for (int i = 0; i < wanted.Length; i++)
            {
                if (wanted[i] is null)
                    continue;
                if (pairs[i] >= 0 && given[pairs[i]] == wanted[i])
                    right++;
                else
                    missed.Add(gold[i].Span.Of(text) + " = " + wanted[i] + (pairs[i] < 0 ? ", not found" : ", read as " + (dates[pairs[i]]?.ToString() ?? "no date")));
            }
            values += new Tally(right, given.Count(g => g is not null), wanted.Count(w => w is not null));
        }
        yield return new Score(Name + ".strict", strict.F1, strict.ToString());
        yield return new Score(Name + ".relaxed", relaxed.F1, relaxed.ToString());
        yield return new Score(Name + ".values", values.F1, values.ToString(), missed);
    }

    /// <summary>A day, month or year of the common era as EDTF writes it, a time of day left out; null for everything else.</summary>
    internal static string? DateOf(string value)
    {
        int time = value.IndexOf('T', StringComparison.Ordinal);
        string date = time < 0 ? value : value[..time];
        return date.Length is 4 or 7 or 10 && date.Select((c, i) => i is 4 or 7 ? c == '-' : char.IsAsciiDigit(c)).All(x => x) ? date : null;
    }

    /// <summary>The running text of a marked file, its times, and the day it was taken from the encyclopedia.</summary>
    internal static (string Text, IReadOnlyList<(TextSpan Span, string Value)> Times, LocalDate? Day) Parse(string marked)
    {
        int head = marked.IndexOf("<TEXT>", StringComparison.Ordinal);
        int stamp = marked.IndexOf("<DATETIME>", StringComparison.Ordinal);
        int value = stamp < 0 ? -1 : marked.IndexOf("val=\"", stamp, StringComparison.Ordinal);
        LocalDate? day = value < 0 || value > head ? null : Stages.Day(marked[(value + 5)..]);
        StringBuilder text = new();
        List<(TextSpan, string)> times = [];
        Stack<(int Start, string Value)> open = new();
        int at = head + "<TEXT>".Length;
        int end = marked.IndexOf("</TEXT>", at, StringComparison.Ordinal);
        while (at < end)
        {
            int tag = marked.IndexOf('<', at, end - at);
            text.Append(marked, at, (tag < 0 ? end : tag) - at);
            if (tag < 0)
                break;
            int close = marked.IndexOf('>', tag);
            string name = marked[(tag + 1)..close];
            if (name.StartsWith("TIMEX2", StringComparison.Ordinal))
                open.Push((text.Length, Attribute(name, "val")));
            else if (name == "/TIMEX2" && open.TryPop(out (int Start, string Value) opened))
                times.Add((TextSpan.FromBounds(opened.Start, text.Length), opened.Value));
            at = close + 1;
        }
        return (text.ToString(), [.. times.OrderBy(t => t.Item1)], day);
    }

    private static string Attribute(string tag, string name)
    {
        int at = tag.IndexOf(string.Create(CultureInfo.InvariantCulture, $" {name}=\""), StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "";
        int from = at + name.Length + 3;
        return tag[from..tag.IndexOf('"', from)];
    }
}
