using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads HTML pages: metadata, the part that holds the story, and what surrounds it as cuts.</summary>
internal sealed class HtmlReports(LanguageData data)
{
    // A story part must hold this many characters of running text to be preferred for its name alone.
    private const int EnoughCharacters = 250;
    private const int LinesBeforeStory = 25;
    private const int LongestMergedCut = 2000;

    private readonly StoryLines _story = StoryLines.Of(data);
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);
    private readonly DateLine _dates = DateLine.Of(data);
    private readonly PageDates _pageDates = PageDates.Of(data);
    private readonly HtmlHints _hints = HtmlHints.Of(data);

    /// <summary>Fills <paramref name="draft"/> from a page; the problem where it is too deep or holds no story.</summary>
    public Problem? Fill(ReportDraft draft, string page)
    {
        if (!HtmlLimits.AreKept(page))
            return ReadProblems.TooDeep(draft.Path, HtmlLimits.Deepest);
        using IHtmlDocument document = new HtmlParser().ParseDocument(page);
        HtmlMetadata metadata = new(document);
        if (!draft.IsDescribed)
        {
            TakeMetadata(draft, metadata);
            (draft.Published, draft.Modified) = DateChoice.Choose(_pageDates.Collect(document.Body, metadata, draft.Url), metadata.Language, draft.Url);
        }
        if (document.Body is { } body)
        {
            List<HtmlBlock> blocks = new HtmlBlocks(_hints).Read(body);
            draft.Lines = Story(blocks, body);
            _story.Clean(draft, markup: true);
        }
        if (metadata.ArticleBody is { Length: >= 400 } linked && KeptCharacters(draft) * 2 < linked.Length)
        {
            // The page shows less than it describes (a script or a paywall holds the rest back).
            draft.Lines = [.. draft.Lines.Where(line => line.Cut is not null), .. PlainText.Lines(CharacterCleaning.Clean(linked))];
            _story.Clean(draft, markup: true);
        }
        return draft.Lines.Exists(line => line.Kept && line.IsProse) ? null : ReadProblems.NoStory(draft.Path);
    }

    private static int KeptCharacters(ReportDraft draft) => draft.Lines.Where(line => line.Kept).Sum(line => line.Text.Length);

    private void TakeMetadata(ReportDraft draft, HtmlMetadata metadata)
    {
        draft.Url = metadata.Url ?? draft.Url;
        draft.LanguageHint = metadata.Language;
        string? named = metadata.Outlet;
        draft.Outlet = named is null ? _outlets.OfAddress(draft.Url)
            : _outlets.Named(named) ?? _outlets.OfAddress(draft.Url) ?? (named.Contains(' ', StringComparison.Ordinal) ? null : _outlets.OfAddress(named)) ?? named;
        draft.Title = metadata.Title(named ?? draft.Outlet);
        foreach (string author in metadata.Authors)
        {
            string name = CharacterCleaning.Fold(CharacterCleaning.Clean(author));
            BylineReading? reading = _bylines.Read(name) ?? _bylines.ReadNames(name, signed: false);
            foreach (string person in reading?.Authors ?? [])
                draft.AddByline(person);
            foreach (string agency in reading?.Agencies ?? [])
                draft.AddCredit(agency, name);
        }
    }

    private List<PageLine> Story(List<HtmlBlock> blocks, IElement body)
    {
        Dictionary<IElement, int> all = Weigh(blocks, _ => true);
        int total = all.GetValueOrDefault(body);
        // A hint is not believed of a part that holds most of the running text, nor of one that holds the headline.
        bool Believed(HtmlBlock block) => block.Furniture is { } mark
            && (all.GetValueOrDefault(mark.Element) * 2 < total || mark.Reason is CutReason.CommentForm || mark.Element.LocalName is "nav" or "footer")
            && mark.Element.LocalName is not ("body" or "html" or "main");
        Dictionary<IElement, int> good = Weigh(blocks, block => !Believed(block));
        IElement root = Root(blocks, good, body);
        List<PageLine> lines = [];
        int firstInside = blocks.FindIndex(block => !Believed(block) && root.Contains(block.Holder));
        for (int i = 0; i < blocks.Count; i++)
        {
            HtmlBlock block = blocks[i];
            PageLine line = block.Line;
            bool inside = root.Contains(block.Holder);
            bool furniture = Believed(block);
            if (inside && !furniture)
            {
                if (line.LinkShare > 0.75 && line.Words >= 3 && line.Kind != ParagraphKind.Heading && !line.EndsSentence)
                    line.Cut = CutReason.Teaser;
                lines.Add(line);
                continue;
            }
            CutReason reason = furniture ? block.Furniture!.Value.Reason : CutReason.Navigation;
            bool near = Math.Abs(i - firstInside) <= LinesBeforeStory;
            if (near && reason is CutReason.Navigation or CutReason.Byline && line.Words <= 20
                && (_dates.Read(line.Text).Only || _bylines.Read(line.Text) is not null))
                reason = CutReason.Byline;
            line.Cut = reason;
            bool merge = !inside && reason != CutReason.Byline && lines.Count > 0 && lines[^1].Cut == reason && lines[^1].Text.Length + line.Text.Length < LongestMergedCut;
            if (merge)
                lines[^1] = new PageLine(lines[^1].Text + " " + line.Text) { Cut = reason };
            else
                lines.Add(line);
        }
        return lines;
    }

    private IElement Root(List<HtmlBlock> blocks, Dictionary<IElement, int> good, IElement body)
    {
        int total = good.GetValueOrDefault(body);
        if (total == 0)
            return body;
        IElement? article = Heaviest(good, element => element.LocalName is "article" or "main" || element.GetAttribute("role") is "main" or "article", total * 2 / 5, outermost: false);
        int reference = article is null ? total : good[article];
        IElement? named = Heaviest(good, _hints.IsStory, Math.Max(EnoughCharacters, reference / 2), outermost: true);
        _ = blocks;
        if (named is not null && (article is null || article.Contains(named) || good[named] >= reference))
            return named;
        IElement at = article ?? body;
        int weight = good[at];
        // Go down as long as one part holds nearly all of it.
        while (at.Children.FirstOrDefault(child => good.GetValueOrDefault(child) * 10 >= weight * 8) is { } narrower)
            at = narrower;
        // The part that holds the paragraphs, not a single paragraph.
        return at.LocalName is "p" or "td" or "li" && at.ParentElement is { } parent ? parent : at;
    }

    private static IElement? Heaviest(Dictionary<IElement, int> good, Func<IElement, bool> wanted, int atLeast, bool outermost)
    {
        IElement? best = null;
        foreach ((IElement element, int weight) in good)
        {
            if (weight < atLeast || !wanted(element))
                continue;
            bool better = best is null || weight > good[best]
                || (weight == good[best] && (outermost ? element.Contains(best) : best.Contains(element)));
            if (better)
                best = element;
        }
        return best;
    }

    private static Dictionary<IElement, int> Weigh(List<HtmlBlock> blocks, Func<HtmlBlock, bool> counted)
    {
        Dictionary<IElement, int> good = [];
        foreach (HtmlBlock block in blocks)
        {
            int characters = block.GoodCharacters;
            if (characters == 0 || !counted(block))
                continue;
            for (IElement? element = block.Holder; element is not null; element = element.ParentElement)
                good[element] = good.GetValueOrDefault(element) + characters;
        }
        return good;
    }
}
