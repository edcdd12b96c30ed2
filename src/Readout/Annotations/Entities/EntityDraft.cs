using System.Runtime.InteropServices;

namespace Readout.Annotations;

/// <summary>An entity while the page is read: what the rules have found out so far.</summary>
internal sealed class EntityDraft(string name, EntityType type)
{
    // Made when first needed: most names on a page have none of these.
    private List<Role>? _roles;
    private List<int>? _affiliations;
    private List<string>? _countries;
    private List<string>? _nouns;
    private string? _key;
    private int _male;
    private int _female;

    public string Name { get; } = name;

    /// <summary>The name in lower case without accents.</summary>
    public string Key => _key ??= Lexicon.Fold(Name.ToLowerInvariant());

    public EntityType Type { get; private set; } = type;

    /// <summary>A person, or a name of which too little is known to say that it is none: a pronoun may mean it.</summary>
    public bool MayBePerson { get; set; } = type is EntityType.Person;

    public KnownName? Known { get; set; }

    /// <summary>Id in a list that is asked only once more is known: an office holder's, a town's.</summary>
    public string? KnownId { get; set; }

    /// <summary>Country code, for countries, capitals and seats of government.</summary>
    public string? Country { get; set; }

    public bool IsGovernment { get; set; }

    /// <summary>What kind of body ("firm", "union", "media"); "" where unknown.</summary>
    public string Kind { get; set; } = "";

    public ReadOnlySpan<Role> Roles => CollectionsMarshal.AsSpan(_roles);

    public ReadOnlySpan<int> Affiliations => CollectionsMarshal.AsSpan(_affiliations);

    /// <summary>Countries it belongs to by an adjective ("the Orlenian minister"), entity or not.</summary>
    public ReadOnlySpan<string> Countries => CollectionsMarshal.AsSpan(_countries);

    /// <summary>A country itself, not its capital.</summary>
    public bool IsCountry { get; set; }

    /// <summary>The first by the alphabet of the nouns that <see cref="AddNoun"/> was told; null without one.</summary>
    public string? FirstNoun
    {
        get
        {
            string? first = null;
            foreach (var noun in CollectionsMarshal.AsSpan(_nouns))
            {
                if (first is null || string.CompareOrdinal(noun, first) < 0)
                    first = noun;
            }
            return first;
        }
    }

    /// <summary>Heads a body that regulates: "the regulator" may be this person.</summary>
    public bool RegulatesHint { get; set; }

    /// <summary>How sure the gender is: 1 is a guess from a name's ending.</summary>
    public int GenderStrength => Math.Abs(_male - _female);

    public char? Gender => _male == _female ? null : _male > _female ? 'm' : 'f';

    public bool IsPerson => Type is EntityType.Person;

    /// <summary>A pronoun shows that the name of nothing known is somebody's.</summary>
    public void BecomePerson()
    {
        if (Type is EntityType.Other)
            Type = EntityType.Person;
    }

    public void VoteGender(char? gender, int weight)
    {
        if (gender is 'm')
            _male += weight;
        else if (gender is 'f')
            _female += weight;
    }

    public void AddRole(Role role)
    {
        if (role.Class is not "honorific" && _roles?.Contains(role) is not true)
            (_roles ??= []).Add(role);
        VoteGender(role.Gender, role.Class is "honorific" ? 8 : 4);
    }

    public void AddAffiliation(int entity)
    {
        if (_affiliations?.Contains(entity) is not true)
            (_affiliations ??= []).Add(entity);
    }

    public void AddCountry(string country)
    {
        if (_countries?.Contains(country) is not true)
            (_countries ??= []).Add(country);
    }

    /// <summary>Keeps a common noun that the page uses for the body beside its name ("the union Harbour Crew" → union).</summary>
    public void AddNoun(string noun)
    {
        if (!HasNoun(noun))
            (_nouns ??= []).Add(noun);
    }

    public bool HasNoun(string noun) => _nouns?.Contains(noun) is true;

    /// <summary>True where the page says that it has a role whose noun is this one.</summary>
    public bool HasRole(string head)
    {
        foreach (var role in Roles)
        {
            if (role.Head == head || role.Name == head)
                return true;
        }
        return false;
    }

    public PageEntity ToPageEntity()
    {
        var roles = new string[Roles.Length];
        for (var i = 0; i < roles.Length; i++)
            roles[i] = Roles[i].Name;
        return new PageEntity(
            Name, Type, IsPerson ? Gender : null, roles.Length == 0 ? [] : roles, [.. Affiliations],
            IsGovernment ? Country + "-government" : Known?.Id ?? (IsCountry ? Country : KnownId));
    }
}
