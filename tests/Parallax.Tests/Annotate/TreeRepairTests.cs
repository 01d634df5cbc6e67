using Parallax.Annotate;
using Parallax.Data;
using Xunit;

namespace Parallax.Tests.Annotate;

/// <summary>What no edited sentence can be, whatever the network thinks of it.</summary>
public sealed class TreeRepairTests
{
    private static readonly SentenceReader s_reader = new(LanguageData.English);

    [Theory]
    [InlineData("On Friday police arrested sailors who had robbed a bank .", "police", "arrested")]
    [InlineData("Weavers across Norway plan to go on strike on Sunday , their union announced .", "Weavers", "plan")]
    [InlineData("Poachers in the marsh shot at a ranger and then fled into the reeds .", "Poachers", "shot")]
    [InlineData("A deserter from the navy shot dead two sailors in Bergen on Friday , a doctors' group said .", "deserter", "shot")]
    [InlineData("When the quake came last month , the Red Cross distributed blankets and stoves from its depots .", "Cross", "distributed")]
    [InlineData("Finance ministers meeting in Oslo agreed on Friday to lift the tariff .", "ministers", "agreed")]
    [InlineData("The council demanded on Friday that the harbour master resign over the leak .", "master", "resign")]
    [InlineData("The navy said it had neither shelled the harbour nor mined it .", "it", "shelled")]
    [InlineData("Were Norway to expel the envoy , Oslo would gain nothing .", "Norway", "expel")]
    [InlineData("Dockers at the port of Bergen have downed tools since Friday , their union said .", "Dockers", "downed")]
    [InlineData("The rebels are set to hand over nine captured sailors to the Red Cross on Friday .", "rebels", "set")]
    [InlineData("The militia , farmers said , has blocked the road to Bergen since Friday .", "militia", "blocked")]
    [InlineData("Shells fired from northern Norway set fire to a barn in Sweden on Friday , a farmer said .", "Shells", "set")]
    [InlineData("Raiders believed to belong to a sect killed nine shepherds in Bergen .", "Raiders", "killed")]
    [InlineData("If the fleet enters the strait , neighbouring states will close their ports , the minister warned .", "states", "close")]
    [InlineData("Thirty nuns and one guide drowned when a ferry sank near Bergen , police said .", "nuns", "drowned")]
    public void The_subject_hangs_on_its_verb(string text, string subject, string verb)
    {
        string[] words = text.Split(' ');
        WordReading[] read = s_reader.Read([words])[0].Words;
        int at = Array.IndexOf(words, verb);
        WordReading noun = read[Array.IndexOf(words, subject)];
        Assert.Equal(at, noun.Head);
        Assert.StartsWith("nsubj", noun.Relation, StringComparison.Ordinal);
        Assert.True(read[at].Tag is Upos.Verb or Upos.Adj);
    }

    [Theory]
    [InlineData("Having had soup , the crew slept .", "had")]
    [InlineData("The government backed militias in the north , a monitor said .", "backed")]
    public void What_can_be_a_verb_of_its_own_or_a_description_stays_one(string text, string word)
    {
        string[] words = text.Split(' ');
        WordReading[] read = s_reader.Read([words])[0].Words;
        Assert.Single(read, reading => reading.Head < 0);
        Assert.Equal(Upos.Verb, read[Array.IndexOf(words, word)].Tag);
    }

    [Fact]
    public void A_mended_tree_is_a_tree()
    {
        foreach (string text in (string[])["Were rain to fall , the road , the mayor said , would close .", "Police detained monks and 40 nuns in Oslo on Friday , a guard said .", "On Monday night rebels , traders said , shot at a lorry ."])
        {
            WordReading[] read = s_reader.Read([text.Split(' ')])[0].Words;
            Assert.Single(read, reading => reading.Head < 0);
            for (int i = 0; i < read.Length; i++)
            {
                int at = i, steps = 0;
                while (at >= 0 && steps++ <= read.Length)
                    at = read[at].Head;
                Assert.True(at < 0, text);
            }
        }
    }
}
