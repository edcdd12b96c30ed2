using Readout.Languages;

namespace Readout.Articles.Bylines;

/// <summary>Lists by which a name in an author's place is told from a role, a desk, an outlet and an agency.</summary>
internal sealed class AuthorWords
{
    private static readonly Lazy<AuthorWords> Lists = new(() => new AuthorWords());

    private AuthorWords()
    {
        foreach (var row in Resource.Rows("not-authors.tsv"))
        {
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                (row[0] switch { "role" => Roles, "body" => Bodies, "name" => Surnames, "particle" => Particles, "part" => Parts, _ => Suffixes }).Add(word);
        }
        foreach (var row in Resource.Rows("En/outlets.tsv"))
        {
            foreach (var name in row[0].Split('|'))
            {
                Outlets.Add(PhraseIndex.Normalize(name));
                if (name.Length <= 6 && name.All(char.IsAsciiLetterUpper))
                    Acronyms.Add(name);
            }
        }
        foreach (var row in Resource.Rows("byline-openers.tsv"))
            Openers.Add(new(row[2], row[0] == "sure"));
        Openers.Sort((a, b) => a.Phrase.Length != b.Phrase.Length ? b.Phrase.Length - a.Phrase.Length : string.CompareOrdinal(a.Phrase, b.Phrase));
    }

    public static AuthorWords Get() => Lists.Value;

    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of pages that are surnames too.</summary>
    public HashSet<string> Surnames { get; } = new(StringComparer.Ordinal);

    /// <summary>Words inside names that stand in lower case.</summary>
    public HashSet<string> Particles { get; } = new(StringComparer.Ordinal);

    /// <summary>Pieces of words, in scripts without blanks, that only bodies bear.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    /// <summary>Roles that are written on to the name without a blank.</summary>
    public HashSet<string> Suffixes { get; } = new(StringComparer.Ordinal);

    /// <summary>Known outlets and agencies, normalised.</summary>
    public HashSet<string> Outlets { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Acronyms { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that open a line of authors, longest first.</summary>
    public List<Opener> Openers { get; } = [];

    private static readonly Lazy<HashSet<string>> First = new(() => Resource.Rows("En/first-names.tsv").Select(row => row[0]).ToHashSet(StringComparer.Ordinal));
    private static readonly Lazy<HashSet<string>> Common = new(() => Resource.Set("En/ordinary-words.txt"));

    /// <summary>True for a first name that the lists know.</summary>
    public static bool IsFirstName(string word) => First.Value.Contains(Folded.Plain(word));

    /// <summary>True for an English word that stands in lower case in running text.</summary>
    public static bool IsOrdinary(string word) => Common.Value.Contains(word.ToLowerInvariant());

    private static readonly Lazy<HashSet<string>> Places = new(() => Resource.Rows("En/cities.tsv").Concat(Resource.Rows("En/regions.tsv")).Select(row => row[0])
        .Concat(Resource.Rows("En/countries.tsv").Select(row => row[1])).SelectMany(names => names.Split('|')).Select(name => Folded.Plain(name)).ToHashSet(StringComparer.Ordinal));

    /// <summary>True for the name of a city, a region or a country.</summary>
    public static bool IsPlace(string name) => Places.Value.Contains(Folded.Plain(name));

    /// <summary>Words that open a line of authors.</summary>
    /// <param name="Phrase">The words, lower case.</param>
    /// <param name="IsSure">True where hardly anything but a name follows.</param>
    public sealed record Opener(string Phrase, bool IsSure);
}
