using Parallax.Data;
using Parallax.Text;

namespace Parallax.Annotate;

/// <summary>Finds the actors of a report: reads candidate phrases, weighs the evidence that they are actors, and decides which are the same.</summary>
internal sealed class ActorFinder(LanguageData data, PronounTeacher? teacher = null)
{
    private readonly ActorLexicon _lexicon = new(data);
    private readonly SpeechCues _cues = new(data);
    private readonly PronounModel _pronouns = PronounModel.Of(data);

    /// <summary>The words that name and describe actors.</summary>
    public ActorLexicon Lexicon => _lexicon;

    /// <summary>The actors in order of first mention, and every span that names one.</summary>
    public (IReadOnlyList<ReportActor> Actors, IReadOnlyList<ActorMention> Mentions) Find(AnnotatedReport report)
    {
        if (report.Tokens.Count == 0)
            return ([], []);
        List<ActorCandidate> candidates = new ActorReader(_lexicon, report).Read();
        List<IdentityEntry> entries = new IdentityResolver(_lexicon, _cues, _pronouns, report, candidates, teacher).Resolve();

        List<ReportActor> actors = [];
        List<(ActorCandidate Candidate, int Actor)> mentions = [];
        foreach (IdentityEntry entry in entries.Where(e => e.Mentions.Count > 0).OrderBy(e => e.Mentions.Min(m => m.First)).ThenBy(e => e.Index))
        {
            int index = actors.Count;
            actors.Add(Actor(index, entry, report));
            mentions.AddRange(entry.Mentions.Select(mention => (mention, index)));
        }
        mentions.AddRange(candidates.Where(c => c is { Form: MentionForm.Pronoun, Actor: < 0, Dropped: false }).Select(c => (c, -1)));
        return (actors, Mentions(mentions, report.Tokens));
    }

    private static ActorMention[] Mentions(List<(ActorCandidate Candidate, int Actor)> found, IReadOnlyList<Token> tokens)
    {
        found.Sort((a, b) => a.Candidate.First != b.Candidate.First ? a.Candidate.First.CompareTo(b.Candidate.First) : b.Candidate.End.CompareTo(a.Candidate.End));
        return [.. found.Select(item => new ActorMention(
            Span(tokens, item.Candidate.First, item.Candidate.End),
            Span(tokens, item.Candidate.HeadFirst, item.Candidate.HeadEnd),
            item.Candidate.Sentence, item.Candidate.Form, item.Actor))];
    }

    private static TextSpan Span(IReadOnlyList<Token> tokens, int first, int end) => TextSpan.FromBounds(tokens[first].Span.Start, tokens[end - 1].Span.End);

    private ReportActor Actor(int index, IdentityEntry entry, AnnotatedReport report)
    {
        string name = entry.Names.Count > 0 ? Fullest(entry) : entry.Description;
        // A state that the report calls by its name is shown by it, never by its capital or the house of its president.
        if (entry is { Kind: ActorKind.Government, Key: not null, Names.Count: > 1 } && _lexicon.CountryByCode(entry.Country) is { } state)
            name = entry.Names.Find(n => _lexicon.CountryNamed(n) is not null) ?? state.Name;
        else if (entry.Kind == ActorKind.Government && entry.Key is not null && _lexicon.CountryByCode(entry.Country) is { } country && entry.Names.All(n => _lexicon.CountryNamed(n) is null))
            name = entry.Names.Count > 0 ? entry.Names[0] : "government of " + country.Name;
        if (name.Length == 0)
            name = ActorDescription.Bare(ActorWords.Text(report, entry.Mentions[0].First, entry.Mentions[0].End));
        return new ReportActor(index, name, entry.Kind, entry.Country, entry.IsNamed, [.. entry.Members.Order(StringComparer.Ordinal)], entry.Roles, entry.Names) { Class = entry.Class };
    }

    private static string Fullest(IdentityEntry entry)
    {
        string best = entry.Names[0];
        foreach (string name in entry.Names)
        {
            if (entry.Kind == ActorKind.Person ? name.Count(c => c == ' ') > best.Count(c => c == ' ') : name.Length > best.Length && best.Length > 6 && entry.Kind != ActorKind.Government)
                best = name;
        }
        return best;
    }
}
