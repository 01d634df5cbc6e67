using Parallax.Data;
using Parallax.Extract;
using Xunit;

namespace Parallax.Tests.Extract;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("triggers", 7)]
    [InlineData("trigger-labels", 2)]
    [InlineData("measures", 3)]
    [InlineData("measures-words", 2)]
    [InlineData("status-cues", 2)]
    [InlineData("status-governors", 3)]
    [InlineData("acts-cues", 3)]
    [InlineData("acts-content", 2)]
    public void Rows_have_their_columns_and_are_sorted(string name, int columns)
    {
        LexiconTable table = LanguageData.English.Lexicon(name);
        Assert.All(table.Rows, row => Assert.Equal(columns, row.Length));
        string[] lines = [.. table.Rows.Select(row => string.Join('\t', row))];
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Equal(lines.Distinct(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void Every_plover_root_has_triggers()
    {
        HashSet<string> types = LanguageData.English.Lexicon("triggers").Rows.Select(row => row[2]).ToHashSet(StringComparer.Ordinal);
        foreach (EventType type in Enum.GetValues<EventType>().Where(type => type < EventType.Statement))
            Assert.Contains(type.ToString().ToUpperInvariant(), types);
    }

    [Fact]
    public void The_more_exact_trigger_is_tried_first()
    {
        TriggerLexicon lexicon = new(LexiconTable.Parse("t", "call\tv\tREQUEST\t-\tact\t-\tsubj\ncall on\tv\tREQUEST\t-\tact\t-\tsubj\ncall\tv\tELECTION\t-\tthing\t-\tobj=election\n"));
        Assert.Equal(["call on/v", "call/v", "call/v"], lexicon.Verbs("call").Select(trigger => trigger.Entry));
        Assert.Equal(EventType.Election, lexicon.Verbs("call")[1].Type);
    }
}
