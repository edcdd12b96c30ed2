using Readout.Store.Building;
using Spectre.Console;

namespace Readout.Cli.Workspaces;

/// <summary>A bar for each stage of a build, on a terminal alone.</summary>
internal sealed class StageProgress : IDisposable
{
    private readonly ManualResetEventSlim _done = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, BuildProgress> _stages = new(StringComparer.Ordinal);
    private readonly Task _bars;

    private StageProgress(TextWriter error)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        _bars = Task.Run(() => console.Progress().AutoClear(enabled: true).Start(context =>
        {
            var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            while (!_done.Wait(TimeSpan.FromMilliseconds(100)))
            {
                lock (_lock)
                {
                    foreach (var (name, stage) in _stages)
                    {
                        if (!tasks.TryGetValue(name, out var task))
                            tasks[name] = task = context.AddTask(name, maxValue: stage.Total);
                        task.Value = stage.Done;
                    }
                }
            }
        }));
    }

    public static StageProgress? Start(Shell shell, bool quiet) => shell.ErrorIsTerminal && !quiet ? new StageProgress(shell.Error) : null;

    public void Tell(BuildProgress progress)
    {
        lock (_lock)
            _stages[progress.Doing] = progress;
    }

    public void Dispose()
    {
        _done.Set();
        _bars.Wait();
        _done.Dispose();
    }
}
