using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Reads the deeds of a report off its trees.</summary>
internal sealed class DeedReader(LanguageData data)
{
    private const int PhraseReach = 4;
    private const int MostNoun = 14;
    private const int ShortestVerb = 4;
    private static readonly HashSet<string> s_negations = new(["not", "n't", "never", "neither", "nor"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_nobody = new(["nobody", "none", "nothing", "no"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_denials = new(["deny", "refute", "disclaim", "false", "untrue", "baseless"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_rejections = new(["reject", "dismiss", "dispute", "contradict"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_claims = new(["claim", "allegation", "accusation", "report", "charge", "rumour", "rumor", "part", "role", "involvement", "responsibility", "hand", "have"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_light = new(
        ["have", "say", "tell", "make", "take", "give", "come", "know", "think", "want", "need", "report", "state", "add", "call", "seem", "become", "include", "show", "keep", "help", "believe", "expect", "remain", "continue", "allow", "mean", "work", "live", "speak", "ask", "look", "feel", "bring", "put", "turn", "follow", "note", "hear", "learn", "describe", "explain", "accord", "base", "stand", "lie", "wait", "like", "hope", "plan", "try", "use", "hold"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_settlements = new(["village", "town", "city", "airport", "port", "district", "suburb", "outskirts", "centre", "center", "hamlet", "island", "camp", "harbour", "station", "hospital"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_unreal = new(["will", "would", "could", "might", "may", "should", "shall", "must", "if", "whether", "unless", "to"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_exclusive = new(
        ["themselves", "himself", "herself", "itself", "own", "first", "fault", "blame", "cause", "responsible", "conclude", "establish", "investigator", "investigation", "inquiry", "clear", "rule", "instead", "rather", "actually", "match", "exclude"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_means = new(["fire", "alight", "ablaze", "shot", "hand", "round", "bullet", "arm"], StringComparer.Ordinal);

    private readonly Dictionary<string, string> _kinds = data.Lexicon("deed-classes").Rows.ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private readonly HashSet<string> _listed = [.. data.Lexicon("deed-classes").Rows.Select(row => row[1])];
    private readonly CountLexicon _lexicon = data.Made(d => new CountLexicon(d));

    /// <summary>What can be seen of a deed before its sentence is read closely.</summary>
    internal sealed record Sketch(Sentence Sentence, int At, string Kind, bool IsListed, bool IsDenied, int Doer, int Befallen);

    /// <summary>The deeds of <paramref name="report"/> in text order, in outline.</summary>
    public IReadOnlyList<Sketch> Outline(FusedReport report)
    {
        AnnotatedReport source = report.Claims.Source;
        Dictionary<int, ClaimStatus> statuses = [];
        foreach (EventClaim claim in report.Claims.Claims.OfType<EventClaim>())
            statuses[claim.Trigger.Start] = claim.Status;
        List<Sketch> sketches = [];
        foreach (Sentence sentence in source.Sentences)
        {
            if (sentence.IsHeading)
                continue;
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (KindOf(source, sentence, i) is not string kind || IsUnreal(source, sentence, i) || statuses.TryGetValue(source.Tokens[i].Span.Start, out ClaimStatus status) && status is ClaimStatus.Planned or ClaimStatus.Hypothetical or ClaimStatus.Background)
                    continue;
                (int doer, int subject, int befallen) = Arguments(source, sentence, i);
                sketches.Add(new Sketch(sentence, i, kind, _listed.Contains(kind), IsDenied(source, sentence, i, subject >= 0 ? subject : doer, befallen), doer, befallen));
            }
        }
        return sketches;
    }

    /// <summary>The deeds of <paramref name="report"/> that <paramref name="sketches"/> outline, read closely.</summary>
    public IReadOnlyList<Deed> Read(FusedReport report, int index, IReadOnlyList<Sketch> sketches)
    {
        AnnotatedReport source = report.Claims.Source;
        if (sketches.Count == 0)
            return [];
        SentenceWords[] sentences = [.. source.Sentences.Select(s => _lexicon.WordsOf(source, s, false))];
        Dictionary<string, int> spread = new(StringComparer.Ordinal);
        foreach (string word in sentences.SelectMany(s => s.Content))
            spread[word] = spread.GetValueOrDefault(word) + 1;
        SameMatter.Vocabulary vocabulary = new(spread, sentences.SelectMany(s => s.Names).ToHashSet(StringComparer.Ordinal));
        IReadOnlyList<EdtfDate?> times = TimeResolver.Resolve(source, report.Published.Date);
        ILookup<int, (int Token, LocalDate Day)> days = Enumerable.Range(0, times.Count)
            .Where(i => times[i] is { Precision: DatePrecision.Day } && source.Times[i].Direction != TimeDirection.Future && !CountReader.IsOfSpeech(source, source.Times[i]))
            .ToLookup(i => source.Times[i].Sentence, i => (HeadOf(source, source.Times[i].Span), times[i]!.Value.Start));
        return [.. sketches.Select(s => DeedOf(report, index, s, sentences, days, vocabulary))];
    }

    private string? KindOf(AnnotatedReport source, Sentence sentence, int at)
    {
        Token token = source.Tokens[at];
        if (token.Tag is not (Upos.Verb or Upos.Noun))
            return null;
        if (token.Tag == Upos.Verb)
        {
            int end = Math.Min(sentence.EndToken, at + 1 + PhraseReach);
            for (int i = at + 1; i < end; i++)
            {
                if (source.Tokens[i].Tag is not (Upos.Det or Upos.Punct) && _kinds.TryGetValue(token.Lemma + "-" + source.Tokens[i].Lemma, out string? phrase))
                    return phrase;
            }
        }
        // "Fire", "mine", "close" name deeds as verbs; as nouns only where the list means the noun too.
        if (token.Tag == Upos.Noun && token.Relation.StartsWith("compound", StringComparison.Ordinal))
            return null;
        // "The fire was started by a generator": the deed is what was started.
        if (_kinds.GetValueOrDefault(token.Lemma) is "start" && token.Tag == Upos.Verb)
            return StartedBy(source, sentence, at);
        return token.Tag == Upos.Noun && token.Lemma is "fire" or "mine" or "close" or "break" or "start" or "cut" or "club" or "ram" or "rebel" or "shot" or "head" or "lead" or "own" or "drive" or "test" or "order" or "fell" or "hit" or "stop" or "count" or "visit" or "split" or "charge" or "save" or "pass" or "leave" or "land" ? null
            : _kinds.GetValueOrDefault(token.Lemma) ?? (token.Tag == Upos.Verb && token.Lemma.Length >= ShortestVerb && !s_light.Contains(token.Lemma) ? token.Lemma : null);
    }

    /// <summary>The token of a time through which it hangs in its sentence.</summary>
    private static int HeadOf(AnnotatedReport source, TextSpan time)
    {
        int first = AnnotatedReport.FirstTokenAt(source.Tokens, time.Start);
        for (int i = first; i < source.Tokens.Count && source.Tokens[i].Span.Start < time.End; i++)
        {
            if (source.Tokens[i].Head < 0 || !time.Contains(source.Tokens[source.Tokens[i].Head].Span))
                return i;
        }
        return first;
    }

    /// <summary>Whether a time dates the deed itself: it hangs on its word, or on the verb whose subject the deed is ("the riot broke out on Thursday").</summary>
    private static bool IsDayOf(AnnotatedReport source, Sentence sentence, int time, int at)
    {
        int up = time;
        for (int step = 0; step < 5; step++)
        {
            if (up < sentence.FirstToken || up >= sentence.EndToken)
                return false;
            if (up == at)
                return true;
            if (up != time && source.Tokens[up].Tag == Upos.Verb)
                return source.Tokens[at].Head == up && source.Tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal);
            up = source.Tokens[up].Head;
        }
        return false;
    }

    private string? StartedBy(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head == at && token.Tag == Upos.Noun && token.Relation is "nsubj:pass" or "obj" or "nsubj")
            {
                string? kind = token.Lemma is "fire" or "blaze" ? "burn" : _kinds.GetValueOrDefault(token.Lemma);
                if (kind is not null)
                    return kind;
            }
        }
        return "start";
    }

    private static bool IsUnreal(AnnotatedReport source, Sentence sentence, int at)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Head == at && source.Tokens[i].Relation is "aux" or "mark" && s_unreal.Contains(source.Tokens[i].Lower))
                return true;
        }
        return false;
    }

    private Deed DeedOf(FusedReport report, int index, Sketch sketch, SentenceWords[] sentences, ILookup<int, (int Token, LocalDate Day)> days, SameMatter.Vocabulary vocabulary)
    {
        AnnotatedReport source = report.Claims.Source;
        (Sentence sentence, int at, int doer, int befallen) = (sketch.Sentence, sketch.At, sketch.Doer, sketch.Befallen);
        string? speaker = SpeakerOf(source, sentence, at);
        HashSet<string> said = new(speaker is null ? [] : _lexicon.ContentOf(speaker), StringComparer.Ordinal);
        HashSet<string> around = new(StringComparer.Ordinal);
        foreach (int other in new[] { sentence.Index - 1, sentence.Index + 1 })
        {
            if (other >= 0 && other < sentences.Length)
                around.UnionWith(sentences[other].Content);
        }
        HashSet<string> content = [.. sentences[sentence.Index].Content.Except(said)];
        HashSet<string> persons = new(StringComparer.Ordinal);
        foreach (NameMention name in source.Names.Where(n => n.Sentence == sentence.Index && n.Kind == NameKind.Person))
        {
            string last = ClusterWords.Split(name.Span.Of(source.Report.Text)).LastOrDefault() ?? "";
            if (last.Length > 0 && !said.Contains(last))
                persons.Add(last);
        }
        return new Deed
        {
            ReportIndex = index,
            Report = report,
            Token = at,
            Kind = sketch.Kind,
            IsListed = sketch.IsListed,
            IsDenied = sketch.IsDenied,
            Doers = Words(source, sentence, doer),
            DoerText = doer >= 0 ? TextOf(source, sentence, doer) : null,
            Objects = ObjectsOf(source, sentence, at, doer, befallen),
            Content = content,
            Around = around,
            Names = sentences[sentence.Index].Names.Except(said).ToHashSet(StringComparer.Ordinal),
            Persons = persons,
            Locations = LocationsOf(source, sentence),
            Days = days[sentence.Index].Select(d => d.Day).ToHashSet(),
            OwnDays = days[sentence.Index].Where(d => IsDayOf(source, sentence, d.Token, at)).Select(d => d.Day).ToHashSet(),
            Speaker = speaker,
            SpeakerWords = said,
            IsExclusive = Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(i => s_exclusive.Contains(source.Tokens[i].Lemma)),
            Spread = vocabulary.Words,
            Vocabulary = vocabulary,
            Published = report.Published.Date is { Precision: DatePrecision.Day } day ? day.Start : null,
            Evidence = sentence.Span,
        };
    }

    /// <summary>Who does it, what stands as its subject, and whom it befalls.</summary>
    private static (int Doer, int Subject, int Befallen) Arguments(AnnotatedReport source, Sentence sentence, int at)
    {
        int doer = -1, subject = -1, befallen = -1;
        bool passive = false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head != at)
                continue;
            bool by = i > 0 && Enumerable.Range(Math.Max(sentence.FirstToken, i - 4), i - Math.Max(sentence.FirstToken, i - 4)).Any(k => source.Tokens[k].Head == i && source.Tokens[k].Lower == "by");
            if (token.Relation is "nsubj")
                (doer, subject) = (i, i);
            else if (token.Relation is "nsubj:pass")
                (befallen, subject, passive) = (i, i, true);
            else if (token.Relation is "obj" or "nmod:on" or "nmod:of")
                befallen = i;
            else if (token.Relation.StartsWith("obl", StringComparison.Ordinal) && by)
                doer = i;
            else if (befallen < 0 && token.Relation is "obl" or "nmod")
                befallen = i;
            else if (source.Tokens[at].Tag == Upos.Noun && token.Relation is "compound" or "nmod:poss" && doer < 0 && !CountLexicon.IsCalendar(token.Lemma))
                doer = i;
        }
        Token deed = source.Tokens[at];
        // "The trawler that sank", "a relation of the guard killed by them".
        if (deed.Relation is "acl" or "acl:relcl" && deed.Head >= sentence.FirstToken && deed.Head < sentence.EndToken)
        {
            if (deed.Relation == "acl" && deed.Xpos == "VBN" || passive)
                (befallen, subject) = (deed.Head, deed.Head);
            else if (doer < 0 || source.Tokens[doer].Tag == Upos.Pron)
                (doer, subject) = (deed.Head, deed.Head);
        }
        // "The rebels themselves".
        if (doer > sentence.FirstToken && source.Tokens[doer].Lower is "themselves" or "himself" or "herself" or "itself" && source.Tokens[doer - 1].Tag is Upos.Noun or Upos.Propn)
            doer--;
        // "It was the guard that fired", "gunmen who seized": the pronoun stands for a noun before it.
        if (doer >= 0 && source.Tokens[doer].Tag == Upos.Pron)
            doer = source.Tokens[doer].Lower is "it" or "that" or "who" && deed.Head >= sentence.FirstToken && deed.Head < doer && source.Tokens[deed.Head].Tag is Upos.Noun or Upos.Propn ? deed.Head : -1;
        return (doer, subject, befallen);
    }

    private static bool IsDenied(AnnotatedReport source, Sentence sentence, int at, int subject, int befallen)
    {
        // "One grenade did not explode": some of several, no denial.
        for (int i = sentence.FirstToken; subject >= 0 && i < subject; i++)
        {
            if (source.Tokens[i].Head == subject && source.Tokens[i].Relation == "nummod")
                return false;
        }
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Head == at && (s_negations.Contains(token.Lower) || source.Tokens[at].Tag == Upos.Noun && token.Lower == "no"))
                return true;
            if ((token.Head == subject && subject >= 0 || token.Head == befallen && befallen >= 0 && source.Tokens[befallen].Relation is "obj" or "nsubj:pass") && token.Lower == "no" && token.Relation == "det")
                return true;
        }
        if (subject >= 0 && s_nobody.Contains(source.Tokens[subject].Lower))
            return true;
        int up = source.Tokens[at].Head;
        // "No station received any call".
        if (source.Tokens[at].Tag == Upos.Noun && up >= sentence.FirstToken && up < sentence.EndToken && source.Tokens[at].Relation is "obj" or "compound" && HasNoSubject(source, sentence, up))
            return true;
        return IsUnderDenial(source, sentence, at);
    }

    private static bool HasNoSubject(AnnotatedReport source, Sentence sentence, int verb)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Lower == "no" && token.Head >= 0 && source.Tokens[token.Head].Head == verb && source.Tokens[token.Head].Relation == "nsubj")
                return true;
        }
        return false;
    }

    /// <summary>"Denied that police had fired", "denied any part in the capsizing", "rejected the claim that": the deed itself is what is denied, not something said of it on the way.</summary>
    private static bool IsUnderDenial(AnnotatedReport source, Sentence sentence, int at)
    {
        int below = at;
        bool claimed = false;
        for (int step = 0; step < 3; step++)
        {
            string relation = source.Tokens[below].Relation;
            int up = source.Tokens[below].Head;
            if (up < sentence.FirstToken || up >= sentence.EndToken || relation is not ("ccomp" or "xcomp" or "obj" or "acl" or "nmod" or "obl" or "nsubj:pass"))
                return false;
            Token token = source.Tokens[up];
            if (token.Tag is Upos.Verb or Upos.Adj && s_denials.Contains(token.Lemma))
                return relation is not "obl";
            if (token.Tag == Upos.Verb && s_rejections.Contains(token.Lemma))
                return claimed;
            if (!s_claims.Contains(token.Lemma))
                return false;
            claimed = true;
            below = up;
        }
        return false;
    }

    private HashSet<string> Words(AnnotatedReport source, Sentence sentence, int head)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        if (head < 0)
            return words;
        for (int i = Math.Max(sentence.FirstToken, head - MostNoun); i < Math.Min(sentence.EndToken, head + MostNoun); i++)
        {
            Token token = source.Tokens[i];
            bool inside = i == head || token.Head == head && token.Relation is "compound" or "amod" or "flat" or "nmod" or "nmod:poss" or "appos" or "conj"
                || token.Head >= 0 && token.Head < source.Tokens.Count && source.Tokens[token.Head].Head == head && token.Relation is "compound" or "flat";
            if (inside && token.Tag is Upos.Noun or Upos.Propn or Upos.Adj)
                words.UnionWith(_lexicon.ContentOf(CountLexicon.Key(token)));
        }
        return words;
    }

    /// <summary>Whom it befell; "their own" and "themselves" are the doers, and fire is set to something.</summary>
    private HashSet<string> ObjectsOf(AnnotatedReport source, Sentence sentence, int at, int doer, int befallen)
    {
        HashSet<string> objects = Words(source, sentence, befallen);
        bool own = false;
        for (int i = at + 1; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            own |= token.Lower is "own" && i <= at + 6;
            if (token.Head == at && token.Relation is "obl" && befallen >= 0 && source.Tokens[befallen].Lemma is "fire" or "alight" or "ablaze")
                objects.UnionWith(Words(source, sentence, i));
        }
        objects.ExceptWith(s_means);
        if (own)
            objects.UnionWith(Words(source, sentence, doer));
        return objects;
    }

    private static string TextOf(AnnotatedReport source, Sentence sentence, int head)
    {
        int first = head;
        for (int i = head - 1; i >= sentence.FirstToken && source.Tokens[i].Tag is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Det or Upos.Num or Upos.Part; i--)
            first = i;
        return TextSpan.FromBounds(source.Tokens[first].Span.Start, source.Tokens[head].Span.End).Of(source.Report.Text);
    }

    /// <summary>Towns and the like behind "in", "at", "near": as printed.</summary>
    private static List<string> LocationsOf(AnnotatedReport source, Sentence sentence)
    {
        List<string> found = [];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            if (token.Lower is not ("in" or "at" or "near" or "outside") || token.Relation != "case" || token.Head <= i || token.Head >= sentence.EndToken)
                continue;
            Token place = source.Tokens[token.Head];
            bool refuted = i > sentence.FirstToken && s_negations.Contains(source.Tokens[i - 1].Lower);
            // "In the village of Odzun", "at the airport of Almaty".
            if (s_settlements.Contains(place.Lemma) && token.Head + 2 < sentence.EndToken && source.Tokens[token.Head + 1].Lower == "of" && source.Tokens[token.Head + 2].Tag == Upos.Propn)
                place = source.Tokens[token.Head + 2];
            if (place.Tag == Upos.Propn && !CountLexicon.IsCalendar(CountLexicon.Key(place)) && !refuted)
                found.Add(place.Text);
        }
        return found;
    }

    private static string? SpeakerOf(AnnotatedReport source, Sentence sentence, int at)
    {
        TextSpan deed = source.Tokens[at].Span;
        Attribution? holds = source.Attributions.FirstOrDefault(a => a.Source is TextSpan said && !said.Overlaps(deed) && a.Content.Any(c => c.Contains(deed)) && sentence.Span.Overlaps(said));
        return holds?.Source is TextSpan words ? words.Of(source.Report.Text)
            : source.Speeches.FirstOrDefault(s => s.SpeakerSpan is TextSpan said && !said.Overlaps(deed) && s.Content.Any(c => c.Contains(deed)))?.SpeakerSpan?.Of(source.Report.Text);
    }
}
