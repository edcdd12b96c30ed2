using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
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

    /// <param name="pages">File names and what they hold.</param>
    public TestSite(IEnumerable<(string Name, byte[] Bytes)> pages)
    {
        Folder = Workspace.Create(_directory, SystemClock.Instance).Folder;
        Add(pages);
        _app = Site.Build(new SiteOptions(Folder, "ada", IPAddress.Loopback, 0), SystemClock.Instance, builder => builder.WebHost.UseTestServer());
        _app.Start();
        Client = _app.GetTestClient();
    }

    public string Folder { get; }

    public HttpClient Client { get; }

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

    public void Dispose()
    {
        Client.Dispose();
        ((IDisposable)_app).Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static string Root()
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
