using System.Diagnostics;
using System.Globalization;
using System.Net;
using NodaTime;
using Readout.Store;
using Readout.Store.Building;
using Readout.Store.Searching;
using Readout.Web;

namespace Readout.Bench;

/// <summary>
/// How long the pages of <c>serve</c> take in a workspace of many articles: the sample stories over and over, each time under other ids
/// and in another year. A story asked for the first time is read; later looks find the page rendered.
/// </summary>
internal static class WebLoad
{
    private static readonly string[] s_parts = ["", "/timeline", "/claims", "/disputes", "/quotes", "/prospects", "/sources", "/changes", "/desk"];

    public static int Run(string[] args)
    {
        var articles = int.Parse(args.SkipWhile(a => a != "--articles").Skip(1).FirstOrDefault() ?? "10000", CultureInfo.InvariantCulture);
        var folder = args.SkipWhile(a => a != "--in").Skip(1).FirstOrDefault() ?? throw new ArgumentException("--in DIR: where the workspace is made, or lies from the last time.", nameof(args));
        // Making it loads models and fills the memory: what is measured is a process that only serves.
        if (Workspace.Find(folder) is { } home)
            return Measure(home, args.SkipWhile(a => a != "--word").Skip(1).FirstOrDefault() ?? "reservoir").GetAwaiter().GetResult();
        Directory.CreateDirectory(folder);
        var stories = Fill(Workspace.Create(folder, SystemClock.Instance).Folder, articles);
        Console.WriteLine(FormattableString.Invariant($"{stories} stories made; run it again to measure"));
        return 0;
    }

    private static async Task<int> Measure(string home, string word)
    {
        IReadOnlyList<string> stories;
        StoryRow largest;
        using (var workspace = Workspace.Read(home, SystemClock.Instance))
        {
            stories = workspace.Stories.Ids();
            largest = workspace.Stories.List().MaxBy(s => s.Pages)!;
            Console.WriteLine(FormattableString.Invariant($"{workspace.Pages.Count().Addresses} articles, {stories.Count} stories, {new FileInfo(Path.Combine(home, "workspace.db")).Length >> 20} MB"));
        }
        await using var site = Site.Build(new SiteOptions(home, "bench", IPAddress.Loopback, 0), SystemClock.Instance);
        await site.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.First()) };
        var random = new Random(7);
        await client.GetStringAsync(new Uri("/stories/" + stories[0], UriKind.Relative));
        foreach (var part in s_parts)
            await Report(client, "/stories/ID" + part, () => $"/stories/{stories[random.Next(stories.Count)]}{part}");
        // looked at anew: what is kept ready of it, and what is made at each look
        foreach (var part in s_parts)
            await Report(client, FormattableString.Invariant($"the story of {largest.Pages} pages{part}"), () => $"/stories/{largest.Id}{part}", 20);
        foreach (var address in new[] { "/watches", "/desk", "/add", "/methods" })
            await Report(client, address, () => address);
        await Report(client, "/v1/stories", () => FormattableString.Invariant($"/v1/stories?limit={random.Next(1, 200)}"));
        foreach (var part in new[] { "/documents", "/timeline", "/claims", "/disputes", "/quotes", "/prospects", "/sources" })
            await Report(client, "/v1/stories/ID" + part, () => $"/v1/stories/{stories[random.Next(stories.Count)]}{part}");
        await Report(client, "/?page=N", () => FormattableString.Invariant($"/?page={random.Next(1, (stories.Count / 50) + 1)}"));
        await Report(client, "/search, a rare word", () => FormattableString.Invariant($"/search?q=treaty+date:{random.Next(1990, 2024)}"));
        await Report(client, "/search, a word of most pages", () => FormattableString.Invariant($"/search?q={Uri.EscapeDataString(word)}&page={random.Next(1, 50)}"));
        await Report(client, "/people", () => "/people?name=" + (random.Next(2) == 0 ? "Dario+Kesk" : "Edvin+Tann"));
        await Throughput(client, "/stories/" + stories[0]);
        Console.WriteLine(FormattableString.Invariant($"resident at the end, the asking client included: {Process.GetCurrentProcess().WorkingSet64 >> 20} MB"));
        return 0;
    }

    private static async Task Report(HttpClient client, string name, Func<string> address, int asked = 200)
    {
        var times = new List<double>(asked);
        long bytes = 0;
        for (var i = 0; i < asked; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await client.GetByteArrayAsync(new Uri(address(), UriKind.Relative));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            bytes = Math.Max(bytes, page.Length);
        }
        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"{name,-36} median {times[asked / 2],7:0.0} ms  p95 {times[asked * 95 / 100],7:0.0} ms  at most {times[^1],7:0.0} ms, {bytes >> 10} kB"));
    }

    private static async Task Throughput(HttpClient client, string address)
    {
        var (count, time) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (time.Elapsed < TimeSpan.FromSeconds(5))
            {
                await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
                Interlocked.Increment(ref count);
            }
        }));
        Console.WriteLine(FormattableString.Invariant($"one story page by 16 at once: {count / time.Elapsed.TotalSeconds:0} requests/s, client and server in one process"));
    }

    // Rows are copied inside the database: reading a hundred thousand pages is not what is measured here.
    private static int Fill(string home, int articles)
    {
        using var workspace = Workspace.Write(home, "bench", TimeSpan.FromSeconds(10), SystemClock.Instance);
        var pages = new[] { "dam", "mill", "strike" }.SelectMany(Samples.Load).Select(i => new IncomingPage(i.Path, i.Path, i.Bytes)).ToList();
        workspace.Pages.Add(pages, SystemClock.Instance.GetCurrentInstant());
        new Builder(workspace).Run();
        var database = workspace.Database;
        var first = database.Value<long>("SELECT max(id) FROM page");
        database.Execute("CREATE TEMP TABLE first_hit AS SELECT id FROM hit");
        database.Execute("CREATE TEMP TABLE first_words (story TEXT, item TEXT, words TEXT)");
        foreach (var story in workspace.Stories.Ids())
        {
            foreach (var item in workspace.Entries.State(story).Items)
                database.Execute("INSERT INTO first_words VALUES (@story, @Id, @Words)", new { story, item.Id, item.Words });
        }
        workspace.Transaction(() =>
        {
            for (var k = 1; (k + 1) * first <= articles; k++)
            {
                var (page, mark, year) = (k * first, k.ToString("x5", CultureInfo.InvariantCulture), (1990 + (k % 34)).ToString(CultureInfo.InvariantCulture));
                Copy(database, "page", $"id <= {first}", ("id", $"id + {page}"), ("key", $"key || ' {mark}'"));
                Copy(database, "document", $"page <= {first}", ("page", $"page + {page}"), ("earliest", $"'{year}' || substr(earliest, 5)"), ("latest", $"'{year}' || substr(latest, 5)"));
                Copy(database, "snapshot", $"page <= {first}", ("page", $"page + {page}"));
                Copy(database, "story", "length(id) = 13 AND id NOT LIKE 'b%'", ("id", $"'b{mark}' || substr(id, 7)"), ("earliest", $"'{year}' || substr(earliest, 5)"), ("latest", $"'{year}' || substr(latest, 5)"));
                Copy(database, "story_page", $"page <= {first}", ("story", $"'b{mark}' || substr(story, 7)"), ("page", $"page + {page}"));
                database.Execute($"INSERT INTO name (value) SELECT 'b{mark}' || substr(id, 7) FROM story WHERE length(id) = 13 AND id NOT LIKE 'b%'");
                Copy(database, "hit", "id IN (SELECT id FROM first_hit)", ("id", Id("id", k)), ("page", $"page + {page}"), ("story", $"(SELECT id FROM name WHERE value = 'b{mark}' || substr((SELECT value FROM name WHERE id = story), 7))"));
                Copy(database, "entry", "story NOT LIKE 'b%'", ("id", "NULL"), ("story", $"'b{mark}' || substr(story, 7)"));
                database.Execute(
                    $"""
                    INSERT INTO search (rowid, title, body, outlet, says)
                    SELECT {Id("h.id", k)}, d.title, coalesce((SELECT words FROM first_words w WHERE w.item = h.item AND w.story = (SELECT value FROM name WHERE id = h.story)), d.title),
                      (SELECT value FROM name WHERE id = h.outlet), (SELECT value FROM name WHERE id = h.speaker)
                    FROM hit h JOIN document d ON d.page = h.page WHERE h.id IN (SELECT id FROM first_hit) ORDER BY 1
                    """);
            }
        });
        return workspace.Stories.Ids().Count;
    }

    // Other days, years back, and other numbers in them: a sample has fewer than a thousand hits of a day and kind.
    private static string Id(string id, int k) =>
        FormattableString.Invariant($"({id} - CASE WHEN {id} < {HitId.FirstOf(new LocalDate(1, 1, 2))} THEN 0 ELSE {HitId.FirstOf(new LocalDate(1, 1, 2).PlusDays((34 - k % 34) * 365)) - HitId.FirstOf(new LocalDate(1, 1, 2))} END + {k << 10})");

    private static void Copy(Database database, string table, string where, params (string Column, string Value)[] changed)
    {
        var columns = database.Rows<string>($"SELECT name FROM pragma_table_info('{table}')").ToList();
        var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c) is { Value: { } value } ? value : $"\"{c}\"");
        database.Execute($"INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM {table} WHERE {where}");
    }
}
