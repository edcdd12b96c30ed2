using System.Text;

namespace Readout.Acquire.Tests;

public class SenderTests
{
    [Fact]
    public async Task A_message_arrives_with_its_fields()
    {
        var heard = new TaskCompletionSource<string>();
        using var server = LocalServer.Raw(async (_, head, stream, stop) =>
        {
            heard.TrySetResult(head);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(LocalServer.Response("")), stop);
        });
        using var sender = new Sender(new FetchOptions { AllowedHosts = [server.Host] });
        (await sender.Post(server.Address("/hook"), "{\"a\":1}"u8.ToArray(), [("Idempotency-Key", "k-1")])).ShouldBeNull();
        var head = await heard.Task;
        head.ShouldStartWith("POST /hook ");
        head.ShouldContain("Idempotency-Key: k-1");
        head.ShouldContain("Content-Type: application/json");
    }

    [Fact]
    public async Task Where_it_may_not_go_it_does_not()
    {
        using var server = LocalServer.Of(("/hook", LocalServer.Response("")));
        using var sender = new Sender(new FetchOptions());
        (await sender.Post(server.Address("/hook"), default, []))!.Problem.ShouldBe(FetchProblem.Refused);
        (await sender.Post($"http://localhost:{server.Port}/hook", default, []))!.Problem.ShouldBe(FetchProblem.Refused);
        (await sender.Post("http://ada:secret@orlencourier.example/", default, []))!.Problem.ShouldBe(FetchProblem.Refused);
        server.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_is_no_yes_is_a_failure_and_no_redirect_is_followed()
    {
        using var server = LocalServer.Of(("/moved", LocalServer.Response("", "Location: /hook\r\n", "302 Found")), ("/hook", LocalServer.Response("")));
        using var sender = new Sender(new FetchOptions { AllowedHosts = [server.Host] });
        (await sender.Post(server.Address("/moved"), default, []))!.Status.ShouldBe(302);
        (await sender.Post(server.Address("/none"), default, []))!.Message.ShouldContain("it answered 404");
        server.Asked.ShouldBe(["/moved", "/none"]);
    }
}
