using Readout.Annotations;

namespace Readout.Stories;

/// <summary>All pages' entities side by side, with the sets joined so far (union-find).</summary>
internal sealed class EntityPile
{
    // A word that so many names share ("Ministry") is no way to find a candidate.
    private const int Crowd = 400;

    private readonly List<EntityForm> _forms;
    private readonly int[] _parent;
    private readonly List<int>[] _members;
    private readonly Dictionary<string, List<int>> _byPart = new(StringComparer.Ordinal);

    public EntityPile(IReadOnlyList<Document> documents)
    {
        _forms = [.. documents
            .SelectMany(d => Enumerable.Range(0, d.Entities.Count).Select(i => EntityForm.Of(d, i)))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .ThenBy(f => f.Entity.Name, StringComparer.Ordinal)
            .ThenBy(f => f.Member.Document, StringComparer.Ordinal)
            .ThenBy(f => f.Member.Index)];
        _parent = [.. Enumerable.Range(0, _forms.Count)];
        _members = [.. Enumerable.Range(0, _forms.Count).Select(i => new List<int> { i })];
        for (var i = 0; i < _forms.Count; i++)
        {
            if (_forms[i].Parts.Length < 2)
                continue;
            foreach (var part in _forms[i].Parts.Distinct(StringComparer.Ordinal))
            {
                if (!_byPart.TryGetValue(part, out var list))
                    _byPart[part] = list = [];
                list.Add(i);
            }
        }
    }

    public IEnumerable<IReadOnlyList<EntityForm>> Groups() =>
        Enumerable.Range(0, _forms.Count).GroupBy(Find).Select(g => (IReadOnlyList<EntityForm>)[.. g.Select(i => _forms[i])]);

    /// <summary>The same name and type, or the same id in the shipped lists.</summary>
    public void JoinEqual()
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _forms.Count; i++)
        {
            var form = _forms[i];
            var government = form.Entity.KnownAs?.EndsWith("-government", StringComparison.Ordinal) == true;
            JoinBy($"{form.Entity.Type}\n{form.Key}");
            if (form.Entity.KnownAs is { } known && !government)
                JoinBy($"{form.Entity.Type}\n#{known}");

            void JoinBy(string key)
            {
                if (byKey.TryGetValue(key, out var other))
                    Union(i, other);
                else
                    byKey[key] = i;
            }
        }
    }

    /// <summary>Long names of people that differ by a letter or two and belong to the same body or hold the same office.</summary>
    public void JoinSpellings()
    {
        for (var i = 0; i < _forms.Count; i++)
        {
            var form = _forms[i];
            if (!form.IsPerson || form.Parts.Length < 2)
                continue;
            foreach (var j in Sharing(form))
            {
                if (j > i && _forms[j].IsPerson && IsSpelledAlike(form, _forms[j]) && Find(i) != Find(j) && HaveOneOffice(form, _forms[j]) && !ShareDocument(i, j))
                    Union(i, j);
            }
        }
    }

    /// <summary>A surname, first name, shortened name or acronym that only one entity of the pile can mean.</summary>
    public void JoinShortNames()
    {
        // Decided first and joined afterwards, so that no join changes what another sees.
        var joins = new List<(int Short, int Long)>();
        var initials = Initials();
        foreach (var root in Enumerable.Range(0, _forms.Count).Where(i => Find(i) == i).ToList())
        {
            if (OnlyLong(_members[root], initials) is { } target && !ShareDocument(root, target))
                joins.Add((root, target));
        }
        foreach (var (from, to) in joins)
        {
            if (!ShareDocument(from, to))
                Union(from, to);
        }
    }

    private int? OnlyLong(List<int> members, Dictionary<string, int> initials)
    {
        int? found = null;
        foreach (var i in members)
        {
            var form = _forms[i];
            var candidates = Sharing(form).Where(j => IsShortOf(form, _forms[j])).Select(Find);
            if (form.Parts.Length == 1 && form.IsBody && initials.TryGetValue(form.Key.Replace(".", "", StringComparison.Ordinal), out var spelled) && spelled >= 0)
                candidates = candidates.Append(Find(spelled));
            foreach (var root in candidates.Distinct().ToList())
            {
                if (root == Find(i))
                    continue;
                if (found is { } other && other != root)
                    return null;
                found = root;
            }
        }
        return found;
    }

    private Dictionary<string, int> Initials()
    {
        var initials = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _forms.Count; i++)
        {
            if (!_forms[i].IsBody || _forms[i].Parts.Length < 2)
                continue;
            var letters = string.Concat(_forms[i].Parts.Where(p => p is not ("of" or "the" or "and" or "for" or "on" or "&")).Select(p => p[0]));
            initials[letters] = initials.TryGetValue(letters, out var other) && other >= 0 && Find(other) != Find(i) ? -1
                : initials.TryGetValue(letters, out var taken) && taken < 0 ? -1 : i;
        }
        return initials;
    }

    private static bool IsShortOf(EntityForm part, EntityForm full)
    {
        if (part.Parts.Length >= full.Parts.Length)
            return false;
        if (full.IsPerson && part.Entity.Type is EntityType.Person or EntityType.Other)
        {
            if (part.Entity.Gender is { } gender && full.Entity.Gender is { } other && gender != other)
                return false;
            return part.Parts.Length == 1
                ? full.Parts[^1] == part.Parts[0] || (part.IsPerson && full.Parts[0] == part.Parts[0])
                : part.Parts[0] == full.Parts[0] && part.Parts[^1] == full.Parts[^1] || full.Parts.AsSpan().EndsWith(part.Parts);
        }
        if (!full.IsBody || part.Entity.Type is not (EntityType.Organisation or EntityType.Other) || !full.Parts.AsSpan().StartsWith(part.Parts))
            return false;
        // "Vask" may be a town beside the "Vask Council": only a firm goes by the first word of its name.
        var kind = Lexicon.En.OrganisationHeads.GetValueOrDefault(full.Parts[^1]);
        return part.IsBody && (part.Parts.Length > 1 || kind is null or "firm" or "legal" or "club" or "union") && full.Parts[part.Parts.Length] is not ("of" or "for");
    }

    /// <summary>One page tells the two apart.</summary>
    private bool ShareDocument(int a, int b)
    {
        var documents = _members[Find(a)].Select(i => _forms[i].Member.Document).ToHashSet(StringComparer.Ordinal);
        return _members[Find(b)].Exists(i => documents.Contains(_forms[i].Member.Document));
    }

    private IEnumerable<int> Sharing(EntityForm form)
    {
        foreach (var part in form.Parts.Length == 1 ? form.Parts : [form.Parts[0], form.Parts[^1]])
        {
            if (_byPart.TryGetValue(part, out var list) && list.Count <= Crowd)
            {
                foreach (var i in list)
                    yield return i;
            }
        }
    }

    private static bool IsSpelledAlike(EntityForm a, EntityForm b)
    {
        if (a.Parts.Length != b.Parts.Length || a.Key.Length < 9)
            return false;
        var total = 0;
        for (var i = 0; i < a.Parts.Length; i++)
        {
            var distance = EditDistance(a.Parts[i], b.Parts[i], 2);
            if (distance > 0 && Math.Min(a.Parts[i].Length, b.Parts[i].Length) < 4)
                return false;
            total += distance;
        }
        return total <= (a.Key.Length >= 12 ? 2 : 1);
    }

    private static bool HaveOneOffice(EntityForm a, EntityForm b) =>
        a.Entity.Roles.Intersect(b.Entity.Roles, StringComparer.Ordinal).Any() || a.Bodies.Intersect(b.Bodies, StringComparer.Ordinal).Any();

    private static int EditDistance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        if (a == b)
            return 0;
        Span<int> row = b.Length < 64 ? stackalloc int[b.Length + 1] : new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }

    private int Find(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }
        return i;
    }

    // The smaller index leads: the result does not depend on the order of joins.
    private void Union(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        if (a == b)
            return;
        _parent[Math.Max(a, b)] = Math.Min(a, b);
        _members[Math.Min(a, b)].AddRange(_members[Math.Max(a, b)]);
    }
}
