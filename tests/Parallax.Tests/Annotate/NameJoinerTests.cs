using System.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Read;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>Names of a whole report: what the evidence of other sentences and the lexicons adds to the network's.</summary>
public sealed class NameJoinerTests
{
    private static readonly Annotator s_annotator = new(LanguageData.English);

    [Fact]
    public void An_acronym_takes_the_fine_kind_of_its_long_form_and_keeps_it()
    {
        AnnotatedReport report = Annotate("The National Salvation Army (NSA) withdrew.\n\nLater the NSA returned.");
        Assert.Equal(["ArmedForce National Salvation Army", "ArmedForce NSA", "ArmedForce NSA"], Lines(report));
    }

    [Fact]
    public void A_bracket_that_does_not_spell_the_words_before_it_makes_no_name_of_them() =>
        Assert.DoesNotContain(Lines(Annotate("They found a box (TNT) in the old mill.")), line => line.EndsWith("mill", StringComparison.Ordinal) || line.EndsWith("box", StringComparison.Ordinal));

    [Fact]
    public void A_country_that_acts_stays_a_place()
    {
        NameMention name = Assert.Single(Annotate("Chile said it would sign the treaty.").Names);
        Assert.Equal((NameKind.Place, FineNameKind.State), (name.Kind, name.Fine));
    }

    [Fact]
    public void Names_that_came_with_the_report_stay_as_they_came()
    {
        string conllu = "1\tThe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tMinistry\t_\t_\t_\t_\t_\t_\t_\tName=B-PER\n3\tof\t_\t_\t_\t_\t_\t_\t_\t_\n4\tHealth\t_\t_\t_\t_\t_\t_\t_\t_\n5\topened\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        IReadOnlyList<Report> reports = new ReportReader(LanguageData.English, ReadOptions.Default).Read(new InputItem("x.conllu", Encoding.UTF8.GetBytes(conllu))).Reports;
        Assert.Equal(["Person Ministry"], Lines(s_annotator.Annotate(reports[0])));
    }

    [Fact]
    public void Names_lie_on_words_of_one_sentence_in_order_and_none_overlap()
    {
        string hostile = string.Concat(Enumerable.Repeat("Ministry of the (UN) Army of KLF - U.S.-led Forces ' Union & Co. ", 200));
        foreach (string text in new[] { hostile, hostile.ToUpperInvariant(), "(KLF)", "Army", "( ) of of of", "Kara Liberation Front (", "Mr.", new string('A', 3000), "A-B-C-D (ABCD) of" })
        {
            AnnotatedReport report = Annotate(text);
            int end = 0;
            foreach (NameMention name in report.Names)
            {
                Assert.True(name.Span.Start >= end, text[..Math.Min(40, text.Length)]);
                Assert.True(report.Sentences[name.Sentence].Span.Contains(name.Span));
                Assert.True(name.FirstToken < name.EndToken && report.Tokens[name.FirstToken].Span.Start <= name.Span.Start && report.Tokens[name.EndToken - 1].Span.End >= name.Span.End);
                end = name.Span.End;
            }
        }
    }

    private static AnnotatedReport Annotate(string text) => ActorScene.Annotate(text);

    private static string[] Lines(AnnotatedReport report) => [.. report.Names.Select(n => $"{n.Fine} {n.Span.Of(report.Report.Text)}")];
}
