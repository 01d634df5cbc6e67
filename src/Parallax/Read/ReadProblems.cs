using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Every problem the Read stage can state: one place for codes and wording.</summary>
internal static class ReadProblems
{
    /// <summary>The endings that are read, as a person would list them.</summary>
    private static string Known => InputFormats.Endings + ", each also with .gz";

    public static Problem NotFound(string given) => new("PX1001", given,
        "No such file or folder; expected a file, a folder, a pattern such as reports/*.html, - for standard input, or an http(s) address.",
        "Check the spelling and the folder you are in.");

    public static Problem NothingInFolder(string given, string? holds) => new("PX1002", given,
        $"There is no report in it{(holds is null ? "" : $", only {holds}")}; expected files ending in {Known}.",
        "Name the folder that holds the reports, or a file directly.");

    public static Problem Unreadable(string given, string why) => new("PX1003", given,
        $"It could not be opened ({why}); expected a readable file.",
        "Check its permissions and that nothing else holds it open.");

    public static Problem UnknownType(string given) => new("PX1004", given,
        $"This kind of file is not read; expected {Known}.",
        "Save it as HTML or plain text and give that file, or say with --from how to read it.");

    public static Problem Empty(string given) => new("PX1005", given,
        "It is empty; expected the text or page of one report.",
        "Save the report again, or leave the file out.");

    public static Problem Binary(string given, string kind) => new("PX1006", given,
        $"It holds {kind}, not text; expected a page or plain text in UTF-8, UTF-16 or Windows-1252.",
        "Export the report as HTML or text.");

    public static Problem TooLarge(string given, long limit) => new("PX1007", given,
        string.Create(CultureInfo.InvariantCulture, $"It is larger than {limit} bytes, the most that is taken for one report."),
        "Give each report as its own file, or several as .jsonl.");

    public static Problem TooDeep(string given, int limit) => new("PX1008", given,
        string.Create(CultureInfo.InvariantCulture, $"Its HTML nests deeper than {limit} elements, holds more than a million, or has thousands of attributes in one tag; a news page has fewer than 100 levels, 20,000 elements and 50 attributes."),
        "Save the page again from a browser, or paste its text into a .txt file.");

    public static Problem OtherLanguage(string given, string language) => new("PX1009", given,
        $"Its text is {language}; only English reports are analysed.",
        "Give an English version of the report, or leave it out.");

    public static Problem NoStory(string given) => new("PX1010", given,
        "No story text was found in it; expected at least one paragraph of running text (it may need a script or a subscription, or stand in a part that is marked as not shown).",
        "Paste the story into a .txt file; where a script puts it on the page, saving the page from a browser after it has loaded is enough.");

    public static Problem BrokenEncoding(string given, string encoding) => new("PX1011", given,
        $"Some bytes are not valid {encoding}; each was read as U+FFFD and the rest was kept.",
        "Nothing need be done; to have the lost characters, save the file again as UTF-8.", IsNotice: true);

    public static Problem BadJsonLine(string given, string why) => new("PX1012", given,
        $"It is not a report object ({why}); expected a JSON object with its text in text, content, body, articleBody or another of the documented fields.",
        "Correct it; the other objects of the file were read.");

    /// <summary>An address without the user name and password that it may hold: messages end up in logs.</summary>
    private static string WithoutPassword(string address)
    {
        int host = address.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
            return address;
        int end = address.AsSpan(host).IndexOfAny('/', '?', '#');
        int at = (end < 0 ? address.AsSpan(host) : address.AsSpan(host, end)).LastIndexOf('@');
        return at < 0 ? address : string.Concat(address.AsSpan(0, host), "\u2026", address.AsSpan(host + at));
    }

    public static Problem NetworkNotAllowed(string given) => new("PX1013", WithoutPassword(given),
        "Addresses are not fetched unless that is allowed; expected a file or folder.",
        "Allow the network explicitly, or save the page and give the file.");

    public static Problem PrivateAddress(string given) => new("PX1014", WithoutPassword(given),
        "It leads to a private, loopback or link-local address; expected a public web address.",
        "Save the page and give the file, or allow private addresses if the server is yours.");

    public static Problem FetchFailed(string given, string why) => new("PX1015", WithoutPassword(given),
        $"It could not be fetched ({why}); expected a page that answers with HTML or text.",
        "Open it in a browser; if it shows the report, save the page and give the file.");

    public static Problem NothingReadable(IReadOnlyList<Problem> problems)
    {
        Problem[] declined = [.. problems.Where(problem => !problem.IsNotice)];
        string[] codes = [.. declined.Select(problem => problem.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string named = string.Join(", ", codes.Take(4)) + (codes.Length > 4 ? " and others" : "");
        return new("PX1016", "input",
            declined.Length == 0 ? "Nothing was given to read."
                : string.Create(CultureInfo.InvariantCulture, $"Nothing readable was given: {declined.Length} {(declined.Length == 1 ? "input" : "inputs")} declined ({named}), see above."),
            "Give at least one English report.");
    }

    public static Problem BadCompression(string given) => new("PX1017", given,
        "Its packed data are damaged or cut short; expected all of it with the checksum that it was packed with.",
        "Download or compress it again.");

    public static Problem BadConllu(string given, int line, string what) => new("PX1018", Line(given, line),
        $"It cannot be read as CoNLL-U: {what}; the sentence was left out.",
        "Correct the line: ten columns divided by tabs, ids that count from 1, an empty line behind each sentence.");

    public static Problem NoTree(string given, int line, string why) => new("PX1019", Line(given, line),
        $"The heads of the sentence are no tree ({why}); its words and tags were taken without heads.",
        "Correct its seventh column: one root, and every word below it.", IsNotice: true);

    public static Problem MoreConllu(string given, int count) => new("PX1020", given,
        string.Create(CultureInfo.InvariantCulture, $"{count} more of its sentences are not sound CoNLL-U; the first are named above."),
        "See whether it is the file you meant; then correct those that are named and read it again.");

    public static Problem OtherKind(string given, string ending, string says) => new("PX1021", given,
        $"Its name ends in {ending}, but it holds {says}; it was taken for that.",
        "Nothing need be done; give --from where it was taken for the wrong kind.", IsNotice: true);

    public static Problem LeftOut(string given, int count, string kinds) => new("PX1022", given,
        string.Create(CultureInfo.InvariantCulture, $"What it holds besides reports was left out ({count}): {kinds}."),
        "Nothing need be done; name a file directly to have it read.", IsNotice: true);

    public static Problem SummaryOnly(string given, string? link) => new("PX1023", given,
        $"Only a summary or a piece of its text is given; expected the whole story{(link is null ? "" : $", which is at {link}")}.",
        "Save the page itself, or take the feed that carries full text.");

    public static Problem BadXml(string given, int line, int column) => new("PX1024", given,
        string.Create(CultureInfo.InvariantCulture, $"It is not well-formed XML at line {line}, column {column}; the items that could be read around this place were read."),
        "Correct the feed there, or save the page of the item.");

    public static Problem XmlEntities(string given) => new("PX1025", given,
        "Its document type defines entities, which can make a small file endless and name other files; expected RSS or Atom without.",
        "Take the feed from its publisher again, or remove the document type.");

    public static Problem BadJson(string given, string why, int read) => new("PX1026", given,
        string.Create(CultureInfo.InvariantCulture, $"It is not the JSON expected ({why}): a report object, an array of them, or one after the other. Objects read before: {read}."),
        "Check the file from there on, or write it again as .jsonl, where one damaged line costs only itself.");

    public static Problem TooManyItems(string given, int limit) => new("PX1027", given,
        string.Create(CultureInfo.InvariantCulture, $"It holds more than {limit} items, the most that are taken from one file; the rest was not read."),
        "Divide it and give the parts.");

    public static Problem TooMuch(string given, string what) => new("PX1028", given,
        $"Reading stopped: {what}. What came before was read.",
        "If it is sound, unpack it yourself and give the folder.");

    public static Problem NoItems(string given) => new("PX1029", given,
        "It holds no item; expected a feed or list with at least one report.",
        "Take it again from its publisher, or leave it out.");

    public static Problem Withdrawn(string given, string status) => new("PX1030", given,
        $"Its publisher says that it must not be used (pubstatus: {status}).",
        "Leave it out, or give the version that replaced it.");

    public static Problem TooNested(string given) => new("PX1031", given,
        "It is an archive in an archive in an archive; archives are opened to a depth of two.",
        "Unpack the outer one and give the folder.");

    public static Problem Encrypted(string given) => new("PX1032", given,
        "It is encrypted; expected an archive without a password.",
        "Unpack it yourself and give the folder.");

    public static Problem UnknownMethod(string given, string method) => new("PX1033", given,
        $"It is packed by {method}, which is not read; expected deflate, or no packing.",
        "Unpack it yourself and give the folder, or pack it again with deflate.");

    public static Problem BadArchive(string given, string what) => new("PX1034", given,
        $"The archive is damaged or cut short: {what}. What could be read was read.",
        "Download or pack it again.");

    public static Problem Attachments(string given, int count) => new("PX1035", given,
        string.Create(CultureInfo.InvariantCulture, $"{count} of its attachments were not read."),
        "Nothing need be done; save an attachment as a file and give it if it is a report.", IsNotice: true);

    public static Problem NoMessage(string given) => new("PX1036", given,
        "It holds no message or page: it does not begin with the header fields of mail, none of its parts is text, or the boundary that it names divides nothing.",
        "Save the message again, or its text as .txt.");

    public static Problem NoStandardInput() => new("PX1037", "-",
        "Standard input is closed, so nothing can come from it; expected a pipe, a file or a terminal.",
        "Pipe something in (cat page.html | parallax read -), or name the file.");

    public static Problem NoFile(string given, string kind) => new("PX1038", given,
        $"It is {kind}, not a file; in folders only files are read.",
        "Nothing need be done if it is no report; a pipe can be read when it is named directly.");

    public static Problem UnknownTransfer(string given, string encoding) => new("PX1039", given,
        $"Its text is written in a way that is not read ({encoding}); expected base64, quoted-printable or plain bytes.",
        "Save its text as .txt, or send it again from another mail program.");

    public static Problem TurnedText(string given, int count) => new("PX1040", given,
        string.Create(CultureInfo.InvariantCulture, $"It holds {count} characters that turn the direction of writing, which can make a text look other than it reads; they were taken out."),
        "Compare the page as it is shown with the text as it was read, if what stands there matters.", IsNotice: true);

    public static Problem HiddenText(string given, int count) => new("PX1041", given,
        string.Create(CultureInfo.InvariantCulture, $"It holds {count} characters that nothing shows and in which a message can be hidden (tags, chains of variation selectors); they were taken out."),
        "Nothing need be done; nobody who sees the page sees them.", IsNotice: true);

    public static Problem EncodedTwice(string given, int count) => new("PX1042", given,
        string.Create(CultureInfo.InvariantCulture, $"{count} characters had been encoded twice and were put right."),
        "Nothing need be done; have quotations compared with the page where they hold such characters.", IsNotice: true);

    public static Problem OtherEncoding(string given, string encoding) => new("PX1043", given,
        $"Its bytes make no sound text in the encoding that is declared; they were read as {encoding}.",
        "See whether names are spelt as they should be; save the page again as UTF-8 if not.", IsNotice: true);

    public static Problem RobotsRefuse(string given, string site) => new("PX1044", given,
        $"The robots.txt of {site} asks programs not to fetch it.",
        "Open it in a browser, save the page and give the file.");

    public static Problem RobotsUnknown(string given, string site) => new("PX1045", given,
        $"Whether programs may fetch it is not known: {site} did not answer the question for its robots.txt, which is taken for a no.",
        "Try again later, or save the page from a browser and give the file.");

    public static Problem AnotherArchiveBefore(string given) => new("PX1047", given,
        "Another archive stands in front of this one in the same file; only the last was read.",
        "Divide the file, or pack its content again as one archive.", IsNotice: true);

    public static Problem DamagedMail(string given) => new("PX1046", given,
        "The message is damaged or cut short: its base64 breaks off or is none, or nothing closes its parts. What could be read was read.",
        "Save or fetch the message again if the end of the story matters.", IsNotice: true);

    public static Problem BehindWall(string given) => new("PX1060", given,
        "The page shows only the beginning of its story; the rest is for subscribers.",
        "Save the page while you are signed in, or give the story's text as .txt.");

    public static Problem FreePartOnly(string given) => new("PX1061", given,
        "The story breaks off where the page asks for a subscription; the part before that was read.",
        "To have the whole, save the page while you are signed in.", IsNotice: true);

    public static Problem NeedsScript(string given) => new("PX1062", given,
        "The page is a frame that a script fills: it holds no text of its own.",
        "Save the page from a browser after it has loaded, or paste the story into a .txt file.");

    public static Problem Fault(string given, string stage, Exception fault) => new("PX1090", given,
        $"A fault in Parallax stopped its work on this report in '{stage}' ({fault.GetType().Name}: {fault.Message}); the other reports were analysed.",
        "Please report it, with the report if you may share it.");

    private static string Line(string given, int line) => string.Create(CultureInfo.InvariantCulture, $"{given}:{line}");
}
