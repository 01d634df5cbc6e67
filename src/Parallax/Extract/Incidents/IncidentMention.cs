using NodaTime;
using Parallax.Text;

namespace Parallax.Extract;

/// <summary>One place of a report that names or points at an act of violence.</summary>
internal sealed class IncidentMention
{
    /// <summary>The token that names it.</summary>
    public required int Token { get; init; }

    public required int Sentence { get; init; }

    public required int Paragraph { get; init; }

    /// <summary>The words that name it.</summary>
    public required TextSpan Words { get; init; }

    /// <summary>Null where the words only point at an incident told elsewhere.</summary>
    public required IncidentKind? Kind { get; init; }

    public IncidentStage Stage { get; set; }

    /// <summary>Whether it needs another mention to stand: a consequence, a pointer.</summary>
    public bool Leans { get; set; }

    /// <summary>Whether it points back by "the" or "this" without telling anything.</summary>
    public bool Definite { get; set; }

    /// <summary>Whether a verb tells it, which weighs more than a noun.</summary>
    public bool Told { get; set; }

    /// <summary>Whether it tells of the past of the story: an old date, a background claim.</summary>
    public bool Old { get; set; }

    /// <summary>The token of another mention that is its cause or the same event: "the blast wounded", "the attack that killed".</summary>
    public int SameAs { get; set; } = -1;

    public EdtfDate? Date { get; set; }

    public List<int> Places { get; } = [];

    public List<IncidentParty> Parties { get; } = [];

    public IEnumerable<IncidentParty> Of(IncidentRole role) => Parties.Where(party => party.Role == role);

    public static readonly Period Recent = Period.FromDays(75);
}
