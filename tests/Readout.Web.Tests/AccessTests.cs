using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Html.Parser;
using NodaTime;
using Readout.Store;
using Readout.Store.Access;
using Readout.Web.Access;

namespace Readout.Web.Tests;

public sealed class AccessTests : IDisposable
{
    private const string Password = "correct horse battery";

    private readonly TestSite _site = new(TestSite.Sample("strike"), o => o with { Address = IPAddress.Any });

    [Theory]
    [InlineData("/v1/stories", HttpStatusCode.Unauthorized)]
    [InlineData("/v1/nothing", HttpStatusCode.Unauthorized)]
    [InlineData("/openapi.json", HttpStatusCode.Unauthorized)]
    [InlineData("/metrics", HttpStatusCode.Unauthorized)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/desk", HttpStatusCode.Redirect)]
    [InlineData("/nothing", HttpStatusCode.Redirect)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    public async Task Nobody_comes_in_who_is_not_known(string address, HttpStatusCode status)
    {
        using var response = await _site.Client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.Redirect)
            response.Headers.Location!.OriginalString.ShouldStartWith("/sign-in?to=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("readout_")]
    [InlineData("readout_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task A_forged_token_lets_nobody_in(string token)
    {
        using var response = await Ask(HttpMethod.Get, "/v1/stories", token);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_token_lets_in_until_it_ends_or_is_taken_back()
    {
        var (token, row) = Write(w => w.Accounts.AddToken("dashboard", Role.Reader, Now, null));
        (await Status(HttpMethod.Get, "/v1/stories", token)).ShouldBe(HttpStatusCode.OK);
        using (var feed = new HttpRequestMessage(HttpMethod.Get, "/v1/stories"))
        {
            feed.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("anything:" + token)));
            using var response = await _site.Client.SendAsync(feed);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        Write(w => w.Accounts.RemoveToken(row.Id));
        (await Status(HttpMethod.Get, "/v1/stories", token)).ShouldBe(HttpStatusCode.Unauthorized);
        var (old, _) = Write(w => w.Accounts.AddToken("dashboard", Role.Reader, Now, Now - Duration.FromSeconds(1)));
        (await Status(HttpMethod.Get, "/v1/stories", old)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_role_may_do_its_own_and_no_more()
    {
        var tokens = Enum.GetValues<Role>().ToDictionary(r => r, r => Write(w => w.Accounts.AddToken(r.ToString(), r, Now, null)).Token);
        foreach (var (method, address, least) in new[] { (HttpMethod.Get, "/v1/stories", Role.Reader), (HttpMethod.Post, "/v1/jobs", Role.Editor), (HttpMethod.Delete, "/v1/watches/none", Role.Editor), (HttpMethod.Get, "/v1/audit", Role.Admin) })
        {
            foreach (var (role, token) in tokens)
                (await Status(method, address, token) == HttpStatusCode.Forbidden).ShouldBe(role < least, $"{role} {method} {address}");
        }
        using var audit = await Ask(HttpMethod.Get, "/v1/audit", tokens[Role.Admin]);
        var entries = (await audit.Read("audit", HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToList();
        entries.ShouldContain(e => e.GetProperty("who").GetString() == "Reader" && e.GetProperty("outcome").GetString() == "refused: role");
        entries.ShouldContain(e => e.GetProperty("who").GetString() == "Editor" && e.GetProperty("what").GetString() == "POST /v1/jobs" && e.GetProperty("outcome").GetString() == "202");
        await _site.Built();
    }

    [Fact]
    public async Task Who_signs_in_sees_the_stories_and_corrects_under_their_name()
    {
        Write(w => w.Accounts.Add("moll", Role.Editor, Passwords.Hash(Password), Now));
        using var signed = await SignIn("moll", Password, "/desk");
        signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        signed.Headers.Location!.OriginalString.ShouldBe("/desk");
        var cookie = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("readout.session", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        var session = cookie.Split(';')[0];
        (await Status(HttpMethod.Get, "/", cookie: session)).ShouldBe(HttpStatusCode.OK);
        (await Status(HttpMethod.Get, "/v1/audit", cookie: session)).ShouldBe(HttpStatusCode.Forbidden);
        var page = (await (await Ask(HttpMethod.Get, $"/v1/stories/{_site.Stories()[0].Id}/documents", cookie: session)).Read("documents", HttpStatusCode.OK)).GetProperty("items")[0].GetProperty("sha256").GetString();
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/v1/corrections") { Content = JsonContent.Create(new { verb = "set-date", targets = new[] { "d" + page }, value = "2031-02-03", reason = "printed so", build = false }) })
        {
            request.Headers.Add("Cookie", session);
            using var made = await _site.Client.SendAsync(request);
            (await made.Read("correct", HttpStatusCode.Created)).GetProperty("author").GetString().ShouldBe("moll");
        }
        // another password, another role, or no account: the session is over
        Write(w => w.Accounts.Change("moll", Role.Reader, null));
        (await Status(HttpMethod.Get, "/v1/stories", cookie: session)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_goes_on_after_a_restart_and_its_keys_are_their_owner_s_alone()
    {
        Write(w => w.Accounts.Add("moll", Role.Editor, Passwords.Hash(Password), Now));
        using var signed = await SignIn("moll", Password, "/");
        var session = signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("readout.session", StringComparison.Ordinal)).Split(';')[0];
        var keys = new DirectoryInfo(Path.Combine(_site.Folder, "keys"));
        keys.GetFiles().ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            keys.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            keys.GetFiles()[0].UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        using (var again = _site.Restart(o => o with { Address = IPAddress.Any }))
        {
            (await Status(HttpMethod.Get, "/v1/stories", cookie: session, client: again.Client)).ShouldBe(HttpStatusCode.OK);
            Write(w => w.Accounts.Change("moll", null, Passwords.Hash(Password + "!")));
            (await Status(HttpMethod.Get, "/v1/stories", cookie: session, client: again.Client)).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Signing_out_ends_that_session_for_every_copy_of_its_cookie_and_no_other_session()
    {
        Write(w => w.Accounts.Add("moll", Role.Editor, Passwords.Hash(Password), Now));
        var sessions = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var signed = await SignIn("moll", Password, "/");
            sessions.Add(signed.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("readout.session", StringComparison.Ordinal)).Split(';')[0]);
        }
        using (var page = await Ask(HttpMethod.Get, "/account", cookie: sessions[0]))
        {
            var token = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }) };
            request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Append(sessions[0])));
            using var left = await _site.Client.SendAsync(request);
            left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        (await Status(HttpMethod.Get, "/v1/stories", cookie: sessions[0])).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(HttpMethod.Get, "/v1/stories", cookie: sessions[1])).ShouldBe(HttpStatusCode.OK);
        using var again = _site.Restart(o => o with { Address = IPAddress.Any });
        (await Status(HttpMethod.Get, "/v1/stories", cookie: sessions[0], client: again.Client)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_person_sees_their_own_watches_and_the_shared_ones()
    {
        var tokens = new[] { "moll", "pell" }.ToDictionary(n => n, n => Write(w => w.Accounts.AddToken(n, Role.Editor, Now, null)).Token, StringComparer.Ordinal);
        foreach (var (who, name, isShared) in new[] { ("moll", "hers", false), ("pell", "his", false), ("pell", "all of us", true) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/watches") { Content = JsonContent.Create(new { name, kind = "all", shared = isShared }) };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + tokens[who]);
            using var made = await _site.Client.SendAsync(request);
            var watch = await made.Read(name, HttpStatusCode.Created);
            (watch.GetProperty("owner").GetString(), watch.GetProperty("shared").GetBoolean()).ShouldBe((who, isShared));
        }
        (await Watches("moll")).ShouldBe(["all of us", "hers"]);
        (await Watches("pell")).ShouldBe(["all of us", "his"]);
        foreach (var part in new[] { "", "/alerts", "/feed" })
        {
            (await Status(HttpMethod.Get, "/v1/watches/his" + part, tokens["moll"])).ShouldBe(HttpStatusCode.NotFound);
            (await Status(HttpMethod.Get, "/v1/watches/his" + part, tokens["pell"])).ShouldBe(HttpStatusCode.OK);
        }
        (await Status(HttpMethod.Delete, "/v1/watches/his", tokens["moll"])).ShouldBe(HttpStatusCode.NotFound);
        (await Status(HttpMethod.Delete, "/v1/watches/all%20of%20us", tokens["moll"])).ShouldBe(HttpStatusCode.NoContent);
        (await Watches("pell")).ShouldBe(["his"]);
        using var page = await Ask(HttpMethod.Get, "/watches", tokens["moll"]);
        var seen = await page.Content.ReadAsStringAsync();
        seen.ShouldContain("hers");
        seen.ShouldNotContain("Stop watching his");

        async Task<IEnumerable<string?>> Watches(string who)
        {
            using var response = await Ask(HttpMethod.Get, "/v1/watches", tokens[who]);
            return (await response.Read("watches", HttpStatusCode.OK)).GetProperty("items").EnumerateArray().Select(w => w.GetProperty("name").GetString()).ToList();
        }
    }

    [Fact]
    public async Task Guessing_locks_the_account_and_says_nothing_else()
    {
        Write(w => w.Accounts.Add("moll", Role.Editor, Passwords.Hash(Password), Now));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, password) in new[] { ("moll", "one"), ("moll", "two"), ("nobody", "three"), ("moll", "four"), ("moll", "five"), ("moll", "six"), ("moll", Password) })
        {
            using var refused = await SignIn(name, password, "/");
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            answers.Add(new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent);
        }
        answers.Count.ShouldBe(1);
        Write(w => w.Accounts.Change("moll", null, Passwords.Hash(Password)));
        using var signed = await SignIn("moll", Password, "/");
        signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var log = await File.ReadAllTextAsync(Path.Combine(_site.Folder, AuditLog.FileName));
        log.ShouldContain("refused: locked");
        log.ShouldNotContain(Password);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        Write(w => w.Accounts.Add("moll", Role.Reader, Passwords.Hash(Password), Now));
        using var signed = await SignIn("moll", Password, to);
        signed.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public void Where_others_can_reach_it_a_server_wants_somebody_to_let_in()
    {
        var open = new SiteOptions(_site.Folder, "ada", IPAddress.Loopback, 8070);
        open.IsOpen.ShouldBeTrue();
        open.Fault(hasAccounts: false).ShouldBeNull();
        var reached = open with { Address = IPAddress.Any };
        reached.IsOpen.ShouldBeFalse();
        reached.Fault(hasAccounts: false)!.ShouldContain("readout user add");
        reached.Fault(hasAccounts: true).ShouldBeNull();
        // a proxy before it lets the world in, wherever it listens itself
        (open with { Proxies = ["127.0.0.1"] }).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait()
    {
        using var site = new TestSite([], o => o with { Address = IPAddress.Any, Rate = 5 });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var response = await site.Client.GetAsync(new Uri("/v1/stories", UriKind.Relative));
            statuses.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                response.Headers.RetryAfter.ShouldNotBeNull();
        }
        statuses.Count(s => s == HttpStatusCode.TooManyRequests).ShouldBe(3);
    }

    public void Dispose() => _site.Dispose();

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private T Write<T>(Func<Workspace, T> change)
    {
        using var workspace = Workspace.Write(_site.Folder, "test", TimeSpan.FromMinutes(1), SystemClock.Instance);
        return change(workspace);
    }

    private async Task<HttpResponseMessage> SignIn(string name, string password, string to)
    {
        using var page = await _site.Client.GetAsync(new Uri("/sign-in?to=" + Uri.EscapeDataString(to), UriKind.Relative));
        var form = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("form")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "", StringComparer.Ordinal);
        (fields["name"], fields["password"]) = (name, password);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        return await _site.Client.SendAsync(request);
    }

    private async Task<HttpStatusCode> Status(HttpMethod method, string address, string? token = null, string? cookie = null, HttpClient? client = null)
    {
        using var response = await Ask(method, address, token, cookie, client);
        return response.StatusCode;
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string address, string? token = null, string? cookie = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await (client ?? _site.Client).SendAsync(request);
    }
}
