using System.Globalization;
using System.Text;
using Readout.Languages;

namespace Readout.Annotations;

/// <summary>The word lists behind the entity rules; read when first used, then shared by all threads.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon());

    private readonly PhraseTable<char> _firstNames = new(24_000);
    private readonly PhraseTable<string> _countries = new();
    private readonly PhraseTable<string> _demonyms = new();
    private readonly PhraseTable<string> _capitals = new();
    private readonly PhraseTable<KnownName> _known = new();
    private readonly PhraseTable<KnownName> _knownWithArticle = new();

    // How many words the longest known body has that opens with a word.
    private readonly PhraseTable<int> _knownFirsts = new();
    private readonly PhraseTable<string> _cities = new(Resource.Rows("En/cities.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal));
    private readonly PhraseTable<bool> _regions = Set("En/regions.tsv");
    private readonly PhraseTable<bool> _worldRegions = Set("En/world-regions.txt");
    private readonly OrdinaryWords _ordinary = new();
    private readonly RoleList _roles = new();
    private readonly Dictionary<string, HashSet<string>> _cues = Resource.Rows("En/name-cues.tsv")
        .ToDictionary(row => row[0], row => new HashSet<string>(row[1].Split(' '), StringComparer.Ordinal), StringComparer.Ordinal);

    private Lexicon()
    {
        foreach (var line in Resource.Lines("En/first-names.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            _firstNames[tab < 0 ? line : line[..tab]] = tab < 0 ? 'u' : line[^1];
        }
        ReadCountries();
        ReadKnown();
    }

    public static Lexicon En => Shared.Value;

    public HashSet<string> LeadWords { get; } = Words("En/lead-words.txt");

    public HashSet<string> Connectors { get; } = Words("En/connectors.txt");

    public HashSet<string> SpeechVerbs { get; } = Words("En/speech-verbs.txt");

    public HashSet<string> PersonVerbs { get; } = Words("En/person-verbs.txt");

    public HashSet<string> OrganisationFirsts { get; } = Resource.Set("En/org-firsts.txt");

    public Dictionary<string, string> OrganisationHeads { get; } = Table("En/org-heads.tsv");

    public Dictionary<string, string> OrganisationNouns { get; } = Table("En/org-nouns.tsv");

    public Dictionary<string, string> OtherHeads { get; } = Table("En/other-heads.tsv");

    /// <summary>A word that, standing at a name, tells what it is; the groups are those of the list.</summary>
    public bool IsCue(string group, string word) => _cues[group].Contains(word);

    public HashSet<string> GenericAcronyms { get; } = Resource.Set("En/generic-acronyms.txt");

    public HashSet<string> PlaceHeads { get; } = Resource.Set("En/place-heads.txt");

    public HashSet<string> PlaceFirsts { get; } = Resource.Set("En/place-firsts.txt");

    public HashSet<string> PlaceNouns { get; } = Resource.Set("En/place-nouns.txt");

    public HashSet<string> RoleModifiers { get; } = Resource.Set("En/role-modifiers.txt");

    public bool IsCity(ReadOnlySpan<char> folded) => _cities.ContainsKey(folded);

    /// <summary>The towns of a name, parted by bars: country code, colon and GeoNames id, the largest first; far smaller ones left out.</summary>
    public string Towns(string folded) => _cities.Find(folded) ?? "";

    public bool IsRegion(ReadOnlySpan<char> folded) => _regions.ContainsKey(folded);

    public bool IsWorldRegion(ReadOnlySpan<char> folded) => _worldRegions.ContainsKey(folded);

    /// <summary>Country code of a country's name (folded, lower case).</summary>
    public string? Country(ReadOnlySpan<char> folded) => _countries.Find(folded);

    /// <summary>Country code of a capital.</summary>
    public string? Capital(ReadOnlySpan<char> folded) => _capitals.Find(folded);

    /// <summary>Country code of an adjective or a people's name; "" for those of no one country.</summary>
    public string? Demonym(ReadOnlySpan<char> folded) => _demonyms.Find(folded);

    /// <summary>A body known by this very spelling ("UN", "dpa", "White House").</summary>
    public KnownName? Known(ReadOnlySpan<char> surface) => _known.Find(surface);

    /// <summary>A body known under its name with "The" before it ("The Vask Times").</summary>
    public KnownName? KnownWithArticle(ReadOnlySpan<char> surface) => _knownWithArticle.Find(surface);

    /// <summary>End of the longest known body of several words that starts at a word, small words inside it included; the word itself where none does.</summary>
    public int KnownEnd(PageWords words, int index, int end)
    {
        if (!_knownFirsts.TryGetValue(words.Chars(index), out var longest))
            return index;
        for (var e = Math.Min(end, index + longest); e > index + 1; e--)
        {
            if (_known.ContainsKey(words.Written(index, e)))
                return e;
        }
        return index;
    }

    /// <summary>'m', 'f', 'u' (both or unknown); null where it is no first name.</summary>
    public char? FirstName(ReadOnlySpan<char> folded) => _firstNames.TryGetValue(folded, out var gender) ? gender : null;

    /// <summary>The longest role that starts at a word, and how many words it has.</summary>
    public (Role Role, int Length)? RoleAt(PageWords words, int index, int end) => _roles.At(words, index, end);

    public Role? FindRole(ReadOnlySpan<char> norm) => _roles.Find(norm);

    /// <summary>A word that English uses in lower case, in this or another form.</summary>
    public bool IsOrdinary(ReadOnlySpan<char> norm) => _ordinary.Has(norm);

    /// <summary>Lower case without accents, for look-ups and comparisons of names.</summary>
    public static string Fold(string norm)
    {
        if (Ascii.IsValid(norm))
            return norm;
        var folded = new StringBuilder(norm.Length);
        string decomposed;
        try
        {
            decomposed = norm.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // a lone surrogate has no decomposition
            return norm;
        }
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(c switch { 'ı' => 'i', 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', _ => c });
        }
        return folded.Replace("ß", "ss").Replace("æ", "ae").Replace("œ", "oe").ToString();
    }

    private void ReadCountries()
    {
        foreach (var row in Resource.Rows("En/countries.tsv"))
        {
            foreach (var name in row[1].Split('|'))
                _countries.TryAdd(Key(name), row[0]);
            foreach (var demonym in row[2].Split('|').Concat(row[3].Split('|')).Where(d => d.Length > 0))
            {
                _demonyms.TryAdd(Key(demonym), row[0]);
                _demonyms.TryAdd(Key(demonym) + "s", row[0]);
            }
            foreach (var capital in row[4].Split('|').Where(c => c.Length > 0))
                _capitals.TryAdd(Key(capital), row[0]);
        }
        foreach (var line in Resource.Lines("En/demonyms.txt"))
        {
            _demonyms.TryAdd(line, "");
            _demonyms.TryAdd(line + "s", "");
        }
    }

    private void ReadKnown()
    {
        foreach (var row in Resource.Rows("En/known-organisations.tsv"))
            AddKnown(row[0], row[1], row[2]);
        foreach (var row in Resource.Rows("En/metonyms.tsv"))
            AddKnown(row[0], "seat", row[1] + "-government");
        foreach (var row in Resource.Rows("En/outlets.tsv"))
            AddKnown(row[0], "media", "outlet:" + Key(row[0].Split('|')[0]).Replace(' ', '-'));
    }

    private void AddKnown(string names, string kind, string id)
    {
        var all = names.Split('|');
        foreach (var name in all)
        {
            var known = new KnownName(all[0], kind, id);
            _known.TryAdd(name, known);
            var space = name.IndexOfAny([' ', '\'', '’']);
            // a clitic is a word of its own
            var words = name.AsSpan().Count(' ') + 1 + (name.AsSpan().IndexOfAny('\'', '’') >= 0 ? 1 : 0);
            if (space > 0)
                _knownFirsts[name[..space]] = Math.Max(words, _knownFirsts.Find(name.AsSpan(0, space)));
            if (name.StartsWith("The ", StringComparison.Ordinal))
                _knownWithArticle.TryAdd(name["The ".Length..], known);
        }
    }

    private static string Key(string name) => Fold(name.ToLowerInvariant());

    private static HashSet<string> Words(string name) =>
        new(Resource.Lines(name).SelectMany(line => line.Split(' ')), StringComparer.Ordinal);

    private static PhraseTable<bool> Set(string name)
    {
        var set = new PhraseTable<bool>();
        foreach (var line in Resource.Lines(name))
            set.TryAdd(line.Split('\t', 2)[0], true);
        return set;
    }

    private static Dictionary<string, string> Table(string name)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows(name))
            table.TryAdd(row[0], row[1]);
        return table;
    }
}
