using System.Collections.Concurrent;
using AngleSharp.Dom;
using Parallax.Data;

namespace Parallax.Read;

/// <summary>What the tag, class and id of an element say about its content.</summary>
internal sealed class HtmlHints
{
    private const int MostWords = 3;
    private const int MostCharacters = 400;

    private static readonly ConcurrentDictionary<LexiconTable, HtmlHints> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, CutReason?> _names = new(StringComparer.Ordinal);

    private HtmlHints(LexiconTable table)
    {
        foreach (string[] row in table.Rows)
            _names[row[0]] = row[1] == "story" ? null : Enum.Parse<CutReason>(row[1]);
    }

    /// <summary>The hints of <paramref name="data"/>.</summary>
    public static HtmlHints Of(LanguageData data) => Loaded.GetOrAdd(data.Lexicon("read-hints"), table => new HtmlHints(table));

    /// <summary>Whether the element calls itself the story's text.</summary>
    public bool IsStory(IElement element) =>
        string.Equals(element.GetAttribute("itemprop"), "articleBody", StringComparison.OrdinalIgnoreCase)
        || Names(element).Any(name => _names.TryGetValue(name, out CutReason? reason) && reason is null);

    /// <summary>Why the element looks like furniture; null where nothing says so.</summary>
    public CutReason? Reason(IElement element)
    {
        CutReason? byTag = element.LocalName switch
        {
            "nav" or "menu" or "footer" or "dialog" => CutReason.Navigation,
            "aside" => CutReason.Teaser,
            "figure" or "figcaption" or "picture" or "video" or "audio" or "caption" => CutReason.Caption,
            "address" or "time" => CutReason.Byline,
            _ => null,
        };
        if (byTag is not null && element.LocalName is not "time")
            return byTag;
        CutReason? byRole = element.GetAttribute("role")?.ToLowerInvariant() switch
        {
            "navigation" or "search" or "menu" or "menubar" or "dialog" or "alertdialog" or "contentinfo" => CutReason.Navigation,
            "complementary" => CutReason.Teaser,
            _ => null,
        };
        if (byRole is not null)
            return byRole;
        foreach (string name in Names(element))
        {
            if (_names.TryGetValue(name, out CutReason? reason) && reason is not null)
                return reason;
        }
        return null;
    }

    /// <summary>Whether the element is not shown.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        string? style = element.GetAttribute("style");
        return style is { Length: < 2000 } && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The words and runs of words in class and id, joined by hyphens: <c>c-article__relatedLinks</c> gives <c>related-links</c> among others.</summary>
    private static IEnumerable<string> Names(IElement element)
    {
        foreach (string? attribute in (string?[])[element.ClassName, element.Id])
        {
            if (attribute is null or "")
                continue;
            string bounded = attribute.Length > MostCharacters ? attribute[..MostCharacters] : attribute;
            foreach (string name in bounded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                List<string> words = Words(name);
                // Longer names first: "article-body" says more than "body".
                for (int length = Math.Min(MostWords, words.Count); length > 0; length--)
                {
                    for (int i = 0; i + length <= words.Count; i++)
                        yield return string.Join('-', words.GetRange(i, length));
                }
            }
        }
    }

    private static List<string> Words(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool separator = i == name.Length || !char.IsAsciiLetterOrDigit(name[i]);
            bool hump = i < name.Length && i > start && char.IsAsciiLetterUpper(name[i]) && char.IsAsciiLetterLower(name[i - 1]);
            if (!separator && !hump)
                continue;
            if (i > start)
                words.Add(name[start..i].ToLowerInvariant());
            start = separator ? i + 1 : i;
        }
        return words;
    }
}
