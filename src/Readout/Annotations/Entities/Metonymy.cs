using Readout.Languages;

namespace Readout.Annotations;

/// <summary>
/// Tells a capital that acts ("Vask said", "talks between Vask and Orlen") from the town, and a seat of power that stands for the
/// body in it ("the Kremlin denied") from the building ("outside the Kremlin").
/// </summary>
internal sealed class Metonymy(PageWords words)
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Cues = new(() => Resource.Rows("En/government-cues.tsv")
        .ToDictionary(row => row[0], row => new HashSet<string>(row[1].Split(' '), StringComparer.Ordinal), StringComparer.Ordinal));

    public void Read(Name name)
    {
        if (name.Known is { Kind: "seat" })
        {
            if (IsPlaceOnly(name))
            {
                name.IsSeatAsPlace = true;
                name.Add(EntityType.Place, 50, "seat-as-place");
            }
        }
        else if (name.Country is not null && name.RuleFor(EntityType.Place) is "capital" && (Acts(name) || IsParty(name)))
        {
            name.IsGovernment = true;
        }
    }

    private string Norm(Name name, int i) => i >= 0 && i < words.Count() && words[i].Sentence == words[name.First].Sentence ? words[i].Norm : "";

    private static bool Is(string group, string norm) => Cues.Value[group].Contains(norm);

    /// <summary>Subject of a verb of saying or deciding, or owner of a decision.</summary>
    private bool Acts(Name name)
    {
        var i = name.End;
        if (Norm(name, i) is "'s" or "'")
        {
            i++;
            if (Is("decision-modifiers", Norm(name, i)))
                i++;
            return Is("decisions", Norm(name, i));
        }
        if (Norm(name, name.First - 1) is "in" or "of" or "at" or "near" or "from" or ",")
            return false;
        while (Is("auxiliaries", Norm(name, i)))
            i++;
        return Is("deciding", Norm(name, i)) || Lexicon.En.SpeechVerbs.Contains(Norm(name, i)) && Norm(name, i) is not ("published" or "posted" or "reported" or "reports");
    }

    /// <summary>"ties with Vask", "pressure on Vask", "accused Vask of", "between Orlen and Vask".</summary>
    private bool IsParty(Name name)
    {
        var before = Norm(name, name.First - 1);
        var two = Norm(name, name.First - 2);
        return before switch
        {
            "between" => Is("relations", two),
            "and" => OpensBetween(name),
            "with" => Is("relations", two),
            "on" or "against" => Is("measures", two),
            _ => Is("addressing", before) && Norm(name, name.End) is "of" or "to" or "that" or "over" or "against",
        };
    }

    // "talks between Orlen and Vask"
    private bool OpensBetween(Name name)
    {
        for (var i = name.First - 2; i > name.First - 6; i--)
        {
            if (Norm(name, i) is "between")
                return Is("relations", Norm(name, i - 1));
        }
        return false;
    }

    /// <summary>"outside the Kremlin", "in the White House": the building, unless somebody of it is meant ("a source in the Kremlin").</summary>
    private bool IsPlaceOnly(Name name)
    {
        var i = name.First - 1;
        if (Norm(name, i) is "the")
            i--;
        if (Norm(name, i) is not ("in" or "at" or "near" or "outside" or "inside" or "around" or "behind" or "opposite") || Norm(name, name.End) is "'s")
            return false;
        return !Is("insiders", Norm(name, i - 1));
    }
}
