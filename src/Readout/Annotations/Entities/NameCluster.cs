namespace Readout.Annotations;

/// <summary>Names with equal keys, and the entity they stand for.</summary>
internal sealed record NameCluster(string Key, string[] Parts, List<Name> Names, EntityType Type)
{
    public NameCluster? Target { get; set; }

    public string Rule { get; set; } = "";

    public MentionForm Form { get; set; } = MentionForm.Name;

    public NameCluster Root => Target is null ? this : Target.Root;

    public double Weight(EntityType type)
    {
        var sum = 0.0;
        foreach (var name in Names)
            sum += name.Weight(type);
        return sum;
    }
}
