using NodaTime;
using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

public class MucScorerTests
{
    private static MucTemplate Template(string type, string place, int day, string victim, string? by = null) => new()
    {
        Types = [type],
        Locations = [["PERU", place]],
        Dates = [new MucDays(new LocalDate(1990, 5, day), new LocalDate(1990, 5, day))],
        Individuals = by is null ? [] : [new MucFill([by])],
        Victims = [new MucFill([victim])],
    };

    private static Tally Sum(IReadOnlyList<MucTemplate> gold, IReadOnlyList<MucTemplate> found) =>
        MucScorer.Compare(gold, found).Aggregate(default(Tally), (sum, slot) => sum + slot);

    [Fact]
    public void Templates_are_paired_so_that_most_is_right_whatever_their_order()
    {
        MucTemplate mayor = Template("ATTACK", "Puno", 3, "mayor"), bank = Template("BOMBING", "Lima", 4, "clerk");
        Assert.Equal(new Tally(8, 8, 8), Sum([mayor, bank], [bank, mayor]));
        // Pairing the first with the first would give three right; the best pairing gives the second key template to it.
        MucTemplate mixed = Template("BOMBING", "Lima", 4, "mayor");
        Assert.Equal(new Tally(3, 4, 8), Sum([mayor, bank], [mixed]));
    }

    [Fact]
    public void The_best_sum_is_found_where_the_best_single_pair_is_wrong() =>
        Assert.Equal([1, 0], MucScorer.Pairs(new[,] { { 5, 4 }, { 4, 0 } }));

    [Fact]
    public void Every_fill_of_an_unpaired_template_counts_against_its_side()
    {
        MucTemplate one = Template("ATTACK", "Puno", 3, "mayor", "gunmen");
        Assert.Equal(new Tally(0, 5, 0), Sum([], [one]));
        Assert.Equal(new Tally(0, 0, 5), Sum([one], []));
    }

    [Theory]
    [InlineData("GUERRILLA COLUMN", "guerrilla column", true)]
    [InlineData("SIX JESUIT PRIESTS", "Jesuit priests", true)]
    [InlineData("HECTOR PONCE SALAS", "Ponce", true)]
    [InlineData("LEADER OF THE MINERS", "union leader", true)]
    [InlineData("NORTHERN FRONT [NF]", "NF", true)]
    [InlineData("PRIESTS", "policemen", false)]
    [InlineData("THE MAYOR", "the", false)]
    [InlineData("TWO MEN", "two women", false)]
    public void A_text_is_right_by_its_words_or_its_head(string gold, string found, bool right) => Assert.Equal(right, MucScorer.Same(gold, found));

    [Fact]
    public void A_place_is_right_when_one_holds_the_others_most_exact_name()
    {
        Assert.True(MucScorer.Fits(["PERU", "PUNO"], ["Peru", "Puno"]));
        Assert.True(MucScorer.Fits(["PERU", "PUNO"], ["Peru"]));
        Assert.True(MucScorer.Fits(["PERU"], ["Peru", "Puno"]));
        Assert.False(MucScorer.Fits(["PERU", "PUNO"], ["Peru", "Lima"]));
        Assert.False(MucScorer.Fits(["CHILE"], ["Peru", "Lima"]));
    }

    [Fact]
    public void A_day_is_right_inside_the_days_of_the_key_and_open_days_only_where_the_key_has_the_same()
    {
        MucDays range = Assert.Single(MucKey.Dates("31 DEC 89 - 02 JAN 90")), open = Assert.Single(MucKey.Dates("- 05 JAN 90"));
        LocalDate day = new(1990, 1, 1);
        Assert.True(MucScorer.Fits(range, new MucDays(day, day)));
        Assert.False(MucScorer.Fits(range, new MucDays(day, day.PlusDays(3))));
        Assert.True(MucScorer.Fits(open, new MucDays(null, new LocalDate(1990, 1, 5))));
        Assert.False(MucScorer.Fits(open, new MucDays(null, new LocalDate(1990, 1, 6))));
        Assert.False(MucScorer.Fits(range, new MucDays(null, new LocalDate(1990, 1, 2))));
        Assert.Equal(2, MucKey.Dates("(12 MAY 90) / (- 14 MAY 90)").Count);
    }

    [Fact]
    public void The_key_ties_titles_to_names_and_marks_what_may_be_left_out()
    {
        IReadOnlyList<MucFill> victims = MucKey.Victims("\"PEDRO SALAS\"\n\"ANA SOTO\"", "\"MAYOR\" / \"FORMER JUDGE\": \"PEDRO SALAS\"\n? \"FARMERS\"");
        Assert.Equal(["PEDRO SALAS", "MAYOR", "FORMER JUDGE"], victims[0].Texts);
        Assert.Equal(["ANA SOTO"], victims[1].Texts);
        Assert.True(victims[2].Optional);
        MucTemplate key = new() { Victims = victims };
        Assert.Equal(new Tally(0, 0, 2), MucScorer.Compare([key], [])[(int)MucSlot.Victim]);
        Assert.Equal(new Tally(1, 1, 3), MucScorer.Compare([key], [new MucTemplate { Victims = [new MucFill(["three farmers"])] }])[(int)MucSlot.Victim]);
    }

    [Theory]
    [InlineData(" (X)\n\n   LIMA, 9 JAN 90 (EFE) -- [TEXT] A MAN SAID", 9, 1)]
    [InlineData(" PERTH (AUSTRALIA), JUNE 11 89 -- A MAN", 11, 6)]
    public void The_day_of_a_report_is_read_from_its_opening(string text, int day, int month)
    {
        LocalDate? read = MucKey.DayOfReport(text);
        Assert.Equal((day, month), (read!.Value.Day, read.Value.Month));
    }
}
