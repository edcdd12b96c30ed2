using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Readout.Store;
using Readout.Web.Serving;

namespace Readout.Web.Operations;

/// <summary>Counts requests by route, method and status, and how long they took, for Prometheus to read (text format 0.0.4).</summary>
internal sealed class Metrics
{
    // Seconds; the last is what an editor still waits for.
    private static readonly double[] s_bounds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<(string Route, string Method, int Status), Series> _requests = [];

    /// <summary>Measures every request that passes.</summary>
    public async Task Measure(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // the route, never the address: what is asked for may name people, and there is no end of addresses
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
            // a stream lasts as long as somebody listens
            if (context.Response.ContentType != "text/event-stream")
                _requests.GetOrAdd(("/" + route.Trim('/'), context.Request.Method, context.Response.StatusCode), _ => new Series()).Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
    }

    /// <summary>Everything, as Prometheus reads it.</summary>
    public string Write(WorkspacePool pool, Live.ChangeFeed feed)
    {
        var text = new StringBuilder();
        text.Append("# HELP readout_requests_seconds How long requests took, by route.\n# TYPE readout_requests_seconds histogram\n");
        foreach (var (key, series) in _requests.OrderBy(r => r.Key.Route, StringComparer.Ordinal).ThenBy(r => r.Key.Method, StringComparer.Ordinal).ThenBy(r => r.Key.Status))
            series.Write(text, string.Create(CultureInfo.InvariantCulture, $"route=\"{key.Route}\",method=\"{key.Method}\",status=\"{key.Status}\""));
        var ((addresses, versions), stories, build) = pool.Ask(w => (w.Pages.Count(), w.Stories.Count(), w.LastBuild));
        Gauge(text, "readout_pages", "Addresses in the workspace.", addresses);
        Gauge(text, "readout_page_versions", "Versions of them.", versions);
        Gauge(text, "readout_stories", "Stories.", stories);
        Gauge(text, "readout_last_build", "Number of the last build that ended.", build);
        Gauge(text, "readout_event_listeners", "Open event streams.", feed.Listeners);
        Gauge(text, "readout_memory_bytes", "Memory that the process holds.", Environment.WorkingSet);
        return text.ToString();
    }

    private static void Gauge(StringBuilder text, string name, string help, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");

    private sealed class Series
    {
        private readonly Lock _lock = new();
        private readonly long[] _within = new long[s_bounds.Length];
        private long _count;
        private double _sum;

        public void Add(double seconds)
        {
            lock (_lock)
            {
                _count++;
                _sum += seconds;
                for (var i = 0; i < s_bounds.Length; i++)
                    _within[i] += seconds <= s_bounds[i] ? 1 : 0;
            }
        }

        public void Write(StringBuilder text, string labels)
        {
            lock (_lock)
            {
                for (var i = 0; i < s_bounds.Length; i++)
                    text.Append(CultureInfo.InvariantCulture, $"readout_requests_seconds_bucket{{{labels},le=\"{s_bounds[i]}\"}} {_within[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"readout_requests_seconds_bucket{{{labels},le=\"+Inf\"}} {_count}\n");
                text.Append(CultureInfo.InvariantCulture, $"readout_requests_seconds_sum{{{labels}}} {_sum:0.######}\n");
                text.Append(CultureInfo.InvariantCulture, $"readout_requests_seconds_count{{{labels}}} {_count}\n");
            }
        }
    }
}
