namespace Parallax.Extract;

/// <summary>
/// The answers of the model: the roots of PLOVER in their order, no event, and six kinds that code books file under different roots. The kinds are
/// learned apart so that one model serves both: PLOVER 2.0, which Parallax follows, and the older filing after CAMEO.
/// </summary>
internal static class RootAnswer
{
    /// <summary>There is no event between the two.</summary>
    public const int None = (int)EventType.Assault + 1;

    /// <summary>An agreement is signed or concluded: SUPPORT in both, but often told as AGREE.</summary>
    public const int Signed = None + 1;

    /// <summary>A court finds guilty: SANCTION, before ACCUSE.</summary>
    public const int Convicted = None + 2;

    /// <summary>Economic sanctions: SANCTION, before COERCE.</summary>
    public const int Embargo = None + 3;

    /// <summary>A concession or retreat that is only promised: CONCEDE, before AGREE.</summary>
    public const int Promised = None + 4;

    /// <summary>A blockade: COERCE, before among the acts of war.</summary>
    public const int Blockade = None + 5;

    /// <summary>An attack on computers: COERCE, before among the attacks.</summary>
    public const int Cyber = None + 6;

    /// <summary>How many there are.</summary>
    public const int Count = Cyber + 1;

    /// <summary>The root in PLOVER 2.0; null for no event.</summary>
    public static EventType? Root(int answer) => answer switch
    {
        None => null,
        Signed => EventType.Support,
        Convicted or Embargo => EventType.Sanction,
        Promised => EventType.Concede,
        Blockade or Cyber => EventType.Coerce,
        _ => (EventType)answer,
    };

    /// <summary>The root as PLOVER's table of CAMEO codes files it; null for no event.</summary>
    public static EventType? RootAfterCameo(int answer) => answer switch
    {
        None => null,
        Signed => EventType.Support,
        Convicted => EventType.Accuse,
        Embargo => EventType.Coerce,
        Promised => EventType.Agree,
        Blockade or Cyber => EventType.Assault,
        _ => (EventType)answer,
    };

    /// <summary>The answer that rules give by a root and the rule that led to it.</summary>
    public static int Of(RootVerdict verdict)
    {
        if (verdict.Root is not { } root)
            return None;
        string rule = verdict.Rule;
        if (root == EventType.Support && rule.EndsWith("agreement", StringComparison.Ordinal))
            return Signed;
        if (root == EventType.Coerce && rule.EndsWith("+blockade", StringComparison.Ordinal))
            return Blockade;
        if (root == EventType.Coerce && rule.EndsWith("+cyber", StringComparison.Ordinal))
            return Cyber;
        if (root is EventType.Sanction or EventType.Coerce && rule.EndsWith("+embargo", StringComparison.Ordinal))
            return Embargo;
        if (root == EventType.Accuse && rule.EndsWith("+guilty", StringComparison.Ordinal))
            return Convicted;
        if (root == EventType.Agree && (rule.Contains("agree>", StringComparison.Ordinal) || rule.Contains("will>", StringComparison.Ordinal)) && verdict.Inner is EventType.Concede or EventType.Retreat)
            return Promised;
        return (int)root;
    }

    /// <summary>The answer that an example stands for, by the root and mode that a person gave it and what the rules see in it.</summary>
    public static int OfExample(EventType root, string? mode, RootVerdict verdict)
    {
        int seen = Of(verdict);
        return root switch
        {
            EventType.Agree or EventType.Support when seen == Signed => Signed,
            EventType.Sanction when mode == "convict" => Convicted,
            EventType.Sanction when seen == Embargo => Embargo,
            EventType.Coerce when mode == "cyber" => Cyber,
            EventType.Coerce when seen == Blockade => Blockade,
            EventType.Concede or EventType.Retreat or EventType.Agree when seen == Promised => Promised,
            _ => (int)root,
        };
    }
}
