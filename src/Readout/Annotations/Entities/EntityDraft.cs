namespace Readout.Annotations;

/// <summary>An entity while the page is read: what the rules have found out so far.</summary>
internal sealed class EntityDraft(string name, EntityType type)
{
    private int _male;
    private int _female;

    public string Name { get; set; } = name;

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

    public List<Role> Roles { get; } = [];

    public List<int> Affiliations { get; } = [];

    /// <summary>Countries it belongs to by an adjective ("the Orlenian minister"), entity or not.</summary>
    public List<string> Countries { get; } = [];

    /// <summary>A country itself, not its capital.</summary>
    public bool IsCountry { get; set; }

    /// <summary>Common nouns the page uses for the body beside its name ("the union Harbour Crew" → union).</summary>
    public HashSet<string> Nouns { get; } = new(StringComparer.Ordinal);

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
        if (role.Class is not "honorific" && !Roles.Contains(role))
            Roles.Add(role);
        VoteGender(role.Gender, role.Class is "honorific" ? 8 : 4);
    }

    public void AddAffiliation(int entity)
    {
        if (!Affiliations.Contains(entity))
            Affiliations.Add(entity);
    }

    /// <summary>True where the page says that it has a role whose noun is this one.</summary>
    public bool HasRole(string head) => Roles.Exists(r => r.Head == head || r.Name == head);

    public PageEntity ToPageEntity() => new(
        Name, Type, IsPerson ? Gender : null, [.. Roles.Select(r => r.Name)], [.. Affiliations],
        IsGovernment ? Country + "-government" : Known?.Id ?? (IsCountry ? Country : KnownId));
}
