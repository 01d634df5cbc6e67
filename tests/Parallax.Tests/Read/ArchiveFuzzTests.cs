using System.Text;
using Parallax.Bench;
using Parallax.Read;
using Parallax.Text;
using Xunit;
using static Parallax.Tests.Read.Packed;
using static Parallax.Tests.Read.ReadCase;

namespace Parallax.Tests.Read;

public class ArchiveFuzzTests
{
    private static readonly byte[] Page = Utf8($"<html><title>Boats turned back</title><p>{Lead}</p><p>{Second}</p></html>");

    private static readonly (string Name, byte[] Content)[] Seeds =
    [
        ("a.zip", Zip(("a.html", Page), ("b/c.txt", Page), ("d.jsonl", Utf8($"{{\"text\":\"{Lead}\"}}")))),
        ("b.zip", Zip(("in.tar", Tar(("x.html", Page), ("y.html", Page))), ("in.zip", Zip(("z.html", Page))))),
        ("c.tar", Tar((new string('n', 150) + ".html", Page), ("b.html", Page), ("c.html", Page))),
        ("d.tar.gz", Gzip(Tar(("a.html", Page), ("b.html", Page)))),
        ("e.html.gz", [.. Gzip(Page), .. Gzip(Page)]),
        ("f.warc.gz", [.. Gzip(Record()), .. Gzip(Record()), .. Gzip(Record())]),
        ("g.warc", [.. Record(), .. Record()]),
        ("h.mbox", Utf8($"From a Tue\nFrom: a@b.example\nSubject: =?utf-8?Q?a=20b?=\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Page)}\n--x\nContent-Type: message/rfc822\n\nSubject: y\n\n{Lead}\n--x--\n\nFrom b Tue\nSubject: z\n\n{Second}\n")),
        ("i.mhtml", Utf8($"From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>=41 {Lead}</p>\n--q--\n")),
        ("j.json", Utf8($"[{{\"headline\":\"x\",\"bodies\":[{{\"value\":\"<p>{Lead}</p>\"}}]}},{{\"items\":[{{\"text\":\"{Second}\"}}]}}]")),
        ("k.xml", Utf8($"<a:feed xmlns:a=\"x\"><a:entry><a:title>&nbsp;x &#x41; &b;</a:title><a:content type=\"xhtml\"><div><p>{Lead}</p></div></a:content></a:entry><a:entry><a:content>{Lead}</a:content></a:entry></a:feed>")),
    ];

    [Fact]
    public void Damaged_archives_never_break_reading_and_always_say_something()
    {
        ReadOptions options = new() { Raw = true };
        List<string> failures = [];
        for (int number = 0; number < 100 * Seeds.Length; number++)
        {
            (string name, byte[] content) = Seeds[number % Seeds.Length];
            byte[] damaged = Damage((byte[])content.Clone(), FuzzDice.Of(11, number));
            try
            {
                (Report[] reports, Problem[] problems) = Opened(name, damaged, options);
                if (reports.Length + problems.Length == 0)
                    failures.Add($"#{number} {name}: neither a report nor a problem");
            }
            catch (Exception fault)
            {
                failures.Add($"#{number} {name}: {fault.GetType().Name} {fault.StackTrace?.Split('\n')[0]}");
            }
        }
        Assert.Empty(failures);
    }

    private static byte[] Damage(byte[] content, FuzzDice dice)
    {
        for (int times = dice.Between(1, 6); times > 0 && content.Length > 8; times--)
        {
            int at = dice.Below(content.Length);
            switch (dice.Below(7))
            {
                case 0: content[at] ^= (byte)(1 << dice.Below(8)); break;
                case 1: content[at] = dice.Pick<byte>(0, 0xFF, 0x7F, 0x80, (byte)'\n', (byte)' ', (byte)'"', (byte)'<'); break;
                case 2: content = content[..at]; break;
                case 3: content = [.. content[..at], .. content[Math.Min(content.Length, at + dice.Between(1, 64))..]]; break;
                case 4: content = [.. content[..at], .. content[dice.Below(at + 1)..at], .. content[at..]]; break;
                // Lengths and places of archives are numbers of four bytes; the greatest are the most dangerous.
                case 5: content.AsSpan(at, Math.Min(dice.Pick(2, 4, 8), content.Length - at)).Fill(dice.Pick<byte>(0xFF, 0x7F, 0)); break;
                default: content = [.. content[..at], .. Encoding.ASCII.GetBytes(new string(dice.Pick('9', '-', '=', '&', '\n'), dice.Between(1, 30))), .. content[at..]]; break;
            }
        }
        return content;
    }

    private static byte[] Record()
    {
        byte[] block = [.. Utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"), .. Utf8($"{Gzip(Page).Length:x}\r\n"), .. Gzip(Page), .. Utf8("\r\n0\r\n\r\n")];
        return [.. Utf8($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. Utf8("\r\n\r\n")];
    }
}
