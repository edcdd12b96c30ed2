using System.Globalization;
using NodaTime;
using Readout.Store;
using Readout.Store.Corrections;

namespace Readout.Web.Serving;

/// <summary>Tells whether anything in the workspace changed: while the mark is the same, every page is.</summary>
public sealed class SiteState(SiteOptions options, IClock clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileInfo _corrections = new(Path.Combine(options.Folder, CorrectionLog.FileName));

    // Another run of the program may draw its pages otherwise, and counts versions from its own beginning.
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private Workspace? _workspace;

    /// <summary>The mark now. Costs microseconds: no table is read.</summary>
    public string Mark()
    {
        lock (_lock)
        {
            _workspace ??= Workspace.Read(options.Folder, clock, isSparing: true);
            _corrections.Refresh();
            return string.Create(CultureInfo.InvariantCulture, $"{_run}-{_workspace.DataVersion}-{(_corrections.Exists ? _corrections.Length : 0)}");
        }
    }

    public void Dispose() => _workspace?.Dispose();
}
