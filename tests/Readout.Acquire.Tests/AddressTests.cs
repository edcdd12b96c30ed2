using System.Text.Json;
using Readout.Pages;
using Xunit.Abstractions;

namespace Readout.Acquire.Tests;

public class AddressTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("https://orlencourier.example/ferry", "http://www.orlencourier.example/ferry/")]
    [InlineData("https://orlencourier.example/ferry?utm_source=x&fbclid=y", "https://orlencourier.example/ferry#top")]
    [InlineData("https://OrlenCourier.example:443/%66erry?b=2&a=1", "https://orlencourier.example/ferry?a=1&b=2")]
    [InlineData("https://orlencourier.example/a%2fb", "https://orlencourier.example/a%2Fb")]
    [InlineData("https://orlencourier.example", "https://orlencourier.example/")]
    public void Two_ways_to_write_an_address_have_one_key(string one, string other) => AddressKey.Of(one).ShouldBe(AddressKey.Of(other));

    [Theory]
    [InlineData("https://orlencourier.example/ferry", "https://orlencourier.example/Ferry")]
    [InlineData("https://orlencourier.example/ferry", "https://orlencourier.example:8443/ferry")]
    [InlineData("https://orlencourier.example/?id=1", "https://orlencourier.example/?id=2")]
    [InlineData("https://orlencourier.example/a/b", "https://orlencourier.example/a%2Fb")]
    public void Different_pages_have_different_keys(string one, string other) => AddressKey.Of(one).ShouldNotBe(AddressKey.Of(other));

    [Theory]
    [InlineData("mailto:ada@orlencourier.example")]
    [InlineData("ferry")]
    [InlineData("")]
    public void What_is_no_page_has_none(string address) => AddressKey.Of(address).ShouldBeNull();

    // Counted, not asserted one by one: the parser is AngleSharp's.
    [SharedFact("url")]
    public void Addresses_are_read_as_browsers_read_them()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Shared.PathOf("url", "urltestdata.json")));
        var (cases, agree, web, webAgree) = (0, 0, 0, 0);
        foreach (var row in json.RootElement.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object))
        {
            var (input, from) = (row.GetProperty("input").GetString()!, row.TryGetProperty("base", out var b) ? b.GetString() : null);
            var wanted = row.TryGetProperty("failure", out _) ? null : row.GetProperty("href").GetString();
            var found = WebAddress.Resolve(from is null or "about:blank" ? null : from, input);
            cases++;
            agree += wanted == found ? 1 : 0;
            if (wanted is not null && !wanted.StartsWith("http", StringComparison.Ordinal))
                continue;
            web++;
            webAgree += wanted == found ? 1 : 0;
        }
        output.WriteLine($"{agree} of {cases} cases; {webAgree} of the {web} that are of the web or no address");
        cases.ShouldBe(869);
        agree.ShouldBeGreaterThanOrEqualTo(711);
        web.ShouldBe(503);
        webAgree.ShouldBeGreaterThanOrEqualTo(443);
    }

    [SharedFact("psl")]
    public void Registrable_names_are_those_of_the_suite()
    {
        var suffixes = PublicSuffixes.Read(File.OpenText(Shared.PathOf("psl", "public_suffix_list.dat")));
        var (cases, wrong) = (0, new List<string>());
        foreach (var line in File.ReadLines(Shared.PathOf("psl", "tests.txt")))
        {
            if (line.StartsWith("//", StringComparison.Ordinal) || line.Split(' ') is not [var host, var wanted])
                continue;
            cases++;
            var found = suffixes.Registrable(host);
            if (found != (wanted == "null" ? null : wanted))
                wrong.Add($"{host}: {wanted} expected, {found ?? "null"} found");
        }
        wrong.ShouldBeEmpty();
        cases.ShouldBeGreaterThan(70);
    }

    [Fact]
    public void Names_under_one_owner_share_their_registrable_name()
    {
        var suffixes = PublicSuffixes.Read(new StringReader("// made\nexample\nco.example\n*.coast.example\n!open.coast.example\n"));
        suffixes.Registrable("news.orlen.co.example").ShouldBe("orlen.co.example");
        suffixes.Registrable("co.example").ShouldBeNull();
        suffixes.Registrable("a.b.coast.example").ShouldBe("a.b.coast.example");
        suffixes.Registrable("www.open.coast.example").ShouldBe("open.coast.example");
        suffixes.Registrable("Orlen.Unlisted").ShouldBe("orlen.unlisted");
    }
}
