using Readout.Store;
using Readout.Store.Building;
using Readout.Web.Operations;

namespace Readout.Web.Writing;

/// <summary>How the building stands.</summary>
/// <param name="Doing">The stage that runs, in words; null where nothing does.</param>
/// <param name="Failure">Why the last one stopped; null where it did not.</param>
public sealed record BuildState(string? Doing, int Done, int Total, string? Failure, BuildReport? Last);

/// <summary>Builds beside the requests, one after the other: whoever asks while one runs gets another after it.</summary>
public sealed class Builds(Pen pen, ILogger<Builds> log)
{
    private readonly Lock _lock = new();
    private bool _isAsked;
    private Task _running = Task.CompletedTask;
    private volatile BuildState _state = new(null, 0, 0, null, null);

    public BuildState State => _state;

    /// <summary>Asks for a build; it begins at once, or after the one that runs.</summary>
    public void Ask()
    {
        lock (_lock)
        {
            _isAsked = true;
            if (_running.IsCompleted)
                _running = Task.Run(Run);
        }
    }

    /// <summary>Until nothing is left to build.</summary>
    public Task Idle()
    {
        lock (_lock)
            return _running;
    }

    private async Task Run()
    {
        while (Next())
        {
            using var span = Traces.Begin("build");
            _state = _state with { Doing = "waiting", Done = 0, Total = 0, Failure = null };
            try
            {
                var report = await pen.Write("serve", workspace => new Builder(workspace).Run(p => _state = _state with { Doing = p.Doing, Done = p.Done, Total = p.Total }));
                _state = new BuildState(null, 0, 0, null, report);
                span?.SetTag("readout.pages.read", report.Read).SetTag("readout.stories.made", report.Made);
            }
            catch (StoreException e)
            {
                _state = _state with { Doing = null, Failure = e.Message };
            }
            catch (Exception e)
            {
                // nobody waits for this task, so what fails here must be told by its state
                log.LogError(e, "The build failed.");
                _state = _state with { Doing = null, Failure = "Readout failed while building; the server's terminal says where." };
            }
        }
    }

    private bool Next()
    {
        lock (_lock)
            return _isAsked && !(_isAsked = false);
    }
}
