using System.Text;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Makes the report of a finished draft: text, paragraphs, dateline, credits, cuts, hashes.</summary>
internal sealed class ReportAssembly(LanguageData data)
{
    private const int LongestCut = 4000;

    private readonly Agencies _agencies = Agencies.Of(data);
    private readonly Datelines _datelines = Datelines.Of(data);
    private readonly Outlets _outlets = Outlets.Of(data);
    private readonly LanguageGuess _languages = LanguageGuess.Of(data);

    /// <summary>The report, or the problem that it has no story.</summary>
    public (Report? Report, Problem? Problem) Finish(ReportDraft draft)
    {
        StringBuilder text = new();
        List<Paragraph> paragraphs = [];
        foreach (PageLine line in draft.Lines)
        {
            if (!line.Kept)
                continue;
            if (text.Length > 0)
                text.Append("\n\n");
            paragraphs.Add(new Paragraph(new TextSpan(text.Length, line.Text.Length), line.Kind));
            text.Append(line.Text);
        }
        string clean = text.ToString();
        if (!paragraphs.Exists(p => p.Kind != ParagraphKind.Heading && p.Span.Of(clean).Any(char.IsLetter)))
            return (null, ReadProblems.NoStory(draft.Path));
        string language = (draft.AnyLanguage ? null : _languages.OtherThanEnglish(clean, draft.LanguageHint)) ?? "en";

        List<Credit> credits = [];
        TextSpan? dateline = ReadDateline(draft, clean, paragraphs, credits);
        AddTrailingCredits(clean, paragraphs, credits);
        credits.AddRange(draft.CutCredits.Where(cut => !credits.Exists(credit => credit.Agency == cut.Agency)));
        draft.Outlet ??= _outlets.OfAddress(draft.Url);
        string? published = draft.Published.Date?.ToString();
        return (new Report
        {
            Id = StableHash.Id("r", draft.Outlet, draft.Url, draft.Title, published, clean),
            Path = draft.Path,
            Url = draft.Url,
            Outlet = draft.Outlet,
            Title = draft.Title,
            Subtitle = draft.Subtitle,
            Bylines = draft.Bylines,
            Language = language,
            Published = draft.Published,
            Modified = draft.Modified,
            Credits = credits,
            Dateline = dateline,
            Text = clean,
            Paragraphs = paragraphs,
            Cuts = Cuts(draft.Lines),
            Sha256 = StableHash.Sha256(clean),
            BytesSha256 = draft.BytesSha256,
            Words = CharacterCleaning.CountWords(clean),
        }, null);
    }

    private TextSpan? ReadDateline(ReportDraft draft, string text, List<Paragraph> paragraphs, List<Credit> credits)
    {
        int at = paragraphs.FindIndex(p => p.Kind is ParagraphKind.Body);
        if (at < 0)
            return null;
        Paragraph first = paragraphs[at];
        if (_datelines.Read(first.Span.Of(text)) is not { } reading)
            return null;
        TextSpan span = new(first.Span.Start, reading.Length);
        foreach ((string agency, TextSpan place) in reading.Agencies)
        {
            if (!credits.Exists(credit => credit.Agency == agency))
                credits.Add(new Credit(agency, span.Of(text), new TextSpan(span.Start + place.Start, place.Length)));
            draft.Outlet ??= _outlets.Named(agency) ?? (agency is "agencies" ? null : agency);
        }
        if (draft.Published.Date is null && reading.Date is { } day)
            draft.Published = new Publication(EdtfDate.Day(day), PublicationBasis.Dateline, reading.DateWords);
        return span;
    }

    /// <summary>"(AFP)", "— AP" or "Reuters contributed to this report" at the end of one of the last paragraphs.</summary>
    private void AddTrailingCredits(string text, List<Paragraph> paragraphs, List<Credit> credits)
    {
        for (int i = Math.Max(0, paragraphs.Count - 3); i < paragraphs.Count; i++)
        {
            TextSpan span = paragraphs[i].Span;
            string paragraph = span.Of(text);
            string end = paragraph.TrimEnd(' ', '.');
            int from = end.EndsWith(')') ? end.LastIndexOf('(') + 1
                : end.EndsWith(']') ? end.LastIndexOf('[') + 1
                : end.LastIndexOfAny(['\u2014', '\u2013', '-']) + 1;
            if (from > 0 && end.Length - from <= 60)
                Add(from, end[from..].TrimEnd(')', ']'), whole: true);
            int contributed = paragraph.LastIndexOf(" contributed to th", StringComparison.OrdinalIgnoreCase);
            if (contributed > 0)
            {
                int start = paragraph.LastIndexOf(". ", contributed, StringComparison.Ordinal) + 1;
                Add(start, paragraph[start..contributed], whole: false);
            }

            void Add(int start, string words, bool whole)
            {
                if (whole && _agencies.OnlyAgencies(words).Count == 0)
                    return;
                foreach ((string agency, TextSpan at) in _agencies.In(words))
                {
                    if (!credits.Exists(credit => credit.Agency == agency))
                        credits.Add(new Credit(agency, words.Trim(), new TextSpan(span.Start + start + at.Start, at.Length)));
                }
            }
        }
    }

    private static List<Cut> Cuts(List<PageLine> lines)
    {
        List<Cut> cuts = [];
        foreach (PageLine line in lines)
        {
            if (line.Cut is { } reason)
                cuts.Add(new Cut(line.Text.Length > LongestCut ? line.Text[..LongestCut] + "\u2026" : line.Text, reason));
        }
        return cuts;
    }
}
