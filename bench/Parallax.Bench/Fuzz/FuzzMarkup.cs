using System.Text;

namespace Parallax.Bench;

/// <summary>Damage to markup: nesting, closing, attributes, and the elements that switch a parser's state.</summary>
internal static class FuzzMarkup
{
    private static readonly string[] Formatting = ["a", "b", "i", "u", "em", "strong", "font", "nobr", "small", "code", "s", "tt", "big", "strike"];

    private static readonly string[] Containers =
        ["div", "p", "span", "ul", "ol", "li", "dl", "dd", "table", "tr", "td", "tbody", "section", "article", "blockquote", "center", "h1", "form", "button", "select", "option", "optgroup", "ruby", "rt", "template", "svg", "math",
         "object", "applet", "marquee", "fieldset", "details", "x-a", "figure", "caption", "colgroup", "frameset", "body", "html", "head", "noscript", "label", "mi", "annotation-xml", "foreignObject", "desc", "time", "main"];

    private static readonly string[] Switches =
    [
        "<plaintext>", "<script>", "</script>", "<style>", "</style>", "<textarea>", "<title>", "</title>", "<xmp>", "<iframe>", "<noembed>", "<noframes>", "<noscript>", "<svg>", "</svg>", "<math>", "<mi>", "<svg><script>",
        "<svg><title>", "<svg><foreignObject>", "<math><annotation-xml encoding='text/html'>", "<svg><![CDATA[", "<template>", "</template>", "<template><tr><td>", "<select>", "<select><option>", "</select>", "<select><table>",
        "<frameset>", "<frameset><frame>", "</body>", "</html>", "<body>", "<html lang=de>", "<head>", "<!--", "-->", "--!>", "<!-->", "<!--->", "<![CDATA[", "]]>", "<?php echo 1 ?>", "<!DOCTYPE x [", "<script><!--<script>", "<script>//<![CDATA[",
        "<table>", "</table>", "<table><tr>", "<caption>", "<colgroup>", "<col>", "<form>", "<form><form>", "</form>", "</p>", "</br>", "<br/>", "<isindex>", "<image>", "<input type=hidden>", "<listing>\n", "<pre>\n", "<base href=//x>",
        "<meta charset=utf-16>", "<meta http-equiv=content-type content='text/html; charset=koi8-r'>", "<p hidden>", "<div style='display:none'>", "<div aria-hidden=true>", "<article>", "<main>", "<h1>", "<time datetime='0000-00-00'>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-13-45\"}</script>", "<script type=application/ld+json>{\"@graph\":[[[[{\"articleBody\":", "<script type=application/ld+json>\"\\ud800\"</script>",
        "<script type=application/ld+json>{\"@type\":[],\"author\":{\"name\":{\"name\":[]}},\"headline\":7,\"articleBody\":[\"x\"],\"publisher\":null}</script>",
    ];

    /// <summary>Every kind of damage of this file.</summary>
    public static readonly Action<FuzzBuffer, FuzzDice>[] All =
        [DuplicateTag, DropClosings, Misnest, Nest, Nest, Adopt, Tables, Attributes, Attributes, Switch, Switch, Switch, LinkedData, DropQuotes, Lists, ManySmall, Swallow, Comments];

    private static void DuplicateTag(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Tag(buffer, dice);
        if (length > 0)
            buffer.Insert(from, FuzzBuffer.Times(buffer.Copy(from, length), dice.Length(3000)));
    }

    private static void DropClosings(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(500), at = dice.Below(buffer.Length);
        for (int i = 0; i < count; i++)
        {
            at = buffer.Find((byte)'/', at);
            if (at < 0)
                return;
            buffer.Replace(at, 1, []);
            at += dice.Length(30);
        }
    }

    private static void Misnest(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(600);
        for (int i = 0; i < count; i++)
        {
            string tag = dice.OneIn(3) ? dice.Pick<string>(Containers) : dice.Pick<string>(Formatting);
            Put(buffer, dice, dice.OneIn(3) ? $"</{tag}>" : dice.OneIn(5) ? $"<{tag} id={i}>" : $"<{tag}>");
        }
    }

    private static void Nest(FuzzBuffer buffer, FuzzDice dice)
    {
        StringBuilder open = new();
        int kinds = dice.Between(1, 3);
        for (int i = 0; i < kinds; i++)
            open.Append('<').Append(dice.OneIn(4) ? dice.Pick<string>(Formatting) : dice.Pick<string>(Containers)).Append(dice.OneIn(4) ? " class=x>" : ">");
        buffer.Insert(Text(buffer, dice), FuzzBuffer.Times(Bytes(open.ToString()), dice.Length(dice.OneIn(4) ? 20_000 : 350)));
    }

    /// <summary>Unclosed formatting across blocks, which the parser's adoption agency has to copy again and again.</summary>
    private static void Adopt(FuzzBuffer buffer, FuzzDice dice)
    {
        StringBuilder open = new();
        int depth = dice.Length(200);
        for (int i = 0; i < depth; i++)
            open.Append('<').Append(dice.Pick<string>(Formatting)).Append(dice.OneIn(2) ? $" c={i}>" : ">");
        string block = dice.Pick("<p>x", "<p>x</b>", "<div>x</a>", "<div></i>", "<table><td>x</table>", "<a><p>", "</b></i></a><b>", "<b><p></b>", "<a><div></a>", "<i><table></i>", "<button><p></button>");
        buffer.Insert(Text(buffer, dice), [.. Bytes(open.ToString()), .. FuzzBuffer.Times(Bytes(block), dice.Length(5000))]);
    }

    private static void Tables(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(Text(buffer, dice), FuzzBuffer.Times(Bytes(dice.Pick("<table><tr><td>", "<table>x", "<table><b>x", "<table><a>", "<table><tr>y<td>", "<tr><td>", "<table><table>", "<table><caption>", "<table><p>z</p>", "<table><form>")), dice.Length(2500)));

    private static void Attributes(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Tag(buffer, dice);
        if (length < 3)
            return;
        StringBuilder put = new(" ");
        int count;
        switch (dice.Below(6))
        {
            case 0: put.Append("class=\"").Append('x', dice.Length(200_000)).Append('"'); break;
            case 1:
                count = dice.Length(20_000);
                for (int i = 0; i < count; i++)
                    put.Append('a').Append(i).Append("=1 ");
                break;
            case 2:
                count = dice.Length(20_000);
                for (int i = 0; i < count; i++)
                    put.Append("class=story ");
                break;
            case 3: put.Append(dice.Pick("a=\"", "a='", "a=", "=\"", "\"", "<", "a<b='", "/ / /", "a=b=c", "\0=\0", "a=\"&amp;&quot;&lt;\"", "a=`")); break;
            case 4: put.Append("class=\"").Insert(put.Length, dice.Pick("story ", "a b c d ", "nav related share "), dice.Length(10_000)).Append('"'); break;
            default: put.Append("content=\"").Insert(put.Length, "&amp;lt;2023-05-29 ", dice.Length(5000)).Append('"'); break;
        }
        buffer.Insert(from + length - 1, Bytes(put.ToString()));
    }

    private static void Switch(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.OneIn(3) ? dice.Length(50) : 1;
        for (int i = 0; i < count; i++)
            Put(buffer, dice, dice.Pick<string>(Switches));
    }

    private static void LinkedData(FuzzBuffer buffer, FuzzDice dice)
    {
        int n = dice.Length(20_000);
        string json = dice.Below(5) switch
        {
            0 => new string('[', n),
            1 => string.Concat(Enumerable.Repeat("{\"@graph\":", n)),
            2 => "{\"@type\":\"NewsArticle\",\"articleBody\":\"" + string.Concat(Enumerable.Repeat("The boats \\u00e9 \\n", n)) + "\"}",
            3 => "{\"author\":[" + string.Concat(Enumerable.Repeat("{\"name\":\"A\"},", n)) + "]}",
            _ => "{\"@type\":\"NewsArticle\",\"headline\":\"" + new string('x', n) + "\",\"datePublished\":\"" + new string('1', n) + "\"}",
        };
        Put(buffer, dice, "<script type=\"application/ld+json\">" + json + dice.Pick("</script>", "", "</script", "<!--"));
    }

    private static void DropQuotes(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(50), at = dice.Below(buffer.Length);
        for (int i = 0; i < count && (at = buffer.Find(dice.OneIn(4) ? (byte)'\'' : (byte)'"', at)) >= 0; i++)
        {
            buffer.Replace(at, 1, []);
            at += dice.Length(500);
        }
    }

    private static void Lists(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(Text(buffer, dice), FuzzBuffer.Times(Bytes(dice.Pick("<ul><li>", "<ol><li>x", "<dl><dd>", "<dl><dt>x<dd>", "<li>", "<blockquote>", "<option>x", "<q>")), dice.Length(3000)));

    private static void ManySmall(FuzzBuffer buffer, FuzzDice dice) =>
        buffer.Insert(Text(buffer, dice), FuzzBuffer.Times(Bytes(dice.Pick("<p>x</p>", "<br>", "<p>", "<hr>", "<div>a</div>", "<a href=x>y</a> ", "<span>z</span>", "<img>", "<p>The boats were turned back on Monday, police said.</p>", "<h2>Head</h2>", "<time>1 May</time>", "<meta name=author content=x>", "<h1>T</h1>")), dice.Length(15_000)));

    /// <summary>A tag without its end, which takes what follows into an attribute.</summary>
    private static void Swallow(FuzzBuffer buffer, FuzzDice dice)
    {
        (int from, int length) = Tag(buffer, dice);
        if (length > 1)
            buffer.Replace(from + length - 1, 1, Bytes(dice.Pick("", " ", "\"", "='", "/", "<")));
    }

    private static void Comments(FuzzBuffer buffer, FuzzDice dice)
    {
        int count = dice.Length(2000);
        buffer.Insert(Text(buffer, dice), FuzzBuffer.Times(Bytes(dice.Pick("<!-- a -->", "<!--", "<!-- -- -->", "<!---->", "<!x>", "<?y?>", "<!--<!--", "<![CDATA[x]]>")), count));
    }

    private static void Put(FuzzBuffer buffer, FuzzDice dice, string piece)
    {
        if (buffer.Length < 2_000_000)
            buffer.Insert(dice.OneIn(4) ? dice.Below(buffer.Length) : Text(buffer, dice), Bytes(piece));
    }

    /// <summary>A place just behind a tag.</summary>
    private static int Text(FuzzBuffer buffer, FuzzDice dice)
    {
        int at = buffer.Find((byte)'>', dice.Below(buffer.Length));
        return at < 0 ? dice.Below(buffer.Length) : at + 1;
    }

    private static (int From, int Length) Tag(FuzzBuffer buffer, FuzzDice dice)
    {
        int from = buffer.Find((byte)'<', dice.Below(buffer.Length));
        if (from < 0)
            return (0, 0);
        int end = buffer.Find((byte)'>', from);
        return end < from ? (from, 0) : (from, Math.Min(end + 1 - from, 4000));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
