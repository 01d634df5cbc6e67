using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads a page saved as one file with its parts (MHTML): the page itself; pictures and styles are left. The date in its header is that of saving.</summary>
internal sealed class SavedPageReports(ReportParts parts) : ReportFormat
{
    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        MimePart message = MimePart.Read(item.Bytes);
        if (Page(message, message.Fields.Parameter("Content-Type", "start")) is not { } page)
        {
            reading.Problems.Add(ReadProblems.NoMessage(item.Path));
            return;
        }
        byte[] bytes = page.Content;
        string? address = ItemFacts.Address(message.Fields["Snapshot-Content-Location"]) ?? ItemFacts.Address(page.Fields["Content-Location"]) ?? item.Address;
        string text = reading.Decode(item with { Bytes = bytes, Charset = page.Charset }, markup: true);
        ReportDraft draft = reading.Draft(item.Path, item.Bytes, address);
        Problem? problem = parts.Pages.Fill(draft, CharacterCleaning.Clean(text));
        reading.Finish(draft, problem);
    }

    /// <summary>The part that the header names, else the first page there is.</summary>
    private static MimePart? Page(MimePart part, string? start)
    {
        MimePart? first = null;
        Stack<MimePart> open = new([part]);
        while (open.TryPop(out MimePart? at))
        {
            if (at.Parts.Count == 0 && at.Media is "text/html" or "application/xhtml+xml")
            {
                first ??= at;
                if (start is null || at.Fields["Content-ID"] == start)
                    return at;
            }
            foreach (MimePart inner in at.Parts.Reverse())
                open.Push(inner);
        }
        return first;
    }
}
