using System.Runtime.CompilerServices;
using Readout.Text;

namespace Readout.Annotations;

/// <summary>A name found on the page, with what speaks for each type. Built up rule by rule, read-only once entities are made.</summary>
internal sealed class Name
{
    private PerType<float> _weights;
    private PerType<float> _best;
    private PerType<string?> _rules;

    private const int TypeCount = (int)EntityType.Other + 1;

    public Name(PageWords words, int first, int end)
    {
        First = first;
        End = end;
        Span = words.Cover(first, end);
        Surface = words.Surface(first, end);
        Key = words.Key(first, end);
    }

    /// <summary>First word and end, as indexes into <see cref="PageWords"/>.</summary>
    public int First { get; }

    public int End { get; }

    public int Length => End - First;

    public Span Span { get; }

    /// <summary>As written, white space folded.</summary>
    public string Surface { get; }

    /// <summary>Lower case without accents: equal keys are the same name.</summary>
    public string Key { get; }

    /// <summary>The names it is one with; set once all names are known.</summary>
    public NameCluster? Cluster { get; set; }

    /// <summary>Only a beginning of a sentence speaks for its being a name: needs support from elsewhere on the page.</summary>
    public bool IsWeak { get; set; }

    /// <summary>Found in a headline by what the body knows.</summary>
    public bool FromMemory { get; set; }

    /// <summary>Title or role words directly before ("President", "union leader"), from the nearest outwards.</summary>
    public Role? Title { get; set; }

    /// <summary>Where the title starts; −1 without one.</summary>
    public int TitleFirst { get; set; } = -1;

    public KnownName? Known { get; set; }

    /// <summary>Code of the country it names, or whose capital or seat of government it is.</summary>
    public string? Country { get; set; }

    /// <summary>A capital that acts ("Vask said"): the government, not the town.</summary>
    public bool IsGovernment { get; set; }

    /// <summary>A seat of power where the building is meant ("outside the Kremlin").</summary>
    public bool IsSeatAsPlace { get; set; }

    /// <summary>Index into the page's entities; −1 until one is made.</summary>
    public int Entity { get; set; } = -1;

    public MentionForm Form { get; set; } = MentionForm.Name;

    public string Rule { get; set; } = "name";

    public double Weight(EntityType type) => _weights[(int)type];

    /// <summary>The strongest rule that speaks for a type.</summary>
    public string? RuleFor(EntityType type) => _rules[(int)type];

    /// <param name="weight">A multiple of a quarter, so that sums are exact.</param>
    public void Add(EntityType type, double weight, string rule)
    {
        var i = (int)type;
        _weights[i] += (float)weight;
        if (weight > _best[i])
        {
            _best[i] = (float)weight;
            _rules[i] = rule;
        }
    }

    public override string ToString() => Surface;

    [InlineArray(TypeCount)]
    private struct PerType<T>
    {
        private T _first;
    }
}
