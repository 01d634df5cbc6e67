using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Read;

/// <summary>Tells picture captions and photo credits from story text.</summary>
internal sealed class Captions
{
    private const int LongestCaption = 700;
    private const int LongestCredit = 90;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    // "Jane Doe/AP", "REUTERS/John Smith", "AP Photo/Ann Other", "Jo Bloggs for The Daily News": what stands in or instead of the bracket.
    private static readonly Regex Cue = new(
        @"\bin this (?:[a-z]+ ){0,3}(?:photo|photograph|image|picture|frame grab|screengrab|screen grab|still|handout)\b|\((?:file|file photo|file image|file picture|archive|archive photo|handout)\)"
        + @"|^(?:a |an )?(?:file|undated|handout|archive) (?:photo|photograph|image|picture) (?:of|shows|from|dated)\b|\b(?:photo|image|picture) (?:taken|released|provided|shared|made available) (?:on|by)\b",
        Options | RegexOptions.IgnoreCase);

    private static readonly Regex TailCredit = new(
        @"(?:^|[.!?)""\u201D\u2019\s])(?:Copyright|COPYRIGHT|\u00A9|Photo(?:graph)?s?\s?:|PHOTO\s?:|Photo(?:graph)? by|Photo credit|Image(?: credit)?\s?:|Picture(?: credit)?\s?:|Credit\s?:|Photographer\s?:|Pic\s?:)\s*(?<who>[^.]{1,60})$",
        Options);

    private static readonly ConcurrentDictionary<LanguageData, Captions> Loaded = new(ReferenceEqualityComparer.Instance);

    private readonly Agencies _agencies;
    private readonly HashSet<string> _photoWords;

    private Captions(LanguageData data) => (_agencies, _photoWords) = (Agencies.Of(data), data.Lexicon("read-photowords").FirstColumn());

    /// <summary>The caption rules with the agencies of <paramref name="data"/>.</summary>
    public static Captions Of(LanguageData data) => Loaded.GetOrAdd(data, d => new Captions(d));

    /// <summary>Whether the line carries a photo credit or the words of a caption.</summary>
    public bool IsCaption(string line)
    {
        if (line.Length is 0 or > LongestCaption)
            return false;
        return EndsInPhotoBracket(line) || Cue.IsMatch(line) || IsBarePhotoCredit(line) || EndsInTailCredit(line);
    }

    /// <summary>Whether a line printed twice in succession reads like a caption: it dates or points at a picture.</summary>
    public static bool ReadsLikeCaption(PageLine line) =>
        line.Text.Length <= LongestCaption && (!line.EndsSentence || PrintedDates.Find(line.Text).Count > 0);

    /// <summary>Whether <paramref name="rest"/>, what follows a repeated text, is no more than a credit.</summary>
    public bool IsCreditOnly(string rest)
    {
        string text = rest.Trim(' ', '.', '-', '\u2013', '|', '(', ')', '[', ']');
        return text.Length == 0 || (text.Length <= LongestCredit && (EndsInTailCredit(text) || IsPhotoCredit(text)));
    }

    private bool EndsInPhotoBracket(string line)
    {
        string text = line.TrimEnd(' ', '.', '"', '\u201D');
        if (text.Length < 3 || text[^1] is not (')' or ']'))
            return false;
        char close = text[^1];
        int open = text.LastIndexOf(close == ')' ? '(' : '[');
        if (open < 0 || text.Length - open > LongestCredit + 40)
            return false;
        string inside = text[(open + 1)..^1].Trim();
        // "(AFP)" alone after a paragraph credits the text, not a picture.
        return _agencies.OnlyAgencies(inside).Count == 0 && IsPhotoCredit(inside);
    }

    /// <summary>Whether a short text names a photographer with an agency, or speaks of a picture.</summary>
    private bool IsPhotoCredit(string inside)
    {
        if (inside.Length is 0 or > LongestCredit + 40)
            return false;
        string folded = Folding.Fold(inside);
        if (_photoWords.Contains(folded.TrimEnd('.')))
            return true;
        string[] words = folded.Split([' ', ':', '/', ',', '|', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
        bool picture = words.Any(word => word is not ("file" or "pool" or "still" or "supplied" or "credit") && _photoWords.Contains(word));
        if (picture && words.Length <= 14)
            return true;
        bool slash = inside.Contains('/', StringComparison.Ordinal) || folded.StartsWith("via ", StringComparison.Ordinal)
            || folded.Contains(" via ", StringComparison.Ordinal);
        bool posted = words.Length > 0 && inside.Contains('/', StringComparison.Ordinal) && words[^1] is "facebook" or "twitter" or "telegram" or "instagram" or "youtube" or "x";
        return slash && words.Length <= 14 && (posted || _agencies.In(inside).Count > 0) && char.IsUpper(inside[0]);
    }

    /// <summary>Whether the whole line is a credit such as "Jane Doe/AFP via Getty Images".</summary>
    private bool IsBarePhotoCredit(string line) =>
        line.Length <= LongestCredit && line[^1] is not ('.' or '?' or '!' or ':') && line.AsSpan().Count(' ') <= 9
        && _agencies.OnlyAgencies(line).Count == 0 && !char.IsLower(line[0])
        && (line.Contains('/', StringComparison.Ordinal) || line.Contains("Getty", StringComparison.Ordinal) || line.Contains("via ", StringComparison.Ordinal))
        && IsPhotoCredit(line) && PrintedDates.Find(line).Count == 0;

    /// <summary>"… on alert. Copyright AFP": a credit behind the last sentence, naming an agency or a person rather than saying anything.</summary>
    private bool EndsInTailCredit(string line)
    {
        int from = Math.Max(0, line.Length - LongestCredit);
        Match match = TailCredit.Match(line[from..]);
        if (!match.Success)
            return false;
        string who = match.Groups["who"].Value.Trim();
        return who.Length > 0 && !who.Contains("rights reserved", StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(who[0])
            && (_agencies.In(who).Count > 0 || who.Split(' ').All(word => !char.IsLower(word[0])));
    }
}
