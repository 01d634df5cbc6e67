using System.Text;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.Packed;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class MailTests
{
    private const string Head = "Received: from a by b\r\nFrom: \"Ann Lee\" <ann@courier.example>\r\nTo: desk@example.org\r\nSubject: Boats turned back\r\nDate: Tue, 14 Oct 2031 10:00:00 +0000\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public void A_plain_message_gives_subject_sender_and_date()
    {
        Report report = Assert.Single(Opened("m.eml", Utf8(Head + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{Lead}\r\n\r\n{Second}\r\n\r\n-- \r\nAnn Lee, Quay Courier\r\n")).Reports);
        Assert.Equal(("Boats turned back", "2031-10-14", PublicationBasis.Metadata), (report.Title, report.Published.Date.ToString(), report.Published.Basis));
        Assert.Equal(["Ann Lee"], report.Bylines);
        Assert.Equal($"{Lead}\n\n{Second}", report.Text);
        HasCut(report, CutReason.Byline, "-- Ann Lee, Quay Courier");
    }

    [Theory]
    [InlineData("\"Lena Hoff (Aldern Fire Service)\" <l@x.example>", "Lena Hoff", "Aldern Fire Service")]
    [InlineData("\"Lena Hoff, Aldern Fire Service\" <l@x.example>", "Lena Hoff", "Aldern Fire Service")]
    [InlineData("\"'Lena Hoff' via Aldern Press List\" <l@x.example>", "Lena Hoff", "Aldern Press List")]
    [InlineData("\"Hoff, Lena\" <l@x.example>", "Lena Hoff", null)]
    [InlineData("\"Hoff, Lena (AFS)\" <l@x.example>", "Lena Hoff", "AFS")]
    [InlineData("\"Lena Hoff, Press Officer\" <l@x.example>", "Lena Hoff", null)]
    [InlineData("\"Lena Hoff (she/her)\" <l@x.example>", "Lena Hoff", null)]
    [InlineData("l@x.example (Lena Hoff)", "Lena Hoff", null)]
    public void A_sender_is_a_person_and_the_body_named_beside_it(string from, string author, string? outlet)
    {
        Report report = Assert.Single(Opened("m.eml", Utf8($"From: {from}\r\nSubject: Boats turned back\r\n\r\n{Lead}\r\n\r\n{Second}\r\n")).Reports);
        Assert.Equal((author, outlet), (Assert.Single(report.Bylines), report.Outlet));
    }

    [Fact]
    public void Encoded_words_and_transfer_encodings_are_undone()
    {
        string head = Head.Replace("Boats turned back", "=?utf-8?B?" + Convert.ToBase64String(Utf8("Boote an der K")) + "?=\r\n =?iso-8859-1?Q?=FCste_zur=FCck?= today", StringComparison.Ordinal);
        string body = Convert.ToBase64String(Encoding.Latin1.GetBytes($"{Lead} The café agreed.\r\n\r\n{Second}"), Base64FormattingOptions.InsertLineBreaks);
        Report report = Assert.Single(Opened("m.eml", Utf8(head + $"Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: BASE64\r\n\r\n{body}\r\n")).Reports);
        Assert.Equal("Boote an der Küste zurück today", report.Title);
        Assert.Contains("The café agreed.", report.Text, StringComparison.Ordinal);
        string quoted = $"{Lead[..40]}=\r\n{Lead[40..]} Caf=C3=A9 = 5 =3D 5.";
        Assert.Contains($"{Lead} Café = 5 = 5.", Assert.Single(Opened("m.eml", Utf8(Head + $"Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n\r\n{Second}")).Reports).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_forms_one_is_read_and_attachments_are_counted()
    {
        string parts = Head + "Content-Type: multipart/mixed; boundary=\"out\"\r\n\r\nnot shown\r\n--out\r\nContent-Type: multipart/alternative; boundary=\"out2\"\r\n\r\n"
            + "--out2\r\nContent-Type: text/plain\r\n\r\nView it in your browser.\r\n--out2\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + $"<html><body><p>{Lead}</p><p>{Second}</p></body></html>\r\n--out2--\r\n--out\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--out--\r\n";
        (Report[] reports, Problem[] problems) = Opened("m.eml", Utf8(parts));
        Assert.Equal($"{Lead}\n\n{Second}", Assert.Single(reports).Text);
        Assert.Equal(("PX1035", true), (Assert.Single(problems).Code, problems[0].IsNotice));
        Assert.Contains("1 of its attachments", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_passed_on_is_that_of_its_first_sender()
    {
        string text = $"FYI, see below.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Bo Ray <bo@wire.example>\r\nDate: Mon, 13 Oct 2031 at 09:00\r\nSubject: Talks resume\r\nTo: <x@y.example>\r\n\r\n\r\n{Lead}\r\n\r\n{Third}\r\n";
        Report report = Assert.Single(Opened("m.eml", Utf8(Head.Replace("Boats", "Fwd: Boats", StringComparison.Ordinal) + "\r\n" + text)).Reports);
        Assert.Equal(("Talks resume", "2031-10-13"), (report.Title, report.Published.Date.ToString()));
        Assert.Equal(["Bo Ray"], report.Bylines);
        Assert.Equal($"{Lead}\n\n{Third}", report.Text);
    }

    [Fact]
    public void Attached_messages_are_reports_of_their_own()
    {
        string inner = $"From: x@y.example\r\nSubject: Inside\r\nDate: 1 Feb 2031 00:00:00 +0000\r\n\r\n{Second}\r\n\r\n{Third}\r\n";
        string outer = Head + $"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee attached.\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n{inner}\r\n--b--\r\n";
        Report report = Opened("m.eml", Utf8(outer)).Reports.Single(r => r.Title == "Inside");
        Assert.Equal(("m.eml#2", "2031-02-01"), (report.Path, report.Published.Date.ToString()));
    }

    [Fact]
    public void A_mailbox_is_divided_and_flowed_lines_are_joined()
    {
        string flowed = $"{Lead[..40]} \r\n{Lead[40..]}\r\n\r\n>From here on {Second}\r\n";
        string box = $"From a@b Tue Oct 14 10:00:00 2031\r\n{Head}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n{flowed}\r\nFrom c@d Tue Oct 14 11:00:00 2031\r\n{Head.Replace("Boats", "Nets", StringComparison.Ordinal)}\r\n{Third}\r\n\r\n{Second}\r\n";
        (Report[] reports, Problem[] problems) = Opened("all.mbox", Utf8(box));
        Assert.Empty(problems);
        Assert.Equal([("all.mbox#1", "Boats turned back"), ("all.mbox#2", "Nets turned back")], reports.Select(r => (r.Path, r.Title!)));
        Assert.Contains(Lead, reports[0].Text, StringComparison.Ordinal);
        Assert.Contains("From here on", reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saved_page_is_its_main_part_at_its_own_address()
    {
        string saved = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/boats\r\nSubject: =?utf-8?Q?x?=\r\nDate: Tue, 14 Oct 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----b\"\r\n\r\n"
            + $"------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://courier.example/boats\r\n\r\n<!DOCTYPE html><html><head><title>Boats=20turned=20back near the quay</title></head><body><p>{Lead}</p><p>{Second}</p></body></html>\r\n"
            + "------b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>An advertisement in a frame, which is no part of it.</p>\r\n------b--\r\n";
        foreach (string name in (string[])["p.mhtml", "p.mht", "noending"])
        {
            Report report = Assert.Single(Opened(name, Utf8(saved)).Reports);
            Assert.Equal(("https://courier.example/boats", $"{Lead}\n\n{Second}"), (report.Url, report.Text));
            Assert.Null(report.Published.Date);
        }
    }

    [Theory]
    [InlineData("m.eml", "no header at all\n\nx", "PX1036")]
    [InlineData("m.eml", "From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: image/png\n\nx\n--q--", "PX1010")]
    [InlineData("m.mhtml", "From: a\nSubject: x\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: image/png\n\nx\n--q--", "PX1036")]
    [InlineData("m.mbox", "nothing of the kind", "PX1036")]
    public void What_is_no_message_has_its_code(string name, string content, string code) => Assert.Equal(code, Assert.Single(Opened(name, Utf8(content)).Problems).Code);

    [Fact]
    public void Parts_in_parts_without_end_are_bounded()
    {
        StringBuilder nested = new(Head + "Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 2000; i++)
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b{i}\r\nContent-Type: multipart/mixed; boundary=b{i + 1}\r\n\r\n");
        Assert.Equal("PX1010", Assert.Single(Opened("m.eml", Utf8(nested.ToString())).Problems).Code);
    }

    [Fact]
    public void Texts_that_follow_each_other_are_one_story()
    {
        string mixed = Head + "Content-Type: multipart/mixed; boundary=q\r\n\r\n";
        string one = $"--q\r\nContent-Type: text/plain\r\n\r\n{Lead}\r\n", two = $"--q\r\nContent-Type: text/plain\r\n\r\n{Second}\r\n";
        (Report[] reports, Problem[] problems) = Opened("m.eml", Utf8(mixed + one + two + "--q--\r\n"));
        Assert.Empty(problems);
        Assert.Equal($"{Lead}\n\n{Second}", Assert.Single(reports).Text);
        string kept = two.Replace("text/plain", "text/plain; name=notes.txt", StringComparison.Ordinal);
        Assert.Equal(Lead, Assert.Single(Opened("m.eml", Utf8(mixed + one + kept + "--q--\r\n")).Reports).Text);
        // Of the forms of one text only one is taken.
        Assert.Equal(Lead, Assert.Single(Opened("m.eml", Utf8(mixed.Replace("mixed", "alternative", StringComparison.Ordinal) + one + two + "--q--\r\n")).Reports).Text);
    }

    [Fact]
    public void What_can_be_read_of_a_damaged_message_is_read_and_told()
    {
        string mixed = Head + "Content-Type: multipart/mixed; boundary=q\r\n\r\n";
        string base64 = "Content-Transfer-Encoding: base64\r\n\r\n", story = $"--q\r\nContent-Type: text/plain\r\n\r\n{Lead}\r\n";
        foreach (string body in (string[])[mixed + story, mixed + $"--q\r\nContent-Type: text/plain\r\n{base64}!!!no base64\r\n{story}--q--\r\n", Head + base64 + Convert.ToBase64String(Utf8(Lead + " And"))[..^2]])
        {
            (Report[] reports, Problem[] problems) = Opened("m.eml", Utf8(body));
            Assert.StartsWith(Lead, Assert.Single(reports).Text, StringComparison.Ordinal);
            Assert.Equal(("PX1046", true), (Assert.Single(problems).Code, problems[0].IsNotice));
        }
    }

    [Theory]
    [InlineData("Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 x\r\nM5&AE(&AA<F)O=7(@875T:&]R:71Y\r\nend\r\n", "PX1039")]
    [InlineData("Content-Type: multipart/mixed; boundary=other\r\n\r\n--q\r\n\r\nThe boats were turned back on Tuesday.\r\n--q--\r\n", "PX1036")]
    public void What_cannot_be_taken_apart_is_no_story(string rest, string code) => Assert.Equal(code, Assert.Single(Opened("m.eml", Utf8(Head + rest)).Problems).Code);
}
