using Readout.Text;

namespace Readout.Annotations;

/// <summary>Which name covers a word, and what stands around it.</summary>
internal sealed class NameMap
{
    // A page of megabytes may name thousands; what is looked through once per phrase stays bounded.
    private const int MostForemost = 400;

    private readonly Name?[] _at;
    private readonly Dictionary<string, int> _countries;
    private readonly (int Count, int Rank)[] _salience;

    public NameMap(PageWords words, List<Name> names, List<EntityDraft> entities, IReadOnlyList<Word> syntax, string? title, PageMemory memory)
    {
        Words = words;
        Tree = new PageTree(words, syntax, memory);
        Title = new TitleNames(title, entities, Lexicon);
        _countries = memory.Countries;
        _salience = new (int, int)[entities.Count];
        Entities = entities;
        _at = memory.NamesAt(words.Count());
        for (var e = 0; e < entities.Count; e++)
        {
            if (entities[e] is { Type: EntityType.Place, IsCountry: true, Country: { } code })
                _countries.TryAdd(code, e);
        }
        var people = 0;
        foreach (var name in names)
        {
            if (entities[name.Entity].MayBePerson && !name.FromMemory)
            {
                ref var known = ref _salience[name.Entity];
                known = (known.Count + 1, known.Count == 0 ? people++ : known.Rank);
            }
            for (var i = name.First; i < name.End; i++)
                _at[i] = name;
        }
    }

    public PageWords Words { get; }

    public List<EntityDraft> Entities { get; }

    /// <summary>The page's own day, where it states one.</summary>
    public DateRange When { get; init; }

    public PageTree Tree { get; }

    /// <summary>The people in the headline.</summary>
    public TitleNames Title { get; }

    /// <summary>How often a person is named in the text, and as which of its people first.</summary>
    public (int Count, int Rank) Salience(int entity) => _salience[entity];

    public Lexicon Lexicon { get; } = Lexicon.En;

    /// <summary>Of the entities so many are looked through once per phrase: those named first.</summary>
    public int Foremost => Math.Min(Entities.Count, MostForemost);

    /// <summary>The country of that code, where the page names it.</summary>
    public int? Country(ReadOnlySpan<char> code) => _countries.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var entity) ? entity : null;

    /// <summary>The name that covers a word; null where none does.</summary>
    public Name? At(int index) => index >= 0 && index < Words.Count() ? _at[index] : null;

    public string Norm(int index) => index >= 0 && index < Words.Count() ? Words[index].Norm : "";

    public bool SameSentence(int a, int b) => a >= 0 && b >= 0 && a < Words.Count() && b < Words.Count() && Words[a].Sentence == Words[b].Sentence;

    public EntityDraft Entity(Name name) => Entities[name.Entity];

    public bool IsBodyOrPlace(Name? name) => name is not null && Entity(name).Type is EntityType.Organisation or EntityType.Place;

    /// <summary>The longest role whose last word is this one.</summary>
    public (Role Role, int First)? RoleEndingAt(int last)
    {
        (Role, int)? found = null;
        for (var first = last; first > last - 4 && SameSentence(first, last); first--)
        {
            if (Words[first].Is(WordShape.Mark))
                break;
            if (Lexicon.RoleAt(Words, first, last + 1) is var (role, length) && first + length == last + 1 && role.Class is not "honorific")
                found = (role, first);
        }
        return found;
    }

    /// <summary>First word of a name with its title, the words that modify it, and the body named before it.</summary>
    public int LeftEdge(Name name)
    {
        var left = name.TitleFirst >= 0 ? name.TitleFirst : name.First;
        for (var steps = 0; steps < 8 && SameSentence(left - 1, name.First); steps++)
        {
            var before = left - 1;
            if (At(before) is { } other && (name.TitleFirst >= 0 || Norm(left) is "'s"))
                left = other.First;
            else if (Lexicon.RoleModifiers.Contains(Norm(before)) || Norm(before) is "the" or "a" or "an" or "its" or "their" or "his" or "her" or "'s" || Lexicon.Demonym(Words[before].Fold) is not null)
                left = before;
            else
                break;
        }
        return left;
    }

    /// <summary>The word after a name, an apposition between commas passed over.</summary>
    public int RightEdge(Name name)
    {
        if (Norm(name.End) is not ",")
            return name.End;
        for (var i = name.End + 1; i < name.End + 16 && SameSentence(i, name.First); i++)
        {
            if (Norm(i) is ",")
                return i + 1;
            if (Norm(i) is "\"")
                break;
        }
        return name.End;
    }
}
