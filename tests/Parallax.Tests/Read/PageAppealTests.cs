using Parallax.Read;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

/// <summary>What pages print for their readers between the paragraphs of a story, and what belongs to it although it looks so.</summary>
public class PageAppealTests
{
    private static readonly string Story = string.Join("\n\n", Lead, Second, Third);

    private static Report Between(string part) =>
        FromHtml($"<html><body><div class=page><h1>Boats turned back</h1><div><p>{Lead}</p>{part}<p>{Second}</p><p>{Third}</p></div></div></body></html>");

    private static Report Behind(string part) =>
        FromHtml($"<html><body><div class=page><h1>Boats turned back</h1><div><p>{Lead}</p><p>{Second}</p><p>{Third}</p>{part}</div></div></body></html>");

    [Theory]
    [InlineData("<p>Try Gazette Premium for FREE by clicking here for no ads and new puzzles.</p>")]
    [InlineData("<p>The Gazette will soon launch a letter on boats. Sign up here.</p>")]
    [InlineData("<p>If you're on the Gazette app, click here to watch live.</p>")]
    [InlineData("<p>For more stories from the coast download the Gazette apps for iOS and Android.</p>")]
    [InlineData("<p>Watch more of our videos on Quay TV and live on channel 9</p>")]
    [InlineData("<p>For a full list of the ferries, click here.</p>")]
    [InlineData("<div><header>Experience the Gazette like never before</header><ul><li>Advert-free experience without interruptions.</li><li>Quick loading pages.</li></ul></div>")]
    [InlineData("<p>Sorry, but your browser needs Javascript to use this site.</p>")]
    public void An_appeal_to_readers_is_cut_from_between_paragraphs(string part) => Assert.Equal(Story, Between(part).Text);

    [Theory]
    [InlineData("<p>Residents can sign up for the evacuation buses at the town hall of Marlow Quay.</p>")]
    [InlineData("<p>The ministry said that you can sign up here for the newsletter of the harbour.</p>")]
    [InlineData("<p>&ldquo;Click here, the message on our screens read, and we lost all of our files,&rdquo; the harbour master told us.</p>")]
    [InlineData("<p>The harbour office asked fishermen to download the app and report the boats.</p>")]
    public void A_report_of_such_an_act_is_story(string part) => Assert.Equal(4, Between(part).Paragraphs.Count);

    [Fact]
    public void Lines_on_how_an_offer_works_go_with_it() =>
        Assert.Equal(Story, Behind("<p>Get the latest news by joining our WhatsApp group today.</p><p>You'll receive daily updates from the coast.</p><p>Nobody will be able to see who is signed up.</p>"
            + "<p>We also treat you to special offers from our partners.</p><p>To leave, click on the name of the group and choose 'exit group'.</p><p>If you're curious, you can read our Privacy Notice.</p>").Text);

    [Fact]
    public void Rights_behind_the_last_sentence_are_cut() =>
        Assert.Equal(Story, Behind("<p>\u00A9 2031, StraitGazette.example. This article is the property of the Gazette. Reprinting it without permission in print or online is against the law.</p>").Text);

    [Fact]
    public void A_question_with_answers_to_choose_is_cut() =>
        Assert.Equal(Story, Between("<section><h2>Question of the day</h2><h3>Do you agree that the boats should have been sent to the strait this week?</h3><form action=/poll><label><input type=radio name=a> Yes</label><label><input type=radio name=a> No</label></form></section>").Text);

    [Fact]
    public void Single_links_around_a_story_are_tags()
    {
        Report report = FromHtml($"<html><body><article><ul><li><a href=/tag/boats>fisheries</a></li></ul><p>{Lead}</p><p>{Second}</p><p>{Third}</p><div><p>MORE ABOUT</p><div><a href=/t/1>Strait</a></div><div><a href=/t/2>boats</a></div></div></article></body></html>");
        Assert.Equal(Story, report.Text);
    }

    [Fact]
    public void A_quoted_post_keeps_its_speaker()
    {
        Report report = Between("<blockquote class=\"twitter-tweet\"><p>Boats are coming back tonight<br>We wait at the pier</p>&mdash; Harbour Watch (@harbourwatch) <a href=x>May 4, 2031</a></blockquote>");
        Paragraph post = report.Paragraphs[1];
        Assert.Equal((ParagraphKind.BlockQuote, "Boats are coming back tonight We wait at the pier \u2014 Harbour Watch (@harbourwatch) May 4, 2031"), (post.Kind, report.Text.Substring(post.Span.Start, post.Span.Length)));
    }

    [Fact]
    public void A_page_hidden_until_a_script_shows_it_is_read()
    {
        string body = $"<h1>Boats turned back</h1><p>{Lead}</p><p>{Second}</p><p>{Third}</p>";
        Assert.Equal(Story, FromHtml($"<html><body><div style=\"display: none;\">{body}</div></body></html>").Text);
        Assert.Equal("PX1010", Code("a.html", System.Text.Encoding.UTF8.GetBytes($"<html><body><p>Wait</p><template>{body}</template></body></html>")));
        // Where a story is shown, what is hidden stays hidden.
        Assert.Equal(Story, FromHtml($"<html><body><article>{body}</article><div hidden><p>{Lead.Replace("Tuesday", "Sunday", StringComparison.Ordinal)}</p></div></body></html>").Text);
    }
}
