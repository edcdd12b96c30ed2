using NodaTime;
using Readout.Store.Corrections;

namespace Readout.Store.Building;

/// <summary>
/// Derives what follows from the pages: documents, stories, records. Does only what is missing or out of date; a build that is stopped
/// anywhere is taken up by the next one.
/// </summary>
public sealed class Builder(Workspace workspace, BuildOptions? options = null)
{
    private readonly BuildOptions _options = options ?? new BuildOptions();

    /// <summary>Runs every stage.</summary>
    /// <param name="progress">Told how far it is, from this thread; null for nobody.</param>
    public BuildReport Run(Action<BuildProgress>? progress = null)
    {
        var began = Instants.Write(workspace.Clock.GetCurrentInstant());
        var database = workspace.Database;
        database.Execute("INSERT INTO build (began, program) VALUES (@began, @program)", new { began, program = BuiltBy.Program });
        var id = database.Value<long>("SELECT max(id) FROM build");
        if (_options.From is <= BuildLayer.Annotations)
            workspace.Documents.Clear();
        if (_options.From is not null)
        {
            workspace.Stories.Unmake();
            workspace.Streams.Retain([]);
        }

        var corrections = workspace.Corrections.Current();
        var (read, stories, made, changed) = IsCurrent(corrections)
            ? (0, (int)workspace.Stories.Count(), 0, (IReadOnlyList<string>)[])
            : Make(began, corrections, progress);

        var ended = Instants.Write(workspace.Clock.GetCurrentInstant());
        database.Execute("UPDATE build SET ended = @ended, pages = @read, stories = @made, state = @state WHERE id = @id", new { ended, read, made, id, state = State(corrections) });
        return new BuildReport(read, [.. workspace.Documents.Failed().Select(d => new FailedInput(d.Address, d.Failure!))], stories, made, changed);
    }

    private (int Read, int Stories, int Made, IReadOnlyList<string> Changed) Make(string began, CorrectionSet corrections, Action<BuildProgress>? progress)
    {
        var read = new PageStage(workspace, _options, corrections).Run(progress);
        var stories = new StoryStage(workspace, corrections).Run(progress);
        var (made, changed) = new LedgerStage(workspace, corrections).Run(began, progress);
        return (read, stories, made, changed);
    }

    // The last build ended, found what is there now, and nothing that it made was thrown away since.
    private bool IsCurrent(CorrectionSet corrections) =>
        _options.From is null
        && workspace.Database.Value<string>("SELECT state FROM build WHERE ended IS NOT NULL ORDER BY id DESC LIMIT 1") == State(corrections)
        && workspace.Stories.Stale().Count == 0;

    // Pages are only ever added, and so are sights of them.
    private string State(CorrectionSet corrections) => workspace.Database.Value<string>(
        """
        SELECT @program || ' ' || (SELECT count(*) || ' ' || coalesce(max(id), 0) FROM page) || ' ' || (SELECT count(*) FROM page_again) || ' ' || (SELECT count(*) FROM document)
          || ' ' || (SELECT count(*) FROM story_page) || ' ' || @corrections
        """,
        new { program = BuiltBy.Program, corrections = corrections.Digest() })!;
}
