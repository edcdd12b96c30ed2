using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Readout.Store;
using Readout.Store.Access;
using Readout.Web.Serving;
using Readout.Web.Writing;

namespace Readout.Web.Api;

/// <summary>
/// A request that is sent again with the same <c>Idempotency-Key</c> does nothing again and gets the first answer, also after a restart:
/// answers are kept in the workspace for a day.
/// </summary>
internal sealed class Idempotency(Pen pen, WorkspacePool pool, IClock clock)
{
    public const string Header = "Idempotency-Key";

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _running = new(StringComparer.Ordinal);

    /// <summary>Carries a request out, or gives the answer it had before.</summary>
    /// <exception cref="ApiException">The key was used for another request.</exception>
    public async Task<Answer> Once(HttpContext context, Func<Task<Answer>> act)
    {
        if (context.Request.Headers[Header].ToString() is not { Length: > 0 } given)
            return await act();
        if (given.Length > 200 || given.Any(char.IsControl))
            throw new ApiException(StatusCodes.Status400BadRequest, $"{Header}: at most 200 characters, none of them a control character.");
        // everybody has keys of their own
        var key = $"{context.User.Identity?.Name}\n{given}";
        var asked = await Fingerprint(context.Request);
        var turn = _running.GetOrAdd(key, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            var now = clock.GetCurrentInstant();
            if (pool.Ask(w => w.Requests.Find(key, now - Duration.FromDays(1))) is { } before)
            {
                if (before.Asked != asked)
                    throw ApiException.Unprocessable($"{Header}: '{given}' was used for another request; take a new one.");
                context.Response.Headers["Idempotency-Replayed"] = "true";
                return new Answer(before.Body, Answer.Json) { Status = (int)before.Status, Location = before.Location };
            }
            var answer = await act();
            await pen.Write("keep an answer", w =>
            {
                w.Requests.Put(new KeptAnswer(key, asked, answer.Status, answer.Location, answer.Body.ToArray()), now);
                return true;
            });
            return answer;
        }
        finally
        {
            turn.Release();
            _running.TryRemove(key, out _);
        }
    }

    private static async Task<string> Fingerprint(HttpRequest request)
    {
        request.EnableBuffering(1 << 20, SiteOptions.MostBytes);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[1 << 16];
        for (int read; (read = await request.Body.ReadAsync(buffer)) > 0;)
            hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
