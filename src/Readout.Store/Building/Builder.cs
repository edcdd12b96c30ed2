using NodaTime;

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
        var read = new PageStage(workspace, _options, corrections).Run(progress);
        var stories = new StoryStage(workspace, corrections).Run(progress);
        var (made, changed) = new LedgerStage(workspace, corrections).Run(began, progress);

        var ended = Instants.Write(workspace.Clock.GetCurrentInstant());
        database.Execute("UPDATE build SET ended = @ended, pages = @read, stories = @made WHERE id = @id", new { ended, read, made, id });
        return new BuildReport(read, [.. workspace.Documents.Failed().Select(d => new FailedInput(d.Address, d.Failure!))], stories, made, changed);
    }
}
