using System.Globalization;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Divides a mailbox file (mbox) into its messages, as it is read.</summary>
internal static class MailboxItems
{
    /// <summary>One item a message, its path <c>mail.mbox#3</c>.</summary>
    public static IEnumerable<(InputItem? Item, Problem? Problem)> Split(OpenedContent opened)
    {
        LineInput lines = new(opened.Content);
        MemoryStream message = new();
        int number = 0;
        bool afterBlank = true, tooLong = false;
        while (true)
        {
            ReadOnlyMemory<byte> line = lines.ReadLine(1 << 20);
            bool opens = afterBlank && line.Span.StartsWith("From "u8);
            if ((opens || line.IsEmpty) && number > 0)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"{opened.Path}#{number}");
                yield return tooLong ? (null, ReadProblems.TooLarge(path, opened.Options.MaxBytes)) : (new InputItem(path, message.ToArray(), Format: InputFormat.Mail), null);
                message.SetLength(0);
                tooLong = false;
            }
            if (line.IsEmpty)
                break;
            if (opens)
            {
                if (++number > opened.Options.MaxItems)
                {
                    yield return (null, ReadProblems.TooManyItems(opened.Path, opened.Options.MaxItems));
                    yield break;
                }
                afterBlank = false;
                continue;
            }
            afterBlank = !line.Span.ContainsAnyExcept("\r\n"u8);
            if (number == 0)
                continue;
            // A line of the text that begins like a divider was written with a mark before it.
            ReadOnlySpan<byte> text = line.Span.TrimStart((byte)'>').StartsWith("From "u8) && line.Span.StartsWith(">"u8) ? line.Span[1..] : line.Span;
            tooLong |= message.Length + text.Length > opened.Options.MaxBytes;
            if (!tooLong)
                message.Write(text);
        }
        if (number == 0)
            yield return (null, ReadProblems.NoMessage(opened.Path));
    }
}
