using System.Globalization;
using System.Text;

namespace Parallax.Bench;

/// <summary>Pointers to an invented other story, in the forms that pages use, put into a page between or behind the paragraphs of its own.</summary>
internal static class InjectedTeasers
{
    private static readonly string[] Towns = ["Ostrava Quay", "Bellmere", "Corvash", "Tindleford", "Marrow Point", "Saltholm", "Averne", "Kestrel Bay", "Dunmorrow", "Lindwick"];
    private static readonly string[] People = ["Ilse Vandermoor", "Tobin Ashgrove", "Marit Solveg", "Cass Penhallow", "Ruben Oakhart", "Nadja Wintersby", "Piet Quillon", "Greta Falworth"];
    private static readonly string[] Headlines =
    [
        "{0} ferry owners promise later sailings after harbour quarrel", "Why {1} left the {0} orchestra in the middle of its season", "Lighthouse at {0} to be sold to the highest bidder",
        "Beekeepers near {0} report a winter without losses", "{1} wins the {0} chess open at the third attempt", "Five bakeries in {0} that open before sunrise",
    ];
    private static readonly string[] Leads =
    [
        "The council of {0} agreed late on Monday that the old rope factory will become a swimming bath, said {1}, who drew the plans.",
        "Nobody in {0} can say when the clock on the guildhall last struck the hour, but {1} has found the missing wheel.",
        "A cargo of pears bound for {0} was handed out along the quay after {1} noticed that the paperwork had expired.",
        "Visitors to {0} will pay for parking from next spring, and {1} expects the money to mend the sea wall within four years.",
        "The museum of {0} has bought back a painted door that {1} recognised in the window of a furniture shop.",
        "Volunteers led by {1} counted more herons at {0} this season than in any year since the marsh was drained.",
    ];

    /// <summary>The forms, in the order in which pages are given them.</summary>
    public static readonly string[] Forms =
    [
        "aside", "list", "read-more", "cards", "continue", "newsletter", "most-read", "second-article", "plain-promo", "figure",
    ];

    /// <summary>The markup of a teaser of <paramref name="form"/>, chosen by <paramref name="seed"/>, and the invented sentences in it.</summary>
    public static (string Markup, IReadOnlyList<string> Sentences) Make(string form, int seed)
    {
        List<string> sentences = [];
        int made = seed;
        string Headline() => Say(Headlines);
        string Lead() => Say(Leads);
        string Say(string[] patterns)
        {
            string said = string.Format(CultureInfo.InvariantCulture, patterns[made % patterns.Length], Towns[made * 7 % Towns.Length], People[made * 3 % People.Length]);
            made++;
            sentences.Add(said);
            return said;
        }
        string Choice(params string[] options) => options[seed % options.Length];
        string Link(string text) => $"<a href=\"/{seed}/{made}.html\">{text}</a>";
        string Repeat(int count, Func<string> part) => string.Concat(Enumerable.Range(0, count).Select(_ => part()));

        string markup = form switch
        {
            "aside" => $"<aside><h3>{Choice("Related", "More on this", "Background")}</h3>{Link("<img src=\"a.jpg\" alt=\"\">")}<h4>{Link(Headline())}</h4><p>{Lead()}</p></aside>",
            "list" => $"<div class=\"{Choice("inline-list", "box", "c-links")}\"><h4>{Choice("More from this section", "You might also like", "Related stories")}</h4><ul>{Repeat(4, () => $"<li>{Link(Headline())}</li>")}</ul></div>",
            "read-more" => Choice($"<p><strong>Read more: {Link(Headline())}</strong></p>", $"<p><em>{Link("READ ALSO: " + Headline())}</em></p>", $"<p>{Link(Headline())}</p>", $"<p><b>Related:</b> {Link(Headline())}</p>"),
            "cards" => $"<div class=\"{Choice("grid", "row", "tiles")}\">{Repeat(3, () => $"<div class=\"{Choice("card", "tile", "col-4")}\">{Link($"<img src=\"b.jpg\"><h3>{Headline()}</h3>")}<p>{Lead()}</p></div>")}</div>",
            "continue" => $"<div class=\"{Choice("post", "entry", "item")}\"><h2>{Link(Headline())}</h2><p>{Lead()[..^1]}\u2026</p><p>{Link(Choice("Continue reading", "Read the full story", "Keep reading"))}</p></div>",
            "newsletter" => $"<div class=\"{Choice("box", "promo-box", "newsletter")}\"><h3>{Choice("The weekly letter", "Get the morning briefing", "Never miss a story")}</h3><p>{Letter()}</p><form action=\"/s\"><input type=\"email\" placeholder=\"Your email\"><button>Sign up</button></form></div>",
            "most-read" => $"<section><h3>{Choice("Most read", "Trending now", "Popular")}</h3><ol>{Repeat(5, () => $"<li>{Link(Headline())}</li>")}</ol></section>",
            "second-article" => $"<article><header><h2>{Link(Headline())}</h2><time datetime=\"2021-03-0{1 + (seed % 9)}\">{1 + (seed % 9)} March 2021</time></header>{Repeat(4, () => $"<p>{Lead()}</p>")}</article>",
            "plain-promo" => $"<div>{Link("<img src=\"c.jpg\" alt=\"\">")}<div>{Link(Headline())}</div><div>{Lead()}</div></div>",
            _ => $"<figure>{Link("<img src=\"d.jpg\">")}<figcaption>{Link(Headline())} {Lead()}</figcaption></figure>",
        };
        return (markup, sentences);

        string Letter()
        {
            string said = string.Format(CultureInfo.InvariantCulture, "Sign up for the letter from {0} and {1} will send you the best of our reporting every Friday.", Towns[seed % Towns.Length], People[seed % People.Length]);
            sentences.Add(said);
            return said;
        }
    }

    /// <summary>
    /// Puts <paramref name="teaser"/> behind the paragraph that ends the part <paramref name="share"/> of the story's; null where the markup
    /// has no paragraphs that <paramref name="story"/> holds. A second article stands behind the element that holds the story.
    /// </summary>
    public static byte[]? Into(byte[] page, string story, string teaser, double share, bool behindAll)
    {
        string html = Encoding.Latin1.GetString(page);
        string known = Bare(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(story)));
        List<int> ends = [];
        for (int at = 0; (at = html.IndexOf("<p", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            int open = html.IndexOf('>', at), end = html.IndexOf("</p>", at, StringComparison.Ordinal);
            if (open < 0 || end < open || end - open > 20_000 || html[at + 2] is not ('>' or ' ' or '\n'))
                continue;
            string text = Bare(html[(open + 1)..end]);
            if (text.Length >= 60 && known.Contains(text, StringComparison.Ordinal))
                ends.Add(end + 4);
        }
        if (ends.Count < 4)
            return null;
        int place = ends[Math.Min(ends.Count - 1, (int)(share * ends.Count))];
        if (behindAll)
        {
            int article = html.IndexOf("</article>", ends[^1], StringComparison.Ordinal), section = html.IndexOf("</div>", ends[^1], StringComparison.Ordinal);
            place = article >= 0 ? article + 10 : section >= 0 ? section + 6 : ends[^1];
        }
        // Three bytes of UTF-8 stand for the ellipsis.
        return Encoding.Latin1.GetBytes(html[..place] + teaser.Replace("\u2026", "&hellip;", StringComparison.Ordinal) + html[place..]);
    }

    /// <summary>Letters and digits of ASCII, tags and entities left out, so that markup and encoding do not matter.</summary>
    private static string Bare(string markup)
    {
        StringBuilder bare = new(markup.Length);
        for (int i = 0; i < markup.Length; i++)
        {
            if (markup[i] == '<')
            {
                int end = markup.IndexOf('>', i);
                i = end < 0 ? markup.Length : end;
            }
            else if (markup[i] == '&' && markup.IndexOf(';', i) is int stop && stop > i && stop - i < 10)
                i = stop;
            else if (char.IsAsciiLetterOrDigit(markup[i]))
                bare.Append(markup[i]);
        }
        return bare.ToString();
    }
}
