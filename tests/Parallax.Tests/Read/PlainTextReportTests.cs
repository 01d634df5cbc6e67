using Parallax.Data;
using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class PlainTextReportTests
{
    [Fact]
    public void A_repeated_title_with_breadcrumbs_becomes_the_title()
    {
        Report report = FromText($"Home world Boats turned back near Marlow Quay\n\nBoats turned back near Marlow Quay\n\nBoats turned back near Marlow Quay\n\n{Lead}\n\n{Second}");
        Assert.Equal("Boats turned back near Marlow Quay", report.Title);
        Assert.Equal(Lead + "\n\n" + Second, report.Text);
        HasCut(report, CutReason.Navigation, "Home world Boats turned back near Marlow Quay");
        HasCut(report, CutReason.DuplicateTitle, "Boats turned back near Marlow Quay");
    }

    [Fact]
    public void Lines_in_capitals_broken_at_one_width_are_joined_and_none_is_taken_for_furniture()
    {
        string text = "   PORT VALE, 4 JAN -- THE THIRD BRIGADE HAS REPORTED THAT ABOUT 50\nFARMERS OF VARIOUS AGES HAVE BEEN KIDNAPPED BY FIGHTERS OF THE\n"
            + "NORTHERN FRONT IN THE HILLS.  ACCORDING TO THAT GARRISON, THE MASS\nKIDNAPPING TOOK PLACE ON 30 DECEMBER IN LITTLE VALE.  A SOURCE ADDED THAT THE\n"
            + "FIGHTERS FORCED THE PEOPLE, WHO WERE TAKEN TO AN UNKNOWN PLACE, OUT OF\nTHEIR HOUSES, PRESUMABLY TO TAKE THEM AGAINST THEIR WILL INTO\nCLANDESTINE GROUPS.\n";
        Report report = FromText(text);
        Assert.EndsWith("OF THE NORTHERN FRONT IN THE HILLS. ACCORDING TO THAT GARRISON, THE MASS KIDNAPPING TOOK PLACE ON 30 DECEMBER IN LITTLE VALE. A SOURCE ADDED THAT THE FIGHTERS "
            + "FORCED THE PEOPLE, WHO WERE TAKEN TO AN UNKNOWN PLACE, OUT OF THEIR HOUSES, PRESUMABLY TO TAKE THEM AGAINST THEIR WILL INTO CLANDESTINE GROUPS.", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Cuts, cut => cut.Reason == CutReason.Teaser);
    }

    [Fact]
    public void Text_that_starts_with_prose_has_no_title()
    {
        Report report = FromText($"{Lead}\n\nTalks to resume\n\n{Second}\n");
        Assert.Null(report.Title);
        Assert.Equal([ParagraphKind.Body, ParagraphKind.Heading, ParagraphKind.Body], report.Paragraphs.Select(p => p.Kind));
    }

    [Theory]
    [InlineData("Share this articleComments", CutReason.Share)]
    [InlineData("Copy/paste the article video embed link below:Copy to clipboardCopied", CutReason.Share)]
    [InlineData("We use cookies to improve your visit. Accept all cookies", CutReason.Cookie)]
    [InlineData("Sign up for our newsletter", CutReason.Subscription)]
    [InlineData("Advertisement", CutReason.Advertising)]
    [InlineData("© 2031 The Strait Gazette. All rights reserved.", CutReason.Legal)]
    [InlineData("A patrol boat leaves the pier at dawn. (Ann Other/AFP via Getty Images)", CutReason.Caption)]
    [InlineData("Nets dry on the quay [Photo: Harbour Online]", CutReason.Caption)]
    [InlineData("Jo Bloggs/AP Photo", CutReason.Caption)]
    [InlineData("— Strait Observer (@straitobs) May 30, 2031", CutReason.Embed)]
    [InlineData("Read more: How the strait was divided", CutReason.Teaser)]
    [InlineData("Find Us", CutReason.Navigation)]
    [InlineData("Additional reporting by Jo Bloggs and Reuters", CutReason.Credit)]
    public void A_furniture_line_is_cut_with_its_reason(string line, CutReason reason)
    {
        Report report = FromText($"{Lead}\n\n{line}\n\n{Second}\n\n{Third}");
        Assert.Equal(string.Join("\n\n", Lead, Second, Third), report.Text);
        HasCut(report, reason, line);
    }

    [Theory]
    [InlineData("By late evening the boats had returned, and the harbour master said that nobody was hurt.")]
    [InlineData("The agency shared pictures (some of them old) of the two boats with reporters on Monday.")]
    [InlineData("Share prices of the ferry company fell by a tenth after the news, traders in the capital said.")]
    [InlineData("“We will sign up for nothing,” the fishermen's leader told Reuters in Marlow Quay.")]
    [InlineData("Close to forty crews took part, and the print works nearby stopped for the day.")]
    public void Story_that_resembles_furniture_stays(string paragraph)
    {
        Report report = FromText($"{Lead}\n\n{paragraph}\n\n{Second}");
        Assert.Contains(paragraph, report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_teaser_block_goes_whole_and_the_comment_form_with_it()
    {
        Report report = FromText($"{Lead}\n\n{Second}\n\n\nLight House Keeper Retires After Forty Years\n\nThe keeper of the old light said that he had seen eleven storms, and that the worst of them…\n\nKeep reading\n\nLeave a comment\n\nYour email address will not be published. Required fields are marked *");
        Assert.Equal(Lead + "\n\n" + Second, report.Text);
        HasCut(report, CutReason.Teaser, "Light House Keeper Retires After Forty Years");
        HasCut(report, CutReason.CommentForm, "Leave a comment");
    }

    [Fact]
    public void Continue_reading_inside_a_story_takes_nothing_with_it()
    {
        Report report = FromText($"{Lead}\n\nA quiet night\n\n{Second}\n\nContinue reading\n\n{Third}");
        Assert.Equal(string.Join("\n\n", Lead, "A quiet night", Second, Third), report.Text);
    }

    [Fact]
    public void Headlines_below_you_might_also_like_are_teasers()
    {
        Report report = FromText($"{Lead}\n\n{Second}\n\nYou might also like\n\nPort fees to rise in spring\n\nStorm closes two ferries");
        Assert.Equal(Lead + "\n\n" + Second, report.Text);
        HasCut(report, CutReason.Teaser, "Storm closes two ferries");
    }

    [Fact]
    public void A_caption_printed_again_with_its_credit_goes_twice_and_keeps_its_date()
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\nA patrol boat in the strait, March 4, 2031.\nA patrol boat in the strait, March 4, 2031. Copyright AFP\nCopyright AFP\n\n{Lead}\n\n{Second}");
        Assert.Equal(Lead + "\n\n" + Second, report.Text);
        HasCut(report, CutReason.Caption, "A patrol boat in the strait, March 4, 2031.");
        Assert.Null(report.Published.Date);
        Assert.Empty(report.Credits);
    }

    [Fact]
    public void A_paragraph_printed_twice_is_kept_once()
    {
        Report report = FromText($"{Lead}\n\n{Second}\n\n{Third}\n\n{Second}");
        Assert.Equal(string.Join("\n\n", Lead, Second, Third), report.Text);
        HasCut(report, CutReason.DuplicateText, Second);
    }

    [Fact]
    public void Lines_broken_at_a_fixed_width_are_joined()
    {
        Report report = FromText("Fishermen in the harbour town of Marlow Quay said on Tuesday that\npatrol boats had turned them back twice, and that the second time a\nwarning shot was fired across the bow of the leading boat. The coast\nguard denied it.\n\nOfficials from both ministries will meet again on Thursday, a man\nwho speaks for them said, to discuss who may fish in the strait and\nwho may not.\n");
        Assert.Equal(2, report.Paragraphs.Count);
        Assert.StartsWith("Fishermen in the harbour town of Marlow Quay said on Tuesday that patrol boats", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_cover_the_text_but_for_separators()
    {
        Report report = FromText($"Boats turned back near Marlow Quay\n\n{Lead}\n{Second}\n\nNext steps\n\n{Third}");
        int at = 0;
        foreach (Paragraph paragraph in report.Paragraphs)
        {
            Assert.Equal(at, paragraph.Span.Start);
            at = paragraph.Span.End + 2;
        }
        Assert.Equal(report.Text.Length, at - 2);
    }

    [Fact]
    public void The_seeds_are_clean_where_they_are_at_hand()
    {
        string folder = Path.Combine(Repository.Root, "..", "shared", "seeds");
        Assert.SkipUnless(Directory.Exists(folder), "The seed reports are not beside the checkout.");
        ReadResult result = new Analysis(LanguageData.English, AnalysisOptions.Default).Read(InputSource.Open([folder], ReadOptions.Default, null), TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        foreach (Report report in result.Reports)
        {
            foreach (string furniture in (string[])["Keep reading", "Leave a comment", "Share this article", "embed link", "Getty Images", "[Photo", "Copyright", "You might also like", "(@"])
                Assert.DoesNotContain(furniture, report.Text, StringComparison.OrdinalIgnoreCase);
            Assert.True(report.Words > 250, report.Path);
        }
    }
}
