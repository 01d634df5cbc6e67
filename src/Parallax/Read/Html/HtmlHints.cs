using System.Collections.Concurrent;
using System.Text;
using AngleSharp.Dom;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>What the tag, class and id of an element say about its content.</summary>
/// <param name="Reason">Why it looks like furniture; null where nothing says so.</param>
/// <param name="Story">It calls itself the story's text.</param>
/// <param name="Lead">It calls itself the paragraph that leads the story.</param>
/// <param name="IsTag">The tag or role says so, not a name.</param>
internal readonly record struct NameMark(CutReason? Reason, bool Story, bool Lead, bool IsTag = false);

/// <summary>Reads the marks of elements from their tags, classes and ids.</summary>
internal sealed class HtmlHints
{
    private const int MostWords = 3;
    private const int MostCharacters = 400;

    private static readonly ConcurrentDictionary<LexiconTable, HtmlHints> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, NameMark> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameMark>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private HtmlHints(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
            _names[row[0]] = row[1] switch
            {
                "story" => new NameMark(null, true, false),
                "lead" => new NameMark(null, false, true),
                "Teaser-or-lead" => new NameMark(CutReason.Teaser, false, true),
                _ => new NameMark(Enum.Parse<CutReason>(row[1]), false, false),
            };
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The hints of <paramref name="data"/>.</summary>
    public static HtmlHints Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-hints"), table => new HtmlHints(table));

    /// <summary>The mark of an element; <paramref name="known"/> holds the class names already read on the same page.</summary>
    public NameMark Of(IElement element, Dictionary<string, NameMark> known)
    {
        CutReason? byTag = element.LocalName switch
        {
            "nav" or "menu" or "footer" or "dialog" => CutReason.Navigation,
            "aside" => CutReason.Teaser,
            "figure" or "figcaption" or "picture" or "video" or "audio" or "caption" => CutReason.Caption,
            "address" => CutReason.Byline,
            "form" => FormReason(element),
            _ => null,
        };
        if (byTag is not null)
            return new NameMark(byTag, false, false, true);
        CutReason? byRole = element.GetAttribute("role")?.ToLowerInvariant() switch
        {
            "navigation" or "search" or "menu" or "menubar" or "dialog" or "alertdialog" or "contentinfo" => CutReason.Navigation,
            "complementary" => CutReason.Teaser,
            _ => null,
        };
        if (byRole is not null)
            return new NameMark(byRole, false, false, true);
        bool body = string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase);
        NameMark byClass = OfNames(element.ClassName, known), byId = element.LocalName is ['h', >= '1' and <= '6'] or "p" ? default : OfNames(element.Id, known);
        return new NameMark(byClass.Reason ?? byId.Reason, body || byClass.Story || byId.Story, byClass.Lead || byId.Lead);
    }

    /// <summary>Whether a form asks readers to choose an answer.</summary>
    public static bool IsPoll(IElement form) => form.LocalName == "form" && form.QuerySelectorAll("input[type=radio]").Length > 1;

    /// <summary>A form with a field for longer text takes comments, one for an address of mail takes subscribers.</summary>
    private static CutReason FormReason(IElement form) =>
        form.QuerySelector("textarea") is not null ? CutReason.CommentForm
        : form.QuerySelector("input[type=email]") is not null ? CutReason.Subscription : CutReason.Navigation;

    private NameMark OfNames(string? attribute, Dictionary<string, NameMark> known)
    {
        if (string.IsNullOrEmpty(attribute))
            return default;
        if (!known.TryGetValue(attribute, out NameMark mark))
            known[attribute] = mark = Read(attribute.Length > MostCharacters ? attribute[..MostCharacters] : attribute);
        return mark;
    }

    /// <summary>Whether the element is not shown.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        string? style = element.GetAttribute("style");
        return style is { Length: < 2000 } && style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words and runs of words of names, joined by hyphens: <c>c-article__relatedLinks</c> gives <c>related-links</c> among others.</summary>
    private NameMark Read(string names)
    {
        NameMark read = default;
        foreach (string name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            (string joined, List<(int Start, int End)> words) = Words(name);
            int known = Own(joined, words);
            // Longer names first: "article-body" says more than "body".
            for (int length = Math.Min(MostWords, known); length > 0; length--)
            {
                for (int i = 0; i + length <= known; i++)
                {
                    if (_lookup.TryGetValue(joined.AsSpan(words[i].Start, words[i + length - 1].End - words[i].Start), out NameMark mark))
                        read = new NameMark(read.Reason ?? mark.Reason, read.Story || mark.Story, read.Lead || mark.Lead);
                }
            }
        }
        return read;
    }

    /// <summary>
    /// How many words of a name speak of the part itself: "main-with-sidebar" and "no-comments" speak of other parts behind "with" and "no",
    /// "category-cookies" and "tag-related" of the story's subject.
    /// </summary>
    private int Own(string joined, List<(int Start, int End)> words)
    {
        for (int i = 0; i + 1 < words.Count; i++)
        {
            ReadOnlySpan<char> word = joined.AsSpan(words[i].Start, words[i].End - words[i].Start);
            if (word is "has" or "no" or "without" or "with" or "hide" || (i == 0 && word is "category" or "tag" or "cat" or "type" or "status" or "format" && !_names.ContainsKey(joined)))
                return i;
        }
        return words.Count;
    }

    private static (string Joined, List<(int Start, int End)> Words) Words(string name)
    {
        StringBuilder joined = new(name.Length + 4);
        List<(int, int)> words = [];
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool separator = i == name.Length || !char.IsAsciiLetterOrDigit(name[i]);
            bool hump = i < name.Length && i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (!separator && !hump)
                continue;
            if (i > start)
            {
                if (joined.Length > 0)
                    joined.Append('-');
                words.Add((joined.Length, joined.Length + i - start));
                for (int c = start; c < i; c++)
                    joined.Append(char.ToLowerInvariant(name[c]));
            }
            start = separator ? i + 1 : i;
        }
        return (joined.ToString(), words);
    }
}
