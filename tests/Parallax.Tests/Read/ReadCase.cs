using System.Text;
using Parallax.Data;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Read;

/// <summary>Reads content written in a test.</summary>
internal static class ReadCase
{
    public const string Lead = "Fishermen in the harbour town of Marlow Quay said on Tuesday that patrol boats had turned them back twice.";
    public const string Second = "The coast guard confirmed that two boats were stopped, but denied that anyone had been detained for more than an hour.";
    public const string Third = "Officials from both ministries will meet again on Thursday, a spokesman said, to discuss who may fish in the strait.";

    public static Report FromText(string text) => One("report.txt", Encoding.UTF8.GetBytes(text));

    public static Report FromHtml(string html) => One("report.html", Encoding.UTF8.GetBytes(html));

    public static Report One(string path, byte[] bytes)
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll(path, bytes);
        Assert.True(reports.Count == 1, string.Join('\n', problems));
        return reports[0];
    }

    public static (IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems) ReadAll(string path, byte[] bytes) =>
        new ReportReader(LanguageData.English, ReadOptions.Default).Read(new InputItem(path, bytes));

    public static string Code(string path, byte[] bytes)
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll(path, bytes);
        Assert.Empty(reports);
        return Assert.Single(problems).Code;
    }

    public static void HasCut(Report report, CutReason reason, string text) =>
        Assert.True(report.Cuts.Any(cut => cut.Reason == reason && cut.Text == text),
            $"no {reason} cut \"{text}\" among: {string.Join(" | ", report.Cuts.Select(cut => $"{cut.Reason}: {cut.Text}"))}\ntext: {report.Text}");
}
