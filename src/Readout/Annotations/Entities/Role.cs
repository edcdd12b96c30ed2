namespace Readout.Annotations;

/// <summary>A role or title: what a person is ("mayor", "chief executive", "Mrs").</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Gender">'m', 'f', or null.</param>
/// <param name="Class">Field it belongs to: <c>state</c>, <c>firm</c>, <c>court</c>, <c>honorific</c>, …</param>
internal sealed record Role(string Name, char? Gender, string Class)
{
    /// <summary>The noun that carries the meaning: "minister" of "transport minister", "secretary" of "secretary of state".</summary>
    public string Head { get; } = HeadOf(Name);

    private static string HeadOf(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        var core = of < 0 ? name : name[..of];
        return core[(core.LastIndexOf(' ') + 1)..];
    }
}
