namespace Parallax.Read;

/// <summary>Notes on where the story comes from, kept as credits.</summary>
internal sealed partial class StoryLines
{
    private void CutOriginNotes(ReportDraft draft)
    {
        List<PageLine> lines = draft.Lines;
        int foot = FootStart(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            PageLine line = lines[i];
            if (!line.Kept)
                continue;
            // Only the title tells a note from a sentence about a post, unless it stands where notes stand.
            if (draft.Title is { } title && i >= foot && OriginNotes.TailStart(line.Text, title) is > 0 and int tail && tail < line.Text.Length)
            {
                lines[i] = new PageLine(line.Text[..tail].TrimEnd(), line.BlanksBefore) { Kind = line.Kind, Marked = line.Marked, LinkShare = line.LinkShare, Source = line.Source };
                lines.Insert(i + 1, line = new PageLine(line.Text[tail..]) { Source = line.Source });
                i++;
            }
            if (draft.Title is not null && OriginNotes.GoesOn(line.Text, draft.Title))
            {
                line.Cut = CutReason.Teaser;
                continue;
            }
            string? posted = OriginNotes.PostedOn(line.Text, draft.Title ?? "");
            // Of another title, or none, it must at least name a site where notes stand.
            string? foreign = posted is null && i >= foot ? OriginNotes.PostedOn(line.Text, title: null) : null;
            if ((posted ?? foreign ?? OriginNotes.Site(line.Text)) is not { } site)
                continue;
            string? origin = _outlets.Named(site) ?? _agencies.Named(site) ?? (site.Contains(' ', StringComparison.Ordinal) ? null : _outlets.OfAddress(site)) ?? (Bylines.IsName(site) ? site : null);
            if (foreign is not null && origin is null)
                continue;
            line.Cut = origin is null ? CutReason.Legal : CutReason.Credit;
            // A story's own outlet is no other origin.
            if (origin is not null && (draft.Outlet is null || PageHeadline.Letters(origin) != PageHeadline.Letters(draft.Outlet)))
                draft.AddCredit(origin, line.Text);
        }
    }
}
