using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Reads who a claim is attributed to: the speech around it, "according to", a credited agency.</summary>
internal sealed class AttributionReader(LanguageData data)
{
    private const int Reach = 14;

    private readonly HashSet<string> _alleging = data.Lexicon("acts-cues").Rows.Where(row => row[2] == "alleged").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _denying = data.Lexicon("acts-cues").Rows.Where(row => row[2] == "denied").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    // What a demand mentions besides is taken as known, not as said by whoever demands.
    private readonly HashSet<string> _demanding = data.Lexicon("acts-cues").Rows.Where(row => row[1] is "demand" or "promise").Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The chain for what is said at <paramref name="at"/>, and what the speech makes of its standing.</summary>
    public (IReadOnlyList<AttributionLink> Links, ClauseStatus Status, int Speech) Read(ReportView view, SentenceView s, TextSpan at, VerbGroup? verb = null)
    {
        List<AttributionLink> links = [];
        foreach (Read.Credit credit in view.Report.Report.Credits)
            links.Add(new AttributionLink(AttributionKind.Agency, credit.Agency, -1, credit.Span));
        ClauseStatus status = ClauseStatus.Plain;
        int speech = view.SpeechAround(s.Sentence.Index, at);
        if (speech >= 0)
        {
            // The outermost teller first, the innermost last; the nearest word that leaves the truth open decides.
            foreach (int around in view.SpeechesAround(s.Sentence.Index, at))
            {
                Speech said = view.Report.Speeches[around];
                if (said.CueLemma is { } denies && _denying.Contains(denies) && !DenialReach.Holds(s, said, at))
                    continue;
                if (!CuePolarity.IsSaid(view.Report, said))
                {
                    status = new(ClaimStatus.Alleged, said.CueLemma ?? "said");
                    continue;
                }
                if (said.CueLemma is null || !_demanding.Contains(said.CueLemma))
                {
                    AddSpeaker(view.Report, said, links);
                    AddCited(view.Report, said, links);
                }
                if (said.CueLemma is { } cue && (_denying.Contains(cue) || _alleging.Contains(cue)))
                    status = new(_denying.Contains(cue) ? ClaimStatus.Denied : ClaimStatus.Alleged, cue);
            }
        }
        else if (verb is { Kind: ClauseKind.Complement, Governor: { Negated: false, Modal: null } saying } && ClauseFinder.IsSaying(s.Lemma(saying.Head)) && saying.Subjects.Count > 0 && !DenialReach.IsParted(s, saying.Head, verb.First))
        {
            // Speech that was not found as such, but whose clause hangs under a verb of saying.
            NounPhrase speaker = saying.Subjects[^1];
            TextSpan span = s.SpanOf(speaker.First, speaker.End);
            links.Add(new AttributionLink(AttributionKind.Speaker, span.Of(view.Report.Report.Text), ActorLookup.ActorOf(s, speaker), span));
        }
        else
            AddAccordingTo(s, at, links);
        return (links, status, speech);
    }

    /// <summary>Adds who speaks to the chain, once.</summary>
    public static void AddSpeaker(AnnotatedReport report, Speech said, List<AttributionLink> links)
    {
        string? text = said.SpeakerSpan is { } span ? span.Of(report.Report.Text) : null;
        if (text is null or "which" or "who" or "that" || text.Length < 5 && char.IsLower(text[0]) || text is "He" or "She" or "They" or "It" or "We" or "I")
            text = said.Speaker >= 0 ? report.Actors[said.Speaker].Name : null;
        if (text is null || links.Exists(link => link.Span == said.SpeakerSpan && link.Text == text))
            return;
        bool outlet = said.Speaker >= 0 && report.Actors[said.Speaker].Kind == ActorKind.Outlet;
        links.Add(new AttributionLink(outlet ? AttributionKind.Outlet : AttributionKind.Speaker, text, said.Speaker, said.SpeakerSpan));
    }

    /// <summary>"the governor said, citing the police": from whom the speaker has it.</summary>
    private static void AddCited(AnnotatedReport report, Speech said, List<AttributionLink> links)
    {
        if (said.Cue is not { } cue)
            return;
        IReadOnlyList<Token> tokens = report.Tokens;
        int verb = AnnotatedReport.FirstTokenAt(tokens, cue.Start);
        for (int i = verb + 1; i < tokens.Count && i < verb + Reach; i++)
        {
            if (tokens[i] is not { Lemma: "cite" or "quote", Xpos: "VBG" } || tokens[i].Head != verb)
                continue;
            for (int thing = i + 1; thing < tokens.Count && thing < i + Reach; thing++)
            {
                if (tokens[thing].Head != i || tokens[thing].Relation != "obj" || tokens[thing].Tag is not (Upos.Noun or Upos.Propn))
                    continue;
                int first = thing;
                while (first - 1 > i && tokens[first - 1].Head == thing && tokens[first - 1].Tag is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num)
                    first--;
                TextSpan span = TextSpan.FromBounds(tokens[first].Span.Start, tokens[thing].Span.End);
                int actor = report.Mentions.FirstOrDefault(m => m.Span.Overlaps(tokens[thing].Span))?.Actor ?? -1;
                links.Add(new AttributionLink(AttributionKind.Speaker, span.Of(report.Report.Text), actor, span));
                return;
            }
        }
    }

    /// <summary>"according to X", "as reported by X" in the sentence, outside any quotation.</summary>
    private static void AddAccordingTo(SentenceView s, TextSpan at, List<AttributionLink> links)
    {
        for (int i = 0; i + 2 < s.Count; i++)
        {
            bool according = s.Lower(i) == "according" && s.Lower(i + 1) == "to";
            bool reported = s.Lower(i) == "as" && s.Lower(i + 1) == "reported" && s.Lower(i + 2) == "by";
            if ((!according && !reported) || s.Quoted[i] || at.Contains(s[i].Span))
                continue;
            int first = i + (reported ? 3 : 2);
            int end = first;
            while (end < s.Count && s.Tag(end) is Upos.Det or Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num or Upos.Part && end - first < 8 && !(s.Lower(first) is "a" or "an" && s.Lemma(first + 1) is "mean" or "means" or "result"))
                end++;
            if (end == first)
                continue;
            int mention = s.MentionAt[end - 1];
            int actor = mention >= 0 ? s.Report.Mentions[mention].Actor : -1;
            TextSpan span = s.SpanOf(first, end);
            AttributionKind kind = actor >= 0 && s.Report.Actors[actor].Kind == ActorKind.Outlet ? AttributionKind.Outlet : AttributionKind.Speaker;
            links.Add(new AttributionLink(kind, span.Of(s.Report.Report.Text), actor, span));
            return;
        }
    }

}
