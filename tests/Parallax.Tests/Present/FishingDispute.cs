using Parallax.Annotate;
using Parallax.Assess;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;

namespace Parallax.Tests.Present;

/// <summary>A wholly invented crisis, with every kind of thing that a situation can hold and some hostile text.</summary>
internal static class FishingDispute
{
    public const string Hostile = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'>&amp;";

    private const string Gazette =
        "PORT VAREN — Hundreds of fishermen blocked the harbour of Port Varen on Tuesday after Talland patrol boats seized two trawlers near Cape Sula.\n\n"
        + "“We will not move a single boat until our crews are home,” said union leader Mira Dastan. At least 12 people were hurt when police used water cannon, hospital officials said.\n\n"
        + "Talland's Coast Guard said its officers had acted inside their own waters and denied that shots had been fired.\n\n"
        + "The two countries fought over the same grounds in 1987, when three sailors died.";

    private const string Courier =
        "The Coast Guard detained 14 crew members of two Meridian trawlers off Cape Sula on Monday, Commander Elias Rook said. “No shots were fired at any time,” he told reporters in Tallhaven.\n\n"
        + "Rioters in Port Varen attacked police the following day. Five officers were injured, the Meridian interior ministry said.\n\n"
        + "Talland will hold talks with Meridia on Friday, Foreign Minister Ana Okoro said.";

    private const string Wire =
        "Police in Port Varen fired water cannon at about 400 demonstrators on Tuesday, leaving 15 people injured, witnesses said. The protest followed the seizure of two fishing boats.\n\n"
        + "Mira Dastan, who leads the dock workers' union, said: “We won't move one boat before our crews come home.”\n\n"
        + "Reporting by Coastline Press.";

    private const string Copy =
        "Police in Port Varen fired water cannon at about 400 demonstrators on Tuesday, leaving 15 people injured, witnesses said. The protest followed the seizure of two fishing boats.\n\n"
        + "A fish market in the town stayed shut.";

    private const string Undated =
        "The crews of both trawlers were freed on Thursday after a night of talks, Meridia's prime minister Jonas Vell announced. He called the seizure “an act of piracy”.\n\n"
        + "More than 3,000 people cheered in the harbour as 13 sailors came ashore; one stayed behind in hospital.\n\n"
        + "نص معادٍ ‮evil‬ " + Hostile + " \U0001F6A2 end of the line.";

    public static Situation Build()
    {
        SituationBuilder b = new();
        string r1 = b.Report("r-000000000001", "gazette.html", "Harbour Gazette", "Fishermen block Port Varen", Gazette, "o-1",
            new PublishedEntry("2031-04-08", "day", "metadata", "2031-04-08T18:00", null, []), "https://gazette.example/port",
            [new CutEntry("Home News Sport", "navigation"), new CutEntry("Keep reading: Ten best harbours " + Hostile, "teaser")], copies: ["old/gazette.html"]);
        string r2 = b.Report("r-000000000002", "courier.html", "The Talland Courier", "Crews detained after incursion", Courier, "o-2",
            new PublishedEntry("2031-04-09", "day", "byline", "April 9, 2031", null, []), "https://courier.example/a?b=1&c=2");
        string r3 = b.Report("r-000000000003", "wire.txt", "Meridia Today", "Water cannon used at harbour protest", Wire, "o-3",
            new PublishedEntry("2031-04-09", "day", "dateline", null, null, []));
        b.Change(r3, r => r with { Credits = [new CreditEntry("Coastline Press", "Reporting by Coastline Press", b.Words(r3, "Reporting by Coastline Press"))] });
        string r4 = b.Report("r-000000000004", "copy.txt", "Island Mirror", "Injuries at harbour protest", Copy, "o-3",
            new PublishedEntry("2031-04-09", "day", "metadata", "2031-04-09", null, []));
        string r5 = b.Report("r-000000000005", "undated/page.html", null, "Sailors home " + Hostile, Undated, "o-4", null, "javascript:alert(1)");
        b.Change(r5, r => r with
        {
            Published = new PublishedEntry("2031-04-10/2031-04-11", "interval", "anchored", null,
                "Its “Thursday” is the day on which the crews were freed, after the protest of 8 April.", [b.Words(r5, "on Thursday")]),
        });

        Place portVaren = new("p-varen", "Port Varen", "EE", 58.38, 22.49, PlacePrecision.Town, 1001, [new Alias("Port Varen", [r1, r2, r3, r4])]);
        Place capeSula = new("p-sula", "Cape Sula", "EE", 57.91, 22.05, PlacePrecision.Exact, 1002, [new Alias("Cape Sula", [r1, r2])]);
        Place meridia = new("p-meridia", "Meridia", "EE", 58.7, 25.0, PlacePrecision.Country, 1003, [new Alias("Meridia", [r2, r5])]);
        Place tallhaven = new("p-tallhaven", "Tallhaven", "LV", 57.39, 21.56, PlacePrecision.District, 1004, [new Alias("Tallhaven", [r2])]);

        Actor dastan = new("a-dastan", "Mira Dastan", ActorKind.Person, "EE",
            [new Role("union leader", null, false, b.Words(r1, "union leader Mira Dastan"))], [new Alias("Mira Dastan", [r1, r3])], []);
        Actor rook = new("a-rook", "Elias Rook", ActorKind.Person, "LV",
            [new Role("Commander", "Coast Guard", false, b.Words(r2, "Commander Elias Rook"))], [new Alias("Elias Rook", [r2])], []);
        Actor vell = new("a-vell", "Jonas Vell", ActorKind.Person, "EE",
            [new Role("prime minister", "Meridia", false, b.Words(r5, "Meridia's prime minister Jonas Vell"))], [new Alias("Jonas Vell", [r5])], []);
        Actor okoro = new("a-okoro", "Ana Okoro", ActorKind.Person, "LV",
            [new Role("Foreign Minister", "Talland", false, b.Words(r2, "Foreign Minister Ana Okoro"))], [new Alias("Ana Okoro", [r2])], []);
        Actor guard = new("a-guard", "Talland Coast Guard", ActorKind.ArmedForce, "LV", [],
            [new Alias("Coast Guard", [r2]), new Alias("Talland patrol boats", [r1]), new Alias("Talland's Coast Guard", [r1])], []);
        Actor protesters = new("a-protesters", "protesters in Port Varen", ActorKind.Group, "EE", [],
            [new Alias("demonstrators", [r3, r4]), new Alias("fishermen", [r1]), new Alias("Rioters", [r2])],
            [
                new Label("fishermen", r1, null, b.Words(r1, "fishermen")), new Label("Rioters", r2, null, b.Words(r2, "Rioters in Port Varen")),
                new Label("demonstrators", r3, null, b.Words(r3, "demonstrators")),
            ]);
        Actor police = new("a-police", "Meridian police " + Hostile, ActorKind.Police, "EE", [], [new Alias("police", [r1, r2, r3, r4])], []);
        Actor hospital = new("a-hospital", "hospital officials", ActorKind.Group, "EE", [], [new Alias("hospital officials", [r1])], []);
        Actor ministry = new("a-ministry", "Meridian interior ministry", ActorKind.Government, "EE", [], [new Alias("the Meridian interior ministry", [r2])], []);

        Event seizure = new("e-seizure", EventType.Coerce, "seize", "Talland Coast Guard seizes two trawlers off Cape Sula and detains 14 crew", ClaimStatus.Happened,
            new When("2031-04-07", "day"), capeSula.Id, [guard.Id], [], "s-harbour", [r1, r2], 2, ["f-crew"],
            [b.Words(r1, "Talland patrol boats seized two trawlers near Cape Sula"), b.Words(r2, "The Coast Guard detained 14 crew members of two Meridian trawlers off Cape Sula on Monday")])
        { WhenBasis = "relative" };
        Event protest = new("e-protest", EventType.Protest, "obstruct", "Fishermen block the harbour of Port Varen", ClaimStatus.Happened,
            new When("2031-04-08", "day"), portVaren.Id, [protesters.Id], [guard.Id], "s-harbour", [r1, r3, r4], 2, ["f-crowd", "f-hurt"],
            [
                b.Words(r1, "Hundreds of fishermen blocked the harbour of Port Varen on Tuesday"), b.Words(r3, "about 400 demonstrators on Tuesday"),
                b.Words(r4, "about 400 demonstrators on Tuesday"),
            ])
        { WhenBasis = "relative" };
        Event cannon = new("e-cannon", EventType.Coerce, "crowd-control", "Police fire water cannon at demonstrators in Port Varen", ClaimStatus.Happened,
            new When("2031-04-08", "day"), portVaren.Id, [police.Id], [protesters.Id], "s-harbour", [r1, r3, r4], 2, ["f-hurt"],
            [
                b.Words(r1, "police used water cannon"), b.Words(r3, "Police in Port Varen fired water cannon"), b.Words(r4, "Police in Port Varen fired water cannon"),
            ])
        { WhenBasis = "relative" };
        Event shots = new("e-shots", EventType.Assault, null, "Shots fired at the trawlers", ClaimStatus.Denied,
            new When("2031-04-07", "day"), capeSula.Id, [guard.Id], [], "s-harbour", [r1, r2], 1, [],
            [b.Words(r1, "denied that shots had been fired"), b.Words(r2, "No shots were fired at any time")])
        {
            Accounts =
            [
                new Account(r1, ClaimStatus.Denied, guard.Id, "Talland's Coast Guard", b.Words(r1, "denied that shots had been fired")),
                new Account(r2, ClaimStatus.Denied, rook.Id, "Commander Elias Rook", b.Words(r2, "No shots were fired at any time")),
            ],
        };
        Event attack = new("e-attack", EventType.Assault, null, "Rioters attack police in Port Varen", ClaimStatus.Alleged,
            new When("2031-04-08", "day"), portVaren.Id, [protesters.Id], [police.Id], "s-harbour", [r2], 1, ["f-officers"],
            [b.Words(r2, "Rioters in Port Varen attacked police the following day")])
        { WhenBasis = "narrative" };
        Event freed = new("e-freed", EventType.Concede, "release", "Crews of both trawlers freed after a night of talks", ClaimStatus.Happened,
            new When("2031-04-10", "day"), null, [], [], "s-harbour", [r5], 1, ["f-crew"],
            [b.Words(r5, "The crews of both trawlers were freed on Thursday")])
        { WhenBasis = "relative" };
        Event talks = new("e-talks", EventType.Consult, "meet", "Talland and Meridia to hold talks", ClaimStatus.Planned,
            new When("2031-04-11", "day"), null, [okoro.Id], [], "s-harbour", [r2], 1, [], [b.Words(r2, "Talland will hold talks with Meridia on Friday")])
        { WhenBasis = "relative" };
        Event war = new("e-war", EventType.Assault, null, "The two countries fought over the same grounds", ClaimStatus.Background,
            new When("1987", "year"), meridia.Id, [], [], null, [r1], 1, ["f-1987"],
            [b.Words(r1, "The two countries fought over the same grounds in 1987")])
        { WhenBasis = "stated" };
        Event cheer = new("e-cheer", EventType.Other, null, "Crowd cheers in the harbour " + Hostile, ClaimStatus.Happened, null, portVaren.Id, [], [], null, [r5], 1, ["f-cheer"],
            [b.Words(r5, "More than 3,000 people cheered in the harbour")]);

        Reading At(decimal low, decimal? high, Comparator comparator, string text, string report, string words, string? saidBy, string? saidByText, ReadingUse use, string rule, bool vague = false) =>
            new(low, high, comparator, vague, text, report, saidBy, saidByText, new When("2031-04-08", "day"), use, rule, b.Words(report, words));

        Figure hurt = new("f-hurt", Measure.Injured, "people", "people", cannon.Id, new When("2031-04-08", "day"), portVaren.Id, 12, 15, 15, FigureStatus.Compatible,
            [
                At(12, null, Comparator.AtLeast, "At least 12", r1, "At least 12 people were hurt", hospital.Id, "hospital officials", ReadingUse.Used, "Q3"),
                At(15, 15, Comparator.Exactly, "15", r3, "leaving 15 people injured", null, "witnesses", ReadingUse.Used, "Q3"),
                At(15, 15, Comparator.Exactly, "15", r4, "leaving 15 people injured", null, "witnesses", ReadingUse.Excluded, "Q7"),
            ]);
        Figure crowd = new("f-crowd", Measure.Participants, "demonstrators", "people", protest.Id, new When("2031-04-08", "day"), portVaren.Id, 100, null, 400, FigureStatus.Compatible,
            [
                At(100, null, Comparator.Exactly, "Hundreds", r1, "Hundreds of fishermen", null, null, ReadingUse.Used, "Q4", vague: true),
                At(400, 400, Comparator.About, "about 400", r3, "about 400 demonstrators", null, null, ReadingUse.Used, "Q9"),
                At(400, 400, Comparator.About, "about 400", r4, "about 400 demonstrators", null, null, ReadingUse.Excluded, "Q7"),
            ]);
        Figure officers = new("f-officers", Measure.Injured, "officers", "people", attack.Id, new When("2031-04-08", "day"), portVaren.Id, 5, 5, 5, FigureStatus.Single,
            [At(5, 5, Comparator.Exactly, "Five", r2, "Five officers were injured", ministry.Id, "the Meridian interior ministry", ReadingUse.Used, "Q3")]);
        Figure crew = new("f-crew", Measure.Detained, "crew members", "people", seizure.Id, new When("2031-04-07", "day"), capeSula.Id, 13, 14, 14, FigureStatus.Disputed,
            [
                At(14, 14, Comparator.Exactly, "14", r2, "detained 14 crew members", rook.Id, "Commander Elias Rook", ReadingUse.Used, "Q3"),
                At(13, 13, Comparator.Exactly, "13", r5, "13 sailors came ashore", null, null, ReadingUse.Used, "Q3"),
            ]);
        Figure cheered = new("f-cheer", Measure.Participants, "people", "people", cheer.Id, null, portVaren.Id, 3000, null, null, FigureStatus.Single,
            [At(3000, null, Comparator.MoreThan, "More than 3,000", r5, "More than 3,000 people", null, null, ReadingUse.Used, "Q3")]);
        Figure history = new("f-1987", Measure.Killed, "sailors", "people", war.Id, new When("1987", "year"), null, 3, 3, 3, FigureStatus.Single,
            [At(3, 3, Comparator.Exactly, "three", r1, "three sailors died", null, null, ReadingUse.Used, "Q3")]);

        Statement boats = new("q-boats", dastan.Id, "union leader Mira Dastan", SpeechForm.Direct, SpeechAct.Threaten, null, new When("2031-04-08", "day"),
            "We will not move a single boat until our crews are home",
            [
                new Rendering("We will not move a single boat until our crews are home,", r1, b.Words(r1, "We will not move a single boat until our crews are home,")) { Form = SpeechForm.Direct },
                new Rendering("We won't move one boat before our crews come home.", r3, b.Words(r3, "We won't move one boat before our crews come home.")) { Form = SpeechForm.Direct },
            ], 2);
        Statement noShots = new("q-shots", rook.Id, "Commander Elias Rook", SpeechForm.Direct, SpeechAct.Deny, "reporters", new When("2031-04-09", "day"), "No shots were fired at any time",
            [new Rendering("No shots were fired at any time,", r2, b.Words(r2, "No shots were fired at any time,")) { Form = SpeechForm.Direct }], 1);
        Statement piracy = new("q-piracy", vell.Id, "prime minister Jonas Vell", SpeechForm.Mixed, SpeechAct.Condemn, null, null, "an act of piracy",
            [new Rendering("an act of piracy", r5, b.Words(r5, "an act of piracy")) { Form = SpeechForm.Mixed }], 1);

        Disagreement crewCount = new("d-crew", DisagreementAbout.Figure, DisagreementKind.Conflict, crew.Id,
            [
                new Position("14", [r2], rook.Id, [b.Words(r2, "detained 14 crew members")]),
                new Position("13", [r5], null, [b.Words(r5, "13 sailors came ashore; one stayed behind in hospital")]),
            ], "Both count the crews of the same two trawlers; the second report adds one man in hospital.");
        Disagreement whoAttacked = new("d-label", DisagreementAbout.Actor, DisagreementKind.InterestedParty, protesters.Id,
            [
                new Position("fishermen", [r1], null, [b.Words(r1, "Hundreds of fishermen")]),
                new Position("rioters", [r2], null, [b.Words(r2, "Rioters in Port Varen")]),
            ], "The two sides' papers name the same people differently.");
        Disagreement hurtCount = new("d-hurt", DisagreementAbout.Figure, DisagreementKind.Vague, hurt.Id,
            [
                new Position("at least 12", [r1], hospital.Id, [b.Words(r1, "At least 12 people were hurt")]),
                new Position("15", [r3, r4], null, [b.Words(r3, "leaving 15 people injured"), b.Words(r4, "leaving 15 people injured")]),
            ], "“At least 12” allows 15.");

        string shared = "Police in Port Varen fired water cannon at about 400 demonstrators on Tuesday, leaving 15 people injured, witnesses said.";
        string[] sharedEvidence = [b.Words(r3, shared), b.Words(r4, shared)];
        DeclinedEntry[] declined =
        [
            new("PX4101", "A number without a counted thing.", b.Words(r5, "one stayed behind in hospital")),
            new("PX1009", "advert.txt holds no report.", null),
        ];
        return new Situation(
            Situation.SchemaName, new Generator("parallax", "0.1.0", "test"), null,
            b.Reports,
            [
                new Origin("o-1", [r1], "single", "Harbour Gazette", []), new Origin("o-2", [r2], "single", "The Talland Courier", []),
                new Origin("o-3", [r3, r4], "copied-text", "Coastline Press", sharedEvidence), new Origin("o-4", [r5], "single", null, []),
            ],
            [okoro, dastan, guard, hospital, ministry, police, protesters, rook, vell],
            [capeSula, meridia, portVaren, tallhaven],
            [war, seizure, shots, attack, cannon, protest, freed, talks, cheer],
            [crew, crowd, hurt, officers, cheered, history],
            [boats, noShots, piracy],
            [crewCount, hurtCount, whoAttacked],
            [new Storyline("s-harbour", "Port Varen harbour protest", [seizure.Id, shots.Id, attack.Id, cannon.Id, protest.Id, freed.Id, talks.Id], "2031-04-07", "2031-04-11")],
            [
                new EscalationDay("2031-04-07", -4.5m, [seizure.Id]), new EscalationDay("2031-04-08", -7.0m, [protest.Id, cannon.Id, attack.Id]),
                new EscalationDay("2031-04-09", -2m, []), new EscalationDay("2031-04-10", 1m, [freed.Id]),
            ],
            b.EvidenceList, declined);
    }
}
