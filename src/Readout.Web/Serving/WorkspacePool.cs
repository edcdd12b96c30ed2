using System.Collections.Concurrent;
using NodaTime;
using Readout.Store;

namespace Readout.Web.Serving;

/// <summary>Connections to the workspace for requests that read: one request at a time each, as many as there are processors and one more.</summary>
public sealed class WorkspacePool(SiteOptions options, IClock clock) : IDisposable
{
    private readonly ConcurrentBag<Workspace> _idle = [];
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount + 1);

    /// <summary>Answers a question; the workspace may not be kept beyond it.</summary>
    public T Ask<T>(Func<Workspace, T> question)
    {
        _free.Wait();
        Workspace? workspace = null;
        try
        {
            if (!_idle.TryTake(out workspace))
                workspace = Workspace.Read(options.Folder, clock, isSparing: true);
            var answer = question(workspace);
            _idle.Add(workspace);
            workspace = null;
            return answer;
        }
        finally
        {
            // one whose question failed is not asked again
            workspace?.Dispose();
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var workspace))
            workspace.Dispose();
        _free.Dispose();
    }
}
