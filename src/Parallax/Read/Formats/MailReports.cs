using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Reads mail (RFC 5322, MIME): a newsletter, a press release, a report that somebody passed on. Attached messages are reports of their own;
/// other attachments are not read, and told of.
/// </summary>
internal sealed class MailReports(ReportParts parts) : ReportFormat
{
    private const int MostMessages = 100;
    private const int LongestSignature = 2000;

    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        ReadOnlyMemory<byte> bytes = item.Bytes;
        // The line that divides messages in a mailbox is no header field.
        if (bytes.Span.StartsWith("From "u8))
            bytes = bytes[(bytes.Span.IndexOf((byte)'\n') + 1)..];
        MimePart message = MimePart.Read(bytes);
        if (message.Fields.Count == 0)
        {
            reading.Problems.Add(ReadProblems.NoMessage(item.Path));
            return;
        }
        Queue<MimePart> messages = new([message]);
        int number = 0, attachments = 0;
        string separator = item.Path.LastIndexOf('#') > item.Path.LastIndexOf('/') ? "." : "#";
        while (messages.TryDequeue(out MimePart? one) && number < MostMessages)
        {
            string path = ++number == 1 ? item.Path : string.Create(CultureInfo.InvariantCulture, $"{item.Path}{separator}{number}");
            Bodies bodies = new();
            bodies.Collect(one, messages);
            attachments += bodies.Attachments;
            ReadMessage(path, one, bodies, item, reading);
        }
        // A message that only carries others has no story of its own, and need not.
        if (number > 1 && reading.Reports.Exists(report => report.Path != item.Path))
            reading.Problems.RemoveAll(problem => problem.Given == item.Path && problem.Code == ReadProblems.NoStory(item.Path).Code);
        if (attachments > 0)
            reading.Problems.Add(ReadProblems.Attachments(item.Path, attachments));
    }

    private void ReadMessage(string path, MimePart message, Bodies bodies, InputItem item, Reading reading)
    {
        HeaderFields fields = message.Fields;
        bool wantsText = MailText.IsForward(fields["Subject"]);
        string? text = null, signature = null;
        foreach (MimePart plain in bodies.Texts)
        {
            // A signature ends only the text that it stands below, so it is kept for the end of all.
            string more = Flowed(plain, reading, item);
            int mark = SignatureOf(more);
            (more, signature) = mark < 0 ? (more, signature) : (more[..mark], signature is null ? more[mark..] : signature + more[mark..].Replace("\n-- ", "\n", StringComparison.Ordinal));
            text = text is null ? more : text + "\n\n" + more;
        }
        if (signature is not null)
            text += signature;
        string? markup = bodies.Html is { } html ? Decode(html, true, reading, item) : null;
        bool isNewsletter = fields["List-Id"] is not null || fields["List-Unsubscribe"] is not null;
        if (text is not null && markup is not null)
        {
            // The text is what the sender's program made of the page. It is preferred where it holds as much, save in newsletters, where it is full of addresses.
            int words = CharacterCleaning.CountWords(text), all = CharacterCleaning.CountWords(Markup.Words(markup));
            (text, markup) = wantsText || (!isNewsletter && words * 10 >= all * 8) ? (text, null) : ((string?)null, markup);
        }
        ReportDraft draft = reading.Draft(path, bodies.Html?.Content ?? [.. bodies.Texts.SelectMany(part => part.Content)]);
        string? from = fields["From"], subject = fields["Subject"], date = fields["Date"];
        if (text is not null && MailText.PassedOn(text) is { } passed)
        {
            (from, subject, date) = (passed.Fields.GetValueOrDefault("from"), passed.Fields.GetValueOrDefault("subject") ?? subject, passed.Fields.GetValueOrDefault("date") ?? passed.Fields.GetValueOrDefault("sent"));
            text = text[passed.Start..];
            isNewsletter = false;
        }
        draft.Title = MailText.Subject(subject);
        TakeSender(draft, from, isNewsletter);
        ItemFacts.TakePublished(draft, date);
        Problem? problem = markup is not null && !parts.Options.Raw ? FillMarkup(draft, markup)
            : text is not null || markup is not null ? FillText(draft, text ?? Markup.Words(markup!))
            : bodies.UnknownTransfer is { } transfer ? ReadProblems.UnknownTransfer(path, transfer)
            : message.IsMultipart && message.Parts.Count == 0 ? ReadProblems.NoMessage(path)
            : ReadProblems.NoStory(path);
        if (bodies.IsDamaged && (text ?? markup) is not null)
            reading.Problems.Add(ReadProblems.DamagedMail(path));
        reading.Finish(draft, problem);
    }

    /// <summary>The page of a mail is a whole page, whose head says nothing about the report.</summary>
    private Problem? FillMarkup(ReportDraft draft, string page)
    {
        draft.IsDescribed = true;
        return parts.Pages.Fill(draft, CharacterCleaning.Clean(page));
    }

    private void TakeSender(ReportDraft draft, string? from, bool isNewsletter)
    {
        (string? name, string? domain) = MailText.Mailbox(from);
        (string? person, string? body) = parts.Senders.Divide(name);
        draft.Outlet = parts.Facts.KnownOutlet(body ?? name, domain is null ? null : "https://" + domain) ?? body ?? (isNewsletter ? name : null);
        string? author = body is null && isNewsletter ? null : person ?? (body is null ? name : null);
        if (author is not null && draft.Outlet != author && Bylines.IsName(author))
            parts.Facts.TakeAuthor(draft, author);
    }

    private static string Flowed(MimePart part, Reading reading, InputItem item)
    {
        string text = Decode(part, false, reading, item);
        return string.Equals(part.Fields.Parameter("Content-Type", "format"), "flowed", StringComparison.OrdinalIgnoreCase)
            ? MailText.Unflowed(text, string.Equals(part.Fields.Parameter("Content-Type", "delsp"), "yes", StringComparison.OrdinalIgnoreCase)) : text;
    }

    private static string Decode(MimePart part, bool markup, Reading reading, InputItem item) =>
        reading.Decode(item with { Bytes = part.Content, Charset = part.Charset ?? item.Charset }, markup);

    /// <summary>What follows the line <c>-- </c> is the sender's signature: no story, and told of as a cut.</summary>
    private Problem? FillText(ReportDraft draft, string text)
    {
        int mark = SignatureOf(text);
        if (mark < 0 || parts.Options.Raw)
            return parts.FillText(draft, text);
        Problem? problem = parts.FillText(draft, text[..mark]);
        if (problem is null && ItemFacts.Tidy(text[mark..]) is { Length: > 2 } signature)
            draft.Lines.Add(new PageLine(signature) { Cut = CutReason.Byline });
        return problem;
    }

    /// <summary>Where the signature of a text begins; -1 where it has none.</summary>
    private static int SignatureOf(string text)
    {
        int mark = text.LastIndexOf("\n-- \n", StringComparison.Ordinal);
        if (mark < 0)
            mark = text.LastIndexOf("\n-- \r\n", StringComparison.Ordinal);
        return mark <= 0 || text.Length - mark >= LongestSignature ? -1 : mark;
    }

    /// <summary>The parts of a message that a person reads.</summary>
    private sealed class Bodies
    {
        /// <summary>The texts that follow each other in it.</summary>
        public List<MimePart> Texts { get; } = [];

        public MimePart? Html { get; private set; }

        public int Attachments { get; private set; }

        /// <summary>Some of what is read is lost.</summary>
        public bool IsDamaged { get; private set; }

        /// <summary>How a text is written that nothing here can undo.</summary>
        public string? UnknownTransfer { get; private set; }

        public void Collect(MimePart part, Queue<MimePart> messages, int? firstOnly = null)
        {
            IsDamaged |= part.IsCut && part.Parts.Count > 0;
            if (part.IsMessage)
            {
                foreach (MimePart message in part.Parts)
                    messages.Enqueue(message);
            }
            else if (part.IsMultipart)
            {
                // Of the forms of one text the first is taken; texts that follow each other are all of it.
                int? before = part.Media == "multipart/alternative" ? Texts.Count : null;
                foreach (MimePart inner in part.Parts)
                    Collect(inner, messages, firstOnly ?? before);
            }
            else if (!part.IsAttachment && part.Media is "text/html" or "text/plain" && part.UnknownTransfer is { } transfer)
                UnknownTransfer ??= transfer;
            else if (!part.IsAttachment && part.Media == "text/html" && Html is null)
            {
                Html = part;
                IsDamaged |= part.Undone().IsDamaged;
            }
            else if (!part.IsAttachment && part.Media == "text/plain" && (Texts.Count == 0 || (firstOnly is { } before ? Texts.Count == before : !part.IsFile)))
            {
                Texts.Add(part);
                IsDamaged |= part.Undone().IsDamaged;
            }
            // A picture inside the text is no attachment, nor is the calendar form of what is said in words.
            else if (part.IsAttachment || !(part.Media.StartsWith("image/", StringComparison.Ordinal) || part.Media.StartsWith("text/", StringComparison.Ordinal)))
                Attachments++;
        }
    }
}
