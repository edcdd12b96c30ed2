namespace Readout.Store;

/// <summary>A story as lists show it.</summary>
/// <param name="Name">Headline of its first page.</param>
/// <param name="Earliest">Its first day, <c>2025-05-07</c>; null where no page has one.</param>
/// <param name="Changed">When its record last changed.</param>
public sealed record StoryRow(
    string Id, string Name, long Pages, long Outlets, long Claims, long Disputes, long Prospects, string? Earliest, string? Latest, string? Changed);

/// <summary>Pages that belong together.</summary>
/// <param name="Members">Their numbers in the workspace, in the order of arrival.</param>
public sealed record StoryGroup(string Id, string Name, IReadOnlyList<long> Members);

/// <summary>What a story's record adds up to.</summary>
public sealed record StoryFigures(int Outlets, int Claims, int Disputes, int Prospects, string? Earliest, string? Latest);

/// <summary>The stories of a workspace and their records: derived from the documents.</summary>
public sealed class StoryStore
{
    private const string Columns =
        "id AS Id, name AS Name, pages AS Pages, outlets AS Outlets, claims AS Claims, disputes AS Disputes, prospects AS Prospects, earliest AS Earliest, latest AS Latest, changed AS Changed";

    private readonly Database _database;

    internal StoryStore(Database database) => _database = database;

    /// <summary>The stories, the one with the latest page first.</summary>
    /// <param name="most">At most so many; 0 for all.</param>
    /// <param name="skip">Passed over first.</param>
    public IReadOnlyList<StoryRow> List(int most = 0, int skip = 0) =>
        [.. _database.Rows<StoryRow>($"SELECT {Columns} FROM story ORDER BY latest DESC, pages DESC, id LIMIT @most OFFSET @skip", new { most = most == 0 ? -1 : most, skip })];

    /// <summary>How many there are.</summary>
    public long Count() => _database.Value<long>("SELECT count(*) FROM story");

    /// <summary>What a story's record was made of, as a digest: while it is the same, so is the record. Null where none was made yet.</summary>
    public string? Made(string id) => _database.Value<string>("SELECT made FROM story WHERE id = @id", new { id });

    /// <summary>The story of that id, or the one that took its pages in; null where there is none.</summary>
    public StoryRow? Find(string id)
    {
        for (var steps = 0; steps < 100; steps++)
        {
            if (_database.Row<StoryRow>($"SELECT {Columns} FROM story WHERE id = @id", new { id }) is { } story)
                return story;
            if (_database.Value<string>("SELECT \"to\" FROM story_redirect WHERE id = @id", new { id }) is not { } next)
                return null;
            id = next;
        }
        return null;
    }

    /// <summary>Every id in use.</summary>
    public IReadOnlyList<string> Ids() => [.. _database.Rows<string>("SELECT id FROM story ORDER BY id")];

    /// <summary>The numbers of its pages.</summary>
    public IReadOnlyList<long> Members(string id) => [.. _database.Rows<long>("SELECT page FROM story_page WHERE story = @id ORDER BY page", new { id })];

    /// <summary>The story a page belongs to; null where it belongs to none.</summary>
    public string? Of(long page) => _database.Value<string>("SELECT story FROM story_page WHERE page = @page", new { page });

    /// <summary>Its record as a JSON document; null where none was made yet.</summary>
    public byte[]? Record(string id) =>
        _database.Value<byte[]>("SELECT record FROM story WHERE id = @id", new { id }) is { } packed ? Compression.UnpackWithLength(packed) : null;

    /// <summary>
    /// Keeps which pages belong together. Stories that are no more lead to the one that took most of their pages.
    /// </summary>
    /// <param name="digests">By story: what its record would be made of.</param>
    internal void Assign(IReadOnlyList<StoryGroup> groups, IReadOnlyDictionary<string, string> digests) => _database.Transaction(() =>
    {
        var before = _database.Rows<(string Story, long Page)>("SELECT story, page FROM story_page").ToLookup(r => r.Story, r => r.Page);
        var known = _database.Rows<(string Id, string Members)>("SELECT id, members FROM story").ToDictionary(r => r.Id, r => r.Members, StringComparer.Ordinal);
        var after = groups.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var homes = groups.SelectMany(g => g.Members.Select(m => (m, g.Id))).ToDictionary(x => x.m, x => x.Id);
        foreach (var gone in before.Where(s => !after.ContainsKey(s.Key)))
        {
            var to = gone.Where(homes.ContainsKey).GroupBy(p => homes[p], StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            Remove(gone.Key, to);
        }
        foreach (var group in groups)
        {
            var digest = digests[group.Id];
            if (known.GetValueOrDefault(group.Id) == digest)
                continue;
            _database.Execute("DELETE FROM story_redirect WHERE id = @Id", new { group.Id });
            _database.Execute(
                "INSERT INTO story (id, name, members, pages) VALUES (@Id, @Name, @digest, @pages) ON CONFLICT (id) DO UPDATE SET name = excluded.name, members = excluded.members, pages = excluded.pages",
                new { group.Id, group.Name, digest, pages = group.Members.Count });
            foreach (var page in before[group.Id].Except(group.Members))
                _database.Execute("DELETE FROM story_page WHERE story = @Id AND page = @page", new { group.Id, page });
            foreach (var page in group.Members.Except(before[group.Id]))
                _database.Execute("INSERT INTO story_page (story, page) VALUES (@Id, @page)", new { group.Id, page });
        }
    });

    /// <summary>Stories whose record is not made of what they hold now.</summary>
    internal IReadOnlyList<(string Id, string Members)> Stale() =>
        [.. _database.Rows<(string, string)>("SELECT id, members FROM story WHERE made IS NOT members ORDER BY id")];

    /// <summary>Keeps a story's record.</summary>
    internal void PutRecord(string id, string made, StoryFigures figures, byte[] record, string? changed)
    {
        _database.Execute(
            """
            UPDATE story SET made = @made, record = @bytes, outlets = @Outlets, claims = @Claims, disputes = @Disputes, prospects = @Prospects,
              earliest = @Earliest, latest = @Latest, changed = coalesce(@changed, changed) WHERE id = @id
            """,
            new { id, made, bytes = Compression.PackWithLength(record, Compression.Usual), figures.Outlets, figures.Claims, figures.Disputes, figures.Prospects, figures.Earliest, figures.Latest, changed });
    }

    /// <summary>Forgets which records were made, so that the next build makes them again; the entries stay.</summary>
    internal void Unmake() => _database.Execute("UPDATE story SET made = NULL");

    private void Remove(string id, string? to)
    {
        _database.Execute("DELETE FROM story WHERE id = @id", new { id });
        if (to is null)
            return;
        _database.Execute("INSERT INTO story_redirect (id, \"to\") VALUES (@id, @to) ON CONFLICT (id) DO UPDATE SET \"to\" = excluded.\"to\"", new { id, to });
        // what was known of it goes on in the story that took it in
        _database.Execute("UPDATE entry SET story = @to WHERE story = @id AND gone IS NULL", new { id, to });
    }
}
