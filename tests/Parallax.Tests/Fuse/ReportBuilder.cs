using System.Text;
using NodaTime.Text;
using Parallax.Annotate;
using Parallax.Data;
using Parallax.Extract;
using Parallax.Read;
using Parallax.Text;
using Xunit;

namespace Parallax.Tests.Fuse;

/// <summary>
/// Builds an annotated report with its claims by hand, sentence by sentence; every span is found by the words given.
/// <code>
/// ReportClaims report = new ReportBuilder("Harbour Post").Published("2031-03-04")
///     .Actor("Ada Renko", ActorKind.Person, role: "mayor", of: "Varn")
///     .Sentence("On Monday police detained 12 dockers in Varn.", s => s
///         .Time("On Monday", TestTimes.On(IsoDayOfWeek.Monday), TimeDirection.Past)
///         .Place("Varn", TestPlaces.Town("Varn", "XX"))
///         .Mention("police", "Varn police").Mention("dockers", "dockers")
///         .Event(EventType.Coerce, "detained", "detain", by: ["Varn police"], to: ["dockers"], time: "On Monday", place: "Varn")
///         .Figure(Measure.Detained, "12", 12, of: "dockers"))
///     .Build();
/// </code>
/// </summary>
internal sealed class ReportBuilder(string? outlet)
{
    private readonly StringBuilder _text = new();
    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<Token> _tokens = [];
    private readonly List<Sentence> _sentences = [];
    private readonly List<TimeMention> _times = [];
    private readonly List<PlaceMention> _places = [];
    private readonly List<QuantityMention> _quantities = [];
    private readonly List<ReportActor> _actors = [];
    private readonly List<ActorMention> _mentions = [];
    private readonly List<Speech> _speeches = [];
    private readonly List<Claim> _claims = [];
    private readonly List<Credit> _credits = [];
    private readonly List<Cut> _cuts = [];
    private Publication _published = Publication.Unknown;
    private TextSpan? _dateline;
    private int _paragraphStart = -1;
    private string? _title;

    public ReportBuilder Title(string title)
    {
        _title = title;
        return this;
    }

    /// <summary>The publication date as the page gives it, ISO.</summary>
    public ReportBuilder Published(string iso, PublicationBasis basis = PublicationBasis.Metadata)
    {
        _published = new Publication(EdtfDate.Day(LocalDatePattern.Iso.Parse(iso).Value), basis, iso);
        return this;
    }

    /// <summary>An agency credit whose line was cut.</summary>
    public ReportBuilder Credit(string agency, string words)
    {
        _credits.Add(new Credit(agency, words, null));
        _cuts.Add(new Cut(words, CutReason.Credit));
        return this;
    }

    public ReportBuilder Cut(string text, CutReason reason)
    {
        _cuts.Add(new Cut(text, reason));
        return this;
    }

    /// <summary>Declares an actor; sentences refer to it by <paramref name="name"/>. The role's evidence is the first sentence that has its words, else the name.</summary>
    public ReportBuilder Actor(
        string name, ActorKind kind, string? country = null, string? role = null, string? of = null,
        bool named = true, string[]? members = null, string[]? names = null)
    {
        RoleMention[] roles = role is null ? [] : [new RoleMention(role, of, default, false)];
        _actors.Add(new ReportActor(_actors.Count, name, kind, country, named, members ?? [], roles, names ?? [name]));
        return this;
    }

    /// <summary>Ends the paragraph; the next sentence opens another.</summary>
    public ReportBuilder NewParagraph()
    {
        if (_paragraphStart >= 0)
            _paragraphs.Add(new Paragraph(TextSpan.FromBounds(_paragraphStart, _text.Length), ParagraphKind.Body));
        _paragraphStart = -1;
        return this;
    }

    /// <summary>Adds a sentence; with <paramref name="mark"/> says what is in it.</summary>
    public ReportBuilder Sentence(string text, Func<SentenceBuilder, SentenceBuilder>? mark = null)
    {
        if (_paragraphStart < 0)
        {
            if (_text.Length > 0)
                _text.Append("\n\n");
            _paragraphStart = _text.Length;
        }
        else
        {
            _text.Append(' ');
        }
        int start = _text.Length;
        _text.Append(text);
        int firstToken = _tokens.Count;
        Tokenize(text, start);
        _sentences.Add(new Sentence(_sentences.Count, new TextSpan(start, text.Length), firstToken, _tokens.Count, _paragraphs.Count, false));
        mark?.Invoke(new SentenceBuilder(this, _sentences[^1], text));
        return this;
    }

    /// <summary>A dateline at the beginning of the text: "VARN —".</summary>
    public ReportBuilder Dateline(string words)
    {
        _dateline = new TextSpan(_text.Length, words.Length);
        return Sentence(words);
    }

    public ReportClaims Build()
    {
        NewParagraph();
        string text = _text.ToString();
        Report report = new()
        {
            Id = StableHash.Id("r", outlet, null, _title, text),
            Path = (outlet ?? "report") + "-" + StableHash.Sha256(text)[..6] + ".txt",
            Outlet = outlet,
            Title = _title,
            Published = _published,
            Credits = _credits,
            Cuts = _cuts,
            Dateline = _dateline,
            Text = text,
            Paragraphs = _paragraphs,
            Sha256 = StableHash.Sha256(text),
            BytesSha256 = StableHash.Sha256(text),
            Words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length,
        };
        AnnotatedReport annotated = new(
            report, _tokens, _sentences, _times, _places, _quantities, [.. _actors.Select(WithRoleSpans)], _mentions, _speeches);
        return new ReportClaims(annotated, _claims, []);
    }

    private ReportActor WithRoleSpans(ReportActor actor) =>
        actor with { Roles = [.. actor.Roles.Select(role => role with { Span = Where(role.Title) ?? Where(actor.Name) ?? new TextSpan(0, 1) })] };

    private TextSpan? Where(string words)
    {
        int at = _text.ToString().IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, words.Length);
    }

    private void Tokenize(string text, int offset)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '-' or '\'' or '’' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))))
                    i++;
            }
            else
            {
                i++;
            }
            string word = text[start..i];
            Upos tag = !char.IsLetterOrDigit(word[0]) ? Upos.Punct : char.IsDigit(word[0]) ? Upos.Num : char.IsUpper(word[0]) ? Upos.Propn : Upos.X;
            string lower = Folding.Fold(word);
            _tokens.Add(new Token(new TextSpan(offset + start, word.Length), word, lower, lower, tag, VerbForm.None));
        }
    }

    /// <summary>Says what is in one sentence.</summary>
    internal sealed class SentenceBuilder(ReportBuilder report, Sentence sentence, string text)
    {
        public SentenceBuilder Time(string words, TimeExpression meaning, TimeDirection direction = TimeDirection.Past, string? partOfDay = null)
        {
            report._times.Add(new TimeMention(Find(words), sentence.Index, meaning, direction, partOfDay));
            return this;
        }

        public SentenceBuilder Place(string words, GazetteerPlace? place, ToponymUse use = ToponymUse.Place)
        {
            report._places.Add(new PlaceMention(Find(words), sentence.Index, place, use));
            return this;
        }

        /// <summary>The actor <paramref name="actor"/> is named here by <paramref name="words"/>.</summary>
        public SentenceBuilder Mention(string words, string actor, MentionForm form = MentionForm.Name)
        {
            report._mentions.Add(new ActorMention(Find(words), Find(words), sentence.Index, form, ActorIndex(actor)));
            return this;
        }

        public SentenceBuilder Event(
            EventType type, string trigger, string lemma, string[]? by = null, string[]? to = null, string? time = null, string? place = null,
            ClaimStatus status = ClaimStatus.Happened, string? mode = null, string? saidBy = null)
        {
            report._claims.Add(new EventClaim
            {
                Evidence = sentence.Span,
                Sentence = sentence.Index,
                Status = status,
                Rule = "test",
                Type = type,
                Mode = mode,
                Trigger = Find(trigger),
                TriggerLemma = lemma,
                Initiators = [.. (by ?? []).Select(ActorIndex)],
                Targets = [.. (to ?? []).Select(ActorIndex)],
                Time = TimeIndex(time),
                Place = PlaceIndex(place),
                Attribution = Chain(saidBy),
            });
            return this;
        }

        /// <summary>A figure; it belongs to the last event of this sentence, if there is one.</summary>
        public SentenceBuilder Figure(
            Measure measure, string number, decimal low, string of, decimal? high = null, Comparator comparator = Comparator.Exactly, bool vague = false,
            string? ofActor = null, string unit = "people", string[]? scope = null, bool cumulative = false, string? time = null, string? place = null,
            ClaimStatus status = ClaimStatus.Happened, string? saidBy = null)
        {
            TextSpan span = Find(number);
            bool open = vague || comparator is Comparator.AtLeast or Comparator.MoreThan;
            report._quantities.Add(new QuantityMention(
                span, span, sentence.Index, low, high ?? (open ? null : low), comparator, vague, QuantityKind.Count, null, -1));
            int about = report._claims.FindLastIndex(c => c is EventClaim && c.Sentence == sentence.Index);
            report._claims.Add(new FigureClaim
            {
                Evidence = sentence.Span,
                Sentence = sentence.Index,
                Status = status,
                Rule = "test",
                Measure = measure,
                Quantity = report._quantities.Count - 1,
                Of = of,
                OfActor = ofActor is null ? -1 : ActorIndex(ofActor),
                Unit = unit,
                Scope = scope ?? [],
                Cumulative = cumulative,
                Event = about,
                Time = TimeIndex(time),
                Place = PlaceIndex(place),
                Attribution = Chain(saidBy),
            });
            return this;
        }

        /// <summary>Reported speech: <paramref name="content"/> are the words said as they stand in the sentence.</summary>
        public SentenceBuilder Statement(
            string speaker, string content, SpeechAct act = SpeechAct.State, SpeechForm form = SpeechForm.Direct, string? speakerWords = null,
            string? cue = null, string? addressee = null, string? time = null)
        {
            TextSpan said = Find(content);
            report._speeches.Add(new Speech(
                sentence.Span, [said], sentence.Index, form, ActorIndex(speaker), speakerWords is null ? null : Find(speakerWords),
                cue is null ? null : Find(cue), cue, addressee));
            report._claims.Add(new StatementClaim
            {
                Evidence = sentence.Span,
                Sentence = sentence.Index,
                Status = ClaimStatus.Happened,
                Rule = "test",
                Speech = report._speeches.Count - 1,
                Act = act,
                Text = content,
                Time = TimeIndex(time),
            });
            return this;
        }

        /// <summary>A label given to <paramref name="actor"/>.</summary>
        public SentenceBuilder Label(string words, string actor, string? by = null)
        {
            report._claims.Add(new LabelClaim
            {
                Evidence = Find(words),
                Sentence = sentence.Index,
                Status = ClaimStatus.Happened,
                Rule = "test",
                Actor = ActorIndex(actor),
                Text = words,
                By = by is null ? -1 : ActorIndex(by),
            });
            return this;
        }

        private TextSpan Find(string words)
        {
            int at = text.IndexOf(words, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words}' does not stand in '{text}'");
            return new TextSpan(sentence.Span.Start + at, words.Length);
        }

        private int ActorIndex(string name)
        {
            int at = report._actors.FindIndex(a => string.Equals(a.Name, name, StringComparison.Ordinal));
            Assert.True(at >= 0, $"no actor '{name}' was declared");
            return at;
        }

        private int TimeIndex(string? words) =>
            words is null ? -1 : report._times.FindIndex(t => t.Sentence == sentence.Index && t.Span == Find(words));

        private int PlaceIndex(string? words) =>
            words is null ? -1 : report._places.FindIndex(p => p.Sentence == sentence.Index && p.Span == Find(words));

        private IReadOnlyList<AttributionLink> Chain(string? speaker) =>
            speaker is null ? [] : [new AttributionLink(AttributionKind.Speaker, speaker, ActorIndex(speaker), null)];
    }
}

/// <summary>Places for hand-built reports.</summary>
internal static class TestPlaces
{
    /// <summary>A town with an id made from its name.</summary>
    public static GazetteerPlace Town(string name, string country, int geoNames = 0) =>
        new(geoNames != 0 ? geoNames : 1000 + (Convert.ToInt32(StableHash.Sha256(name + country)[..4], 16)), name, country, 1, 2, PlacePrecision.Town, 5000, false);
}
