using System.Text;
using Readout.Acquire.Tests;

namespace Readout.Cli.Tests;

/// <summary>Whatever a server does, a fetch ends, names what failed, and keeps the rest.</summary>
public sealed class BadServerTests : IDisposable
{
    private const string Page = "<!doctype html><html><head><title>Ferry stops</title></head><body><h1>Ferry stops</h1><p>ORLEN - The ferry to Vask stopped on Monday, Ada Moll, the mayor of Orlen, said.</p></body></html>";

    private readonly CommandLine _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Bad_pages_cost_only_themselves()
    {
        string[] paths = ["/hangs", "/drips", "/lies", "/circle", "/endless", "/bomb", "/private", "/file", "/picture", "/good"];
        using var server = LocalServer.Raw(async (path, _, stream, stop) =>
        {
            async Task Send(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);
            switch (path)
            {
                case "/hangs":
                    await Task.Delay(TimeSpan.FromMinutes(5), stop);
                    break;
                case "/drips":
                    await Send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
                    for (var i = 0; i < 3000; i++)
                    {
                        await Send("x");
                        await Task.Delay(100, stop);
                    }
                    break;
                case "/lies":
                    await Send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>cut");
                    break;
                case "/circle":
                    await Send(LocalServer.Response("", "Location: /circle2\r\n", "302 Found"));
                    break;
                case "/circle2":
                    await Send(LocalServer.Response("", "Location: /circle\r\n", "302 Found"));
                    break;
                case "/endless":
                    await Send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
                    for (var i = 0; i < 100_000; i++)
                        await Send(new string('x', 100_000));
                    break;
                case "/bomb":
                    await Send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10000000000\r\n\r\n");
                    break;
                case "/private":
                    await Send(LocalServer.Response("", "Location: http://10.0.0.1/\r\n", "302 Found"));
                    break;
                case "/file":
                    await Send(LocalServer.Response("", "Location: file:///etc/hostname\r\n", "302 Found"));
                    break;
                case "/picture":
                    await Send(LocalServer.Response("GIF89a", "Content-Type: image/gif\r\n"));
                    break;
                case "/good":
                    await Send(LocalServer.Response(Page));
                    break;
                default:
                    await Send(LocalServer.Response("", status: "404 Not Found"));
                    break;
            }
        });
        _shell.Run("init").ShouldBe(ExitCode.Done);
        foreach (var (name, value) in new[] { ("allowed-hosts", server.Host), ("delay", "0"), ("retries", "0"), ("timeout", "2"), ("max-bytes", "1000000") })
            _shell.Run("config", "fetch." + name, value).ShouldBe(ExitCode.Done, _shell.Error);
        _shell.File("map.txt.xml", $"<urlset>{string.Concat(paths.Select(p => $"<url><loc>{server.Address(p)}</loc></url>"))}</urlset>");
        _shell.Run("add", "map.txt.xml").ShouldBe(ExitCode.Done, _shell.Error);

        _shell.Run("fetch", "-v").ShouldBe(ExitCode.SomeFailed);
        _shell.Out.ShouldBe("0 sources asked, 0 new addresses; 1 new page, 0 new versions, 0 unchanged, 9 failed\n");
        _shell.Error.ShouldContain($"{server.Address("/good")}: safe");
        foreach (var (path, says) in new[]
        {
            ("/hangs", "no answer came after 2 s"), ("/drips", "the answer was not whole after 2 s"), ("/lies", "cut off"), ("/circle", "lead in a circle"), ("/endless", "exceeds the 1000000 bytes"),
            ("/bomb", "exceeds the 1000000 bytes"), ("/private", "10.0.0.1, which is private"), ("/file", "only http and https"), ("/picture", "no page but image/gif"),
        })
            _shell.Error.Split('\n').ShouldContain(l => l.Contains(path, StringComparison.Ordinal) && l.Contains(says, StringComparison.Ordinal), path + "\n" + _shell.Error);
        _shell.Run("fetch", "--dry-run").ShouldBe(ExitCode.Done);
        _shell.Out.ShouldBeEmpty();     // what may pass is tried again later, the rest never
        _shell.Run("doctor").ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Killed_while_it_fetches_it_loses_nothing_that_it_named_and_goes_on()
    {
        const int pages = 60;
        using var server = LocalServer.Raw(async (path, _, stream, stop) =>
        {
            await Task.Delay(15, stop);
            await stream.WriteAsync(Encoding.Latin1.GetBytes(path == "/robots.txt" ? LocalServer.Response("", status: "404 Not Found") : LocalServer.Response(Page.Replace("Monday", "day " + path[1..], StringComparison.Ordinal))), stop);
        });
        _shell.Run("init").ShouldBe(ExitCode.Done);
        _shell.Run("config", "fetch.allowed-hosts", server.Host).ShouldBe(ExitCode.Done);
        _shell.Run("config", "fetch.delay", "0").ShouldBe(ExitCode.Done);
        _shell.File("map.xml", $"<urlset>{string.Concat(Enumerable.Range(0, pages).Select(p => $"<url><loc>{server.Address($"/{p}")}</loc></url>"))}</urlset>");
        _shell.Run("add", "map.xml").ShouldBe(ExitCode.Done, _shell.Error);
        // Each page that was said to be safe, with how often it had been asked for by then.
        var safe = new Dictionary<string, int>(StringComparer.Ordinal);
        int Asked(string address) => server.Asked.Count(a => server.Address(a) == address);
        for (var kill = 0; kill < 4; kill++)
        {
            foreach (var address in KilledProcess.Run(_shell.Folder, after: 5 * kill, first: ": safe", "fetch", "-v"))
                safe[address] = Asked(address);
        }
        safe.Count.ShouldBeGreaterThan(0);
        using (var workspace = Store.Workspace.Read(Store.Workspace.Find(_shell.Folder)!, NodaTime.SystemClock.Instance))
            safe.Keys.Except(workspace.Pages.All().Select(p => p.Address)).ShouldBeEmpty();
        _shell.Run("fetch").ShouldBe(ExitCode.Done, _shell.Error);
        _shell.Run("status", "--json").ShouldBe(ExitCode.Done);
        using var json = System.Text.Json.JsonDocument.Parse(_shell.Out);
        json.RootElement.GetProperty("pages").GetInt32().ShouldBe(pages);
        // what was safe is not asked for again
        foreach (var (address, times) in safe)
            Asked(address).ShouldBe(times, address);
        _shell.Run("doctor").ShouldBe(ExitCode.Done);
    }
}
