using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Xunit;

namespace Parallax.Tests.Fuse;

public sealed class WitnessTests
{
    [Fact]
    public void One_body_quoted_by_many_outlets_is_one_witness() =>
        Assert.Equal(1, Witnesses.Count([new("name:a", "o-1", "actor:ministry"), new("name:b", "o-2", "actor:ministry"), new("name:c", "o-3", "actor:ministry")]));

    [Fact]
    public void A_cited_outlet_that_is_present_is_followed_to_its_own_witness() =>
        Assert.Equal(1, Witnesses.Count([new("name:a", "o-1", "name:b"), new("name:b", "o-2", "actor:ministry"), new("name:c", "o-3", "actor:ministry")]));

    [Fact]
    public void Outlets_that_cite_each_other_are_one_witness_and_not_two() =>
        Assert.Equal(1, Witnesses.Count([new("name:a", "o-1", "name:b"), new("name:b", "o-2", "name:a")]));

    [Fact]
    public void A_circle_does_not_swallow_whoever_vouches_itself() =>
        Assert.Equal(2, Witnesses.Count([new("name:a", "o-1", "name:b"), new("name:b", "o-2", "name:a"), new("name:c", "o-3", "o-3")]));

    [Fact]
    public void The_order_of_accounts_does_not_matter()
    {
        WitnessedBy[] accounts = [new("name:a", "o-1", "name:b"), new("name:b", "o-2", "name:c"), new("name:c", "o-3", "name:b"), new(null, "o-4", "o-4"), new("name:d", "o-5", "name:a")];
        for (int seed = 1; seed < 6; seed++)
            Assert.Equal(2, Witnesses.Count(accounts.Shuffled(seed)));
    }

    [Fact]
    public void The_chain_of_a_claim_runs_from_the_report_over_the_outlet_to_the_speaker()
    {
        ReportClaims told = new ReportBuilder("Coast Herald")
            .Actor("Ilse Tamm", ActorKind.Person)
            .Actor("police", ActorKind.Police, named: false)
            .Sentence("Police detained 12 men, Ilse Tamm told Xinhua.", s => s
                .Mention("Ilse Tamm", "Ilse Tamm").Mention("Police", "police")
                .Event(EventType.Coerce, "detained", "detain", by: ["police"], saidBy: "Ilse Tamm"))
            .Build();
        FusedReports fused = new Fuser(LanguageData.English).Fuse([told]);
        Event happening = Assert.Single(fused.Events);
        IReadOnlyList<ChainLink> chain = Assert.Single(happening.Accounts).Chain;
        Assert.Equal(["report:Coast Herald", "outlet:Xinhua", "speaker:Ilse Tamm"], chain.Select(l => l.Kind + ":" + l.Text));
        Assert.All(chain.Take(2), l => Assert.Contains(fused.Evidence, e => e.Id == l.Evidence));
        Assert.Equal(Assert.Single(fused.Actors, a => a.Name == "Ilse Tamm").Id, chain[2].Actor);
    }

    [Fact]
    public void A_sentence_printed_again_says_nothing_new()
    {
        ReportBuilder builder = new ReportBuilder("Coast Herald").Actor("Varn police", ActorKind.Police);
        for (int i = 0; i < 3; i++)
        {
            builder.Sentence("Varn police detained 12 men.", s => s
                .Mention("Varn police", "Varn police").Event(EventType.Coerce, "detained", "detain", by: ["Varn police"]).Figure(Measure.Detained, "12", 12, of: "men"));
        }
        FusedReports fused = new Fuser(LanguageData.English).Fuse([builder.Build()]);
        Assert.Single(Assert.Single(fused.Events).Accounts);
        Assert.Single(Assert.Single(fused.Figures).Readings);
    }

    [Fact]
    public void What_somebody_told_an_agency_is_the_agencys_whoever_prints_it()
    {
        const string First = "The dockers of the eastern basin had gone back to work in the night after two ministers and the port board promised a new round of talks before the end of the month.";
        const string Second = "Shopkeepers along the quay opened their doors for the first time since Sunday, and buses ran again on the shore road, though fewer than on other days of the year.";
        static ReportClaims Quote(string outlet, string told, string more) => new ReportBuilder(outlet).Actor("Ada Renko", ActorKind.Person)
            .Sentence(more)
            .Sentence($"\u201CAll lawful rights of the harbour crews must be observed and ensured,\u201D Ada Renko {told}.", s => s
                .Statement("Ada Renko", "All lawful rights of the harbour crews must be observed and ensured", SpeechAct.State, SpeechForm.Direct, "Ada Renko", "told"))
            .Build();

        Assert.Equal(1, Origins(Quote("Xinhua", "told Xinhua", First), Quote("Coast Herald", "told Xinhua in a long interview", Second)));
        Assert.Equal(2, Origins(Quote("Xinhua", "told Xinhua", First), Quote("Coast Herald", "told reporters at the gate of the harbour, where the crews have been waiting since the morning", Second)));

        static int Origins(params ReportClaims[] reports) => Assert.Single(new Fuser(LanguageData.English).Fuse(reports).Statements).Origins;
    }
}
