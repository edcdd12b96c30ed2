using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Readout.Store;
using Readout.Store.Building;

namespace Readout.Web.Tests;

/// <summary>A site over a workspace made of invented pages, without a network.</summary>
public sealed class TestSite : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("readout-web-").FullName;
    private readonly WebApplication _app;
    private string _cookie = "";

    /// <param name="pages">File names and what they hold.</param>
    /// <param name="adjust">Changes to how it is served; null for none.</param>
    public TestSite(IEnumerable<(string Name, byte[] Bytes)> pages, Func<SiteOptions, SiteOptions>? adjust = null)
    {
        Folder = Workspace.Create(_directory, SystemClock.Instance).Folder;
        Add(pages);
        (_app, Client) = Start(Folder, adjust);
    }

    private TestSite(string folder, Func<SiteOptions, SiteOptions>? adjust)
    {
        Folder = folder;
        (_app, Client) = Start(folder, adjust);
    }

    /// <summary>Another server over the same workspace.</summary>
    public TestSite Restart(Func<SiteOptions, SiteOptions>? adjust = null) => new(Folder, adjust);

    private static (WebApplication App, HttpClient Client) Start(string folder, Func<SiteOptions, SiteOptions>? adjust)
    {
        var options = new SiteOptions(folder, "ada", IPAddress.Loopback, 0) { Version = Readout.Cli.Commands.VersionCommand.Version };
        var app = Site.Build(adjust is null ? options : adjust(options), SystemClock.Instance, builder => builder.WebHost.UseTestServer());
        app.Start();
        return (app, app.GetTestClient());
    }

    public string Folder { get; }

    public HttpClient Client { get; }

    /// <summary>Everything that answers.</summary>
    public IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> Endpoints => _app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

    /// <summary>The three sample stories.</summary>
    public static TestSite OfSamples(params string[] names) => new(names.SelectMany(Sample));

    public static IEnumerable<(string Name, byte[] Bytes)> Sample(string name) =>
        Directory.GetFiles(Path.Combine(Root(), "samples", name)).Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)));

    /// <summary>Takes pages in and builds, as another process would.</summary>
    public void Add(IEnumerable<(string Name, byte[] Bytes)> pages)
    {
        using var workspace = Workspace.Write(Folder, "test", TimeSpan.FromMinutes(1), SystemClock.Instance);
        workspace.Pages.Add([.. pages.Select(p => new IncomingPage(p.Name, p.Name, p.Bytes))], SystemClock.Instance.GetCurrentInstant());
        new Builder(workspace).Run();
    }

    public IReadOnlyList<StoryRow> Stories()
    {
        using var workspace = Workspace.Read(Folder, SystemClock.Instance);
        return workspace.Stories.List();
    }

    /// <summary>A page as a browser would have it.</summary>
    public async Task<IHtmlDocument> Open(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, $"{address}: {html[..Math.Min(html.Length, 2000)]}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>Fills in a form of a page and sends it, as a browser would: with its hidden fields and its cookie.</summary>
    /// <param name="address">The page it stands on.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="fields">What is filled in; comes before what the form holds already.</param>
    public async Task<HttpResponseMessage> Send(string address, string action, params (string Name, string Value)[] fields)
    {
        using var page = await Client.GetAsync(new Uri(address, UriKind.Relative));
        var form = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelectorAll("form").Last(f => f.GetAttribute("action") == action && Holds(f, fields));
        return await Send(action, page, [.. fields, .. Hidden(form, fields)]);
    }

    /// <summary>Sends what no form of the page offers, with the page's own token.</summary>
    public async Task<HttpResponseMessage> Forge(string address, string action, params (string Name, string Value)[] fields)
    {
        using var page = await Client.GetAsync(new Uri(address, UriKind.Relative));
        const string token = "__RequestVerificationToken";
        var value = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector($"input[name={token}]")!.GetAttribute("value")!;
        return await Send(action, page, [.. fields, (token, value)]);
    }

    /// <summary>Sends the only form of that action on an answer that was not asked for by address.</summary>
    public async Task<HttpResponseMessage> SendOn(HttpResponseMessage answer, string action)
    {
        var form = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("form").Single(f => f.GetAttribute("action") == action);
        return await Send(action, answer, Hidden(form, []));
    }

    /// <summary>Until what was asked to be built is built.</summary>
    public Task Built() => _app.Services.GetRequiredService<Readout.Web.Writing.Builds>().Idle();

    private static bool Holds(AngleSharp.Dom.IElement form, (string Name, string Value)[] fields) =>
        fields.All(f => form.QuerySelectorAll($"[name='{f.Name}']").Any(e => e.GetAttribute("type") != "hidden" || e.GetAttribute("value") == f.Value));

    private static IReadOnlyList<(string Name, string Value)> Hidden(AngleSharp.Dom.IElement form, (string Name, string Value)[] given) =>
        [.. form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Where(h => !given.Any(g => g.Name == h.Item1))];

    private async Task<HttpResponseMessage> Send(string action, HttpResponseMessage page, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies))
            _cookie = cookies.First().Split(';')[0];
        request.Headers.Add("Cookie", _cookie);
        return await Client.SendAsync(request);
    }

    public void Dispose()
    {
        Client.Dispose();
        ((IDisposable)_app).Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Readout.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}

/// <summary>One site over the samples for all tests that only look.</summary>
public sealed class SampleSite : IDisposable
{
    public TestSite Site { get; } = TestSite.OfSamples("dam", "mill", "strike");

    public void Dispose() => Site.Dispose();
}

[CollectionDefinition(Name)]
public sealed class SampleCollection : ICollectionFixture<SampleSite>
{
    public const string Name = "samples";
}
