using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Parallax.DataBuilder;

/// <summary>Lists the hand-written lexicons from their headers, so that the card cannot say something else than the files.</summary>
internal static partial class LexiconCard
{
    public const string Output = "cards/lexicons.md";

    /// <summary>The card of the lexicons below <paramref name="data"/>; those that a recipe builds have cards of their own.</summary>
    public static string Of(string data)
    {
        HashSet<string> built = new(Recipe.All.SelectMany(recipe => recipe.Outputs), StringComparer.Ordinal);
        StringBuilder card = new(
            "# Lexicons\n\nThe hand-written lexicons in `data/lexicons`: reviewed by reading, not by training. There is nothing to rebuild; the header of each file is its card,\n" +
            "and this list is made from the headers by `dotnet run --project tools/Parallax.DataBuilder -- cards`. Built tables have cards of their own ([lemmatizer](lemmatizer.md)).\n\n" +
            "| lexicon | what | rows | origin and licence | known faults |\n|---|---|---|---|---|\n");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(data, "lexicons"), "*.tsv").Order(StringComparer.Ordinal))
        {
            if (built.Contains("lexicons/" + Path.GetFileName(file)))
                continue;
            string[] lines = File.ReadAllText(file).Split('\n');
            string header = string.Join(' ', lines.Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#').Trim()));
            int rows = lines.Count(line => line.Length > 0 && line[0] != '#');
            card.Append(CultureInfo.InvariantCulture,
                $"| {Path.GetFileNameWithoutExtension(file)} | {Cell(header[..Start(header, "Origin:")])} | {rows} | {Cell(Part(header, "Origin:", "Columns:"))} | {Cell(Part(header, "Known problems:", ""))} |\n");
        }
        return card.ToString();
    }

    private static int Start(string header, string label) =>
        header.IndexOf(label, StringComparison.Ordinal) is >= 0 and int at ? at : header.Length;

    private static string Part(string header, string label, string end)
    {
        int from = Math.Min(header.Length, Start(header, label) + label.Length);
        int to = end.Length == 0 ? header.Length : Math.Max(from, Start(header, end));
        return header[from..to];
    }

    private static string Cell(string text) => Blanks().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
