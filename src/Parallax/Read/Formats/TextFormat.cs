namespace Parallax.Read;

/// <summary>Reads plain text, as pasted from a page or typed.</summary>
internal sealed class TextFormat(ReportParts parts) : ReportFormat
{
    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        string text = reading.Decode(item, markup: false);
        ReportDraft draft = reading.Draft(item.Path, item.Bytes, item.Address);
        draft.MapsPlainText = parts.Options.Offsets;
        reading.Finish(draft, parts.FillText(draft, text));
    }
}
