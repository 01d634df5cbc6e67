using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Present;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Read;

/// <summary>CoNLL-U as another parser wrote it, sound and unsound.</summary>
public sealed class ConlluReportTests
{
    private const string Sound = """
        # newdoc id = harbour
        # meta::title = Ships wait at Varnow
        # meta::outlet = The Varnow Herald
        # meta::published = 2023-05-26
        # newpar
        # paragraph = heading
        # sent_id = h-1
        # text = Ships  don't sail.
        1	Ships	ship	NOUN	NNS	Number=Plur	4	nsubj	_	Entity=(1)|Name=B-ORG
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	do	AUX	VBP	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        # newpar
        # sent_id = h-2
        1	Yes	yes	INTJ	UH	_	0	root	_	SpaceAfter=No
        1.1	it	it	PRON	PRP	_	_	_	_	_
        2	!	!	PUNCT	.	_	1	punct	_	_

        # sent_id = h-3
        1	No	no	INTJ	UH	_	0	root	_	SpacesAfter=\n\s
        2	way	way	NOUN	NN	_	1	dep	_	_

        """;

    [Fact]
    public void A_document_becomes_a_report_with_its_text_rebuilt()
    {
        (Report[] reports, Problem[] problems) = Read(Sound);
        Assert.Empty(problems);
        Report report = Assert.Single(reports);
        Assert.Equal("Ships  don't sail.\n\nYes! No\n way", report.Text);
        Assert.Equal([ParagraphKind.Heading, ParagraphKind.Body], report.Paragraphs.Select(p => p.Kind));
        Assert.Equal(("Ships wait at Varnow", "The Varnow Herald", "2023-05-26"), (report.Title, report.Outlet, report.Published.Date.ToString()));
        Assert.Equal("harbour", report.Trees!.Document);
        Assert.Equal(["Ships", "do", "n't", "sail", ".", "Yes", "!", "No", "way"], report.Trees.Sentences.SelectMany(s => s.Words).Select(w => w.Span.Of(report.Text)));
        Assert.Equal([3, 3, 3, -1, 3], report.Trees.Sentences[0].Words.Select(w => w.Head));
        Assert.Equal(("B-ORG", "Entity=(1)"), (report.Trees.Sentences[0].Words[0].Name, report.Trees.Sentences[0].Words[0].Other));
        Assert.Equal([false, false, true, false, false], report.Trees.Sentences[0].Words.Select(w => w.IsContinued));
        Assert.Equal(["h-1", "h-2", "h-3"], report.Trees.Sentences.Select(s => s.Id));
    }

    [Theory]
    [InlineData("1\tYes\tyes\tINTJ", 1, "4 columns")]
    [InlineData("2\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_", 1, "id is '2', not 1")]
    [InlineData("one\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_", 1, "id is 'one'")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\tx\troot\t_\t_", 1, "head 'x' is no number")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\t-1\troot\t_\t_", 1, "head '-1' is no number")]
    [InlineData("1\t \t_\tX\t_\t_\t0\troot\t_\t_", 1, "form is empty")]
    [InlineData("1-9\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_", 1, "contraction ends with word 9")]
    [InlineData("3-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_", 1, "no range of ids")]
    [InlineData("1.x\tdon't\t_\t_\t_\t_\t_\t_\t_\t_", 1, "is no id")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n# text = late\n2\tNo\tno\tINTJ\tUH\t_\t1\tdep\t_\t_", 2, "1 columns")]
    public void A_line_that_cannot_be_read_is_named_and_costs_its_sentence(string lines, int line, string why)
    {
        (Report[] reports, Problem[] problems) = Read(lines + "\n\n" + Sound);
        Problem problem = Assert.Single(problems);
        Assert.Equal(("PX1018", $"x.conllu:{line}", false), (problem.Code, problem.Given, problem.IsNotice));
        Assert.Contains(why, problem.What, StringComparison.Ordinal);
        Assert.Equal("Ships  don't sail.\n\nYes! No\n way", Assert.Single(reports).Text);
    }

    [Theory]
    [InlineData("0", "3", "2", "circle")]
    [InlineData("2", "3", "2", "0 roots")]
    [InlineData("1", "0", "2", "circle")]
    [InlineData("2", "3", "1", "0 roots")]
    [InlineData("0", "0", "2", "2 roots")]
    [InlineData("0", "1", "4", "head of word 3 is outside")]
    [InlineData("0", "1", "99999999999999999999", "head of word 3 is outside")]
    [InlineData("0", "1", "_", "word 3 has no head")]
    public void Heads_that_are_no_tree_are_left_off_and_the_words_kept(string first, string second, string third, string why)
    {
        (Report[] reports, Problem[] problems) = Read($"{Word(1, "Ships", first)}{Word(2, "sail", second)}{Word(3, "home", third)}\n");
        Problem problem = Assert.Single(problems);
        Assert.Equal(("PX1019", "x.conllu:1", true), (problem.Code, problem.Given, problem.IsNotice));
        Assert.Contains(why, problem.What, StringComparison.Ordinal);
        GivenSentence sentence = Assert.Single(Assert.Single(reports).Trees!.Sentences);
        Assert.Equal(GivenTree.Broken, sentence.Tree);
        Assert.All(sentence.Words, w => Assert.Equal((-1, ""), (w.Head, w.Relation)));
        Assert.Equal("Ships sail home", reports[0].Text);
    }

    [Fact]
    public void Heads_left_open_are_no_fault()
    {
        (Report[] reports, Problem[] problems) = Read(Word(1, "Ships", "_") + Word(2, "sail", "_") + "\n");
        Assert.Empty(problems);
        Assert.Equal(GivenTree.Open, reports[0].Trees!.Sentences[0].Tree);
    }

    [Fact]
    public void Each_document_of_a_file_is_a_report_with_its_own_path_and_bytes()
    {
        (Report[] reports, _) = Read($"# newdoc id = a\n{Word(1, "Ships", "0")}\n# newdoc id = b\n{Word(1, "Boats", "0")}\n");
        Assert.Equal(["x.conllu#1", "x.conllu#2"], reports.Select(r => r.Path));
        Assert.Equal(2, reports.Select(r => r.BytesSha256).Distinct().Count());
        Assert.Equal(["a", "b"], reports.Select(r => r.Trees!.Document));
    }

    [Fact]
    public void Words_that_do_not_spell_their_contraction_share_its_letters()
    {
        (Report[] reports, Problem[] problems) = Read($"1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n{Word(1, "de", "0")}{Word(2, "le", "1")}{Word(3, "port", "1")}\n");
        Assert.Empty(problems);
        Assert.Equal(["d", "u", "port"], reports[0].Trees!.Sentences[0].Words.Select(w => w.Span.Of(reports[0].Text)));
        Assert.Equal("du port", reports[0].Text);
    }

    [Fact]
    public void A_contraction_with_fewer_letters_than_words_is_one_word_without_a_tree()
    {
        (Report[] reports, _) = Read($"1-2\tX\t_\t_\t_\t_\t_\t_\t_\t_\n{Word(1, "ex", "0")}{Word(2, "y", "1")}{Word(3, "port", "1")}\n");
        Assert.Equal(["X", "port"], reports[0].Trees!.Sentences[0].Words.Select(w => w.Span.Of(reports[0].Text)));
        Assert.Equal(GivenTree.Broken, reports[0].Trees!.Sentences[0].Tree);
    }

    [Fact]
    public void A_printed_text_of_other_words_is_not_believed()
    {
        (Report[] reports, _) = Read("# text = Something else entirely.\n" + Word(1, "Ships", "0", "SpaceAfter=No") + Word(2, "!", "1") + "\n");
        Assert.Equal("Ships!", reports[0].Text);
    }

    [Fact]
    public void A_file_of_another_kind_names_its_first_faults_only()
    {
        (Report[] reports, Problem[] problems) = Read(string.Concat(Enumerable.Range(0, 500).Select(i => $"<p>Line {i} of a page.</p>\n\n")));
        Assert.Empty(reports);
        Assert.Equal(21, problems.Length);
        Assert.Equal(("PX1020", 1), (problems[^1].Code, problems.Count(p => p.Code == "PX1020")));
        Assert.Contains("480 more", problems[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_a_million_characters_and_a_sentence_of_many_words_are_bounded()
    {
        (Report[] reports, Problem[] problems) = Read("1\t" + new string('a', 1_000_000) + "\t_\t_\t_\t_\t_\t_\t_\t_\n\n" + string.Concat(Enumerable.Range(1, 3000).Select(i => Word(i, "go", (i - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))) + "\n");
        Assert.Equal(["PX1018", "PX1019"], problems.Select(p => p.Code));
        Assert.Equal(3000, reports[0].Trees!.Sentences[0].Words.Count);
    }

    [Theory]
    [InlineData("# newdoc id = only\n# text = nothing\n")]
    [InlineData("#\n\n\n")]
    public void A_file_without_a_sentence_says_so(string text)
    {
        (Report[] reports, Problem[] problems) = Read(text);
        Assert.Empty(reports);
        Assert.Equal("PX1018", Assert.Single(problems).Code);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_noted_and_read()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Word(1, "Ship?", "0") + Word(2, "sail", "1") + "\n");
        bytes[6] = 0xE9;
        (Report[] reports, Problem[] problems) = Read(bytes);
        Assert.Equal("PX1011", Assert.Single(problems).Code);
        Assert.Equal("Ship\uFFFD sail", reports[0].Text);
    }

    [Fact]
    public void Whatever_is_damaged_something_sound_is_written_again()
    {
        Annotator annotator = new(LanguageData.English);
        ConlluWriter writer = new(LanguageData.English);
        const string Letters = "\t\n\r #-.|=_0129aZé\u00A0\uD83D\u200B\u0301";
        uint seed = 1;
        int written = 0;
        for (int round = 0; round < 300; round++)
        {
            char[] damaged = Sound.ToCharArray();
            for (int hits = 0; hits < 3; hits++)
            {
                seed = unchecked(seed * 1664525 + 1013904223);
                damaged[seed % (uint)damaged.Length] = Letters[(int)(seed >> 16) % Letters.Length];
            }
            foreach (Report report in Read(new string(damaged)).Reports)
            {
                AnnotatedReport annotated = annotator.Annotate(report);
                Assert.All(annotated.Words, word => Assert.Equal(word.Text, word.Span.Of(report.Text)));
                (Report[] again, Problem[] problems) = Read(writer.Write(annotated));
                Assert.DoesNotContain(problems, problem => problem.Code == "PX1018");
                Assert.Equal(report.Text, Assert.Single(again).Text);
                written++;
            }
        }
        Assert.InRange(written, 200, 900);
    }

    private static string Word(int id, string form, string head, string misc = "_") =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}\t{form}\t_\tX\t_\t_\t{head}\tdep\t_\t{misc}\n");

    private static (Report[] Reports, Problem[] Problems) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static (Report[] Reports, Problem[] Problems) Read(byte[] bytes)
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) =
            new ReportReader(LanguageData.English, ReadOptions.Default).Read(new InputItem("x.conllu", bytes, Format: InputFormat.Conllu));
        return ([.. reports], [.. problems]);
    }
}
