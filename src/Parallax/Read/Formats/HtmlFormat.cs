namespace Parallax.Read;

/// <summary>Reads an HTML page.</summary>
internal sealed class HtmlFormat(ReportParts parts) : ReportFormat
{
    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        string page = reading.Decode(item, markup: true);
        ReportDraft draft = reading.Draft(item.Path, item.Bytes, item.Address);
        reading.Finish(draft, parts.FillPage(draft, page));
    }
}
