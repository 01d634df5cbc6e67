using System.Globalization;
using NodaTime;
using Parallax.Read;

namespace Parallax.Bench;

/// <summary>
/// Invented crises without end, the same for the same seed: each has a town, people, a clash, a rising toll and a plan of its own, told by eight reports
/// over four days; two crises begin each day.
/// </summary>
internal static class GeneratedCrises
{
    /// <summary>How many reports tell of one crisis.</summary>
    public const int ReportsEach = 8;

    private const int CrisesADay = 2;
    private static readonly LocalDate s_first = new(1931, 1, 4);
    private static readonly string[] s_onsets = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kr", "st", "tr", "sk"];
    private static readonly string[] s_vowels = ["a", "e", "i", "o", "u", "ai", "eo"];
    private static readonly string[] s_codas = ["n", "r", "l", "k", "m", "sk", "nd", "v"];
    private static readonly string[] s_outlets = ["Harbour Post", "Valley Courier", "Northern Wire", "Evening Ledger", "Radio Meridian", "Coast Monitor", "Union Gazette", "Star of the Plain"];
    private static readonly string[] s_sides = ["dock workers", "farmers", "students", "miners", "bus drivers", "teachers"];
    private static readonly string[] s_sites = ["the old bridge", "the town hall", "the bus depot", "the grain market", "the ring road", "the customs house"];

    /// <summary>Report number <paramref name="number"/> of the stream.</summary>
    public static Report Report(int number)
    {
        int crisis = number / ReportsEach, part = number % ReportsEach;
        FuzzDice dice = FuzzDice.Of(1, crisis);
        string town = Name(dice), chief = Name(dice) + " " + Name(dice), mayor = Name(dice) + " " + Name(dice), party = Name(dice);
        string side = dice.Pick<string>(s_sides), site = dice.Pick<string>(s_sites);
        int hurt = 5 + dice.Below(30), held = 3 + dice.Below(20), crowd = 100 * (2 + dice.Below(60));
        LocalDate start = s_first.PlusDays(crisis / CrisesADay), published = start.PlusDays(part / 2);
        string day = start.DayOfWeek.ToString(), meeting = start.PlusDays(3).DayOfWeek.ToString();
        int toll = hurt + (part * 2);
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"Police clashed with {side} at {site} in {town} on {day}, and {toll} people were injured, hospital officials said."),
            string.Create(CultureInfo.InvariantCulture, $"Police chief {chief} said that {held} {side} had been arrested in {town}."),
            string.Create(CultureInfo.InvariantCulture, $"About {crowd} {side} marched through {town} against the {party} government."),
            string.Create(CultureInfo.InvariantCulture, $"\u201cWe will not leave {town} before our demands are met,\u201d said {mayor}, who leads the {side}."),
            string.Create(CultureInfo.InvariantCulture, $"The mayor of {town} will meet the {side} on {meeting}, the {party} ministry said."),
            string.Create(CultureInfo.InvariantCulture, $"{chief} denied that his men had fired shots at {site}."),
        ];
        string text = string.Join("\n\n", Enumerable.Range(0, 4).Select(i => lines[(i + part) % lines.Length]));
        return Stages.ReportOf(text, published, $"{Capital(side)} and police clash in {town}") with { Outlet = s_outlets[part] };
    }

    private static string Name(FuzzDice dice) => Capital(dice.Pick<string>(s_onsets) + dice.Pick<string>(s_vowels) + dice.Pick<string>(s_onsets) + dice.Pick<string>(s_vowels) + dice.Pick<string>(s_onsets) + dice.Pick<string>(s_vowels) + dice.Pick<string>(s_codas));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
