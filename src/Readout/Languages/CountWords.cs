namespace Readout.Languages;

/// <summary>How a phrase bounds the number beside it.</summary>
internal enum Bound { None, Low, High, About, Nearly, OverByLittle }

/// <summary>A unit: what it measures and its singular.</summary>
internal sealed record Unit(string Kind, string Singular);

/// <summary>Words around quantities, lower case.</summary>
internal sealed class CountWords
{
    private readonly Dictionary<string, string> _irregular;

    public CountWords(Language language)
    {
        foreach (var row in Resource.Rows($"{language.Folder}/bounds.tsv"))
            (row[1] == "before" ? Before : After)[row[0]] = Kind(row[2]);
        foreach (var (form, row) in language.Table("units.tsv"))
            Units[form] = new Unit(row[0], row[1]);
        _irregular = language.Table("irregular-plurals.tsv").ToDictionary(r => r.Key, r => r.Value[0], StringComparer.Ordinal);
        NotNouns = language.Words("not-nouns.txt");
        Numbered = language.Words("numbered-things.txt");
        foreach (var row in Resource.Rows($"{language.Folder}/quantity-words.tsv"))
        {
            if (row[1] == "factor")
                Factors[row[0]] = double.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture);
            else
                (row[1] switch { "change" => Changes, "state" => States, "human" => Humans, _ => Compounds }).Add(row[0]);
        }
        BoundStarts = new(Before.Keys.Select(k => k.Split(' ')[0]), StringComparer.Ordinal);
    }

    public Dictionary<string, Bound> Before { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Bound> After { get; } = new(StringComparer.Ordinal);

    /// <summary>First words of the phrases in <see cref="Before"/>.</summary>
    public HashSet<string> BoundStarts { get; }

    public Dictionary<string, Unit> Units { get; } = new(StringComparer.Ordinal);

    /// <summary>Verbs that multiply, with by how much: doubled.</summary>
    public Dictionary<string, double> Factors { get; } = new(StringComparer.Ordinal);

    /// <summary>Verbs and nouns of change before a bare number: "rose to seven".</summary>
    public HashSet<string> Changes { get; } = new(StringComparer.Ordinal);

    /// <summary>What people are, behind a bare number: "12 injured".</summary>
    public HashSet<string> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns that "one" counts.</summary>
    public HashSet<string> Humans { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns counted inside an adjective: "a 12-member panel".</summary>
    public HashSet<string> Compounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that end the search for the noun counted.</summary>
    public HashSet<string> NotNouns { get; }

    /// <summary>Nouns whose number is a label: "page 12".</summary>
    public HashSet<string> Numbered { get; }

    /// <summary>The singular of a plural noun; null where the word does not look like one.</summary>
    public string? Singular(string norm)
    {
        if (_irregular.TryGetValue(norm, out var irregular))
            return irregular;
        if (norm.Length < 4 || norm[^1] != 's' || norm.EndsWith("ss", StringComparison.Ordinal) || norm.EndsWith("us", StringComparison.Ordinal) || norm.EndsWith("is", StringComparison.Ordinal))
            return null;
        if (norm.EndsWith("ies", StringComparison.Ordinal))
            return norm.Length > 4 ? norm[..^3] + "y" : norm[..^1];
        foreach (var ending in (ReadOnlySpan<string>)["ches", "shes", "sses", "xes", "zzes", "oes"])
        {
            if (norm.EndsWith(ending, StringComparison.Ordinal))
                return norm[..^2];
        }
        return norm[..^1];
    }

    private static Bound Kind(string text) => text switch
    {
        "low" => Bound.Low,
        "high" => Bound.High,
        "about" => Bound.About,
        "nearly" => Bound.Nearly,
        _ => Bound.OverByLittle,
    };
}
