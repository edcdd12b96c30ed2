namespace Readout.Annotations;

/// <summary>Names with equal keys, and the entity they stand for.</summary>
internal sealed class NameCluster
{
    public string Key { get; private set; } = "";

    /// <summary>The words of the key.</summary>
    public string[] Parts { get; set; } = [];

    /// <summary>In the order of the text.</summary>
    public List<Name> Names { get; } = [];

    public EntityType Type { get; set; }

    public NameCluster? Target { get; private set; }

    public string Rule { get; private set; } = "";

    public MentionForm Form { get; private set; }

    public NameCluster Root => Target is null ? this : Target.Root;

    /// <summary>True where its names become mentions.</summary>
    public bool IsKept { get; set; }

    /// <summary>Index of the entity it stands for; −1 until one is made.</summary>
    public int Entity { get; set; }

    public double Weight(EntityType type)
    {
        var sum = 0.0;
        foreach (var name in Names)
            sum += name.Weight(type);
        return sum;
    }

    public void Join(NameCluster target, MentionForm form, string rule)
    {
        Target = target;
        Form = form;
        Rule = rule;
    }

    /// <summary>Starts anew with another key.</summary>
    public void Open(string key)
    {
        Key = key;
        Entity = -1;
    }

    /// <summary>Forgets the page.</summary>
    public void Clear()
    {
        Key = Rule = "";
        Parts = [];
        Names.Clear();
        Target = null;
        Form = MentionForm.Name;
        IsKept = false;
    }
}
