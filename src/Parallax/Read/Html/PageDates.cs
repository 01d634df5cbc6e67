using System.Buffers;
using AngleSharp.Dom;
using NodaTime;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>What a page says about when it was published: all candidates, each with its place.</summary>
/// <param name="Published">Candidates for the day of publication.</param>
/// <param name="Changed">Candidates for the day of the last change.</param>
internal sealed record DateCandidates(IReadOnlyList<DateCandidate> Published, IReadOnlyList<DateCandidate> Changed);

/// <summary>Collects the dates of a page. The rules are in docs/reference/publication-dates.md.</summary>
internal sealed partial class PageDates
{
    private static readonly SearchValues<string> ScriptFields = SearchValues.Create(
        ["datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "publication_date", "publishedDate", "published_date", "datePublication", "published_time", "publishTime",
         "publishedTime", "date_published", "firstPublish", "first_publish", "pubDate", "pub_date", "pubdate", "publishedOn", "published_on", "article_date"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] PublishedNames =
    [
        "published_time", "publishedtime", "published-time", "datepublished", "date_published", "date-published", "publish_date", "publish-date", "publishdate", "publishtime", "publish-time", "publish_time", "pubdate",
        "pub-date", "pub_date", "publication_date", "publication-date", "publicationdate", "published-date", "published_date", "publisheddate", "published_at", "published-at", "date.issued", "terms.issued", "terms.created",
        "date.created", "dc.created", "datecreated", "citation_date", "citation_online_date", "date_original", "sailthru.date", "article.published", "article.publication", "article-published",
        "article.post_date", "dateposted", "postdate", "publicationdatum", "publication_time", "firstpublished",
    ];

    private static readonly string[] ChangedNames = ["modif", "updat", "lastmod", "revis", "last-mod", "last_mod", "changed"];

    private static readonly HashSet<string> WeakNames = new(StringComparer.Ordinal)
    {
        "date", "dc.date", "dc.terms.date", "created", "creation_date", "creation-date", "timestamp", "release_date", "displaydate", "doc_date", "article-date", "article_date", "article.date", "eprints.date", "published",
        "publish", "issued", "posted", "video.release_date", "datum", "ptime", "pdate", "article.created", "og.date", "og.article.date", "search.date", "time", "pagedate",
        "uploaddate", "datedisplay", "news_date",
    };

    private readonly MonthNames _months;
    private readonly DateMarks _marks;
    private readonly DateLabels _labels;

    private PageDates(LanguageData data) => (_months, _marks, _labels) = (MonthNames.Of(data), DateMarks.Of(data), DateLabels.Of(data));

    /// <summary>The collector with the lexicons of <paramref name="data"/>.</summary>
    public static PageDates Of(LanguageData data) => new(data);

    /// <summary>What a page says about its dates.</summary>
    public DateCandidates Collect(PageWalk? walk, PageHeading? headline, HtmlMetadata metadata, string? address)
    {
        Collected found = new(metadata.Language);
        TakeLinked(found, metadata);
        foreach ((string name, string value) in metadata.Metas)
            TakeMeta(found, name, value);
        if (address is not null)
            TakeAddress(found, address);
        foreach (string script in metadata.Scripts)
            TakeScript(found, script);
        if (walk is not null)
            TakePrinted(found, walk, headline);
        return new DateCandidates(found.Published, found.Changed);
    }

    /// <summary>What has been collected. Mutable, private to one reading.</summary>
    private sealed class Collected(string? language)
    {
        public string? Language { get; } = language;

        public List<DateCandidate> Published { get; } = [];

        /// <summary>The marks of elements that have been looked at.</summary>
        public Dictionary<IElement, DateMark> Marks { get; } = [];

        public List<DateCandidate> Changed { get; } = [];

        private readonly Dictionary<DatePlace, int> _counts = [];

        /// <summary>Keeps a candidate, unless its place has given as many as are looked at.</summary>
        public void Add(bool changed, DateCandidate candidate)
        {
            if ((_counts[candidate.Place] = _counts.GetValueOrDefault(candidate.Place) + 1) <= MostOfAPlace)
                (changed ? Changed : Published).Add(candidate);
        }
    }

    // What a page says more often than this, in one way, it says of something else.
    private const int MostOfAPlace = 200;

    private bool Add(Collected found, DatePlace place, string? value, bool changed = false)
    {
        if (DateStamp.Parse(value, _months, found.Language) is not { Day.Year: >= 1990 and < 2100 } stamp)
            return false;
        found.Add(changed, new DateCandidate(place, stamp.Day, stamp.Other, CharacterCleaning.Fold(value!)) { UtcMinute = stamp.IsUtc ? stamp.Minute : null, LocalMinute = stamp.IsUtc ? null : stamp.Minute });
        return true;
    }

    private void TakeLinked(Collected found, HtmlMetadata metadata)
    {
        LinkedArticle? own = metadata.Article;
        if (own is not null)
        {
            if (!Add(found, DatePlace.LinkedArticle, own.Published))
                Add(found, DatePlace.LinkedArticle, own.Created);
            Add(found, DatePlace.Changed, own.Modified, changed: true);
        }
        foreach (LinkedArticle page in metadata.LinkedPages)
        {
            if (!Add(found, DatePlace.LinkedPage, page.Published))
                Add(found, DatePlace.LinkedRecording, page.Created);
            Add(found, DatePlace.Changed, page.Modified, changed: true);
        }
    }

    private void TakeMeta(Collected found, string name, string value)
    {
        name = name.Replace(':', '.').Replace("dcterms", "dc.terms", StringComparison.Ordinal);
        if (name.Contains("expir", StringComparison.Ordinal) || name.Contains("event", StringComparison.Ordinal))
            return;
        if (Array.Exists(ChangedNames, part => name.Contains(part, StringComparison.Ordinal)))
            Add(found, DatePlace.Changed, value, changed: true);
        else if (Array.Exists(PublishedNames, part => name.Contains(part, StringComparison.Ordinal)))
            Add(found, DatePlace.Meta, value);
        else if (WeakNames.Contains(name))
            Add(found, DatePlace.WeakMeta, value);
    }

    /// <summary>"datePublished":"2023-05-26T…" in the data that a page hands its scripts, whatever it calls them.</summary>
    private void TakeScript(Collected found, string script)
    {
        ReadOnlySpan<char> rest = script;
        for (int taken = 0; taken < 40; taken++)
        {
            int at = rest.IndexOfAny(ScriptFields);
            if (at < 0)
                return;
            rest = rest[at..];
            // Behind the field's name: quotes, a colon or equals sign, then the value.
            int i = 0;
            while (i < rest.Length && (char.IsAsciiLetter(rest[i]) || rest[i] == '_'))
                i++;
            int mark = i;
            while (i < rest.Length && i - mark < 12 && rest[i] is '"' or '\'' or '\\' or ':' or '=' or ' ' or ',')
                i++;
            bool assigned = rest[mark..i].ContainsAny(':', '=', ',');
            int start = i;
            while (i < rest.Length && i - start < 40 && (char.IsAsciiLetterOrDigit(rest[i]) || rest[i] is '-' or ':' or '.' or '+' or '/' or ' ' or ','))
                i++;
            if (assigned && i - start >= 8)
                Add(found, DatePlace.Script, rest[start..i].ToString().TrimEnd(' ', ',', ':'));
            rest = rest[Math.Max(i, 1)..];
        }
    }

    private static void TakeAddress(Collected found, string address)
    {
        foreach ((LocalDate day, string words, bool whole) in AddressDates.Find(address))
            found.Published.Add(new DateCandidate(whole ? DatePlace.Address : DatePlace.WeakAddress, day, null, words));
    }
}
