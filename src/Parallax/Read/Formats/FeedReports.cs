using System.Globalization;
using System.Text;

namespace Parallax.Read;

/// <summary>Reads RSS and Atom: each item that holds its story is a report, <c>feed.xml#3</c>; one with a teaser only is declined with its link.</summary>
internal sealed class FeedReports(ReportParts parts) : ReportFormat
{
    // A summary of so many words that does not break off is the story: short reports are printed whole where a teaser would stand.
    private const int WholeStory = 120;

    // So little under the name of content, and broken off, is a teaser.
    private const int TeaserWords = 80;

    /// <inheritdoc/>
    public override void Read(InputItem item, Reading reading)
    {
        (string text, bool definesEntities) = FeedText.Tidy(reading.Decode(item, markup: true));
        if (definesEntities)
        {
            reading.Problems.Add(ReadProblems.XmlEntities(item.Path));
            return;
        }
        FeedParser parser = new(text);
        foreach ((FeedEntry? entry, (int line, int column)) in parser.Entries())
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"{item.Path}#{parser.Number}");
            if (entry is null)
                reading.Problems.Add(ReadProblems.BadXml(parser.Number == 0 ? item.Path : path, line, column));
            else if (parser.Number > parts.Options.MaxItems)
            {
                reading.Problems.Add(ReadProblems.TooManyItems(item.Path, parts.Options.MaxItems));
                break;
            }
            else
                Make(path, entry, parser.Channel, reading);
        }
        if (parser.Number == 0 && reading.Problems.TrueForAll(problem => problem.IsNotice))
            reading.Problems.Add(ReadProblems.NoItems(item.Path));
    }

    private void Make(string path, FeedEntry entry, FeedChannel channel, Reading reading)
    {
        string? link = entry.Link ?? (entry.IdIsLink ? ItemFacts.Address(entry.Id) : null);
        if (Story(entry) is not { } story)
        {
            reading.Problems.Add(ReadProblems.SummaryOnly(path, link ?? entry.Id));
            return;
        }
        ReportDraft draft = reading.Draft(path, Encoding.UTF8.GetBytes(story.Text), link);
        parts.TraceTo(draft, story.Text, story.IsMarkup ? ContentKind.Markup : ContentKind.Plain);
        draft.Title = ItemFacts.TidyMarkup(entry.Title?.Text);
        draft.Outlet = parts.Facts.Outlet(ItemFacts.TidyMarkup(entry.Source ?? channel.Title), link);
        draft.LanguageHint = entry.Language ?? channel.Language;
        foreach (string author in entry.Authors)
            parts.Facts.TakeAuthor(draft, author);
        ItemFacts.TakePublished(draft, entry.Published, entry.Updated);
        draft.Modified = PrintedDates.FromMetadata(entry.Updated);
        reading.Finish(draft, story.IsMarkup && !parts.Options.Raw ? parts.FillMarkup(draft, story.Text) : parts.FillText(draft, story.Plain));
    }

    /// <summary>The text of the item where it is the story; null where it is only a teaser.</summary>
    private static FeedValue? Story(FeedEntry entry)
    {
        FeedValue? content = entry.Content is { } given && given.Words > 0 && !(given.Words < TeaserWords && BreaksOff(given.Plain)) ? given : null;
        // Some write the teaser twice, and some the story into the summary.
        if (entry.Summary is not { } summary || (content is { } whole && whole.Words >= summary.Words))
            return content;
        return summary.Words >= WholeStory && !BreaksOff(summary.Plain) ? summary : content;
    }

    private static bool BreaksOff(string text)
    {
        // Publishing programs put a note on where the story stands behind the dots.
        ReadOnlySpan<char> end = text.AsSpan().TrimEnd();
        end = end[..OriginNotes.TailStart(end.ToString(), title: null)].TrimEnd();
        return new PageLine(end.Length <= 200 ? end.ToString() : end[^200..].ToString()).EndsCutShort
            || end.EndsWith("read more", StringComparison.OrdinalIgnoreCase) || end.EndsWith("continue reading", StringComparison.OrdinalIgnoreCase);
    }
}
