using Spectre.Console;

namespace Readout.Cli.Inputs;

/// <summary>A bar on standard error while many pages are read; none where nobody watches or there are few.</summary>
internal sealed class PageProgress : IDisposable
{
    // Fifty pages take a second or two: below that a bar only flickers.
    private const int Few = 50;

    private readonly ManualResetEventSlim _done = new();
    private readonly Task _bar;
    private int _read;

    private PageProgress(TextWriter error, int pages)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        _bar = Task.Run(() => console.Progress().AutoClear(enabled: true).Start(context =>
        {
            var task = context.AddTask("reading pages", maxValue: pages);
            while (!_done.Wait(TimeSpan.FromMilliseconds(100)))
                task.Value = Volatile.Read(ref _read);
            task.Value = pages;
        }));
    }

    public static PageProgress? Start(Shell shell, int pages, bool quiet) =>
        shell.ErrorIsTerminal && !quiet && pages > Few ? new PageProgress(shell.Error, pages) : null;

    public void Advance() => Interlocked.Increment(ref _read);

    public void Dispose()
    {
        _done.Set();
        _bar.Wait();
        _done.Dispose();
    }
}
