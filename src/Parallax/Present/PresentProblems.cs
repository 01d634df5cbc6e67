using System.Globalization;
using Parallax.Assess;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>The problems of Present, PX5xxx; each is documented in docs/reference/problems.md.</summary>
internal static class PresentProblems
{
    private const string MakeAgain = "Write it again with `parallax brief INPUT --json FILE`.";

    public static Problem TooLarge(string given, long bytes, long most) => new(
        "PX5001", given, Invariant($"The file has {bytes} bytes; at most {most} are read."), "Split the input and brief the parts.");

    public static Problem NotJson(string given, string where) => new(
        "PX5002", given, $"This is not JSON ({where}).", "Give the file that `parallax brief INPUT --json FILE` wrote.");

    public static Problem NoSchema(string given) => new(
        "PX5003", given, "There is no `schema` field, so this is not a situation.", "Give the file that `parallax brief INPUT --json FILE` wrote.");

    public static Problem OtherSchema(string given, string schema, string expected) => new(
        "PX5004", given, $"The schema is '{Short(schema)}'; this version reads '{expected}'.", "Use the version of Parallax that wrote the file, or brief the input again.");

    public static Problem NotSituation(string given, string where) => new(
        "PX5005", given, $"A field of the contract is missing or has another shape ({where}).", MakeAgain);

    public static Problem NotOpened(string given, string why) => new(
        "PX5006", given, $"The file cannot be opened: {why}", "Give the file that `parallax brief INPUT --json FILE` wrote.");

    public static Problem NoFolder(string given) => new(
        "PX5007", given, "There is no such folder or file.", "Give the folder or the file that was briefed after --reports.");

    public static Problem DuplicateId(string given, string id) => new(
        "PX5010", given, $"The id '{Short(id)}' is used twice.", MakeAgain);

    public static Problem UnknownId(string given, string field, string id, string kind) => new(
        "PX5011", given, $"`{field}` names {kind} '{Short(id)}', which is not in the file.", MakeAgain);

    public static Problem WrongEvidenceId(string given, string expected) => new(
        "PX5012", given, $"The id does not follow from report and span; it should be '{expected}'.", "The entry was changed after it was written. " + MakeAgain);

    public static Problem OutsideText(string given, string report, int start, int end, int length) => new(
        "PX5020", given, Invariant($"The span {start}-{end} does not lie in the text of report {Short(report)}, which has {length} characters."), MakeAgain);

    public static Problem WrongWords(string given, string field, string difference) => new(
        "PX5021", given, $"`{field}` is not what stands in the text: {difference}.", "The text or the evidence was changed after it was written. Do not rely on this line.");

    public static Problem SplitCharacter(string given, int position) => new(
        "PX5022", given, Invariant($"The span cuts the character at position {position} in half."), MakeAgain);

    public static Problem NoEvidence(string given) => new(
        "PX5023", given, "It has no evidence, and nothing may be asserted without.", MakeAgain);

    public static Problem OtherReport(string given, string evidence, string expected, string found) => new(
        "PX5024", given, $"Its evidence {Short(evidence)} stands in report {Short(found)}, but it names report {Short(expected)}.", MakeAgain);

    public static Problem UnprovenReport(string given, string report) => new(
        "PX5025", given, $"It lists report {Short(report)}, but none of its evidence stands there.", MakeAgain);

    public static Problem WrongTextHash(string given, string expected, string found) => new(
        "PX5030", given, $"The text has SHA-256 {found}, but `sha256` is {Short(expected)}.", "The text was changed after it was written. Do not rely on this report.");

    public static Problem WrongWordCount(string given, int expected, int found) => new(
        "PX5031", given, Invariant($"The text has {found} words, but `words` is {expected}."), MakeAgain);

    public static Problem WrongOrder(string given, string what) => new(
        "PX5040", given, $"{what}; low ≤ best ≤ high must hold.", MakeAgain);

    public static Problem UnsupportedBound(string given, string field, decimal value) => new(
        "PX5041", given, Invariant($"`{field}` is {value}, which no reading in use supports."), MakeAgain);

    public static Problem WrongOriginCount(string given, int origins, int reports) => new(
        "PX5042", given, Invariant($"It counts {origins} origins from {reports} reports; there must be at least one and no more than the reports."), MakeAgain);

    public static Problem NotEdtf(string given, string edtf) => new(
        "PX5043", given, $"'{Short(edtf)}' is not a date the contract writes.", MakeAgain);

    public static Problem OutsideFolder(string given, string path) => new(
        "PX5050", given, $"The path '{Short(path)}' leads out of the folder, so it is not opened.", "Give the folder that was briefed; do not trust this file.");

    public static Problem NoFile(string given, string path, string folder) => new(
        "PX5051", given, $"There is no '{Short(path)}' in '{folder}'.", "Give the folder or the parent of the file that was briefed.");

    public const string NotReadAgainCode = "PX5052";

    public static Problem NotReadAgain(string given, string why) => new(
        NotReadAgainCode, given, $"The file could not be read again: {why}", "Give the files as they were when briefed.");

    public static Problem WrongBytes(string given, string expected, string found) => new(
        "PX5053", given, $"The file has SHA-256 {found}, but `bytesSha256` is {Short(expected)}.", "The file was changed after it was briefed.");

    public static Problem OtherText(string given, string difference) => new(
        "PX5054", given, $"Reading the file again gives another text: {difference}.", "The file was changed, or another version of Parallax wrote the situation; compare `generator`.");

    public static Problem NotOnDisk(string given, string path) => new(
        "PX5055", given, $"It came from '{Short(path)}', which is no file, so it was checked against its own text only.", "Save the page and brief the file to have it checked.", IsNotice: true);

    public static Problem MadeOtherwise(string given, string difference) => new(
        "PX5056", given, $"The reports, read again, do not make this: {difference}.", "The entry was changed after it was written. Do not rely on it. " + MakeAgain);

    public static Problem OtherGenerator(Generator given, Generator made) => new(
        "PX5057", "generator", $"It was made by {Short(given.Name)} {Short(given.Version)} with data {Short(given.Data)}; this is {made.Name} {made.Version} with data {made.Data}, so what the reports make of it was not compared.",
        "Use the version that wrote the file to have every entry made again.", IsNotice: true);

    /// <summary>Text from a file that may be hostile, fit for one line of a terminal.</summary>
    public static string Short(string text)
    {
        string cut = text.Length > 80 ? text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)] + "…" : text;
        return TerminalText.Clean(cut);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
