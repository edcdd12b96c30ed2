using System.Collections.Concurrent;

namespace Readout.Browser.Tests;

/// <summary>One browser for all tests, and a server over the samples for those that only look.</summary>
public sealed class Desk : IAsyncLifetime
{
    private static readonly string[] s_arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Served? _samples;

    public Served Samples => _samples!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        _samples = await Served.Of("dam", "mill", "strike");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = s_arguments });
    }

    /// <summary>Somebody with a browser of their own, with nothing kept from others.</summary>
    public async Task<Reader> Reader(string address, int width = 1280, bool isDark = false, bool hasScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = hasScript,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return await Browser.Tests.Reader.Open(context, address);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_samples is not null)
            await _samples.DisposeAsync();
    }
}

/// <summary>Somebody at a browser, and whatever went wrong there meanwhile.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Reader(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, exceptions of scripts, dialogs, requests to other hosts: each with its address.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    internal static async Task<Reader> Open(IBrowserContext context, string address)
    {
        var page = await context.NewPageAsync();
        var reader = new Reader(context, page);
        context.Dialog += (_, dialog) =>
        {
            reader.Faults.Enqueue($"{page.Url}: dialog {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && request.Url != "about:blank" && !IsCapture(address, request.Url))
                reader.Faults.Enqueue($"{page.Url}: request to {request.Url}");
        };
        context.Page += (_, opened) => reader.Faults.Enqueue($"{page.Url}: a window was opened: {opened.Url}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                reader.Faults.Enqueue($"{page.Url}: {message.Type} {message.Text}");
        };
        page.PageError += (_, error) => reader.Faults.Enqueue($"{page.Url}: {error}");
        page.SetDefaultTimeout(60_000);
        return reader;
    }

    // Originals stand on the same host, on a port of their own.
    private static bool IsCapture(string address, string asked) =>
        Uri.TryCreate(asked, UriKind.Absolute, out var uri) && uri.Host == new Uri(address).Host && uri.AbsolutePath.EndsWith("/capture", StringComparison.Ordinal);

    /// <summary>Opens an address of the site.</summary>
    public async Task Go(string path) => (await Page.GotoAsync(path))!.Status.ShouldBeLessThan(500, path);

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}

[CollectionDefinition(Name)]
public sealed class DeskCollection : ICollectionFixture<Desk>
{
    public const string Name = "desk";
}
