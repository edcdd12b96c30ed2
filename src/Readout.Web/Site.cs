using System.Globalization;
using Microsoft.AspNetCore.HostFiltering;
using NodaTime;
using Readout.Web.Access;
using Readout.Web.Api;
using Readout.Web.Captures;
using Readout.Web.Live;
using Readout.Web.Operations;
using Readout.Web.Serving;
using Readout.Web.Writing;

namespace Readout.Web;

/// <summary>A workspace in the browser: what answers, and in which order a request passes it.</summary>
public static class Site
{
    /// <summary>The application, ready to start.</summary>
    /// <param name="adjust">Last changes to how it is hosted, for tests; null for none.</param>
    public static WebApplication Build(SiteOptions options, IClock clock, Action<WebApplicationBuilder>? adjust = null)
    {
        // Nothing is taken from the folder it is started in: no settings file, no wwwroot.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = SiteOptions.MostBytes;
            foreach (var port in options.HasCaptures ? (int[])[options.Port, options.CapturePort] : [options.Port])
            {
                kestrel.Listen(options.Address, port, listen =>
                {
                    if (options.Certificate is { } certificate)
                        listen.UseHttps(certificate);
                });
            }
        });
        // A page elsewhere whose name was made to lead to this machine must not read the workspace (DNS rebinding).
        builder.Services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = options.IsOpen ? ["localhost", "127.0.0.1", "[::1]"] : options.Hosts.Count > 0 ? [.. options.Hosts] : ["*"]);
        builder.Services.AddHostFiltering(_ => { });
        Entrance.Add(builder, options);
        builder.Services.AddSingleton(options).AddSingleton(clock).AddSingleton<WorkspacePool>().AddSingleton<Library>().AddSingleton<SiteState>()
            .AddSingleton<Pen>().AddSingleton<Builds>().AddSingleton<Intake>()
            .AddSingleton<CaptureOrigin>().AddSingleton<Ledgers>().AddSingleton<Idempotency>().AddSingleton<Metrics>().AddSingleton<Traces>().AddSingleton<ChangeFeed>().AddHostedService(services => services.GetRequiredService<ChangeFeed>());
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "readout.forms");
        SealKeys.Add(builder.Services, options.Folder);
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = false);
        builder.Services.AddOutputCache(cache =>
        {
            cache.SizeLimit = 64 << 20;
            cache.AddBasePolicy(StateCachePolicy.Instance);
        });
        adjust?.Invoke(builder);

        var app = builder.Build();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        // made now: it listens from the first request on, and sends what is left when the server ends
        app.Services.GetRequiredService<Traces>();
        app.Use(Traces.Span);
        app.Use((context, next) => app.Services.GetRequiredService<Metrics>().Measure(context, next));
        app.UseForwardedHeaders();
        app.UseMiddleware<StrictHeaders>();
        app.UseMiddleware<CaptureGate>();
        app.UseMiddleware<Failures>();
        app.UseMiddleware<Problem>();
        app.UseHostFiltering();
        app.Use(HeadRequests.Answer);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<Gate>();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseAntiforgery();
        AssetFiles.Map(app);
        PageEndpoints.Map(app);
        ApiEndpoints.Map(app);
        Health.Map(app);
        AccessEndpoints.Map(app);
        return app;
    }
}
