using Readout.Languages;

namespace Readout.Claims;

/// <summary>The lists behind casualties: words of harm, nouns for people.</summary>
internal sealed class HarmWords
{
    private static readonly Lazy<HarmWords> Loaded = new(() => new HarmWords());

    private readonly Dictionary<string, (Harm Harm, char Role)> _harm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (char? Gender, string Age)> _people = new(StringComparer.Ordinal);

    private HarmWords()
    {
        foreach (var row in Resource.Rows("En/harm-words.tsv"))
            _harm[row[0]] = (Enum.Parse<Harm>(row[1], ignoreCase: true), row[2][0]);
        foreach (var row in Resource.Rows("En/person-nouns.tsv"))
            _people[row[0]] = (row[1] is "-" ? null : row[1][0], row[2]);
    }

    private readonly HashSet<string> _animals = Language.En.Words("animal-nouns.txt");

    public static HarmWords En => Loaded.Value;

    /// <summary>What a verb says befell somebody, and whom: its object ('o') or its subject ('s').</summary>
    public (Harm Harm, char Role)? Verb(string lemma) => _harm.TryGetValue(lemma, out var found) ? found : null;

    public bool IsAnimal(string lemma) => _animals.Contains(lemma);

    /// <summary>A noun for a person, with gender and age as far as it says them.</summary>
    public (char? Gender, string Age)? Person(string lemma) => _people.TryGetValue(lemma, out var found) ? found : null;
}
