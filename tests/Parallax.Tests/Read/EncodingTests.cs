using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class EncodingTests
{
    private const string Russian = "Рыбаки в порту сказали во вторник, что патрульные катера дважды заставили их вернуться в гавань. Береговая охрана этого не подтвердила, но министр сказал, что лодки были остановлены.";
    private const string Chinese = "渔民周二表示，巡逻艇两次迫使他们返回港口。海岸警卫队没有证实这一消息，并表示将在与部长会谈后发表声明。当地官员说，双方将在周四再次会面，讨论谁可以在海峡捕鱼的问题，并将公布结果。";
    private const string Traditional = "漁民週二表示，巡邏艇兩次迫使他們返回港口。海岸警衛隊沒有證實這一消息，並表示將在與部長會談後發表聲明。當地官員說，雙方將在週四再次會面，討論誰可以在海峽捕魚的問題。";
    private const string Japanese = "漁師たちは火曜日、巡視船に二度港へ引き返させられたと話した。沿岸警備隊はこれを認めておらず、大臣との会談のあとに声明を出すとしている。双方は木曜日にまた会う予定だ。";
    private const string Korean = "어민들은 화요일 순시선이 두 차례 항구로 돌아가게 했다고 말했다. 해안경비대는 이를 확인하지 않았으며 장관과 회담한 뒤 성명을 내겠다고 밝혔다. 양측은 목요일에 다시 만난다.";

    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static DecodedText Decode(byte[] bytes, string? charset = null) => TextDecoding.Decode(bytes, markup: true, charset);

    [Theory]
    [InlineData("windows-1250", 1250, "Žižić")]
    [InlineData("ISO-8859-2", 28592, "Žižić")]
    [InlineData("windows-1251", 1251, "Рыбаки")]
    [InlineData("koi8-r", 20866, "Рыбаки")]
    [InlineData("iso-8859-1", 1252, "café “quoted”")]
    [InlineData("iso-8859-9", 1254, "Işık")]
    [InlineData("ISO-8859-15", 28605, "10 € café")]
    [InlineData("gb2312", 54936, "渔民周二表示")]
    [InlineData("gb18030", 54936, "渔民周二表示")]
    [InlineData("Big5", 950, "漁民週二表示")]
    [InlineData("Shift_JIS", 932, "漁師たちは火曜日")]
    [InlineData("EUC-JP", 51932, "漁師たちは火曜日")]
    [InlineData("iso-2022-jp", 50220, "漁師たちは火曜日")]
    [InlineData("ks_c_5601-1987", 949, "어민들은 화요일")]
    [InlineData("windows-1256", 1256, "مرحبا")]
    public void A_declared_encoding_is_used_by_the_webs_name_for_it(string label, int page, string words)
    {
        foreach (string declaration in new[] { $"<meta charset={label}>", $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={label}\">", $"<?xml version=\"1.0\" encoding=\"{label}\"?>" })
        {
            DecodedText decoded = Decode(Page(page).GetBytes($"{declaration}<p>{words}</p>"));
            Assert.Contains(words, decoded.Text, StringComparison.Ordinal);
            Assert.Equal(EncodingBasis.Declared, decoded.Basis);
            Assert.False(decoded.IsDamaged);
        }
        Assert.Contains(words, Decode(Page(page).GetBytes($"<p>{words}</p>"), label).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", 1251, Russian)]
    [InlineData("koi8-r", 20866, Russian)]
    [InlineData("iso-8859-5", 28595, Russian)]
    [InlineData("gbk", 54936, Chinese)]
    [InlineData("big5", 950, Traditional)]
    [InlineData("shift_jis", 932, Japanese)]
    [InlineData("euc-jp", 51932, Japanese)]
    [InlineData("euc-kr", 949, Korean)]
    [InlineData("windows-1252", 1252, "Les pêcheurs du port ont déclaré mardi que des patrouilleurs les avaient forcés à deux reprises à rentrer au port, à côté de la digue.")]
    [InlineData("windows-1252", 1252, "Die Küstenwache bestätigte, daß zwei Boote aufgehalten wurden; „über“ Größe 5 €.")]
    public void Without_a_declaration_the_bytes_tell(string name, int page, string text)
    {
        DecodedText decoded = Decode(Page(page).GetBytes($"<html><body><p>{text}</p></body></html>"));
        Assert.Equal((name, EncodingBasis.Detected), (decoded.Encoding, decoded.Basis));
        Assert.Contains(text, decoded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_behind_a_long_comment_is_one_also_for_plain_letters()
    {
        string head = $"<html><head><!-- {new string('x', 9000)} -->";
        DecodedText ascii = Decode(Encoding.ASCII.GetBytes(head + "<meta charset=\"utf-8\"><p>Boats were turned back.</p>"));
        Assert.Equal(("utf-8", EncodingBasis.Declared), (ascii.Encoding, ascii.Basis));
        DecodedText polish = Decode(Page(1250).GetBytes(head + "<meta http-equiv=content-type content=\"text/html; charset=windows-1250\"><p>Žižić</p>"));
        Assert.Equal(("windows-1250", EncodingBasis.Declared), (polish.Encoding, polish.Basis));
        Assert.Contains("Žižić", polish.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_declaration_is_corrected()
    {
        DecodedText latin = Decode(Encoding.UTF8.GetBytes("<meta charset=iso-8859-1><p>Žižić and the café</p>"));
        Assert.Equal(("utf-8", EncodingBasis.Corrected), (latin.Encoding, latin.Basis));
        Assert.Contains("Žižić and the café", latin.Text, StringComparison.Ordinal);
        DecodedText utf8 = Decode(Page(1252).GetBytes("<meta charset=utf-8><p>The café owner’s “friend”</p>"));
        Assert.Equal(("windows-1252", EncodingBasis.Corrected), (utf8.Encoding, utf8.Basis));
        Assert.Contains("The café owner’s “friend”", utf8.Text, StringComparison.Ordinal);
        DecodedText japanese = Decode(Page(932).GetBytes($"<meta charset=euc-jp><p>{Japanese}</p>"));
        Assert.Equal(("shift_jis", EncodingBasis.Corrected), (japanese.Encoding, japanese.Basis));
        // What is told is the result, and the reader of a report hears of it.
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.html", Page(1252).GetBytes($"<meta charset=utf-8><p>{Lead} The café’s owner agreed.</p><p>{Second}</p>"));
        Assert.Equal("PX1043", Assert.Single(problems).Code);
        Assert.Contains("The café’s owner agreed.", reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_come_before_declarations_and_servers_before_pages()
    {
        Assert.Equal(("utf-8", EncodingBasis.Mark), Two(Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<meta charset=koi8-r>é")])));
        Assert.Equal(("utf-16le", EncodingBasis.Mark), Two(Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<p>é")])));
        Assert.Equal(("utf-16be", EncodingBasis.Mark), Two(Decode([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("<p>é")])));
        Assert.Equal(("windows-1250", EncodingBasis.Declared), Two(Decode(Page(1250).GetBytes("<meta charset=windows-1252><p>Žižić"), "windows-1250")));

        static (string, EncodingBasis) Two(DecodedText decoded) => (decoded.Encoding, decoded.Basis);
    }

    [Fact]
    public void Utf16_without_a_mark_is_text_and_other_zero_bytes_are_not()
    {
        string page = $"<html><body><p>{Lead}</p><p>{Second}</p></body></html>";
        Assert.Contains(Second, One("a.html", Encoding.Unicode.GetBytes(page)).Text, StringComparison.Ordinal);
        Assert.Contains(Second, One("a.html", Encoding.BigEndianUnicode.GetBytes(page)).Text, StringComparison.Ordinal);
        Assert.Equal("PX1006", Code("a.html", [.. Encoding.UTF8.GetBytes(page), 0]));
    }

    [Theory]
    [InlineData("It was the minister’s â€œplanâ€\u009D to talk â€“ the boats donâ€™t wait.", "It was the minister’s “plan” to talk – the boats don’t wait.")]
    [InlineData("The cafÃ© owner, JosÃ©, asked 10 â‚¬ for it.", "The café owner, José, asked 10 € for it.")]
    [InlineData("Quoted: â€œyesâ€ and â€œnoâ€.", "Quoted: “yes” and “no”.")]
    [InlineData("Ð\u00A0Ñ‹Ð±Ð°ÐºÐ¸", "Рыбаки")]
    public void What_was_encoded_twice_is_put_right(string given, string right)
    {
        DecodedText decoded = Decode(Encoding.UTF8.GetBytes(given));
        Assert.Equal(right, decoded.Text);
        Assert.True(decoded.Repaired >= 2);
    }

    [Theory]
    [InlineData("PRISÃO” e “CAFÉ»: não é um São Paulo – à côté de l’hôtel")]
    [InlineData("The sign read Ã© once.")]
    [InlineData("Le CAFÉ» et l’ÉTÉ…, l’œuvre à la Saint‑Élie")]
    [InlineData("Tất cả người dân đã về đến cảng Hà Nội")]
    public void What_may_be_meant_is_left(string text) => Assert.Equal(text, Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public void Double_encoding_is_told()
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.txt", Encoding.UTF8.GetBytes($"{Lead}\n\nThe ministerâ€™s office didnâ€™t answer, a spokesman said.\n\n{Second}"));
        Assert.Equal("PX1042", Assert.Single(problems).Code);
        Assert.Contains("The minister’s office didn’t answer", reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_turn_or_hide_text_are_taken_out_and_told()
    {
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.html",
            Encoding.UTF8.GetBytes($"<html><body><p>{Lead} The \u202Edoc.exe\u202C file &#x202E;was&#8236; sent.</p><p>Nothing hid\U000E0068\U000E0069den here, he said on Monday.</p><p>{Second}</p></body></html>"));
        Assert.Equal(["PX1040", "PX1041"], problems.Select(problem => problem.Code));
        Assert.All(problems, problem => Assert.True(problem.IsNotice));
        Assert.Contains("holds 4 characters", problems[0].What, StringComparison.Ordinal);
        Assert.Contains("The doc.exe file was sent.", reports[0].Text, StringComparison.Ordinal);
        Assert.Contains("Nothing hidden here", reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void References_mean_what_browsers_show()
    {
        Report report = FromHtml($"<html><body><p>{Lead}</p><p>The boat&#146;s owner said &#147;no&#148; &#8211; it&apos;s &lt;5 &euro; &#x1F6A2; &notit; &amp;amp; a soft&shy;hyphen &#0; on the quay.</p><p>{Second}</p></body></html>");
        Assert.Contains("The boat’s owner said “no” – it's <5 € \U0001F6A2 ¬it; &amp; a softhyphen \uFFFD on the quay.", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", 0)]
    [InlineData("utf-16", 2)]
    [InlineData("utf-16BE", 0)]
    [InlineData("utf-16BE", 2)]
    [InlineData("utf-32", 4)]
    [InlineData("utf-32BE", 4)]
    public void The_kind_of_wide_text_is_known_by_its_characters(string encoding, int mark)
    {
        Encoding wide = Encoding.GetEncoding(encoding);
        byte[] Bytes(string text) => [.. mark > 0 ? wide.Preamble : [], .. wide.GetBytes(text)];
        (IReadOnlyList<Report> reports, IReadOnlyList<Problem> problems) = ReadAll("a.html", Bytes($"<!DOCTYPE html><html><head><title>Boats turned back</title></head><body><p>{Lead}</p><p>{Second}</p></body></html>"));
        Assert.Empty(problems);
        Assert.Equal(("Boats turned back", $"{Lead}\n\n{Second}"), (reports[0].Title, reports[0].Text));
        string json = $$"""{"title": "Boats", "text": "{{Lead}}"}""";
        Assert.Equal(Lead, One("a.json", Bytes(json)).Text);
        Assert.Equal(["a.jsonl#1", "a.jsonl#2"], ReadAll("a.jsonl", Bytes(json + "\n" + json)).Reports.Select(report => report.Path));
    }

    [Fact]
    public void What_was_packed_twice_is_unpacked_twice()
    {
        byte[] twice = Packed.Gzip(Packed.Gzip(Encoding.UTF8.GetBytes(Lead + "\n\n" + Second)));
        Assert.Equal(Lead + "\n\n" + Second, One("a.txt.gz", twice).Text);
        Assert.Equal("PX1031", Code("a.txt.gz", Packed.Gzip(Packed.Gzip(twice))));
    }

    [Fact]
    public void Another_alphabet_under_a_Western_declaration_is_known()
    {
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes($"<html><head><meta charset=windows-1252></head><body><p>{Russian}</p></body></html>");
        Assert.Equal(("windows-1251", EncodingBasis.Corrected), (TextDecoding.Decode(page, true).Encoding, TextDecoding.Decode(page, true).Basis));
        byte[] western = Encoding.Latin1.GetBytes($"<html><head><meta charset=windows-1252></head><body><p>L\u00E9g\u00E8re \u00E9t\u00E9, cr\u00E9\u00E9e \u00E0 Nu\u00F1oa; D\u00C9J\u00C0 \u00C9T\u00C9, \u00C5\u00C4\u00D6, {string.Concat(Enumerable.Repeat("\u00E5\u00E4\u00F6 ", 6))}</p></body></html>");
        Assert.Equal(EncodingBasis.Declared, TextDecoding.Decode(western, true).Basis);
    }
}
