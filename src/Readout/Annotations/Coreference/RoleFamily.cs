namespace Readout.Annotations;

/// <summary>Role nouns that may stand for one another: "the spokesperson" for a spokesman, "the boss" for a chief executive.</summary>
internal static class RoleFamily
{
    public static string Of(string head) => head switch
    {
        "spokesman" or "spokeswoman" or "spokesperson" or "spokespeople" => "spokesperson",
        "chairman" or "chairwoman" or "chair" or "chairperson" => "chair",
        "businessman" or "businesswoman" or "entrepreneur" => "entrepreneur",
        "congressman" or "congresswoman" or "lawmaker" or "legislator" or "mp" or "senator" or "deputy" => "lawmaker",
        "policeman" or "policewoman" => "police officer",
        "ceo" or "chief executive officer" or "executive" => "chief executive",
        "attorney" or "lawyer" or "barrister" or "counsel" => "lawyer",
        "coach" or "manager" or "trainer" => "coach",
        "journalist" or "reporter" or "correspondent" => "journalist",
        _ => head,
    };

    /// <summary>Somebody who leads a state, a body or a firm.</summary>
    public static bool IsTop(Role role) =>
        role.Head is "president" or "premier" or "minister" or "chancellor" or "king" or "queen" or "executive" or "ceo" or "chairman" or "chairwoman" or "chair"
            or "head" or "chief" or "boss" or "leader" or "director" or "patron" or "patroness" or "president-elect" or "founder" or "owner" or "emir" or "sultan"
            or "prince" or "governor" or "mayor" or "tycoon";

    /// <summary>Somebody of whom the page says so.</summary>
    public static bool HasTop(EntityDraft person)
    {
        foreach (var role in person.Roles)
        {
            if (IsTop(role))
                return true;
        }
        return false;
    }

    /// <summary>Nouns for whoever leads: resolved to any top role.</summary>
    public static bool IsGenericTop(string noun) => noun is "boss" or "chief" or "leader" or "head" or "patron" or "patroness" or "tycoon" or "magnate";
}
