using System.Globalization;
using System.Text;
using Parallax.Annotate;
using Parallax.Extract;
using Parallax.Text;

namespace Parallax.Present;

/// <summary>Writes why each event was read: its trigger, the rule or the strongest weights, and the words that say who did it to whom.</summary>
public static class ClaimExplanation
{
    /// <summary>The explanation as plain text, some lines for each event; lines end in <c>\n</c>.</summary>
    public static string Write(ReportClaims claims)
    {
        AnnotatedReport source = claims.Source;
        string clean = source.Report.Text;
        StringBuilder text = new();
        text.Append("# report ").Append(Plain(source.Report.Path)).Append('\n');
        foreach (EventClaim claim in claims.Claims.OfType<EventClaim>())
        {
            text.Append('\n').Append(ContractNames.Of(claim.Type)).Append(claim.Mode is null ? "" : " " + claim.Mode).Append(", ").Append(ContractNames.Of(claim.Status)).Append('\n');
            Line(text, "trigger", claim.Trigger, clean);
            Line(text, "words", claim.Evidence, clean);
            foreach (string part in claim.Rule.Split("; "))
                text.Append("  because    ").Append(Plain(part)).Append('\n');
            Side(text, "initiator", claim, claim.Initiators, source);
            Side(text, "target", claim, claim.Targets, source);
        }
        return text.ToString();
    }

    private static void Side(StringBuilder text, string label, EventClaim claim, IReadOnlyList<int> actors, AnnotatedReport source)
    {
        foreach (int actor in actors)
        {
            // The mention inside the claim's words, else the first of its sentence.
            ActorMention? mention = source.Mentions.FirstOrDefault(m => m.Actor == actor && claim.Evidence.Contains(m.Span)) ?? source.Mentions.FirstOrDefault(m => m.Actor == actor && m.Sentence == claim.Sentence);
            text.Append("  ").Append(label.PadRight(11)).Append(Plain(source.Actors[actor].Name));
            if (mention is not null)
                text.Append(" at ").Append(mention.Span.Start).Append('-').Append(mention.Span.End).Append(": ").Append(Plain(mention.Span.Of(source.Report.Text)));
            text.Append('\n');
        }
    }

    private static void Line(StringBuilder text, string label, TextSpan span, string clean) =>
        text.Append("  ").Append(label.PadRight(11)).Append(span.Start).Append('-').Append(span.End).Append(": ").Append(Plain(span.Of(clean))).Append('\n');

    // A word of a hostile report may hold anything; here it may break no line and move no cursor.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c));
}
