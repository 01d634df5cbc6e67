using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>Reads the sentences of a document as one report whose words are given, as <c>annotate --from conllu</c> does.</summary>
internal static class WholeStage
{
    /// <summary>The names found in each sentence.</summary>
    public static IReadOnlyList<FoundName>[] Names(Stages stages, IReadOnlyList<NamedSentence> document)
    {
        IReadOnlyList<FoundName>[] found = new IReadOnlyList<FoundName>[document.Count];
        Array.Fill(found, []);
        InputItem gold = new("gold", Encoding.UTF8.GetBytes(Conllu(document)), Format: InputFormat.Conllu);
        IReadOnlyList<Report> reports = new ReportReader(LanguageData.English, ReadOptions.Default).Read(gold).Reports;
        if (reports.Count == 0)
            return found;
        AnnotatedReport report = stages.Annotate(reports[0]);
        foreach (GivenSentence sentence in reports[0].Trees!.Sentences)
        {
            int index = int.Parse(sentence.Id, CultureInfo.InvariantCulture);
            Dictionary<int, int> starts = [];
            Dictionary<int, int> ends = [];
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                starts.TryAdd(sentence.Words[i].Span.Start, i);
                ends[sentence.Words[i].Span.End] = i + 1;
            }
            found[index] = [.. report.Names.Where(n => starts.ContainsKey(n.Span.Start) && ends.ContainsKey(n.Span.End))
                .Select(n => new FoundName(starts[n.Span.Start], ends[n.Span.End], n.Kind, n.Fine == FineNameKind.State))];
        }
        return found;
    }

    private static string Conllu(IReadOnlyList<NamedSentence> document)
    {
        StringBuilder lines = new();
        for (int i = 0; i < document.Count; i++)
        {
            lines.Append(CultureInfo.InvariantCulture, $"# sent_id = {i}\n");
            if (document[i].Printed.Length > 0)
                lines.Append(CultureInfo.InvariantCulture, $"# text = {document[i].Printed}\n");
            for (int w = 0; w < document[i].Words.Length; w++)
                lines.Append(CultureInfo.InvariantCulture, $"{w + 1}\t{document[i].Words[w]}\t_\t_\t_\t_\t_\t_\t_\t_\n");
            lines.Append('\n');
        }
        return lines.ToString();
    }
}
