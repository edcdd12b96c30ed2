using NodaTime;
using NodaTime.Text;
using Readout.Text;

namespace Readout.Languages;

/// <summary>A person's time in an office, and the row of the list that says so.</summary>
/// <param name="Country">ISO code of the country, or the body's short name ("EU", "NATO").</param>
/// <param name="Slot">Kind of office: state, government, leader, foreign, defence, …</param>
/// <param name="Title">Title in the list's words, other words for it after a bar.</param>
/// <param name="Names">Name as listed, then other spellings.</param>
/// <param name="When">First and last day; an open end: in office when the list was made.</param>
/// <param name="Row">The row, as evidence.</param>
internal sealed record OfficeHolder(string Country, string Slot, string Title, IReadOnlyList<string> Names, DateRange When, string Row)
{
    /// <summary>Id of the person: country and name as the list writes it, lower case without accents.</summary>
    public string Id { get; } = $"holder:{Country}:{WorldKnowledge.Fold(Names[0].ToLowerInvariant()).Replace(' ', '-')}";

    /// <summary>True where a name on a page can be this person's: its last word is one of theirs, and so is its first, given some.</summary>
    /// <param name="name">Lower case without accents.</param>
    public bool IsNamed(string name)
    {
        var words = name.Split(' ');
        foreach (var listed in Names)
        {
            var own = WorldKnowledge.Fold(listed.ToLowerInvariant()).Replace('-', ' ').Split(' ');
            if (Array.IndexOf(own, words[^1]) > (words.Length > 1 ? 0 : -1) && Array.IndexOf(own, words[0]) >= 0)
                return true;
        }
        return name.Contains('-', StringComparison.Ordinal) && IsNamed(name.Replace('-', ' '));
    }
}

/// <summary>Who held which office on a day: heads of state and government of all countries, and the ministers and envoys of some.</summary>
internal sealed class OfficeHolders
{
    private static readonly Lazy<OfficeHolders> s_all = new(() => new OfficeHolders());
    private static readonly Lazy<Dictionary<string, List<(string Slot, string? Word)>>> s_slots = new(ReadSlots);

    private readonly Dictionary<string, List<OfficeHolder>> _bySlot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<OfficeHolder>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (OfficeHolder Holder, bool IsOne)> _byFullName = new(StringComparer.Ordinal);

    private OfficeHolders()
    {
        foreach (var line in Resource.Lines("terms-of-office.tsv.gz"))
        {
            var row = line.Split('\t');
            var until = row[5].Length > 0 ? LocalDatePattern.Iso.Parse(row[5]).Value : (LocalDate?)null;
            var holder = new OfficeHolder(row[0], row[1], row[2], row[3].Split('|'), new DateRange(LocalDatePattern.Iso.Parse(row[4]).Value, until), line);
            Add(_bySlot, row[0] + " " + row[1], holder);
            foreach (var name in holder.Names)
            {
                var full = WorldKnowledge.Fold(name.ToLowerInvariant());
                Add(_byName, full[(full.LastIndexOf(' ') + 1)..], holder);
                if (!full.Contains(' ', StringComparison.Ordinal))
                    continue;
                // one person may lead two states
                if (!_byFullName.TryAdd(full, (holder, true)) && _byFullName[full] is var (other, _) && other.Id != holder.Id && other.Names[0] != holder.Names[0])
                    _byFullName[full] = (other, false);
            }
        }
    }

    /// <summary>The list; read when first asked.</summary>
    public static OfficeHolders All => s_all.Value;

    /// <summary>Who held an office on a day; null where the list does not know, or names two.</summary>
    public OfficeHolder? On(string country, string slot, LocalDate day) => Only(country, slot, null, DateRange.Day(day));

    /// <summary>Who bore a title ("president", "foreign minister") in a country through all of an interval; null where nobody or more than one did.</summary>
    public OfficeHolder? Bearer(string country, string role, DateRange when)
    {
        if (!when.IsBounded || Slots(role) is not { } slots)
            return null;
        OfficeHolder? found = null;
        foreach (var (slot, word) in slots)
        {
            found ??= Only(country, slot, word, when);
        }
        return found;
    }

    /// <summary>The offices that a title may mean; null where it names none of the list. Asked before the list itself is read.</summary>
    public static IReadOnlyList<(string Slot, string? Word)>? Slots(string role) => s_slots.Value.GetValueOrDefault(role);

    /// <summary>The one person of that name who bore the title, at that time or before it; null where the list knows none or several.</summary>
    /// <param name="name">Lower case without accents.</param>
    /// <param name="countries">Where; all countries if empty.</param>
    public OfficeHolder? Named(string name, string role, IReadOnlyCollection<string> countries, DateRange when)
    {
        OfficeHolder? found = null;
        if (Slots(role) is not { } slots)
            return null;
        foreach (var holder in _byName.GetValueOrDefault(name[(name.LastIndexOf(' ') + 1)..]) ?? [])
        {
            if (countries.Count > 0 && !countries.Contains(holder.Country) || when.Latest < holder.When.Earliest || !holder.IsNamed(name) || !Fits(holder, slots))
                continue;
            if (found is not null && found.Id != holder.Id && found.Names[0] != holder.Names[0])
                return null;
            found ??= holder;
        }
        return found;
    }

    /// <summary>Whoever is listed under exactly this name, and whether it is one person only; null where nobody is.</summary>
    /// <param name="name">Lower case without accents, two words or more.</param>
    public (string Id, bool IsOne)? Called(string name) => _byFullName.TryGetValue(name, out var found) ? (found.Holder.Id, found.IsOne) : null;

    private static bool Fits(OfficeHolder holder, IReadOnlyList<(string Slot, string? Word)> slots)
    {
        foreach (var (slot, word) in slots)
        {
            if (holder.Slot == slot && (word is null || holder.Title.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return true;
        }
        return false;
    }

    private OfficeHolder? Only(string country, string slot, string? word, DateRange when)
    {
        OfficeHolder? found = null;
        foreach (var holder in _bySlot.GetValueOrDefault(country + " " + slot) ?? [])
        {
            // a term's last day is the next one's first
            var days = holder.When.Latest is { } last ? holder.When with { Latest = last.PlusDays(-1) } : holder.When;
            if (days.IsDisjoint(when) || word is not null && !holder.Title.Contains(word, StringComparison.OrdinalIgnoreCase))
                continue;
            if (!days.Contains(when) || found is not null && found.Names[0] != holder.Names[0])
                return null;
            found = holder;
        }
        return found;
    }

    private static Dictionary<string, List<(string Slot, string? Word)>> ReadSlots()
    {
        var all = new Dictionary<string, List<(string Slot, string? Word)>>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("En/role-slots.tsv"))
        {
            if (!all.TryGetValue(row[0], out var slots))
                all[row[0]] = slots = [];
            slots.Add((row[1], row[2] is "-" ? null : row[2]));
        }
        return all;
    }

    private static void Add(Dictionary<string, List<OfficeHolder>> index, string key, OfficeHolder holder)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        if (list.Count == 0 || !ReferenceEquals(list[^1], holder))
            list.Add(holder);
    }
}
