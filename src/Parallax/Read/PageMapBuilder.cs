using Parallax.Text;

namespace Parallax.Read;

/// <summary>
/// Finds the paragraphs of a report in the content they were read from. A paragraph is placed whole or not at all, by its characters alone, so
/// the place holds the same words whatever element they were taken from; each run is then decoded again by itself and compared.
/// </summary>
internal sealed class PageMapBuilder
{
    // How much of a paragraph must fit behind something that was left out of it (a button, a hidden note), how far that may reach and how often.
    private const int SureMatch = 24;
    private const int LeastMatch = 4;
    private const int FarthestJump = 20_000;
    private const int MostJumps = 200;
    private const int MostCandidates = 30;

    private readonly string _page;
    private readonly bool _markup;
    private readonly List<PageRun> _runs = [];
    private int _mapped;
    private int _unmapped;

    // The characters of the paragraph in hand: without white space, with their places in the clean text; and where each was found.
    private char[] _words = new char[1024];
    private int[] _at = new int[1024];
    private int[] _found = new int[1024];
    private int _count;

    private PageMapBuilder(string page, bool markup) => (_page, _markup) = (page, markup);

    /// <summary>The map of <paramref name="report"/> into <paramref name="content"/>; <paramref name="sources"/> says where the holder of each paragraph begins, −1 where that is not known.</summary>
    public static PageMap Build(Report report, CleanText content, ContentKind kind, IReadOnlyList<int> sources)
    {
        PageMapBuilder builder = new(content.Text, kind != ContentKind.Plain);
        VisibleText visible = kind switch
        {
            ContentKind.Page or ContentKind.Markup => VisibleText.OfMarkup(content.Text),
            ContentKind.Json => VisibleText.OfJson(content.Text),
            _ => VisibleText.OfPlain(content.Text),
        };
        List<Paragraph> missing = builder.Place(report, report.Paragraphs, visible, kind == ContentKind.Page ? sources : []);
        if (missing.Count > 0 && kind == ContentKind.Page)
            missing = builder.PlaceInScripts(report, missing);
        foreach (Paragraph paragraph in missing)
            builder._unmapped += builder.Take(report.Text, paragraph.Span);
        PageRun[] runs = [.. builder._runs.OrderBy(run => run.Text.Start).Select(run => run with { Page = InContent(content, run.Page) })];
        return new PageMap(runs, builder._mapped, builder._unmapped);
    }

    private static TextSpan InContent(CleanText content, TextSpan page)
    {
        int start = content.SourceOf(page.Start);
        return new TextSpan(start, content.SourceOf(page.End - 1) + 1 - start);
    }

    /// <summary>Linked data hold whole stories as strings of JSON.</summary>
    private List<Paragraph> PlaceInScripts(Report report, List<Paragraph> missing)
    {
        int unclosed = 0;
        for (int at = 0; at < _page.Length && missing.Count > 0;)
        {
            int tag = MarkupScan.NextTag(_page, at, out int behind, ref unclosed);
            if (tag < _page.Length && _page.AsSpan(tag).StartsWith("<script", StringComparison.OrdinalIgnoreCase))
            {
                int content = MarkupScan.EndOfTag(_page, tag + 7, out _);
                if (content < behind && _page.AsSpan(tag, content - tag).Contains("json", StringComparison.OrdinalIgnoreCase))
                    missing = Place(report, missing, VisibleText.OfJson(_page.AsSpan(content, behind - content), content), []);
            }
            at = behind;
        }
        return missing;
    }

    /// <summary>Places what can be found in <paramref name="visible"/>; gives what cannot.</summary>
    private List<Paragraph> Place(Report report, IReadOnlyList<Paragraph> paragraphs, VisibleText visible, IReadOnlyList<int> sources)
    {
        List<Paragraph> missing = [];
        int cursor = 0;
        for (int i = 0; i < paragraphs.Count; i++)
        {
            int count = Take(report.Text, paragraphs[i].Span);
            int hint = i < sources.Count && sources[i] >= 0 ? visible.From(sources[i]) : cursor;
            // Several paragraphs of one element follow each other; one that was moved is looked for from the start.
            bool same = i > 0 && i < sources.Count && sources[i] == sources[i - 1];
            int from = same ? Math.Max(hint, cursor) : hint;
            if ((Find(visible, from) || (from != cursor && Find(visible, cursor)) || (from != 0 && cursor != 0 && Find(visible, 0))) && AddRuns(visible))
            {
                cursor = _found[count - 1] + 1;
                _mapped += count;
            }
            else
                missing.Add(paragraphs[i]);
        }
        return missing;
    }

    /// <summary>Takes the characters of <paramref name="span"/> in hand; gives their number.</summary>
    private int Take(string text, TextSpan span)
    {
        if (_words.Length < span.Length)
            (_words, _at, _found) = (new char[span.Length * 2], new int[span.Length * 2], new int[span.Length * 2]);
        _count = 0;
        for (int i = span.Start; i < span.End; i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            _words[_count] = text[i];
            _at[_count++] = i;
        }
        return _count;
    }

    private bool Find(VisibleText visible, int from)
    {
        if (_count == 0 || from >= visible.Count)
            return false;
        // A paragraph may break off after few words already; what begins like it is only a candidate.
        return Find(visible, from, Math.Min(SureMatch, _count)) || (_count > LeastMatch && Find(visible, from, LeastMatch));
    }

    private bool Find(VisibleText visible, int from, int opening)
    {
        for (int candidates = 0; candidates < MostCandidates; candidates++)
        {
            int next = visible.Text[from..].IndexOf(_words.AsSpan(0, opening), StringComparison.Ordinal);
            if (next < 0)
                return false;
            if (Follow(visible, from + next))
                return true;
            from += next + 1;
        }
        return false;
    }

    /// <summary>Follows the paragraph from <paramref name="at"/>; where it breaks off, it may go on behind a tag.</summary>
    private bool Follow(VisibleText visible, int at)
    {
        ReadOnlySpan<char> words = _words.AsSpan(0, _count), text = visible.Text;
        int i = 0, opened = 0, openedAt = at, jumps = 0;
        while (true)
        {
            // White space may part two words only where the page has some, or a tag.
            int same = words[i..].CommonPrefixLength(text[at..]);
            for (int k = 0; k < same; k++)
            {
                if (k > 0 && visible.Opens(at + k))
                    (opened, openedAt) = (i + k, at + k);
                _found[i + k] = at + k;
            }
            i += same;
            at += same;
            if (i == words.Length)
                return true;
            if (++jumps > MostJumps)
                return false;
            // What did not fit began at the last tag, or begins here.
            int jump = at < text.Length && visible.Opens(at) ? Jump(visible, i, at) : -1;
            if (jump < 0 && opened > 0)
            {
                (i, at) = (opened, openedAt);
                jump = Jump(visible, i, at);
            }
            if (jump < 0)
                return false;
            at = jump;
            (opened, openedAt) = (i, at);
        }
    }

    /// <summary>The next piece behind <paramref name="at"/> that goes on with what is left from <paramref name="i"/>; −1 where none does.</summary>
    private int Jump(VisibleText visible, int i, int at)
    {
        ReadOnlySpan<char> rest = _words.AsSpan(i, Math.Min(SureMatch, _count - i)), text = visible.Text;
        int stop = Math.Min(text.Length - 1, at + FarthestJump);
        for (int next = at + 1; next <= stop; next++)
        {
            if (text[next] != rest[0] || !visible.Opens(next))
                continue;
            int same = rest.CommonPrefixLength(text[next..]);
            // Enough, or all of a short piece.
            if (same == rest.Length || (same >= LeastMatch && next + same < text.Length && visible.Opens(next + same)))
                return next;
        }
        return -1;
    }

    private bool AddRuns(VisibleText visible)
    {
        int before = _runs.Count;
        for (int from = 0; from < _count;)
        {
            int to = from + 1;
            while (to < _count && _found[to] == _found[to - 1] + 1 && !visible.Opens(_found[to]))
                to++;
            int start = visible.Start(_found[from]), end = visible.End(_found[to - 1]);
            TextSpan page = new(start, end - start);
            if (end <= start || !Decodes(page, _words.AsSpan(from, to - from)))
            {
                _runs.RemoveRange(before, _runs.Count - before);
                return false;
            }
            _runs.Add(new PageRun(new TextSpan(_at[from], _at[to - 1] + 1 - _at[from]), page));
            from = to;
        }
        return true;
    }

    /// <summary>Whether the range of the page, taken by itself, gives exactly <paramref name="words"/>.</summary>
    private bool Decodes(TextSpan page, ReadOnlySpan<char> words)
    {
        ReadOnlySpan<char> range = _page.AsSpan(page.Start, page.Length);
        if (range.SequenceEqual(words))
            return true;
        if (_markup && range.Contains('\\') && VisibleText.OfJson($"\"{range}\"").Text.SequenceEqual(words))
            return true;
        return (_markup ? VisibleText.OfMarkup(range) : VisibleText.OfPlain(range)).Text.SequenceEqual(words);
    }
}

/// <summary>What kind of content a report was read from, for tracing its text back.</summary>
internal enum ContentKind
{
    /// <summary>A page, in whose text the places of lines are known.</summary>
    Page,

    /// <summary>A piece of markup.</summary>
    Markup,

    /// <summary>Plain text.</summary>
    Plain,

    /// <summary>An object whose strings hold text.</summary>
    Json,
}
