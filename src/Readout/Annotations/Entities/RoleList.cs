using Readout.Languages;

namespace Readout.Annotations;

/// <summary>The roles and titles of the list, in the singular and the plural.</summary>
internal sealed class RoleList
{
    private readonly PhraseTable<Role> _roles = new();

    // How many words the longest role has that opens with a word.
    private readonly Dictionary<string, int> _starts = new(StringComparer.Ordinal);

    public RoleList()
    {
        foreach (var row in Resource.Rows("En/roles.tsv"))
        {
            var role = new Role(row[0], row[1] is "-" ? null : row[1][0], row[2]);
            Add(role.Name, role);
            if (Plural(role.Name) is var plural && plural != role.Name)
                Add(plural, role);
        }
    }

    public Role? Find(ReadOnlySpan<char> norm) => _roles.Find(norm);

    /// <summary>The longest role that starts at a word, and how many words it has.</summary>
    public (Role Role, int Length)? At(PageWords words, int index, int end)
    {
        if (!_starts.TryGetValue(words[index].Norm, out var longest))
            return null;
        for (var length = Math.Min(longest, end - index); length > 0; length--)
        {
            if (_roles.TryGetValue(words.Norms(index, index + length), out var role))
                return (role, length);
        }
        return null;
    }

    private void Add(string name, Role role)
    {
        _roles.TryAdd(name, role);
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? name : name[..space];
        var length = name.Count(c => c == ' ') + 1;
        _starts[first] = Math.Max(length, _starts.GetValueOrDefault(first));
    }

    /// <summary>"chief executives", "ministers of state", "spokeswomen".</summary>
    private static string Plural(string name)
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
}
