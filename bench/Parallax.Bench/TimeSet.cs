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
        TimeTally tally = new(Name);
        foreach (string file in Files(folder))
        {
            (string text, IReadOnlyList<(TextSpan Span, string Value)> gold, LocalDate? day) = Parse(File.ReadAllText(file));
            IReadOnlyList<TimexMark> marks = TimeResolver.Marks(stages.Annotate(text, day), day);
            stages.Predictions?.Times(Path.GetFileName(file), text, marks);
            tally.Add(text, gold, marks);
        }
        return tally.Scores();
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
                open.Push((text.Length, ValueOf(Attribute(name, "val"), Attribute(name, "set").Length > 0)));
            else if (name == "/TIMEX2" && open.TryPop(out (int Start, string Value) opened))
                times.Add((TextSpan.FromBounds(opened.Start, text.Length), opened.Value));
            at = close + 1;
        }
        return (text.ToString(), [.. times.OrderBy(t => t.Item1)], day);
    }

    /// <summary>The value in TIMEX3's way: a repeated time is its period, seconds of zero are not written.</summary>
    internal static string ValueOf(string value, bool repeated)
    {
        if (repeated)
        {
            value = value switch { "XXXX-XX-XX" => "P1D", "XXXX-WXX" => "P1W", "XXXX-XX" => "P1M", "XXXX" => "P1Y", _ => value };
        }
        return value.Length == 19 && value.EndsWith(":00", StringComparison.Ordinal) ? value[..16] : value;
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
