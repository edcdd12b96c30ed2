using Readout.Pages.Archives;

namespace Readout.Store.Sources;

/// <summary>How far a file that holds many pages was taken in.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Asked">The options it was read with: with others it is another reading.</param>
/// <param name="Head">SHA-256 of its first bytes.</param>
/// <param name="Modified">When it was last written, as <see cref="Instants"/> writes it.</param>
/// <param name="At">Where to go on.</param>
/// <param name="Pages">Pages taken in so far.</param>
/// <param name="IsWhole">True where its end was reached.</param>
public sealed record Intake(string Path, string Asked, string Head, long Length, string Modified, ArchivePosition At, long Pages, bool IsWhole);

/// <summary>Files that were taken in, so that the same file again goes on where it was cut.</summary>
public sealed class IntakeStore
{
    private readonly Database _database;

    internal IntakeStore(Database database) => _database = database;

    /// <summary>Null for a file that was never taken in with these options.</summary>
    public Intake? Find(string path, string asked) =>
        _database.Row<Row>("SELECT head AS Head, length AS Length, modified AS Modified, number AS Number, member AS Member, inside AS Inside, pages AS Pages, whole AS Whole FROM intake WHERE path = @path AND asked = @asked", new { path, asked })
            is { } row ? new Intake(path, asked, row.Head, row.Length, row.Modified, new ArchivePosition(row.Number, row.Member, row.Inside), row.Pages, row.Whole != 0) : null;

    public void Put(Intake intake) => _database.Execute(
        """
        INSERT INTO intake (path, asked, head, length, modified, number, member, inside, pages, whole)
        VALUES (@Path, @Asked, @Head, @Length, @Modified, @Number, @Member, @Inside, @Pages, @whole)
        ON CONFLICT (path, asked) DO UPDATE SET head = excluded.head, length = excluded.length, modified = excluded.modified,
          number = excluded.number, member = excluded.member, inside = excluded.inside, pages = excluded.pages, whole = excluded.whole
        """,
        new { intake.Path, intake.Asked, intake.Head, intake.Length, intake.Modified, intake.At.Number, intake.At.Member, intake.At.Inside, intake.Pages, whole = intake.IsWhole ? 1 : 0 });

    private sealed record Row(string Head, long Length, string Modified, long Number, long Member, long Inside, long Pages, long Whole);
}
