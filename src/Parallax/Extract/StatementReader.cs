using Parallax.Annotate;
using Parallax.Data;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>Makes a statement claim of each piece of reported speech.</summary>
internal sealed class StatementReader
{
    private static readonly string[] s_harm =
    [
        "answer", "attack", "bomb", "burn", "close", "crush", "cut", "destroy", "fight", "fire", "hit", "kill", "punish", "respond", "retaliate", "shoot", "shut", "stop", "strike", "withdraw",
    ];

    private static readonly string[] s_ahead = [" will ", " would ", "'ll ", "’ll ", " won't ", " won’t ", " ready to ", " prepared to ", " going to ", " authorised to ", " authorized to ", " could ", " may ", " might ", " shall ", " intend", " plan", " be able to "];

    private readonly Dictionary<string, SpeechAct> _cues = new(StringComparer.Ordinal);
    private readonly List<(SpeechAct Act, string[] Words)> _words = [];

    public StatementReader(LanguageData data)
    {
        foreach (string[] row in data.Lexicon("acts-cues").Rows)
            _cues[row[0]] = Enum.Parse<SpeechAct>(row[1], ignoreCase: true);
        foreach (string[] row in data.Lexicon("acts-content").Rows)
            _words.Add((Enum.Parse<SpeechAct>(row[0], ignoreCase: true), row[1].Split(' ')));
    }

    /// <summary>The statements of the report, in text order.</summary>
    public IReadOnlyList<StatementClaim> Read(ReportView view, Func<TextSpan, int> timeOf, List<Declined> declined)
    {
        AnnotatedReport report = view.Report;
        List<StatementClaim> claims = [];
        for (int i = 0; i < report.Speeches.Count; i++)
        {
            Speech speech = report.Speeches[i];
            if (speech.Content.Count == 0 || (speech.Sentence < report.Sentences.Count && report.Sentences[speech.Sentence].IsHeading))
                continue;
            bool named = speech.Speaker >= 0 && IsSpeaker(report.Actors[speech.Speaker]);
            if (speech.Speaker < 0 && speech.SpeakerSpan is null)
            {
                declined.Add(new Declined("D103", "Words are quoted without saying whose they are.", speech.Span));
                continue;
            }
            if (speech.Form == SpeechForm.Indirect && !((named || IsDescribed(report, speech)) && speech.CueLemma is { } cue && _cues.ContainsKey(cue)))
                continue;
            // "could not confirm that", "no official said": nothing was said.
            if (!CuePolarity.IsSaid(report, speech))
                continue;
            // "they call X fake" labels, it does not demand.
            if (speech.CueLemma == "call" && !IsCallFor(report, speech) && !(speech.Form == SpeechForm.Mixed && speech.Content[0].Of(report.Report.Text).AsSpan().Count(' ') > 1))
                continue;
            // "who asked not to be named": how the speaker is named, not what is said.
            if (speech.CueLemma is "ask" or "request" or "insist" or "demand" && IsAboutNaming(speech.Content[0].Of(report.Report.Text)))
                continue;
            // "dismissed the police chief": sent away, not called untrue.
            if (speech.CueLemma == "dismiss" && speech.Form == SpeechForm.Indirect && report.Mentions.Any(m => m.Span.Start == speech.Content[0].Start && m.Actor >= 0 && report.Actors[m.Actor].Kind == ActorKind.Person))
                continue;
            // What stood between two pieces of a quotation is left out with a mark, as print does.
            string text = string.Join(" … ", speech.Content.Select(span => span.Of(report.Report.Text)));
            // A quoted word or two is a label or a term, not a statement.
            if (speech.Form == SpeechForm.Direct && text.AsSpan().Count(' ') < 2)
                continue;
            SpeechAct act = ActOf(report, speech, text);
            // "a claim he said was false", "what they called was a bomb": the words alone have lost what they are about.
            TextSpan? about = SpokenOf.Head(report, speech);
            if (about is null && SpokenOf.LacksHead(report, speech))
                continue;
            if (about is { } head)
                text = head.Of(report.Report.Text) + " … " + text;
            // "declared independence": a deed by words, nothing that was stated.
            if (speech.Form == SpeechForm.Indirect && act == SpeechAct.State && !HasVerb(report, speech.Content[0]) && !(speech.CueLemma != "according to" && speech.Content.Skip(1).Any(piece => HasVerb(report, piece))) && !view.IsResponsibility(speech))
                continue;
            claims.Add(new StatementClaim
            {
                Speech = i,
                Act = act,
                Text = text,
                Evidence = about is { } whole ? speech.Span.Union(whole) : speech.Span,
                Sentence = speech.Sentence,
                Status = ClaimStatus.Happened,
                Attribution = Chain(view, i),
                Time = timeOf(speech.Cue ?? speech.Span),
                Rule = "statement:" + (speech.CueLemma ?? "quote"),
            });
        }
        return claims;
    }

    // Who tells of the speech, the outermost first, and last the speaker: "the minister said the UN had warned".
    private static List<AttributionLink> Chain(ReportView view, int index)
    {
        AnnotatedReport report = view.Report;
        Speech speech = report.Speeches[index];
        List<AttributionLink> links = [];
        if (speech.Cue is { } cue && speech.Sentence < report.Sentences.Count)
        {
            foreach (int outer in view.SpeechesAround(speech.Sentence, cue))
            {
                if (outer != index && (report.Speeches[outer].Speaker != speech.Speaker || speech.Speaker < 0))
                    AttributionReader.AddSpeaker(report, report.Speeches[outer], links);
            }
        }
        bool outlet = speech.Speaker >= 0 && report.Actors[speech.Speaker].Kind == ActorKind.Outlet;
        links.Add(new AttributionLink(
            outlet ? AttributionKind.Outlet : AttributionKind.Speaker, speech.SpeakerSpan?.Of(report.Report.Text) ?? report.Actors[speech.Speaker].Name, speech.Speaker, speech.SpeakerSpan));
        return links;
    }

    // "called on X to leave", "called again on Monday for talks"; not "called the ban on imports crazy".
    private static bool IsCallFor(AnnotatedReport report, Speech speech)
    {
        if (speech.Cue is not { } cue)
            return false;
        for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, cue.End); i < report.Tokens.Count && i < AnnotatedReport.FirstTokenAt(report.Tokens, cue.End) + 6; i++)
        {
            if (report.Tokens[i].Lower is "on" or "for" or "upon" && !report.Times.Any(time => time.Span.Start == report.Tokens[i + 1 < report.Tokens.Count ? i + 1 : i].Span.Start))
                return true;
            if (report.Tokens[i].Tag is Upos.Det or Upos.Pron or Upos.Adj || (report.Tokens[i].Tag == Upos.Noun && report.Tokens[i].Relation is "obj" or "xcomp"))
                return false;
        }
        return false;
    }

    // "residents", "two officers of the port": not named, and yet somebody; "some", "people", "what" are nobody.
    private static bool IsDescribed(AnnotatedReport report, Speech speech)
    {
        if (speech.SpeakerSpan is not { } span)
            return false;
        int head = AnnotatedReport.FirstTokenAt(report.Tokens, span.Start), end = AnnotatedReport.FirstTokenAt(report.Tokens, span.End);
        bool noun = false;
        for (int i = head; i < end; i++)
            noun |= report.Tokens[i].Tag is Upos.Noun or Upos.Propn;
        return (noun && span.Of(report.Report.Text).ToLowerInvariant() is not ("people" or "rumours" or "rumors" or "critics" or "observers")) || (end < report.Tokens.Count && head < end && report.Tokens[end].Lower is "with" or "familiar" or "close" or "who" or "at" or "briefed" or "in" or "from" && report.Tokens[head].Lower is "people" or "somebody" or "someone" or "those") || (head < report.Tokens.Count && report.Tokens[head].Tag == Upos.Pron && (speech.Speaker >= 0 || report.Tokens[head].Lower is "he" or "she"));
    }

    private static bool IsSpeaker(ReportActor actor) =>
        actor.IsNamed || actor.Kind is not ActorKind.Group || actor.Roles.Count > 0;

    private static bool IsAboutNaming(string text) =>
        text.Contains("be named", StringComparison.Ordinal) || text.Contains("be identified", StringComparison.Ordinal) || text.Contains("anonym", StringComparison.Ordinal) || text.Contains("be quoted", StringComparison.Ordinal);

    private static bool ThreatensHarm(string folded) => s_harm.Any(word => folded.Contains(" " + word + " ", StringComparison.Ordinal));

    private static bool HasVerb(AnnotatedReport report, TextSpan content)
    {
        for (int i = AnnotatedReport.FirstTokenAt(report.Tokens, content.Start); i < report.Tokens.Count && report.Tokens[i].Span.Start < content.End; i++)
        {
            if (report.Tokens[i].Tag is Upos.Verb or Upos.Aux)
                return true;
        }
        return false;
    }

    // "warned that it would answer", "that the army will strike" threaten; "that the dam might break" does not.
    private static bool TellsOfOwnDeeds(AnnotatedReport report, Speech speech, string text)
    {
        string folded = Folding.Fold(text).TrimStart('"', '“', '\'', '‘');
        int blank = folded.IndexOf(' ', StringComparison.Ordinal);
        // "warned that it had new evidence", "warned them that they must leave": nothing that the speaker will do.
        if (!s_ahead.Any(word => folded.Contains(word, StringComparison.Ordinal)))
            return false;
        if (blank > 0 && folded[..blank] is "we" or "i" or "it" or "he" or "she" or "they" or "its" or "his" or "her" or "their" or "our" or "my" or "we'll" or "we’ll")
            return true;
        bool promises = folded.Contains(" will ", StringComparison.Ordinal) || folded.Contains(" would ", StringComparison.Ordinal);
        return promises && report.Mentions.Any(m => m.Span.Start == speech.Content[0].Start && m.Actor >= 0);
    }

    private SpeechAct ActOf(AnnotatedReport report, Speech speech, string text)
    {
        // "calling it irresponsible" asks for nothing.
        if (speech.CueLemma == "call" && speech.Cue is { } calling && !IsCallFor(report, speech))
            return Judgements.Of(report.Tokens, AnnotatedReport.FirstTokenAt(report.Tokens, calling.Start)) switch { < 0 => SpeechAct.Condemn, > 0 => SpeechAct.Support, _ => SpeechAct.State };
        SpeechAct act = speech.CueLemma is { } cue && _cues.TryGetValue(cue, out SpeechAct byCue) ? byCue : SpeechAct.State;
        if (act != SpeechAct.State && !(act == SpeechAct.Threaten && speech.CueLemma is "warn" or "caution" && !TellsOfOwnDeeds(report, speech, text)))
            return act;
        string folded = " " + Folding.Fold(text).Replace("\"", "", StringComparison.Ordinal).Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).TrimEnd('.', ',') + " ";
        // "if they come, we will answer": a promise of harm.
        if ((" " + folded).Contains(" if ", StringComparison.Ordinal) && (folded.Contains(" we will ", StringComparison.Ordinal) || folded.Contains(" i will ", StringComparison.Ordinal)) && speech.Form == SpeechForm.Direct && ThreatensHarm(folded))
            return SpeechAct.Threaten;
        foreach ((SpeechAct byWords, string[] words) in _words)
        {
            if (folded.Contains(" " + string.Join(' ', words) + " ", StringComparison.Ordinal))
                return byWords;
        }
        return SpeechAct.State;
    }
}
