using System.Text.RegularExpressions;

namespace Parallax.Read;

/// <summary>
/// What publishing programs and outlets print behind a story to say where it comes from: "The post TITLE appeared first on SITE.", "Continue reading TITLE",
/// "This article was originally published on SITE."
/// </summary>
internal static class OriginNotes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;
    private const int LongestNote = 400;
    private const int LongestTail = 600;
    private const int LongestSite = 100;

    private static readonly Regex Post = new(@"^the post\s(?<title>.+)\s(?:appeared first|first appeared)\son\s(?<site>.+)$", Options);

    // The verb follows the noun at once: "this article describes how the virus first appeared in …" is a sentence of a story.
    private static readonly Regex Note = new(
        @"^[(\[*_\s]*(?:(?:this|the above) (?:article|story|post|report|piece|essay|column|op-ed|interview|item|analysis|commentary|text)(?: was| has)?(?: been)? )?(?:originally published|first published|published first|published originally"
        + @"|originally appeared|first appeared|appeared first|appeared originally|originally posted|first posted|republished|reprinted)(?: here)? (?:on|in|at|by|from)(?: the website of)?\s(?<site>.+)$", Options);

    private static readonly Regex Behind = new(@"^(?<site>.*?)(?:\.\s|[,;:()\[\]|]|\s(?:and|under|with|as|here|before)\s|\son\s).*$", Options);

    /// <summary>The site that a line says the story comes from; null where it says no such thing.</summary>
    public static string? Site(string line) => line.Length > LongestNote || Note.Match(line) is not { Success: true } note ? null : Name(note.Groups["site"].Value);

    /// <summary>The site of a line "The post TITLE appeared first on SITE."; null where it is none, or names another title.</summary>
    public static string? PostedOn(string line, string? title)
    {
        if (line.Length > LongestTail || Post.Match(line) is not { Success: true } post)
            return null;
        string site = post.Groups["site"].Value.Trim();
        return site.Length <= LongestSite && !site.Contains(". ", StringComparison.Ordinal) && (title is null || Same(post.Groups["title"].Value, title)) ? Name(site) : null;
    }

    /// <summary>Whether a line is "Continue reading" and the story's own title.</summary>
    public static bool GoesOn(string line, string title) => line.Length <= LongestNote && line.StartsWith("Continue reading ", StringComparison.OrdinalIgnoreCase) && Same(line["Continue reading ".Length..], title);

    /// <summary>Where such a tail begins at the end of <paramref name="text"/>; its length where there is none. Without a title any will do.</summary>
    public static int TailStart(string text, string? title)
    {
        int from = Math.Max(0, text.Length - LongestTail), start = text.Length;
        int post = text.LastIndexOf("The post ", StringComparison.Ordinal);
        if (post >= from && PostedOn(text[post..], title) is not null)
            start = post;
        int more = text.AsSpan(0, start).LastIndexOf("Continue reading ", StringComparison.OrdinalIgnoreCase);
        if (more >= from && (title is null ? start - more <= LongestNote && !text[more..start].Contains(". ", StringComparison.Ordinal) : GoesOn(text[more..start], title)))
            start = more;
        return start;
    }

    private static bool Same(string words, string title) => PageHeadline.Letters(words) is { Length: > 0 } letters && letters == PageHeadline.Letters(title);

    private static string Name(string rest)
    {
        string name = Behind.Match(rest + " ") is { Success: true } cut ? cut.Groups["site"].Value : rest;
        name = name.Trim(' ', '.', '"', '\u201C', '\u201D', '\'', '*', '_', ')', ']');
        return name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
    }
}
