using Parallax.Data;

namespace Parallax.Annotate;

/// <summary>Tells armies, police, governments and outlets among bodies, and countries that act among places.</summary>
internal sealed class NameFineKinds(LanguageData data, ActorLexicon lexicon)
{
    private static readonly HashSet<string> s_government = new(StringComparer.Ordinal)
    {
        "government", "ministry", "ministries", "department", "administration", "cabinet", "treasury", "presidency", "embassy", "consulate", "directorate", "secretariat",
    };

    public void Tell(NameSheet sheet)
    {
        Dictionary<int, ActorKind> actors = [];
        foreach (ActorMention mention in sheet.Report.Mentions)
        {
            if (mention.Form == MentionForm.Name && mention.Actor >= 0 && sheet.Covered(mention.HeadSpan, out int first, out _))
                actors.TryAdd(first, sheet.Report.Actors[mention.Actor].Kind);
        }
        HashSet<int> governments = [];
        foreach (PlaceMention place in sheet.Report.Places)
        {
            if (place.Use == ToponymUse.Government && sheet.Covered(place.Span, out int first, out _))
                governments.Add(first);
        }
        HashSet<string> armed = new(StringComparer.Ordinal);
        foreach (NameDraft name in sheet.Names)
        {
            if (name.Kind == NameKind.Organisation && (name.Fine == FineNameKind.ArmedForce || HasFighters(sheet, name)))
                armed.Add(sheet.Key(name));
        }
        foreach (NameDraft name in sheet.Names)
        {
            if (name.Kind == NameKind.Organisation)
            {
                name.Fine ??= OfBody(sheet, name, actors);
                if (name.Fine == FineNameKind.Organisation && armed.Contains(sheet.Key(name)))
                    name.Fine = FineNameKind.ArmedForce;
            }
            else if (name.Kind == NameKind.Place && (governments.Contains(name.First) || IsActingState(sheet, name)))
                name.Fine = FineNameKind.State;
        }
    }

    // "KRV fighters": who has fighters is an armed force wherever the report names it.
    private static bool HasFighters(NameSheet sheet, NameDraft name)
    {
        Token word = sheet.Head(name);
        return word.Relation is "compound" or "nmod:poss" && word.Head >= name.End && NameActors.IsArmed(sheet.Words[word.Head].Lemma);
    }

    private FineNameKind OfBody(NameSheet sheet, NameDraft name, Dictionary<int, ActorKind> actors)
    {
        if (lexicon.Organisation(sheet.Key(name)) is { } known)
            return Of(known.Kind);
        for (int i = name.End - 1; i >= name.First; i--)
        {
            string lower = sheet.Words[i].Lower;
            if (s_government.Contains(lower))
                return FineNameKind.Government;
            if (name.End - name.First > 1 && lexicon.HeadKind(lower) is { } head and not ActorKind.Organisation)
                return Of(head);
        }
        return actors.TryGetValue(name.First, out ActorKind kind) ? Of(kind) : FineNameKind.Organisation;
    }

    private static FineNameKind Of(ActorKind kind) => kind switch
    {
        ActorKind.ArmedForce => FineNameKind.ArmedForce,
        ActorKind.Police => FineNameKind.Police,
        ActorKind.Government => FineNameKind.Government,
        ActorKind.Group => FineNameKind.Group,
        ActorKind.Outlet => FineNameKind.Outlet,
        _ => FineNameKind.Organisation,
    };

    private bool IsActingState(NameSheet sheet, NameDraft name)
    {
        string key = sheet.Key(name);
        if (data.Countries.ByName(key) is null && key is not ("us" or "uk" or "usa"))
            return false;
        Token word = sheet.Head(name);
        if (word.Head < 0)
            return false;
        Token head = sheet.Words[word.Head];
        return word.Relation switch
        {
            "nsubj" => head.Tag == Upos.Verb,
            "nmod:poss" or "obl:agent" or "compound" => true,
            _ => false,
        };
    }
}
