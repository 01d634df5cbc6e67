using System.Diagnostics;
using System.Globalization;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Present;
using Parallax.Web;
using Xunit;

namespace Parallax.Tests.Determinism;

/// <summary>The same input gives the same bytes, whatever the order, threads, culture, time zone or process.</summary>
public sealed class SameBytesTests
{
    private static readonly string[] Samples = ["kosovo-2023", "harbour-strike"];

    public static TheoryData<string> Names => [.. Samples];

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_of_input_changes_nothing(string sample)
    {
        string[] files = Files(sample);
        string expected = Json(files, 0);
        for (int seed = 1; seed <= 3; seed++)
            Assert.Equal(expected, Json(Shuffle(files, seed), 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_change_nothing(string sample)
    {
        string[] files = Files(sample);
        Assert.Equal(Json(files, 1), Json(files, 8));
    }

#pragma warning disable RS0030 // The one test that is about the culture.
    [Theory]
    [MemberData(nameof(Names))]
    public void Culture_changes_nothing(string sample)
    {
        string[] files = Files(sample);
        (string, string, string) expected = Everything(files);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in new[] { "tr-TR", "de-DE", "ar-SA" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, Everything(files));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

#pragma warning restore RS0030

    [Fact]
    public void Another_process_in_another_time_zone_and_language_writes_the_same_bytes()
    {
        string sample = Repository.PathTo("samples", "kosovo-2023");
        Assert.Equal(InProcess(sample, "UTC", "en_US.UTF-8"), InProcess(sample, "Pacific/Chatham", "tr_TR.UTF-8"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_exact_copy_changes_only_the_list_of_copies(string sample)
    {
        string folder = Directory.CreateTempSubdirectory("parallax-").FullName;
        try
        {
            foreach (string file in Files(sample))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            Situation before = Run([folder], 0);
            string copied = before.Reports[0].Path;
            File.Copy(Path.Combine(folder, copied), Path.Combine(folder, "zz-copy" + Path.GetExtension(copied)));
            Situation after = Run([folder], 0);
            Situation without = after with { Reports = [.. after.Reports.Select((r, i) => r with { Copies = before.Reports[i].Copies })] };
            Assert.Equal(SituationJson.Write(before), SituationJson.Write(without));
            Assert.Contains(after.Reports, r => r.Copies.Any(c => c.StartsWith("zz-copy", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Files(string sample) => [.. Directory.GetFiles(Repository.PathTo("samples", sample)).Order(StringComparer.Ordinal)];

    private static string[] Shuffle(string[] files, int seed) =>
        [.. files.OrderBy(f => Text.StableHash.Sha256(string.Create(CultureInfo.InvariantCulture, $"{seed} {Path.GetFileName(f)}")), StringComparer.Ordinal)];

    private static Situation Run(string[] inputs, int threads) =>
        new Analysis(LanguageData.English, AnalysisOptions.Default with { Threads = threads }).Run(inputs).Situation;

    private static string Json(string[] inputs, int threads) => SituationJson.Write(Run(inputs, threads));

    private static (string Json, string Markdown, string Html) Everything(string[] inputs)
    {
        Situation situation = Run(inputs, 0);
        return (SituationJson.Write(situation), MarkdownBrief.Write(situation), BriefRenderer.Render(situation));
    }

    private static string InProcess(string sample, string zone, string language)
    {
        string output = Path.GetTempFileName();
        try
        {
            ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "Parallax.Cli.dll"), "brief", sample, "--html", output })
                start.ArgumentList.Add(argument);
            start.Environment["TZ"] = zone;
            start.Environment["LANG"] = start.Environment["LC_ALL"] = language;
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string terminal = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
            return terminal + File.ReadAllText(output);
        }
        finally
        {
            File.Delete(output);
        }
    }
}
