namespace Readout.Annotations;

/// <summary>The lists that pronouns and roles are resolved with, kept from page to page.</summary>
internal sealed class DiscourseMemory
{
    public List<Recent> People { get; } = [];

    public List<Recent> Trail { get; } = [];

    public List<Recent> Bodies { get; } = [];

    public List<(int First, int Second, int Word)> Pairs { get; } = [];

    public List<int> Met { get; } = [];

    public List<int> Fitting { get; } = [];

    public List<int> Others { get; } = [];

    public List<Mention> Mentions { get; } = [];

    /// <summary>Candidates for one pronoun after the other.</summary>
    public List<Antecedent> Antecedents { get; } = [];

    /// <summary>A row for each of them.</summary>
    public List<float[]> Rows { get; } = [];

    public void Clear()
    {
        People.Clear();
        Trail.Clear();
        Bodies.Clear();
        Pairs.Clear();
        Met.Clear();
        Mentions.Clear();
    }
}
