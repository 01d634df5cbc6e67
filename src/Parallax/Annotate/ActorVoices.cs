using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>
/// Who "we" are inside a quotation: the body that speaks, or the one that its spokesman or head speaks for. A resident, a senator or somebody of whom no office in a
/// body is known speaks for nobody that could be named.
/// </summary>
internal static class ActorVoices
{
    private static readonly HashSet<string> s_heads = new(StringComparer.Ordinal)
    {
        "spokesman", "spokeswoman", "spokesperson", "ceo", "chief", "executive", "chairman", "chairwoman", "chairperson", "chair", "president", "director", "head", "leader", "commander", "secretary",
        "secretary-general", "general", "manager", "founder", "co-founder", "coordinator", "representative", "official", "officer", "boss", "captain", "commissioner", "administrator", "owner",
    };

    /// <summary>The mentions of the report with "we", "us" and "our" in quotations, in text order.</summary>
    public static IReadOnlyList<ActorMention> Find(AnnotatedReport report)
    {
        List<ActorMention>? found = null;
        Dictionary<string, int>? bodies = null;
        HashSet<int> taken = [];
        foreach (Speech speech in report.Speeches)
        {
            if (speech.Speaker < 0 || speech.Form == SpeechForm.Indirect)
                continue;
            int? voice = null;
            foreach (TextSpan content in speech.Content)
            {
                for (int at = AnnotatedReport.FirstTokenAt(report.Tokens, content.Start); at < report.Tokens.Count && report.Tokens[at].Span.Start < content.End; at++)
                {
                    if (!IsFirstPerson(report.Tokens[at]) || IsOfAll(report.Tokens, at) || !taken.Add(at))
                        continue;
                    voice ??= Voice(report, report.Actors[speech.Speaker], bodies ??= Bodies(report));
                    if (voice is >= 0 and int actor)
                        (found ??= []).Add(new ActorMention(report.Tokens[at].Span, report.Tokens[at].Span, SentenceOf(report, at, speech.Sentence), MentionForm.Pronoun, actor));
                }
            }
        }
        if (found is null)
            return report.Mentions;
        found.AddRange(report.Mentions);
        found.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Span.End.CompareTo(a.Span.End));
        return found;
    }

    private static bool IsFirstPerson(Token token) => token.Lower is "we" or "us" or "our" or "ours" or "ourselves" && token.Text is not "US";

    // "our country", "our people": everybody's, not the body's.
    private static bool IsOfAll(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Lower == "our" && tokens[at].Head >= 0 && tokens[tokens[at].Head].Lemma is "country" or "nation" or "democracy" or "people" or "world" or "planet" or "society" or "homeland" or "land" or "time" or "day" or "life" or "child" or "history" or "continent" or "region" or "city" or "town" or "community";

    private static int Voice(AnnotatedReport report, ReportActor speaker, Dictionary<string, int> bodies)
    {
        if (speaker.Kind is ActorKind.Organisation or ActorKind.ArmedForce or ActorKind.Police or ActorKind.Outlet)
            return speaker.Class is "parliament" or "court" ? -1 : speaker.Index;
        if (speaker.Kind != ActorKind.Person)
            return -1;
        int voice = -1;
        foreach (RoleMention role in speaker.Roles)
        {
            if (role.Former || role.Of is null || !SpeaksFor(role.Title) || !bodies.TryGetValue(Key(role.Of), out int body))
                continue;
            // One who heads two bodies may speak for either.
            if (voice >= 0 && voice != body)
                return -1;
            voice = body;
        }
        return voice;
    }

    private static bool SpeaksFor(string title)
    {
        string folded = Folding.Fold(title);
        return s_heads.Contains(folded[(folded.LastIndexOf(' ') + 1)..]) || s_heads.Contains(folded.Split(' ')[0]);
    }

    private static Dictionary<string, int> Bodies(AnnotatedReport report)
    {
        Dictionary<string, int> bodies = new(StringComparer.Ordinal);
        foreach (ReportActor actor in report.Actors)
        {
            if (!actor.IsNamed || actor.Kind is not (ActorKind.Organisation or ActorKind.ArmedForce or ActorKind.Police or ActorKind.Outlet) || actor.Class is "parliament" or "court")
                continue;
            foreach (string name in actor.Names)
                bodies.TryAdd(Key(name), actor.Index);
            bodies.TryAdd(Key(actor.Name), actor.Index);
        }
        return bodies;
    }

    private static string Key(string name)
    {
        string folded = Folding.Fold(name);
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }

    private static int SentenceOf(AnnotatedReport report, int token, int from)
    {
        int sentence = from;
        while (sentence > 0 && report.Sentences[sentence].FirstToken > token)
            sentence--;
        while (sentence + 1 < report.Sentences.Count && report.Sentences[sentence].EndToken <= token)
            sentence++;
        return sentence;
    }
}
