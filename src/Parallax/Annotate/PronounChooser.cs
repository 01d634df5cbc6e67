namespace Parallax.Annotate;

/// <summary>One actor that a pronoun may stand for, by one of its mentions.</summary>
/// <param name="Mention">The mention; null for nobody.</param>
/// <param name="Slots">Where the weights of what speaks for it lie.</param>
internal sealed record PronounOption(ActorCandidate? Mention, IReadOnlyList<int> Slots);

/// <summary>Tells, where a model is trained, which of the options is right; its place in the list, 0 being nobody.</summary>
internal delegate int PronounTeacher(AnnotatedReport report, ActorCandidate pronoun, IReadOnlyList<PronounOption> options);

/// <summary>A mention that later pronouns can point to, with its place.</summary>
internal readonly record struct HeardMention(ActorCandidate Candidate, PronounPlace Place, bool Quoted);

/// <summary>
/// Chooses the actor that a pronoun stands for among those spoken of before, or nobody, by the weights of <see cref="PronounModel"/>. An actor is taken only where
/// its share of all that may be meant is large enough: a wrong one is worse than none.
/// </summary>
internal sealed class PronounChooser(ActorLexicon lexicon, PronounModel model, PronounScene scene, AnnotatedReport report, NameEvidence evidence)
{
    private const int SentencesBack = 3;
    private const int MentionsBack = 40;

    // News calls whom it speaks of by name again and again; a longer run of pronouns has mostly lost its way.
    private const int SentencesUncalled = 5;

    // Chosen on the development part of GUM: below these shares more is bound wrongly than is gained.
    private static readonly float[] s_least = [0.4f, 0.5f, 0.5f];

    private readonly IReadOnlyList<Token> _tokens = report.Tokens;
    private readonly List<int> _slots = [];

    /// <summary>Who tells the right answer; null where the weights decide.</summary>
    public PronounTeacher? Teacher { get; init; }

    /// <summary>The mention of the actor that is meant; null where nobody is, or where it cannot be told.</summary>
    public ActorCandidate? Choose(ActorCandidate pronoun, string word, PronounSort sort, List<HeardMention> heard, List<IdentityEntry> entries)
    {
        PronounPlace place = scene.PlaceOf(pronoun.First, pronoun.First + 1);
        bool quoted = evidence.InQuote(pronoun.First);
        List<(HeardMention Heard, int Rank, bool FirstSubject, bool LastSpeaker)> fitting = [];
        List<int> actors = [];
        bool subjectSeen = false, speakerSeen = false;
        for (int i = heard.Count - 1, looked = 0; i >= 0 && looked < MentionsBack; i--, looked++)
        {
            HeardMention one = heard[i];
            if (pronoun.Sentence - one.Candidate.Sentence > SentencesBack)
                break;
            if (one.Candidate.Actor < 0 || (one.Candidate.IsInner && sort == PronounSort.They) || !Agrees(entries[one.Candidate.Actor], word, sort) || (Teacher is null && pronoun.Sentence - entries[one.Candidate.Actor].LastCalled > SentencesUncalled))
                continue;
            // "His lawyer said he had been beaten": he whose lawyer speaks, known or not.
            if (one.Candidate is { Form: MentionForm.Nominal, Possessor: { } whose } && one.Candidate.Sentence == pronoun.Sentence && one.Place is { Role: PronounRole.Subject, Speaks: true, Verb: >= 0 } && SortOf(whose) == sort && IsSameGender(whose, word) && scene.IsUnder(place.Head, one.Place.Verb))
                continue;
            // "Their forces" are not whose they are.
            if (one.Candidate.First <= pronoun.First && one.Candidate.End > pronoun.First)
                continue;
            // "The men they call liars": they are others.
            if (place.Role == PronounRole.Subject && place.Verb >= 0 && _tokens[place.Verb].Head == one.Place.Head && _tokens[place.Verb].Relation == "acl:relcl")
                continue;
            int rank = actors.IndexOf(one.Candidate.Actor);
            if (rank < 0)
            {
                rank = actors.Count;
                actors.Add(one.Candidate.Actor);
            }
            bool subject = one.Place.Role is PronounRole.Subject or PronounRole.PassiveSubject;
            bool speaker = one.Place.Speaks && !one.Quoted;
            fitting.Add((one, rank, subject && !subjectSeen, speaker && !speakerSeen));
            subjectSeen |= subject;
            speakerSeen |= speaker;
        }
        if (Teacher is null)
        {
            // One body is "they" only where nobody else is.
            if (sort == PronounSort.They && fitting.Exists(f => entries[f.Heard.Candidate.Actor].Plural && pronoun.Sentence - f.Heard.Candidate.Sentence <= 1))
                fitting.RemoveAll(f => entries[f.Heard.Candidate.Actor] is { Plural: false, Kind: ActorKind.Organisation or ActorKind.Outlet });
            if (fitting.Count == 0 || (sort == PronounSort.It && scene.IsExpletive(pronoun.First)))
                return null;
        }
        if (Teacher is null && !quoted && Said(pronoun, sort, place, fitting, entries) is { } said)
            return said;
        if (Teacher is null && !quoted && sort != PronounSort.It && Above(pronoun, sort, place, fitting) is { } above)
            return above;
        int nearest = fitting.Count > 0 ? fitting[0].Heard.Candidate.End : report.Sentences[pronoun.Sentence].FirstToken;
        Nobody(pronoun, word, sort, place, quoted, actors.Count, nearest);
        List<PronounOption>? options = Teacher is null ? null : [new PronounOption(null, [.. _slots])];
        int[] sums = new int[fitting.Count + 1];
        sums[0] = Sum();
        for (int i = 0; i < fitting.Count; i++)
        {
            (HeardMention one, int rank, bool firstSubject, bool lastSpeaker) = fitting[i];
            Weigh(pronoun, word, sort, place, quoted, one, entries[one.Candidate.Actor], rank, firstSubject, lastSpeaker, actors.Count);
            sums[i + 1] = Sum();
            options?.Add(new PronounOption(one.Candidate, [.. _slots]));
        }
        if (options is not null)
            return Teacher!(report, pronoun, options) is > 0 and int right ? options[right].Mention : null;
        return Best(sort, fitting, actors, sums);
    }

    /// <summary>"X said it would", "X said their men were safe": who speaks, where the sentence tells of no other who fits.</summary>
    private ActorCandidate? Said(ActorCandidate pronoun, PronounSort sort, PronounPlace place, List<(HeardMention Heard, int Rank, bool FirstSubject, bool LastSpeaker)> fitting, List<IdentityEntry> entries)
    {
        HeardMention? speaker = null;
        int? other = null;
        foreach ((HeardMention heard, int rank, _, _) in fitting)
        {
            if (heard.Candidate.Sentence != pronoun.Sentence)
                break;
            // "Peru's government said it": who owns the speaker is no rival, but whose brother speaks is.
            if (heard.Place.Role == PronounRole.Owner && sort == PronounSort.It)
                continue;
            if (other is { } before && before != rank)
                return null;
            other = rank;
            if (heard.Place is { Speaks: true, Role: PronounRole.Subject, Verb: >= 0 } && scene.IsUnder(place.Head, heard.Place.Verb) && _tokens[heard.Place.Verb].Tag is Upos.Verb)
                speaker = heard;
        }
        // "The agency said they were safe" rarely means the agency.
        if (sort == PronounSort.They && speaker is { } body && !entries[body.Candidate.Actor].Plural)
            return null;
        return speaker is null || (place.Role == PronounRole.Object && sort != PronounSort.He) ? null : speaker.Value.Candidate;
    }

    /// <summary>"X gave a speech in which he warned", "X was driving home when he was shot": the subject of the sentence, where it tells of no other who fits.</summary>
    private ActorCandidate? Above(ActorCandidate pronoun, PronounSort sort, PronounPlace place, List<(HeardMention Heard, int Rank, bool FirstSubject, bool LastSpeaker)> fitting)
    {
        if (place.Role is not (PronounRole.Subject or PronounRole.PassiveSubject))
            return null;
        HeardMention? subject = null;
        int? only = null;
        foreach ((HeardMention heard, int rank, _, _) in fitting)
        {
            if (heard.Candidate.Sentence != pronoun.Sentence)
                break;
            if (only is { } before && before != rank)
                return null;
            only = rank;
            if (heard.Place is { Role: PronounRole.Subject or PronounRole.PassiveSubject, Verb: >= 0, Speaks: false } && heard.Place.Verb != place.Verb && scene.IsUnder(place.Head, heard.Place.Verb))
                subject = heard;
        }
        return subject is null || (sort == PronounSort.They && scene.Things(sort, subject.Value.Candidate.End, pronoun.First) > 0) ? null : subject.Value.Candidate;
    }

    private int Sum()
    {
        int sum = 0;
        foreach (int slot in _slots)
            sum += model[slot];
        return sum;
    }

    private static ActorCandidate? Best(PronounSort sort, List<(HeardMention Heard, int Rank, bool FirstSubject, bool LastSpeaker)> fitting, List<int> actors, int[] sums)
    {
        int top = sums.Max();
        float all = Curves.Exp((sums[0] - top) / (float)PronounModel.One);
        float[] shares = new float[actors.Count];
        for (int i = 0; i < fitting.Count; i++)
        {
            float share = Curves.Exp((sums[i + 1] - top) / (float)PronounModel.One);
            shares[fitting[i].Rank] += share;
            all += share;
        }
        int best = Array.IndexOf(shares, shares.Max());
        return shares[best] >= s_least[(int)sort] * all ? fitting.Find(f => f.Rank == best).Heard.Candidate : null;
    }

    private void Nobody(ActorCandidate pronoun, string word, PronounSort sort, PronounPlace place, bool quoted, int actors, int nearest)
    {
        _slots.Clear();
        int at = pronoun.First, start = report.Sentences[pronoun.Sentence].FirstToken;
        Add(sort, PronounFeature.Nobody);
        Add(sort, PronounFeature.NobodyQuoted, quoted);
        Add(sort, PronounFeature.NobodySpeaks, place.Speaks);
        Add(sort, PronounFeature.NobodyObject, place.Role == PronounRole.Object);
        Add(sort, PronounFeature.NobodyOwner, place.Role == PronounRole.Owner);
        Add(sort, PronounFeature.NobodyPassive, place.Role == PronounRole.PassiveSubject);
        Add(sort, PronounFeature.NobodyCopula, scene.IsOfCopula(place));
        Add(sort, PronounFeature.NobodyExpletive, sort == PronounSort.It && scene.IsExpletive(at));
        Add(sort, PronounFeature.NobodyReflexive, IsReflexive(word));
        Add(sort, PronounFeature.NobodyWills, scene.Wills(place));
        Add(sort, PronounFeature.NobodyFew, actors == 0);
        Add(sort, PronounFeature.NobodyMany, actors >= 3);
        Add(sort, PronounFeature.NobodyNear, nearest < start);
        Add(sort, PronounFeature.NobodyThingHere, scene.Things(sort, start, at) > 0);
        Add(sort, PronounFeature.NobodyThingOften, scene.Things(sort, start, at) > 1);
        int subject = scene.LastThingSubject(sort, at);
        Add(sort, PronounFeature.NobodyThingSubjectHere, subject >= start);
        Add(sort, PronounFeature.NobodyThingSubjectBefore, pronoun.Sentence > 0 && subject < start && subject >= report.Sentences[pronoun.Sentence - 1].FirstToken);
        Add(sort, PronounFeature.NobodyPair, sort == PronounSort.They && IsBehindPair(at, start));
    }

    // "X and Y said they": two in one phrase are meant, and nobody alone.
    private bool IsBehindPair(int at, int start)
    {
        for (int i = at - 1; i >= start; i--)
        {
            if (_tokens[i].Relation == "conj" && _tokens[i].Tag is Upos.Propn && _tokens[i].Head >= 0 && _tokens[_tokens[i].Head].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private void Weigh(ActorCandidate pronoun, string word, PronounSort sort, PronounPlace place, bool quoted, HeardMention heard, IdentityEntry entry, int rank, bool firstSubject, bool lastSpeaker, int actors)
    {
        _slots.Clear();
        ActorCandidate mention = heard.Candidate;
        int back = pronoun.Sentence - mention.Sentence;
        bool subject = heard.Place.Role is PronounRole.Subject, anySubject = subject || heard.Place.Role is PronounRole.PassiveSubject;
        Add(sort, back switch { 0 => PronounFeature.Here, 1 => PronounFeature.OneBack, 2 => PronounFeature.TwoBack, _ => PronounFeature.ThreeBack });
        Add(sort, PronounFeature.SameParagraph, back > 0 && report.Sentences[pronoun.Sentence].Paragraph == report.Sentences[mention.Sentence].Paragraph);
        Add(sort, rank switch { 0 => PronounFeature.First, 1 => PronounFeature.Second, 2 => PronounFeature.Third, _ => PronounFeature.Later });
        Add(sort, PronounFeature.FirstSubject, firstSubject);
        Add(sort, PronounFeature.Alone, actors == 1);

        Add(sort, PronounFeature.Subject, subject);
        Add(sort, PronounFeature.SubjectHere, anySubject && back == 0);
        Add(sort, PronounFeature.SubjectOneBack, anySubject && back == 1);
        Add(sort, PronounFeature.SubjectFar, anySubject && back > 1);
        Add(sort, PronounFeature.PassiveSubject, heard.Place.Role == PronounRole.PassiveSubject);
        Add(sort, PronounFeature.Object, heard.Place.Role == PronounRole.Object);
        Add(sort, PronounFeature.Owner, heard.Place.Role == PronounRole.Owner || mention.IsPossessor);
        Add(sort, PronounFeature.Governed, heard.Place.Role == PronounRole.Governed);
        Add(sort, mention.Form switch { MentionForm.Name => PronounFeature.Name, MentionForm.Nominal => PronounFeature.Nominal, _ => PronounFeature.Pronoun });
        Add(sort, PronounFeature.SamePronoun, mention.Form == MentionForm.Pronoun && SortOf(_tokens[mention.First].Lower) == sort);
        Add(sort, PronounFeature.Opens, mention.First == report.Sentences[mention.Sentence].FirstToken);
        Add(sort, PronounFeature.Definite, mention.Form == MentionForm.Nominal && mention.Definite);
        Add(sort, PronounFeature.Indefinite, mention.Form == MentionForm.Nominal && mention.Indefinite);
        Add(sort, PronounFeature.Counted, mention.Form == MentionForm.Nominal && mention.Number is not null);

        bool isSubject = place.Role is PronounRole.Subject or PronounRole.PassiveSubject;
        Add(sort, PronounFeature.BothSubjects, anySubject && isSubject && back > 0);
        Add(sort, PronounFeature.BothObjects, heard.Place.Role == PronounRole.Object && place.Role == PronounRole.Object && back > 0);
        Add(sort, PronounFeature.BothSpeak, heard.Place.Speaks && place.Speaks && back > 0);
        // "He also said": who spoke last goes on.
        Add(sort, PronounFeature.LastSpeaker, lastSpeaker && place.Speaks && !quoted && back > 0);
        // What was done to somebody goes on being done to him: "took six hostages. They were freed".
        bool undergoes = place.Role == PronounRole.PassiveSubject && (back > 0 || heard.Place.Verb != place.Verb);
        Add(sort, PronounFeature.Undergoes, undergoes && heard.Place.Role is PronounRole.Object or PronounRole.PassiveSubject);
        Add(sort, PronounFeature.Underwent, undergoes && back <= 1 && heard.Place.Role is PronounRole.Object or PronounRole.PassiveSubject);
        Add(sort, PronounFeature.DoerOfBefore, undergoes && subject);
        Add(sort, PronounFeature.Told, place.Speaks && !quoted && back > 0 && scene.IsTold(heard.Place.Head));
        if (back == 0)
        {
            bool reflexive = IsReflexive(word), above = heard.Place.Verb >= 0 && anySubject && scene.IsUnder(place.Head, heard.Place.Verb);
            Add(sort, PronounFeature.HereBefore, heard.Place.Verb == place.Verb);
            Add(sort, PronounFeature.SaysThis, above && heard.Place.Speaks);
            Add(sort, PronounFeature.VerbAbove, above && !heard.Place.Speaks && heard.Place.Verb != place.Verb);
            // "X will pay, it said".
            Add(sort, PronounFeature.SpeaksOf, place.Speaks && anySubject && place.Verb >= 0 && heard.Place.Verb != place.Verb && (above || scene.IsUnder(heard.Place.Head, place.Verb)));
            Add(sort, PronounFeature.OwnerOfSpeaker, isSubject && scene.OwnsSpeaker(heard.Place) && heard.Place.Verb >= 0 && scene.IsUnder(place.Head, heard.Place.Verb));
            Add(sort, PronounFeature.VerbJoined, anySubject && scene.AreJoined(heard.Place.Verb, place.Verb));
            Add(sort, PronounFeature.SameVerb, heard.Place.Verb == place.Verb && !reflexive && place.Role is PronounRole.Object or PronounRole.Subject or PronounRole.Governed && heard.Place.Role is not PronounRole.Owner);
            Add(sort, PronounFeature.Reflexive, reflexive && heard.Place.Verb == place.Verb && anySubject);
            Add(sort, PronounFeature.OwnerOfObject, place.Role == PronounRole.Owner && heard.Place.Verb == place.Verb && anySubject);
        }
        bool heardQuoted = heard.Quoted;
        Add(sort, PronounFeature.SameQuote, quoted && heardQuoted && evidence.IsOneQuote(mention.First, pronoun.First));
        Add(sort, PronounFeature.OtherQuote, quoted && heardQuoted && !evidence.IsOneQuote(mention.First, pronoun.First));
        Add(sort, PronounFeature.EntersQuote, quoted && !heardQuoted);
        Add(sort, PronounFeature.LeavesQuote, !quoted && heardQuoted);

        if (sort == PronounSort.He)
            Add(sort, entry.Gender == '-' ? PronounFeature.GenderOpen : GivenShows(entry) ? PronounFeature.GenderGiven : PronounFeature.GenderLearnt);
        Add(sort, PronounFeature.Named, entry.IsNamed);
        Add(sort, PronounFeature.Twice, entry.Mentions.Count >= 2);
        Add(sort, PronounFeature.Often, entry.Mentions.Count >= 4);
        Add(sort, PronounFeature.Titled, entry.RoleNouns.Count > 0);
        if (sort != PronounSort.He)
        {
            Add(sort, PronounFeature.Plural, entry.Plural);
            Add(sort, PronounFeature.Body, entry.IsBody);
            Add(sort, PronounFeature.People, entry.Class is "people" or "civilian");
            Add(sort, PronounFeature.Group, entry.Kind == ActorKind.Group);
            Add(sort, PronounFeature.Police, entry.Kind == ActorKind.Police);
            Add(sort, PronounFeature.Force, entry.Kind == ActorKind.ArmedForce);
            Add(sort, PronounFeature.Government, entry.Kind == ActorKind.Government);
            Add(sort, PronounFeature.Organisation, entry.Kind == ActorKind.Organisation);
            Add(sort, PronounFeature.Outlet, entry.Kind == ActorKind.Outlet);
            int things = scene.Things(sort, mention.End, pronoun.First);
            Add(sort, things switch { 0 => PronounFeature.NoThing, 1 => PronounFeature.OneThing, 2 => PronounFeature.TwoThings, _ => PronounFeature.ManyThings });
            Add(sort, PronounFeature.ThingSubject, scene.LastThingSubject(sort, pronoun.First) >= mention.End);
        }
    }

    private void Add(PronounSort sort, PronounFeature feature, bool holds = true)
    {
        if (holds)
            _slots.Add(PronounModel.SlotOf(sort, feature));
    }

    /// <summary>The sort of a personal pronoun; null for other words.</summary>
    public static PronounSort? SortOf(string word) => word switch
    {
        "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself" => PronounSort.He,
        "they" or "them" or "their" or "theirs" or "themselves" => PronounSort.They,
        "it" or "its" or "itself" => PronounSort.It,
        _ => null,
    };

    private static bool IsSameGender(string first, string second) => first is not ("his" or "her") || (first == "his") == (second is "he" or "him" or "his" or "himself");

    private static bool IsReflexive(string word) => word is "himself" or "herself" or "themselves" or "itself";

    // Gender learned from an earlier pronoun is as unsure as that pronoun was.
    private bool GivenShows(IdentityEntry entry) => entry.Given is not null && lexicon.Given.Gender(entry.Given) != '-';

    private static bool Agrees(IdentityEntry entry, string word, PronounSort sort) => sort switch
    {
        PronounSort.He => entry.Kind == ActorKind.Person && !entry.Plural && (entry.Gender == '-' || entry.Gender == (word is "he" or "him" or "his" or "himself" ? 'm' : 'f')),
        PronounSort.It => entry.IsBody && !entry.Plural && entry.Kind is not ActorKind.Person,
        _ => entry.Plural || entry.Kind is not ActorKind.Person,
    };
}
