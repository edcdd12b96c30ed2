using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace Readout.Web.Tests;

public sealed class IdempotencyTests : IDisposable
{
    private readonly TestSite _site = TestSite.OfSamples("strike");

    [Fact]
    public async Task The_same_key_does_nothing_twice()
    {
        var body = await Correction("sent twice");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Post("/v1/corrections", "one", body)));
        answers.Select(a => a.Status).Distinct().ShouldBe([HttpStatusCode.Created]);
        answers.Select(a => a.Text).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        (await _site.Client.All("/v1/corrections", 10)).Count.ShouldBe(1);
        (await Post("/v1/corrections", "one", await Correction("another"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // after a restart, too
        using var again = _site.Restart();
        (await Post("/v1/corrections", "one", body, again.Client)).Text.ShouldBe(answers[0].Text);
    }

    [Fact]
    public async Task What_is_not_done_keeps_no_key()
    {
        (await Post("/v1/watches", "one", new { name = "moll", kind = "story", value = "s000000000000" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post("/v1/watches", "one", new { name = "moll", kind = "person", value = "Ada Moll" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_watch_taken_away_twice_with_one_key_is_taken_away()
    {
        (await Post("/v1/watches", "one", new { name = "moll", kind = "person", value = "Ada Moll" })).Status.ShouldBe(HttpStatusCode.Created);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/watches/moll");
            request.Headers.Add("Idempotency-Key", "two");
            using var response = await _site.Client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task A_build_is_asked_for_by_key()
    {
        var first = await Post("/v1/jobs", "one", new { });
        first.Status.ShouldBe(HttpStatusCode.Accepted);
        await _site.Built();
        (await Post("/v1/jobs", "one", new { })).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task A_change_whose_key_cannot_be_kept_is_not_made()
    {
        var watch = new { name = "moll", kind = "person", value = "Ada Moll" };
        using (Stopped())
        {
            (await Post("/v1/watches", "one", watch)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await Page("two", "a.txt")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
        (await _site.Client.All("/v1/watches", 10)).ShouldBeEmpty();
        var before = (await _site.Client.All("/v1/documents", 500)).Count;
        (await Post("/v1/watches", "one", watch)).Status.ShouldBe(HttpStatusCode.Created);
        var (status, text) = await Page("two", "a.txt");
        status.ShouldBe(HttpStatusCode.Accepted);
        text.ShouldContain("\"new\":1");
        (await Page("two", "a.txt")).Text.ShouldBe(text);
        await _site.Built();
        (await _site.Client.All("/v1/documents", 500)).Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_correction_in_the_log_whose_key_was_lost_is_found_there()
    {
        var body = await Correction("the process ends here");
        using (Stopped())
            (await Post("/v1/corrections", "one", body)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var made = (await _site.Client.All("/v1/corrections", 10)).ShouldHaveSingleItem().GetProperty("id").GetString();
        (await Post("/v1/corrections", "one", await Correction("another"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = _site.Restart();
        var (status, text) = await Post("/v1/corrections", "one", body, again.Client);
        status.ShouldBe(HttpStatusCode.Created);
        text.ShouldContain(made!);
        // the same key of another kind of change is another matter for the log, and the same body without it a correction of its own
        (await Post("/v1/corrections", null, body)).Status.ShouldBe(HttpStatusCode.Created);
        (await _site.Client.All("/v1/corrections", 10)).Count.ShouldBe(2);
    }

    public void Dispose() => _site.Dispose();

    // As if the process ended between a change and the keeping of its key.
    private Trigger Stopped() => new(Path.Combine(_site.Folder, "workspace.db"));

    private async Task<object> Correction(string reason)
    {
        var page = (await _site.Client.Get($"/v1/stories/{_site.Stories()[0].Id}/brief")).GetProperty("documents")[0].GetProperty("id").GetString()!;
        return new { verb = "set-date", targets = new[] { page }, value = "2031-02-03", reason, build = false };
    }

    private async Task<(HttpStatusCode Status, string Text)> Post(string address, string? key, object body, HttpClient? client = null) => await Send(address, key, JsonContent.Create(body), client);

    private async Task<(HttpStatusCode Status, string Text)> Page(string key, string name) => await Send($"/v1/documents?name={name}", key, new StringContent("Orlen, 3 May 2031. The ferry left the harbour at noon, Ada Moll said on Saturday."));

    private async Task<(HttpStatusCode Status, string Text)> Send(string address, string? key, HttpContent content, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await (client ?? _site.Client).SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed class Trigger : IDisposable
    {
        private readonly string _file;

        public Trigger(string file)
        {
            _file = file;
            Run("CREATE TRIGGER stopped BEFORE INSERT ON request BEGIN SELECT RAISE(ABORT, 'stopped here'); END");
        }

        public void Dispose() => Run("DROP TRIGGER stopped");

        private void Run(string sql)
        {
            using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written here
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
