using System.Net;

namespace Readout.Acquire.Tests;

public class AddressGateTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("ftp://orlencourier.example/")]
    [InlineData("file:///etc/hostname")]
    [InlineData("gopher://orlencourier.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://ada:secret@orlencourier.example/")]
    [InlineData("http://ada@orlencourier.example/")]
    public void Forbidden_addresses_are_refused_with_a_way_on(string address)
    {
        var (found, failure) = new AddressGate([]).Check(address);
        found.ShouldBeNull();
        failure!.Problem.ShouldBe(FetchProblem.Refused, failure.Message);
        failure.Message.ShouldNotContain("secret");
        failure.Address.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("")]
    [InlineData("orlencourier.example/ferry")]
    [InlineData("http://")]
    [InlineData("http://[::1/")]
    [InlineData("just words")]
    public void What_is_no_address_is_named(string address) =>
        new AddressGate([]).Check(address).Failure!.Problem.ShouldBe(FetchProblem.BadAddress);

    [Theory]
    [InlineData("https://orlencourier.example/ferry")]
    [InlineData("http://93.184.216.34/")]
    [InlineData("http://[2606:2800:220:1:248:1893:25c8:1946]/")]
    [InlineData("HTTPS://Orlencourier.Example:8443/a b")]
    public void Pages_of_the_web_may_be_asked_for(string address) => new AddressGate([]).Check(address).Failure.ShouldBeNull();

    [Fact]
    public void A_server_is_allowed_by_name_and_no_other_with_it()
    {
        var gate = new AddressGate(["127.0.0.1:8080", "intranet.example", "::1"]);
        gate.Check("http://127.0.0.1:8080/").Failure.ShouldBeNull();
        gate.Check("http://127.0.0.1:8081/").Failure.ShouldNotBeNull();
        gate.Check("http://[::1]:99/").Failure.ShouldBeNull();
        gate.Refusal("intranet.example", 80, IPAddress.Parse("10.0.0.7")).ShouldBeNull();
        gate.Refusal("other.example", 80, IPAddress.Parse("10.0.0.7"))!.ShouldContain("fetch.allowed-hosts");
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_when_it_is_connected_to()
    {
        // What a look-up says first is not what counts: "localhost" is checked by the address that is connected to.
        using var server = LocalServer.Of(("/", LocalServer.Response("<p>secret</p>")));
        using var fetcher = new Fetcher(new FetchOptions { ObeysRobots = false }, new FastTime());
        var failure = (await fetcher.Fetch($"http://localhost:{server.Port}/")).Failure!;
        failure.Problem.ShouldBe(FetchProblem.Refused, failure.Message);
        server.Asked.ShouldBeEmpty();
        using var allowed = new Fetcher(new FetchOptions { ObeysRobots = false, AllowedHosts = ["localhost"] }, new FastTime());
        (await allowed.Fetch($"http://localhost:{server.Port}/")).Answer.ShouldNotBeNull();
    }
}
