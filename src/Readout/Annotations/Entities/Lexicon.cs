using System.Globalization;
using System.Text;
using Readout.Languages;

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

/// <summary>A name that is known before reading: its fullest form, what kind of body it is, and its id.</summary>
internal sealed record KnownName(string Name, string Kind, string Id);

/// <summary>The word lists behind the entity rules; read when first used, then shared by all threads.</summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon());

    private readonly HashSet<string> _ordinary = Resource.Set("En/ordinary-words.txt");
    private readonly Dictionary<string, char> _firstNames = new(24_000, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _demonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownName> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _roleStarts = new(StringComparer.Ordinal);

    private Lexicon()
    {
        foreach (var line in Resource.Lines("En/first-names.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            _firstNames[tab < 0 ? line : line[..tab]] = tab < 0 ? 'u' : line[^1];
        }
        ReadCountries();
        ReadKnown();
        foreach (var row in Resource.Rows("En/roles.tsv"))
            AddRole(new Role(row[0], row[1] is "-" ? null : row[1][0], row[2]));
    }

    public static Lexicon En => Shared.Value;

    public IReadOnlySet<string> LeadWords { get; } = Words("En/lead-words.txt");

    public IReadOnlySet<string> Connectors { get; } = Words("En/connectors.txt");

    public IReadOnlySet<string> SpeechVerbs { get; } = Words("En/speech-verbs.txt");

    public IReadOnlySet<string> PersonVerbs { get; } = Words("En/person-verbs.txt");

    public IReadOnlySet<string> OrganisationFirsts { get; } = Resource.Set("En/org-firsts.txt");

    public IReadOnlyDictionary<string, string> OrganisationHeads { get; } = Table("En/org-heads.tsv");

    public IReadOnlyDictionary<string, string> OrganisationNouns { get; } = Table("En/org-nouns.tsv");

    public IReadOnlyDictionary<string, string> OtherHeads { get; } = Table("En/other-heads.tsv");

    private readonly Dictionary<string, HashSet<string>> _cues = Resource.Rows("En/name-cues.tsv")
        .ToDictionary(row => row[0], row => new HashSet<string>(row[1].Split(' '), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>A word that, standing at a name, tells what it is; the groups are those of the list.</summary>
    public bool IsCue(string group, string word) => _cues[group].Contains(word);

    public IReadOnlySet<string> GenericAcronyms { get; } = Resource.Set("En/generic-acronyms.txt");

    public IReadOnlySet<string> PlaceHeads { get; } = Resource.Set("En/place-heads.txt");

    public IReadOnlySet<string> PlaceFirsts { get; } = Resource.Set("En/place-firsts.txt");

    public IReadOnlySet<string> PlaceNouns { get; } = Resource.Set("En/place-nouns.txt");

    public IReadOnlySet<string> RoleModifiers { get; } = Resource.Set("En/role-modifiers.txt");

    private readonly Dictionary<string, string> _cities = Resource.Rows("En/cities.tsv").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private readonly HashSet<string> _regions = Firsts("En/regions.tsv");
    private readonly HashSet<string> _worldRegions = Resource.Set("En/world-regions.txt");

    public bool IsCity(string folded) => _cities.ContainsKey(folded);

    /// <summary>The towns of a name: country code and GeoNames id, the largest first; far smaller ones left out.</summary>
    public IReadOnlyList<(string Country, string Id)> Towns(string folded)
    {
        if (!_cities.TryGetValue(folded, out var towns))
            return [];
        return [.. towns.Split('|').Where(t => t.Contains(':', StringComparison.Ordinal)).Select(t => (t[..2], t[3..]))];
    }

    public bool IsRegion(string folded) => _regions.Contains(folded);

    public bool IsWorldRegion(string folded) => _worldRegions.Contains(folded);

    /// <summary>Country code of a country's name (folded, lower case).</summary>
    public string? Country(string folded) => _countries.GetValueOrDefault(folded);

    /// <summary>Country code of a capital.</summary>
    public string? Capital(string folded) => _capitals.GetValueOrDefault(folded);

    /// <summary>Country code of an adjective or a people's name; "" for those of no one country.</summary>
    public string? Demonym(string folded) => _demonyms.GetValueOrDefault(folded);

    /// <summary>A body known by this very spelling ("UN", "dpa", "White House").</summary>
    public KnownName? Known(string surface) => _known.GetValueOrDefault(surface);

    /// <summary>'m', 'f', 'u' (both or unknown); null where it is no first name.</summary>
    public char? FirstName(string folded) => _firstNames.TryGetValue(folded, out var gender) ? gender : null;

    /// <summary>The longest role that starts at a word, and how many words it has.</summary>
    public (Role Role, int Length)? RoleAt(PageWords words, int index, int end)
    {
        if (!_roleStarts.TryGetValue(words[index].Norm, out var longest))
            return null;
        for (var length = Math.Min(longest, end - index); length > 0; length--)
        {
            if (_roles.TryGetValue(words.Norms(index, index + length), out var role))
                return (role, length);
        }
        return null;
    }

    public Role? FindRole(string norm) => _roles.GetValueOrDefault(norm);

    /// <summary>A word that English uses in lower case, in this or another form.</summary>
    public bool IsOrdinary(string norm)
    {
        if (_ordinary.Contains(norm))
            return true;
        foreach (var suffix in (ReadOnlySpan<string>)["s", "es", "ed", "d", "ing", "ly", "er", "ers", "'s", "ness", "ment"])
        {
            if (norm.Length > suffix.Length + 2 && norm.EndsWith(suffix, StringComparison.Ordinal)
                && (_ordinary.Contains(norm[..^suffix.Length]) || (suffix is "ing" or "ed" or "er" or "ers" && IsDoubledOrShort(norm[..^suffix.Length]))))
            {
                return true;
            }
        }
        if (norm.EndsWith("ies", StringComparison.Ordinal) && _ordinary.Contains(norm[..^3] + "y"))
            return true;
        var hyphen = norm.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && _ordinary.Contains(norm[..hyphen]) && _ordinary.Contains(norm[(norm.LastIndexOf('-') + 1)..]);
    }

    // "planning" → plan, "making" → make
    private bool IsDoubledOrShort(string stem) =>
        _ordinary.Contains(stem + "e") || (stem.Length > 2 && stem[^1] == stem[^2] && _ordinary.Contains(stem[..^1]));

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

    private void AddRole(Role role)
    {
        Add(role.Name, role);
        var plural = Plural(role.Name);
        if (plural != role.Name)
            Add(plural, role);

        void Add(string name, Role value)
        {
            _roles.TryAdd(name, value);
            var space = name.IndexOf(' ', StringComparison.Ordinal);
            var first = space < 0 ? name : name[..space];
            var length = name.Count(c => c == ' ') + 1;
            _roleStarts[first] = Math.Max(length, _roleStarts.GetValueOrDefault(first));
        }
    }

    /// <summary>"chief executives", "ministers of state", "spokeswomen".</summary>
    public static string Plural(string name)
    {
        var of = name.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0)
            return Plural(name[..of]) + name[of..];
        if (name.EndsWith("man", StringComparison.Ordinal))
            return name[..^3] + "men";
        if (name.EndsWith('y') && name.Length > 1 && !"aeiou".Contains(name[^2], StringComparison.Ordinal))
            return name[..^1] + "ies";
        return name[^1] is 's' or 'x' || name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal)
            ? name + "es" : name[^1] is '.' ? name : name + "s";
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
            _known.TryAdd(name, new KnownName(all[0], kind, id));
    }

    private static string Key(string name) => Fold(name.ToLowerInvariant());

    private static HashSet<string> Words(string name) =>
        new(Resource.Lines(name).SelectMany(line => line.Split(' ')), StringComparer.Ordinal);

    private static HashSet<string> Firsts(string name) => new(Resource.Lines(name).Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]), StringComparer.Ordinal);

    private static Dictionary<string, string> Table(string name)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows(name))
            table.TryAdd(row[0], row[1]);
        return table;
    }
}
