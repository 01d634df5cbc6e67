using Parallax.Bench;
using Xunit;

namespace Parallax.Tests.Bench;

public sealed class GoldCorpusTests
{
    [Fact]
    public void Only_lines_inside_fences_count_and_fields_follow_the_word_with_or_without_a_bar()
    {
        CorpusLine[] lines = [.. GoldCorpus.Parse("event e0 | no\n\n```gold\nevent e1 | PROTEST | 2031-03-05\nnot | merge | e1 e2 | why\n```\nevent e9 | no\n")];
        Assert.Equal(["event", "not"], lines.Select(l => l.Word));
        Assert.Equal(["e1", "PROTEST", "2031-03-05"], lines[0].Fields);
        Assert.Equal(["merge", "e1 e2", "why"], lines[1].Fields);
    }

    [Fact]
    public void An_attack_may_be_told_by_its_dead_and_nothing_else_may()
    {
        GoldEvent attack = GoldEvent.Of(Assert.Single(GoldCorpus.Parse("```gold\nevent e1 | ASSAULT/firearms | 2031-03-05 | Varn | - | farmers | happened | r1 | killed 3\n```")));
        Assert.True(attack.Takes("CASUALTIES"));
        Assert.False(attack.Takes("PROTEST"));
        Assert.Contains("farmer", attack.Words);
        Assert.Contains("3", attack.Words);
    }

    [Fact]
    public void Every_corpus_can_be_read()
    {
        foreach (string folder in GoldCorpus.Folders())
        {
            GoldCorpus gold = GoldCorpus.Load(folder);
            Assert.NotEmpty(gold.Events);
            Assert.Equal(gold.Events.Count, gold.Events.Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        }
    }
}
