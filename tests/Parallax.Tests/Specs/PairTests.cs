using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Specs;

/// <summary>Reads the minimal pairs of <c>specs/pairs</c> and holds the share of right ones against the floors of the benchmark.</summary>
public sealed class PairTests
{
    private static readonly Stages s_stages = new();

    [Theory]
    [InlineData("a", 150)]
    [InlineData("b", 111)]
    [InlineData("c", 109)]
    [InlineData("d", 142)]
    [InlineData("e", 142)]
    [InlineData("f", 100)]
    public void No_fewer_pairs_are_right_than_before(string family, int pairs)
    {
        Score score = new PairSet(family).Measure(new GoldFolder("", "dev"), s_stages).Single();
        int read = MinimalPair.Files(family).Sum(file => MinimalPair.Read(file).Count);
        Assert.True(read >= pairs, $"Only {read} pairs of family {family} were read; {pairs} are expected.");
        double least = Floors.Load().Of(score.Name)?.Least ?? 0;
        Assert.True(score.Value >= least - 1e-9, $"{score.Name}: {score.Detail}, below {least}.\n" + string.Join('\n', score.Missed));
    }

    [Fact]
    public void No_text_stands_twice()
    {
        string[] texts = [.. Directory.GetFiles(MinimalPair.Folder, "*-*.md").Order(StringComparer.Ordinal).SelectMany(MinimalPair.Read).SelectMany(pair => new[] { pair.A.Text + string.Join(' ', pair.A.Headers.Values), pair.B.Text + string.Join(' ', pair.B.Headers.Values) })];
        Assert.Equal([], texts.GroupBy(text => text, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [InlineData("event ASSAULT done")]
    [InlineData("event ATTACK happened")]
    [InlineData("event ASSAULT where=Norvik")]
    [InlineData("figure killed twelve")]
    [InlineData("statement act=shout")]
    [InlineData("statement by=\"the army")]
    [InlineData("same Vera Novak")]
    [InlineData("time on Monday = 2024-05-13")]
    public void What_cannot_be_asked_for_is_refused(string line) => Assert.Throws<FormatException>(() => PairLine.Parse(line));

    [Theory]
    [InlineData("```pair\nA: One.\nevent ASSAULT\n```\n")]
    [InlineData("```pair\nA: One.\nevent ASSAULT\nB: Two.\n```\n")]
    [InlineData("```pair\nA: One.\nevent ASSAULT\nAnd more.\nB: Two.\nevent ASSAULT\n```\n")]
    [InlineData("```case\nA: One.\nevent ASSAULT\nB: Two.\nevent ASSAULT\n```\n")]
    public void A_pair_of_another_form_is_refused(string markdown) => Assert.Throws<FormatException>(() => MinimalPair.Parse("x.md", markdown));

    [Fact]
    public void A_line_holds_only_where_one_claim_has_all_of_it()
    {
        MinimalPair pair = Assert.Single(MinimalPair.Parse("x.md", "```pair\nA: Gunmen attacked an army patrol near Lyon on Monday. Police arrested two men.\nevent ASSAULT happened initiator=gunmen time=2024-05-13\nB: x\nevent ASSAULT\n```\n"));
        PairJudge judge = new(s_stages.Extract(pair.A.ToReport()));
        Assert.True(judge.Holds(pair.A.Lines[0]));
        Assert.False(judge.Holds(PairLine.Parse("no event ASSAULT|COERCE happened")));
        Assert.False(judge.Holds(PairLine.Parse("event ASSAULT initiator=police")));
        Assert.True(judge.Holds(PairLine.Parse("event COERCE|RETREAT initiator=police by=-")));
        Assert.True(judge.Holds(PairLine.Parse("no event ASSAULT planned|denied")));
        Assert.True(judge.Holds(PairLine.Parse("event ASSAULT time=2024-05..")));
        Assert.False(judge.Holds(PairLine.Parse("event ASSAULT time=2023..")));
    }
}
