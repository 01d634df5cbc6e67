using System.Text;
using System.Xml.Linq;
using NodaTime;
using Parallax.Annotate;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Bench;

/// <summary>Times and their values against the TIMEX3 marks of news in TimeML, such as TempEval-3: every <c>.tml</c> file below the folder of times.</summary>
internal sealed class TimeMlSet : IGoldSet
{
    public string Name => "times.timeml";

    public IReadOnlyList<string> Files(GoldFolder folder)
    {
        string at = folder.PathTo("times");
        return Directory.Exists(at) ? [.. Directory.GetFiles(at, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
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

    /// <summary>The running text of a marked file, its times, and the day of its creation.</summary>
    internal static (string Text, IReadOnlyList<(TextSpan Span, string Value)> Times, LocalDate? Day) Parse(string marked)
    {
        XElement root = XDocument.Parse(marked, LoadOptions.PreserveWhitespace).Root!;
        string? created = root.Element("DCT")?.Descendants("TIMEX3").FirstOrDefault()?.Attribute("value")?.Value;
        StringBuilder text = new();
        List<(TextSpan, string)> times = [];
        if (root.Element("TEXT") is { } body)
            Read(body, text, times);
        return (text.ToString(), [.. times.OrderBy(t => t.Item1)], created is null ? null : Stages.Day(created));
    }

    private static void Read(XElement element, StringBuilder text, List<(TextSpan, string)> times)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words)
            {
                text.Append(words.Value);
            }
            else if (node is XElement inner)
            {
                int start = text.Length;
                Read(inner, text, times);
                if (inner.Name == "TIMEX3")
                    times.Add((TextSpan.FromBounds(start, text.Length), TimeSet.ValueOf(inner.Attribute("value")?.Value ?? "", false)));
            }
        }
    }
}
