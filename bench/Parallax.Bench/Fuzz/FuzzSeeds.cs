using System.Globalization;
using System.Text;

namespace Parallax.Bench;

/// <summary>One input before it is mutated: the path that says how it is read, and its bytes.</summary>
internal sealed record FuzzSeed(string Path, byte[] Bytes);

/// <summary>Small pages, feeds, letters and archives made up by dice; small, so that many can be tried, with each part that real ones have.</summary>
internal static class FuzzSeeds
{
    private static readonly string[] Names = ["Ana Torvel", "Jonas Brekke", "M. K. Odhar", "Zorica Vélin", "O'Marr"];
    private static readonly string[] Places = ["Marlow Quay", "Port Esker", "the Sund strait", "Västra Holm", "Nerezi"];

    private static readonly string[] Endings =
        ["html", "html", "html", "html", "html", "htm", "txt", "jsonl", "rss", "atom", "xml", "json", "warc", "eml", "conllu", "none"];

    /// <summary>One input of a kind that the dice choose.</summary>
    public static FuzzSeed Make(FuzzDice dice)
    {
        string ending = dice.Pick<string>(Endings);
        string content = ending switch
        {
            "html" or "htm" or "none" => Page(dice),
            "txt" => Text(dice),
            "jsonl" => string.Join('\n', Enumerable.Range(0, dice.Between(1, 4)).Select(_ => JsonObject(dice))),
            "json" => dice.OneIn(2) ? JsonFeed(dice) : JsonObject(dice),
            "rss" => Rss(dice),
            "atom" => Atom(dice),
            "xml" => dice.OneIn(2) ? Rss(dice) : Atom(dice),
            "warc" => Warc(dice),
            "eml" => Letter(dice),
            _ => Conllu(),
        };
        return new FuzzSeed(ending == "none" ? "input" : "input." + ending, Encoding.UTF8.GetBytes(content));
    }

    private static string Page(FuzzDice dice)
    {
        StringBuilder page = new();
        if (dice.OneIn(3))
            page.Append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        page.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").Append(Title(dice)).Append(" | The Esker Post</title>\n")
            .Append(Invariant($"<meta property=\"og:title\" content=\"{Title(dice)}\"><meta property=\"article:published_time\" content=\"{Day(dice)}T08:1{dice.Below(10)}:00Z\">\n"))
            .Append("<link rel=canonical href=\"https://post.example/2023/05/story\"><style>p { color: black }</style><script>var a = '<p>no</p>';</script>\n")
            .Append("<script type=\"application/ld+json\">").Append(LinkedData(dice)).Append("</script></head>\n<body class=home><nav><ul><li><a href=/>Home</a><li><a href=/world>World</a></ul></nav>\n");
        page.Append(dice.OneIn(2) ? "<article class=\"story-body\">" : "<div id=content><table><tr><td>").Append("<h1>").Append(Title(dice)).Append("</h1>\n<div class=byline>By ")
            .Append(dice.Pick<string>(Names)).Append(Invariant($", <time datetime=\"{Day(dice)}\">{dice.Between(1, 28)} May 2023</time></div>\n"));
        int paragraphs = dice.Between(1, 8);
        for (int i = 0; i < paragraphs; i++)
        {
            page.Append(dice.Below(8) switch
            {
                0 => $"<h2>{Title(dice)}</h2>",
                1 => $"<blockquote><p>&ldquo;{Sentence(dice)}&rdquo;</p></blockquote>",
                2 => $"<ul><li>{Sentence(dice)}<li><b>{Sentence(dice)}</b></ul>",
                3 => $"<figure><img src=a.jpg alt=\"x\"><figcaption>{Sentence(dice)} Photo: AFP</figcaption></figure>",
                4 => $"<div class=related><a href=/x>{Title(dice)}</a></div>",
                5 => $"{Sentence(dice)}<br><br>{Sentence(dice)}<br>",
                _ => $"<p>{Sentence(dice)} <a href=\"/s?a=1&amp;b=2\">{Sentence(dice)}</a> {Sentence(dice)}&nbsp;<em>{Sentence(dice)}</em></p>\n",
            });
        }
        return page.Append("</article></td></tr></table></div><!-- end --><section id=comments><form><input name=q><textarea>x</textarea></form><p>Great!</p></section>\n<footer><p>&copy; 2023 The Esker Post. All rights reserved.</p></footer></body></html>\n").ToString();
    }

    private static string Text(FuzzDice dice)
    {
        StringBuilder text = new(Title(dice) + "\n\nBy " + dice.Pick<string>(Names) + Invariant($"\n{dice.Between(1, 28)} May 2023\n\n"));
        int paragraphs = dice.Between(1, 8);
        for (int i = 0; i < paragraphs; i++)
            text.Append(Sentence(dice)).Append(dice.Pick(" ", "\n", "\r\n", "\t")).Append(Sentence(dice)).Append(dice.Pick("\n\n", "\n", "\r\n\r\n", "\u2028"));
        return text.ToString();
    }

    private static string LinkedData(FuzzDice dice) =>
        Invariant($"{{\"@context\":\"https://schema.org\",\"@graph\":[{{\"@type\":\"NewsArticle\",\"headline\":\"{Title(dice)}\",\"datePublished\":\"{Day(dice)}\",\"author\":[{{\"@type\":\"Person\",\"name\":\"{dice.Pick<string>(Names)}\"}}],\"publisher\":{{\"name\":\"The Esker Post\"}},\"articleBody\":\"{Sentence(dice)} {Sentence(dice)}\"}}]}}");

    private static string JsonObject(FuzzDice dice) => dice.Below(3) switch
    {
        0 => Invariant($"{{\"title\":\"{Title(dice)}\",\"maintext\":\"{Sentence(dice)}\\n\\n{Sentence(dice)}\",\"date_publish\":\"{Day(dice)} 08:00:00\",\"source_domain\":\"post.example\",\"authors\":[\"{dice.Pick<string>(Names)}\"],\"language\":\"en\"}}"),
        1 => Invariant($"{{\"uri\":\"urn:x:1\",\"type\":\"text\",\"versioncreated\":\"{Day(dice)}T10:00:00Z\",\"headline\":\"{Title(dice)}\",\"body_text\":\"{Sentence(dice)}\",\"body_html\":\"<p>{Sentence(dice)}</p><p>{Sentence(dice)}</p>\",\"byline\":\"{dice.Pick<string>(Names)}\"}}"),
        _ => Invariant($"{{\"text\":\"{Sentence(dice)}\\u00e9 {Sentence(dice)}\",\"date\":\"{Day(dice)}\",\"url\":\"https://post.example/1\",\"extra\":[1,2,{{\"a\":null}}]}}"),
    };

    private static string JsonFeed(FuzzDice dice) =>
        Invariant($"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Esker\",\"items\":[{{\"id\":\"1\",\"title\":\"{Title(dice)}\",\"content_html\":\"<p>{Sentence(dice)}</p><p>{Sentence(dice)}</p>\",\"date_published\":\"{Day(dice)}T01:00:00Z\"}},{{\"id\":\"2\",\"content_text\":\"{Sentence(dice)} {Sentence(dice)}\"}}]}}");

    private static string Rss(FuzzDice dice)
    {
        StringBuilder feed = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (dice.OneIn(6))
            feed.Append("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/hostname\">]>\n");
        feed.Append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Esker Post</title><link>https://post.example/</link>\n");
        int items = dice.Between(0, 5);
        for (int i = 0; i < items; i++)
        {
            feed.Append(Invariant($"<item><title>{Title(dice)} &amp;amp; more</title><link>https://post.example/{i}</link><guid>{i}</guid><pubDate>Mon, {dice.Between(1, 28):00} May 2023 10:00:00 GMT</pubDate><dc:creator><![CDATA[{dice.Pick<string>(Names)}]]></dc:creator>"))
                .Append("<description>").Append(Sentence(dice)).Append("</description>");
            if (dice.OneIn(2))
                feed.Append("<content:encoded><![CDATA[<p>").Append(Sentence(dice)).Append("</p><p>").Append(Sentence(dice)).Append(' ').Append(Sentence(dice)).Append("</p>]]></content:encoded>");
            feed.Append(dice.OneIn(8) ? "<x>&c;&d;</x></item>\n" : "</item>\n");
        }
        return feed.Append("</channel></rss>\n").ToString();
    }

    private static string Atom(FuzzDice dice)
    {
        StringBuilder feed = new("<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Esker</title><updated>2023-05-29T10:00:00Z</updated>\n");
        int entries = dice.Between(0, 5);
        for (int i = 0; i < entries; i++)
        {
            feed.Append(Invariant($"<entry><id>urn:{i}</id><title type=\"html\">{Title(dice)}</title><link href=\"https://post.example/{i}\"/><published>{Day(dice)}T10:00:00Z</published><author><name>{dice.Pick<string>(Names)}</name></author>"))
                .Append("<content type=\"").Append(dice.Pick("html\">&lt;p&gt;", "xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">", "text\">")).Append(Sentence(dice)).Append(' ').Append(Sentence(dice)).Append("</content></entry>\n");
        }
        return feed.Append("</feed>\n").ToString();
    }

    private static string Warc(FuzzDice dice)
    {
        StringBuilder archive = new();
        int records = dice.Between(1, 3);
        for (int i = 0; i < records; i++)
        {
            string page = Page(dice);
            string http = Invariant($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n\r\n") + page;
            archive.Append(Invariant($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{i}\r\nWARC-Date: 2023-05-29T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{i}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n"))
                .Append(http).Append("\r\n\r\n");
        }
        return archive.ToString();
    }

    private static string Letter(FuzzDice dice)
    {
        string head = Invariant($"From: {dice.Pick<string>(Names)} <desk@post.example>\r\nTo: list@desk.example\r\nSubject: =?utf-8?Q?{Title(dice).Replace(' ', '_')}?=\r\nDate: Mon, 29 May 2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\n");
        string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("<p>" + Sentence(dice) + "</p><p>" + Sentence(dice) + "</p>"));
        return dice.Below(3) switch
        {
            0 => head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + Text(dice),
            1 => head + "Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>" + Sentence(dice).Replace(" ", "=20", StringComparison.Ordinal) + " caf=E9=\r\n</p>",
            _ => head + "Content-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain\r\n\r\n" + Text(dice) + "\r\n--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--b1--\r\n",
        };
    }

    private static string Conllu() =>
        "# text = Boats turned back.\n1\tBoats\tboat\tNOUN\tNNS\t_\t2\tnsubj\t_\t_\n2\tturned\tturn\tVERB\tVBD\t_\t0\troot\t_\t_\n3\tback\tback\tADV\tRB\t_\t2\tadvmod\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

    private static string Title(FuzzDice dice) => $"{dice.Pick("Boats", "Protesters", "Two ministers", "Hundreds")} {dice.Pick("turned back", "leave talks", "gather again", "deny report")} in {dice.Pick<string>(Places)}";

    private static string Sentence(FuzzDice dice) => dice.Below(6) switch
    {
        0 => Invariant($"At least {dice.Between(2, 400)} people were injured near {dice.Pick<string>(Places)} on Monday, police said."),
        1 => $"{dice.Pick<string>(Places)} (Reuters) - The coast guard confirmed that two boats were stopped, but denied that anyone had been detained.",
        2 => $"The minister, {dice.Pick<string>(Names)}, told reporters that talks would resume on Thursday \u2014 \u201Cif both sides wish\u201D.",
        3 => Invariant($"On {dice.Between(1, 31)}/{dice.Between(1, 12)}/2023 the ferry was held for {dice.Between(1, 9)}.{dice.Below(10)} hours."),
        4 => "Read more: what we know so far",
        _ => "Officials from both ministries will meet again to discuss who may fish in the strait, a spokesman said.",
    };

    private static string Day(FuzzDice dice) => Invariant($"2023-0{dice.Between(1, 9)}-{dice.Between(1, 28):00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
