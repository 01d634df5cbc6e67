using System.Text;
using Parallax.Cli;
using Xunit;

namespace Parallax.Tests.Cli;

/// <summary>CoNLL-U out of the program and into it again.</summary>
public sealed class ConlluCommandTests : IDisposable
{
    private const string Story =
        "Varnow — The harbour's ships don't sail,  said Amina Yusuf of the Varnow Port Council.\nNobody can leave: \"We cannot go\", she told them.\n\n" +
        "On 26 May 2023 three sailors were injured in well-known waters.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("parallax-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Words_are_written_with_ten_columns_and_contractions_as_one_token()
    {
        string[] lines = Annotate("--raw", Write("story.txt", Story)).Split('\n');
        Assert.Equal("# newdoc id = story.txt", lines[0]);
        Assert.Equal("# newpar", lines[1]);
        Assert.Equal("# sent_id = story.txt-1", lines[2]);
        Assert.StartsWith("# text = Varnow — The harbour's ships don't sail,  said Amina Yusuf", lines[3], StringComparison.Ordinal);
        Assert.All(lines.Where(l => l.Length > 0 && l[0] != '#'), line => Assert.Equal(10, line.Split('\t').Length));
        Assert.Equal(["harbour's", "don't", "cannot"], Column(lines, 1, id => id.Contains('-', StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(l => l == "# newpar"));
        Assert.EndsWith("\n\n", string.Join('\n', lines), StringComparison.Ordinal);
        // Two blanks, and a line end inside a paragraph, are written as they are.
        Assert.Contains(lines, l => l.StartsWith("10\t,\t", StringComparison.Ordinal) && l.EndsWith("SpacesAfter=\\s\\s", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("SpacesAfter=\\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_character_that_is_not_white_space_is_written_once_also_invisible_ones()
    {
        string odd = Story + "\nPo\u00ADlice moved\u200B in. 12\u202F000 left \u2066there\u2069.\n";
        string[] lines = Annotate("--raw", Write("odd.txt", odd)).Split('\n');
        HashSet<string> inside = [.. lines.Where(l => l.Length > 0 && char.IsAsciiDigit(l[0])).Select(l => l.Split('\t')[0]).Where(id => id.Contains('-', StringComparison.Ordinal))];
        StringBuilder written = new();
        int skip = 0;
        foreach (string[] columns in lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')))
        {
            if (skip-- > 0)
                continue;
            skip = inside.Contains(columns[0]) ? 2 : 0;
            written.Append(columns[1]);
        }
        Assert.Equal(string.Concat(odd.Where(c => !char.IsWhiteSpace(c))), string.Concat(written.ToString().Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void What_is_written_reads_back_to_the_same_bytes()
    {
        string first = Annotate("--raw", Write("story.txt", Story), Write("b.jsonl",
            "{\"title\":\"Ships wait\",\"outlet\":\"The Varnow Herald\",\"date\":\"2023-05-26\",\"author\":\"Bo Li\",\"text\":\"" + Story.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\\\\n", "\\n", StringComparison.Ordinal) + "\"}\n"));
        Assert.Contains("# meta::title = Ships wait", first, StringComparison.Ordinal);
        Assert.Contains("# meta::published = 2023-05-26", first, StringComparison.Ordinal);
        string second = Annotate("--from", "conllu", Write("first.txt", first));
        Assert.Equal(first, second);
        Assert.Equal(first, Annotate(Write("second.conllu", second)));
    }

    [Fact]
    public void Copies_are_written_and_read_as_documents_of_their_own()
    {
        string first = Annotate("--raw", Write("a.txt", Story), Write("b.txt", Story));
        Assert.Equal(["# newdoc id = a.txt", "# newdoc id = b.txt"], first.Split('\n').Where(l => l.StartsWith("# newdoc", StringComparison.Ordinal)));
        Assert.Equal(first, Annotate(Write("both.conllu", first)));
    }

    [Fact]
    public void Words_tags_trees_lemmas_and_names_of_another_parser_are_taken_over()
    {
        string given = Write("given.conllu", """
            # newdoc id = other
            # sent_id = x9
            # text = Ships sailfast, Bo.
            1	Ships	boat	VERB	X1	Number=Sing	3	nsubj	_	Note=kept
            2-3	sailfast	_	_	_	_	_	_	_	_
            2	sail	sail	NOUN	NN	_	3	obj	_	_
            3	fast	Fast	ADV	RB	_	0	root	_	SpaceAfter=No
            4	,	,	PUNCT	,	_	3	punct	_	_
            5	Bo	Bo	PROPN	NNP	_	3	vocative	_	Name=B-PER|SpaceAfter=No
            6	.	.	PUNCT	.	_	3	punct	_	_

            """);
        string[] lines = Annotate(given).Split('\n');
        Assert.Equal("# newdoc id = other", lines[0]);
        Assert.Contains("# sent_id = x9", lines);
        Assert.Contains("# text = Ships sailfast, Bo.", lines);
        Assert.Contains("1\tShips\tboat\tVERB\tX1\tNumber=Sing\t3\tnsubj\t_\tNote=kept", lines);
        Assert.Contains("2-3\tsailfast\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No", lines);
        Assert.Contains(lines, l => l.StartsWith("3\tfast\tFast\tADV\tRB\t", StringComparison.Ordinal) && l.EndsWith("\t0\troot\t_\t_", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.StartsWith("5\tBo\tBo\tPROPN\tNNP\t", StringComparison.Ordinal) && l.EndsWith("\t3\tvocative\t_\tName=B-PER|SpaceAfter=No", StringComparison.Ordinal));
    }

    [Fact]
    public void The_whole_line_works_on_another_parsers_words_as_on_its_own()
    {
        string story = Write("story.txt", Story);
        string conllu = Write("story.conllu", Annotate("--raw", story));
        string json = Path.Combine(_folder, "out.json");
        (int status, string output, string error) = Run("brief", "--from", "conllu", conllu, "--json", json);
        Assert.Equal((ExitCodes.Done, ""), (status, error));
        Assert.NotEmpty(output);
        Assert.Equal(ExitCodes.Done, Run("verify", json, "--reports", _folder).Status);
        string[] given = Claims(conllu), own = Claims("--raw", story);
        Assert.NotEmpty(own);
        Assert.Equal(own, given);
    }

    [Fact]
    public void Json_has_the_tree_and_the_names_too()
    {
        string given = Write("given.conllu", "1\tBo\tBo\tPROPN\tNNP\t_\t2\tnsubj\t_\tName=B-PER\n2\tcame\tcome\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n");
        (int status, string output, _) = Run("annotate", given);
        Assert.Equal(ExitCodes.Done, status);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(output);
        System.Text.Json.JsonElement[] tokens = [.. json.RootElement.GetProperty("sentences")[0].GetProperty("tokens").EnumerateArray()];
        Assert.Equal([1, -1, 1], tokens.Select(t => t.GetProperty("head").GetInt32()));
        Assert.Equal(["NNP", "VBD", "."], tokens.Select(t => t.GetProperty("xpos").GetString()));
        System.Text.Json.JsonElement name = Assert.Single(json.RootElement.GetProperty("names").EnumerateArray());
        Assert.Equal(("Bo", "person"), (name.GetProperty("text").GetString(), name.GetProperty("kind").GetString()));
    }

    [Fact]
    public void Faults_are_named_with_file_and_line_and_the_rest_is_read()
    {
        string conllu = Write("bad.conllu", "1\tShips\n\n" + Word(1, "Boats", 2) + Word(2, "sail", 1) + "\n" + Word(1, "Go", 0) + "\n");
        (int status, string output, string error) = Run("annotate", "--format", "conllu", conllu);
        Assert.Equal(ExitCodes.SomeDeclined, status);
        Assert.Contains("PX1018 bad.conllu:1", error, StringComparison.Ordinal);
        Assert.Contains("PX1019 bad.conllu:3", error, StringComparison.Ordinal);
        Assert.Contains("1\tBoats\t", output, StringComparison.Ordinal);
        Assert.Contains("1\tGo\t", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("annotate x --format xml", "--format takes json, conllu or explain, not 'xml'")]
    [InlineData("annotate x --from xml", "--from takes conllu, feed, html, json, jsonl, mail, mbox, mhtml, text, warc, not 'xml'")]
    [InlineData("annotate x --from", "--from")]
    public void An_unknown_format_is_answered_with_those_there_are(string line, string message)
    {
        (int status, string output, string error) = Run(line.Split(' '));
        Assert.Equal(ExitCodes.Usage, status);
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Fact]
    public void CoNLL_U_in_a_folder_is_taken_only_when_it_is_asked_for()
    {
        Write("story.txt", Story);
        Write("copy.conllu", Word(1, "Ships", 0) + "\n");

        Assert.StartsWith("# newdoc id = copy.conllu\n", Annotate("--from", "conllu", _folder), StringComparison.Ordinal);
        Assert.DoesNotContain("copy.conllu", Annotate(_folder), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Column(string[] lines, int column, Func<string, bool> isWanted) =>
        lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(c => isWanted(c[0])).Select(c => c[column]);

    private static string Word(int id, string form, int head) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}\t{form}\t_\t_\t_\t_\t{head}\tdep\t_\t_\n");

    // Without report and path, which name the file.
    private static string[] Claims(params string[] args)
    {
        (int status, string output, _) = Run(["extract", .. args]);
        Assert.Equal(ExitCodes.Done, status);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[line.IndexOf("\"claim\"", StringComparison.Ordinal)..])];
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Annotate(params string[] args)
    {
        (int status, string output, string error) = Run(["annotate", "--format", "conllu", .. args]);
        Assert.True(status == ExitCodes.Done, error);
        return output;
    }

    [Fact]
    public void A_file_with_universal_tags_alone_gets_the_engines_verb_forms()
    {
        string file = Write("upos.conllu", "1\tPolice\t_\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tfired\t_\tVERB\t_\t_\t0\troot\t_\t_\n3\tgas\t_\tNOUN\t_\t_\t2\tobj\t_\tSpaceAfter=No\n4\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n");
        string output = Run("annotate", "--format", "conllu", "--from", "conllu", file, "--quiet").Output;
        Assert.Contains("2\tfired\tfire\tVERB\tVBD\t", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_takes_nothing_more_is_no_fault_of_the_program()
    {
        using StreamWriter full = new(new FullStream());
        StringWriter error = new(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(ExitCodes.NotWritten, CommandLine.Run(["annotate", "--raw", Write("story.txt", Story)], new Terminal(full, error), TestContext.Current.CancellationToken));
        Assert.Contains("PX2004", error.ToString(), StringComparison.Ordinal);
        full.BaseStream.SetLength(0);
    }

    /// <summary>A device without room, until it is emptied.</summary>
    private sealed class FullStream : MemoryStream
    {
        private bool _isFull = true;

        public override void SetLength(long value) => _isFull = false;

        public override void Write(byte[] buffer, int offset, int count) => Refuse();

        public override void Write(ReadOnlySpan<byte> buffer) => Refuse();

        private void Refuse()
        {
            if (_isFull)
                throw new IOException("No space left on device");
        }
    }

    private static (int Status, string Output, string Error) Run(params string[] args)
    {
        StringWriter output = new(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        StringWriter error = new(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture);
        int status = CommandLine.Run(args, new Terminal(output, error), TestContext.Current.CancellationToken);
        return (status, output.ToString(), error.ToString());
    }
}
