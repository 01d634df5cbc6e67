using System.Globalization;
using System.Text;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Reads a CoNLL-U file: a report for each of its documents, its text rebuilt, with the words, tags and trees that the file gives. A
/// sentence that cannot be read is left out and named; one whose heads are no tree keeps its words.
/// </summary>
internal sealed class ConlluReports(ReportParts parts) : ReportFormat
{
    private const int LongestLine = 100_000;

    // Of one file no more faults than this are named; a file of another kind has one in each line.
    private const int MostProblems = 20;

    private readonly ReportAssembly _assembly = parts.Assembly;
    private readonly Outlets _outlets = Outlets.Of(parts.Data);

    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        (string path, byte[] bytes, List<Report> reports, List<Problem> problems) = (item.Path, item.Bytes, reading.Reports, reading.Problems);
        string text = Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? bytes.AsSpan(3) : bytes);
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
            problems.Add(ReadProblems.BrokenEncoding(path, "UTF-8"));
        List<Problem> faults = [];
        List<OneDocument> documents = [.. Documents(path, text, faults).Where(d => !d.Text.IsEmpty)];
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < documents.Count; i++)
        {
            OneDocument document = documents[i];
            string name = documents.Count == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}#{i + 1}");
            ReportDraft draft = new() { Path = name, BytesSha256 = StableHash.Sha256(Encoding.UTF8.GetBytes(text[document.Start..document.End])), AnyLanguage = true };
            document.Describe(draft, _outlets);
            draft.Lines = [.. document.Text.Lines];
            (Report? report, Problem? problem) = _assembly.Finish(draft);
            if (report is not null)
            {
                // Two documents of one file are two, also where they say the same.
                string id = ids.Add(report.Id) ? report.Id : StableHash.Id("r", report.Id, name);
                reports.Add(report with { Id = id, Trees = document.Text.Over(report, document.Id) });
            }
            if (problem is not null)
                problems.Add(problem);
        }
        problems.AddRange(faults.Take(MostProblems));
        if (faults.Count > MostProblems)
            problems.Add(ReadProblems.MoreConllu(path, faults.Count - MostProblems));
        if (documents.Count == 0 && faults.Count == 0)
            problems.Add(ReadProblems.BadConllu(path, 1, "it has no sentence"));
    }

    private static IEnumerable<OneDocument> Documents(string path, string text, List<Problem> faults)
    {
        OneDocument document = new("", 0);
        SentenceLines sentence = new();
        int number = 0;
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            int start = at;
            at = end + 1;
            number++;
            if (end - start > LongestLine)
            {
                sentence.Fail(number, string.Create(CultureInfo.InvariantCulture, $"it is longer than {LongestLine} characters"));
                continue;
            }
            string line = text[start..end].TrimEnd('\r');
            if (line.Length == 0)
                sentence.Close(path, document, faults);
            else if (line[0] == '#' && !sentence.HasWords)
            {
                if (line.StartsWith(ConlluFormat.Document, StringComparison.Ordinal))
                {
                    document.End = start;
                    yield return document;
                    document = new OneDocument(After(line, '='), start);
                }
                else
                    sentence.Note(line, document);
            }
            else
                sentence.Add(number, line);
        }
        sentence.Close(path, document, faults);
        document.End = text.Length;
        yield return document;
    }

    private static string After(string line, char mark)
    {
        int at = line.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "" : CharacterCleaning.Fold(CharacterCleaning.Clean(line[(at + 1)..]));
    }

    /// <summary>What is known of one document of the file.</summary>
    private sealed class OneDocument(string id, int start)
    {
        private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
        private readonly List<string> _authors = [];

        public string Id { get; } = id;

        public int Start { get; } = start;

        public int End { get; set; }

        public ConlluText Text { get; } = new();

        public void TakeFact(string line)
        {
            string value = After(line, '=');
            if (value.Length == 0)
                return;
            if (line.StartsWith(ConlluFormat.Author, StringComparison.Ordinal))
                _authors.Add(value);
            foreach (string kind in (ReadOnlySpan<string>)[ConlluFormat.Title, ConlluFormat.Outlet, ConlluFormat.Url, ConlluFormat.Published])
            {
                if (line.StartsWith(kind, StringComparison.Ordinal))
                    _facts[kind] = value;
            }
        }

        public void Describe(ReportDraft draft, Outlets outlets)
        {
            draft.Title = _facts.GetValueOrDefault(ConlluFormat.Title);
            draft.Url = _facts.GetValueOrDefault(ConlluFormat.Url);
            if (_facts.TryGetValue(ConlluFormat.Outlet, out string? outlet))
                draft.Outlet = outlets.Named(outlet) ?? outlet;
            foreach (string author in _authors)
                draft.AddByline(author);
            if (_facts.TryGetValue(ConlluFormat.Published, out string? date) && PrintedDates.FromMetadata(date) is { } day)
                draft.Published = new Publication(day, PublicationBasis.Metadata, date);
        }
    }

    /// <summary>The sentence now being read.</summary>
    private sealed class SentenceLines
    {
        private ConlluSentence _sentence = new();
        private string _id = "";
        private string? _text;
        private ParagraphKind? _paragraph;
        private int _firstLine;
        private (int Line, string What)? _fault;

        public bool HasWords => _firstLine > 0;

        public void Note(string line, OneDocument document)
        {
            if (line.StartsWith(ConlluFormat.ParagraphStart, StringComparison.Ordinal))
                _paragraph = ParagraphKind.Body;
            else if (line.StartsWith(ConlluFormat.Paragraph, StringComparison.Ordinal))
                _paragraph = ConlluFormat.ParagraphNamed(After(line, '=')) ?? _paragraph;
            else if (line.StartsWith(ConlluFormat.SentenceId, StringComparison.Ordinal))
                _id = After(line, '=');
            else if (line.StartsWith(ConlluFormat.Text, StringComparison.Ordinal))
                _text = line[ConlluFormat.Text.Length..];
            else
                document.TakeFact(line);
        }

        public void Add(int number, string line)
        {
            if (_firstLine == 0)
                _firstLine = number;
            if (_fault is null && _sentence.Add(line) is { } what)
                _fault = (number, what);
        }

        public void Fail(int number, string what)
        {
            if (_firstLine == 0)
                _firstLine = number;
            _fault ??= (number, what);
        }

        public void Close(string path, OneDocument document, List<Problem> faults)
        {
            if (_firstLine == 0)
                return;
            if (_fault is null && _sentence.Complete() is { } incomplete)
                _fault = (_firstLine, incomplete);
            if (_paragraph is { } kind)
                document.Text.OpenParagraph(kind);
            if (_fault is { } fault)
                faults.Add(ReadProblems.BadConllu(path, fault.Line, fault.What));
            else
            {
                if (_sentence.ReadTree() is { } treeless)
                    faults.Add(ReadProblems.NoTree(path, _firstLine, treeless));
                document.Text.Add(_id, _sentence, _text);
            }
            (_sentence, _id, _text, _paragraph, _firstLine, _fault) = (new(), "", null, null, 0, null);
        }
    }
}
