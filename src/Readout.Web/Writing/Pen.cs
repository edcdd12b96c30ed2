using NodaTime;
using Readout.Store;
using Readout.Web.Operations;

namespace Readout.Web.Writing;

/// <summary>The one place that writes to the workspace: one request at a time, as the only writer among all processes.</summary>
public sealed class Pen(SiteOptions options, IClock clock) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Writes something.</summary>
    /// <param name="doing">What, for whoever has to wait.</param>
    /// <exception cref="StoreException">Somebody else is still writing after ten seconds; the message says who.</exception>
    public async Task<T> Write<T>(string doing, Func<Workspace, T> change)
    {
        // with the time that it waits for others
        using var span = Traces.Begin("write " + doing);
        await _one.WaitAsync();
        try
        {
            // Off the request's thread: waiting for another process must not hold up those who only read.
            return await Task.Run(() =>
            {
                using var workspace = Workspace.Write(options.Folder, doing, s_patience, clock);
                return change(workspace);
            });
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
