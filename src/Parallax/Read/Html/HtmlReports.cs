using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Reads HTML pages: metadata, the part that holds the story, and what surrounds it as cuts.</summary>
internal sealed class HtmlReports(LanguageData data)
{
    // Below this much running text the page may show its story only where scripts do not run.
    private const int EnoughProse = 250;
    private const int FewestWords = 20;
    private const int FewestWordsOfRows = 45;
    private const int LeastTextOfPage = 200;
    private const int LinesBeforeStory = 25;
    private const int MostWordsOfStandIn = 80;
    private const int LinesBelowHeadline = 3;
    // A heading over more text than a card's lead has is that of a part of the story.
    private const int LongestCardLead = 250;
    private const int LongestMergedCut = 2000;

    // Positions in the page let a line be traced back to it.
    private static readonly HtmlParserOptions Parsing = new() { IsKeepingSourceReferences = true };

    private readonly StoryLines _story = StoryLines.Of(data);
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly Agencies _agencies = Agencies.Of(data);
    private readonly Bylines _bylines = Bylines.Of(data);
    private readonly DateLine _dates = DateLine.Of(data);
    private readonly PageDates _pageDates = PageDates.Of(data);
    private readonly Furniture _furniture = Furniture.Of(data);
    private readonly PageAuthors _pageAuthors = new(data);
    private readonly HtmlHints _hints = HtmlHints.Of(data);
    private readonly SecondStories _second = new(data);
    private readonly SetOffGroups _groups = new(data);

    /// <summary>Fills <paramref name="draft"/> from a page; the problem where it is too deep or holds no story.</summary>
    public Problem? Fill(ReportDraft draft, string page)
    {
        if (!HtmlLimits.AreKept(page))
            return ReadProblems.TooDeep(draft.Path, HtmlLimits.Deepest);
        using IHtmlDocument document = new HtmlParser(Parsing).ParseDocument(page);
        HtmlMetadata metadata = new(document);
        if (!draft.IsDescribed)
        {
            PageWalk? walk = document.Body is null ? null : PageWalk.Over(document.Body);
            (PageHeading? headline, bool named) = walk is null ? (null, false) : PageHeadline.Find(walk, metadata.TitleForms);
            TakeMetadata(draft, metadata, headline, named, walk is null ? null : PageHeadline.OverStory(walk));
            if (walk is not null && headline is not null)
                draft.Subtitle = PageSubtitle.Find(walk, headline, metadata.Descriptions, IsByline);
            if (walk is not null && draft.Bylines.Count == 0)
                TakeAuthors(draft, _pageAuthors.Find(walk, headline));
            (draft.Published, draft.Modified) = DateChoice.Choose(_pageDates.Collect(walk, headline, metadata, draft.Url), metadata.Language, draft.Url);
        }
        if (document.Body is { } body)
        {
            PageTree tree = new HtmlBlocks(_hints).Read(body);
            if (tree.Body.Prose < EnoughProse)
                tree = new HtmlBlocks(_hints, withUnscripted: true).Read(body);
            if (tree.Body.Prose < EnoughProse && !tree.Body.HasTitle && new HtmlBlocks(_hints, withHidden: true).Read(body) is { Body.HasTitle: true } all && all.Body.Prose > tree.Body.Prose * 2)
                tree = all;
            string? title = draft.Title is null ? null : Folding.Fold(draft.Title);
            string[] titles = [.. metadata.TitleForms, .. draft.Title is { } printed ? [printed] : Array.Empty<string>()];
            draft.Lines = Story(tree, metadata.ArticleBody, title, titles);
            CreditBelowHeadline(draft);
            _story.Clean(draft, markup: true);
            if (!IsStory(draft.Lines) && metadata.ArticleBody is null)
            {
                // A script shows what is hidden until the page has loaded; only where there is no story without it.
                List<PageLine> shown = draft.Lines;
                draft.Lines = Story(new HtmlBlocks(_hints, withHidden: true).Read(body), null, title, titles);
                CreditBelowHeadline(draft);
                _story.Clean(draft, markup: true);
                if (!IsStory(draft.Lines))
                    draft.Lines = shown;
            }
        }
        if (metadata.ArticleBody is { Length: >= 400 } linked && KeptCharacters(draft) * 2 < linked.Length)
        {
            // The page shows less than it describes (a script or a paywall holds the rest back).
            draft.Lines = [.. draft.Lines.Where(line => line.Cut is not null), .. PlainText.Lines(CharacterCleaning.Clean(linked))];
            _story.Clean(draft, markup: true);
        }
        if (!draft.IsDescribed)
            PayWall.CutNotices(draft.Lines, _furniture);
        return !IsStory(draft.Lines) || (!draft.IsDescribed && IsStandIn(draft)) ? Without(draft, document, page)
            : draft.IsDescribed ? null : PayWall.Of(draft, _furniture, page);
    }

    /// <summary>A few lines, one of which says that the page asked for is not here or not shown yet.</summary>
    private bool IsStandIn(ReportDraft draft) => draft.Lines.Where(line => line.Kept).Sum(line => line.Words) <= MostWordsOfStandIn
        && (draft.Lines.Exists(line => (line.Cut is null or CutReason.DuplicateTitle) && _furniture.SaysNoStory(line)) || (draft.Title is { } title && _furniture.SaysNoStory(new PageLine(title))));

    /// <summary>Why there is no story: a page of scripts has next to no text.</summary>
    private static Problem Without(ReportDraft draft, IHtmlDocument document, string page)
    {
        int shown = draft.Lines.Sum(line => line.Text.Length);
        return shown < LeastTextOfPage && document.Scripts.Any(script => script.Source is { Length: > 0 } || script.Text.Length > 200) && page.Length > shown * 4
            ? ReadProblems.NeedsScript(draft.Path) : ReadProblems.NoStory(draft.Path);
    }

    /// <summary>A sentence that runs on, or many short ones: a poem, a talk, a recipe.</summary>
    private static bool IsStory(List<PageLine> lines) =>
        lines.Exists(line => line.Kept && line.IsProse)
        || lines.Where(line => line is { Kept: true, Marked: true, Kind: ParagraphKind.Body, LinkShare: < 0.5 }).Sum(line => line.Words) >= FewestWordsOfRows
        || (lines.Exists(line => line.Kept && line.EndsSentence && line.Kind != ParagraphKind.Heading)
            && lines.Where(line => line.Kept && line.Kind != ParagraphKind.Heading && line.LinkShare < 0.5).Sum(line => line.Words) >= FewestWords);

    private static int KeptCharacters(ReportDraft draft) => draft.Lines.Where(line => line.Kept).Sum(line => line.Text.Length);

    private void TakeMetadata(ReportDraft draft, HtmlMetadata metadata, PageHeading? headline, bool headlineIsTitle, PageHeading? overStory)
    {
        draft.Url = metadata.UrlFrom(draft.Url);
        draft.LanguageHint = metadata.Language;
        string? named = metadata.Outlet;
        draft.Outlet = named is null ? _outlets.OfAddress(draft.Url)
            : _outlets.Named(named) ?? _outlets.OfAddress(draft.Url) ?? (named.Contains(' ', StringComparison.Ordinal) ? null : _outlets.OfAddress(named)) ?? named;
        draft.Title = metadata.Title(named ?? draft.Outlet, headline, headlineIsTitle, overStory);
        TakeAuthors(draft, metadata.Authors);
    }

    private void TakeAuthors(ReportDraft draft, IReadOnlyList<string> authors)
    {
        foreach (string author in authors)
        {
            string name = CharacterCleaning.Fold(CharacterCleaning.Clean(author));
            BylineReading? reading = _bylines.Read(name) ?? _bylines.ReadNames(name, signed: false);
            // An outlet that signs its own reports is no author.
            foreach (string person in (reading?.Authors ?? []).Where(person => draft.Outlet is null || PageHeadline.Letters(person) != PageHeadline.Letters(draft.Outlet)))
                draft.AddByline(person);
            foreach (string agency in reading?.Agencies ?? [])
                draft.AddCredit(agency, name);
        }
    }

    /// <summary>Who wrote it and when: "by Jane Doe 8 November 2023".</summary>
    private bool IsByline(string text)
    {
        DateLine.Reading dates = _dates.Read(text);
        string signature = dates.Dates.Count > 0 ? text[..dates.Dates[0].Span.Start].TrimEnd(' ', ',', '|', '-', '\u2013', '\u2014', '\u2022', '\u00B7') : text;
        return dates.Only || (text.Any(char.IsAsciiDigit) && !new PageLine(text).EndsSentence && _bylines.OpensWithName(text)) || _bylines.Read(signature) is not null || (dates.Dates.Count > 0 && signature.Length > 0 && _bylines.ReadNames(signature, signed: false) is not null);
    }

    /// <summary>An agency alone in a line below the headline is the credit, wherever the page keeps its headline.</summary>
    private void CreditBelowHeadline(ReportDraft draft)
    {
        for (int i = 0; i < draft.Lines.Count; i++)
        {
            if (draft.Lines[i].Cut != CutReason.DuplicateTitle && !(draft.Lines[i].Kept && draft.Lines[i].Text == draft.Title))
                continue;
            foreach (PageLine line in draft.Lines.Skip(i + 1).Take(LinesBelowHeadline).Where(line => line.Text.Length <= 60))
            {
                List<string> agencies = line.Cut is CutReason.Navigation or CutReason.Byline or CutReason.Teaser ? _agencies.OnlyAgencies(line.Text.Trim(' ', '(', ')', '[', ']', '.', '|')) : [];
                if (agencies.Count > 0)
                    line.Cut = CutReason.Credit;
                foreach (string agency in agencies)
                    draft.AddCredit(agency, line.Text);
            }
        }
    }

    /// <summary>Every line of the page in order, those that the markup shows to be no story cut.</summary>
    private List<PageLine> Story(PageTree tree, string? described, string? title, IReadOnlyList<string> titles)
    {
        StoryRoot.CutMarked(tree);
        _second.Cut(tree, titles);
        DescribedStory? guide = DescribedStory.Of(described, tree);
        PagePart root = StoryRoot.Find(tree);
        if (guide is not null && !root.Holds(guide.Root))
            root = guide.Root;
        PartForms.Cut(tree, root);
        _groups.Cut(tree, root, titles);
        HashSet<int> leads = StoryLead.Find(tree, root);
        List<PageLine> lines = [];
        int start = tree.Blocks.FindIndex(block => block.Part.Cut is null && root.Holds(block.Part));
        bool merging = false;
        for (int i = 0; i < tree.Blocks.Count; i++)
        {
            HtmlBlock block = tree.Blocks[i];
            PageLine line = block.Line;
            bool inside = root.Holds(block.Part);
            if ((inside && block.Part.Cut is null) || leads.Contains(i) || guide?.Has(i) == true)
            {
                if (PointsElsewhere(tree, i) || (guide is { IsWhole: true } && i > guide.Last))
                    line.Cut = CutReason.Teaser;
                lines.Add(line);
                merging = false;
                continue;
            }
            CutReason reason = block.Part.Cut ?? CutReason.Navigation;
            if (Math.Abs(i - start) <= LinesBeforeStory && reason is CutReason.Navigation or CutReason.Byline or CutReason.Caption && line.Words <= 20
                && (_dates.Read(line.Text).Only || _bylines.Read(line.Text) is not null))
                reason = CutReason.Byline;
            if (reason is CutReason.Navigation or CutReason.Byline or CutReason.Teaser && title is not null && line.Folded == title)
                reason = CutReason.DuplicateTitle;
            line.Cut = reason;
            if (merging && !inside && reason is not (CutReason.Byline or CutReason.DuplicateTitle) && lines[^1].Cut == reason && lines[^1].Text.Length + line.Text.Length < LongestMergedCut)
                lines[^1] = new PageLine(lines[^1].Text + " " + line.Text) { Cut = reason, Source = lines[^1].Source };
            else
                lines.Add(line);
            // A credit below the headline stays a line of its own.
            merging = !inside && (line.Text.Length > 60 || _agencies.OnlyAgencies(line.Text).Count == 0);
        }
        return lines;
    }

    /// <summary>
    /// A line that is a link, or a word or two and a link ("See also: …"). A sentence may be a link in a story, and so may the heading of a part of it.
    /// </summary>
    private static bool PointsElsewhere(PageTree tree, int at)
    {
        HtmlBlock block = tree.Blocks[at];
        PageLine line = block.Line;
        if (line.LinkShare < 0.3 || line.Words < 3 || block.Part.Name is "td" or "th")
            return false;
        if (line.Kind == ParagraphKind.Heading)
            return line is { LinkShare: > 0.75, Words: >= 4 } && !(at + 1 < tree.Blocks.Count && tree.Blocks[at + 1] is { Prose: >= LongestCardLead, Part.Cut: null });
        if (line.LinkShare > 0.75)
            return !line.EndsSentence || line is { LinkShare: > 0.9, Words: >= 4, IsHeadlineLike: true };
        int label = line.Text.IndexOfAny([':', '\u00BB', '\u203A', '>', '|', '\u2192']);
        return label > 0 && line.Words >= 5 && line.Text.AsSpan(0, label).Count(' ') <= 4 && !line.EndsSentence
            && line.LinkShare * line.Text.Length >= 0.8 * (line.Text.Length - label - 1);
    }
}
