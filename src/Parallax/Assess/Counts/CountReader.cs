using System.Collections.Immutable;
using NodaTime;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Fuse;
using Parallax.Text;

namespace Parallax.Assess;

/// <summary>Reads every number of a report that can be set beside another report's, also those whose measure no claim tells.</summary>
internal sealed class CountReader
{
    /// <summary>The class of all human beings.</summary>
    public const string Person = "person";

    private const int LongestWords = 60;
    private const int HistoryDays = 60;
    private static readonly HashSet<string> s_wholes = new(["people", "person", "victim", "death", "body", "life", "casualty", "fatality", "dead", "corpse", "case", "arrest", "member", "loss", "man", "crowd"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_places = new(["quarter", "village", "hamlet", "town", "city", "district", "suburb", "island", "port", "camp", "neighbourhood", "neighborhood", "township", "commune", "municipality", "settlement", "reserve", "parish", "zone"], StringComparer.Ordinal);

    private static readonly HashSet<string> s_machines = new(["aircraft", "plane", "jet", "helicopter", "tank", "ship", "warship", "submarine", "drone", "warplane", "vessel", "boat"], StringComparer.Ordinal);

    // What is numbered or listed, not counted: addresses, charges, pages.
    private static readonly HashSet<string> s_enumerated = new(["block", "count", "charge", "page", "point", "step", "side", "way", "time", "part", "floor", "round", "thing", "example", "reason", "option", "term", "key", "degree", "question", "ally", "set", "kind", "type"], StringComparer.Ordinal);

    private static readonly System.Buffers.SearchValues<char> s_capitals = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private readonly CountLexicon _lexicon;
    private readonly CountActs _acts;
    private readonly CountNouns _nouns;

    public CountReader(LanguageData data)
    {
        _lexicon = data.Made(d => new CountLexicon(d));
        _acts = new CountActs(_lexicon);
        _nouns = new CountNouns(_lexicon);
    }

    /// <summary>Whether <paramref name="noun"/> names people or their fate in general, whoever they are.</summary>
    public static bool IsWhole(string? noun) => noun is not null && s_wholes.Contains(noun);

    /// <summary>The counts of <paramref name="report"/> in text order.</summary>
    /// <param name="report">The report.</param>
    /// <param name="index">Its number.</param>
    /// <param name="words">Its words.</param>
    /// <param name="earliest">The day of the first dated report beside it, for reports without a day of their own.</param>
    public IReadOnlyList<Count> Read(FusedReport report, int index, ReportWords.Entry words, LocalDate? earliest = null)
    {
        AnnotatedReport source = report.Claims.Source;
        if (source.Quantities.Count == 0)
            return [];
        Dictionary<int, FigureClaim> claims = [];
        foreach (FigureClaim claim in report.Claims.Claims.OfType<FigureClaim>())
            claims.TryAdd(claim.Quantity, claim);
        IReadOnlyList<EdtfDate?> times = words.Times;
        ILookup<int, LocalDate> days = Enumerable.Range(0, times.Count).Where(i => times[i] is { Precision: DatePrecision.Day } && !IsOfSpeech(source, source.Times[i]) && !IsOfCount(source, source.Times[i])).ToLookup(i => source.Times[i].Sentence, i => times[i]!.Value.Start);
        HashSet<int> old = OldSentences(source, times, words.Published ?? earliest);
        LocalDate?[] carried = Carried(source, days);
        List<Count> counts = [];
        for (int i = 0; i < source.Quantities.Count; i++)
        {
            QuantityMention quantity = source.Quantities[i];
            FigureClaim? claim = claims.GetValueOrDefault(i);
            bool listed = counts.Count > 0 && IsListed(source, counts[^1].Quantity, quantity);
            if (!listed && IsNoCount(source, quantity, claim) || quantity.HeadToken >= 0 && s_enumerated.Contains(source.Tokens[quantity.HeadToken].Lemma) || old.Contains(quantity.Sentence))
                continue;
            counts.Add(CountOf(report, index, quantity, claim, words) with { Days = days[quantity.Sentence].ToHashSet(), StoryDay = carried[quantity.Sentence], IsListed = listed });
        }
        return [.. counts.Select(c => c.IsPart || !IsSomeOf(source, c, counts) ? c : c with { IsPart = true })];
    }

    /// <summary>"Fifteen of the villagers", where the report tells of more of them; "the identities of three victims", whose others are still unknown.</summary>
    private static bool IsSomeOf(AnnotatedReport source, Count one, List<Count> counts)
    {
        int before = AnnotatedReport.FirstTokenAt(source.Tokens, one.Quantity.Span.Start) - 1;
        if (before > 0 && source.Tokens[before].Lower is "of" && source.Tokens[before - 1].Lower is "identities" or "names" or "families" or "relatives" or "funerals" or "funeral" or "portraits" or "photographs" or "photos")
            return true;
        int next = AnnotatedReport.FirstTokenAt(source.Tokens, one.Quantity.NumberSpan.End);
        return next + 1 < source.Tokens.Count && source.Tokens[next].Lower is "of" && source.Tokens[next + 1].Lower is "the" or "its" or "their"
            && counts.Any(c => c != one && c.Value.Stated > one.Value.Stated && (c.Quantity.Sentence == one.Quantity.Sentence || string.Equals(c.Noun, one.Noun, StringComparison.Ordinal)));
    }

    /// <summary>For each sentence the day last named at or before it, where that was one day.</summary>
    private static LocalDate?[] Carried(AnnotatedReport source, ILookup<int, LocalDate> days)
    {
        LocalDate?[] carried = new LocalDate?[source.Sentences.Count];
        LocalDate? last = null;
        for (int i = 0; i < carried.Length; i++)
        {
            if (days.Contains(i))
                last = days[i].Distinct().Count() == 1 ? days[i].First() : null;
            carried[i] = last;
        }
        return carried;
    }

    /// <summary>"14 of them children", "two of the injured", "five of whom".</summary>
    private static bool IsPartOf(AnnotatedReport source, QuantityMention quantity)
    {
        int next = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.End);
        int before = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.Start) - 1;
        if (next < source.Tokens.Count && source.Tokens[next].Lower is "other" or "others" or "more" or "further" or "additional" || before >= 0 && source.Tokens[before].Lower is "other" or "another" or "additional" or "further")
            return true;
        // "Among them seven villagers", "including four children".
        if (before >= 0 && (source.Tokens[before].Lower is "including" || before > 0 && source.Tokens[before].Lower is "them" && source.Tokens[before - 1].Lower is "among"))
            return true;
        // "Drivers from the whole canton, 1,100 of them, joined": all of those just named.
        if (before > 0 && source.Tokens[before].Lower is "," && next + 2 < source.Tokens.Count && source.Tokens[next].Lower is "of" && source.Tokens[next + 1].Lower is "them" && source.Tokens[next + 2].Lower is ",")
            return false;
        bool ofHarmed = next + 2 < source.Tokens.Count && source.Tokens[next].Lower is "of" && source.Tokens[next + 1].Lower is "the" && source.Tokens[next + 2].Lower is "injured" or "wounded" or "dead" or "victims" or "missing" or "killed" or "casualties" or "hostages";
        return ofHarmed || next + 1 < source.Tokens.Count && source.Tokens[next].Lower is "of" && source.Tokens[next + 1].Lower is "them" or "those" or "these" or "whom" or "which"
            && !(before >= 0 && source.Tokens[before].Lemma is "be");
    }

    private static HashSet<string> NamesBeside(AnnotatedReport source, Sentence sentence, QuantityMention quantity)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.Start);
        for (int i = Math.Max(sentence.FirstToken, at - 4); i < Math.Min(sentence.EndToken, at + 7); i++)
        {
            if (source.Tokens[i].Tag == Upos.Propn)
                names.Add(CountLexicon.Key(source.Tokens[i]));
        }
        if (names.Count != 1)
            return names;
        // A family name alone may be any of the family; the report tells whose it is where it names the person in full.
        foreach (NameMention person in source.Names.Where(n => n.Kind == NameKind.Person))
        {
            string[] full = [.. ClusterWords.Split(person.Span.Of(source.Report.Text))];
            if (full.Length > 1 && names.Contains(full[^1]))
                return [.. full];
        }
        return names;
    }

    private static HashSet<string> LocationsOf(AnnotatedReport source, Sentence sentence)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            Token token = source.Tokens[i];
            // "In the fishing quarter of Makoro", "on the island of Lampara".
            if (token.Lower is "of" && token.Relation == "case" && token.Head > i && token.Head < sentence.EndToken && source.Tokens[token.Head].Tag == Upos.Propn && i > 0 && s_places.Contains(source.Tokens[i - 1].Lemma))
                found.Add(CountLexicon.Key(source.Tokens[token.Head]));
            if (token.Lower is "in" or "at" or "near" or "outside" or "around" or "on" && token.Relation == "case" && token.Head > i && token.Head < sentence.EndToken
                && source.Tokens[token.Head].Tag == Upos.Propn && !CountLexicon.IsCalendar(CountLexicon.Key(source.Tokens[token.Head])))
            {
                found.Add(CountLexicon.Key(source.Tokens[token.Head]));
            }
        }
        return found;
    }

    /// <summary>"The Bloc won 33, the Democrats 20": a number behind a name that continues a list.</summary>
    private static bool IsListed(AnnotatedReport source, QuantityMention before, QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Label || before.Sentence != quantity.Sentence || before.Kind is not (QuantityKind.Count or QuantityKind.Label))
            return false;
        ReadOnlySpan<char> gap = source.Report.Text.AsSpan(before.Span.End, quantity.Span.Start - before.Span.End);
        if (gap.Length >= LongestWords)
            return false;
        int comma = gap.LastIndexOf(',');
        // "Won 51 of the seats in the election, the Liberals 38": the name stands behind the last comma.
        return gap.TrimStart().StartsWith(",") || gap.TrimStart().StartsWith("and ") || comma >= 0 && gap[comma..].IndexOfAny(s_capitals) >= 0;
    }

    private static bool IsNoCount(AnnotatedReport source, QuantityMention quantity, FigureClaim? claim)
    {
        if (quantity.Kind is QuantityKind.Ordinal or QuantityKind.Label)
            return true;
        string text = quantity.NumberSpan.Of(source.Report.Text);
        // "A boy of 6", "one of them", "in two groups": no count of anything at issue.
        if (text is "a" or "an" or "A" or "An" || claim is null && (text is "one" or "One" && !(quantity.HeadToken >= 0 && s_machines.Contains(source.Tokens[quantity.HeadToken].Lemma)) || quantity.High == 0))
            return true;
        // "Not 300 but 84" takes the first number back; "quiet by six" is an hour.
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.Start) - 1;
        if (at < 0 || source.Tokens[at].Span.End <= source.Sentences[quantity.Sentence].Span.Start)
            return false;
        return source.Tokens[at].Lower is "not" && IsTakenBack(source, quantity) || quantity.HeadToken < 0 && quantity.High is <= 12 && source.Tokens[at].Lower is "by" or "until" or "till" or "past" or "after" or "before" or "around" or "about";
    }

    private static bool IsTakenBack(AnnotatedReport source, QuantityMention quantity)
    {
        Sentence sentence = source.Sentences[quantity.Sentence];
        for (int i = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.End); i < sentence.EndToken; i++)
        {
            if (source.Tokens[i].Lower is "but")
                return true;
            if (source.Tokens[i].Tag is Upos.Verb or Upos.Punct)
                return false;
        }
        return false;
    }

    /// <summary>"The mayor said on Tuesday": the day of the words, not of what they tell.</summary>
    public static bool IsOfSpeech(AnnotatedReport source, TimeMention time)
    {
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, time.Span.Start) - 1;
        if (at >= 0 && source.Tokens[at].Lower == "on")
            at--;
        return at >= 0 && source.Tokens[at].Lemma is "say" or "tell" or "announce" or "report" or "state" or "declare" or "add";
    }

    /// <summary>"By Sunday", "as of Tuesday night": the day up to which somebody counted, not the day of what is counted.</summary>
    private static bool IsOfCount(AnnotatedReport source, TimeMention time)
    {
        int at = AnnotatedReport.FirstTokenAt(source.Tokens, time.Span.Start) - 1;
        return at >= 0 && (source.Tokens[at].Lower is "by" or "until" or "till" || source.Tokens[at].Lower is "of" && at > 0 && source.Tokens[at - 1].Lower is "as")
            || source.Report.Text.AsSpan(time.Span.Start, time.Span.Length).StartsWith("by ", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Sentences that tell only of long ago.</summary>
    private static HashSet<int> OldSentences(AnnotatedReport source, IReadOnlyList<EdtfDate?> times, LocalDate? published)
    {
        if (published is not LocalDate today)
            return [];
        return [.. Enumerable.Range(0, times.Count).Where(i => times[i] is not null).GroupBy(i => source.Times[i].Sentence)
            .Where(g => g.All(i => Period.DaysBetween(times[i]!.Value.End, today) > HistoryDays)).Select(g => g.Key)];
    }

    private Count CountOf(FusedReport report, int index, QuantityMention quantity, FigureClaim? claim, ReportWords.Entry words)
    {
        AnnotatedReport source = report.Claims.Source;
        SentenceWords[] sentences = words.Sentences;
        Sentence sentence = source.Sentences[quantity.Sentence];
        int head = quantity.HeadToken >= sentence.FirstToken && quantity.HeadToken < sentence.EndToken ? quantity.HeadToken : -1;
        // "Six of the ferry's crew" are of the crew.
        for (int step = 0; step < 2 && head >= 0 && source.Tokens[head].Relation == "nmod:poss" && source.Tokens[head].Head > head && source.Tokens[head].Head < sentence.EndToken; step++)
            head = source.Tokens[head].Head;
        string? noun = head >= 0 && source.Tokens[head].Tag is Upos.Noun or Upos.Propn or Upos.Adj ? CountLexicon.Key(source.Tokens[head]) : null;
        int told = quantity.Kind == QuantityKind.Count ? _nouns.Of(source, sentence, quantity) : -1;
        if (told >= 0 && (noun is null && head < 0 || source.Tokens[told].Span.End < quantity.Span.Start && head >= 0 && source.Tokens[head].Span.End < quantity.Span.Start))
        {
            noun = CountLexicon.Key(source.Tokens[told]);
            head = -1;
        }
        else
            told = -1;
        (string? act, string? verb) = _acts.Of(source, sentence, quantity, head, noun, claim);
        if (act is null && told >= 0)
            act = ActOfToken(source, told, quantity, noun, claim);
        if (noun is null && claim is not null && claim.Of.Length > 0 && claim.Of != "people")
            noun = ClusterWords.Split(claim.Of).LastOrDefault();
        (string? speaker, string? speakerId) = SpeakerOf(report, quantity, claim);
        HashSet<string> around = new(StringComparer.Ordinal);
        HashSet<string> cuesAround = new(StringComparer.Ordinal);
        HashSet<string> names = new(sentences[sentence.Index].Names, StringComparer.Ordinal);
        foreach (int other in new[] { 0, sentence.Index - 1, sentence.Index + 1 })
        {
            if (other < 0 || other >= sentences.Length || other == sentence.Index)
                continue;
            around.UnionWith(sentences[other].Content);
            names.UnionWith(sentences[other].Names);
            if (Math.Abs(other - sentence.Index) == 1)
                cuesAround.UnionWith(sentences[other].Cues);
        }
        HashSet<string> said = new(speaker is null ? [] : _lexicon.ContentOf(speaker, source, sentence), StringComparer.Ordinal);
        // "Its spokesman": his side is the one that acts in the sentence.
        if (speaker is not null && (speaker.StartsWith("its ", StringComparison.OrdinalIgnoreCase) || speaker.StartsWith("their ", StringComparison.OrdinalIgnoreCase)))
            said.UnionWith(SubjectOf(source, sentence));
        // Whoever says it is no name of the matter.
        names.ExceptWith(said.Where(w => !around.Contains(w)));
        HashSet<string> topic = new(sentences[sentence.Index].Content, StringComparer.Ordinal);
        if (noun is not null)
            topic.Remove(_lexicon.MeaningOf(noun));
        return new Count
        {
            ReportIndex = index,
            Report = report,
            Quantity = quantity,
            Claim = claim,
            Value = ValueOf(source, quantity),
            Noun = noun,
            Class = _lexicon.ClassOf(noun) ?? (claim is not null && quantity.Kind == QuantityKind.Count && claim.Of == "people" ? Person : null),
            IsQualified = head >= 0 && IsQualified(source, quantity, head),
            Part = noun is null || s_wholes.Contains(noun) ? null : _lexicon.PartOf(noun),
            Group = _lexicon.GroupOf(noun),
            Act = act,
            Verb = verb,
            Speaker = speaker,
            SpeakerId = speakerId,
            SpeakerWords = said,
            Topic = topic,
            Around = around,
            Spread = words.Vocabulary.Words,
            Days = ImmutableHashSet<LocalDate>.Empty,
            StoryDay = null,
            Vocabulary = words.Vocabulary,
            NamesBeside = quantity.Kind == QuantityKind.Age ? NamesBeside(source, sentence, quantity) : ImmutableHashSet<string>.Empty,
            Locations = LocationsOf(source, sentence),
            IsPart = IsPartOf(source, quantity),
            Names = names,
            OwnNames = sentences[sentence.Index].Names.Except(said).ToHashSet(StringComparer.Ordinal),
            Cues = sentences[sentence.Index].Cues,
            CuesAround = cuesAround,
            IsBare = head < 0,
            Published = words.Published,
            Evidence = sentence.Span,
            Words = WordsOf(source, quantity, head),
        };
    }

    /// <summary>"Perhaps two dozen", "an estimated 30": a number that its report does not vouch for to the last unit.</summary>
    private static FigureValue ValueOf(AnnotatedReport source, QuantityMention quantity)
    {
        int before = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.Span.Start) - 1;
        // "Handed over 60 houses" are 60.
        if (before >= 0 && source.Tokens[before].Lemma is "hand" or "turn" or "take" && quantity.Comparator == Comparator.MoreThan && source.Report.Text.AsSpan(quantity.Span.Start).StartsWith("over "))
            return FigureValue.Of(quantity with { Comparator = Comparator.Exactly, High = quantity.Low, Span = quantity.NumberSpan }, source.Report.Text);
        bool guessed = before >= 0 && source.Tokens[before].Lower is "perhaps" or "maybe" or "probably" or "possibly" or "estimated" or "likely" or "reportedly";
        return FigureValue.Of(guessed && quantity.Comparator == Comparator.Exactly ? quantity with { Comparator = Comparator.About } : quantity, source.Report.Text);
    }

    /// <summary>What befalls those whom a number without a noun takes up: "the guests killed by gas … there were 12".</summary>
    private string? ActOfToken(AnnotatedReport source, int noun, QuantityMention quantity, string? key, FigureClaim? claim)
    {
        for (int i = noun + 1; i < source.Tokens.Count && i < noun + 5; i++)
        {
            if (source.Tokens[i].Head != noun || source.Tokens[i].Tag is not (Upos.Verb or Upos.Adj))
                continue;
            if (_lexicon.ActOf(source.Tokens[i].Lemma) is string act)
                return act;
            if (source.Tokens[i].Lemma == "take" && i + 1 < source.Tokens.Count && source.Tokens[i + 1].Lower == "by")
                return "taken";
        }
        Sentence sentence = source.Sentences.First(s => s.EndToken > noun);
        return _acts.Of(source, sentence, quantity with { Span = source.Tokens[noun].Span, NumberSpan = source.Tokens[noun].Span }, noun, key, claim).Act;
    }

    private IEnumerable<string> SubjectOf(AnnotatedReport source, Sentence sentence)
    {
        int subject = -1;
        for (int i = sentence.FirstToken; i < sentence.EndToken && subject < 0; i++)
        {
            if (source.Tokens[i].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                subject = i;
        }
        return subject < 0 ? [] : Enumerable.Range(sentence.FirstToken, subject + 1 - sentence.FirstToken).SelectMany(i => _lexicon.ContentOf(CountLexicon.Key(source.Tokens[i])));
    }

    private static bool IsQualified(AnnotatedReport source, QuantityMention quantity, int head)
    {
        bool possessed = false;
        for (int i = AnnotatedReport.FirstTokenAt(source.Tokens, quantity.NumberSpan.End); i <= head && i < source.Tokens.Count; i++)
        {
            Token token = source.Tokens[i];
            possessed |= i < head && token.Lower is "its" or "their" or "his" or "her";
            if (possessed || token.Lower is "foreign" or "local" || token.Tag is Upos.Adj && char.IsUpper(token.Text[0]) || i == head && char.IsUpper(token.Text[0]) && token.Lower.EndsWith('s'))
                return true;
        }
        return false;
    }

    private static string WordsOf(AnnotatedReport source, QuantityMention quantity, int head)
    {
        if (head < 0 || source.Tokens[head].Span.Start < quantity.Span.End || source.Tokens[head].Span.End - quantity.Span.Start > LongestWords)
            return quantity.Span.Of(source.Report.Text);
        return TextSpan.FromBounds(quantity.Span.Start, source.Tokens[head].Span.End).Of(source.Report.Text);
    }

    private static (string? Text, string? Id) SpeakerOf(FusedReport report, QuantityMention quantity, FigureClaim? claim)
    {
        if (claim?.Attribution.LastOrDefault(l => l.Kind is AttributionKind.Speaker or AttributionKind.NamedSource) is { } link)
            return (link.Text, null);
        return (ReportPairs.SpeakerAt(report.Claims.Source, quantity.NumberSpan), null);
    }
}
